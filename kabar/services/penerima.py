"""Finds the people of many acts on one kind of thing, and writes their notices, in the database.

Everything special about a kind comes from its declaration (`core.hal.JenisHal`): the querysets
there become tables of the statements below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from core.hal import JenisHal, Serta, Waris
from core.models import Jejak
from kabar.models import Hal
from warga.enums import Peran
from warga.models import Pengguna


@dataclass(frozen=True)
class Perbuatan:
    """One act to tell of.

    `hal` is the thing that the notice is about; `objek` is the key of the followed row and
    `diikuti` its thing, None while nobody pressed anything. `pengikut` says whether followers are
    told, `penulis` is the author who is told, `kampung` the one whose followers are told, `aparat`
    the one whose aparat are; those of `tanpa_aparat` are not told as followers. `sekampung` says
    whether those of the others that it concerns (`kampung_lain`) are. `bukan` is the person who did
    it and knows. `datang` marks an act that everyone who came along knows, too.
    """

    jejak: Jejak
    hal: int
    objek: int
    diikuti: int | None
    bukan: int | None
    penulis: int | None
    kampung: int | None
    aparat: int | None
    tanpa_aparat: int | None
    sekampung: bool
    pengikut: bool
    datang: bool


# Two tables that most statements begin with; the querysets of a kind fill them.
_TABEL = """
serta (objek, pengguna, sejak) AS NOT MATERIALIZED ({serta}),
pasangan (dari, ke) AS NOT MATERIALIZED ({pasangan})
"""
_TANPA_SERTA = "SELECT NULL::bigint, NULL::bigint, NULL::timestamptz WHERE false"
_TANPA_PASANGAN = "SELECT NULL::bigint, NULL::bigint WHERE false"

# Followers of each act, once, unless they said no, did it themselves, or no longer have an account;
# and its author.
_SEBAR = """
WITH b (jejak, waktu, hal, objek, diikuti, bukan, penulis, tanpa_aparat, pengikut, datang) AS (
    SELECT * FROM unnest(
        %s::bigint[], %s::timestamptz[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[],
        %s::bigint[], %s::bigint[], %s::boolean[], %s::boolean[]
    )
), {tabel}
INSERT INTO kabar_pemberitahuan (pengguna_id, jejak, hal_id, waktu)
SELECT p.id, b.jejak, b.hal, b.waktu
FROM b
CROSS JOIN LATERAL (
    SELECT i.pengguna_id AS id FROM kabar_ikutan i
    WHERE b.pengikut AND i.hal_id = b.diikuti AND i.aktif AND i.sejak <= b.waktu
    UNION
    SELECT s.pengguna FROM serta s
    LEFT JOIN kabar_ikutan t ON t.hal_id = b.diikuti AND t.pengguna_id = s.pengguna
    WHERE b.pengikut AND s.objek = b.objek AND s.sejak <= b.waktu AND t.aktif IS NOT FALSE
    UNION
    SELECT b.penulis
) s
JOIN warga_pengguna p ON p.id = s.id AND p.is_active
WHERE p.id IS DISTINCT FROM b.bukan
    AND (p.kampung_id IS DISTINCT FROM b.tanpa_aparat OR b.tanpa_aparat IS NULL OR p.peran <> %s)
    AND NOT (b.datang AND EXISTS (
        SELECT 1 FROM pasangan g
        LEFT JOIN kabar_hal h ON h.{kunci} = g.dari
        LEFT JOIN kabar_ikutan i ON i.hal_id = h.id AND i.pengguna_id = p.id
        LEFT JOIN serta s ON s.objek = g.dari AND s.pengguna = p.id
        WHERE g.ke = b.objek AND (i.id IS NOT NULL OR s.objek IS NOT NULL)
    ))
ON CONFLICT DO NOTHING
"""
# One row for all followers of the kampung: they are found when they read.
_SEBAR_KAMPUNG = """
INSERT INTO kabar_pemberitahuan (kampung_id, jejak, hal_id, waktu)
SELECT * FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[], %s::timestamptz[])
ON CONFLICT DO NOTHING
"""
# Followers of the other kampung, each with a row of their own: it stands in the place of the row of
# a kampung, so that a person who follows both reads of the act once.
_SEBAR_KAMPUNG_LAIN = """
INSERT INTO kabar_pemberitahuan (pengguna_id, jejak, hal_id, waktu)
SELECT DISTINCT p.id, b.jejak, b.hal, b.waktu
FROM unnest(%s::bigint[], %s::timestamptz[], %s::bigint[], %s::bigint[], %s::bigint[])
    AS b (jejak, waktu, hal, objek, bukan)
JOIN ({lain}) AS lain (objek, kampung) ON lain.objek = b.objek
JOIN kabar_hal h ON h.kampung_id = lain.kampung
JOIN kabar_ikutan i ON i.hal_id = h.id AND i.aktif AND i.sejak <= b.waktu
JOIN warga_pengguna p ON p.id = i.pengguna_id AND p.is_active
WHERE p.id IS DISTINCT FROM b.bukan
ON CONFLICT DO NOTHING
"""
# The aparat of the kampung, whatever they follow.
_SEBAR_APARAT = """
INSERT INTO kabar_pemberitahuan (pengguna_id, jejak, hal_id, waktu)
SELECT p.id, b.jejak, b.hal, b.waktu
FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[], %s::timestamptz[], %s::bigint[])
    AS b (kampung, jejak, hal, waktu, bukan)
