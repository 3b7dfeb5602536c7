"""Nobody writes the columns that the rules of whose turn it is read, except through the doors that
set its days anew."""

import ast
import datetime as dt
import itertools
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from aspirasi import giliran
from aspirasi.enums import STATUS_TERTUTUP, Jangkauan, Langkah, Status
from aspirasi.giliran import HASIL, KOLOM, KOLOM_INSTANSI, KOLOM_KAMPUNG
from aspirasi.models import Aspirasi
from tests.alat.lapis import AKAR, terpasang
from warga.enums import JenisInstansi
from warga.models import Instansi, Kampung

HARI = dt.date(2026, 3, 13)
PINTU = AKAR / "aspirasi" / "models" / "giliran.py"
ATURAN = AKAR / "aspirasi" / "giliran.py"
# Writing many rows without `save`.
SEKALIGUS = ("update", "bulk_create", "bulk_update", "update_or_create", "aupdate", "_update")
TULIS_SQL = re.compile(
    r"(update|insert\s+into)\s+(only\s+)?\"?(aspirasi_aspirasi|warga_kampung|warga_instansi)\b",
    re.I,
)


class Kiriman:
    """A kiriman, or a row beside it, that notes which of its columns are read."""

    def __init__(self, dibaca: set[str], **nilai: Any) -> None:
        self._dibaca, self._nilai = dibaca, nilai

    def __getattr__(self, nama: str) -> Any:
        if nama == "terbit":  # of columns, as the model has it
            return Aspirasi.terbit.fget(self)  # type: ignore[attr-defined]  # a property, asked of the stand-in
        self._dibaca.add(nama.removesuffix("_id"))
        return self._nilai[nama]


TENANG: dict[str, Any] = {
    "langkah": Langkah.SELESAI,
    "tenggat": HARI,
    "eskalasi": 0,
    "kampung_id": 1,
    "jangkauan": Jangkauan.PUBLIK,
    "nomor": "ASP",
    **dict.fromkeys(("tempat_umum", "langsung", "bahaya", "tidak_yakin"), False),
    **dict.fromkeys(("balasan_pada", "minta_umum_pada", "letak_menunggu_pada"), None),
}
ASAL = {"jenis": JenisInstansi.KAMPUNG, "kampung_id": 1}
RAMAI = TENANG | {"tempat_umum": True, "bahaya": True, "langkah": Langkah.KONFIRMASI}
RAMAI |= dict.fromkeys(("balasan_pada", "minta_umum_pada", "letak_menunggu_pada"), HARI)


def segala_rupa(dibaca: set[str], kantor: set[str], kampung: set[str]) -> Iterator[Kiriman]:
    """Yield every status with and without reasons to wait. Reads of it and around it are noted."""
    tempat = Kiriman(kampung, verifikasi_didelegasikan=False)
    for status, jangkauan, jenis, dasar in itertools.product(
        Status, Jangkauan, (None, *JenisInstansi), (TENANG, RAMAI)
    ):
        di = jenis and Kiriman(kantor, jenis=jenis, kampung_id=1)
        beda = {"status": status, "jangkauan": jangkauan, "ditangani": di, "kampung": tempat}
        yield Kiriman(dibaca, **dasar | beda)


def test_the_rules_read_what_they_say_and_nothing_else() -> None:
    dibaca: set[str] = set()
    kantor: set[str] = set()
    kampung: set[str] = set()
    for satu in segala_rupa(dibaca, kantor, kampung):
        giliran.untuk_kecamatan(satu, HARI)
        giliran.untuk_kampung(satu, HARI)
    assert dibaca == KOLOM
    assert kantor == KOLOM_INSTANSI
    assert kampung == KOLOM_KAMPUNG


def test_what_is_closed_without_a_word_waits_for_nobody() -> None:
    """So the recount of every night leaves it out (`BISA_MENUNGGU`)."""
    diam = {"balasan_pada": None, "letak_menunggu_pada": None}
    for satu in segala_rupa(set(), set(), set()):
        if satu.status in STATUS_TERTUTUP:
            sepi = Kiriman(set(), **satu._nilai | diam)
            assert not giliran.untuk_kecamatan(sepi, HARI)
            assert not giliran.untuk_kampung(sepi, HARI)


