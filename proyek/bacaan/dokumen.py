"""The papers of a project by kind, with those that are expected and still missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core.jejak.sql import HITAM
from core.moderasi.penarikan import Ditarik, ditarik
from proyek.bacaan.tim import Anggota
from proyek.enums import Jenis, JenisDokumen, Pola, Tahap
from proyek.models import Dokumen, Gerak, Proyek

BERANGGARAN = (Tahap.DIANGGARKAN, Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA)
DIBANGUN = (Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA, Tahap.SELESAI, Tahap.SERAH_TERIMA)


@dataclass(frozen=True)
class Surat:
    """One paper; `sebab` is the sentence in its place when it was taken back, `sebagian` the one
    beside it when parts of it were covered."""

    dokumen: Dokumen
    sebab: str = ""
    sebagian: str = ""


@dataclass(frozen=True)
class Kelompok:
    """A kind of paper; without `surat` it is expected and not there."""

    kata: str
    surat: list[Surat]


def dokumen(proyek: Proyek, tim: Sequence[Anggota]) -> list[Kelompok]:
    """Return the papers by kind, in one query (two, when one was taken back)."""
    semua = list(proyek.dokumen.select_related("berkas"))
    perlu = any(_mungkin_ditarik(satu) for satu in semua)
    tarikan = ditarik(proyek) if perlu else {}
    wajib, hasil = diharapkan(proyek, tim), []
    for jenis in JenisDokumen:
        surat = [_surat(d, tarikan) for d in semua if d.jenis == jenis]
        if surat or jenis in wajib:
            hasil.append(Kelompok(str(jenis.label), surat))
    return hasil


def pasang_bukti(pencairan: Iterable[Gerak], kelompok: Iterable[Kelompok]) -> None:
    """Give each payment the papers that prove it (`daftar_bukti`); no query."""
    surat = [satu for k in kelompok for satu in k.surat]
    for gerak in pencairan:
        bukti: Any = gerak
        bukti.daftar_bukti = [satu for satu in surat if satu.dokumen.gerak_id == gerak.pk]


def diharapkan(proyek: Proyek, tim: Iterable[Anggota]) -> set[JenisDokumen]:
    """Return the papers that such a project must have by its stage.

    Sources: budget and drawing belong to the plan of the activity (Permendagri 20/2018), a contract
    to work by a firm (Peraturan LKPP 12/2019), a BAST to the handover.
    """
    dianggarkan = proyek.tahap in BERANGGARAN or proyek.tahap in DIBANGUN
    lewat_penyedia = proyek.pola == Pola.PENYEDIA or any(satu.penyedia for satu in tim)
    syarat = {
        JenisDokumen.RAB: dianggarkan,
        JenisDokumen.GAMBAR: dianggarkan and proyek.jenis == Jenis.FISIK,
        JenisDokumen.KONTRAK: proyek.tahap in DIBANGUN and lewat_penyedia,
        JenisDokumen.BAST: proyek.tahap == Tahap.SERAH_TERIMA,
    }
    return {jenis for jenis, perlu in syarat.items() if perlu}


def _mungkin_ditarik(dokumen: Dokumen) -> bool:
    """Return whether something of it may have been taken back: only photos are covered."""
    foto = not dokumen.berkas.dokumen
    return bool(dokumen.ditarik_pada) or foto or HITAM in dokumen.keterangan


def _surat(dokumen: Dokumen, tarikan: dict[tuple[str, int], Ditarik]) -> Surat:
    satu = tarikan.get((dokumen._meta.db_table, dokumen.pk))
    if not dokumen.ditarik_pada:
        return Surat(dokumen, sebagian=satu.kalimat_berkas("Dokumen") if satu else "")
    return Surat(dokumen, satu.kalimat("Dokumen") if satu else "Dokumen ini ditarik.")
