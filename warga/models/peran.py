"""The role of an account: the stored one, and the one that counts today."""

from typing import Any

from warga.enums import PERAN_KECAMATAN, PERAN_PETUGAS, Peran


class Berperan:
    """The rights of an account by its role. The account brings the columns and the offices."""

    peran: Any
    nama_jabatan: Any
    pernah_menjabat: Any

    @property
    def is_staff(self) -> bool:
        """Return whether the account may enter the admin (Django's word for it)."""
        return self.peran_kini in PERAN_KECAMATAN

    @property
    def akun_kecamatan(self) -> bool:
        """Return whether this account is of the kecamatan, whether or not its office runs."""
        return self.peran in PERAN_KECAMATAN

    @property
    def akun_petugas(self) -> bool:
        """Return whether this account has a desk, or will again when an office begins."""
        return self.peran in PERAN_PETUGAS

    @property
    def peran_kini(self) -> str:
        """Return the role that counts today: without an office a former official is a resident.

        An admin needs no office, or a portal could be left without one. An official whose offices
        were never written down keeps the role (docs/keputusan/0039-jabatan-dan-hak.md).
        """
        tetap = self.peran in (Peran.WARGA, Peran.ADMIN)
        if tetap or self.nama_jabatan or not self.pernah_menjabat:
            return self.peran
        return Peran.WARGA

    @property
    def adalah_petugas(self) -> bool:
        """Return whether this person works at a desk (/kerja/)."""
        return self.peran_kini in PERAN_PETUGAS

    @property
    def punya_meja(self) -> bool:
        """Return whether this person has a front page of work: those of a desk, BPK and
        fasilitator."""
        return self.adalah_petugas or self.pembantu_warga

    @property
    def adalah_bpk(self) -> bool:
        """Return whether this person watches over a kampung for its BPK."""
        return self.peran_kini == Peran.BPK

    @property
    def adalah_admin(self) -> bool:
        """Return whether this person looks after accounts and settings."""
        return self.peran == Peran.ADMIN

    @property
    def adalah_warga(self) -> bool:
        """Return whether this is an account without a task: its owner alone may end it."""
        return self.peran == Peran.WARGA

    @property
    def adalah_fasilitator(self) -> bool:
        """Return whether this person writes drafts of reports for the office of a kampung."""
        return self.peran_kini == Peran.FASILITATOR

    @property
    def pembantu_warga(self) -> bool:
        """Return whether this person of a kampung hands out codes without having a desk."""
        return self.peran_kini in (Peran.FASILITATOR, Peran.BPK)
