"""The map drawn by us: degrees to pixels and words, names that fit, and what it may show."""

from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.bacaan.jendela import KECAMATAN, Jendela, baca_jendela, baca_sentuhan
from aspirasi.bacaan.letak import letak_umum, uraian
from aspirasi.bacaan.peta import LEBAR_HURUF, Peta, gambar, lukis, patokan_di, semua_kampung
from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi
from aspirasi.services import kiriman, letak, pembaca, penghapusan
from tests.alat.baca import teks
from tests.pabrik.aspirasi import buat, terbit
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.proyek import buat_proyek
from warga.models import Kampung
from warga.wilayah import di_wilayah

PETA = reverse("aspirasi:peta")
TITIK = {"lintang": Decimal("-5.164000"), "bujur": Decimal("105.026000")}
SENDIRI = Kampung(nama="Uji", lintang=Decimal("-5.1000"), bujur=Decimal("105.0000"))


@pytest.mark.parametrize(
    ("utara", "timur", "kata"),
    [
        (0.05, 0.05, "di titik tengah Kampung Uji"),
        (0.7, 0, "sekitar 700 m di utara titik tengah Kampung Uji"),
        (0.5, 0.5, "sekitar 700 m di timur laut titik tengah Kampung Uji"),
        (0, 0.94, "sekitar 900 m di timur titik tengah Kampung Uji"),
        (0, 0.96, "sekitar 1 km di timur titik tengah Kampung Uji"),
        (-1, 1, "sekitar 1,4 km di tenggara titik tengah Kampung Uji"),
        (-2.04, 0, "sekitar 2 km di selatan titik tengah Kampung Uji"),
        (-1, -1, "sekitar 1,4 km di barat daya titik tengah Kampung Uji"),
        (0, -0.3, "sekitar 300 m di barat titik tengah Kampung Uji"),
        (10, -10, "sekitar 14,1 km di barat laut titik tengah Kampung Uji"),
    ],
)
def test_a_place_is_told_by_distance_and_direction(utara: float, timur: float, kata: str) -> None:
    lintang, bujur = -5.1 + utara / 110.583, 105 + timur / 110.876
    assert uraian(lintang, bujur, [SENDIRI]) == kata


@pytest.mark.django_db
def test_a_place_is_told_by_the_nearest_kampung() -> None:
    assert "Tanjung Pandan" in uraian(-5.139, 105.112, semua_kampung())
    assert uraian(-5.139, 105.112, []) == ""


def test_a_pixel_and_its_place_are_the_same_there_and_back() -> None:
    for jendela in (KECAMATAN, Jendela(-5.1651, 105.0249), Jendela(-5.06, 105.11, km=6)):
        for x, y in ((0, 0), (319, 10), (160, 160), (7, 219)):
            assert jendela.px(*jendela.titik(x, y)) == (x, y)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "data",
    [
        {},
        {"pusat": "\0"},
        {"pusat": "0,0"},
        {"pusat": "-5.13"},
        {"pusat": "-5.13,NaN"},
        {"pusat": "-5.1e9,105.0"},
        {"pusat": "٥.١,١٠٥.٠"},
        {"pusat": "9" * 5000},
        {"lihat": "tidak-ada", "geser": "utara"},
    ],
)
def test_an_address_that_makes_no_sense_shows_the_whole(data: dict[str, str]) -> None:
    assert baca_jendela(data, semua_kampung()) == KECAMATAN


@pytest.mark.django_db
def test_a_piece_moves_by_a_kilometre_and_stays_within_the_kecamatan() -> None:
    kampung = semua_kampung()
    sido_rejo = baca_jendela({"lihat": "sido-rejo"}, kampung)
    assert (sido_rejo.lintang, sido_rejo.bujur) == (-5.1651, 105.0249)
    utara = baca_jendela({"pusat": sido_rejo.pusat, "geser": "utara"}, kampung)
    assert utara.px(*(sido_rejo.lintang, sido_rejo.bujur)) == (160, 240)
    jauh = baca_jendela({"pusat": "-9.99,179.99", "geser": "selatan"}, kampung)
    assert (jauh.lintang, jauh.bujur) == (-5.178, 105.117)


