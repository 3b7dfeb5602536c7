"""Taking words back from the public: what becomes black, and what the database lets pass."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, TindakLanjut
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.jejak.sql import HITAM
from core.models import Jejak, Penarikan
from core.moderasi.penarikan import catat_penarikan, hitam_semua, hitamkan
from tests.alat.meja import jawab
from tests.pabrik.aspirasi import terbit

ISI = "Bantuan untuk Bu Siti, Gang Melati 7, sudah dibahas. Melatih 50% warga_desa."


@pytest.mark.parametrize(
    ("kata", "hilang"),
    [
        (["Bu Siti"], ["Bu Siti"]),
        (["bu  siti", "GANG melati 7"], ["Bu Siti", "Gang Melati 7"]),
        (["Melati"], ["Melati"]),  # and not "Melatih"
        (["50%"], ["50%"]),
        # Words within others leave none of them behind, in whatever order.
        (["Siti", "Bu Siti", "Gang Melati", "Melati 7"], ["Bu Siti", "Gang Melati 7"]),
        (["Sit", "", "  ", ".", "(", HITAM], []),
    ],
)
def test_words_become_black(kata: list[str], hilang: list[str]) -> None:
    hasil = ISI
    for satu in hilang:
        hasil = hasil.replace(satu, HITAM, 1)
    assert hitamkan(ISI, kata) == hasil


def test_a_reason_never_repeats_the_words() -> None:
    with pytest.raises(TidakBisa, match="jangan sebut lagi"):
        hitam_semua({"isi": ISI}, ["Bu Siti"], "Bu Siti tidak mau disebut.")
    for kata, alasan in ((["Bu Siti"], " "), (["Budi"], "Memuat nama orang.")):
        with pytest.raises(TidakBisa):
            hitam_semua({"isi": ISI}, kata, alasan)


def ubah(jawaban: TindakLanjut, isi: str, **kolom: Any) -> None:
    """An UPDATE as somebody with SQL writes it."""
    nama = ", ".join(f"{k} = %s" for k in ("isi", *kolom))
    perintah = f"UPDATE aspirasi_tindaklanjut SET {nama} WHERE id = %s"  # noqa: S608 (our own)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(perintah, [isi, *kolom.values(), jawaban.pk])


def tutupi(aspirasi: Aspirasi, jawaban: TindakLanjut, kolom: tuple[str, ...] = ("isi",)) -> None:
    jejak = catat(objek=aspirasi, aksi=Aksi.JAWABAN_DITARIK, alasan="Memuat alamat rumah.")
    catat_penarikan(jejak=jejak, baris=jawaban, kolom=kolom, utuh=False)


@pytest.mark.django_db
class TestTheLock:
    """Changes of an official answer beside a row of the same transaction: a few pass."""

    HITAM_SEBAGIAN = ISI.replace("Bu Siti", HITAM)

    @pytest.fixture
    def dua(self, pemeran: Any) -> tuple[Aspirasi, TindakLanjut]:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        jawab(pemeran, aspirasi, ISI)
        return aspirasi, aspirasi.tindak_lanjut.get()

    def test_blackened_words_pass(self, dua: Any) -> None:
        aspirasi, jawaban = dua
        tutupi(*dua)
        ubah(jawaban, self.HITAM_SEBAGIAN)
        ubah(jawaban, HITAM)
        assert aspirasi.tindak_lanjut.get().isi == HITAM

    @pytest.mark.parametrize(
        ("isi", "kolom"),
        [
            (ISI, {}),  # nothing changes
            ("", {}),
            ("Jalan sudah mulus.", {}),  # other words
            (HITAM_SEBAGIAN.replace("sudah", "tidak"), {}),  # another word beside
            (HITAM_SEBAGIAN + " Selesai.", {}),  # more words
            (HITAM_SEBAGIAN.replace("50%", "%"), {}),  # a sign that LIKE reads
            (HITAM_SEBAGIAN.replace("warga_desa", "wargaXdesa"), {}),
            (HITAM_SEBAGIAN.replace("Bantuan untuk", "untuk Bantuan"), {}),
            (HITAM_SEBAGIAN, {"atas_nama": "Camat"}),  # another column
            (HITAM_SEBAGIAN, {"dibuat": "2020-01-01T00:00:00+00"}),
            (HITAM_SEBAGIAN, {"jenis": "catatan"}),  # out of the lock
        ],
    )
    def test_nothing_else_passes(self, dua: Any, isi: str, kolom: dict[str, str]) -> None:
        tutupi(*dua)
        with pytest.raises(IntegrityError, match="Jawaban resmi tidak dapat diubah"):
            ubah(dua[1], isi, **kolom)

    def test_no_row_of_another_thing_covers_it(self, dua: Any) -> None:
        aspirasi, jawaban = dua
        tutupi(aspirasi, jawaban, ("atas_nama",))
        lain = TindakLanjut(pk=jawaban.pk + 1, aspirasi=aspirasi)
        tutupi(aspirasi, lain)
        with connection.cursor() as cursor:  # a table of the same name hides the true one
            cursor.execute(
                "CREATE TEMP TABLE core_penarikan AS SELECT * FROM public.core_penarikan"
            )
            cursor.execute(
                "UPDATE pg_temp.core_penarikan SET baris = %s, kolom = '{isi}'", [jawaban.pk]
            )
        with pytest.raises(IntegrityError):
            ubah(jawaban, self.HITAM_SEBAGIAN)
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE pg_temp.core_penarikan")

    def test_the_row_itself_never_changes(self, dua: Any) -> None:
        tutupi(*dua)
        for ubahan in ({"baris": 1}, {"transaksi": 1}, {"kolom": ["atas_nama"]}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Penarikan.objects.update(**ubahan)
        with pytest.raises(IntegrityError), transaction.atomic():
            Penarikan.objects.all().delete()

    def test_an_answer_is_never_deleted(self, dua: Any) -> None:
        tutupi(*dua)
        with pytest.raises(IntegrityError), transaction.atomic():
            dua[1].delete()


@pytest.mark.django_db(transaction=True)
def test_the_cover_ends_with_its_transaction(pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    jawab(pemeran, aspirasi, ISI)
    jawaban = aspirasi.tindak_lanjut.get()
    with transaction.atomic():
        tutupi(aspirasi, jawaban)
    with pytest.raises(IntegrityError):
        ubah(jawaban, HITAM)
    # Neither with a moment and a transaction of one's own, nor beside an act of another day.
    lama = Penarikan.objects.get()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint, transaction_timestamp()")
        transaksi, dicatat = cursor.fetchone()
        with pytest.raises(IntegrityError, match="bersama perbuatannya"), transaction.atomic():
            Penarikan.objects.create(
                jejak=Jejak.objects.get(pk=lama.jejak_id),
                tabel=lama.tabel,
                baris=lama.baris,
                kolom=["isi"],
                transaksi=transaksi,
                dicatat=dicatat,
            )
        with pytest.raises(IntegrityError):
            ubah(jawaban, HITAM)
