"""The log of security events: it is there, says little, and cannot be rewritten."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from core.jaga import keamanan
from core.jaga.keamanan import SIMPAN, Kejadian, catat
from core.models import KejadianKeamanan
from tests.pabrik.benda import Orang

pytestmark = pytest.mark.django_db
LEWAT = dt.timedelta(minutes=2)


def test_a_row_holds_an_event_an_account_and_a_minute() -> None:
    catat(Kejadian.KODE_DIBERI, akun=None, oleh=Orang())
    baris = KejadianKeamanan.objects.get()
    assert (baris.akun_id, baris.oleh_id, baris.tempat) == (None, 7, "")
    assert (baris.waktu.second, baris.waktu.microsecond) == (0, 0)
    assert {f.name for f in KejadianKeamanan._meta.fields} == {
        "id", "waktu", "kejadian", "akun_id", "peran", "oleh_id", "tempat"
    }  # fmt: skip


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE core_kejadiankeamanan SET akun_id = 8",
        "DELETE FROM core_kejadiankeamanan",
    ],
)
def test_what_is_young_is_neither_changed_nor_removed(perintah: str) -> None:
    KejadianKeamanan.objects.create(kejadian=Kejadian.MASUK, waktu=timezone.now() - SIMPAN + LEWAT)
    with (
        pytest.raises(IntegrityError, match="Catatan keamanan"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(perintah)


def test_after_180_days_a_row_goes_and_no_other() -> None:
    for umur in (SIMPAN + LEWAT, SIMPAN - LEWAT):
        KejadianKeamanan.objects.create(kejadian=Kejadian.MASUK, waktu=timezone.now() - umur)
    keamanan.rapikan()
    assert KejadianKeamanan.objects.get().waktu > timezone.now() - SIMPAN


def test_who_waits_again_and_again_fills_no_table() -> None:
    for _ in range(20):
        keamanan.catat_jeda("sidik")
    assert KejadianKeamanan.objects.filter(kejadian=Kejadian.DIJEDA).count() == 6
