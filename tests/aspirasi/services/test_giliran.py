"""Since when a kiriman waits for an office, what sets it, and the recount of every night."""

import datetime as dt
import random
from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from aspirasi.enums import Status
from aspirasi.giliran import HASIL
from aspirasi.models import Aspirasi
from aspirasi.services import gabung, giliran, instansi, jawab, kiriman, tangani
from core.antrean.tugas import SURAT
from core.models import Tugas
from core.waktu import hari_ini, pada
from tests.alat.alur import ALASAN
from tests.alat.baca import teks
from tests.alat.giliran import sama
from tests.alat.jam import saat
from tests.pabrik.aspirasi import buat, periksa, surat, terbit
from tests.pabrik.giliran import kolom_acak, simpan
from tests.pabrik.kampung import instansi_kampung
from warga.enums import JenisInstansi

pytestmark = pytest.mark.django_db
MIGRASI = import_module("aspirasi.migrations.0027_giliran")
JUMAT, SENIN = saat("2026-02-06"), saat("2026-02-09")


def hari(aspirasi: Aspirasi) -> tuple[dt.date | None, dt.date | None]:
    """Since when it waits for the kecamatan and for its kampung, as it is stored."""
    return Aspirasi.objects.values_list(*HASIL).get(pk=aspirasi.pk)


def rusak(**nilai: Any) -> None:
    """Write past all doors."""
    with connection.cursor() as cursor:
        for nama, isi in nilai.items():
            cursor.execute(f"UPDATE aspirasi_aspirasi SET {nama} = %s", [isi])  # noqa: S608 (our own columns)


class TestSince:
    """The day on which it began to wait stays until it does not wait any more."""

    def test_it_waits_from_the_day_it_came(self, pemeran: Any) -> None:
        with pada(JUMAT):
            satu = buat(pemeran.kampung).aspirasi
        assert hari(satu) == (JUMAT.date(), None)
        with pada(SENIN):
            tangani.catat_internal(aspirasi=satu, isi="Lihat.", oleh=pemeran.staf)
            satu.refresh_from_db()
            satu.save()
        assert hari(satu) == (JUMAT.date(), None)
        with pada(SENIN):
            periksa(satu, pemeran.staf)
        # It is the kecamatan's to route still, and has reached its kampung.
        assert hari(satu) == (JUMAT.date(), SENIN.date())

    def test_what_came_back_waits_anew(self, pemeran: Any) -> None:
        with pada(JUMAT):
            satu = buat(pemeran.kampung).aspirasi
            jawab.minta_keterangan(aspirasi=satu, isi="Di mana?", oleh=pemeran.staf)
        assert hari(satu) == (None, None)
        with pada(SENIN):
            kiriman.lengkapi(aspirasi=satu, isi="Di Dusun 3.")
        assert hari(satu) == (SENIN.date(), None)

    def test_another_kampung_waits_since_it_came_there(self, pemeran: Any) -> None:
        with pada(JUMAT):
            satu = terbit(pemeran.kampung, pemeran.staf)
            dua = buat(pemeran.kampung, langsung=True).aspirasi
        assert hari(satu) == hari(dua) == (JUMAT.date(), JUMAT.date())
        with pada(SENIN):
            lain = instansi_kampung(pemeran.kampung_lain)
            tangani.teruskan(aspirasi=satu, ke=lain, oleh=pemeran.staf)
            periksa(dua, pemeran.staf, kampung=pemeran.kampung_lain)
        assert hari(satu) == (None, SENIN.date())
        assert hari(dua) == (JUMAT.date(), SENIN.date())

    def test_for_another_instansi_it_waits_until_the_day_that_is_due(self, pemeran: Any) -> None:
        with pada(JUMAT):
            satu = terbit(pemeran.kampung, pemeran.staf)
            satu = instansi.tunggu_instansi(
                aspirasi=satu, isi="Kami bersurat.", surat=surat(), oleh=pemeran.staf
            )
        assert satu.tenggat
        assert hari(satu) == (satu.tenggat, None)
        sehari = dt.timedelta(days=1)
        for lewat, ada in ((-sehari, False), (0 * sehari, True), (sehari, True)):
            with pada(saat(str(satu.tenggat)) + lewat):
                assert Aspirasi.objects.bagian(pemeran.staf).exists() == ada

    def test_the_queue_says_since_when(self, klien: Any, pemeran: Any) -> None:
        with pada(JUMAT):
            satu = buat(pemeran.kampung).aspirasi
        with pada(SENIN):
            periksa(satu, pemeran.staf)
        antrean = "/kerja/aspirasi/?keadaan=bagian"
        assert "Menunggu meja Anda sejak 9 Februari 2026" in teks(klien("aparat").get(antrean))
        assert "Menunggu meja Anda sejak 6 Februari 2026" in teks(klien("staf").get(antrean))

    def test_the_page_of_one_kiriman_says_whose_turn_it_is(self, klien: Any, pemeran: Any) -> None:
        with pada(JUMAT):
            satu = buat(pemeran.kampung).aspirasi
        staf, halaman = klien("staf"), f"/kerja/aspirasi/{satu.acuan}/"
        assert "Menunggu meja Anda sejak 6 Februari 2026" in teks(staf.get(halaman))
        with pada(SENIN):
            satu = periksa(satu, pemeran.staf)
            ke = instansi_kampung(pemeran.kampung)
            tangani.teruskan(aspirasi=satu, ke=ke, oleh=pemeran.staf)
        assert "Menunggu kecamatan" not in teks(staf.get(halaman))
        assert "Menunggu meja Anda sejak 9 Februari 2026" in teks(klien("aparat").get(halaman))

    def test_a_merged_one_waits_for_nobody_and_let_go_anew(self, pemeran: Any) -> None:
        with pada(JUMAT):
            satu, ke = (terbit(pemeran.kampung, pemeran.staf) for _ in range(2))
            gabung.gabung(aspirasi=satu, ke=ke, alasan=ALASAN, oleh=pemeran.staf)
        assert hari(satu) == (None, None)
        with pada(SENIN):
            kiriman.tarik(aspirasi=ke)
        assert hari(satu)[0] == SENIN.date()


