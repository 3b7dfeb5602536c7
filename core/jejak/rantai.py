"""Check the trail: walk the chain of seals in bounded parts, then check what stands beside it.

A walk reads rows as a stream and keeps one `Laporan`, which is plain data: the nightly job
(`bangunrejo.jaga_jejak`) stops after so many seals and goes on in its next task. A problem is a
sentence that names rows by their numbers and never quotes their words.
"""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection
from django.db.models.functions import Coalesce
from django.utils import timezone

from core.jejak.catat import hash_isi
from core.jejak.segel import AWAL, hash_segel, versi_baris
from core.models import IsiJejak, Jejak, Segel

BATAS_BELUM_DISEGEL = dt.timedelta(hours=1)
PALING_BANYAK_MASALAH = 100  # a report longer than this helps nobody
SEKALI_JALAN = 200_000  # links in one task: some 20 of the 300 seconds that one may take
TERBACA = 2000  # rows fetched at once

_RANTAI = """
SELECT s.urutan, s.hash_sebelumnya, s.hash, s.versi, s.waktu, s.penyegel, s.jejak_id,
    j.id, j.waktu, j.dicatat, j.oleh_id, j.peran, j.objek_jenis, j.objek_kunci, j.aksi, j.dari,
    j.ke, j.isi_hash, i.jejak_id, i.alasan, i.rincian, i.garam, i.dihapus_pada
FROM core_segel s
LEFT JOIN core_jejak j ON j.id = s.jejak_id
LEFT JOIN core_isijejak i ON i.jejak_id = s.jejak_id
WHERE s.urutan > %s ORDER BY s.urutan LIMIT %s
"""
# Words are emptied by `core.jejak.catat.hapus_isi`, which names the rows in a row of its own. Older
# such rows name none; they are known by the object and the moment.
_KOSONG_TANPA_JEJAK = """
SELECT i.jejak_id FROM core_isijejak i JOIN core_jejak j ON j.id = i.jejak_id
WHERE i.dihapus_pada IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM core_jejak h JOIN core_isijejak w ON w.jejak_id = h.id
    WHERE h.objek_jenis = j.objek_jenis AND h.objek_kunci = j.objek_kunci
        AND h.aksi = 'isi_dihapus' AND h.id > j.id
        AND CASE WHEN w.rincian ? 'jejak' THEN w.rincian -> 'jejak' @> to_jsonb(j.id)
            ELSE h.dicatat IS NULL AND h.waktu BETWEEN i.dihapus_pada - interval '1 minute'
                AND i.dihapus_pada + interval '1 minute' END
) ORDER BY 1 LIMIT %s
"""
# Heads that were published, and heads at which a clean check ended.
_KEPALA_HILANG = """
SELECT k.urutan, k.hari FROM (
    SELECT urutan, hash, tanggal AS hari FROM core_kepalasegel
    UNION ALL
    SELECT urutan, kepala, (selesai AT TIME ZONE 'Asia/Jakarta')::date
    FROM core_pemeriksaanjejak WHERE jumlah_masalah = 0 AND urutan > 0
) k LEFT JOIN core_segel s ON s.urutan = k.urutan
WHERE s.hash IS DISTINCT FROM k.hash ORDER BY k.urutan, k.hari LIMIT %s
"""

# Publishing is an act of its own. Wrong are a head that was put there on another day (so that none
# is published on its own day), and a head that is gone.
_KEPALA_JANGGAL = """
SELECT to_char(tanggal, 'DD-MM-YYYY'), 'tidak mempunyai jejak pengumuman pada hari itu' FROM (
    SELECT tanggal FROM core_kepalasegel k WHERE NOT EXISTS (
        SELECT 1 FROM core_jejak j
        WHERE j.objek_jenis = 'segel' AND j.objek_kunci = to_char(k.tanggal, 'YYYY-MM-DD')
            AND j.aksi = 'diumumkan'
            AND (j.dicatat AT TIME ZONE 'Asia/Jakarta')::date = k.tanggal
    )
) tanpa
UNION ALL
SELECT to_char(j.dicatat AT TIME ZONE 'Asia/Jakarta', 'DD-MM-YYYY'), 'tidak ada lagi'
FROM core_jejak j WHERE j.objek_jenis = 'segel' AND j.aksi = 'diumumkan' AND NOT EXISTS (
    SELECT 1 FROM core_kepalasegel k WHERE to_char(k.tanggal, 'YYYY-MM-DD') = j.objek_kunci
)
ORDER BY 1 LIMIT %s
"""


