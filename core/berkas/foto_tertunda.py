"""Photos that a request could not wait for: kept on disk and decoded by the worker.

A photo is parked as it came. Its folder is part of no backup, because the camera may have written
the place of a home into it. Its bytes are deleted as soon as the verdict is known, and its sender
reads a refusal. Photos that a crash leaves behind are swept after a day.
"""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from core.antrean.tugas import Prioritas, antre
from core.berkas import kamar_gelap
from core.berkas.kamar_gelap import BelumSelesai, Tenggat, tak_tersimpan
from core.berkas.simpan import baca_foto, hapus, simpan_jadi
from core.galat import TidakBisa
from core.gambar.olah import PESAN, FotoDitolak, tidak_tersimpan
from core.models import Berkas, FotoTertunda
from core.models.berkas import nama_acak

UMUR = timedelta(days=1)
TERBANYAK = 200  # photos that wait on one machine, of at most 10 MB each
DITOLAK_TERBANYAK = 5  # refusals that one kiriman or draft keeps to be read
AKHIRAN = ".asli"
SIBUK = "Portal sedang sibuk memeriksa foto lain. Pilih foto ini lagi."


@dataclass
class HasilFoto:
    """The outcome for photos that came together: counts, and a sentence for each refused one."""

    ditolak: list[str] = field(default_factory=list)
    diperiksa: int = 0
    tersimpan: int = 0


def satu_satu(
    unggahan: Iterable[UploadedFile], simpan: Callable[[UploadedFile, int, int, Tenggat], bool]
) -> HasilFoto:
    """Give each photo to `simpan`, with its place, their number, and the time left for all.

    `simpan` returns True for a photo that still waits for its verdict. It raises FotoDitolak or
    TidakBisa for a photo that is not taken; the others go on.
    """
    semua, hasil, tenggat = list(unggahan), HasilFoto(), kamar_gelap.permintaan()
    for urutan, satu in enumerate(semua, start=1):
        try:
            tertunda = simpan(satu, urutan, len(semua), tenggat)
        except FotoDitolak as galat:
            hasil.ditolak.append(tidak_tersimpan(galat.messages[0], urutan, len(semua)))
        except TidakBisa as galat:
            hasil.ditolak.append(tidak_tersimpan(galat.pesan, urutan, len(semua)))
        else:
            hasil.diperiksa += tertunda
            hasil.tersimpan += not tertunda
    return hasil


def simpan_atau_titip(unggahan: UploadedFile, tenggat: Tenggat) -> tuple[Berkas, float] | str:
    """Store a photo. Return it with its cost in seconds, or the name under which it is parked.

    Raises FotoDitolak. Call it outside a transaction, as it waits for up to three seconds.
    """
    data = baca_foto(unggahan)
    try:
        jadi = kamar_gelap.olah(data, tenggat)
    except BelumSelesai:
        return _titip(data)
    return simpan_jadi(jadi), jadi.detik


def simpan_sekarang(unggahan: UploadedFile, tenggat: Tenggat) -> tuple[Berkas, float]:
    """Store a photo that cannot be parked, since nobody would be told of a later verdict. Return it
    with its cost in seconds.

    Raises FotoDitolak, and TidakBisa when there is no time for it now.
    """
    hasil = simpan_atau_titip(unggahan, tenggat)
    if isinstance(hasil, str):
        buang(hasil)
        raise TidakBisa(SIBUK)
    return hasil


def antrekan(baris: FotoTertunda, fungsi: str) -> None:
    """Save the row of a parked photo and queue the task `fungsi`, which is given its key."""
    baris.save(force_insert=True)
    kunci = f"foto:{baris._meta.label_lower}:{baris.pk}"
    antre(fungsi, baris.pk, kunci=kunci, prioritas=Prioritas.NANTI)


