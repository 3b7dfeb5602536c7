"""Seal the trail in a hash chain. `core.jejak.rantai` checks it.

hash = SHA-256(previous hash ‖ canonical JSON of the Jejak row). The place in the chain
is the seal's own dense number, given when the row became visible to the sealer, so a
transaction that commits late is sealed late and nothing is skipped.

Version 1 covers the columns from before the database's own clock; version 2 covers `dicatat`, too.
Old seals keep their version and their hash.

Where the setting DATABASES has `penyegel`, the sealer works over that connection, whose role
alone may add seals (docs/keputusan/0022-segel.md).
"""

import datetime as dt
import hashlib
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from core.jejak.catat import kanonis
from core.models import Jejak, Segel

AWAL = hashlib.sha256(b"Bangunrejo: awal rantai segel").hexdigest()
KUNCI_PENYEGEL = 0x5E6E1  # the advisory lock: one sealer at a time in one database
PENYEGEL = "penyegel"  # the connection of the sealer, and the role behind it in compose.yaml


def segel_baru(batas: int = 1000) -> int:
    """Seal at most `batas` visible rows without a seal, and return how many were sealed.

    Returns 0 without waiting while another sealer works. The lock is held to the end of
    the caller's transaction, so the next sealer sees everything this one appended.
    """
    basis = PENYEGEL if PENYEGEL in connections else DEFAULT_DB_ALIAS
    with transaction.atomic(using=basis):
        return _sambung(basis, batas) if _boleh_menyegel(basis) else 0


def _sambung(basis: str, batas: int) -> int:
    urutan, kepala = kepala_rantai(basis)
    baru = []
    belum = Jejak.objects.using(basis).filter(segel__isnull=True).order_by("pk")
    for jejak in belum[:batas]:
        urutan += 1
        versi = versi_baris(jejak)
        sebelumnya, kepala = kepala, hash_segel(kepala, jejak, versi)
        baru.append(
            Segel(
                urutan=urutan,
                jejak_id=jejak.pk,
                hash_sebelumnya=sebelumnya,
                hash=kepala,
                versi=versi,
            )
        )
    Segel.objects.using(basis).bulk_create(baru)
    return len(baru)


def kepala_rantai(basis: str = DEFAULT_DB_ALIAS) -> tuple[int, str]:
    """Return place and hash of the newest seal; (0, `AWAL`) when nothing is sealed."""
    akhir = Segel.objects.using(basis).order_by("-urutan")
    return akhir.values_list("urutan", "hash").first() or (0, AWAL)


def segel_semua() -> int:
    """Seal until nothing visible is left unsealed (the periodic job); return how many."""
    jumlah = 0
    while baru := segel_baru():
        jumlah += baru
    return jumlah


def versi_baris(jejak: Any) -> int:  # a Jejak, or its columns read without the model
    """Return the version in which this row is sealed: 1 only for rows without `dicatat`."""
    return 1 if jejak.dicatat is None else 2


def hash_segel(sebelumnya: str, jejak: Any, versi: int | None = None) -> str:
    """Return the hash of a link: `sebelumnya` is the previous link's 64 hexadecimal digits.

    The names here belong to the hash. They stay, whatever the columns are called.
    """
    baris = {
        "id": jejak.id,
        "waktu": _saat(jejak.waktu),
        "oleh_id": jejak.oleh_id,
        "peran": jejak.peran,
        "objek_jenis": jejak.objek_jenis,
        "objek_nomor": jejak.objek_kunci,
        "aksi": jejak.aksi,
        "dari": jejak.dari,
        "ke": jejak.ke,
        "isi_hash": jejak.isi_hash,
    }
    if (versi or versi_baris(jejak)) > 1:
        baris |= {"versi": 2, "dicatat": _saat(jejak.dicatat) if jejak.dicatat else None}
    return hashlib.sha256(bytes.fromhex(sebelumnya) + kanonis(baris)).hexdigest()


def _saat(waktu: dt.datetime) -> str:
    return waktu.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _boleh_menyegel(basis: str) -> bool:
    with connections[basis].cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [KUNCI_PENYEGEL])
        return bool(cursor.fetchone()[0])
