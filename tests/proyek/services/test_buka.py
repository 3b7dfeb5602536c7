"""Opening a project through the front door."""

import uuid
from decimal import Decimal

import pytest

from aspirasi.enums import Jangkauan, Status
from core.models import Berkas, Jejak
from proyek.enums import Pencatat, Tahap
from proyek.models import Keputusan, Pendanaan, Proyek
from tests.alat.baca import kunci
from tests.izin.test_tabel import kiriman
from tests.pabrik.isian_proyek import (
    PDF,
    isian_dana,
    isian_keputusan,
    isian_lengkap,
    isian_proyek,
    pdf,
)
from tests.pabrik.kampung import InstansiFactory
from tests.pabrik.pemeran import SEMUA_PERAN

ALAMAT = "/proyek/buka/"
BOLEH = {"aparat", "kakam", "aparat_lain", "staf", "petugas_rahasia", "camat", "admin"}


def galat(respons) -> str:
    assert respons.status_code == 200
    isi = respons.content.decode()
    assert "Ada yang perlu diperbaiki" in isi
    return isi


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_may_open_a_project(klien, pemeran, siapa: str) -> None:
    respons = klien(siapa).get(ALAMAT)
    if siapa == "pengunjung":
        assert respons.status_code == 302
        assert "/akun/masuk" in respons["Location"] or "login" in respons["Location"]
    else:
        assert respons.status_code == (200 if siapa in BOLEH else 403)


@pytest.mark.parametrize("siapa", sorted(set(SEMUA_PERAN) - BOLEH - {"pengunjung"}))
def test_others_open_nothing(klien, pemeran, siapa: str) -> None:
    assert klien(siapa).post(ALAMAT, isian_lengkap()).status_code == 403
    assert not Proyek.objects.exists()


def test_a_project_comes_with_its_money_and_its_decision(klien, pemeran) -> None:
    respons = klien("aparat").post(ALAMAT, isian_lengkap(**{"keputusan-pindaian": pdf()}))
    proyek = Proyek.objects.get()
    assert respons["Location"] == proyek.get_absolute_url()
    assert (proyek.kampung, proyek.tahap) == (pemeran.kampung, Tahap.DIANGGARKAN)
    assert proyek.pemilik == pemeran.kampung.instansi
    assert dict(proyek.pendanaan.values_list("sumber", "jumlah__anggaran")) == {
        "dd": 120_000_000,
        "add": 24_700_000,
    }
    keputusan = proyek.keputusan.get()
    assert (keputusan.ke_tahap, keputusan.dicatat_oleh) == (Tahap.DIANGGARKAN, pemeran.aparat)
    assert (proyek.pembuka, keputusan.awal) == (Pencatat.KAMPUNG, True)
    berkas = keputusan.pindaian.get().berkas
    assert berkas.publik
    assert b"".join(klien("pengunjung").get(berkas.alamat)) == PDF
    aksi = Jejak.objects.filter(objek_kunci=proyek.nomor).values_list("aksi", flat=True)
    assert list(aksi) == ["dibuka", "keputusan"]


def test_a_usulan_needs_neither_money_nor_decision(klien, pemeran) -> None:
    klien("aparat").post(ALAMAT, isian_proyek())
    assert Proyek.objects.get().tahap == Tahap.USULAN
    assert not Keputusan.objects.exists()


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        ({"frekuensi_laporan": ""}, "tahapan"),
        ({"frekuensi_laporan": "", "jenis": "nonfisik"}, "bulanan"),
        ({"frekuensi_laporan": "mingguan"}, "mingguan"),
    ],
)
def test_it_is_reported_as_its_kind_wants_unless_somebody_says_so(
    klien, pemeran, isi: dict[str, str], harap: str
) -> None:
    klien("kakam").post(ALAMAT, isian_proyek(**isi))
    assert Proyek.objects.get().frekuensi_laporan == harap


def test_aparat_open_for_their_own_kampung_only(klien, pemeran) -> None:
    klien("aparat").post(ALAMAT, isian_proyek(kampung=pemeran.kampung_lain.pk))
    assert Proyek.objects.get().kampung == pemeran.kampung


