"""Acts of aparat on a project: start, stop, finish, record money."""

import datetime

import pytest

from core.models import Jejak
from core.waktu import hari_ini
from proyek.enums import Tahap
from proyek.models import KETERANGAN, Pencairan, Proyek
from proyek.services import ubah_keterangan
from tests.alat.baca import kunci
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_dana, buat_pencairan, buat_proyek

BOLEH = {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"}
ALAMAT = ("ubah", "tahap", "terima-uang")


def isian(ke: str, **ganti: str) -> dict[str, str]:
    return {"ke": ke, "tanggal": "2026-11-02", "alasan": ""} | ganti


@pytest.fixture
def proyek(db: None) -> Proyek:
    return buat_proyek(pagu=1_000_000)


@pytest.mark.parametrize("alamat", ALAMAT)
@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_may_act(klien, proyek, siapa: str, alamat: str) -> None:
    for respons in (
        klien(siapa).get(f"{proyek.get_absolute_url()}{alamat}/"),
        klien(siapa).post(f"{proyek.get_absolute_url()}{alamat}/", {}),
    ):
        diharapkan = 302 if siapa == "pengunjung" else 200 if siapa in BOLEH else 403
        assert respons.status_code == diharapkan
    assert not Pencairan.objects.exists()


@pytest.mark.parametrize("alamat", ALAMAT)
def test_an_unknown_project_is_not_found(klien, db, alamat: str) -> None:
    assert klien("staf").get(f"/proyek/PRJ-2026-9999/{alamat}/").status_code == 404


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_links_to_the_acts_are_shown_to_those_who_may(klien, proyek, siapa: str) -> None:
    isi = klien(siapa).get(proyek.get_absolute_url()).content.decode()
    for alamat in (*ALAMAT, f"/keputusan/catat/?proyek={proyek.nomor}"):
        assert (alamat in isi) == (siapa in BOLEH)
    assert (f"/laporan/tulis/{proyek.nomor}/" in isi) == (siapa in {"aparat", "kakam"})


@pytest.mark.parametrize(
    ("dari", "ke", "judul"),
    [
        (Tahap.DIANGGARKAN, Tahap.BERJALAN, "Mulai dikerjakan"),
        (Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA, "Dihentikan sementara"),
        (Tahap.DIHENTIKAN_SEMENTARA, Tahap.BERJALAN, "Dikerjakan lagi"),
        (Tahap.BERJALAN, Tahap.SELESAI, "Selesai dikerjakan"),
        (Tahap.SELESAI, Tahap.SERAH_TERIMA, "Sudah diserahterimakan"),
    ],
)
def test_an_act_moves_the_project_and_stands_in_its_trail(klien, pemeran, dari, ke, judul) -> None:
    proyek = buat_proyek(tahap=dari)
    klien("aparat").post(
        f"{proyek.get_absolute_url()}tahap/", isian(ke, alasan="Hujan terus-menerus.")
    )
    proyek.refresh_from_db()
    assert proyek.tahap == ke
    isi = klien("pengunjung").get(proyek.get_absolute_url()).content.decode()
    assert judul in isi
    assert "Hujan terus-menerus." in isi
    assert "2 November 2026" in isi


def test_dates_of_the_work_are_kept(klien, pemeran) -> None:
    proyek = buat_proyek(tahap=Tahap.DIANGGARKAN, mulai_nyata=None)
    alamat = f"{proyek.get_absolute_url()}tahap/"
    klien("aparat").post(alamat, isian(Tahap.BERJALAN, tanggal="2026-10-05"))
    klien("aparat").post(alamat, isian(Tahap.SELESAI, tanggal="2026-11-20"))
    proyek.refresh_from_db()
    assert proyek.mulai_nyata == datetime.date(2026, 10, 5)
    assert proyek.selesai_nyata == datetime.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"ke": ""}, "Bagian ini harus diisi"),
        ({"ke": Tahap.DIANGGARKAN}, "Pilihan itu tidak ada"),
        ({"ke": Tahap.DIHENTIKAN_SEMENTARA}, "mengapa pekerjaan berhenti"),
        ({"ke": Tahap.DIHENTIKAN_SEMENTARA, "alasan": "   "}, "mengapa pekerjaan berhenti"),
        ({"tanggal": "2126-01-01"}, "tidak wajar"),
        ({"tanggal": ""}, "Bagian ini harus diisi"),
        ({"tanggal": "2026-07-05"}, "sebelum pekerjaan dimulai"),
        ({"alasan": "a\0b"}, "tidak dapat disimpan"),
        ({"alasan": "x" * 100_000}, "Terlalu panjang"),
    ],
)
def test_bad_input_moves_nothing(klien, proyek, ganti, pesan) -> None:
    isi = isian(Tahap.SELESAI) | ganti
    respons = klien("aparat").post(f"{proyek.get_absolute_url()}tahap/", isi)
    assert pesan in respons.content.decode()
    proyek.refresh_from_db()
    assert proyek.tahap == Tahap.BERJALAN


