"""Words for everyone about the pauses of a kampung."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.jejak.baca import Peristiwa, peristiwa, terbaca
from core.laku import Pembaca
from core.models import Jejak
from core.samar import samarkan
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini
from laporan.enums import SebabJeda
from laporan.laku import LAKU_JEDA, AksiJeda
from laporan.models import JedaLaporan
from proyek.bacaan.garis_waktu import KANTOR
from warga.models import Kampung

SEBUT = 20  # pauses that one page names
_SEBAB = {
    SebabJeda.OPERATOR: "tidak ada operator",
    SebabJeda.LAINNYA: "alasan lain",
}


@dataclass(frozen=True)
class Riwayat:
    """One pause and what was done about it after it was granted, oldest first."""

    jeda: JedaLaporan
    laku: list[Peristiwa]

    @property
    def akan(self) -> bool:
        """Return whether it lasts or is still to come."""
        return not self.jeda.dibatalkan_pada and self.jeda.akhir >= hari_ini()


def jeda_dari(isi: Mapping[str, Any] | None) -> JedaLaporan | None:
    """Return the pause that `JedaQuerySet.ringkas` read; None for none."""
    if not isi:
        return None
    hari = {nama: dt.date.fromisoformat(isi[nama]) for nama in ("mulai", "akhir")}
    return JedaLaporan(sebab=isi["sebab"], keterangan=isi["keterangan"], **hari)


def kalimat_singkat(jeda: JedaLaporan) -> str:
    """Say of a pause until when it lasts, or when it will, and why: "Jeda pelaporan sampai …"."""
    kapan = f"sampai {tanggal(jeda.akhir)}" if jeda.berlangsung else jeda.kata
    return f"Jeda pelaporan {kapan}: {_sebab(jeda)} (diberikan Camat)."


def kalimat(jeda: JedaLaporan, kampung: Kampung) -> str:
    """Say for which kampung, until when, why, and by whom, in the words of the camat, too."""
    if jeda.berlangsung:
        awal = f"Kampung {kampung.nama} sedang jeda pelaporan sampai {tanggal(jeda.akhir)}"
    else:
        awal = f"Kampung {kampung.nama} akan jeda pelaporan, {jeda.kata}"
    return f"{awal}: {_sebab(jeda)} (diberikan Camat). {samarkan(jeda.keterangan)}"


def riwayat_jeda(kampung: Kampung) -> list[Riwayat]:
    """Return the pauses of a kampung, the newest first, with what became of them; two queries."""
    semua = list(kampung.jeda_laporan.all()[:SEBUT])
    jejak = Jejak.objects.filter(
        objek_jenis=JedaLaporan.jenis_jejak, objek_kunci__in=[str(satu.pk) for satu in semua]
    )
    sesudah = jejak.exclude(aksi=AksiJeda.DIBERIKAN).select_related("isi").order_by("pk")
    milik: dict[str, list[Peristiwa]] = {}
    for satu, laku in terbaca(sesudah, LAKU_JEDA, Pembaca.UMUM):
        butir = peristiwa(satu, laku, Pembaca.UMUM, KANTOR)
        milik.setdefault(satu.objek_kunci, []).append(butir)
    return [Riwayat(satu, milik.get(str(satu.pk), [])) for satu in semua]


def _sebab(jeda: JedaLaporan) -> str:
    return _SEBAB.get(SebabJeda(jeda.sebab), SebabJeda(jeda.sebab).label.lower())
