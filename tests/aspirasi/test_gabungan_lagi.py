"""A released kiriman has its page, so others may join it before it is looked at once more."""

from typing import Any

import pytest
from django.urls import reverse

from aspirasi.bacaan.tulisan import judul, tulisan, tulisan_tampil
from aspirasi.enums import Jangkauan, Jenis, Status
from aspirasi.models import Aspirasi
from aspirasi.services import gabung, keberatan, kiriman, penghapusan
from aspirasi.teks import SERUPA_SAJA
from proyek.models import Proyek
from tests.alat.alur import ALASAN
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.gabungan import SENDIRI, ikut, induk

pytestmark = pytest.mark.django_db
MENYEBUT = "Pak Quirkus di Dusun 3 menutup selokan."
BERSIH = "Selokan di Dusun 3 ditutup."


def baca(aspirasi: Aspirasi) -> Aspirasi:
    return Aspirasi.objects.get(pk=aspirasi.pk)


@pytest.fixture
def dilepas(pemeran: Any) -> Aspirasi:
    """Return a public kiriman that was merged and released: it waits for its second first look."""
    lama = induk(pemeran)
    satu = terbit(pemeran.kampung, pemeran.staf, isi=MENYEBUT, jenis=Jenis.KELUHAN)
    gabung.gabung(aspirasi=satu, ke=lama, alasan=ALASAN, oleh=pemeran.staf)
    kiriman.tarik(aspirasi=lama)
    satu.refresh_from_db()
    assert (satu.status, satu.terbit) == (Status.DIAJUKAN, True)
    return satu


def test_no_quote_keeps_what_the_second_look_took_out(pemeran: Any, dilepas: Aspirasi) -> None:
    ikutan = ikut(dilepas).aspirasi
    assert "Quirkus" in tulisan(ikutan)
    satu = periksa(dilepas, pemeran.staf, isi_publik=BERSIH, alasan=ALASAN)
    ikutan = baca(ikutan)
    assert {tulisan(ikutan), tulisan_tampil(ikutan), judul(ikutan)} == {SERUPA_SAJA}
    penghapusan.hapus_semua(aspirasi=satu)
    ikutan = baca(ikutan)
    # Without words of their own there is nothing to look at, as ever.
    assert (ikutan.status, tulisan(ikutan)) == (Status.DIGABUNG, SERUPA_SAJA)


def test_who_joined_it_is_closed_to_the_kampung_as_it_is(
    klien: Any, pemeran: Any, dilepas: Aspirasi
) -> None:
    semua = [ikut(dilepas, isi).aspirasi for isi in ("", SENDIRI)]
    sempit = {"jangkauan": Jangkauan.KECAMATAN, "tentang": "aparat_kampung"}
    periksa(dilepas, pemeran.staf, alasan=ALASAN, **sempit)
    for satu in semua:
        satu.refresh_from_db()
        assert (satu.jangkauan, satu.tentang) == tuple(sempit.values())
        alamat = reverse("meja:aspirasi_rincian", args=[satu.acuan])
        assert klien("aparat").get(alamat).status_code == 404
    assert tulisan(semua[0]) == SERUPA_SAJA


def test_a_look_that_changes_nothing_leaves_them_as_they_are(
    pemeran: Any, dilepas: Aspirasi
) -> None:
    ikutan = ikut(dilepas).aspirasi
    periksa(dilepas, pemeran.staf)
    ikutan = baca(ikutan)
    assert ("Quirkus" in tulisan(ikutan), ikutan.jangkauan) == (True, Jangkauan.PUBLIK)


def test_who_joined_an_objection_still_objects_when_it_is_withdrawn(
    pemeran: Any, proyek: Proyek
) -> None:
    isi = {"jenis": Jenis.KEBERATAN, "proyek_disebut": proyek}
    lama = periksa(buat(proyek.kampung, **isi).aspirasi, pemeran.staf)
    ikutan = ikut(lama, SENDIRI).aspirasi
    assert list(keberatan.belum_dijawab(proyek)) == [lama]
    kiriman.tarik(aspirasi=lama)
    assert list(keberatan.belum_dijawab(proyek)) == []  # its kampung does not see it yet
    ikutan.refresh_from_db()
    periksa(ikutan, pemeran.staf)
    assert list(keberatan.belum_dijawab(proyek)) == [ikutan]
