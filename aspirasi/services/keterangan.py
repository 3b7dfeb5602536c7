"""The kecamatan asks a kampung, in its own words, about a kiriman the kampung may not see."""

import datetime as dt

from django.db import transaction

from aspirasi.models import Aspirasi, PermintaanKeterangan
from aspirasi.services.alur import kunci
from core.galat import TidakBisa
from core.jejak import catat
from core.waktu import sekarang
from warga.models import Kampung, Pengguna


@transaction.atomic
def minta(
    *, aspirasi: Aspirasi, kampung: Kampung, pertanyaan: str, tenggat: dt.date, oleh: Pengguna
) -> PermintaanKeterangan:
    """Put a question on the desk of a kampung; the same one sent twice stands once."""
    aspirasi = kunci(aspirasi)
    if not aspirasi.terbuka:
        raise TidakBisa("Kiriman ini sudah ditutup, jadi tidak perlu ditanyakan lagi.")
    sama = aspirasi.permintaan_keterangan.menunggu().filter(kampung=kampung, pertanyaan=pertanyaan)
    if sudah := sama.first():
        return sudah
    permintaan = PermintaanKeterangan.objects.create(
        aspirasi=aspirasi, kampung=kampung, pertanyaan=pertanyaan, tenggat=tenggat, oleh=oleh
    )
    catat(
        objek=aspirasi,
        aksi="keterangan_diminta",
        oleh=oleh,
        rincian={"ke": f"Kampung {kampung.nama}"},
    )
    return permintaan


@transaction.atomic
def jawab(*, permintaan: PermintaanKeterangan, jawaban: str, oleh: Pengguna) -> None:
    """The kampung answers, once; the kecamatan reads it beside the kiriman.

    Raises TidakBisa when somebody answered already, or nobody needs the answer any more.
    """
    terkunci = PermintaanKeterangan.objects.select_for_update(of=("self",))
    if (ada := terkunci.filter(pk=permintaan.pk).first()) is None:
        raise TidakBisa("Pertanyaan ini ditarik lagi oleh kecamatan, jadi tidak perlu dijawab.")
    permintaan = ada
    if permintaan.dijawab_pada:
        raise TidakBisa("Pertanyaan ini sudah dijawab rekan Anda.")
    permintaan.jawaban, permintaan.dijawab_oleh = jawaban, oleh
    permintaan.dijawab_pada = sekarang()
    permintaan.save()
    catat(objek=permintaan.aspirasi, aksi="keterangan_dijawab", oleh=oleh)
