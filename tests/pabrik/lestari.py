"""A work that was handed over, with all that is told of it afterwards."""

import datetime as dt
from typing import Any

from core.waktu import hari_ini
from proyek.enums import Tahap
from proyek.models import Proyek
from proyek.services import fungsi
from proyek.services.lestari import isi_lestari
from proyek.services.lingkungan import isi_lingkungan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek


def buat_serah(selesai: dt.date | None = None, **lain: Any) -> Proyek:
    """A project that was handed over, finished 400 days ago or on `selesai`."""
    hari = selesai or hari_ini() - dt.timedelta(days=400)
    return buat_proyek(tahap=Tahap.SERAH_TERIMA, mulai_nyata=None, selesai_nyata=hari, **lain)


def lestarikan(pemeran: Pemeran) -> None:
    """Hand a work over, answer whether it still serves, and write of the surroundings."""
    serah = buat_serah(kampung=pemeran.kampung)
    isi_lestari(proyek=serah, isi={"rawan": ["banjir"]}, tujuan=[], oleh=pemeran.kakam)
    rusak = fungsi.Isian("tidak", "Pompanya mati.")
    fungsi.jawab_warga(proyek=serah, isian=rusak, oleh=pemeran.warga)
    fungsi.jawab_kantor(proyek=serah, isian=rusak, oleh=pemeran.kakam)
    isi = {"hal": "sampah", "keadaan": "Dibakar di kebun.", "tindakan": ""}
    isi_lingkungan(kampung=pemeran.kampung, oleh=pemeran.kakam, **isi)
