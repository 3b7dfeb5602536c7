"""From which day a kiriman waits for the kecamatan and for its kampung, row by row."""

import datetime as dt
from typing import Any

import pytest

from aspirasi.enums import Jangkauan, Langkah, Status
from aspirasi.giliran import HASIL, setel, untuk_kampung, untuk_kecamatan
from aspirasi.models import Aspirasi
from warga.enums import JenisInstansi
from warga.models import Instansi, Kampung

HARI = dt.date(2026, 3, 13)
KEMARIN, BESOK, LUSA = (HARI + dt.timedelta(days=n) for n in (-1, 1, 2))
TUTUP = {"jangkauan": Jangkauan.KECAMATAN}
KAMI, LAIN = ({"jenis": JenisInstansi.KAMPUNG, "kampung_id": n} for n in (1, 2))
KECAMATAN, DINAS = ({"jenis": j} for j in (JenisInstansi.KECAMATAN, JenisInstansi.KABUPATEN))
BELUM = {"nomor": None}
LANGSUNG = BELUM | {"langsung": True}
BALASAN = {"balasan_pada": HARI}
LETAK = {"letak_menunggu_pada": HARI, "tempat_umum": True}
KONFIRMASI = {"langkah": Langkah.KONFIRMASI, "tenggat": BESOK}
TIDAK = (None, None)


def kiriman(status: str, *, di: Any = None, didelegasikan: bool = False, **lain: Any) -> Aspirasi:
    tempat = Kampung(pk=1, verifikasi_didelegasikan=didelegasikan)
    dasar = {"jangkauan": Jangkauan.PUBLIK, "nomor": "ASP", "kampung": tempat}
    return Aspirasi(status=status, ditangani=Instansi(pk=9, **di) if di else None, **dasar | lain)


@pytest.mark.parametrize(
    ("status", "lain", "sejak"),
    [
        # Before the first look.
        ("diajukan", BELUM, (HARI, None)),
        ("diajukan", LANGSUNG, (HARI, HARI)),
        ("diajukan", BELUM | {"bahaya": True}, (HARI, HARI)),
        ("diajukan", BELUM | {"bahaya": True, "tidak_yakin": True}, (HARI, None)),
        ("diajukan", LANGSUNG | {"tidak_yakin": True}, (HARI, HARI)),
        ("diajukan", LANGSUNG | TUTUP, (HARI, None)),
        ("diajukan", LANGSUNG | {"di": KAMI}, (HARI, None)),
        ("diajukan", LANGSUNG | {"di": KAMI, "didelegasikan": True}, (HARI, HARI)),
        ("perlu_perbaikan", LANGSUNG | {"didelegasikan": True}, TIDAK),
        ("perlu_perbaikan", LANGSUNG | BALASAN, TIDAK),
        ("perlu_perbaikan", LANGSUNG | {"di": KAMI} | BALASAN, (None, HARI)),
        ("perlu_perbaikan", BELUM | {"di": KAMI} | BALASAN, TIDAK),
        # An answer is owed.
        ("diverifikasi", {}, (HARI, HARI)),
        ("diverifikasi", {"di": LAIN}, (HARI, None)),
        ("diteruskan", {}, (None, HARI)),
        ("diteruskan", {"di": KAMI}, (None, HARI)),
        ("diteruskan", BELUM | {"jangkauan": Jangkauan.PETUGAS}, (None, HARI)),
        ("diteruskan", {"di": LAIN}, TIDAK),
        ("diproses", {"di": KECAMATAN}, (HARI, None)),
        ("diproses", {"di": DINAS}, (HARI, None)),
        ("diteruskan", {"kampung": None}, (HARI, None)),
        ("diteruskan", TUTUP, (HARI, None)),
        ("diproses", {"di": KAMI, "eskalasi": 1}, (None, HARI)),
        ("diproses", {"di": KAMI, "eskalasi": 2}, (HARI, HARI)),
        ("dibuka_kembali", {"di": KAMI}, (HARI, None)),
        # A reply waits, whatever the state.
        ("ditanggapi", {"di": KAMI, "eskalasi": 2}, TIDAK),
        ("ditanggapi", {"di": KAMI, **BALASAN}, (None, HARI)),
        ("ditanggapi", BALASAN, (None, HARI)),
        ("ditanggapi", {"di": LAIN, **BALASAN}, TIDAK),
        ("ditanggapi", {"di": DINAS, **BALASAN}, (HARI, None)),
        ("ditanggapi", {"di": KAMI, "eskalasi": 2, **BALASAN}, (HARI, HARI)),
        ("selesai", {"di": KAMI, **BELUM, **BALASAN}, (None, HARI)),
        ("ditolak", {"di": KAMI, **BALASAN}, (None, HARI)),
        ("ditolak", {"di": KAMI, **BELUM, **BALASAN}, TIDAK),
        ("ditolak", {"di": KAMI, "jangkauan": Jangkauan.PETUGAS, **BALASAN}, TIDAK),
        ("ditolak", LANGSUNG | {"di": KAMI} | BALASAN, TIDAK),
        # A day that is due.
        ("menunggu_instansi", {"di": DINAS, "tenggat": LUSA}, (LUSA, None)),
        ("direncanakan", KONFIRMASI, (LUSA, None)),
        ("direncanakan", KONFIRMASI | {"tenggat": None}, TIDAK),
        ("direncanakan", KONFIRMASI | {"langkah": Langkah.SELESAI}, TIDAK),
        ("ditanggapi", KONFIRMASI, TIDAK),
        # The sender asks for something.
        ("ditanggapi", {"minta_umum_pada": HARI}, (HARI, None)),
        ("selesai", {"minta_umum_pada": HARI}, TIDAK),
        ("selesai", LETAK, (HARI, None)),
        ("selesai", LETAK | {"tempat_umum": False}, TIDAK),
        ("selesai", {"tempat_umum": True}, TIDAK),
        ("selesai", LETAK | BELUM, TIDAK),
        ("ditarik", LETAK, TIDAK),
    ],
)
def test_each_state_waits_for_whom_it_should(status: str, lain: Any, sejak: Any) -> None:
    satu = kiriman(status, **lain)
    assert (untuk_kecamatan(satu, HARI), untuk_kampung(satu, HARI)) == sejak


@pytest.mark.parametrize(
    ("dulu", "tenggat", "kini"),
    [
        (None, HARI, HARI),
        (KEMARIN, HARI, KEMARIN),
        (HARI, KEMARIN, HARI),
        (KEMARIN, BESOK, BESOK),
        (BESOK, HARI, HARI),
        (KEMARIN, None, None),
        (LUSA, LUSA, LUSA),
    ],
)
def test_the_day_since_which_it_waits_without_a_break_stays(
    dulu: dt.date | None, tenggat: dt.date | None, kini: dt.date | None
) -> None:
    satu = kiriman(Status.MENUNGGU_INSTANSI, tenggat=tenggat, menunggu_kecamatan_sejak=dulu)
    assert setel(satu, HARI) is (dulu != kini)
    assert [getattr(satu, nama) for nama in HASIL] == [kini, None]


def test_each_office_has_its_own_day() -> None:
    satu = kiriman(Status.DIVERIFIKASI, menunggu_kecamatan_sejak=KEMARIN)
    assert setel(satu, HARI)
    assert [getattr(satu, nama) for nama in HASIL] == [KEMARIN, HARI]
