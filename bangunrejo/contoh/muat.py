"""Loads the whole story once, or not at all."""

from dataclasses import dataclass

from django.db import transaction

from aspirasi.services.kiriman import Terkirim
from bangunrejo.contoh import data
from bangunrejo.contoh.cerita_anggaran import ceritakan_anggaran
from bangunrejo.contoh.cerita_cek import ceritakan_catatan, ceritakan_cek
from bangunrejo.contoh.cerita_ikutan import beri_tahu, ceritakan_ikutan
from bangunrejo.contoh.cerita_kantor import jeda, tunjuk
from bangunrejo.contoh.cerita_lapangan import lihat, umumkan
from bangunrejo.contoh.cerita_malam import catat, per_malam
from bangunrejo.contoh.cerita_mitra import ceritakan_mitra
from bangunrejo.contoh.cerita_musrenbang import ceritakan_musrenbang
from bangunrejo.contoh.cerita_proyek import ceritakan_proyek
from bangunrejo.contoh.cerita_rencana import ceritakan_rencana
from bangunrejo.contoh.cerita_sesudah import ceritakan_lingkungan
from bangunrejo.contoh.cerita_suara import ceritakan_kabar, ceritakan_kiriman, ceritakan_topik
from bangunrejo.contoh.orang import Orang, buat_kampung_contoh, buat_orang
from bangunrejo.contoh.versi import catat_versi, sudah_dimuat
from bangunrejo.contoh.waktu import Kalender
from core.tenggat.hari_kerja import muat_libur
from core.waktu import hari_ini
from proyek.models import Proyek
from warga.models import Kampung, Pengguna

CONTOH_UNTUK_LACAK = "a01"
DILIHAT = "p10"  # the work that the kecamatan looked at in the field


class AdaDataNyata(Exception):
    """The database holds accounts that are not of the demonstration."""


@dataclass(frozen=True)
class Hasil:
    """Facts that a person must be told once: passwords, and one kiriman to track."""

    sandi: dict[str, str]
    kode: str
    pin: str


@transaction.atomic
def muat() -> Hasil | None:
    """Load the story and seal its trail. Return None when it was loaded already.

    Raises AdaDataNyata when people have accounts but no demonstration was loaded:
    demonstration and real data never share a database.
    """
    if sudah_dimuat():
        return None
    if Pengguna.objects.exists():
        raise AdaDataNyata
    tahun = hari_ini().year
    muat_libur(range(tahun - 1, tahun + 2))
    kalender = Kalender(hari_ini())
    buat_kampung_contoh()
    orang = buat_orang(kalender)
    tunjuk(orang, kalender)
    proyek = {d.kode: ceritakan_proyek(d, orang, kalender) for d in data.proyek()}
    jeda(orang, kalender)
    terkirim = _kiriman(proyek, orang, kalender)
    _awasi(proyek, orang, kalender)
    ceritakan_rencana(orang, kalender)
    ceritakan_mitra(orang, kalender)
    ceritakan_anggaran(orang, kalender)
    ceritakan_musrenbang(orang, kalender)
    for topik in data.topik():
        ceritakan_topik(topik, proyek, orang, kalender)
    for kabar in data.kabar():
        ceritakan_kabar(kabar, orang, kalender)
    for lingkungan in data.lingkungan():
        ceritakan_lingkungan(lingkungan, orang, kalender)
    hal = {kode: satu.aspirasi for kode, satu in terkirim.items()} | proyek | _kampung()
    for ikutan in data.ikutan():
        ceritakan_ikutan(ikutan, hal, orang, kalender)
    beri_tahu(kalender)
    catat_versi()
    contoh = terkirim[CONTOH_UNTUK_LACAK]
    return Hasil(orang.sandi, contoh.kode, contoh.pin)


def _kiriman(proyek: dict[str, Proyek], orang: Orang, kalender: Kalender) -> dict[str, Terkirim]:
    """Tell the kiriman, with the nights between them, and return each by its code."""
    terkirim: dict[str, Terkirim] = {}
    for bagian, malam in per_malam(data.kiriman(), kalender):
        for d in bagian:
            terkirim[d.kode] = ceritakan_kiriman(d, proyek, orang, kalender)
        if malam:
            catat(malam)
    return terkirim


def _awasi(proyek: dict[str, Proyek], orang: Orang, kalender: Kalender) -> None:
    """Tell what residents, the BPK Kampung and the kecamatan saw of the works."""
    proyek = {kode: Proyek.objects.get(pk=satu.pk) for kode, satu in proyek.items()}
    lihat(proyek[DILIHAT], orang, kalender)
    for cek in data.cek():
        ceritakan_cek(cek, proyek[cek.proyek], orang, kalender)
    umumkan(kalender)
    for catatan in data.catatan():
        ceritakan_catatan(catatan, proyek[catatan.proyek], orang, kalender)


def _kampung() -> dict[str, Kampung]:
    """Return every kampung by its name."""
    return {kampung.nama: kampung for kampung in Kampung.objects.all()}
