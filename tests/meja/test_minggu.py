"""The week of an office: its reports on the desk, and what the kecamatan sees of them."""

import datetime as dt
from typing import Any
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.waktu import pada
from laporan.services import jadwal
from laporan.services.serah import kembalikan_draf, kirim_draf
from proyek.models import Proyek
from tests.alat.baca import sebaris
from tests.alat.jam import saat
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_proyek
from warga.models import Kampung, KantorLayanan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
MEJA, MINGGU = "/kerja/", "/kerja/minggu/"
AWAL, TERLAMBAT = "2026-10-01", "2026-10-09"  # September is due on the 7th


def ditunggu(kampung: Kampung, judul: str = "Rabat beton Dusun 3") -> Proyek:
    proyek = buat_proyek(kampung, judul=judul, mulai_nyata=dt.date(2026, 9, 1))
    with pada(saat("2026-09-10")):
        jadwal.susun(proyek=proyek)
    with pada(saat(AWAL)):
        jadwal.susun(proyek=proyek)
    return proyek


def baca(client: Any, hari: str, jalur: str) -> str:
    with pada(saat(hari)):
        return sebaris(client.get(jalur))


def test_one_press_leads_to_the_form_of_the_days(klien: Any, pemeran: Any) -> None:
    proyek = ditunggu(pemeran.kampung)
    tujuan = f"/laporan/tulis/{proyek.nomor}/?rentang="
    for jalur in (MEJA, MINGGU):
        assert f"{tujuan}2026-09-01" in baca(klien("aparat"), AWAL, jalur), jalur
        assert tujuan not in baca(klien("aparat"), "2026-09-29", jalur), jalur
        assert tujuan not in baca(klien("aparat_lain"), AWAL, jalur), jalur
    with pada(saat("2026-11-03")):
        jadwal.susun(proyek=proyek)
        dipilih = klien("aparat").get(f"{tujuan}2026-10-01").context["form"]["periode"].value()
        assert str(dipilih) == "2026-10-01"
        for salah in ("2026-13-40", "x", "1999-01-01"):
            assert klien("aparat").get(f"{tujuan}{salah}").status_code == 200


def test_a_draft_of_these_days_is_published_from_here(klien: Any, pemeran: Any) -> None:
    proyek = ditunggu(pemeran.kampung)
    draf = buat_laporan(proyek, pemeran.kakam, terbit=False, periode=dt.date(2026, 9, 1))
    lain = buat_laporan(proyek, pemeran.kakam, terbit=False, periode=dt.date(2026, 10, 1))
    for jalur in (MEJA, MINGGU):
        isi = baca(klien("aparat"), AWAL, jalur)
        assert f"/laporan/draf/{draf.pk}/" in isi, jalur
        assert "?rentang=" not in isi, jalur
    assert f"/laporan/draf/{lain.pk}/" not in baca(klien("aparat"), AWAL, MEJA)
    assert f"/laporan/draf/{lain.pk}/" in baca(klien("kakam"), AWAL, MEJA)
    isi = baca(klien("aparat"), AWAL, MINGGU)
    assert isi.count(f"/laporan/draf/{draf.pk}/") == 1
    assert f"/laporan/draf/{lain.pk}/" in isi.split("Draf lain yang belum terbit")[1]


def test_a_row_says_what_its_reader_can_do_with_the_draft(klien: Any, pemeran: Any) -> None:
    proyek = ditunggu(pemeran.kampung)
    draf = buat_laporan(
        proyek, pemeran.aparat, terbit=False, foto=1, periode=dt.date(2026, 9, 1)
    )  # fmt: skip

    def kata(siapa: str, jalur: str) -> str:
        isi = baca(klien(siapa), AWAL, jalur).split(f"/laporan/draf/{draf.pk}/")[-1]
        return isi.split("</li>")[0]

    assert "terbitkan laporan" in kata("kakam", MINGGU)
    assert "lanjutkan draf laporan" in kata("aparat", MINGGU)
    for siapa in ("kakam", "aparat"):
        assert "Lanjutkan" in kata(siapa, MEJA), siapa
    with pada(saat(AWAL)):
        kirim_draf(laporan=draf, oleh=pemeran.aparat)
    baris = kata("aparat", MINGGU)
    assert "Menunggu diterbitkan" in baris
    assert "terbitkan laporan" not in baris
    assert f"/laporan/draf/{draf.pk}/" not in baca(klien("aparat"), AWAL, MEJA)
    assert "Terbitkan" in kata("kakam", MEJA)
    with pada(saat(AWAL)):
        kembalikan_draf(laporan=draf, catatan="Fotonya kabur.", oleh=pemeran.kakam)
    baris = kata("aparat", MINGGU)
    assert "perbaiki draf laporan" in baris
    assert "Dikembalikan dengan catatan" in baris
    assert "Perbaiki" in kata("aparat", MEJA)


def test_the_kecamatan_sees_late_ones_by_the_name_of_their_kampung(
    klien: Any, pemeran: Any
) -> None:
    ditunggu(pemeran.kampung)
    ditunggu(pemeran.kampung_lain, "Sumur bor")
    KantorLayanan.objects.create(kampung=pemeran.kampung, nama="Balai", whatsapp="+6281200001111")
    assert "Tidak ada laporan yang terlambat" in baca(klien("staf"), "2026-10-07", MINGGU)
    assert ">2</strong> kampung belum melapor" in baca(klien("staf"), TERLAMBAT, MEJA)
    with pada(saat(TERLAMBAT)):
        kampung = klien("staf").get(MINGGU).context["per_kampung"]
    nama = [satu.kampung.nama for satu in kampung]
    assert nama == sorted(nama)
    satu = next(k for k in kampung if k.kampung == pemeran.kampung)
    assert satu.ingatkan.startswith("https://wa.me/6281200001111?text=")
    with pada(saat(TERLAMBAT)):
        assert "Rabat beton Dusun 3, September 2026: terlambat 2 hari kerja" in unquote(
            satu.ingatkan
        )


def test_other_people_have_no_week(klien: Any, pemeran: Any) -> None:
    for siapa in ("warga", "fasilitator", "bpk"):
        assert klien(siapa).get(MINGGU).status_code == 403
    assert klien("pengunjung").get(MINGGU).status_code == 302


@pytest.mark.parametrize("siapa", ["staf", "aparat"])
def test_more_rows_cost_no_more(klien: Any, pemeran: Any, siapa: str) -> None:
    def ongkos() -> list[int]:
        hasil = []
        for jalur in (MEJA, MINGGU):
            with pada(saat(TERLAMBAT)), CaptureQueriesContext(connection) as kueri:
                klien(siapa).get(jalur)
            hasil.append(len(kueri))
        return hasil

    ditunggu(pemeran.kampung)
    klien(siapa).get(MEJA)
    satu = ongkos()
    for nomor, kampung in enumerate((pemeran.kampung, pemeran.kampung_lain, pemeran.kampung)):
        ditunggu(kampung, f"Sumur bor {nomor}")
    assert ongkos() == satu
    assert max(satu) <= 12
