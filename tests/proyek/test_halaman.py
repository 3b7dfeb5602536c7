"""The public pages of projects: their words, and their cost."""

import datetime
import re
from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from aspirasi.services.kiriman import tarik
from core.jejak.catat import catat
from laporan.enums import Status
from proyek.enums import Tahap
from proyek.models import Proyek
from tests.alat.baca import sebaris as teks
from tests.izin.test_tabel import kiriman
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.kelengkapan import buat_anggota, buat_dokumen, buat_rencana
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_dana, buat_keputusan, buat_pencairan, buat_proyek

KUERI = 6
NOVEMBER = datetime.date(2026, 11, 1)


def publik(kampung, nomor: str = "ASP-2026-00042", *, judul: str = "Selokan mampet"):
    """A public kiriman with its number."""
    suara = kiriman(kampung, nomor=nomor)
    suara.judul = judul
    suara.save()
    return suara


def test_an_empty_list_is_friendly(client: Client, db: None) -> None:
    isi = teks(client.get("/proyek/"))
    assert "Belum ada proyek yang tercatat" in isi
    assert "Sampaikan usul" in isi


def test_a_card_shows_money_and_progress_of_the_latest_report(client, pemeran) -> None:
    proyek = buat_proyek()
    dana = buat_dana(proyek, 154_700_000)
    buat_laporan(proyek, pemeran.kakam, belanja={dana: 50_000_000}, persen=Decimal(40))
    buat_laporan(
        proyek,
        pemeran.kakam,
        belanja={dana: 100_000_000},
        persen=Decimal("72.5"),
        periode=NOVEMBER,
    )
    isi = teks(client.get("/proyek/"))
    assert "Rp 154,7 juta" in isi
    assert "Rp 150 juta" in isi
    assert "72,5%" in isi
    assert "40%" not in isi


def test_a_draft_says_nothing_to_the_public(client, pemeran) -> None:
    proyek = buat_proyek()
    dana = buat_dana(proyek, 100)
    buat_laporan(proyek, pemeran.kakam, belanja={dana: 77}, persen=Decimal(33), terbit=False)
    for alamat in ("/proyek/", proyek.get_absolute_url()):
        isi = teks(client.get(alamat))
        assert "33%" not in isi
        assert "Rp 77" not in isi
        assert "belum diketahui" in isi


def test_unknown_is_never_zero(client, db) -> None:
    proyek = buat_proyek(pagu=1_000_000)
    for alamat in ("/proyek/", proyek.get_absolute_url()):
        isi = teks(client.get(alamat))
        assert "belum diketahui" in isi
        assert "Rp 0" not in isi
        assert "0%" not in isi


def test_spending_that_is_to_follow_is_unknown(client, pemeran) -> None:
    proyek = buat_proyek(pagu=1_000_000)
    buat_laporan(proyek, pemeran.kakam, belanja_menyusul=True)
    isi = teks(client.get(proyek.get_absolute_url()))
    assert "Belanja <strong>menyusul</strong>" in isi
    assert "jumlah uang yang sudah dibelanjakan belum dilaporkan" in isi
    assert "Rp 0" not in isi


def test_a_correction_replaces_the_figures_of_its_month(client, pemeran) -> None:
    proyek = buat_proyek()
    dana = buat_dana(proyek, 1_000_000)
    buat_laporan(proyek, pemeran.kakam, belanja={dana: 900_000}, persen=Decimal(90))
    buat_laporan(
        proyek,
        pemeran.kakam,
        belanja={dana: 600_000},
        persen=Decimal(60),
        revisi=2,
        alasan_perbaikan="Nota terhitung dua kali.",
        alasan_turun="Salah hitung.",
    )
    kartu = Proyek.objects.untuk_kartu().get()
    assert (kartu.jumlah.persen, kartu.jumlah.dibelanjakan, kartu.jumlah.anggaran) == (
        Decimal(60),
        600_000,
        1_000_000,
    )


