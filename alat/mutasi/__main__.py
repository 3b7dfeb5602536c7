"""`make mutasi APP=aspirasi [BERKAS=services/jam.py] [UJI=tests/aspirasi]`: see docs/pengujian.md.

Exit code 0 when no mutant survives, 1 when some do, 2 when it could not run.
"""

import argparse
import signal
import sys
from collections.abc import Iterable

from alat.mutasi import mutator
from alat.mutasi.hasil import Catatan, Semua, laporan
from alat.mutasi.jalan import petakan, uji_cabang, uji_segar
from alat.mutasi.mutan import AKAR, Mutan, mutan
from alat.mutasi.peta import berkas_uji
from alat.mutasi.pilih import Pemilih

TEMPAT = AKAR / ".data" / "mutasi"
BATAS = 20.0  # seconds of processor time for one mutant; a killed one takes a fraction of it


def main(argumen: list[str]) -> int:
    """Run the mutants that have no result yet, and report on all of them."""
    atur = _argumen(argumen)
    TEMPAT.mkdir(parents=True, exist_ok=True)
    mutator.AnggotaLain.anggota = _enum(atur.app)
    semua = {b: mutan(b, (AKAR / b).read_text()) for b in sasaran(atur.app, atur.berkas)}
    berkas = berkas_uji(atur.uji or ["tests"])
    pemilih = Pemilih(petakan(berkas, TEMPAT / "peta.json").uji(berkas), atur.app, atur.batas)
    catatan = Catatan(TEMPAT / f"{atur.app}.jsonl", pemilih)
    _uji(semua, pemilih, catatan, atur.batas)
    return laporan(semua, catatan, TEMPAT / f"{atur.app}.txt")


def _argumen(argumen: list[str]) -> argparse.Namespace:
    urai = argparse.ArgumentParser(prog="make mutasi", description=__doc__)
    urai.add_argument("app")
    urai.add_argument("--berkas", nargs="*", help="berkas di dalam app, misalnya services/jam.py")
    urai.add_argument("--uji", nargs="*", help="folder atau berkas pengujian; biasanya semua")
    urai.add_argument("--batas", type=float, default=BATAS, help="detik prosesor untuk satu mutan")
    return urai.parse_args(argumen)


def sasaran(app: str, berkas: Iterable[str] | None) -> list[str]:
    """Return the files to mutate: those named, or services, rules and acts of the app."""
    pola = list(berkas or ["services/*.py", "rules.py", "laku.py", "laku/*.py"])
    hasil = [p for satu in pola for p in sorted((AKAR / app).glob(satu)) if p.is_file()]
    if not app or not hasil:
        print(f"Tidak ada {' '.join(pola)} di “{app}”: isi APP, dan BERKAS dari dalam app itu.")
        sys.exit(2)
    return [str(p.relative_to(AKAR)) for p in hasil]


def _enum(app: str) -> dict[str, list[str]]:
    """Return the members of the enums that an app may name: its own and those of people."""
    tempat = [AKAR / satu / "enums.py" for satu in ("warga", app)]
    hasil: dict[str, list[str]] = {}
    for satu in tempat:
        hasil |= mutator.anggota_enum(satu.read_text()) if satu.exists() else {}
    return hasil


def _uji(semua: Semua, pemilih: Pemilih, catatan: Catatan, batas: float) -> None:
    tugas = [m for satu in semua.values() for m in satu if not catatan.selesai(m)]
    print(f"{sum(map(len, semua.values()))} mutan, {len(tugas)} belum diuji.", flush=True)
    uji_cabang([m for m in tugas if not m.saat_impor], pemilih, batas, catatan)
    _uji_segar(
        [m for m in tugas if catatan.nasib(m) in ("belum", "galat")], pemilih, catatan, batas
    )
    for satu in tugas:
        catatan.tandai(satu)


def _uji_segar(tugas: list[Mutan], pemilih: Pemilih, catatan: Catatan, batas: float) -> None:
    kotor = False
    for nomor, satu in enumerate(tugas, 1):
        hasil = uji_segar(satu, pemilih.untuk(satu), batas, baru=kotor)
        kotor = hasil["nasib"] == "macet"
        catatan.tambah(hasil)
        print(f"{nomor}/{len(tugas)} {satu.tempat} {hasil['nasib']}", flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))  # so that what it started ends, too
    sys.exit(main(sys.argv[1:]))
