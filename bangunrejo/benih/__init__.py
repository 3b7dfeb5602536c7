"""Rows by the hundred thousand for measuring: written by PostgreSQL itself, in seconds.

Our triggers sleep meanwhile, so this is for an empty throw-away database only.
Rows carry their own number as key: report `i` is about project `i`, and so on.
"""

import datetime as dt

from django.db import connection, transaction
from django.db.models import Model

from aspirasi.models import (
    Aspirasi,
    Dukungan,
    KabarPengirim,
    Pengirim,
    PermintaanKeterangan,
    TindakLanjut,
)
from bangunrejo.benih.isi import (
    HARI,
    ISI,
    JAUH,
    JUDUL,
    OLEH,
    ORANG,
    SAAT,
    SELESAI,
    Tabel,
    jam,
    lompati,
    nomor,
    pilih,
    satu_dari,
    tanam,
    tanpa_pemicu,
)
from bangunrejo.benih.menunggu import tanam_menunggu
from bangunrejo.benih.rencana import tanam_rencana
from core.models import Berkas, IsiJejak, Jejak
from core.waktu import hari_ini
from forum.models import Balasan, Ruang, Topik
from kabar.models import Hal, Ikutan, Kabar, Pemberitahuan
from laporan.models import Foto, LaporanKemajuan, Realisasi
from proyek.models import Gerak, JawabanFungsi, Kegiatan, Keputusan, Pendanaan, Perubahan, Proyek
from proyek.models.surat import SikapKakam
from transparansi.services.hitung import hitung_ulang
from warga.enums import NamaJabatan, Peran
from warga.models import Instansi, Jabatan, Kampung, Pengguna

# The people who open pages that are not for everyone: five with a desk, and one who follows, has
# read no notice, and sent every hundredth kiriman.
APARAT, STAF, KAKAM, CAMAT, BPK, PENGIKUT = 1, 2, 3, 4, 5, 14
# Kiriman of the last three weeks are open, and so is one in fifty of the older ones.
BARU = 7560
SEJAK = dt.date(2020, 1, 1)  # all hold their offices since this day
RAMAI = 1000  # replies of the one busy topic
# The busy project, and how much of everything it has. Its rows are numbered beyond all others.
PROYEK_RAMAI = 2
LAPORAN_RAMAI, FOTO_RAMAI, KEPUTUSAN_RAMAI, JEJAK_RAMAI = 50, 200, 30, 100


def benih(dari: int, sampai: int, *, suara: int | None = None) -> None:
    """Add the rows numbered `dari` to `sampai` of every big table, and count the sums anew.

    With `suara` kiriman, topics and news end at that number: they cost more than all projects do.
    """
    with transaction.atomic(), tanpa_pemicu(), connection.cursor() as cursor:
        if dari == 1:
            _orang()
        for model, kolom in [*_uang(), *_kerja(), *_sesudah()]:
            tanam(model, dari, sampai, kolom)
        tanam_menunggu(dari, sampai)
        for model, kolom in _suara():
            tanam(model, dari, min(sampai, suara or sampai), kolom)
        if dari == 1:
            tanam_rencana(sampai)
            tanam(Balasan, 1, RAMAI, _balasan(topik="1", pk="1000000000 + i"))
            tanam(Foto, 1, min(ORANG, sampai), {"laporan": "i", "berkas": "i"})
            for model, banyak, kolom in _ramai():
                tanam(model, 1, banyak, {"id": f"{JAUH} + i"} | kolom)
            lompati(Gerak, Jejak)
        cursor.execute("ANALYZE")
        hitung_ulang()


def _orang() -> None:
    kolom = {"nama": "'Warga ' || i", "telepon": "'+62812' || lpad(i::text, 8, '0')"}
    tanam(Pengguna, 1, ORANG, kolom | {"kampung": pilih(Kampung)})
    ukuran = {"ukuran": "20000", "lebar": "1600", "tinggi": "1200"}
    tanam(
        Berkas,
        1,
        ORANG + FOTO_RAMAI,
        ukuran | {"jenis": "'foto'", "nama": "i || '.webp'", "dibuat": SAAT},
    )
    for kampung in Kampung.objects.filter(instansi__isnull=True):
        nama = f"Pemerintah Kampung {kampung.nama}"
        Instansi.objects.create(kampung=kampung, jenis="kampung", nama=nama)
    _petugas()