JOIN ({aparat}) AS p (id, kampung) ON p.kampung = b.kampung
WHERE p.id IS DISTINCT FROM b.bukan
ON CONFLICT DO NOTHING
"""
# Followers of a thing that was left follow its receiver from then on. A no goes along only where
# the kind says so, and a person's own word about the receiver stands.
_WARISKAN = """
WITH b (dari, waktu) AS (SELECT * FROM unnest(%s::bigint[], %s::timestamptz[])),
pasangan (dari, ke) AS NOT MATERIALIZED ({pasangan}),
tidak (dari, pengguna) AS NOT MATERIALIZED ({tidak})
INSERT INTO kabar_ikutan (pengguna_id, hal_id, aktif, sejak)
SELECT i.pengguna_id, tujuan.id, i.aktif, b.waktu
FROM b
JOIN pasangan USING (dari)
JOIN kabar_hal asal ON asal.{kunci} = pasangan.dari
JOIN kabar_hal tujuan ON tujuan.{kunci} = pasangan.ke
JOIN kabar_ikutan i ON i.hal_id = asal.id
WHERE i.aktif OR EXISTS (
    SELECT 1 FROM tidak WHERE tidak.dari = pasangan.dari AND tidak.pengguna = i.pengguna_id
)
ORDER BY i.aktif DESC
ON CONFLICT DO NOTHING
"""


def beri_tahu(jenis: JenisHal, semua: Sequence[Perbuatan]) -> int:
    """Insert one notice per act and person. Return how many. `jenis` is the followed kind."""
    if not semua:
        return 0
    serta, pasangan = _serta(jenis.serta), _pasangan(jenis.waris)
    isian = [
        [p.jejak.pk for p in semua],
        [p.jejak.waktu for p in semua],
        *([getattr(p, nama) for p in semua] for nama in ("hal", "objek", "diikuti", "bukan")),
        *([getattr(p, nama) for p in semua] for nama in ("penulis", "tanpa_aparat")),
        *([getattr(p, nama) for p in semua] for nama in ("pengikut", "datang")),
    ]
    tabel = _TABEL.format(serta=serta[0], pasangan=pasangan[0])
    perintah = _SEBAR.format(tabel=tabel, kunci=f"{jenis.nama}_id")
    return _jalankan(perintah, [*isian, *serta[1], *pasangan[1], Peran.APARAT.value])


def beri_tahu_kampung(semua: Sequence[Perbuatan]) -> int:
    """Insert one notice per act for the followers of a kampung. Return the number of these acts."""
    untuk = [p for p in semua if p.kampung]
    kolom = zip(*((p.kampung, p.jejak.pk, p.hal, p.jejak.waktu) for p in untuk), strict=True)
    return _jalankan(_SEBAR_KAMPUNG, [list(k) for k in kolom]) if untuk else 0


def beri_tahu_aparat(semua: Sequence[Perbuatan]) -> int:
    """Insert one notice per act and aparat of its kampung. Return how many."""
    untuk = [p for p in semua if p.aparat]
    if not untuk:
        return 0
    orang, isi = _sql(Pengguna.objects.aparat().values_list("pk", "kampung"))
    kolom = zip(
        *((p.aparat, p.jejak.pk, p.hal, p.jejak.waktu, p.bukan) for p in untuk), strict=True
    )
    return _jalankan(_SEBAR_APARAT.format(aparat=orang), [*(list(k) for k in kolom), *isi])


def beri_tahu_kampung_lain(jenis: JenisHal, semua: Sequence[Perbuatan]) -> int:
    """Insert one notice per act and follower of the other kampung that it concerns."""
    untuk = [p for p in semua if p.sekampung]
    if not (untuk and jenis.kampung_lain):
        return 0
    lain, isi = _sql(jenis.kampung_lain())
    kolom = zip(*((p.jejak.pk, p.jejak.waktu, p.hal, p.objek, p.bukan) for p in untuk), strict=True)
    return _jalankan(_SEBAR_KAMPUNG_LAIN.format(lain=lain), [*(list(k) for k in kolom), *isi])


def wariskan(jenis: JenisHal, waris: Waris, pergi: dict[int, Any]) -> None:
    """Let followers go along from the rows whose keys `pergi` holds, each with the moment."""
    dari = waris.pasangan().filter(pk__in=pergi)
    tujuan = [ke for _, ke in dari]
    if not tujuan:
        return
    Hal.objects.pastikan(jenis.nama, tujuan)
    pasangan, tidak = _sql(waris.pasangan()), _sql(waris.tidak())
    perintah = _WARISKAN.format(pasangan=pasangan[0], tidak=tidak[0], kunci=f"{jenis.nama}_id")
    isian = [list(pergi), list(pergi.values())]
    _jalankan(perintah, [*isian, *pasangan[1], *tidak[1]])


def _serta(serta: Serta | None) -> tuple[str, tuple[Any, ...]]:
    if serta is None:
        return _TANPA_SERTA, ()
    return _sql(serta.semua().values_list(serta.objek, serta.pengguna, serta.sejak))


def _pasangan(waris: Waris | None) -> tuple[str, tuple[Any, ...]]:
    return _sql(waris.pasangan()) if waris else (_TANPA_PASANGAN, ())


def _sql(baris: QuerySet[Any]) -> tuple[str, tuple[Any, ...]]:
    """Return a queryset as SQL with its parameters."""
    sql, isian = baris.order_by().query.sql_with_params()
    return sql, tuple(isian)


def _jalankan(perintah: str, isian: Sequence[Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(perintah, isian)
        return int(cursor.rowcount)
