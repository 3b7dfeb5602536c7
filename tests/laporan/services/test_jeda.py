"""A pause that the camat grants a kampung: days, due days, refusals, letters and notices."""

import datetime as dt
from typing import Any

import pytest
from django.db import Error, connection, transaction

from core.antrean.tugas import kerjakan_semua
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.models import HariLibur
from core.moderasi.penarikan import HITAM
from core.waktu import pada
from laporan.models import JadwalLaporan, JedaLaporan
from laporan.services import jadwal, jeda, pengingat
from proyek.models import Proyek
from tests.alat.jam import saat
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
KATA = "Banjir merendam balai kampung."


def hari(teks: str) -> dt.date:
    return dt.date.fromisoformat(teks)


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    """A work whose report of September is due on Wednesday 7 October."""
    for nama in ("aparat", "kakam", "aparat_lain"):
        pemeran[nama].email = f"{nama}@contoh.id"
        pemeran[nama].save()
    proyek = buat_proyek(pemeran.kampung, mulai_nyata=hari("2026-09-01"))
    with pada(saat("2026-09-10")):
        jadwal.susun(proyek=proyek)
    return proyek


def beri(pemeran: Any, mulai: str, akhir: str, *, kini: str = "", **isi: Any) -> JedaLaporan:
    """Grant a pause on the day `kini`, by default its first one."""
    asal = {"kampung": pemeran.kampung, "sebab": "bencana", "keterangan": KATA}
    with pada(saat(kini or mulai)):
        return jeda.beri(mulai=hari(mulai), akhir=hari(akhir), oleh=pemeran.camat, **(asal | isi))


def tenggat(proyek: Proyek) -> list[str]:
    """Return the due days of awaited reports."""
    baris = JadwalLaporan.objects.ditunggu().filter(proyek=proyek).order_by("awal")
    assert all(satu.janji == satu.tenggat for satu in baris)
    return [str(satu.tenggat) for satu in baris]


def test_due_days_move_by_its_working_days_and_come_back(pemeran: Any, proyek: Proyek) -> None:
    lain = buat_proyek(kampung_resmi("Sido Mulyo"), mulai_nyata=hari("2026-09-01"))
    with pada(saat("2026-09-10")):
        jadwal.susun(proyek=lain)
    assert tenggat(proyek)[0] == "2026-10-07"
    satu = beri(pemeran, "2026-10-05", "2026-10-09")
    assert tenggat(proyek)[0] == "2026-10-14"
    assert tenggat(lain)[0] == "2026-10-07"
    for akhir in ("2026-10-05", "2026-10-09", "2026-10-12"):  # over, no change, longer
        with pada(saat("2026-10-06")), pytest.raises(TidakBisa, match="Pilih hari dari hari ini"):
            jeda.akhiri(jeda=satu, akhir=hari(akhir), alasan="Surut.", oleh=pemeran.camat)
    with pada(saat("2026-10-06")):  # two days of it were spared
        jeda.akhiri(jeda=satu, akhir=hari("2026-10-06"), alasan="Sudah surut.", oleh=pemeran.camat)
    assert tenggat(proyek)[0] == "2026-10-09"
    with pada(saat("2026-10-06")), pytest.raises(TidakBisa, match="sudah berjalan"):
        jeda.batalkan(jeda=satu, alasan="Keliru kampung.", oleh=pemeran.camat)
    dua = beri(pemeran, "2026-10-08", "2026-10-09", kini="2026-10-07")
    assert tenggat(proyek)[0] == "2026-10-13"
    with pada(saat("2026-10-08", 22)):
        jeda.batalkan(jeda=dua, alasan="Keliru kampung.", oleh=pemeran.camat)
    assert tenggat(proyek)[0] == "2026-10-09"


