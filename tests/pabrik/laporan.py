"""Progress reports, and the form that writes one."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from core.jejak.nomor import nomor_baru
from core.models import Berkas
from core.waktu import hari_ini, sekarang
from laporan.enums import Status
from laporan.models import Foto, LaporanKemajuan, PenulisLaporan, Realisasi
from laporan.services.tulis import nomor_serentang
from proyek.models import Pendanaan, Proyek
from proyek.services.belanja import tulis_belanja
from tests.pabrik.berkas import buat_berkas
from warga.models import Pengguna

OKTOBER = datetime.date(2026, 10, 1)


def buat_laporan(
    proyek: Proyek,
    oleh: Pengguna,
    *,
    belanja: dict[Pendanaan, int] | None = None,
    terbit: bool = True,
    foto: int = 0,
    bertahap: Iterable[tuple[int, Berkas]] = (),
    **fields: Any,
) -> LaporanKemajuan:
    """Return a report of October. Spending and photos (`bertahap`: each
    with its stage) are added before it is published."""
    asal = {"periode": OKTOBER, "persen": Decimal(40), "narasi": "Pengecoran 100 meter."}
    laporan = LaporanKemajuan.objects.create(proyek=proyek, dibuat_oleh=oleh, **(asal | fields))
    for dana, jumlah in (belanja or {}).items():
        Realisasi.objects.create(laporan=laporan, pendanaan=dana, jumlah=jumlah)
    for _ in range(foto):
        Foto.objects.create(laporan=laporan, berkas=buat_berkas())
    for tahap, berkas in bertahap:
        Foto.objects.create(laporan=laporan, berkas=berkas, tahap=tahap)
    if terbit:
        lama = nomor_serentang(laporan)
        laporan.status, laporan.nomor = Status.TERBIT, nomor_baru(LaporanKemajuan, 2026)
        laporan.diterbitkan_oleh, laporan.diterbitkan_pada = oleh, sekarang()
        laporan.save()
        tulis_belanja(
            proyek=proyek,
            nomor=laporan.nomor,
            nomor_lama=lama,
            belanja={dana.pk: jumlah for dana, jumlah in (belanja or {}).items()},
            tanggal=hari_ini(),
            oleh=oleh,
            alasan=laporan.alasan_perbaikan,
        )
    return laporan


def tunjuk(proyek: Proyek, warga: Pengguna, oleh: Pengguna) -> PenulisLaporan:
    """Let a resident write drafts of a project, as one who was asked and said yes."""
    return PenulisLaporan.objects.create(
        proyek=proyek,
        sebutan="Pak Slamet",
        kontak_hash=f"uji-{proyek.pk}-{warga.pk}",
        ditunjuk_oleh=oleh,
        pengguna=warga,
        diterima_pada=sekarang(),
    )


def alamat_tulis(proyek: Proyek) -> str:
    return f"/laporan/tulis/{proyek.nomor}/"


def isian(proyek: Proyek, **ganti: Any) -> dict[str, Any]:
    belanja = {f"belanja_{dana.pk}": "250.000" for dana in proyek.pendanaan.all()}
    asal = {
        "periode": "2026-10-01",
        "persen": "40",
        "narasi": "Pengecoran 100 meter selesai.",
        "ada_kendala": "tidak",
    }
    return asal | belanja | ganti
