"""Two workers, late commits: each is told of once, and nothing is skipped."""

from collections.abc import Callable
from threading import Thread

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from aspirasi.enums import Aksi
from core.jejak.catat import catat
from core.jejak.segel import segel_semua
from kabar.models import BatasJejak, Pemberitahuan
from kabar.services.penyebar import sebarkan
from proyek.enums import Tahap
from proyek.services.tahap import ubah_tahap
from tests.alat.kabar import dukung, ikuti, kabari, siarkan
from tests.alat.meja import jawab
from tests.alat.serentak import di_sambungan_lain, serentak, transaksi_lain, tunggu_kunci
from tests.pabrik.aspirasi import selokan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import HARI, buat_proyek

pytestmark = pytest.mark.django_db(transaction=True)
Klien = Callable[..., Client]


def test_workers_at_the_same_moment_tell_once(pemeran: Pemeran, klien: Klien) -> None:
    aspirasi = selokan(pemeran)
    ikuti(klien("warga"), aspirasi)
    dukung(klien("bpk"), aspirasi)
    for isi in ("Digali.", "Dikeruk.", "Kering."):
        jawab(pemeran, aspirasi, isi)
    proyek = buat_proyek(pemeran.kampung)
    for objek in (proyek, pemeran.kampung):
        ikuti(klien("warga"), objek)
    ubah_tahap(proyek=proyek, ke=Tahap.SELESAI, tanggal=HARI, oleh=pemeran.kakam, alasan="Tuntas.")
    segel_semua()
    serentak(sebarkan, banyak=4)
    assert Pemberitahuan.objects.filter(kampung=None, kerja=0).count() == 7
    assert Pemberitahuan.objects.filter(kerja__gt=0).count() == 1  # the evaluation, to an aparat
    assert Pemberitahuan.objects.filter(pengguna=None).count() == 1
    assert kabari(pemeran.warga) == [*([Aksi.TANGGAPI] * 3), "tahap"]


def test_a_second_worker_waits_for_the_first(pemeran: Pemeran, klien: Klien) -> None:
    """The first has told and not yet committed: the second finds nothing left."""
    aspirasi = selokan(pemeran)
    ikuti(klien("warga"), aspirasi)
    jawab(pemeran, aspirasi)
    segel_semua()
    hasil: list[int] = []
    kedua = Thread(target=di_sambungan_lain, args=[lambda: hasil.append(sebarkan())])
    with transaksi_lain(sebarkan):
        kedua.start()
        assert tunggu_kunci()
    kedua.join(timeout=10)
    assert hasil == [0]
    assert Pemberitahuan.objects.count() == 1


def test_what_commits_late_is_not_skipped(pemeran: Pemeran, klien: Klien) -> None:
    aspirasi = selokan(pemeran)
    ikuti(klien("warga"), aspirasi)

    def menjawab() -> None:
        catat(objek=aspirasi, aksi=Aksi.KABARI, oleh=pemeran.kakam, dari="diproses", ke="diproses")

    with transaksi_lain(menjawab):
        jawab(pemeran, aspirasi)  # a later row, committed first
        assert siarkan() == 1
        batas = BatasJejak.objects.get().urutan
    assert siarkan() == 1
    assert BatasJejak.objects.get().urutan == batas + 1
    assert kabari(pemeran.warga) == [Aksi.KABARI, Aksi.TANGGAPI]  # by number in the trail


def test_the_place_in_the_trail_is_one_row(pemeran: Pemeran) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        BatasJejak.objects.create(pk=2, urutan=0)
