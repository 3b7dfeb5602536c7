"""Reminders of awaited reports: who is told on which day, once each."""

import datetime as dt
from typing import Any

import pytest

from core.antrean.tugas import kerjakan_semua
from core.jejak.catat import riwayat
from core.waktu import pada
from laporan.services import jadwal, pengingat
from proyek.bacaan.garis_waktu import garis_waktu
from proyek.laku import Aksi
from proyek.models import Proyek
from tests.alat.jam import saat
from tests.alat.kabar import HALAMAN, di_kepala, dibaca, ikuti, kabari, siarkan
from tests.pabrik.kampung import instansi_kecamatan
from tests.pabrik.orang import pejabat
from tests.pabrik.proyek import buat_proyek
from warga.enums import NamaJabatan, Peran

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    """A work whose report of September is due on Wednesday 7 October. Everyone has a mailbox."""
    kasi = pejabat(NamaJabatan.KASI_PMK, instansi_kecamatan(), nama="Kasi", peran=Peran.STAF)
    orang = {n: pemeran[n] for n in ("aparat", "aparat_lain", "staf", "camat", "warga")}
    for nama, satu in (orang | {"kasi": kasi}).items():
        satu.email = f"{nama}@contoh.id"
        satu.save()
    return ditunggu(buat_proyek(pemeran.kampung, mulai_nyata=dt.date(2026, 9, 1)))


def ditunggu(proyek: Proyek) -> Proyek:
    with pada(saat("2026-09-10")):
        jadwal.susun(proyek=proyek)
    return proyek


def surat(mailoutbox: Any, hari: str) -> list[str]:
    """Run the job twice on one day, and return who got a letter."""
    for jam in (7, 8):
        with pada(saat(hari, jam)):
            pengingat.ingatkan()
            kerjakan_semua()
    kepada = sorted(alamat for satu in mailoutbox for alamat in satu.to)
    mailoutbox.clear()
    return kepada


def test_rung_by_rung_each_once(proyek: Proyek, mailoutbox: Any) -> None:
    kosong: list[str] = []
    aparat, kasi, camat = (["aparat@contoh.id"], ["kasi@contoh.id"], ["camat@contoh.id"])
    harap = {"01": kosong, "02": aparat, "05": kosong, "07": kosong, "08": aparat, "09": kosong}
    harap |= {"12": kasi, "14": kosong, "15": camat, "16": kosong, "26": kosong}
    assert {hari: surat(mailoutbox, f"2026-10-{hari}") for hari in harap} == harap
    kata = [satu.kata for satu in garis_waktu(proyek)]
    dasar = "Laporan terlambat, diingatkan"
    assert kata == [
        f"{dasar}: {siapa} (laporan September 2026)"
        for siapa in ("camat", "kasi kecamatan", "pemerintah kampung")
    ]


def test_one_letter_tells_of_all(proyek: Proyek, mailoutbox: Any) -> None:
    ditunggu(buat_proyek(proyek.kampung, judul="Sumur bor", mulai_nyata=dt.date(2026, 9, 2)))
    for hari, kata in (("2026-10-06", "paling lambat 7 Oktober"), ("2026-10-08", "terlambat 1")):
        with pada(saat(hari)):
            pengingat.ingatkan()
            kerjakan_semua()
        (satu,) = mailoutbox
        assert satu.body.count(kata) == 2
        assert "Sumur bor" in satu.body
        assert "Rabat beton Dusun 3, September 2026" in satu.body
        mailoutbox.clear()


def test_an_aparat_who_left_the_office_gets_no_letter(
    proyek: Proyek, pemeran: Any, mailoutbox: Any
) -> None:
    lalu = {"mulai": dt.date(2019, 1, 1), "selesai": dt.date(2020, 1, 1)}
    assert pemeran.aparat.jabatan.update(**lalu)
    assert surat(mailoutbox, "2026-10-08") == []


def test_what_is_awaited_no_more_is_quiet(proyek: Proyek, mailoutbox: Any) -> None:
    proyek.jadwal_laporan.update(gugur="henti")
    assert surat(mailoutbox, "2026-10-15") == []
    assert not riwayat(proyek).filter(aksi=Aksi.LAPORAN_TERLAMBAT).exists()


def test_a_longer_standstill_of_the_job_tells_the_highest_rung_alone(
    proyek: Proyek, mailoutbox: Any
) -> None:
    assert surat(mailoutbox, "2026-10-20") == ["camat@contoh.id"]
    assert riwayat(proyek).filter(aksi=Aksi.LAPORAN_TERLAMBAT).count() == 1


def test_one_notice_for_each_moment_whatever_they_follow(
    proyek: Proyek, pemeran: Any, klien: Any
) -> None:
    for urutan in range(3):
        ditunggu(buat_proyek(proyek.kampung, judul=f"Sumur {urutan}", mulai_nyata="2026-09-01"))
    with pada(saat("2026-09-15")):
        for siapa in ("aparat", "warga"):
            ikuti(klien(siapa), proyek)
    for hari in ("02", "05", "08", "12", "15"):
        with pada(saat(f"2026-10-{hari}")):
            for _ in range(2):
                pengingat.ingatkan()
                kerjakan_semua()
                siarkan()
    kata = [
        "Laporan segera ditunggu: 4 laporan, paling lambat 7 Oktober 2026",
        "Laporan terlambat, diingatkan: pemerintah kampung (4 laporan)",
        "Laporan terlambat, diingatkan: kasi kecamatan (4 laporan)",
        "Laporan terlambat, diingatkan: camat (4 laporan)",
    ]
    assert dibaca(klien("aparat")) == kata
    assert dibaca(klien("kakam")) == kata
    assert di_kepala(klien("aparat")) == "4"
    assert kabari(pemeran.warga) == [Aksi.LAPORAN_TERLAMBAT] * 3
    for siapa in ("aparat_lain", "staf", "camat", "bpk"):
        assert dibaca(klien(siapa)) == [], siapa
    isi = klien("aparat").get(HALAMAN).context["daftar_isi"][0]
    assert isi.alamat == "/kerja/minggu/"
    pemeran.aparat.peran = Peran.WARGA  # no longer of the office: as if it were not there
    pemeran.aparat.save()
    assert dibaca(klien("aparat")) == []


def test_a_worker_that_dies_tells_all_of_it_once(
    proyek: Proyek, pemeran: Any, mailoutbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = pengingat.surati_petugas

    def mati(*args: Any, **kwargs: Any) -> None:
        asli(*args, **kwargs)
        raise RuntimeError("mati")

    with pada(saat("2026-10-08")):
        monkeypatch.setattr(pengingat, "surati_petugas", mati)
        with pytest.raises(RuntimeError):
            pengingat.ingatkan_kampung(proyek.kampung_id)
        kerjakan_semua()
        siarkan()
        assert not mailoutbox
        assert kabari(pemeran.aparat) == []
        monkeypatch.undo()
        for _ in range(2):
            pengingat.ingatkan_kampung(proyek.kampung_id)
            kerjakan_semua()
            siarkan()
    assert [satu.to for satu in mailoutbox] == [["aparat@contoh.id"]]
    assert kabari(pemeran.aparat) == ["terlambat"]
