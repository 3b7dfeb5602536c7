"""The page on which an office works on a plan: what may be done now, and by whom."""

from dataclasses import dataclass, replace
from typing import Any

import rules
from django.db.models import Q
from django.urls import reverse

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi
from aspirasi.sampai import SAMPAI, UNTUK_UMUM
from rencana.bacaan.halaman import NADA, kata_keadaan
from rencana.bacaan.lalu import belum_kembali
from rencana.bacaan.siklus import halangan
from rencana.enums import BOLEH_JENIS, JenisRencana, StatusRencana
from rencana.models import Rencana, TautanRencana

PERLU_KAKAM = "Kepala Kampung atau sekretaris membuka, menutup, dan menetapkan rencana."


@dataclass(frozen=True)
class Tombol:
    """One act on a plan: its word, the name of its page, and whether it is the first one."""

    kata: str
    nama: str
    utama: bool = False
    alamat: str = ""


def _tombol(rencana: Rencana, jenis: str, *, ada_baris: bool) -> list[Tombol]:
    dari = [rencana.kampung.slug, rencana.tahun, jenis]
    semua = tombol(rencana, ada_baris=ada_baris)
    return [replace(satu, alamat=reverse(f"rencana:{satu.nama}", args=dari)) for satu in semua]


def tombol(rencana: Rencana, *, ada_baris: bool) -> list[Tombol]:
    """Return the acts that the state of a plan allows."""
    if rencana.draf:
        return [Tombol("Buka untuk warga", "buka", True)] if ada_baris else []
    if rencana.status == StatusRencana.DITUTUP:
        return [Tombol("Tetapkan", "tetapkan", True), Tombol("Buka masa tanya lagi", "buka_lagi")]
    if rencana.status != StatusRencana.DIBUKA:
        return []
    lain = [Tombol("Ubah masa tanya", "masa_tanya"), Tombol("Batalkan pembukaan", "batal")]
    if rencana.dapat_ditanya:
        return [Tombol("Tutup masa tanya", "tutup"), *lain]
    return [Tombol("Tetapkan", "tetapkan", True), *lain]


def halaman_urus(rencana: Rencana, orang: Any, jenis: str) -> dict[str, Any]:
    """Return the parts of the page for one person."""
    baris = list(rencana.baris.select_related("proyek").order_by("urutan"))
    putus = bool(rules.has_perm("rencana.putuskan", orang, rencana))
    susun = bool(rules.has_perm("rencana.susun", orang, rencana))
    return {
        "rencana": rencana,
        "jenis": jenis,
        "nada": NADA.get(rencana.status, "netral"),
        "keadaan": kata_keadaan(rencana),
        "baris": baris,
        "boleh_isi": putus if rencana.tetap else susun,
        "boleh_putus": putus,
        "tombol": _tombol(rencana, jenis, ada_baris=bool(baris)) if putus else [],
        "siapa": "" if putus or rencana.tetap else PERLU_KAKAM,
        "halangan": _halangan(rencana),
        "dusun": list(rencana.musyawarah_dusun.all()),
        "kembali": belum_kembali(rencana).count() if rencana.draf and susun else 0,
        "keberatan": keberatan_terbaca(rencana) if susun else [],
    }


def _halangan(rencana: Rencana) -> str:
    if rencana.tetap:
        return ""
    boleh = BOLEH_JENIS[JenisRencana(rencana.jenis)]
    return halangan(boleh, rencana.kampung, rencana.tahun)


def keberatan_terbaca(rencana: Rencana) -> list[TautanRencana]:
    """Return the objections that this kampung may read, each with its closed talk, if there is
    one."""
    terbaca = Aspirasi.objects.filter(
        (Q(kampung=rencana.kampung_id) & SAMPAI) | UNTUK_UMUM, jenis=Jenis.KEBERATAN
    )
    semua = rencana.tautan.filter(aspirasi__in=terbaca.values("pk"))
    return list(semua.select_related("aspirasi", "baris__proyek", "pembicaraan").order_by("-pk"))
