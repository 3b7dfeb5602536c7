"""The table of acts: an allowed act leads where its row says, everything else is refused."""

import datetime as dt
import threading
from collections import deque
from collections.abc import Callable
from typing import Any

import pytest
import rules
from django.db import connection, transaction
from hypothesis import event, given, settings
from hypothesis import strategies as st

from aspirasi.enums import STATUS_TERTUTUP, Aksi, JenisTindakLanjut, Langkah, Status
from aspirasi.laku import LAKU, PINDAH
from aspirasi.models import Aspirasi
from aspirasi.services import alur, berkala, kiriman, tangani
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.laku import Alasan, Oleh
from core.models import Jejak
from core.waktu import hari_ini, pada, sekarang
from meja.tindakan.semua import TINDAKAN
from proyek.enums import Tahap
from tests.alat.alur import perbuatan
from tests.alat.jam import saat
from tests.pabrik.aspirasi import buat, jam_sampai, periksa, terbit
from tests.pabrik.kampung import InstansiFactory, instansi_kampung, instansi_kecamatan

AWAL = saat("2026-03-02")
KEMUDIAN = saat("2026-06-01")  # every due date of AWAL has passed
SEBULAN = dt.timedelta(days=30)


def siapkan(aksi: str, aspirasi: Aspirasi) -> None:
    """Fulfil the conditions of an act beside its status: the project finished or cancelled, the
    sender asked."""
    tahap = {Aksi.TANYAI: Tahap.SELESAI, Aksi.LEPAS_PROYEK: Tahap.DIBATALKAN}
    tahap[Aksi.IKUTI_TAHAP] = Tahap.DIHENTIKAN_SEMENTARA
    diperiksa = (Aksi.NYATAKAN_BERES, Aksi.BUKA_KEMBALI, Aksi.BUKTIKAN, Aksi.BUKA_WARGA)
    tahap |= dict.fromkeys(diperiksa, Tahap.SELESAI)
    for tautan in aspirasi.tautan_proyek.all():
        tautan.proyek.tahap = tahap.get(Aksi(aksi), Tahap.BERJALAN)
        tautan.proyek.save()
    ditanya = aksi in (Aksi.BUKTIKAN, Aksi.BUKA_WARGA)
    if ditanya and aspirasi.status == Status.DIRENCANAKAN:
        with pada(AWAL):
            berkala.tanyai(aspirasi.acuan.hex)


def lakukan(laku: dict[str, Callable[[Aspirasi], object]], aksi: str, a: Aspirasi) -> str:
    """Do an act in a savepoint; return the new status, or "" when it was refused in words."""
    assert aksi in laku, f"tests/alat/alur.py: say in `perbuatan` how {aksi} is done"
    try:
        with transaction.atomic():
            siapkan(aksi, a)
            laku[aksi](a)
    except TidakBisa as galat:
        return "" if galat.pesan.endswith(".") else galat.pesan
    return str(Aspirasi.objects.get(pk=a.pk).status)


def tercatat(aspirasi: Aspirasi, aksi: str) -> tuple[str, str]:
    """Return from where to where the act led by the trail, which also says who and why."""
    laku, jejak = LAKU[aksi], riwayat(aspirasi).filter(aksi=aksi).last()
    assert jejak is not None, aksi
    assert bool(jejak.oleh_id) == (laku.oleh is Oleh.PETUGAS), aksi
    beralasan = laku.alasan.wajib and laku.alasan is not Alasan.WAJIB_PERCAKAPAN
    assert jejak.isi.alasan or not beralasan, aksi
    return jejak.dari, jejak.ke


def jalur(tujuan: str) -> list[str]:
    """The shortest way of acts from a new kiriman to a status."""
    antrean: deque[tuple[str, list[str]]] = deque([(Status.DIAJUKAN, [])])
    sudah = {Status.DIAJUKAN}
    while antrean:
        di, lewat = antrean.popleft()
        if di == tujuan:
            return lewat
        for aksi, t in PINDAH.items():
            if di in t.dari and t.ke and t.ke not in sudah:
                sudah.add(Status(t.ke))
                antrean.append((t.ke, [*lewat, aksi]))
    raise AssertionError(f"{tujuan} tidak dapat dicapai")


