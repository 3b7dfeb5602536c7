"""Publishing a report: what it still lacks, its number, its lock, its spending in the ledger."""

from django.db import transaction

from core.berkas import simpan as simpanan
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.jejak.nomor import nomor_baru
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini, sekarang
from laporan.bacaan.draf import sidik_draf
from laporan.bacaan.penerbit import sebagai
from laporan.enums import Status
from laporan.laku import Aksi
from laporan.models import LaporanKemajuan
from laporan.services import jadwal, menyusul
from laporan.services.kunci import kunci_laporan, tolak_bila_terbit
from laporan.services.penerbit import kabari_terbit
from laporan.services.perbaikan import yang_berlaku
from laporan.services.tulis import nomor_serentang, tolak_lebih_dari_anggaran
from proyek import laku as proyek_laku
from proyek.services.belanja import kunci_sumber, tulis_belanja
from proyek.services.kunci import kunci_bersama
from proyek.services.uang import kunci_jumlah
from warga.models import Pengguna

BERUBAH = (
    "Draf ini baru saja diubah sesudah Anda membukanya, jadi belum diterbitkan. Periksa isinya "
    "yang sekarang, lalu terbitkan."
)
BELANJA_SUDAH = (
    "Belanja laporan yang diperbaiki sudah diisi {hari}, sesudah draf ini dibuat. Ubah drafnya: "
    "hapus centang “menyusul”, lalu tulis angkanya."
)


@transaction.atomic
def terbitkan(*, laporan: LaporanKemajuan, oleh: Pengguna, dilihat: str = "") -> LaporanKemajuan:
    """Publish a draft: number it, lock it, make its photos public, and write its spending into the
    ledger.

    Raises TidakBisa when it was deleted meanwhile, when it lacks a photo (unless there was no
    progress), when one still waits for its verdict, when the percent fell without a reason, when
    what it spends no longer fits the anggaran, or when it is not any more what the person saw
    (`dilihat`: `laporan.bacaan.draf.sidik_draf`).
    """
    # The totals of the project are written twice, and the second time PostgreSQL asks for its row.
    kunci_bersama([laporan.proyek_id])
    laporan = kunci_laporan(laporan.pk)
    _pastikan_siap(laporan, dilihat)
    kunci_sumber(laporan.proyek)
    realisasi = list(laporan.realisasi.select_related("pendanaan__jumlah"))
    tolak_lebih_dari_anggaran(laporan, realisasi)
    for foto in laporan.foto.select_related("berkas"):
        simpanan.terbitkan(foto.berkas)
    kunci_jumlah()
    lama = nomor_serentang(laporan)
    _nyatakan_terbit(laporan, oleh)
    tulis_belanja(
        proyek=laporan.proyek,
        nomor=laporan.nomor or "",
        nomor_lama=lama,
        belanja={baris.pendanaan_id: baris.jumlah for baris in realisasi},
        tanggal=hari_ini(),
        oleh=oleh,
        alasan=laporan.alasan_perbaikan,
    )
    if laporan.belanja_menyusul:
        menyusul.tunggu(laporan)
    _catat(laporan, oleh)
    kabari_terbit(laporan=laporan, oleh=oleh)
    return laporan


def _catat(laporan: LaporanKemajuan, oleh: Pengguna) -> None:
    catat(objek=laporan, aksi=Aksi.TERBIT, oleh=oleh, rincian={"persen": laporan.persen})
    rincian = {"laporan": laporan.nomor, "waktu": laporan.kata_waktu}
    catat(objek=laporan.proyek, aksi=proyek_laku.Aksi.LAPORAN, oleh=oleh, rincian=rincian)


def _pastikan_siap(laporan: LaporanKemajuan, dilihat: str) -> None:
    tolak_bila_terbit(laporan)
    if dilihat and dilihat != sidik_draf(laporan):
        raise TidakBisa(BERUBAH)
    if kurang := kekurangan(laporan):
        raise TidakBisa(kurang[0])


def _nyatakan_terbit(laporan: LaporanKemajuan, oleh: Pengguna) -> None:
    """Number a report, lock it, and let it fulfil what was awaited. Everything else in it is as it
    will stay."""
    jadwal.susun(proyek=laporan.proyek)
    jadwal.setel_rentang(laporan)
    if laporan.sampai:  # nobody tells of days to come
        laporan.sampai = min(laporan.sampai, hari_ini())
    if not laporan.ada_kendala:  # words typed before that answer would be found by a search alone
        laporan.kendala = ""
    laporan.status, laporan.diterbitkan_oleh = Status.TERBIT, oleh
    laporan.diterbitkan_pada, laporan.diterbitkan_sebagai = sekarang(), sebagai(oleh)
    laporan.nomor = nomor_baru(LaporanKemajuan, hari_ini().year)
    kolom = ["status", "diterbitkan_oleh", "diterbitkan_pada", "diterbitkan_sebagai", "nomor"]
    laporan.save(update_fields=[*kolom, "sampai", "kendala"])
    jadwal.penuhi(laporan=laporan)


def kekurangan(laporan: LaporanKemajuan) -> list[str]:
    """Return in sentences what a draft still lacks before it can be published."""
    kurang = []
    perlu_foto = not laporan.tanpa_kemajuan and yang_berlaku(laporan) is None
    if menunggu := laporan.foto_tertunda.menunggu().count():
        kurang.append(
            f"{menunggu} foto masih diperiksa. Tunggu sebentar, lalu buka halaman ini lagi."
        )
    elif perlu_foto and not laporan.foto.exists():
        kurang.append("Laporan ini belum memiliki foto. Tambahkan satu foto dahulu.")
    if laporan.belanja_menyusul and (hari := menyusul.diisi_sejak(laporan)):
        kurang.append(BELANJA_SUDAH.format(hari=tanggal(hari)))
    sebelum = LaporanKemajuan.objects.sebelum(laporan)
    if sebelum and laporan.persen < sebelum.persen and not laporan.alasan_turun.strip():
        kurang.append(
            f"Persen lebih kecil daripada laporan sebelumnya ({sebelum.nomor}). "
            "Isi alasan mengapa persennya turun."
        )
    return kurang
