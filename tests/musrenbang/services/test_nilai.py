"""Scores: by the named team, of proposals that passed, until the meeting; and no trail of them."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from musrenbang.enums import Status
from musrenbang.models import Nilai
from musrenbang.services.nilai import nilai
from tests.pabrik.musrenbang import beri, dibuka, sampai, usul

pytestmark = pytest.mark.django_db


def test_only_the_team_scores_and_only_then(pemeran: Any) -> None:
    satu = dibuka(pemeran)
    milik = usul(satu, pemeran.aparat, pemeran.kampung)
    kurang = usul(satu, pemeran.aparat, pemeran.kampung, 2, lengkap=False)
    with pytest.raises(TidakBisa, match="belum dibuka"):
        beri(milik, pemeran.staf, 3, 3)
    sampai(satu, Status.NILAI, pemeran)
    for usulan, oleh, kata in (
        (milik, pemeran.admin, "Hanya anggota tim"),
        (kurang, pemeran.staf, "belum memenuhi syarat"),
    ):
        with pytest.raises(TidakBisa, match=kata):
            beri(usulan, oleh, 3, 3)
    with pytest.raises(TidakBisa, match="semua kriteria"):
        nilai(usulan=milik, angka={satu.kriteria.first(): 3}, oleh=pemeran.staf)
    banyak = riwayat(milik).count()
    beri(milik, pemeran.camat, 5, 1)
    beri(milik, pemeran.camat, 4, 2)
    milik_camat = Nilai.objects.filter(anggota__pengguna=pemeran.camat)
    assert sorted(milik_camat.values_list("angka", flat=True)) == [2, 4]
    assert riwayat(milik).count() == banyak


def test_the_database_keeps_them_still_at_the_meeting(pemeran: Any) -> None:
    satu = dibuka(pemeran)
    usul(satu, pemeran.aparat, pemeran.kampung)
    sampai(satu, Status.RAPAT, pemeran)
    with pytest.raises(IntegrityError, match="selama penilaian"), transaction.atomic():
        Nilai.objects.update(angka=5)
