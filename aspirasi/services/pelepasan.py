"""Letting go of those who joined a kiriman, when its sender takes it back.

They stood on no desk of their own while the other one was worked on; now each stands by itself.
"""

from django.db import transaction

from aspirasi.bacaan.keadaan import pernah_dilihat
from aspirasi.enums import Aksi, Jangkauan, Jenis
from aspirasi.models import Aspirasi
from aspirasi.services.alur import pindah
from aspirasi.services.jangkauan import turunkan_berkas
from aspirasi.services.pengabaran import INDUK_DITARIK, hentikan_kabar, kabari
from aspirasi.teks import AWAL_SERUPA, SERUPA_SAJA
from core.jejak.catat import catat

ALASAN = "Kiriman yang Anda ikuti ditarik oleh pengirimnya, jadi kiriman Anda diperiksa sendiri."


def lepas_gabungan(induk: Aspirasi) -> None:
    """Let go of each one joined to `induk`, which was just withdrawn. The caller holds its lock.

    Whoever wrote words of their own is looked at by themselves. Whoever did not has nothing to
    look at: they quote the other one no more, and hear that they may send anew.
    """
    kutipan = f"{AWAL_SERUPA}{induk.judul}"
    ikut = induk.gabungan.filter(dihapus_pada__isnull=True).order_by("pk")
    for satu in ikut.select_for_update(of=("self",)):
        hentikan_kabar(satu, email=False, pin=False)  # what waits tells of the one withdrawn
        if satu.isi in (kutipan, SERUPA_SAJA):
            _tinggalkan(satu)
        else:
            lepas(aspirasi=satu)


@transaction.atomic
def lepas(*, aspirasi: Aspirasi) -> Aspirasi:
    """Let go of one that was merged: it waits for a first look of its own, from today on.

    A number stays. Of who joined by "Saya juga mengalami" only officials read the words, as was
    promised there; the sender may open it to everyone later. Who joined an objection objects to
    the same project, so a decision about it waits for them now. Raises TidakBisa when it is not
    merged.
    """
    aspirasi, dari = pindah(aspirasi, Aksi.LEPAS_GABUNG, ALASAN)
    _tetap_menolak(aspirasi)
    aspirasi.digabung_ke = aspirasi.ditangani = aspirasi.ditugaskan = None
    if aspirasi.jangkauan == Jangkauan.PUBLIK and not pernah_dilihat(aspirasi):
        aspirasi.jangkauan = Jangkauan.PETUGAS
    aspirasi.save()
    turunkan_berkas(aspirasi)  # its photos are chosen anew with that look
    jejak = catat(
        objek=aspirasi, aksi=Aksi.LEPAS_GABUNG, dari=dari, ke=aspirasi.status, alasan=ALASAN
    )
    kabari(aspirasi, jejak)
    return aspirasi


def _tetap_menolak(aspirasi: Aspirasi) -> None:
    induk = aspirasi.digabung_ke
    if induk and aspirasi.jenis == induk.jenis == Jenis.KEBERATAN:
        aspirasi.proyek_disebut_id = aspirasi.proyek_disebut_id or induk.proyek_disebut_id


def _tinggalkan(aspirasi: Aspirasi) -> None:
    aspirasi.isi = aspirasi.isi_publik = aspirasi.judul = SERUPA_SAJA
    aspirasi.save(update_fields=["isi", "isi_publik", "judul"])
    kabari(aspirasi, catat(objek=aspirasi, aksi=INDUK_DITARIK))
