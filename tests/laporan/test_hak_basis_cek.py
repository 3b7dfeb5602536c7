"""Raw SQL with the role of the application against checks, notes and answers, and the acts of the
portal that the same role may do.

A test is one transaction, and so is an act of the portal: what the database asks for at the end of
a transaction is asked after each statement here.
"""

import datetime as dt
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import Error, IntegrityError, connection, transaction

from core.models import HariLibur
from core.moderasi.tampil import sembunyikan, tampilkan_lagi
from core.waktu import pada
from laporan.models import CekWarga, Tanggapan
from laporan.models.tentang import Tentang
from laporan.services import (
    penarikan_catatan,
    pengingat_lapangan,
    pengingat_tanggapan,
    tanggapan,
)
from laporan.services.cek import IsianCek, tarik
from laporan.services.cek_baca import batasi_foto, hitamkan_cek, loloskan_cek
from laporan.services.cek_berkala import kabarkan
from tests.alat.jam import saat
from tests.pabrik import lapangan as pabrik
from tests.pabrik.berkas import foto_tersimpan
from tests.pabrik.catatan import buat_catatan, jawab
from tests.pabrik.cek import BEDA, buat_tentang, terbukti, tulis
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.proyek import buat_proyek
from tests.rumah.test_hak import ROLE, as_role, be, make_role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
CEK, CATATAN = "laporan_cekwarga", "laporan_catatanpengawasan"
LAPANGAN = "laporan_pemeriksaanlapangan"
LAIN = IsianCek("pertanyaan", "Kapan Dodot memasang sisanya?")


@pytest.fixture
def peran(db: None) -> None:
    make_role(ROLE)
    call_command("beri_hak", ROLE, stdout=StringIO())


