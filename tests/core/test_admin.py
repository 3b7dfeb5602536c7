"""What staff see of the machinery in the admin."""

import pytest
from django.urls import reverse

from core.antrean import antre
from core.hari_kerja import muat_libur
from core.models import HariLibur, Tugas

pytestmark = pytest.mark.django_db
DAFTAR = "admin:core_tugas_changelist"


@pytest.fixture
def gagal() -> Tugas:
    antre("tests.core.tugas_uji.mati_sekali", "08123456789", kunci="uji:1")
    Tugas.objects.update(status="gagal", percobaan=5, galat="ValueError: sengaja")
    return Tugas.objects.get()


def test_staff_see_a_failed_task_but_not_its_arguments(klien, gagal: Tugas) -> None:
    daftar = klien("staf").get(reverse(DAFTAR), {"status": "gagal"})
    assert "mati_sekali" in daftar.text
    rinci = klien("staf").get(reverse("admin:core_tugas_change", args=[gagal.pk]))
    assert "ValueError: sengaja" in rinci.text
    assert "08123456789" not in rinci.text + daftar.text


def test_staff_let_a_failed_task_run_again(klien, gagal: Tugas) -> None:
    isian = {"action": "coba_lagi", "_selected_action": [gagal.pk]}
    jawaban = klien("staf").post(reverse(DAFTAR), isian, follow=True)
    assert "1 tugas akan dicoba lagi" in jawaban.text
    gagal.refresh_from_db()
    assert (gagal.status, gagal.percobaan) == ("menunggu", 0)
    jawaban = klien("staf").post(reverse(DAFTAR), isian, follow=True)
    assert "hanya tugas gagal" in jawaban.text


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
