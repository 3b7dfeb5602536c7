"""Letters about what waits for an answer: to the office that owes it, and up the ladder."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from core.tenggat.tangga import KAMPUNG, KASI
from laporan.alamat import alamat_tanggapi, surat_tanggapi
from laporan.bacaan.tanggapan import sebutan
from warga.bacaan.tangga import pemegang
from warga.models import Kampung
from warga.services.surel import surati_petugas

SEBUT = 20  # things that one letter names
PERIHAL_BARU = "Ada yang menunggu tanggapan kantor Anda"
PERIHAL_TERLAMBAT = "Ada tanggapan yang terlambat"


def surati_penanggap(hal: Any) -> None:
    """Queue a letter to the office that owes the answer to `hal`, as it stands now."""
    anak = KASI if hal.ditanggapi_kecamatan else KAMPUNG
    isi = (
        f"Yang menunggu tanggapan:\n\n- {sebutan(hal)}\n\n"
        f"Baca dan tanggapi: {settings.ALAMAT_PORTAL}{alamat_tanggapi(hal)}\n\n"
        "Tanggapannya langsung dibaca semua orang, dengan nama jabatan Anda, tanpa nama Anda.\n"
    )
    tanda = f"tanggapan:{hal.jenis_jejak}:{hal.pk}:{hal.tenggat}:{hal.penanggap}"
    orang = pemegang(anak, Kampung.objects.get(pk=hal.kampung_penanggap))
    surati_petugas(orang, perihal=PERIHAL_BARU, isi=isi, kunci=tanda)


def surati_terlambat(kampung: Kampung, anak: int, semua: Sequence[Any], hari: object) -> None:
    """Queue a letter to the people of a rung about late answers in a kampung; one a day."""
    daftar = "\n".join(f"- {sebutan(satu)}" for satu in semua[:SEBUT])
    lagi = f"\n- dan {len(semua) - SEBUT} lagi" if len(semua) > SEBUT else ""
    isi = (
        f"Tanggapan di Kampung {kampung.nama}. Yang terlambat:\n\n{daftar}{lagi}\n\n"
        f"Semua yang menunggu: {surat_tanggapi()}\n"
    )
    tanda = f"tanggapan-terlambat:{kampung.pk}:{hari}:{anak}"
    surati_petugas(pemegang(anak, kampung), perihal=PERIHAL_TERLAMBAT, isi=isi, kunci=tanda)
