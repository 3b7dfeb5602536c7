"""A check by a resident: written, corrected, and taken back by whoever wrote it.

The acts name no account: what officials read in a trail tells nobody who wrote.
"""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Q

from core.berkas.simpan import hapus
from core.formulir.sekali import pastikan_belum, tunggu_giliran
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.jejak.sql import HITAM
from core.models import Penarikan
from core.moderasi.penarikan import hitamkan_baris
from core.moderasi.tampil import selaraskan_berkas
from core.samar import samarkan
from core.tenggat import jam
from core.waktu import sekarang
from laporan.enums import DariCek, Penanggap, Penilaian
from laporan.laku import AksiCek
from laporan.models import BelumPuas, CekWarga, LaporanKemajuan
from laporan.models.cek import ISI_TERPANJANG
from laporan.models.tentang import TAHAP_DICEK, Tentang
from laporan.services.lapangan import wajibkan
from proyek.enums import Pencatat
from proyek.models import Proyek
from warga.models import Pengguna

BELUM = (
    "Pekerjaannya belum dimulai, jadi belum ada yang dapat dicek. Untuk bertanya tentang "
    "rencananya, pakai “Tanya atau laporkan”."
)
DITARIK = "Laporan ini sudah ditarik, jadi tidak dapat dicek lagi. Cek proyeknya saja."
SUDAH_DITARIK = "Cek ini sudah Anda tarik. Tulis cek baru bila perlu."


@dataclass(frozen=True)
class IsianCek:
    """A check as it was typed. `hapus_foto` are the keys of photos that go; `foto_baru` says that
    photos follow (`laporan.services.cek_foto`)."""

    penilaian: str
    isi: str = ""
    foto_umum: bool = False
    hapus_foto: list[int] = field(default_factory=list)
    foto_baru: bool = False


@transaction.atomic
def cek(
    *,
    tentang: Tentang,
    isian: IsianCek,
    oleh: Pengguna | None,
    milik: int | None = None,
    sidik: str | None = None,
) -> CekWarga:
    """Write a check, or correct the one that this person wrote before about the same: the account's
    own, or the row `milik` that a visitor's browser remembers. `sidik` is the fingerprint of the
    form.

    Without a proven account it is held until it is read. Raises TidakBisa where nothing can be
    checked (yet), and for a form that was used elsewhere.
    """
    if sidik:
        tunggu_giliran(sidik)
    _kunci(tentang)
    lama = cek_sendiri(tentang, oleh, milik) or _dari_formulir(tentang, oleh, sidik)
    if lama is not None:
        return _perbaiki(lama, isian)
    return _tulis(tentang, isian, oleh, sidik)


@transaction.atomic
def tarik(*, cek: CekWarga) -> CekWarga:
    """Take a check back for its sender: its words and photos go for good, and where others had read
    it, a trace of it stays. Once more does nothing."""
    cek = _terkunci(cek.pk)
    if cek.ditarik_pada:
        return cek
    _hapus_foto(cek, cek.foto.all())
    cek.isi = cek.isi_publik = ""
    cek.ditahan, cek.ditahan_sejak = False, None
    cek.ditarik_pada = sekarang()
    cek.save()
    jejak = catat(objek=cek, aksi=AksiCek.DITARIK)
    for kata in BelumPuas.objects.filter(cek=cek):  # the sender's words, too
        hitamkan_baris(jejak=jejak, baris=kata, baru={"isi": HITAM}, utuh=True)
    return cek


def kosongkan_akun(*, pengguna: Pengguna, oleh: Pengguna) -> None:
    """Take back the checks of an account that is emptied which nobody reads yet: held ones, and
    those that were hidden, whose sender can read no reason any more. Those that everybody reads
    stay: they name nobody (setting PENGOSONGAN)."""
    belum = CekWarga.objects.filter(penulis=pengguna, ditarik_pada__isnull=True)
    for satu in belum.filter(Q(ditahan=True) | Q(disembunyikan=True)).order_by("pk"):
        tarik(cek=satu)


def cek_sendiri(tentang: Tentang, oleh: Any, milik: int | None) -> CekWarga | None:
    """Return what this person wrote about it and did not take back: the account's, or for a visitor
    the row `milik`."""
    semua = CekWarga.objects.filter(
        proyek=tentang.proyek, laporan=tentang.laporan, ditarik_pada__isnull=True
    )
    if oleh is not None:
        return semua.filter(penulis=oleh).first()
    return semua.filter(pk=milik, penulis=None).first() if milik else None


def terbitkan(cek: CekWarga) -> None:
    """Let everybody read it from now on, and begin the clock of its answer, where it asks for one;
    saves it. `sesuai` asks for none, and what was answered has had it. The third "tidak sesuai"
    obliges the kecamatan to look in the field."""
    cek.ditahan, cek.ditahan_sejak = False, None
    cek.terbit_pada = cek.terbit_pada or sekarang()
    if cek.ditanggapi_pada is None and cek.belum_puas_pada is None:
        _jam(cek)
    cek.save()
    selaraskan_berkas(cek)
    if cek.penilaian == Penilaian.TIDAK_SESUAI and cek.dari == DariCek.TERBUKTI:
        wajibkan(cek.proyek)


def _jam(cek: CekWarga) -> None:
    if cek.penilaian == Penilaian.SESUAI:
        jam.mulai(cek, None)
    elif cek.tenggat is None:
        cek.mulai_ditunggu()


