"""Answers to a kiriman: a question, word for now, a later day, an end with its reason.

Replies that wait are in `tests/meja/test_balasan.py`, the clock of each in `test_jam.py`.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Aksi, Golongan, Jangkauan, Langkah, Status
from aspirasi.models import Aspirasi
from aspirasi.services import jawab, pembaca
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import hari_ini
from tests.alat.baca import teks
from tests.alat.meja import ALASAN, alamat
from tests.alat.pengirim import masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit

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


NANTI = "2099-01-05"


def test_ask_the_sender_who_answers(klien: Any, pemeran: Any) -> None:
    terkirim = buat(pemeran.kampung)
    aspirasi = terkirim.aspirasi
    klien("staf").post(alamat(aspirasi, "minta-keterangan"), {"isi": "Di dusun mana letaknya?"})
    client = Client()
    halaman = teks(masuk_pengirim(client, terkirim))
    assert "Di dusun mana letaknya?" in halaman
    assert "Petugas bertanya kepada Anda, dan menunggu jawaban Anda sampai" in halaman
    client.post(f"/aspirasi/kiriman/{aspirasi.acuan}/balas/", {"isi": "Di Dusun 3, dekat mushola."})
    aspirasi.refresh_from_db()
    assert (aspirasi.status, aspirasi.langkah) == (Status.DIAJUKAN, Langkah.PERIKSA)


def test_a_question_is_not_for_everyone(klien: Any, pemeran: Any) -> None:
    terkirim = buat(pemeran.kampung)
    staf = klien("staf")
    staf.post(alamat(terkirim.aspirasi, "minta-keterangan"), {"isi": "Apakah ini rumah Bu Siti?"})
    masuk_pengirim(pengirim := Client(), terkirim)
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
        ({"sampai": "bukan tanggal", "alasan": ALASAN}, "Tanggal ini tidak dapat dibaca"),
    ):
        assert kata in teks(aparat.post(alamat(aspirasi, "tunda"), isi))
    aparat.post(alamat(aspirasi, "tunda"), {"sampai": NANTI, "alasan": ALASAN})
    aspirasi.refresh_from_db()
    assert aspirasi.tenggat == dt.date.fromisoformat(NANTI)
    umum = teks(Client().get(aspirasi.get_absolute_url()))
    assert "Ditunda karena:" in umum
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
