"""Officials from a table: read, mended, and made together or not at all."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.berkas.xlsx import xlsx
from tests.alat.baca import teks
from tests.izin.milik import KECAMATAN
from tests.pabrik.pemeran import SEMUA_PERAN
from warga.bacaan.daftar_petugas import KEPALA, TERBANYAK
from warga.models import Instansi, Jabatan, KodeCetak, Pengguna

pytestmark = pytest.mark.django_db
BERKAS = reverse("kode:petugas_berkas")
ORANG = (
    ("Bu Operator Uji", "Kampung Sido Rejo", "operator KAMPUNG", "2026-11-02", "0812 1111 2222"),
    ("Pak Sekretaris Uji", "sidorejo", "Sekretaris Kampung", "2026-11-02", "sekre@contoh.invalid"),
)


def unggah(admin: Any, baris: Any, nama: str = "petugas.xlsx") -> Any:
    isi = baris if isinstance(baris, bytes) else xlsx(baris)
    return admin.post(BERKAS, {"berkas": SimpleUploadedFile(nama, isi)})


def isian(respons: Any) -> dict[str, str]:
    """The fields of the list as the page would send them."""
    return dict(respons.context["daftar"].data.items())


@pytest.mark.parametrize("siapa", SEMUA_PERAN[1:])
def test_it_is_for_admins(klien: Any, siapa: str) -> None:
    boleh = siapa == "admin"
    for nama in ("petugas_berkas", "petugas_templat"):
        assert klien(siapa).get(reverse(f"kode:{nama}")).status_code == (200 if boleh else 403)
    kosong = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0"}
    assert klien(siapa).post(BERKAS, kosong).status_code == (200 if boleh else 403)
    assert siapa in KECAMATAN or not boleh


@pytest.mark.parametrize("urutan", [(0, 1, 2, 3, 4), (4, 2, 0, 3, 1)])
def test_a_list_becomes_accounts_with_their_codes(klien: Any, urutan: tuple[int, ...]) -> None:
    admin = klien("admin")
    tabel = [[baris[n] for n in urutan] for baris in (KEPALA, *ORANG)]
    respons = unggah(admin, [("Daftar petugas",), *tabel])
    assert "2 orang terbaca. Semuanya dapat ditambahkan." in teks(respons)
    assert not Pengguna.objects.filter(nama__endswith="Uji").exists()
    isi = isian(respons)
    jadi = teks(admin.post(BERKAS, isi))
    assert "Bu Operator Uji, nomor 0812-1111-2222" in jadi
    assert "Pak Sekretaris Uji: membuat kata sandinya sendiri" in jadi
    milik = Jabatan.objects.filter(pengguna__nama__endswith="Uji")
    assert {
        (j.nama, str(j.instansi.kampung)) for j in milik.select_related("instansi__kampung")
    } == {
        ("operator", "Sido Rejo"),
        ("sekretaris", "Sido Rejo"),
    }
    assert "tidak dibuat dua kali" in teks(admin.post(BERKAS, isi))
    assert (milik.count(), KodeCetak.objects.count()) == (2, 1)


def test_one_wrong_row_makes_none_and_can_be_mended(klien: Any) -> None:
    admin = klien("admin")
    salah = ("Pak Salah Uji", "Kampung Antah", "Raja", "besok", "12")
    respons = unggah(admin, [KEPALA, *ORANG, salah, ORANG[0]])
    assert "4 orang terbaca. 2 baris perlu diperbaiki" in teks(respons)
    assert "sudah ada di baris lain" in teks(respons)
    isi = isian(respons)
    assert "perlu diperbaiki" in teks(admin.post(BERKAS, isi))
    assert not Pengguna.objects.filter(nama__endswith="Uji").exists()
    kantor = Instansi.objects.get(kampung__nama="Cimarias")
    betul = {"instansi": kantor.pk, "jabatan": "kasi", "mulai": "2026-11-02", "kontak": "a@uji.id"}
    isi |= {f"form-2-{nama}": str(nilai) for nama, nilai in betul.items()}
    isi |= {"form-3-kontak": "0812 3333 4444"}
    assert "4 petugas sudah ditambahkan" in teks(admin.post(BERKAS, isi, follow=True))


def test_what_the_service_refuses_stands_beside_its_row(klien: Any, pemeran: Any) -> None:
    admin = klien("admin")
    kembar = ("Pak Lain Uji", "Sido Rejo", "Kepala Kampung", "2026-11-02", "lain@uji.id")
    kakam = ("Bu Lain Uji", "Sido Rejo", "Kepala Kampung", "2026-11-02", "dua@uji.id")
    respons = admin.post(BERKAS, isian(unggah(admin, [KEPALA, ORANG[0], kembar, kakam])))
    assert "masih dipegang" in teks(respons)
    assert not Pengguna.objects.filter(nama__endswith="Uji").exists()
    assert not KodeCetak.objects.exists()


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "kosong"),
        (b"\0\0\0", "kosong"),
        (b"%PDF-1.4 bukan tabel", "PDF"),
        ([("a", "b")], "Baris kepala tabelnya tidak ditemukan"),
        ([KEPALA], "Belum ada orang"),
        ([KEPALA, *([ORANG[0]] * (TERBANYAK + 1))], "Paling banyak"),
    ],
)
def test_a_file_that_is_no_list_says_so(klien: Any, isi: Any, kata: str) -> None:
    assert kata in teks(unggah(klien("admin"), isi))
    assert not Pengguna.objects.filter(nama__endswith="Uji").exists()
