"""The planned progress of a project: all its points at once."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from django.db import transaction

from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.templatetags.bentuk import tanggal
from proyek.laku import Aksi
from proyek.models import Proyek, RencanaKemajuan
from proyek.services.kunci import kunci_proyek
from warga.models import Pengguna

Titik = tuple[dt.date, Decimal]
TITIK_TERBANYAK = 24
PERLU_ALASAN = "Tulis alasannya. Yang lama sudah dibaca orang."


@transaction.atomic
def tetapkan_rencana(
    *, proyek: Proyek, titik: Sequence[Titik], alasan: str, oleh: Pengguna
) -> None:
    """Replace the plan of a project by these points (day, cumulative percent); none takes it away.

    Old and new stay in the trail. Raises TidakBisa when the points do not rise to 100 within the
    planned days, and without a reason when an earlier plan changes. The same plan again is no act.
    """
    proyek = kunci_proyek(proyek)
    lama = list(proyek.rencana_kemajuan.values_list("tanggal", "persen"))
    baru = sorted(titik)
    if lama == baru:
        return
    if galat := galat_titik(proyek, baru):
        raise TidakBisa(galat)
    if lama:
        pastikan_berkata(alasan, PERLU_ALASAN)
    proyek.rencana_kemajuan.all().delete()
    RencanaKemajuan.objects.bulk_create(
        RencanaKemajuan(proyek=proyek, tanggal=hari, persen=persen) for hari, persen in baru
    )
    rincian = {"rencana": [lama, baru]}
    catat(objek=proyek, aksi=Aksi.RENCANA_KEMAJUAN, oleh=oleh, alasan=alasan, rincian=rincian)


def galat_titik(proyek: Proyek, titik: Sequence[Titik]) -> str:
    """Return in a sentence what is wrong with a plan in the order of its days; "" for a good
    one."""
    if not titik:
        return ""
    hari, persen = [t[0] for t in titik], [t[1] for t in titik]
    if any(a >= b for a, b in pairwise(hari)):
        return "Ada tanggal yang tertulis dua kali. Satu tanggal cukup satu baris."
    if any(a >= b for a, b in pairwise([Decimal(0), *persen])):
        return "Persen harus naik dari tanggal ke tanggal. Periksa urutannya."
    if persen[-1] != 100:
        return "Baris terakhir harus 100 persen, pada hari pekerjaan direncanakan selesai."
    return _galat_rentang(proyek, hari[0], hari[-1])


def _galat_rentang(proyek: Proyek, awal: dt.date, akhir: dt.date) -> str:
    mulai, selesai = proyek.mulai_rencana, proyek.selesai_rencana
    if mulai and awal < mulai:
        return f"Tanggal pertama mendahului rencana mulai, {tanggal(mulai)}."
    if selesai and akhir > selesai:
        return (
            f"Tanggal terakhir melewati rencana selesai, {tanggal(selesai)}. Kalau waktunya "
            "memang berubah, catat dulu perubahan waktunya."
        )
    return ""
