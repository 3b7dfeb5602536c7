"""The kecamatan asks a kampung, in its own words, about a kiriman the kampung may not see."""

import datetime as dt
from contextlib import suppress

from django.db import transaction
from django.utils.crypto import salted_hmac

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, PermintaanKeterangan
from aspirasi.services.alur import kunci_baris
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.waktu import sekarang
from warga.models import Kampung, Pengguna

# An open question about a closed kiriman is closed on one of so many days.
PALING_CEPAT, HARI_ACAK = dt.timedelta(days=4), 21
TIDAK_MENUNGGU = "Pertanyaan ini sudah dijawab atau sudah ditutup."


@transaction.atomic
def minta(
    *, aspirasi: Aspirasi, kampung: Kampung, pertanyaan: str, tenggat: dt.date, oleh: Pengguna
) -> PermintaanKeterangan:
    """Put a question on the desk of a kampung. The same question sent twice stands once."""
    aspirasi = kunci_baris(aspirasi)
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
        aksi=Aksi.KETERANGAN_DIMINTA,
        oleh=oleh,
        rincian={"ke": f"Kampung {kampung.nama}"},
    )
    return permintaan


@transaction.atomic
def jawab(*, permintaan: PermintaanKeterangan, jawaban: str, oleh: Pengguna) -> None:
    """Store the answer of the kampung, once. The kecamatan reads it beside the kiriman.

    Raises TidakBisa when somebody answered already, or when nobody needs the answer any more.
    """
    permintaan = _kunci(permintaan)
    if permintaan.ditutup_pada:
        raise TidakBisa("Kecamatan tidak memerlukan jawabannya lagi, jadi tidak perlu dijawab.")
    if permintaan.dijawab_pada:
        raise TidakBisa("Pertanyaan ini sudah dijawab rekan Anda.")
    permintaan.jawaban, permintaan.dijawab_oleh = jawaban, oleh
    permintaan.dijawab_pada = sekarang()
    permintaan.save()
    catat(objek=permintaan.aspirasi, aksi=Aksi.KETERANGAN_DIJAWAB, oleh=oleh)


@transaction.atomic
def tutup(*, permintaan: PermintaanKeterangan, oleh: Pengguna | None) -> None:
    """Close a question that needs no answer any more. `oleh` is None for the portal itself.

    Raises TidakBisa when it was answered or closed already.
    """
    permintaan = _kunci(permintaan)
    if permintaan.dijawab_pada or permintaan.ditutup_pada:
        raise TidakBisa(TIDAK_MENUNGGU)
    permintaan.ditutup_pada = sekarang()
    permintaan.save(update_fields=["ditutup_pada"])
    catat(objek=permintaan.aspirasi, aksi=Aksi.KETERANGAN_DITUTUP, oleh=oleh)


@transaction.atomic
def tinjau(*, permintaan: PermintaanKeterangan, pertanyaan: str, oleh: Pengguna) -> None:
    """Store the words of a question after somebody looked at them, changed or not."""
    permintaan = _kunci(permintaan)
    berubah = permintaan.pertanyaan != pertanyaan
    permintaan.pertanyaan, permintaan.ditinjau_pada = pertanyaan, sekarang()
    permintaan.save(update_fields=["pertanyaan", "ditinjau_pada"])
    if berubah:
        catat(objek=permintaan.aspirasi, aksi=Aksi.KETERANGAN_DITULIS_ULANG, oleh=oleh)


@transaction.atomic
def tinjau_dan_tutup(*, permintaan: PermintaanKeterangan, pertanyaan: str, oleh: Pengguna) -> bool:
    """Store the words of a question and close it, as one act.

    Return False when it was answered or closed meanwhile: then only its words are stored.
    """
    tinjau(permintaan=permintaan, pertanyaan=pertanyaan, oleh=oleh)
    try:
        tutup(permintaan=permintaan, oleh=oleh)
    except TidakBisa:
        return False
    return True


def tutup_lama() -> int:
    """Close open questions about closed kiriman (a periodic job). Return how many.

    Each is closed on a day of its own, so that the day does not tell when a sender acted.
    """
    belum = PermintaanKeterangan.objects.menunggu().filter(aspirasi__ditutup_pada__isnull=False)
    lewat = [p for p in belum.select_related("aspirasi") if _hari_tutup(p) <= sekarang()]
    jumlah = 0
    for permintaan in lewat:
        with suppress(TidakBisa):  # somebody answered or closed it in between
            tutup(permintaan=permintaan, oleh=None)
            jumlah += 1
    return jumlah


def _hari_tutup(permintaan: PermintaanKeterangan) -> dt.datetime:
    sidik = salted_hmac("aspirasi.keterangan", permintaan.acuan.hex, algorithm="sha256").digest()
    ditutup = permintaan.aspirasi.ditutup_pada or sekarang()
    return ditutup + PALING_CEPAT + dt.timedelta(days=int.from_bytes(sidik[:4]) % HARI_ACAK)


def _kunci(permintaan: PermintaanKeterangan) -> PermintaanKeterangan:
    return PermintaanKeterangan.objects.select_for_update(of=("self",)).get(pk=permintaan.pk)
