"""Photos of checks: they wait under the key of the form until it is right (`core.berkas.titipan`).

Nobody could be told of a later verdict, so each photo is decoded while its sender waits, or refused
with the form.
"""

from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from aspirasi.services.foto_titipan import berbayar
from core.berkas.foto_tertunda import HasilFoto
from core.berkas.simpan import hapus
from core.berkas.titipan import Titipan, tandai
from core.formulir.sekali import sidik, tunggu_giliran
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.models import Berkas
from core.moderasi.tampil import selaraskan_berkas
from core.waktu import sekarang
from laporan.laku import AksiCek
from laporan.models import CekWarga, FotoCek
from laporan.services.cek import pernah_ditutup, tahan

FOTO_TERBANYAK = 3
PENUH = f"Satu cek memuat paling banyak {FOTO_TERBANYAK} foto."
TITIPAN = Titipan("laporan.cek", FOTO_TERBANYAK, PENUH)


def titip(*, kunci: str, unggahan: Iterable[UploadedFile], tempat: str) -> HasilFoto:
    """Store the photos for the form with this key; they draw on the allowance of `tempat`. Call it
    outside a transaction. Photos that this form gave to its check already are passed over."""
    semua = list(unggahan)
    tanda = tandai(TITIPAN.untuk(kunci), semua)
    ada = set(FotoCek.objects.filter(kunci_sekali__in=tanda).values_list("kunci_sekali", flat=True))
    baru = [satu for satu, cap in zip(semua, tanda, strict=True) if cap not in ada]
    return TITIPAN.titip(kunci=kunci, unggahan=baru, olah=berbayar(tempat))


@transaction.atomic
def lekatkan(*, kunci: str, cek: CekWarga) -> int:
    """Give a check the photos that waited for its form, each once, and return how many. Those that
    are too many are deleted. New photos of a check that nobody proven wrote are read first."""
    tunggu_giliran(sidik(TITIPAN.untuk(kunci)))
    cek = CekWarga.objects.select_for_update(of=("self",), no_key=True).get(pk=cek.pk)
    if cek.ditarik_pada:
        TITIPAN.buang(kunci=kunci)
        return 0
    baru: list[FotoCek] = []

    def beri(berkas: Berkas) -> None:
        if cek.foto.count() >= FOTO_TERBANYAK:
            raise TidakBisa(PENUH)
        tanda = berkas.asal or None
        if tanda and FotoCek.objects.filter(kunci_sekali=tanda).exists():
            hapus(berkas)  # the form was sent twice
            return
        isi: dict[str, Any] = {"cek": cek, "berkas": berkas, "kunci_sekali": tanda}
        baru.append(FotoCek.objects.create(**isi))

    TITIPAN.lekatkan(kunci=kunci, beri=beri)
    if baru and cek.umum and (not cek.terbukti or pernah_ditutup(cek)):
        _baca_lagi(cek)
    selaraskan_berkas(cek)
    return len(baru)


def _baca_lagi(cek: CekWarga) -> None:
    """Let a check wait that was let through before its photos came."""
    cek.diperbaiki_pada = sekarang()
    tahan(cek)
    catat(objek=cek, aksi=AksiCek.DIPERBAIKI, dari=cek.penilaian, ke=cek.penilaian)