@pytest.mark.django_db
class TestTheTable:
    @pytest.mark.parametrize("status", Status.values)
    def test_each_act_on_each_status(self, pemeran: Any, status: str) -> None:
        laku = perbuatan(pemeran)
        with pada(AWAL):
            aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
        for aksi in jalur(status):
            with pada(KEMUDIAN if LAKU[aksi].oleh is Oleh.PORTAL else AWAL):
                assert lakukan(laku, aksi, aspirasi)
        for aksi, transisi in PINDAH.items():
            aspirasi.refresh_from_db()
            assert aspirasi.status == status
            titik = transaction.savepoint()
            with pada(KEMUDIAN):
                hasil = lakukan(laku, aksi, aspirasi)
            boleh = status in transisi.dari
            assert hasil == ((transisi.ke or status) if boleh else ""), aksi
            sekali = aksi == Aksi.TERUSKAN and status == Status.DITERUSKAN  # to the same again
            dari = Status.DIVERIFIKASI if sekali else status
            assert not boleh or tercatat(aspirasi, aksi) == (dari, hasil), aksi
            transaction.savepoint_rollback(titik)

    def test_every_act_but_sending_stands_in_it(self, pemeran: Any) -> None:
        assert set(PINDAH) == set(perbuatan(pemeran))

    def test_it_names_rights_that_exist(self) -> None:
        izin = {t.izin for t in PINDAH.values() if t.izin}
        assert all(rules.perm_exists(satu) for satu in izin)

    def test_the_desk_asks_for_the_right_that_the_table_names(self) -> None:
        meja = {t.aksi: t.hak() for t in TINDAKAN.values() if t.aksi in PINDAH}
        assert meja == {aksi: PINDAH[aksi].izin for aksi in meja}

    def test_a_closed_one_opens_only_by_its_sender_by_residents_or_let_go(self) -> None:
        keluar = {
            (a, t.izin or LAKU[a].oleh)
            for a, t in PINDAH.items()
            if set(t.dari) & set(STATUS_TERTUTUP) and t.ke not in STATUS_TERTUTUP
        }
        warga = (Aksi.BUKA_WARGA, "aspirasi.sanggah")
        lepas = (Aksi.LEPAS_GABUNG, Oleh.PORTAL)  # what it was merged into was withdrawn
        assert keluar == {(Aksi.BUKA_KEMBALI, Oleh.PENGIRIM), warga, lepas}

    def test_every_negative_outcome_needs_a_reason(self) -> None:
        negatif = set(STATUS_TERTUTUP) - {Status.SELESAI, Status.DITARIK}
        assert all(LAKU[a].alasan.wajib for a, t in PINDAH.items() if t.ke in negatif)


def langkah_acak(data: st.DataObject, status: str) -> str:
    """An act: mostly one that the table allows here and that keeps it open, now and then any."""
    boleh = sorted(aksi for aksi, t in PINDAH.items() if status in t.dari)
    terbuka = [aksi for aksi in boleh if PINDAH[aksi].ke not in STATUS_TERTUTUP]
    semua = 6 * terbuka + 2 * boleh + sorted(PINDAH)
    return str(data.draw(st.sampled_from(semua)))


