"""Checks of residents."""

from typing import Any

from core.waktu import sekarang
from laporan.models import CekWarga
from laporan.models.tentang import Tentang
from laporan.services.cek import IsianCek, cek
from tests.alat.kunci import tanpa_kunci
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_proyek
from warga.models import Pengguna

BEDA = IsianCek("tidak_sesuai", "Talud baru 3 meter, bukan 10 meter.")


def buat_tentang(pemeran: Any) -> Tentang:
    """A report of a running project of the cast's kampung."""
    proyek = buat_proyek(pemeran.kampung, tahap="berjalan")
    return Tentang(proyek, buat_laporan(proyek, pemeran.kakam))


def terbukti(pemeran: Any) -> Pengguna:
    """The resident of the cast, with a proven number."""
    orang: Pengguna = pemeran.warga
    orang.telepon, orang.telepon_terbukti_pada = "+628123456789", orang.dibuat
    orang.save()
    return orang


def tulis(tentang: Tentang, oleh: Any = None, isian: IsianCek = BEDA, **lain: Any) -> CekWarga:
    """A check; by a visitor without `oleh`."""
    return cek(tentang=tentang, isian=isian, oleh=oleh, **lain)


def tahan(satu: CekWarga) -> None:
    """Let a public check wait to be read, as no act of the portal does."""
    with tanpa_kunci("laporan_cekwarga"):
        CekWarga.objects.filter(pk=satu.pk).update(ditahan=True, ditahan_sejak=sekarang())
