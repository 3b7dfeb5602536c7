"""A report on a small phone: drafted by the operator while the signal breaks and the sign-in ends,
published by the sekretaris, corrected, withdrawn by the kepala kampung, published anew, and the
work evaluated; once without JavaScript and once with it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.alat.peramban import langkah_laporan as laporan
from tests.alat.peramban.langkah import Cerita, tampil
from tests.alat.peramban.portal import PortalHidup


@pytest.mark.parametrize("js", [False, True], ids=["tanpa-skrip", "dengan-skrip"])
def test_one_report_from_a_poor_signal_to_the_evaluation(
    halaman_baru: Callable[..., Page],
    masuk: Callable[[Page, str], Page],
    portal: PortalHidup,
    js: bool,
) -> None:
    kegiatan, cerita = laporan.siapkan_sekretaris(portal), Cerita()
    kakam = masuk(halaman_baru(js=js), "kakam.sido-rejo")
    proyek = laporan.buka_berjalan(kakam, cerita, kegiatan)

    operator = masuk(halaman_baru(js=js), "aparat")
    laporan.tulis_dengan_sinyal_putus(operator, cerita, proyek, js=js)
    laporan.kirim_sesudah_sesi_habis(operator, portal, cerita)
    draf = laporan.serahkan(operator)

    sekretaris = masuk(halaman_baru(js=js), "kakam.contoh")
    sekretaris.goto(draf)
    pertama = laporan.terbitkan(sekretaris)
    tampil(sekretaris, "Sekretaris Kampung")
    kedua = laporan.perbaiki(sekretaris, pertama, "45")
    laporan.tarik(kakam, kedua)
    ketiga = laporan.perbaiki(sekretaris, pertama, "40")

    laporan.ubah_tahap(kakam, proyek, "selesai", "2026-11-20")
    laporan.evaluasi(kakam, proyek)
    warga = halaman_baru(js=js)
    warga.goto(proyek)
    expect(warga.get_by_role("main")).to_contain_text("Hujan lebih lama")
    expect(
        warga.locator(f'main a[href="{ketiga.removeprefix(portal.alamat)}"]').first
    ).to_be_attached()
