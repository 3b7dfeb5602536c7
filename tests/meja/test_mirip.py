"""Likely duplicates stand at once at the first look, and words beside the act."""

from typing import Any

import pytest

from aspirasi.enums import Aksi, Jangkauan, Jenis
from aspirasi.models import Aspirasi
from aspirasi.services.jawab import tutup_negatif
from tests.alat.baca import teks
from tests.alat.meja import ALASAN, alamat, isian_periksa
from tests.meja.test_kueri import PALING_BANYAK, kueri
from tests.pabrik.aspirasi import buat, terbit
from tests.pabrik.kampung import KampungFactory
from tests.pabrik.penuh import isi_penuh

pytestmark = pytest.mark.django_db
KATA = "Mungkin sudah ada yang sama"
ISI = "Lampu jalan di tikungan dusun 3 mati, gelap kalau malam."
MIRIP = "Sudah seminggu lampu tikungan dusun tiga mati semua."


def pasangan(pemeran: Any, **lain: Any) -> tuple[Aspirasi, Aspirasi]:
    """One that goes on already, and a new one that says the same."""
    lama = terbit(pemeran.kampung, pemeran.staf, isi=ISI, jenis=Jenis.KELUHAN)
    return lama, buat(pemeran.kampung, isi=MIRIP, jenis=Jenis.KELUHAN, **lain).aspirasi


def test_it_stands_before_the_form_with_title_kampung_state_and_link(
    klien: Any, pemeran: Any
) -> None:
    lama, baru = pasangan(pemeran)
    isi = teks(klien("staf").get(alamat(baru)))
    saran = isi[isi.index(KATA) : isi.index('id="aksi-periksa"')]
    assert f'href="{alamat(lama)}">{lama.judul}</a>' in saran
    for kata in (f"Kampung {pemeran.kampung.nama}", str(lama.nomor), "Sudah diperiksa"):
        assert kata in saran
    assert f'href="{alamat(baru, "gabung")}"' in saran


def test_it_stays_while_the_form_comes_back(klien: Any, pemeran: Any) -> None:
    _, baru = pasangan(pemeran)
    balik = klien("staf").post(alamat(baru, "periksa"), isian_periksa(baru, isi_publik=""))
    assert KATA in teks(balik)


def test_there_is_none_where_nothing_is_alike(klien: Any, pemeran: Any) -> None:
    lama, baru = pasangan(pemeran)
    Aspirasi.objects.filter(pk=lama.pk).update(
        judul="Sumur bor kering", isi_publik="Sumur bor balai kampung kering."
    )
    assert KATA not in teks(klien("staf").get(alamat(baru)))


def test_another_kind_and_what_is_closed_are_not_named(klien: Any, pemeran: Any) -> None:
    lama, baru = pasangan(pemeran)
    Aspirasi.objects.filter(pk=lama.pk).update(jenis=Jenis.USULAN)
    assert KATA not in teks(klien("staf").get(alamat(baru)))
    Aspirasi.objects.filter(pk=lama.pk).update(jenis=Jenis.KELUHAN)
    assert KATA in teks(klien("staf").get(alamat(baru)))
    tutup_negatif(aspirasi=lama, aksi=Aksi.TOLAK, alasan=ALASAN, oleh=pemeran.staf)
    assert KATA not in teks(klien("staf").get(alamat(baru)))


def test_thanks_and_another_kampung_have_none(klien: Any, pemeran: Any) -> None:
    lama, baru = pasangan(pemeran)
    Aspirasi.objects.filter(pk=lama.pk).update(kampung=KampungFactory())
    assert KATA not in teks(klien("staf").get(alamat(baru)))
    Aspirasi.objects.filter(pk=lama.pk).update(kampung=None)
    assert KATA in teks(klien("staf").get(alamat(baru)))
    Aspirasi.objects.update(jenis=Jenis.APRESIASI)
    assert KATA not in teks(klien("staf").get(alamat(baru)))


def test_a_secret_one_is_named_to_its_readers_alone(klien: Any, pemeran: Any) -> None:
    rahasia = {"jenis": Jenis.KELUHAN, "jangkauan": Jangkauan.KECAMATAN}
    lama = buat(pemeran.kampung, isi=ISI, **rahasia).aspirasi
    baru = buat(pemeran.kampung, isi=MIRIP, jenis=Jenis.KELUHAN).aspirasi
    assert alamat(lama) not in teks(klien("staf").get(alamat(baru)))
    assert alamat(lama) in teks(klien("petugas_rahasia").get(alamat(baru)))


def test_after_the_first_look_it_is_gone(klien: Any, pemeran: Any) -> None:
    lama, _ = pasangan(pemeran)
    assert KATA not in teks(klien("staf").get(alamat(lama)))


def test_a_kampung_reads_nothing_of_what_is_not_on_its_desk(klien: Any, pemeran: Any) -> None:
    pemeran.kampung.verifikasi_didelegasikan = True
    pemeran.kampung.save()
    lama, baru = pasangan(pemeran)
    Aspirasi.objects.filter(pk=lama.pk).update(jangkauan="kecamatan")
    assert KATA not in teks(klien("aparat").get(alamat(baru)))


def test_it_costs_no_more_than_the_page_may(klien: Any, pemeran: Any) -> None:
    _, baru = pasangan(pemeran)
    isi_penuh(baru, pemeran, 2)
    staf = klien("staf")
    satu = kueri(staf, alamat(baru))
    for _ in range(3):
        terbit(pemeran.kampung, pemeran.staf, isi=ISI, jenis=Jenis.KELUHAN)
    assert kueri(staf, alamat(baru)) == satu
    assert kueri(staf, alamat(baru), baru_datang=True) <= PALING_BANYAK


@pytest.mark.parametrize("nama", ["tanggapi", "tolak"])
def test_the_words_stand_before_the_act_and_what_else_is_known_after_it(
    klien: Any, pemeran: Any, nama: str
) -> None:
    baru = terbit(pemeran.kampung, pemeran.staf, isi=ISI)
    siapa = "aparat" if nama == "tanggapi" else "staf"
    for jalur in (alamat(baru), alamat(baru, nama)):
        isi = teks(klien(siapa).get(jalur))
        baca, laku = isi.index('class="sanding__baca"'), isi.index('class="sanding__laku"')
        assert baca < isi.index(ISI, baca) < laku < isi.index('class="sanding__lain"')
    assert isi.index(f'id="aksi-{nama}"') > laku
    assert isi.count(ISI) == 1
    assert ALASAN not in isi
