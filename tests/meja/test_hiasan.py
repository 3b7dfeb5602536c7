"""Rows that are dressed by written SQL are those that Django would have read."""

import ast
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db.models import Model
from django.http import Http404

from aspirasi.models import Aspirasi
from aspirasi.models.himpunan import AspirasiQuerySet
from aspirasi.views.daftar import _untuk_halaman
from aspirasi.views.kirim import _terkirim
from aspirasi.views.kiriman import _untuk_pengirim
from aspirasi.views.lacak import _terlacak
from core.cari import hiasan
from core.cari.hiasan import dihias, satu_dihias
from core.models import HariLibur
from core.waktu import pada, sekarang
from forum.models import Topik, TopikQuerySet
from meja.rincian import _bernama, _bertumpangan
from proyek.models import Proyek
from proyek.views.muat import _utuh
from tests.alat.kerahasiaan import ramaikan, sembunyikan
from tests.pabrik.aspirasi import buat

pytestmark = pytest.mark.django_db

# All that dresses rows, with all that it may be told besides them.
SEMUA: list[tuple[type[Model], Callable[..., Any], tuple[bool, ...]]] = [
    *((Aspirasi, hias, ()) for hias in (_terkirim, _untuk_pengirim, _terlacak)),
    (Aspirasi, AspirasiQuerySet.untuk_kartu, ()),
    (Topik, TopikQuerySet.untuk_kartu, ()),
    (Proyek, _utuh, ()),
    *(
        (Aspirasi, hias, (satu,))
        for hias in (_untuk_halaman, _bernama, _bertumpangan)
        for satu in (True, False)
    ),
]
setiap = pytest.mark.parametrize(("model", "hias", "apa"), SEMUA)


def isi(satu: Any, *lewat: Any) -> Any:
    """Return an object with what was read along with it, in values that compare."""
    if not isinstance(satu, Model) or satu in lewat:
        return satu
    lewat = (*lewat, satu)
    dibaca = {nama: nilai for nama, nilai in vars(satu).items() if nama != "_state"}
    termuat = dibaca.pop("_prefetched_objects_cache", {})
    dibaca.pop("didukung", None)  # of nobody in the question, of one person in the answer
    kait = {nama: isi(nilai, *lewat) for nama, nilai in satu._state.fields_cache.items()}
    ikut = {nama: [isi(nilai, *lewat) for nilai in semua] for nama, semua in termuat.items()}
    return type(satu), dibaca, kait, ikut


def test_they_are_what_the_question_itself_answers(pemeran: Any) -> None:
    """Column by column, with the rows beside them, whatever was asked before."""
    ramaikan(pemeran)
    for kasus in ("petugas", "kecamatan", "ditarik"):
        sembunyikan(pemeran, kasus)
    for model, hias, apa in SEMUA:
        semua = model._default_manager.all()
        for baris in (semua.filter(pk__gt=0), semua.filter(pk=semua[0].pk), semua):
            asli = {satu.pk: isi(satu) for satu in hias(baris, *apa)}
            dibaca = {satu.pk: isi(satu) for satu in dihias(hias, baris, *apa, orang=1)}
            assert len(asli) == baris.count() > 0
            assert dibaca == asli


def test_nobody_s_rows_are_not_asked_for(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert dihias(AspirasiQuerySet.untuk_kartu, Aspirasi.objects.none()) == []


@setiap
def test_they_are_written_without_reading_and_for_one_day(
    model: Any, hias: Any, apa: Any, django_assert_num_queries: Any
) -> None:
    """Nothing that was read and no moment stands in it. It is told yes and no, never who asks."""
    assert all(isinstance(satu, bool) for satu in apa)

    def tulis() -> Any:
        with django_assert_num_queries(0):
            baru = hiasan._tulis.__wrapped__(hias, model, apa, dt.date.max)
        return baru.sql, baru.isian

    pagi = sekarang().replace(hour=1)
    with pada(pagi):
        tertulis = tulis()
    with pada(pagi + dt.timedelta(hours=15, minutes=7)):
        assert tulis() == tertulis
    assert tertulis[0][0].endswith("= ANY (ARRAY(")  # as an array, not as a table to be joined


def test_everything_that_dresses_rows_is_tried_here() -> None:
    assert set(_dipakai()) == {hias.__qualname__ for _, hias, _ in SEMUA}


def _dipakai() -> Iterator[str]:
    """The first argument of each call of `dihias` and `satu_dihias` in the portal."""
    for berkas in Path(settings.BASE_DIR).glob("[a-z]*/**/*.py"):
        bagian, tulisan = berkas.relative_to(settings.BASE_DIR).parts[0], berkas.read_text()
        if bagian != "tests" and berkas.name != "hiasan.py" and "dihias(" in tulisan:
            panggilan = [n for n in ast.walk(ast.parse(tulisan)) if isinstance(n, ast.Call)]
            yield from (
                ast.unparse(satu.args[0])
                for satu in panggilan
                if ast.unparse(satu.func) in ("dihias", "satu_dihias")
            )


def test_two_people_read_their_own_support(pemeran: Any) -> None:
    ramaikan(pemeran)
    terbit = Aspirasi.objects.terbit()
    banyak = {}
    for siapa in ("bpk", "warga"):
        semua = dihias(_untuk_halaman, terbit, True, orang=pemeran[siapa].pk)
        banyak[siapa] = sum(satu.didukung for satu in semua)
    assert banyak == {"bpk": 1, "warga": 0}
    assert not any(s.didukung for s in dihias(_untuk_halaman, terbit, False))


def test_the_day_goes_on(pemeran: Any) -> None:
    """SQL that was written on one day serves no other one."""
    milik = Aspirasi.objects.filter(pk=buat(pemeran.kampung).aspirasi.pk)
    besok = milik.get().tenggat + dt.timedelta(days=1)
    HariLibur.objects.create(tanggal=besok, nama="Libur")

    def libur() -> Any:
        return satu_dihias(AspirasiQuerySet.untuk_kartu, milik).libur  # type: ignore[attr-defined]  # an annotation

    assert libur() == []
    with pada(sekarang() + dt.timedelta(days=60)):
        assert libur() == [besok]


@pytest.mark.parametrize("ada", [0, 2])
def test_one_is_one(pemeran: Any, ada: int) -> None:
    for _ in range(ada):
        buat(pemeran.kampung)
    with pytest.raises(Http404):
        satu_dihias(AspirasiQuerySet.untuk_kartu, Aspirasi.objects.filter(kampung=pemeran.kampung))
