"""The table of what waits: whose it is, in which order, and where its buttons lead."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aspirasi.enums import Jangkauan, Status
from aspirasi.models import Aspirasi
from core.cari import tertulis
from core.waktu import hari_ini, pada, sekarang
from meja import urusan
from meja.urusan import URUSAN, Baris, hitung, pertama
from meja.urusan.kiriman import KIRIMAN
from tests.alat.jam import saat
from tests.alat.kerahasiaan import ramaikan
from tests.meja.test_kueri import di_status
from tests.pabrik import forum
from tests.pabrik.aspirasi import buat, jam_sampai, terbit
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.lestari import lestarikan
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_proyek
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
BERAKUN = SEMUA_PERAN[1:]
BANYAK = 50


@pytest.fixture(autouse=True)
def belum_tertulis(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test is served by the SQL that another one wrote at a later second of this minute."""
    monkeypatch.setattr(tertulis, "_tertulis", {})


def akun(pemeran: Any, siapa: str) -> Pengguna:
    """As a request has it."""
    return Pengguna.objects.untuk_sesi().get(pk=pemeran[siapa].pk)


def baris(pemeran: Any, siapa: str, banyak: int = BANYAK) -> list[Baris]:
    return pertama(akun(pemeran, siapa), banyak)


def bertenggat(aspirasi: Aspirasi, hari: int) -> Aspirasi:
    batas = hari_ini() + dt.timedelta(days=hari)
    Aspirasi.objects.filter(pk=aspirasi.pk).update(**jam_sampai(batas))
    return aspirasi


def test_names_are_used_once() -> None:
    nama = [satu.nama for satu in URUSAN]
    assert len(nama) == len(set(nama))


@pytest.mark.parametrize("siapa", BERAKUN)
def test_rows_are_what_is_counted_in_one_query_each(pemeran: Any, siapa: str) -> None:
    ramaikan(pemeran)
    buat(pemeran.kampung, bahaya=True)
    forum.topik(pemeran.warga, ditahan=True)
    orang = akun(pemeran, siapa)
    with CaptureQueriesContext(connection) as kueri:
        jumlah, semua = hitung(orang), pertama(orang, BANYAK)
    assert len(kueri) == (2 if urusan.milik(orang) else 0)
    per_jenis = {nama: n for nama, n in jumlah.items() if n}
    for nama, n in per_jenis.items():
        assert sum(b.urusan.nama == nama for b in semua) == n, nama
    assert len(semua) == sum(per_jenis.values())


@pytest.mark.parametrize("status", Status.values)
def test_every_kiriman_of_a_queue_is_of_one_kind(pemeran: Any, status: str) -> None:
    satu = di_status(pemeran, status)
    with pada(sekarang() + dt.timedelta(days=400)):  # whatever is promised has come due
        Aspirasi.objects.filter(pk=satu.pk).setel_giliran()
        for siapa in ("staf", "petugas_rahasia", "aparat", "kakam", "aparat_lain"):
            orang = akun(pemeran, siapa)
            jenis = [u for u in KIRIMAN if u.untuk(orang) and u.himpunan(orang).exists()]
            assert len(jenis) == Aspirasi.objects.bagian(orang).count(), siapa


@pytest.mark.parametrize("status", Status.values)
def test_the_button_leads_to_an_act_that_can_be_done(klien: Any, pemeran: Any, status: str) -> None:
    di_status(pemeran, status)
    for siapa in ("staf", "aparat", "kakam"):
        for satu in baris(pemeran, siapa):
            assert klien(siapa).get(satu.alamat).status_code == 200, satu.urusan.nama
            assert klien(siapa).get(satu.urusan.alamat_daftar).status_code == 200


def test_a_button_to_a_place_of_a_page_finds_it_there(klien: Any, pemeran: Any) -> None:
    terbit(pemeran.kampung, pemeran.staf, kontak={"telepon": "+6281234567890"})
    topik = forum.topik(pemeran.warga, ditahan=True)
    forum.balasan(topik, pemeran.warga, ditahan=True)
    lestarikan(pemeran)  # with words of a resident that are held
    tempat = [b.alamat.split("#") for b in baris(pemeran, "staf") if "#" in b.alamat]
    assert len(tempat) == len(("belum_dikabari", "topik", "balasan", "fungsi"))
    for halaman, jangkar in tempat:
        assert f'id="{jangkar}"' in klien("staf").get(halaman).content.decode(), jangkar


