"""The queue's promises seen from inside one process (real workers: test_pekerja.py)."""

import datetime as dt

import pytest
from django.conf import settings
from django.core import mail
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from core.antrean import surel
from core.antrean.berkala import giliran, jadwalkan
from core.antrean.tugas import (
    CADANGAN,
    PEKERJA,
    antre,
    detak,
    kerjakan_satu,
    kerjakan_semua,
    kesehatan,
    rapikan,
    ulangi,
)
from core.models import Detak, Tugas
from tests.alat.serentak import serentak, transaksi_lain
from tests.pabrik.tugas import UJI, efek

pytestmark = pytest.mark.django_db
sungguh = pytest.mark.django_db(transaction=True)  # real commits, seen by other connections


# --- Enqueued in the caller's transaction ---------------------------------------------


@sungguh
def test_a_task_exists_only_when_the_transaction_commits() -> None:
    with transaksi_lain(lambda: antre(f"{UJI}.hitung")):
        assert not kerjakan_satu()
    assert kerjakan_satu()
    with transaction.atomic():
        antre(f"{UJI}.hitung")
        transaction.set_rollback(True)
    assert not kerjakan_satu()
    assert efek() == 1


def test_a_function_that_does_not_exist_is_refused_at_once() -> None:
    with pytest.raises(ImportError):
        antre(f"{UJI}.tidak_ada")


def test_arguments_must_be_json() -> None:
    with pytest.raises(TypeError), transaction.atomic():
        antre(f"{UJI}.hitung", object())


# --- At most five tries, then staff see it ---------------------------------------------


def test_a_failing_task_waits_longer_each_time_and_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    antre(f"{UJI}.hitung_lalu_salah")
    kini, jeda = timezone.now(), []
    for _ in range(5):
        monkeypatch.setattr("django.utils.timezone.now", lambda: kini)  # noqa: B023 (used at once)
        assert kerjakan_satu()
        assert not kerjakan_satu()
        siap = Tugas.objects.get().siap_pada
        jeda.append((siap - kini).total_seconds())
        kini = siap
    tugas = Tugas.objects.get()
    assert jeda[:4] == [10, 60, 300, 1800]
    assert (tugas.status, tugas.percobaan) == ("gagal", 5)
    assert "ValueError: sengaja" in tugas.galat
    assert efek() == 0
    assert not kerjakan_satu()


def test_a_failed_task_gets_five_new_tries_from_staff() -> None:
    antre(f"{UJI}.hitung")
    tugas = Tugas.objects.get()
    assert not ulangi(tugas)
    Tugas.objects.update(status="gagal", percobaan=5)
    assert ulangi(tugas)
    assert kerjakan_satu()
    assert Tugas.objects.get().status == "selesai"


@sungguh
def test_a_failed_try_may_be_repeated_by_another_worker() -> None:
    antre(f"{UJI}.hitung_lalu_salah")
    kerjakan_satu()
    Tugas.objects.update(siap_pada=timezone.now())
    serentak(kerjakan_satu, banyak=1)
    assert Tugas.objects.get().percobaan == 2


@sungguh
def test_a_worker_that_lost_its_task_undoes_the_effect_and_leaves_the_row_alone() -> None:
    antre(f"{UJI}.diambil_alih")
    kerjakan_satu()
    tugas = Tugas.objects.get()
    assert (tugas.status, tugas.percobaan, tugas.galat) == ("dijalankan", 2, "")
    assert efek() == 0


# --- Periodic jobs: catch up, and once --------------------------------------------------


@pytest.mark.parametrize(
    ("kapan", "kini", "hasil"),
    [
        (dt.timedelta(minutes=5), "2026-11-23T03:04:59Z", "2026-11-23T03:00:00Z"),
        (dt.timedelta(minutes=5), "2026-11-23T03:05:00Z", "2026-11-23T03:05:00Z"),
        (dt.time(1, 0), "2026-11-23T17:59:59Z", "2026-11-22T18:00:00Z"),  # 00:59:59 WIB
        (dt.time(1, 0), "2026-11-23T18:00:00Z", "2026-11-23T18:00:00Z"),  # 01:00 WIB
        (dt.time(0, 0), "2026-11-23T17:00:00Z", "2026-11-23T17:00:00Z"),  # midnight WIB
    ],
)
def test_the_turn_of_a_job(kapan: dt.timedelta | dt.time, kini: str, hasil: str) -> None:
    assert giliran(kapan, dt.datetime.fromisoformat(kini)) == dt.datetime.fromisoformat(hasil)


def test_after_a_downtime_the_job_runs_once(
    monkeypatch: pytest.MonkeyPatch, settings: object
) -> None:
    settings.TUGAS_BERKALA = [("uji", f"{UJI}.hitung", dt.time(1, 0))]
    awal = timezone.now() + dt.timedelta(minutes=1)
    for hari, jumlah in ((0, 1), (0, 1), (1, 2), (9, 3), (9, 3)):
        kini = awal + dt.timedelta(days=hari)
        monkeypatch.setattr("django.utils.timezone.now", lambda: kini)  # noqa: B023 (used at once)
        jadwalkan()
        kerjakan_semua()
        assert efek() == jumlah


@sungguh
def test_many_schedulers_at_once_run_a_turn_once(settings: object) -> None:
    settings.TUGAS_BERKALA = [("uji", f"{UJI}.hitung", dt.timedelta(days=7))]
    serentak(jadwalkan, banyak=4)
    serentak(kerjakan_semua, banyak=4)
    assert efek() == 1


