"""Before two kiriman become one, the desk shows the goal, and all that comes along."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from aspirasi.enums import Aksi, Jangkauan, Status
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services.gabung import gabung
from aspirasi.services.ikut import dukung
from aspirasi.services.jawab import tutup_negatif
from tests.alat.baca import polos, teks
from tests.alat.meja import ALASAN, alamat
from tests.pabrik.aspirasi import buat, terbit
from tests.pabrik.orang import PenggunaFactory

pytestmark = pytest.mark.django_db


def tanya(client: Any, aspirasi: Aspirasi, ke: Aspirasi, **lain: str) -> str:
    data = {"ke": str(ke.nomor), "alasan": ALASAN} | lain
    return teks(client.post(alamat(aspirasi, "gabung"), data))


def centang(isi: str) -> dict[str, str]:
    """Tick the box that the page offers."""
    (kotak,) = re.findall(r'<input type="checkbox" name="yakin"[^>]*>', isi)
    assert "checked" not in kotak
    return {"yakin": re.findall(r'value="(\w+)"', kotak)[0]}


def test_it_is_said_first_and_done_after_the_tick(klien: Any, pemeran: Any) -> None:
    tujuan = terbit(pemeran.kampung, pemeran.staf, isi="Jembatan dusun tiga goyah sekali.")
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    gabung(
        aspirasi=terbit(pemeran.kampung, pemeran.staf),
        ke=aspirasi,
        alasan=ALASAN,
        oleh=pemeran.staf,
    )
    keduanya, *lain = (PenggunaFactory() for _ in range(3))
    dukung(aspirasi=tujuan, oleh=keduanya)
    for orang in (keduanya, *lain):
        dukung(aspirasi=aspirasi, oleh=orang)
    lain_hal = terbit(pemeran.kampung, pemeran.staf)  # who sent another one comes along, too
    Pengirim.objects.filter(aspirasi=lain_hal).update(pengguna=lain[0])
    staf = klien("staf")
    isi = tanya(staf, aspirasi, tujuan)
    assert f"Tujuannya “Jembatan dusun tiga goyah sekali” ({tujuan.nomor})." in isi
    assert "Ikut pindah ke sana: 2 pendukung dan 1 kiriman serupa." in isi
    assert ALASAN in isi
    aspirasi.refresh_from_db()
    assert aspirasi.status != Status.DIGABUNG
    tanya(staf, aspirasi, tujuan, **centang(isi))
    aspirasi.refresh_from_db()
    assert aspirasi.digabung_ke == tujuan
    assert (tujuan.dukungan.count(), tujuan.gabungan.count()) == (3, 2)


def test_another_goal_is_asked_about_anew(klien: Any, pemeran: Any) -> None:
    aspirasi, satu, dua = (terbit(pemeran.kampung, pemeran.staf) for _ in range(3))
    staf = klien("staf")
    pertama = tanya(staf, aspirasi, satu)
    assert "Tidak ada pendukung atau kiriman serupa yang ikut pindah." in pertama
    kedua = tanya(staf, aspirasi, dua, **centang(pertama))
    assert str(dua.nomor) in kedua
    assert centang(kedua) == {"yakin": dua.acuan.hex}
    aspirasi.refresh_from_db()
    assert aspirasi.digabung_ke is None


@pytest.mark.parametrize("yakin", ["on", "True", "x" * 100_000, "a\0b"])
def test_only_the_tick_that_was_seen_counts(klien: Any, pemeran: Any, yakin: str) -> None:
    aspirasi, tujuan = (terbit(pemeran.kampung, pemeran.staf) for _ in range(2))
    tanya(klien("staf"), aspirasi, tujuan, yakin=yakin)
    aspirasi.refresh_from_db()
    assert aspirasi.digabung_ke is None


def test_its_title_is_shown_as_text(klien: Any, pemeran: Any) -> None:
    tujuan = terbit(pemeran.kampung, pemeran.staf, isi="Lubang <b>besar</b> di jalan dusun.")
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    assert "&lt;b&gt;besar&lt;/b&gt;" in tanya(klien("staf"), aspirasi, tujuan)


SELOKAN = "Selokan di depan pasar mampet oleh sampah."
SAMA = "Got dekat pasar buntu penuh sampah, airnya meluap."


def ditawarkan(klien: Any, aspirasi: Aspirasi) -> dict[str, str]:
    """Return the likely goals that the form offers: words by acuan."""
    form = klien.get(alamat(aspirasi, "gabung")).context["form"]
    return {str(nilai): str(kata) for nilai, kata in form.fields["calon"].choices if nilai}


def test_likely_goals_are_offered_with_who_stands_behind_them(klien: Any, pemeran: Any) -> None:
    tujuan = terbit(pemeran.kampung, pemeran.staf, isi=SELOKAN)
    dukung(aspirasi=tujuan, oleh=PenggunaFactory())
    terbit(pemeran.kampung, pemeran.staf, isi="Usul kursus menjahit untuk ibu-ibu.")
    aspirasi = terbit(pemeran.kampung, pemeran.staf, isi=SAMA)
    staf = klien("staf")
    kata = f"{tujuan.nomor} · {tujuan.judul} · Sudah diperiksa · 1 dukungan belum diverifikasi"
    assert ditawarkan(staf, aspirasi) == {tujuan.acuan.hex: kata}
    data = {"calon": tujuan.acuan.hex, "alasan": ALASAN}
    isi = teks(staf.post(alamat(aspirasi, "gabung"), data))
    assert f"<p>{SELOKAN}</p>" in polos(isi)
    staf.post(alamat(aspirasi, "gabung"), data | centang(isi))
    aspirasi.refresh_from_db()
    assert aspirasi.digabung_ke == tujuan


def test_only_what_fits_and_this_desk_reads_is_offered(klien: Any, pemeran: Any) -> None:
    sini, staf, lain = pemeran.kampung, pemeran.staf, pemeran.kampung_lain
    tertutup = terbit(sini, staf, isi=SELOKAN)
    tutup_negatif(aspirasi=tertutup, aksi=Aksi.TOLAK, alasan=ALASAN, oleh=staf)
    terbit(lain, staf, isi=SELOKAN)
    publik = terbit(sini, staf, isi=SELOKAN)
    petugas, rahasia = (
        buat(sini, isi=SELOKAN, jangkauan=j).aspirasi
        for j in (Jangkauan.PETUGAS, Jangkauan.KECAMATAN)
    )
    for siapa, mau, harap in (
        ("staf", Jangkauan.PUBLIK, publik),
        ("staf", Jangkauan.PETUGAS, petugas),
        ("petugas_rahasia", Jangkauan.KECAMATAN, rahasia),
    ):
        aspirasi = buat(sini, isi=SAMA, jangkauan=mau).aspirasi
        assert list(ditawarkan(klien(siapa), aspirasi)) == [harap.acuan.hex]


def test_danger_is_offered_danger_alone(klien: Any, pemeran: Any) -> None:
    terbit(pemeran.kampung, pemeran.staf, isi=SELOKAN)
    bahaya = buat(pemeran.kampung, isi=SELOKAN, bahaya=True).aspirasi
    aspirasi = buat(pemeran.kampung, isi=SAMA, bahaya=True).aspirasi
    assert list(ditawarkan(klien("staf"), aspirasi)) == [bahaya.acuan.hex]


def test_one_goal_and_not_two_and_not_none(klien: Any, pemeran: Any) -> None:
    tujuan = terbit(pemeran.kampung, pemeran.staf, isi=SELOKAN)
    aspirasi = terbit(pemeran.kampung, pemeran.staf, isi=SAMA)
    rahasia = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN).aspirasi
    for data, kata in (
        ({}, "Pilih kiriman tujuannya, atau tulis nomornya."),
        ({"calon": tujuan.acuan.hex, "ke": str(tujuan.nomor)}, "jangan keduanya"),
        ({"calon": rahasia.acuan.hex}, "Kiriman itu tidak ada di meja Anda"),
        ({"calon": "x" * 100_000}, "Pilihan itu tidak ada"),
        ({"calon": "a\0b"}, "alasan"),
    ):
        isi = teks(klien("staf").post(alamat(aspirasi, "gabung"), {"alasan": ALASAN} | data))
        assert kata in isi
        assert 'type="checkbox" name="yakin"' not in isi


def test_more_likely_goals_cost_no_more_queries(klien: Any, pemeran: Any) -> None:
    aspirasi, staf, jumlah = terbit(pemeran.kampung, pemeran.staf, isi=SAMA), klien("staf"), []
    for _ in range(3):
        terbit(pemeran.kampung, pemeran.staf, isi=SELOKAN)
        with CaptureQueriesContext(connection) as kueri:
            ditawarkan(staf, aspirasi)
        jumlah.append(len(kueri))
    assert jumlah[0] == jumlah[2]


def test_merge_by_number_or_by_address(klien: Any, pemeran: Any) -> None:
    tujuan = terbit(pemeran.kampung, pemeran.staf)
    staf = klien("staf")
    for ke in (str(tujuan.nomor).lower(), f"https://portal.contoh.id{alamat(tujuan)}"):
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        data = {"ke": ke, "alasan": ALASAN, "yakin": tujuan.acuan.hex}
        staf.post(alamat(aspirasi, "gabung"), data)
        aspirasi.refresh_from_db()
        assert aspirasi.digabung_ke == tujuan
    umum = teks(Client().get(aspirasi.get_absolute_url()))
    assert f'href="{tujuan.get_absolute_url()}"' in umum
    assert ALASAN in umum


def test_what_this_desk_may_not_read_is_no_goal(klien: Any, pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi
    rahasia = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN).aspirasi
    for ke in (str(rahasia.acuan), "ASP-2099-00001", "bukan nomor"):
        respons = klien("staf").post(alamat(aspirasi, "gabung"), {"ke": ke, "alasan": ALASAN})
        assert "Kiriman itu tidak ada di meja Anda" in teks(respons)
