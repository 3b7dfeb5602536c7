"""The figures of each day: what the page compares with, and the check of every night."""

import datetime as dt
import random
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi
from core.waktu import hari_ini, pada, sekarang
from meja.kecamatan import angka as pembaca
from meja.kecamatan.banding import SAMA, Ubah, ubah
from meja.models import RingkasanKampung
from meja.services import ringkasan
from proyek.enums import Tahap
from proyek.models import Lpj, Proyek
from proyek.services.pencairan import catat_pencairan
from tests.alat.baca import sebaris
from tests.alat.jam import saat
from tests.laporan.test_bulan import sel
from tests.meja.test_kecamatan import BUKU, HALAMAN, LEMBAR, baris, jadwal
from tests.pabrik.aspirasi import buat, jam_sampai, terbit
from tests.pabrik.proyek import buat_dana, buat_proyek
from warga.models import Kampung

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
STATUS = ("diajukan", "perlu_perbaikan", "diverifikasi", "diproses")
LALU, KINI = saat("2026-11-16"), saat("2026-11-23")


def _sebelum(klien: Any, pemeran: Any) -> Proyek:
    with pada(LALU):
        proyek = buat_proyek(pemeran.kampung, pagu=90_000_000)
        terbit(pemeran.kampung, pemeran.staf, isi="Selokan depan balai mampet.")
        jadwal(proyek, hari_ini() - dt.timedelta(days=1))
        assert ringkasan.catat() == 0
    return proyek


def test_the_first_week_says_that_there_is_none_before(klien: Any, pemeran: Any) -> None:
    for jalur in (HALAMAN, LEMBAR):
        assert "elum ada minggu lalu" in sebaris(klien("camat").get(jalur))
    assert "belum ada minggu lalu" in sel(klien("camat").get(BUKU).content)[0][0]
    ringkasan.catat()
    assert "▲" not in klien("camat").get(LEMBAR).content.decode().split("<table")[1]


def test_each_number_says_how_it_changed(klien: Any, pemeran: Any) -> None:
    proyek = _sebelum(klien, pemeran)
    with pada(KINI):
        for isi in ("Lampu jalan Dusun 3 mati.", "Jembatan bambu sudah lapuk."):
            terbit(pemeran.kampung, pemeran.staf, isi=isi)
        dana = proyek.pendanaan.get()
        catat_pencairan(pendanaan=dana, tanggal=hari_ini(), jumlah=5_000_000, oleh=pemeran.kakam)
        buat_dana(proyek, 1_500_000, sumber="add")
        Lpj.objects.create(
            kampung=pemeran.kampung,
            tahun=2025,
            nomor="1",
            tanggal=hari_ini(),
            oleh=pemeran.kakam,
        )
        proyek.jadwal_laporan.update(gugur="batal")
        isi = baris(klien("camat"), pemeran.kampung.nama)
        assert isi[1] == "2 ▲1 , 1 lebih banyak dari minggu lalu"
        assert isi[3] == "3 ▲2 , 2 lebih banyak dari minggu lalu"
        assert isi[5] == "0 ▼1 , 1 lebih sedikit dari minggu lalu"
        assert isi[6] == "0 , sama dengan minggu lalu"
        uang = isi[8].replace("\xa0", " ")
        assert uang == "91,5 ▲1,5 , Rp 1,5 juta lebih banyak dari minggu lalu"
        assert isi[9] == "5 baru , baru diketahui minggu ini"
        assert isi[11] == "sudah ▲1 , 1 lebih banyak dari minggu lalu"
        assert baris(klien("camat"), "Jumlah")[3].startswith("3 ▲2")
        halaman = sebaris(klien("camat").get(HALAMAN))
        assert "membandingkan dengan Senin, 16 November 2026" in halaman
        buku = sel(klien("camat").get(BUKU).content)
        (milik,) = (b for b in buku if b[0] == pemeran.kampung.nama)
        assert milik[13:] == ["1", "0", "2", "0", "-1", "0", "0", "1500000", "", "0", "1", ""]


def test_a_night_without_a_row_is_replaced_by_the_one_before(klien: Any, pemeran: Any) -> None:
    _sebelum(klien, pemeran)
    for hari, ada in (("2026-11-22", False), ("2026-11-26", True), ("2026-11-27", False)):
        with pada(saat(hari)):
            halaman = sebaris(klien("camat").get(HALAMAN))
            assert ("dengan Senin, 16 November 2026" in halaman) is ada, hari


