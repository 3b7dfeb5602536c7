"""Plans as tests need them, through the services."""

import datetime as dt
from typing import Any

from aspirasi.models import Aspirasi
from core.waktu import hari_ini
from proyek.enums import SumberDana, Tahap
from proyek.models import Proyek
from rencana.enums import JenisRencana
from rencana.models import BarisRencana, Rencana, TautanRencana
from rencana.services.status import buka
from rencana.services.susun import buat, setel_pagu, tambah_baris
from rencana.services.tetapkan import Nasib, Penetapan
from tests.pabrik.aspirasi import terbit
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.proyek import buat_proyek
from warga.models import Kampung, Pengguna

ALASAN = "Uang tahun depan tidak cukup; didahulukan jalan yang menuju sekolah."
USULAN: dict[str, Any] = {"tahap": Tahap.USULAN, "mulai_nyata": None}


def draf(
    oleh: Pengguna,
    *biaya: int,
    kampung: Kampung | None = None,
    jenis: str = JenisRencana.RKP,
    tahun: int = 2027,
    **proyek: Any,
) -> Rencana:
    """A draft with a row of Dana Desa for each cost, and a project of each."""
    kampung = kampung or kampung_resmi("Sido Rejo")
    rencana = buat(kampung=kampung, tahun=tahun, jenis=jenis, oleh=oleh)
    for nomor, satu in enumerate(biaya, 1):
        milik = buat_proyek(kampung, judul=f"Talud Dusun {nomor}", **(USULAN | proyek))
        baris(rencana, milik, satu, oleh)
    return rencana


def baris(rencana: Rencana, proyek: Proyek, biaya: int, oleh: Pengguna, **isi: Any) -> BarisRencana:
    asal = {"proyek": proyek, "perkiraan": biaya, "sumber": SumberDana.DD}
    return tambah_baris(rencana=rencana, baris=BarisRencana(**(asal | isi)), oleh=oleh)


def dibuka(oleh: Pengguna, *biaya: int, pagu: int | None = None, **isi: Any) -> Rencana:
    """The same, opened for two weeks, with the money that is expected of Dana Desa."""
    rencana = draf(oleh, *biaya, **isi)
    setel_pagu(rencana=rencana, isi={SumberDana.DD: pagu}, oleh=oleh)
    return buka(rencana=rencana, sampai=hari_ini() + dt.timedelta(days=14), oleh=oleh)


def penetapan(rencana: Rencana, tidak: tuple[int, ...] = (), **isi: Any) -> Penetapan:
    """The papers of a plan that takes all rows but those at the places `tidak`."""
    kata = isi.pop("kata", "")
    nasib = {
        satu.pk: Nasib(diambil=False, alasan=ALASAN, kembali_tahun=rencana.tahun + 1)
        if satu.urutan in tidak
        else Nasib(diambil=True, pertimbangan=kata)
        for satu in rencana.baris.all()
    }
    asal: dict[str, Any] = {
        "berita_acara_nomor": "BA/1/2026",
        "berita_acara_tanggal": hari_ini(),
        "ditetapkan_jabatan": "Kepala Kampung Sido Rejo",
        "perkam_nomor": "4 Tahun 2026",
        "perkam_tanggal": hari_ini(),
        "nasib": nasib,
    }
    return Penetapan(**(asal | isi))


def keberatan(rencana: Rencana, staf: Pengguna, **isi: Any) -> Aspirasi:
    """A public objection against the plan, or against a row of it (`baris`)."""
    baris = isi.pop("baris", None)
    if baris:
        isi["proyek_disebut"] = baris.proyek
    satu = terbit(rencana.kampung, staf, jenis="keberatan", **isi)
    TautanRencana.objects.create(aspirasi=satu, rencana=rencana, baris=baris)
    return satu
