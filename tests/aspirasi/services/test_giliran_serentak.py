"""Setting the turns anew while somebody hands a kiriman to another office."""

from threading import Thread

import pytest
from django.db import transaction

from aspirasi.models import Aspirasi
from tests.alat.serentak import di_sambungan_lain, tunggu_kunci
from tests.pabrik.aspirasi import terbit
from tests.pabrik.kampung import InstansiFactory, instansi_kampung
from tests.pabrik.pemeran import Pemeran

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_counts_by_the_office_that_has_it_now(pemeran: Pemeran) -> None:
    """A row read in one statement with its office, and locked there, comes with no office when
    the office changed while the lock was waited for."""
    satu = terbit(pemeran.kampung, pemeran.staf)
    kampung, lain = instansi_kampung(pemeran.kampung), InstansiFactory()
    Aspirasi.objects.filter(pk=satu.pk).update(ditangani=kampung)
    semua = Aspirasi.objects.filter(pk=satu.pk)
    utas = Thread(target=di_sambungan_lain, args=(semua.setel_giliran,))
    with transaction.atomic():
        milik = Aspirasi.objects.get(pk=satu.pk)
        milik.ditangani, milik.status = lain, "diproses"
        milik.save()
        hari = (milik.menunggu_kecamatan_sejak, milik.menunggu_kampung_sejak)
        utas.start()
        assert tunggu_kunci()
    utas.join()
    satu.refresh_from_db()
    assert (satu.menunggu_kecamatan_sejak, satu.menunggu_kampung_sejak) == hari
