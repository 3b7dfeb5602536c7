"""The first look: the shown text, its readers, its number, its photos.

A kampung that had begun before goes on with what it began.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import rules
from django.db import transaction

from aspirasi.enums import Aksi, Jangkauan
from aspirasi.hari import GOLONGAN_JENIS
from aspirasi.models import Aspirasi, Lampiran
from aspirasi.services import jam
from aspirasi.services.alur import kunci_bersama, pindah
from aspirasi.services.foto_umum import catat_foto, terbitkan_foto
from aspirasi.services.langkah import catat_langkah
from aspirasi.services.lingkaran import Perubahan, lingkaran, perubahan_pembaca, yang_berubah
from aspirasi.services.pembaca import turunkan_berkas, tutup_gabungan
from aspirasi.services.perbaikan import rapikan
from aspirasi.services.tangani import pindahkan
from core.galat import TidakBisa, pastikan_berkata
from core.jejak.nomor import nomor_baru
from core.waktu import hari_ini, sekarang
from warga.models import Kampung, Pengguna

TANPA_ALASAN = "Tulis alasan mengapa isi atau pembacanya diubah. Pengirim akan membacanya."


@dataclass(frozen=True)
class HasilPeriksa:
    """The decision of an official at the first look.

    `isi_publik` is the shown text, `judul` its title ("" to make it from the text), and `jenis` the
    kind, "" to keep it. `golongan` sets the clock
    that the kind alone only guesses. `alasan` says why text or readers change. `foto` are the
    photos that everyone may see.
    """

    isi_publik: str
    jangkauan: str
    tentang: str
    kampung: Kampung | None
    jenis: str = ""
    golongan: str = ""
    alasan: str = ""
    judul: str = ""
    foto: Sequence[Lampiran] = ()

    @classmethod
    def apa_adanya(cls, aspirasi: Aspirasi) -> Self:
        """Return the decision that changes nothing."""
        a = aspirasi
        return cls(a.isi_publik, a.jangkauan, a.tentang, a.kampung)


@transaction.atomic
def periksa(
    *, aspirasi: Aspirasi, hasil: HasilPeriksa, oleh: Pengguna, senyap: bool = False
) -> Aspirasi:
    """Verify a new kiriman as `hasil` says. A public one gets its number, and its photos are shown.

    With `senyap` the sender is not told, because the caller goes on at once with a step that tells
    them. Raises TidakBisa when it was already checked, when more people would read it, or when a
    change of text or readers lacks its reason.
    """
    kunci_bersama(aspirasi)
    aspirasi, dari = pindah(aspirasi, Aksi.PERIKSA)
    hasil, pengambil = _dirapikan(aspirasi, hasil), aspirasi.diambil_oleh
    aspirasi.diambil_oleh = None
    diubah = _perubahan(aspirasi, hasil)
    _sesuaikan_gabungan(aspirasi, hasil, diubah)
    rincian = {"diubah": diubah} | _setel_pembaca(aspirasi, hasil)
    _setel_isi(aspirasi, hasil)
    tampil = terbitkan_foto(aspirasi, hasil.foto)
    _setel_halaman(aspirasi)
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.PERIKSA, oleh, dari, hasil.alasan, rincian, senyap=senyap)
    catat_foto(aspirasi, tampil, oleh)
    return _teruskan_yang_diambil(aspirasi, pengambil) if pengambil else aspirasi


def _dirapikan(aspirasi: Aspirasi, hasil: HasilPeriksa) -> HasilPeriksa:
    """Return it with the shown text masked. Kiriman about officials get the kecamatan alone as
    readers."""
    jangkauan, tentang = lingkaran(hasil.jangkauan, hasil.tentang)
    isi, judul = rapikan(aspirasi, hasil.isi_publik, hasil.judul)
    return replace(hasil, isi_publik=isi, judul=judul, jangkauan=jangkauan, tentang=tentang)


def _perubahan(aspirasi: Aspirasi, hasil: HasilPeriksa) -> list[str]:
    """Return the names of what the official changed: "isi", "judul", "jangkauan", "tentang".

    Raises TidakBisa when more people would read it, or when a change of text or readers lacks its
    reason. A title is the portal's own words, so it needs none.
    """
    pembaca = (hasil.jangkauan, hasil.tentang)
    if perubahan_pembaca(aspirasi, *pembaca) is Perubahan.MELUAS:
        raise TidakBisa("Hanya pengirim yang boleh membuka kirimannya untuk lebih banyak orang.")
    isi = ["isi"] if hasil.isi_publik != aspirasi.isi_publik else []
    diubah = isi + yang_berubah(aspirasi, *pembaca)
    if diubah:
        pastikan_berkata(hasil.alasan, TANPA_ALASAN)
    return diubah + (["judul"] if hasil.judul != aspirasi.judul else [])


def _sesuaikan_gabungan(aspirasi: Aspirasi, hasil: HasilPeriksa, diubah: list[str]) -> None:
    """Narrow its joiners. They must not quote an edited title or have more readers than the kiriman
    itself: a released one may have had a public page, and others may be merged before this look."""
    if diubah:
        tutup_gabungan(aspirasi, hasil.jangkauan, hasil.tentang)


def _setel_pembaca(aspirasi: Aspirasi, hasil: HasilPeriksa) -> dict[str, Any]:
    """Set its readers and its kampung. Return the details for the trail (`pindahkan`)."""
    if perubahan_pembaca(aspirasi, hasil.jangkauan, hasil.tentang) is Perubahan.MENYEMPIT:
        aspirasi.minta_umum_pada = None
    rincian = pindahkan(aspirasi, hasil.kampung)
    aspirasi.jangkauan, aspirasi.tentang = hasil.jangkauan, hasil.tentang
    if aspirasi.jangkauan == Jangkauan.KECAMATAN:
        aspirasi.ditugaskan = None
    if aspirasi.jangkauan == Jangkauan.KECAMATAN or aspirasi.kampung is None:
        aspirasi.langsung = False
    return rincian


def _setel_isi(aspirasi: Aspirasi, hasil: HasilPeriksa) -> None:
    aspirasi.jenis = hasil.jenis or aspirasi.jenis
    aspirasi.isi_publik, aspirasi.judul = hasil.isi_publik, hasil.judul
    aspirasi.diperiksa_pada = sekarang()
    jam.setel_golongan(aspirasi, hasil.golongan or GOLONGAN_JENIS[aspirasi.jenis])


def _setel_halaman(aspirasi: Aspirasi) -> None:
    """Number a public kiriman. Take down the files of one that is no longer public."""
    if aspirasi.jangkauan != Jangkauan.PUBLIK:
        turunkan_berkas(aspirasi)
    elif aspirasi.nomor is None:
        aspirasi.nomor = nomor_baru(Aspirasi, hari_ini().year)


def _teruskan_yang_diambil(aspirasi: Aspirasi, oleh: Pengguna) -> Aspirasi:
    """Go on with the work that `oleh` of its kampung began before the first look.

    Release it when it belongs to another kampung now, or when that person may not read it any
    more. The sender is told only of the look: they already heard that work had begun.
    """
    kantor = aspirasi.ditangani
    sendiri = kantor is not None and kantor.kampung_id == aspirasi.kampung_id
    if not (sendiri and rules.has_perm("aspirasi.ambil_dulu", oleh, aspirasi)):
        aspirasi.ditangani = aspirasi.ditugaskan = None
        aspirasi.save()
        return aspirasi
    aspirasi, dari = pindah(aspirasi, Aksi.AMBIL)
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.AMBIL, oleh, dari, senyap=True)
    return aspirasi
