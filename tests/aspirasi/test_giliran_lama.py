"""The queues hold the same rows as the question that they asked before, whatever happened."""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from aspirasi.enums import STATUS_TERTUTUP, Jangkauan, Tentang
from aspirasi.laku import PINDAH
from aspirasi.models import Aspirasi
from aspirasi.services import giliran as layanan
from aspirasi.services import kiriman, letak, pembaca, penghapusan, pengingat, tangani
from core.galat import TidakBisa
from core.waktu import pada, sekarang
from proyek.enums import Tahap
from tests.alat.alur import ALASAN, perbuatan
from tests.alat.giliran import sama
from tests.alat.jam import saat
from tests.pabrik.aspirasi import buat, terbit
from tests.pabrik.giliran import kolom_acak, simpan
from tests.pabrik.kampung import instansi_kampung, instansi_kecamatan

pytestmark = pytest.mark.django_db
AWAL = saat("2026-03-13")  # a Friday; holidays lie in the next week
# The queues are read so many days later: the next ones, over weekends, and far ahead.
KELAK = (0, 1, 2, 3, 5, 20, 35)
ACAK = (Phase.generate,)  # a seed does not shrink: a failure is told at once
SELANG = (0, 0, 1, 1, 2, 3, 5, 9, 16, 40)


def delegasikan(pemeran: Any, *, ya: bool) -> None:
    pemeran.kampung.verifikasi_didelegasikan = ya
    pemeran.kampung.save()


def test_rows_in_any_state_stored_in_any_way(pemeran: Any) -> None:
    dibaca = 0

    @settings(max_examples=4, deadline=None, derandomize=True, phases=ACAK)
    @given(benih=st.integers(0, 2**32))
    def banding(benih: int) -> None:
        nonlocal dibaca
        acak = random.Random(benih)
        with transaction.atomic(), pada(AWAL):
            induk = buat(pemeran.kampung).aspirasi
            for ke in range(36):
                simpan(ke % 4, ke, kolom_acak(acak, pemeran, induk))
            for ya in (True, False):
                delegasikan(pemeran, ya=ya)
                dibaca += sama(pemeran, *KELAK)
            assert layanan.hitung_ulang() == 0
            transaction.set_rollback(True)

    banding()
    assert dibaca > 500


Perbuatan = Callable[[Aspirasi], object]


def perbuatan_lain(pemeran: Any) -> dict[str, Perbuatan]:
    """Return acts that change a row beside the table of acts, and changes around it."""
    kampung_lain = instansi_kampung(pemeran.kampung_lain)
    staf = pemeran.staf

    def teruskan(ke: Any) -> Perbuatan:
        return lambda a: tangani.teruskan(aspirasi=a, ke=ke, oleh=staf)

    def tugaskan(kepada: Any) -> Perbuatan:
        return lambda a: Aspirasi.objects.filter(pk=a.pk).update(ditugaskan=kepada)

    return {
        "teruskan_lain": teruskan(kampung_lain),
        "teruskan_kecamatan": teruskan(instansi_kecamatan()),
        "balas": lambda a: kiriman.balas(aspirasi=a, isi=f"Masih begitu ({sekarang()})."),
        "catat": lambda a: tangani.catat_internal(
            aspirasi=a, isi=f"Dilihat {sekarang()}.", oleh=staf
        ),
        "minta_umum": lambda a: pembaca.atur(aspirasi=a, jangkauan=Jangkauan.PUBLIK),
        "umumkan": lambda a: pembaca.tolak_umum(aspirasi=a, alasan=ALASAN, oleh=staf),
        "persempit": lambda a: pembaca.persempit(
            aspirasi=a,
            jangkauan=Jangkauan.KECAMATAN,
            tentang=Tentang.TIDAK,
            alasan=ALASAN,
            oleh=pemeran.petugas_rahasia,
        ),
        "letak": lambda a: letak.atur(aspirasi=a, titik=(-5.13, 105.03), tempat_umum=True),
        "tepatkan": lambda a: letak.bulatkan(aspirasi=a, alasan=ALASAN, oleh=staf),
        "hapus": lambda a: penghapusan.hapus_semua(aspirasi=a),
        "identitas": lambda a: penghapusan.hapus_identitas(aspirasi=a),
        "ingatkan": lambda a: pengingat.ingatkan(a.acuan.hex),
        "pegang": tugaskan(staf),
        "pegang_kampung": tugaskan(pemeran.aparat),
        "lepas": tugaskan(None),
        "delegasi": lambda a: delegasikan(pemeran, ya=True),
        "tanpa_delegasi": lambda a: delegasikan(pemeran, ya=False),
    }


def kemajuan(acak: random.Random, a: Aspirasi, semua: dict[str, Perbuatan]) -> str:
    """The name of something to do: often an act that the table allows and that keeps it open."""
    boleh = [x for x, t in PINDAH.items() if a.status in t.dari and t.ke not in STATUS_TERTUTUP]
    return acak.choice((boleh or list(semua)) if acak.random() < 0.55 else list(semua))


def coba(lakukan: Perbuatan, a: Aspirasi) -> bool:
    try:
        with transaction.atomic():
            lakukan(a)
    except TidakBisa:
        return False
    return True


def majukan_proyek(acak: random.Random, a: Aspirasi) -> None:
    for tautan in a.tautan_proyek.select_related("proyek"):
        tautan.proyek.tahap = acak.choice((Tahap.BERJALAN, Tahap.SELESAI, Tahap.DIBATALKAN))
        tautan.proyek.save()


def test_random_histories(pemeran: Any) -> None:
    """Acts of everybody on three kiriman, with days between them, in any order."""
    semua = perbuatan(pemeran) | perbuatan_lain(pemeran)
    berhasil: set[str] = set()
    dibaca = 0

    @settings(max_examples=5, deadline=None, derandomize=True, phases=ACAK)
    @given(benih=st.integers(0, 2**32))
    def jalani(benih: int) -> None:
        nonlocal dibaca
        acak, waktu = random.Random(benih), AWAL
        with transaction.atomic():
            with pada(waktu):
                tiga = [
                    buat(pemeran.kampung, langsung=True).aspirasi,
                    buat(
                        pemeran.kampung, bahaya=True, jangkauan=acak.choice(list(Jangkauan))
                    ).aspirasi,
                    terbit(acak.choice((None, pemeran.kampung)), pemeran.staf),
                ]
            for _ in range(18):
                waktu += dt.timedelta(days=acak.choice(SELANG))
                a = Aspirasi.objects.get(pk=acak.choice(tiga).pk)
                with pada(waktu):
                    nama = kemajuan(acak, a, semua)
                    majukan_proyek(acak, a)
                    if coba(semua[nama], a):
                        berhasil.add(nama)
                        dibaca += sama(pemeran, 0)
            with pada(waktu):
                dibaca += sama(pemeran, *KELAK)
                assert layanan.hitung_ulang() == 0
            transaction.set_rollback(True)

    jalani()
    assert dibaca > 100
    assert len(berhasil) > 12, berhasil
