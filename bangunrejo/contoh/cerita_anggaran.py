"""Tells the whole budget of two kampung: the budget, its change, half a year, help for families."""

from anggaran.bacaan.proyek import BagianProyek, bagian_proyek
from anggaran.enums import JenisAnggaran, Kelompok
from anggaran.models import BantuanKeluarga, BarisAnggaran, Penyaluran, ProgramMasuk
from anggaran.models.angka import AngkaKampung
from anggaran.services.angka import catat_angka
from anggaran.services.susun import KepalaAnggaran, simpan_draf
from anggaran.services.terbit import terbitkan
from bangunrejo.contoh.orang import KAMPUNG_CONTOH, Orang
from bangunrejo.contoh.waktu import Kalender
from core.formulir.sekali import sidik
from core.waktu import pada
from proyek.enums import SumberDana
from proyek.models import Bidang
from warga.models import Kampung, Pengguna

# Spending beside the projects, by bidang, in rupiah; bidang 1 takes the rest.
LAIN = {"2": 62_300_000, "3": 38_500_000, "4": 27_000_000, "5": 43_200_000}
ADD, PBH, SILPA_LALU = 412_000_000, 21_400_000, 18_750_000
TAHAP_DD = 345_350_000


def ceritakan_anggaran(orang: Orang, kalender: Kalender) -> None:
    """Tell it of one real kampung and of the invented one, which has a change and a semester,
    too."""
    for nama in ("Sido Rejo", KAMPUNG_CONTOH):
        kampung = Kampung.objects.get(nama=nama)
        kakam, tahun = orang.kakam(kampung), kalender.tanggal("2026-07-01").year
        bagian = bagian_proyek(kampung, tahun)
        murni = _baris(bagian, kurang=0)
        with pada(kalender.saat("2026-01-12")):
            _terbit(kampung, tahun, JenisAnggaran.MURNI, murni, kakam, kalender)
            _angka(kampung, tahun, kakam, kalender)
        if kampung.contoh:
            with pada(kalender.saat("2026-09-21")):
                ubah = _baris(bagian, kurang=12_000_000)
                _terbit(kampung, tahun, JenisAnggaran.PERUBAHAN, ubah, kakam, kalender)
        with pada(kalender.saat("2026-07-13")):
            nyata = [_separuh(satu) for satu in _baris(bagian, kurang=0)]
            _terbit(kampung, tahun, JenisAnggaran.REALISASI, nyata, kakam, kalender)


def _baris(bagian: BagianProyek, *, kurang: int) -> list[BarisAnggaran]:
    """Return a budget that adds up: spending of projects and the rest, and the income for it."""
    proyek = {kata.split()[1]: rp for kata, rp in bagian.bidang.items()}
    dd = TAHAP_DD + bagian.sumber[str(SumberDana.DD.label)]
    masuk: list[tuple[SumberDana, int | None, int]] = [
        (SumberDana.DD, 1, dd * 6 // 10),
        (SumberDana.DD, 2, dd - dd * 6 // 10 - kurang),
    ]
    masuk += [(SumberDana.ADD, None, ADD), (SumberDana.PBH, None, PBH)]
    belanja = {kode: LAIN[kode] + proyek.get(kode, 0) for kode in LAIN}
    belanja["1"] = sum(rp for *_, rp in masuk) + SILPA_LALU - sum(belanja.values())
    bidang = {satu.kode: satu for satu in Bidang.objects.all()}
    return [
        *(
            BarisAnggaran(kelompok=Kelompok.PENDAPATAN, sumber=sumber, tahap=tahap, jumlah=rp)
            for sumber, tahap, rp in masuk
        ),
        *(
            BarisAnggaran(kelompok=Kelompok.BELANJA, bidang=bidang[kode], jumlah=rp)
            for kode, rp in sorted(belanja.items())
        ),
        BarisAnggaran(kelompok=Kelompok.PENERIMAAN, sumber=SumberDana.SILPA, jumlah=SILPA_LALU),
    ]


def _separuh(satu: BarisAnggaran) -> BarisAnggaran:
    """Return a row as the first half of the year left it; the second stage has not come."""
    sebagian = {Kelompok.PENDAPATAN: 58, Kelompok.BELANJA: 47}.get(Kelompok(satu.kelompok), 100)
    satu.jumlah = 0 if satu.tahap == 2 else satu.jumlah * sebagian // 100
    return satu


def _terbit(
    kampung: Kampung,
    tahun: int,
    jenis: str,
    baris: list[BarisAnggaran],
    kakam: Pengguna,
    kalender: Kalender,
) -> None:
    hari = {
        JenisAnggaran.MURNI: ("5", "2025-12-29"),
        JenisAnggaran.PERUBAHAN: ("3", "2026-09-18"),
        JenisAnggaran.REALISASI: ("", "2026-06-30"),
    }[JenisAnggaran(jenis)]
    tanggal = kalender.tanggal(hari[1])
    nyata = jenis == JenisAnggaran.REALISASI
    kepala = KepalaAnggaran(sampai=tanggal)
    if not nyata:
        kepala = KepalaAnggaran(f"{hari[0]} Tahun {tanggal.year}", tanggal)
    draf = simpan_draf(
        kampung=kampung,
        tahun=tahun,
        jenis=jenis,
        ke=0 if jenis == JenisAnggaran.MURNI else 1,
        kepala=kepala,
        baris=baris,
        oleh=kakam,
    )
    terbitkan(anggaran=draf, oleh=kakam)


def _angka(kampung: Kampung, tahun: int, kakam: Pengguna, kalender: Kalender) -> None:
    milik = {"kampung": kampung, "tahun": tahun}
    semua: list[AngkaKampung] = [
        BantuanKeluarga(**milik, nama="BLT Dana Desa", keluarga=12, per_bulan=300_000, bulan=12),
        ProgramMasuk(
            **milik, nama="Program Keluarga Harapan", pemilik="Kementerian Sosial", penerima=96
        ),
        Penyaluran(
            **milik,
            sumber=SumberDana.ADD,
            tahap=1,
            tanggal=kalender.tanggal("2026-01-09"),
            jumlah=ADD // 4,
        ),
    ]
    for satu in semua:
        kunci = sidik(f"contoh-{kampung.slug}-{satu.jenis_jejak}")
        catat_angka(angka=satu, oleh=kakam, kunci_sekali=kunci)
