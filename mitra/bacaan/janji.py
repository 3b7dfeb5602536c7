"""Promises in words: who helps, what was promised, what arrived, and what is late."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from core.templatetags.bentuk import angka, rupiah, rupiah_pendek, tanggal
from core.waktu import hari_ini
from mitra.enums import JenisBantuan, JenisPenawar, Konflik, StatusTawaran
from mitra.models import Kontribusi, Penerimaan, Tawaran

TANPA_NAMA = {
    JenisPenawar.WARGA: "Seorang warga",
    JenisPenawar.PERANTAU: "Seorang perantau",
}
TIDAK_ADA_HUBUNGAN = (
    "Penawar menyatakan: ia dan keluarganya tidak bekerja untuk kampung ini, tidak berjualan "
    "kepadanya, dan tidak ikut tendernya."
)
DISEMBUNYIKAN = "Tulisan penawar disembunyikan petugas."


def nama_penolong(janji: Kontribusi) -> str:
    """Return who helps: a partner, or somebody without a name."""
    if janji.mitra:
        return janji.mitra.nama
    return TANPA_NAMA.get(JenisPenawar(janji.tawaran.penawar_jenis), "Seorang warga")


def kalimat_konflik(tawaran: Tawaran) -> str:
    """Return what the offerer said of their ties to the kampung."""
    if tawaran.disembunyikan:
        return DISEMBUNYIKAN
    if tawaran.konflik == Konflik.TIDAK:
        return TIDAK_ADA_HUBUNGAN
    return f"Penawar menyatakan punya hubungan dengan kampung ini: {tawaran.konflik_isi}"


def banyak(jumlah: Decimal, satuan: str) -> str:
    """Return a quantity: "40 sak", "Rp 5.000.000"."""
    return rupiah(jumlah) if satuan == "rupiah" else f"{angka(jumlah)} {satuan}"


def tawaran_dalam_kata(tawaran: Tawaran) -> str:
    """Return what is offered: "Barang, 40 sak", or the kind alone."""
    jenis = tawaran.get_jenis_display()
    if tawaran.jumlah is None:
        return jenis
    return f"{jenis}, {banyak(tawaran.jumlah, tawaran.satuan)}".rstrip()


@dataclass(frozen=True)
class Datang:
    """Something that arrived, with its corrections."""

    baris: Penerimaan
    pembetulan: tuple[Penerimaan, ...]
    satuan: str

    @property
    def kata(self) -> str:
        """Return how much, as it stands with its corrections."""
        jumlah = self.baris.jumlah + sum(satu.jumlah for satu in self.pembetulan)
        return banyak(jumlah, self.satuan)

    @property
    def semula(self) -> str:
        return banyak(self.baris.jumlah, self.satuan)


@dataclass
class Janji:
    """A promise as a page shows it."""

    isi: Kontribusi
    datang: list[Datang] = field(default_factory=list)
    tiba: Decimal = Decimal(0)

    @property
    def nama(self) -> str:
        return nama_penolong(self.isi)

    @property
    def konflik(self) -> str:
        return kalimat_konflik(self.isi.tawaran)

    @property
    def kalimat(self) -> str:
        """Return promised against delivered."""
        dijanjikan = banyak(self.isi.jumlah, self.isi.satuan)
        if not self.tiba:
            return f"Dijanjikan {dijanjikan}. Belum ada yang diterima."
        if self.tiba >= self.isi.jumlah:
            return f"Dijanjikan {dijanjikan}, sudah diterima {self._tiba}."
        sisa = banyak(self.isi.jumlah - self.tiba, self.isi.satuan)
        return f"Dijanjikan {dijanjikan}, baru diterima {self._tiba}. Kurang {sisa}."

    @property
    def _tiba(self) -> str:
        return "semuanya" if self.tiba == self.isi.jumlah else banyak(self.tiba, self.isi.satuan)

    @property
    def selesai(self) -> bool:
        return self.isi.tawaran.status == StatusTawaran.SELESAI

    @property
    def terlambat(self) -> bool:
        kurang = self.tiba < self.isi.jumlah and not self.selesai
        return kurang and self.isi.sampai < hari_ini()

    @property
    def kata_hari(self) -> str:
        """Return by when it was promised, and whether that day has passed."""
        hari = tanggal(self.isi.sampai)
        if self.selesai:
            return "Selesai."
        return f"Terlambat: dijanjikan {hari}." if self.terlambat else f"Paling lambat {hari}."

    @property
    def nilai(self) -> str:
        """Return the estimated value; '' when nobody estimated it, or for money."""
        if self.isi.nilai is None or self.isi.jenis == JenisBantuan.UANG:
            return ""
        return f"Perkiraan nilainya {rupiah_pendek(self.isi.nilai)}."


def susun(semua: Iterable[Kontribusi]) -> list[Janji]:
    """Return promises with everything that arrived of them: one query more, however many."""
    hasil = {satu.pk: Janji(satu) for satu in semua}
    baris = Penerimaan.objects.filter(kontribusi__in=hasil).select_related("bukti")
    koreksi: dict[Any, list[Penerimaan]] = {}
    pokok = []
    for satu in baris.order_by("pk"):
        hasil[satu.kontribusi_id].tiba += satu.jumlah
        if satu.membetulkan_id:
            koreksi.setdefault(satu.membetulkan_id, []).append(satu)
        else:
            pokok.append(satu)
    for satu in pokok:
        janji = hasil[satu.kontribusi_id]
        lain = tuple(koreksi.get(satu.pk, ()))
        janji.datang.append(Datang(satu, lain, janji.isi.satuan))
    return list(hasil.values())


def kalimat_tenggat(tawaran: Tawaran) -> str:
    """Return by when the office answers or decides; '' once nothing is due."""
    if tawaran.tenggat is None:
        return ""
    apa = "Dijawab" if tawaran.status == StatusTawaran.DIAJUKAN else "Diputuskan"
    lewat = f"{tawaran.kata_terlambat}. " if tawaran.terlambat else ""
    return f"{lewat}{apa} paling lambat {tanggal(tawaran.tenggat)}."
