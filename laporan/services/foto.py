"""The photos of a draft: added, looked at by the worker, taken out."""

from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from core.berkas import foto_tertunda
from core.berkas import simpan as simpanan
from core.berkas.foto_tertunda import HasilFoto
from core.berkas.kamar_gelap import Tenggat
from core.berkas.titipan import tandai
from core.galat import TidakBisa
from core.models import Berkas
from laporan.enums import TahapFoto
from laporan.models import Foto, FotoTertunda, LaporanKemajuan
from laporan.services.kunci import kunci_laporan, tolak_bila_terbit

FOTO_TERBANYAK = 20
FOTO_PENUH = f"Satu laporan paling banyak {FOTO_TERBANYAK} foto."
NAMA_TITIPAN = "laporan.foto"  # of photos that wait for a form, and of their marks
PERIKSA_FOTO = "laporan.services.foto.periksa_foto"


def tambah_unggahan(
    *,
    laporan: LaporanKemajuan,
    unggahan: Iterable[UploadedFile],
    kunci: str,
    tahap: int,
    keterangan: str = "",
) -> HasilFoto:
    """Add photos as they were sent to a draft. A photo of the same form (`kunci`) is added once,
    however often and in whatever order the form is sent.

    A photo that takes longer than a request may wait is left to the worker. Call it outside a
    transaction.
    """
    semua = list(unggahan)
    tanda = tandai(f"{NAMA_TITIPAN}.{kunci}", semua)

    def simpan(satu: UploadedFile, urutan: int, sebanyak: int, tenggat: Tenggat) -> bool:
        baris = FotoTertunda(laporan=laporan, urutan=urutan, sebanyak=sebanyak)
        baris.tahap, baris.keterangan = tahap, keterangan
        baris.sidik = tanda[urutan - 1]
        return _satu_unggahan(baris, satu, tenggat)

    return foto_tertunda.satu_satu(semua, simpan)


def _satu_unggahan(baris: FotoTertunda, unggahan: UploadedFile, tenggat: Tenggat) -> bool:
    if _sudah_masuk(baris):
        return False
    hasil = foto_tertunda.simpan_atau_titip(unggahan, tenggat)
    if isinstance(hasil, str):
        baris.nama = hasil
        with foto_tertunda.buang_bila_gagal(hasil):
            _titip(baris)
        return True
    with foto_tertunda.hapus_bila_tidak_bisa(hasil[0]):
        _pasang(baris, hasil[0])
    return False


def _sudah_masuk(baris: FotoTertunda) -> bool:
    """Return whether this photo of this form came in before."""
    laporan = baris.laporan
    menunggu = laporan.foto_tertunda.menunggu().filter(sidik=baris.sidik)
    return laporan.foto.filter(kunci_sekali=baris.sidik).exists() or menunggu.exists()


@transaction.atomic
def _titip(baris: FotoTertunda) -> None:
    _kunci_muat(baris.laporan)
    if _sudah_masuk(baris):
        foto_tertunda.buang_saat_commit(baris.nama)
    else:
        foto_tertunda.antrekan(baris, PERIKSA_FOTO)


@transaction.atomic
def _pasang(baris: FotoTertunda, berkas: Berkas) -> None:
    """Give the draft a decoded photo, in place of the row under which it waited."""
    kunci_laporan(baris.laporan_id)
    if baris.pk:
        foto_tertunda.cabut(baris)
    if not _sudah_masuk(baris):
        tambah_foto(
            laporan=baris.laporan,
            berkas=berkas,
            tahap=baris.tahap,
            keterangan=baris.keterangan,
            kunci_sekali=baris.sidik,
        )


def periksa_foto(pk: int) -> None:
    """Decode a photo that waits and add it to its draft, or keep its refusal (a task)."""
    baris = FotoTertunda.objects.menunggu().select_related("laporan").filter(pk=pk).first()
    if baris:
        foto_tertunda.periksa(baris, lambda berkas: _pasang(baris, berkas))


@transaction.atomic
def buang_tertunda(*, laporan: LaporanKemajuan, ditolak: bool) -> None:
    """Put away the refusals of a draft; with `ditolak` False, give up the waiting photos."""
    semua = laporan.foto_tertunda
    for baris in semua.ditolak() if ditolak else semua.menunggu():
        foto_tertunda.buang_saat_commit(baris.nama)
        baris.delete()


@transaction.atomic
def tambah_foto(
    *,
    laporan: LaporanKemajuan,
    berkas: Berkas,
    tahap: int = TahapFoto.TENGAH,
    keterangan: str = "",
    kunci_sekali: str | None = None,
) -> Foto:
    """Add a stored photo to a draft, and return it. Raises TidakBisa when the draft is published
    or has enough. A photo with the mark `kunci_sekali` that is there already is returned
    instead."""
    kunci_laporan(laporan.pk)
    if kunci_sekali and (ada := laporan.foto.filter(kunci_sekali=kunci_sekali).first()):
        return ada
    foto = Foto(laporan=_kunci_muat(laporan), berkas=berkas, tahap=tahap, keterangan=keterangan)
    foto.kunci_sekali = kunci_sekali
    foto.save(force_insert=True)
    return foto


def _kunci_muat(laporan: LaporanKemajuan) -> LaporanKemajuan:
    """Lock a draft that accepts one photo more. Raises TidakBisa for any other."""
    laporan = kunci_laporan(laporan.pk)
    tolak_bila_terbit(laporan)
    if laporan.foto.count() + laporan.foto_tertunda.menunggu().count() >= FOTO_TERBANYAK:
        raise TidakBisa(FOTO_PENUH)
    return laporan


@transaction.atomic
def hapus_foto(*, laporan: LaporanKemajuan, foto: int) -> None:
    """Remove a photo from a draft, bytes and all. It is no error when it is gone already."""
    laporan = kunci_laporan(laporan.pk)
    tolak_bila_terbit(laporan)
    ada = laporan.foto.select_related("berkas").filter(pk=foto).first()
    if ada:
        ada.delete()
        hapus_tak_dipakai([ada.berkas])


def hapus_tak_dipakai(berkas: Iterable[Berkas]) -> None:
    """Remove files, bytes and all, but those that a published report shows."""
    for satu in berkas:
        if not Foto.objects.filter(berkas=satu).exists():
            simpanan.hapus(satu)
