"""The readers of a kiriman after it was sent: the sender decides, officials may only narrow.

Narrowing holds at once. Opening to the public waits for an official who looks at the shown text,
its answers and its photos, whatever was approved before. Until then nothing changes
(docs/keputusan/0009-membuka-untuk-umum.md).
"""

from collections.abc import Iterable

from django.db import transaction

from aspirasi.enums import Aksi, Jangkauan, Status, Tentang
from aspirasi.models import Aspirasi, Lampiran
from aspirasi.sampai import UNTUK_UMUM
from aspirasi.services import pindaian
from aspirasi.services.alur import kunci_baris, kunci_bersama, pastikan_beralasan
from aspirasi.services.foto_umum import catat_foto, terbitkan_foto
from aspirasi.services.langkah import catat_langkah
from aspirasi.services.lingkaran import Perubahan, lingkaran, perubahan_pembaca, yang_berubah
from aspirasi.services.perbaikan import pastikan_tetap, rapikan
from core.berkas import simpan as simpanan
from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.jejak.nomor import nomor_baru
from core.waktu import hari_ini, sekarang
from warga.enums import JenisInstansi
from warga.models import Instansi, Pengguna


@transaction.atomic
def atur(*, aspirasi: Aspirasi, jangkauan: str) -> Aspirasi:
    """Narrow or widen the readers for the sender, or take back a wish to widen.

    Raises TidakBisa when it is about officials (those stay with the kecamatan), was withdrawn
    or erased, or is closed and would be opened to everyone.
    """
    kunci_bersama(aspirasi)
    aspirasi = kunci_baris(aspirasi)
    _pastikan_dapat_diatur(aspirasi, jangkauan)
    dari = aspirasi.jangkauan
    if jangkauan == Jangkauan.PUBLIK and dari != Jangkauan.PUBLIK:
        return _minta_umum(aspirasi)
    if jangkauan == dari and aspirasi.minta_umum_pada is None:
        return aspirasi
    if perubahan_pembaca(aspirasi, jangkauan, aspirasi.tentang) is Perubahan.MENYEMPIT:
        _tutup(aspirasi, jangkauan, aspirasi.tentang)
    _tahan_balasan(aspirasi)
    aspirasi.jangkauan, aspirasi.minta_umum_pada = jangkauan, None
    aspirasi.save()
    catat(objek=aspirasi, aksi=Aksi.JANGKAUAN_DIUBAH, dari=dari, ke=jangkauan)
    return aspirasi


def _pastikan_dapat_diatur(aspirasi: Aspirasi, jangkauan: str) -> None:
    if aspirasi.tentang != Tentang.TIDAK and jangkauan != Jangkauan.KECAMATAN:
        raise TidakBisa("Kiriman tentang petugas hanya dibaca petugas kecamatan, supaya Anda aman.")
    if aspirasi.status == Status.DITARIK or aspirasi.dihapus_pada:
        raise TidakBisa("Kiriman ini sudah ditarik atau dihapus, jadi pembacanya tetap.")
    if jangkauan == Jangkauan.PUBLIK and not (aspirasi.terbuka or aspirasi.terbit):
        raise TidakBisa("Kiriman ini sudah ditutup, jadi tidak dapat lagi dibuka untuk umum.")


def _minta_umum(aspirasi: Aspirasi) -> Aspirasi:
    """Store the wish to open it. After the first look an official looks once more.

    A released kiriman waits for a first look again, but may hold older answers.
    """
    dari = aspirasi.jangkauan
    if aspirasi.diperiksa_pada is None:
        _tahan_balasan(aspirasi)
        aspirasi.jangkauan = Jangkauan.PUBLIK
        aspirasi.save()
        catat(objek=aspirasi, aksi=Aksi.JANGKAUAN_DIUBAH, dari=dari, ke=Jangkauan.PUBLIK)
    elif aspirasi.minta_umum_pada is None:
        aspirasi.minta_umum_pada = sekarang()
        aspirasi.save()
        catat(objek=aspirasi, aksi=Aksi.MINTA_UMUM, dari=dari)
    return aspirasi


def _tahan_balasan(aspirasi: Aspirasi) -> None:
    """Keep unread words that were written for the kecamatan with the kecamatan: no kampung hears of
    them, or may call them read."""
    if aspirasi.balasan_pada and aspirasi.jangkauan == Jangkauan.KECAMATAN:
        aspirasi.ditangani = aspirasi.ditangani or _kecamatan()


def _kecamatan() -> Instansi | None:
    return Instansi.objects.filter(jenis=JenisInstansi.KECAMATAN).order_by("pk").first()


@transaction.atomic
def persempit(
    *, aspirasi: Aspirasi, jangkauan: str, alasan: str, oleh: Pengguna, tentang: str = ""
) -> Aspirasi:
    """Narrow the readers for an official, who says why; `tentang` when it is about officials.

    Raises TidakBisa when the new circle is not narrower, or when the reason is missing.
    """
    kunci_bersama(aspirasi)
    aspirasi = kunci_baris(aspirasi)
    dari = aspirasi.jangkauan
    jangkauan, tentang = lingkaran(jangkauan, tentang or aspirasi.tentang)
    if perubahan_pembaca(aspirasi, jangkauan, tentang) is not Perubahan.MENYEMPIT:
        raise TidakBisa("Petugas hanya boleh mempersempit. Yang memperluas hanya pengirim.")
    pastikan_beralasan(Aksi.DIPERSEMPIT, alasan)
    _tutup(aspirasi, jangkauan, tentang)
    diubah = yang_berubah(aspirasi, jangkauan, tentang)
    aspirasi.jangkauan, aspirasi.tentang = jangkauan, tentang
    aspirasi.minta_umum_pada = None
    aspirasi.save()
    rincian = {"diubah": diubah}
    catat_langkah(
        aspirasi, Aksi.DIPERSEMPIT, oleh, dari, alasan.strip(), rincian, ke=aspirasi.jangkauan
    )
    return aspirasi


