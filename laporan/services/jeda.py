"""Pauses that the camat grants a kampung: while one lasts, no report of its works falls due.

Each act counts the due days of the kampung anew in the same transaction and tells its aparat. Who
may stands in `laporan.rules`. A pause never reaches back, and ending it early never makes a report
late: days of it that are over stay spared (docs/keputusan/0055-irama-laporan.md).
"""

import datetime as dt
from collections.abc import Sequence

from django.db import IntegrityError, transaction

from core.galat import TidakBisa, pastikan_beralasan, pastikan_berkata
from core.jejak.catat import catat
from core.moderasi.penarikan import hitamkan_hal
from core.templatetags.bentuk import tanggal
from core.tenggat.hari_kerja import hitung_hari_kerja, tambah_hari_kerja
from core.waktu import hari_ini, sekarang
from laporan.enums import SebabJeda
from laporan.laku import AksiJeda
from laporan.models import JedaLaporan
from laporan.models.jeda import PALING_LAMA
from laporan.services.jadwal import hitung_tenggat_kampung
from laporan.services.surat_jeda import surati
from warga.models import Kampung, Pengguna

SEHARI = dt.timedelta(days=1)
PALING_JAUH = dt.timedelta(days=60)  # so far ahead a pause may begin
# Within so many days of each other pauses share the working days that one may have: a chain of them
# would be a longer one.
SELANG = dt.timedelta(days=60)
TANPA_KETERANGAN = "Tulis penjelasan untuk warga. Semua orang membacanya."
SUDAH_LEWAT = "Jeda tidak dapat dimulai pada hari yang sudah lewat. Pilih hari ini atau sesudahnya."
TERLALU_JAUH = "Jeda dapat diberikan untuk hari sampai dua bulan lagi. Pilih hari yang lebih dekat."
TERBALIK = "Hari terakhir tidak boleh sebelum hari pertama."
TANPA_HARI_KERJA = "Di antara kedua hari itu tidak ada hari kerja, jadi tidak ada yang dijeda."
BERTEMU = "Kampung ini sudah mendapat jeda pada hari-hari itu. Lihat jedanya di bawah."
SUDAH_MULAI = (
    "Jeda ini sudah berjalan, jadi tidak dapat dibatalkan: laporan yang ditunda karenanya akan "
    "terlambat. Pakai “Akhiri lebih awal”."
)
TAK_LEBIH_AWAL = "Pilih hari dari hari ini (atau hari pertamanya) sampai sebelum hari terakhirnya."
SUDAH_BATAL = "Jeda ini sudah dibatalkan. Muat ulang halaman."


@transaction.atomic
def beri(
    *,
    kampung: Kampung,
    mulai: dt.date,
    akhir: dt.date,
    sebab: str,
    keterangan: str,
    oleh: Pengguna,
) -> JedaLaporan:
    """Grant a pause from `mulai` to `akhir`, both included. The same sent twice is granted once.

    Raises TidakBisa for days that are over, too far ahead or in the wrong order, for fewer than one
    or more than `PALING_LAMA` working days, near other pauses with those together, for days of
    another pause, and without words for residents.
    """
    Kampung.objects.select_for_update(no_key=True).get(pk=kampung.pk)
    pastikan_berkata(keterangan, TANPA_KETERANGAN)
    isi = {"mulai": mulai, "akhir": akhir, "sebab": sebab, "keterangan": keterangan.strip()}
    if sama := kampung.jeda_laporan.berdiri().filter(**isi).first():
        return sama
    _pastikan_hari(mulai, akhir)
    _pastikan_lama(kampung, mulai, akhir)
    jeda = _simpan(JedaLaporan(kampung=kampung, **isi))
    catat(objek=jeda, aksi=AksiJeda.DIBERIKAN, oleh=oleh, rincian={"ke": jeda.kata})
    _jalankan(jeda, AksiJeda.DIBERIKAN)
    return jeda


@transaction.atomic
def akhiri(*, jeda: JedaLaporan, akhir: dt.date, alasan: str, oleh: Pengguna) -> JedaLaporan:
    """Let `akhir` be its last day: today or later. Reports fall due again from the next day on,
    with as many working days as they had when it began.

    Raises TidakBisa without a reason, for a day that is over, before its first one or not before
    its last one, and when it was taken back.
    """
    pastikan_beralasan(alasan)
    jeda = _kunci(jeda)
    if not max(jeda.mulai, hari_ini()) <= akhir < jeda.akhir:
        raise TidakBisa(TAK_LEBIH_AWAL)
    jeda.akhir = akhir
    jeda.save(update_fields=["akhir"])
    ke = {"ke": f"sampai {tanggal(akhir)}"}
    catat(objek=jeda, aksi=AksiJeda.DIPENDEKKAN, oleh=oleh, alasan=alasan, rincian=ke)
    _jalankan(jeda, AksiJeda.DIPENDEKKAN, alasan)
    return jeda


@transaction.atomic
def batalkan(*, jeda: JedaLaporan, alasan: str, oleh: Pengguna) -> JedaLaporan:
    """Take a pause back as a whole, at the latest on its first day: its reports are due as before.

    Raises TidakBisa without a reason, after its first day, and when it was taken back already.
    """
    pastikan_beralasan(alasan)
    jeda = _kunci(jeda)
    if not jeda.dapat_dibatalkan:
        raise TidakBisa(SUDAH_MULAI)
    jeda.dibatalkan_pada = sekarang()
    jeda.save(update_fields=["dibatalkan_pada"])
    ke = {"ke": jeda.kata}
    catat(objek=jeda, aksi=AksiJeda.DIBATALKAN, oleh=oleh, alasan=alasan, rincian=ke)
    _jalankan(jeda, AksiJeda.DIBATALKAN, alasan)
    return jeda