def periksa(baris: FotoTertunda, pasang: Callable[[Berkas], object]) -> None:
    """Decode a parked photo and give it to `pasang`; a refusal stays on its row (a task's part).

    `pasang` deletes the row (`cabut`), or raises TidakBisa. BelumSelesai is not caught: the queue
    tries again. All of it is part of the caller's transaction; the original is deleted when that
    commits.
    """
    try:
        berkas = simpan_jadi(kamar_gelap.olah(_isi(baris.nama), kamar_gelap.latar()))
        with hapus_bila_tidak_bisa(berkas):
            pasang(berkas)
    except BelumSelesai:
        raise
    except FotoDitolak as galat:
        _tolak(baris, galat.messages[0])
    except TidakBisa as galat:
        _tolak(baris, galat.pesan)
    buang_saat_commit(baris.nama)


@contextmanager
def hapus_bila_tidak_bisa(berkas: Berkas) -> Iterator[None]:
    """Delete a stored photo again when the block refuses it (TidakBisa)."""
    try:
        yield
    except TidakBisa:
        hapus(berkas)
        raise


@contextmanager
def buang_bila_gagal(nama: str) -> Iterator[None]:
    """Delete a parked original again when the block cannot give it a row."""
    try:
        yield
    except BaseException:
        buang(nama)
        raise


def _tolak(baris: FotoTertunda, sebab: str) -> None:
    sebab = sebab[: baris._meta.get_field("sebab").max_length]
    _satu_baris(baris).update(sebab=sebab)  # no row when it was given up meanwhile


def _satu_baris(baris: FotoTertunda) -> Any:
    return type(baris)._default_manager.filter(pk=baris.pk)


def cabut(baris: FotoTertunda) -> None:
    """Delete the row of a photo that was accepted. Raises TidakBisa when it was given up."""
    if not _satu_baris(baris).delete()[0]:
        raise TidakBisa("Foto ini sudah dibatalkan.")


def pilah(semua: Iterable[FotoTertunda]) -> dict[str, list[FotoTertunda]]:
    """Return the parked photos as a page shows them: those without a verdict, and the refusals."""
    tertunda = list(semua)
    return {
        "foto_diperiksa": [f for f in tertunda if not f.sebab],
        "foto_ditolak": [f for f in tertunda if f.sebab],
    }


def buang_lama(ditolak: Any) -> None:
    """Keep only the newest refusals of one kiriman or draft, so that they never fill its page."""
    lama = ditolak.ditolak().order_by("-pk").values_list("pk", flat=True)[DITOLAK_TERBANYAK:]
    ditolak.filter(pk__in=list(lama)).delete()


def buang_saat_commit(nama: str) -> None:
    """Delete a parked original when the transaction commits."""
    transaction.on_commit(lambda: buang(nama), robust=True)


def sapu() -> int:
    """Remove originals older than a day and tell their senders (a periodic job).

    Return how many. A crash, or a worker that stood still, left them behind.
    """
    batas = timezone.now() - UMUR
    for model in apps.get_models():
        if issubclass(model, FotoTertunda):
            lama = model._default_manager.filter(sebab="", dibuat__lt=batas)
            lama.update(sebab=PESAN["luput"])
    jumlah = 0
    for jalur in _asli():
        with contextlib.suppress(FileNotFoundError):
            if jalur.stat().st_mtime < batas.timestamp():
                jalur.unlink()
                jumlah += 1
    return jumlah


def _titip(data: bytes) -> str:
    """Write the bytes under a name nobody can guess. Raises FotoDitolak."""
    nama = nama_acak(AKHIRAN)
    try:
        if sum(1 for _ in _asli()) >= TERBANYAK:
            raise BelumSelesai
        with open(_jalur(nama), "xb", opener=_tertutup) as tujuan:
            tujuan.write(data)
    except OSError as galat:
        buang(nama)
        raise tak_tersimpan(galat) from galat
    return nama


def _tertutup(jalur: str, bendera: int) -> int:
    return os.open(jalur, bendera, 0o600)


def _isi(nama: str) -> bytes:
    try:
        return _jalur(nama).read_bytes()
    except FileNotFoundError as galat:
        raise FotoDitolak("luput") from galat


def buang(nama: str) -> None:
    """Delete a parked original. It is no fault when it is gone already."""
    with contextlib.suppress(OSError):
        _jalur(nama).unlink()


def _asli() -> Iterator[Path]:
    return kamar_gelap.folder().glob(f"*{AKHIRAN}")


def _jalur(nama: str) -> Path:
    return kamar_gelap.folder() / nama
