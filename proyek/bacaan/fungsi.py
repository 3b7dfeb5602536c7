"""Does it still work? The year that is asked about, the projects that wait for their office, and
the answers as everybody reads them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import ExtractYear, JSONObject

from core.samar import samarkan
from core.waktu import hari_ini
from proyek.enums import Fungsi, Penjawab, Tahap
from proyek.models import JawabanFungsi, Proyek

P = TypeVar("P", bound=QuerySet[Any])


@dataclass
class Setahun:
    """The answers of one year: of the office ("" before it answered), of residents whose contact
    is verified, and of the others, who are counted apart."""

    tahun: int
    kantor: str = ""
    warga: Counter[str] = field(default_factory=Counter)
    lain: Counter[str] = field(default_factory=Counter)

    @property
    def kata_warga(self) -> str:
        return _sebut(self.warga)

    @property
    def kata_lain(self) -> str:
        return _sebut(self.lain)


def dapat_ditanya(proyek: Proyek) -> bool:
    """Return whether the question is open: from the day of the handover on."""
    return proyek.tahap == Tahap.SERAH_TERIMA


def tahun_tanya(proyek: Proyek, hari: dt.date | None = None) -> int:
    """Return the year whose question is open: a new one begins with each anniversary of the day
    the work was finished; before the first, the year of that day counts."""
    hari, selesai = hari or hari_ini(), proyek.selesai_nyata
    if selesai is None:
        return hari.year
    sudah = (hari.month, hari.day) >= (selesai.month, selesai.day)
    return max(selesai.year, hari.year if sudah else hari.year - 1)


def menunggu_kantor(proyek: P) -> P:
    """Return the projects that were finished a year ago or more, and whose office has not answered
    for the year that is open (`tahun_tanya`, here `tahun`)."""
    lama = Func(
        Value(hari_ini()),
        F("selesai_nyata"),
        template="EXTRACT(YEAR FROM age(%(expressions)s))::int",
        output_field=IntegerField(),
    )
    jawab = JawabanFungsi.objects.filter(
        proyek=OuterRef("pk"), dari=Penjawab.KANTOR, tahun=OuterRef("tahun")
    )
    tua = proyek.filter(tahap=Tahap.SERAH_TERIMA, selesai_nyata__isnull=False)
    tua = tua.annotate(lama=lama, tahun=ExtractYear("selesai_nyata") + F("lama"))
    return tua.filter(~Exists(jawab), lama__gte=1)


def dengan_fungsi(proyek: P) -> P:
    """Return projects with their answers counted, for `per_tahun`, in the same query."""
    jawab = JawabanFungsi.objects.tampil().filter(proyek=OuterRef("pk")).order_by()
    kata = Max("kata", filter=Q(dari=Penjawab.KANTOR), default=Value(""))
    satu = JSONObject(tahun="tahun", dari="dari", keadaan="keadaan", jumlah=Count("pk"), kata=kata)
    baris = jawab.values("tahun", "dari", "keadaan").annotate(satu=satu).order_by("-tahun")
    return proyek.annotate(jawaban_terhitung=ArraySubquery(baris.values("satu")))


def per_tahun(proyek: Any) -> list[Setahun]:
    """Return the answers about a project of `dengan_fungsi`, the newest year first."""
    tahun: dict[int, Setahun] = {}
    for baris in _baris(proyek.jawaban_terhitung):
        satu = tahun.setdefault(baris["tahun"], Setahun(baris["tahun"]))
        if baris["dari"] == Penjawab.KANTOR:
            satu.kantor = ": ".join(
                filter(None, (str(Fungsi(baris["keadaan"]).label), samarkan(baris["kata"])))
            )
        else:
            hitungan = satu.warga if baris["dari"] == Penjawab.WARGA else satu.lain
            hitungan[baris["keadaan"]] = baris["jumlah"]
    return list(tahun.values())


def _baris(terhitung: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    dikenal = [b for b in terhitung if b["keadaan"] in Fungsi.values]
    return sorted(dikenal, key=lambda b: -b["tahun"])


def _sebut(hitungan: Counter[str]) -> str:
    """Return "3 berfungsi, 1 tidak berfungsi"; "" for no answer."""
    ada = ((Fungsi(satu), hitungan[satu]) for satu in Fungsi.values if hitungan[satu])
    return ", ".join(f"{jumlah} {fungsi.label.lower()}" for fungsi, jumlah in ada)
