"""Residents who say that it is not settled: three with a proven contact bring it back."""

from django.db import transaction
from django.db.models import Count

from aspirasi.bacaan.milik import dikenal_sendiri
from aspirasi.bacaan.tanya import dapat_disanggah
from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, BelumBeres
from aspirasi.models.suara import terhitung
from aspirasi.services.alur import kunci_baris, lupakan_sanggahan, pindah
from aspirasi.services.langkah import catat_langkah
from core.galat import TidakBisa
from core.jejak.catat import catat
from warga.models import Pengguna

CUKUP = 3
MILIK_SENDIRI = (
    "Ini kiriman Anda sendiri. Anda tidak perlu menunggu warga lain: buka dengan PIN-nya di "
    "“Kiriman saya” dan nyatakan di sana."
)
ALASAN_BELUM_BERES = "Tiga warga dengan akun terverifikasi menyatakan bahwa ini belum beres."


@transaction.atomic
def nyatakan_belum(*, aspirasi: Aspirasi, oleh: Pengguna) -> int:
    """Note that `oleh` says it is not settled. Return how many more people it takes; 0 when it is
    open again. Only people with a proven contact count; others do once they prove it.

    Each person counts once until it reopens or is answered again; then counting begins anew.
    Raises TidakBisa when it is not public or was not answered yet, and for its own sender,
    who alone may reopen it.
    """
    aspirasi = kunci_baris(aspirasi)
    if not dapat_disanggah(aspirasi):
        raise TidakBisa(
            f"Aspirasi ini sekarang berstatus “{aspirasi.get_status_display()}”, jadi belum ada "
            "jawaban yang dapat dinyatakan belum beres."
        )
    if dikenal_sendiri(aspirasi, oleh):
        raise TidakBisa(MILIK_SENDIRI)
    _, baru = BelumBeres.objects.get_or_create(aspirasi=aspirasi, pengguna=oleh)
    if baru:
        catat(objek=aspirasi, aksi=Aksi.BELUM_BERES, oleh=oleh)
    return _buka_bila_cukup(aspirasi)


def _buka_bila_cukup(aspirasi: Aspirasi) -> int:
    """Open a locked one again when enough people say so. Return how many are missing."""
    sudah = aspirasi.belum_beres.filter(terhitung()).count()
    if sudah >= CUKUP:
        _buka(aspirasi)
    return max(0, CUKUP - sudah)


def hitung_lagi() -> None:
    """Open those again whose third statement came to count when its author proved a contact (a
    periodic job)."""
    suara = BelumBeres.objects.filter(terhitung()).order_by().values("aspirasi")
    cukup = suara.annotate(n=Count("pk")).filter(n__gte=CUKUP).values_list("aspirasi", flat=True)
    for aspirasi in Aspirasi.objects.filter(pk__in=cukup).order_by("pk"):
        _hitung_satu(aspirasi)


@transaction.atomic
def _hitung_satu(aspirasi: Aspirasi) -> None:
    aspirasi = kunci_baris(aspirasi)
    if dapat_disanggah(aspirasi):
        _buka_bila_cukup(aspirasi)


@transaction.atomic
def tarik_pernyataan(*, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
    """Take the statement back. Return False when there was none (any more)."""
    aspirasi = kunci_baris(aspirasi)
    jumlah, _ = BelumBeres.objects.filter(aspirasi=aspirasi, pengguna=oleh).delete()
    if jumlah:
        catat(objek=aspirasi, aksi=Aksi.BELUM_BERES_DITARIK, oleh=oleh)
    return bool(jumlah)


def _buka(aspirasi: Aspirasi) -> None:
    aspirasi, dari = pindah(aspirasi, Aksi.BUKA_WARGA, ALASAN_BELUM_BERES)
    aspirasi.save()
    lupakan_sanggahan(aspirasi)
    catat_langkah(aspirasi, Aksi.BUKA_WARGA, None, dari, ALASAN_BELUM_BERES)
