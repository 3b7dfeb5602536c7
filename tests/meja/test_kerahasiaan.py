"""Nothing of a closed kiriman reaches anybody who may not read it, by any door."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi import foto as lampiran
from aspirasi import jangkauan, kiriman, services
from aspirasi.enums import Aksi, Jangkauan, Tentang
from aspirasi.models import Aspirasi
from tests.aspirasi.bantu import buat, foto, periksa
from tests.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db

KATA = "Xylofon"  # stands in the text of each kiriman below and nowhere else
KASUS: dict[str, dict[str, Any]] = {
    "belum diperiksa": {"jangkauan": Jangkauan.PUBLIK},
    "petugas": {"jangkauan": Jangkauan.PETUGAS},
    "kecamatan": {"jangkauan": Jangkauan.KECAMATAN},
    "aparat": {"jangkauan": Jangkauan.KECAMATAN, "tentang": Tentang.APARAT_KAMPUNG},
    "petugas kecamatan": {"jangkauan": Jangkauan.KECAMATAN, "tentang": Tentang.PETUGAS_KECAMATAN},
}
# Closed after it was everybody's: by an official's refusal, by its sender, and by erasing.
KASUS |= {
    "ditolak": {"jangkauan": Jangkauan.PUBLIK},
    "dipersempit": {"jangkauan": Jangkauan.PUBLIK},
    "ditarik": {"jangkauan": Jangkauan.PUBLIK},
}
KAMPUNG = {"aparat", "kakam"}
KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}
# Whose desk may hold it (design §5); everybody else must not learn that it exists.
MEMBACA = {
    "belum diperiksa": KAMPUNG | KECAMATAN,
    "petugas": KAMPUNG | KECAMATAN,
    "kecamatan": {"petugas_rahasia"},
    "aparat": {"petugas_rahasia"},
    "petugas kecamatan": {"camat"},
    "ditolak": KAMPUNG | KECAMATAN,
    "dipersempit": {"petugas_rahasia"},
    "ditarik": KAMPUNG | KECAMATAN,
}
UMUM = [
    "/",
    "/aspirasi/",
    f"/aspirasi/?cari={KATA}",
    "/aspirasi/?keadaan=menunggu",
    "/aspirasi/?keadaan=terlambat",
    "/aspirasi/?kampung=sido-rejo",
    "/kampung/sido-rejo/",
    "/kampung/",
    "/proyek/",
    "/laporan/",
    "/keputusan/",
    "/kabar/",
    "/forum/",
    "/aspirasi/kirim/",
    "/akun/",
    f"/forum/?cari={KATA}",
]
MEJA = [
    "/kerja/",
    "/kerja/aspirasi/",
    f"/kerja/aspirasi/?cari={KATA}",
    *(
        f"/kerja/aspirasi/?keadaan={k}"
        for k in ("bagian", "baru", "jawab", "terlambat", "dibuka", "bahaya", "terbuka")
    ),
    "/kerja/kabar/",
    "/kerja/penilaian/",
    "/kerja/permintaan/",
    "/kerja/tertahan/",
]


def siapkan(pemeran: Any, kasus: str) -> Aspirasi:
    isi = f"{KATA} bocor di Dusun 3, dan ini rahasia."
    aspirasi = buat(pemeran.kampung, isi=isi, bahaya=True, **KASUS[kasus]).aspirasi
    assert lampiran.tambah(aspirasi, [foto()]) == []
    if kasus == "belum diperiksa":
        return aspirasi
    if kasus == "ditolak":
        return services.tutup_negatif(
            aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan=f"{KATA} bukan.", oleh=pemeran.staf
        )
    aspirasi = periksa(aspirasi, pemeran.staf, foto=list(aspirasi.lampiran.all()))
    if kasus == "dipersempit":
        return jangkauan.atur(aspirasi=aspirasi, jangkauan=Jangkauan.KECAMATAN)
    return kiriman.tarik(aspirasi=aspirasi) if kasus == "ditarik" else aspirasi


def halaman(client: Client, alamat: str) -> str:
    respons = client.get(alamat)
    if respons.status_code in (302, 403, 404):
        return ""
    assert respons.status_code == 200, alamat
    isi = str(respons.content.decode())
    # What the person typed themselves is no news to them.
    return isi.replace(f'value="{KATA}"', "")


@pytest.mark.parametrize("kasus", KASUS)
@pytest.mark.parametrize("siapa", SEMUA_PERAN)
class TestClosed:
    """Each kind of closed kiriman against everyone in the cast."""

    def test_no_public_page_shows_it(
        self, klien: Any, pemeran: Any, kasus: str, siapa: str
    ) -> None:
        siapkan(pemeran, kasus)
        client = klien(siapa)
        for alamat in UMUM:
            assert KATA not in halaman(client, alamat), alamat

    def test_only_the_named_desks_hold_it(
        self, klien: Any, pemeran: Any, kasus: str, siapa: str
    ) -> None:
        client = klien(siapa)
        sebelum = [halaman_angka(client, pemeran, siapa), *(halaman(client, a) for a in MEJA[1:3])]
        aspirasi = siapkan(pemeran, kasus)
        boleh = siapa in MEMBACA[kasus]
        terlihat = any(KATA in halaman(client, alamat) for alamat in MEJA)
        assert terlihat is boleh
        rincian = client.get(reverse("meja:aspirasi_rincian", args=[aspirasi.acuan]))
        assert (rincian.status_code == 200) is boleh
        if not boleh:  # no count, no badge, no empty place betrays it
            assert sebelum == [
                halaman_angka(client, pemeran, siapa),
                *(halaman(client, a) for a in MEJA[1:3]),
            ]

    def test_its_photo_opens_for_the_same_people(
        self, klien: Any, pemeran: Any, kasus: str, siapa: str
    ) -> None:
        berkas = siapkan(pemeran, kasus).lampiran.get().berkas
        client = klien(siapa)
        for alamat in (berkas.alamat, berkas.alamat_kecil):
            respons = client.get(alamat)
            assert respons.status_code == (200 if siapa in MEMBACA[kasus] else 404)
            if respons.status_code == 200:
                assert b"".join(respons.streaming_content)

    def test_acts_on_it_are_not_found_rather_than_forbidden(
        self, klien: Any, pemeran: Any, kasus: str, siapa: str
    ) -> None:
        """A 403 would say that it exists."""
        aspirasi = siapkan(pemeran, kasus)
        if siapa in MEMBACA[kasus] or siapa in ("pengunjung", "warga", "fasilitator", "bpk"):
            return  # those without a desk are refused at its door, whatever they ask for
        client = klien(siapa)
        for nama in ("periksa", "teruskan", "tanggapi", "tolak", "catatan", "identitas"):
            respons = client.post(f"/kerja/aspirasi/{aspirasi.acuan}/{nama}/", {})
            assert respons.status_code == 404, nama
        assert client.get(f"/proyek/buka/?aspirasi={aspirasi.acuan}").status_code == 404


def halaman_angka(client: Client, pemeran: Any, siapa: str) -> list[Any]:
    """The numbers of the desk, or none for those without one."""
    respons = client.get("/kerja/")
    return list(respons.context["angka"]) if respons.status_code == 200 else []


@pytest.mark.parametrize("kasus", ["petugas", "kecamatan", "aparat", "petugas kecamatan"])
def test_closed_ones_take_no_number(pemeran: Any, kasus: str) -> None:
    satu = periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
    tutup = siapkan(pemeran, kasus)
    dua = periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
    assert tutup.nomor is None
    assert int(dua.nomor[-5:]) == int(satu.nomor[-5:]) + 1


def test_the_own_account_of_the_accused_learns_nothing_from_tracking(
    klien: Any, pemeran: Any
) -> None:
    """Even with the code on a lost slip, an official sees no word of it."""
    terkirim = buat(
        pemeran.kampung, isi=f"{KATA} diambil.", jangkauan=Jangkauan.KECAMATAN, kontak={"nama": "A"}
    )
    isi = halaman(klien("kakam"), f"/aspirasi/lacak/?kode={terkirim.kode}")
    assert KATA not in isi
    assert "Kampung Sido Rejo" not in isi.split("<main")[1]


@pytest.mark.parametrize("alamat", ["", "aspirasi/", "aspirasi/{}/"])
def test_no_page_of_a_desk_stays_in_a_shared_browser(klien: Any, pemeran: Any, alamat: str) -> None:
    """After signing out, "back" must not show what only the desk may read."""
    aspirasi = siapkan(pemeran, "kecamatan")
    respons = klien("petugas_rahasia").get("/kerja/" + alamat.format(aspirasi.acuan))
    assert respons.status_code == 200
    assert "no-store" in respons["Cache-Control"]


def test_the_title_of_a_closed_one_tells_nothing_to_the_history_of_the_browser(
    klien: Any, pemeran: Any
) -> None:
    aspirasi = siapkan(pemeran, "aparat")
    isi = halaman(klien("petugas_rahasia"), f"/kerja/aspirasi/{aspirasi.acuan}/")
    assert KATA in isi
    assert KATA not in isi.split("<title>")[1].split("</title>")[0]
