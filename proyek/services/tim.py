"""The team of a project. The trail names the part that changed, never the person."""

from django.db import transaction

from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from proyek.laku import Aksi
from proyek.models import Proyek, TimProyek
from proyek.models.tim import TUNGGAL
from proyek.services.kunci import kunci_proyek
from proyek.services.rencana import PERLU_ALASAN
from warga.models import Pengguna

TIM_TERBANYAK = 20
SUDAH_TERISI = "Peran ini sudah terisi. Perbaiki nama yang sudah ada."
TIDAK_ADA = "Baris ini sudah dihapus orang lain. Muat ulang halaman."


@transaction.atomic
def tambah_tim(*, anggota: TimProyek, oleh: Pengguna) -> TimProyek:
    """Add an unsaved member. Raises TidakBisa when the part is taken, or the team is full."""
    proyek = kunci_proyek(anggota.proyek)
    _tolak_kembar(anggota)
    if proyek.tim.count() >= TIM_TERBANYAK:
        raise TidakBisa(f"Satu proyek paling banyak {TIM_TERBANYAK} nama.")
    anggota.save(force_insert=True)
    _jejaki(proyek, "ditambah", anggota.peran, "", oleh)
    return anggota


@transaction.atomic
def ubah_tim(*, anggota: TimProyek, alasan: str, oleh: Pengguna) -> TimProyek:
    """Save a member with other words. Raises TidakBisa without a reason, when the part is taken, or
    when somebody removed the row meanwhile."""
    proyek = kunci_proyek(anggota.proyek)
    pastikan_berkata(alasan, PERLU_ALASAN)
    if not proyek.tim.filter(pk=anggota.pk).exists():
        raise TidakBisa(TIDAK_ADA)
    _tolak_kembar(anggota)
    anggota.save(force_update=True)
    _jejaki(proyek, "diperbaiki", anggota.peran, alasan, oleh)
    return anggota


@transaction.atomic
def hapus_tim(*, anggota: TimProyek, alasan: str, oleh: Pengguna) -> None:
    """Remove a member; the name is gone for good. Raises TidakBisa without a reason. It is no error
    when the row is gone already."""
    proyek = kunci_proyek(anggota.proyek)
    pastikan_berkata(alasan, PERLU_ALASAN)
    dihapus, _ = proyek.tim.filter(pk=anggota.pk).delete()
    if dihapus:
        _jejaki(proyek, "dihapus", anggota.peran, alasan, oleh)


def _tolak_kembar(anggota: TimProyek) -> None:
    lain = TimProyek.objects.filter(proyek=anggota.proyek_id, peran=anggota.peran)
    if anggota.peran in TUNGGAL and lain.exclude(pk=anggota.pk).exists():
        raise TidakBisa(SUDAH_TERISI)


def _jejaki(proyek: Proyek, apa: str, peran: str, alasan: str, oleh: Pengguna) -> None:
    rincian = {"apa": apa, "peran": peran}
    catat(objek=proyek, aksi=Aksi.TIM, oleh=oleh, alasan=alasan, rincian=rincian)
