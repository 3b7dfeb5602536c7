"""Take something that was public back from everyone: words become black, a file goes.

The place stays, with the reason, which stands in the trail of the object. A service of an app locks
its row, writes the act into the trail, calls `catat_penarikan` with it, and then changes the row:
the locks of published rows let only this pass, in the same transaction (docs/keputusan/0036).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import Exists, OuterRef

from core.berkas import simpan
from core.galat import TidakBisa, berkata, pastikan_berkata
from core.jejak.catat import Berjejak
from core.jejak.sql import HITAM
from core.models import Jejak, Penarikan
from core.samar import samarkan
from core.templatetags.bentuk import tanggal

TERULANG = "Alasan ini dibaca semua orang, jadi jangan sebut lagi kata yang dihitamkan."
TERLALU_PANJANG = (
    "Dengan semua kata itu hitam, tulisannya menjadi terlalu panjang. Hitamkan kelompok kata yang "
    "lebih panjang, atau minta petugas kecamatan menarik seluruhnya."
)
TANPA_KATA = "Tulis kata yang dihitamkan."
TAK_ADA = "Kata-kata itu tidak ada dalam tulisan yang tampil. Salin persis seperti tertulis."


@dataclass(frozen=True)
class Ditarik:
    """One thing that was taken back, as everyone reads of it."""

    utuh: bool
    alasan: str
    waktu: datetime

    def kalimat(self, nama: str, sebagian: str = "dihitamkan") -> str:
        """Return the sentence in its place; `nama` is "Foto" or "Jawaban"."""
        awal = f"{nama} ini ditarik" if self.utuh else f"Sebagian {nama.lower()} ini {sebagian}"
        karena = f" karena {_sambung(self.alasan)}" if self.alasan else ""
        return f"{awal}{karena}, {tanggal(self.waktu)}."


def catat_penarikan(
    *, jejak: Jejak, baris: models.Model, kolom: Iterable[str], utuh: bool
) -> Penarikan:
    """Note that columns of `baris` are taken back by the act `jejak`, just written. Call it in the
    transaction that changes them, before they change."""
    return Penarikan.objects.create(
        jejak=jejak, tabel=baris._meta.db_table, baris=baris.pk, kolom=sorted(kolom), utuh=utuh
    )


def tarik_berkas(*, jejak: Jejak, baris: models.Model, kolom: str = "berkas") -> None:
    """Take the file of `baris` back from everyone by the act `jejak`, just written: its addresses,
    both sizes, die with the commit. Its owner says who may still open it."""
    catat_penarikan(jejak=jejak, baris=baris, kolom=[kolom], utuh=True)
    simpan.tarik(getattr(baris, kolom))


def berkas_ditarik(tabel: str, menurut: str = "pk", kolom: str = "berkas") -> Exists:
    """Return whether the file of a row was taken back (SQL). `menurut` is the column of the query
    that holds the row of `tabel`."""
    milik = Penarikan.objects.filter(tabel=tabel, baris=OuterRef(menurut), utuh=True)
    return Exists(milik.filter(kolom__contains=[kolom]))


def pastikan_ada_kata(kata: Sequence[str]) -> None:
    """Raise TidakBisa without words, where a text never goes as a whole."""
    if not any(berkata(satu) for satu in kata):
        raise TidakBisa(TANPA_KATA)


def pastikan_muat(baris: models.Model, kolom: dict[str, str]) -> None:
    """Raise TidakBisa when a text that became black is longer than its column of `baris`: the sign
    is longer than a short word."""
    for nama, isi in kolom.items():
        terbanyak = getattr(baris._meta.get_field(nama), "max_length", None)
        if terbanyak is not None and len(isi) > terbanyak:
            raise TidakBisa(TERLALU_PANJANG)


def pastikan_sebagian(lama: str, baru: str, *, sudah: str, banyak: str) -> None:
    """Raise TidakBisa with `sudah` when something of the old text was black already, and with
    `banyak` when more than half of its letters would go."""
    if HITAM in lama:
        raise TidakBisa(sudah)
    if 2 * len(baru.replace(HITAM, "")) < len(lama):
        raise TidakBisa(banyak)


def ditarik(objek: Berjejak) -> dict[tuple[str, int], Ditarik]:
    """Return what of `objek` was taken back, by table and row: the last time of each. One query."""
    semua = Penarikan.objects.filter(
        jejak__objek_jenis=objek.jenis_jejak, jejak__objek_kunci=objek.kunci_jejak
    )
    return {
        (p.tabel, p.baris): Ditarik(p.utuh, samarkan(p.jejak.isi.alasan), p.jejak.waktu)
        for p in semua.select_related("jejak__isi").order_by("pk")
    }


def hitamkan(teks: str, kata: Iterable[str]) -> str:
    """Return the text with each of these words black, however they are spaced and in whatever
    letters; parts of longer words stay. Words that share letters ("Budi", "Budi Santoso") become
    one black sign."""
    pola = [p for satu in kata if (p := _pola(satu))]
    bidang = sorted(cocok.span() for satu in pola for cocok in satu.finditer(teks))
    hasil, akhir = [], 0
    for mulai, ujung in bidang:
        if mulai >= akhir:
            hasil += [teks[akhir:mulai], HITAM]
        akhir = max(akhir, ujung)
    return "".join((*hasil, teks[akhir:]))


def hitam_semua(
    tulisan: dict[str, str], kata: Sequence[str], alasan: str, *, utuh: str = HITAM
) -> dict[str, str]:
    """Return the columns of `tulisan` that change, with their new text; without `kata` each text
    becomes `utuh`.

    Raises TidakBisa without a reason, when it repeats the words, and when nothing changes.
    """
    pastikan_berkata(alasan, "Tulis alasannya. Semua orang membacanya.")
    if hitamkan(alasan, kata) != alasan:
        raise TidakBisa(TERULANG)
    baru = {k: hitamkan(isi, kata) if kata else utuh for k, isi in tulisan.items() if isi}
    if not (berubah := {k: isi for k, isi in baru.items() if isi != tulisan[k]}):
        raise TidakBisa(TAK_ADA if kata else "Ini sudah ditarik. Muat ulang halaman.")
    return berubah


def _pola(kata: str) -> re.Pattern[str] | None:
    bagian = [re.escape(satu) for satu in kata.replace(HITAM, " ").split()]
    if not any(huruf.isalnum() for huruf in kata):
        return None
    isi = r"\s+".join(bagian)
    return re.compile(rf"(?<!\w){isi}(?!\w)", re.IGNORECASE)


def _sambung(alasan: str) -> str:
    """Return a reason as the end of a sentence: "Wajah anak terlihat." as "wajah anak terlihat"."""
    rapi = " ".join(alasan.split()).rstrip(".")
    biasa = rapi[1:2].islower() or rapi[1:2] == " "
    return rapi[:1].lower() + rapi[1:] if biasa else rapi
