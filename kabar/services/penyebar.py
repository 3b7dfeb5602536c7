"""Reads the trail in the order of the seal and tells everyone who follows (a periodic job).

The seal's own numbers have no gaps and never move, and what commits late is sealed late: so
"everything after the last one read" skips nothing (docs/keputusan/0010-pemberitahuan.md).
People are found and told by the database; the loop here is over acts.
"""

from typing import Any

from django.db import connection, transaction

from aspirasi.enums import Aksi
from aspirasi.laku import LAKU
from aspirasi.models import Aspirasi
from core.jejak.baca import terbaca
from core.laku import Oleh, Pembaca
from core.models import Jejak, Segel
from kabar.models import BatasJejak, terlihat

SEKALIGUS = 1000

# Who follows what was merged follows the older one from then on. A no goes along only for
# support that came along by this merge (`Dukungan.dari`): support of one's own stays a yes, and
# what a person said about the older one stands.
_BAWA = """
INSERT INTO kabar_ikutan (pengguna_id, aspirasi_id, aktif, sejak)
SELECT i.pengguna_id, a.digabung_ke_id, i.aktif, b.waktu
FROM unnest(%(acuan)s::uuid[], %(waktu)s::timestamptz[]) AS b (acuan, waktu)
JOIN aspirasi_aspirasi a ON a.acuan = b.acuan AND a.digabung_ke_id IS NOT NULL
JOIN kabar_ikutan i ON i.aspirasi_id = a.id
WHERE i.aktif OR EXISTS (
    SELECT 1 FROM aspirasi_dukungan lama
    JOIN aspirasi_dukungan baru USING (pengguna_id)
    WHERE lama.aspirasi_id = a.id AND baru.aspirasi_id = a.digabung_ke_id
        AND lama.pengguna_id = i.pengguna_id
        AND baru.dari_id = COALESCE(lama.dari_id, a.id)
)
ORDER BY i.aktif DESC
ON CONFLICT DO NOTHING
"""
# Followers and supporters of each act, once, unless they said no, did it themselves, or have
# no account any more. That something was merged into it is no news for those who came along.
_SEBAR = """
INSERT INTO kabar_pemberitahuan (pengguna_id, jejak, aspirasi_id, waktu)
SELECT p.id, b.jejak, b.aspirasi, b.waktu
FROM unnest(
    %(jejak)s::bigint[], %(aspirasi)s::bigint[], %(waktu)s::timestamptz[], %(bukan)s::bigint[],
    %(digabungi)s::boolean[]
) AS b (jejak, aspirasi, waktu, bukan, digabungi)
CROSS JOIN LATERAL (
    SELECT pengguna_id FROM kabar_ikutan
    WHERE aspirasi_id = b.aspirasi AND aktif AND sejak <= b.waktu
    UNION
    SELECT d.pengguna_id FROM aspirasi_dukungan d
    LEFT JOIN kabar_ikutan t
        ON t.aspirasi_id = d.aspirasi_id AND t.pengguna_id = d.pengguna_id
    WHERE d.aspirasi_id = b.aspirasi AND d.dibuat <= b.waktu AND t.aktif IS NOT FALSE
) s
JOIN warga_pengguna p ON p.id = s.pengguna_id AND p.is_active
WHERE p.id IS DISTINCT FROM b.bukan
    AND NOT (b.digabungi AND EXISTS (
        SELECT 1 FROM aspirasi_aspirasi g
        LEFT JOIN kabar_ikutan i ON i.aspirasi_id = g.id AND i.pengguna_id = p.id
        LEFT JOIN aspirasi_dukungan d ON d.aspirasi_id = g.id AND d.pengguna_id = p.id
        WHERE g.digabung_ke_id = b.aspirasi AND (i.id IS NOT NULL OR d.id IS NOT NULL)
    ))
ON CONFLICT DO NOTHING
"""


@transaction.atomic
def sebarkan() -> int:
    """Tell of every public act sealed since the last time; return how many notices that made.

    Waits for another worker that does so just now, and goes on after it.
    """
    batas = BatasJejak.objects.select_for_update().get()
    jumlah = 0
    while segel := _berikut(batas.urutan):
        jumlah += _sebar([s.jejak for s in segel])
        batas.urutan = segel[-1].urutan
    batas.save()
    return jumlah


def _berikut(sesudah: int) -> list[Segel]:
    lanjutan = Segel.objects.filter(urutan__gt=sesudah).select_related("jejak")
    return list(lanjutan.order_by("urutan")[:SEKALIGUS])


def _sebar(jejak: list[Jejak]) -> int:
    kiriman = [j for j in jejak if j.objek_jenis == Aspirasi.jenis_jejak]
    umum = [j for j, _ in terbaca(kiriman, LAKU, Pembaca.UMUM)]
    _bawa_pengikut([j for j in umum if j.aksi == Aksi.GABUNG])
    acuan = {j.objek_kunci for j in umum}
    # `pengirim` only keeps senders from being told of what they did themselves.
    kolom = ("acuan", "pk", "pengirim__pengguna")
    publik = {
        nomor.hex: (pk, pengirim)
        for nomor, pk, pengirim in terlihat().filter(acuan__in=acuan).values_list(*kolom)
    }
    return _beri_tahu([(j, *publik[j.objek_kunci]) for j in umum if j.objek_kunci in publik])


def _bawa_pengikut(jejak: list[Jejak]) -> None:
    if jejak:
        acuan, waktu = [j.objek_kunci for j in jejak], [j.waktu for j in jejak]
        _jalankan(_BAWA, {"acuan": acuan, "waktu": waktu})


def _beri_tahu(perbuatan: list[tuple[Jejak, int, int | None]]) -> int:
    """Insert one notice per act and recipient; each act comes with its aspirasi and its sender."""
    if not perbuatan:
        return 0
    isian: dict[str, Any] = {
        "jejak": [j.pk for j, _, _ in perbuatan],
        "aspirasi": [pk for _, pk, _ in perbuatan],
        "waktu": [j.waktu for j, _, _ in perbuatan],
        "bukan": [
            pengirim if LAKU[j.aksi].oleh is Oleh.PENGIRIM else j.oleh_id
            for j, _, pengirim in perbuatan
        ],
        "digabungi": [j.aksi == Aksi.DIGABUNGI for j, _, _ in perbuatan],
    }
    return _jalankan(_SEBAR, isian)


def _jalankan(perintah: str, isian: dict[str, Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(perintah, isian)
        return int(cursor.rowcount)
