"""Projects with money and reports, as the tests of the figures need them."""

import datetime as dt
import uuid
from typing import Any

from aspirasi.enums import Jenis, Status
from aspirasi.models import Aspirasi
from core.models import Berkas
from laporan.models import LaporanKemajuan, Realisasi
from laporan.services.foto import tambah_foto
from laporan.services.terbitkan import terbitkan
from laporan.services.tulis import simpan_draf
from proyek.enums import Tahap
from proyek.models import Kegiatan, Pendanaan, Proyek
from proyek.services.buka import buka_proyek
from proyek.services.pencairan import catat_pencairan
from tests.pabrik.kampung import instansi_kampung
from warga.models import Kampung, Pengguna

JALAN, SAWAH = "2.3.10", "4.2.04"


def proyek(
    kampung: Kampung, oleh: Pengguna, dana: dict[str, int], *, tahun: int = 2026, **fields: Any
) -> Proyek:
    """A running project; `dana` maps sources of money to rupiah."""
    kegiatan = Kegiatan.objects.get(kode=fields.pop("kode", JALAN))
    baru = Proyek(
        judul=fields.pop("judul", "Rabat beton"),
        uraian="Uraian",
        pemilik=instansi_kampung(kampung),
        kampung=kampung,
        kegiatan=kegiatan,
        **fields,
    )
    baris = [Pendanaan(sumber=s, tahun=tahun, pagu=p) for s, p in dana.items()]
    buka_proyek(proyek=baru, pendanaan=baris, keputusan=None, oleh=oleh)
    Proyek.objects.filter(pk=baru.pk).update(tahap=Tahap.BERJALAN)
    baru.refresh_from_db()
    return baru


def cairkan(proyek: Proyek, oleh: Pengguna, sumber: str, *jumlah: int) -> None:
    dana = proyek.pendanaan.get(sumber=sumber)
    for satu in jumlah:
        catat_pencairan(pendanaan=dana, tanggal=dt.date(2026, 5, 4), jumlah=satu, oleh=oleh)


def laporan(
    proyek: Proyek, oleh: Pengguna, bulan: int, persen: int, belanja: dict[str, int], **fields: Any
) -> LaporanKemajuan:
    """A published report."""
    terbit = fields.pop("terbit", True)
    baru = LaporanKemajuan(proyek=proyek, periode=dt.date(2026, bulan, 1), persen=persen, **fields)
    baris = [
        Realisasi(pendanaan=proyek.pendanaan.get(sumber=s), jumlah=j) for s, j in belanja.items()
    ]
    simpan_draf(laporan=baru, realisasi=baris, oleh=oleh)
    berkas = Berkas.objects.create(
        jenis="foto", nama=f"{baru.pk:032x}.webp", ukuran=10, lebar=40, tinggi=30
    )
    tambah_foto(laporan=baru, berkas=berkas)
    return terbitkan(laporan=baru, oleh=oleh) if terbit else baru


def kiriman(kampung: Kampung, judul: str = "Selokan mampet", **fields: Any) -> Aspirasi:
    """A kiriman of an unnamed sender; public and checked when it has a `nomor`."""
    unik = uuid.uuid4().hex
    isian = {"jenis": Jenis.KELUHAN, "isi": judul, "isi_publik": judul, "kampung": kampung}
    if fields.get("nomor"):
        isian["status"] = Status.DIVERIFIKASI
    if tenggat := fields.get("tenggat"):
        isian |= {"janji": tenggat, "langkah_mulai": tenggat, "jatah_hari": 0}
    return Aspirasi.objects.create(
        kunci_hash=unik, kode=unik[:10], pin_hash=unik, judul=judul, **isian | fields
    )
