"""Scans of the papers behind a decision: they may come later, and a wrong one is taken down."""

from collections.abc import Sequence

from django.db import transaction

from core.berkas import simpan as simpanan
from core.berkas.redaksi import Kotak
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.models import Berkas, Jejak
from core.moderasi.penarikan import tarik_berkas, tutup_berkas
from core.waktu import sekarang
from proyek.laku import Aksi
from proyek.models import Keputusan, PindaianKeputusan
from proyek.services.keputusan import kunci_keputusan
from proyek.services.sikap import umumkan
from warga.models import Pengguna

TERBANYAK = 20
PENUH = f"Satu keputusan memuat paling banyak {TERBANYAK} pindaian. Gabungkan menjadi satu PDF."
DIRALAT = (
    "Keputusan ini sudah diralat sebelum terbuka untuk umum, jadi tidak dibuka lagi. Unggah "
    "pindaiannya pada ralatnya, {}."
)
SUDAH = "Pindaian ini sudah ditarik. Muat ulang halaman."


@transaction.atomic
def unggah(*, pindaian: PindaianKeputusan, oleh: Pengguna) -> PindaianKeputusan:
    """Add an unsaved scan, with its stored file, to its decision.

    The scan of one that waits for its kakam makes it public, unless the kakam contests it. Raises
    TidakBisa when there are too many, when a ralat took its place while it waited, and when its
    project can no longer follow the decision.
    """
    keputusan = kunci_keputusan(pindaian.keputusan)
    if keputusan.pindaian.filter(ditarik_pada=None).count() >= TERBANYAK:
        raise TidakBisa(PENUH)
    if not keputusan.umum:
        _pastikan_belum_diganti(keputusan)
    disanggah = hasattr(keputusan, "sikap") and keputusan.sikap.disanggah
    if not disanggah or keputusan.umum:
        simpanan.terbitkan(pindaian.berkas)
    pindaian.keputusan, pindaian.diunggah_oleh = keputusan, oleh
    pindaian.save(force_insert=True)
    rincian = {"pindaian": pindaian.get_jenis_display()}
    catat(objek=keputusan, aksi=Aksi.PINDAIAN, oleh=oleh, rincian=rincian)
    if not (keputusan.umum or disanggah):
        umumkan(keputusan, oleh)
    return pindaian


def _pastikan_belum_diganti(keputusan: Keputusan) -> None:
    baru = Keputusan.objects.filter(menggantikan=keputusan).values_list("nomor", flat=True).first()
    if baru:
        raise TidakBisa(DIRALAT.format(baru))


@transaction.atomic
def tarik_pindaian(
    *, pindaian: PindaianKeputusan, alasan: str, oleh: Pengguna, pengganti: Berkas | None = None
) -> PindaianKeputusan:
    """Take a scan down; its public file goes with this act, and the reason stands in its place.
    `pengganti` is the stored file that takes its place.

    Raises TidakBisa without a reason, and when it is down already.
    """
    pastikan_beralasan(alasan)
    keputusan = kunci_keputusan(pindaian.keputusan)
    pindaian = keputusan.pindaian.select_related("berkas").get(pk=pindaian.pk)
    if pindaian.ditarik_pada:
        raise TidakBisa(SUDAH)
    jejak = catat(objek=keputusan, aksi=Aksi.PINDAIAN_DITARIK, oleh=oleh, alasan=alasan.strip())
    tarik_berkas(jejak=jejak, baris=pindaian)
    pindaian.ditarik_pada = sekarang()
    pindaian.save(update_fields=["ditarik_pada"])
    if pengganti:
        kata = {"jenis": pindaian.jenis, "keterangan": pindaian.keterangan}
        unggah(pindaian=PindaianKeputusan(keputusan=keputusan, berkas=pengganti, **kata), oleh=oleh)
    return pindaian


def tutup_pindaian(
    *, pindaian: PindaianKeputusan, kotak: Sequence[Kotak], alasan: str, oleh: Pengguna
) -> None:
    """Cover parts of a scan that is a photo, for good; the reason stays beside it.

    Raises TidakBisa without a reason, when it was taken down, and when somebody covered it
    meanwhile; FotoDitolak when it cannot be decoded or stored now. Call it outside a transaction.
    """

    def tulis() -> Jejak:
        keputusan = kunci_keputusan(pindaian.keputusan)
        if keputusan.pindaian.get(pk=pindaian.pk).ditarik_pada:
            raise TidakBisa(SUDAH)
        return catat(objek=keputusan, aksi=Aksi.PINDAIAN_DITUTUP, oleh=oleh, alasan=alasan.strip())

    tutup_berkas(baris=pindaian, kotak=kotak, alasan=alasan, tulis=tulis)
