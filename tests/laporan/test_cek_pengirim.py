"""Nobody learns who wrote a check, or on which day: the ways around its pages."""

from typing import Any

import pytest

from tests.pabrik.cek import terbukti, tulis

pytestmark = pytest.mark.django_db
ADMIN = "/admin/laporan/cekwarga/"
# Columns that stand on no page of the admin.
TERTUTUP = (
    *("penulis", "penulis__id__exact", "penulis__in", "kampung", "urutan__gte"),
    *("penulis__isnull", "dibuat__gte", "dibuat__hour__gte", "terbit_pada__gte", "kunci_sekali"),
)


@pytest.mark.parametrize("siapa", ["staf", "camat", "admin"])
def test_the_admin_answers_no_question_for_writer_or_moment(
    klien: Any, pemeran: Any, tentang: Any, siapa: str
) -> None:
    cek = tulis(tentang, terbukti(pemeran))
    client = klien(siapa)
    for nama in TERTUTUP:
        nilai = cek.penulis_id if nama.startswith("penulis") else 1
        assert client.get(ADMIN, {nama: nilai}).status_code == 400, nama
    for nama, nilai in (("dari__exact", "terbukti"), ("proyek__id__exact", cek.proyek_id)):
        assert client.get(ADMIN, {nama: nilai}).status_code == 200
    assert client.get("/admin/laporan/laporankemajuan/", {"cek": cek.pk}).status_code == 400
