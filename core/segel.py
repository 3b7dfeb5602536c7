"""Seal the trail in a hash chain, and check it.

hash = SHA-256(previous hash ‖ canonical JSON of the Jejak row). The place in the chain
is the seal's own dense number, given when the row became visible to the sealer, so a
transaction that commits late is sealed late and nothing is skipped.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.utils import timezone

from core.jejak import hash_isi, kanonis
from core.models import IsiJejak, Jejak, Segel

AWAL = hashlib.sha256(b"Bangunrejo: awal rantai segel").hexdigest()
KUNCI_PENYEGEL = 0x5E6E1  # the advisory lock: one sealer at a time in one database
BATAS_BELUM_DISEGEL = dt.timedelta(hours=1)
PALING_BANYAK_MASALAH = 100  # a report longer than this helps nobody


@dataclass
class Laporan:
    """What a check found. `urutan` and `kepala` are the place and hash of the last
    link: published elsewhere, they reveal a chain that was recomputed as a whole.
    """

    diperiksa: int = 0
    urutan: int = 0
    kepala: str = AWAL
    belum_disegel: int = 0
    masalah: list[str] = field(default_factory=list)

    @property
    def utuh(self) -> bool:
        return not self.masalah

    def catat(self, masalah: str) -> None:
        if len(self.masalah) < PALING_BANYAK_MASALAH:
            self.masalah.append(masalah)


@transaction.atomic
def segel_baru(batas: int = 1000) -> int:
    """Seal at most `batas` visible rows without a seal, and return how many were sealed.

    Returns 0 without waiting while another sealer works. The lock is held to the end of
    the caller's transaction, so the next sealer sees everything this one appended.
    """
    if not _boleh_menyegel():
        return 0
    terakhir = Segel.objects.order_by("-urutan").first()
    urutan, kepala = (terakhir.urutan, terakhir.hash) if terakhir else (0, AWAL)
    baru = []
    for jejak in Jejak.objects.filter(segel__isnull=True).order_by("pk")[:batas]:
        urutan += 1
        sebelumnya, kepala = kepala, hash_segel(kepala, jejak)
        baru.append(Segel(urutan=urutan, jejak=jejak, hash_sebelumnya=sebelumnya, hash=kepala))
    Segel.objects.bulk_create(baru)
    return len(baru)


def segel_semua() -> int:
    """Seal until nothing visible is left unsealed (the periodic job); return how many."""
    jumlah = 0
    while baru := segel_baru():
        jumlah += baru
    return jumlah


def hash_segel(sebelumnya: str, jejak: Jejak) -> str:
    """Return the hash of a link: `sebelumnya` is the previous link's 64 hexadecimal digits."""
    baris = {
        "id": jejak.pk,
        "waktu": jejak.waktu.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        "oleh_id": jejak.oleh_id,
        "peran": jejak.peran,
        "objek_jenis": jejak.objek_jenis,
        "objek_nomor": jejak.objek_nomor,
        "aksi": jejak.aksi,
        "dari": jejak.dari,
        "ke": jejak.ke,
        "isi_hash": jejak.isi_hash,
    }
    return hashlib.sha256(bytes.fromhex(sebelumnya) + kanonis(baris)).hexdigest()


def periksa(kepala: tuple[int, str] | None = None) -> Laporan:
    """Walk the whole chain and return what was found; nothing is changed.

    `kepala` is a head published earlier (place, hash): it must still be in the chain.
    """
    laporan = Laporan()
    ditemukan = kepala is None
    for segel in _rantai():
        _periksa_mata(laporan, segel)
        ditemukan = ditemukan or (segel.urutan, segel.hash) == kepala
        laporan.diperiksa += 1
        laporan.urutan, laporan.kepala = segel.urutan, segel.hash
    if not ditemukan:
        laporan.catat("Kepala yang pernah diumumkan tidak ada lagi dalam rantai.")
    _periksa_isi(laporan)
    _periksa_belum_disegel(laporan)
    return laporan


def _rantai() -> Iterator[Segel]:
    return Segel.objects.select_related("jejak").order_by("urutan").iterator(chunk_size=2000)


def _periksa_mata(laporan: Laporan, segel: Segel) -> None:
    if segel.urutan != laporan.urutan + 1:
        laporan.catat(f"Segel {laporan.urutan + 1} hilang: sesudahnya langsung {segel.urutan}.")
    if segel.hash_sebelumnya != laporan.kepala:
        laporan.catat(f"Segel {segel.urutan}: tidak menyambung ke segel sebelumnya.")
    if segel.hash != hash_segel(segel.hash_sebelumnya, segel.jejak):
        laporan.catat(f"Segel {segel.urutan}: jejak {segel.jejak_id} berubah setelah disegel.")


def _periksa_isi(laporan: Laporan) -> None:
    if hilang := Jejak.objects.filter(isi__isnull=True).count():
        laporan.catat(f"{hilang} jejak kehilangan baris isinya.")
    utuh = IsiJejak.objects.filter(dihapus_pada__isnull=True).select_related("jejak")
    for isi in utuh.order_by("pk").iterator(chunk_size=2000):
        if hash_isi(isi.garam, isi.alasan, isi.rincian or {}) != isi.jejak.isi_hash:
            laporan.catat(f"Jejak {isi.pk}: isinya tidak cocok dengan hash yang disegel.")


def _periksa_belum_disegel(laporan: Laporan) -> None:
    belum = Jejak.objects.filter(segel__isnull=True)
    laporan.belum_disegel = belum.count()
    lama = belum.filter(waktu__lt=timezone.now() - BATAS_BELUM_DISEGEL).count()
    if lama:
        laporan.catat(f"{lama} jejak belum disegel lebih dari satu jam. Periksa pekerja antrean.")


def _boleh_menyegel() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [KUNCI_PENYEGEL])
        return bool(cursor.fetchone()[0])
