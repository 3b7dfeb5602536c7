"""Projects, money and decisions as tests need them."""

import datetime
from decimal import Decimal
from typing import Any

from core.jejak.nomor import nomor_baru
from proyek.enums import Dasar, DasarGerak, Pos, SumberDana, Tahap
from proyek.models import Gerak, Kegiatan, Keputusan, Pendanaan, Proyek
from proyek.services.uang import tambah_dana, tulis
from tests.pabrik.kampung import instansi_kampung, kampung_resmi
from warga.models import Kampung, Pengguna

HARI = datetime.date(2026, 11, 2)
ALASAN = "Jalan ini dilewati anak sekolah setiap hari dan becek ketika hujan."


def buat_proyek(kampung: Kampung | None = None, **fields: Any) -> Proyek:
    """A project that runs, without money yet; `pagu` adds one source of Dana Desa."""
    pagu = fields.pop("pagu", None)
    kampung = kampung or kampung_resmi("Sido Rejo")
    asal = {
        "nomor": nomor_baru(Proyek, 2026),
        "judul": "Rabat beton Dusun 3",
        "uraian": "Jalan dari mushola sampai pertigaan sawah.",
        "pemilik": instansi_kampung(kampung),
        "kegiatan": Kegiatan.objects.get(kode=fields.pop("kode", "2.3.10")),
        "tahap": Tahap.BERJALAN,
        "mulai_nyata": datetime.date(2026, 7, 6),
        "volume": Decimal("93.75"),
        "satuan": "m³",
    }
    proyek = Proyek.objects.create(kampung=kampung, **(asal | fields))
    if pagu:
        buat_dana(proyek, pagu)
    return proyek


def buat_dana(
    proyek: Proyek, pagu: int, sumber: str = SumberDana.DD, tahun: int = 2026
) -> Pendanaan:
    """A source of money, with its first row in the ledger."""
    baris = Pendanaan(sumber=sumber, tahun=tahun, pagu=pagu)
    tambah_dana(proyek=proyek, pendanaan=[baris], oleh=None, tanggal=HARI)
    return Pendanaan.objects.get(pk=baris.pk)


def buat_pencairan(pendanaan: Pendanaan, jumlah: int) -> Gerak:
    """Money drawn from the till, past the service."""
    baris = Gerak(pendanaan=pendanaan, pos=Pos.DICAIRKAN, dasar=DasarGerak.SPP, jumlah=jumlah)
    baris.tanggal = HARI
    return tulis([baris])[0]


def buat_keputusan(oleh: Pengguna, kampung: Kampung | None = None, **fields: Any) -> Keputusan:
    kampung = kampung or kampung_resmi("Sido Rejo")
    asal = {
        "nomor": nomor_baru(Keputusan, 2026),
        "judul": "Rabat beton Dusun 3 dibiayai tahun ini",
        "isi": "Rabat beton Dusun 3 masuk anggaran tahun 2026.",
        "alasan": ALASAN,
        "dasar": Dasar.MUSKAM,
        "tanggal_surat": HARI,
        "ditetapkan_jabatan": f"Kepala Kampung {kampung}",
        "dicatat_oleh": oleh,
    }
    return Keputusan.objects.create(kampung=kampung, **(asal | fields))