def test_the_kecamatan_chooses_the_kampung(klien, pemeran) -> None:
    isi = galat(klien("staf").post(ALAMAT, isian_proyek()))
    assert 'href="#id_kampung"' in isi
    dinas = InstansiFactory(nama="Dinas Bina Marga")
    klien("staf").post(ALAMAT, isian_proyek(kampung=pemeran.kampung_lain.pk, pemilik=dinas.pk))
    proyek = Proyek.objects.get()
    assert (proyek.kampung, proyek.pemilik) == (pemeran.kampung_lain, dinas)
    assert proyek.pembuka == Pencatat.KECAMATAN, "so the kecamatan may set it right"


def test_a_second_send_opens_no_second_project(klien, pemeran) -> None:
    client = klien("aparat")
    isi = isian_lengkap(kunci=kunci(client, ALAMAT))
    pertama, kedua = client.post(ALAMAT, isi), client.post(ALAMAT, isi)
    assert pertama["Location"] == kedua["Location"]
    assert Proyek.objects.count() == Keputusan.objects.count() == 1


def test_a_row_more_keeps_everything(klien, pemeran) -> None:
    isi = isian_lengkap(tambah_baris="1", judul="", **{"keputusan-pindaian": pdf()})
    respons = klien("aparat").post(ALAMAT, isi)
    halaman = respons.content.decode()
    assert "Ada yang perlu diperbaiki" not in halaman
    assert 'name="dana-3-pagu"' in halaman
    assert 'value="120.000.000"' in halaman
    assert isi["keputusan-alasan"] in halaman
    assert "sudah kami simpan" in halaman
    assert not Proyek.objects.exists()


def test_rows_of_money_end_somewhere(klien, pemeran) -> None:
    isi = isian_proyek(tambah_baris="1") | isian_dana(jumlah=14)
    halaman = klien("aparat").post(ALAMAT, isi).content.decode()
    assert "dana-14-" not in halaman
    assert "tambah_baris" not in halaman


def test_a_scan_survives_an_error_elsewhere(klien, pemeran) -> None:
    client = klien("aparat")
    respons = client.post(ALAMAT, isian_lengkap(judul="", **{"keputusan-pindaian": pdf()}))
    assert "sudah kami simpan" in galat(respons)
    titipan = respons.context["formulir"].keputusan["titipan"].value()
    client.post(ALAMAT, isian_lengkap(**{"keputusan-titipan": titipan}))
    assert Keputusan.objects.get().pindaian.get().berkas.nama_asli == "berita acara.pdf"


def test_the_name_of_a_scan_is_only_words(klien, pemeran) -> None:
    pindaian = pdf()
    pindaian.name = "<b>surat<img src=x>.pdf"
    isi = isian_lengkap(judul="", **{"keputusan-pindaian": pindaian})
    halaman = klien("aparat").post(ALAMAT, isi).content.decode()
    assert "sudah kami simpan" in halaman
    assert "<img src=x>" not in halaman


