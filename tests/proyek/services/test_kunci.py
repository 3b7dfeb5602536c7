"""The lock of a project refuses one that was taken back."""

import pytest
from django.utils import timezone

from core.galat import TidakBisa
from proyek.enums import Tahap
from proyek.models import Proyek
from proyek.services.keterangan import ubah_keterangan
from proyek.services.kunci import kunci_bersama
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db


def test_several_are_locked_in_the_order_of_their_keys() -> None:
    satu, dua = buat_proyek(), buat_proyek()
    assert kunci_bersama([dua.pk, satu.pk, dua.pk]) == [satu, dua]


def test_an_act_on_one_taken_back_is_refused_with_a_sentence(pemeran) -> None:
    proyek = buat_proyek()
    Proyek.objects.update(tahap=Tahap.DIBATALKAN, dicabut_pada=timezone.now())
    with pytest.raises(TidakBisa, match="dicabut karena dibuka keliru"):
        ubah_keterangan(proyek=proyek, isi={"lokasi": "RT 4"}, alasan="Kurang.", oleh=pemeran.kakam)
