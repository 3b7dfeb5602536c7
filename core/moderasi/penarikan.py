"""Take something that was public back from everyone: words become black, a file goes.

The place stays, with the reason, which stands in the trail of the object. A service of an app locks
its row, writes the act into the trail, calls `catat_penarikan` with it, and then changes the row:
the locks of published rows let only this pass, in the same transaction (docs/keputusan/0036).
"""

import re
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models, transaction
from django.db.models import Exists, OuterRef

from core.berkas import redaksi, simpan
from core.galat import TidakBisa, berkata, pastikan_beralasan
from core.jejak.catat import Berjejak, Orang, catat, hapus_isi, riwayat
from core.jejak.sql import HITAM
from core.models import Jejak, Penarikan
from core.samar import samarkan
from core.templatetags.bentuk import tanggal

TERULANG = "Alasan ini dibaca semua orang, jadi jangan sebut lagi kata yang dihitamkan."
TERLALU_PANJANG = (
    "Dengan semua kata itu hitam, tulisannya menjadi terlalu panjang. Hitamkan kelompok kata yang "
    "lebih panjang, atau minta petugas kecamatan menarik seluruhnya."
)
DITARIK = "Ditarik dari umum."  # in the trail, of words that were emptied
TANPA_KATA = "Tulis kata yang dihitamkan."
TAK_ADA = "Kata-kata itu tidak ada dalam tulisan yang tampil. Salin persis seperti tertulis."


@dataclass(frozen=True)
class Ditarik:
    """One thing that was taken back, as everyone reads of it; `kolom` are its columns."""

    utuh: bool
    alasan: str
    waktu: datetime
    kolom: tuple[str, ...] = ()

    def kalimat_berkas(self, nama: str) -> str:
        """Return the sentence beside a paper whose file ("ditutup") or words ("dihitamkan") were
        taken back; `nama` is "Dokumen"."""
        if self.utuh or "berkas" in self.kolom:
            return self.kalimat(nama, "ditutup")
        return self.kalimat(f"Keterangan {nama.lower()}")

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


def tutup_berkas(
    *, baris: models.Model, kotak: Sequence[redaksi.Kotak], alasan: str, tulis: Callable[[], Jejak]
) -> None:
    """Cover parts of the photo of `baris` with black, for good; the reason stays beside it.

    `tulis` locks what the photo belongs to, checks it, and writes the act into its trail. The row
    stays: its file gets new bytes under new names. Raises TidakBisa without a reason, and when
    somebody covered the photo meanwhile; FotoDitolak when it cannot be decoded or stored now. Call
    it outside a transaction.
    """
    pastikan_beralasan(alasan)
    lama = getattr(baris, "berkas")  # noqa: B009 - any row with that column
    jadi = redaksi.hitamkan(lama, kotak)
    with transaction.atomic():
        catat_penarikan(jejak=tulis(), baris=baris, kolom=["berkas"], utuh=False)
        redaksi.ganti(lama, jadi)


def berkas_ditarik(tabel: str, menurut: str = "pk", kolom: str = "berkas") -> Exists:
    """Return whether the file of a row was taken back (SQL). `menurut` is the column of the query
    that holds the row of `tabel`."""
    milik = Penarikan.objects.filter(tabel=tabel, baris=OuterRef(menurut), utuh=True)
    return Exists(milik.filter(kolom__contains=[kolom]))


def baris_ditarik(tabel: str, menurut: str = "pk") -> Exists:
    """Return whether a row was taken back as a whole (SQL); `menurut` as in `berkas_ditarik`. For
    tables of which nothing but the whole row is ever taken as a whole."""
    return Exists(Penarikan.objects.filter(tabel=tabel, baris=OuterRef(menurut), utuh=True))


def pastikan_ada_kata(kata: Sequence[str]) -> None:
    """Raise TidakBisa without words, where a text never goes as a whole."""
    if not any(berkata(satu) for satu in kata):
        raise TidakBisa(TANPA_KATA)


def hitamkan_baris(
    *, jejak: Jejak, baris: models.Model, baru: dict[str, str], utuh: bool = False
) -> None:
    """Write the texts of `baris` that became black by the act `jejak`, just written. Raises
    TidakBisa when one became too long for its column."""
    pastikan_muat(baris, baru)
    catat_penarikan(jejak=jejak, baris=baris, kolom=baru, utuh=utuh)
    for nama, isi in baru.items():
        setattr(baris, nama, isi)
    baris.save(update_fields=list(baru))


