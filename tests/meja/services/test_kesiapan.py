"""A kampung is opened when nothing that must be there is missing."""

from typing import Any

import pytest

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from meja.services.kesiapan import buka
from tests.pabrik.kesiapan import lengkapi
from warga.models import Kesiapan

pytestmark = pytest.mark.django_db


def test_it_says_what_is_missing_and_changes_nothing(pemeran: Any) -> None:
    with pytest.raises(TidakBisa, match="Kontak dan jam balai kampung"):
        buka(kampung=pemeran.kampung, oleh=pemeran.camat)
    pemeran.kampung.refresh_from_db()
    assert not pemeran.kampung.bergabung
    assert not riwayat(pemeran.kampung)


def test_it_opens_when_all_is_there(pemeran: Any) -> None:
    lengkapi(pemeran)
    assert buka(kampung=pemeran.kampung, oleh=pemeran.camat).bergabung


@pytest.mark.parametrize("apa", ["masuk", "pembina", "latihan", "pengganti"])
def test_each_of_them_is_needed(pemeran: Any, apa: str) -> None:
    lengkapi(pemeran)
    if apa == "masuk":
        type(pemeran.kakam).objects.filter(pk=pemeran.kakam.pk).update(last_login=None)
    elif apa == "pembina":
        type(pemeran.kampung).objects.filter(pk=pemeran.kampung.pk).update(pembina_pengganti=None)
    elif apa == "latihan":
        Kesiapan.objects.filter(butir="latihan").update(dicabut=True)
    else:
        type(pemeran.aparat).objects.filter(pk=pemeran.aparat.pk).update(is_active=False)
    with pytest.raises(TidakBisa, match="Masih kurang"):
        buka(kampung=pemeran.kampung, oleh=pemeran.camat)
