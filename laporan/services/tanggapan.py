"""Official answers to checks of residents and notes of the BPK Kampung; their corrections, and the
word that one does not settle it.

An answer is public at once, and one for each running clock. The kampung answers; the kecamatan
answers what is about a project that it opened, what was not settled, and may answer what is late.
A late answer of another office counts as late all the same: `janji` stays with it.
"""

import datetime as dt
from typing import Any

import rules
from django.db import transaction

from core.formulir.sekali import satu_kali
from core.galat import TidakBisa, pastikan_beralasan, pastikan_berkata
from core.jejak.catat import catat
from core.models import Jejak
from core.moderasi.penarikan import HITAM, hitamkan_baris, hitamkan_hal
from core.tenggat.hari_kerja import tanggal_wib
from core.waktu import hari_ini, sekarang
from laporan.bacaan.kantor import jabatan_utama
from laporan.bacaan.tanggapan import HARI_BELUM_PUAS, tulisan_tanggapan
from laporan.enums import Penanggap
from laporan.laku import AksiTanggapan
from laporan.models import BelumPuas, CekWarga, Tanggapan
from laporan.models.ditanggapi import KOLOM_JAM
from laporan.services.cek import pernah_ditutup
from laporan.services.surat_tanggapan import surati_penanggap
from warga.enums import Peran
from warga.models import Pengguna

KOSONG = "Tulis tanggapannya. Semua orang membacanya."
TANPA_KATA = "Tulis apa yang belum terjawab. Semua orang membacanya."
TIADA = "Ini sudah tidak tampil untuk umum, jadi tidak ditanggapi. Muat ulang halaman."
SUDAH = (
    "Ini sudah ditanggapi rekan Anda. Muat ulang halaman untuk membacanya; tanggapan itu dapat "
    "diperbaiki."
)
BUKAN_GILIRAN = (
    "Sekarang ini ditanggapi kantor lain. Muat ulang halaman untuk melihat siapa yang menanggapi."
)
SUDAH_DIPERBAIKI = "Tanggapan ini sudah diperbaiki atau ditarik rekan Anda. Muat ulang halaman."
BELUM_DIJAWAB = "Belum ada tanggapan. Anda dapat menyatakannya sesudah ada tanggapan."
SUDAH_BELUM_PUAS = "Ini sudah pernah dinyatakan, dan hanya dapat satu kali. Muat ulang halaman."
LEWAT = (
    f"Tanggapan ini sudah lebih dari {HARI_BELUM_PUAS} hari. Kirim pertanyaan baru bila masih ada "
    "yang belum jelas."
)


@transaction.atomic
def tanggapi(*, hal: Any, isi: str, oleh: Pengguna, kunci: str) -> Tanggapan:
    """Answer `hal`, for everyone to read. The form with this one-time key answers once.

    Raises TidakBisa without words, when it is not public any more, when it was answered already,
    and when it is the turn of another office by now.
    """
    pastikan_berkata(isi, KOSONG)

    def buat(sidik: str) -> Tanggapan:
        baris = kunci_hal(hal)
        if baris.sudah_ditanggapi:
            raise TidakBisa(SUDAH)
        if not rules.has_perm("laporan.tanggapi", oleh, baris):
            raise TidakBisa(BUKAN_GILIRAN)
        jawaban = _simpan(baris, isi, oleh, kunci_sekali=sidik, janji=baris.janji)
        baris.ditanggapi_pada = jawaban.dibuat
        baris.save(update_fields=["ditanggapi_pada"])
        catat(objek=baris, aksi=AksiTanggapan.DITANGGAPI, oleh=oleh)
        return jawaban

    return satu_kali(milik(hal), kunci, buat)[0]


@transaction.atomic
def perbaiki(
    *, tanggapan: Tanggapan, isi: str, alasan: str, oleh: Pengguna, kunci: str
) -> Tanggapan:
    """Put other words in the place of an answer, with a public reason; the words of before stay
    readable. The same words change nothing. Raises TidakBisa without words or a reason, and when
    somebody corrected or took it back meanwhile."""
    pastikan_berkata(isi, KOSONG)

    def buat(sidik: str) -> Tanggapan:
        baris = kunci_hal(tanggapan.hal)
        lama = _berlaku(tanggapan)
        if lama.isi == isi.strip():
            return lama
        pastikan_beralasan(alasan)
        jadi = _simpan(
            baris, isi, oleh, kunci_sekali=sidik, memperbaiki=lama, alasan=alasan.strip()
        )
        catat(objek=baris, aksi=AksiTanggapan.DIPERBAIKI, oleh=oleh, alasan=alasan.strip())
        return jadi

    return satu_kali(milik(tanggapan.hal), kunci, buat)[0]


