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


@transaction.atomic
def simpan_draf(
    *, laporan: LaporanKemajuan, realisasi: Sequence[Realisasi], oleh: Pengguna
) -> LaporanKemajuan:
    """Save an unsaved or draft report with what was spent per source.

    Raises TidakBisa when the project does not run or the report is already published.
    """
    proyek = Proyek.objects.select_for_update().get(pk=laporan.proyek_id)
    if not proyek.dapat_dilaporkan:
        raise TidakBisa("Pekerjaan proyek ini belum dimulai, jadi belum dapat dilaporkan.")
    _tolak_bila_terbit(laporan)
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


@transaction.atomic
def tambah_foto(
    *, laporan: LaporanKemajuan, berkas: Berkas, tahap: int = TahapFoto.TENGAH, keterangan: str = ""
) -> Foto:
    """Add a stored photo to a draft."""
    laporan = LaporanKemajuan.objects.select_for_update().get(pk=laporan.pk)
    _tolak_bila_terbit(laporan)
    return Foto.objects.create(laporan=laporan, berkas=berkas, tahap=tahap, keterangan=keterangan)


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
    _periksa_lengkap(laporan)
    laporan.status, laporan.diterbitkan_oleh = Status.TERBIT, oleh
    laporan.diterbitkan_pada = sekarang()
    for foto in laporan.foto.select_related("berkas"):
        simpanan.terbitkan(foto.berkas)
    laporan.nomor = nomor_baru("LAP", hari_ini().year)
    laporan.save()
    catat(objek=laporan, aksi="terbit", oleh=oleh, rincian={"persen": laporan.persen})
    catat(objek=laporan.proyek, aksi="laporan", oleh=oleh, rincian={"laporan": laporan.nomor})
    return laporan


def _periksa_lengkap(laporan: LaporanKemajuan) -> None:
    if not laporan.tanpa_kemajuan and not laporan.foto.exists():
        raise TidakBisa("Laporan ini belum memiliki foto. Tambahkan satu foto, lalu terbitkan.")
    sebelum = (
        LaporanKemajuan.objects.terbit()
        .filter(proyek=laporan.proyek, periode__lt=laporan.periode)
        .order_by("-periode", "-revisi")
        .first()
    )
    if sebelum and laporan.persen < sebelum.persen and not laporan.alasan_turun.strip():
        raise TidakBisa(
            f"Persen lebih kecil daripada laporan sebelumnya ({sebelum.nomor}). "
            "Isi alasan mengapa persennya turun."
        )