@dataclass
class Laporan:
    """The findings of a check so far; plain data, so that another task can go on with it.

    `urutan` and `kepala` are the place and hash of the last link: published elsewhere, they
    reveal a chain that was recomputed as a whole. `puncak` is the latest `dicatat` read; moments
    are compared in links after `banding_sejak` alone.
    """

    mulai: str = ""
    diperiksa: int = 0
    urutan: int = 0
    kepala: str = AWAL
    versi: int = 1
    puncak: str = ""
    banding_sejak: int = 0
    berperan: bool = False
    belum_disegel: int = 0
    jumlah_masalah: int = 0
    masalah: list[str] = field(default_factory=list)

    @property
    def utuh(self) -> bool:
        return not self.jumlah_masalah

    def catat(self, masalah: str) -> None:
        self.jumlah_masalah += 1
        if len(self.masalah) < PALING_BANYAK_MASALAH:
            self.masalah.append(masalah)


class Mata(NamedTuple):
    """One link with its row and the row's words. Row and words are None where they are gone."""

    urutan: int
    hash_sebelumnya: str
    hash: str
    versi: int
    disegel: dt.datetime
    penyegel: str
    jejak_id: int
    id: int | None
    waktu: dt.datetime
    dicatat: dt.datetime | None
    oleh_id: int | None
    peran: str
    objek_jenis: str
    objek_kunci: str
    aksi: str
    dari: str
    ke: str
    isi_hash: str
    isi_id: int | None
    alasan: str
    rincian: str | None
    garam: str
    dihapus_pada: dt.datetime | None


def periksa(kepala: str = "") -> Laporan:
    """Check the whole chain at once and return the findings; nothing is changed.

    `kepala` is the hash of a head published earlier: it must still be in the chain.
    """
    laporan = Laporan()
    while telusuri(laporan):
        pass
    if kepala and not Segel.objects.filter(hash=kepala).exists():
        laporan.catat("Segel yang pernah diumumkan itu tidak ada lagi dalam rantai.")
    tutup(laporan)
    return laporan


def telusuri(laporan: Laporan, batas: int = SEKALI_JALAN) -> bool:
    """Walk at most `batas` links on from the place of `laporan`. Return True when more may
    follow."""
    sebelum = laporan.diperiksa
    for mata in _rantai(laporan.urutan, batas):
        _periksa_mata(laporan, mata)
        if mata.id is not None:
            _periksa_isi(laporan, mata)
            _periksa_asal(laporan, mata)
        laporan.diperiksa += 1
        laporan.urutan, laporan.kepala = mata.urutan, mata.hash
    return laporan.diperiksa - sebelum == batas


def tutup(laporan: Laporan) -> None:
    """Check what the walk does not pass: heads, emptied words, rows without a seal."""
    for urutan, hari in _tanya(_KEPALA_HILANG):
        if urutan > laporan.urutan:
            apa = f"ekor rantai terpotong, sekarang berakhir di segel {laporan.urutan}"
        else:
            apa = "rantai ditulis ulang"
        laporan.catat(f"Segel {urutan} yang tercatat pada {hari:%d-%m-%Y} tidak ada lagi: {apa}.")
    for hari, apa in _tanya(_KEPALA_JANGGAL):
        laporan.catat(f"Segel yang diumumkan pada {hari} {apa}.")
    for (nomor,) in _tanya(_KOSONG_TANPA_JEJAK):
        laporan.catat(f"Jejak {nomor}: isinya dikosongkan tanpa jejak penghapusan.")
    _periksa_belum_disegel(laporan)


def _rantai(sesudah: int, batas: int) -> Iterator[Mata]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(_RANTAI, [sesudah, batas])
        while baris := cursor.fetchmany(TERBACA):
            yield from map(Mata._make, baris)


