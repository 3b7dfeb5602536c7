"""Changes of the order: inside one group, with a reason; the newest is taken back first."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from core.galat import TidakBisa
from musrenbang.bacaan.peringkat import Peserta, peringkat, urutkan
from musrenbang.enums import Cara, Status
from musrenbang.models import PerubahanUrutan, Usulan
from musrenbang.services.persiapan import mundur
from musrenbang.services.rapat import batalkan, ubah_urutan
from tests.pabrik.musrenbang import dibuka, sampai, usul

pytestmark = pytest.mark.django_db
ALASAN = "Longsor minggu lalu."


def rapat(pemeran: Any) -> list[Usulan]:
    satu = dibuka(pemeran)
    semua = [usul(satu, pemeran.aparat, pemeran.kampung, n) for n in (1, 2, 3)]
    sampai(satu, Status.RAPAT, pemeran)
    return [Usulan.objects.untuk_kartu().get(pk=u.pk) for u in semua]


def ubah(usulan: Usulan, ke: int, pemeran: Any, **isi: Any) -> PerubahanUrutan:
    baru: Any = PerubahanUrutan(usulan=usulan, ke=ke, **({"alasan": ALASAN} | isi))
    return ubah_urutan(perubahan=baru, oleh=pemeran.staf)


def urutan(usulan: Usulan) -> list[int | None]:
    musrenbang = usulan.musrenbang
    (satu,) = peringkat(musrenbang, list(musrenbang.usulan.berdiri().untuk_kartu()))
    return [p.usulan.urutan for p in satu.peserta]


def test_a_change_moves_one_and_is_taken_back(pemeran: Any) -> None:
    a, b, c = rapat(pemeran)
    assert urutan(a) == [1, 2, 3]  # equal scores stand by the order of their kampung
    pertama = ubah(c, 1, pemeran)
    kedua = ubah(a, 3, pemeran, cara=Cara.SUARA, setuju=5, tidak=1)
    assert (pertama.dari, kedua.dari, urutan(b)) == (3, 2, [3, 2, 1])
    with pytest.raises(TidakBisa, match="lebih baru"):
        batalkan(perubahan=pertama, alasan=ALASAN, oleh=pemeran.staf)
    with pytest.raises(TidakBisa, match="Batalkan dahulu"):
        mundur(musrenbang=a.musrenbang, alasan=ALASAN, oleh=pemeran.staf)
    batalkan(perubahan=kedua, alasan=ALASAN, oleh=pemeran.staf)
    with pytest.raises(TidakBisa, match="sudah dibatalkan"):
        batalkan(perubahan=kedua, alasan=ALASAN, oleh=pemeran.staf)
    assert urutan(b) == [3, 1, 2]


def test_places_that_are_none_and_reasons_that_are_none(pemeran: Any) -> None:
    a, *_ = rapat(pemeran)
    for ke, isi, kata in (
        (1, {}, "tetap sama"),
        (4, {}, "berisi 3 usulan"),
        (0, {}, "berisi 3 usulan"),
        (2, {"alasan": " "}, "alasannya"),
    ):
        with pytest.raises(TidakBisa, match=kata):
            ubah(a, ke, pemeran, **isi)
    satu = ubah(a, 2, pemeran)
    with pytest.raises(IntegrityError, match="tidak diubah"), transaction.atomic():
        PerubahanUrutan.objects.filter(pk=satu.pk).update(ke=3)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 6)), max_size=8))
def test_changes_only_move(langkah: list[tuple[int, int]]) -> None:
    """Whatever the meeting changes, every proposal stays in its group once, and the last one that
    was moved stands where it was put."""
    peserta = [Peserta(Usulan(pk=n, urutan=n), Decimal(0)) for n in range(1, 7)]
    ubah = [
        PerubahanUrutan(pk=n, usulan_id=siapa + 1, ke=ke) for n, (siapa, ke) in enumerate(langkah)
    ]
    hasil = [p.usulan.pk for p in urutkan(peserta, ubah)]
    assert sorted(hasil) == [1, 2, 3, 4, 5, 6]
    if langkah:
        siapa, ke = langkah[-1]
        assert hasil[ke - 1] == siapa + 1
