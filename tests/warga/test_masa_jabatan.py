"""Rights begin and end with the office; role, kampung and office agree."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from aspirasi.models import Aspirasi
from core.galat import TidakBisa
from core.waktu import hari_ini
from tests.alat.admin_warga import ubah
from tests.alat.baca import ada
from tests.pabrik.aspirasi import terbit
from tests.pabrik.kampung import instansi_kampung, instansi_kecamatan
from tests.pabrik.orang import JabatanFactory, PenggunaFactory
from tests.pabrik.pemeran import SEMUA_PERAN
from warga.bacaan.masa_jabatan import hal_jabatan
from warga.enums import PERAN_JABATAN, NamaJabatan, Peran
from warga.models import Jabatan, Pengguna
from warga.services import simpan_jabatan

pytestmark = pytest.mark.django_db
SEHARI = dt.timedelta(days=1)
MEJA = reverse("meja:beranda")
BERJABATAN = ("bpk", "aparat", "kakam", "staf", "petugas_rahasia", "camat")


def akhiri(orang: Pengguna, hari: dt.date | None = None) -> Pengguna:
    """Let the office of this person end on that day; yesterday if none is given."""
    orang.jabatan.update(selesai=hari or hari_ini() - SEHARI)
    return Pengguna.objects.untuk_sesi().get(pk=orang.pk)


@pytest.mark.parametrize("siapa", BERJABATAN)
def test_rights_last_to_the_last_day_of_the_office(klien: Any, pemeran: Any, siapa: str) -> None:
    orang = akhiri(pemeran[siapa], hari_ini())
    assert orang.peran_kini == orang.peran != Peran.WARGA
    bekas = akhiri(pemeran[siapa])
    assert (bekas.peran_kini, bekas.is_staff, bekas.adalah_petugas) == (Peran.WARGA, False, False)
    for hak in ("warga.buka_meja", "warga.beri_kode", "aspirasi.kirim_untuk_orang_lain"):
        assert not bekas.has_perm(hak), hak
    assert bekas.has_perm("aspirasi.dukung")
    assert bekas.has_perm("aspirasi.sanggah")


def test_the_session_goes_on_as_that_of_a_resident(klien: Any, pemeran: Any) -> None:
    aparat = klien("aparat")
    assert aparat.get(MEJA).status_code == 200
    akhiri(pemeran.aparat)
    assert aparat.get(MEJA).status_code == 403
    assert aparat.get(reverse("akun")).status_code == 200


def test_rights_begin_with_the_office(pemeran: Any) -> None:
    pemeran.staf.jabatan.update(mulai=hari_ini() + SEHARI)
    orang = Pengguna.objects.untuk_sesi().get(pk=pemeran.staf.pk)
    assert not orang.has_perm("warga.buka_meja")
    pemeran.staf.jabatan.update(mulai=hari_ini())
    orang = Pengguna.objects.untuk_sesi().get(pk=pemeran.staf.pk)
    assert orang.has_perm("warga.buka_meja")


@pytest.mark.parametrize("siapa", ["fasilitator", "admin"])
def test_nobody_without_a_written_office_is_locked_out(pemeran: Any, siapa: str) -> None:
    orang = Pengguna.objects.untuk_sesi().get(pk=pemeran[siapa].pk)
    assert orang.peran_kini == orang.peran
    assert orang.has_perm("warga.beri_kode")


def test_an_admin_needs_no_office(pemeran: Any) -> None:
    JabatanFactory(
        pengguna=pemeran.admin, instansi=instansi_kecamatan(), selesai=dt.date(2025, 2, 1)
    )
    assert Pengguna.objects.untuk_sesi().get(pk=pemeran.admin.pk).adalah_petugas


@pytest.mark.parametrize("siapa", [s for s in SEMUA_PERAN if s != "pengunjung"])
def test_rows_and_one_account_say_the_same(pemeran: Any, siapa: str) -> None:
    for orang in (pemeran[siapa], akhiri(pemeran[siapa])):
        bekas = Pengguna.objects.purna().filter(pk=orang.pk).exists()
        assert bekas == (orang.peran != orang.peran_kini) or orang is pemeran[siapa]


def test_a_code_for_an_official_stays_with_the_kecamatan_between_two_offices(pemeran: Any) -> None:
    bekas = akhiri(pemeran.aparat)
    assert not pemeran.fasilitator.has_perm("warga.beri_kode", bekas)
    assert not pemeran.staf.has_perm("warga.beri_kode", akhiri(pemeran.camat))


def test_no_desk_waits_for_somebody_whose_term_ended(pemeran: Any) -> None:
    satu = terbit(pemeran.kampung, pemeran.staf)
    Aspirasi.objects.filter(pk=satu.pk).update(
        ditugaskan=pemeran.aparat, menunggu_kampung_sejak=hari_ini()
    )
    assert not Aspirasi.objects.bagian(pemeran.kakam).exists()
    akhiri(pemeran.aparat)
    assert Aspirasi.objects.bagian(pemeran.kakam).exists()


class TestAgreement:
    """An office of another kampung, or of another role, is refused."""

    def test_by_the_service(self, pemeran: Any) -> None:
        lain, kecamatan = instansi_kampung(pemeran.kampung_lain), instansi_kecamatan()
        salah = (
            (pemeran.aparat, NamaJabatan.SEKRETARIS, lain, "bukan di kampung akun ini"),
            (pemeran.warga, NamaJabatan.KASI, instansi_kampung(pemeran.kampung), "Ubah perannya"),
            (pemeran.aparat, NamaJabatan.CAMAT, kecamatan, "Ubah perannya"),
            (pemeran.aparat, NamaJabatan.KASI, kecamatan, "jabatan kampung"),
            (pemeran.staf, NamaJabatan.PETUGAS, lain, "bukan di kampung"),
        )
        for orang, nama, kantor, pesan in salah:
            jabatan = Jabatan(pengguna=orang, nama=nama, instansi=kantor, mulai=hari_ini())
            with pytest.raises(TidakBisa, match=pesan):
                simpan_jabatan(jabatan=jabatan, oleh=pemeran.admin)

    def test_in_the_form_of_the_admin(self, klien: Any, pemeran: Any) -> None:
        jabatan = pemeran.aparat.jabatan.get()
        isi: dict[str, Any] = {
            "jabatan-TOTAL_FORMS": "1",
            "jabatan-INITIAL_FORMS": "1",
            "jabatan-0-id": jabatan.pk,
            "jabatan-0-pengguna": pemeran.aparat.pk,
            "jabatan-0-nama": jabatan.nama,
            "jabatan-0-instansi": jabatan.instansi_id,
            "jabatan-0-mulai": "2025-01-01",
        }
        isi["kampung"] = pemeran.kampung_lain.pk
        respons = ubah(klien("admin"), pemeran.aparat, **isi)
        assert ada(respons, "bukan di kampung akun ini")
        pemeran.aparat.refresh_from_db()
        assert pemeran.aparat.kampung == pemeran.kampung
        ubah(klien("admin"), pemeran.aparat, **isi | {"jabatan-0-selesai": "2025-12-31"})
        pemeran.aparat.refresh_from_db()
        assert pemeran.aparat.kampung == pemeran.kampung_lain

    def test_in_a_form_sent_without_its_offices(self, klien: Any, pemeran: Any) -> None:
        respons = ubah(klien("admin"), pemeran.aparat, kampung=pemeran.kampung_lain.pk)
        assert ada(respons, "bukan di kampung akun ini")
        assert ada(ubah(klien("admin"), pemeran.aparat, peran="warga"), "Ubah perannya")
        pemeran.aparat.refresh_from_db()
        assert (pemeran.aparat.kampung, pemeran.aparat.peran) == (pemeran.kampung, Peran.APARAT)
        akhiri(pemeran.aparat)
        assert ubah(klien("admin"), pemeran.aparat, peran="warga").status_code == 302

    def test_what_has_ended_may_disagree(self, pemeran: Any) -> None:
        akhiri(pemeran.aparat)
        Pengguna.objects.filter(pk=pemeran.aparat.pk).update(kampung=pemeran.kampung_lain)
        pemeran.aparat.jabatan.get().clean()

    def test_every_office_has_a_role(self) -> None:
        assert set(PERAN_JABATAN) == set(NamaJabatan)


def test_the_admin_reads_what_is_to_be_done(
    klien: Any, pemeran: Any, django_assert_num_queries: Any
) -> None:
    akhiri(pemeran.kakam)
    akhiri(pemeran.camat, hari_ini() + 3 * SEHARI)
    Pengguna.objects.filter(pk=pemeran.aparat.pk).update(kampung=pemeran.kampung_lain)
    with django_assert_num_queries(1):
        semua = " | ".join(hal_jabatan())
    for potongan in (
        "Kepala Kampung Sido Rejo berakhir",
        "Camat Bangunrejo akan berakhir",
        "Ani Aparat: Operator Kampung Sido Rejo bukan di kampung",
        "Fitri Fasilitator (Fasilitator) belum punya jabatan tertulis",
    ):
        assert potongan in semua, semua
    assert ada(klien("admin").get(MEJA), "Jabatan petugas")
    assert not ada(klien("staf").get(MEJA), "Jabatan petugas")
    JabatanFactory(
        pengguna=PenggunaFactory(peran=Peran.APARAT, kampung=pemeran.kampung),
        nama=NamaJabatan.KAKAM,
        instansi=instansi_kampung(pemeran.kampung),
    )
    assert "Kepala Kampung Sido Rejo berakhir" not in " | ".join(hal_jabatan())
