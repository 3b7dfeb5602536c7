"""An offer from its sending to the decision: code and PIN, words, the check, agreed or not."""

from dataclasses import dataclass

from django.db import transaction

from aspirasi.kode import kode_dari, pin_dari, sidik_pin
from aspirasi.services.kiriman import VERSI_PERSETUJUAN
from core.formulir import sekali
from core.galat import TidakBisa, pastikan_beralasan, pastikan_berkata
from core.jejak.catat import catat
from core.tenggat import jam
from core.waktu import hari_ini
from mitra.enums import HARI_JAWAB, HARI_PUTUS, JenisBantuan
from mitra.laku import Aksi
from mitra.models import KataTawaran, Penawar, Tawaran
from mitra.services.kunci import kunci_tawaran, pindahkan
from warga.models import Kampung, Pengguna

PERLU_PERIKSA = "Tulis dulu apa yang diperiksa, misalnya: ditelepon, alamat kantornya ada."
PERLU_KAMPUNG = "Pilih kampung yang akan menerimanya."
LAIN_KAMPUNG = "Tawaran ini untuk kebutuhan atau proyek satu kampung. Kampungnya tidak diganti."
TUTUP = "Tawaran ini sudah ditutup, jadi keterangan tidak dapat ditambahkan."
KATA_TERBANYAK = 40
BANYAK = "Sudah terlalu banyak keterangan. Hubungi kantor kecamatan."


@dataclass(frozen=True)
class Terkirim:
    """A stored offer; `baru` is False when the same form made it before."""

    tawaran: Tawaran
    baru: bool


@transaction.atomic
def tawarkan(*, tawaran: Tawaran, penawar: Penawar, kunci: str) -> Terkirim:
    """Store an unsaved offer and its contact. The same key twice gives the first one again."""
    sidik = sekali.sidik(kunci)
    sekali.tunggu_giliran(sidik)
    if lama := Tawaran.objects.filter(kunci_sekali=sidik).first():
        return Terkirim(lama, baru=False)
    tawaran.kode, tawaran.kunci_sekali = kode_dari(kunci), sidik
    tawaran.pin_hash = sidik_pin(pin_dari(kunci), tawaran.kode)
    _tempatkan(tawaran)
    jam.mulai(tawaran, HARI_JAWAB)
    tawaran.save(force_insert=True)
    penawar.tawaran, penawar.versi_persetujuan = tawaran, VERSI_PERSETUJUAN
    penawar.save(force_insert=True)
    # The trail names no person: `Penawar` alone does.
    catat(objek=tawaran, aksi=Aksi.DIAJUKAN, ke=tawaran.status)
    return Terkirim(tawaran, baru=True)


def _tempatkan(tawaran: Tawaran) -> None:
    """Take project and kampung from the need, or the kampung from the project."""
    if tawaran.kebutuhan:
        tawaran.proyek = tawaran.kebutuhan.proyek
        tawaran.kampung = tawaran.kebutuhan.kampung
    elif tawaran.proyek:
        tawaran.kampung = tawaran.proyek.kampung
    if tawaran.jenis == JenisBantuan.UANG:
        tawaran.satuan = "rupiah" if tawaran.jumlah else ""


@transaction.atomic
def tambah_kata(
    *, tawaran: Tawaran, isi: str, kunci_sekali: str, oleh: Pengguna | None = None
) -> KataTawaran:
    """Add words of the offerer, or of an official (`oleh`), whose first words are the first answer.

    Raises TidakBisa when it is closed, or when there are very many.
    """
    tawaran = kunci_tawaran(tawaran)
    if not (tawaran.terbuka or tawaran.umum):
        raise TidakBisa(TUTUP)
    if tawaran.kata.count() >= KATA_TERBANYAK:
        raise TidakBisa(BANYAK)
    if oleh and tawaran.jatah_hari == HARI_JAWAB:
        _terjawab(tawaran)
    kata = KataTawaran.objects.create(
        tawaran=tawaran, isi=isi.strip(), oleh=oleh, kunci_sekali=kunci_sekali
    )
    catat(objek=tawaran, aksi=Aksi.DITANYA if oleh else Aksi.DITAMBAH, oleh=oleh)
    return kata


def _terjawab(tawaran: Tawaran) -> None:
    """Let the clock run on from the day of the offer to the decision."""
    jam.mulai(tawaran, HARI_PUTUS, awal=tawaran.langkah_mulai)
    tawaran.save()


@transaction.atomic
def periksa(
    *, tawaran: Tawaran, kampung: Kampung | None, diperiksa: str, oleh: Pengguna
) -> Tawaran:
    """Say what was checked, and hand the offer to a kampung. Raises TidakBisa without either."""
    pastikan_berkata(diperiksa, PERLU_PERIKSA)
    tawaran = kunci_tawaran(tawaran)
    pindahkan(tawaran, Aksi.DIVERIFIKASI)
    tetap = tawaran.kebutuhan_id or tawaran.proyek_id
    if tetap and kampung and kampung != tawaran.kampung:
        raise TidakBisa(LAIN_KAMPUNG)
    tawaran.kampung = kampung or tawaran.kampung
    if tawaran.kampung is None:
        raise TidakBisa(PERLU_KAMPUNG)
    tawaran.diperiksa, tawaran.diperiksa_pada = diperiksa.strip(), hari_ini()
    jam.mulai(tawaran, HARI_PUTUS, awal=tawaran.langkah_mulai)
    tawaran.save()
    catat(objek=tawaran, aksi=Aksi.DIVERIFIKASI, oleh=oleh, alasan=tawaran.diperiksa)
    return tawaran


@transaction.atomic
def tolak(*, tawaran: Tawaran, alasan: str, oleh: Pengguna) -> Tawaran:
    """Refuse an offer. The offerer reads the reason. Raises TidakBisa without one."""
    pastikan_beralasan(alasan)
    tawaran = kunci_tawaran(tawaran)
    pindahkan(tawaran, Aksi.DITOLAK)
    jam.mulai(tawaran, None)
    tawaran.save()
    catat(objek=tawaran, aksi=Aksi.DITOLAK, oleh=oleh, alasan=alasan.strip())
    return tawaran


@transaction.atomic
def tarik(*, tawaran: Tawaran, alasan: str) -> Tawaran:
    """Take an offer back, as its offerer may until something of it arrived."""
    tawaran = kunci_tawaran(tawaran)
    pindahkan(tawaran, Aksi.DITARIK)
    jam.mulai(tawaran, None)
    tawaran.save()
    catat(objek=tawaran, aksi=Aksi.DITARIK, alasan=alasan.strip())
    return tawaran
