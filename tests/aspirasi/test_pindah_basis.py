"""A database that was filled before its invariants were held is set right, and then closed."""

from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from aspirasi.enums import Langkah, Status
from aspirasi.models import Aspirasi
from aspirasi.models.kendala import JAM
from aspirasi.services import kiriman
from core.models import Tugas
from core.waktu import hari_ini
from tests.aspirasi.bantu import buat

pytestmark = pytest.mark.django_db
RUANG = import_module("aspirasi.migrations.0017_ruang")
INVARIAN = import_module("aspirasi.migrations.0015_invarian")


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
