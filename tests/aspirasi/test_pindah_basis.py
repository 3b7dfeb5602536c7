"""A database that was filled before its invariants were held is set right, and then closed."""

from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from aspirasi.enums import Aksi, Jangkauan, Langkah, Status
from aspirasi.models import Aspirasi, Dukungan
from aspirasi.models.kendala import JAM
from aspirasi.services import gabung, ikut, kiriman, pembaca, tangani
from core.models import Tugas
from core.waktu import hari_ini
from tests.alat.alur import ALASAN, perbuatan
from tests.pabrik.aspirasi import buat, periksa, terbit

pytestmark = pytest.mark.django_db
RUANG = import_module("aspirasi.migrations.0017_ruang")
INVARIAN = import_module("aspirasi.migrations.0015_invarian")
DARI = import_module("aspirasi.migrations.0024_dukungan_dari")
DIAMBIL = import_module("aspirasi.migrations.0025_diambil_oleh")


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
    """As the service writes it, and as the upgrade finds it in older rows."""
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


class TestWhoBeganBeforeTheLook:
    """It stands in a column; the upgrade reads it from the trail once."""

    @pytest.fixture
    def aspirasi(self, pemeran: Any) -> Aspirasi:
        aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
        return tangani.ambil_dulu(aspirasi=aspirasi, oleh=pemeran.aparat)

    def test_those_that_wait_are_filled(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        diperiksa = buat(pemeran.kampung, langsung=True).aspirasi
        periksa(tangani.ambil_dulu(aspirasi=diperiksa, oleh=pemeran.kakam), pemeran.staf)
        Aspirasi.objects.update(diambil_oleh=None)
        with connection.cursor() as kursor:
            kursor.execute(DIAMBIL.ISI)
        terisi = Aspirasi.objects.filter(diambil_oleh__isnull=False)
        assert list(terisi.values_list("pk", "diambil_oleh")) == [(aspirasi.pk, pemeran.aparat.pk)]

    @pytest.mark.parametrize(
        "aksi", [Aksi.PERIKSA, Aksi.TARIK, Aksi.TOLAK, Aksi.GABUNG, "dipersempit", "ditutup"]
    )
    def test_it_goes_with_the_hold(self, pemeran: Any, aspirasi: Aspirasi, aksi: str) -> None:
        assert aspirasi.diambil_oleh == pemeran.aparat
        sempit: dict[str, Any] = {"aspirasi": aspirasi, "jangkauan": Jangkauan.KECAMATAN}
        laku = perbuatan(pemeran) | {
            "dipersempit": lambda a: pembaca.persempit(**sempit, alasan=ALASAN, oleh=pemeran.staf),
            "ditutup": lambda a: pembaca.atur(**sempit),
        }
        laku[aksi](aspirasi)
        aspirasi.refresh_from_db()
        assert aspirasi.diambil_oleh is None
        aspirasi.validate_constraints()
