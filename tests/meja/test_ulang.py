"""The same act sent twice stands once; the same words in another act are an act of their own."""

from typing import Any

import pytest

from aspirasi.enums import Aksi, Golongan, Jenis, Langkah, Status
from aspirasi.models import Aspirasi
from aspirasi.services import kiriman
from core.jejak.catat import riwayat
from core.waktu import hari_ini
from tests.alat.alur import tiga_warga
from tests.alat.meja import alamat
from tests.pabrik.aspirasi import terbit
from tests.pabrik.kampung import InstansiFactory, instansi_kampung

pytestmark = pytest.mark.django_db
ISI = "Saluran digali hari Minggu."


@pytest.fixture
def aspirasi(pemeran: Any) -> Aspirasi:
    return terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)


def banyaknya(aspirasi: Aspirasi, aksi: str) -> int:
    return riwayat(aspirasi).filter(aksi=aksi).count()


def jawab(client: Any, aspirasi: Aspirasi, nama: str = "tanggapi") -> Aspirasi:
    client.post(alamat(aspirasi, nama), {"jawaban": "selesai", "isi": ISI})
    aspirasi.refresh_from_db()
    return aspirasi


def test_the_words_of_the_interim_answer_may_be_the_answer(klien: Any, aspirasi: Aspirasi) -> None:
    kakam = klien("kakam")
    for _ in range(2):
        assert jawab(kakam, aspirasi, "beri-kabar").langkah == Langkah.SELESAI
    assert (aspirasi.tindak_lanjut.count(), banyaknya(aspirasi, Aksi.KABARI)) == (1, 1)
    for _ in range(2):
        assert jawab(kakam, aspirasi).status == Status.DITANGGAPI
    assert (aspirasi.tindak_lanjut.count(), banyaknya(aspirasi, Aksi.TANGGAPI)) == (2, 1)


@pytest.mark.parametrize("oleh_warga", [True, False])
def test_a_reopened_one_is_answered_in_the_same_words(
    klien: Any, aspirasi: Aspirasi, oleh_warga: bool
) -> None:
    kakam = klien("kakam")
    jawab(kakam, aspirasi)
    if oleh_warga:
        tiga_warga(aspirasi)
    else:
        kiriman.buka_kembali(aspirasi=aspirasi, alasan="Masih tergenang.")
    ke = instansi_kampung(aspirasi.kampung).pk
    klien("staf").post(alamat(aspirasi, "teruskan"), {"ke": ke})
    assert jawab(kakam, aspirasi).status == Status.DITANGGAPI
    assert banyaknya(aspirasi, Aksi.TANGGAPI) == 2


def test_routed_twice_stands_once(klien: Any, pemeran: Any, aspirasi: Aspirasi) -> None:
    staf, ke = klien("staf"), instansi_kampung(pemeran.kampung).pk
    for _ in range(2):
        staf.post(alamat(aspirasi, "teruskan"), {"ke": ke, "catatan": "Mohon ditinjau."})
    assert (aspirasi.disposisi.count(), banyaknya(aspirasi, Aksi.TERUSKAN)) == (1, 1)
    staf.post(alamat(aspirasi, "teruskan"), {"ke": ke, "catatan": "Mohon segera."})
    assert aspirasi.disposisi.count() == 2  # new words are not lost


def test_a_letter_sent_twice_stands_once(klien: Any, aspirasi: Aspirasi) -> None:
    staf, dinas = klien("staf"), InstansiFactory()
    data = {"instansi": dinas.pk, "perihal": "Jalan rusak", "tanggal": hari_ini(), "isi": ISI}
    for _ in range(2):
        staf.post(alamat(aspirasi, "tunggu-instansi"), data)
    jumlah = (aspirasi.surat.count(), aspirasi.disposisi.count(), aspirasi.tindak_lanjut.count())
    assert (jumlah, banyaknya(aspirasi, Aksi.TUNGGU_INSTANSI)) == ((1, 1, 1), 1)
    staf.post(alamat(aspirasi, "tunggu-instansi"), data | {"instansi": InstansiFactory().pk})
    assert aspirasi.surat.count() == 2


def test_the_same_class_again_is_no_change(klien: Any, aspirasi: Aspirasi) -> None:
    for golongan in (Golongan.PENGAWASAN, Golongan.PENGAWASAN):
        klien("staf").post(alamat(aspirasi, "golongan"), {"golongan": golongan})
    aspirasi.refresh_from_db()
    assert aspirasi.golongan == Golongan.PENGAWASAN
    assert banyaknya(aspirasi, "golongan_diubah") == 1


def test_the_same_note_stands_once_for_each_official(klien: Any, aspirasi: Aspirasi) -> None:
    for siapa in ("kakam", "kakam", "aparat", "kakam"):
        klien(siapa).post(alamat(aspirasi, "catatan"), {"isi": ISI})
    # Twice in a row by the same person is a repeated send; after a colleague it is said anew.
    assert aspirasi.tindak_lanjut.count() == banyaknya(aspirasi, "catatan_ditulis") == 3


def test_a_note_in_the_words_of_the_answer_is_a_note(klien: Any, aspirasi: Aspirasi) -> None:
    kakam = klien("kakam")
    jawab(kakam, aspirasi)
    kakam.post(alamat(aspirasi, "catatan"), {"isi": ISI})
    assert list(aspirasi.tindak_lanjut.values_list("jenis", flat=True)) == ["tanggapan", "catatan"]
