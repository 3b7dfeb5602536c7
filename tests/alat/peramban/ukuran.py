"""Looks at a page as people have it: large text, narrow and middling screens, wide spacing."""

from collections.abc import Iterator

from playwright.sync_api import Page

LEBIH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# WCAG 1.4.12: what a reader may ask for without losing anything.
JARAK = """() => {
  const lembar = new CSSStyleSheet();
  lembar.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [lembar];
}"""
BIASA = "() => { document.adoptedStyleSheets = [] }"
# Words of up to nine letters that stand on two lines: their column is too narrow.
PATAH = r"""() => {
  const jalan = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), patah = [];
  const lewati = ".tersembunyi, .lompat, .pecah, thead, script, svg, option, textarea";
  while (jalan.nextNode()) {
    const teks = jalan.currentNode, rentang = document.createRange();
    if (!teks.data.trim() || teks.parentElement.closest(lewati)) continue;
    for (const kata of teks.data.matchAll(/(?<![\w./@-])\p{L}{3,9}(?![\w./@-])/gu)) {
      rentang.setStart(teks, kata.index);
      rentang.setEnd(teks, kata.index + kata[0].length);
      if (rentang.getClientRects().length > 1) patah.push(kata[0]);
    }
  }
  return patah.slice(0, 3);
}"""
LAYAR = {"pembesaran 400 %": (320, 256), "720 px": (720, 900), "840 px": (840, 900)}


def ukur_semua(page: Page) -> list[str]:
    """Return what breaks at other sizes; the page is as before afterwards."""
    semula = page.viewport_size or {"width": 360, "height": 640}
    salah = [*_layar(page)]
    page.set_viewport_size({"width": 360, "height": 640})
    salah += _jarak(page)
    salah += _huruf(page)
    page.set_viewport_size(semula)
    return salah


def _layar(page: Page) -> Iterator[str]:
    for nama, (lebar, tinggi) in LAYAR.items():
        page.set_viewport_size({"width": lebar, "height": tinggi})
        yield from _bergeser(page, nama)
    if patah := page.evaluate(PATAH):
        yield f"{nama}: kata patah {patah}"


def _jarak(page: Page) -> list[str]:
    page.evaluate(JARAK)
    salah = list(_bergeser(page, "jarak huruf"))
    page.evaluate(BIASA)
    return salah


def _huruf(page: Page) -> list[str]:
    """The browser's own setting for large text, as a reader sets it: 32 px."""
    sesi = page.context.new_cdp_session(page)
    sesi.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    salah = list(_bergeser(page, "huruf 200 %"))
    if patah := page.evaluate(PATAH):
        salah.append(f"huruf 200 %: kata patah {patah}")
    sesi.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    sesi.detach()
    return salah


def _bergeser(page: Page, nama: str) -> Iterator[str]:
    if (lebih := page.evaluate(LEBIH)) > 0:
        yield f"{nama}: bergeser {lebih}px ke samping"
