"""How the rows of measuring are written, and the SQL that their columns share.

Rows carry their own number as key, `i` in the SQL.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Field, Model
from django.db.models.fields import NOT_PROVIDED

from core.jejak.nomor import Bernomor

Tabel = tuple[type[Model], dict[str, str]]

ORANG = 500
JAUH = 1_000_000_000  # keys beyond all that are counted up
HAL = (
    "Rabat beton jalan dusun",
    "Drainase pasangan batu",
    "Sumur bor dan menara air",
    "Gedung posyandu",
    "Rehabilitasi irigasi tersier",
    "Lampu jalan tenaga surya",
    "Talud penahan tebing",
)
CERITA = (
    "Warga menunggu pekerjaan ini sejak musim hujan tahun lalu karena anak sekolah lewat di "
    "sini setiap pagi. Kelompok tani dan karang taruna siap gotong royong merawatnya. "
)


@contextmanager
def tanpa_pemicu() -> Iterator[None]:
    """Let our triggers sleep: they would look at every row. Foreign keys stay awake."""
    tabel = [model._meta.db_table for model in apps.get_models()]
    with connection.cursor() as cursor:
        for keadaan in ("DISABLE", "ENABLE"):
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for nama in tabel:
                cursor.execute(f"ALTER TABLE {nama} {keadaan} TRIGGER USER")
            if keadaan == "DISABLE":
                yield


def tanam(
    model: type[Model], dari: int, sampai: int, kolom: dict[str, str], syarat: str = "true"
) -> None:
    """Insert rows whose columns are SQL over `i`, where `syarat` holds. Columns without a name here
    get the field's default."""
    nilai: dict[str, str] = {}
    isian: list[Any] = []
    for bidang in model._meta.concrete_fields:
        if bidang.name in kolom:
            nilai[bidang.column] = kolom[bidang.name]
        elif bidang.primary_key:
            nilai[bidang.column] = "i"
        elif _perlu(bidang):
            nilai[bidang.column] = "%s"
            isian.append(bidang.get_db_prep_save(_bawaan(bidang), connection))
    perintah = (
        f"INSERT INTO {model._meta.db_table} ({', '.join(nilai)}) "  # noqa: S608 - our own words
        f"SELECT {', '.join(nilai.values())} FROM generate_series({dari}, {sampai}) i "
        f"WHERE {syarat}"
    )
    with connection.cursor() as cursor:
        cursor.execute(perintah, isian or None)


def lompati(*semua: type[Model]) -> None:
    """Let the rows that an act adds be numbered beyond all of ours."""
    with connection.cursor() as cursor:
        for model in semua:
            urutan = f"pg_get_serial_sequence('{model._meta.db_table}', 'id')"
            cursor.execute(f"SELECT setval({urutan}, {2 * JAUH})")


def _perlu(bidang: "Field[Any, Any]") -> bool:
    berisi_sendiri = bidang.generated or bidang.db_default is not NOT_PROVIDED
    return not (berisi_sendiri or bidang.null)


def _bawaan(bidang: "Field[Any, Any]") -> Any:
    return bidang.get_default() if bidang.has_default() else ""


def satu_dari(*pilihan: str | int) -> str:
    """Return SQL for one of these by turns."""
    larik = ", ".join(str(p) if isinstance(p, int) else f"'{p}'" for p in pilihan)
    return f"(ARRAY[{larik}])[1 + mod(i, {len(pilihan)})]"


def pilih(model: type[Model]) -> str:
    return satu_dari(*model._default_manager.order_by("pk").values_list("pk", flat=True))


def nomor(model: type[Bernomor]) -> str:
    """Return SQL for a number in the form of the house; the year only keeps it short enough."""
    angka = f"lpad(mod(i, 10000)::text, {model.lebar_nomor}, '0')"
    return f"'{model.awalan_nomor}-' || (2000 + i / 10000) || '-' || {angka}"


OLEH = f"1 + mod(i, {ORANG})"
JUDUL = f"{satu_dari(*HAL)} || ' ' || i"
ISI = f"{satu_dari(*HAL)} || ' nomor ' || i || '. ' || repeat('{CERITA}', 1 + mod(i, 3))"
SAAT = "now() - i * interval '4 minutes'"
HARI = "current_date"
SELESAI = f"({HARI} - mod(i, 900))"  # the day on which a work was finished


def jam(berjalan: str, giliran: str = "i") -> dict[str, str]:
    """Return the clock of rows for which the SQL condition holds: from ten days late to not yet
    due, by turns of `giliran`."""
    hari = f"{HARI} + 9 - mod({giliran}, 20)"
    kolom = {"tenggat": hari, "janji": hari, "langkah_mulai": f"{hari} - 7", "jatah_hari": "5"}
    return {nama: f"CASE WHEN {berjalan} THEN {nilai} END" for nama, nilai in kolom.items()}
