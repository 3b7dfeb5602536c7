"""Rules that the database holds for a kiriman, whatever writes to it."""

import datetime as dt
import threading
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import CheckConstraint

from aspirasi.enums import Aksi, JenisTindakLanjut, Langkah, Status
from aspirasi.models import Aspirasi, TindakLanjut
from aspirasi.services import gabung as layanan_gabung
from aspirasi.services import jawab, tangani
from core.waktu import sekarang
from tests.alat.alur import ALASAN, perbuatan
from tests.alat.kunci import pemicu_truncate
from tests.pabrik.aspirasi import buat, jam_sampai, terbit

pytestmark = pytest.mark.django_db
HARI = dt.date(2026, 4, 13)
SEHARI = dt.timedelta(days=1)
TUTUP = {"status": Status.DITOLAK, "ditutup_pada": sekarang()}
KOSONG = jam_sampai(None)

# On an open kiriman: the write, and the constraint that refuses it.
DITOLAK: list[tuple[dict[str, Any], str]] = [
    ({"status": "hilang"}, "aspirasi_status_dikenal"),
    ({"langkah": "besok"}, "aspirasi_langkah_dikenal"),
    ({"golongan": "lain"}, "aspirasi_golongan_dikenal"),
    ({"jangkauan": "teman"}, "aspirasi_jangkauan_dikenal"),
    ({"jenis": "gosip"}, "aspirasi_jenis_dikenal"),
    *(({nama: None}, "aspirasi_jam_lengkap") for nama in KOSONG),
    ({"tenggat": HARI - SEHARI}, "aspirasi_tenggat_tidak_maju"),
    (KOSONG | {"alasan_tertunda": ALASAN}, "aspirasi_tertunda_bertenggat"),
    (TUTUP | {"langkah": Langkah.NIHIL}, "aspirasi_tertutup_tanpa_tenggat"),
    (TUTUP | KOSONG, "aspirasi_tertutup_tanpa_tenggat"),
]
DITERIMA: list[dict[str, Any]] = [
    {"tenggat": HARI + SEHARI, "alasan_tertunda": ALASAN},
    KOSONG | {"langkah": Langkah.NIHIL},
    TUTUP | KOSONG | {"langkah": Langkah.NIHIL},
]


@pytest.fixture
def aspirasi(pemeran: Any) -> Aspirasi:
    satu = terbit(pemeran.kampung, pemeran.staf)
    Aspirasi.objects.filter(pk=satu.pk).update(**jam_sampai(HARI))
    return Aspirasi.objects.get(pk=satu.pk)


def tulis(aspirasi: Aspirasi, **nilai: Any) -> None:
    with transaction.atomic():
        Aspirasi.objects.filter(pk=aspirasi.pk).update(**nilai)


