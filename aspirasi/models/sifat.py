"""Properties of a kiriman, an answer and a letter that a page may ask for.

A template compares with no stored value: it asks for one of these.
"""

from typing import Any

from aspirasi.enums import (
    Asal,
    Jangkauan,
    Jenis,
    JenisJawaban,
    JenisTindakLanjut,
    Status,
    Tentang,
)
from core.waktu import hari_ini


class SifatAspirasi:
    """Properties from the row of a kiriman alone, each yes or no."""

    @property
    def jangkauan_umum(self: Any) -> bool:
        """Return whether it is meant for everyone; `terbit` says whether everyone reads it now."""
        return bool(self.jangkauan == Jangkauan.PUBLIK)

    @property
    def jangkauan_kecamatan(self: Any) -> bool:
        """Return whether only the kecamatan reads it; its kampung never learns of it."""
        return bool(self.jangkauan == Jangkauan.KECAMATAN)

    @property
    def tentang_petugas(self: Any) -> bool:
        """Return whether it is about somebody in office, of the kampung or of the kecamatan."""
        return bool(self.tentang != Tentang.TIDAK)

    @property
    def tentang_kecamatan(self: Any) -> bool:
        """Return whether it is about an official of the kecamatan: only the camat and named staff
        read it."""
        return bool(self.tentang == Tentang.PETUGAS_KECAMATAN)

    @property
    def lewat_petugas(self: Any) -> bool:
        """Return whether an official wrote it down for somebody, from paper or by word of mouth."""
        return bool(self.asal != Asal.PORTAL)

    @property
    def ditanya_petugas(self: Any) -> bool:
        """Return whether an official asked its sender something, and waits."""
        return bool(self.status == Status.PERLU_PERBAIKAN)

    @property
    def menunggu_kata_pengirim(self: Any) -> bool:
        """Return whether it was answered: it closes without the sender's word when none comes by
        `tenggat`."""
        return bool(self.status == Status.DITANGGAPI)

    @property
    def jenis_apresiasi(self: Any) -> bool:
        """Return whether it is thanks, which ask for nothing."""
        return bool(self.jenis == Jenis.APRESIASI)

    @property
    def janji_lewat(self: Any) -> bool:
        """Return whether an office promised it by a day that has passed. Its sender is asked now,
        and until somebody says that it is done the promise is late."""
        return bool(self.status == Status.DIJANJIKAN and self.tenggat < hari_ini())

    @property
    def menunggu_janji(self: Any) -> bool:
        """Return whether an office promised it by a day that is still to come."""
        return bool(self.status == Status.DIJANJIKAN and self.tenggat >= hari_ini())

    @property
    def tidak_dapat(self: Any) -> bool:
        """Return whether the last word of the office is that it cannot be done."""
        berakhir = self.status in (Status.DITANGGAPI, Status.SELESAI)
        return bool(berakhir and self.jawaban == JenisJawaban.TIDAK)

    @property
    def tergabung(self: Any) -> bool:
        """Return whether it waits with another: its sender joined it, or an official merged it."""
        return bool(self.status == Status.DIGABUNG)

    @property
    def di_luar_wewenang(self: Any) -> bool:
        """Return whether neither kampung nor kecamatan may decide it."""
        return bool(self.status == Status.BUKAN_WEWENANG)

    @property
    def ditutup_beralasan(self: Any) -> bool:
        """Return whether officials closed it, with a reason, without the help that was asked
        for."""
        return self.status in (Status.DITOLAK, Status.BUKAN_WEWENANG, Status.DIARSIPKAN)

    @property
    def kata_kampung(self: Any) -> str:
        """Return the name of its kampung. Some senders do not know in which one they stand."""
        return f"Kampung {self.kampung.nama if self.kampung else 'belum diketahui'}"


class SifatTindakLanjut:
    """The kind of entry, one of four."""

    @property
    def resmi(self: Any) -> bool:
        """Return whether it is an official answer."""
        return bool(self.jenis == JenisTindakLanjut.TANGGAPAN)

    @property
    def catatan_petugas(self: Any) -> bool:
        """Return whether it is a note that only officials read."""
        return bool(self.jenis == JenisTindakLanjut.CATATAN)
