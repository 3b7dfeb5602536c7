"""Late answers climb the ladder once a rung; each night the columns are proved."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection

from core.antrean.tugas import kerjakan_semua
from core.jejak.catat import riwayat
from core.models import HariLibur
from core.waktu import pada
from laporan.enums import Penanggap, Penilaian
from laporan.laku import AksiTanggapan
from laporan.models import CatatanPengawasan
from laporan.services import pengingat_tanggapan as layanan
from laporan.services.surat_tanggapan import PERIHAL_TERLAMBAT
from laporan.services.tanggapan import nyatakan_belum_puas
from proyek.enums import Pencatat
from tests.alat.jam import saat
from tests.alat.kunci import tanpa_kunci
from tests.laporan.services.test_surat_tanggapan import bersurat
from tests.pabrik.catatan import buat_catatan, buat_cek, jawab
from tests.pabrik.cek import tahan
from tests.pabrik.proyek import buat_proyek

__all__ = ["bersurat"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
RABU = "2026-11-25"  # a note of this day is due on 2 December


def naik(hari: str, mailoutbox: Any) -> set[str]:
    """Run the job twice on a day; return who got the letter about late answers."""
    for jam in (7, 8):
        with pada(saat(hari, jam)):
            layanan.ingatkan()
            kerjakan_semua()
    kepada = [
        satu.to[0].partition("@")[0] for satu in mailoutbox if satu.subject == PERIHAL_TERLAMBAT
    ]
    mailoutbox.clear()
    assert len(kepada) == len(set(kepada))
    return set(kepada)


def test_each_rung_is_told_once(bersurat: Any, mailoutbox: Any) -> None:
    with pada(saat(RABU)):
        catatan = buat_catatan(buat_proyek(bersurat.kampung), bersurat.bpk)
    harap: dict[str, set[str]] = {
        "2026-12-02": set(),
        "2026-12-03": {"aparat", "kakam"},
        "2026-12-04": set(),
        "2026-12-07": {"staf"},
        "2026-12-10": {"camat"},
        "2026-12-31": set(),
    }
    assert {hari: naik(hari, mailoutbox) for hari in harap} == harap
    aksi = [satu.aksi for satu in riwayat(catatan)]
    assert aksi.count(AksiTanggapan.TERLAMBAT) == 3


def test_where_the_kecamatan_owes_it_the_kasi_is_first(bersurat: Any, mailoutbox: Any) -> None:
    with pada(saat(RABU)):
        buat_catatan(buat_proyek(bersurat.kampung, pembuka=Pencatat.KECAMATAN), bersurat.bpk)
    hari = ("2026-12-02", "2026-12-03", "2026-12-07", "2026-12-08")
    assert [naik(satu, mailoutbox) for satu in hari] == [set(), {"staf"}, set(), {"camat"}]


def test_what_was_answered_or_is_not_public_climbs_no_more(bersurat: Any, mailoutbox: Any) -> None:
    proyek = buat_proyek(bersurat.kampung)
    with pada(saat(RABU)):
        jawab(buat_catatan(proyek, bersurat.bpk), bersurat.aparat)
        cek = buat_cek(proyek, bersurat.warga)
    tahan(cek)
    assert naik("2026-12-30", mailoutbox) == set()


def test_a_holiday_moves_the_day_of_what_waits_alone(pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    with pada(saat(RABU)):
        satu, dua = (buat_catatan(proyek, pemeran.bpk, isi) for isi in ("Satu.", "Dua."))
        jawab(dua, pemeran.aparat)
    HariLibur.objects.create(tanggal=dt.date(2026, 12, 1), nama="Pemilu", jenis="libur")
    assert layanan.hitung_ulang() == 1
    for baris, hari in ((satu, 3), (dua, 2)):
        baris.refresh_from_db()
        assert baris.tenggat == dt.date(2026, 12, hari)


RUSAK = {
    "answered, and nothing says so": "ditanggapi_pada = NULL",
    "not answered, and something says so": "ditanggapi_pada = now() WHERE isi = 'Tunggu.'",
    "not settled, and nothing says so": "belum_puas_pada = NULL, penanggap = 'kampung', "
    "ditanggapi_pada = now() WHERE belum_puas_pada IS NOT NULL",
    "another due day": "tenggat = tenggat + 3",
}


@pytest.mark.parametrize("nama", RUSAK)
def test_the_night_sets_right_and_tells(pemeran: Any, mailoutbox: Any, nama: str) -> None:
    proyek = buat_proyek(pemeran.kampung)
    pemeran.admin.email = "admin@contoh.id"
    pemeran.admin.save()
    semua = [buat_catatan(proyek, pemeran.bpk, isi) for isi in ("Tunggu.", "Jawab.", "Belum.")]
    for satu in semua[1:]:
        jawab(satu, pemeran.aparat)
    nyatakan_belum_puas(hal=semua[2], isi="Kapan?", oleh=pemeran.bpk)
    kerjakan_semua()
    mailoutbox.clear()
    assert layanan.periksa_malam() == 0
    sebelum = isi()
    with tanpa_kunci("laporan_catatanpengawasan"), connection.cursor() as cursor:
        cursor.execute(f"UPDATE laporan_catatanpengawasan SET {RUSAK[nama]}")  # noqa: S608 - our own
    assert isi() != sebelum
    assert layanan.periksa_malam() > 0
    assert isi() == sebelum
    assert layanan.periksa_malam() == 0
    kerjakan_semua()
    assert [(s.to, s.subject) for s in mailoutbox] == [(["admin@contoh.id"], layanan.PERIHAL)]


def test_what_asks_for_no_answer_is_right_without_a_clock(pemeran: Any) -> None:
    cek = buat_cek(buat_proyek(pemeran.kampung), pemeran.warga, Penilaian.SESUAI)
    assert cek.tenggat is None
    assert layanan.periksa_malam() == 0


def isi() -> list[tuple[Any, ...]]:
    kolom = ("ditanggapi_pada", "belum_puas_pada", "penanggap", "tenggat", "janji")
    return list(CatatanPengawasan.objects.order_by("pk").values_list(*kolom))


def test_an_answer_of_before_does_not_settle_it_again(pemeran: Any) -> None:
    catatan = buat_catatan(buat_proyek(pemeran.kampung), pemeran.bpk)
    jawab(catatan, pemeran.aparat)
    nyatakan_belum_puas(hal=catatan, isi="Kapan?", oleh=pemeran.bpk)
    assert layanan.periksa_malam() == 0
    catatan.refresh_from_db()
    assert (catatan.penanggap, catatan.ditanggapi_pada) == (Penanggap.KECAMATAN, None)
