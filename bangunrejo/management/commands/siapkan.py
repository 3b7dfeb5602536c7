"""`manage.py siapkan`: the first admin, and a look at what is still missing."""

import getpass
import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from bangunrejo.penyiapan import findings, has_admin, make_first_admin


class Command(BaseCommand):
    help = "Membuat admin pertama dengan kode keamanan kedua, lalu memeriksa kesiapan portal."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--nama", default=os.environ.get("ADMIN_NAMA", ""))
        parser.add_argument("--email", default=os.environ.get("ADMIN_EMAIL", ""))
        parser.add_argument("--periksa", action="store_true", help="hanya memeriksa")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["periksa"]:
            self._first_admin(options)
        found = findings()
        for sentence in found:
            self.stderr.write(f"! {sentence}")
        if found:
            raise CommandError(f"Portal belum siap dibuka: {len(found)} hal perlu dibereskan.")
        self.stdout.write("Portal siap dibuka.")

    def _first_admin(self, options: dict[str, Any]) -> None:
        if has_admin():
            self.stdout.write("Admin sudah ada; tidak ada akun yang dibuat.")
            return
        nama = options["nama"] or self._ask("Nama admin")
        email = options["email"] or self._ask("E-mail admin")
        sandi = os.environ.get("ADMIN_SANDI") or self._ask_password()
        try:
            made = make_first_admin(nama=nama, email=email, sandi=sandi)
        except ValidationError as error:
            raise CommandError(f"Admin belum dibuat: {' '.join(error.messages)}") from error
        self.stdout.write(
            f"Admin {email} sudah dibuat. Simpan dua hal ini; tidak dapat dilihat lagi."
        )
        self.stdout.write(f"1. Pasang di aplikasi kode: {made.totp_url}")
        self.stdout.write(f"2. Kode cadangan: {'  '.join(made.recovery_codes)}")

    def _ask(self, label: str) -> str:
        if not sys.stdin.isatty():
            raise CommandError(f"{label} belum diisi: beri --nama dan --email, serta ADMIN_SANDI.")
        return input(f"{label}: ").strip()

    def _ask_password(self) -> str:
        if not sys.stdin.isatty():
            raise CommandError("Kata sandi belum diisi: beri lewat ADMIN_SANDI.")
        sandi = getpass.getpass("Kata sandi: ")
        if sandi != getpass.getpass("Kata sandi, sekali lagi: "):
            raise CommandError("Kedua kata sandi tidak sama: jalankan sekali lagi.")
        return sandi
