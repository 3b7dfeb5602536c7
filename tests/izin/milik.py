"""Things of one person or office that a right is asked for (`tests/izin/test_tabel.py`)."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from core.waktu import hari_ini
from laporan.enums import Penanggap
from laporan.models import CatatanPengawasan, CekWarga, LaporanKemajuan, Tanggapan
from mitra.models import Tawaran
from proyek.enums import Pencatat
from proyek.models import Proyek
from tests.pabrik.laporan import buat_laporan, tunjuk
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek
from warga.enums import HakBaca
from warga.models import PermintaanPembaca, PermintaanSandi
from warga.services import minta_pembaca, minta_sandi

KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}


def permintaan_sandi(siapa: str, pemeran: Pemeran) -> PermintaanSandi:
    """A password code asked for by staf, for staff by the admin."""
    pemilik = pemeran[siapa]
    peminta = pemeran.admin if siapa in KECAMATAN else pemeran.staf
    return minta_sandi(pengguna=pemilik, oleh=peminta, alasan="Menelepon.")


def permintaan_pembaca(siapa: str, pemeran: Pemeran) -> PermintaanPembaca:
    """The admin asks that somebody may read secrets."""
    return minta_pembaca(
        pengguna=pemeran[siapa], hak=HakBaca.PENERIMA_KHUSUS, oleh=pemeran.admin, alasan="Pindah."
    )


def proyek_dibuka(siapa: str, pemeran: Pemeran) -> Proyek:
    """A project of the cast's kampung that the office of this person opened."""
    kantor = Pencatat.KECAMATAN if siapa == "staf" else Pencatat.KAMPUNG
    return buat_proyek(pemeran.kampung, pembuka=kantor)


def proyek_untuk_ditulis(siapa: str, pemeran: Pemeran) -> Proyek:
    """A project opened by the aparat, or one whose aparat named the resident of the cast."""
    if siapa in ("aparat", "staf"):
        return proyek_dibuka(siapa, pemeran)
    proyek = buat_proyek(pemeran.kampung)
    tunjuk(proyek, pemeran.warga, pemeran.aparat)
    return proyek


def draf_milik(siapa: str, pemeran: Pemeran) -> LaporanKemajuan:
    """A draft that this person began, in a project for which the resident is named."""
    proyek = proyek_untuk_ditulis("ditunjuk", pemeran)
    penulis: Any = pemeran[siapa]
    return buat_laporan(proyek, penulis, terbit=False)


def catatan_giliran(siapa: str, pemeran: Pemeran) -> CatatanPengawasan:
    """A note on a project of the cast's kampung, which this office answers (late: the kampung)."""
    hal = CatatanPengawasan(kampung=pemeran.kampung, proyek=proyek_dibuka("aparat", pemeran))
    hal.penanggap = Penanggap.KECAMATAN if siapa == "kecamatan" else Penanggap.KAMPUNG
    if siapa == "terlambat":
        hal.tenggat = hari_ini() - dt.timedelta(days=1)
    return hal


def cek_giliran(siapa: str, pemeran: Pemeran) -> CekWarga:
    """A check by the resident, who lives in another kampung; this office answers it."""
    hal = CekWarga(proyek=proyek_dibuka("aparat", pemeran), kampung=pemeran.kampung_lain)
    hal.penulis, hal.penanggap = pemeran.warga, siapa
    return hal


def tanggapan_milik(siapa: str, pemeran: Pemeran) -> Tanggapan:
    """An answer that this person gave."""
    return Tanggapan(catatan=catatan_giliran("kampung", pemeran), peran=pemeran[siapa].peran)


def tawaran_milik(siapa: str, pemeran: Pemeran) -> Tawaran:
    """An offer to the cast's kampung, new or checked."""
    hari = hari_ini() if siapa == "diperiksa" else None
    return Tawaran(kampung=pemeran.kampung, diperiksa_pada=hari)


MILIK_SIAPA: dict[str, Callable[[str, Pemeran], Any]] = {
    "catatan": catatan_giliran,
    "cek": cek_giliran,
    "tanggapan": tanggapan_milik,
    "draf": draf_milik,
    "sandi": permintaan_sandi,
    "pembaca": permintaan_pembaca,
    "proyek": proyek_untuk_ditulis,
    "tawaran": tawaran_milik,
}
