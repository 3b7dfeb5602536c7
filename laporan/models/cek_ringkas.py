"""Checks beside the official's word, as annotations of a project or of a report.

The app of projects reaches them by the manager of this relation. Plain values come with its own
query; `laporan.bacaan.cek` reads them.
"""

import datetime as dt
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Case, Count, Exists, F, JSONField, Subquery, Value, When
from django.db.models.functions import JSONObject

from core.cari.tumpangan import Tumpangan
from core.models import HariLibur
from core.waktu import hari_ini
from laporan.enums import DariCek

TERBARU = 3  # on the page of a project or a report
RAMAI = 3  # held ones of the kecamatan, from which on a day tells nothing of one of them
RENTANG_LIBUR = dt.timedelta(days=60)


def ringkas(cek: Any, **milik: Any) -> dict[str, Any]:
    """Return annotations with the newest checks of `milik` (lookups of the outer row), their
    counts, how many wait to be read, since when the kecamatan has unread ones, and the days off
    about now."""
    dari = Case(When(dari=DariCek.TANPA_AKUN, then=Value("tanpa")), default=Value("akun"))
    umum = cek.umum().filter(**milik).order_by()
    hitung = umum.annotate(asal=dari).values("penilaian", "asal").annotate(n=Count("pk"))
    satu = JSONObject(penilaian=F("penilaian"), asal=F("asal"), n=F("n"))
    ditahan = cek.tertahan().filter(**milik).order_by().values("ditahan")
    menunggu = cek.tertahan().order_by("ditahan_sejak", "pk").values("ditahan_sejak")
    hari = (hari_ini() - RENTANG_LIBUR, hari_ini() + RENTANG_LIBUR)
    libur = HariLibur.objects.filter(tanggal__range=hari, berlaku=True).order_by()
    return {
        "isi_cek": tumpangan_cek(cek.model).anotasi(_terbaru(cek, milik)),
        "isi_cek_hitung": ArraySubquery(hitung.values(isi=satu)),
        "cek_ditahan": Subquery(ditahan.annotate(n=Count("pk")).values("n")),
        "cek_menunggu_sejak": Case(
            When(Exists(menunggu[RAMAI - 1 :]), then=Subquery(menunggu[:1]))
        ),
        "cek_libur": ArraySubquery(libur.values("tanggal")),
    }


def _terbaru(cek: Any, milik: dict[str, Any]) -> Any:
    return cek.terlihat().filter(**milik).dengan_sebutan().dengan_foto().urut()[: TERBARU + 1]


def hitung_kartu(cek: Any, **milik: Any) -> ArraySubquery:
    """Return an annotation with the counts of the checks of `milik` alone, for lists."""
    umum = cek.umum().filter(**milik).order_by().values("penilaian").annotate(n=Count("pk"))
    return ArraySubquery(umum.values(isi=JSONObject(penilaian=F("penilaian"), n=F("n"))))


def tumpangan_cek(model: Any) -> Tumpangan:
    """Return what reads checks, each with its report, its kampung, `ramai` and `isi_foto`, its
    answer (`jawaban`), and the days off since its due day as text (`libur`)."""
    lain: dict[str, Any] = {"ramai": BooleanField(), "isi_foto": JSONField()}
    lain |= {"jawaban": JSONField(), "libur": JSONField()}
    return Tumpangan(model, kaitan=("laporan", "kampung"), tambahan=lain)


def tumpangan_foto(model: Any) -> Tumpangan:
    """Return what reads photos of checks, each with its file."""
    return Tumpangan(model, kaitan=("berkas",))
