"""Asking once a year whether a work still serves, and the answers."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast

from core.antrean.surel import kirim
from core.antrean.tugas import Prioritas
from core.formulir.sekali import pastikan_belum, tunggu_giliran
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.models import Jejak
from core.moderasi.tampil import loloskan
from core.waktu import hari_ini, sekarang
from proyek.bacaan.fungsi import dapat_ditanya, menunggu_kantor, tahun_tanya
from proyek.enums import Penjawab
from proyek.laku import Aksi, AksiFungsi
from proyek.models import JawabanFungsi, Proyek
from warga.models import Pengguna

BELUM = "Pertanyaan ini baru dibuka sesudah proyek diserahterimakan."
SEKALI_TANYA = 500  # projects a day; the others follow the next day
PERIHAL = "Masih berfungsi? Pembangunan yang menunggu jawaban kantor Anda"


@dataclass(frozen=True)
class Isian:
    """An answer, with short words or "" for none."""

    keadaan: str
    kata: str = ""


@transaction.atomic
def jawab_kantor(*, proyek: Proyek, isian: Isian, oleh: Pengguna) -> JawabanFungsi:
    """Answer for the office that keeps it, or correct its answer of this year. Followers hear of
    it. Raises TidakBisa before the handover."""
    proyek = _kunci(proyek)
    tahun = tahun_tanya(proyek)
    milik = {"proyek": proyek, "tahun": tahun, "dari": Penjawab.KANTOR}
    jawaban = JawabanFungsi.objects.filter(**milik).first() or JawabanFungsi(**milik)
    berubah = jawaban.keadaan != isian.keadaan
    _isi(jawaban, isian)
    jawaban.penulis = oleh
    jawaban.save()
    if berubah:
        catat(objek=proyek, aksi=Aksi.FUNGSI_DIJAWAB, oleh=oleh, ke=isian.keadaan)
    return jawaban


@transaction.atomic
def jawab_warga(
    *,
    proyek: Proyek,
    isian: Isian,
    oleh: Pengguna | None,
    milik: int | None = None,
    sidik: str | None = None,
) -> JawabanFungsi:
    """Answer as a resident, or correct one's answer of this year: the account's own, or the row
    `milik` that a visitor's browser remembers. `sidik` is the fingerprint of the form.

    Words of anyone unproven are held until they are read. Raises TidakBisa before the handover, and
    for a form that answered about something else, or for somebody else.
    """
    if sidik:
        tunggu_giliran(sidik)
    proyek = _kunci(proyek)
    tahun = tahun_tanya(proyek)
    asal: dict[str, Any] = {"proyek": proyek, "penulis": oleh, "kunci_sekali": sidik}
    lama = jawaban_sendiri(proyek, tahun, oleh, milik) or _jawaban_formulir(proyek, oleh, sidik)
    jawaban = lama or JawabanFungsi(tahun=tahun, **asal)
    baru, kata_lama = jawaban.pk is None, jawaban.kata
    _isi(jawaban, isian)
    terbukti = oleh is not None and oleh.kontak_terbukti
    jawaban.dari = Penjawab.WARGA if terbukti else Penjawab.LAIN
    if isian.kata != kata_lama:
        jawaban.ditahan = bool(isian.kata) and not terbukti
    jawaban.save()
    catat(objek=jawaban, aksi=AksiFungsi.DIJAWAB if baru else AksiFungsi.DIPERBAIKI, oleh=oleh)
    return jawaban


def loloskan_kata(
    *, tulisan: JawabanFungsi, oleh: Pengguna, dibaca: str | None = None
) -> JawabanFungsi:
    """Show held words. `dibaca` is the fingerprint of what was read. Raises TidakBisa when they are
    no longer held, and when their writer changed them since they were read."""
    return loloskan(tulisan, aksi=AksiFungsi.DILOLOSKAN, oleh=oleh, dibaca=dibaca)


def jawaban_sendiri(
    proyek: Proyek, tahun: int, oleh: Any, milik: int | None
) -> JawabanFungsi | None:
    """Return this person's answer as a resident in this year: the account's, or for a visitor the
    row `milik`."""
    semua = JawabanFungsi.objects.filter(proyek=proyek, tahun=tahun)
    if oleh is not None:
        return semua.milik(oleh).first()
    return semua.filter(pk=milik, penulis=None).first() if milik else None


def _jawaban_formulir(
    proyek: Proyek, oleh: Pengguna | None, sidik: str | None
) -> JawabanFungsi | None:
    """Return the answer that this very form stored before: a second send corrects it."""
    if sidik is None:
        return None
    semua = JawabanFungsi.objects.filter(proyek=proyek, penulis=oleh)
    jawaban = semua.filter(kunci_sekali=sidik).first()
    if jawaban is None:
        pastikan_belum(JawabanFungsi, sidik)
    return jawaban


def tanyakan() -> int:
    """Ask about every project whose question opened, and remind the offices by letter, once a
    month each. Return how many were asked now (the daily job)."""
    ditanya = Jejak.objects.filter(
        objek_jenis=Proyek.jenis_jejak,
        objek_kunci=OuterRef("nomor"),
        aksi=Aksi.FUNGSI_DITANYA,
        ke=Cast(OuterRef("tahun"), CharField()),
    )
    baru = menunggu_kantor(Proyek.objects.berlaku()).filter(~Exists(ditanya)).order_by("pk")
    jumlah = sum(_tanya(proyek) for proyek in baru[:SEKALI_TANYA])
    kampung = menunggu_kantor(Proyek.objects.berlaku().order_by()).values("kampung")
    for orang in Pengguna.objects.aparat().filter(email__isnull=False, kampung__in=kampung):
        _surati(orang)
    return jumlah


@transaction.atomic
def _tanya(proyek: Any) -> int:
    catat(objek=proyek, aksi=Aksi.FUNGSI_DITANYA, oleh=None, ke=str(proyek.tahun))
    return 1


def _surati(orang: Pengguna) -> None:
    kirim(
        kepada=str(orang.email),
        perihal=PERIHAL,
        isi="Ada pembangunan yang sudah setahun atau lebih dipakai, dan kantor Anda belum menjawab "
        f"apakah masih berfungsi.\n\nMasuk ke {settings.ALAMAT_PORTAL}, lalu buka Meja kerja.\n",
        kunci=f"fungsi:{orang.pk}:{hari_ini():%Y-%m}",
        prioritas=Prioritas.NANTI,
    )


def _kunci(proyek: Proyek) -> Proyek:
    """Lock the project, so that two answers of one person meet."""
    proyek = Proyek.objects.select_for_update(no_key=True).get(pk=proyek.pk)
    if not dapat_ditanya(proyek):
        raise TidakBisa(BELUM)
    return proyek


def _isi(jawaban: JawabanFungsi, isian: Isian) -> None:
    jawaban.keadaan, jawaban.kata = isian.keadaan, isian.kata
    if jawaban.pk is not None:
        jawaban.diubah = sekarang()
