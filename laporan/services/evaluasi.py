"""Writing and correcting the evaluation of a finished work."""

from collections.abc import Mapping

from django.db import transaction

from core.galat import TidakBisa, berkata, pastikan_berkata
from core.jejak.catat import catat
from core.waktu import sekarang
from laporan.bacaan.evaluasi import SEMENTARA, belum_dijelaskan, sidik
from laporan.models import Evaluasi
from proyek.bacaan.hasil import dengan_hasil, hasil
from proyek.enums import TAHAP_RAMPUNG
from proyek.laku import Aksi
from proyek.models import Proyek
from proyek.services.kunci import kunci_proyek
from warga.models import Pengguna

BELUM_SELESAI = "Evaluasi ditulis sesudah pekerjaan selesai. Catat dulu bahwa pekerjaannya selesai."
TANPA_PELAJARAN = "Tulis pelajaran dari proyek ini untuk proyek berikutnya."
PERLU_ALASAN = "Tulis mengapa evaluasi ini diperbaiki. Semua orang membacanya."


@transaction.atomic
def tulis_evaluasi(
    *,
    proyek: Proyek,
    isi: Mapping[str, str],
    oleh: Pengguna,
    alasan: str = "",
    dilihat: str | None = None,
) -> Evaluasi:
    """Write it (`isi`: each of `Evaluasi.TULISAN` → words), or correct it with a public reason. The
    same words sent a second time change nothing. The trail keeps which words changed, not the
    words: a correction may take back what must not stay in public.

    Raises TidakBisa while the work is not finished, without a lesson, for a difference from the
    plan without its reason, for a correction without a reason, and when the words are others by now
    than those that the person saw (`dilihat`: `laporan.bacaan.evaluasi.sidik`).
    """
    proyek = kunci_proyek(proyek)
    _pastikan_lengkap(proyek, isi)
    lama = Evaluasi.objects.filter(pk=proyek.pk).first()
    baris = lama or Evaluasi(proyek=proyek)
    berubah = [nama for nama in Evaluasi.TULISAN if getattr(baris, nama) != isi.get(nama, "")]
    if not berubah:
        return baris
    if dilihat and dilihat != sidik(baris):
        raise TidakBisa(SEMENTARA)
    for nama in berubah:
        setattr(baris, nama, isi.get(nama, ""))
    if lama:
        pastikan_berkata(alasan, PERLU_ALASAN)
        baris.diubah = sekarang()
    baris.save(force_insert=lama is None)
    _catat(proyek, berubah, oleh, alasan if lama else None)
    return baris


def _pastikan_lengkap(proyek: Proyek, isi: Mapping[str, str]) -> None:
    if proyek.tahap not in TAHAP_RAMPUNG:
        raise TidakBisa(BELUM_SELESAI)
    if not berkata(isi.get("pelajaran", "")):
        raise TidakBisa(TANPA_PELAJARAN)
    kini = dengan_hasil(Proyek.objects.select_related("jumlah", "evaluasi")).get(pk=proyek.pk)
    if kurang := belum_dijelaskan(hasil(kini), isi):
        raise TidakBisa(f"{kurang[0].kalimat} Tulis sebabnya.")


def _catat(proyek: Proyek, berubah: list[str], oleh: Pengguna, alasan: str | None) -> None:
    """Write it into the trail; without a reason it was the first time."""
    rincian = {"evaluasi": berubah}
    if alasan is None:
        catat(objek=proyek, aksi=Aksi.EVALUASI, oleh=oleh, rincian=rincian)
    else:
        catat(
            objek=proyek,
            aksi=Aksi.EVALUASI_DIPERBAIKI,
            oleh=oleh,
            alasan=alasan,
            rincian=rincian,
        )
