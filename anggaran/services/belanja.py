"""The spending of every project of a kampung, filled by one upload of what Siskeudes says."""

import datetime as dt

from django.db import transaction

from anggaran.bacaan.belanja import Isian, isian_proyek
from anggaran.models import Impor
from laporan.models import LaporanKemajuan, Realisasi
from laporan.services.menyusul import isi_belanja
from proyek.services.kunci import kunci_bersama
from proyek.services.siskeudes import tulis_siskeudes
from warga.models import Pengguna


@transaction.atomic
def isi_proyek(*, impor: Impor, sampai: dt.date, oleh: Pengguna) -> list[Isian]:
    """Fill the spending of each project that an upload names without doubt, and return them.

    A report that awaits its money is settled with it; without one, the ledger says what Siskeudes
    says. Projects with a doubt stay as they are: the page names them.
    """
    semua = isian_proyek(impor)
    kunci_bersama([satu.proyek.pk for satu in semua])
    terisi = [satu for satu in isian_proyek(impor) if not satu.halangan]
    for satu in terisi:
        _isi(satu, impor.tahun, sampai, oleh)
    return terisi


def _isi(isian: Isian, tahun: int, sampai: dt.date, oleh: Pengguna) -> None:
    if isian.menyusul is None:
        tulis_siskeudes(
            proyek=isian.proyek, tahun=tahun, kumulatif=isian.kumulatif, sampai=sampai, oleh=oleh
        )
        return
    laporan: LaporanKemajuan = isian.menyusul
    baris = [Realisasi(laporan=laporan, pendanaan_id=k, jumlah=j) for k, j in isian.selisih.items()]
    isi_belanja(laporan=laporan, realisasi=baris, oleh=oleh)
