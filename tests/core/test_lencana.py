"""Numbers in the head of a page."""

from typing import Any

import pytest

from core import lencana
from tests.pabrik.orang import PenggunaFactory
from warga.models import Kampung, Pengguna

pytestmark = pytest.mark.django_db


def test_several_are_counted_in_one_query(django_assert_num_queries: Any) -> None:
    PenggunaFactory.create_batch(3)
    himpunan = {"orang": Pengguna.objects.all(), "tempat": Kampung.objects.order_by("nama")}
    with django_assert_num_queries(1):
        jumlah = lencana.hitung(himpunan)
    assert jumlah == {"orang": 3, "tempat": Kampung.objects.count()}
    assert jumlah["lain"] == 0


@pytest.mark.parametrize("nama", [(), ("a",), ("a", "b")])
def test_none_are_none(nama: tuple[str, ...]) -> None:
    assert not lencana.hitung({n: Pengguna.objects.filter(pk__in=[]) for n in nama})


def test_no_further_than_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lencana, "TERBANYAK", 2)
    PenggunaFactory.create_batch(3)
    jumlah = lencana.hitung({"orang": Pengguna.objects.all(), "tiada": Pengguna.objects.none()})
    assert jumlah == {"orang": 2}
    assert lencana.tulis(jumlah["orang"]) == "1+"
