"""The kegiatan: found by the words of people, chosen without a script, mended by a migration."""

import re
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from proyek.models import Kegiatan, Proyek
from tests.alat.baca import teks
from tests.pabrik.isian_proyek import isian_proyek
from tests.pabrik.proyek import buat_proyek

KATA_LAIN = import_module("proyek.migrations.0023_kata_lain")
PINDAH = import_module("proyek.migrations.0006_kegiatan_lengkap")
PAUD = "Pembangunan atau rehabilitasi PAUD dan alat peraga"


@pytest.mark.parametrize(
    ("kata", "kode"),
    [
        *(("jalan", "2.3.10"), ("gang", "2.3.11"), ("rabat beton", "2.3.10"), ("BLT", "5.3.00")),
        *(("posyandu", "2.2.02"), ("lampu jalan", "2.4.93"), ("gorong2", "2.3.14")),
        *(("siring", "2.3.14"), ("sumur bor", "2.4.11"), ("WC umum", "2.4.14")),
        *(("paud", "2.1.06"), ("perawatan jalan", "2.3.01"), ("jalan rusak", "2.3.01")),
        *(("talut", "2.3.90"), ("talut", "2.3.14"), ("plat deker", "2.3.14"), ("pafing", "2.3.11")),
        *(("makadam", "2.3.10"), ("toren", "2.4.11"), ("gapuro", "2.3.20"), ("spiteng", "2.4.16")),
        *(("MCK", "2.4.14"), ("solar cell", "2.4.93"), ("perpus", "2.1.07"), ("rabat", "2.3.10")),
        *(("perpustakaan", "2.1.07"), ("traktor", "4.2.01"), ("hansip", "3.1.02")),
        *(
            ("Sertifikasi Tanah Kas Desa", "1.5.01"),
            ("2.3.1", "2.3.10"),
            ("jembatan xyz", "2.3.13"),
        ),
    ],
)
def test_a_kegiatan_is_found_as_people_say_it(db: None, kata: str, kode: str) -> None:
    assert kode in [k.kode for k in Kegiatan.objects.cari(kata)[:12]]


def test_words_that_an_official_added_stay(db: None) -> None:
    Kegiatan.objects.filter(kode="2.3.90").update(kata_lain="tembok, Talut")
    penuh = "x" * 300
    Kegiatan.objects.filter(kode="2.3.20").update(kata_lain=penuh)
    for _ in range(2):
        KATA_LAIN.tambah(apps, None)
    kata = Kegiatan.objects.get(kode="2.3.90").kata_lain
    assert kata.startswith("tembok, Talut, senderan")
    assert kata.casefold().count("talut") == 1
    assert Kegiatan.objects.get(kode="2.3.20").kata_lain == penuh


@pytest.mark.parametrize(
    ("kata", "pertama"),
    [("jalan", "2.3.10"), ("jembatan", "2.3.13"), ("perawatan jalan", "2.3.0")],
)
def test_a_thing_typed_alone_is_built_or_mended_first(db: None, kata: str, pertama: str) -> None:
    semua = [k.kode for k in Kegiatan.objects.cari(kata)[:12]]
    assert semua[0].startswith(pertama), semua


@pytest.mark.parametrize("kata", ["", " ", "?!", "\0", "qqqq", "x" * 5000])
def test_words_without_a_match_find_nothing(db: None, kata: str) -> None:
    assert list(Kegiatan.objects.cari(kata)) == []


def isian(**ganti: Any) -> dict[str, Any]:
    return isian_proyek(kegiatan="") | ganti


def test_the_button_lists_matches_and_keeps_what_was_typed(klien: Any) -> None:
    client = klien("aparat")
    kirim = isian(judul="", lokasi="Dusun 3", kegiatan_kata="lampu jalan", kegiatan_cari="1")
    halaman = client.post("/proyek/buka/", kirim).content.decode()
    assert 'value="Dusun 3"' in halaman
    assert "Penerangan jalan" in halaman
    assert "belum dipastikan" in halaman
    assert ">Alasan</label>" in halaman, "of a decision, which is not optional once there is one"
    assert "galat" not in halaman.split("<form")[1].split("</form>")[0]
    assert not Proyek.objects.exists()


