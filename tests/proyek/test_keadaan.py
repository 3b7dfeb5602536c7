"""Where a project stands: the same words and signs on every page, a reason under them."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Langkah, Status
from aspirasi.models import Aspirasi, TautanProyek
from core.jejak.catat import hapus_isi
from proyek.enums import Tahap
from proyek.filters import tahun_anggaran, tahun_surat
from proyek.models import Proyek
from proyek.services.tahap import ubah_tahap
from tests.alat.baca import teks
from tests.alat.lapis import AKAR
from tests.pabrik.aspirasi import buat
from tests.pabrik.proyek import HARI, buat_dana, buat_keputusan, buat_proyek

pytestmark = pytest.mark.django_db
ALASAN = "Semen belum datang; jalan ke dusun putus oleh banjir."
LEWAT = dt.date(2026, 1, 31)


@pytest.fixture
def berhenti(pemeran: Any) -> Proyek:
    proyek = buat_proyek(pemeran.kampung, judul="Talud Dusun 2", selesai_rencana=LEWAT)
    ke = Tahap.DIHENTIKAN_SEMENTARA
    return ubah_tahap(proyek=proyek, ke=ke, tanggal=HARI, oleh=pemeran.kakam, alasan=ALASAN)


def halaman(proyek: Proyek) -> list[str]:
    return ["/", "/proyek/", proyek.get_absolute_url(), proyek.kampung.get_absolute_url()]


def test_the_reason_of_a_stop_stands_under_its_badge_everywhere(berhenti: Proyek) -> None:
    for jalur in halaman(berhenti):
        isi = teks(Client().get(jalur))
        assert "Dihentikan sementara" in isi, jalur
        assert f"<strong>Alasan berhenti:</strong> {ALASAN}" in isi, jalur
        assert "Lewat rencana selesai" not in isi, "what was stopped is not late as well"
    awal = teks(Client().get(berhenti.get_absolute_url()))
    assert awal.index(ALASAN) < awal.index('id="perjalanan"'), "above the trail, not only in it"


def test_an_erased_reason_stays_erased(berhenti: Proyek) -> None:
    hapus_isi(objek=berhenti, alasan="Permintaan.")
    for jalur in halaman(berhenti):
        assert ALASAN not in teks(Client().get(jalur)), jalur


def test_work_past_its_planned_end_says_so_everywhere(pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung, selesai_rencana=LEWAT)
    for jalur in halaman(proyek):
        isi = teks(Client().get(jalur))
        assert "Lewat rencana selesai" in isi, jalur
        assert "Rencana selesai 31 Januari 2026, belum selesai." in isi, jalur


def test_a_line_about_late_work_says_so_in_its_words(pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung, kode="2.4.15", selesai_rencana=LEWAT)
    keputusan = buat_keputusan(pemeran.kakam, proyek=proyek)
    lingkungan = f"{pemeran.kampung.get_absolute_url()}lingkungan/"
    for jalur in (keputusan.get_absolute_url(), lingkungan):
        isi = teks(Client().get(jalur))
        assert "Sedang dikerjakan, lewat rencana selesai" in isi, jalur


def test_no_page_writes_the_stage_alone() -> None:
    """A page says `keadaan`, or has the badges of `_keadaan.html`. Two name the stage of a form."""
    boleh = {"proyek/_keadaan.html", "keputusan/catat.html"}
    templat = AKAR / "templates"
    ada = {
        str(berkas.relative_to(templat))
        for berkas in templat.rglob("*.html")
        if "proyek.get_tahap_display" in berkas.read_text()
    }
    assert ada == boleh


@pytest.mark.parametrize(
    ("tahap", "hari"),
    [(Tahap.SELESAI, LEWAT), (Tahap.DIANGGARKAN, LEWAT), (Tahap.BERJALAN, None)],
)
def test_nothing_else_is_late(pemeran: Any, tahap: Tahap, hari: dt.date | None) -> None:
    proyek = buat_proyek(pemeran.kampung, tahap=tahap, selesai_rencana=hari)
    assert "Lewat rencana selesai" not in teks(Client().get(proyek.get_absolute_url()))


def test_a_wish_whose_work_stopped_does_not_read_green(berhenti: Proyek, pemeran: Any) -> None:
    harapan = buat(pemeran.kampung).aspirasi
    Aspirasi.objects.filter(pk=harapan.pk).update(status=Status.DIRENCANAKAN, langkah=Langkah.NIHIL)
    TautanProyek.objects.create(aspirasi=harapan, proyek=berhenti, oleh=pemeran.staf)
    kartu = Aspirasi.objects.untuk_kartu().get(pk=harapan.pk)
    assert (kartu.nada, kartu.kata_status) == ("awas", "Proyeknya berhenti")
    lain = buat_proyek(pemeran.kampung)
    TautanProyek.objects.create(aspirasi=harapan, proyek=lain, oleh=pemeran.staf)
    kartu = Aspirasi.objects.untuk_kartu().get(pk=harapan.pk)
    assert (kartu.nada, kartu.kata_status) == ("baik", "Masuk rencana proyek")


def test_only_years_that_exist_are_offered(pemeran: Any) -> None:
    assert tahun_anggaran() == tahun_surat() == []
    buat_dana(buat_proyek(pemeran.kampung), 5, tahun=2024)
    buat_dana(buat_proyek(pemeran.kampung), 5, tahun=2026)
    buat_keputusan(pemeran.aparat, tanggal_surat=dt.date(2025, 3, 1))
    assert tahun_anggaran() == [(2026, "2026"), (2024, "2024")]
    assert tahun_surat() == [(2025, "2025")]