def tahan(cek: CekWarga) -> None:
    """Hold it until the kecamatan reads it, and save it; one that was hidden waits, too."""
    if not cek.ditahan:
        cek.ditahan_sejak = sekarang()
    cek.ditahan, cek.disembunyikan = True, False
    cek.alasan_sembunyi, cek.disembunyikan_pada, cek.disembunyikan_oleh_id = "", None, None
    cek.save()
    selaraskan_berkas(cek)


def pastikan_dapat_dicek(tentang: Tentang) -> None:
    """Raise TidakBisa where there is nothing to check (any more)."""
    if tentang.laporan is None and tentang.proyek.tahap not in TAHAP_DICEK:
        raise TidakBisa(BELUM)
    if (
        tentang.laporan
        and not LaporanKemajuan.objects.utuh().filter(pk=tentang.laporan.pk).exists()
    ):
        raise TidakBisa(DITARIK)


def _kunci(tentang: Tentang) -> None:
    """Lock the project, so that two checks of one person meet."""
    Proyek.objects.select_for_update(no_key=True).get(pk=tentang.proyek.pk)
    pastikan_dapat_dicek(tentang)


def _terkunci(pk: int) -> CekWarga:
    return CekWarga.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)


def _dari_formulir(tentang: Tentang, oleh: Pengguna | None, sidik: str | None) -> CekWarga | None:
    """Return the check that this very form stored before: a second send corrects it."""
    if sidik is None:
        return None
    semua = CekWarga.objects.filter(proyek=tentang.proyek, laporan=tentang.laporan, penulis=oleh)
    ada = semua.filter(kunci_sekali=sidik).first()
    if ada is None:
        pastikan_belum(CekWarga, sidik)
    elif ada.ditarik_pada:
        raise TidakBisa(SUDAH_DITARIK)
    return ada


def _tulis(tentang: Tentang, isian: IsianCek, oleh: Pengguna | None, sidik: str | None) -> CekWarga:
    kecamatan = tentang.proyek.pembuka == Pencatat.KECAMATAN
    asal: dict[str, Any] = {"proyek": tentang.proyek, "laporan": tentang.laporan, "penulis": oleh}
    baru = CekWarga(**asal | {"kunci_sekali": sidik})
    baru.penanggap = Penanggap.KECAMATAN if kecamatan else Penanggap.KAMPUNG
    _isi(baru, isian)
    _asal(baru)
    if baru.dari == DariCek.TERBUKTI and not pernah_ditutup(baru):
        terbitkan(baru)
    else:
        tahan(baru)
    catat(objek=baru, aksi=AksiCek.DITULIS)
    return baru


def pernah_ditutup(cek: CekWarga) -> bool:
    """Return whether words of this account about this project were hidden or made black: taking
    them back and writing them anew, or elsewhere, is no way around the reading."""
    lama = CekWarga.objects.filter(penulis=cek.penulis_id, proyek=cek.proyek_id)
    if lama.filter(disembunyikan=True).exists():
        return True
    hitam = Penarikan.objects.filter(tabel=CekWarga._meta.db_table, baris__in=lama.values("pk"))
    return bool(hitam.exists())


def _perbaiki(lama: CekWarga, isian: IsianCek) -> CekWarga:
    """Correct a check. It is read (again) where its writer is not proven, and where something of it
    was hidden or blacked out before."""
    cek = _terkunci(lama.pk)
    if cek.ditarik_pada:  # its sender took it back in another window meanwhile
        raise TidakBisa(SUDAH_DITARIK)
    dihapus = cek.foto.filter(pk__in=isian.hapus_foto)
    sebelum = (cek.penilaian, cek.isi, cek.foto_umum)
    dari, hitam = cek.penilaian, HITAM in cek.isi_publik
    _isi(cek, isian)
    berubah = (cek.penilaian, cek.isi, cek.foto_umum) != sebelum or isian.foto_baru
    if not (berubah or dihapus.exists()):
        return lama
    _hapus_foto(cek, dihapus)
    _asal(cek)
    baca_lagi = cek.dari != DariCek.TERBUKTI or hitam or cek.menunggu or cek.disembunyikan
    if cek.terbit_pada:
        cek.diperbaiki_pada = sekarang()
    (tahan if baca_lagi else terbitkan)(cek)
    catat(objek=cek, aksi=AksiCek.DIPERBAIKI, dari=dari, ke=cek.penilaian)
    return cek


def _isi(cek: CekWarga, isian: IsianCek) -> None:
    cek.penilaian, cek.isi = isian.penilaian, isian.isi
    cek.isi_publik = samarkan(isian.isi)[:ISI_TERPANJANG]  # masks may be longer
    # The photos of the other two kinds are for everybody, as the form says.
    cek.foto_umum = isian.foto_umum or isian.penilaian != Penilaian.TIDAK_SESUAI


def _asal(cek: CekWarga) -> None:
    """Note what account stands behind it now; a proven one speaks for its kampung."""
    oleh = cek.penulis
    if oleh is None:
        cek.dari, cek.kampung = DariCek.TANPA_AKUN, None
    elif oleh.kontak_terbukti:
        cek.dari, cek.kampung = DariCek.TERBUKTI, oleh.kampung
    else:
        cek.dari, cek.kampung = DariCek.AKUN, None


def _hapus_foto(cek: CekWarga, foto: Any) -> None:
    for satu in foto.select_related("berkas"):
        satu.delete()
        hapus(satu.berkas)
