"""Notices that were read long ago go."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from core.waktu import pada, sekarang
from kabar.models import Pemberitahuan
from kabar.services import kabar as layanan
from kabar.services.berkala import rapikan
from tests.alat.kabar import ikuti, siarkan
from tests.alat.meja import jawab
from tests.pabrik.aspirasi import selokan
from tests.pabrik.pemeran import Pemeran

pytestmark = pytest.mark.django_db


Klien = Callable[..., Client]


def test_what_was_read_over_a_year_ago_goes(pemeran: Pemeran, klien: Klien) -> None:
    aspirasi = selokan(pemeran)
    ikuti(klien("warga"), aspirasi)
    for isi in ("Digali.", "Dikeruk."):
        jawab(pemeran, aspirasi, isi)
    siarkan()
    satu = Pemberitahuan.objects.order_by("pk")[0]
    layanan.tandai_dibaca(pemberitahuan=satu, oleh=pemeran.warga)
    assert rapikan() == 0
    with pada(sekarang() + dt.timedelta(days=366)):
        assert rapikan() == 1
    assert Pemberitahuan.objects.get().dibaca_pada is None
    with pada(sekarang() + dt.timedelta(days=729)):
        assert rapikan() == 0
    with pada(sekarang() + dt.timedelta(days=731)):
        assert rapikan() == 1
