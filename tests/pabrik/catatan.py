"""Notes of the BPK Kampung, checks of residents, and answers to both."""

from typing import Any

from core.formulir.sekali import kunci_baru
from laporan.enums import DariCek, Penilaian
from laporan.models import CatatanPengawasan, CekWarga, Tanggapan
from laporan.services.catatan import tulis
from laporan.services.cek import terbitkan
from laporan.services.tanggapan import tanggapi
from proyek.models import Proyek
from warga.models import Pengguna


def buat_catatan(
    hal: Any, oleh: Pengguna, isi: str = "Papan proyek belum dipasang.", **lain: Any
) -> CatatanPengawasan:
    """Return a note of the BPK about a project, a report or a decision."""
    return tulis(hal=hal, isi=isi, oleh=oleh, kunci=kunci_baru(), **lain)


def buat_cek(
    proyek: Proyek,
    penulis: Pengguna,
    penilaian: str = Penilaian.PERTANYAAN,
    isi: str = "Mengapa pasirnya belum datang?",
    **lain: Any,
) -> CekWarga:
    """Return a public check of a proven account."""
    pokok = {"proyek": proyek, "penulis": penulis, "dari": DariCek.TERBUKTI, "foto_umum": True}
    kata = {"penilaian": penilaian, "isi": isi, "isi_publik": isi}
    cek = CekWarga(**pokok | kata | lain)
    terbitkan(cek)
    return cek


def jawab(hal: Any, oleh: Pengguna, isi: str = "Papannya dipasang Senin.") -> Tanggapan:
    """Return an official answer."""
    return tanggapi(hal=hal, isi=isi, oleh=oleh, kunci=kunci_baru())
