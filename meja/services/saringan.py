"""Filters of lists that a person keeps: named, renamed, made the default, thrown away.

They are a person's own tools and change nothing for anybody else, so no trail tells of them.
"""

from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from meja.models import PANJANG_PILIHAN, SaringanTersimpan
from warga.models import Pengguna

TERBANYAK = 20
KOSONG = "Pilih atau cari sesuatu dahulu, lalu simpan pilihannya."
PENUH = f"Paling banyak {TERBANYAK} pilihan tersimpan untuk satu daftar. Hapus satu dahulu."
TERLALU_PANJANG = "Pilihannya terlalu panjang untuk disimpan. Pendekkan kata yang dicari."
NAMA_TERPAKAI = "Nama itu sudah dipakai pilihan Anda yang lain di daftar ini. Pilih nama lain."


@transaction.atomic
def simpan(
    *, daftar: str, nama: str, pilihan: str, bawaan: bool, oleh: Pengguna
) -> SaringanTersimpan:
    """Keep a filter of a list. Raises TidakBisa when nothing is chosen, when it is too long, when
    there are TERBANYAK, and when another one has that name."""
    if not pilihan:
        raise TidakBisa(KOSONG)
    if len(pilihan) > PANJANG_PILIHAN:
        raise TidakBisa(TERLALU_PANJANG)
    milik = _kunci(oleh, daftar)
    if len(milik) >= TERBANYAK:
        raise TidakBisa(PENUH)
    baru = SaringanTersimpan(pemilik=oleh, daftar=daftar, nama=nama, pilihan=pilihan)
    _tulis(baru)
    if bawaan:
        _jadikan(milik, baru)
    return baru


@transaction.atomic
def ganti_nama(*, saringan: SaringanTersimpan, nama: str, oleh: Pengguna) -> None:
    """Name a filter anew. Raises TidakBisa when another one has that name."""
    _kunci(oleh, saringan.daftar)
    saringan.nama = nama
    _tulis(saringan)


@transaction.atomic
def atur_bawaan(*, saringan: SaringanTersimpan, bawaan: bool, oleh: Pengguna) -> None:
    """Let the list open with this filter, or with none."""
    milik = _kunci(oleh, saringan.daftar)
    if bawaan:
        _jadikan(milik, saringan)
    else:
        SaringanTersimpan.objects.filter(pk=saringan.pk).update(bawaan=False)


@transaction.atomic
def hapus(*, saringan: SaringanTersimpan, oleh: Pengguna) -> None:
    """Throw a filter away."""
    SaringanTersimpan.objects.milik(oleh).filter(pk=saringan.pk).delete()


def kosongkan_akun(*, pengguna: Pengguna, oleh: Pengguna) -> None:
    """Forget what an emptied account kept (the setting PENGOSONGAN)."""
    SaringanTersimpan.objects.milik(pengguna).delete()


def _kunci(oleh: Pengguna, daftar: str) -> list[SaringanTersimpan]:
    """Lock the account's row, so that two windows do not write at once, and return its filters."""
    Pengguna.objects.select_for_update(of=("self",), no_key=True).get(pk=oleh.pk)
    return list(SaringanTersimpan.objects.milik(oleh, daftar))


def _jadikan(milik: list[SaringanTersimpan], saringan: SaringanTersimpan) -> None:
    """Make it the only default."""
    lain = [satu.pk for satu in milik if satu.pk != saringan.pk]
    SaringanTersimpan.objects.filter(pk__in=lain).update(bawaan=False)
    SaringanTersimpan.objects.filter(pk=saringan.pk).update(bawaan=True)


def _tulis(saringan: SaringanTersimpan) -> None:
    """Write it. Raises TidakBisa when its name is taken."""
    try:
        with transaction.atomic():
            saringan.save()
    except IntegrityError as galat:
        raise TidakBisa(NAMA_TERPAKAI) from galat
