"""Reports that are awaited, drafts, money that follows, checks, notes and looks in the field: one
of each about every project, most of them settled, and a few that wait for somebody."""

from bangunrejo.benih.isi import HARI, ISI, JAUH, OLEH, SAAT, jam, pilih, satu_dari, tanam
from laporan.models import (
    BelanjaMenyusul,
    CatatanPengawasan,
    CekWarga,
    Evaluasi,
    HasilLapangan,
    JadwalLaporan,
    LaporanKemajuan,
    PemeriksaanLapangan,
    PenyerahanDraf,
    Tanggapan,
)
from warga.models import Kampung

# One row of so many waits, and one of so many waits for the kecamatan.
JARANG, KECAMATAN = 1000, 10_000
MENUNGGU = f"mod(i, {JARANG}) = 0"
TAHAP = "CASE mod(i, 5000) WHEN 0 THEN 'dibuka' WHEN 1 THEN 'disepakati' ELSE 'selesai' END"
RENTANG = (f"{HARI} - 30", f"{HARI} - 4")


def tanam_menunggu(dari: int, sampai: int) -> None:
    """Add the rows numbered `dari` to `sampai`; drafts have keys beyond those of all reports."""
    tanam(JadwalLaporan, dari, sampai, _jadwal())
    _draf(dari, sampai, f"{2 * JAUH} + i")
    tanam(BelanjaMenyusul, dari, sampai, _belanja())
    for nama, model, kolom in (
        ("cek", CekWarga, _cek()),
        ("catatan", CatatanPengawasan, _catatan()),
    ):
        tanam(model, dari, sampai, kolom)
        genap = "2 * i" if nama == "cek" else "2 * i - 1"
        _jawab(dari, sampai, {"id": genap, nama: "i"})
    _lapangan(dari, sampai)
    rampung = f"mod(i, 5) IN (1, 4) AND mod(i, {2 * JARANG}) NOT IN (1, 4)"
    tanam(Evaluasi, dari, sampai, {"proyek": "i", "pelajaran": ISI}, rampung)


def _jam(syarat: str = "true") -> dict[str, str]:
    """Return a clock whose due days differ among the rows that wait."""
    return jam(syarat, f"i / {JARANG}")


def _jadwal() -> dict[str, str]:
    awal, akhir = RENTANG
    return _jam() | {
        "proyek": "i",
        "macam": "'berkala'",
        "urutan": "1",
        "awal": awal,
        "akhir": akhir,
        "laporan": f"CASE WHEN NOT {MENUNGGU} THEN i END",
        "dipenuhi_pada": f"CASE WHEN NOT {MENUNGGU} THEN {SAAT} END",
    }


def _draf(dari: int, sampai: int, kunci: str) -> None:
    """Add a draft for every second report that is awaited; half of them were handed on, of which a
    third came back."""
    awal, akhir = RENTANG
    kolom = {"id": kunci, "proyek": "i", "periode": awal, "sampai": akhir, "persen": "mod(i, 101)"}
    kolom |= {"narasi": ISI, "status": "'draf'", "dibuat_oleh": OLEH, "dibuat": SAAT}
    tanam(LaporanKemajuan, dari, sampai, kolom, f"mod(i, {2 * JARANG}) = 0")
    kembali = "CASE WHEN mod(i, 3) = 0 THEN {} END"
    serah = {
        "laporan": kunci,
        "dikirim_oleh": OLEH,
        "dikirim_pada": SAAT,
        "dikembalikan_oleh": kembali.format(OLEH),
        "dikembalikan_pada": kembali.format(SAAT),
        "catatan": "CASE WHEN mod(i, 3) = 0 THEN 'Lengkapi fotonya.' ELSE '' END",
    }
    tanam(PenyerahanDraf, dari, sampai, serah, f"mod(i, {4 * JARANG}) = 0")


def _belanja() -> dict[str, str]:
    diisi = f"CASE WHEN NOT {MENUNGGU} THEN {{}} END"
    return _jam() | {
        "laporan": "i",
        "diisi_oleh": diisi.format(OLEH),
        "diisi_pada": diisi.format(SAAT),
    }


def _ditanggapi() -> dict[str, str]:
    """Return what everything that is answered has: most were, and the kecamatan owes few."""
    return {
        "proyek": "i",
        "isi": ISI,
        "penulis": OLEH,
        "dibuat": SAAT,
        "ditanggapi_pada": f"CASE WHEN NOT {MENUNGGU} THEN {SAAT} END",
        "penanggap": f"CASE WHEN mod(i, {KECAMATAN}) = 0 THEN 'kecamatan' ELSE 'kampung' END",
    }


def _cek() -> dict[str, str]:
    ditahan = "mod(i, 5000) = 7"
    return {
        **_ditanggapi(),
        **_jam(f"NOT {ditahan}"),
        "penilaian": satu_dari("tidak_sesuai", "pertanyaan"),
        "laporan": "i",
        "isi_publik": ISI,
        "dari": "'terbukti'",
        "kampung": pilih(Kampung),
        "foto_umum": "true",
        "ditahan": ditahan,
        "ditahan_sejak": f"CASE WHEN {ditahan} THEN {SAAT} END",
        "terbit_pada": f"CASE WHEN NOT {ditahan} THEN {SAAT} END",
        "dikabarkan_pada": SAAT,
        "urutan": "mod(i * 7919, 100003)",
    }


def _catatan() -> dict[str, str]:
    return _ditanggapi() | _jam() | {"kampung": pilih(Kampung), "sebagai": "'ketua_bpk'"}


def _jawab(dari: int, sampai: int, milik: dict[str, str]) -> None:
    kolom = {"isi": ISI, "oleh": OLEH, "peran": "'aparat'", "dibuat": SAAT}
    tanam(Tanggapan, dari, sampai, kolom | milik, f"NOT {MENUNGGU}")


def _lapangan(dari: int, sampai: int) -> None:
    """Add a look at every project: one in 5,000 waits for its result, as many for an agreement."""
    berjalan, disepakati = "mod(i, 5000) < 2", "mod(i, 5000) = 1"
    periksa = {"proyek": "i", "sebab": "'kecamatan'", "alasan": "'Talud.'", "tahap": TAHAP}
    periksa |= {"dibuka": SAAT, "dibuka_oleh": OLEH, "dikabarkan_pada": SAAT} | _jam(berjalan)
    periksa["dicatat_pada"] = f"CASE WHEN mod(i, 5000) > 0 THEN {SAAT} END"
    hasil = {
        "pemeriksaan": "i",
        "tanggal": f"{HARI} - 20",
        "banyak_warga": "5",
        "hadir": "'Kasi PMK'",
        "terlihat": ISI,
        "disepakati": f"CASE WHEN {disepakati} THEN 'Sisanya diselesaikan.' ELSE '' END",
        "sampai": f"CASE WHEN {disepakati} THEN {HARI} + 3 END",
        "oleh": OLEH,
        "dicatat": SAAT,
    }
    tanam(PemeriksaanLapangan, dari, sampai, periksa)
    tanam(HasilLapangan, dari, sampai, hasil, "mod(i, 5000) > 0")