def test_tomorrow_has_not_happened_yet(klien, proyek) -> None:
    besok = (hari_ini() + datetime.timedelta(days=1)).isoformat()
    alamat = f"{proyek.get_absolute_url()}tahap/"
    respons = klien("aparat").post(alamat, isian(Tahap.SELESAI, tanggal=besok))
    assert "sesudah hari ini" in respons.content.decode()


@pytest.mark.parametrize("tahap", [Tahap.USULAN, Tahap.DIBATALKAN, Tahap.SERAH_TERIMA])
def test_where_only_a_decision_leads_on_the_page_says_so(klien, pemeran, tahap) -> None:
    proyek = buat_proyek(tahap=tahap)
    alamat = f"{proyek.get_absolute_url()}tahap/"
    respons = klien("aparat").post(alamat, isian(Tahap.BERJALAN), follow=True)
    assert respons.redirect_chain[-1][0] == proyek.get_absolute_url()
    assert "memerlukan keputusan" in respons.content.decode()


def test_a_second_send_says_that_the_stage_has_moved(klien, proyek) -> None:
    alamat = f"{proyek.get_absolute_url()}tahap/"
    client = klien("aparat")
    assert client.post(alamat, isian(Tahap.SELESAI)).status_code == 302
    respons = client.post(alamat, isian(Tahap.SELESAI), follow=True)
    assert "Tahap ini sudah dicatat" in respons.content.decode()
    assert Jejak.objects.filter(aksi="tahap").count() == 1


class TestKeterangan:
    """/proyek/<nomor>/ubah/"""

    def isi(self, proyek: Proyek, **ganti: str) -> dict[str, str]:
        asal = {
            "judul": proyek.judul,
            "uraian": proyek.uraian,
            "frekuensi_laporan": "bulanan",
            "alasan": "Patokannya keliru.",
        }
        return asal | ganti

    def test_old_and_new_stay_in_the_trail(self, klien, proyek) -> None:
        alamat = f"{proyek.get_absolute_url()}ubah/"
        klien("aparat").post(alamat, self.isi(proyek, lokasi="RT 4", lintang="-5,1", bujur="105,0"))
        proyek.refresh_from_db()
        assert proyek.lokasi == "RT 4"
        jejak = Jejak.objects.select_related("isi").get(aksi="diubah")
        assert jejak.isi.rincian["perubahan"]["lokasi"] == ["", "RT 4"]
        isi = klien("pengunjung").get(proyek.get_absolute_url()).content.decode()
        assert "Keterangan diubah: lokasi, lintang, bujur" in isi
        assert "Patokannya keliru." in isi
        assert "Dulu: kosong" in isi
        assert "Kini: RT 4" in isi

    def test_nothing_changed_leaves_no_trail(self, klien, proyek) -> None:
        klien("aparat").post(f"{proyek.get_absolute_url()}ubah/", self.isi(proyek))
        assert not Jejak.objects.filter(aksi="diubah").exists()

    def test_money_time_and_stage_are_not_changed_here(self, klien, proyek) -> None:
        ganti = {"tahap": "selesai", "volume": "1", "mulai_rencana": "2026-01-01", "lokasi": "x"}
        klien("aparat").post(f"{proyek.get_absolute_url()}ubah/", self.isi(proyek, **ganti))
        segar = Proyek.objects.get(pk=proyek.pk)
        assert (segar.tahap, segar.volume) == (proyek.tahap, proyek.volume)
        assert segar.mulai_rencana is None

    @pytest.mark.parametrize(
        ("ganti", "pesan"),
        [
            ({"alasan": ""}, "Bagian ini harus diisi"),
            ({"judul": "x" * 100_000}, "Terlalu panjang"),
            ({"uraian": "a\0b"}, "tidak dapat disimpan"),
            ({"lintang": "-5,1"}, "dua-duanya"),
        ],
    )
    def test_bad_input_changes_nothing(self, klien, proyek, ganti, pesan) -> None:
        isi = self.isi(proyek, lokasi="RT 4", **ganti)
        respons = klien("aparat").post(f"{proyek.get_absolute_url()}ubah/", isi)
        assert pesan in respons.content.decode()
        proyek.refresh_from_db()
        assert proyek.lokasi == ""


