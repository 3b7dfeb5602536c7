"""A new official on one page: account, role, office and printed code."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from core.galat import TidakBisa
from core.waktu import hari_ini
from tests.alat.baca import ada
from tests.pabrik.kampung import instansi_kampung, instansi_kecamatan
from tests.pabrik.orang import terbukti
from tests.pabrik.pemeran import SEMUA_PERAN
from warga.enums import NamaJabatan, Peran
from warga.models import Jabatan, KodeCetak, Pengguna
from warga.services import tambah_petugas

pytestmark = pytest.mark.django_db
ALAMAT = reverse("kode:petugas")
NOMOR = "+6281299990000"


def isian(instansi: Any, **lain: Any) -> dict[str, Any]:
    bawaan = {"nama": "Dewi Bendahara", "jabatan": "kaur_keuangan", "kontak": "0812-9999-0000"}
    return bawaan | {"instansi": instansi.pk, "mulai": str(hari_ini())} | lain


def tambah(pemeran: Any, **lain: Any) -> Any:
    bawaan = {"nama": "Dewi", "kontak": NOMOR, "jabatan": NamaJabatan.KAUR_KEUANGAN}
    bawaan |= {"instansi": instansi_kampung(pemeran.kampung), "mulai": hari_ini()}
    return tambah_petugas(**(bawaan | lain), oleh=pemeran.admin)


def test_one_post_makes_account_role_office_and_code_and_a_second_one_nothing(
    klien: Any, pemeran: Any
) -> None:
    admin, kantor = klien("admin"), instansi_kampung(pemeran.kampung)
    lembar = admin.post(ALAMAT, isian(kantor))
    assert ada(lembar, "Kode untuk Dewi Bendahara")
    assert ada(lembar, "rekan Anda yang memutuskannya")
    orang = Pengguna.objects.get(telepon=NOMOR)
    assert (orang.peran, orang.kampung) == (Peran.APARAT, pemeran.kampung)
    assert not orang.has_usable_password()
    assert orang.jabatan.get().nama == NamaJabatan.KAUR_KEUANGAN
    assert orang.has_perm("warga.buka_meja")
    lagi = admin.post(ALAMAT, isian(kantor), follow=True)
    assert ada(lagi, "tidak dibuat dua kali")
    assert (Pengguna.objects.filter(telepon=NOMOR).count(), KodeCetak.objects.count()) == (1, 1)


def test_for_the_kecamatan_with_an_address(klien: Any, pemeran: Any) -> None:
    data = isian(instansi_kecamatan(), jabatan="petugas", kontak="Dewi@contoh.id")
    assert ada(klien("admin").post(ALAMAT, data, follow=True), "Lupa kata sandi")
    orang = Pengguna.objects.get(email="dewi@contoh.id")
    assert (orang.peran, orang.kampung) == (Peran.STAF, None)
    assert not KodeCetak.objects.exists()


def test_an_office_of_one_person_names_its_holder_and_what_to_do(klien: Any, pemeran: Any) -> None:
    kantor = instansi_kampung(pemeran.kampung)
    respons = klien("admin").post(ALAMAT, isian(kantor, jabatan="kakam"))
    assert ada(respons, "masih dipegang Karto Kepala")
    assert ada(respons, "Dewi Bendahara")  # nothing typed is lost
    assert not Pengguna.objects.filter(telepon=NOMOR).exists()
    pemeran.kakam.jabatan.update(selesai=hari_ini())
    besok = hari_ini() + dt.timedelta(days=1)
    assert tambah(pemeran, jabatan=NamaJabatan.KAKAM, mulai=besok).baru


def test_what_does_not_fit_is_refused(pemeran: Any) -> None:
    kecamatan, kampung = instansi_kecamatan(), instansi_kampung(pemeran.kampung)
    salah: tuple[tuple[dict[str, Any], str], ...] = (
        ({"instansi": kecamatan, "jabatan": NamaJabatan.KASI}, "jabatan kampung"),
        ({"instansi": kampung, "jabatan": NamaJabatan.PETUGAS}, "bukan di kampung"),
        ({"kontak": str(terbukti().telepon)}, "Sudah ada akun"),
    )
    for lain, pesan in salah:
        banyak = Pengguna.objects.count()
        with pytest.raises(TidakBisa, match=pesan):
            tambah(pemeran, **lain)
        assert (Pengguna.objects.count(), KodeCetak.objects.count()) == (banyak, 0)


@pytest.mark.parametrize("siapa", [s for s in SEMUA_PERAN if s not in ("pengunjung", "admin")])
def test_for_admins_alone(klien: Any, pemeran: Any, siapa: str) -> None:
    banyak = Jabatan.objects.count()
    respons = klien(siapa).post(ALAMAT, isian(instansi_kampung(pemeran.kampung)))
    assert respons.status_code in (302, 403)
    assert Jabatan.objects.count() == banyak
