"""The turns of offices where a kiriman itself is not written: places that change, and the recount.

Every night all kiriman that may wait, or do, are compared with the rules (`aspirasi.giliran`). A
difference is set right, and the admins are told. No act leaves one, unless somebody saved a kampung
or an office in the very moment in which one of its kiriman was saved.
"""

import logging

from django.db import transaction
from django.db.models import Q

from aspirasi.giliran import BISA_MENUNGGU, HASIL, KOLOM, KOLOM_INSTANSI, KOLOM_KAMPUNG, setel
from aspirasi.models import Aspirasi
from core.antrean.surel import PENUTUP
from core.waktu import hari_ini
from warga.models import Instansi, Kampung
from warga.services.surel import kabari_admin

log = logging.getLogger(__name__)
MENUNGGU = Q(menunggu_kecamatan_sejak__isnull=False) | Q(menunggu_kampung_sejak__isnull=False)
SEKALIGUS = 2000
PERIHAL = "Antrean meja kerja dibetulkan tadi malam"
ISI = f"""\
Hitungan malam ini menemukan kiriman yang tidak ada di antrean yang benar, jadi petugasnya \
mungkin tidak melihatnya. Antreannya sudah dibetulkan.

Artinya mungkin data kampung atau kantor disimpan pada saat yang sama dengan kirimannya, ada yang \
mengubah catatan langsung di basis data, atau ada yang salah pada portal. Yang perlu dilakukan:

1. Minta petugas melihat lagi “Menunggu saya” di meja kerja hari ini.
2. Teruskan surat ini ke pengelola mesin. Jumlah kirimannya ada di log portal.

{PENUTUP}"""


def setel_tempat(tempat: Kampung | Instansi) -> None:
    """Set anew whose turn it is with all kiriman of a kampung or of an office that was saved
    (the setting TEMPAT_BERUBAH)."""
    kunci = "kampung" if isinstance(tempat, Kampung) else "ditangani"
    Aspirasi.objects.filter(BISA_MENUNGGU, **{kunci: tempat}).setel_giliran()


@transaction.atomic
def hitung_ulang() -> int:
    """Set right every difference from the rules, tell the admins, and return how many there were (a
    periodic job)."""
    salah = _salah()
    jumlah = Aspirasi.objects.filter(pk__in=salah).setel_giliran() if salah else 0
    if jumlah:
        log.error("Giliran %s kiriman tidak cocok dan sudah dibetulkan.", jumlah)
        kabari_admin(perihal=PERIHAL, isi=ISI, kunci="giliran")
    return jumlah


def _salah() -> list[int]:
    """Return the rows whose days are not what the rules say; without locks."""
    kolom = (
        *KOLOM,
        *HASIL,
        *(f"ditangani__{nama}" for nama in KOLOM_INSTANSI),
        *(f"kampung__{nama}" for nama in KOLOM_KAMPUNG),
    )
    semua = (
        Aspirasi.objects.filter(BISA_MENUNGGU | MENUNGGU)
        .order_by()
        .select_related("ditangani", "kampung")
        .only(*kolom)
    )
    return [a.pk for a in semua.iterator(SEKALIGUS) if setel(a, hari_ini())]