@pytest.mark.django_db
def test_no_sequence_leads_out_of_the_table(pemeran: Any) -> None:
    laku, dicapai = perbuatan(pemeran), set()

    def melangkah(aspirasi: Aspirasi, aksi: str) -> None:
        dari, transisi = aspirasi.status, PINDAH[aksi]
        # Work that its kampung began before goes on by itself.
        diambil = aksi == Aksi.PERIKSA and aspirasi.ditangani_id
        ke = Status.DIPROSES if diambil else transisi.ke or dari
        hasil = lakukan(laku, aksi, aspirasi)
        aspirasi.refresh_from_db()
        assert aspirasi.status == (ke if hasil else dari), aksi
        assert not hasil or dari in transisi.dari, aksi

    @settings(max_examples=40, deadline=None, derandomize=True)
    @given(data=st.data())
    def jalani(data: st.DataObject) -> None:
        with transaction.atomic():
            with pada(AWAL):
                aspirasi = buat(pemeran.kampung).aspirasi
            for ke in range(1, 13):
                with pada(AWAL + ke * SEBULAN):  # every due date of the step before has passed
                    melangkah(aspirasi, langkah_acak(data, aspirasi.status))
                    dicapai.add(aspirasi.status)
                event(aspirasi.status)
            transaction.set_rollback(True)

    jalani()
    assert len(dicapai) >= 12, dicapai


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("satu", "dua"),
    [(Aksi.TARIK, Aksi.TOLAK), (Aksi.NYATAKAN_BERES, Aksi.TUTUP_DIAM)],
)
def test_of_two_at_once_one_wins_and_one_is_told(pemeran: Any, satu: str, dua: str) -> None:
    laku = perbuatan(pemeran)
    with pada(AWAL):
        aspirasi = buat(pemeran.kampung).aspirasi
        if satu == Aksi.NYATAKAN_BERES:
            for aksi in (Aksi.PERIKSA, Aksi.TANGGAPI):
                laku[aksi](aspirasi)
                aspirasi.refresh_from_db()
    hasil: dict[str, str] = {}
    mulai = threading.Barrier(2)

    def jalan(aksi: str) -> None:
        try:
            with pada(KEMUDIAN):
                mulai.wait(timeout=10)
                laku[aksi](aspirasi)
            hasil[aksi] = ""
        except TidakBisa as galat:
            hasil[aksi] = galat.pesan
        finally:
            connection.close()

    semua = [threading.Thread(target=jalan, args=(aksi,)) for aksi in (satu, dua)]
    for t in semua:
        t.start()
    for t in semua:
        t.join()
    kalah = [pesan for pesan in hasil.values() if pesan]
    assert len(hasil) == 2
    assert len(kalah) == 1
    assert "langkah ini tidak dapat dilakukan" in kalah[0]
    assert Jejak.objects.filter(aksi__in=(satu, dua)).count() == 1


@pytest.mark.django_db
class TestWordsTwice:
    """The same words twice in a row stand once."""

    @pytest.fixture
    def aspirasi(self, pemeran: Any) -> Aspirasi:
        return terbit(pemeran.kampung, pemeran.staf)

    def test_unless_another_person_or_kind_or_word_stands_between(
        self, pemeran: Any, aspirasi: Aspirasi
    ) -> None:
        jawaban, catatan = JenisTindakLanjut.TANGGAPAN, JenisTindakLanjut.CATATAN
        semua = [
            (jawaban, "Diukur.", pemeran.kakam, True),
            (jawaban, "Diukur.", pemeran.kakam, False),
            (jawaban, "Diukur.", pemeran.aparat, True),
            (catatan, "Diukur.", pemeran.aparat, True),
            (catatan, "Diukur lagi.", pemeran.aparat, True),
            (jawaban, "Diukur.", pemeran.kakam, True),
            (jawaban, "Diukur.", pemeran.kakam, False),
        ]
        for jenis, isi, oleh, baru in semua:
            kata, ini_baru = alur.tulis(aspirasi, jenis, isi, atas_nama="Kantor", oleh=oleh)
            assert (ini_baru, kata.isi, kata.jenis, kata.oleh) == (baru, isi, jenis, oleh)
        assert set(aspirasi.tindak_lanjut.values_list("atas_nama", flat=True)) == {"Kantor"}
        assert aspirasi.tindak_lanjut.count() == 5

    @pytest.mark.parametrize(
        ("kolom", "nilai"),
        [("status", Status.DIPROSES), ("langkah", Langkah.SELESAI), ("tenggat", hari_ini)],
    )
    def test_unless_they_move_the_status_or_the_clock(
        self, pemeran: Any, aspirasi: Aspirasi, kolom: str, nilai: Any
    ) -> None:
        isi = {"jenis": JenisTindakLanjut.TANGGAPAN, "isi": "Diukur.", "oleh": pemeran.kakam}
        alur.tulis(aspirasi, **isi)
        setattr(aspirasi, kolom, nilai() if callable(nilai) else nilai)
        assert alur.tulis(aspirasi, **isi)[1]

    @pytest.mark.parametrize("lain", [{"jawaban": "selesai"}, {"sampai": dt.date(2026, 5, 4)}])
    def test_unless_they_answer_otherwise(
        self, pemeran: Any, aspirasi: Aspirasi, lain: dict[str, Any]
    ) -> None:
        isi: dict[str, Any] = {"jenis": JenisTindakLanjut.TANGGAPAN, "isi": "Diukur."}
        isi |= {"oleh": pemeran.kakam, "jawaban": "janji", "sampai": dt.date(2026, 4, 1)}
        alur.tulis(aspirasi, **isi)
        assert not alur.tulis(aspirasi, **isi)[1]
        assert alur.tulis(aspirasi, **isi | lain)[1]


