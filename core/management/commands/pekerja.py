"""`manage.py pekerja`: run queued tasks and periodic jobs until told to stop."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from core.antrean.pekerja import BATAS_TUGAS, Pekerja
from core.antrean.tugas import kerjakan_semua


class Command(BaseCommand):
    help = "Jalankan tugas antrean dan tugas berkala sampai diminta berhenti."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--sekali", action="store_true", help="kerjakan yang sudah siap, lalu berhenti"
        )
        parser.add_argument(
            "--batas", type=int, default=BATAS_TUGAS, help="detik paling lama untuk satu tugas"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["sekali"]:
            self.stdout.write(f"{kerjakan_semua()} tugas dijalankan.")
        else:
            Pekerja(options["batas"]).jalan()