def test_a_tap_is_a_pixel_of_the_picture_and_the_keyboard_means_its_middle() -> None:
    jendela = Jendela(-5.13, 105.03)

    def sentuh(x: str, y: str) -> tuple[int, int] | None:
        return baca_sentuhan({"titik.x": x, "titik.y": y}, jendela)

    assert sentuh("0", "0") == (160, 160)
    assert sentuh("319", "0") == (319, 0)
    for x, y in (("320", "5"), ("5", "-1"), ("", ""), ("\0", "1"), ("1e3", "1"), ("9" * 99, "1")):
        assert sentuh(x, y) is None


@pytest.mark.parametrize(
    ("lintang", "bujur", "masuk"),
    [
        ("-5.1300", "105.0300", True),
        ("-5.1970", "104.9150", True),
        ("-5.1990", "105.0300", False),
        ("-5.1300", "105.1400", False),
        ("-5.4300", "105.2600", False),  # Bandar Lampung
        ("-0.0001", "105.0300", False),
    ],
)
def test_only_the_kecamatan_and_its_rim_are_taken(lintang: str, bujur: str, masuk: bool) -> None:
    assert di_wilayah(Decimal(lintang), Decimal(bujur)) is masuk


def kotak(x: int, y: int, di: str, kata: str) -> tuple[int, int, int, int]:
    panjang = LEBAR_HURUF * len(kata)
    kiri = {"start": x, "middle": x - panjang // 2, "end": x - panjang}[di]
    return kiri, y - 14, kiri + panjang, y + 4


def tulisan(peta: Peta) -> list[tuple[int, int, int, int]]:
    """The boxes of all words of a picture."""
    nama = [(k.teks_x, k.teks_y, k.di, k.kampung.nama) for k in peta.kampung if k.di]
    if peta.jendela.seluruhnya:
        nama = [(x, y, di, "88") for x, y, di, _ in nama]
    return [kotak(*n) for n in [*nama, *((p.x, p.y, p.di, p.teks) for p in peta.penunjuk)]]


@pytest.mark.django_db
def test_no_name_covers_another_or_runs_off_the_picture() -> None:
    semua = list(Kampung.objects.resmi())
    for jendela in (KECAMATAN, *(Jendela.dekat(k) for k in semua)):
        for arah in ("", "utara", "timur"):
            peta = gambar(jendela.geser(arah), semua)
            kata = tulisan(peta)
            assert kata
            for a, b in combinations(kata, 2):
                assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])
            for kiri, atas, kanan, bawah in kata:
                assert kiri >= 0
                assert atas >= 0
                assert kanan <= jendela.lebar
                assert bawah <= jendela.tinggi
            assert jendela.seluruhnya or len(peta.penunjuk) + len(kata) > 2


@pytest.mark.django_db
def test_every_kampung_of_the_whole_has_its_number() -> None:
    peta = gambar(KECAMATAN, list(Kampung.objects.resmi()))
    assert [k.nomor for k in peta.kampung if k.di] == list(range(1, 18))


