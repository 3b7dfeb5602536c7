"""Likely duplicates: which public kiriman already say what somebody is about to send.

Words are weighed by their rarity among the kiriman of the kampung: "rusak" says little, "kursi
roda" much. Texts in other words still share the thing and the place, each under all its names
(`aspirasi.serupa.suku`). docs/keputusan/0012-serupa.md says what is found and what is not.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from aspirasi.bacaan.letak import KISI
from aspirasi.enums import Jangkauan, Jenis, Status, Tentang
from aspirasi.models import Aspirasi
from aspirasi.models.himpunan import AspirasiQuerySet
from aspirasi.serupa.suku import Suku, suku
from core.cari.hiasan import dihias
from core.waktu import sekarang
from proyek.models import Proyek
from warga.models import Kampung

LAMA = dt.timedelta(days=730)
# The newest rows, and this many rows of each word, are looked at; of all of them, those with the
# rarest words are weighed. A word in so many of the newest is too common to be looked up.
TERBARU = 200
TERLALU_UMUM = 40
BARIS_PER_SUKU = 400
CALON_TERBANYAK = 600
# A row below the first limit (`skor`, about 0 to 1) is not shown; below the second it is not worth
# a page of its own.
AMBANG = 0.15
AMBANG_SELA = 0.2
# In a shorter text it is not yet known what somebody wants to say.
HURUF_TERSEDIKIT = 12
# One word in common ("jalan") is no likeness; the desk, which looks on purpose, is shown it.
SAMA_TERSEDIKIT = 2
# Some of the best rows may not be shown after all, so more are fetched.
CADANGAN = 7

# A numbered place that both name counts double, and another number of the same kind speaks against.
# A word that nobody has said yet cannot be in common, so it counts for a little less. A text that
# resembles many rows alike (down to the eighth) resembles none in particular; but when a crowd says
# just that, it is shown.
_PERINGKAT = """
WITH suku AS MATERIALIZED (
    SELECT no, q::tsquery AS q, nullif(lain, '')::tsquery AS lain
    FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS t(q, lain, no)
),
terbaru AS MATERIALIZED ({terbaru}),
langka AS MATERIALIZED (
    SELECT no, q FROM suku WHERE (SELECT count(*) FROM terbaru WHERE pokok @@ q) < %s
),
kena AS MATERIALIZED (
    SELECT l.no, k.id FROM langka l CROSS JOIN LATERAL (
        SELECT u.id FROM ({umum}) u WHERE u.pokok @@ coalesce(%s::tsquery && l.q, l.q) LIMIT %s
    ) k
    UNION ALL
    SELECT 0, id FROM terbaru t WHERE EXISTS (SELECT 1 FROM suku s WHERE t.pokok @@ s.q)
),
calon AS MATERIALIZED (
    SELECT a.id, coalesce(a.digabung_ke_id, a.id) AS utama, a.pokok,
        a.kampung_id, a.jenis, a.lintang, a.bujur
    FROM (
        SELECT k.id FROM kena k
        JOIN (SELECT no, count(*) AS banyak FROM kena GROUP BY no) b USING (no)
        GROUP BY k.id ORDER BY min(b.banyak), count(*) DESC, k.id DESC LIMIT %s
    ) t JOIN aspirasi_aspirasi a USING (id)
),
cocok AS MATERIALIZED (
    SELECT c.id, s.no, s.lain FROM calon c JOIN suku s ON c.pokok @@ s.q
),
bobot AS (
    SELECT s.no, ln(1 + (SELECT count(*) FROM calon) / (1 + count(c.id))::float8)
        * CASE WHEN count(c.id) = 0 THEN 0.7 WHEN s.lain IS NOT NULL THEN 2 ELSE 1 END AS berat
    FROM suku s LEFT JOIN cocok c USING (no) GROUP BY s.no, s.lain
),
bagian AS (
    SELECT id, sum(berat) / (SELECT sum(berat) FROM bobot) AS bagian
    FROM cocok c JOIN bobot USING (no) GROUP BY id HAVING bool_or(c.lain IS NULL) AND count(*) >= %s
),
nilai AS (
    SELECT utama, max(
        bagian * (1 - 0.1 * ln(1 + length(pokok) / 20::float8))
        * CASE WHEN EXISTS (SELECT 1 FROM suku s WHERE pokok @@ s.lain AND NOT pokok @@ s.q)
            THEN 0.7 ELSE 1 END
    ) AS nilai, max(
        CASE WHEN kampung_id = %s THEN 0.02 ELSE 0 END
        + CASE WHEN jenis = %s THEN 0.02 ELSE 0 END
        + CASE WHEN greatest(abs(round(lintang / %s) - %s), abs(round(bujur / %s) - %s)) <= 1
            THEN 0.15 ELSE 0 END
    ) AS tambahan
    FROM bagian JOIN calon USING (id) GROUP BY utama
)
SELECT utama, tambahan + nilai - least(0.25, 0.7 * coalesce(
        (SELECT nilai FROM nilai ORDER BY nilai DESC OFFSET 7 LIMIT 1), 0)) AS skor
