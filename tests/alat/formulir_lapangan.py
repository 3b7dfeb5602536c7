"""Pages about checks, looks, letters and musyawarah that give typed words out again."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from laporan.models import FotoLapangan
from tests.pabrik.berkas import foto_tersimpan
from tests.pabrik.catatan import buat_cek
from tests.pabrik.lapangan import buat_lapangan, musyawarah_baru, surati, tercatat
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek

Buat = Callable[[Pemeran], tuple[str, str]]


def _di(nama: str) -> Buat:
    """Return the address of a page of a new project, twice."""
    return lambda p: (reverse(nama, args=[buat_proyek(p.kampung).nomor]),) * 2


def _dibuka(nama: str) -> Buat:
    """Return the address of a page of a look that waits for its result, twice."""
    return lambda p: (reverse(nama, args=[buat_lapangan(p).pk]),) * 2


def _tercatat(nama: str) -> Buat:
    """Return the address of a page of a look that was recorded, twice."""
    return lambda p: (reverse(nama, args=[tercatat(p).pemeriksaan_id]),) * 2


def _foto(pemeran: Pemeran) -> tuple[str, str]:
    milik = tercatat(pemeran).pemeriksaan
    satu = FotoLapangan.objects.create(pemeriksaan=milik, berkas=foto_tersimpan())
    return (reverse("laporan:lapangan_foto_tarik", args=[milik.pk, satu.pk]),) * 2


def _surat(pemeran: Pemeran) -> tuple[str, str]:
    return (reverse("laporan:inspektorat_cabut", args=[surati(pemeran).pk]),) * 2


def _musyawarah(nama: str, *lain: Any) -> Buat:
    return lambda p: (reverse(nama, args=[musyawarah_baru(p).pk, *lain]),) * 2


def _cek(pemeran: Pemeran) -> tuple[str, str]:
    cek = buat_cek(buat_proyek(pemeran.kampung), pemeran.warga)
    return (reverse("meja:cek_baca", args=[cek.pk]),) * 2


FORMULIR_LAPANGAN: dict[str, tuple[str, Buat, str]] = {
    "laporan:inspektorat": ("camat", _di("laporan:inspektorat"), "nomor"),
    "laporan:inspektorat_cabut": ("camat", _surat, "alasan"),
    "laporan:lapangan_batal": ("staf", _dibuka("laporan:lapangan_batal"), "alasan"),
    "laporan:lapangan_buka": ("staf", _di("laporan:lapangan_buka"), "alasan"),
    "laporan:lapangan_foto_tarik": ("staf", _foto, "alasan"),
    "laporan:lapangan_hasil": ("staf", _dibuka("laporan:lapangan_hasil"), "terlihat"),
    "laporan:lapangan_jawab": ("aparat", _tercatat("laporan:lapangan_jawab"), "kata"),
    "laporan:lapangan_perbaiki": ("staf", _tercatat("laporan:lapangan_perbaiki"), "alasan"),
    "laporan:lapangan_tarik": ("staf", _tercatat("laporan:lapangan_tarik"), "alasan"),
    "meja:cek_baca": ("staf", _cek, "sembunyikan-catatan"),
    "laporan:musyawarah": ("bpk", _musyawarah("laporan:musyawarah", "ubah"), "alasan"),
    "laporan:musyawarah_rencana": ("bpk", _di("laporan:musyawarah_rencana"), "tentang"),
    "laporan:musyawarah_tarik": ("staf", _musyawarah("laporan:musyawarah_tarik"), "alasan"),
}

# Forms that ask for photos alone: these wait for their writer as those of other forms.
FOTO_SAJA: dict[str, tuple[str, Buat, str]] = {
    "laporan:lapangan_foto": ("staf", _tercatat("laporan:lapangan_foto"), "keterangan"),
}
