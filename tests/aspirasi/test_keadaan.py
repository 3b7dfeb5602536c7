"""The meaning of each state in one sentence, for its sender and for everybody else."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from aspirasi.bacaan.keadaan import KALIMAT, kalimat, pembaca, seharusnya
from aspirasi.bacaan.tanya import TANYA, tanya_untuk
from aspirasi.enums import Aksi, Jangkauan, Jenis, Status, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import gabung, jawab, kiriman, penghapusan
from aspirasi.services import pembaca as layanan_pembaca
from core.waktu import pada
from proyek.enums import Tahap
from tests.alat.alur import ALASAN, perbuatan
from tests.alat.baca import polos, teks
from tests.alat.jam import saat
from tests.alat.pengirim import KONTAK, masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit

pytestmark = pytest.mark.django_db

A = Aksi
KAMPUNG = "Pemerintah Kampung Sido Rejo"
DIKERJAKAN = "Dijawab dengan sebuah proyek, yang sedang dikerjakan."
LAPANGAN = "“Sudah beres di lapangan?”"
PERIKSA = "Petugas kecamatan memeriksanya paling lambat Kamis, 5 Februari 2026."
JAWAB = "Jawaban pertama paling lambat Senin, 9 Februari 2026."
# The acts that lead there from a complaint of Monday 2 February 2026, the sentence for its sender,
# and the sentence for everybody else where it differs.
TABEL: dict[str, tuple[tuple[str, ...], str, str]] = {
    Status.DIAJUKAN: ((), PERIKSA, ""),
    Status.PERLU_PERBAIKAN: (
        (A.MINTA_KETERANGAN,),
        (
            "Petugas bertanya kepada Anda, dan menunggu jawaban Anda sampai Senin, 16 Februari "
            "2026. Kalau tidak dijawab, kiriman ini tidak dilanjutkan."
        ),
        (
            "Petugas bertanya kepada pengirim, dan menunggu jawabannya sampai Senin, 16 Februari "
            "2026."
        ),
    ),
    Status.DIVERIFIKASI: (
        (A.PERIKSA,),
        f"Sudah diperiksa. Kecamatan meneruskannya, atau {KAMPUNG} langsung menjawab. {JAWAB}",
        "",
    ),
    Status.DITERUSKAN: ((A.PERIKSA, A.TERUSKAN), f"Sekarang di {KAMPUNG}. {JAWAB}", ""),
    Status.DIPROSES: (
        (A.PERIKSA, A.TERUSKAN, A.AMBIL, A.KABARI),
        f"Sedang ditangani {KAMPUNG}. Penyelesaiannya paling lambat Jumat, 20 Februari 2026.",
        "",
    ),
    Status.DITANGGAPI: (
        (A.PERIKSA, A.TERUSKAN, A.TANGGAPI),
        f"Sudah dijawab. Giliran Anda menjawab {LAPANGAN} sampai Senin, 16 Februari 2026.",
        f"Sudah dijawab. Pengirim ditanya {LAPANGAN} sampai Senin, 16 Februari 2026.",
    ),
    Status.DIJANJIKAN: (
        (A.PERIKSA, A.TERUSKAN, A.JANJIKAN),
        (
            f"{KAMPUNG} menjanjikan ini paling lambat Senin, 9 Februari 2026. Sesudah itu Anda "
            f"ditanya {LAPANGAN}."
        ),
        (
            f"{KAMPUNG} menjanjikan ini paling lambat Senin, 9 Februari 2026. Sesudah itu pengirim "
            f"ditanya {LAPANGAN}."
        ),
    ),
    Status.DIRENCANAKAN: (
        (A.PERIKSA, A.RENCANAKAN),
        f"{DIKERJAKAN} Sesudah proyeknya selesai, Anda ditanya {LAPANGAN}.",
        f"{DIKERJAKAN} Sesudah proyeknya selesai, pengirim ditanya {LAPANGAN}.",
    ),
    Status.MENUNGGU_INSTANSI: (
        (A.PERIKSA, A.TUNGGU_INSTANSI),
        (
            "Kecamatan sudah bersurat ke {dinas} dan menunggu jawabannya. Kabar berikutnya paling "
            "lambat Jumat, 20 Februari 2026."
        ),
        "",
    ),
    Status.SELESAI: (
        (A.PERIKSA, A.TANGGAPI, A.NYATAKAN_BERES),
        f"Anda ditanya {LAPANGAN} dan menjawab “Sudah beres”.",
        f"Pengirim ditanya {LAPANGAN} dan menjawab “Sudah beres”.",
    ),
    Status.DIBUKA_KEMBALI: (
        (A.PERIKSA, A.TANGGAPI, A.BUKA_KEMBALI),
        f"Dibuka kembali karena dinyatakan belum beres. {PERIKSA}",
        "",
    ),
    Status.DITARIK: (
        (A.TARIK,),
        "Anda menariknya, jadi petugas tidak menindaklanjutinya.",
        "Pengirim menariknya, jadi petugas tidak menindaklanjutinya.",
    ),
    Status.BUKAN_WEWENANG: (
        (A.BUKAN_WEWENANG,),
        "Hal ini di luar wewenang kecamatan dan kampung.",
        "",
    ),
    Status.DITOLAK: ((A.TOLAK,), "Sudah dibaca, dan tidak ditindaklanjuti.", ""),
    Status.DIGABUNG: (
        (A.PERIKSA, A.GABUNG),
        "Digabung dengan {ke}. Jawabannya dibaca di sana.",
        "",
    ),
    Status.DIARSIPKAN: ((A.ARSIPKAN,), "Ditutup tanpa tindak lanjut.", ""),
}


@pytest.fixture
def februari(db: None) -> Iterator[None]:
    """Monday 2 February 2026; the tests know no holidays."""
    with pada(saat("2026-02-02")):
        yield


def jalani(pemeran: Any, aksi: tuple[str, ...], **lain: Any) -> Aspirasi:
    """Send a complaint and let these acts be done to it."""
    laku = perbuatan(pemeran)
    aspirasi = buat(pemeran.kampung, **({"jenis": Jenis.KELUHAN} | lain)).aspirasi
    for satu in aksi:
        laku[satu](Aspirasi.objects.get(pk=aspirasi.pk))
    return Aspirasi.objects.get(pk=aspirasi.pk)


def test_every_state_has_its_sentence() -> None:
    assert set(TABEL) == set(KALIMAT) == set(Status.values)


@pytest.mark.parametrize("status", TABEL)
def test_it_says_what_the_word_means(pemeran: Any, februari: None, status: str) -> None:
    aksi, anda, umum = TABEL[status]
    aspirasi = jalani(pemeran, aksi)
    nama = {"ke": getattr(aspirasi.digabung_ke, "nomor", ""), "dinas": str(aspirasi.ditangani)}
    assert aspirasi.status == status
    assert kalimat(aspirasi, pengirim=True) == anda.format(**nama)
    assert kalimat(aspirasi) == (umum or anda).format(**nama)


TERLAMBAT: list[tuple[tuple[str, ...], str, str]] = [
    ((), "Menunggu diperiksa kecamatan.", "Pemeriksaannya seharusnya selesai"),
    ((A.PERIKSA, A.TERUSKAN), f"Sekarang di {KAMPUNG}.", "Jawaban pertama seharusnya ada"),
    (
        (A.PERIKSA, A.TERUSKAN, A.AMBIL, A.KABARI),
        f"Sedang ditangani {KAMPUNG}.",
        "Penyelesaiannya seharusnya ada",
    ),
]


@pytest.mark.parametrize(("aksi", "sekarang", "mestinya"), TERLAMBAT)
def test_a_day_that_has_passed_is_not_told_as_still_to_come(
    pemeran: Any, februari: None, aksi: tuple[str, ...], sekarang: str, mestinya: str
) -> None:
    aspirasi = jalani(pemeran, aksi)
    with pada(saat("2026-03-30")):
        assert kalimat(aspirasi) == kalimat(aspirasi, pengirim=True) == sekarang
        assert seharusnya(aspirasi).startswith(f"{mestinya} paling lambat ")
        assert seharusnya(aspirasi).endswith("Februari 2026.")


class TestQuestion:
    """ "Sudah beres di lapangan?" fits a complaint."""

    @pytest.mark.parametrize(
        ("jenis", "tanya"),
        [
            (Jenis.KELUHAN, "Sudah beres di lapangan?"),
            (Jenis.PERTANYAAN, "Sudah terjawab?"),
            (Jenis.KEBERATAN, "Apakah keberatan Anda sudah dijawab?"),
            (Jenis.USULAN, "Apakah jawabannya jelas?"),
        ],
    )
    def test_each_kind_has_its_own(
        self, client: Client, pemeran: Any, jenis: str, tanya: str
    ) -> None:
        terkirim = buat(pemeran.kampung, jenis=jenis)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        perbuatan(pemeran)[A.TANGGAPI](aspirasi)
        isi = teks(masuk_pengirim(client, terkirim))
        kata = TANYA[jenis]
        assert f'<h2 id="beres">{tanya}</h2>' in isi
        for tombol in (kata.ya, kata.belum):
            assert f"<summary>{tombol}</summary>" in polos(isi)
        assert f'for="id_alasan">{kata.apa}' in isi
        assert f"Menurut Anda {kata.belum.lower()}?" in teks(
            Client().get(aspirasi.get_absolute_url())
        )

    def test_an_apresiasi_is_answered_and_asked_nothing(
        self, client: Client, klien: Any, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, jenis=Jenis.APRESIASI)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        perbuatan(pemeran)[A.TANGGAPI](aspirasi)
        isi = teks(masuk_pengirim(client, terkirim))
        assert "Sudah dijawab. Tidak ada lagi yang perlu Anda lakukan." in isi
        assert 'id="beres"' not in isi
        ditolak = client.post(f"/aspirasi/kiriman/{aspirasi.acuan}/beres/")
        assert (ditolak.status_code, "apresiasi" in teks(ditolak)) == (409, True)
        umum = teks(klien("warga").get(aspirasi.get_absolute_url()))
        assert "Menurut Anda" not in umum
        aspirasi.refresh_from_db()
        assert kalimat(aspirasi) == "Sudah dijawab."

    def test_a_finished_project_is_judged_by_the_work(self, pemeran: Any) -> None:
        aspirasi = jalani(pemeran, (A.PERIKSA, A.RENCANAKAN), jenis=Jenis.USULAN)
        proyek = aspirasi.tautan_proyek.get().proyek
        proyek.tahap = Tahap.SELESAI
        proyek.save()
        perbuatan(pemeran)[A.TANYAI](aspirasi)
        aspirasi.refresh_from_db()
        assert kalimat(aspirasi, pengirim=True).startswith(
            "Proyek yang menjawabnya sudah selesai. Giliran Anda menjawab “Sudah beres di"
        )
        selesai = kiriman.nyatakan_beres(aspirasi=aspirasi)
        tanya = tanya_untuk(selesai)
        assert tanya is not None
        assert tanya.ya == "Sudah beres"

    def test_silence_is_told_as_silence(self, pemeran: Any) -> None:
        aspirasi = jalani(pemeran, (A.PERIKSA, A.TANGGAPI))
        with pada(saat("2099-01-05")):
            perbuatan(pemeran)[A.TUTUP_DIAM](aspirasi)
        aspirasi.refresh_from_db()
        assert kalimat(aspirasi) == (
            "Pengirim ditanya “Sudah beres di lapangan?” dan tidak menjawab, jadi kiriman ini "
            "ditutup tanpa jawaban itu."
        )
        assert kalimat(aspirasi, pengirim=True).endswith("Anda tetap dapat membukanya lagi.")
        assert aspirasi.nada == "netral"


class TestReaders:
    """The people who can read it now."""

    @pytest.mark.parametrize(
        ("isian", "aksi", "siapa"),
        [
            ({}, (), "Petugas kecamatan, dan semua orang sesudah diperiksa"),
            (
                {"bahaya": True},
                (),
                "Petugas kampung dan kecamatan, dan semua orang sesudah diperiksa",
            ),
            (
                {"jangkauan": Jangkauan.PETUGAS},
                (),
                "Petugas kecamatan, dan petugas kampung sesudah diperiksa",
            ),
            ({}, (A.PERIKSA,), "Semua orang"),
            ({}, (A.PERIKSA, A.TOLAK), "Semua orang"),
            ({}, (A.TOLAK,), "Hanya petugas kecamatan"),
            ({}, (A.TARIK,), "Hanya petugas kecamatan"),
            ({"jangkauan": Jangkauan.PETUGAS}, (A.PERIKSA,), "Petugas kampung dan kecamatan"),
            ({"jangkauan": Jangkauan.KECAMATAN}, (), "Hanya petugas kecamatan"),
        ],
    )
    def test_by_state(
        self, pemeran: Any, isian: dict[str, Any], aksi: tuple[str, ...], siapa: str
    ) -> None:
        assert pembaca(jalani(pemeran, aksi, **isian)) == siapa

    def test_about_the_kecamatan_its_other_officers_are_not_named(
        self, client: Client, pemeran: Any
    ) -> None:
        tertutup = {"jangkauan": Jangkauan.KECAMATAN, "tentang": Tentang.PETUGAS_KECAMATAN}
        terkirim = buat(pemeran.kampung, **tertutup)
        isi = teks(masuk_pengirim(client, terkirim))
        assert "Camat atau petugas yang ditunjuknya memeriksanya paling lambat" in isi
        assert "<strong>Hanya camat dan petugas yang ditunjuk</strong>." in isi
        assert "Petugas kecamatan lain tidak dapat membukanya." in isi
        assert "Petugas kecamatan memeriksa" not in isi
        pilihan = teks(client.get(f"/aspirasi/kiriman/{terkirim.aspirasi.acuan}/pembaca/"))
        assert "Hanya camat dan petugas yang ditunjuk." in pilihan
        assert 'name="jangkauan"' not in pilihan


class TestMerged:
    """Merged into another: by an official, or by a sender who says "Saya juga mengalami"."""

    def test_what_everyone_reads_stays_readable_and_is_said_so(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        ke = terbit(pemeran.kampung, pemeran.staf)
        gabung.gabung(aspirasi=aspirasi, ke=ke, alasan=ALASAN, oleh=pemeran.staf)
        isi = teks(masuk_pengirim(client, terkirim))
        alamat = aspirasi.get_absolute_url()
        assert f'semua orang di halaman <a href="{alamat}">{aspirasi.nomor}</a>' in isi
        assert "tidak tampil untuk umum" not in isi
        assert Client().get(alamat).status_code == 200
        assert f"<strong>Alasannya:</strong> {ALASAN}" in isi
        assert "Bukan hal yang sama?" in isi

    def test_who_joined_is_read_by_officials_alone(self, client: Client, pemeran: Any) -> None:
        ke = terbit(pemeran.kampung, pemeran.staf)
        respons = client.post(
            f"/aspirasi/{ke.nomor}/ikut/", {"isi": "", "setuju": "on"}, follow=True
        )
        assert "Tulisan Anda sendiri" not in teks(respons)  # there are none
        ikut = Aspirasi.objects.get(status=Status.DIGABUNG)
        isi = teks(client.get(f"/aspirasi/kiriman/{ikut.acuan}/"))
        assert "Yang boleh membaca: <strong>Hanya petugas kecamatan</strong>" in isi
        assert f"Anda ikut menyuarakan {ke.nomor}." in isi
        assert "Bukan hal yang sama?" not in isi
        kata = {"isi": "Di RT 4 juga begitu.", "tentang": "tidak", "setuju": "on"}
        respons = Client().post(f"/aspirasi/{ke.nomor}/ikut/", kata, follow=True)
        assert "Tulisan Anda sendiri hanya dibaca petugas" in teks(respons)

    def test_a_late_one_is_called_late(self, client: Client, pemeran: Any, februari: None) -> None:
        terkirim = buat(pemeran.kampung)
        ke = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
        perbuatan(pemeran)[A.TERUSKAN](ke)
        gabung.gabung(aspirasi=terkirim.aspirasi, ke=ke, alasan=ALASAN, oleh=pemeran.staf)
        with pada(saat("2026-02-11")):
            isi = teks(masuk_pengirim(client, terkirim))
        assert "<strong>Terlambat 2 hari kerja.</strong>" in isi
        assert "Jawaban pertama seharusnya ada paling lambat 9 Februari 2026." in isi
        assert "Jawaban pertama paling lambat" not in isi


def test_what_was_erased_says_so(pemeran: Any) -> None:
    aspirasi = penghapusan.hapus_semua(aspirasi=buat(pemeran.kampung, kontak=KONTAK).aspirasi)
    assert kalimat(aspirasi, pengirim=True) == "Isinya dihapus atas permintaan Anda."
    assert kalimat(aspirasi) == "Isinya dihapus atas permintaan pengirim."


def test_a_promised_later_day_is_the_one_that_is_told(pemeran: Any, februari: None) -> None:
    aspirasi = jalani(pemeran, (A.PERIKSA, A.TERUSKAN))
    hari = dt.date(2026, 3, 2)
    jawab.tunda(aspirasi=aspirasi, sampai=hari, alasan=ALASAN, oleh=pemeran.staf)
    aspirasi.refresh_from_db()
    assert kalimat(aspirasi).endswith("Jawaban pertama paling lambat Senin, 2 Maret 2026.")


def test_narrowed_to_the_kecamatan_it_is_no_longer_at_the_kampung(pemeran: Any) -> None:
    aspirasi = jalani(pemeran, (A.PERIKSA, A.TERUSKAN))
    layanan_pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.KECAMATAN)
    aspirasi.refresh_from_db()
    assert "Kampung" not in kalimat(aspirasi)
