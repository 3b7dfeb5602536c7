"""Words of a card in a list about a kiriman, beside its title and its badge."""

from typing import Any

from aspirasi.enums import Jenis, Langkah
from aspirasi.models import Aspirasi
from core.kalimat import Kalimat
from core.templatetags.bentuk import angka, tanggal
from core.waktu import hari_ini
from warga.rules import adalah_kecamatan


def jumlah_suara(aspirasi: Any) -> str:
    """Return who stands behind a kiriman, read with its numbers (`untuk_kartu`): "3 dukungan · 1
    dukungan belum diverifikasi · 2 kiriman serupa"; "" while nobody does. Accounts without a proven
    contact stand apart: anybody can make many."""
    belum = aspirasi.jumlah_semua_dukungan - aspirasi.jumlah_dukungan
    suara = (
        (aspirasi.jumlah_dukungan, "dukungan"),
        (belum, "dukungan belum diverifikasi"),
        (aspirasi.jumlah_serupa, "kiriman serupa"),
    )
    return " · ".join(f"{angka(banyak)} {kata}" for banyak, kata in suara if banyak)


def menunggu_sejak(aspirasi: Aspirasi, orang: Any) -> str:
    """Return since when it waits for the desk of this person: "Menunggu meja Anda sejak 9 Februari
    2026"; "" when it does not. Whose turn it is stands in `keadaan.kalimat`."""
    di_kampung, di_kecamatan = aspirasi.menunggu_kampung_sejak, aspirasi.menunggu_kecamatan_sejak
    sejak = di_kecamatan if adalah_kecamatan(orang) else di_kampung
    if sejak is None or sejak > hari_ini():
        return ""
    return f"Menunggu meja Anda sejak {tanggal(sejak)}"


def giliran_pengirim(aspirasi: Aspirasi) -> Kalimat | None:
    """Return what its sender has to do now; None when nothing."""
    if aspirasi.langkah == Langkah.PENGIRIM:
        ekor = f" Jawab paling lambat {tanggal(aspirasi.tenggat)}."
        return Kalimat(tebal="Petugas bertanya kepada Anda.", ekor=ekor)
    if aspirasi.janji_lewat:
        return Kalimat(tebal="Tanggal yang dijanjikan lewat.", ekor=" Giliran Anda menilainya.")
    if aspirasi.langkah == Langkah.KONFIRMASI and aspirasi.jenis != Jenis.APRESIASI:
        return Kalimat(tebal="Sudah dijawab.", ekor=" Giliran Anda menilainya.")
    return None