def test_new_rows_know_it_and_the_jobs_find_nothing_else(pemeran: Any, proyek: Proyek) -> None:
    beri(pemeran, "2026-10-05", "2026-10-09")
    baru = buat_proyek(pemeran.kampung, mulai_nyata=hari("2026-09-01"), judul="Sumur bor")
    with pada(saat("2026-10-05", 20)):
        jadwal.susun(proyek=baru)
        assert tenggat(baru)[0] == "2026-10-16"  # known since today, five working days after it
        assert list(jadwal._keliru()) == []
        assert jadwal.periksa_malam() == 0
        JedaLaporan.objects.update(akhir=hari("2026-10-06"))  # past the service
        jadwal.hitung_ulang_tenggat()
        kerjakan_semua()
        assert (tenggat(proyek)[0], tenggat(baru)[0]) == ("2026-10-09", "2026-10-13")
        HariLibur.objects.create(tanggal=hari("2026-10-07"), nama="Libur")
        jadwal.hitung_ulang_tenggat()
        kerjakan_semua()
        assert (tenggat(proyek)[0], tenggat(baru)[0]) == ("2026-10-12", "2026-10-14")


def test_lateness_stands_still_and_no_rung_falls_in_it(
    pemeran: Any, proyek: Proyek, mailoutbox: Any
) -> None:
    beri(pemeran, "2026-10-12", "2026-10-16", kini="2026-10-09")
    kerjakan_semua()
    mailoutbox.clear()
    for kini, lambat in {"09": 2, "13": 2, "16": 2, "18": 2, "19": 3, "21": 5}.items():
        with pada(saat(f"2026-10-{kini}")):
            pengingat.ingatkan()
            kerjakan_semua()
            for baris in (
                JadwalLaporan.objects.terlambat().dengan_libur().get(),
                JadwalLaporan.objects.terlambat().get(),
            ):
                assert baris.hari_terlambat == lambat, kini
    perihal = [satu.subject for satu in mailoutbox if satu.to == ["aparat@contoh.id"]]
    assert perihal == [pengingat.PERIHAL_TERLAMBAT, "Jeda pelaporan sudah berakhir"]
    ke = [satu.isi.rincian["ke"].split(" (")[0] for satu in riwayat(proyek)]
    assert ke == ["pemerintah kampung", "kasi kecamatan"]


def test_the_reminder_comes_before_a_pause_or_after_it(
    pemeran: Any, proyek: Proyek, mailoutbox: Any
) -> None:
    beri(pemeran, "2026-10-05", "2026-10-09", kini="2026-09-28")
    kerjakan_semua()
    mailoutbox.clear()
    surat = {}
    for kini in ("2026-10-02", "2026-10-05", "2026-10-09", "2026-10-12"):
        with pada(saat(kini)):
            pengingat.ingatkan()
            kerjakan_semua()
        surat[kini] = [satu.subject for satu in mailoutbox if satu.to == ["aparat@contoh.id"]]
        mailoutbox.clear()
    # Due on Wednesday the 14th, which is three working days of this kampung after Friday the 2nd.
    akhir = "Jeda pelaporan sudah berakhir"
    assert surat == {
        "2026-10-02": [pengingat.PERIHAL_DEKAT],
        "2026-10-05": [],
        "2026-10-09": [],
        "2026-10-12": [akhir],
    }


@pytest.mark.parametrize(
    ("mulai", "akhir", "kata"),
    [
        ("2026-10-02", "2026-10-09", "sudah lewat"),
        ("2026-10-12", "2026-10-09", "tidak boleh sebelum"),
        ("2026-10-10", "2026-10-11", "tidak ada hari kerja"),
        ("2026-10-05", "2026-10-26", "paling lama 15 hari kerja.*paling lambat 23 Oktober 2026"),
        ("2026-12-07", "2026-12-08", "dua bulan lagi"),
        ("2026-10-05", "9999-12-31", "Hari terakhirnya paling lambat 23 Oktober 2026"),
    ],
)
def test_days_that_are_refused(pemeran: Any, mulai: str, akhir: str, kata: str) -> None:
    with pytest.raises(TidakBisa, match=kata):
        beri(pemeran, mulai, akhir, kini="2026-10-05")
    assert not JedaLaporan.objects.exists()


def test_a_chain_is_no_longer_pause_and_a_second_send_is_one(pemeran: Any) -> None:
    awal = beri(pemeran, "2026-10-05", "2026-10-16")
    assert beri(pemeran, "2026-10-05", "2026-10-16") == awal
    assert riwayat(awal).count() == 1
    with pytest.raises(TidakBisa, match="bersama jeda lain"):
        beri(pemeran, "2026-10-19", "2026-10-26")
    with pytest.raises(TidakBisa, match="sudah mendapat jeda"):
        beri(pemeran, "2026-10-16", "2026-10-19", kini="2026-10-06")
    beri(pemeran, "2026-10-19", "2026-10-23")
    with pytest.raises(TidakBisa, match="sesudah dua bulan"):
        beri(pemeran, "2026-11-02", "2026-11-02")
    beri(pemeran, "2026-10-19", "2026-11-06", kampung=kampung_resmi("Sido Mulyo"))
    for kosong in (" ", "\u3164"):
        with pytest.raises(TidakBisa, match="penjelasan"):
            beri(pemeran, "2027-03-01", "2027-03-02", keterangan=kosong)


