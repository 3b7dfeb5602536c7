"""The tables of acts, as the pages print them."""

from collections.abc import Mapping
from typing import Any

from django.apps import apps

from core.laku import BERSAMA, Kabar, Laku, Oleh, Pembaca, Pindah

KEPALA = (
    "| Act | Verb | By | From → to | Right | Reason | Read by | Told | Clock |\n"
    "|---|---|---|---|---|---|---|---|---|\n"
)
OLEH = {
    Oleh.PETUGAS: "official",
    Oleh.PENGIRIM: "sender",
    Oleh.WARGA: "resident",
    Oleh.PORTAL: "portal",
}
DIBACA = {
    Pembaca.UMUM: "everyone",
    Pembaca.PENGIRIM: "sender",
    Pembaca.PETUGAS: "officials",
    Pembaca.TIDAK_ADA: "no page",
}
KABAR = {
    Kabar.PINDAH: "sender, when it moves",
    Kabar.SELALU: "sender",
    Kabar.YANG_IKUT: "joiners",
    Kabar.KAMPUNG: "followers of the kampung",
    Kabar.APARAT: "aparat of the kampung",
}


def kiriman() -> str:
    """Return the table of acts on a kiriman."""
    return _tabel(tabel()["aspirasi"])


def lainnya() -> str:
    """Return the tables of acts on every other kind of thing."""
    lain = {jenis: laku for jenis, laku in tabel().items() if jenis != "aspirasi"}
    return "\n".join(f"### {j}\n\n{_tabel(t)}" for j, t in (lain | {"everything": BERSAMA}).items())


def tabel() -> dict[str, Mapping[str, Laku]]:
    """Return the acts of every kind of object that has a trail, by its kind."""
    semua: list[Any] = [m for m in apps.get_models() if getattr(m, "jenis_jejak", "")]
    return {m.jenis_jejak: m.laku for m in sorted(semua, key=lambda m: str(m.__name__))}


def _tabel(laku: Mapping[str, Laku]) -> str:
    return KEPALA + "".join(_baris(aksi, satu) for aksi, satu in laku.items())


def _baris(aksi: str, laku: Laku) -> str:
    sel = (
        laku.kata,
        f"`{aksi}`",
        OLEH[laku.oleh],
        *_pindah(laku.pindah),
        _alasan(laku),
        DIBACA[laku.dibaca],
        ", ".join(kata for kabar, kata in KABAR.items() if kabar in laku.kabar),
        laku.pindah.langkah if laku.pindah else "",
    )
    return f"| {' | '.join(sel)} |\n"


def _pindah(pindah: Pindah | None) -> tuple[str, str]:
    """Return from where to where, and by which right."""
    if pindah is None:
        return "", ""
    izin = f"`{pindah.izin}`" if pindah.izin else ""
    if pindah.kecamatan:
        izin += f"; from {', '.join(sorted(pindah.kecamatan))} the kecamatan alone"
    return f"{', '.join(pindah.dari)} → {pindah.ke or '(stays)'}", izin


def _alasan(laku: Laku) -> str:
    if not laku.alasan.dijejak:
        return "needed, in the conversation"
    if laku.alasan.dibaca is Pembaca.PETUGAS:
        return ""
    perlu = "needed" if laku.alasan.wajib else "if any"
    return f"for {DIBACA[laku.alasan.dibaca]}, {perlu}"
