"""An account that is emptied leaves nothing of its person in its kiriman, either."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import models
from django.test import Client

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services import jawab, penghapusan
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.models import Tugas
from tests.alat.baca import teks
from tests.alat.pengirim import KONTAK, halaman, masuk_pengirim
from tests.alat.pin import ganti_pin
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.orang import SANDI
from warga.services import kosongkan_pengguna

pytestmark = pytest.mark.django_db
NAMA, TELEPON, EMAIL = "Wati Xylofon", "+6281299887766", "wati.xylofon@contoh.id"
ORANG = {"nama": NAMA, "telepon": TELEPON, "email": EMAIL, "nama_untuk_kampung": True}
TIPE_TEKS = (models.CharField, models.TextField, models.JSONField)


def isi_basis_data() -> Iterator[tuple[str, str]]:
    """Every word that stands in any table, with the name of its model."""
    for model in apps.get_models():
        kolom = [f.attname for f in model._meta.concrete_fields if isinstance(f, TIPE_TEKS)]
        for baris in model._base_manager.values_list(*kolom) if kolom else ():
            yield model._meta.label, json.dumps(baris, default=str)


def tempat(*kata: str) -> set[str]:
    return {label for label, isi in isi_basis_data() if any(k in isi for k in kata)}


@pytest.fixture
def wati(pemeran: Any) -> Any:
    """A person whose name and contacts stand wherever the portal keeps them."""
    orang = pemeran.warga
    orang.nama, orang.telepon, orang.email = NAMA, TELEPON, EMAIL
    orang.save()
    EmailAddress.objects.create(user=orang, email=EMAIL, verified=True)
    return orang


class TestKirimanOfAnAccount:
    """By the owner at /akun/hapus/, and by an admin."""

    def kirim(self, pemeran: Any, wati: Any, **lain: Any) -> tuple[Any, Aspirasi]:
        terkirim = buat(pemeran.kampung, oleh=wati, kontak=dict(ORANG), tampilkan_nama=True, **lain)
        return terkirim, periksa(terkirim.aspirasi, pemeran.petugas_rahasia)

    def test_no_table_holds_name_or_contact_any_more(
        self, klien: Any, pemeran: Any, wati: Any
    ) -> None:
        _, umum = self.kirim(pemeran, wati)
        self.kirim(pemeran, wati, jangkauan=Jangkauan.KECAMATAN)
        jawab.tanggapi(aspirasi=umum, isi="Kami keruk Senin.", oleh=pemeran.kakam)
        ganti_pin(aspirasi=umum, alasan="Ditelepon balik.", oleh=pemeran.staf)
        assert {"aspirasi.Pengirim", "core.Tugas", "warga.Pengguna"} <= tempat(NAMA, EMAIL)
        klien(wati).post("/akun/hapus/", {"sandi": SANDI, "yakin": "on"})
        wati.refresh_from_db()
        assert wati.dikosongkan_pada
        assert tempat(NAMA, TELEPON, EMAIL, TELEPON.removeprefix("+62")) == set()
        assert NAMA not in teks(Client().get(umum.get_absolute_url()))

    def test_the_kiriman_goes_on_by_code_and_pin(
        self, client: Client, klien: Any, pemeran: Any, wati: Any
    ) -> None:
        terkirim, aspirasi = self.kirim(pemeran, wati)
        akun = klien(wati)
        akun.post(halaman(aspirasi, "pin"), {"pin": terkirim.pin})
        assert akun.get(halaman(aspirasi)).status_code == 200
        akun.post("/aspirasi/lupakan/")
        akun.post("/akun/hapus/", {"sandi": SANDI, "yakin": "on"})
        assert akun.get(halaman(aspirasi)).status_code == 302
        isi = teks(masuk_pengirim(client, terkirim))
        assert "Mohon jalan Dusun 3 dirabat." in isi
        assert "Nama dan kontak dihapus atas permintaan" in isi
        client.post(halaman(aspirasi, "balas"), {"isi": "Masih becek sampai hari ini."})
        assert aspirasi.tindak_lanjut.get().isi == "Masih becek sampai hari ini."

    def test_each_gets_one_row_that_names_nobody(self, pemeran: Any, wati: Any) -> None:
        _, sendiri = self.kirim(pemeran, wati)
        kosongkan_pengguna(pengguna=wati, oleh=wati, alasan="Sendiri.")
        akhir = riwayat(sendiri).last()
        assert (akhir.aksi, akhir.oleh_id, akhir.isi.alasan) == ("identitas_dihapus", None, "")

    def test_an_admin_does_it_in_the_name_of_the_portal(self, pemeran: Any, wati: Any) -> None:
        _, aspirasi = self.kirim(pemeran, wati)
        kosongkan_pengguna(pengguna=wati, oleh=pemeran.admin, alasan="Meninggal dunia.")
        akhir = riwayat(aspirasi).last()
        assert (akhir.aksi, akhir.oleh_id, akhir.isi.alasan) == ("kontak_dihapus", None, "")
        assert "Meninggal" not in json.dumps([str(j.isi.rincian) for j in riwayat(aspirasi)])

    def test_all_or_nothing(self, klien: Any, pemeran: Any, wati: Any, monkeypatch: Any) -> None:
        self.kirim(pemeran, wati)
        self.kirim(pemeran, wati)
        asli, sudah = penghapusan._kosongkan_pengirim, []

        def dua_kali(aspirasi: Aspirasi) -> None:
            if sudah:
                raise TidakBisa("Rusak di tengah jalan.")
            sudah.append(aspirasi)
            asli(aspirasi)

        monkeypatch.setattr(penghapusan, "_kosongkan_pengirim", dua_kali)
        with pytest.raises(TidakBisa):
            kosongkan_pengguna(pengguna=wati, oleh=wati, alasan="Sendiri.")
        wati.refresh_from_db()
        assert wati.nama == NAMA
        assert set(Pengirim.objects.values_list("nama", flat=True)) == {NAMA}

    def test_what_others_sent_with_its_help_stays_theirs(self, pemeran: Any) -> None:
        pemeran.fasilitator.peran = "warga"
        pemeran.fasilitator.save()
        terkirim = buat(pemeran.kampung, kontak=KONTAK)
        Pengirim.objects.update(lewat=pemeran.fasilitator)
        kosongkan_pengguna(
            pengguna=pemeran.fasilitator, oleh=pemeran.fasilitator, alasan="Sendiri."
        )
        orang = Pengirim.objects.get(aspirasi=terkirim.aspirasi)
        assert (orang.nama, orang.telepon) == (KONTAK["nama"], KONTAK["telepon"])
        assert orang.lewat.nama == "Akun dihapus"

    def test_a_kiriman_that_came_in_meanwhile_is_found_at_night(
        self, pemeran: Any, wati: Any
    ) -> None:
        kosongkan_pengguna(pengguna=wati, oleh=wati, alasan="Sendiri.")
        _, aspirasi = self.kirim(pemeran, wati)
        penghapusan.kosongkan_kontak()
        penghapusan.kosongkan_kontak()
        assert Pengirim.objects.get().nama == ""
        assert [j.aksi for j in riwayat(aspirasi)].count("kontak_dihapus") == 1


class TestPage:
    """The page says before what goes and what stays."""

    def test_it_names_both_and_warns_who_has_kiriman(
        self, klien: Any, pemeran: Any, wati: Any
    ) -> None:
        tanpa = teks(klien(wati).get("/akun/hapus/"))
        assert "nomor HP, dan e-mail yang Anda tulis pada kiriman" in tanpa
        assert "Tulisan Anda yang sudah terbit, tanpa nama Anda" in tanpa
        assert "Siapkan kode lacak dan PIN" not in tanpa
        buat(pemeran.kampung, oleh=wati)
        dengan = teks(klien(wati).get("/akun/hapus/"))
        assert "Siapkan kode lacak dan PIN kiriman Anda dulu (1 kiriman)" in dengan
        for alamat in ("/aspirasi/saya/", "/aspirasi/lacak/"):
            assert f'href="{alamat}"' in dengan.split("<main")[1]

    def test_letters_to_others_still_go_out(self, pemeran: Any, wati: Any) -> None:
        lain = periksa(buat(pemeran.kampung, kontak=KONTAK).aspirasi, pemeran.staf)
        jawab.tanggapi(aspirasi=lain, isi="Kami catat.", oleh=pemeran.kakam)
        sebelum = Tugas.objects.filter(argumen__0=KONTAK["email"]).count()
        kosongkan_pengguna(pengguna=wati, oleh=wati, alasan="Sendiri.")
        assert sebelum == Tugas.objects.filter(argumen__0=KONTAK["email"]).count() > 0
