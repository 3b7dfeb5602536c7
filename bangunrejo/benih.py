"""Rows by the hundred thousand for measuring: written by PostgreSQL itself, in seconds.

Our triggers sleep meanwhile, so this is for an empty throw-away database only.
Rows carry their own number as key: report `i` is about project `i`, and so on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Field, Model
from django.db.models.fields import NOT_PROVIDED

from aspirasi.models import Aspirasi, Dukungan, KabarPengirim, Pengirim, TindakLanjut
from core.jejak.nomor import Bernomor
from core.models import Berkas, IsiJejak, Jejak
from core.waktu import hari_ini
from forum.models import Balasan, Ruang, Topik
from kabar.models import Hal, Ikutan, Kabar, Pemberitahuan
from laporan.models import Foto, LaporanKemajuan, Realisasi
from proyek.models import Gerak, JawabanFungsi, Kegiatan, Keputusan, Pendanaan, Perubahan, Proyek
from proyek.models.surat import SikapKakam
from transparansi.services.hitung import hitung_ulang
from warga.enums import Peran
from warga.models import Instansi, Kampung, Pengguna

Tabel = tuple[type[Model], dict[str, str]]

ORANG = 500
# The people who open pages that are not for everyone: two with a desk, and one who follows, has
# read no notice, and sent every hundredth kiriman.
APARAT, STAF, PENGIKUT = 1, 2, 14
# Kiriman of the last three weeks are open, and so is one in fifty of the older ones.
BARU = 7560
RAMAI = 1000  # replies of the one busy topic
# The busy project, and how much of everything it has. Its rows are numbered beyond all others.
PROYEK_RAMAI, JAUH = 2, 1_000_000_000
LAPORAN_RAMAI, FOTO_RAMAI, KEPUTUSAN_RAMAI, JEJAK_RAMAI = 50, 200, 30, 100
HAL = (
    "Rabat beton jalan dusun",
    "Drainase pasangan batu",
    "Sumur bor dan menara air",
    "Gedung posyandu",
    "Rehabilitasi irigasi tersier",
    "Lampu jalan tenaga surya",
    "Talud penahan tebing",
)
CERITA = (
    "Warga menunggu pekerjaan ini sejak musim hujan tahun lalu karena anak sekolah lewat di "
    "sini setiap pagi. Kelompok tani dan karang taruna siap gotong royong merawatnya. "
)


def benih(dari: int, sampai: int, *, suara: int | None = None) -> None:
    """Add the rows numbered `dari` to `sampai` of every big table, and count the sums anew.

    With `suara` kiriman, topics and news end at that number: they cost more than all projects do.
    """
    with transaction.atomic(), _tanpa_pemicu(), connection.cursor() as cursor:
        if dari == 1:
            _orang()
        for model, kolom in [*_uang(), *_kerja(), *_sesudah()]:
            _isi(model, dari, sampai, kolom)
        for model, kolom in _suara():
            _isi(model, dari, min(sampai, suara or sampai), kolom)
        if dari == 1:
            _isi(Balasan, 1, RAMAI, _balasan(topik="1", pk="1000000000 + i"))
            _isi(Foto, 1, min(ORANG, sampai), {"laporan": "i", "berkas": "i"})
            for model, banyak, kolom in _ramai():
                _isi(model, 1, banyak, {"id": f"{JAUH} + i"} | kolom)
            _lompati(Gerak, Jejak)
        cursor.execute("ANALYZE")
        hitung_ulang()


@contextmanager
def _tanpa_pemicu() -> Iterator[None]:
    """Let our triggers sleep: they would look at every row. Foreign keys stay awake."""
    tabel = [model._meta.db_table for model in apps.get_models()]
    with connection.cursor() as cursor:
        for keadaan in ("DISABLE", "ENABLE"):
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for nama in tabel:
                cursor.execute(f"ALTER TABLE {nama} {keadaan} TRIGGER USER")
            if keadaan == "DISABLE":
                yield


def _isi(model: type[Model], dari: int, sampai: int, kolom: dict[str, str]) -> None:
    """Insert rows whose columns are SQL over `i`. Columns without a name here get the field's
    default."""
    nilai: dict[str, str] = {}
    isian: list[Any] = []
    for bidang in model._meta.concrete_fields:
        if bidang.name in kolom:
            nilai[bidang.column] = kolom[bidang.name]
        elif bidang.primary_key:
            nilai[bidang.column] = "i"
        elif _perlu(bidang):
            nilai[bidang.column] = "%s"
            isian.append(bidang.get_db_prep_save(_bawaan(bidang), connection))
    perintah = (
        f"INSERT INTO {model._meta.db_table} ({', '.join(nilai)}) "  # noqa: S608 - our own words
        f"SELECT {', '.join(nilai.values())} FROM generate_series({dari}, {sampai}) i"
    )
    with connection.cursor() as cursor:
        cursor.execute(perintah, isian or None)


def _lompati(*semua: type[Model]) -> None:
    """Let the rows that an act adds be numbered beyond all of ours."""
    with connection.cursor() as cursor:
        for model in semua:
            urutan = f"pg_get_serial_sequence('{model._meta.db_table}', 'id')"
            cursor.execute(f"SELECT setval({urutan}, {2 * JAUH})")


def _perlu(bidang: "Field[Any, Any]") -> bool:
    berisi_sendiri = bidang.generated or bidang.db_default is not NOT_PROVIDED
    return not (berisi_sendiri or bidang.null)


def _bawaan(bidang: "Field[Any, Any]") -> Any:
    return bidang.get_default() if bidang.has_default() else ""


def _satu_dari(*pilihan: str | int) -> str:
    """Return SQL for one of these by turns."""
    larik = ", ".join(str(p) if isinstance(p, int) else f"'{p}'" for p in pilihan)
    return f"(ARRAY[{larik}])[1 + mod(i, {len(pilihan)})]"


def _pilih(model: type[Model]) -> str:
    return _satu_dari(*model._default_manager.order_by("pk").values_list("pk", flat=True))


def _nomor(model: type[Bernomor]) -> str:
    """Return SQL for a number in the form of the house; the year only keeps it short enough."""
    angka = f"lpad(mod(i, 10000)::text, {model.lebar_nomor}, '0')"
    return f"'{model.awalan_nomor}-' || (2000 + i / 10000) || '-' || {angka}"


OLEH = f"1 + mod(i, {ORANG})"
JUDUL = f"{_satu_dari(*HAL)} || ' ' || i"
ISI = f"{_satu_dari(*HAL)} || ' nomor ' || i || '. ' || repeat('{CERITA}', 1 + mod(i, 3))"
SAAT = "now() - i * interval '4 minutes'"
HARI = "current_date"
SELESAI = f"({HARI} - mod(i, 900))"  # the day on which a work was finished


def _orang() -> None:
    kolom = {"nama": "'Warga ' || i", "telepon": "'+62812' || lpad(i::text, 8, '0')"}
    _isi(Pengguna, 1, ORANG, kolom | {"kampung": _pilih(Kampung)})
    Pengguna.objects.filter(pk=APARAT).update(peran=Peran.APARAT)
    Pengguna.objects.filter(pk=STAF).update(peran=Peran.STAF, kampung=None)
    ukuran = {"ukuran": "20000", "lebar": "1600", "tinggi": "1200"}
    _isi(
        Berkas,
        1,
        ORANG + FOTO_RAMAI,
        ukuran | {"jenis": "'foto'", "nama": "i || '.webp'", "dibuat": SAAT},
    )
    for kampung in Kampung.objects.filter(instansi__isnull=True):
        nama = f"Pemerintah Kampung {kampung.nama}"
        Instansi.objects.create(kampung=kampung, jenis="kampung", nama=nama)


def _uang() -> list[Tabel]:
    """Return projects, two sources each, and payments."""
    tahap = ("berjalan", "selesai", "berjalan", "dianggarkan", "serah_terima")
    proyek = {
        "nomor": _nomor(Proyek),
        "judul": JUDUL,
        "uraian": ISI,
        "pemilik": _pilih(Instansi),
        "kampung": _pilih(Kampung),
        "kegiatan": _pilih(Kegiatan),
        "tahap": _satu_dari(*tahap),
        "selesai_rencana": f"{HARI} + 60 - CASE WHEN mod(i, 200) = 0 THEN 90 ELSE 0 END",
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
    belanja |= {"laporan_nomor": _nomor(LaporanKemajuan)}
    return [
        (Gerak, pagu | {"id": "4 * i - 3", "pendanaan": "2 * i - 1"}),
        (Gerak, pagu | {"id": "4 * i - 2", "pendanaan": "2 * i"}),
        (Gerak, cair | {"id": "4 * i - 1", "pendanaan": "2 * i"}),
        (Gerak, belanja | {"id": "4 * i", "pendanaan": "2 * i"}),
    ]


def _kerja() -> list[Tabel]:
    """Return a report and a decision about every project, the money spent, and their trail."""
    laporan = {
        "nomor": _nomor(LaporanKemajuan),
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
        "nomor": _nomor(Keputusan),
        "kampung": _pilih(Kampung),
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
        (Jejak, jejak | {"objek_kunci": _nomor(Proyek), "isi_hash": "md5(i::text)"}),
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
    topik = {"ruang": _pilih(Ruang), "judul": JUDUL, "isi": ISI, "penulis": OLEH, "dibuat": SAAT}
    kabar = {"judul": JUDUL, "isi": ISI, "penulis": OLEH, "kampung": _pilih(Kampung)}
    jenis = _satu_dari("berita", "pengumuman", "penjelasan")
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
        "nomor": f"CASE WHEN {diperiksa} THEN {_nomor(Aspirasi)} END",
        "kunci_hash": "md5(i::text)",
        "kode": "lpad(to_hex(i), 10, '0')",
        "pin_hash": "md5(i::text)",
        "jenis": _satu_dari("usulan", "keluhan", "pertanyaan"),
        "judul": JUDUL,
        "isi": ISI,
        "isi_publik": ISI,
        "kampung": _pilih(Kampung),
        "jangkauan": _satu_dari("publik", "publik", "publik", "publik", "petugas"),
        "status": f"CASE WHEN {ditutup} THEN 'selesai' WHEN {diperiksa} "
        f"THEN {_satu_dari('diproses', 'ditanggapi')} ELSE 'diajukan' END",
        "cara_selesai": f"CASE WHEN {ditutup} THEN 'dikonfirmasi_pengirim' ELSE '' END",
        "ditutup_pada": f"CASE WHEN {ditutup} THEN {SAAT} END",
        "langkah": f"CASE WHEN {ditutup} THEN 'nihil' ELSE 'jawab' END",
        **_jam(f"NOT {ditutup} AND mod(i, 4) = 0"),
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
    dikabari = {"dikabari_pada": f"CASE WHEN mod(i, 2) = 0 THEN {SAAT} END"}
    dibaca = {"waktu": SAAT, "dibaca_pada": f"CASE WHEN mod(i + 7, 20) > 0 THEN {SAAT} END"}
    return [
        (Pengirim, pengirim),
        (KabarPengirim, kabar | dikabari),
        (TindakLanjut, jawaban | {"atas_nama": "'Pemerintah Kampung'"}),
        (Dukungan, {"aspirasi": "i", "pengguna": OLEH}),
        (Hal, {"aspirasi": "i"}),
        (Ikutan, {"hal": "i", "pengguna": f"1 + mod(i + 1, {ORANG})", "sejak": SAAT}),
        (Pemberitahuan, {"jejak": "i", "hal": "i", "pengguna": OLEH} | dibaca),
    ]


def _jam(berjalan: str) -> dict[str, str]:
    """Return the clock of kiriman for which the SQL condition holds: from ten days late to not yet
    due."""
    hari = f"{HARI} + 9 - mod(i, 20)"
    kolom = {"tenggat": hari, "janji": hari, "langkah_mulai": f"{hari} - 7", "jatah_hari": "5"}
    return {nama: f"CASE WHEN {berjalan} THEN {nilai} END" for nama, nilai in kolom.items()}


def _balasan(*, topik: str, pk: str) -> dict[str, str]:
    return {"id": pk, "topik": topik, "isi": ISI, "penulis": OLEH, "dibuat": SAAT}
