"""`manage.py cadangkan`: write database and files into one dated folder."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from bangunrejo.jalan.cadangan import backup


class Command(BaseCommand):
    help = "Mencadangkan basis data dan berkas ke satu folder bertanggal."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--ke",
            type=Path,
            default=settings.BASE_DIR / "cadangan",
            help="folder tempat cadangan (bawaan: cadangan/ di folder portal)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Cadangan selesai: {backup(options['ke'])}")
