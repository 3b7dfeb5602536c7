"""Unasked words of a sender wait in the queue of the desk whose work they are, until they are
read."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from aspirasi.enums import Jangkauan, Jenis, Langkah, Status, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import berkala, instansi, jawab, kiriman, pembaca, sanggah, tangani
from core.antrean.tugas import kerjakan_semua
from core.galat import TidakBisa
from core.models import Jejak
from core.tenggat.hari_kerja import tambah_hari_kerja
from core.waktu import hari_ini, pada
from tests.alat.baca import teks
from tests.alat.jam import saat
from tests.alat.meja import alamat
from tests.alat.pengirim import halaman, kenal_pengirim
from tests.pabrik.aspirasi import buat, jam_sampai, periksa, surat, terbit
from tests.pabrik.berkas import foto
from tests.pabrik.kampung import instansi_kampung, instansi_kecamatan
from tests.pabrik.orang import terbukti
from warga.models import Jabatan

pytestmark = pytest.mark.django_db
DAFTAR = "/kerja/aspirasi/"
LENCANA = "Ada balasan"
BACA = "baca-balasan"
TULISAN = "Pohonnya tumbang lagi tadi malam."


def dijawab(pemeran: Any, oleh: str = "kakam", **lain: Any) -> kiriman.Terkirim:
    """Answered by its kampung: nothing on any desk waits for a step."""
    terkirim = buat(pemeran.kampung, **({"jenis": Jenis.KELUHAN} | lain))
    aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
    if oleh == "kakam":
        kampung = instansi_kampung(pemeran.kampung)
        tangani.teruskan(aspirasi=aspirasi, ke=kampung, oleh=pemeran.staf)
    jawab.tanggapi(aspirasi=aspirasi, isi="Saluran sudah digali.", oleh=pemeran[oleh])
    return terkirim


@pytest.mark.parametrize("jabatan", [True, False])
def test_a_reply_to_the_kecamatan_waits_there(pemeran: Any, klien: Any, jabatan: bool) -> None:
    if not jabatan:
        Jabatan.objects.filter(pengguna=pemeran.staf).delete()
    terkirim = dijawab(pemeran, "staf")
    balas(terkirim)
    aspirasi = [terkirim.aspirasi.pk]
    assert (menunggu(klien("staf")), menunggu(klien("kakam"))) == (aspirasi, [])


def balas(terkirim: kiriman.Terkirim, isi: str = TULISAN) -> Client:
    """Write by code and PIN."""
    pengirim = Client()
    kenal_pengirim(pengirim, terkirim)
    assert pengirim.post(halaman(terkirim.aspirasi, "balas"), {"isi": isi}).status_code == 302
    return pengirim


def menunggu(client: Any) -> list[int]:
    return [a.pk for a in client.get(DAFTAR, {"keadaan": "bagian"}).context["halaman"]]


def jumlah(client: Any) -> int:
    angka = {a.nama: a.jumlah for a in client.get(DAFTAR).context["antrean"]}
    return int(angka["bagian"])


def sejak(terkirim: kiriman.Terkirim) -> Any:
    return Aspirasi.objects.get(pk=terkirim.aspirasi.pk).balasan_pada


def dibaca(terkirim: kiriman.Terkirim) -> dict[str, str]:
    """Return the data of the button: which reply was read."""
    return {"sejak": sejak(terkirim).isoformat()}


class TestArriving:
    """A reply or a photo that nobody asked for."""

    def test_puts_it_into_the_queue_of_the_kampung_alone(self, klien: Any, pemeran: Any) -> None:
        terkirim = dijawab(pemeran)
        kakam, staf, lain = klien("kakam"), klien("staf"), klien("aparat_lain")
        assert (menunggu(kakam), jumlah(kakam)) == ([], 0)
        balas(terkirim)
        assert (menunggu(kakam), jumlah(kakam)) == ([terkirim.aspirasi.pk], 1)
        assert menunggu(staf) == menunggu(lain) == []
        for jalur in (DAFTAR, "/kerja/", alamat(terkirim.aspirasi)):
            assert LENCANA in teks(kakam.get(jalur)), jalur

    def test_of_the_kecamatan_it_waits_there(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        instansi.tunggu_instansi(
            aspirasi=aspirasi, isi="Kami bersurat.", surat=surat(), oleh=pemeran.staf
        )
        balas(terkirim)
        assert (jumlah(klien("staf")), jumlah(klien("kakam"))) == (1, 0)

    def test_with_no_kampung_it_waits_at_the_kecamatan(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(None)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        jawab.tanggapi(aspirasi=aspirasi, isi="Dijawab kecamatan.", oleh=pemeran.staf)
        balas(terkirim)
        assert jumlah(klien("staf")) == 1

    def test_escalated_it_waits_at_both(self, klien: Any, pemeran: Any) -> None:
        terkirim = dijawab(pemeran)
        Aspirasi.objects.filter(pk=terkirim.aspirasi.pk).update(eskalasi=2)
        balas(terkirim)
        Aspirasi.objects.filter(pk=terkirim.aspirasi.pk).update(eskalasi=2)
        assert (jumlah(klien("staf")), jumlah(klien("kakam"))) == (1, 1)

    @pytest.mark.parametrize("tentang", [Tentang.TIDAK, Tentang.APARAT_KAMPUNG])
    def test_of_a_closed_one_no_kampung_learns(
        self, klien: Any, pemeran: Any, tentang: str
    ) -> None:
        terkirim = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN, tentang=tentang)
        rahasia = pemeran.petugas_rahasia
        aspirasi = periksa(terkirim.aspirasi, rahasia)
        jawab.tanggapi(aspirasi=aspirasi, isi="Dijawab.", oleh=rahasia)
        client = {siapa: klien(siapa) for siapa in ("kakam", "aparat", "staf", "petugas_rahasia")}
        sebelum = {siapa: teks(c.get(DAFTAR)) for siapa, c in client.items()}
        balas(terkirim)
        for siapa, c in client.items():
            assert (teks(c.get(DAFTAR)) == sebelum[siapa]) is (siapa != "petugas_rahasia"), siapa
            assert jumlah(c) == (siapa == "petugas_rahasia"), siapa

    def test_a_photo_does_the_same_after_the_first_look_alone(
        self, klien: Any, pemeran: Any
    ) -> None:
        baru = buat(pemeran.kampung)
        for terkirim, ada in ((baru, False), (dijawab(pemeran), True)):
            pengirim = Client()
            kenal_pengirim(pengirim, terkirim)
            pengirim.post(halaman(terkirim.aspirasi, "foto"), {"foto": foto()})
            assert terkirim.aspirasi.lampiran.count() == 1
            assert (sejak(terkirim) is not None) is ada
        assert jumlah(klien("kakam")) == 1

    def test_while_the_sender_is_asked_the_answer_has_its_own_queue(self, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        jawab.minta_keterangan(aspirasi=terkirim.aspirasi, isi="Di mana?", oleh=pemeran.staf)
        pengirim = balas(terkirim)
        assert sejak(terkirim) is None
        pengirim.post(halaman(terkirim.aspirasi, "balas"), {"isi": "Satu hal lagi, Pak."})
        assert sejak(terkirim) is not None

    def test_what_is_handed_over_waits_until_its_kampung_begins(
        self, klien: Any, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, langsung=True)
        assert (jumlah(klien("staf")), jumlah(klien("kakam"))) == (1, 1)
        tangani.ambil_dulu(aspirasi=terkirim.aspirasi, oleh=pemeran.kakam)
        assert (jumlah(klien("staf")), jumlah(klien("kakam"))) == (1, 0)
        pemeran.kampung.verifikasi_didelegasikan = True
        pemeran.kampung.save()
        assert jumlah(klien("kakam")) == 1  # the first look is theirs, too

    def test_a_kampung_that_took_it_up_before_the_look_is(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, langsung=True)
        tangani.ambil_dulu(aspirasi=terkirim.aspirasi, oleh=pemeran.kakam)
        sebelum = jumlah(klien("kakam"))
        balas(terkirim)
        assert (sebelum, jumlah(klien("kakam"))) == (0, 1)

    def test_it_holds_the_moment_of_the_newest_word(self, pemeran: Any) -> None:
        terkirim = dijawab(pemeran)
        for hari in ("2030-01-07", "2030-01-09"):
            with pada(saat(hari)):
                kiriman.balas(aspirasi=terkirim.aspirasi, isi=f"Tulisan {hari}.")
        assert sejak(terkirim) == saat("2030-01-09")

    def test_the_same_words_sent_twice_are_not_unread_again(self, klien: Any, pemeran: Any) -> None:
        terkirim = dijawab(pemeran, jenis=Jenis.APRESIASI)
        Aspirasi.objects.filter(pk=terkirim.aspirasi.pk).update(status=Status.DIPROSES)
        balas(terkirim)
        klien("kakam").post(alamat(terkirim.aspirasi, BACA), dibaca(terkirim))
        balas(terkirim)
        assert sejak(terkirim) is None


class TestNeverLost:
    """Unread, it is no silence; and it stays with those it was written for."""

    def test_it_is_not_closed_for_silence(self, klien: Any, pemeran: Any) -> None:
        with pada(saat("2026-03-02")):
            terkirim = dijawab(pemeran)
            kiriman.balas(aspirasi=terkirim.aspirasi, isi=TULISAN)
        berkala.tutup_otomatis()
        kerjakan_semua()
        with pytest.raises(TidakBisa):
            berkala.tutup_diam(terkirim.aspirasi.acuan.hex)
        assert Aspirasi.objects.get(pk=terkirim.aspirasi.pk).status == Status.DITANGGAPI
        assert jumlah(klien("kakam")) == 1

    @pytest.mark.parametrize("diperiksa", [False, True])
    def test_opened_to_the_kampung_it_stays_the_kecamatans(
        self, klien: Any, pemeran: Any, diperiksa: bool
    ) -> None:
        instansi_kecamatan()
        terkirim = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN)
        if diperiksa:
            periksa(terkirim.aspirasi, pemeran.petugas_rahasia)
        balas(terkirim)
        pembaca.atur(aspirasi=terkirim.aspirasi, jangkauan=Jangkauan.PETUGAS)
        kakam, staf = klien("kakam"), klien("staf")
        for jalur in (DAFTAR, alamat(terkirim.aspirasi)):
            assert LENCANA not in teks(kakam.get(jalur))
            assert LENCANA in teks(staf.get(jalur))
        assert jumlah(staf) == 1
        kini = kakam.post(alamat(terkirim.aspirasi, BACA), dibaca(terkirim)).status_code
        assert kini == (403 if diperiksa else 404)
        assert sejak(terkirim) is not None


class TestRead:
    """An official who acts on it has read it. Without an act to do, one press says so."""

    def test_one_press(self, klien: Any, pemeran: Any) -> None:
        terkirim = dijawab(pemeran)
        kakam, jalan = klien("kakam"), alamat(terkirim.aspirasi, BACA)
        assert jalan not in teks(kakam.get(alamat(terkirim.aspirasi)))
        pengirim = balas(terkirim)
        assert f'action="{jalan}?kirim=1"' in teks(kakam.get(alamat(terkirim.aspirasi)))
        yang_dibaca = dibaca(terkirim)
        assert "balasan pengirim sudah dibaca" in teks(kakam.post(jalan, yang_dibaca, follow=True))
        assert (sejak(terkirim), jumlah(kakam)) == (None, 0)
        isi = teks(kakam.get(alamat(terkirim.aspirasi)))
        assert LENCANA not in isi
        assert "Balasan pengirim dibaca" in isi
        assert "Tulisan Anda dibaca petugas" in teks(pengirim.get(halaman(terkirim.aspirasi)))
        assert kakam.post(jalan, yang_dibaca).status_code == 409
        assert Jejak.objects.filter(aksi="balasan_dibaca").count() == 1

    def test_not_what_came_after_the_page_was_opened(self, klien: Any, pemeran: Any) -> None:
        terkirim = dijawab(pemeran)
        balas(terkirim)
        kakam, jalan = klien("kakam"), alamat(terkirim.aspirasi, BACA)
        yang_dibaca = dibaca(terkirim)
        balas(terkirim, "Sekarang jalannya putus.")
        assert "Baca dulu yang terbaru" in teks(kakam.post(jalan, yang_dibaca))
        assert sejak(terkirim) is not None
        for salah in ({}, {"sejak": "kemarin"}, {"sejak": "\0"}):
            assert "Muat ulang halaman ini" in teks(kakam.post(jalan, salah))

    def test_the_sender_has_the_days_to_answer_from_then_on(self, klien: Any, pemeran: Any) -> None:
        terkirim = dijawab(pemeran)
        balas(terkirim)
        Aspirasi.objects.filter(pk=terkirim.aspirasi.pk).update(**jam_sampai(hari_ini()))
        klien("kakam").post(alamat(terkirim.aspirasi, BACA), dibaca(terkirim))
        aspirasi = Aspirasi.objects.get(pk=terkirim.aspirasi.pk)
        assert aspirasi.langkah == Langkah.KONFIRMASI
        assert aspirasi.tenggat == tambah_hari_kerja(hari_ini(), 10)

    @pytest.mark.parametrize("nama", ["tanggapi", "catatan"])
    def test_by_any_act_on_it(self, klien: Any, pemeran: Any, nama: str) -> None:
        terkirim = dijawab(pemeran)
        balas(terkirim)
        isian = {"isi": "Kami datang hari Senin.", "jawaban": "selesai"}
        klien("kakam").post(alamat(terkirim.aspirasi, nama), isian)
        assert sejak(terkirim) is None

    def test_not_by_reminders_by_residents_or_by_the_sender(self, klien: Any, pemeran: Any) -> None:
        terkirim = dijawab(pemeran)
        pengirim = balas(terkirim)
        for _ in range(sanggah.CUKUP):
            sanggah.nyatakan_belum(aspirasi=terkirim.aspirasi, oleh=terbukti())
        assert sejak(terkirim) is not None
        Aspirasi.objects.filter(pk=terkirim.aspirasi.pk).update(status=Status.DITANGGAPI)
        pengirim.post(halaman(terkirim.aspirasi, "belum"), {"alasan": "Masih mampet."})
        assert sejak(terkirim) is not None

    @pytest.mark.parametrize("nama", ["beres", "tarik"])
    def test_closed_it_leaves_the_queue(self, klien: Any, pemeran: Any, nama: str) -> None:
        terkirim = dijawab(pemeran)
        balas(terkirim).post(halaman(terkirim.aspirasi, nama))
        assert sejak(terkirim) is None
        assert jumlah(klien("kakam")) == 0


@pytest.mark.parametrize("siapa", ["staf", "kakam"])
def test_costs_the_same_for_one_and_three_rows(klien: Any, pemeran: Any, siapa: str) -> None:
    client, hasil = klien(siapa), []
    for banyak in (1, 3):
        while Aspirasi.objects.count() < banyak:
            balas(dijawab(pemeran, siapa))
        if siapa == "staf":
            Aspirasi.objects.update(ditangani=instansi_kecamatan())
        with CaptureQueriesContext(connection) as tanya:
            assert len(client.get(DAFTAR, {"keadaan": "bagian"}).context["halaman"]) == banyak
        hasil.append(len(tanya))
    assert hasil[0] == hasil[1] <= 9


def test_an_answered_one_without_a_reply_waits_for_nobody(klien: Any, pemeran: Any) -> None:
    dijawab(pemeran)
    terbit(pemeran.kampung_lain, pemeran.staf)
    assert jumlah(klien("kakam")) == 0


@pytest.mark.parametrize("siapa", ["staf", "aparat", "petugas_rahasia", "camat"])
def test_the_queue_is_read_from_indexes_alone(pemeran: Any, siapa: str) -> None:
    with connection.cursor() as cursor:
        for cara in ("seqscan", "indexscan", "indexonlyscan"):
            cursor.execute(f"SET LOCAL enable_{cara} = off")
    rencana = Aspirasi.objects.bagian(pemeran[siapa]).order_by().values("pk").explain()
    assert "Seq Scan on aspirasi_aspirasi" not in rencana
    if siapa != "aparat":  # a kampung may read its own by the index of the kampung alone
        assert "aspirasi_giliran_kecamatan" in rencana