@pytest.mark.django_db
class TestLandmarks:
    """The things drawn around a place are public anyway."""

    jendela = Jendela(-5.1651, 105.0249)

    def judul(self) -> list[str]:
        return [p.judul for p in patokan_di(self.jendela)]

    def test_projects_and_public_places(self, pemeran: Any) -> None:
        proyek = buat_proyek(lintang="-5.1650", bujur="105.0250")
        buat_proyek(lintang="-5.1000", bujur="105.0700")
        aspirasi = terbit(pemeran.kampung, pemeran.staf, tempat_umum=True, **TITIK)
        assert self.judul() == [proyek.judul, aspirasi.judul]
        assert [p.judul for p in patokan_di(self.jendela, selain=aspirasi)] == [proyek.judul]
        assert patokan_di(KECAMATAN) == []

    def test_no_rounded_one_and_none_that_waits_is_closed_or_erased(self, pemeran: Any) -> None:
        umum: dict[str, Any] = {"tempat_umum": True, **TITIK}
        terbit(pemeran.kampung, pemeran.staf, **TITIK)
        buat(pemeran.kampung, **umum)
        terbit(pemeran.kampung, pemeran.staf, jangkauan=Jangkauan.PETUGAS, **umum)
        ditarik = terbit(pemeran.kampung, pemeran.staf, **umum)
        kiriman.tarik(aspirasi=ditarik)
        dihapus = terbit(pemeran.kampung, pemeran.staf, **umum)
        penghapusan.hapus_semua(aspirasi=dihapus)
        disempitkan = terbit(pemeran.kampung, pemeran.staf, **umum)
        pembaca.atur(aspirasi=disempitkan, jangkauan=Jangkauan.PETUGAS)
        menunggu = terbit(pemeran.kampung, pemeran.staf)
        letak.atur(aspirasi=menunggu, titik=(TITIK["lintang"], TITIK["bujur"]), tempat_umum=True)
        assert self.judul() == []

    def test_few_of_each_and_always_two_queries(self, pemeran: Any) -> None:
        for jumlah in (1, 3):
            for _ in range(jumlah * 2):
                terbit(pemeran.kampung, pemeran.staf, tempat_umum=True, **TITIK)
                buat_proyek(**TITIK)
            with CaptureQueriesContext(connection) as tanya:
                patokan = patokan_di(self.jendela)
            assert len(tanya) == 2
        assert [p.nomor for p in patokan] == list(range(1, 9))

    def test_their_index_is_used(self, pemeran: Any) -> None:
        di_sini = {"lintang__range": ("-5.2", "-5.1"), "bujur__range": ("105.0", "105.1")}
        himpunan = Aspirasi.objects.terbit().filter(tempat_umum=True, **di_sini)
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        # In the order of the index, which no other index has on a table of any size.
        assert "aspirasi_tempat_umum" in himpunan.order_by("lintang", "bujur").explain()


@pytest.mark.django_db
class TestPiece:
    """The pieces that `peta.js` fetches are the same for everyone."""

    def test_holds_names_edges_and_buttons_and_nothing_personal(
        self, client: Client, pemeran: Any
    ) -> None:
        kampung_resmi("Sido Rejo")
        terbit(pemeran.kampung, pemeran.staf, tempat_umum=True, isi="Lampu simpang mati.", **TITIK)
        respons = client.get(PETA, {"lihat": "sido-rejo"})
        isi = teks(respons)
        for ada in ('data-kampung="Sido Rejo"', 'data-utara="', "Lampu simpang mati", "1 km"):
            assert ada in isi
        for tiada in ("csrf", 'type="image"', "<html"):
            assert tiada not in isi
        assert not respons.cookies
        assert "max-age=300" in respons["Cache-Control"]

    def test_the_whole_lists_every_kampung(self, client: Client) -> None:
        isi = teks(client.get(PETA))
        assert isi.count('name="lihat"') == Kampung.objects.count()
        assert 'name="geser"' not in isi

    @pytest.mark.parametrize("pusat", ["\0", "😀" * 3000, "-5.1,105.0;drop", "[1]"])
    def test_takes_any_address(self, client: Client, pusat: str) -> None:
        data = {"pusat": pusat, "lihat": pusat, "geser": pusat}
        assert client.get(PETA, data).status_code == 200

    def test_costs_the_same_for_one_and_three(self, client: Client, pemeran: Any) -> None:
        for jumlah in (1, 3):
            for _ in range(jumlah):
                terbit(pemeran.kampung, pemeran.staf, tempat_umum=True, **TITIK)
            with CaptureQueriesContext(connection) as tanya:
                client.get(PETA, {"lihat": "sido-rejo"})
            assert len(tanya) == 3  # the kampung, projects, kiriman


@pytest.mark.django_db
def test_the_picture_of_a_rounded_place_tells_no_more_than_its_cell(pemeran: Any) -> None:
    """Two houses of one cell, one drawing."""
    satu, dua = (
        terbit(pemeran.kampung, pemeran.staf, lintang=Decimal(a), bujur=Decimal(b))
        for a, b in (("-5.162600", "105.027400"), ("-5.167400", "105.022600"))
    )
    assert letak_umum(satu) == letak_umum(dua)
    peta = lukis(letak_umum(satu))
    assert peta == lukis(letak_umum(dua))
    assert peta is not None
    assert peta.radius > 20
    assert lukis(None) is None
