"""Nobody learns who wrote a check, or on which day: the ways around its pages."""

from typing import Any

import pytest

from core.galat import TidakBisa
from core.laku import Pembaca
from core.models import Tugas
from core.moderasi.tampil import sembunyikan
from kabar.bacaan.kerja import MENURUT_JENIS
from kabar.enums import Kerja
from laporan.laku import LAKU_CEK
from laporan.models import BelumPuas
from laporan.services.cek import IsianCek, cek, tarik
from laporan.services.cek_baca import hitamkan_cek, loloskan_cek
from laporan.services.tanggapan import nyatakan_belum_puas, tanggapi
from tests.alat.baca import teks
from tests.pabrik.cek import terbukti, tulis

pytestmark = pytest.mark.django_db
ADMIN = "/admin/laporan/cekwarga/"
# Columns that stand on no page of the admin.
TERTUTUP = (
    *("penulis", "penulis__id__exact", "penulis__in", "kampung", "urutan__gte"),
    *("penulis__isnull", "dibuat__gte", "dibuat__hour__gte", "terbit_pada__gte", "kunci_sekali"),
)


@pytest.mark.parametrize("siapa", ["staf", "camat", "admin"])
def test_the_admin_answers_no_question_for_writer_or_moment(
    klien: Any, pemeran: Any, tentang: Any, siapa: str
) -> None:
    cek = tulis(tentang, terbukti(pemeran))
    client = klien(siapa)
    for nama in TERTUTUP:
        nilai = cek.penulis_id if nama.startswith("penulis") else 1
        assert client.get(ADMIN, {nama: nilai}).status_code == 400, nama
    for nama, nilai in (("dari__exact", "terbukti"), ("proyek__id__exact", cek.proyek_id)):
        assert client.get(ADMIN, {nama: nilai}).status_code == 200
    assert client.get("/admin/laporan/laporankemajuan/", {"cek": cek.pk}).status_code == 400


def test_the_word_that_an_answer_does_not_settle_it_tells_no_day(
    klien: Any, pemeran: Any, tentang: Any
) -> None:
    orang = terbukti(pemeran)
    satu = tulis(tentang, orang)
    tanggapi(hal=satu, isi="Sudah sesuai gambar.", oleh=pemeran.aparat, kunci="k" * 30)
    nyatakan_belum_puas(hal=satu, isi="Talud tetap 3 meter.", oleh=orang)
    assert not LAKU_CEK["belum_puas"].terbaca(Pembaca.UMUM)  # followers would read its moment
    assert "belum_puas" in MENURUT_JENIS[Kerja.CEK].kata  # the kecamatan reads of it by week
    assert not Tugas.objects.filter(kunci__startswith="tanggapan:cek:").exists()
    isi = teks(klien("staf").get(f"{ADMIN}{satu.pk}/change/"))
    assert "Tanggapannya belum menjawab; kecamatan menanggapi, oleh pengirim" in isi


def test_what_was_hidden_or_black_is_read_when_it_is_written_anew(
    pemeran: Any, tentang: Any
) -> None:
    orang = terbukti(pemeran)
    satu = tulis(tentang, orang)
    hitamkan_cek(cek=satu, kata=["Talud"], alasan="Menyebut nama orang.", oleh=pemeran.staf)
    tarik(cek=satu)
    lagi = tulis(tentang, orang)
    assert lagi.ditahan
    loloskan_cek(tulisan=lagi, oleh=pemeran.staf)
    lagi.refresh_from_db()
    sembunyikan(lagi, oleh=pemeran.staf, alasan="Menyebut nama orang.")
    tarik(cek=lagi)
    assert tulis(tentang, orang).ditahan


def test_what_changed_while_it_was_read_is_not_let_through(
    klien: Any, pemeran: Any, tentang: Any
) -> None:
    satu = tulis(tentang)
    dibaca, isi = satu.sidik_isi, IsianCek("tidak_sesuai", "Kata yang belum dibaca.")
    assert dibaca in klien("staf").get("/kerja/tertahan/").content.decode()
    cek(tentang=tentang, isian=isi, oleh=None, milik=satu.pk)
    klien("staf").post(f"/kerja/tertahan/cek/{satu.pk}/tampilkan/", {"dibaca": dibaca})
    satu.refresh_from_db()
    assert satu.ditahan
    with pytest.raises(TidakBisa, match="Baca sekali lagi"):
        hitamkan_cek(
            cek=satu, kata=["Kata"], alasan="Nama orang.", oleh=pemeran.staf, dibaca=dibaca
        )
    klien("staf").post(f"/kerja/tertahan/cek/{satu.pk}/tampilkan/", {"dibaca": satu.sidik_isi})
    satu.refresh_from_db()
    assert satu.umum


def test_an_answer_does_not_stand_beside_later_words_unmarked(
    klien: Any, pemeran: Any, tentang: Any
) -> None:
    orang = terbukti(pemeran)
    satu = tulis(tentang, orang)
    tanggapi(hal=satu, isi="Ya, benar.", oleh=pemeran.aparat, kunci="k" * 30)
    tulis(tentang, orang, IsianCek("pertanyaan", "Apakah uangnya hilang?"))
    for alamat in (satu.get_absolute_url(), tentang.laporan.get_absolute_url()):
        assert "Tanggapannya menjawab kata-kata sebelumnya" in teks(klien("warga").get(alamat))


def test_the_later_words_of_a_sender_become_black_and_go_with_the_check(
    klien: Any, pemeran: Any, tentang: Any
) -> None:
    orang = terbukti(pemeran)
    satu = tulis(tentang, orang)
    tanggapi(hal=satu, isi="Sudah sesuai gambar.", oleh=pemeran.aparat, kunci="k" * 30)
    nyatakan_belum_puas(hal=satu, isi="Pak Slamet bohong.", oleh=orang)
    hitamkan_cek(cek=satu, kata=["Slamet"], alasan="Menyebut nama orang.", oleh=pemeran.staf)
    halaman = teks(klien("pengunjung").get(satu.get_absolute_url()))
    assert "Slamet" not in halaman
    assert "bohong" in halaman
    tarik(cek=satu)
    assert "bohong" not in BelumPuas.objects.get().isi