def test_the_scan_of_another_is_not_taken(klien, pemeran) -> None:
    respons = klien("aparat").post(ALAMAT, isian_lengkap(judul="", **{"keputusan-pindaian": pdf()}))
    titipan = respons.context["formulir"].keputusan["titipan"].value()
    klien("aparat_lain").post(ALAMAT, isian_lengkap(**{"keputusan-titipan": titipan}))
    assert not Keputusan.objects.get().pindaian.exists()


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"judul": "A" * 100_000}, "Terlalu panjang"),
        ({"judul": "Rabat\0beton"}, "tidak dapat disimpan"),
        ({"uraian": "x" * 100_000}, "Terlalu panjang"),
        ({"uraian": "a\0b"}, "tidak dapat disimpan"),
        ({"kegiatan": "9999999"}, "Pilihan itu tidak ada"),
        ({"kegiatan": "2.3.10"}, "Pilihan itu tidak ada"),
        ({"volume": "-5"}, "Volume harus lebih besar dari nol"),
        ({"volume": "banyak"}, "Tulis dengan angka"),
        ({"mulai_rencana": "0001-01-01"}, "tidak wajar"),
        ({"mulai_rencana": "kemarin"}, "tidak dapat dibaca"),
        (
            {"mulai_rencana": "2026-12-01", "selesai_rencana": "2026-11-01"},
            "Rencana selesai harus sesudah rencana mulai",
        ),
        ({"lintang": "-5,1"}, "Isi lintang dan bujur dua-duanya"),
        ({"lintang": "105,0", "bujur": "-5,1"}, "tertukar"),
        ({"lintang": "5,13", "bujur": "105,03"}, "Maksud Anda −5,13?"),
        ({"lintang": "5.1300, 105.0300"}, "Maksud Anda −5,13?"),
        ({"lintang": "-6,2", "bujur": "106,82"}, "di luar Kecamatan Bangunrejo"),
        (isian_dana(("dd", "2026", "0")), "lebih besar dari nol"),
        (isian_dana(("dd", "2026", "-1")), "tidak boleh kurang dari nol"),
        (isian_dana(("dd", "2026", "9" * 25)), "terlalu besar"),
        (isian_dana(("dd", "2026", "9" * 5000)), "angka saja"),
        (isian_dana(("dd", "2026", "9000000000000")), "Periksa jumlah nolnya"),
        (isian_dana(("dd", "2026", "1,5")), "angka saja"),
        (isian_dana(("dd", "1900", "5000")), "tidak wajar"),
        (isian_dana(("dd", "99999999999", "5000")), "Tahun"),
        (isian_dana(("uang kaget", "2026", "5000")), "Pilihan itu tidak ada"),
        (isian_dana(("", "2026", "5000")), "Bagian ini harus diisi"),
        (isian_dana(("dd", "2026", "5"), ("dd", "2026", "6")), "Jumlahkan menjadi satu"),
        ({"dana-TOTAL_FORMS": "banyak"}, "Bagian uang tidak lengkap"),
        ({"keputusan-tanggal_surat": "2126-11-02"}, "tidak wajar"),
        ({"keputusan-tanggal_surat": "2099-11-02"}, "sesudah hari ini"),
        ({"keputusan-alasan": "  "}, "Bagian ini harus diisi"),
        ({"keputusan-ke_tahap": "selesai"}, "Pilihan itu tidak ada"),
        (isian_dana(), "harus punya sumber dana"),
    ],
)
def test_bad_input_is_named_and_nothing_is_lost(klien, pemeran, ganti, pesan) -> None:
    isi = galat(klien("aparat").post(ALAMAT, isian_lengkap(**ganti)))
    assert pesan in isi
    assert "Tanggal_surat" not in isi
    assert not Proyek.objects.exists()
    if "keputusan-alasan" not in ganti:
        assert "becek ketika hujan" in isi


@pytest.mark.parametrize(
    ("isi_berkas", "pesan"),
    [
        (b"", "kosong"),
        (b"MZ\x90 bukan pdf", "Kirim PDF, atau foto JPEG, PNG"),
        (b"%PDF-1.7 terpotong", "terpotong"),
        (b"%PDF-1.7\n" + b"0" * (10 * 1024 * 1024) + b"%%EOF", "lebih dari 10 MB"),
    ],
)
def test_a_fake_scan_is_named_and_the_rest_is_kept(klien, pemeran, isi_berkas, pesan) -> None:
    lengkap = isian_lengkap(**{"keputusan-pindaian": pdf(isi_berkas)})
    isi = galat(klien("aparat").post(ALAMAT, lengkap))
    assert pesan in isi
    assert "becek ketika hujan" in isi
    assert not Berkas.objects.exists()


@pytest.mark.parametrize(
    ("isian", "volume"),
    [("1.500", 1500), ("1.500,25", Decimal("1500.25")), ("72.5", Decimal("72.5"))],
)
def test_a_volume_is_read_as_it_is_meant(klien, pemeran, isian: str, volume: object) -> None:
    titik = {"bujur": "https://www.google.com/maps/@-5.13,105.03,17z"}
    klien("aparat").post(ALAMAT, isian_proyek(volume=isian, satuan="m", **titik))
    proyek = Proyek.objects.get()
    assert proyek.volume == volume
    assert (proyek.lintang, proyek.bujur) == (Decimal("-5.13"), Decimal("105.03"))


def test_emoji_and_long_names_are_kept(klien, pemeran) -> None:
    klien("aparat").post(ALAMAT, isian_proyek(judul="Jalan 🚧 “Dusun 3”", uraian="3" + "🚧" * 4999))
    assert Proyek.objects.get().judul == "Jalan 🚧 “Dusun 3”"