@pytest.mark.parametrize(("nama", "fungsi", "kapan"), settings.TUGAS_BERKALA)
def test_every_declared_job_can_run(nama: str, fungsi: str, kapan: object) -> None:
    import_string(fungsi)()


# --- One effect per key, and what staff see ---------------------------------------------


def test_a_key_is_queued_once_even_after_it_was_done() -> None:
    for _ in range(2):
        antre(f"{UJI}.hitung", kunci="uji:sekali")
        antre(f"{UJI}.hitung", kunci="uji:sekali")
        kerjakan_semua()
    assert efek() == 1


def test_without_a_key_every_call_is_a_task() -> None:
    antre(f"{UJI}.hitung")
    antre(f"{UJI}.hitung")
    assert kerjakan_semua() == 2
    assert efek() == 2


def test_finished_tasks_are_tidied_but_keys_are_remembered() -> None:
    for kunci in ("", "berkala:uji:1", "uji:1"):
        antre(f"{UJI}.hitung", kunci=kunci)
    kerjakan_semua()
    rapikan()
    assert Tugas.objects.count() == 3
    Tugas.objects.update(selesai_pada=timezone.now() - dt.timedelta(days=15))
    rapikan()
    assert Tugas.objects.get().kunci == "uji:1"
    Tugas.objects.update(selesai_pada=timezone.now() - dt.timedelta(days=401))
    rapikan()
    assert not Tugas.objects.exists()


def test_health_counts_what_waits_and_what_failed() -> None:
    assert kesehatan().menunggu == 0
    assert not kesehatan().pekerja_hidup
    antre(f"{UJI}.hitung")
    antre(f"{UJI}.hitung", kunci="gagal")
    Tugas.objects.filter(kunci="gagal").update(status="gagal")
    surel.kirim(kepada="warga@contoh.invalid", perihal="Halo", isi="Isi", kunci="halo:1")
    detak(PEKERJA)
    detak(CADANGAN)
    keadaan = kesehatan()
    assert (keadaan.menunggu, keadaan.gagal, keadaan.surat_tertahan) == (2, 1, 1)
    assert keadaan.menunggu_sejak is not None
    assert keadaan.pekerja_hidup
    assert keadaan.cadangan_terakhir is not None
    Detak.objects.update(waktu=timezone.now() - dt.timedelta(minutes=7))
    assert not kesehatan().pekerja_hidup


# --- Mail -------------------------------------------------------------------------------


def test_a_letter_goes_out_once_and_its_address_is_forgotten() -> None:
    for _ in range(2):
        surel.kirim(kepada="w@contoh.invalid", perihal="Kode\r\nBcc: x", isi="Isi 🙏", kunci="k:1")
    assert not mail.outbox
    kerjakan_semua()
    (terkirim,) = mail.outbox
    assert terkirim.to == ["w@contoh.invalid"]
    assert terkirim.subject == "Kode Bcc: x"
    assert terkirim.body == "Isi 🙏"
    assert terkirim.extra_headers["Message-ID"].startswith("<")
    assert terkirim.extra_headers["Auto-Submitted"] == "auto-generated"
    assert "List-Unsubscribe" not in terkirim.extra_headers
    assert Tugas.objects.get().argumen == []
    assert kesehatan().surat_tertahan == 0


def test_a_letter_queued_by_an_older_version_still_goes_out() -> None:
    antre("core.antrean.surel.antar", "w@contoh.invalid", "Halo", "Isi", "k:0", kunci="surat:k:0")
    kerjakan_semua()
    assert [s.subject for s in mail.outbox] == ["Halo"]


def test_a_letter_waits_while_the_mail_server_is_down(monkeypatch: pytest.MonkeyPatch) -> None:
    def turun(self: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", turun)
    surel.kirim(kepada="w@contoh.invalid", perihal="Halo", isi="Isi", kunci="k:1")
    kerjakan_semua()
    assert kesehatan().surat_tertahan == 1


def test_a_letter_needs_a_key() -> None:
    with pytest.raises(ValueError, match="kunci"):
        surel.kirim(kepada="w@contoh.invalid", perihal="Halo", isi="Isi", kunci="")


@pytest.mark.parametrize(
    ("bidang", "jam"), [("siap_pada", 7), ("dibuat", 7)], ids=["put off", "queued"]
)
def test_what_a_clock_that_ran_ahead_left_is_due(bidang: str, jam: int) -> None:
    antre(f"{UJI}.hitung")
    nanti = timezone.now() + dt.timedelta(hours=jam)
    Tugas.objects.update(**{bidang: nanti, "siap_pada": nanti})
    assert kerjakan_satu()


@pytest.mark.parametrize(("lama", "baru"), settings.TUGAS_PINDAH.items())
def test_a_task_that_moved_leads_to_a_function(lama: str, baru: str) -> None:
    with pytest.raises(ImportError):
        import_string(lama)
    assert callable(import_string(baru))
    assert baru not in settings.TUGAS_PINDAH  # one step, never a chain


def test_what_was_queued_under_an_old_path_runs(settings: object) -> None:
    settings.TUGAS_PINDAH = {"core.lama.hitung": f"{UJI}.hitung"}
    Tugas.objects.create(fungsi="core.lama.hitung")
    assert kerjakan_satu()
    assert Tugas.objects.get().status == Tugas.Status.SELESAI


def test_letters_queued_under_the_old_path_are_counted_and_can_be_called_back() -> None:
    argumen = ["a@contoh.id", "Perihal", "Isi", "x"]
    Tugas.objects.create(fungsi="core.surat.antar", argumen=argumen, kunci="surat:x")
    assert kesehatan().surat_tertahan == 1
    assert surel.batalkan(kunci=["x"]) == 1
    assert not Tugas.objects.exists()