def test_the_page_holds_the_whole_trail(client, pemeran) -> None:
    proyek = buat_proyek(lokasi="Dusun 3, dekat mushola")
    dana = buat_dana(proyek, 120_000_000)
    lain = buat_dana(proyek, 10_000_000, sumber="swadaya")
    buat_pencairan(dana, 72_000_000)
    keputusan = buat_keputusan(pemeran.kakam, proyek=proyek, ke_tahap=Tahap.DIANGGARKAN)
    laporan = buat_laporan(
        proyek, pemeran.kakam, belanja={dana: 60_000_000, lain: 0}, persen=Decimal(55), foto=2
    )
    suara = publik(pemeran.kampung, judul="Jalan becek")
    proyek.tautan_aspirasi.create(aspirasi=suara, oleh=pemeran.aparat)
    catat(objek=proyek, aksi="tahap", oleh=pemeran.kakam, dari="dianggarkan", ke="berjalan")
    isi = teks(client.get(proyek.get_absolute_url()))
    for bagian in (
        "Dusun 3, dekat mushola",
        "Rp 130 juta",  # pagu
        "Rp 72 juta",  # received
        "Rp 60 juta",  # spent
        keputusan.alasan,
        keputusan.get_absolute_url(),
        laporan.get_absolute_url(),
        laporan.foto.first().berkas.alamat_kecil,
        "55%",
        "Jalan becek",
        suara.get_absolute_url(),
        "Mulai dikerjakan",
        f"/aspirasi/kirim/?proyek={proyek.nomor}&amp;kampung=sido-rejo",
    ):
        assert bagian in isi, bagian
    assert pemeran.kakam.nama not in isi


def test_what_is_folded_is_whole_and_stands_once(client, pemeran) -> None:
    """The newest is open, what came before it lies in folds whose summaries tell of it."""
    proyek = buat_proyek(pagu=1_000_000)
    putusan = [
        buat_keputusan(pemeran.kakam, proyek=proyek, judul=f"Putusan ke-{n}") for n in range(4)
    ]
    for bulan in (8, 9, 10):
        hari = datetime.date(2026, bulan, 1)
        buat_laporan(proyek, pemeran.kakam, periode=hari, persen=Decimal(bulan), foto=1)
    suara = [publik(pemeran.kampung, f"ASP-2026-0001{n}", judul=f"Becek {n}") for n in range(5)]
    for satu in suara:
        proyek.tautan_aspirasi.create(aspirasi=satu, oleh=pemeran.aparat)
    isi = teks(client.get(proyek.get_absolute_url()))
    assert "3 laporan, yang lama dulu" in isi
    assert "Keputusan sebelumnya: 2" in isi
    assert "2 kiriman lagi" in isi
    for satu in (*putusan, *suara):
        assert isi.count(f'href="{satu.get_absolute_url()}"') == 1
    terbuka = re.sub(r"<details.*?</details>", "", isi.partition("<main")[2])
    assert "</details>" not in terbuka
    assert ("Becek 4" in terbuka) != ("Becek 0" in terbuka)
    assert "Oktober 2026: pekerjaan 10%" in terbuka
    assert "September 2026: pekerjaan" not in terbuka


@pytest.mark.parametrize("jangkauan", ["petugas", "kecamatan"])
@pytest.mark.parametrize("siapa", ["pengunjung", "aparat", "petugas_rahasia"])
def test_voices_that_are_not_public_are_not_on_the_page(klien, pemeran, jangkauan, siapa) -> None:
    proyek = buat_proyek()
    suara = kiriman(pemeran.kampung, jangkauan=jangkauan)
    suara.judul = "Hanya untuk meja"
    suara.save()
    proyek.tautan_aspirasi.create(aspirasi=suara, oleh=pemeran.staf)
    assert "Hanya untuk meja" not in teks(klien(siapa).get(proyek.get_absolute_url()))


