"""The figures of every kampung, kept once a day: what next week is compared with."""

import logging

from django.db import transaction

from core.antrean.surel import PENUTUP
from core.waktu import hari_ini
from meja.kecamatan.angka import Angka, Milik, baca
from meja.kecamatan.daftar import hitung
from meja.models import RingkasanKampung
from warga.models import Kampung
from warga.services.surel import kabari_admin

log = logging.getLogger(__name__)
PERIHAL = "Angka ringkasan kecamatan tidak cocok tadi malam"
ISI = f"""\
Hitungan malam ini menemukan angka ringkasan kecamatan yang tidak sama dengan daftar di baliknya, \
jadi halaman “Ringkasan kecamatan” dan lembar rapatnya mungkin menampilkan angka yang salah. Yang \
disimpan untuk dibandingkan minggu depan adalah angka menurut daftarnya.

Artinya ada yang salah pada portal. Yang perlu dilakukan: teruskan surat ini ke pengelola mesin. \
Kampung dan angkanya ada di log portal.

{PENUTUP}"""


@transaction.atomic
def catat() -> int:
    """Keep the figures of today, and return how many kampung the reader counted otherwise than
    their lists (a periodic job). What stands for today stays.

    The lists are what is kept. Where both differ they are counted once more, since somebody may
    have worked between the two; what differs then is told to the admins.
    """
    if RingkasanKampung.objects.filter(hari=hari_ini()).exists():
        return 0
    daftar, beda = _hitung()
    if beda:
        daftar, beda = _hitung()
    RingkasanKampung.objects.bulk_create(
        (_baris(milik, angka) for milik, angka in daftar.items()), ignore_conflicts=True
    )
    if beda:
        log.error("Ringkasan kampung tidak cocok dengan daftarnya: %s.", beda)
        kabari_admin(perihal=PERIHAL, isi=ISI, kunci="ringkasan_kampung")
    return len(beda)


def _hitung() -> tuple[dict[Milik, Angka], list[Milik]]:
    """Return the figures by the lists, and the kampung of which the reader says something else."""
    pembaca, kosong = baca(), Angka()
    semua: list[Milik] = [*Kampung.objects.values_list("pk", flat=True), None]
    daftar = {milik: hitung(milik) for milik in semua}
    lain = [m for m in {*pembaca, *daftar} if pembaca.get(m, kosong) != daftar.get(m, kosong)]
    return daftar, lain


def _baris(milik: Milik, angka: Angka) -> RingkasanKampung:
    isi = {nama: getattr(angka, nama) for nama in RingkasanKampung.ANGKA}
    return RingkasanKampung(hari=hari_ini(), kampung_id=milik, **isi | {"lpj": bool(angka.lpj)})