def test_a_new_search_is_answered_before_anything_is_opened(klien: Any) -> None:
    client = klien("aparat")
    jalan = Kegiatan.objects.get(kode="2.3.10")
    cari = {"kegiatan": jalan.pk, "kegiatan_kata": "jembatan", "kegiatan_dicari": "jalan"}
    halaman = client.post("/proyek/buka/", isian(**cari)).content.decode()
    assert "Pilih salah satu kegiatan dari hasil pencarian." in halaman
    assert re.search(rf'<input[^>]+name="kegiatan" value="{jalan.pk}"[^>]+checked', halaman)
    jembatan = Kegiatan.objects.get(kode="2.3.13").pk
    assert f'name="kegiatan" value="{jembatan}"' in halaman
    client.post("/proyek/buka/", isian(**cari | {"kegiatan_dicari": "jembatan"}))
    assert Proyek.objects.get().kegiatan == jalan


def test_without_a_choice_the_form_says_how_to_search(klien: Any) -> None:
    halaman = klien("aparat").post("/proyek/buka/", isian()).content.decode()
    assert "Cari kegiatannya dulu, lalu pilih satu." in halaman
    assert 'href="#id_kegiatan_kata"' in halaman
    assert 'id="id_kegiatan_kata"' in halaman


def test_matches_come_while_somebody_types(klien: Any, client: Client) -> None:
    alamat = "/proyek/kegiatan/?isian=a-kegiatan&a-kegiatan_kata=posyandu"
    halaman = klien("aparat").get(alamat).content.decode()
    assert 'name="a-kegiatan_dicari" value="posyandu"' in halaman
    assert halaman.count('type="radio"') >= 3
    assert "Tidak ada kegiatan" in teks(klien("staf").get("/proyek/kegiatan/?kegiatan_kata=qqqq"))
    assert klien("warga").get(alamat).status_code == 403
    assert client.get(alamat).status_code == 302


def kembali_ke_lama(nama: str) -> Kegiatan:
    """Make the codes as they were before the migration, with a name for 2.1.07."""
    Kegiatan.objects.filter(kode__in=("2.1.06", "2.3.01")).delete()
    Kegiatan.objects.filter(kode="2.1.07").update(nama=nama, nama_resmi="")
    talud = "Talud penahan tebing (kode tambahan kabupaten)"
    Kegiatan.objects.filter(kode="2.3.90").update(nama=talud)
    Kegiatan.objects.filter(kode="2.3.10").update(nama="Jalan kita")
    return Kegiatan.objects.get(kode="2.1.07")


class TestMigration:
    @pytest.mark.parametrize("nama", [PAUD, "Bangun gedung PAUD/TK Melati"])
    def test_a_project_about_a_paud_stays_about_a_paud(self, db: None, nama: str) -> None:
        proyek = buat_proyek(kegiatan=kembali_ke_lama(nama))
        PINDAH.muat(apps, None)
        proyek = Proyek.objects.select_related("kegiatan").get(pk=proyek.pk)
        assert (proyek.kegiatan.kode, proyek.kegiatan.nama) == ("2.1.06", nama)
        assert "APE" in proyek.kegiatan.nama_resmi
        assert "perpustakaan" in Kegiatan.objects.get(kode="2.1.07").nama
        nama_kini = dict(Kegiatan.objects.values_list("kode", "nama"))
        assert nama_kini["2.3.90"] == "Talud penahan tebing"
        assert nama_kini["2.3.10"] == "Jalan kita"  # edited: it stays
        assert "2.3.01" in nama_kini

    def test_a_row_that_was_mended_by_hand_is_left_alone(self, db: None) -> None:
        proyek = buat_proyek(kegiatan=kembali_ke_lama("Taman bacaan PAUD"))
        PINDAH.muat(apps, None)
        proyek = Proyek.objects.select_related("kegiatan").get(pk=proyek.pk)
        assert (proyek.kegiatan.kode, proyek.kegiatan.nama) == ("2.1.07", "Taman bacaan PAUD")
        assert Kegiatan.objects.get(kode="2.1.06").nama == PAUD

    def test_projects_move_to_a_right_row_that_was_added_by_hand(self, db: None) -> None:
        lama = kembali_ke_lama(PAUD)
        proyek = buat_proyek(kegiatan=lama)
        induk = lama.sub_bidang
        Kegiatan.objects.create(kode="2.1.06", nama="PAUD kami", sub_bidang=induk)
        PINDAH.muat(apps, None)
        proyek = Proyek.objects.select_related("kegiatan").get(pk=proyek.pk)
        assert (proyek.kegiatan.kode, proyek.kegiatan.nama) == ("2.1.06", "PAUD kami")
        assert "perpustakaan" in Kegiatan.objects.get(kode="2.1.07").nama
