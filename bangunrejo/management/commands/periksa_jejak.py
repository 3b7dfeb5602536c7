"""`manage.py periksa_jejak`: check the whole trail now, and compare a published seal with it."""

from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bangunrejo import pemicu
from core.jejak.rantai import periksa


def _kepala(teks: str) -> str:
    """Return the hash of "HASH" or "URUTAN:HASH"; blanks between its groups do not matter."""
    nilai = "".join(teks.rpartition(":")[2].split()).lower()
    if len(nilai) != 64 or set(nilai) - set("0123456789abcdef"):
        raise ArgumentTypeError("Tulis segel lengkap, 64 huruf dan angka, seperti yang diumumkan.")
    return nilai


class Command(BaseCommand):
    help = "Periksa rantai segel jejak. Berakhir dengan kode bukan nol bila ada yang rusak."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--kepala", type=_kepala, help="segel yang pernah diumumkan, harus masih ada"
        )
        parser.add_argument(
            "--tulis-pemicu",
            action="store_true",
            help="pengembang: simpan keadaan pemicu basis data ini sebagai yang benar",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["tulis_pemicu"]:
            pemicu.tulis()
            return
        laporan = periksa(options["kepala"] or "")
        for masalah in pemicu.periksa():
            laporan.catat(masalah)
        for masalah in laporan.masalah:
            self.stderr.write(masalah)
        if not laporan.utuh:
            raise CommandError("Rantai jejak TIDAK utuh. Simpan keluaran ini, hubungi pengelola.")
        self.stdout.write(
            f"Rantai jejak utuh: {laporan.diperiksa} segel, {laporan.belum_disegel} belum disegel. "
            f"Kepala {laporan.urutan}:{laporan.kepala}"
        )
        if options["kepala"]:
            self.stdout.write("Segel yang Anda bandingkan masih ada dalam rantai.")
