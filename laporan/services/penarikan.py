"""Taking parts of a published report back from the public: words, captions, photos.

The report stays locked, and so do its figures. Who may stands in `laporan.rules`.
"""

from collections.abc import Sequence

from django.db import transaction

from core.berkas.redaksi import Kotak
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.models import Jejak
from core.moderasi.penarikan import (
    catat_penarikan,
    hitam_semua,
    hitamkan_baris,
    pastikan_ada_kata,
    pastikan_sebagian,
    tarik_berkas,
    tutup_berkas,
)
from laporan.enums import Status
from laporan.laku import Aksi
from laporan.models import Foto, LaporanKemajuan
from laporan.services.kunci import kunci_laporan
from proyek.services.kunci import kunci_bersama
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

TULISAN = (
    *("narasi", "kendala", "rencana_tindak_lanjut"),
    *("alasan_tanpa_kemajuan", "alasan_turun", "alasan_perbaikan"),
)
BELUM_TERBIT = "Laporan ini belum terbit. Ubah drafnya, atau hapus fotonya dari draf."
SUDAH_SEBAGIAN = (
    "Sebagian laporan ini sudah dihitamkan, dan kampung hanya dapat melakukannya satu kali. Minta "
    "petugas kecamatan untuk menghitamkan lagi."
)
TERLALU_BANYAK = (
    "Kampung hanya menghitamkan sebagian kecil laporannya. Minta petugas kecamatan untuk "
    "menghitamkan selebihnya."
)
SUDAH_DITARIK = "Laporan ini sudah ditarik seluruhnya. Muat ulang halaman."
FOTO_SUDAH = "Foto ini sudah ditarik rekan Anda. Muat ulang halaman."


def tutup_foto(*, foto: Foto, kotak: Sequence[Kotak], alasan: str, oleh: Pengguna) -> None:
    """Cover parts of a photo of a published report, for good; its reason stays beside it.

    The report itself stays locked: the file gets new bytes under new names. Raises TidakBisa for a
    draft, whose photos are simply removed, without a reason, and when somebody covered the photo
    meanwhile; FotoDitolak when it cannot be decoded or stored now. Call it outside a transaction.
    """

    def tulis() -> Jejak:
        laporan = _kunci(foto.laporan_id)
        for satu in _kembaran(foto):
            jejak = _catat(satu.laporan, Aksi.FOTO_DIHITAMKAN, oleh, alasan)
            catat_penarikan(jejak=jejak, baris=satu, kolom=["berkas"], utuh=False)
        return _catat(laporan, Aksi.FOTO_DIHITAMKAN, oleh, alasan)

    tutup_berkas(baris=foto, kotak=kotak, alasan=alasan, tulis=tulis)


@transaction.atomic
def tarik_foto(*, foto: Foto, alasan: str, oleh: Pengguna) -> None:
    """Take a photo of a published report back from everyone: page, address and previews. Its place
    stays with the reason; the kampung and the kecamatan keep the file. So it is in other revisions
    that show the same file; it leaves their drafts.

    Raises TidakBisa for a draft, without a reason, and when it was taken back before.
    """
    pastikan_beralasan(alasan)
    laporan = _kunci(foto.laporan_id)
    tampil = laporan.foto.tampil().select_related("berkas").filter(pk=foto.pk).first()
    if tampil is None:
        raise TidakBisa(FOTO_SUDAH)
    Foto.objects.filter(berkas=tampil.berkas_id, laporan__status=Status.DRAF).delete()
    for satu in _kembaran(tampil):
        jejak = _catat(satu.laporan, Aksi.FOTO_DITARIK, oleh, alasan)
        catat_penarikan(jejak=jejak, baris=satu, kolom=["berkas"], utuh=True)
    tarik_berkas(jejak=_catat(laporan, Aksi.FOTO_DITARIK, oleh, alasan), baris=tampil)


@transaction.atomic
def tarik_tulisan(
    *, laporan: LaporanKemajuan, kata: Sequence[str], alasan: str, oleh: Pengguna
) -> LaporanKemajuan:
    """Black out these words in a published report and in the captions of its photos, also where
    another revision shows them.

    A kampung does so once, and never most of it: what an office said stays. Raises TidakBisa for
    that, for a draft, without words or a reason, when the reason repeats the words, and when
    nothing changes.
    """
    pastikan_ada_kata(kata)
    laporan = _kunci(laporan.pk)
    semua = Foto.objects.filter(berkas__in=laporan.foto.values("berkas"))
    foto = {f"foto {satu.pk}": satu for satu in semua}
    lama = tulisan(laporan) | {nama: satu.keterangan for nama, satu in foto.items()}
    baru = hitam_semua(lama, kata, alasan)
    if not adalah_kecamatan(oleh):
        pastikan_sebagian(lama, baru, sudah=SUDAH_SEBAGIAN, banyak=TERLALU_BANYAK)
    jejak = _catat(laporan, Aksi.TULISAN_DIHITAMKAN, oleh, alasan)
    for nama in foto.keys() & baru.keys():
        keterangan = {"keterangan": baru.pop(nama)}
        hitamkan_baris(jejak=jejak, baris=foto[nama], baru=keterangan)
    if baru:
        hitamkan_baris(jejak=jejak, baris=laporan, baru=baru)
    return laporan


def tulisan(laporan: LaporanKemajuan) -> dict[str, str]:
    """Return the texts of a report that may be blacked out, by their columns."""
    return {nama: getattr(laporan, nama) for nama in TULISAN}


def _kembaran(foto: Foto) -> list[Foto]:
    """Return the photos of other published revisions that show the same file."""
    lain = Foto.objects.filter(berkas=foto.berkas_id, laporan__status=Status.TERBIT)
    return list(lain.exclude(pk=foto.pk).select_related("laporan"))


def _kunci(pk: int) -> LaporanKemajuan:
    """Lock a published report, and its project before it: no revision with the same photos comes
    out meanwhile. Raises TidakBisa for a draft and for one that was taken back."""
    kunci_bersama(LaporanKemajuan.objects.filter(pk=pk).values_list("proyek", flat=True))
    laporan = kunci_laporan(pk)
    if laporan.status != Status.TERBIT:
        raise TidakBisa(BELUM_TERBIT)
    if not LaporanKemajuan.objects.utuh().filter(pk=pk).exists():
        raise TidakBisa(SUDAH_DITARIK)
    return laporan


def _catat(laporan: LaporanKemajuan, aksi: str, oleh: Pengguna, alasan: str) -> Jejak:
    return catat(objek=laporan, aksi=aksi, oleh=oleh, alasan=alasan.strip())