def _petugas() -> None:
    """Give the people with a desk their roles and offices, those of a kampung all in one."""
    kampung = Pengguna.objects.get(pk=APARAT).kampung
    for pk, peran in ((APARAT, Peran.APARAT), (KAKAM, Peran.APARAT), (BPK, Peran.BPK)):
        Pengguna.objects.filter(pk=pk).update(peran=peran, kampung=kampung)
    Pengguna.objects.filter(pk__in=(STAF, CAMAT)).update(peran=Peran.STAF, kampung=None)
    kantor = Instansi.objects.get(kampung=kampung)
    kecamatan = Instansi.objects.filter(jenis="kecamatan")[0]
    for pk, jabatan, instansi in (
        (KAKAM, NamaJabatan.KAKAM, kantor),
        (BPK, NamaJabatan.KETUA_BPK, kantor),
        (CAMAT, NamaJabatan.CAMAT, kecamatan),
    ):
        Jabatan.objects.create(pengguna_id=pk, nama=jabatan, instansi=instansi, mulai=SEJAK)


def _uang() -> list[Tabel]:
    """Return projects, two sources each, and payments."""
    tahap = ("berjalan", "selesai", "berjalan", "dianggarkan", "serah_terima")
    proyek = {
        "nomor": nomor(Proyek),
        "judul": JUDUL,
        "uraian": ISI,
        "pemilik": pilih(Instansi),
        "kampung": pilih(Kampung),
        "kegiatan": pilih(Kegiatan),
        "tahap": satu_dari(*tahap),
        "selesai_rencana": f"{HARI} + 60 - CASE WHEN mod(i, 200) = 0 THEN 90 ELSE 0 END",
        "mulai_nyata": f"CASE WHEN mod(i, 5) IN (0, 2) THEN {HARI} - mod(i, 300) END",
        "selesai_nyata": f"CASE WHEN mod(i, 5) IN (1, 4) THEN {SELESAI} END",
        "dibuat": SAAT,
    }
    tahun = f"{hari_ini().year} - mod(i, 3)"
    dana = {"proyek": "i", "tahun": tahun}
    return [
        (Proyek, proyek),
        (Pendanaan, dana | {"id": "2 * i - 1", "sumber": "'dd'"}),
        (Pendanaan, dana | {"id": "2 * i", "sumber": "'add'"}),
        *_gerak(),
    ]


def _gerak() -> list[Tabel]:
    """Return the ledger: the anggaran of both sources, a payment and spending from the second."""
    baris = {"tanggal": HARI, "dicatat": SAAT}
    pagu = baris | {"pos": "'anggaran'", "dasar": "'awal'", "jumlah": "50000000 + mod(i, 99)"}
    cair = baris | {"pos": "'dicairkan'", "dasar": "'spp'", "jumlah": "20000000"}
    belanja = baris | {"pos": "'dibelanjakan'", "dasar": "'laporan'", "jumlah": "15000000"}
    belanja |= {"laporan_nomor": nomor(LaporanKemajuan)}
    return [
        (Gerak, pagu | {"id": "4 * i - 3", "pendanaan": "2 * i - 1"}),
        (Gerak, pagu | {"id": "4 * i - 2", "pendanaan": "2 * i"}),
        (Gerak, cair | {"id": "4 * i - 1", "pendanaan": "2 * i"}),
        (Gerak, belanja | {"id": "4 * i", "pendanaan": "2 * i"}),
    ]


