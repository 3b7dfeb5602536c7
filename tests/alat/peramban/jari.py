"""A finger that counts its taps."""

from playwright.sync_api import Locator, Page

from tests.alat.peramban.langkah import foto_ponsel, pilih_foto


class Jari:
    """Counts all taps (`ketuk`), and those among them that entered a field to write in it
    (`menulis`). Typing into a field that was tapped costs none."""

    def __init__(self) -> None:
        self.ketuk, self.menulis = 0, 0

    def tekan(self, tempat: Locator) -> None:
        self.ketuk += 1
        tempat.click()

    def isi(self, tempat: Locator, teks: str) -> None:
        self.tekan(tempat)
        self.menulis += 1
        tempat.fill(teks)

    def foto(self, page: Page, *, js: bool) -> None:
        """Choose two photos at once."""
        self.ketuk += 1
        pilih_foto(page, "Pilih foto", foto_ponsel("a.jpg"), foto_ponsel("b.jpg"), js=js)
