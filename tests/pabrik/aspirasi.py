"""Kiriman in any state, the form that sends one, and a letter to a dinas."""

import datetime as dt
from dataclasses import replace
from typing import Any

from aspirasi.enums import Jangkauan, Jenis
from aspirasi.models import Aspirasi, Pengirim, SuratInstansi
from aspirasi.services import kiriman as layanan
from aspirasi.services import periksa as layanan_periksa
from core.formulir.sekali import kunci_baru
from core.waktu import hari_ini
from tests.pabrik.kampung import InstansiFactory
from tests.pabrik.pemeran import Pemeran
from warga.models import Instansi, Kampung

SELOKAN = "Selokan depan pasar mampet"
GORONG = "Gorong-gorong pasar buntu"


def isian(**lain: Any) -> dict[str, Any]:
    """A form that is accepted at once."""
    return {
        "kunci": kunci_baru(),
        "jenis": "usulan",
        "isi": "Mohon jalan Dusun 3 dirabat, kalau hujan becek.",
        "kampung": "sido-rejo",
        "jangkauan": "publik",
        "tentang": "tidak",
        "setuju": "on",
    } | lain


def buat(
    kampung: Kampung | None, *, oleh: Any = None, kontak: dict[str, Any] | None = None, **lain: Any
) -> layanan.Terkirim:
    """A kiriman as the sender's service stores it."""
    isi = {"jenis": Jenis.USULAN, "isi": "Mohon jalan Dusun 3 dirabat."} | lain
    return layanan.kirim(
        aspirasi=Aspirasi(kampung=kampung, **isi),
        pengirim=Pengirim(**(kontak or {})),
        kunci=kunci_baru(),
        oleh=oleh,
    )


def periksa(aspirasi: Aspirasi, oleh: Any, **lain: Any) -> Aspirasi:
    """Verify as it stands."""
    hasil = replace(layanan_periksa.HasilPeriksa.apa_adanya(aspirasi), **lain)
    return layanan_periksa.periksa(aspirasi=aspirasi, hasil=hasil, oleh=oleh)


def terbit(kampung: Kampung | None, oleh: Any, **lain: Any) -> Aspirasi:
    """A public, verified kiriman."""
    return periksa(buat(kampung, **({"jangkauan": Jangkauan.PUBLIK} | lain)).aspirasi, oleh)


def jam_sampai(tanggal: dt.date | None) -> dict[str, Any]:
    """The columns of a clock whose step is due on this day; None: nothing is due."""
    jatah = None if tanggal is None else 0
    return dict.fromkeys(("tenggat", "janji", "langkah_mulai"), tanggal) | {"jatah_hari": jatah}


def surat(instansi: Instansi | None = None) -> SuratInstansi:
    """An unsaved letter to a dinas."""
    tujuan = instansi or InstansiFactory()
    return SuratInstansi(instansi=tujuan, perihal="Jalan rusak", tanggal=hari_ini())


def selokan(pemeran: Pemeran, isi: str = SELOKAN, **lain: Any) -> Aspirasi:
    """A public, verified kiriman of the cast's kampung."""
    return terbit(pemeran.kampung, pemeran.staf, isi=isi, **lain)
