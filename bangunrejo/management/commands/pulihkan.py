"""`manage.py pulihkan`: bring a backup back into an empty installation."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from bangunrejo.jalan.cadangan import restore


class Command(BaseCommand):
    help = "Memulihkan cadangan ke basis data dan DATA_DIR yang kosong."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="folder bertanggal buatan cadangkan")

    def handle(self, *args: Any, **options: Any) -> None:
        restore(options["folder"])
        self.stdout.write("Pemulihan selesai. Jalankan portal seperti biasa.")
