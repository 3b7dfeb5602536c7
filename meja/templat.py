"""Ready sentences: which an act offers, and putting one under what was typed."""

from collections import defaultdict
from typing import Any

from aspirasi.models import TemplatJawaban
from meja.forms import TindakanForm
from meja.tindakan import TINDAKAN

PANJANG_PK = 18  # digits that surely fit the database's numbers


def per_aksi() -> dict[str, list[TemplatJawaban]]:
    """Return all ready sentences by the act they are for, in one query."""
    hasil: dict[str, list[TemplatJawaban]] = defaultdict(list)
    for templat in TemplatJawaban.objects.all():
        hasil[templat.aksi].append(templat)
    return hasil


def kunci(nama: str) -> str:
    """Return under which act the ready sentences of an entry of TINDAKAN are kept."""
    aksi = TINDAKAN[nama].aksi
    return aksi.value.replace("_", "-") if aksi else nama


def tindakan_dari(templat: TemplatJawaban) -> str | None:
    """Return the entry of TINDAKAN that a ready sentence is for, or None."""
    return next((nama for nama in TINDAKAN if kunci(nama) == templat.aksi), None)


def pilih(nomor: str | None) -> TemplatJawaban | None:
    """Return the one of that number as it came in an address or a form, or None."""
    if not (nomor and nomor.isascii() and nomor.isdecimal() and len(nomor) <= PANJANG_PK):
        return None
    return TemplatJawaban.objects.filter(pk=nomor).first()


def terapkan(
    form_kosong: TindakanForm, templat: TemplatJawaban, diketik: Any | None
) -> dict[str, Any]:
    """Return initial values: what was typed (None: nothing yet), the sentence put under it."""
    isi: dict[str, Any] = {}
    if diketik is not None:
        isi = {
            nama: bidang.widget.value_from_datadict(diketik, {}, nama)
            for nama, bidang in form_kosong.fields.items()
        }
    tujuan = form_kosong.bidang_templat
    sudah = str(isi.get(tujuan) or "").strip()
    isi[tujuan] = f"{sudah}\n\n{templat.isi}" if sudah else templat.isi
    return isi
