"""Random histories of a project: reports, corrections and withdrawals keep what holds for all."""

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.galat import TidakBisa
from core.waktu import akhir_bulan, pada
from laporan.models import BelanjaMenyusul, JadwalLaporan, LaporanKemajuan, Realisasi
from laporan.services import jadwal
from laporan.services.foto import tambah_foto
from laporan.services.menyusul import isi_belanja
from laporan.services.tarik import tarik_semua
from laporan.services.terbitkan import terbitkan
from laporan.services.tulis import hapus_draf, simpan_draf
from proyek.models import Gerak, JumlahProyek, Pendanaan, Proyek
from tests.alat.jam import saat
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.proyek import buat_dana, buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
PAGU = 100
BULAN = [dt.date(2026, n, 1) for n in (7, 8, 9)]
HARI = "2026-10-01"

langkah = st.tuples(
    st.sampled_from(["lapor", "lapor", "perbaiki", "isi", "isi", "tarik"]),
    st.integers(0, len(BULAN) - 1),
    st.integers(0, 100),  # percent
    st.integers(0, 60),  # rupiah
    st.booleans(),  # whether a falling percent says why
    st.booleans(),  # whether the money follows
)


def lakukan(dana: Pendanaan, oleh: Any, satu: tuple[str, int, int, int, bool, bool]) -> None:
    """Do one thing through the services. Raises TidakBisa where they refuse."""
    apa, ke, persen, rp, jujur, nanti = satu
    proyek, bulan = dana.proyek, BULAN[ke]
    ada = proyek.laporan.berlaku().filter(periode=bulan).first()
    if apa == "tarik" and ada:
        tarik_semua(laporan=ada, alasan="Keliru.", oleh=oleh)
    baris = [Realisasi(pendanaan=dana, jumlah=rp)]
    if apa == "isi" and ada:
        isi_belanja(laporan=ada, realisasi=baris, oleh=oleh)
    if apa in {"tarik", "isi"} or (apa == "perbaiki" and not ada):
        return
    laporan = LaporanKemajuan(proyek=proyek, periode=bulan, sampai=akhir_bulan(bulan))
    if apa == "perbaiki" and ada:
        laporan = ada.perbaikan()
        laporan.alasan_perbaikan = "Diukur ulang."
    laporan.persen, laporan.alasan_turun = persen, "Diukur ulang." if jujur else ""
    laporan.belanja_menyusul = nanti
    simpan_draf(laporan=laporan, realisasi=[] if nanti else baris, oleh=oleh)
    try:
        if not laporan.foto.exists():
            tambah_foto(laporan=laporan, berkas=buat_berkas())
        terbitkan(laporan=laporan, oleh=oleh)
    except TidakBisa:
        hapus_draf(laporan=laporan)
        raise
    dulu = LaporanKemajuan.objects.sebelum(laporan)
    assert jujur or dulu is None or persen >= dulu.persen  # whatever fell said why


def pastikan(proyek: Proyek, dana: Pendanaan) -> None:
    """Assert what holds after every act."""
    berlaku = list(proyek.laporan.berlaku().order_by("periode"))
    utuh = list(proyek.laporan.utuh().order_by("periode", "revisi"))
    # One report stands for each span: the newest that was not taken back.
    assert berlaku == list({satu.periode: satu for satu in utuh}.values())
    # The figures of the project are those of the last one that stands.
    jumlah = JumlahProyek.objects.get(proyek=proyek)
    akhir = berlaku[-1] if berlaku else None
    assert (jumlah.persen, jumlah.laporan_nomor) == (
        (akhir.persen, akhir.nomor) if akhir else (None, None)
    )
    # The ledger sums to what they spent, within the anggaran.
    tercatat = Gerak.objects.filter(pendanaan=dana, pos="dibelanjakan").aggregate(n=Sum("jumlah"))
    belanja = Realisasi.objects.filter(laporan__in=berlaku).aggregate(n=Sum("jumlah"))
    assert (tercatat["n"] or 0) == (belanja["n"] or 0) <= PAGU
    assert jumlah.dibelanjakan == belanja["n"]
    # Money is awaited of the reports that stand without it, and of no others.
    menyusul = {satu for satu in berlaku if satu.belanja_menyusul and not satu.realisasi.exists()}
    ditunggu = BelanjaMenyusul.objects.ditunggu().filter(laporan__proyek=proyek)
    assert {satu.laporan for satu in ditunggu} == menyusul
    # The spans of these reports are fulfilled, and no others.
    terpenuhi = JadwalLaporan.objects.filter(proyek=proyek, laporan__isnull=False)
    assert set(terpenuhi.values_list("awal", flat=True)) == {satu.periode for satu in berlaku}


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(langkah, min_size=3, max_size=7))
def test_whatever_happens_one_report_stands_and_its_figures_count(
    pemeran: Any, sejarah: list[Any]
) -> None:
    proyek = buat_proyek(pemeran.kampung, mulai_nyata=BULAN[0])
    dana = buat_dana(proyek, PAGU)
    with pada(saat(HARI)):
        jadwal.susun(proyek=proyek)
        for satu in sejarah:
            with suppress(TidakBisa):
                lakukan(dana, pemeran.kakam, satu)
            pastikan(proyek, dana)
