"""`manage.py hitung_ulang`: prove all totals of money, and mend them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from transparansi.services.hitung import hitung_ulang


class Command(BaseCommand):
    """Compare every stored sum with a fresh count."""

    help = "Membandingkan angka ringkasan dengan hitungan baru, dan membetulkannya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--periksa", action="store_true", help="hanya memeriksa")

    def handle(self, *args: Any, **options: Any) -> None:
        beda = hitung_ulang(betulkan=not options["periksa"])
        if not beda:
            self.stdout.write("Semua angka ringkasan cocok.")
        elif options["periksa"]:
            raise CommandError(f"{beda} baris ringkasan tidak cocok dengan hitungan baru.")
        else:
            self.stdout.write(f"{beda} baris ringkasan tidak cocok dan sudah dibetulkan.")
