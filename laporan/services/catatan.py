"""Notes of the BPK Kampung: written for everyone to read, and corrected in further rows.

Who may stands in `laporan.rules`. The office that is concerned hears at once, and has its clock.
"""

from typing import Any

from django.db import transaction

from core.berkas import simpan as simpanan
from core.formulir.sekali import satu_kali
from core.galat import TidakBisa, pastikan_beralasan, pastikan_berkata
from core.jejak.catat import catat
from core.models import Berkas
from laporan.bacaan.kantor import jabatan_utama
from laporan.laku import AksiCatatan
from laporan.models import (
    CatatanPengawasan,
    LampiranCatatan,
    LaporanKemajuan,
    PerbaikanCatatan,
)
from laporan.services.surat_tanggapan import surati_penanggap
from proyek.models import Keputusan, Proyek
from proyek.services.kunci import kunci_bersama
from warga.models import Pengguna

LAMPIRAN_TERBANYAK = 10
KOSONG = "Tulis catatannya. Semua orang membacanya."
TIADA = "Yang dicatat sudah tidak tampil untuk umum. Muat ulang halaman untuk membaca sebabnya."
DITARIK = "Catatan ini sudah ditarik. Muat ulang halaman."
PENUH = f"Satu catatan memuat paling banyak {LAMPIRAN_TERBANYAK} foto atau pindaian."


@transaction.atomic
def tulis(
    *, hal: Any, isi: str, oleh: Pengguna, kunci: str, lampiran: Berkas | None = None
) -> CatatanPengawasan:
    """Write a note about a project, a report or a decision. The form with this one-time key writes
    one; `lampiran` is its stored file, which everyone may open.

    Raises TidakBisa without words, and when what it is about is not public any more.
    """
    pastikan_berkata(isi, KOSONG)

    def buat(sidik: str) -> CatatanPengawasan:
        catatan = CatatanPengawasan(
            kampung_id=hal.kampung_id,
            isi=isi.strip(),
            penulis=oleh,
            sebagai=jabatan_utama(oleh),
            kunci_sekali=sidik,
            **_tentang(hal),
        )
        catatan.mulai_ditunggu()
        catatan.save(force_insert=True)
        catat(objek=catatan, aksi=AksiCatatan.DITULIS, oleh=oleh)
        if lampiran:
            _lampirkan(catatan, lampiran, oleh)
        surati_penanggap(catatan)
        return catatan

    return satu_kali(CatatanPengawasan.objects.filter(penulis=oleh), kunci, buat)[0]


def _tentang(hal: Any) -> dict[str, Any]:
    """Return the keys of a new note, under the lock of the project, so that nothing of it is taken
    back meanwhile. Raises TidakBisa for what is not public."""
    if isinstance(hal, Keputusan):
        if hal.proyek_id:
            kunci_bersama([hal.proyek_id])
        semua: Any = Keputusan.objects.terbit()
        isi: dict[str, Any] = {"keputusan": hal, "proyek": hal.proyek}
    elif isinstance(hal, LaporanKemajuan):
        kunci_bersama([hal.proyek_id])
        semua, isi = LaporanKemajuan.objects.utuh(), {"laporan": hal, "proyek": hal.proyek}
    else:
        kunci_bersama([hal.pk])
        semua, isi = type(hal).objects.berlaku(), {"proyek": hal}
    if not semua.filter(pk=hal.pk).exists():
        raise TidakBisa(TIADA)
    return isi


@transaction.atomic
def perbaiki(
    *, catatan: CatatanPengawasan, isi: str, alasan: str, oleh: Pengguna
) -> PerbaikanCatatan | None:
    """Say it in other words, with a public reason. The words of before stay readable, and the clock
    runs on. The same words change nothing, and None is returned. Raises TidakBisa without words or
    a reason, and when the note was taken back."""
    pastikan_berkata(isi, KOSONG)
    catatan = kunci_catatan(catatan)
    terakhir = catatan.perbaikan.last()
    if (terakhir.isi if terakhir else catatan.isi) == isi.strip():
        return None
    pastikan_beralasan(alasan)
    baru = PerbaikanCatatan(catatan=catatan, isi=isi.strip(), alasan=alasan.strip(), oleh=oleh)
    baru.save(force_insert=True)
    catat(objek=catatan, aksi=AksiCatatan.DIPERBAIKI, oleh=oleh, alasan=alasan.strip())
    return baru


@transaction.atomic
def tambah_lampiran(
    *, catatan: CatatanPengawasan, berkas: Berkas, oleh: Pengguna, kunci: str
) -> LampiranCatatan:
    """Add a stored photo or scan, which becomes public. Raises TidakBisa when the note has enough
    or was taken back, and when the file cannot be published now."""

    def buat(sidik: str) -> LampiranCatatan:
        return _lampirkan(kunci_catatan(catatan), berkas, oleh, sidik)

    return satu_kali(catatan.lampiran.all(), kunci, buat)[0]


def _lampirkan(
    catatan: CatatanPengawasan, berkas: Berkas, oleh: Pengguna, sidik: Any = None
) -> LampiranCatatan:
    if catatan.lampiran.filter(ditarik_pada__isnull=True).count() >= LAMPIRAN_TERBANYAK:
        raise TidakBisa(PENUH)
    simpanan.terbitkan(berkas)
    baru = LampiranCatatan(catatan=catatan, berkas=berkas, oleh=oleh, kunci_sekali=sidik)
    baru.save(force_insert=True)
    catat(objek=catatan, aksi=AksiCatatan.LAMPIRAN, oleh=oleh)
    return baru


def kunci_catatan(catatan: CatatanPengawasan) -> CatatanPengawasan:
    """Lock a note, after its project if it has one, and return it as it stands now. Raises
    TidakBisa when it was taken back."""
    proyek = Proyek.objects.select_for_update(of=("self",), no_key=True)
    proyek.filter(pk=catatan.proyek_id).first()
    semua = CatatanPengawasan.objects.select_related("kampung", "proyek", "laporan", "keputusan")
    kini = semua.select_for_update(of=("self",)).get(pk=catatan.pk)
    if kini.ditarik_pada:
        raise TidakBisa(DITARIK)
    return kini
