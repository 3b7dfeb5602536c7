"""The parts of a project that its office still has to fill in, as officials read them."""

from collections.abc import Sequence

from django.urls import reverse

from proyek.bacaan.dokumen import Kelompok
from proyek.bacaan.tim import Anggota
from proyek.enums import PeranTim, Pola, Tahap
from proyek.models import PENERIMA, Proyek

Kurang = tuple[str, str]  # the words, and the address where it is filled in
BERENCANA = (Tahap.DIANGGARKAN, Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA)


def kelengkapan(
    proyek: Proyek, tim: Sequence[Anggota], dokumen: Sequence[Kelompok], rencana: bool
) -> list[Kurang]:
    """Return what is missing, each with the address of its form; no query."""
    semua = [
        (
            "rencana mulai dan selesai",
            "ubah",
            not (proyek.mulai_rencana and proyek.selesai_rencana),
        ),
        ("rencana kemajuan", "rencana", proyek.tahap in BERENCANA and not rencana),
        *((kata, "tim", kurang) for kata, kurang in _tim(proyek, tim)),
        ("penerima manfaat", "penerima", all(getattr(proyek, n) is None for n in PENERIMA)),
        ("titik di peta", "ubah", proyek.lintang is None),
        *((satu.kata, "dokumen", True) for satu in dokumen if not satu.surat),
    ]
    kurang = [(kata, nama) for kata, nama, belum in semua if belum]
    return [(kata, reverse(f"proyek:{nama}", args=[proyek.nomor])) for kata, nama in kurang]


def _tim(proyek: Proyek, tim: Sequence[Anggota]) -> list[tuple[str, bool]]:
    peran = {satu.peran for satu in tim}
    berjalan = proyek.tahap in BERENCANA
    return [
        ("pelaksana kegiatan anggaran", berjalan and PeranTim.PKA not in peran),
        ("ketua TPK", berjalan and proyek.swakelola and PeranTim.KETUA_TPK not in peran),
        ("penyedia", proyek.pola == Pola.PENYEDIA and PeranTim.PENYEDIA not in peran),
    ]