def _tanya(perintah: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(perintah, [PALING_BANYAK_MASALAH])
        return list(cursor.fetchall())


def _periksa_mata(laporan: Laporan, mata: Mata) -> None:
    if mata.urutan != laporan.urutan + 1:
        laporan.catat(f"Segel {laporan.urutan + 1} hilang: sesudahnya langsung {mata.urutan}.")
    if mata.hash_sebelumnya != laporan.kepala:
        laporan.catat(f"Segel {mata.urutan}: tidak menyambung ke segel sebelumnya.")
    if mata.id is None:
        laporan.catat(f"Segel {mata.urutan}: jejak {mata.jejak_id} hilang.")
    elif mata.hash != hash_segel(mata.hash_sebelumnya, mata, mata.versi):
        laporan.catat(f"Segel {mata.urutan}: jejak {mata.jejak_id} berubah setelah disegel.")
    if mata.versi < laporan.versi or (mata.id and mata.versi != versi_baris(mata)):
        laporan.catat(f"Segel {mata.urutan}: versinya tidak cocok dengan jejak {mata.jejak_id}.")
    laporan.versi = max(laporan.versi, mata.versi)


def _periksa_isi(laporan: Laporan, mata: Mata) -> None:
    if mata.isi_id is None:
        laporan.catat(f"Jejak {mata.jejak_id}: kehilangan baris isinya.")
    elif mata.dihapus_pada is not None:
        if mata.alasan or mata.garam or mata.rincian is not None:
            laporan.catat(f"Jejak {mata.jejak_id}: isinya pernah dikosongkan, lalu diisi lagi.")
    else:
        rincian = json.loads(mata.rincian or "null") or {}
        if hash_isi(mata.garam, mata.alasan, rincian) != mata.isi_hash:
            laporan.catat(f"Jejak {mata.jejak_id}: isinya tidak cocok dengan hash yang disegel.")


def _periksa_asal(laporan: Laporan, mata: Mata) -> None:
    """Check the sealing role, and the moments where `waktu` is never written in the past."""
    peran = settings.SEGEL["peran"]
    if laporan.berperan and mata.penyegel != peran:
        laporan.catat(f"Segel {mata.urutan}: dibuat peran “{mata.penyegel}”, bukan penyegel.")
    laporan.berperan = laporan.berperan or bool(peran and mata.penyegel == peran)
    selisih = settings.SEGEL["selisih"]
    if selisih is not None and mata.dicatat is not None and mata.urutan > laporan.banding_sejak:
        _periksa_waktu(laporan, mata, mata.dicatat, selisih)


def _periksa_waktu(
    laporan: Laporan, mata: Mata, dicatat: dt.datetime, selisih: dt.timedelta
) -> None:
    if abs(mata.waktu - dicatat) > selisih:
        laporan.catat(
            f"Jejak {mata.jejak_id}: waktunya {_saat(mata.waktu)}, tetapi dicatat {_saat(dicatat)}."
        )
    puncak = dt.datetime.fromisoformat(laporan.puncak) if laporan.puncak else dicatat
    if dicatat < puncak - selisih or dicatat - mata.disegel > selisih:
        laporan.catat(
            f"Jejak {mata.jejak_id}: saat dicatatnya tidak cocok dengan tempatnya dalam rantai."
        )
    laporan.puncak = max(puncak, dicatat).isoformat()


def _periksa_belum_disegel(laporan: Laporan) -> None:
    belum = Jejak.objects.filter(segel__isnull=True)
    laporan.belum_disegel = belum.count()
    batas = timezone.now() - BATAS_BELUM_DISEGEL
    if lama := belum.alias(sejak=Coalesce("dicatat", "waktu")).filter(sejak__lt=batas).count():
        laporan.catat(f"{lama} jejak belum disegel lebih dari satu jam. Periksa pekerja antrean.")
    for isi in IsiJejak.objects.filter(jejak__in=belum).select_related("jejak").iterator(TERBACA):
        cocok = isi.dihapus_pada or (
            hash_isi(isi.garam, isi.alasan, isi.rincian or {}) == isi.jejak.isi_hash
        )
        if not cocok:
            laporan.catat(f"Jejak {isi.pk}: isinya tidak cocok dengan hash yang dicatat.")


def _saat(waktu: dt.datetime) -> str:
    return f"{timezone.localtime(waktu):%d-%m-%Y %H:%M}"