@transaction.atomic
def umumkan(
    *,
    aspirasi: Aspirasi,
    isi_publik: str,
    oleh: Pengguna,
    alasan: str = "",
    foto: Iterable[Lampiran] = (),
    sidik: str = "",
) -> Aspirasi:
    """Open to everyone, as its sender asked. The official has looked at the text and chosen photos.

    It gets its number here unless it has one from before. Raises TidakBisa when the sender
    did not ask (any more), the text changed without a reason, or the text that the official looked
    at (`sidik`, of `perbaikan.sidik_tulisan`) was changed meanwhile.
    """
    aspirasi = _yang_diminta(aspirasi)
    pastikan_tetap(aspirasi, sidik)
    isi_publik, judul = rapikan(aspirasi, isi_publik)
    diubah = ["isi"] if isi_publik != aspirasi.isi_publik else []
    if diubah:
        pastikan_berkata(alasan, "Tulis alasan mengapa isinya diubah. Pengirim akan membacanya.")
    dari, aspirasi.jangkauan = aspirasi.jangkauan, Jangkauan.PUBLIK
    aspirasi.minta_umum_pada = None
    aspirasi.isi_publik, aspirasi.judul = isi_publik, judul
    aspirasi.balasan_pada = None  # an official who opens it has read what the sender added
    tampil = terbitkan_foto(aspirasi, foto)
    aspirasi.nomor = aspirasi.nomor or nomor_baru(Aspirasi, hari_ini().year)
    aspirasi.save()
    rincian = {"diubah": diubah}
    catat_langkah(aspirasi, Aksi.DIUMUMKAN, oleh, dari, alasan, rincian, ke=aspirasi.jangkauan)
    catat_foto(aspirasi, tampil, oleh)
    return aspirasi


@transaction.atomic
def tolak_umum(*, aspirasi: Aspirasi, alasan: str, oleh: Pengguna) -> Aspirasi:
    """Refuse to show it to everyone, and say why. Its readers stay as they are."""
    aspirasi = _yang_diminta(aspirasi)
    pastikan_beralasan(Aksi.UMUM_DITOLAK, alasan)
    aspirasi.minta_umum_pada = None
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.UMUM_DITOLAK, oleh, "", alasan.strip(), ke=aspirasi.jangkauan)
    return aspirasi


def _yang_diminta(aspirasi: Aspirasi) -> Aspirasi:
    aspirasi = kunci_baris(aspirasi)
    if aspirasi.minta_umum_pada is None:
        raise TidakBisa("Pengirim tidak (lagi) meminta kiriman ini dibuka untuk umum.")
    if not aspirasi.terbuka:
        raise TidakBisa("Kiriman ini sudah ditutup, jadi tidak dapat lagi dibuka untuk umum.")
    return aspirasi


def _tutup(aspirasi: Aspirasi, jangkauan: str, tentang: str) -> None:
    """Do what follows from fewer readers: photos leave the public, joiners get no more readers than
    it has, and its kampung lets go of it."""
    turunkan_berkas(aspirasi)
    tutup_gabungan(aspirasi, jangkauan, tentang)
    if jangkauan != Jangkauan.KECAMATAN:
        return
    if aspirasi.ditangani and aspirasi.ditangani.kampung_id:
        aspirasi.ditangani = _kecamatan()
    aspirasi.ditugaskan = aspirasi.diambil_oleh = None
    aspirasi.langsung = False


def tutup_gabungan(aspirasi: Aspirasi, jangkauan: str, tentang: str) -> None:
    """Narrow its joiners to these readers. A joiner with a public page of its own keeps it.

    Joiners no longer quote its title: it changes with this act, or not everyone may read it. The
    caller holds the locks.
    """
    aspirasi.gabungan.update(mengutip=False)
    ikut = aspirasi.gabungan.exclude(UNTUK_UMUM)
    for satu in ikut.order_by("pk").select_for_update(of=("self",)):
        _ikut_menyempit(satu, jangkauan, tentang)


def _ikut_menyempit(satu: Aspirasi, jangkauan: str, tentang: str) -> None:
    """Narrow a joined kiriman like its parent. One with fewer readers already stays as it is."""
    if perubahan_pembaca(satu, jangkauan, tentang) is not Perubahan.MENYEMPIT:
        return
    dari, diubah = satu.jangkauan, yang_berubah(satu, jangkauan, tentang)
    satu.jangkauan, satu.tentang = lingkaran(jangkauan, tentang)
    satu.langsung = satu.langsung and satu.jangkauan != Jangkauan.KECAMATAN
    satu.save()
    rincian = {"diubah": diubah}
    catat(objek=satu, aksi=Aksi.IKUT_DIPERSEMPIT, dari=dari, ke=satu.jangkauan, rincian=rincian)


def turunkan_berkas(aspirasi: Aspirasi) -> None:
    """Take its photos and letters from the public. Their public addresses die at commit."""
    pindaian.turunkan(aspirasi)
    for lampiran in aspirasi.lampiran.disetujui().select_related("berkas"):
        simpanan.tarik(lampiran.berkas)
    aspirasi.lampiran.update(disetujui_pada=None)