def pastikan_muat(baris: models.Model, kolom: dict[str, str]) -> None:
    """Raise TidakBisa when a text that became black is longer than its column of `baris`: the sign
    is longer than a short word."""
    for nama, isi in kolom.items():
        terbanyak = getattr(baris._meta.get_field(nama), "max_length", None)
        if terbanyak is not None and len(isi) > terbanyak:
            raise TidakBisa(TERLALU_PANJANG)


def pastikan_sebagian(
    lama: dict[str, str], baru: dict[str, str], *, sudah: str, banyak: str
) -> None:
    """Raise TidakBisa with `sudah` when something of the old texts was black already, and with
    `banyak` when more than half of their letters would go. `baru` holds those that change."""
    semua, kini = "".join(lama.values()), "".join((lama | baru).values())
    if HITAM in semua:
        raise TidakBisa(sudah)
    if 2 * len(kini.replace(HITAM, "")) < len(semua):
        raise TidakBisa(banyak)


def ditarik(objek: Berjejak) -> dict[tuple[str, int], Ditarik]:
    """Return what of `objek` was taken back, by table and row: the last time of each. One query."""
    semua = Penarikan.objects.filter(
        jejak__objek_jenis=objek.jenis_jejak, jejak__objek_kunci=objek.kunci_jejak
    )
    return {
        (p.tabel, p.baris): Ditarik(
            p.utuh, samarkan(p.jejak.isi.alasan), p.jejak.waktu, tuple(p.kolom)
        )
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


def memuat(teks: str, kata: Iterable[str]) -> bool:
    """Return whether one of these words stands in the text."""
    return hitamkan(teks, kata) != teks


def kata_jejak(jejak: Jejak, tanpa: Container[str] = ()) -> list[str]:
    """Return the typed words of one act: its reason, the number of a paper, and old and new values
    but those of the columns `tanpa`. None once emptied."""
    rincian = jejak.isi.rincian or {}
    ubah = rincian.get("perubahan", {})
    nilai = [satu for nama, pasangan in ubah.items() if nama not in tanpa for satu in pasangan]
    semua = (jejak.isi.alasan, rincian.get("nomor"), *nilai)
    return [kata for kata in semua if isinstance(kata, str) and kata]


def hitamkan_hal(
    *,
    objek: Berjejak,
    baris: Iterable[tuple[models.Model, dict[str, str]]],
    kata: Sequence[str],
    alasan: str,
    aksi: str,
    oleh: Orang,
) -> Jejak:
    """Black out these words in every row that tells of `objek` (`baris`: rows with their texts by
    column) by the act `aksi`. Acts of its trail that tell them are emptied; the acts stay.

    Lock `objek` first. Raises TidakBisa without words or a reason, when the reason repeats the
    words, when a text would become too long, and when the words stand nowhere.
    """
    pastikan_ada_kata(kata)
    pastikan_tanpa_kata(alasan, kata)
    terkena = [j for j in riwayat(objek) if any(memuat(t, kata) for t in kata_jejak(j))]
    hitam = [(satu, baru) for satu, isi in baris if (baru := _yang_hitam(isi, kata))]
    if not (terkena or hitam):
        raise TidakBisa(TAK_ADA)
    hapus_isi(objek=objek, alasan=DITARIK, oleh=oleh, jejak=terkena)
    jejak = catat(objek=objek, aksi=aksi, oleh=oleh, alasan=alasan.strip())
    for satu in terkena:
        catat_penarikan(jejak=jejak, baris=satu.isi, kolom=["alasan"], utuh=True)
    for milik, baru in hitam:
        hitamkan_baris(jejak=jejak, baris=milik, baru=baru)
    return jejak


def _yang_hitam(isi: dict[str, str], kata: Sequence[str]) -> dict[str, str]:
    return {nama: hitamkan(teks, kata) for nama, teks in isi.items() if memuat(teks, kata)}


def pastikan_tanpa_kata(alasan: str, kata: Sequence[str]) -> None:
    """Raise TidakBisa without a reason, and when it repeats the words that become black."""
    pastikan_beralasan(alasan)
    if memuat(alasan, kata):
        raise TidakBisa(TERULANG)


def hitam_semua(
    tulisan: dict[str, str], kata: Sequence[str], alasan: str, *, utuh: str = HITAM
) -> dict[str, str]:
    """Return the columns of `tulisan` that change, with their new text; without `kata` each text
    becomes `utuh`.

    Raises TidakBisa without a reason, when it repeats the words, and when nothing changes.
    """
    pastikan_tanpa_kata(alasan, kata)
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
