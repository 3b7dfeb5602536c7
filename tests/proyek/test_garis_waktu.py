"""The trail of a project tells everyone only acts that somebody decided to tell."""

import ast
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from core.jejak.catat import catat, hapus_isi
from proyek.bacaan.garis_waktu import garis_waktu
from proyek.enums import Tahap
from proyek.laku import BERALASAN, LAKU, Aksi
from proyek.services.tahap import ubah_tahap
from tests.pabrik.benda import Terdahulu
from tests.pabrik.proyek import HARI, buat_proyek

pytestmark = pytest.mark.django_db
RAHASIA = "Xylofon diduga menerima uang."
AKAR = Path(__file__).resolve().parents[2]


def test_an_act_that_is_not_listed_shows_nothing(client: Client, pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    sebelum = client.get(proyek.get_absolute_url()).content.decode()
    catat(
        objek=Terdahulu(proyek),
        aksi="diperiksa_inspektorat",
        oleh=pemeran.staf,
        alasan=RAHASIA,
        rincian={"tanggal": "2026-11-02", "laporan": "Xylofon", "perubahan": {"judul": ["X", "Y"]}},
    )
    assert garis_waktu(proyek, len(LAKU)) == []
    assert client.get(proyek.get_absolute_url()).content.decode() == sebelum


def test_a_listed_act_shows_its_reason_only_where_it_speaks_to_everyone(pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    for aksi in LAKU:
        lain = {"dari": Tahap.USULAN, "ke": Tahap.DITELAAH}
        catat(objek=proyek, aksi=aksi, oleh=pemeran.staf, alasan=RAHASIA, **lain)
    beralasan = [butir for butir in garis_waktu(proyek, len(LAKU)) if butir.alasan == RAHASIA]
    assert len(garis_waktu(proyek, len(LAKU))) == len(LAKU)
    assert len(beralasan) == len(BERALASAN)


def test_erased_words_stay_erased(client: Client, pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung, tahap=Tahap.BERJALAN)
    ubah_tahap(
        proyek=proyek,
        ke=Tahap.DIHENTIKAN_SEMENTARA,
        tanggal=HARI,
        oleh=pemeran.kakam,
        alasan=RAHASIA,
    )
    assert RAHASIA in client.get(proyek.get_absolute_url()).content.decode()
    hapus_isi(objek=proyek, alasan="Permintaan.")
    isi = client.get(proyek.get_absolute_url()).content.decode()
    assert RAHASIA not in isi
    assert "Isi dihapus atas permintaan." in isi


def test_a_title_names_three_things_and_counts_the_others(pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    dana = [["dd", 2026, 1_000_000], ["add", 2026, 2_000_000], ["dbh", 2026, 500]]
    for banyak in (3, 2):
        rincian = {"dana": dana + dana[:banyak]}
        catat(objek=proyek, aksi=Aksi.KEPUTUSAN, oleh=pemeran.kakam, rincian=rincian)
    nama = ("judul", "uraian", "tujuan", "sasaran", "lokasi", "pelaksana")
    for banyak in (4, 6):
        rincian = {"perubahan": {satu: ["a", "b"] for satu in nama[:banyak]}}
        dasar = {"objek": proyek, "aksi": Aksi.DIBETULKAN, "alasan": "Salah."}
        catat(**dasar, oleh=pemeran.kakam, rincian=rincian)
    enam, empat, lima, semua = (butir.kata for butir in garis_waktu(proyek, 4))
    assert enam.count(",") == 3
    assert enam.endswith("dan 3 lainnya")
    assert "lainnya" not in empat
    assert semua == "Keputusan (Rp 6.001.000 dari 6 sumber)".replace("Rp ", "Rp\u00a0")
    assert "5 sumber" in lima


MENULIS = ("catat", "hitamkan_hal")  # both name the thing and the act


def test_every_act_that_services_write_today_is_listed() -> None:
    """Acts on a project are public; an act left out by accident would be hidden."""
    ditulis = {
        aksi
        for pola in ("proyek/services/*.py", "laporan/services/*.py")
        for jalur in AKAR.glob(pola)
        for aksi in _aksi(jalur)
    }
    assert ditulis == set(LAKU)


def _aksi(jalur: Path) -> set[str]:
    """Return the acts that a module writes into the trail of a project."""
    hasil = set()
    for simpul in ast.walk(ast.parse(jalur.read_text())):
        if getattr(getattr(simpul, "func", None), "id", "") in MENULIS:
            nilai = {kata.arg: kata.value for kata in simpul.keywords}
            if ast.unparse(nilai["objek"]).split(".")[-1] == "proyek":
                hasil.add(str(Aksi[ast.unparse(nilai["aksi"]).split(".")[-1]]))
    return hasil


def test_only_the_words_about_a_project_show_their_values(client: Client, pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    for ubah in ({"kunci_sekali": ["", RAHASIA]}, {"pola": ["a", RAHASIA], "lokasi": ["", "RT 2"]}):
        rincian = {"perubahan": ubah}
        catat(objek=proyek, aksi=Aksi.DIUBAH, oleh=pemeran.kakam, rincian=rincian)
    baru, lama = garis_waktu(proyek, len(LAKU))
    assert (baru.kata, baru.perubahan) == (
        "Keterangan diubah: lokasi",
        [("lokasi", "kosong", "RT 2")],
    )
    assert (lama.kata, lama.perubahan) == ("Keterangan diubah", [])
    assert RAHASIA not in client.get(proyek.get_absolute_url()).content.decode()