def test_a_withdrawn_voice_leaves_the_page(client, pemeran) -> None:
    proyek = buat_proyek()
    suara = publik(pemeran.kampung)
    proyek.tautan_aspirasi.create(aspirasi=suara, oleh=pemeran.staf)
    tarik(aspirasi=suara)
    assert "ASP-2026-00042" not in teks(client.get(proyek.get_absolute_url()))


@pytest.mark.parametrize("nomor", ["PRJ-2026-9999", "x", "ＰＲＪ"])
def test_an_unknown_project_is_not_found(client, db, nomor) -> None:
    assert client.get(f"/proyek/{nomor}/").status_code == 404


def test_a_visitor_gets_nothing_personal(client, pemeran) -> None:
    proyek = buat_proyek(pagu=10)
    for alamat in ("/proyek/", proyek.get_absolute_url()):
        respons = client.get(alamat)
        assert not respons.cookies
        assert b"csrf" not in respons.content


@pytest.mark.parametrize(
    ("saringan", "cocok"),
    [
        ("kampung=sido-rejo", {"Rabat beton Dusun 3", "Lampu jalan"}),
        ("kampung=bangun-rejo", {"Drainase pasar"}),
        ("bidang=4", set()),
        ("tahap=usulan", {"Lampu jalan"}),
        ("tahun=2026", {"Rabat beton Dusun 3", "Drainase pasar"}),
        ("sumber=add", {"Drainase pasar"}),
        ("sumber=add&tahun=2026", set()),
        ("cari=selokan", {"Drainase pasar"}),
        ("cari=rabat", {"Rabat beton Dusun 3"}),
        ("cari=rabat&kampung=bangun-rejo", set()),
        ("tahap=ngawur", {"Rabat beton Dusun 3", "Lampu jalan", "Drainase pasar"}),
        ("cari=%00", {"Rabat beton Dusun 3", "Lampu jalan", "Drainase pasar"}),
        ("tahun=99999999999999999999", {"Rabat beton Dusun 3", "Lampu jalan", "Drainase pasar"}),
    ],
)
def test_the_list_can_be_narrowed(client, db, saringan, cocok) -> None:
    buat_proyek(pagu=100)
    buat_proyek(judul="Lampu jalan", tahap=Tahap.USULAN)
    lain = buat_proyek(kampung_resmi("Bangun Rejo"), judul="Drainase pasar", pagu=100)
    buat_dana(lain, 50, sumber="add", tahun=2027)
    isi = teks(client.get(f"/proyek/?{saringan}"))
    semua = {"Rabat beton Dusun 3", "Lampu jalan", "Drainase pasar"}
    assert {judul for judul in semua if judul in isi} == cocok
    if not cocok:
        assert "Tidak ada proyek yang cocok" in isi


def test_a_number_finds_its_project(client, db) -> None:
    proyek = buat_proyek()
    buat_proyek(judul="Lampu jalan")
    isi = teks(client.get("/proyek/", {"cari": proyek.nomor}))
    assert "Rabat beton" in isi
    assert "Lampu jalan" not in isi


def test_the_list_is_ordered_and_paged_by_key(client, db) -> None:
    for nomor in range(23):
        buat_proyek(judul=f"Proyek {nomor:02}")
    pertama = client.get("/proyek/?urut=nama")
    judul = [p.judul for p in pertama.context["halaman"]]
    assert judul == [f"Proyek {n:02}" for n in range(20)]
    kedua = client.get("/proyek/", {"urut": "nama", "setelah": pertama.context["halaman"].berikut})
    assert [p.judul for p in kedua.context["halaman"]] == ["Proyek 20", "Proyek 21", "Proyek 22"]
    terbaru = client.get("/proyek/").context["halaman"].objek[0]
    assert terbaru.judul == "Proyek 22"


