"""Setting a plan: decisions, stages, objections, and the database behind it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from aspirasi.models import PertimbanganKeberatan
from core.galat import TidakBisa
from core.waktu import pada, sekarang
from proyek.enums import Tahap
from proyek.models import Keputusan, SikapKakam
from rencana.bacaan.lalu import belum_kembali
from rencana.enums import Hasil
from rencana.models import Rencana
from rencana.services.susun import bawa_kembali
from rencana.services.tetapkan import jalan, tetapkan
from tests.pabrik.aspirasi import terbit
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.rencana import dibuka, draf, penetapan

NANTI = dt.timedelta(days=20)
KURANG: tuple[dict[str, Any], ...] = (
    {"perkam_nomor": ""},
    {"nasib": {}},
    {"berita_acara_tanggal": dt.date.max},
)


def test_the_stages_between() -> None:
    assert jalan(Tahap.DIBAHAS, Tahap.MASUK_RKP) == ()
    assert jalan(Tahap.USULAN, Tahap.MASUK_RKP) == (Tahap.DITELAAH, Tahap.DIBAHAS)
    lagi = (Tahap.USULAN, Tahap.DITELAAH, Tahap.DIBAHAS)
    assert jalan(Tahap.TIDAK_DIPRIORITASKAN, Tahap.MASUK_DU_RKP) == lagi
    assert jalan(Tahap.MASUK_RKP, Tahap.MASUK_RKP) is None
    assert jalan(Tahap.BERJALAN, Tahap.MASUK_RKP) is None


def test_a_plan_is_set_with_its_papers_and_moves_its_projects(pemeran: Pemeran) -> None:
    rencana = dibuka(pemeran.kakam, 50, 60, 70, pagu=100)
    proyek = [satu.proyek for satu in rencana.baris.all()]
    isi = {"jenis": "keberatan", "proyek_disebut": proyek[0]}
    ditolak = terbit(rencana.kampung, pemeran.staf, **isi)
    with pytest.raises(TidakBisa, match="Masa tanya belum selesai"):
        tetapkan(rencana=rencana, penetapan=penetapan(rencana), oleh=pemeran.kakam)
    with pada(sekarang() + NANTI):
        for kurang in KURANG:
            salah = penetapan(rencana, **kurang)
            with pytest.raises(TidakBisa):
                tetapkan(rencana=rencana, penetapan=salah, oleh=pemeran.kakam)
        with pytest.raises(TidakBisa, match="keberatan warga"):
            tetapkan(rencana=rencana, penetapan=penetapan(rencana, (3,)), oleh=pemeran.kakam)
        tentu = penetapan(rencana, (3,), kata="Lebarnya dikurangi agar pohon tetap berdiri.")
        rencana = tetapkan(rencana=rencana, penetapan=tentu, oleh=pemeran.kakam)
    assert rencana.tetap
    assert rencana.keputusan
    assert [satu.hasil for satu in rencana.baris.all()] == [*["diambil"] * 2, "tidak_diambil"]
    tahap = [Keputusan.objects.get(baris_rencana__proyek=p).ke_tahap for p in proyek]
    assert tahap == [Tahap.MASUK_RKP, Tahap.MASUK_RKP, Tahap.TIDAK_DIPRIORITASKAN]
    proyek[2].refresh_from_db()
    assert proyek[2].tahap == Tahap.TIDAK_DIPRIORITASKAN
    assert [p.ke for p in proyek[0].pindah_tahap.all()] == ["ditelaah", "dibahas", "masuk_rkp"]
    assert PertimbanganKeberatan.objects.get().keberatan.get() == ditolak
    assert not SikapKakam.objects.exists()


def test_what_was_not_taken_comes_back_as_a_new_row(pemeran: Pemeran) -> None:
    rencana = dibuka(pemeran.kakam, 50, 60, pagu=100)
    with pada(sekarang() + NANTI):
        tetapkan(rencana=rencana, penetapan=penetapan(rencana, (2,)), oleh=pemeran.aparat)
        assert SikapKakam.objects.count() == 1  # asked once, for all of them
        baru = draf(pemeran.kakam, tahun=2028)
        lama = belum_kembali(baru).get()
        assert bawa_kembali(rencana=baru, oleh=pemeran.kakam, kunci=[lama.pk]) == 1
        assert bawa_kembali(rencana=baru, oleh=pemeran.kakam, kunci=[lama.pk]) == 0
    baris = baru.baris.get()
    assert (baris.asal, baris.proyek, baris.urutan) == (lama, lama.proyek, 1)


def test_the_database_holds_a_set_plan(pemeran: Pemeran) -> None:
    rencana = draf(pemeran.kakam, 50)
    semua = Rencana.objects.filter(pk=rencana.pk)
    isi: dict[str, Any] = {"status": "dibuka", "dibuka_pada": sekarang()}
    isi["tanya_sampai"] = dt.date(2026, 12, 31)
    for perbuatan, galat in (
        (lambda: rencana.baris.update(hasil=Hasil.DIAMBIL), "ketika rencana ditetapkan"),
        (lambda: semua.update(**isi), "tercatat bersama"),
    ):
        with pytest.raises(IntegrityError, match=galat):
            _langsung(perbuatan)


@transaction.atomic
def _langsung(perbuatan: Callable[[], object]) -> None:
    """Do it, and ask the deferred triggers at once."""
    perbuatan()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
