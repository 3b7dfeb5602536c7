"""Looks in the field, with the checks that oblige the kecamatan; letters and musyawarah."""

import datetime as dt
from typing import Any

from core.formulir.sekali import kunci_baru
from core.waktu import hari_ini
from laporan.models import HasilLapangan, Musyawarah, PemeriksaanLapangan, SuratInspektorat
from laporan.models.tentang import Tentang
from laporan.services import inspektorat
from laporan.services import musyawarah as layanan
from laporan.services.lapangan import IsianHasil, buka, catat_hasil
from laporan.services.musyawarah import Rencana
from proyek.models import Proyek
from tests.pabrik.cek import buat_tentang, tulis
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.proyek import buat_proyek
from warga.enums import Peran
from warga.models import Pengguna

BESOK = dt.timedelta(days=1)


def buat_warga(pemeran: Any, ke: int) -> Pengguna:
    """A proven resident of the cast's kampung."""
    warga: Pengguna = PenggunaFactory(peran=Peran.WARGA, kampung=pemeran.kampung)
    warga.telepon, warga.telepon_terbukti_pada = f"+62813000000{ke:02}", warga.dibuat
    warga.save()
    return warga


def tiga_cek(pemeran: Any, tentang: Tentang | None = None, mulai: int = 0) -> Tentang:
    """Three "tidak sesuai" by three proven residents, about a running project."""
    tentang = tentang or buat_tentang(pemeran)
    for ke in range(mulai, mulai + 3):
        tulis(tentang, buat_warga(pemeran, ke))
    return tentang


def buat_lapangan(pemeran: Any, proyek: Proyek | None = None) -> PemeriksaanLapangan:
    """One that the kecamatan opened by its own decision."""
    milik = proyek or buat_tentang(pemeran).proyek
    alasan = "Talud retak di beberapa tempat."
    return buka(proyek=milik, alasan=alasan, oleh=pemeran.staf, kunci=kunci_baru())


def hasil(**isi: Any) -> IsianHasil:
    """A result with an agreement for tomorrow."""
    asal = {
        "tanggal": hari_ini(),
        "banyak_warga": 7,
        "hadir": "Kasi PMK, Kepala Kampung",
        "terlihat": "Talud 3 meter dari 10 meter.",
        "disepakati": "Sisanya dikerjakan.",
        "sampai": hari_ini() + BESOK,
    }
    return IsianHasil(**(asal | isi))


def tercatat(pemeran: Any, **isi: Any) -> HasilLapangan:
    """The recorded result of a look."""
    milik = buat_lapangan(pemeran)
    return catat_hasil(pemeriksaan=milik, isian=hasil(**isi), oleh=pemeran.staf)


def surati(pemeran: Any, proyek: Proyek | None = None, **isi: Any) -> SuratInspektorat:
    """The note of a letter to the Inspektorat."""
    asal = {"nomor": "700/12/Rhs", "tanggal": hari_ini(), "kunci": kunci_baru()}
    milik = proyek or buat_proyek(pemeran.kampung)
    return inspektorat.catat_surat(proyek=milik, oleh=pemeran.camat, **(asal | isi))


def musyawarah_baru(pemeran: Any, proyek: Proyek | None = None, **isi: Any) -> Musyawarah:
    """One that the BPK Kampung planned for today."""
    asal = {"tanggal": hari_ini(), "tempat": "Balai kampung", "tentang": "Sisa talud."}
    return layanan.rencanakan(
        proyek=proyek or buat_proyek(pemeran.kampung),
        rencana=Rencana(**(asal | isi)),
        oleh=pemeran.bpk,
        kunci=kunci_baru(),
    )
