"""Load the demonstration data once, or in the place of an older version."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from aspirasi.kode import tulis_kode
from bangunrejo.contoh.bangun_ulang import segarkan
from bangunrejo.contoh.muat import AdaDataNyata, Hasil, muat

BERKAS_AKUN = "akun-contoh.txt"


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
        baris = [
            "Akun contoh (semua rekaan):",
            *(f"  {email:<36} {sandi}" for email, sandi in hasil.sandi.items()),
            f"Kiriman contoh: kode {tulis_kode(hasil.kode)}, PIN {hasil.pin}",
        ]
        berkas = settings.DATA_DIR / BERKAS_AKUN
        berkas.touch(mode=0o600)
        berkas.write_text("\n".join(baris) + "\n")
        self.stdout.write("\n".join([*baris[:9], "  … dan kepala kampung lain", baris[-1]]))
        self.stdout.write(f"Daftar lengkap disimpan di {berkas}")
