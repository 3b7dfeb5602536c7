"""Acts that close a kiriman with a reason in words."""

from aspirasi.enums import Aksi, Langkah
from aspirasi.models import Aspirasi
from aspirasi.services import jawab
from core.waktu import hari_ini
from meja.tindakan.dasar import AlasanForm


class TutupNegatifForm(AlasanForm):
    """Close without an answer that helps, as `aksi` says."""

    negatif = True

    def lakukan(self) -> None:
        alasan = self.cleaned_data["alasan"]
        jawab.tutup_negatif(aspirasi=self.aspirasi, aksi=self.aksi, alasan=alasan, oleh=self.oleh)


class TolakForm(TutupNegatifForm):
    """The reason why it is not taken up here, and where the sender can go."""

    def siapkan(self) -> None:
        petunjuk = self.fields["alasan"].help_text
        self.fields["alasan"].help_text = f"{petunjuk} Sebutkan juga ke mana ia dapat mengadu."


class BukanWewenang(TolakForm):
    """The matter does not belong to this government."""

    nama, aksi = "bukan-wewenang", Aksi.BUKAN_WEWENANG
    label, tombol = "Bukan wewenang kami", "Nyatakan bukan wewenang"
    pesan = "Kiriman ditutup karena bukan wewenang."


class Tolak(TolakForm):
    """Refuse it."""

    nama, aksi = "tolak", Aksi.TOLAK
    label, tombol = "Tolak", "Tolak kiriman"
    pesan = "Kiriman ditolak. Pengirim membaca alasannya."


class Arsipkan(TutupNegatifForm):
    """Do not go on with it."""

    nama, aksi = "arsipkan", Aksi.ARSIPKAN
    label, tombol = "Tidak dilanjutkan", "Jangan lanjutkan"
    pesan = "Kiriman tidak dilanjutkan. Pengirim membaca alasannya."


class Buktikan(AlasanForm):
    """The observation of an official at the finished project."""

    nama, aksi = "buktikan", Aksi.BUKTIKAN
    label, tombol = "Nyatakan terbukti pada proyek", "Tutup sebagai terbukti"
    pesan = "Kiriman ditutup karena terbukti pada proyek yang selesai."

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        """Return whether the sender was asked about the finished project and the days to answer are
        over."""
        habis = aspirasi.tenggat is not None and aspirasi.tenggat < hari_ini()
        return aspirasi.langkah == Langkah.KONFIRMASI and habis

    def siapkan(self) -> None:
        self.fields["alasan"].label = "Yang terlihat di lapangan"

    def lakukan(self) -> None:
        alasan = self.cleaned_data["alasan"]
        jawab.buktikan(aspirasi=self.aspirasi, alasan=alasan, oleh=self.oleh)
