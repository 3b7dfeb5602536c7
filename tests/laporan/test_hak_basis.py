"""Raw SQL with the role of the application against a published report, and what it may still do."""

from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import Error, connection, transaction

from laporan.models import (
    CatatanPengawasan,
    JadwalLaporan,
    KemajuanButir,
    LaporanKemajuan,
    RincianBelanja,
)
from laporan.services import jadwal
from laporan.services.catatan import perbaiki
from laporan.services.tanggapan import nyatakan_belum_puas
from proyek.models import ButirPekerjaan
from tests.alat.keputusan_tertutup import tutup_keputusan
from tests.pabrik.catatan import buat_catatan, jawab
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_dana, buat_proyek
from tests.rumah.test_hak import ROLE, as_role, make_role

pytestmark = pytest.mark.django_db
# Tables of a published report: nothing of it changes. The others are working tables, or hold what
# has rules of its own (`laporan_evaluasi…`).
TERKUNCI = {
    "laporan_laporankemajuan",
    "laporan_realisasi",
    "laporan_rincianbelanja",
    "laporan_kemajuanbutir",
    "laporan_foto",
}
# Written once, by the rules of its own triggers (tests/laporan/services/test_menyusul.py).
SEKALI = {"laporan_belanjamenyusul"}
# Checks, looks and musyawarah: `test_hak_basis_cek.py`, `test_hak_basis_lapangan.py`.
BEKERJA = {
    *("laporan_jadwallaporan", "laporan_susunanjadwal", "laporan_fototertunda"),
    *("laporan_penetapanpenerbit", "laporan_penerbitlaporan", "laporan_penulislaporan"),
    *("laporan_penyerahandraf", "laporan_pesanlaporan"),
    *("laporan_cekwarga", "laporan_fotocek", "laporan_lampirancatatan"),
    *("laporan_pemeriksaanlapangan", "laporan_pemeriksaanlapangan_cek", "laporan_fotolapangan"),
    "laporan_musyawarah",
}
# Words that stay, with a clock that moves.
BERJAM = {
    *("laporan_catatanpengawasan", "laporan_perbaikancatatan"),
    *("laporan_tanggapan", "laporan_belumpuas"),
}
# Append-only in parts: `tests/laporan/services/test_jeda.py`, `test_pengingat.py`.
# `tests/laporan/services/test_lapangan.py` tries the three of looks.
BERTAMBAH = {
    *("laporan_jedalaporan", "laporan_pengingatlaporan"),
    *("laporan_hasillapangan", "laporan_jawabansepakat", "laporan_suratinspektorat"),
}

TERBITKAN = """
UPDATE laporan_laporankemajuan SET status = 'terbit', nomor = 'LAP-X', diterbitkan_pada = now(),
    diterbitkan_oleh_id = dibuat_oleh_id WHERE status = 'draf'
"""
TARIK = """
INSERT INTO core_penarikan (jejak_id, tabel, baris, kolom, utuh)
SELECT (SELECT min(id) FROM core_jejak), 'laporan_laporankemajuan', id, '{status}', true
FROM laporan_laporankemajuan WHERE status = 'terbit'
"""


@pytest.fixture
def terbit(pemeran: Any) -> LaporanKemajuan:
    dana = buat_dana(buat_proyek(pemeran.kampung), 1_000_000)
    draf = buat_laporan(dana.proyek, pemeran.kakam, belanja={dana: 9}, foto=1, terbit=False)
    RincianBelanja.objects.create(laporan=draf, jenis="bahan", rupiah=9)
    butir = ButirPekerjaan.objects.create(proyek=dana.proyek, urutan=1, nama="Talud", bobot=100)
    KemajuanButir.objects.create(laporan=draf, butir=butir, bobot=100, persen=40)
    LaporanKemajuan.objects.filter(pk=draf.pk).update(
        status="terbit",
        nomor="LAP-2026-9",
        diterbitkan_oleh=draf.dibuat_oleh,
        diterbitkan_pada=draf.dibuat,
    )
    make_role(ROLE)
    call_command("beri_hak", ROLE, stdout=StringIO())
    return draf


def kolom(tabel: str) -> list[str]:
    model = next(
        m for m in apps.get_app_config("laporan").get_models() if m._meta.db_table == tabel
    )
    return [f.column for f in model._meta.concrete_fields if not f.generated]


def test_every_table_of_reports_is_sorted() -> None:
    tabel = {m._meta.db_table for m in apps.get_app_config("laporan").get_models()}
    lain = tabel - TERKUNCI - BEKERJA - BERTAMBAH - BERJAM - SEKALI
    assert {t for t in lain if not t.startswith("laporan_evaluasi")} == set()


def test_no_column_of_a_published_report_changes_and_no_row_goes(terbit: LaporanKemajuan) -> None:
    for tabel in TERKUNCI:
        perintah = [f"DELETE FROM {tabel}", f"TRUNCATE {tabel} CASCADE"]  # noqa: S608 - our own names
        perintah += [f"UPDATE {tabel} SET {k} = {k}" for k in kolom(tabel)]  # noqa: S608 - as above
        for satu in perintah:
            with pytest.raises(Error, match=r"sudah terbit|permission denied"):
                as_role(ROLE, satu)


