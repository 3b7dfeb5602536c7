"""A database that was filled before its invariants were held is set right, and then closed."""

from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from aspirasi.enums import Langkah, Status
from aspirasi.models import Aspirasi, Dukungan
from aspirasi.models.kendala import JAM
from aspirasi.services import gabung, ikut, kiriman
from core.models import Tugas
from core.waktu import hari_ini
from tests.aspirasi.alur_bantu import ALASAN
from tests.aspirasi.bantu import buat, terbit

pytestmark = pytest.mark.django_db
RUANG = import_module("aspirasi.migrations.0017_ruang")
INVARIAN = import_module("aspirasi.migrations.0015_invarian")
DARI = import_module("aspirasi.migrations.0024_dukungan_dari")


def test_what_waits_in_the_queue_is_found_where_it_is_now() -> None:
    for fungsi in (
        "aspirasi.berkala.kerjakan",
        "aspirasi.tasks.kabari_bahaya",
        "core.surat.kirim",
    ):
        Tugas.objects.create(fungsi=fungsi)
    for _ in range(2):
        with connection.cursor() as kursor:
            kursor.execute(RUANG.PINDAH)
    ada = set(Tugas.objects.values_list("fungsi", flat=True))
    assert ada == {
        "aspirasi.services.berkala.kerjakan",
        "aspirasi.tasks.kabari_bahaya",
        "core.surat.kirim",
    }


def test_a_closed_one_that_still_waited_waits_no_more(pemeran: Any) -> None:
    """It is changed twice by that, and the table is altered in the same transaction."""
    lama = kiriman.tarik(aspirasi=buat(pemeran.kampung).aspirasi)
    with connection.cursor() as kursor, connection.schema_editor() as penyunting:
        kursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        for kendala in JAM:
            penyunting.remove_constraint(Aspirasi, kendala)
        waktu = dict.fromkeys(("langkah_mulai", "janji", "tenggat"), hari_ini())
        Aspirasi.objects.update(langkah=Langkah.PERIKSA, jatah_hari=0, **waktu)
        kursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        kursor.execute(INVARIAN.RAPIKAN)
        for kendala in JAM:
            penyunting.add_constraint(Aspirasi, kendala)
    lama.refresh_from_db()
    assert (lama.status, lama.langkah) == (Status.DITARIK, Langkah.NIHIL)
    assert (lama.tenggat, lama.janji, lama.jatah_hari) == (None, None, None)


def test_support_that_came_along_names_the_first_one(pemeran: Any) -> None:
    """As the service writes it, and as the upgrade finds it in what was written before."""
    satu, dua, tiga, lain = (terbit(pemeran.kampung, pemeran.staf) for _ in range(4))
    for aspirasi, orang in ((satu, pemeran.warga), (dua, pemeran.bpk), (tiga, pemeran.camat)):
        ikut.dukung(aspirasi=aspirasi, oleh=orang)
    ikut.dukung(aspirasi=lain, oleh=pemeran.warga)
    gabung.gabung(aspirasi=satu, ke=dua, alasan=ALASAN, oleh=pemeran.staf)
    gabung.gabung(aspirasi=dua, ke=tiga, alasan=ALASAN, oleh=pemeran.staf)
    harap = {
        *((satu.pk, pemeran.warga.pk, None), (dua.pk, pemeran.warga.pk, satu.pk)),
        *((tiga.pk, pemeran.warga.pk, satu.pk), (lain.pk, pemeran.warga.pk, None)),
        *((dua.pk, pemeran.bpk.pk, None), (tiga.pk, pemeran.bpk.pk, dua.pk)),
        (tiga.pk, pemeran.camat.pk, None),
    }

    def ada() -> set[tuple[int, ...]]:
        return set(Dukungan.objects.values_list("aspirasi", "pengguna", "dari"))

    assert ada() == harap
    Dukungan.objects.update(dari=None)
    with connection.cursor() as kursor:
        kursor.execute(DARI.ISI)
    assert ada() == harap
