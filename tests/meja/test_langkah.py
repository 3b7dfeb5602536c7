"""The further acts through the desk: ask, give word, delay, wait, merge, put away."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Golongan, Jangkauan, Langkah, Status
from core.waktu import hari_ini
from tests.alat.baca import teks
from tests.alat.meja import ALASAN, alamat
from tests.alat.pengirim import masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.kampung import InstansiFactory, instansi_kampung

pytestmark = pytest.mark.django_db
NANTI = "2099-01-05"


def surat(instansi: Any, **lain: Any) -> dict[str, Any]:
    return {
        "instansi": instansi.pk,
        "perihal": "Jalan kabupaten rusak",
        "nomor": "600/12/2026",
        "tanggal": hari_ini().isoformat(),
    } | lain


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


def test_wait_for_a_dinas_and_record_its_answer(klien: Any, pemeran: Any) -> None:
    aspirasi, dinas = terbit(pemeran.kampung, pemeran.staf), InstansiFactory()
    staf = klien("staf")
    staf.post(
        alamat(aspirasi, "tunggu-instansi"),
        surat(dinas, isi="Jalan ini milik kabupaten. Kami bersurat ke dinas."),
    )
    aspirasi.refresh_from_db()
    assert (aspirasi.status, aspirasi.ditangani) == (Status.MENUNGGU_INSTANSI, dinas)
    staf.post(alamat(aspirasi, "surat"), surat(dinas, arah="masuk", perihal="Akan ditambal Mei"))
    umum = teks(Client().get(aspirasi.get_absolute_url()))
    for kata in ("Kami bersurat ke dinas", "600/12/2026", "Akan ditambal Mei", dinas.nama):
        assert kata in umum


def test_no_kampung_is_waited_for(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    kampung = instansi_kampung(pemeran.kampung)
    respons = klien("staf").post(
        alamat(aspirasi, "tunggu-instansi"), surat(kampung, isi="Kami bersurat ke sana.")
    )
    assert "Pilihan itu tidak ada" in teks(respons)


def test_another_class_moves_the_due_date(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis="keluhan")
    klien("aparat").post(alamat(aspirasi, "beri-kabar"), {"isi": "Sedang kami periksa."})
    aspirasi.refresh_from_db()
    lama = aspirasi.tenggat
    klien("staf").post(alamat(aspirasi, "golongan"), {"golongan": Golongan.PENGAWASAN})
    aspirasi.refresh_from_db()
    assert aspirasi.tenggat > lama


def test_merge_by_number_or_by_address(klien: Any, pemeran: Any) -> None:
    tujuan = terbit(pemeran.kampung, pemeran.staf)
    staf = klien("staf")
    for ke in (str(tujuan.nomor).lower(), f"https://portal.contoh.id{alamat(tujuan)}"):
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        data = {"ke": ke, "alasan": ALASAN, "yakin": tujuan.acuan.hex}
        staf.post(alamat(aspirasi, "gabung"), data)
        aspirasi.refresh_from_db()
        assert aspirasi.digabung_ke == tujuan
    umum = teks(Client().get(aspirasi.get_absolute_url()))
    assert f'href="{tujuan.get_absolute_url()}"' in umum
    assert ALASAN in umum


def test_what_this_desk_may_not_read_is_no_goal(klien: Any, pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi
    rahasia = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN).aspirasi
    for ke in (str(rahasia.acuan), "ASP-2099-00001", "bukan nomor"):
        respons = klien("staf").post(alamat(aspirasi, "gabung"), {"ke": ke, "alasan": ALASAN})
        assert "Kiriman itu tidak ada di meja Anda" in teks(respons)


def test_put_away_with_the_reason(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    klien("staf").post(alamat(aspirasi, "arsipkan"), {"alasan": ALASAN})
    aspirasi.refresh_from_db()
    assert aspirasi.status == Status.DIARSIPKAN
    assert ALASAN in teks(Client().get(aspirasi.get_absolute_url()))