def test_money_of_another_year_is_not_compared() -> None:
    hari = dt.date(2025, 12, 30)
    assert ubah("dicairkan", 5, 3, hari) is None
    assert ubah("lpj", 0, 1, hari) is None
    assert ubah("baru", 5, 3, hari) == Ubah("▲2", "2 lebih banyak dari minggu lalu", 2)
    kini = hari_ini()
    assert ubah("dicairkan", None, None, kini) is SAMA
    hilang = ubah("dicairkan", None, 3, kini)
    assert hilang == Ubah("", "minggu lalu masih diketahui")


def test_it_stands_once_a_day_and_never_changes(pemeran: Any) -> None:
    ringkasan.catat()
    semua = RingkasanKampung.objects.all()
    assert semua.count() == Kampung.objects.count() + 1
    terbit(pemeran.kampung, pemeran.staf)
    assert ringkasan.catat() == 0
    assert semua.get(kampung=pemeran.kampung).baru == 0
    for perbuatan in (lambda: semua.update(baru=9), lambda: semua.delete()):
        with pytest.raises(DatabaseError, match="hanya boleh ditambah"), transaction.atomic():
            perbuatan()


def test_a_difference_keeps_the_lists_and_tells_the_admins(
    pemeran: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    terbit(pemeran.kampung, pemeran.staf)
    keliru = {pemeran.kampung.pk: pembaca.Angka(baru=7)}
    monkeypatch.setattr(ringkasan, "baca", lambda: keliru)
    assert ringkasan.catat() == 1
    assert RingkasanKampung.objects.get(kampung=pemeran.kampung).baru == 1
    assert "tidak cocok" in caplog.text


def test_one_who_worked_in_between_is_no_difference(
    pemeran: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    jawaban = iter([{pemeran.kampung.pk: pembaca.Angka(baru=7)}])
    monkeypatch.setattr(ringkasan, "baca", lambda: next(jawaban, {}))
    assert ringkasan.catat() == 0


@pytest.mark.parametrize("benih", [1, 2])
def test_the_reader_says_what_plain_counts_say(pemeran: Any, benih: int) -> None:
    """Whatever stands in the tables: the grouped question against one count for each number."""
    dadu = random.Random(benih)
    kampung: list[Any] = [*Kampung.objects.all()[:4]]
    for _ in range(25):
        hari = hari_ini() + dt.timedelta(days=dadu.randint(-12, 12))
        _kiriman(dadu, dadu.choice([*kampung, None]), hari)
        _proyek(dadu, dadu.choice(kampung), hari, pemeran)
    semua = pembaca.baca()
    assert semua == {m: a for m, a in ringkasan._hitung()[0].items() if a != pembaca.Angka()}
    assert len(semua) == 5
    assert ringkasan._hitung()[1] == []


def _kiriman(dadu: random.Random, kampung: Any, hari: dt.date) -> None:
    jangkauan = dadu.choice([Jangkauan.PUBLIK, Jangkauan.PUBLIK, Jangkauan.KECAMATAN])
    satu = buat(kampung, jangkauan=jangkauan).aspirasi
    bernomor = jangkauan == Jangkauan.PUBLIK and dadu.random() < 0.8
    Aspirasi.objects.filter(pk=satu.pk).update(
        status=dadu.choice(STATUS),
        nomor=f"ASP-2026-{satu.pk:05}" if bernomor else None,
        dibuat=sekarang() - dt.timedelta(days=dadu.randint(0, 9)),
        **jam_sampai(hari),
    )


def _proyek(dadu: random.Random, kampung: Kampung, hari: dt.date, pemeran: Any) -> None:
    proyek = buat_proyek(
        kampung,
        tahap=Tahap.BERJALAN,
        pagu=dadu.choice([None, 9_000_000]),
        mulai_nyata=dt.date(2024, 1, 2),
        selesai_nyata=hari_ini() - dt.timedelta(days=dadu.choice([3, 400])),
    )
    jadwal(proyek, hari)
    if (dana := proyek.pendanaan.first()) and dadu.random() < 0.5:
        catat_pencairan(
            pendanaan=dana, tanggal=hari_ini(), jumlah=dadu.randint(1, 900), oleh=pemeran.staf
        )
    Proyek.objects.filter(pk=proyek.pk).update(tahap=dadu.choice(Tahap.values))
