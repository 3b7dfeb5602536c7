"""Following works alike for every kind of thing, through what its app declares."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi
from aspirasi.services import pembaca
from core.galat import TidakBisa
from core.models import Jejak
from core.moderasi.tampil import sembunyikan
from forum import services as layanan_forum
from forum.models import Balasan
from kabar.bacaan.jenis import DIIKUTI, JENIS, macam
from kabar.models import KUNCI, KUNCI_KERJA, Hal, Ikutan, Kabar, Pemberitahuan
from kabar.services import kabar as services
from proyek.enums import Tahap
from proyek.services.tahap import ubah_tahap
from rencana.models import Rencana
from tests.alat.baca import ada, teks
from tests.alat.kabar import HALAMAN, IKUTAN, alamat, berhenti, di_kepala, ikuti, siarkan
from tests.alat.meja import jawab
from tests.pabrik.aspirasi import selokan
from tests.pabrik.forum import topik
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran
from tests.pabrik.proyek import HARI, buat_keputusan, buat_proyek
from tests.pabrik.rencana import dibuka
from warga.services import kosongkan_pengguna

pytestmark = pytest.mark.django_db
Klien = Callable[..., Client]
BERAKUN = tuple(siapa for siapa in SEMUA_PERAN if siapa != "pengunjung")
# Kinds with a trail that nobody hears of: no page for everybody shows them, or the trail of their
# project or their own page says all.
BUKAN_HAL = {
    *("pengguna", "kesiapan", "masa", "musrenbang", "usulan", "segel", "fungsi"),
    *("lingkungan", "lpj", "tawaran", "kebutuhan", "mitra", "kerja_bakti"),
    *("penyaluran", "program_masuk", "bantuan_keluarga"),
    *("penerbit_laporan", "penulis_laporan", "lapangan", "inspektorat", "musyawarah"),
}


def semua(pemeran: Pemeran) -> dict[str, Any]:
    """One public thing of each kind that can be followed."""
    return {
        "aspirasi": selokan(pemeran),
        "proyek": buat_proyek(pemeran.kampung),
        "topik": topik(pemeran.staf, "Jadwal ronda"),
        "kampung": pemeran.kampung,
        "rencana": dibuka(
            pemeran.aparat_lain,
            50,
            kampung=pemeran.kampung_lain,
            tahun=2027 + Rencana.objects.count(),
        ),
    }


def tombol(kata: str) -> str:
    return f">Ikuti {kata} ini</button>"


def test_every_kind_with_a_trail_and_a_page_is_declared() -> None:
    berjejak = {m for m in apps.get_models() if getattr(m, "jenis_jejak", "")}
    berhalaman = {m for m in berjejak if m.jenis_jejak not in BUKAN_HAL}
    assert {jenis.model for jenis in JENIS if jenis.jejak} == berhalaman
    assert (*(jenis.nama for jenis in JENIS), *KUNCI_KERJA) == KUNCI
    assert {jenis.nama for jenis in JENIS if jenis.jejak and not jenis.kunci} == set()
    assert {jenis.nama for jenis in JENIS if jenis.jejak and not jenis.ucapan} == set()


def test_each_kind_is_followed_from_its_page(pemeran: Pemeran, klien: Klien) -> None:
    orang, hal = klien("warga"), semua(pemeran)
    kurang = [jenis.nama for jenis in DIIKUTI if jenis.nama not in hal]
    assert not kurang, f"add one public thing of each to `semua()` above: {kurang}"
    for jenis in DIIKUTI:
        objek = hal[jenis.nama]
        assert tombol(jenis.kata) in teks(orang.get(objek.get_absolute_url())), jenis.nama
        assert ada(ikuti(orang, objek), f"Anda mengikuti {jenis.kata} ini. Perkembangannya ada")
        assert ada(orang.get(IKUTAN), jenis.tampilan(objek).judul)
        assert tombol(jenis.kata) in teks(berhenti(orang, objek))
        assert not ada(orang.get(IKUTAN), f"ikutan-{jenis.nama}")


def test_everyone_with_an_account_follows(pemeran: Pemeran, klien: Klien) -> None:
    hal = semua(pemeran)
    for siapa in BERAKUN:
        orang = klien(siapa)
        for objek in hal.values():
            assert orang.post(alamat("ikuti", objek))["Location"] == objek.get_absolute_url()
        assert teks(orang.get(IKUTAN)).count("Berhenti mengikuti") == len(hal), siapa


def test_a_visitor_reads_where_to_sign_in(pemeran: Pemeran, client: Client) -> None:
    for jenis, objek in semua(pemeran).items():
        respons = client.get(objek.get_absolute_url())
        assert ada(respons, "masuk untuk mengikuti"), jenis
        assert not respons.cookies
        assert client.post(alamat("ikuti", objek))["Location"].startswith("/akun/masuk/")
    assert not Ikutan.objects.exists()


def test_pages_of_a_report_and_a_decision_offer_their_project(
    pemeran: Pemeran, klien: Klien
) -> None:
    proyek = buat_proyek(pemeran.kampung)
    laporan = buat_laporan(proyek, pemeran.kakam)
    sendiri = buat_keputusan(pemeran.kakam, pemeran.kampung)
    keputusan = buat_keputusan(pemeran.kakam, pemeran.kampung, proyek=proyek)
    for objek, boleh in ((laporan, True), (keputusan, True), (sendiri, False)):
        isi = teks(klien("warga").get(objek.get_absolute_url()))
        assert (f'action="{alamat("ikuti", proyek)}"' in isi) is boleh
        with pytest.raises(TidakBisa):
            services.ikuti(objek=objek, oleh=pemeran.warga)


@pytest.mark.parametrize(
    "jalur",
    [
        *("proyek/PRJ-2026-9999", "topik/99999999", "topik/abc", "kampung/tidak-ada"),
        *("topik/9999999999999999999999", "laporan/LAP-2026-0001", "balasan/1", "kabar/1"),
        *("keputusan/KEP-2026-0001", "pengguna/1", "rekaan/1"),
    ],
)
def test_a_thing_that_cannot_be_followed_is_not_there(klien: Klien, jalur: str) -> None:
    for ekor in ("", "berhenti/"):
        assert klien("warga").post(f"/kabar/ikuti/{jalur}/{ekor}").status_code == 404


def test_a_hidden_or_held_topic_cannot_be_followed(pemeran: Pemeran, klien: Klien) -> None:
    tampil, tertahan = topik(pemeran.staf), topik(pemeran.warga, ditahan=True)
    ikuti(klien("bpk"), tampil)
    sembunyikan(tampil, oleh=pemeran.staf, alasan="Memuat alamat rumah.")
    for objek in (tampil, tertahan):
        for siapa in ("bpk", "staf", "warga"):
            assert ikuti(klien(siapa), objek).status_code == 404
            assert tombol("topik") not in teks(klien(siapa).get(objek.get_absolute_url()))
    assert not ada(klien("bpk").get(IKUTAN), tampil.judul)


def test_twice_is_once_and_two_kinds_are_apart(pemeran: Pemeran, klien: Klien) -> None:
    for objek in semua(pemeran).values():
        for _ in range(2):
            ikuti(klien("warga"), objek)
    assert Ikutan.objects.count() == Hal.objects.count() == len(DIIKUTI)


def test_a_thing_is_of_exactly_one_kind(pemeran: Pemeran) -> None:
    proyek = buat_proyek(pemeran.kampung)
    for isi in ({}, {"proyek": proyek, "kampung": pemeran.kampung}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Hal.objects.create(**isi)
    assert Hal.objects.create(proyek=proyek).macam == ("proyek", proyek.pk)


def test_following_leaves_no_trail_and_goes_with_the_account(
    pemeran: Pemeran, klien: Klien
) -> None:
    hal = semua(pemeran)
    sebelum = Jejak.objects.count()
    for objek in hal.values():
        ikuti(klien("warga"), objek)
    assert Jejak.objects.count() == sebelum
    for objek in hal.values():
        for siapa in ("bpk", "admin"):
            assert pemeran.warga.nama not in teks(klien(siapa).get(objek.get_absolute_url()))
    kosongkan_pengguna(pengguna=pemeran.warga, oleh=pemeran.warga, alasan="Pindah.")
    assert not Ikutan.objects.exists()


@pytest.mark.parametrize("banyak", [1, 3])
def test_the_pages_cost_the_same_for_more_rows(
    pemeran: Pemeran, klien: Klien, banyak: int, django_assert_num_queries: Any
) -> None:
    warga, diikuti = klien("warga"), set()
    for _ in range(banyak):
        hal = semua(pemeran)
        for objek in hal.values():
            ikuti(warga, objek)
        diikuti |= set(hal.values())
        jawab(pemeran, hal["aspirasi"])
        proyek = hal["proyek"]
        ubah_tahap(
            proyek=proyek, ke=Tahap.SELESAI, tanggal=HARI, oleh=pemeran.kakam, alasan="Tuntas."
        )
    siarkan()
    # session, person, notices, trail, two kinds of things, unread, e-mail, letter
    with django_assert_num_queries(9):
        assert len(warga.get(HALAMAN).context["daftar_isi"]) == 2 * banyak
    # session, person, each kind, the number in the head
    with django_assert_num_queries(3 + len(DIIKUTI)):
        assert teks(warga.get(IKUTAN)).count("baris__judul") == len(diikuti)


def test_the_page_names_the_kinds_as_they_are_declared(pemeran: Pemeran, klien: Klien) -> None:
    kata = [jenis.kata for jenis in DIIKUTI]
    respons = klien("warga").get(IKUTAN)
    for sambung, ekor in (("dan", "yang Anda ikuti."), ("atau", "yang ingin Anda kawal?")):
        semua_kata = f"{', '.join(kata[:-1])}, {sambung} {kata[-1]}"
        assert macam(sambung) == semua_kata
        assert f"{semua_kata} {ekor}".lower() in teks(respons).lower()
    rekaan = replace(DIIKUTI[0], kata="jalan")
    assert macam("dan", (*DIIKUTI, rekaan)).endswith(f"{kata[-1]}, dan jalan")


def test_a_list_of_one_kind_goes_on_by_pages(
    pemeran: Pemeran, klien: Klien, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("kabar.views.ikutan"), "AWAL", 1)
    for nomor in range(3):
        ikuti(klien("warga"), topik(pemeran.staf, f"Topik ke-{nomor}"))
    awal = klien("warga").get(IKUTAN)
    assert ada(awal, "Topik ke-2")
    assert not ada(awal, "Topik ke-1")
    assert ada(awal, "Semua topik yang saya ikuti")
    penuh = klien("warga").get(IKUTAN, {"jenis": "topik"})
    assert teks(penuh).count("baris__judul") == 3
    assert klien("warga").get(IKUTAN, {"jenis": "laporan"}).status_code == 404
    kosong = klien("warga").get(IKUTAN, {"jenis": "proyek"})
    assert ada(kosong, "Anda belum mengikuti apa pun")


@pytest.mark.parametrize("bagaimana", ["aspirasi", "topik", "balasan", "kabar"])
def test_nothing_shows_of_a_thing_that_was_closed(
    pemeran: Pemeran, klien: Klien, bagaimana: str
) -> None:
    """Each kind that can close leaves the list, the notices and the number in the head."""
    warga = klien("warga")
    objek, kata = _diberitahukan(pemeran, warga, bagaimana)
    siarkan()
    assert (ada(warga.get(HALAMAN), kata), di_kepala(warga)) == (True, "1")
    _tutup(pemeran, objek)
    for halaman in (HALAMAN, IKUTAN, reverse("akun")):
        assert not ada(warga.get(halaman), kata), halaman
    assert di_kepala(warga) == ""
    satu = Pemberitahuan.objects.exclude(pengguna=pemeran.bpk).get()  # bpk wrote the topic
    assert warga.post(reverse("kabar:buka", args=[satu.pk])).status_code == 404


def _diberitahukan(pemeran: Pemeran, warga: Client, jenis: str) -> tuple[Any, str]:
    """Let warga be told of one thing of this kind; return it, and words that only it holds."""
    if jenis == "aspirasi":
        aspirasi = selokan(pemeran, "Xylofon mampet di pasar.")
        ikuti(warga, aspirasi)
        jawab(pemeran, aspirasi)
        return aspirasi, "Xylofon"
    if jenis == "kabar":
        ikuti(warga, pemeran.kampung)
        kabar = Kabar(judul="Xylofon", isi="Besok.", kampung=pemeran.kampung)
        return services.terbitkan(kabar=kabar, oleh=pemeran.kakam), "Xylofon"
    tempat = topik(pemeran.bpk, "Xylofon")
    ikuti(warga, tempat)
    balasan = layanan_forum.tulis_balasan(
        balasan=Balasan(topik=tempat, isi="Setuju."), oleh=pemeran.staf
    )
    return (tempat, "Xylofon") if jenis == "topik" else (balasan, "Balasan baru")


def _tutup(pemeran: Pemeran, objek: Any) -> None:
    if isinstance(objek, Aspirasi):
        pembaca.atur(aspirasi=objek, jangkauan=Jangkauan.KECAMATAN)
    else:
        sembunyikan(objek, oleh=pemeran.staf, alasan="Memuat alamat rumah.")
