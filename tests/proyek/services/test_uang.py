"""The anggaran of sources, in the ledger."""

import pytest

from core.galat import TidakBisa
from proyek.enums import DasarGerak
from proyek.models import Gerak, JumlahProyek, Pendanaan, Proyek
from proyek.services.belanja import tulis_belanja
from proyek.services.uang import tambah_dana, ubah_anggaran
from tests.pabrik.proyek import HARI, buat_dana, buat_keputusan, buat_pencairan, buat_proyek


@pytest.fixture
def proyek(db: None) -> Proyek:
    return buat_proyek(pagu=1_000_000)


def ubah(pemeran, selisih: dict[Pendanaan, int], **lain: object) -> list[Gerak]:
    return ubah_anggaran(
        selisih={dana.pk: jumlah for dana, jumlah in selisih.items()},
        tanggal=HARI,
        dasar=DasarGerak.PERUBAHAN,
        oleh=pemeran.aparat,
        **lain,
    )


def test_a_source_begins_with_a_row_that_names_its_paper(pemeran, proyek) -> None:
    keputusan = buat_keputusan(pemeran.aparat, proyek=proyek)
    (dana,) = tambah_dana(
        proyek=proyek,
        pendanaan=[Pendanaan(sumber="add", tahun=2026, pagu=300)],
        oleh=pemeran.aparat,
        keputusan=keputusan,
    )
    baris = dana.gerak.get()
    assert (baris.jumlah, baris.dasar, baris.keputusan) == (300, "keputusan", keputusan)
    assert JumlahProyek.objects.get(proyek=proyek).anggaran == 1_000_300


def test_many_sources_change_by_one_paper(pemeran, proyek) -> None:
    naik, turun = proyek.pendanaan.get(), buat_dana(buat_proyek(), 500, sumber="add")
    tetap = buat_dana(proyek, 70, sumber="bkk")
    keputusan = buat_keputusan(pemeran.aparat)
    baris = ubah(pemeran, {turun: -200, naik: 100, tetap: 0}, keputusan=keputusan)
    assert [(g.pendanaan, g.jumlah, g.keputusan) for g in baris] == [
        (naik, 100, keputusan),
        (turun, -200, keputusan),
    ]
    anggaran = {d: d.pagu for d in Pendanaan.objects.with_uang()}
    assert anggaran == {naik: 1_000_100, turun: 300, tetap: 70}


def test_an_anggaran_covers_what_was_drawn_and_spent(pemeran, proyek) -> None:
    dana = proyek.pendanaan.get()
    buat_pencairan(dana, 300_000)
    with pytest.raises(TidakBisa, match=r"yang sudah dicairkan Rp.300\.000"):
        ubah(pemeran, {dana: -700_001})
    tulis_belanja(
        proyek=proyek,
        nomor="LAP-2026-0001",
        nomor_lama=[],
        belanja={dana.pk: 400_000},
        tanggal=HARI,
        oleh=pemeran.kakam,
    )
    with pytest.raises(TidakBisa, match=r"Dana Desa 2026 .* yang sudah dibelanjakan Rp.400\.000"):
        ubah(pemeran, {dana: -600_001})
    ubah(pemeran, {dana: -600_000})
    with pytest.raises(TidakBisa, match="tidak boleh kurang dari nol"):
        ubah(pemeran, {buat_dana(proyek, 5, sumber="add"): -6})
