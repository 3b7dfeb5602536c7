"""Public numbers: dense, unique, and given back when the transaction fails."""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from aspirasi.models import Aspirasi
from core.jejak.nomor import nomor_baru, nomor_blok, nomor_untuk
from laporan.models import LaporanKemajuan
from proyek.models import Keputusan, Proyek
from tests.alat.serentak import serentak
from tests.pabrik.tugas import Uji

pytestmark = pytest.mark.django_db


def test_each_kind_and_year_counts_for_itself() -> None:
    assert nomor_baru(Proyek, 2026) == "PRJ-2026-0001"
    assert nomor_baru(Proyek, 2026) == "PRJ-2026-0002"
    assert nomor_baru(Proyek, 2027) == "PRJ-2027-0001"
    assert nomor_baru(Aspirasi, 2026) == "ASP-2026-00001"


def test_every_numbered_model_has_a_prefix_of_its_own() -> None:
    """No two kinds share a counter, and each number fits its column."""
    bernomor: list[Any] = [m for m in apps.get_models() if hasattr(m, "awalan_nomor")]
    awalan = [m.awalan_nomor for m in bernomor]
    assert sorted(awalan) == ["ASP", "KEP", "LAP", "PRJ"]
    for model in bernomor:
        kolom = model._meta.get_field("nomor")
        assert len(nomor_baru(model, 2026)) < kolom.max_length


@pytest.mark.parametrize("awalan", ["", "prj", "PRJX", "P-J", "PRJ\n"])
def test_a_strange_kind_is_refused(awalan: str) -> None:
    aneh: Any = type("Aneh", (), {"awalan_nomor": awalan, "lebar_nomor": 4})
    with pytest.raises(ValueError, match="tiga huruf besar"):
        nomor_baru(aneh, 2026)


def test_a_rolled_back_number_is_given_out_again() -> None:
    with transaction.atomic():
        nomor_baru(LaporanKemajuan, 2026)
        transaction.set_rollback(True)
    assert nomor_baru(LaporanKemajuan, 2026) == "LAP-2026-0001"


def test_a_block_is_one_statement_and_leaves_no_hole() -> None:
    with CaptureQueriesContext(connection) as perintah:
        blok = nomor_blok(Proyek, 2026, 3)
    assert blok == ["PRJ-2026-0001", "PRJ-2026-0002", "PRJ-2026-0003"]
    assert sum("core_penghitung" in p["sql"] for p in perintah) == 1
    assert nomor_baru(Proyek, 2026) == "PRJ-2026-0004"


@pytest.mark.parametrize("banyak", [0, -1])
def test_a_block_of_nothing_is_refused(banyak: int) -> None:
    nomor_baru(Proyek, 2026)
    with pytest.raises(ValueError, match="paling sedikit satu"):
        nomor_blok(Proyek, 2026, banyak)
    assert nomor_baru(Proyek, 2026) == "PRJ-2026-0002"


def test_several_are_taken_in_alphabetical_order_whatever_is_asked_first() -> None:
    with CaptureQueriesContext(connection) as perintah:
        nomor = nomor_untuk(Proyek, Uji, Keputusan, tahun=2026)
    assert nomor == ["PRJ-2026-0001", "UJI-2026-0001", "KEP-2026-0001"]
    penghitung = [p["sql"] for p in perintah if "core_penghitung" in p["sql"]]
    assert [next(a for a in ("KEP", "PRJ", "UJI") if a in sql) for sql in penghitung] == [
        "KEP",
        "PRJ",
        "UJI",
    ]


@pytest.mark.django_db(transaction=True)
def test_concurrent_takers_get_dense_unique_numbers() -> None:
    diberikan: list[str] = []
    serentak(lambda: diberikan.extend(nomor_baru(Keputusan, 2026) for _ in range(10)), banyak=4)
    assert sorted(diberikan) == [f"KEP-2026-{n:04d}" for n in range(1, 41)]
