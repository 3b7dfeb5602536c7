"""Writing in the forum: the right to, held texts, and a second send."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from core.formulir import draf
from core.formulir.sekali import kunci_baru
from forum.models import Balasan, Topik
from tests.alat.baca import ada, teks
from tests.alat.klien import masuk
from tests.pabrik.forum import topik
from tests.pabrik.orang import terbukti
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran

Klien = Callable[..., Client]
TULIS = {"ruang": "layanan", "judul": "Antrean panjang", "isi": "Sampai jam berapa?"}


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_everyone_with_an_account_writes(pemeran: Pemeran, klien: Klien, siapa: str) -> None:
    respons = klien(siapa).post(reverse("forum:tulis"), TULIS)
    assert respons.status_code == 302
    assert Topik.objects.count() == (0 if siapa == "pengunjung" else 1)


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_everyone_with_an_account_replies(pemeran: Pemeran, klien: Klien, siapa: str) -> None:
    tempat = topik(pemeran.staf)
    respons = klien(siapa).post(tempat.get_absolute_url(), {"isi": "Setuju."})
    assert respons.status_code == 302
    assert Balasan.objects.count() == (0 if siapa == "pengunjung" else 1)


def test_unproven_contact_is_held_and_the_author_is_told(pemeran: Pemeran, klien: Klien) -> None:
    warga, umum = klien("warga"), klien("pengunjung")
    respons = warga.post(reverse("forum:tulis"), TULIS, follow=True)
    assert ada(respons, "menunggu dibaca petugas")
    assert ada(respons, "Menunggu dibaca petugas.")
    alamat = Topik.objects.get().get_absolute_url()
    assert umum.get(alamat).status_code == 404
    assert not ada(umum.get(reverse("forum:daftar")), "Antrean panjang")
    assert ada(warga.get(reverse("forum:daftar")), "Antrean panjang")


def test_proven_contact_stands_at_once(client: Client, db: None) -> None:
    respons = masuk(client, terbukti()).post(reverse("forum:tulis"), TULIS, follow=True)
    assert ada(respons, "Topik Anda sudah tampil.")
    assert ada(Client().get(reverse("forum:daftar")), "Antrean panjang")


@pytest.mark.parametrize("jumlah", [2, 3])
def test_sending_twice_makes_one_topic(client: Client, db: None, jumlah: int) -> None:
    masuk(client, terbukti())
    isian = TULIS | {"kunci": kunci_baru()}
    alamat = {client.post(reverse("forum:tulis"), isian)["Location"] for _ in range(jumlah)}
    assert Topik.objects.count() == 1
    assert alamat == {Topik.objects.get().get_absolute_url()}


def test_sending_twice_makes_one_reply(client: Client, db: None) -> None:
    tempat = topik(terbukti())
    masuk(client, terbukti())
    isian = {"isi": "Setuju.", "kunci": kunci_baru()}
    for _ in range(2):
        respons = client.post(tempat.get_absolute_url(), isian, follow=True)
    assert Balasan.objects.count() == 1
    assert ada(respons, "tidak dikirim dua kali")


def test_words_survive_an_ended_session(client: Client, db: None) -> None:
    """Sent without a session: sign in, come back, and the words are in the form."""
    orang, tempat = terbukti(), topik(terbukti())
    isian = {"isi": "Tulisan panjang yang tidak boleh hilang", "kunci": kunci_baru()}
    isian["penulis"] = draf.sidik(orang)
    respons = client.post(tempat.get_absolute_url(), isian)
    assert respons["Location"].startswith(reverse("account_login"))
    masuk(client, orang)
    assert ada(client.get(tempat.get_absolute_url()), isian["isi"])
    assert not ada(client.get(tempat.get_absolute_url()), isian["isi"])  # given out once
    assert not Balasan.objects.exists()


def test_words_of_a_topic_survive_too(client: Client, db: None) -> None:
    orang = terbukti()
    client.post(reverse("forum:tulis"), TULIS | {"penulis": draf.sidik(orang)})
    masuk(client, orang)
    isi = client.get(reverse("forum:tulis"))
    assert ada(isi, TULIS["isi"])
    assert ada(isi, TULIS["judul"])


@pytest.mark.parametrize(
    ("salah", "pesan"),
    [
        ({"judul": ""}, "Bagian ini harus diisi."),
        ({"isi": "   "}, "Bagian ini harus diisi."),
        ({"isi": "a" * 100_000}, "Terlalu panjang"),
        ({"judul": "a" * 121}, "Terlalu panjang"),
        ({"isi": "a\x00b"}, "karakter kosong"),
        ({"ruang": "tidak-ada"}, "Pilihan itu tidak ada"),
        ({"ruang": "\x00"}, "tidak diizinkan"),
    ],
)
def test_bad_input_is_refused_and_kept(
    client: Client, db: None, salah: dict[str, str], pesan: str
) -> None:
    masuk(client, terbukti())
    respons = client.post(reverse("forum:tulis"), TULIS | {"judul": "Judul yang tetap"} | salah)
    assert respons.status_code == 200
    assert ada(respons, pesan)
    assert "judul" in salah or ada(respons, "Judul yang tetap")
    assert not Topik.objects.exists()


def test_emoji_and_html_are_text(client: Client, db: None) -> None:
    masuk(client, terbukti())
    isian = TULIS | {"judul": "Lapangan 🏐", "isi": "<script>alert(1)</script>\nbaris dua"}
    isi = teks(client.post(reverse("forum:tulis"), isian, follow=True))
    assert "Lapangan 🏐" in isi
    assert "<script>alert" not in isi
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>baris dua" in isi


def test_personal_numbers_are_masked_for_everyone(client: Client, db: None) -> None:
    pribadi = "0812-3456-7890 1802021234560001 bu.tini@contoh.id"
    tempat = topik(terbukti(nama="Tini 081234567890"), f"Hubungi {pribadi}", isi=pribadi)
    for alamat in (tempat.get_absolute_url(), reverse("forum:daftar")):
        isi = teks(client.get(alamat))
        assert not [p for p in (*pribadi.split(), "081234567890") if p in isi]


def test_a_hidden_topic_takes_no_reply(client: Client, pemeran: Pemeran) -> None:
    from core.moderasi.tampil import sembunyikan

    penulis = terbukti()
    tempat = topik(penulis)
    sembunyikan(tempat, oleh=pemeran.staf, alasan="Uji")
    respons = masuk(client, penulis).post(tempat.get_absolute_url(), {"isi": "Lagi"})
    assert ada(respons, "belum dapat dibalas")
    assert not Balasan.objects.exists()
