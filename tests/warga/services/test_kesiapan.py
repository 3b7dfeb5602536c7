"""The list of what is ready: lines that people write, and the day on which a kampung joins."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import hari_ini
from warga.enums import ButirKesiapan
from warga.laku import AksiKampung, AksiKesiapan
from warga.models import Kesiapan
from warga.services.kesiapan import batalkan_gabung, cabut_siap, catat_siap, gabungkan

pytestmark = pytest.mark.django_db
SURAT = "138/12/2026"


def catat(pemeran: Any, **lain: Any) -> Kesiapan:
    isi = {"butir": ButirKesiapan.MAKLUMAT, "kampung": None, "tanggal": hari_ini()}
    return catat_siap(**(isi | {"surat": SURAT, "oleh": pemeran.camat} | lain))


def verba(objek: Any) -> list[str]:
    return [j.aksi for j in riwayat(objek)]


def test_a_line_is_written_once_and_corrected(pemeran: Any) -> None:
    satu = catat(pemeran)
    assert catat(pemeran) == satu
    assert catat(pemeran, surat="138/13/2026", oleh=pemeran.admin) == satu
    satu.refresh_from_db()
    assert (satu.surat, satu.dicatat_oleh) == ("138/13/2026", pemeran.admin)
    assert verba(satu) == [AksiKesiapan.DICATAT, AksiKesiapan.DIPERBAIKI]


def test_a_day_to_come_is_refused(pemeran: Any) -> None:
    with pytest.raises(TidakBisa, match="belum tiba"):
        catat(pemeran, tanggal=hari_ini() + dt.timedelta(days=1))


def test_one_that_was_taken_back_stays_and_may_be_written_anew(pemeran: Any) -> None:
    satu = catat(pemeran)
    with pytest.raises(TidakBisa, match="alasannya"):
        cabut_siap(kesiapan=satu, alasan=" ", oleh=pemeran.camat)
    cabut_siap(kesiapan=satu, alasan="Suratnya belum ditandatangani.", oleh=pemeran.camat)
    with pytest.raises(TidakBisa, match="sudah dicabut"):
        cabut_siap(kesiapan=satu, alasan="Lagi.", oleh=pemeran.camat)
    assert verba(satu)[-1] == AksiKesiapan.DICABUT
    assert catat(pemeran) != satu
    assert Kesiapan.objects.berlaku().count() == 1


@pytest.mark.parametrize(
    ("butir", "berkampung"), [(ButirKesiapan.MAKLUMAT, True), (ButirKesiapan.LATIHAN, False)]
)
def test_the_database_knows_whose_line_it_is(pemeran: Any, butir: str, berkampung: bool) -> None:
    with pytest.raises(IntegrityError, match="kesiapan_milik_siapa"), transaction.atomic():
        catat(pemeran, butir=butir, kampung=pemeran.kampung if berkampung else None)


def test_a_kampung_joins_and_leaves_with_a_reason(pemeran: Any) -> None:
    kampung = pemeran.kampung
    with pytest.raises(TidakBisa, match="belum bergabung"):
        batalkan_gabung(kampung=kampung, alasan="Keliru.", oleh=pemeran.camat)
    assert gabungkan(kampung=kampung, oleh=pemeran.camat).bergabung_pada == hari_ini()
    with pytest.raises(TidakBisa, match="sudah bergabung"):
        gabungkan(kampung=kampung, oleh=pemeran.camat)
    with pytest.raises(TidakBisa, match="alasannya"):
        batalkan_gabung(kampung=kampung, alasan="", oleh=pemeran.camat)
    assert not batalkan_gabung(kampung=kampung, alasan="Keliru.", oleh=pemeran.camat).bergabung
    assert verba(kampung) == [AksiKampung.BERGABUNG, AksiKampung.BATAL_BERGABUNG]
