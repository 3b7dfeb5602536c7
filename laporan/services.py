"""Acts on progress reports. Each is one transaction and leaves a Jejak."""

from collections.abc import Sequence

from django.db import transaction

from core import berkas as simpanan
from core.galat import TidakBisa
from core.jejak import catat
from core.models import Berkas
from core.nomor import nomor_baru
from core.waktu import hari_ini, sekarang
from laporan.enums import Status, TahapFoto
from laporan.models import Foto, LaporanKemajuan, Realisasi
from proyek.models import Proyek
from warga.models import Pengguna

FOTO_TERBANYAK = 20


@transaction.atomic
def simpan_draf(
    *, laporan: LaporanKemajuan, realisasi: Sequence[Realisasi], oleh: Pengguna
) -> LaporanKemajuan:
    """Save an unsaved or draft report with what was spent per source.

    Raises TidakBisa when the project does not run, the month has its report already, the
    report is published, or more was spent than a source has.
    """
    # The lock on the project lets two people write one after the other.
    proyek = Proyek.objects.select_for_update().get(pk=laporan.proyek_id)
    if not proyek.dapat_dilaporkan:
        raise TidakBisa("Proyek ini tidak sedang dikerjakan, jadi belum dapat dilaporkan.")
    _tolak_bila_terbit(laporan)
    _tolak_bulan_kembar(laporan)
    _tolak_lebih_dari_anggaran(laporan, realisasi)
    if laporan.pk is None:
        laporan.dibuat_oleh = oleh
    laporan.save()
    laporan.realisasi.all().delete()
    for baris in realisasi:
        baris.laporan = laporan
        baris.save(force_insert=True)
    return laporan


def _tolak_bila_terbit(laporan: LaporanKemajuan) -> None:
    terbit = LaporanKemajuan.objects.terbit().filter(pk=laporan.pk)
    if laporan.pk and terbit.exists():
        raise TidakBisa("Laporan ini sudah terbit, jadi tidak dapat diubah lagi.")


def _tolak_bulan_kembar(laporan: LaporanKemajuan) -> None:
    kembar = LaporanKemajuan.objects.filter(
        proyek=laporan.proyek_id, periode=laporan.periode, revisi=laporan.revisi
    )
    if kembar.exclude(pk=laporan.pk).exists():
        raise TidakBisa("Laporan untuk bulan ini sudah ada. Buka draf itu, atau pilih bulan lain.")


def _tolak_lebih_dari_anggaran(laporan: LaporanKemajuan, realisasi: Sequence[Realisasi]) -> None:
    terpakai = Realisasi.objects.terpakai(laporan.proyek, selain=laporan.periode)
    for baris in realisasi:
        if terpakai.get(baris.pendanaan_id, 0) + baris.jumlah > baris.pendanaan.pagu:
            raise TidakBisa(
                f"Belanja dari {baris.pendanaan} melebihi anggarannya. Periksa jumlahnya."
            )


@transaction.atomic
def tambah_foto(
    *,
    laporan: LaporanKemajuan,
    berkas: Berkas,
    tahap: int = TahapFoto.TENGAH,
    keterangan: str = "",
    kunci_sekali: str | None = None,
) -> Foto:
    """Add a stored photo to a draft. Raises TidakBisa when it is published or has enough."""
    laporan = LaporanKemajuan.objects.select_for_update().get(pk=laporan.pk)
    _tolak_bila_terbit(laporan)
    if laporan.foto.count() >= FOTO_TERBANYAK:
        raise TidakBisa(f"Satu laporan paling banyak {FOTO_TERBANYAK} foto.")
    foto = Foto(laporan=laporan, berkas=berkas, tahap=tahap, keterangan=keterangan)
    foto.kunci_sekali = kunci_sekali
    foto.save(force_insert=True)
    return foto


@transaction.atomic
def hapus_foto(*, laporan: LaporanKemajuan, foto: int) -> None:
    """Take a photo out of a draft, bytes and all; one that is gone already is no error."""
    laporan = LaporanKemajuan.objects.select_for_update().get(pk=laporan.pk)
    _tolak_bila_terbit(laporan)
    ada = laporan.foto.select_related("berkas").filter(pk=foto).first()
    if ada:
        ada.delete()
        simpanan.hapus(ada.berkas)


@transaction.atomic
def terbitkan(*, laporan: LaporanKemajuan, oleh: Pengguna) -> LaporanKemajuan:
    """Publish a draft: number it, lock it, make its photos public.

    Raises TidakBisa when it lacks a photo (unless there was no progress), or when the
    percent fell without a reason.
    """
    laporan = (
        LaporanKemajuan.objects.select_for_update(of=("self",))
        .select_related("proyek")
        .get(pk=laporan.pk)
    )
    _tolak_bila_terbit(laporan)
    if kurang := kekurangan(laporan):
        raise TidakBisa(kurang[0])
    laporan.status, laporan.diterbitkan_oleh = Status.TERBIT, oleh
    laporan.diterbitkan_pada = sekarang()
    for foto in laporan.foto.select_related("berkas"):
        simpanan.terbitkan(foto.berkas)
    laporan.nomor = nomor_baru("LAP", hari_ini().year)
    laporan.save()
    catat(objek=laporan, aksi="terbit", oleh=oleh, rincian={"persen": laporan.persen})
    catat(objek=laporan.proyek, aksi="laporan", oleh=oleh, rincian={"laporan": laporan.nomor})
    return laporan


def kekurangan(laporan: LaporanKemajuan) -> list[str]:
    """Return in sentences what a draft still lacks before it can be published."""
    kurang = []
    perlu_foto = not laporan.tanpa_kemajuan and laporan.revisi == 1
    if perlu_foto and not laporan.foto.exists():
        kurang.append("Laporan ini belum memiliki foto. Tambahkan satu foto, lalu terbitkan.")
    sebelum = LaporanKemajuan.objects.sebelum(laporan)
    if sebelum and laporan.persen < sebelum.persen and not laporan.alasan_turun.strip():
        kurang.append(
            f"Persen lebih kecil daripada laporan sebelumnya ({sebelum.nomor}). "
            "Isi alasan mengapa persennya turun."
        )
    return kurang
