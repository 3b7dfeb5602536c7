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
from aspirasi.sampai import lebih_dulu, sampai
from core.kalimat import Kalimat
from core.templatetags.bentuk import ejaan, hari_tanggal
from warga.enums import Peran
from warga.models import Pengguna

TENTANG_KECAMATAN = f"Yang membaca hanya camat dan petugas yang ditunjuk. {PETUGAS_LAIN}"
PEMBACA: dict[str, str] = {
    Jangkauan.PETUGAS: (
        "Yang membaca hanya petugas kampung dan petugas kecamatan. Tidak ada halaman umumnya."
    ),
    Jangkauan.KECAMATAN: f"Yang membaca hanya petugas khusus di kecamatan. {KAMPUNG_TAK_TAHU}",
}


def diberi_tahu(aspirasi: Aspirasi) -> str:
    """Return who was told at once about a kiriman of danger; one query."""
    if aspirasi.tentang_kecamatan:
        return "Camat"
    if aspirasi.jangkauan_kecamatan:
        return "Petugas khusus di kecamatan"
    if _kampung_diberi_tahu(aspirasi):
        return f"Pemerintah {aspirasi.kata_kampung} dan petugas kecamatan"
    return "Petugas kecamatan"


def belum_diberi_tahu(aspirasi: Aspirasi) -> str:
    """Return why no kampung was told about a danger that it would have been told of; "" where one
    was, and where its sender wants none to know."""
    if aspirasi.jangkauan_kecamatan or aspirasi.tidak_yakin or _kampung_diberi_tahu(aspirasi):
        return ""
    if aspirasi.kampung is None:
        return "Kampungnya belum diketahui, jadi belum ada kampung yang kami beri tahu."
    return f"Petugas {aspirasi.kata_kampung} belum ada di portal ini, jadi belum kami beri tahu."


def _kampung_diberi_tahu(aspirasi: Aspirasi) -> bool:
    """Return whether somebody of its kampung has it on the desk, by now."""
    if aspirasi.kampung_id is None or not sampai(aspirasi):
        return False
    aparat = Pengguna.objects.filter(peran=Peran.APARAT, kampung=aspirasi.kampung_id)
    return aparat.filter(is_active=True).exists()


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
    hari = ejaan(hari_jawab(aspirasi.golongan, bahaya=aspirasi.bahaya))
    return Kalimat(f"Jawaban pertama paling lama {hari} hari kerja setelah diperiksa{ekor}")