def _sql(perintah: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(perintah)


SALIN = """
INSERT INTO laporan_jedalaporan (kampung_id, mulai, akhir, sebab, keterangan, dibuat)
SELECT kampung_id, {} , sebab, {}, now() FROM laporan_jedalaporan
"""


@pytest.mark.parametrize(
    ("perintah", "kata"),
    [
        (SALIN.format("date '2026-10-09', date '2026-10-12'", "'x'"), "jeda_tidak_bertemu"),
        (SALIN.format("date '2026-11-02', date '2026-11-23'", "'x'"), "15 hari kerja"),
        (SALIN.format("date '2026-11-07', date '2026-11-08'", "'x'"), "15 hari kerja"),
        (SALIN.format("date '2026-11-02', date '9999-12-31'", "'x'"), "15 hari kerja"),
        (SALIN.format("date '2026-11-02', date '2026-11-01'", "'x'"), "jeda_urut"),
        (SALIN.format("date '2026-11-02', date '2026-11-03'", "' '"), "jeda_berketerangan"),
        ("UPDATE laporan_jedalaporan SET akhir = akhir + 1", "dipendekkan"),
        ("UPDATE laporan_jedalaporan SET mulai = mulai + 1", "dipendekkan"),
        ("UPDATE laporan_jedalaporan SET kampung_id = kampung_id + 1", "dipendekkan|foreign key"),
        ("DELETE FROM laporan_jedalaporan", "dipendekkan"),
    ],
)
def test_the_database_refuses_by_itself(pemeran: Any, perintah: str, kata: str) -> None:
    beri(pemeran, "2026-10-05", "2026-10-09")
    with pytest.raises(Error, match=kata):
        _sql(perintah)


def test_a_pause_that_was_taken_back_stays_so_and_gives_its_days_free(pemeran: Any) -> None:
    satu = beri(pemeran, "2026-10-05", "2026-10-09")
    with pada(saat("2026-10-05")):
        jeda.batalkan(jeda=satu, alasan="Keliru kampung.", oleh=pemeran.camat)
        with pytest.raises(TidakBisa, match="sudah dibatalkan"):
            jeda.akhiri(jeda=satu, akhir=hari("2026-10-06"), alasan="Surut.", oleh=pemeran.camat)
    beri(pemeran, "2026-10-05", "2026-10-23")
    with pytest.raises(Error, match="dipendekkan"):
        _sql("UPDATE laporan_jedalaporan SET dibatalkan_pada = now()")


def test_words_are_corrected_and_blacked_out_with_a_reason(pemeran: Any) -> None:
    satu = beri(pemeran, "2026-10-05", "2026-10-09", keterangan="Rumah Pak Budi kebanjiran.")
    oleh = {"oleh": pemeran.camat}
    with pytest.raises(TidakBisa, match="alasan"):
        jeda.perbaiki(jeda=satu, sebab="bencana", keterangan="Banjir.", alasan=" ", **oleh)
    jeda.tarik_tulisan(jeda=satu, kata=["Pak Budi"], alasan="Memuat nama warga.", **oleh)
    satu.refresh_from_db()
    assert satu.keterangan == f"Rumah {HITAM} kebanjiran."
    jeda.perbaiki(jeda=satu, sebab="lainnya", keterangan=KATA, alasan="Salah ketik.", **oleh)
    jeda.perbaiki(jeda=satu, sebab="lainnya", keterangan=KATA, alasan="Lagi.", **oleh)
    satu.refresh_from_db()
    assert (satu.sebab, satu.keterangan) == ("lainnya", KATA)
    aksi = ["diberikan", "tulisan_dihitamkan", "diperbaiki"]
    assert [baris.aksi for baris in riwayat(satu)] == aksi