@transaction.atomic
def perbaiki(
    *, jeda: JedaLaporan, sebab: str, keterangan: str, alasan: str, oleh: Pengguna
) -> JedaLaporan:
    """Correct why it was granted, with a public reason; its days stay. The words of before are kept
    nowhere. The same words change nothing. Raises TidakBisa without words or a reason."""
    pastikan_berkata(keterangan, TANPA_KETERANGAN)
    jeda = _kunci(jeda, batal=True)
    if (jeda.sebab, jeda.keterangan) == (sebab, keterangan.strip()):
        return jeda
    pastikan_beralasan(alasan)
    jeda.sebab, jeda.keterangan = SebabJeda(sebab), keterangan.strip()
    jeda.save(update_fields=["sebab", "keterangan"])
    catat(objek=jeda, aksi=AksiJeda.DIPERBAIKI, oleh=oleh, alasan=alasan)
    return jeda


@transaction.atomic
def tarik_tulisan(*, jeda: JedaLaporan, kata: Sequence[str], alasan: str, oleh: Pengguna) -> None:
    """Black out these words about a pause, and empty the reasons in its trail that tell them.
    Raises TidakBisa as `core.moderasi.penarikan.hitamkan_hal` does."""
    jeda = _kunci(jeda, batal=True)
    hitamkan_hal(
        objek=jeda,
        baris=[(jeda, {"keterangan": jeda.keterangan})],
        kata=kata,
        alasan=alasan,
        aksi=AksiJeda.DIHITAMKAN,
        oleh=oleh,
    )


def kabari_berakhir() -> None:
    """Tell the aparat of pauses that are over, each once (a daily job)."""
    lewat = JedaLaporan.objects.berdiri().filter(akhir__lt=hari_ini(), dikabari_pada__isnull=True)
    for pk in lewat.values_list("pk", flat=True):
        with transaction.atomic():
            jeda = _kunci(JedaLaporan(pk=pk))
            if jeda.dikabari_pada is None and jeda.akhir < hari_ini():
                jeda.dikabari_pada = sekarang()
                jeda.save(update_fields=["dikabari_pada"])
                catat(objek=jeda, aksi=AksiJeda.BERAKHIR, rincian={"ke": jeda.kata})
                surati(jeda, AksiJeda.BERAKHIR)


def _kunci(jeda: JedaLaporan, *, batal: bool = False) -> JedaLaporan:
    """Return it locked; one that was taken back only with `batal`."""
    milik = JedaLaporan.objects.select_related("kampung").select_for_update(of=("self",))
    kini = milik.get(pk=jeda.pk)
    if kini.dibatalkan_pada and not batal:
        raise TidakBisa(SUDAH_BATAL)
    return kini


def _pastikan_hari(mulai: dt.date, akhir: dt.date) -> None:
    hari = hari_ini()
    if mulai < hari:
        raise TidakBisa(SUDAH_LEWAT)
    if mulai > hari + PALING_JAUH:
        raise TidakBisa(TERLALU_JAUH)
    if akhir < mulai:
        raise TidakBisa(TERBALIK)


def _pastikan_lama(kampung: Kampung, mulai: dt.date, akhir: dt.date) -> None:
    """Refuse too few or too many working days, alone and together with pauses near by."""
    ujung = min(akhir, mulai + SELANG)  # far beyond what is allowed, and counted in no time
    hari = hitung_hari_kerja(mulai - SEHARI, ujung)
    if not hari:
        raise TidakBisa(TANPA_HARI_KERJA)
    dekat = kampung.jeda_laporan.berdiri().filter(
        akhir__gte=mulai - SELANG, mulai__lte=ujung + SELANG
    )
    sudah = sum(hitung_hari_kerja(satu.mulai - SEHARI, satu.akhir) for satu in dekat)
    if hari + sudah > PALING_LAMA:
        raise TidakBisa(_terlalu_lama(mulai, sudah))


def _terlalu_lama(mulai: dt.date, sudah: int) -> str:
    awal = f"Jeda paling lama {PALING_LAMA} hari kerja"
    if sudah:
        awal += f", bersama jeda lain dalam dua bulan ({sudah} hari kerja)"
    if not (sisa := max(0, PALING_LAMA - sudah)):
        return f"{awal}. Beri jeda lagi sesudah dua bulan itu."
    batas = tanggal(tambah_hari_kerja(mulai - SEHARI, sisa))
    return f"{awal}. Hari terakhirnya paling lambat {batas}."


def _simpan(jeda: JedaLaporan) -> JedaLaporan:
    try:
        with transaction.atomic():
            jeda.save()
    except IntegrityError as galat:
        raise TidakBisa(BERTEMU) from galat
    return jeda


def _jalankan(jeda: JedaLaporan, aksi: AksiJeda, alasan: str = "") -> None:
    """Count the due days of its kampung anew, and tell its aparat by letter what changed."""
    hitung_tenggat_kampung(jeda.kampung_id)
    surati(jeda, aksi, alasan)
