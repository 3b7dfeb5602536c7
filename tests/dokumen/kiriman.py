"""Tables of the page on the life of a kiriman, from the code: states, days, the ladder, limits."""

from collections.abc import Iterable

from django.conf import settings

from aspirasi.enums import (
    STATUS_MENUNGGU_PENGIRIM,
    STATUS_TERTUTUP,
    Golongan,
    Langkah,
    Status,
)
from aspirasi.hari import HARI_JANJI_BAHAYA, HARI_TUNDA_BAHAYA, hari_janji, hari_tunda
from aspirasi.laku import PINDAH
from aspirasi.models import Aspirasi
from aspirasi.services.jam import hari_untuk
from aspirasi.services.kiriman import FOTO_TERBANYAK
from aspirasi.services.penilaian import MENUNGGU
from aspirasi.services.sanggah import CUKUP
from core.jaga.berdua import MASA
from core.tenggat.tangga import SEBUTAN, TANGGA_KAMPUNG, TANGGA_KECAMATAN

SP4N = "PermenPANRB 62/2018, as SP4N-LAPOR! practises it"
KAMI = "our own rule"
HARI = "`hari.py`"
# Step, how a kiriman differs for it, whose step it is, and where its days come from.
LANGKAH: tuple[tuple[Langkah, dict[str, object], str, str], ...] = (
    (Langkah.PERIKSA, {}, "kecamatan, or a kampung with delegation", SP4N),
    (Langkah.PERIKSA, {"bahaya": True}, "the same, for danger", KAMI),
    (Langkah.PENGIRIM, {}, "sender; then the kiriman is put away", KAMI),
    (Langkah.JAWAB, {"golongan": Golongan.BIASA}, "the office that holds it", SP4N),
    (Langkah.JAWAB, {"golongan": Golongan.USULAN}, "the same, for a usulan", KAMI),
    (Langkah.JAWAB, {"bahaya": True}, "the same, for danger", KAMI),
    *((Langkah.SELESAI, {"golongan": g}, f"the same: {g.label}", SP4N) for g in Golongan),
    (Langkah.INSTANSI, {}, "kecamatan: asks the other instansi again", KAMI),
    (Langkah.KONFIRMASI, {}, "sender; then it closes without confirmation", SP4N),
)


def status() -> str:
    """Return a table: each status, whose turn it is, and where which act leads from it."""
    return _tabel(
        ("Status", "Shown as", "Waits for", "Acts that lead on"),
        ((f"`{s}`", s.label, _menunggu(s), _keluar(s)) for s in Status),
    )


def hari() -> str:
    """Return a table: how many working days each step has, and where that comes from."""
    baris = (
        (langkah.label, siapa, str(hari_untuk(Aspirasi(**beda), langkah)), _sumber(beda, asal))
        for langkah, beda, siapa, asal in LANGKAH
    )
    return _tabel(("Step", "Whose", "Working days", "Source"), baris)


def tangga() -> str:
    """Return a table: from which working day of lateness on each rung is told."""
    baris = (
        (nama, str(TANGGA_KAMPUNG[anak]), str(TANGGA_KECAMATAN.get(anak, "–")))
        for anak, nama in SEBUTAN.items()
    )
    return _tabel(("Told", "A kampung owes the step", "The kecamatan owes it"), baris)


def batas() -> str:
    """Return a table of the other limits in the life of a kiriman."""
    bulan = settings.SIMPAN_KONTAK_BULAN
    return _tabel(
        ("Limit", "How much", "Where"),
        (
            ("Residents who open it again", str(CUKUP), "`services/sanggah.py`"),
            ("The sender is asked again", f"{MENUNGGU.days} days later", "`services/penilaian.py`"),
            *(
                (f"A promise, {g.label}", f"{hari_janji(g, bahaya=False)} working days", HARI)
                for g in Golongan
            ),
            ("A promise, danger", f"{HARI_JANJI_BAHAYA} working days", HARI),
            *(
                (
                    f"One delay, {g.label}",
                    f"{hari_tunda(g, bahaya=False)} working days",
                    HARI,
                )
                for g in Golongan
            ),
            ("One delay, danger", f"{HARI_TUNDA_BAHAYA} working days", HARI),
            ("Photos", str(FOTO_TERBANYAK), "`services/kiriman.py`"),
            ("Two people decide within", f"{MASA.days} days", "`core/jaga/berdua.py`"),
            ("Name and contact go", f"{bulan} months after closing", "`SIMPAN_KONTAK_BULAN`"),
        ),
    )


def _menunggu(status: str) -> str:
    if status in STATUS_TERTUTUP:
        return "nobody: closed"
    if status == Status.DIRENCANAKAN:
        return "its project, then the sender"
    if status == Status.DIJANJIKAN:
        return "the promised day, then officials and the sender"
    return "the sender" if status in STATUS_MENUNGGU_PENGIRIM else "officials"


def _keluar(status: str) -> str:
    keluar = ((aksi, p.ke) for aksi, p in PINDAH.items() if status in p.dari)
    return ", ".join(f"`{a}` → {ke}" for a, ke in keluar if ke and ke != status) or "–"


def _sumber(beda: dict[str, object], asal: str) -> str:
    """A usulan has a class of its own, whatever the law says of complaints."""
    return KAMI if beda.get("golongan") == Golongan.USULAN else asal


def _tabel(kepala: Iterable[str], baris: Iterable[Iterable[str]]) -> str:
    judul = list(kepala)
    semua = [judul, ["---"] * len(judul), *baris]
    return "".join(f"| {' | '.join(sel)} |\n" for sel in semua)
