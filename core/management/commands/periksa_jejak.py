from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.segel import periksa


def _kepala(teks: str) -> tuple[int, str]:
    urutan, _, nilai = teks.partition(":")
    if not urutan.isdigit() or len(nilai) != 64:
        raise ArgumentTypeError("Tulis kepala sebagai URUTAN:HASH, seperti yang diumumkan.")
    return int(urutan), nilai


class Command(BaseCommand):
    help = "Periksa rantai segel jejak. Berakhir dengan kode bukan nol bila ada yang rusak."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--kepala", type=_kepala, help="URUTAN:HASH yang pernah diumumkan, harus masih ada"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        laporan = periksa(options["kepala"])
        for masalah in laporan.masalah:
            self.stderr.write(masalah)
        if not laporan.utuh:
            raise CommandError("Rantai jejak TIDAK utuh. Simpan keluaran ini, hubungi pengelola.")
        self.stdout.write(
            f"Rantai jejak utuh: {laporan.diperiksa} segel, {laporan.belum_disegel} belum disegel. "
            f"Kepala {laporan.urutan}:{laporan.kepala}"
        )