def test_a_kiriman_for_the_kecamatan_alone_says_so(pemeran: Any) -> None:
    rahasia = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN).aspirasi
    dibalas = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN).aspirasi
    Aspirasi.objects.filter(pk=dibalas.pk).update(balasan_pada=sekarang())
    biasa = buat(pemeran.kampung).aspirasi
    hanya = "Hanya petugas kecamatan"
    tanda = {b.kunci: b.tanda for b in baris(pemeran, "petugas_rahasia")}
    assert tanda[str(rahasia.acuan)] == hanya
    assert tanda[str(dibalas.acuan)] == f"{hanya}, ada balasan"
    assert not tanda[str(biasa.acuan)]
    assert [b.kunci for b in baris(pemeran, "staf")] == [str(biasa.acuan)]


def test_danger_comes_first_then_the_earliest_due_day(pemeran: Any) -> None:
    lambat = bertenggat(terbit(pemeran.kampung, pemeran.staf, isi="Selokan mampet lama."), -9)
    nanti = bertenggat(terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati."), 3)
    bahaya = bertenggat(buat(pemeran.kampung, bahaya=True).aspirasi, 9)
    ramai = bertenggat(buat(pemeran.kampung, bahaya=True).aspirasi, -20)
    Aspirasi.objects.filter(pk=ramai.pk).update(dari_ramai=True)
    forum.topik(pemeran.warga, judul="Jam musyawarah", ditahan=True)
    semua = baris(pemeran, "staf")
    assert [b.kunci for b in semua][:4] == [str(a.acuan) for a in (bahaya, ramai, lambat, nanti)]
    assert semua[4].urusan.nama == "topik"
    assert [b.kunci for b in baris(pemeran, "staf", 2)] == [str(bahaya.acuan), str(ramai.acuan)]


def test_on_one_day_what_a_person_holds_comes_first(pemeran: Any) -> None:
    lain, dipegang = (
        bertenggat(terbit(pemeran.kampung, pemeran.staf, isi=isi), 2)
        for isi in ("Selokan mampet.", "Lampu jalan mati.")
    )
    Aspirasi.objects.filter(pk=dipegang.pk).update(ditugaskan=pemeran.aparat)
    semua = [b.kunci for b in baris(pemeran, "aparat")]
    assert semua[:2] == [str(dipegang.acuan), str(lain.acuan)]
    assert [b.kunci for b in baris(pemeran, "kakam")] == [str(lain.acuan)]


@pytest.mark.usefixtures("tanpa_libur")
@pytest.mark.parametrize(
    ("hari", "kata"),
    [
        ("2026-12-02", "sampai Rabu 2 Des"),
        ("2026-11-30", "hari ini"),
        ("2026-12-20", "sampai 20 Des 2026"),
        ("2026-11-25", "Terlambat 3 hari kerja"),
        ("2026-11-28", "Terlambat 1 hari kerja"),
    ],
)
def test_a_row_says_when_it_is_due(pemeran: Any, hari: str, kata: str) -> None:
    with pada(saat("2026-11-30")):
        satu = terbit(pemeran.kampung, pemeran.staf)
        batas = dt.date.fromisoformat(hari)
        Aspirasi.objects.filter(pk=satu.pk).update(**jam_sampai(batas))
        assert [b.kata_tenggat for b in baris(pemeran, "aparat")] == [kata]


def test_a_draft_of_the_kampung_is_for_those_who_publish(klien: Any, pemeran: Any) -> None:
    from laporan.services.serah import kirim_draf

    proyek = buat_proyek(pemeran.kampung, mulai_nyata=hari_ini())
    draf = buat_laporan(proyek, pemeran.aparat, terbit=False, foto=1)
    jumlah = {siapa: hitung(akun(pemeran, siapa)) for siapa in ("aparat", "kakam", "aparat_lain")}
    assert [jumlah[s]["draf_lanjut"] for s in jumlah] == [1, 0, 0]
    kirim_draf(laporan=draf, oleh=pemeran.aparat)
    jumlah = {siapa: hitung(akun(pemeran, siapa)) for siapa in jumlah}
    assert [jumlah[s]["draf_terbit"] for s in jumlah] == [0, 1, 0]
    assert not jumlah["aparat"]["draf_lanjut"]
    (satu,) = (b for b in baris(pemeran, "kakam") if b.urusan.nama == "draf_terbit")
    assert satu.judul == proyek.judul
    assert "Terbitkan" in klien("kakam").get(satu.alamat).content.decode()
