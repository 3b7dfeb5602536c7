"""Publish a paper of the budget: the followers of the kampung are told."""

from django.db import transaction

from anggaran.bacaan.cocok import halangan_terbit
from anggaran.enums import StatusAnggaran
from anggaran.laku import Aksi
from anggaran.models import AnggaranKampung
from anggaran.services.kunci import kunci_surat
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.waktu import sekarang
from warga.models import Pengguna

SUDAH = "Anggaran ini sudah terbit."


@transaction.atomic
def terbitkan(*, anggaran: AnggaranKampung, oleh: Pengguna) -> AnggaranKampung:
    """Publish a draft. From here on nobody changes it.

    Raises TidakBisa when it is published already, lacks its paper, or its sums do not agree.
    """
    kunci_surat(anggaran.kampung, anggaran.tahun, anggaran.jenis, anggaran.ke)
    draf = AnggaranKampung.objects.select_for_update(of=("self",)).get(pk=anggaran.pk)
    if draf.terbit:
        raise TidakBisa(SUDAH)
    if halangan := halangan_terbit(draf, draf.baris.per_kelompok()):
        raise TidakBisa(halangan)
    draf.status, draf.diterbitkan_pada = StatusAnggaran.TERBIT, sekarang()
    draf.diterbitkan_oleh = oleh
    draf.save(update_fields=["status", "diterbitkan_pada", "diterbitkan_oleh"])
    catat(
        objek=draf,
        aksi=Aksi.DITERBITKAN,
        oleh=oleh,
        dari=StatusAnggaran.DRAF,
        ke=StatusAnggaran.TERBIT,
        alasan=draf.alasan,
        rincian={"ke": draf.sebutan},
    )
    return draf
