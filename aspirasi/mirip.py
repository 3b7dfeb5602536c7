"""Likely duplicates: which public kiriman already say what somebody is about to send.

Weighed by rarity among what the kampung itself sends: "rusak" says little, "kursi roda"
much. Texts in other words still share the thing and the place, each under all its names
(`aspirasi.suku`).
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Q, QuerySet

from aspirasi.enums import Jangkauan, Status, Tentang
from aspirasi.letak import KISI
from aspirasi.models import Aspirasi
from aspirasi.suku import Suku, suku
from core.cari import KONFIGURASI
from core.waktu import sekarang
from warga.models import Kampung

LAMA = dt.timedelta(days=730)
BARU_DITUTUP = dt.timedelta(days=90)
# So many of the newest that share a word are weighed.
CALON_TERBANYAK = 800
# A single thing in common is no likeness, and neither is a small part of what is said.
SUKU_TERSEDIKIT = 2
AMBANG = 0.35
# Shorter than this it is not yet known what somebody wants to say.
HURUF_TERSEDIKIT = 12

# What nobody has said yet cannot be in common; it counts for little of the whole.
_PERINGKAT = """
WITH calon AS MATERIALIZED ({calon}),
suku AS MATERIALIZED (
    SELECT no, tempat, to_tsquery(%s::regconfig, q) AS q
    FROM unnest(%s::text[], %s::bool[]) WITH ORDINALITY AS t(q, tempat, no)
),
cocok AS MATERIALIZED (
    SELECT c.id, s.no FROM calon c JOIN suku s ON c.vektor @@ s.q
),
bobot AS (
    SELECT s.no, s.tempat, ln(1 + (SELECT count(*) FROM calon) / (1.0 + count(c.id)))
        * CASE WHEN count(c.id) = 0 THEN 0.3 WHEN s.tempat THEN 1.6 ELSE 1 END AS berat
    FROM suku s LEFT JOIN cocok c USING (no) GROUP BY s.no, s.tempat
),
nilai AS (
    SELECT id, count(*) AS sama, count(*) FILTER (WHERE NOT tempat) AS hal,
        sum(berat) / (SELECT sum(berat) FROM bobot) AS bagian
    FROM cocok JOIN bobot USING (no) GROUP BY id
)
SELECT id, bagian
    * (1 - 0.1 * ln(1 + length(vektor) / 20.0))
    + CASE WHEN kampung_id = %s THEN 0.02 ELSE 0 END
    + CASE WHEN jenis = %s THEN 0.02 ELSE 0 END
    + CASE WHEN greatest(abs(round(lintang / %s) - %s), abs(round(bujur / %s) - %s)) <= 1
        THEN 0.15 ELSE 0 END AS skor
FROM nilai JOIN calon USING (id)
WHERE hal >= 1 AND sama >= least(%s, (SELECT count(*) FROM suku))
ORDER BY skor DESC, id DESC LIMIT %s
"""


def serupa(
    teks: str,
    *,
    kampung: Kampung | None = None,
    lintang: Decimal | None = None,
    bujur: Decimal | None = None,
    jenis: str = "",
    batas: int = 3,
) -> list[Aspirasi]:
    """Return the public kiriman most like `teks`, best first, at most `batas`.

    Looks at the open ones and those closed within 90 days, of `kampung` and of no known
    kampung; without `kampung` at all of them. Each carries `skor`, 0 to about 1. Takes any
    text whatever; positions are degrees, compared as coarsely as they are public.
    """
    hal = suku(teks)
    if not hal:
        return []
    letak = (_kotak(lintang), _kotak(bujur))
    calon, isian = _calon(hal, kampung).query.sql_with_params()
    nilai: list[Any] = [KONFIGURASI, [h.tanya for h in hal], [h.tempat for h in hal]]
    nilai += [kampung and kampung.pk, jenis]
    nilai += [KISI, letak[0], KISI, letak[1], SUKU_TERSEDIKIT, batas]
    with connection.cursor() as cursor:
        cursor.execute(_PERINGKAT.format(calon=calon), [*isian, *nilai])
        skor = {pk: float(s) for pk, s in cursor.fetchall() if s >= AMBANG}
    return _baris(skor)


def untuk_isian(isian: Mapping[str, Any]) -> list[Aspirasi]:
    """Return likely duplicates of what a form holds (`isi`, `jangkauan`, and the like).

    None for what is not meant for everyone or is about an official, since nobody joins
    those; none for danger, which nothing may delay.
    """
    umum = isian.get("jangkauan") == Jangkauan.PUBLIK and not isian.get("bahaya")
    if not umum or (isian.get("tentang") or Tentang.TIDAK) != Tentang.TIDAK:
        return []
    isi = str(isian.get("isi") or "")
    if len(isi.strip()) < HURUF_TERSEDIKIT:
        return []
    return serupa(
        isi,
        kampung=isian.get("kampung"),
        lintang=isian.get("lintang"),
        bujur=isian.get("bujur"),
        jenis=isian.get("jenis") or "",
    )


def _calon(hal: list[Suku], kampung: Kampung | None) -> QuerySet[Any]:
    """The newest that share a word, of this kampung and of no known one."""
    kini = sekarang()
    tanya = SearchQuery(" | ".join(h.tanya for h in hal), config=KONFIGURASI, search_type="raw")
    semua = (
        Aspirasi.objects.terbit()
        .exclude(status=Status.DIGABUNG)
        .filter(Q(ditutup_pada__isnull=True) | Q(ditutup_pada__gte=kini - BARU_DITUTUP))
        .filter(dibuat__gte=kini - LAMA, vektor=tanya)
        .order_by("-dibuat", "-pk")
        .values("id", "vektor", "kampung_id", "jenis", "lintang", "bujur")
    )
    if kampung is None:
        return semua[:CALON_TERBANYAK]
    tanpa = semua.filter(kampung__isnull=True)[: CALON_TERBANYAK // 5]
    return semua.filter(kampung=kampung)[:CALON_TERBANYAK].union(tanpa, all=True)


def _kotak(derajat: Decimal | None) -> int | None:
    return None if derajat is None else round(derajat / KISI)


def _baris(skor: dict[int, float]) -> list[Aspirasi]:
    """The rows in the order of their score."""
    if not skor:
        return []
    baris = Aspirasi.objects.terbit().untuk_kartu().in_bulk(skor)
    hasil = [baris[pk] for pk in skor if pk in baris]
    for aspirasi in hasil:
        aspirasi.skor = skor[aspirasi.pk]
    return hasil
