"""Notes of the BPK Kampung as pages show them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model

from core.moderasi.penarikan import Ditarik
from core.templatetags.bentuk import tanggal
from laporan.bacaan.kantor import kata_kantor
from laporan.bacaan.tanggapan import dapat_belum, percakapan
from laporan.models import (
    BelumPuas,
    CatatanPengawasan,
    LampiranCatatan,
    LaporanKemajuan,
    PerbaikanCatatan,
)
from proyek.bacaan.halaman import CATATAN
from proyek.models import Keputusan
from warga.enums import Peran
from warga.models import Kampung

_SAAT = ("dibuat", "ditarik_pada", "ditanggapi_pada", "belum_puas_pada")
_HARI = ("langkah_mulai", "janji", "tenggat")
_LAIN = ("isi_kini", "jawaban", "libur", "nama_kampung", "nomor_laporan", "nomor_keputusan")


def kartu(hal: Any) -> list[CatatanPengawasan]:
    """Return the newest notes about a project, a report or a decision, one more than `CATATAN`. A
    page whose first query brought them along asks no more (`isi_catatan`)."""
    if hasattr(hal, "isi_catatan"):
        return [dari_ringkas(isi) for isi in hal.isi_catatan]
    semua = CatatanPengawasan.objects.tentang(hal).untuk_kartu()
    return list(semua[: CATATAN + 1])


def dari_ringkas(isi: Mapping[str, Any]) -> Any:
    """Return a note from the plain values of `CatatanQuerySet.ringkas`, with what a card names."""
    nilai: Any = dict(isi)
    for nama in _SAAT:
        nilai[nama] = nilai[nama] and dt.datetime.fromisoformat(nilai[nama])
    for nama in _HARI:
        nilai[nama] = nilai[nama] and dt.date.fromisoformat(nilai[nama])
    lain = {nama: nilai.pop(nama) for nama in _LAIN}
    catatan: Any = CatatanPengawasan(**nilai)
    catatan.kampung = Kampung(nama=lain["nama_kampung"])
    if catatan.laporan_id:
        catatan.laporan = LaporanKemajuan(pk=catatan.laporan_id, nomor=lain["nomor_laporan"])
    if catatan.keputusan_id:
        catatan.keputusan = Keputusan(pk=catatan.keputusan_id, nomor=lain["nomor_keputusan"])
    catatan.isi_kini, catatan.jawaban = lain["isi_kini"], lain["jawaban"]
    catatan.libur = [dt.date.fromisoformat(hari) for hari in lain["libur"] or ()]
    return catatan


def oleh_kantor(catatan: CatatanPengawasan) -> str:
    """Return the office that wrote it: "Ketua BPK Kampung Sido Rejo"."""
    return kata_kantor(Peran.BPK, catatan.sebagai, catatan.kampung)


def isi_halaman(catatan: Any, semua: Mapping[tuple[str, int], Ditarik]) -> dict[str, Any]:
    """Return what the page of a note shows beside it; four queries. `semua` is what `ditarik`
    returns."""
    sendiri = semua.get((CatatanPengawasan._meta.db_table, catatan.pk))
    perbaikan = list(catatan.perbaikan.order_by("-pk"))
    belum = BelumPuas.objects.filter(catatan=catatan).first()
    jawaban = list(catatan.tanggapan.all())
    return {
        "perbaikan": [] if catatan.ditarik_pada else _semula(catatan, perbaikan),
        "penarikan": sendiri.kalimat("Catatan") if sendiri else "",
        "lampiran": [
            (satu, _tarikan(semua, satu)) for satu in catatan.lampiran.select_related("berkas")
        ],
        "percakapan": percakapan(catatan, catatan.kampung, semua, jawaban, belum),
        "dapat_belum": dapat_belum(catatan, belum),
    }


def _semula(catatan: Any, perbaikan: list[PerbaikanCatatan]) -> list[tuple[str, str]]:
    """Return (why they were replaced, words) of what a note said before, the newest first."""
    isi = [*(satu.isi for satu in perbaikan[1:]), catatan.isi]
    sebab = [f"Diperbaiki {tanggal(satu.dibuat)}: {satu.alasan}" for satu in perbaikan]
    return list(zip(sebab, isi, strict=False))


def _tarikan(semua: Mapping[tuple[str, int], Ditarik], satu: LampiranCatatan) -> str:
    """Return the sentence about a file that was covered or taken back; "" for none."""
    ada = semua.get((LampiranCatatan._meta.db_table, satu.pk))
    return ada.kalimat("Foto atau pindaian", "ditutup") if ada else ""


def tulisan_catatan(catatan: CatatanPengawasan) -> list[tuple[Model, dict[str, str]]]:
    """Return the rows with words of the BPK about a note, each with its texts; three queries."""
    belum: Iterable[BelumPuas] = BelumPuas.objects.filter(catatan=catatan)
    return [
        (catatan, {"isi": catatan.isi}),
        *((satu, {"isi": satu.isi, "alasan": satu.alasan}) for satu in catatan.perbaikan.all()),
        *((satu, {"isi": satu.isi}) for satu in belum),
    ]
