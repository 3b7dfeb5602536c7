"""How far the work is against its plan, in figures, in one sentence and as a drawn curve."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

from core.templatetags.bentuk import persen as tulis_persen
from core.templatetags.bentuk import tanggal as tulis_tanggal
from core.waktu import akhir_bulan, hari_ini
from proyek.bacaan.kurva import Kurva, lukis
from proyek.enums import TAHAP_RAMPUNG
from proyek.models import Proyek

Titik = tuple[dt.date, Decimal]
HARI_KURVA = 60  # works longer than this are drawn as a curve, others as two bars
PERLU_PERHATIAN, TERTINGGAL_JAUH = -5, -10  # points (common practice in public works)
BARIS_TERBANYAK = 24
NOL, SERATUS = Decimal(0), Decimal(100)


@dataclass(frozen=True)
class Baris:
    """One day of the table; None where the plan or the work is not known."""

    hari: dt.date
    rencana: Decimal | None
    nyata: Decimal | None


@dataclass(frozen=True)
class Kemajuan:
    """Plan and work, in percent. `nada` and `kata` are those of a badge, "" for none."""

    nyata: Decimal | None
    rencana: Decimal | None
    dilaporkan: dt.date | None
    kalimat: str
    kata: str
    nada: str
    baris: list[Baris]
    kurva: Kurva | None


def kemajuan(proyek: Proyek, rencana: Sequence[Titik], nyata: Sequence[Titik]) -> Kemajuan:
    """Return how far a project is, from the points of its plan and of its reports, each in the
    order of their days."""
    hari = hari_ini()
    lengkap = _dari_nol(proyek, rencana)
    kini = nyata[-1][1] if nyata else None
    rampung = proyek.tahap in TAHAP_RAMPUNG
    sasaran = _bulat(pada(lengkap, hari)) if lengkap and not rampung else None
    selisih = kini - sasaran if kini is not None and sasaran is not None else None
    kata, nada = _lampu(selisih)
    return Kemajuan(
        nyata=kini,
        rencana=sasaran,
        dilaporkan=nyata[-1][0] if nyata else None,
        kalimat=_kalimat(proyek, lengkap, kini, sasaran),
        kata=kata,
        nada=nada,
        baris=_baris(lengkap, nyata),
        kurva=lukis(lengkap, nyata, hari) if _panjang(lengkap) else None,
    )


def titik_rencana(isi: Iterable[dict[str, Any]]) -> list[Titik]:
    """Return the points of a plan as `proyek.bacaan.halaman` read them."""
    return [(dt.date.fromisoformat(t["tanggal"]), Decimal(str(t["persen"]))) for t in isi]


def titik_laporan(isi: Iterable[dict[str, Any]]) -> list[Titik]:
    """Return the points of the reports that stand, in the order of their spans: each on the day up
    to which it tells."""
    return [(_sampai(satu), Decimal(str(satu["persen"]))) for satu in isi]


def _sampai(satu: dict[str, Any]) -> dt.date:
    """Return the last day that a report tells of; the day it came out, where that was earlier. One
    of before tells of a month."""
    akhir = satu.get("sampai")
    sampai = dt.date.fromisoformat(akhir or satu["periode"])
    terbit = dt.date.fromisoformat(satu["terbit"][:10])
    return min(sampai if akhir else akhir_bulan(sampai), terbit)


def pada(titik: Sequence[Titik], hari: dt.date) -> Decimal:
    """Return the planned percent on a day, on the straight line between the points around it."""
    if hari <= titik[0][0]:
        return titik[0][1]
    for (dari, awal), (ke, akhir) in pairwise(titik):
        if hari <= ke:
            return awal + (akhir - awal) * (hari - dari).days / (ke - dari).days
    return titik[-1][1]


def _dari_nol(proyek: Proyek, titik: Sequence[Titik]) -> list[Titik]:
    """Return the points with the beginning of the work before them."""
    mulai = proyek.mulai_rencana
    if titik and mulai and mulai < titik[0][0]:
        return [(mulai, NOL), *titik]
    return list(titik)


def _panjang(titik: Sequence[Titik]) -> bool:
    return len(titik) > 1 and (titik[-1][0] - titik[0][0]).days > HARI_KURVA


def _lampu(selisih: Decimal | None) -> tuple[str, str]:
    if selisih is None or selisih > PERLU_PERHATIAN:
        return "", ""
    if selisih > TERTINGGAL_JAUH:
        return "Perlu perhatian", "awas"
    return "Tertinggal jauh", "bahaya"


def _kalimat(
    proyek: Proyek, rencana: Sequence[Titik], kini: Decimal | None, sasaran: Decimal | None
) -> str:
    if proyek.tahap in TAHAP_RAMPUNG:
        return _kalimat_selesai(proyek, kini)
    if kini is None:
        return _kalimat_tanpa_laporan(proyek, rencana, sasaran)
    kata = f"Pekerjaan {tulis_persen(kini)}"
    if sasaran is None:
        return f"{kata}. Rencana kemajuannya belum diisi, jadi belum dapat dibandingkan."
    return f"{kata}, rencana hari ini {tulis_persen(sasaran)}: {_beda(kini - sasaran)}."


def _beda(selisih: Decimal) -> str:
    poin = tulis_persen(abs(selisih)).rstrip("%")
    if abs(selisih) < 1:
        return "sesuai rencana"
    return f"tertinggal {poin} poin" if selisih < 0 else f"lebih cepat {poin} poin"


def _kalimat_tanpa_laporan(
    proyek: Proyek, rencana: Sequence[Titik], sasaran: Decimal | None
) -> str:
    if not proyek.mulai_nyata:
        mulai = rencana[0][0] if rencana else proyek.mulai_rencana
        kata = "seharusnya dimulai" if mulai and mulai < hari_ini() else "dimulai"
        kapan = f" Menurut rencana {kata} {tulis_tanggal(mulai)}." if mulai else ""
        return f"Pekerjaan belum dimulai.{kapan}"
    if sasaran is None:
        return "Belum ada laporan, jadi belum diketahui sudah sampai mana pekerjaannya."
    return (
        f"Rencana hari ini {tulis_persen(sasaran)}. Belum ada laporan, jadi belum diketahui sudah "
        "sampai mana pekerjaannya."
    )


def _kalimat_selesai(proyek: Proyek, kini: Decimal | None) -> str:
    selesai, rencana = proyek.selesai_nyata, proyek.selesai_rencana
    kata = f"Pekerjaan selesai {tulis_tanggal(selesai)}" if selesai else "Pekerjaan selesai"
    if kini is not None and kini < SERATUS:
        kata += f", menurut laporan terakhir {tulis_persen(kini)}"
    if not (selesai and rencana):
        return f"{kata}."
    hari = (selesai - rencana).days
    if hari == 0:
        return f"{kata}, tepat pada hari yang direncanakan."
    return f"{kata}, {abs(hari)} hari {'sesudah' if hari > 0 else 'sebelum'} rencana."


def _baris(rencana: Sequence[Titik], nyata: Sequence[Titik]) -> list[Baris]:
    """Return the days of plan and reports, the newest few of them."""
    dilaporkan = dict(nyata)
    hari = sorted({h for h, _ in (*rencana, *nyata)})
    return [
        Baris(h, _bulat(pada(rencana, h)) if rencana else None, dilaporkan.get(h))
        for h in hari[-BARIS_TERBANYAK:]
    ]


def _bulat(nilai: Decimal) -> Decimal:
    return nilai.quantize(Decimal(1), ROUND_HALF_UP)
