"""Public numbers: dense, unique, and given back when the transaction fails."""

import pytest
from django.db import transaction

from core.jejak.nomor import nomor_baru
from tests.core.benda import serentak

pytestmark = pytest.mark.django_db


def test_each_kind_and_year_counts_for_itself() -> None:
    assert nomor_baru("PRJ", 2026) == "PRJ-2026-0001"
    assert nomor_baru("PRJ", 2026) == "PRJ-2026-0002"
    assert nomor_baru("PRJ", 2027) == "PRJ-2027-0001"
    assert nomor_baru("ASP", 2026) == "ASP-2026-00001"


@pytest.mark.parametrize("jenis", ["", "prj", "PRJX", "P-J", "PRJ\n"])
def test_a_strange_kind_is_refused(jenis: str) -> None:
    with pytest.raises(ValueError, match="tiga huruf besar"):
        nomor_baru(jenis, 2026)


def test_a_rolled_back_number_is_given_out_again() -> None:
    with transaction.atomic():
        nomor_baru("LAP", 2026)
        transaction.set_rollback(True)
    assert nomor_baru("LAP", 2026) == "LAP-2026-0001"


@pytest.mark.django_db(transaction=True)
def test_concurrent_takers_get_dense_unique_numbers() -> None:
    diberikan: list[str] = []
    serentak(lambda: diberikan.extend(nomor_baru("KEP", 2026) for _ in range(10)), banyak=4)
    assert sorted(diberikan) == [f"KEP-2026-{n:04d}" for n in range(1, 41)]
