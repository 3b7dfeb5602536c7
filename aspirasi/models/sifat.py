"""What a kiriman, an answer and a letter are, in words that a page may ask for.

A template compares with no stored value: it asks for one of these.
"""

from typing import Any

from aspirasi.enums import Asal, Jangkauan, JenisTindakLanjut, Status, Tentang


class SifatAspirasi:
    """Yes or no, from the row of a kiriman alone."""

    @property
    def jangkauan_umum(self: Any) -> bool:
        """Meant for everyone; `terbit` says whether everyone reads it now."""
        return bool(self.jangkauan == Jangkauan.PUBLIK)

    @property
    def jangkauan_kecamatan(self: Any) -> bool:
        """Only the kecamatan reads it, and its kampung never learns of it."""
        return bool(self.jangkauan == Jangkauan.KECAMATAN)

    @property
    def tentang_petugas(self: Any) -> bool:
        """About somebody in office, of the kampung or of the kecamatan."""
        return bool(self.tentang != Tentang.TIDAK)

    @property
    def tentang_kecamatan(self: Any) -> bool:
        """About an official of the kecamatan: the camat and those named for it alone read it."""
        return bool(self.tentang == Tentang.PETUGAS_KECAMATAN)

    @property
    def lewat_petugas(self: Any) -> bool:
        """An official wrote it down for somebody, from paper or from what was said."""
        return bool(self.asal != Asal.PORTAL)

    @property
    def ditanya_petugas(self: Any) -> bool:
        """An official asked its sender something, and waits."""
        return bool(self.status == Status.PERLU_PERBAIKAN)

    @property
    def menunggu_kata_pengirim(self: Any) -> bool:
        """Answered: it closes without the sender's word when none comes by `tenggat`."""
        return bool(self.status == Status.DITANGGAPI)

    @property
    def tergabung(self: Any) -> bool:
        """It waits with another: joined by its sender, or merged by an official."""
        return bool(self.status == Status.DIGABUNG)

    @property
    def di_luar_wewenang(self: Any) -> bool:
        """Neither kampung nor kecamatan may decide it."""
        return bool(self.status == Status.BUKAN_WEWENANG)

    @property
    def ditutup_beralasan(self: Any) -> bool:
        """Closed by officials without what was asked for, who had to say why."""
        return self.status in (Status.DITOLAK, Status.BUKAN_WEWENANG, Status.DIARSIPKAN)

    @property
    def kata_kampung(self: Any) -> str:
        """Name its kampung; some senders do not know in which one they stand."""
        return f"Kampung {self.kampung.nama if self.kampung else 'belum diketahui'}"


class SifatTindakLanjut:
    """Which of the four kinds of entry it is."""

    @property
    def resmi(self: Any) -> bool:
        """An official answer."""
        return bool(self.jenis == JenisTindakLanjut.TANGGAPAN)

    @property
    def catatan_petugas(self: Any) -> bool:
        """A note that officials alone read."""
        return bool(self.jenis == JenisTindakLanjut.CATATAN)
