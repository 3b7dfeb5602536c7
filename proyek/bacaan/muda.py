"""Whether a project is so young that all of it may still be corrected, or taken back
(docs/keputusan/0046-perubahan.md)."""

import datetime as dt
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from core.models import Jejak
from core.templatetags.bentuk import tanggal
from core.waktu import sekarang
from proyek.laku import Aksi
from proyek.models import Keputusan, Proyek

# A founding decision is law on paper: after this many days people have read it here.
HARI_MUDA = 30
KEPUTUSAN = "sudah ada keputusan tentang proyek ini"
# Acts after which others rely on what is written, each with what happened.
MENGIKAT: dict[str, str] = {
    Aksi.PERUBAHAN: "sudah ada perubahan dengan surat",
    Aksi.TAHAP: "pekerjaannya sudah mulai dicatat",
    Aksi.PENCAIRAN: "uangnya sudah mulai dicatat",
    Aksi.LAPORAN: "laporan kemajuannya sudah terbit",
}


def pengikat(proyek: Proyek) -> str:
    """Return what makes a project too old to be corrected freely; "" while it is young. One query.
    The decision that founded it binds only after `HARI_MUDA` days."""
    return pengikat_terbaca(dengan_pengikat(Proyek.objects.filter(pk=proyek.pk)).get())


def dengan_pengikat(proyek: QuerySet[Proyek]) -> QuerySet[Any]:
    """Annotate what `pengikat_terbaca` reads: `isi_putusan` (public decisions, oldest first) and
    `isi_ikatan` (the first act on which others rely; None without one)."""
    putusan = Keputusan.objects.filter(proyek=OuterRef("pk"), umum=True).order_by("pk")
    jejak = Jejak.objects.filter(
        objek_jenis=Proyek.jenis_jejak, objek_kunci=OuterRef("nomor"), aksi__in=MENGIKAT
    ).order_by("pk")
    return proyek.annotate(
        isi_putusan=ArraySubquery(
            putusan.values(larik=JSONObject(awal=F("awal"), dicatat=F("dicatat")))
        ),
        isi_ikatan=Subquery(jejak.values(larik=JSONObject(laku=F("aksi"), waktu=F("waktu")))[:1]),
    )


def pengikat_terbaca(proyek: Any) -> str:
    """Return what `pengikat` returns, of a project that was read with `dengan_pengikat`."""
    for putusan in proyek.isi_putusan:
        if sebab := _terikat(putusan["awal"], dt.datetime.fromisoformat(putusan["dicatat"])):
            return sebab
    if not (ikatan := proyek.isi_ikatan):
        return ""
    return f"{MENGIKAT[ikatan['laku']]} ({tanggal(dt.datetime.fromisoformat(ikatan['waktu']))})"


def _terikat(awal: bool, dicatat: dt.datetime) -> str:
    """Return why a public decision binds its project today; "" when it does not yet."""
    if not awal:
        return f"{KEPUTUSAN} ({tanggal(dicatat)})"
    if sekarang() - dicatat > dt.timedelta(days=HARI_MUDA):
        return f"keputusan yang mendasarinya sudah dimuat lebih dari {HARI_MUDA} hari"
    return ""
