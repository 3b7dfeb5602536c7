"""An official without an e-mail address is reached by the message of the colleague who routes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import psycopg2
import pytest
from playwright.sync_api import Page, expect

from tests.alat.peramban.portal import PortalHidup
from tests.peramban.conftest import LEBAR, PONSEL
from tests.peramban.test_kirim import isi
from tests.peramban.test_perjalanan_aspirasi import buka_di_meja, langkah, terkirim

KELUHAN = {360: "Timbangan posyandu dipinjam orang.", 1280: "Gerobak sampah hilang rodanya."}


@contextmanager
def tanpa_surat(portal: PortalHidup) -> Iterator[None]:
    """Let no letter reach the aparat meanwhile."""
    with psycopg2.connect(portal.basis) as hubungan, hubungan.cursor() as cursor:
        _pasti(cursor, "false")
        hubungan.commit()
        yield
        _pasti(cursor, "true")
        hubungan.commit()


def _pasti(cursor: "psycopg2.extensions.cursor", nilai: str) -> None:
    cursor.execute(
        "UPDATE account_emailaddress SET verified = %s WHERE email LIKE 'aparat@%%'", [nilai]
    )
    assert cursor.rowcount == 1


@pytest.mark.parametrize("ukuran", [PONSEL, LEBAR], ids=["360", "1280"])
def test_whoever_routes_tells_the_office(
    halaman_baru: Callable[..., Page],
    masuk: Callable[[Page, str], Page],
    portal: PortalHidup,
    ukuran: dict[str, int],
) -> None:
    """Three taps from the page after the act: the button, WhatsApp, and "Sudah dikirim"."""
    aparat = masuk(halaman_baru(ukuran=ukuran), "aparat")
    with tanpa_surat(portal):
        warga, keluhan = halaman_baru(ukuran=ukuran), KELUHAN[ukuran["width"]]
        warga.goto("/aspirasi/kirim/")
        isi(warga, keluhan)
        terkirim(warga)

        staf = masuk(halaman_baru(ukuran=ukuran), "staf")
        buka_di_meja(staf, "baru", keluhan)
        staf.get_by_label("Tetap di kecamatan dulu").check()
        langkah(staf, "periksa").get_by_role("button", name="Nyatakan sudah diperiksa").click()
        langkah(staf, "teruskan").get_by_role("button", name="Teruskan", exact=True).click()
        expect(staf.get_by_text("Kiriman sudah diteruskan.")).to_be_visible()
        staf.get_by_role("button", name="Kabari lewat WhatsApp").first.click()
        tautan = staf.get_by_role("link", name="Buka WhatsApp").get_attribute("href") or ""
        teks = parse_qs(urlsplit(tautan).query)["text"][0]
        assert urlsplit(tautan).netloc == "wa.me"
        assert "menunggu Anda di meja kerja" in teks
        assert keluhan.rstrip(".") not in teks
        staf.get_by_role("button", name="Sudah dikirim").click()
        expect(staf.get_by_text("Tercatat: rekan Anda sudah dikabari.")).to_be_visible()
        expect(staf.get_by_text("sudah dikabari").last).to_be_visible()
        expect(staf.get_by_role("button", name="Kabari lewat WhatsApp")).to_have_count(0)

        aparat.goto(urlsplit(teks.split("buka di sini: ")[1].split()[0]).path)
        expect(aparat.get_by_role("heading", level=1)).to_be_visible()
        buka_di_meja(aparat, "jawab", keluhan)
