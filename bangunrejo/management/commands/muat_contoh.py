"""Load the demonstration data once, or in the place of an older version."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from aspirasi.kode import tulis_kode
from bangunrejo.contoh.bangun_ulang import segarkan
from bangunrejo.contoh.muat import AdaDataNyata, Hasil, muat
from bangunrejo.contoh.orang import DOMAIN

BERKAS_AKUN = "akun-contoh.txt"
# The accounts that README's story needs, by what they can do. Every other one stands in the file.
KELOMPOK = {
    "Warga (mengirim, ikut diskusi, mengikuti kabar)": ("warga",),
    "Warga Kampung Contoh (sudah mengecek proyek kampungnya)": ("warga-1", "warga-2", "warga-3"),
    "Kecamatan (memeriksa dan meneruskan kiriman)": ("staf", "rahasia", "camat"),
    "Kampung (menjawab, membuka kegiatan, menulis laporan)": (
        "kakam.sido-rejo",
        "aparat",
        "sekretaris",
    ),
    "Pendamping (mengirim untuk orang lain, memberi kode)": ("fasilitator", "bpk"),
    "BPK Kampung Contoh (mengawasi pekerjaan dengan catatan)": ("bpk-contoh",),
    "Admin (akun, jabatan, dan pengaturan)": ("admin",),
}
LAINNYA = "Kepala kampung lain (sama seperti kampung di atas)"


class Command(BaseCommand):
    help = "Memuat data contoh (rekaan). Ditolak bila portal dipakai sungguhan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--ganti",
            action="store_true",
            help="ganti data contoh versi lama (cadangannya disimpan); hanya saat portal berhenti",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PORTAL_MODE == "produksi":
            raise CommandError("Data contoh tidak dapat dimuat di portal yang dipakai sungguhan.")
        if options["ganti"]:
            segarkan()
        try:
            hasil = muat()
        except AdaDataNyata:
            raise CommandError(
                "Basis data ini sudah berisi akun, jadi data contoh tidak dimuat. "
                "Pakai DATA_DIR yang kosong."
            ) from None
        if hasil is None:
            self.stdout.write("Data contoh sudah ada, tidak ada yang diubah.")
            return
        self._simpan(hasil)

    def _simpan(self, hasil: Hasil) -> None:
        """Print the passwords once, and keep them readable by the owner alone."""
        kiriman = f"Kiriman contoh: kode {tulis_kode(hasil.kode)}, PIN {hasil.pin}"
        utama, sisa = _kelompokkan(hasil.sandi)
        berkas = settings.DATA_DIR / BERKAS_AKUN
        berkas.touch(mode=0o600)
        lengkap = [*_baris(utama), *_baris({LAINNYA: sisa}), kiriman]
        berkas.write_text("\n".join(["Akun contoh (semua rekaan):", *lengkap]) + "\n")
        for baris in ("Akun contoh (semua rekaan), masuk di /akun/:", *_baris(utama), kiriman):
            self.stdout.write(baris)
        self.stdout.write(f"{len(sisa)} kepala kampung lain ada di {berkas}")


def _kelompokkan(sandi: dict[str, str]) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Return e-mail → password of the accounts of each group, and of those in no group."""
    sisa = dict(sandi)
    utama = {
        kata: {email: sisa.pop(email) for email in (f"{satu}@{DOMAIN}" for satu in siapa)}
        for kata, siapa in KELOMPOK.items()
    }
    return utama, sisa


def _baris(kelompok: dict[str, dict[str, str]]) -> list[str]:
    """Return one line for each group, and below it one for each account."""
    return [
        baris
        for kata, isi in kelompok.items()
        for baris in (f"  {kata}", *(f"    {email:<30} {sandi}" for email, sandi in isi.items()))
    ]
