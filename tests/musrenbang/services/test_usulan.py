"""Proposals: so many for a kampung, each number once, and none after the gate has closed."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from core.models import Berkas
from musrenbang.enums import Status
from musrenbang.models import Usulan
from musrenbang.services.usulan import ganti_foto, perbaiki, tarik
from tests.pabrik.berkas import foto_tersimpan
from tests.pabrik.musrenbang import dibuka, sampai, usul

pytestmark = pytest.mark.django_db


def test_numbers_are_few_and_used_once(pemeran: Any) -> None:
    satu = dibuka(pemeran)
    pertama = usul(satu, pemeran.aparat, pemeran.kampung)
    with pytest.raises(TidakBisa, match="ke-1 sudah dipakai"):
        usul(satu, pemeran.aparat, pemeran.kampung)
    with pytest.raises(TidakBisa, match="paling banyak 3"):
        usul(satu, pemeran.aparat, pemeran.kampung, 4)
    usul(satu, pemeran.staf, None, None)
    usul(satu, pemeran.staf, None, None, judul="Puskesmas pembantu")
    with pytest.raises(IntegrityError), transaction.atomic():
        Usulan.objects.filter(pk=pertama.pk).update(urutan=4)


def test_a_photo_takes_the_place_of_the_one_before(pemeran: Any) -> None:
    milik = usul(dibuka(pemeran), pemeran.aparat, pemeran.kampung)
    lama, baru = milik.foto_id, foto_tersimpan()
    ganti_foto(usulan=milik, berkas=baru, oleh=pemeran.aparat)
    assert Usulan.objects.get(pk=milik.pk).foto == baru
    assert not Berkas.objects.filter(pk=lama).exists()


def test_nothing_changes_after_the_gate(pemeran: Any) -> None:
    milik = usul(dibuka(pemeran), pemeran.aparat, pemeran.kampung)
    sampai(milik.musrenbang, Status.NILAI, pemeran)
    segar = Usulan.objects.get(pk=milik.pk)
    for laku in (
        lambda: perbaiki(usulan=segar, oleh=pemeran.aparat),
        lambda: ganti_foto(usulan=segar, berkas=foto_tersimpan(), oleh=pemeran.aparat),
        lambda: tarik(usulan=segar, alasan="Batal.", oleh=pemeran.aparat),
        lambda: usul(milik.musrenbang, pemeran.aparat, pemeran.kampung, 2),
    ):
        with pytest.raises(TidakBisa, match="sudah mulai menilai"):
            laku()
    for isi in ({"judul": "Lain"}, {"perkiraan": 1}, {"ditarik_pada": milik.dibuat}):
        with pytest.raises(IntegrityError, match="sudah mulai menilai"), transaction.atomic():
            Usulan.objects.filter(pk=milik.pk).update(**isi)


def test_withdrawing_needs_a_reason_and_is_done_once(pemeran: Any) -> None:
    milik = usul(dibuka(pemeran), pemeran.aparat, pemeran.kampung)
    with pytest.raises(TidakBisa, match="alasannya"):
        tarik(usulan=milik, alasan="", oleh=pemeran.aparat)
    tarik(usulan=milik, alasan="Sudah dikerjakan.", oleh=pemeran.aparat)
    for laku in (tarik, lambda **isi: perbaiki(usulan=isi["usulan"], oleh=isi["oleh"])):
        with pytest.raises(TidakBisa, match="sudah ditarik"):
            laku(usulan=milik, alasan="Lagi.", oleh=pemeran.aparat)
