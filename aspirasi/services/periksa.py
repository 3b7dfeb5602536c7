"""The first look: the text shown, its readers, its number, its photos.

A kampung that had begun before goes on with what it began.
"""

from collections.abc import Iterable
from typing import Any

import rules
from django.db import transaction

from aspirasi.enums import GOLONGAN_JENIS, URUTAN_JANGKAUAN, Aksi, Jangkauan, Tentang
from aspirasi.models import Aspirasi, Lampiran
from aspirasi.services import jam
from aspirasi.services.alur import kunci_bersama, pindah
from aspirasi.services.foto_umum import catat_foto, terbitkan_foto
from aspirasi.services.langkah import catat_langkah
from aspirasi.services.pembaca import lepas_kutipan, turunkan_berkas, tutup_gabungan
from aspirasi.services.tangani import tiba
from aspirasi.teks import PANJANG_ISI, judul_dari
from core.galat import TidakBisa
from core.jejak.catat import catat, riwayat
from core.jejak.nomor import nomor_baru
from core.samar import samarkan
from core.waktu import hari_ini, sekarang
from warga.models import Kampung, Pengguna


@transaction.atomic
def periksa(
    *,
    aspirasi: Aspirasi,
    isi_publik: str,
    jangkauan: str,
    tentang: str,
    kampung: Kampung | None,
    oleh: Pengguna,
    jenis: str = "",
    golongan: str = "",
    alasan: str = "",
    foto: Iterable[Lampiran] = (),
    senyap: bool = False,
) -> Aspirasi:
    """Verify a new kiriman: set the text shown, who may read it and where it belongs.

    The text may be edited and the jangkauan narrowed, each with a reason; `jenis` corrects
    the kind when given, and `golongan` sets the clock that the kind alone only guesses. A
    public one gets its number here, and its photos in `foto` are shown. With `senyap` the
    sender is not told, because the caller goes on at once with a step that is. Raises TidakBisa
    when it was already checked, when the jangkauan would widen, or when an edit lacks its
    reason.
    """
    kunci_bersama(aspirasi)
    aspirasi, dari = pindah(aspirasi, Aksi.PERIKSA)
    isi_publik = samarkan(isi_publik)[:PANJANG_ISI]
    diubah = _perubahan(aspirasi, isi_publik, jangkauan, tentang)
    _pastikan_beralasan(diubah, alasan)
    _sesuaikan_gabungan(aspirasi, diubah, jangkauan, tentang)
    aspirasi.jenis = jenis or aspirasi.jenis
    aspirasi.isi_publik, aspirasi.judul = isi_publik, judul_dari(isi_publik)
    rincian = {"diubah": diubah} | _setel_pembaca(aspirasi, jangkauan, tentang, kampung)
    aspirasi.diperiksa_pada = sekarang()
    jam.setel_golongan(aspirasi, golongan or GOLONGAN_JENIS[aspirasi.jenis])
    tampil = terbitkan_foto(aspirasi, foto)
    _setel_halaman(aspirasi)
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.PERIKSA, oleh, dari, alasan, rincian, senyap=senyap)
    catat_foto(aspirasi, tampil, oleh)
    return _teruskan_yang_diambil(aspirasi)


def _setel_pembaca(
    aspirasi: Aspirasi, jangkauan: str, tentang: str, kampung: Kampung | None
) -> dict[str, Any]:
    """Set who reads it and where it belongs; return what the trail keeps of that (`tiba`)."""
    rincian = tiba(aspirasi, kampung)
    aspirasi.jangkauan, aspirasi.tentang, aspirasi.kampung = jangkauan, tentang, kampung
    if jangkauan == Jangkauan.KECAMATAN:
        aspirasi.ditugaskan = None
    if jangkauan == Jangkauan.KECAMATAN or kampung is None:
        aspirasi.langsung = False
    return rincian


def _sesuaikan_gabungan(
    aspirasi: Aspirasi, diubah: list[str], jangkauan: str, tentang: str
) -> None:
    """What was let go of had a page, and may have been joined since: who did quotes no title
    that was edited away, and is read by no more people than it is."""
    if aspirasi.nomor and diubah:
        lepas_kutipan(aspirasi)
        if "jangkauan" in diubah:
            tutup_gabungan(aspirasi, jangkauan, tentang)


def _setel_halaman(aspirasi: Aspirasi) -> None:
    """Number what is for everyone; close what was so before it was let go of, and is no more."""
    if aspirasi.jangkauan != Jangkauan.PUBLIK:
        turunkan_berkas(aspirasi)
    elif aspirasi.nomor is None:  # last, since the row of the counter stays locked
        aspirasi.nomor = nomor_baru("ASP", hari_ini().year)


def _teruskan_yang_diambil(aspirasi: Aspirasi) -> Aspirasi:
    """Go on with what its kampung took up before the first look, in the name of who did.

    Let go of it when it is no more that kampung's, or no more for its eyes. The sender hears
    of the look alone: that work has begun was told when it did.
    """
    kantor = aspirasi.ditangani
    if kantor is None or kantor.kampung_id is None:
        return aspirasi
    jejak = riwayat(aspirasi).filter(aksi=Aksi.AMBIL_DULU).last()
    oleh = Pengguna.objects.filter(pk=jejak.oleh_id).first() if jejak else None
    sendiri = kantor.kampung_id == aspirasi.kampung_id
    if not (sendiri and oleh and rules.has_perm("aspirasi.ambil_dulu", oleh, aspirasi)):
        aspirasi.ditangani = aspirasi.ditugaskan = None
        aspirasi.save()
        return aspirasi
    aspirasi, dari = pindah(aspirasi, Aksi.AMBIL)
    aspirasi.save()
    catat(objek=aspirasi, aksi=Aksi.AMBIL, oleh=oleh, dari=dari, ke=aspirasi.status)
    return aspirasi


def _pastikan_beralasan(diubah: list[str], alasan: str) -> None:
    if diubah and not alasan.strip():
        raise TidakBisa(
            "Tulis alasan mengapa isi atau pembacanya diubah. Pengirim akan membacanya."
        )


def _perubahan(aspirasi: Aspirasi, isi_publik: str, jangkauan: str, tentang: str) -> list[str]:
    """Name what the official changed. Raises TidakBisa when more people would read it.

    What is about officers of the kecamatan has the fewest readers, so it stays that.
    """
    lama, baru = (URUTAN_JANGKAUAN.index(j) for j in (aspirasi.jangkauan, jangkauan))
    beralih = tentang != aspirasi.tentang
    if baru < lama or (beralih and aspirasi.tentang == Tentang.PETUGAS_KECAMATAN):
        raise TidakBisa("Hanya pengirim yang boleh membuka kirimannya untuk lebih banyak orang.")
    diubah = ["isi"] if isi_publik != aspirasi.isi_publik else []
    menyempit = baru > lama or (beralih and tentang == Tentang.PETUGAS_KECAMATAN)
    return diubah + (["jangkauan"] if menyempit else [])