def periksa_tunda() -> None:
    """Check the constraints that the database otherwise checks at the commit."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.mark.parametrize(("nilai", "kendala"), DITOLAK)
def test_it_is_refused(aspirasi: Aspirasi, nilai: dict[str, Any], kendala: str) -> None:
    with pytest.raises(IntegrityError, match=kendala):
        tulis(aspirasi, **nilai)


def test_nobody_holds_before_the_look_what_was_looked_at(aspirasi: Aspirasi, pemeran: Any) -> None:
    with pytest.raises(IntegrityError, match="aspirasi_diambil_sebelum_diperiksa"):
        tulis(aspirasi, diambil_oleh=pemeran.kakam)


@pytest.mark.parametrize("nilai", DITERIMA)
def test_it_is_taken(aspirasi: Aspirasi, nilai: dict[str, Any]) -> None:
    tulis(aspirasi, **nilai)
    assert Aspirasi.objects.filter(pk=aspirasi.pk, **nilai).exists()


def test_every_constraint_says_what_is_wrong() -> None:
    semua = [k for k in Aspirasi._meta.constraints if isinstance(k, CheckConstraint)]
    bawaan = CheckConstraint.default_violation_error_message
    assert len(semua) > 15
    assert not [k.name for k in semua if k.violation_error_message == bawaan]
    assert all(str(k.violation_error_message).endswith(".") for k in semua)


class TestMerging:
    """One level deep: into one that is not itself merged."""

    PESAN = "tidak dapat menjadi tujuan gabungan"

    def gabung(self, a: Aspirasi, ke: Aspirasi) -> None:
        tulis(
            a,
            digabung_ke=ke,
            status=Status.DIGABUNG,
            ditutup_pada=sekarang(),
            langkah=Langkah.NIHIL,
            **KOSONG,
        )

    def test_into_one_that_is_merged(self, pemeran: Any) -> None:
        satu, dua, tiga = (buat(pemeran.kampung).aspirasi for _ in range(3))
        self.gabung(dua, tiga)
        periksa_tunda()
        self.gabung(satu, dua)
        with pytest.raises(IntegrityError, match=self.PESAN):
            periksa_tunda()
        tulis(satu, digabung_ke=tiga)
        periksa_tunda()

    def test_one_that_others_were_merged_into(self, pemeran: Any) -> None:
        satu, dua, tiga = (buat(pemeran.kampung).aspirasi for _ in range(3))
        self.gabung(satu, dua)
        periksa_tunda()
        self.gabung(dua, tiga)
        with pytest.raises(IntegrityError, match=self.PESAN):
            periksa_tunda()
        tulis(satu, digabung_ke=tiga)  # it moves along in the same transaction
        periksa_tunda()

    def test_the_service_lets_them_move_along(self, pemeran: Any) -> None:
        satu, dua, tiga = (terbit(pemeran.kampung, pemeran.staf) for _ in range(3))
        layanan_gabung.gabung(aspirasi=satu, ke=dua, alasan=ALASAN, oleh=pemeran.staf)
        layanan_gabung.gabung(aspirasi=dua, ke=tiga, alasan=ALASAN, oleh=pemeran.staf)
        periksa_tunda()


@pytest.mark.django_db(transaction=True)
def test_two_merges_at_once_make_no_chain(pemeran: Any) -> None:
    """Straight to the database, past the locks of the service."""
    satu, dua, tiga = (buat(pemeran.kampung).aspirasi for _ in range(3))
    mulai, galat = threading.Barrier(2), []

    def jalan(a: Aspirasi, ke: Aspirasi) -> None:
        try:
            with transaction.atomic():
                TestMerging().gabung(a, ke)
                mulai.wait(timeout=10)
        except IntegrityError as e:
            galat.append(e)
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=p) for p in ((satu, dua), (dua, tiga))]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert len(galat) == 1
    berantai = Aspirasi.objects.filter(digabung_ke__digabung_ke__isnull=False)
    assert not berantai.exists()


@pytest.mark.django_db(transaction=True)
def test_who_merges_into_one_that_is_being_merged_waits_for_it(pemeran: Any) -> None:
    satu, dua, tiga = (buat(pemeran.kampung).aspirasi for _ in range(3))
    galat: list[str] = []

    def jalan() -> None:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '100ms'")
                TestMerging().gabung(satu, dua)
        except OperationalError as e:
            galat.append(str(e))
        finally:
            connection.close()

    with transaction.atomic():
        TestMerging().gabung(dua, tiga)
        utas = threading.Thread(target=jalan)
        utas.start()
        utas.join()
    assert "lock timeout" in galat[0]


class TestOfficialAnswer:
    PESAN = "Jawaban resmi tidak dapat diubah atau dihapus"

    @pytest.fixture
    def jawaban(self, pemeran: Any, aspirasi: Aspirasi) -> TindakLanjut:
        return jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)

    def test_is_never_changed(self, jawaban: TindakLanjut) -> None:
        for nilai in ({"isi": "Belum."}, {"jenis": JenisTindakLanjut.CATATAN}, {"atas_nama": ""}):
            with pytest.raises(IntegrityError, match=self.PESAN), transaction.atomic():
                TindakLanjut.objects.filter(pk=jawaban.pk).update(**nilai)

    def test_is_never_deleted(self, jawaban: TindakLanjut) -> None:
        with pytest.raises(IntegrityError, match=self.PESAN), transaction.atomic():
            jawaban.delete()
        assert "aspirasi_tindaklanjut" in {tabel for tabel, _ in pemicu_truncate()}

    def test_other_words_may_be_emptied(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        catatan = tangani.catat_internal(aspirasi=aspirasi, isi="Lihat.", oleh=pemeran.staf)
        assert TindakLanjut.objects.filter(pk=catatan.pk).update(isi="Dihapus") == 1


def test_every_act_keeps_the_clock_whole(pemeran: Any) -> None:
    """Whatever is done, each service leaves what these constraints ask for."""
    laku = perbuatan(pemeran)
    for aksi in (Aksi.PERIKSA, Aksi.TERUSKAN, Aksi.AMBIL, Aksi.KABARI, Aksi.TANGGAPI, Aksi.TARIK):
        if aksi == Aksi.PERIKSA:
            satu = buat(pemeran.kampung).aspirasi
        laku[aksi](satu)
        satu.refresh_from_db()
        satu.validate_constraints()
    assert (satu.langkah, satu.tenggat) == (Langkah.NIHIL, None)