@pytest.mark.parametrize(
    ("model", "kolom"),
    [(Aspirasi, KOLOM | set(HASIL)), (Instansi, KOLOM_INSTANSI), (Kampung, KOLOM_KAMPUNG)],
)
def test_they_are_columns(model: Any, kolom: set[str]) -> None:
    assert kolom <= {bidang.name for bidang in model._meta.fields}


@cache
def pohon() -> dict[Path, ast.Module]:
    paket = sorted(terpasang() | {"bangunrejo"})
    semua = (jalur for p in paket for jalur in sorted((AKAR / p).rglob("*.py")))
    return {j: ast.parse(j.read_text()) for j in semua if "migrations" not in j.parts}


def simpul(jenis: type[Any]) -> Iterator[tuple[Path, Any]]:
    for jalur, modul in pohon().items():
        yield from ((jalur, s) for s in ast.walk(modul) if isinstance(s, jenis))


def test_many_rows_are_written_through_the_doors_alone() -> None:
    """A manager that is none of ours has no doors; of places only one at a time is written."""
    lewat = []
    for jalur, panggil in simpul(ast.Call):
        if getattr(panggil.func, "attr", "") not in SEKALIGUS or jalur == PINTU:
            continue
        penerima = ast.unparse(panggil.func)
        kolom = {k.arg for k in panggil.keywords}
        tanpa_pintu = "_base_manager" in penerima or "super()" in penerima
        tempat = re.search(r"\b(Kampung|Instansi)\.objects", penerima)
        if tanpa_pintu or (tempat and kolom & (KOLOM_INSTANSI | KOLOM_KAMPUNG)):
            lewat.append((jalur.relative_to(AKAR), penerima))
    assert lewat == []


def test_no_sql_of_ours_writes_them() -> None:
    teks = ((j, s.value) for j, s in simpul(ast.Constant) if isinstance(s.value, str))
    assert [j.name for j, kata in teks if TULIS_SQL.search(kata)] == []


@pytest.mark.django_db
def test_no_trigger_writes_them() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname, prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE n.nspname = 'public' AND p.prolang = (SELECT oid FROM pg_language WHERE "
            "lanname = 'plpgsql')"
        )
        fungsi = cursor.fetchall()
    assert len(fungsi) > 10
    assert [nama for nama, isi in fungsi if TULIS_SQL.search(isi)] == []


def test_the_days_are_set_by_the_rules_alone() -> None:
    """But for one that comes to another kampung: there it begins to wait anew."""
    menyetel = set()
    for jalur, simpulnya in simpul(ast.Attribute):
        if isinstance(simpulnya.ctx, ast.Store) and simpulnya.attr in HASIL:
            menyetel.add(jalur.relative_to(AKAR).as_posix())
    assert menyetel == {"aspirasi/services/tangani.py"}
    bernama = {
        jalur.relative_to(AKAR).as_posix()
        for jalur, kata in simpul(ast.keyword)
        if kata.arg in HASIL
    }
    assert bernama == set()


def untuk_siapa(status: Status) -> str:
    """For whom a public one of this status waits that its kampung works on, with nothing asked."""
    tempat, kantor = Kiriman(set(), verifikasi_didelegasikan=False), Kiriman(set(), **ASAL)
    satu = Kiriman(set(), **TENANG, status=status, ditangani=kantor, kampung=tempat)
    aturan = {"kecamatan": giliran.untuk_kecamatan, "kampung": giliran.untuk_kampung}
    return " dan ".join(siapa for siapa, satu_aturan in aturan.items() if satu_aturan(satu, HARI))


def test_a_new_state_is_thought_of() -> None:
    """Anyone who adds a status says here whose turn it is then."""
    menunggu = {
        Status.DIAJUKAN: "kecamatan",
        Status.DIVERIFIKASI: "kecamatan dan kampung",
        Status.DITERUSKAN: "kampung",
        Status.DIPROSES: "kampung",
        Status.DIJANJIKAN: "kampung",
        Status.MENUNGGU_INSTANSI: "kecamatan",
        Status.DIBUKA_KEMBALI: "kecamatan",
    }
    tidak = {Status.PERLU_PERBAIKAN, Status.DITANGGAPI, Status.DIRENCANAKAN, *STATUS_TERTUTUP}
    assert set(Status) == {*menunggu, *tidak}
    assert {status: untuk_siapa(status) for status in menunggu} == menunggu
    assert {untuk_siapa(status) for status in tidak} == {""}
