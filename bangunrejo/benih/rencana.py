"""A plan of measuring with very many rows, a question about it, and lists of musyawarah dusun."""

from bangunrejo.benih.isi import HARI, JAUH, OLEH, ORANG, SAAT, tanam
from rencana.models import BarisRencana, DukunganBaris, MusyawarahDusun, Rencana, SuaraDusun
from warga.models import Kampung

RENCANA, BARIS, RAPAT, DUKUNGAN = JAUH + 1, 300, 12, 20  # a row has so many supporters


def tanam_rencana(proyek: int) -> None:
    """Add a plan with a row for each of the first `BARIS` projects, voices and support."""
    banyak = min(BARIS, proyek)
    kampung = str(Kampung.objects.resmi()[0].pk)
    milik = {"kampung": kampung, "tahun": "2027", "jenis": "'rkp'", "dibuat_oleh": OLEH}
    masa = {"status": "'dibuka'", "tanya_sampai": f"{HARI} + 30", "dibuka_pada": SAAT}
    tanam(Rencana, 1, 1, {"id": str(RENCANA)} | milik | masa)
    baris = {"rencana": str(RENCANA), "proyek": "i", "urutan": "i", "sumber": "'dd'"}
    tanam(BarisRencana, 1, banyak, baris | {"perkiraan": "50000000 + i"})
    rapat = {"rencana": str(RENCANA), "dusun": "'Dusun ' || i", "tanggal": f"{HARI} - 60"}
    hadir = {"hadir_l": "40", "hadir_p": "40", "dicatat_oleh": OLEH}
    tanam(MusyawarahDusun, 1, RAPAT, rapat | hadir)
    suara = {"baris": f"1 + i / {RAPAT}", "musyawarah": f"1 + mod(i, {RAPAT})"}
    tanam(SuaraDusun, 0, banyak * RAPAT - 1, suara | {"laki": "3", "perempuan": "4", "id": "i + 1"})
    dukung = {"baris": f"1 + i / {DUKUNGAN}", "pengguna": f"1 + mod(i, {ORANG})", "id": "i + 1"}
    tanam(DukunganBaris, 0, banyak * DUKUNGAN - 1, dukung)
