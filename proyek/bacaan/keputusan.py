"""Decisions as pages show them: of a project, and one by itself with its scans."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef

from core.cari.tumpangan import Tumpangan
from core.moderasi.penarikan import ditarik
from proyek.bacaan.tahap import pembatalan
from proyek.models import Keputusan, PindaianKeputusan, Proyek

_PINDAIAN = Tumpangan(PindaianKeputusan, kaitan=("berkas",))


def keputusan_proyek(proyek: Proyek, orang: Any, banyak: int) -> list[Keputusan]:
    """Return the newest decisions about a project that this person may read, each with its scans
    (`pindaian_berlaku`); one query."""
    milik = PindaianKeputusan.objects.filter(keputusan=OuterRef("pk"), ditarik_pada=None)
    terbaca = proyek.keputusan.visible_to(orang).dengan_tanda()
    terbaca = terbaca.annotate(surat=_PINDAIAN.anotasi(milik), tahap_dibatalkan=pembatalan("pk"))
    semua: list[Any] = list(terbaca[:banyak])
    for satu in semua:
        satu.proyek = proyek
        satu.pindaian_berlaku = _PINDAIAN.baca(satu.surat)
    return semua


@dataclass(frozen=True)
class Surat:
    """The papers behind one decision, each with the sentence about what was taken back of it; and
    the sentence about its words."""

    pindaian: list[tuple[PindaianKeputusan, str]]
    ditarik: list[tuple[PindaianKeputusan, str]]
    kata: str


def isi_pindaian() -> Any:
    """Return the annotation of a decision with all its scans, as `surat` reads them."""
    return _PINDAIAN.anotasi(PindaianKeputusan.objects.filter(keputusan=OuterRef("pk")))


def surat(keputusan: Any) -> Surat:
    """Return the papers of a decision with the annotation `isi_pindaian`; one query."""
    semua = _PINDAIAN.baca(keputusan.isi_pindaian)
    tarikan = ditarik(keputusan)
    tabel = PindaianKeputusan._meta.db_table
    pindaian = [
        (satu, lama.kalimat_berkas("Pindaian") if (lama := tarikan.get((tabel, satu.pk))) else "")
        for satu in semua
    ]
    kata = tarikan.get((keputusan._meta.db_table, keputusan.pk))
    return Surat(
        pindaian=[baris for baris in pindaian if baris[0].ditarik_pada is None],
        ditarik=[baris for baris in pindaian if baris[0].ditarik_pada],
        kata=kata.kalimat("Keputusan") if kata else "",
    )