@pytest.mark.django_db
class TestHandedOver:
    """Only people of the new office go on holding it."""

    @pytest.mark.parametrize(
        ("orang", "ke", "tetap"),
        [
            ("kakam", "kampung", True),
            ("kakam", "lain", False),
            ("aparat_lain", "lain", True),
            ("bpk", "lain", False),
            ("bpk", "kampung", False),
            ("kakam", "kecamatan", False),
            ("kakam", "dinas", False),
            ("kakam", "", False),
            ("staf", "lain", False),
            ("staf", "kecamatan", True),
            ("staf", "dinas", True),
            ("staf", "", True),
            ("admin", "kecamatan", True),
        ],
    )
    def test_who_holds_it_then(self, pemeran: Any, orang: str, ke: str, tetap: bool) -> None:
        kantor = {
            "kampung": instansi_kampung(pemeran.kampung),
            "lain": instansi_kampung(pemeran.kampung_lain),
            "kecamatan": instansi_kecamatan(),
            "dinas": InstansiFactory(),
        }
        dulu = InstansiFactory()
        aspirasi = Aspirasi(ditangani=dulu, ditugaskan=pemeran[orang])
        alur.serahkan(aspirasi, dulu)
        assert aspirasi.ditugaskan == pemeran[orang]
        alur.serahkan(aspirasi, kantor.get(ke))
        assert aspirasi.ditangani == kantor.get(ke)
        assert aspirasi.ditugaskan == (pemeran[orang] if tetap else None)


@pytest.mark.django_db
def test_what_waits_ends_where_it_is_closed_and_there_alone(pemeran: Any) -> None:
    """No wish, no unread word and nobody who began early is left; opened again it has no end."""
    aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
    tangani.ambil_dulu(aspirasi=aspirasi, oleh=pemeran.kakam)
    kiriman.balas(aspirasi=aspirasi, isi="Masih basah.")
    Aspirasi.objects.update(minta_umum_pada=sekarang())
    laku = perbuatan(pemeran)
    for aksi, sisa in ((Aksi.ESKALASI, True), (Aksi.TOLAK, False)):
        with transaction.atomic():
            Aspirasi.objects.update(**jam_sampai(hari_ini() - SEBULAN))
            laku[aksi](aspirasi)
        aspirasi.refresh_from_db()
        kini = (aspirasi.minta_umum_pada, aspirasi.balasan_pada, aspirasi.diambil_oleh)
        assert [nilai is not None for nilai in kini] == [sisa] * 3
        assert (aspirasi.ditutup_pada is None) == sisa


@pytest.mark.django_db
def test_settled_says_how_and_opened_again_says_nothing(pemeran: Any) -> None:
    aspirasi = periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
    laku = perbuatan(pemeran)
    for aksi, cara in (
        (Aksi.TANGGAPI, ""),
        (Aksi.NYATAKAN_BERES, "dikonfirmasi_pengirim"),
        (Aksi.BUKA_KEMBALI, ""),
    ):
        laku[aksi](aspirasi)
        aspirasi.refresh_from_db()
        assert (aspirasi.cara_selesai, aspirasi.ditutup_pada is not None) == (cara, bool(cara))


@pytest.mark.django_db
def test_opened_again_nothing_of_the_answer_counts(pemeran: Any) -> None:
    aspirasi = periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
    laku = perbuatan(pemeran)
    laku[Aksi.TANGGAPI](aspirasi)
    Aspirasi.objects.update(dijanjikan=hari_ini(), penundaan=2)
    laku[Aksi.BUKA_KEMBALI](aspirasi)
    aspirasi.refresh_from_db()
    assert (aspirasi.jawaban, aspirasi.dijanjikan, aspirasi.penundaan) == ("", None, 0)
