"""The first page and the page of a kampung, through the front door."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.models import Berkas
from core.waktu import hari_ini, sekarang
from kabar.models import Kabar
from laporan.enums import TahapFoto
from laporan.services.foto import tambah_foto
from laporan.services.terbitkan import terbitkan
from proyek.enums import Tahap
from proyek.models import Keputusan, Proyek
from tests.alat.baca import ada, polos, teks
from tests.pabrik.angka import cairkan, kiriman, laporan, proyek
from tests.pabrik.forum import topik
from tests.pabrik.kampung import KampungFactory, KantorLayananFactory
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran
from warga.models import Kampung

Klien = Callable[..., Client]
JUTA = 1_000_000
UKURAN = {"ukuran": 10, "lebar": 40, "tinggi": 30}
KUERI_BERANDA = 9
KUERI_KAMPUNG = 8
KUERI_MASUK = 3  # session, person, the numbers of the head
KUERI_IKUTI = 1  # whether this person follows the kampung


@pytest.fixture(autouse=True)
def tanpa_berkas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.berkas.simpan.terbitkan", lambda berkas: None)


def isi_satu(pemeran: Pemeran, nomor: int) -> None:
    """One of everything that the pages show."""
    satu = proyek(
        pemeran.kampung,
        pemeran.aparat,
        {"dd": 120 * JUTA, "add": 30 * JUTA},
        judul=f"Rabat beton {nomor}",
        selesai_rencana=dt.date(2026, 1, 31),
    )
    cairkan(satu, pemeran.aparat, "dd", 60 * JUTA, 30 * JUTA)
    laporan(satu, pemeran.kakam, 5, 40, {"dd": 75 * JUTA})
    kiriman(
        pemeran.kampung, nomor=f"ASP-2026-{nomor:05d}", judul=f"Usul {nomor}", diperiksa_tepat=True
    )
    Kabar.objects.create(
        judul=f"Kabar {nomor}", isi="Isi", penulis=pemeran.aparat, kampung=pemeran.kampung
    )
    topik(pemeran.staf, f"Topik {nomor}")
    Keputusan.objects.create(
        nomor=f"KEP-2026-{nomor:04d}",
        kampung=pemeran.kampung,
        judul=f"Keputusan {nomor}",
        isi="Isi",
        alasan="Karena dibahas.",
        dasar="muskam",
        tanggal_surat=dt.date(2026, 3, 1),
        ditetapkan_jabatan="Kepala Kampung",
        dicatat_oleh=pemeran.kakam,
    )


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_open_to_everyone(pemeran: Pemeran, klien: Klien, siapa: str) -> None:
    for alamat in ("/", pemeran.kampung.get_absolute_url()):
        assert klien(siapa).get(alamat).status_code == 200


def test_empty_pages_are_friendly_and_do_not_invent_zeros(db: None, client: Client) -> None:
    respons = client.get("/")
    assert ada(respons, "Belum ada proyek yang tercatat")
    assert ada(respons, "Belum ada kabar.")
    assert teks(respons).count("Belum bergabung</td>") == 17
    Kampung.objects.update(bergabung_pada=hari_ini())
    assert teks(client.get("/")).count("Belum ada proyek tercatat</td>") == 17
    respons = client.get(reverse("kampung:rincian", args=["sido-rejo"]))
    assert ada(respons, "Kampung ini belum mencatat alamat kantor dan jam pelayanannya.")
    assert ada(respons, "Belum ada aspirasi untuk umum")
    for isi in ("/", reverse("kampung:rincian", args=["sido-rejo"])):
        assert "Rp\u00a00" not in teks(client.get(isi))


def test_money_stands_as_sentences(pemeran: Pemeran, client: Client) -> None:
    isi_satu(pemeran, 1)
    for alamat in ("/", pemeran.kampung.get_absolute_url()):
        isi = teks(client.get(alamat)).replace("\u00a0", " ")
        assert "<strong>Rp 150 juta</strong> dianggarkan untuk 1 proyek" in isi
        assert "<strong>Rp 90 juta</strong> sudah dicairkan (yang tercatat)" in isi
        assert "<strong>Rp 75 juta</strong> sudah dibelanjakan, sisa Rp 75 juta" in isi
        assert '<meter min="0" max="100" value="50"' in isi
        assert '<meter min="0" max="100" value="40"' in isi


def test_the_table_has_all_17_and_leaves_out_the_invented(pemeran: Pemeran, client: Client) -> None:
    rekaan = KampungFactory(nama="Contoh", contoh=True)
    aparat = PenggunaFactory(kampung=rekaan)
    proyek(rekaan, aparat, {"dd": 999 * JUTA})
    kiriman(rekaan, nomor="ASP-2026-00099", diperiksa_tepat=False)
    isi_satu(pemeran, 1)
    isi = teks(client.get("/")).replace("\u00a0", " ")
    assert all(f">{k.nama}</a></th>" in isi for k in Kampung.objects.resmi())
    assert ">Contoh</a></th>" not in isi
    assert "<strong>Rp 150 juta</strong>" in isi
    assert "<strong>1 dari 1</strong> diperiksa tepat waktu" in isi
    assert "tidak ikut dijumlahkan" in isi


def test_a_year_can_be_chosen(pemeran: Pemeran, client: Client) -> None:
    proyek(pemeran.kampung, pemeran.aparat, {"dd": 9 * JUTA}, tahun=2024)
    isi = teks(client.get("/", {"tahun": "2024"})).replace("\u00a0", " ")
    assert "<strong>Rp 9 juta</strong> dianggarkan untuk 1 proyek" in isi
    assert "Proyek yang tercatat tahun 2024" in isi


@pytest.mark.parametrize("tahun", ["", "abad", "99999", "\x00", "２０２６", "-1"])
def test_an_unreadable_year_is_this_year(db: None, client: Client, tahun: str) -> None:
    respons = client.get("/", {"tahun": tahun})
    assert ada(respons, f"Proyek yang tercatat tahun {sekarang().year}")


def test_stopped_and_late_works_are_named(pemeran: Pemeran, client: Client) -> None:
    lama = dt.date(2026, 1, 31)
    dana = {"dd": JUTA}
    proyek(pemeran.kampung, pemeran.aparat, dana, judul="Lewat waktu", selesai_rencana=lama)
    proyek(
        pemeran.kampung,
        pemeran.aparat,
        dana,
        judul="Masih berjalan",
        selesai_rencana=dt.date(2099, 1, 1),
    )
    berhenti = proyek(pemeran.kampung, pemeran.aparat, dana, judul="Berhenti dulu")
    Proyek.objects.filter(pk=berhenti.pk).update(tahap=Tahap.DIHENTIKAN_SEMENTARA)
    respons = client.get("/")
    assert ada(respons, "Lewat waktu")
    assert ada(respons, "Berhenti dulu")
    assert not ada(respons, "Masih berjalan")


def test_punctuality_counts_the_kecamatan_first(pemeran: Pemeran, client: Client) -> None:
    lewat = dt.date(2026, 1, 5)
    for nomor, (periksa, jawab, tenggat, status) in enumerate(
        [
            (True, True, None, "ditanggapi"),
            (True, False, None, "ditanggapi"),
            (False, None, lewat, "diverifikasi"),
            (None, None, lewat, "diajukan"),
            (None, None, None, "diajukan"),
        ]
    ):
        kiriman(
            pemeran.kampung,
            nomor=f"ASP-2026-{nomor:05d}" if periksa is not None else None,
            diperiksa_tepat=periksa,
            dijawab_tepat=jawab,
            tenggat=tenggat,
            status=status,
        )
    isi = teks(client.get("/"))
    # A kiriman that nobody has looked at does not concern the first page, late or not.
    assert "<strong>2 dari 3</strong> diperiksa tepat waktu" in isi
    assert "<strong>1 dari 3</strong> dijawab tepat waktu" in isi
    assert "<strong>3</strong> kiriman untuk umum" in isi
    assert "0 kiriman belum diperiksa dan 1 belum dijawab" in isi
    assert '<td data-label="Dijawab tepat waktu">1 dari 3</td>' in polos(isi)


LENCANA_MEJA = re.compile(r" \(\d+\)<span[^>]*> menunggu Anda</span>")


@pytest.mark.parametrize("jangkauan", ["publik", "petugas", "kecamatan"])
def test_closed_kiriman_leave_no_trace(pemeran: Pemeran, klien: Klien, jangkauan: str) -> None:
    """Not a number of them is public; nor does anybody see more here who may read it.

    The badge of the desk counts for officials alone (tests/meja), so it is set aside.
    """

    def lihat(siapa: str) -> str:
        return LENCANA_MEJA.sub("", teks(klien(siapa).get("/")))

    sebelum = {s: lihat(s) for s in ("pengunjung", "warga", "bpk", "aparat", "staf")}
    kiriman(
        pemeran.kampung, jangkauan=jangkauan, judul="Kiriman tertutup", tenggat=dt.date(2026, 1, 5)
    )
    for siapa, isi in sebelum.items():
        assert lihat(siapa) == isi
        assert not ada(klien(siapa).get(pemeran.kampung.get_absolute_url()), "Kiriman tertutup")


def test_unchecked_kiriman_are_not_on_the_kampung_page(pemeran: Pemeran, client: Client) -> None:
    kiriman(pemeran.kampung, judul="Belum diperiksa siapa pun")
    assert not ada(client.get(pemeran.kampung.get_absolute_url()), "Belum diperiksa siapa pun")


def test_a_kampung_shows_where_to_go(pemeran: Pemeran, client: Client) -> None:
    Kampung.objects.filter(pk=pemeran.kampung.pk).update(alamat_pengaduan="Balai kampung, meja 2")
    KantorLayananFactory(kampung=pemeran.kampung, nama="Balai Kampung", jam="Senin-Jumat")
    KantorLayananFactory(kampung=pemeran.kampung_lain, nama="Balai Lain")
    respons = client.get(pemeran.kampung.get_absolute_url())
    for kata in ("Balai kampung, meja 2", "Senin-Jumat", "Kepala Kampung", "Operator kampung"):
        assert ada(respons, kata)
    assert not ada(respons, "Balai Lain")
    assert not ada(respons, pemeran.kakam.nama)
    assert f"{reverse('aspirasi:kirim')}?kampung=sido-rejo" in teks(respons)


def test_a_kampung_shows_its_own_only(pemeran: Pemeran, client: Client) -> None:
    isi_satu(pemeran, 1)
    sendiri = client.get(pemeran.kampung.get_absolute_url())
    lain = client.get(pemeran.kampung_lain.get_absolute_url())
    for kata in ("Rabat beton 1", "Usul 1", "Kabar 1", "Keputusan 1"):
        assert ada(sendiri, kata)
        assert not ada(lain, kata)


def test_an_unknown_kampung(db: None, client: Client) -> None:
    assert client.get(reverse("kampung:rincian", args=["atlantis"])).status_code == 404


@pytest.mark.parametrize("alamat", ["/", "/kampung/sido-rejo/"])
def test_visitors_carry_nothing(pemeran: Pemeran, client: Client, alamat: str) -> None:
    isi_satu(pemeran, 1)
    respons = client.get(alamat)
    assert not respons.cookies
    assert "csrfmiddlewaretoken" not in teks(respons)


@pytest.mark.parametrize("jumlah", [1, 3])
def test_pages_cost_the_same_for_more_rows(
    pemeran: Pemeran, client: Client, klien: Klien, jumlah: int, django_assert_num_queries: Any
) -> None:
    for nomor in range(jumlah):
        isi_satu(pemeran, nomor + 1)
    with django_assert_num_queries(KUERI_BERANDA):
        client.get("/")
    with django_assert_num_queries(KUERI_KAMPUNG):
        client.get(pemeran.kampung.get_absolute_url())
    for siapa in ("warga", "aparat", "staf", "camat"):
        client = klien(siapa)
        with django_assert_num_queries(KUERI_BERANDA + KUERI_MASUK):
            client.get("/")
        with django_assert_num_queries(KUERI_KAMPUNG + KUERI_MASUK + KUERI_IKUTI):
            client.get(pemeran.kampung.get_absolute_url())


def test_a_report_is_shown_with_its_first_photo(pemeran: Pemeran, client: Client) -> None:
    satu = proyek(pemeran.kampung, pemeran.aparat, {"dd": 120 * JUTA})
    draf = laporan(satu, pemeran.kakam, 5, 40, {"dd": 75 * JUTA}, terbit=False)
    for nomor, tahap in enumerate((TahapFoto.AKHIR, TahapFoto.AWAL, TahapFoto.AWAL)):
        berkas = Berkas.objects.create(
            jenis="foto", nama=f"r{nomor}.webp", nama_publik=f"p{nomor}.webp", **UKURAN
        )
        tambah_foto(laporan=draf, berkas=berkas, tahap=tahap)
    terbitkan(laporan=draf, oleh=pemeran.kakam)
    beranda = teks(client.get("/"))
    assert reverse("berkas", args=["p1-480.webp"]) in beranda
    assert beranda.count("<img") == 1


def test_a_report_without_a_photo_has_none(pemeran: Pemeran, client: Client) -> None:
    satu = proyek(pemeran.kampung, pemeran.aparat, {"dd": 120 * JUTA}, judul="Tanpa gambar")
    buat_laporan(satu, pemeran.kakam)
    beranda = teks(client.get("/"))
    assert "Tanpa gambar" in beranda
    assert "<img" not in beranda