def test_a_decision_without_its_parts_says_what_is_missing(klien, pemeran) -> None:
    isi = isian_proyek() | isian_keputusan("keputusan-", isi="", ditetapkan_jabatan="")
    halaman = galat(klien("aparat").post(ALAMAT, isi))
    assert 'href="#id_keputusan-isi"' in halaman
    assert 'href="#id_keputusan-ditetapkan_jabatan"' in halaman


def test_a_decision_that_was_left_out_stays_left_out_after_another_fault(klien, pemeran) -> None:
    """The typed words decide once which fields are required. No label says that the reason of a
    decision may stay empty: the part may stay empty as a whole, and says so itself."""
    terisi = isian_proyek(judul="") | isian_keputusan("keputusan-")
    for kirim, wajib in ((isian_proyek(judul=""), False), (terisi, True)):
        respons = klien("aparat").post(ALAMAT, kirim)
        assert respons.context["formulir"].keputusan.fields["alasan"].required == wajib
        assert ">Alasan</label>" in galat(respons)


class TestMenjawabKiriman:
    """?aspirasi=<acuan>"""

    def test_the_voice_is_linked_and_waits_for_the_project(self, klien, pemeran) -> None:
        suara = kiriman(pemeran.kampung, nomor="ASP-2026-00042", status=Status.DIPROSES)
        client, alamat = klien("aparat"), f"{ALAMAT}?aspirasi={suara.acuan}"
        assert 'value="Selokan mampet"' in client.get(alamat).content.decode()
        client.post(alamat, isian_lengkap())
        suara.refresh_from_db()
        assert suara.status == Status.DIRENCANAKAN
        assert suara.tautan_proyek.get().proyek == Proyek.objects.get()

    def test_words_that_are_not_public_are_not_copied(self, klien, pemeran) -> None:
        suara = kiriman(pemeran.kampung, jangkauan=Jangkauan.PETUGAS, status=Status.DIPROSES)
        halaman = klien("aparat").get(f"{ALAMAT}?aspirasi={suara.acuan}").content.decode()
        assert 'value="Selokan mampet"' not in halaman
        assert "jangan menyalin isinya" in halaman

    @pytest.mark.parametrize("siapa", ["aparat", "aparat_lain", "staf", "admin"])
    def test_a_closed_voice_does_not_exist_for_others(self, klien, pemeran, siapa) -> None:
        suara = kiriman(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN)
        assert klien(siapa).get(f"{ALAMAT}?aspirasi={suara.acuan}").status_code == 404

    def test_a_voice_of_another_kampung_is_not_found(self, klien, pemeran) -> None:
        suara = kiriman(pemeran.kampung, nomor="ASP-2026-00042")
        assert klien("aparat_lain").get(f"{ALAMAT}?aspirasi={suara.acuan}").status_code == 404

    @pytest.mark.parametrize("acuan", ["bukan-uuid", "%00", str(uuid.UUID(int=7))])
    def test_an_unknown_voice_is_not_found(self, klien, pemeran, acuan) -> None:
        assert klien("aparat").get(f"{ALAMAT}?aspirasi={acuan}").status_code == 404

    def test_a_closed_case_opens_nothing_and_loses_nothing(self, klien, pemeran) -> None:
        suara = kiriman(pemeran.kampung, nomor="ASP-2026-00042", status=Status.DIAJUKAN)
        isi = galat(klien("aparat").post(f"{ALAMAT}?aspirasi={suara.acuan}", isian_lengkap()))
        assert "becek ketika hujan" in isi
        assert not Proyek.objects.exists()
        assert not Pendanaan.objects.exists()

    def test_a_second_send_links_once(self, klien, pemeran) -> None:
        suara = kiriman(pemeran.kampung, nomor="ASP-2026-00042", status=Status.DIPROSES)
        client, alamat = klien("aparat"), f"{ALAMAT}?aspirasi={suara.acuan}"
        isi = isian_lengkap(kunci=kunci(client, alamat))
        client.post(alamat, isi)
        assert client.post(alamat, isi)["Location"] == Proyek.objects.get().get_absolute_url()
        assert suara.tautan_proyek.count() == 1
