"""The machinery as staff see it in the admin."""

import pytest
from django.urls import reverse

from core.antrean import surel
from core.antrean.berkala import jadwalkan
from core.antrean.tugas import antre
from core.models import HariLibur, Tugas
from core.tenggat.hari_kerja import muat_libur

pytestmark = pytest.mark.django_db
DAFTAR = "admin:core_tugas_changelist"


GALAT = """Traceback (most recent call last):
  File "/srv/portal/core/surat.py", line 61, in antar
    EmailMessage(perihal, isi, to=[kepada]).send()
smtplib.SMTPRecipientsRefused: {'wati@contoh.id': (550, b'no such user')}
wati@contoh.id
"""


@pytest.fixture
def gagal() -> Tugas:
    antre("tests.pabrik.tugas.mati_sekali", "08123456789", kunci="uji:1")
    Tugas.objects.update(status="gagal", percobaan=5, galat=GALAT)
    return Tugas.objects.get()


def test_staff_see_that_a_task_failed_but_not_what_it_was_about(klien, gagal: Tugas) -> None:
    daftar = klien("staf").get(reverse(DAFTAR))
    assert "Pekerjaan latar" in daftar.text
    rinci = klien("staf").get(reverse("admin:core_tugas_change", args=[gagal.pk]))
    assert "SMTPRecipientsRefused" in rinci.text
    for rahasia in ("08123456789", "uji:1", "mati_sekali", "wati@contoh.id", "File"):
        assert rahasia not in rinci.text + daftar.text, rahasia


@pytest.mark.parametrize(
    ("galat", "sebab"),
    [
        ("ValueError: sengaja", "ValueError"),
        ("", "Pekerja berhenti mendadak"),
        ("Pekerja berhenti mendadak saat menjalankan tugas ini.", "Pekerja berhenti mendadak"),
        (
            f"{GALAT}\nDuring:\n\nTraceback (most recent call last):\n  x\nTimeoutError",
            "TimeoutError",
        ),
    ],
)
def test_of_an_error_only_its_kind_is_told(klien, gagal: Tugas, galat: str, sebab: str) -> None:
    Tugas.objects.update(galat=galat)
    rinci = klien("admin").get(reverse("admin:core_tugas_change", args=[gagal.pk]))
    assert f">{sebab}<" in rinci.text


@pytest.mark.parametrize("status", ["menunggu", "dijalankan", "selesai"])
def test_what_has_not_failed_is_not_listed(klien, gagal: Tugas, status: str) -> None:
    """A task that waits tells that something came in, perhaps of danger."""
    Tugas.objects.update(status=status)
    admin = klien("admin")
    assert "0 pekerjaan latar" in admin.get(reverse(DAFTAR)).text
    alamat = reverse("admin:core_tugas_change", args=[gagal.pk])
    assert admin.get(alamat).status_code == 302


def test_letters_and_periodic_jobs_are_named_by_their_kind(klien) -> None:
    surel.kirim(kepada="wati@contoh.id", perihal="Kabar", isi="Isi", kunci="kabar:7")
    jadwalkan()
    Tugas.objects.update(status="gagal", percobaan=5)
    isi = klien("staf").get(reverse(DAFTAR)).text
    assert "Surat keluar" in isi
    assert "Pekerjaan berkala core.jejak.segel.segel_semua" in isi
    assert "wati@" not in isi


def test_staff_let_a_failed_task_run_again(klien, gagal: Tugas) -> None:
    isian = {"action": "coba_lagi", "_selected_action": [gagal.pk]}
    jawaban = klien("staf").post(reverse(DAFTAR), isian, follow=True)
    assert "1 pekerjaan akan dicoba lagi" in jawaban.text
    gagal.refresh_from_db()
    assert (gagal.status, gagal.percobaan) == ("menunggu", 0)
    jawaban = klien("staf").post(reverse(DAFTAR), isian, follow=True)
    assert "hanya yang gagal" in jawaban.text


@pytest.mark.parametrize("siapa", ["pengunjung", "warga", "aparat"])
def test_nobody_else_sees_tasks(klien, siapa: str) -> None:
    jawaban = klien(siapa).get(reverse(DAFTAR))
    assert jawaban.status_code in (302, 403, 404)


def test_nobody_makes_or_removes_tasks_by_hand(klien, gagal: Tugas) -> None:
    admin = klien("admin")
    assert admin.get(reverse("admin:core_tugas_add")).status_code == 403
    assert admin.post(reverse("admin:core_tugas_delete", args=[gagal.pk])).status_code == 403


def test_the_admin_switches_a_holiday_off_but_does_not_delete_it(klien) -> None:
    muat_libur([2026])
    libur = HariLibur.objects.get(tanggal="2026-12-24")
    alamat = reverse("admin:core_harilibur_change", args=[libur.pk])
    isian = {"tanggal": "2026-12-24", "nama": libur.nama, "jenis": libur.jenis}
    klien("admin").post(alamat, isian)
    libur.refresh_from_db()
    assert not libur.berlaku
    hapus = reverse("admin:core_harilibur_delete", args=[libur.pk])
    assert klien("admin").post(hapus, {"post": "yes"}).status_code == 403
    assert klien("staf").get(alamat).status_code == 403


def test_holidays_open_at_this_year_and_others_can_be_chosen(klien) -> None:
    muat_libur([2025, 2026])
    daftar, admin = reverse("admin:core_harilibur_changelist"), klien("admin")
    pilihan = {"": {2026}, "2025": {2025}, "semua": {2025, 2026}, "9" * 30: {2025, 2026}}
    for tahun, isi in pilihan.items():
        halaman = admin.get(daftar, {"tahun": tahun} if tahun else {})
        assert {h.tanggal.year for h in halaman.context["cl"].queryset} == isi, tahun