def isi_penuh(pemeran, banyak: int) -> Proyek:
    """A project with `banyak` of everything on its page."""
    proyek = buat_proyek(lintang=Decimal("-5.1609"), bujur=Decimal("105.0286"))
    buat_rencana(proyek, pemeran.kakam, (datetime.date(2026, 12, 31), 100))
    for nomor in range(banyak):
        buat_anggota(proyek, peran="anggota_tpk")
        buat_dokumen(proyek, pemeran.kakam)
        dana = buat_dana(proyek, 1000, tahun=2026 + nomor)
        buat_pencairan(dana, 100)
        buat_keputusan(pemeran.kakam, proyek=proyek)
        buat_laporan(
            proyek,
            pemeran.kakam,
            belanja={dana: 10},
            periode=datetime.date(2026 + nomor, 8, 1),
            foto=nomor + 1,
        )
        suara = kiriman(pemeran.kampung, nomor=f"ASP-2026-0000{nomor}")
        proyek.tautan_aspirasi.create(aspirasi=suara, oleh=pemeran.aparat)
        catat(objek=proyek, aksi="laporan", oleh=pemeran.kakam)
    return proyek


@pytest.mark.parametrize("banyak", [1, 3])
def test_the_list_costs_the_same_for_every_row(
    client, pemeran, banyak: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(banyak):
        isi_penuh_satu(pemeran)
    with django_assert_num_queries(4):  # one finds the years to choose from
        client.get("/proyek/")


def isi_penuh_satu(pemeran) -> None:
    proyek = buat_proyek(pagu=100)
    buat_laporan(proyek, pemeran.kakam, belanja={proyek.pendanaan.get(): 10})


@pytest.mark.parametrize("banyak", [1, 5])
def test_the_page_costs_the_same_for_every_row(
    client, klien, pemeran, banyak: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """The rule holds whoever looks: someone signed in costs a session, the person, the numbers of
    the head, and whether they follow it; an official one more for what they may do, a resident one
    more for whether they write its reports."""
    proyek = isi_penuh(pemeran, banyak)
    with django_assert_num_queries(KUERI):
        respons = client.get(proyek.get_absolute_url())
    for siapa, lebih in {"warga": 5, "kakam": 5, "aparat": 5, "aparat_lain": 4, "camat": 5}.items():
        masuk = klien(siapa)
        with django_assert_num_queries(KUERI + lebih):
            masuk.get(proyek.get_absolute_url())
    assert respons.context["uang"].jumlah.dibelanjakan == 10 * banyak
    assert proyek.laporan.filter(status=Status.TERBIT).count() == banyak
    isi = teks(respons)
    assert 'class="peta"' in isi
    # Four photos of the newest report, and one of each in the line in time.
    assert isi.count("<img ") == {1: 1, 5: 4 + 5}[banyak]


def test_a_project_that_serves_another_kampung_stands_in_its_list_and_in_no_sum(
    client, pemeran, django_assert_max_num_queries
) -> None:
    tetangga = pemeran.kampung_lain
    bersama = buat_proyek(pemeran.kampung, pagu=7_000_000, judul="Jembatan batas")
    bersama.kampung_lain.add(tetangga)
    buat_proyek(pemeran.kampung, judul="Jalan sendiri")
    buat_proyek(tetangga, pagu=1_000_000, judul="Talud tetangga")
    juga = f"juga melayani Kampung {tetangga}"
    with django_assert_max_num_queries(12):
        isi = teks(client.get("/proyek/", {"kampung": tetangga.slug}))
    assert "Jembatan batas" in isi
    assert "Talud tetangga" in isi
    assert "Jalan sendiri" not in isi
    assert isi.count(juga) == 1
    assert juga not in teks(client.get("/proyek/", {"kampung": pemeran.kampung.slug}))
    with django_assert_max_num_queries(14):
        halaman = client.get(tetangga.get_absolute_url())
    assert juga in teks(halaman)
    assert halaman.context["uang"].total.anggaran == 1_000_000
