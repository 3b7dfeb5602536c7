"""The aparat ask a resident to write drafts of one project; the resident says yes or no."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from core.models import Jejak
from laporan.bacaan.saya import permintaan, tugas
from laporan.enums import Pesan
from laporan.laku import AksiPenulis
from laporan.models import PenulisLaporan, PesanLaporan
from laporan.services.penulis import (
    PENULIS_TERBANYAK,
    cabut_penulis,
    minta_penulis,
    terima,
    tolak,
)
from proyek.enums import Tahap
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.proyek import buat_proyek
from warga.enums import Peran
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
NOMOR = "+6281299990000"


@pytest.fixture
def slamet(pemeran: Any) -> Pengguna:
    return PenggunaFactory(telepon=NOMOR, telepon_terbukti_pada=pemeran.warga.dibuat)


def minta(proyek: Any, pemeran: Any, kontak: str = NOMOR) -> PenulisLaporan:
    return minta_penulis(proyek=proyek, sebutan="Pak Slamet", kontak=kontak, oleh=pemeran.aparat)


def boleh(orang: Pengguna, proyek: Any) -> bool:
    return Pengguna.objects.get(pk=orang.pk).has_perm("laporan.susun", proyek)


def test_the_person_is_told_says_yes_writes_and_is_taken_back(
    proyek: Any, pemeran: Any, slamet: Pengguna
) -> None:
    satu = minta(proyek, pemeran)
    assert list(permintaan(slamet)) == [satu]
    assert not boleh(slamet, proyek)
    for _ in range(2):
        terima(penulis=satu, oleh=slamet)
    assert boleh(slamet, proyek)
    assert not boleh(slamet, buat_proyek(pemeran.kampung))
    cabut_penulis(penulis=satu, oleh=pemeran.kakam)
    assert not boleh(slamet, proyek)
    assert list(PesanLaporan.objects.order_by("pk").values_list("pengguna", "macam")) == [
        (slamet.pk, Pesan.DIMINTA),
        (slamet.pk, Pesan.DICABUT),
    ]
    aksi = Jejak.objects.filter(objek_jenis="penulis_laporan", objek_kunci=str(satu.pk))
    assert list(aksi.order_by("pk").values_list("aksi", flat=True)) == [
        *(AksiPenulis.DIMINTA, AksiPenulis.DITERIMA, AksiPenulis.DICABUT)
    ]
    with pytest.raises(TidakBisa, match="tidak berlaku"):
        terima(penulis=satu, oleh=slamet)


def test_the_office_learns_nothing_of_accounts(proyek: Any, pemeran: Any, slamet: Pengguna) -> None:
    ada, tiada = minta(proyek, pemeran), minta(proyek, pemeran, "+6281299990001")
    for nama in ("pengguna", "diterima_pada", "sebutan", "dicabut_pada"):
        assert getattr(ada, nama) == getattr(tiada, nama)
    assert NOMOR[-8:] not in str(list(PenulisLaporan.objects.values()))


def test_a_number_that_nobody_proved_opens_nothing(proyek: Any, pemeran: Any) -> None:
    palsu = PenggunaFactory(telepon=NOMOR)
    satu = minta(proyek, pemeran)
    assert not permintaan(palsu).exists()
    for langkah in (terima, tolak):
        with pytest.raises(TidakBisa, match="tidak berlaku"):
            langkah(penulis=satu, oleh=palsu)
    assert not PesanLaporan.objects.exists()


def test_an_address_that_is_proven_later_finds_the_request(proyek: Any, pemeran: Any) -> None:
    satu = minta(proyek, pemeran, "slamet@contoh.id")
    orang = PenggunaFactory(email="Slamet@contoh.id")
    alamat = EmailAddress.objects.create(user=orang, email="Slamet@contoh.id", verified=False)
    assert not permintaan(orang).exists()
    alamat.verified = True
    alamat.save()
    assert tugas(orang)["permintaan"] == [satu]


def test_no_official_takes_it_and_a_resident_who_became_one_loses_it(
    proyek: Any, pemeran: Any, slamet: Pengguna
) -> None:
    satu = minta(proyek, pemeran)
    slamet.peran, slamet.kampung = Peran.BPK, pemeran.kampung_lain
    slamet.save()
    with pytest.raises(TidakBisa, match="tidak berlaku"):
        terima(penulis=satu, oleh=slamet)
    slamet.peran = Peran.WARGA
    slamet.save()
    terima(penulis=satu, oleh=slamet)
    Pengguna.objects.filter(pk=slamet.pk).update(peran=Peran.BPK)
    assert not boleh(slamet, proyek)


def test_no_is_an_answer_and_a_writer_stops_at_will(
    proyek: Any, pemeran: Any, slamet: Pengguna
) -> None:
    tolak(penulis=minta(proyek, pemeran), oleh=slamet)
    lagi = minta(proyek, pemeran)
    terima(penulis=lagi, oleh=slamet)
    tolak(penulis=lagi, oleh=slamet)
    assert not boleh(slamet, proyek)
    assert not PenulisLaporan.objects.berlaku().exists()


def test_nobody_is_asked_twice_and_a_project_has_ten(proyek: Any, pemeran: Any) -> None:
    minta(proyek, pemeran)
    with pytest.raises(TidakBisa, match="sudah ada dalam daftar"):
        minta(proyek, pemeran)
    for nomor in range(1, PENULIS_TERBANYAK):
        minta(proyek, pemeran, f"+62812777700{nomor:02d}")
    with pytest.raises(TidakBisa, match="paling banyak"):
        minta(proyek, pemeran, "+6281277770099")
    with pytest.raises(TidakBisa, match="Tulis nama"):
        minta_penulis(proyek=proyek, sebutan=" . ", kontak=NOMOR, oleh=pemeran.aparat)


def test_a_project_that_was_taken_back_asks_nobody(
    proyek: Any, pemeran: Any, slamet: Pengguna
) -> None:
    satu = minta(proyek, pemeran)
    terima(penulis=satu, oleh=slamet)
    lain = PenggunaFactory(telepon="+6281299990001", telepon_terbukti_pada=slamet.dibuat)
    dua = minta(proyek, pemeran, str(lain.telepon))
    assert list(permintaan(lain)) == [dua]
    dicabut = {"tahap": Tahap.DIBATALKAN, "dicabut_pada": satu.ditunjuk_pada}
    type(proyek).objects.filter(pk=proyek.pk).update(**dicabut)
    assert not boleh(slamet, proyek)
    assert not permintaan(lain).exists()


def test_the_database_keeps_one_row_per_person(proyek: Any, pemeran: Any, slamet: Pengguna) -> None:
    satu = minta(proyek, pemeran)
    terima(penulis=satu, oleh=slamet)
    dua = minta(proyek, pemeran, "+6281299990001")
    with pytest.raises(IntegrityError, match="penulis_satu_per_orang"), transaction.atomic():
        PenulisLaporan.objects.filter(pk=dua.pk).update(
            pengguna=slamet, diterima_pada=satu.ditunjuk_pada
        )
    with pytest.raises(IntegrityError, match="penulis_diterima_lengkap"), transaction.atomic():
        PenulisLaporan.objects.filter(pk=dua.pk).update(pengguna=pemeran.warga)