@transaction.atomic
def nyatakan_belum_puas(*, hal: Any, isi: str, oleh: Pengguna | None) -> BelumPuas:
    """Say that the answer does not settle it, once: the kecamatan answers then, within the same
    days. The same words a second time change nothing. `oleh` is None for a sender without an
    account. Of some the kecamatan alone reads the words (`tertutup`).

    Raises TidakBisa without words, before there is an answer, long after it, and the second time.
    """
    pastikan_berkata(isi, TANPA_KATA)
    baris = kunci_hal(hal)
    lama: BelumPuas | None = BelumPuas.objects.filter(**{baris.jenis_jejak: baris}).first()
    if lama:
        if lama.isi == isi.strip():
            return lama
        raise TidakBisa(SUDAH_BELUM_PUAS)
    _pastikan_baru_dijawab(baris)
    peran = oleh.peran if oleh else Peran.WARGA
    kata = BelumPuas(isi=isi.strip(), oleh=oleh, peran=peran, **{baris.jenis_jejak: baris})
    kata.tertutup = tertutup(baris)
    kata.save(force_insert=True)
    baris.penanggap, baris.belum_puas_pada = Penanggap.KECAMATAN, kata.dibuat
    baris.ditanggapi_pada = None
    baris.mulai_ditunggu()
    baris.save(update_fields=KOLOM_JAM)
    catat(objek=baris, aksi=AksiTanggapan.BELUM_PUAS)
    if kata.catatan_id:  # that of a resident is a notice by week: a letter would tell its day
        surati_penanggap(baris)
    return kata


def tertutup(hal: Any) -> bool:
    """Return whether the kecamatan alone reads the word about its answer, which nobody reads first:
    nobody proved who wrote, or words of that account were hidden or made black before."""
    return not hal.terbukti or (isinstance(hal, CekWarga) and pernah_ditutup(hal))


def _pastikan_baru_dijawab(baris: Any) -> None:
    if not baris.sudah_ditanggapi or baris.tenggat is None:
        raise TidakBisa(BELUM_DIJAWAB)
    if hari_ini() - tanggal_wib(baris.ditanggapi_pada) > dt.timedelta(days=HARI_BELUM_PUAS):
        raise TidakBisa(LEWAT)


@transaction.atomic
def tarik(*, tanggapan: Tanggapan, kata: list[str], alasan: str, oleh: Pengguna) -> None:
    """Black out these words in the answers of an office, or take an answer back as a whole, with
    its corrections (no `kata`). Without another one, what it answered waits again, since its old
    day.

    Raises TidakBisa without a reason, when it repeats the words, when nothing changes, and when
    somebody corrected or took it back meanwhile.
    """
    baris = kunci_hal(tanggapan.hal, tampil=False)
    satu = _berlaku(tanggapan)
    if kata:
        hitamkan_hal(
            objek=baris,
            baris=tulisan_tanggapan(baris, kecamatan=satu.kecamatan),
            kata=kata,
            alasan=alasan,
            aksi=AksiTanggapan.DIHITAMKAN,
            oleh=oleh,
        )
        return
    pastikan_beralasan(alasan)
    jejak = catat(objek=baris, aksi=AksiTanggapan.DITARIK, oleh=oleh, alasan=alasan.strip())
    for lama in _rantai(satu):
        _hilangkan(lama, jejak)
    _tunggu_lagi(baris)


def _rantai(satu: Tanggapan) -> list[Tanggapan]:
    """Return an answer with those that it corrects, one after the other."""
    rantai = [satu]
    while lama := rantai[-1].memperbaiki:
        rantai.append(lama)
    return rantai


def _hilangkan(satu: Tanggapan, jejak: Jejak) -> None:
    tulisan = {"isi": satu.isi, "alasan": satu.alasan}
    baru = {nama: HITAM for nama, kata in tulisan.items() if kata}
    hitamkan_baris(jejak=jejak, baris=satu, baru=baru, utuh=True)
    satu.ditarik_pada = sekarang()
    satu.save(update_fields=["ditarik_pada"])


def _tunggu_lagi(baris: Any) -> None:
    """Let it wait again, where no answer of the running clock is left."""
    jawaban = milik(baris).berlaku()
    if baris.belum_puas_pada:
        jawaban = jawaban.filter(dibuat__gte=baris.belum_puas_pada)
    if not jawaban.exists():
        baris.ditanggapi_pada = None
        baris.save(update_fields=["ditanggapi_pada"])


def kunci_hal(hal: Any, *, tampil: bool = True) -> Any:
    """Lock what is answered and return it as it stands now. Raises TidakBisa when it is not public
    any more, unless `tampil` is False."""
    semua = type(hal)._default_manager
    terkunci = semua.select_for_update(of=("self",)).filter(pk=hal.pk)
    baris = terkunci.select_related("proyek").get()
    if tampil and not semua.umum().filter(pk=hal.pk).exists():
        raise TidakBisa(TIADA)
    return baris


def milik(hal: Any) -> Any:
    """Return the answers of `hal`."""
    return Tanggapan.objects.filter(**{hal.jenis_jejak: hal})


def _berlaku(tanggapan: Tanggapan) -> Tanggapan:
    """Return an answer that still stands, under the lock of what it answers."""
    if kini := Tanggapan.objects.berlaku().filter(pk=tanggapan.pk).first():
        return kini
    raise TidakBisa(SUDAH_DIPERBAIKI)


def _simpan(baris: Any, isi: str, oleh: Pengguna, **lain: Any) -> Tanggapan:
    jawaban = Tanggapan(
        isi=isi.strip(),
        oleh=oleh,
        peran=oleh.peran,
        sebagai=jabatan_utama(oleh),
        **{baris.jenis_jejak: baris},
        **lain,
    )
    jawaban.save(force_insert=True)
    return jawaban