def _kerja() -> list[Tabel]:
    """Return a report and a decision about every project, the money spent, and their trail."""
    laporan = {
        "nomor": nomor(LaporanKemajuan),
        "proyek": "i",
        "periode": f"date_trunc('month', {HARI})::date",
        "persen": "mod(i, 101)",
        "narasi": ISI,
        "status": "'terbit'",
        "dibuat_oleh": OLEH,
        "diterbitkan_oleh": OLEH,
        "diterbitkan_pada": SAAT,
    }
    keputusan = {
        "nomor": nomor(Keputusan),
        "kampung": pilih(Kampung),
        "proyek": "i",
        "judul": JUDUL,
        "isi": ISI,
        "alasan": "'Karena dibahas dalam musyawarah kampung.'",
        "dasar": "'muskam'",
        "tanggal_surat": f"{HARI} - mod(i, 300)",
        "ditetapkan_jabatan": "'Kepala Kampung'",
        "dicatat_oleh": OLEH,
    }
    jejak = {"waktu": SAAT, "objek_jenis": "'proyek'", "aksi": "'dibuka'"}
    return [
        (LaporanKemajuan, laporan),
        (Realisasi, {"laporan": "i", "pendanaan": "2 * i", "jumlah": "15000000"}),
        (Keputusan, keputusan),
        (Jejak, jejak | {"objek_kunci": nomor(Proyek), "isi_hash": "md5(i::text)"}),
        (IsiJejak, {"jejak": "i", "rincian": "'{}'", "garam": "md5(i::text)"}),
    ]


def _sesudah() -> list[Tabel]:
    """Return an answer about every project, one in two hundred of them last year's, and a change
    by its decision."""
    tahun = f"extract(year FROM {SELESAI}) + extract(year FROM age({HARI}, {SELESAI}))"
    jawaban = {"proyek": "i", "dari": "'kantor'", "penulis": OLEH, "keadaan": "'berfungsi'"}
    jawaban |= {"tahun": f"{tahun} - CASE WHEN mod(i, 200) = 4 THEN 1 ELSE 0 END"}
    ubah = {"proyek": "i", "keputusan": "i", "kolom": "'volume'", "lama": "'90'", "baru": "'80'"}
    kakam = "CASE mod(i, 500) WHEN 0 THEN 'menunggu' ELSE 'benar' END"  # few wait
    sikap = {"keputusan": "i", "keadaan": kakam}
    return [(JawabanFungsi, jawaban), (Perubahan, ubah), (SikapKakam, sikap)]


def _ramai() -> list[tuple[type[Model], int, dict[str, str]]]:
    """Return what the busy project has beyond the others: each table, its rows, its columns."""
    proyek = {"proyek": str(PROYEK_RAMAI)}
    (_, laporan), _, (_, keputusan), (_, jejak), (_, isi) = _kerja()
    bulan = f"(date_trunc('month', {HARI}) - i * interval '1 month')::date"
    laporan |= proyek | {"nomor": "'LAP-R-' || i", "periode": bulan, "persen": "100 - i"}
    foto = {"laporan": f"{JAUH} + 1 + mod(i, {LAPORAN_RAMAI})", "berkas": f"{ORANG} + i"}
    kunci = Proyek.objects.get(pk=PROYEK_RAMAI).nomor
    return [
        (LaporanKemajuan, LAPORAN_RAMAI, laporan),
        (Foto, FOTO_RAMAI, foto),
        (Keputusan, KEPUTUSAN_RAMAI, keputusan | proyek | {"nomor": "'KEP-R-' || i"}),
        (Jejak, JEJAK_RAMAI, jejak | {"objek_kunci": f"'{kunci}'"}),
        (IsiJejak, JEJAK_RAMAI, isi | {"jejak": f"{JAUH} + i"}),
    ]


def _suara() -> list[Tabel]:
    """Return topics with a reply each, and news, beside the kiriman and their rows."""
    topik = {"ruang": pilih(Ruang), "judul": JUDUL, "isi": ISI, "penulis": OLEH, "dibuat": SAAT}
    kabar = {"judul": JUDUL, "isi": ISI, "penulis": OLEH, "kampung": pilih(Kampung)}
    jenis = satu_dari("berita", "pengumuman", "penjelasan")
    return [
        (Aspirasi, _kiriman()),
        *_sekitar_kiriman(),
        (Topik, topik),
        (Balasan, _balasan(topik="i", pk="i")),
        (Kabar, kabar | {"jenis": jenis, "terbit_pada": SAAT}),
    ]


