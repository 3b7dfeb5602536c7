"""Spending lines: what the money of a report was spent on, where it tells."""

import pytest
from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from laporan.models import LaporanKemajuan, RincianBelanja
from laporan.services.foto import tambah_foto
from laporan.services.terbitkan import terbitkan
from laporan.services.tulis import simpan_draf
from tests.alat.baca import sebaris
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.laporan import alamat_tulis, buat_laporan, isian
from tests.pabrik.proyek import buat_proyek


@pytest.fixture
def proyek(db):
    return buat_proyek(pagu=10_000_000)


def baris(laporan: LaporanKemajuan) -> dict[str, int]:
    return dict(laporan.rincian_belanja.values_list("jenis", "rupiah"))


def terbit(laporan: LaporanKemajuan, kakam) -> LaporanKemajuan:
    tambah_foto(laporan=laporan, berkas=buat_berkas())
    return terbitkan(laporan=laporan, oleh=kakam)


def test_lines_are_optional_and_shown_on_report_and_project(client, klien, proyek, pemeran) -> None:
    aparat = klien("aparat")
    assert "Rincian: bahan, upah, alat" in sebaris(aparat.get(alamat_tulis(proyek)))
    kirim = isian(proyek, rincian_bahan="150.000", rincian_upah="Rp 75 ribu")
    aparat.post(alamat_tulis(proyek), kirim)
    laporan = LaporanKemajuan.objects.get()
    assert baris(laporan) == {"bahan": 150_000, "upah": 75_000}
    assert "Dipakai untuk apa" not in sebaris(client.get(proyek.get_absolute_url()))
    laporan = terbit(laporan, pemeran.kakam)
    assert "Rp 150.000</strong>, upah" in sebaris(client.get(laporan.get_absolute_url()))
    assert '<dt>Upah</dt><dd class="angka">Rp 75.000' in sebaris(
        client.get(proyek.get_absolute_url())
    )


def test_more_than_was_spent_is_refused_at_both_doors(klien, proyek, pemeran) -> None:
    kirim = isian(proyek, rincian_bahan="200.000", rincian_alat="60.000")
    assert "melebihi jumlah yang dibelanjakan" in sebaris(
        klien("aparat").post(alamat_tulis(proyek), kirim)
    )
    laporan = buat_laporan(proyek, pemeran.aparat, terbit=False)
    with pytest.raises(TidakBisa, match="melebihi"):
        simpan_draf(
            laporan=laporan,
            realisasi=[],
            rincian=[RincianBelanja(jenis="upah", rupiah=1)],
            oleh=pemeran.aparat,
        )


def test_a_correction_begins_with_the_old_lines_and_takes_their_place(
    client, klien, proyek, pemeran
) -> None:
    aparat = klien("aparat")
    aparat.post(alamat_tulis(proyek), isian(proyek, rincian_upah="200.000"))
    lama = terbit(LaporanKemajuan.objects.get(), pemeran.kakam)
    jalur = f"{alamat_tulis(proyek)}?perbaiki={lama.nomor}"
    assert 'value="200.000"' in sebaris(aparat.get(jalur))
    aparat.post(jalur, isian(proyek, rincian_upah="50.000", alasan_perbaikan="Nota terhitung dua."))
    terbit(LaporanKemajuan.objects.get(revisi=2), pemeran.kakam)
    isi = sebaris(client.get(proyek.get_absolute_url()))
    assert '<dt>Upah</dt><dd class="angka">Rp 50.000' in isi


def test_published_lines_are_locked_by_the_database(proyek, pemeran) -> None:
    laporan = buat_laporan(proyek, pemeran.kakam)
    with pytest.raises(IntegrityError), transaction.atomic():
        RincianBelanja.objects.create(laporan=laporan, jenis="upah", rupiah=1)