class TestPlaces:
    """Changes outside of the row are followed at once."""

    def test_delegating_and_taking_back(self, pemeran: Any) -> None:
        with pada(JUMAT):
            satu = buat(pemeran.kampung, langsung=True).aspirasi
            tangani.ambil_dulu(aspirasi=satu, oleh=pemeran.kakam)
        assert hari(satu) == (JUMAT.date(), None)
        with pada(SENIN):
            for ya, sejak in ((True, SENIN.date()), (False, None)):
                pemeran.kampung.verifikasi_didelegasikan = ya
                pemeran.kampung.save()
                assert hari(satu) == (JUMAT.date(), sejak)

    def test_an_instansi_that_becomes_the_kecamatans(self, pemeran: Any) -> None:
        satu = terbit(pemeran.kampung, pemeran.staf)
        kantor = instansi_kampung(pemeran.kampung)
        tangani.teruskan(aspirasi=satu, ke=kantor, oleh=pemeran.staf)
        assert hari(satu) == (None, hari_ini())
        kantor.jenis, kantor.kampung = JenisInstansi.KABUPATEN, None
        kantor.save()
        assert hari(satu) == (hari_ini(), None)


class TestTheRecount:
    """Every night; silent while all is right."""

    def test_it_sets_right_what_differs_and_tells_the_admins(self, pemeran: Any) -> None:
        pemeran.admin.email = "admin@contoh.id"
        pemeran.admin.save()
        satu = buat(pemeran.kampung).aspirasi
        terbit(pemeran.kampung_lain, pemeran.staf)
        assert giliran.hitung_ulang() == 0
        assert not Tugas.objects.filter(fungsi=SURAT).exists()
        rusak(menunggu_kecamatan_sejak=None)
        assert not Aspirasi.objects.bagian(pemeran.staf).exists()
        for _ in range(2):
            giliran.hitung_ulang()
        assert hari(satu) == (hari_ini(), None)
        surat_admin = Tugas.objects.get(fungsi=SURAT).argumen
        assert surat_admin[0] == "admin@contoh.id"
        assert "sudah dibetulkan" in surat_admin[2]
        assert satu.judul not in surat_admin[2]

    def test_it_finds_what_waits_without_a_reason(self, pemeran: Any) -> None:
        satu = kiriman.tarik(aspirasi=buat(pemeran.kampung).aspirasi)
        rusak(menunggu_kampung_sejak=hari_ini())
        assert giliran.hitung_ulang() == 1
        assert hari(satu) == (None, None)

    def test_it_misses_nothing_that_waits(self, pemeran: Any) -> None:
        """Even where both days are lost, so that only the rules can say that it waits."""
        acak, induk = random.Random(32), buat(pemeran.kampung).aspirasi
        for ke in range(120):
            simpan(0, ke, kolom_acak(acak, pemeran, induk))
        giliran.hitung_ulang()
        semua = list(Aspirasi.objects.order_by("pk").values_list(*HASIL))
        rusak(menunggu_kecamatan_sejak=None, menunggu_kampung_sejak=None)
        assert giliran.hitung_ulang() == sum(baris != (None, None) for baris in semua)
        assert list(Aspirasi.objects.order_by("pk").values_list(*HASIL)) == semua

    @pytest.mark.parametrize("banyak", [1, 3])
    def test_it_reads_all_in_one_query(
        self, pemeran: Any, banyak: int, django_assert_num_queries: Any
    ) -> None:
        for _ in range(banyak):
            tangani.teruskan(
                aspirasi=terbit(pemeran.kampung, pemeran.staf),
                ke=instansi_kampung(pemeran.kampung),
                oleh=pemeran.staf,
            )
        with django_assert_num_queries(3):  # with its savepoint
            assert giliran.hitung_ulang() == 0


def test_the_migration_fills_what_the_rules_say(pemeran: Any) -> None:
    """And since when, as far as the columns know."""
    acak = random.Random(27)
    with pada(saat("2026-03-13")):
        with pada(JUMAT):
            induk = buat(pemeran.kampung).aspirasi
        for ke in range(120):
            kolom = kolom_acak(acak, pemeran, induk)
            if kolom["status"] != Status.DIJANJIKAN:  # it was not there yet
                simpan(0, ke, kolom)
        pemeran.kampung.verifikasi_didelegasikan = True
        pemeran.kampung.save()
        semua = list(Aspirasi.objects.order_by("pk").values_list(*HASIL))
        rusak(menunggu_kecamatan_sejak=None, menunggu_kampung_sejak=None)
        with connection.schema_editor() as penyunting:
            MIGRASI.isi(None, penyunting)
        assert giliran.hitung_ulang() == 0
        assert sama(pemeran, 0, 1, 5) > 50
        kini = list(Aspirasi.objects.order_by("pk").values_list(*HASIL))
    assert sum(nilai is not None for baris in semua for nilai in baris) > 60
    menunggu = [[nilai is not None for nilai in baris] for baris in semua]
    assert menunggu == [[nilai is not None for nilai in baris] for baris in kini]
    assert hari(induk) == (JUMAT.date(), None)
