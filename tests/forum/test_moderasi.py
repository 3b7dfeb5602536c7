"""Moderation in the admin: only the kecamatan, always with a reason, never an edit."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from core.jejak.catat import catat, riwayat
from core.laku import MODERASI
from forum.models import Balasan, Ruang, Topik
from tests.alat.baca import ada
from tests.alat.moderasi import tekan_di_admin
from tests.pabrik.forum import ALASAN, balasan, topik
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran

Klien = Callable[..., Client]
KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}


def alamat(model: str, aksi: str, *pk: int) -> str:
    dasar = reverse(f"admin:forum_{model}_moderasi", args=[aksi])
    return f"{dasar}?" + "&".join(f"pk={p}" for p in pk)


@pytest.fixture
def tulisan(pemeran: Pemeran) -> Topik:
    return topik(pemeran.warga, "Judul yang dinilai", isi="Isi yang dinilai")


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_only_the_kecamatan_hides(
    pemeran: Pemeran, klien: Klien, tulisan: Topik, siapa: str
) -> None:
    klien(siapa).post(alamat("topik", "sembunyikan", tulisan.pk), {"alasan": ALASAN})
    tulisan.refresh_from_db()
    assert tulisan.disembunyikan == (siapa in KECAMATAN)


@pytest.mark.parametrize("halaman", ["changelist", "rincian", "ruang"])
@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_only_the_kecamatan_enters(
    pemeran: Pemeran, klien: Klien, tulisan: Topik, siapa: str, halaman: str
) -> None:
    tujuan = {
        "changelist": reverse("admin:forum_topik_changelist"),
        "rincian": reverse("admin:forum_topik_change", args=[tulisan.pk]),
        "ruang": reverse("admin:forum_ruang_changelist"),
    }[halaman]
    assert (klien(siapa).get(tujuan).status_code == 200) == (siapa in KECAMATAN)


def test_hiding_keeps_the_text_and_writes_the_trail(
    pemeran: Pemeran, klien: Klien, tulisan: Topik
) -> None:
    staf = klien("staf")
    assert ada(staf.get(alamat("topik", "sembunyikan", tulisan.pk)), "Judul yang dinilai")
    respons = staf.post(alamat("topik", "sembunyikan", tulisan.pk), {"alasan": ALASAN}, follow=True)
    assert ada(respons, ALASAN)
    assert ada(respons, "Disembunyikan, oleh Sari Staf")
    tulisan.refresh_from_db()
    assert (tulisan.isi, tulisan.alasan_sembunyi) == ("Isi yang dinilai", ALASAN)
    assert [j.aksi for j in riwayat(tulisan)] == ["sembunyikan"]


@pytest.mark.parametrize("alasan", ["", "   ", "a" * 501, "a\x00b"])
def test_hiding_needs_a_reason(pemeran: Pemeran, klien: Klien, tulisan: Topik, alasan: str) -> None:
    respons = klien("staf").post(alamat("topik", "sembunyikan", tulisan.pk), {"alasan": alasan})
    assert respons.status_code == 200
    tulisan.refresh_from_db()
    assert not tulisan.disembunyikan


@pytest.mark.parametrize("ditahan", [True, False])
def test_shown_again_while_held_it_still_waits(
    pemeran: Pemeran, klien: Klien, client: Client, ditahan: bool
) -> None:
    """Nobody is told that it shows while visitors get a 404; letting it through stands there."""
    satu, staf = topik(pemeran.warga, "Xylofon", ditahan=ditahan), klien("staf")
    staf.post(alamat("topik", "sembunyikan", satu.pk), {"alasan": ALASAN})
    jalan = alamat("topik", "tampilkan", satu.pk)
    respons = tekan_di_admin(staf, jalan, {"alasan": ALASAN}, follow=True)
    assert ada(respons, "tulisan tampil lagi") is not ditahan
    assert ada(respons, "masih menunggu dibaca") is ditahan
    assert ada(respons, alamat("topik", "loloskan", satu.pk).replace("&", "&amp;")) is ditahan
    assert (client.get(satu.get_absolute_url()).status_code == 404) is ditahan


def test_words_of_a_hidden_topic_are_gone_everywhere(
    pemeran: Pemeran, klien: Klien, client: Client
) -> None:
    satu = topik(pemeran.warga, "Judul Xylofon", isi="Isi Xylofon")
    balasan(satu, pemeran.warga, isi="Balasan Xylofon")
    jalan = ("/forum/", "/", satu.ruang.get_absolute_url(), satu.get_absolute_url())
    assert "Xylofon" in "".join(client.get(j).content.decode() for j in jalan)
    klien("staf").post(alamat("topik", "sembunyikan", satu.pk), {"alasan": ALASAN})
    for satu_jalan in (*jalan, "/forum/?cari=Xylofon", "/pemberitahuan/"):
        for siapa in (client, klien("aparat")):
            isi = siapa.get(satu_jalan, follow=True).content.decode()
            tanpa_kata_cari = isi.replace('value="Xylofon"', "").replace("cari=Xylofon", "")
            assert "Xylofon" not in tanpa_kata_cari, satu_jalan


def test_hiding_twice_says_so(pemeran: Pemeran, klien: Klien, tulisan: Topik) -> None:
    staf, isian = klien("staf"), {"alasan": ALASAN}
    staf.post(alamat("topik", "sembunyikan", tulisan.pk), isian)
    respons = staf.post(alamat("topik", "sembunyikan", tulisan.pk), isian, follow=True)
    assert ada(respons, "sudah disembunyikan oleh petugas lain")
    assert riwayat(tulisan).count() == 1


def test_showing_again_brings_it_back(
    pemeran: Pemeran, klien: Klien, client: Client, tulisan: Topik
) -> None:
    staf = klien("staf")
    staf.post(alamat("topik", "sembunyikan", tulisan.pk), {"alasan": ALASAN})
    jalan, isi = alamat("topik", "tampilkan", tulisan.pk), {"alasan": "Sudah diperbaiki."}
    tekan_di_admin(staf, jalan, isi)
    assert ada(client.get(tulisan.get_absolute_url()), "Isi yang dinilai")
    assert [j.aksi for j in riwayat(tulisan)] == ["sembunyikan", "tampilkan_lagi"]


def test_the_form_says_who_reads_the_reason(klien: Klien, tulisan: Topik) -> None:
    staf = klien("staf")
    assert ada(staf.get(alamat("topik", "sembunyikan", tulisan.pk)), "pembaca lain membaca")
    respons = staf.get(alamat("topik", "tampilkan", tulisan.pk))
    assert ada(respons, "Hanya petugas yang membaca alasan ini")
    assert not ada(respons, "pembaca lain membaca")


def test_an_act_that_no_table_knows_stands_as_it_was_written(
    pemeran: Pemeran, klien: Klien, tulisan: Topik, monkeypatch: pytest.MonkeyPatch
) -> None:
    catat(objek=tulisan, aksi="isi_dihapus", oleh=pemeran.staf)
    monkeypatch.setattr(Topik, "laku", {"kata_lama": MODERASI["sembunyikan"]})
    catat(objek=tulisan, aksi="kata_lama", oleh=pemeran.staf, alasan=ALASAN)
    monkeypatch.undo()
    respons = klien("staf").get(reverse("admin:forum_topik_change", args=[tulisan.pk]))
    assert ada(respons, "Isi jejak dihapus, oleh Sari Staf")
    assert ada(respons, "kata_lama, oleh Sari Staf")


def test_a_topic_that_takes_no_replies_does_not_ask_for_one(pemeran: Pemeran, klien: Klien) -> None:
    tahan = topik(pemeran.warga, "Masih ditahan", ditahan=True)
    respons = klien("warga").get(tahan.get_absolute_url())
    assert ada(respons, "Belum ada balasan")
    assert not ada(respons, "Pendapat Anda ditunggu")


def test_held_texts_are_let_through_many_at_once(
    pemeran: Pemeran, klien: Klien, client: Client
) -> None:
    tempat = topik(pemeran.staf)
    pk = [balasan(tempat, pemeran.warga, f"Tahan {n}", ditahan=True).pk for n in range(3)]
    staf = klien("staf")
    daftar = reverse("admin:forum_balasan_changelist")
    pilih = staf.post(daftar, {"action": "loloskan", "_selected_action": pk})
    respons = tekan_di_admin(staf, pilih["Location"], follow=True)
    assert ada(respons, "3 tulisan diloloskan dan sekarang tampil.")
    assert not Balasan.objects.filter(ditahan=True).exists()
    assert ada(client.get(tempat.get_absolute_url()), "Tahan 2")
    respons = staf.post(pilih["Location"], follow=True)
    assert ada(respons, "sudah ditampilkan atau sudah disembunyikan")


def test_list_shows_held_ones_and_searches(pemeran: Pemeran, klien: Klien, tulisan: Topik) -> None:
    topik(pemeran.warga, "Yang tertahan", ditahan=True)
    staf, daftar = klien("staf"), reverse("admin:forum_topik_changelist")
    tertahan = staf.get(daftar, {"ditahan__exact": "1"})
    assert ada(tertahan, "Yang tertahan")
    assert not ada(tertahan, "Judul yang dinilai")
    assert ada(staf.get(daftar, {"q": "dinilai"}), "Judul yang dinilai")
    assert staf.get(daftar, {"q": "\x00 ' %"}).status_code == 400


def test_the_text_itself_cannot_be_edited_or_deleted(
    pemeran: Pemeran, klien: Klien, tulisan: Topik
) -> None:
    admin = klien("admin")
    rincian = reverse("admin:forum_topik_change", args=[tulisan.pk])
    assert admin.post(rincian, {"judul": "Diganti", "isi": "Diganti"}).status_code == 403
    hapus = reverse("admin:forum_topik_delete", args=[tulisan.pk])
    assert admin.post(hapus, {"post": "yes"}).status_code == 403
    assert admin.get(reverse("admin:forum_topik_add")).status_code == 403
    tulisan.refresh_from_db()
    assert tulisan.judul == "Judul yang dinilai"


@pytest.mark.parametrize(
    ("aksi", "pk"),
    [("sembunyikan", "x"), ("sembunyikan", ""), ("bakar", "1"), ("sembunyikan", "9" * 30)],
)
def test_nothing_to_act_on(
    pemeran: Pemeran, klien: Klien, tulisan: Topik, aksi: str, pk: str
) -> None:
    dasar = reverse("admin:forum_topik_moderasi", args=[aksi])
    assert klien("staf").get(dasar, {"pk": pk}).status_code == 404


def test_rooms_are_edited_by_the_kecamatan(pemeran: Pemeran, klien: Klien) -> None:
    ruang = Ruang.objects.get(slug="pemuda")
    isian = {"nama": "Pemuda dan olahraga", "slug": "pemuda", "uraian": "", "urutan": 3}
    staf = klien("staf")
    staf.post(reverse("admin:forum_ruang_change", args=[ruang.pk]), isian)
    ruang.refresh_from_db()
    assert ruang.nama == "Pemuda dan olahraga"
    respons = staf.post(reverse("admin:forum_ruang_add"), isian | {"nama": "X", "slug": "tulis"})
    assert ada(respons, "Alamat ini dipakai halaman menulis.")
