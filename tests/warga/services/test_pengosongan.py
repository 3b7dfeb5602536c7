"""Emptying an account in place.

What goes of its kiriman is in `tests/aspirasi/test_privasi_akun.py`.
"""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from tests.alat.admin_warga import DAFTAR, ubah
from tests.alat.sandi import kode_sandi
from warga import services
from warga.models import Kampung

pytestmark = pytest.mark.django_db


def test_emptying_takes_the_person_out_and_keeps_the_row(klien, pemeran):
    orang = pemeran.staf
    sesi = klien("staf")
    orang.kampung_binaan.add(pemeran.kampung)
    EmailAddress.objects.create(user=orang, email="sari@contoh.id", verified=True)
    kode_sandi(orang, pemeran)
    services.minta_sandi(pengguna=orang, oleh=pemeran.admin, alasan="Sari menelepon.")
    client = klien("admin")
    ubah(client, orang, nama="Sari Diganti")
    alamat = f"{DAFTAR}{orang.pk}/kosongkan/"
    assert "Nama, kontak, kata sandi" in client.get(alamat).content.decode()
    tanpa = client.post(alamat, {"alasan": " "})
    assert tanpa.status_code == 200
    client.post(alamat, {"alasan": "Pindah tugas."})

    orang.refresh_from_db()
    assert (orang.nama, orang.email, orang.telepon) == ("Akun dihapus", None, None)
    assert (orang.peran, orang.is_active, bool(orang.dikosongkan_pada)) == ("warga", False, True)
    assert not orang.has_usable_password()
    assert not EmailAddress.objects.filter(user=orang).exists()
    assert not Authenticator.objects.filter(user=orang).exists()
    assert not orang.kode_cetak.exists()
    assert not orang.permintaan_sandi.exists()
    assert not orang.jabatan.aktif().filter(selesai=None).exists()
    assert Kampung.objects.get(pk=pemeran.kampung.pk).petugas_pembina is None
    assert not LogEntry.objects.filter(object_repr__contains="Sari").exists()
    assert sesi.get("/akun/").status_code == 302
    terakhir = riwayat(orang).last()
    assert (terakhir.aksi, terakhir.dari, terakhir.isi.alasan) == (
        "akun_dikosongkan",
        "staf",
        "Pindah tugas.",
    )
    diminta = [j for j in riwayat(orang) if j.aksi == "kode_sandi_diminta"]
    assert [j.isi.alasan for j in diminta] == ["", ""]


def test_an_emptied_account_is_only_read(klien, pemeran):
    services.kosongkan_pengguna(pengguna=pemeran.bpk, oleh=pemeran.admin, alasan="Selesai.")
    client = klien("admin")
    assert client.get(f"{DAFTAR}{pemeran.bpk.pk}/change/").status_code == 200
    assert ubah(client, pemeran.bpk, nama="Hidup Lagi").status_code == 403
    assert client.get(f"{DAFTAR}{pemeran.bpk.pk}/kosongkan/").status_code == 404
    with pytest.raises(TidakBisa):
        services.kosongkan_pengguna(pengguna=pemeran.bpk, oleh=pemeran.admin, alasan="Lagi.")


def test_the_last_admin_cannot_be_emptied(klien, pemeran):
    alamat = f"{DAFTAR}{pemeran.admin.pk}/kosongkan/"
    response = klien("admin").post(alamat, {"alasan": "Coba."}, follow=True)
    assert "admin terakhir" in response.content.decode()
    pemeran.admin.refresh_from_db()
    assert pemeran.admin.is_active