class TestUangDiterima:
    """/proyek/<nomor>/terima-uang/"""

    def isi(self, proyek: Proyek, **ganti: object) -> dict[str, object]:
        asal = {
            "pendanaan": proyek.pendanaan.get().pk,
            "tanggal": "2026-11-02",
            "jumlah": "Rp 600.000",
            "keterangan": "tahap I",
        }
        return asal | ganti

    def test_money_received_is_recorded(self, klien, proyek) -> None:
        klien("aparat").post(f"{proyek.get_absolute_url()}terima-uang/", self.isi(proyek))
        assert Pencairan.objects.get().jumlah == 600_000
        isi = klien("pengunjung").get(proyek.get_absolute_url()).content.decode()
        assert "Uang diterima: Rp\u00a0600.000 dari Dana Desa" in isi

    def test_a_second_send_records_nothing_more(self, klien, proyek) -> None:
        client, alamat = klien("aparat"), f"{proyek.get_absolute_url()}terima-uang/"
        isi = self.isi(proyek, kunci=kunci(client, alamat))
        assert {client.post(alamat, isi).status_code for _ in range(2)} == {302}
        assert Pencairan.objects.count() == 1

    @pytest.mark.parametrize(
        ("ganti", "pesan"),
        [
            ({"jumlah": "0"}, "lebih besar dari nol"),
            ({"jumlah": "-1"}, "tidak boleh kurang dari nol"),
            ({"jumlah": "400.001"}, "Yang belum diterima Rp 400.000"),
            ({"jumlah": "9" * 30}, "terlalu besar"),
            ({"jumlah": "seribu"}, "angka saja"),
            ({"tanggal": "2126-01-01"}, "tidak wajar"),
            ({"pendanaan": "0"}, "Pilihan itu tidak ada"),
            ({"keterangan": "a\0"}, "tidak dapat disimpan"),
            ({"keterangan": "🚧" * 300}, "Terlalu panjang"),
        ],
    )
    def test_bad_input_is_named(self, klien, proyek, ganti, pesan) -> None:
        buat_pencairan(proyek.pendanaan.get(), 600_000)
        alamat = f"{proyek.get_absolute_url()}terima-uang/"
        respons = klien("aparat").post(alamat, self.isi(proyek, **ganti))
        assert pesan in respons.content.decode()
        assert Pencairan.objects.count() == 1

    def test_a_source_of_another_project_is_refused(self, klien, proyek) -> None:
        lain = buat_dana(buat_proyek(), 100)
        alamat = f"{proyek.get_absolute_url()}terima-uang/"
        respons = klien("aparat").post(alamat, self.isi(proyek, pendanaan=lain.pk, jumlah="5"))
        assert "Pilihan itu tidak ada" in respons.content.decode()

    def test_a_project_without_money_says_what_to_do(self, klien, pemeran) -> None:
        proyek = buat_proyek()
        respons = klien("aparat").get(f"{proyek.get_absolute_url()}terima-uang/", follow=True)
        assert "belum punya anggaran" in respons.content.decode()


@pytest.mark.parametrize("kolom", ["tahap", "kampung_id", "kunci_sekali", "catatan_rahasia"])
def test_only_words_about_a_project_are_corrected(pemeran, proyek, kolom: str) -> None:
    with pytest.raises(ValueError, match=kolom):
        ubah_keterangan(proyek=proyek, isi={kolom: "x"}, alasan="Salah.", oleh=pemeran.kakam)
    assert not Jejak.objects.filter(aksi="diubah").exists()
    assert kolom not in KETERANGAN