def test_another_file_takes_no_place_of_a_photo(terbit: LaporanKemajuan) -> None:
    for satu in (
        "UPDATE core_berkas SET nama = 'lain.webp'",
        "UPDATE core_berkas SET jenis = 'dokumen'",
        "DELETE FROM core_berkas; SET CONSTRAINTS ALL IMMEDIATE",
    ):
        with pytest.raises(Error, match=r"tidak boleh diganti|foreign key"):
            as_role(ROLE, satu)


def test_a_falling_percent_and_no_withdrawal_without_its_act(
    terbit: LaporanKemajuan, pemeran: Any
) -> None:
    buat_laporan(terbit.proyek, pemeran.kakam, terbit=False, periode="2026-11-01", persen=1)
    with pytest.raises(Error, match="Persen lebih kecil"):
        as_role(ROLE, TERBITKAN)
    with pytest.raises(Error), transaction.atomic():
        as_role(ROLE, TARIK)


def test_what_is_awaited_may_be_made_anew(terbit: LaporanKemajuan) -> None:
    jadwal.susun(proyek=terbit.proyek)
    ada = JadwalLaporan.objects.count()
    as_role(ROLE, "DELETE FROM laporan_jadwallaporan")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {ROLE}")
        jadwal.susun(proyek=terbit.proyek)
    assert JadwalLaporan.objects.count() == ada


@pytest.fixture
def dijawab(pemeran: Any) -> CatatanPengawasan:
    """A note, its correction, its answer, and the word that it does not settle it."""
    catatan = buat_catatan(buat_proyek(pemeran.kampung), pemeran.bpk)
    perbaiki(catatan=catatan, isi="Papannya ada.", alasan="Salah lihat.", oleh=pemeran.bpk)
    jawab(catatan, pemeran.kakam)
    nyatakan_belum_puas(hal=catatan, isi="Kapan?", oleh=pemeran.bpk)
    make_role(ROLE)
    call_command("beri_hak", ROLE, stdout=StringIO())
    return catatan


def test_words_of_notes_and_answers_stay_as_they_were_said(dijawab: CatatanPengawasan) -> None:
    """Its clock alone may be written (`test_hak_basis_cek.py`); nor does a row go."""
    jam = {"dibuat": "dibuat - interval '1 day'", "isi": "'Lain.'", "alasan": "'Lain.'"}
    for tabel in BERJAM:
        perintah = [f"DELETE FROM {tabel}", f"TRUNCATE {tabel} CASCADE"]  # noqa: S608 - our own names
        milik = [k for k in ("dibuat", "isi", "alasan") if k in kolom(tabel)]
        perintah += [f"UPDATE {tabel} SET {k} = {jam[k]}" for k in milik]  # noqa: S608 - as above
        perintah += [f"UPDATE {tabel} SET {k} = {k}" for k in kolom(tabel) if k.endswith("oleh_id")]  # noqa: S608 - as above
        for satu in perintah:
            with pytest.raises(Error, match=r"tidak boleh diubah|permission denied|beralasan"):
                as_role(ROLE, satu)
    as_role(ROLE, "UPDATE laporan_catatanpengawasan SET tenggat = tenggat")


SALIN = """
INSERT INTO laporan_catatanpengawasan (kampung_id, proyek_id, laporan_id, keputusan_id, isi,
    penulis_id, sebagai, dibuat, langkah_mulai, jatah_hari, janji, tenggat, alasan_tertunda,
    penundaan, eskalasi, penanggap)
SELECT {kampung}, {proyek}, {laporan}, {keputusan}, isi, penulis_id, sebagai, dibuat,
    langkah_mulai, jatah_hari, janji, tenggat, alasan_tertunda, penundaan, eskalasi, penanggap
FROM laporan_catatanpengawasan
"""


def test_a_note_speaks_of_what_is_public_in_its_kampung(
    dijawab: CatatanPengawasan, pemeran: Any
) -> None:
    proyek = dijawab.proyek
    draf = buat_laporan(proyek, pemeran.kakam, terbit=False)
    lain = buat_laporan(buat_proyek(pemeran.kampung), pemeran.kakam)
    tertutup = next(k for k in tutup_keputusan(pemeran, "Rahasia") if k.proyek_id is None)
    asal = {"kampung": "kampung_id", "proyek": "proyek_id", "laporan": "NULL", "keputusan": "NULL"}
    as_role(ROLE, SALIN.format(**asal))
    for isi in (
        {"kampung": pemeran.kampung_lain.pk},
        {"laporan": draf.pk},
        {"laporan": lain.pk},
        {"keputusan": tertutup.pk, "proyek": "NULL"},
    ):
        with pytest.raises(Error, match="hanya tentang yang terbit"):
            as_role(ROLE, SALIN.format(**asal | isi))


def test_a_correction_answers_the_same_thing(dijawab: CatatanPengawasan, pemeran: Any) -> None:
    lain = buat_catatan(dijawab.proyek, pemeran.bpk, "Lain.")
    perintah = (
        "INSERT INTO laporan_tanggapan (catatan_id, memperbaiki_id, isi, alasan, oleh_id, peran, "
        "sebagai, dibuat) SELECT {}, id, 'Lain.', 'Keliru.', oleh_id, peran, sebagai, dibuat "
        "FROM laporan_tanggapan"
    )
    with pytest.raises(Error, match="hal yang sama"):
        as_role(ROLE, perintah.format(lain.pk))
    as_role(ROLE, perintah.format(dijawab.pk))