def coba(perintah: str) -> None:
    """Run a statement as the role of the application, with what waits for the end."""
    as_role(ROLE, f"{perintah}; SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def ditolak(tabel: str, *ubah: str) -> None:
    """Assert that none of these changes of a table is possible."""
    for satu in ubah:
        with pytest.raises(Error, match=PESAN):
            coba(f"UPDATE {tabel} SET {satu}")  # noqa: S608 - our own words


PESAN = (
    "tidak boleh|harus tercatat bersama|mengikuti|tidak dapat ditunda|permission denied|"
    "tidak berubah|dibaca lagi|tetap pada"
)
# Changes of the clock of everything that is answered.
JAM = (
    *("tenggat = tenggat + 1", "janji = janji - 1", "janji = janji + 1, tenggat = tenggat + 1"),
    *("langkah_mulai = langkah_mulai + 7, janji = janji + 7, tenggat = tenggat + 7",),
    *("jatah_hari = 50", "langkah_mulai = NULL, jatah_hari = NULL, janji = NULL, tenggat = NULL"),
    *("eskalasi = 3", "alasan_tertunda = 'Sibuk.', tenggat = tenggat + 9", "penundaan = 1"),
    *("penanggap = 'kecamatan'", "belum_puas_pada = now(), penanggap = 'kecamatan'"),
    *("ditanggapi_pada = now()",),
)
ISI_CEK = (
    *("isi = 'Sudah sesuai.'", "isi_publik = 'Sudah sesuai.'", "isi_publik = '█████'"),
    *("penilaian = 'sesuai', foto_umum = true", "foto_umum = true", "foto_dibatasi = true"),
    *("ditahan = true, ditahan_sejak = now()", "dari = 'akun'", "kampung_id = NULL"),
    *("isi = '', isi_publik = '', ditarik_pada = now()", "dikabarkan_pada = now()"),
    *("disembunyikan = true, alasan_sembunyi = 'x', disembunyikan_pada = now()",),
    *("terbit_pada = now()", "diperbaiki_pada = now()", "urutan = 1", "kunci_sekali = 'x'"),
    *("penulis_id = NULL, dari = 'tanpa', kampung_id = NULL", "dibuat = now() - interval '1 year'"),
)


def test_a_public_check_stays_as_its_sender_wrote_it(peran: None, pemeran: Any) -> None:
    tulis(buat_tentang(pemeran), terbukti(pemeran))
    ditolak(CEK, *ISI_CEK, *JAM)
    for satu in ("DELETE FROM laporan_cekwarga", "TRUNCATE laporan_cekwarga CASCADE"):
        with pytest.raises(Error, match=PESAN):
            coba(satu)


def test_a_held_check_is_let_through_by_its_act_alone(peran: None, pemeran: Any) -> None:
    """Words of nobody proven are read again: an act of its sender is no way around."""
    tentang, warga = buat_tentang(pemeran), pemeran.warga
    satu = tulis(tentang, warga)
    lepas = "ditahan = false, ditahan_sejak = NULL, terbit_pada = now()"
    ditolak(CEK, lepas, "ditahan_sejak = now() + interval '9 days'")
    tulis(tentang, warga, LAIN)
    ditolak(CEK, lepas)
    loloskan_cek(tulisan=satu, oleh=pemeran.staf)
    tulis(tentang, warga, IsianCek("pertanyaan", "Kapan?"))
    loloskan_cek(tulisan=satu, oleh=pemeran.staf)
    ditolak(CEK, "isi = 'Lain.', isi_publik = 'Lain.'", "terbit_pada = now()")


def test_the_portal_does_its_acts_on_checks_with_this_role(peran: None, pemeran: Any) -> None:
    be(ROLE)
    tentang, warga = buat_tentang(pemeran), PenggunaFactory(peran="warga", kampung=pemeran.kampung)
    satu = tulis(tentang, warga)
    satu = tulis(tentang, warga, LAIN)
    sembunyikan(satu, oleh=pemeran.staf, alasan="Nama orang.")
    tampilkan_lagi(satu, oleh=pemeran.staf, alasan="Tidak jadi.")
    satu = loloskan_cek(tulisan=satu, oleh=pemeran.staf)
    hitamkan_cek(cek=satu, kata=["Dodot"], alasan="Nama orang.", oleh=pemeran.staf)
    satu.foto.create(berkas=foto_tersimpan())
    batasi_foto(cek=satu, alasan="Wajah anak.", oleh=pemeran.staf)
    with pada(saat("2027-06-01")):
        kabarkan()
    jawab(satu, pemeran.kakam)
    tanggapan.nyatakan_belum_puas(hal=satu, isi="Kapan?", oleh=warga)
    jawab(satu, pemeran.staf)
    tarik(cek=satu)
    satu.refresh_from_db()
    assert satu.ditarik_pada
    assert satu.dikabarkan_pada
    coba("SELECT 1")


def coba_milik(satu: CekWarga) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        CekWarga.objects.filter(pk=satu.pk).update(isi="Lain.", isi_publik="Lain.")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.django_db(transaction=True)
def test_an_act_of_before_lets_nothing_pass(pemeran: Any) -> None:
    """Nor does one about another check."""
    tentang, warga = buat_tentang(pemeran), terbukti(pemeran)
    for isian in (LAIN, BEDA):
        satu = tulis(tentang, warga, isian)
    with pytest.raises(IntegrityError, match=PESAN):
        CekWarga.objects.update(isi="Lain.", isi_publik="Lain.")
    with transaction.atomic():
        for isian in (LAIN, BEDA):
            tulis(Tentang(tentang.proyek), warga, isian)
        with pytest.raises(IntegrityError, match=PESAN):
            coba_milik(satu)
    satu.refresh_from_db()
    assert satu.isi == BEDA.isi


def test_a_photo_of_a_check_goes_with_an_act_of_its_sender_alone(peran: None, pemeran: Any) -> None:
    tentang, warga = buat_tentang(pemeran), terbukti(pemeran)
    satu = tulis(tentang, warga, LAIN)
    foto = satu.foto.create(berkas=foto_tersimpan())
    with pytest.raises(IntegrityError, match=PESAN):
        coba("DELETE FROM laporan_fotocek")
    ditolak("laporan_fotocek", "kunci_sekali = 'x'")
    be(ROLE)
    tulis(tentang, warga, IsianCek("pertanyaan", LAIN.isi, hapus_foto=[foto.pk]))
    assert satu.foto.count() == 0
    coba("SELECT 1")


def test_a_check_that_asks_for_no_answer_waits_for_none(peran: None, pemeran: Any) -> None:
    tentang, warga = buat_tentang(pemeran), terbukti(pemeran)
    be(ROLE)
    for isian in (LAIN, IsianCek("sesuai", ""), LAIN):
        satu = tulis(tentang, warga, isian)
    assert satu.tenggat
    tulis(tentang, warga, IsianCek("sesuai", ""))
    mulai = "langkah_mulai = '2026-01-05', jatah_hari = 5, janji = '2026-01-12'"
    ditolak(CEK, f"{mulai}, tenggat = '2026-01-12'")


def test_the_clock_of_a_note_follows_its_answers(peran: None, pemeran: Any) -> None:
    catatan = buat_catatan(buat_proyek(pemeran.kampung), pemeran.bpk)
    ditolak(CATATAN, *JAM, "ditarik_pada = now()", "eskalasi = 1")
    jawab(catatan, pemeran.kakam)
    beda = "ditanggapi_pada = ditanggapi_pada - interval '9 days'"
    ditolak(CATATAN, beda, "ditanggapi_pada = NULL")
    tanggapan.nyatakan_belum_puas(hal=catatan, isi="Kapan?", oleh=pemeran.bpk)
    semula = "belum_puas_pada = NULL, penanggap = 'kampung'"
    ditolak(CATATAN, semula, "belum_puas_pada = now() - interval '1 day'")
    sudah = "ditanggapi_pada = (SELECT min(dibuat) FROM laporan_tanggapan)"
    ditolak(CATATAN, sudah, "tenggat = tenggat + 1, janji = janji + 1")


@pytest.mark.parametrize("tabel", [CATATAN, CEK, LAPANGAN])
def test_a_day_off_moves_a_due_day_and_nothing_else_does(
    peran: None, pemeran: Any, tabel: str
) -> None:
    with pada(saat("2026-11-25")):
        buat_catatan(buat_proyek(pemeran.kampung), pemeran.bpk)
        tulis(buat_tentang(pemeran), terbukti(pemeran))
        pabrik.buat_lapangan(pemeran)
    ditolak(tabel, "janji = janji + 1, tenggat = tenggat + 1")
    be(ROLE)
    HariLibur.objects.create(tanggal=dt.date(2026, 12, 1), nama="Pemilu", jenis="libur")
    assert pengingat_tanggapan.periksa_malam() == 2
    assert pengingat_lapangan.hitung_ulang() == 1
    ditolak(tabel, "janji = janji + 1, tenggat = tenggat + 1")


def test_the_portal_does_its_acts_on_notes_with_this_role(peran: None, pemeran: Any) -> None:
    be(ROLE)
    catatan = buat_catatan(buat_proyek(pemeran.kampung), pemeran.bpk, lampiran=foto_tersimpan())
    with pada(saat("2027-06-01")):
        pengingat_tanggapan.ingatkan_kampung(pemeran.kampung.pk)
    jawaban = jawab(catatan, pemeran.kakam)
    tanggapan.tarik(tanggapan=jawaban, kata=[], alasan="Keliru.", oleh=pemeran.kakam)
    jawab(catatan, pemeran.kakam)
    tanggapan.nyatakan_belum_puas(hal=catatan, isi="Kapan?", oleh=pemeran.bpk)
    jawab(catatan, pemeran.staf)
    penarikan_catatan.tarik(catatan=catatan, kata=[], alasan="Keliru.", oleh=pemeran.bpk)
    catatan.refresh_from_db()
    assert (catatan.eskalasi, bool(catatan.ditarik_pada)) == (0, True)
    coba("SELECT 1")


def test_taken_back_as_a_whole_stands_beside_its_reason(peran: None, pemeran: Any) -> None:
    """A word that became black is no withdrawal of the whole, and one withdrawal is one."""
    catatan = buat_catatan(
        buat_proyek(pemeran.kampung), pemeran.bpk, "Dodot pergi.", lampiran=foto_tersimpan()
    )
    jawab(catatan, pemeran.kakam, "Dodot pulang.")
    penarikan_catatan.tarik(catatan=catatan, kata=["Dodot"], alasan="Nama.", oleh=pemeran.staf)
    for tabel in (CATATAN, "laporan_tanggapan", "laporan_lampirancatatan"):
        ditolak(tabel, "ditarik_pada = now()")
    lampiran = catatan.lampiran.get()
    penarikan_catatan.tarik_lampiran(lampiran=lampiran, alasan="Wajah.", oleh=pemeran.bpk)
    satu = Tanggapan.objects.get()
    tanggapan.tarik(tanggapan=satu, kata=[], alasan="Keliru.", oleh=pemeran.kakam)
    penarikan_catatan.tarik(catatan=catatan, kata=[], alasan="Keliru.", oleh=pemeran.bpk)
    for tabel in (CATATAN, "laporan_tanggapan", "laporan_lampirancatatan"):
        ditolak(tabel, "ditarik_pada = NULL", "ditarik_pada = ditarik_pada + interval '1 day'")
    ditolak("laporan_lampirancatatan", "diunggah = now() - interval '1 year'")
    with pytest.raises(IntegrityError, match=PESAN):
        coba("DELETE FROM laporan_lampirancatatan")
