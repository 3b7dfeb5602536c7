"""The items of a project: listed at the front door, corrected with a reason, told on its page."""

import pytest
from pytest_django import DjangoAssertNumQueries

from core.galat import TidakBisa
from core.models import Jejak
from core.moderasi.penarikan import HITAM
from proyek.services.butir import tetapkan_butir
from proyek.services.penarikan import tarik_tulisan
from tests.alat.baca import sebaris
from tests.pabrik.kelengkapan import buat_butir
from tests.pabrik.proyek import buat_proyek

GALIAN, BATU = ("Galian", "25"), ("Pasangan batu", "75")


def isian(*baris: tuple[str, str], **lain: str) -> dict[str, str]:
    isi = dict(lain)
    for nomor, (nama, bobot) in enumerate(baris, start=1):
        isi |= {f"nama_{nomor}": nama, f"bobot_{nomor}": bobot}
    return isi


@pytest.fixture
def proyek(db):
    return buat_proyek()


def alamat(proyek) -> str:
    return f"{proyek.get_absolute_url()}rincian-pekerjaan/"


def butir(proyek) -> list[tuple[str, int]]:
    return [(b.nama, int(b.bobot)) for b in proyek.butir_pekerjaan.dipakai()]


def test_the_office_lists_them_and_everyone_reads_them_folded(
    client, klien, proyek, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    assert "Rincian pekerjaan" not in sebaris(client.get(proyek.get_absolute_url()))
    kirim = isian(GALIAN, ("", ""), ("Pasangan batu", "75%"))
    assert klien("aparat").post(alamat(proyek), kirim).status_code == 302
    assert butir(proyek) == [("Galian", 25), ("Pasangan batu", 75)]
    with django_assert_max_num_queries(12):
        isi = sebaris(client.get(proyek.get_absolute_url()))
    assert "<summary>Rincian pekerjaan: 2 bagian</summary>" in isi
    assert "belum dilaporkan" in isi
    assert alamat(proyek) in sebaris(klien("aparat").get(proyek.get_absolute_url()))


@pytest.mark.parametrize(
    ("baris", "pesan"),
    [
        ([GALIAN, ("Rabat", "70")], "Jumlah bobotnya 95%"),
        ([GALIAN, ("Rabat", "75,5")], "Jumlah bobotnya 100,5%"),
        ([("Galian", "25"), ("galian", "75")], "tertulis dua kali"),
        ([("Galian", "0"), ("Rabat", "100")], "lebih besar dari nol"),
        ([("Galian", "")], "Isi nama pekerjaan dan bobotnya"),
        ([("", "100")], "Isi nama pekerjaan dan bobotnya"),
        ([("Galian", "120")], "Persen harus antara 0 dan 100"),
    ],
)
def test_what_does_not_add_up_says_why_and_stays_typed(klien, proyek, baris, pesan) -> None:
    isi = sebaris(klien("aparat").post(alamat(proyek), isian(*baris)))
    assert pesan in isi
    assert all(f'value="{kata}"' in isi for satu in baris for kata in satu if kata)
    assert butir(proyek) == []


def test_more_rows_keep_what_was_typed(klien, proyek) -> None:
    kirim = isian(GALIAN, ("Rabat", "")) | {"tambah_baris": "1"}
    isi = sebaris(klien("aparat").post(alamat(proyek), kirim))
    assert 'value="Galian"' in isi
    assert "nama_5" in isi
    assert "Ada yang perlu diperbaiki" not in isi


def test_another_list_needs_a_reason_and_the_trail_keeps_both(
    client, klien, proyek, pemeran
) -> None:
    lama = buat_butir(proyek, pemeran.kakam, ("Galian", 25), ("Rabat", 75))
    kirim = isian(("Galian", "40"), ("Urugan", "60"))
    assert "Bagian ini harus diisi" in sebaris(klien("aparat").post(alamat(proyek), kirim))
    klien("aparat").post(alamat(proyek), kirim | {"alasan": "RAB diubah."})
    assert butir(proyek) == [("Galian", 40), ("Urugan", 60)]
    assert proyek.butir_pekerjaan.get(nama="Galian").pk == lama["Galian"]
    assert proyek.butir_pekerjaan.get(nama="Rabat").dilepas
    isi = sebaris(client.get(f"{proyek.get_absolute_url()}perjalanan/"))
    assert "RAB diubah." in isi
    assert "Dulu: Galian 25%; Rabat 75%" in isi
    assert "Kini: Galian 40%; Urugan 60%" in isi


def test_the_same_list_is_no_act_and_none_takes_it_away(proyek, pemeran) -> None:
    for _ in range(2):
        buat_butir(proyek, pemeran.kakam, ("Galian", 100))
    assert Jejak.objects.filter(aksi="rincian_pekerjaan").count() == 1
    with pytest.raises(TidakBisa, match="alasan"):
        tetapkan_butir(proyek=proyek, butir=[], alasan=" ", oleh=pemeran.kakam)
    tetapkan_butir(proyek=proyek, butir=[], alasan="Salah proyek.", oleh=pemeran.kakam)
    assert butir(proyek) == []


def test_at_most_twenty(proyek, pemeran) -> None:
    with pytest.raises(TidakBisa, match="Paling banyak 20"):
        buat_butir(proyek, pemeran.kakam, *((f"Bagian {n}", 4) for n in range(25)))


def test_black_words_leave_the_trail_and_do_not_return_with_an_old_form(
    client, klien, proyek, pemeran
) -> None:
    buat_butir(proyek, pemeran.kakam, ("Rumah Bu Ningsih", 40), ("Jalan Bu Ningsih", 60))
    aparat = klien("aparat")
    dibuka = {"dihitamkan": "0"}
    perintah = {"kata": ["Rumah Bu Ningsih", "Jalan Bu Ningsih"], "alasan": "Nama warga."}
    tarik_tulisan(proyek=proyek, oleh=pemeran.staf, **perintah)
    kirim = isian(("Rumah Bu Ningsih", "30"), ("Jalan Bu Ningsih", "70"), alasan="Salah.")
    assert "dihitamkan petugas" in sebaris(aparat.post(alamat(proyek), kirim | dibuka))
    assert butir(proyek) == [(HITAM, 40), (HITAM, 60)]
    kini = isian((HITAM, "30"), (HITAM, "70"), alasan="Salah.", dihitamkan="1")
    assert aparat.post(alamat(proyek), kini).status_code == 302
    assert butir(proyek) == [(HITAM, 30), (HITAM, 70)]
    assert "Ningsih" not in sebaris(client.get(f"{proyek.get_absolute_url()}perjalanan/"))


def test_only_the_office_may(klien, proyek) -> None:
    for siapa in ("warga", "bpk", "aparat_lain"):
        assert klien(siapa).get(alamat(proyek)).status_code == 403
