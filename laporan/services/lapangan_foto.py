"""Photos of a look in the field: they wait under the key of the form, become public with the
result, and can be covered in parts or taken back.
"""

from collections.abc import Sequence

from django.db import transaction

from core.berkas import simpan as simpanan
from core.berkas.redaksi import Kotak
from core.berkas.simpan import hapus
from core.berkas.titipan import Titipan
from core.formulir.sekali import sidik, tunggu_giliran
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.models import Berkas, Jejak
from core.moderasi.penarikan import hitamkan_hal, tarik_berkas, tutup_berkas
from core.waktu import sekarang
from laporan.bacaan.lapangan import tulisan_lapangan
from laporan.laku import AksiLapangan
from laporan.models import FotoLapangan, PemeriksaanLapangan
from laporan.services.lapangan import BELUM_DICATAT, kunci_lapangan
from warga.models import Pengguna

FOTO_TERBANYAK = 10
PENUH = f"Satu pemeriksaan memuat paling banyak {FOTO_TERBANYAK} foto."
SUDAH = "Foto ini sudah ditarik. Muat ulang halaman."
TITIPAN = Titipan("laporan.lapangan", FOTO_TERBANYAK, PENUH)


@transaction.atomic
def lekatkan(*, kunci: str, pemeriksaan: PemeriksaanLapangan, oleh: Pengguna) -> int:
    """Give a recorded look the photos that waited for its form, each once, and return how many.
    They are public at once; those that are too many are deleted. Raises TidakBisa before there is a
    result."""
    tunggu_giliran(sidik(TITIPAN.untuk(kunci)))
    baris = kunci_lapangan(pemeriksaan)
    if baris.dicatat_pada is None:
        raise TidakBisa(BELUM_DICATAT)
    baru = 0

    def beri(berkas: Berkas) -> None:
        nonlocal baru
        if baris.foto.tampil().count() >= FOTO_TERBANYAK:
            raise TidakBisa(PENUH)
        tanda = berkas.asal or None
        if tanda and FotoLapangan.objects.filter(kunci_sekali=tanda).exists():
            hapus(berkas)  # the form was sent twice
            return
        simpanan.terbitkan(berkas)
        foto = FotoLapangan(pemeriksaan=baris, berkas=berkas)
        foto.kunci_sekali = tanda
        foto.save(force_insert=True)
        baru += 1

    TITIPAN.lekatkan(kunci=kunci, beri=beri)
    if baru:
        catat(objek=baris, aksi=AksiLapangan.FOTO_DITAMBAH, oleh=oleh)
    return baru


def tutup_foto(*, foto: FotoLapangan, kotak: Sequence[Kotak], alasan: str, oleh: Pengguna) -> None:
    """Cover parts of a photo, for good; the reason stays beside it. Raises as
    `core.moderasi.penarikan.tutup_berkas`. Call it outside a transaction."""

    def tulis() -> Jejak:
        baris = _kunci_tampil(foto)
        return catat(
            objek=baris, aksi=AksiLapangan.FOTO_DIHITAMKAN, oleh=oleh, alasan=alasan.strip()
        )

    tutup_berkas(baris=foto, kotak=kotak, alasan=alasan, tulis=tulis)


@transaction.atomic
def tarik_foto(*, foto: FotoLapangan, alasan: str, oleh: Pengguna) -> None:
    """Take a photo back from everyone; the reason stands in its place. Raises TidakBisa without a
    reason, and when it was taken back before."""
    pastikan_beralasan(alasan)
    baris = _kunci_tampil(foto)
    jejak = catat(objek=baris, aksi=AksiLapangan.FOTO_DITARIK, oleh=oleh, alasan=alasan.strip())
    tarik_berkas(jejak=jejak, baris=foto)
    foto.ditarik_pada = sekarang()
    foto.save(update_fields=["ditarik_pada"])


@transaction.atomic
def tarik_tulisan(
    *, pemeriksaan: PemeriksaanLapangan, kata: Sequence[str], alasan: str, oleh: Pengguna
) -> None:
    """Black out these words about a look: in its reason, its results, the answers of the kampung,
    and the reasons in its trail. Raises TidakBisa as `core.moderasi.penarikan.hitamkan_hal`."""
    baris = kunci_lapangan(pemeriksaan)
    hitamkan_hal(
        objek=baris,
        baris=tulisan_lapangan(baris),
        kata=kata,
        alasan=alasan,
        aksi=AksiLapangan.DIHITAMKAN,
        oleh=oleh,
    )


def _kunci_tampil(foto: FotoLapangan) -> PemeriksaanLapangan:
    baris = kunci_lapangan(foto.pemeriksaan)
    if not baris.foto.tampil().filter(pk=foto.pk).exists():
        raise TidakBisa(SUDAH)
    return baris
