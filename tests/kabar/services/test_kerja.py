"""Officials hear of their own work, and of nothing that their desk does not hold."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import keterangan, kiriman, pembaca, tangani
from core.waktu import hari_ini, pada
from kabar.models import Pemberitahuan
from tests.alat.baca import ada
from tests.alat.jam import saat
from tests.alat.kabar import HALAMAN, di_kepala, dibaca, siarkan
from tests.alat.meja import jawab
from tests.pabrik.aspirasi import SELOKAN, buat, periksa, selokan
from tests.pabrik.cek import buat_tentang, terbukti, tulis
from tests.pabrik.kampung import instansi_kampung
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran
from warga.enums import NamaJabatan
from warga.models import Jabatan, Pengguna

pytestmark = pytest.mark.django_db
Klien = Callable[..., Client]
RABU, SENIN = saat("2026-06-10", 9), saat("2026-06-08", 0)
SEHARI = dt.timedelta(days=1)
BERAKUN = tuple(siapa for siapa in SEMUA_PERAN if siapa != "pengunjung")
RAHASIA = {
    "kecamatan": ({"jangkauan": Jangkauan.KECAMATAN}, {"petugas_rahasia"}),
    "tentang aparat": (
        {"jangkauan": Jangkauan.KECAMATAN, "tentang": Tentang.APARAT_KAMPUNG},
        {"petugas_rahasia"},
    ),
    "tentang kecamatan": (
        {"jangkauan": Jangkauan.KECAMATAN, "tentang": Tentang.PETUGAS_KECAMATAN},
        {"camat"},
    ),
    "petugas": ({"jangkauan": Jangkauan.PETUGAS}, {"staf", "petugas_rahasia", "camat"}),
    "langsung": (
        {"jangkauan": Jangkauan.PETUGAS, "langsung": True},
        {"aparat", "kakam", "staf", "petugas_rahasia", "camat"},
    ),
}


def pendengar(pemeran: Pemeran) -> set[str]:
    """Those of the cast who were told of work."""
    siapa = set(Pemberitahuan.objects.filter(kerja__gt=0).values_list("pengguna", flat=True))
    return {nama for nama in BERAKUN if getattr(pemeran[nama], "pk", None) in siapa}


def ke_kampung(pemeran: Pemeran, aspirasi: Aspirasi) -> Aspirasi:
    return tangani.teruskan(
        aspirasi=aspirasi, ke=instansi_kampung(pemeran.kampung), oleh=pemeran.staf
    )


@pytest.fixture
def diteruskan(pemeran: Pemeran) -> Aspirasi:
    aspirasi = selokan(pemeran)
    siarkan()
    Pemberitahuan.objects.all().delete()
    aspirasi = ke_kampung(pemeran, aspirasi)
    siarkan()
    return aspirasi


@pytest.mark.parametrize("siapa", BERAKUN)
def test_what_is_routed_reaches_the_aparat_of_the_kampung(
    klien: Klien, diteruskan: Aspirasi, siapa: str
) -> None:
    orang = klien(siapa)
    sekampung = siapa in ("aparat", "kakam")
    assert dibaca(orang) == (["Diteruskan ke kantor Anda"] if sekampung else [])
    assert ada(orang.get(HALAMAN), SELOKAN) == sekampung
    assert di_kepala(orang) == ("1" if sekampung else "")


def test_opening_leads_to_the_desk(klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi) -> None:
    alamat = buka(pemeran.aparat)
    assert klien("aparat").post(alamat)["Location"] == f"/kerja/aspirasi/{diteruskan.acuan}/"
    for siapa in ("aparat_lain", "bpk", "staf", "warga"):
        assert klien(siapa).post(alamat).status_code == 404


def buka(orang: Pengguna) -> str:
    """The address that opens the only notice of this person."""
    return reverse("kabar:buka", args=[Pemberitahuan.objects.get(pengguna=orang).pk])


@pytest.mark.parametrize("nama", RAHASIA)
def test_a_new_one_is_told_to_the_desks_that_hold_it(pemeran: Pemeran, nama: str) -> None:
    isian, boleh = RAHASIA[nama]
    buat(pemeran.kampung, **isian)
    siarkan()
    assert pendengar(pemeran) == boleh


def test_first_looks_are_told_to_those_who_give_them(pemeran: Pemeran) -> None:
    Jabatan.objects.create(
        pengguna=pemeran.staf,
        nama=NamaJabatan.PEMERIKSA,
        instansi=pemeran.staf.jabatan.get().instansi,
        mulai=hari_ini(),
    )
    buat(pemeran.kampung)
    siarkan()
    assert pendengar(pemeran) == {"staf"}


def test_what_became_secret_since_is_nowhere(
    klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi
) -> None:
    pembaca.persempit(
        aspirasi=diteruskan,
        jangkauan=Jangkauan.KECAMATAN,
        alasan="Menyebut orang.",
        oleh=pemeran.petugas_rahasia,
    )
    for siapa in ("aparat", "kakam"):
        assert not ada(klien(siapa).get(HALAMAN), SELOKAN)
        assert di_kepala(klien(siapa)) == ""


def test_what_a_colleague_did_is_no_news(
    klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi
) -> None:
    """One that was opened stays for its reader."""
    klien("kakam").post(buka(pemeran.kakam))
    jawab(pemeran, diteruskan)
    assert dibaca(klien("aparat")) == []
    assert di_kepala(klien("aparat")) == ""
    assert dibaca(klien("kakam")) == ["Diteruskan ke kantor Anda"]


def test_handing_over_is_told_to_one(klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi) -> None:
    """The notice of the routing gives way, also for the colleague who has nothing to do now."""
    tangani.tugaskan(aspirasi=diteruskan, kepada=pemeran.aparat, oleh=pemeran.kakam)
    siarkan()
    assert dibaca(klien("aparat")) == ["Diserahkan kepada Anda"]
    assert dibaca(klien("kakam")) == []
    tangani.tugaskan(aspirasi=diteruskan, kepada=None, oleh=pemeran.aparat)
    siarkan()
    assert dibaca(klien("kakam")) == ["Tidak lagi dipegang rekan Anda, menunggu kantor Anda"]


def test_a_reply_and_a_reopening(klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi) -> None:
    jawab(pemeran, diteruskan)
    kiriman.balas(aspirasi=diteruskan, isi="Belum kering.")
    siarkan()
    assert dibaca(klien("aparat")) == ["Pengirim menulis pesan"]
    kiriman.buka_kembali(aspirasi=diteruskan, alasan="Masih mampet.")
    siarkan()
    assert "Dibuka kembali oleh pengirim" in dibaca(klien("staf"))
    assert not ada(klien("staf").get(HALAMAN), "Masih mampet.")


def test_a_question_names_nothing_of_the_kiriman(klien: Klien, pemeran: Pemeran) -> None:
    rahasia = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN, isi="Xylofon hilang").aspirasi
    periksa(rahasia, pemeran.petugas_rahasia)
    tanya = keterangan.minta(
        aspirasi=rahasia,
        kampung=pemeran.kampung,
        pertanyaan="Siapa pemegang kunci?",
        tenggat=hari_ini(),
        oleh=pemeran.petugas_rahasia,
    )
    siarkan()
    for siapa in ("aparat", "kakam"):
        halaman = klien(siapa).get(HALAMAN)
        assert dibaca(klien(siapa)) == ["Kecamatan meminta keterangan kampung Anda"]
        assert f"/kerja/permintaan/{tanya.acuan}/" not in halaman.content.decode()
        assert not ada(halaman, "ylofon")
    assert dibaca(klien("aparat_lain")) == []
    keterangan.jawab(permintaan=tanya, jawaban="Pak RT.", oleh=pemeran.aparat)
    siarkan()
    assert dibaca(klien("kakam")) == []
    assert "Kampung menjawab permintaan keterangan Anda" in dibaca(klien("petugas_rahasia"))


def test_many_at_once_are_one(klien: Klien, pemeran: Pemeran) -> None:
    semua = [selokan(pemeran, f"Kabel {n} putus.") for n in range(5)]
    siarkan()
    Pemberitahuan.objects.all().delete()
    for satu in semua:
        ke_kampung(pemeran, satu)
    siarkan()
    assert dibaca(klien("aparat")) == ["Beberapa kiriman sekaligus menunggu kantor Anda"]
    assert di_kepala(klien("aparat")) == "1"
    assert not ada(klien("aparat").get(HALAMAN), "Kabel")


def test_the_same_work_twice_is_told_once(pemeran: Pemeran, diteruskan: Aspirasi) -> None:
    sebelum = Pemberitahuan.objects.count()
    siarkan()
    assert Pemberitahuan.objects.count() == sebelum


def test_checks_are_told_as_their_project_and_by_week(klien: Klien, pemeran: Pemeran) -> None:
    """The day would tell who was at the place; two checks of a work are one notice."""
    with pada(RABU):
        tentang = buat_tentang(pemeran)
        siarkan()
        Pemberitahuan.objects.all().delete()
        tulis(tentang, terbukti(pemeran))
        tulis(tentang, terbukti(pemeran))
        siarkan()
        assert dibaca(klien("aparat")) == ["Cek warga menunggu jawaban kantor Anda"]
        assert ada(klien("aparat").get(HALAMAN), tentang.proyek.judul)
    satu = Pemberitahuan.objects.get(pengguna=pemeran.aparat)
    assert timezone.localtime(satu.waktu) == SENIN
    assert dibaca(klien("aparat_lain")) == []


def test_a_held_check_is_told_to_the_kecamatan_alone(klien: Klien, pemeran: Pemeran) -> None:
    tentang = buat_tentang(pemeran)
    siarkan()
    Pemberitahuan.objects.all().delete()
    tulis(tentang)
    siarkan()
    assert pendengar(pemeran) == {"staf", "petugas_rahasia", "camat"}
    assert dibaca(klien("staf")) == ["Cek warga menunggu dibaca kecamatan"]


def test_nobody_hears_after_their_office_ended(
    klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi
) -> None:
    akhiri(pemeran.aparat)
    assert dibaca(klien("aparat")) == []
    assert di_kepala(klien("aparat")) == ""
    kiriman.balas(aspirasi=diteruskan, isi="Mohon segera.")
    siarkan()
    assert not Pemberitahuan.objects.filter(pengguna=pemeran.aparat).exists()
    assert Pemberitahuan.objects.filter(pengguna=pemeran.kakam).count() == 1


def akhiri(orang: Pengguna) -> None:
    """Let the office of this person have ended yesterday."""
    orang.jabatan.update(mulai=hari_ini() - SEHARI * 9, selesai=hari_ini() - SEHARI)
