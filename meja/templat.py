"""Ready sentences: those that an act offers, and putting one under the typed words."""

from typing import Any

from django.http import QueryDict

from aspirasi.models import TemplatJawaban
from meja.tindakan.dasar import TindakanForm
from meja.tindakan.semua import URUTAN

# TemplatJawaban.aksi holds the name of the act, except for these.
KUNCI_LAIN = {"beri-kabar": "kabari"}


def untuk(tindakan: type[TindakanForm]) -> list[TemplatJawaban]:
    """Return the ready sentences of an act; none, without a query, where none fits."""
    if not tindakan.bidang_templat:
        return []
    return list(TemplatJawaban.objects.filter(aksi=_kunci(tindakan)))


def langkah() -> list[tuple[str, str]]:
    """Return the acts whose forms take a ready sentence, as (TemplatJawaban.aksi, words)."""
    return [(_kunci(t), t.label) for t in URUTAN if t.bidang_templat]


def _kunci(tindakan: type[TindakanForm]) -> str:
    return KUNCI_LAIN.get(tindakan.nama, tindakan.nama)


def pilih(tindakan: type[TindakanForm], nomor: str | None) -> TemplatJawaban | None:
    """Return the sentence that was chosen for an act by its number, or None."""
    return next((s for s in untuk(tindakan) if str(s.pk) == nomor), None) if nomor else None


def awal(
    form_kosong: TindakanForm, diketik: QueryDict | None, siap: TemplatJawaban | None
) -> dict[str, Any]:
    """Return initial values: the typed words (None: nothing yet), with a ready sentence under
    them."""
    isi: dict[str, Any] = {}
    if diketik is not None:
        isi = {
            nama: bidang.widget.value_from_datadict(diketik, {}, nama)
            for nama, bidang in form_kosong.fields.items()
        }
    if siap:
        tujuan = form_kosong.bidang_templat
        sudah = str(isi.get(tujuan) or "").strip()
        isi[tujuan] = f"{sudah}\n\n{siap.isi}" if sudah else siap.isi
    return isi