def _kiriman() -> dict[str, str]:
    ditutup = f"(i > {BARU} AND mod(i, 50) > 0)"
    diperiksa = f"(i > {BARU} OR mod(i, 10) > 0)"
    return {
        "acuan": "gen_random_uuid()",
        "nomor": f"CASE WHEN {diperiksa} THEN {nomor(Aspirasi)} END",
        "kunci_hash": "md5(i::text)",
        "kode": "lpad(to_hex(i), 10, '0')",
        "pin_hash": "md5(i::text)",
        "jenis": satu_dari("usulan", "keluhan", "pertanyaan"),
        "judul": JUDUL,
        "isi": ISI,
        "isi_publik": ISI,
        "kampung": pilih(Kampung),
        "jangkauan": satu_dari("publik", "publik", "publik", "publik", "petugas"),
        "status": f"CASE WHEN {ditutup} THEN 'selesai' WHEN {diperiksa} "
        f"THEN {satu_dari('diproses', 'ditanggapi')} ELSE 'diajukan' END",
        "cara_selesai": f"CASE WHEN {ditutup} THEN 'dikonfirmasi_pengirim' ELSE '' END",
        "ditutup_pada": f"CASE WHEN {ditutup} THEN {SAAT} END",
        "langkah": f"CASE WHEN {ditutup} THEN 'nihil' ELSE 'jawab' END",
        **jam(f"NOT {ditutup} AND mod(i, 4) = 0"),
        "menunggu_kecamatan_sejak": f"CASE WHEN NOT {ditutup} AND mod(i, 400) = 0 THEN {HARI} END",
        "menunggu_kampung_sejak": f"CASE WHEN NOT {ditutup} AND mod(i, 20) = 0 THEN {HARI} END",
        "dibuat": SAAT,
        "diperiksa_pada": f"CASE WHEN {diperiksa} THEN {SAAT} END",
        "diperiksa_tepat": f"CASE WHEN {diperiksa} THEN mod(i, 7) > 0 END",
        "dijawab_tepat": f"CASE WHEN {diperiksa} AND mod(i, 3) = 0 THEN mod(i, 9) > 0 END",
    }


def _sekitar_kiriman() -> list[Tabel]:
    """Return senders and what they are told, answers, supporters, followers and their notices."""
    pengirim = {
        "aspirasi": "i",
        "pengguna": f"CASE WHEN mod(i, 100) = 14 THEN {PENGIKUT} END",
        "telepon": "CASE WHEN mod(i, 50) = 0 THEN '+6281200000000' ELSE '' END",
        "versi_persetujuan": "'1'",
        "dibuat": SAAT,
    }
    kabar = {"aspirasi": "i", "peristiwa": "i", "cara": "'wa'", "dibuat": SAAT}
    jawaban = {"aspirasi": "i", "jenis": "'tanggapan'", "isi": ISI, "dibuat": SAAT}
    tanya = {"aspirasi": "i", "kampung": pilih(Kampung), "pertanyaan": ISI, "oleh": str(STAF)}
    tanya |= {"tenggat": f"{HARI} + 3 - mod(i / 1000, 9)", "dibuat": SAAT}
    dijawab = "CASE WHEN mod(i, 1000) > 0 THEN {} END"
    tanya |= {"dijawab_pada": dijawab.format(SAAT), "dijawab_oleh": dijawab.format(APARAT)}
    tanya |= {"jawaban": "CASE WHEN mod(i, 1000) > 0 THEN 'Sudah.' ELSE '' END"}
    dikabari = {"dikabari_pada": f"CASE WHEN mod(i, 2) = 0 AND mod(i, 2000) > 0 THEN {SAAT} END"}
    dibaca = {"waktu": SAAT, "dibaca_pada": f"CASE WHEN mod(i + 7, 20) > 0 THEN {SAAT} END"}
    return [
        (Pengirim, pengirim),
        (KabarPengirim, kabar | dikabari),
        (PermintaanKeterangan, tanya | {"acuan": "gen_random_uuid()"}),
        (TindakLanjut, jawaban | {"atas_nama": "'Pemerintah Kampung'"}),
        (Dukungan, {"aspirasi": "i", "pengguna": OLEH}),
        (Hal, {"aspirasi": "i"}),
        (Ikutan, {"hal": "i", "pengguna": f"1 + mod(i + 1, {ORANG})", "sejak": SAAT}),
        (Pemberitahuan, {"jejak": "i", "hal": "i", "pengguna": OLEH} | dibaca),
    ]


def _balasan(*, topik: str, pk: str) -> dict[str, str]:
    return {"id": pk, "topik": topik, "isi": ISI, "penulis": OLEH, "dibuat": SAAT}
