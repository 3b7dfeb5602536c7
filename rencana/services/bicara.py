"""A closed talk over an objection. What was agreed is public; the talk itself is not."""

import datetime as dt

from django.db import transaction

from aspirasi.enums import Jenis
from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.waktu import hari_ini, sekarang
from rencana.laku import Aksi
from rencana.models import PembicaraanTertutup, TautanRencana
from rencana.services.kunci import kunci_rencana
from warga.models import Pengguna

BUKAN = "Hanya keberatan yang dibawa ke pembicaraan tertutup."
NANTI = "Tanggal kesepakatan tidak boleh sesudah hari ini."
PERLU = "Tulis apa yang disepakati. Semua orang membacanya; jangan menyebut nama."


@transaction.atomic
def mulai(*, tautan: TautanRencana, oleh: Pengguna) -> PembicaraanTertutup:
    """Take an objection to a closed talk; twice is once."""
    rencana = kunci_rencana(tautan.rencana)
    if tautan.aspirasi.jenis != Jenis.KEBERATAN:
        raise TidakBisa(BUKAN)
    bicara, baru = PembicaraanTertutup.objects.get_or_create({"oleh": oleh}, tautan=tautan)
    if baru:
        catat(objek=rencana, aksi=Aksi.BICARA, oleh=oleh)
    return bicara


@transaction.atomic
def sepakati(
    *, bicara: PembicaraanTertutup, hasil: str, tanggal: dt.date, oleh: Pengguna
) -> PembicaraanTertutup:
    """Write what was agreed, or correct it. Raises TidakBisa without words, or for a day to
    come."""
    pastikan_berkata(hasil, PERLU)
    if tanggal > hari_ini():
        raise TidakBisa(NANTI)
    rencana = kunci_rencana(bicara.tautan.rencana)
    bicara = PembicaraanTertutup.objects.select_for_update().get(pk=bicara.pk)
    if (bicara.hasil, bicara.disepakati) == (hasil.strip(), tanggal):
        return bicara
    bicara.hasil, bicara.disepakati, bicara.selesai_pada = hasil.strip(), tanggal, sekarang()
    bicara.save(update_fields=["hasil", "disepakati", "selesai_pada"])
    catat(objek=rencana, aksi=Aksi.SEPAKAT, oleh=oleh)
    return bicara
