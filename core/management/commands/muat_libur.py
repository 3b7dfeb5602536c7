"""`manage.py muat_libur`: bring the table of days off up to date, for some years."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from core.tenggat.hari_kerja import muat_libur
from core.waktu import hari_ini


class Command(BaseCommand):
    help = "Isi tabel hari libur dan cuti bersama. Boleh dijalankan berulang kali."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("tahun", nargs="*", type=int, help="bawaan: tahun ini dan berikutnya")

    def handle(self, *args: Any, **options: Any) -> None:
        ini = hari_ini().year
        tahun = options["tahun"] or [ini, ini + 1]
        jumlah = muat_libur(tahun)
        self.stdout.write(f"{jumlah} hari libur ditambahkan untuk {', '.join(map(str, tahun))}.")