FROM nilai ORDER BY skor DESC, utama DESC LIMIT %s
"""
_TERMIRIP = "SELECT utama FROM ({peringkat}) r WHERE skor >= %s"


def serupa(
    teks: str,
    *,
    kampung: Kampung | None = None,
    lintang: Decimal | None = None,
    bujur: Decimal | None = None,
    jenis: str = "",
    proyek: Proyek | None = None,
    batas: int = 3,
    ambang: float = AMBANG,
    di: QuerySet[Any] | None = None,
) -> list[Aspirasi]:
    """Return the public kiriman most like `teks`, best first, at most `batas`.

    Looks at the open ones of the same kind that are no thanks, of `kampung` and of no known
    kampung; without `kampung` at all of them. Those that `proyek` itself answers, or grew from, are
    left out. Two things must be in common. A merged kiriman speaks for the one that it was merged
    into. With `di`, those rows are looked at and no others, whoever may read them and whatever they
    are. Each carries `skor`, 0 to about 1. Any text is accepted. Positions are degrees, compared as
    coarsely as they are public.
    """
    hal = suku(teks)
    if not hal:
        return []
    tampil = _tampil(jenis, proyek) if di is None else di
    calon = _umum(jenis, proyek) if di is None else di.order_by().values("id", "pokok")
    sama = SAMA_TERSEDIKIT if di is None else 1
    letak = (lintang, bujur)
    sql, isian = _peringkat(hal, calon, kampung, letak, jenis, sama=sama, batas=batas + CADANGAN)
    with connection.cursor() as cursor:
        cursor.execute(sql, isian)
        skor = {pk: s for pk, s in cursor.fetchall() if s >= ambang}
    return _baris(skor, tampil)[:batas]


def di_antara(di: QuerySet[Any], aspirasi: Aspirasi, *, batas: int = 3) -> QuerySet[Any]:
    """Return the rows of `di` that say most likely the same as the public words of `aspirasi`, at
    most `batas`, newest first, in one query. Two things must be in common, as for a sender."""
    hal = suku(aspirasi.isi_publik)
    if not hal:
        return di.none()
    calon = di.order_by().values("id", "pokok")
    letak = (aspirasi.lintang, aspirasi.bujur)
    sql, isian = _peringkat(
        *(hal, calon, aspirasi.kampung, letak, aspirasi.jenis), sama=SAMA_TERSEDIKIT, batas=batas
    )
    termirip = RawSQL(_TERMIRIP.format(peringkat=sql), [*isian, AMBANG_SELA])  # noqa: S611  # ours; values apart
    return di.filter(pk__in=termirip).order_by("-dibuat", "-pk")


def _peringkat(
    hal: list[Suku],
    calon: QuerySet[Any],
    kampung: Kampung | None,
    letak: tuple[Decimal | None, Decimal | None],
    jenis: str,
    *,
    sama: int,
    batas: int,
) -> tuple[str, list[Any]]:
    """Return the query that ranks `calon` (`id`, `pokok`) by likeness to `hal`, with its values."""
    terbaru, isian_terbaru = _terbaru(calon, kampung).query.sql_with_params()
    umum, isian = calon.query.sql_with_params()
    nilai: list[Any] = [[h.tanya for h in hal], [h.lain for h in hal]]
    nilai += [*isian_terbaru, TERLALU_UMUM, *isian]
    nilai += [_di(kampung), BARIS_PER_SUKU + 1, CALON_TERBANYAK, sama]
    nilai += [kampung and kampung.pk, jenis]
    nilai += [KISI, _kotak(letak[0]), KISI, _kotak(letak[1]), batas]
    return _PERINGKAT.format(umum=umum, terbaru=terbaru), nilai


def untuk_isian(isian: Mapping[str, Any], *, ambang: float = AMBANG) -> list[Aspirasi]:
    """Return likely duplicates of the words in a form (`isi`, `jangkauan`, and the like).

    There are none for a kiriman that is not meant for everyone or is about an official, since
    nobody joins those, none for danger, which nothing may delay, and none for thanks.
    """
    if not _boleh_disatukan(isian):
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
        proyek=isian.get("proyek"),
        ambang=ambang,
    )


def _boleh_disatukan(isian: Mapping[str, Any]) -> bool:
    umum = isian.get("jangkauan") == Jangkauan.PUBLIK and not isian.get("bahaya")
    tentang = isian.get("tentang") or Tentang.TIDAK
    return umum and tentang == Tentang.TIDAK and isian.get("jenis") != Jenis.APRESIASI


def _umum(jenis: str, proyek: Proyek | None) -> QuerySet[Any]:
    """Return the kiriman that may be compared. For a merged one, `_baris` looks at its goal."""
    digabung = Q(status=Status.DIGABUNG)
    baru = Aspirasi.objects.terbit().filter(
        _sejenis(jenis) | digabung, dibuat__gte=sekarang() - LAMA
    )
    return _tanpa(baru, proyek).order_by().values("id", "pokok")


def _sejenis(jenis: str) -> Q:
    """Return the condition for open ones of this kind; of any kind but thanks while none is
    chosen."""
    sama = Q(jenis=jenis) if jenis else ~Q(jenis=Jenis.APRESIASI)
    return sama & Q(ditutup_pada__isnull=True)


def _tanpa(semua: QuerySet[Any], proyek: Proyek | None) -> QuerySet[Any]:
    """Leave out what the project answers: a complaint about it is no second wish for it."""
    return semua.exclude(tautan_proyek__proyek=proyek) if proyek else semua


def _terbaru(calon: QuerySet[Any], kampung: Kampung | None) -> QuerySet[Any]:
    sini = calon if kampung is None else calon.filter(kampung=kampung)
    return sini.order_by("-dibuat", "-pk")[:TERBARU]


def _di(kampung: Kampung | None) -> str | None:
    """Return the kampung as the words that stand for it in `Aspirasi.pokok`."""
    return None if kampung is None else f"'@{kampung.pk}' | '@0'"


def _kotak(derajat: Decimal | None) -> int | None:
    return None if derajat is None else round(derajat / KISI)


def _tampil(jenis: str, proyek: Proyek | None) -> QuerySet[Any]:
    umum: QuerySet[Any] = Aspirasi.objects.terbit().exclude(status=Status.DIGABUNG)
    return _tanpa(umum.filter(_sejenis(jenis)), proyek)


def _baris(skor: dict[int, float], tampil: Any) -> list[Aspirasi]:
    """Return the rows that may be shown, in the order of their score."""
    if not skor:
        return []
    kartu = dihias(AspirasiQuerySet.untuk_kartu, tampil.filter(pk__in=skor))
    baris = {satu.pk: satu for satu in kartu}
    hasil = [baris[pk] for pk in skor if pk in baris]
    for aspirasi in hasil:
        aspirasi.skor = skor[aspirasi.pk]
    return hasil
