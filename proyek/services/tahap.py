"""The stages of a project: acts of the pelaksana, and the doors that a decision opens."""

import datetime

from django.db import transaction

from core.galat import TidakBisa
from core.jejak.catat import catat
from core.waktu import hari_ini
from proyek.enums import PINTU_TAHAP, Tahap
from proyek.laku import Aksi
from proyek.models import Proyek
from warga.models import Pengguna


@transaction.atomic
def ubah_tahap(
    *, proyek: Proyek, ke: str, tanggal: datetime.date, oleh: Pengguna, alasan: str = ""
) -> Proyek:
    """Record an act of the pelaksana: start, stop, resume, finish, hand over.

    Raises TidakBisa when the act does not fit the stage, the reason is missing, or the
    date lies in the future or before the start.
    """
    proyek = Proyek.objects.select_for_update().get(pk=proyek.pk)
    dari = proyek.tahap
    pindah(proyek, ke, lewat_keputusan=False, alasan=alasan)
    _setel_tanggal(proyek, tanggal)
    proyek.save(update_fields=["tahap", "mulai_nyata", "selesai_nyata"])
    catat(
        objek=proyek,
        aksi=Aksi.TAHAP,
        oleh=oleh,
        dari=dari,
        ke=ke,
        alasan=alasan,
        rincian={"tanggal": tanggal.isoformat()},
    )
    return proyek


def pindah(proyek: Proyek, ke: str, *, lewat_keputusan: bool, alasan: str | None = None) -> None:
    """Set the next stage of a locked project. Raises TidakBisa when its door is another one."""
    pintu = PINTU_TAHAP.get(ke)
    if not pintu or pintu.lewat_keputusan != lewat_keputusan or proyek.tahap not in pintu.dari:
        raise TidakBisa(
            f"Proyek ini berada pada tahap “{proyek.get_tahap_display()}”, jadi tidak dapat "
            "dipindahkan ke tahap itu. Muat ulang halaman untuk melihat keadaan terbaru."
        )
    if pintu.alasan_wajib and alasan is not None and not alasan.strip():
        raise TidakBisa("Tulis alasannya. Warga berhak tahu mengapa pekerjaan berhenti.")
    proyek.tahap = ke


def _setel_tanggal(proyek: Proyek, tanggal: datetime.date) -> None:
    if tanggal > hari_ini():
        raise TidakBisa("Tanggal tidak boleh sesudah hari ini.")
    if proyek.mulai_nyata and tanggal < proyek.mulai_nyata:
        raise TidakBisa("Tanggal tidak boleh sebelum pekerjaan dimulai.")
    if proyek.tahap == Tahap.BERJALAN and not proyek.mulai_nyata:
        proyek.mulai_nyata = tanggal
    if proyek.tahap == Tahap.SELESAI:
        proyek.selesai_nyata = tanggal
