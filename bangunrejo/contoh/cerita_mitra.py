"""Tells of help: needs, an offer that was agreed and partly delivered, gotong royong."""

import datetime as dt
import secrets
from decimal import Decimal
from typing import Any

from bangunrejo.contoh.orang import Orang
from bangunrejo.contoh.waktu import Kalender
from core.formulir.sekali import sidik
from core.waktu import pada
from mitra.enums import JenisBantuan, JenisPenawar, Konflik
from mitra.models import Kebutuhan, KerjaBakti, Kontribusi, Penawar, Penerimaan, Tawaran
from mitra.services.janji import sepakati, terima
from mitra.services.kebutuhan import catat_kebutuhan
from mitra.services.kerja import catat_kerja
from mitra.services.tawaran import periksa, tawarkan
from warga.models import Kampung, Pengguna

# The real kampung has neutral and good news alone.
KAMPUNG = ("Sido Rejo", "Contoh")
BUTUH = (
    (JenisBantuan.BARANG, "Bibit pohon peneduh untuk tepi jalan", 60, "batang"),
    (JenisBantuan.KEAHLIAN, "Pelatih komputer untuk kader posyandu", 2, "hari"),
)
KERJA = (
    ("2026-10-11", "Membersihkan saluran air di tepi jalan", 24, 11, "3"),
    ("2026-11-08", "Menanam bibit dan merapikan halaman balai kampung", 18, 16, "2.5"),
)


def ceritakan_mitra(orang: Orang, kalender: Kalender) -> None:
    """Tell all of it."""
    for nama in KAMPUNG:
        kampung = Kampung.objects.get(nama=nama)
        kakam = orang.kakam(kampung)
        with pada(kalender.saat("2026-10-05")):
            for jenis, judul, jumlah, satuan in BUTUH:
                butuh = Kebutuhan(kampung=kampung, jenis=jenis, judul=judul)
                butuh.jumlah, butuh.satuan = Decimal(jumlah), satuan
                catat_kebutuhan(kebutuhan=butuh, oleh=kakam, kunci_sekali=_tanda())
        for hari, uraian, laki, perempuan, jam in KERJA:
            _kerja(kampung, kakam, kalender, hari, (uraian, laki, perempuan, jam))
    contoh = Kampung.objects.get(contoh=True)
    _tawaran(contoh, orang.kakam(contoh), orang["staf"], kalender)


def _tanda() -> str:
    return sidik(secrets.token_urlsafe(24))


def _kerja(
    kampung: Kampung, oleh: Pengguna, kalender: Kalender, hari: str, isi: tuple[Any, ...]
) -> None:
    uraian, laki, perempuan, jam = isi
    kerja = KerjaBakti(kampung=kampung, uraian=uraian, laki=laki, perempuan=perempuan)
    kerja.tanggal, kerja.jam = kalender.tanggal(hari), Decimal(jam)
    with pada(kalender.saat(hari, 15)):
        catat_kerja(kerja=kerja, oleh=oleh, kunci_sekali=_tanda())


def _tawaran(kampung: Kampung, kakam: Pengguna, staf: Pengguna, kalender: Kalender) -> None:
    """A firm of the story promised forty bags, and half of them arrived."""
    tawaran = Tawaran(
        penawar_jenis=JenisPenawar.PERUSAHAAN,
        lembaga="CV Rekaan Makmur (contoh)",
        jenis=JenisBantuan.BARANG,
        isi="Kami dapat menyumbang 40 sak semen untuk talud, diantar ke balai kampung.",
        jumlah=Decimal(40),
        satuan="sak",
        nilai=2_800_000,
        kampung=kampung,
        konflik=Konflik.TIDAK,
    )
    penawar = Penawar(nama="Orang rekaan", email="rekaan@contoh.invalid")
    with pada(kalender.saat("2026-10-12")):
        tawarkan(tawaran=tawaran, penawar=penawar, kunci=secrets.token_urlsafe(24))
    with pada(kalender.saat("2026-10-14")):
        periksa(
            tawaran=tawaran,
            kampung=kampung,
            diperiksa="Ditelepon, dan alamat tokonya dilihat.",
            oleh=staf,
        )
    janji = Kontribusi(jenis=tawaran.jenis, uraian="Semen untuk talud", jumlah=Decimal(40))
    janji.satuan, janji.nilai = "sak", 2_800_000
    janji.sampai = kalender.tanggal("2026-11-24") + dt.timedelta(days=40)
    with pada(kalender.saat("2026-10-19")):
        sepakati(tawaran=tawaran, janji=janji, oleh=kakam)
    datang = Penerimaan(tanggal=kalender.tanggal("2026-11-05"), jumlah=Decimal(20))
    datang.diterima_oleh, datang.nilai = "Kaur umum (contoh)", 1_400_000
    with pada(kalender.saat("2026-11-05", 14)):
        terima(janji=janji, penerimaan=datang, oleh=kakam, kunci_sekali=_tanda())
