"""The next steps, for the page of code and PIN and the receipt: who looks at it and by which day,
who reads it until then and afterwards, and when the first answer comes."""

import datetime as dt
from collections.abc import Iterator

from django.utils.text import capfirst

from aspirasi.bacaan.keadaan import pemeriksa
from aspirasi.bacaan.pembaca import KAMPUNG_TAK_TAHU, PETUGAS_LAIN
from aspirasi.enums import Jangkauan, Jenis
from aspirasi.hari import hari_jawab
from aspirasi.models import Aspirasi
from aspirasi.sampai import lebih_dulu
from core.kalimat import Kalimat
from core.templatetags.bentuk import ejaan, hari_tanggal

TENTANG_KECAMATAN = f"Yang membaca hanya camat dan petugas yang ditunjuk. {PETUGAS_LAIN}"
PEMBACA: dict[str, str] = {
    Jangkauan.PETUGAS: (
        "Yang membaca hanya petugas kampung dan petugas kecamatan. Tidak ada halaman umumnya."
    ),
    Jangkauan.KECAMATAN: f"Yang membaca hanya petugas khusus di kecamatan. {KAMPUNG_TAK_TAHU}",
}


def diberi_tahu(aspirasi: Aspirasi) -> str:
    """Return who was told at once about a kiriman of danger."""
    if aspirasi.tentang_kecamatan:
        return "Camat"
    if aspirasi.jangkauan_kecamatan:
        return "Petugas khusus di kecamatan"
    return "Petugas kecamatan" if aspirasi.tidak_yakin else "Pemerintah kampung dan kecamatan"


def lalu(
    aspirasi: Aspirasi, *, dijawab: dt.date | None, pengirim: bool = False
) -> Iterator[Kalimat]:
    """Yield the next steps, one sentence each. `dijawab` is the last day of the first answer, if it
    is known; `pengirim` says that its sender reads it."""
    hari = hari_tanggal(aspirasi.tenggat)
    awal = f"{capfirst(pemeriksa(aspirasi))} memeriksa kiriman ini paling lambat "
    yield Kalimat(awal, hari, ".")
    if aspirasi.kampung and not aspirasi.jangkauan_kecamatan:
        yield Kalimat(_kampung(aspirasi, pengirim))
    yield Kalimat(_pembaca(aspirasi, pengirim))
    yield _jawaban(aspirasi, dijawab)
    if aspirasi.anak:
        siapa = "Anda" if pengirim else "Pengirim"
        yield Kalimat(
            f"{siapa} belum 18 tahun: nama dan kontak tidak kami simpan, dan foto hanya dilihat "
            "petugas."
        )


def _kampung(aspirasi: Aspirasi, pengirim: bool) -> str:
    """Return whether its kampung reads it before the first look, and why."""
    if not lebih_dulu(aspirasi):
        return "Sebelum diperiksa, perangkat kampung belum dapat membacanya."
    sebab = "" if aspirasi.langsung else "Karena ada bahaya, "
    if aspirasi.langsung and pengirim:
        sebab = "Seperti pilihan Anda, "
    return capfirst(f"{sebab}perangkat kampung sudah dapat membacanya sekarang.")


def _pembaca(aspirasi: Aspirasi, pengirim: bool) -> str:
    if aspirasi.tentang_kecamatan:
        return TENTANG_KECAMATAN
    if not aspirasi.jangkauan_umum:
        return PEMBACA[aspirasi.jangkauan]
    nama = ", kecuali nama panggilan yang diminta tampil" if aspirasi.tampilkan_nama else ""
    siapa = "Anda" if pengirim else "pengirim"
    return f"Sesudah diperiksa, tulisannya tampil di portal tanpa nama {siapa}{nama}."


def _jawaban(aspirasi: Aspirasi, dijawab: dt.date | None) -> Kalimat:
    usulan = aspirasi.jenis == Jenis.USULAN
    ekor = f"{', menyebut musyawarah mana yang membahasnya dan kapan' if usulan else ''}."
    if dijawab:
        return Kalimat("Jawaban pertama paling lambat ", hari_tanggal(dijawab), ekor)
    hari = ejaan(hari_jawab(aspirasi.golongan))
    return Kalimat(f"Jawaban pertama paling lama {hari} hari kerja setelah diperiksa{ekor}")
