"""Help as tests need it, through the services."""

import datetime as dt
from decimal import Decimal
from typing import Any

from core.formulir.sekali import kunci_baru, sidik
from core.waktu import hari_ini
from mitra.enums import JenisBantuan, JenisPenawar, Konflik
from mitra.models import Kebutuhan, KerjaBakti, Kontribusi, Penawar, Penerimaan, Tawaran
from mitra.services.janji import sepakati, terima
from mitra.services.kebutuhan import catat_kebutuhan
from mitra.services.kerja import catat_kerja
from mitra.services.tawaran import periksa, tawarkan
from tests.pabrik.pemeran import Pemeran
from warga.models import Kampung, Pengguna

FIRMA = "CV Contoh Jaya"


def tanda() -> str:
    return sidik(kunci_baru())


def buat_kebutuhan(kampung: Kampung, oleh: Pengguna, **isi: Any) -> Kebutuhan:
    """Forty bags of cement."""
    asal: dict[str, Any] = {"jenis": JenisBantuan.BARANG, "judul": "Semen", "jumlah": 40}
    baris = Kebutuhan(kampung=kampung, **(asal | {"satuan": "sak"} | isi))
    return catat_kebutuhan(kebutuhan=baris, oleh=oleh, kunci_sekali=tanda())


def buat_tawaran(
    kampung: Kampung | None = None, kontak: dict[str, str] | None = None, **isi: Any
) -> Tawaran:
    """A firm offers forty bags of cement."""
    asal: dict[str, Any] = {
        "penawar_jenis": JenisPenawar.PERUSAHAAN,
        "lembaga": FIRMA,
        "jenis": JenisBantuan.BARANG,
        "isi": "Semen untuk talud, kami antar sendiri.",
        "jumlah": Decimal(40),
        "satuan": "sak",
        "konflik": Konflik.TIDAK,
    }
    penawar = Penawar(**({"nama": "Bu Rekaan", "telepon": "+6281200000001"} | (kontak or {})))
    tawaran = Tawaran(kampung=kampung, **(asal | isi))
    return tawarkan(tawaran=tawaran, penawar=penawar, kunci=kunci_baru()).tawaran


def buat_diperiksa(kampung: Kampung, staf: Pengguna, **isi: Any) -> Tawaran:
    """The same, checked by the kecamatan."""
    tawaran = buat_tawaran(kampung, **isi)
    kata = "Ditelepon; alamat kantornya ada."
    return periksa(tawaran=tawaran, kampung=kampung, diperiksa=kata, oleh=staf)


def buat_janji(
    kampung: Kampung, staf: Pengguna, aparat: Pengguna, *, proyek: Any = None, **isi: Any
) -> Kontribusi:
    """The same, agreed on by the kampung."""
    tawaran = buat_diperiksa(kampung, staf, **isi)
    janji = Kontribusi(
        jenis=tawaran.jenis,
        uraian="Semen untuk talud",
        jumlah=tawaran.jumlah,
        satuan=tawaran.satuan,
        sampai=hari_ini() + dt.timedelta(days=30),
        proyek=proyek,
    )
    return sepakati(tawaran=tawaran, janji=janji, oleh=aparat)


def buat_terima(janji: Kontribusi, aparat: Pengguna, jumlah: int, **isi: Any) -> Penerimaan:
    """Some of it arrives today."""
    asal: dict[str, Any] = {"tanggal": hari_ini(), "diterima_oleh": "Kaur umum"}
    baris = Penerimaan(jumlah=Decimal(jumlah), **(asal | isi))
    return terima(janji=janji, penerimaan=baris, oleh=aparat, kunci_sekali=tanda())


def buat_kerja(kampung: Kampung, oleh: Pengguna, **isi: Any) -> KerjaBakti:
    """Thirty people clean a ditch for three hours."""
    asal: dict[str, Any] = {"tanggal": hari_ini(), "laki": 20, "perempuan": 10, "jam": Decimal(3)}
    baris = KerjaBakti(kampung=kampung, **(asal | {"uraian": "Membersihkan selokan"} | isi))
    return catat_kerja(kerja=baris, oleh=oleh, kunci_sekali=tanda())


def tawarkan_bantuan(pemeran: Pemeran, kontak: dict[str, str]) -> None:
    """An offer in each state, of people who left this contact, with needs and gotong royong."""
    kampung, staf, aparat = pemeran.kampung, pemeran.staf, pemeran.aparat
    buat_kebutuhan(kampung, aparat)
    buat_kerja(kampung, aparat)
    buat_tawaran(kontak=kontak)
    buat_diperiksa(kampung, staf, kontak=kontak)
    buat_terima(buat_janji(kampung, staf, aparat, kontak=kontak), aparat, 20)
    orang = {"penawar_jenis": JenisPenawar.WARGA, "lembaga": ""}
    buat_janji(kampung, staf, aparat, kontak=kontak, **orang)
