"""Answers to a kiriman: a question, word for now, a later day, an end with its reason.

Replies that wait are in `tests/meja/test_balasan.py`, the clock of each in `test_jam.py`.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Aksi, Golongan, Jangkauan, JenisTindakLanjut, Langkah, Status
from aspirasi.models import Aspirasi
from aspirasi.services import berkala, jawab, kiriman, pembaca, sanggah, tangani
from aspirasi.services.instansi import tunggu_instansi
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini, pada, sekarang
from proyek.enums import Tahap
from tests.alat.baca import teks
from tests.alat.jam import saat
from tests.alat.meja import ALASAN, alamat
from tests.alat.pengirim import kenal_pengirim, masuk_pengirim
from tests.pabrik.aspirasi import buat, jam_sampai, periksa, surat, terbit
from tests.pabrik.kampung import instansi_kampung, instansi_kecamatan
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
TANPA_KATA = {"kosong": " \n", "nol lebar": "\u200b\u2060", "harakat": "\u0301", "hangul": "\u3164"}


def _baru(p: Any) -> Aspirasi:
    return buat(p.kampung, jangkauan=Jangkauan.PUBLIK).aspirasi


def _diminta(p: Any) -> Aspirasi:
    satu = periksa(buat(p.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi, p.staf)
    return pembaca.atur(aspirasi=satu, jangkauan=Jangkauan.PUBLIK)


LAKU: dict[str, tuple[Callable[[Any], Aspirasi], Callable[[Aspirasi, Any, str], object]]] = {
    "periksa": (_baru, lambda a, p, x: periksa(a, p.staf, isi_publik="Isi lain.", alasan=x)),
    "umumkan": (
        _diminta,
        lambda a, p, x: pembaca.umumkan(aspirasi=a, isi_publik="Lain.", alasan=x, oleh=p.staf),
    ),
    "tolak umum": (_diminta, lambda a, p, x: pembaca.tolak_umum(aspirasi=a, alasan=x, oleh=p.staf)),
    "tolak": (
        lambda p: terbit(p.kampung, p.staf),
        lambda a, p, x: jawab.tutup_negatif(aspirasi=a, aksi=Aksi.TOLAK, alasan=x, oleh=p.staf),
    ),
}


@pytest.mark.parametrize("alasan", TANPA_KATA.values(), ids=TANPA_KATA)
@pytest.mark.parametrize("nama", LAKU)
def test_a_reason_without_a_word_is_none(pemeran: Any, nama: str, alasan: str) -> None:
    siapkan, lakukan = LAKU[nama]
    aspirasi = siapkan(pemeran)
    sebelum = riwayat(aspirasi).count()
    with pytest.raises(TidakBisa, match="Tulis alasan"):
        lakukan(aspirasi, pemeran, alasan)
    assert riwayat(aspirasi).count() == sebelum


NANTI = (hari_ini() + dt.timedelta(days=40)).isoformat()
TERLALU_JAUH = "2099-01-05"


def test_ask_the_sender_who_answers(klien: Any, pemeran: Any) -> None:
    terkirim = buat(pemeran.kampung)
    aspirasi = terkirim.aspirasi
    klien("staf").post(alamat(aspirasi, "minta-keterangan"), {"isi": "Di dusun mana lokasinya?"})
    client = Client()
    halaman = teks(masuk_pengirim(client, terkirim))
    assert "Di dusun mana lokasinya?" in halaman
    assert "Petugas bertanya kepada Anda, dan menunggu jawaban Anda sampai" in halaman
    client.post(f"/aspirasi/kiriman/{aspirasi.acuan}/balas/", {"isi": "Di Dusun 3, dekat mushola."})
    aspirasi.refresh_from_db()
    assert (aspirasi.status, aspirasi.langkah) == (Status.DIAJUKAN, Langkah.PERIKSA)


def test_a_question_is_not_for_everyone(klien: Any, pemeran: Any) -> None:
    terkirim = buat(pemeran.kampung)
    staf = klien("staf")
    staf.post(alamat(terkirim.aspirasi, "minta-keterangan"), {"isi": "Apakah ini rumah Bu Siti?"})
    kenal_pengirim(pengirim := Client(), terkirim)
    pengirim.post(f"/aspirasi/kiriman/{terkirim.aspirasi.acuan}/balas/", {"isi": "Bukan, Pak RT."})
    terkirim.aspirasi.refresh_from_db()
    aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
    umum = teks(Client().get(aspirasi.get_absolute_url()))
    assert "Bu Siti" not in umum
    assert "Petugas bertanya kepada pengirim" in umum


def test_word_for_the_time_being_is_public_and_the_work_goes_on(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    klien("aparat").post(
        alamat(aspirasi, "beri-kabar"), {"isi": "Dibahas dalam musyawarah dusun tanggal 12."}
    )
    aspirasi.refresh_from_db()
    assert (aspirasi.status, aspirasi.langkah) == (Status.DIVERIFIKASI, Langkah.SELESAI)
    assert "musyawarah dusun" in teks(Client().get(aspirasi.get_absolute_url()))


def test_a_delay_needs_a_sentence_and_a_later_day(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    aparat = klien("aparat")
    for isi, kata in (
        ({"sampai": NANTI, "alasan": "nanti"}, "Terlalu pendek"),
        ({"sampai": hari_ini().isoformat(), "alasan": ALASAN}, "Pilih tanggal sesudah"),
        ({"sampai": TERLALU_JAUH, "alasan": ALASAN}, "Terlalu jauh. Paling lama 60 hari kerja"),
        ({"sampai": "bukan tanggal", "alasan": ALASAN}, "Tanggal ini tidak dapat dibaca"),
    ):
        assert kata in teks(aparat.post(alamat(aspirasi, "tunda"), isi))
    aparat.post(alamat(aspirasi, "tunda"), {"sampai": NANTI, "alasan": ALASAN})
    aspirasi.refresh_from_db()
    assert aspirasi.tenggat == dt.date.fromisoformat(NANTI)
    umum = teks(Client().get(aspirasi.get_absolute_url()))
    assert f"menjadi {tanggal(aspirasi.tenggat)}, karena:" in umum
    assert ALASAN in umum


def test_another_class_moves_the_due_date(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis="keluhan")
    klien("aparat").post(alamat(aspirasi, "beri-kabar"), {"isi": "Sedang kami periksa."})
    aspirasi.refresh_from_db()
    lama = aspirasi.tenggat
    klien("staf").post(alamat(aspirasi, "golongan"), {"golongan": Golongan.PENGAWASAN})
    aspirasi.refresh_from_db()
    assert aspirasi.tenggat > lama


def test_put_away_with_the_reason(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    klien("staf").post(alamat(aspirasi, "arsipkan"), {"alasan": ALASAN})
    aspirasi.refresh_from_db()
    assert aspirasi.status == Status.DIARSIPKAN
    assert ALASAN in teks(Client().get(aspirasi.get_absolute_url()))


def kata(aspirasi: Aspirasi, jenis: str) -> list[tuple[str, str, int | None]]:
    """The words of one kind, with the office and the person that said them."""
    semua = aspirasi.tindak_lanjut.filter(jenis=jenis)
    return [(t.isi, t.atas_nama, t.oleh_id) for t in semua]


class TestInTheNameOfTheOffice:
    """Words of an official stand once, under the name of the office, with the person behind."""

    def test_a_question(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        jawab.minta_keterangan(aspirasi=aspirasi, isi="Di dusun mana?", oleh=pemeran.camat)
        harap = [("Di dusun mana?", str(pemeran.camat.jabatan_aktif[0]), pemeran.camat.pk)]
        assert kata(aspirasi, JenisTindakLanjut.PERTANYAAN) == harap

    @pytest.mark.parametrize("lakukan", [jawab.beri_kabar, jawab.tanggapi])
    def test_an_answer_that_is_sent_twice(self, pemeran: Any, lakukan: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        satu, dua = (
            lakukan(aspirasi=aspirasi, isi="Sudah kami ukur.", oleh=pemeran.kakam) for _ in range(2)
        )
        harap = [("Sudah kami ukur.", str(pemeran.kakam.jabatan_aktif[0]), pemeran.kakam.pk)]
        assert kata(aspirasi, JenisTindakLanjut.TANGGAPAN) == harap
        assert (satu.isi, satu) == ("Sudah kami ukur.", dua)
        aksi = {jawab.beri_kabar: Aksi.KABARI, jawab.tanggapi: Aksi.TANGGAPI}[lakukan]
        assert riwayat(aspirasi).filter(aksi=aksi).count() == 1

    def test_who_answers_first_works_on_it(self, pemeran: Any) -> None:
        bebas, milik = (terbit(pemeran.kampung, pemeran.staf) for _ in range(2))
        tangani.teruskan(aspirasi=milik, ke=instansi_kecamatan(), oleh=pemeran.staf)
        for aspirasi in (bebas, milik):
            jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
            aspirasi.refresh_from_db()
        assert bebas.ditangani == instansi_kampung(pemeran.kampung)
        assert milik.ditangani == instansi_kecamatan()

    def test_a_new_answer_is_judged_anew(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        sanggah.nyatakan_belum(aspirasi=aspirasi, oleh=pemeran.warga)
        jawab.tanggapi(aspirasi=aspirasi, isi="Digali lagi.", oleh=pemeran.kakam)
        assert not aspirasi.belum_beres.exists()


SENIN = saat("2026-04-06")  # a first answer is due a week later


class TestALaterDay:
    def tunda(self, aspirasi: Aspirasi, oleh: Any, sampai: str) -> Aspirasi:
        tanggal = dt.date.fromisoformat(sampai)
        return jawab.tunda(aspirasi=aspirasi, sampai=tanggal, alasan=ALASAN, oleh=oleh)

    def test_after_the_due_day_and_after_today(self, pemeran: Any, libur: None) -> None:
        with pada(SENIN):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis="keluhan")
        for kini, boleh in (("2026-04-06", "2026-04-14"), ("2026-04-20", "2026-04-21")):
            lama = dt.date.fromisoformat(boleh) - dt.timedelta(days=1)
            with pada(saat(kini)):
                with pytest.raises(TidakBisa, match="Pilih tanggal sesudah"):
                    self.tunda(aspirasi, pemeran.staf, lama.isoformat())
                aspirasi = self.tunda(aspirasi, pemeran.staf, boleh)
            assert aspirasi.tenggat == dt.date.fromisoformat(boleh)
        jejak = riwayat(aspirasi).filter(aksi=Aksi.TUNDA).first()
        assert jejak is not None
        assert jejak.isi.alasan == ALASAN
        hari = {"dari": "2026-04-13", "sampai": "2026-04-14"}
        assert jejak.isi.rincian == hari | {"ke": "dari 13 April 2026 menjadi 14 April 2026"}

    def test_nothing_is_put_off_that_is_not_due(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        Aspirasi.objects.update(langkah=Langkah.NIHIL, **jam_sampai(None))
        with pytest.raises(TidakBisa, match="Tidak ada yang sedang ditunggu"):
            self.tunda(aspirasi, pemeran.kakam, NANTI)


class TestRead:
    def test_asked_the_sender_has_the_days_from_then_on(self, pemeran: Any, libur: None) -> None:
        """The day to answer moves only where the sender is asked."""
        for jawaban, geser in ((True, True), (False, False)):
            with pada(SENIN):
                aspirasi = terbit(pemeran.kampung, pemeran.staf)
                if jawaban:
                    jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
                kiriman.balas(aspirasi=aspirasi, isi="Masih basah.")
                aspirasi.refresh_from_db()
            dulu = (aspirasi.langkah, aspirasi.tenggat)
            with pada(SENIN + dt.timedelta(days=2)):
                baru = jawab.baca_balasan(
                    aspirasi=aspirasi, sejak=aspirasi.balasan_pada, oleh=pemeran.staf
                )
            assert baru.balasan_pada is None
            assert (baru.langkah, baru.tenggat != dulu[1]) == (dulu[0], geser)
            jejak = riwayat(aspirasi).get(aksi=Aksi.BALASAN_DIBACA)
            assert jejak.oleh_id == pemeran.staf.pk

    def test_not_what_nobody_read(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        with pytest.raises(TidakBisa, match="sudah dibaca rekan"):
            jawab.baca_balasan(aspirasi=aspirasi, sejak=sekarang(), oleh=pemeran.staf)
        kiriman.balas(aspirasi=aspirasi, isi="Masih basah.")
        with pytest.raises(TidakBisa, match="baru saja menambah"):
            jawab.baca_balasan(
                aspirasi=aspirasi, sejak=sekarang() - dt.timedelta(hours=1), oleh=pemeran.staf
            )


class TestClass:
    def test_the_trail_says_from_what_to_what_and_once(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis="keluhan")
        for _ in range(2):
            jawab.setel_golongan(aspirasi=aspirasi, golongan=Golongan.PENGAWASAN, oleh=pemeran.staf)
        jejak = riwayat(aspirasi).get(aksi=Aksi.GOLONGAN_DIUBAH)
        dari, ke = Golongan.BIASA.label, Golongan.PENGAWASAN.label
        assert (jejak.isi.rincian, jejak.oleh_id) == ({"dari": dari, "ke": ke}, pemeran.staf.pk)
        aspirasi.refresh_from_db()
        assert aspirasi.golongan == Golongan.PENGAWASAN

    def test_of_a_closed_one_stays(self, pemeran: Any) -> None:
        aspirasi = kiriman.tarik(aspirasi=terbit(pemeran.kampung, pemeran.staf))
        with pytest.raises(TidakBisa, match="golongannya tidak berubah"):
            jawab.setel_golongan(aspirasi=aspirasi, golongan=Golongan.PENGAWASAN, oleh=pemeran.staf)


def test_only_three_acts_close_it_in_words_alone(pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    with pytest.raises(ValueError, match="does not close"):
        jawab.tutup_negatif(aspirasi=aspirasi, aksi=Aksi.TARIK, alasan=ALASAN, oleh=pemeran.staf)


def test_proven_only_after_the_sender_had_the_days_to_answer(pemeran: Any) -> None:
    proyek = buat_proyek(tahap=Tahap.SELESAI)
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.kakam)
    buktikan = {"aspirasi": aspirasi, "alasan": ALASAN, "oleh": pemeran.staf}
    proyek.tahap = Tahap.BERJALAN
    proyek.save()
    with pytest.raises(TidakBisa, match="menunggu proyeknya selesai"):
        jawab.buktikan(**buktikan)
    proyek.tahap = Tahap.SELESAI
    proyek.save()
    with pytest.raises(TidakBisa, match="masih ditanya"):
        jawab.buktikan(**buktikan)
    berkala.tanyai(aspirasi.acuan.hex)
    hari = hari_ini()
    for tenggat in (hari, hari + dt.timedelta(days=1)):
        Aspirasi.objects.update(**jam_sampai(tenggat))
        with pytest.raises(TidakBisa, match="masih ditanya"):
            jawab.buktikan(**buktikan)
    Aspirasi.objects.update(**jam_sampai(hari - dt.timedelta(days=1)))
    assert jawab.buktikan(**buktikan) == aspirasi
    aspirasi.refresh_from_db()
    assert aspirasi.status == Status.SELESAI
    jejak = riwayat(aspirasi).get(aksi=Aksi.BUKTIKAN)
    assert (jejak.isi.alasan, jejak.oleh_id) == (ALASAN, pemeran.staf.pk)


def test_while_another_instansi_is_waited_for_no_kampung_answers(pemeran: Any) -> None:
    pemeran.kampung.verifikasi_didelegasikan = True
    pemeran.kampung.save()
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    tunggu_instansi(aspirasi=aspirasi, isi="Surat.", surat=surat(), oleh=pemeran.staf)
    for lakukan, isi in (
        (jawab.beri_kabar, {"isi": "Sudah kami ukur."}),
        (jawab.tanggapi, {"isi": "Sudah digali."}),
        (jawab.tutup_negatif, {"aksi": Aksi.TOLAK, "alasan": ALASAN}),
    ):
        with pytest.raises(TidakBisa, match="di tangan kecamatan"):
            lakukan(aspirasi=aspirasi, oleh=pemeran.kakam, **isi)
    tolak = {"aspirasi": aspirasi, "aksi": Aksi.TOLAK, "alasan": ALASAN, "oleh": pemeran.staf}
    assert jawab.tutup_negatif(**tolak).status == Status.DITOLAK
