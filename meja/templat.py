"""Ready sentences: which an act offers, and putting one under what was typed."""

from typing import Any

from aspirasi.models import TemplatJawaban
from meja.forms import TindakanForm
from meja.tindakan import TINDAKAN


def untuk(nama: str) -> list[TemplatJawaban]:
    """Return the ready sentences of an entry of TINDAKAN; none, unasked, where none fits."""
    if not TINDAKAN[nama].form.bidang_templat:
        return []
    return list(TemplatJawaban.objects.filter(aksi=_aksi(nama)))


def langkah() -> list[tuple[str, str]]:
    """Return the acts whose forms take a ready sentence, as (TemplatJawaban.aksi, words)."""
    return [(_aksi(nama), t.label) for nama, t in TINDAKAN.items() if t.form.bidang_templat]


def _aksi(nama: str) -> str:
    aksi = TINDAKAN[nama].aksi
    return aksi.value.replace("_", "-") if aksi else nama


def pilih(nama: str, nomor: str | None) -> TemplatJawaban | None:
    """Return the one that was chosen for an act by its number, or None."""
    return next((siap for siap in untuk(nama) if str(siap.pk) == nomor), None) if nomor else None


def awal(
    form_kosong: TindakanForm, diketik: Any | None, siap: TemplatJawaban | None
) -> dict[str, Any]:
    """Return initial values: what was typed (None: nothing yet), a ready sentence under it."""
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
