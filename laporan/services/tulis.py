"""Writing a report: its draft, its photos, and publishing it."""

from collections.abc import Iterable, Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from core.berkas import foto_tertunda
from core.berkas import simpan as simpanan
from core.berkas.foto_tertunda import HasilFoto
from core.berkas.kamar_gelap import Tenggat
from core.formulir import sekali
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.jejak.nomor import nomor_baru
from core.models import Berkas
from core.waktu import hari_ini, sekarang
from laporan.bacaan.bantuan import sebagai
from laporan.bacaan.pekerjaan import boleh_ditulis
from laporan.enums import Status, TahapFoto
from laporan.laku import Aksi
from laporan.models import Foto, FotoTertunda, LaporanKemajuan, Realisasi, RincianBelanja
from laporan.rentang import Ruas, bersinggungan
from laporan.services import jadwal
from laporan.services.perbaikan import ganti_yang_ditarik, salin_foto, yang_berlaku
from proyek import laku as proyek_laku
from proyek.services.belanja import kunci_sumber, pastikan_sisa, sisa_belanja, tulis_belanja
from proyek.services.kunci import kunci_bersama
from proyek.services.uang import kunci_jumlah
from warga.models import Pengguna

FOTO_TERBANYAK = 20
FOTO_PENUH = f"Satu laporan paling banyak {FOTO_TERBANYAK} foto."
RINCIAN_LEBIH = "Rinciannya melebihi jumlah yang dibelanjakan. Periksa angkanya."
RENTANG_KEMBAR = (
    "Laporan untuk waktu ini sudah ada. Buka laporan atau draf itu, atau pilih waktu lain."
)
PERIKSA_FOTO = "laporan.services.tulis.periksa_foto"


@transaction.atomic
def simpan_draf(
    *,
    laporan: LaporanKemajuan,
    realisasi: Sequence[Realisasi],
    oleh: Pengguna,
    rincian: Sequence[RincianBelanja] = (),
) -> LaporanKemajuan:
    """Save an unsaved or draft report with the money spent per source, and what it was spent on.

    What was published may be corrected at any stage, after the handover, too. Raises TidakBisa when
    a first report comes while the project does not run, one of its days has a report already, the
    report is published, more was spent than is left of a source, or the lines say more than was
    spent. Drafts of other spans do not count: only what is published is spent.
    """
    # The lock on the project lets two people write one after the other.
    proyek = kunci_bersama([laporan.proyek_id])[0]
    if laporan.revisi == 1 and not boleh_ditulis(proyek):
        raise TidakBisa("Proyek ini tidak sedang dikerjakan, jadi belum dapat dilaporkan.")
    _tolak_bila_terbit(laporan)
    jadwal.setel_rentang(laporan)
    baru = laporan.pk is None
    if baru:
        laporan.dibuat_oleh = oleh
        ganti_yang_ditarik(laporan)
    _tolak_rentang_kembar(laporan)
    _tolak_lebih_dari_anggaran(laporan, realisasi)
    if sum(baris.rupiah for baris in rincian) > sum(baris.jumlah for baris in realisasi):
        raise TidakBisa(RINCIAN_LEBIH)
    laporan.save()
    if baru:
        salin_foto(laporan)
    laporan.realisasi.all().delete()
    for baris in realisasi:
        baris.laporan = laporan
        baris.save(force_insert=True)
    laporan.rincian_belanja.all().delete()
    for satu in rincian:
        satu.laporan = laporan
        satu.save(force_insert=True)
    return laporan


def _tolak_bila_terbit(laporan: LaporanKemajuan) -> None:
    terbit = LaporanKemajuan.objects.terbit().filter(pk=laporan.pk)
    if laporan.pk and terbit.exists():
        raise TidakBisa("Laporan ini sudah terbit, jadi tidak dapat diubah lagi.")


def _tolak_rentang_kembar(laporan: LaporanKemajuan) -> None:
    """Raise TidakBisa when another report tells of one of its days: in the same revision of the
    same span, or of another span."""
    ini = Ruas(laporan.periode, laporan.akhir)
    semua = laporan.proyek.laporan.exclude(pk=laporan.pk)
    pertama = yang_berlaku(laporan) is None
    for lain in semua.draf() | semua.utuh():
        sama = lain.periode == laporan.periode
        kembar = lain.revisi == laporan.revisi if sama else pertama
        if kembar and bersinggungan(ini, Ruas(lain.periode, lain.akhir)):
            raise TidakBisa(RENTANG_KEMBAR)


def _tolak_lebih_dari_anggaran(laporan: LaporanKemajuan, realisasi: Sequence[Realisasi]) -> None:
    """Raise TidakBisa, naming the source, when the report spends more than is left there."""
    sisa = sisa_belanja(laporan.proyek, nomor_serentang(laporan))
    for baris in realisasi:
        pastikan_sisa(baris.pendanaan, baris.jumlah, sisa[baris.pendanaan_id])


def nomor_serentang(laporan: LaporanKemajuan) -> list[str]:
    """Return the numbers of the published revisions of its span."""
    return [satu.nomor or "" for satu in LaporanKemajuan.objects.serentang(laporan).only("nomor")]


def tambah_unggahan(
    *,
    laporan: LaporanKemajuan,
    unggahan: Iterable[UploadedFile],
    kunci: str,
    tahap: int,
    keterangan: str = "",
) -> HasilFoto:
    """Add photos as they were sent to a draft. A photo of the same form (`kunci`) is added once.

    A photo that takes longer than a request may wait is left to the worker. Call it outside a
    transaction.
    """

    def simpan(satu: UploadedFile, urutan: int, sebanyak: int, tenggat: Tenggat) -> bool:
        baris = FotoTertunda(laporan=laporan, urutan=urutan, sebanyak=sebanyak)
        baris.tahap, baris.keterangan = tahap, keterangan
        baris.sidik = sekali.sidik(f"{kunci}:{urutan}")
        return _satu_unggahan(baris, satu, tenggat)

    return foto_tertunda.satu_satu(unggahan, simpan)


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
    """Add a stored photo to a draft. Raises TidakBisa when it is published or has enough."""
    foto = Foto(laporan=_kunci_muat(laporan), berkas=berkas, tahap=tahap, keterangan=keterangan)
    foto.kunci_sekali = kunci_sekali
    foto.save(force_insert=True)
    return foto


def kunci_laporan(pk: int) -> LaporanKemajuan:
    """Lock a report. Raises TidakBisa when its draft was deleted meanwhile."""
    laporan = LaporanKemajuan.objects.select_for_update().filter(pk=pk).first()
    if laporan is None:
        raise TidakBisa("Draf laporan ini sudah dihapus. Tulis draf baru dari halaman proyeknya.")
    return laporan


def _kunci_muat(laporan: LaporanKemajuan) -> LaporanKemajuan:
    """Lock a draft that accepts one photo more. Raises TidakBisa for any other."""
    laporan = kunci_laporan(laporan.pk)
    _tolak_bila_terbit(laporan)
    if laporan.foto.count() + laporan.foto_tertunda.menunggu().count() >= FOTO_TERBANYAK:
        raise TidakBisa(FOTO_PENUH)
    return laporan


@transaction.atomic
def hapus_foto(*, laporan: LaporanKemajuan, foto: int) -> None:
    """Remove a photo from a draft, bytes and all. It is no error when it is gone already."""
    laporan = kunci_laporan(laporan.pk)
    _tolak_bila_terbit(laporan)
    ada = laporan.foto.select_related("berkas").filter(pk=foto).first()
    if ada:
        ada.delete()
        _hapus_tak_dipakai([ada.berkas])


def _hapus_tak_dipakai(berkas: Iterable[Berkas]) -> None:
    """Remove files, bytes and all, but those that a published report shows."""
    for satu in berkas:
        if not Foto.objects.filter(berkas=satu).exists():
            simpanan.hapus(satu)


@transaction.atomic
def hapus_draf(*, laporan: LaporanKemajuan) -> None:
    """Delete a draft with its photos, bytes and all. Its days can be reported anew.

    Nobody but its own office and the kecamatan ever saw it, so the trail keeps nothing. Raises
    TidakBisa when it is published or gone.
    """
    laporan = kunci_laporan(laporan.pk)
    _tolak_bila_terbit(laporan)
    for ditolak in (False, True):
        buang_tertunda(laporan=laporan, ditolak=ditolak)
    berkas = [foto.berkas for foto in laporan.foto.select_related("berkas")]
    laporan.delete()
    _hapus_tak_dipakai(berkas)


@transaction.atomic
def terbitkan(*, laporan: LaporanKemajuan, oleh: Pengguna) -> LaporanKemajuan:
    """Publish a draft: number it, lock it, make its photos public, and write its spending into the
    ledger.

    Raises TidakBisa when it lacks a photo (unless there was no progress), when one still waits for
    its verdict, when the percent fell without a reason, or when what it spends no longer fits the
    anggaran.
    """
    # The totals of the project are written twice, and the second time PostgreSQL asks for its row.
    kunci_bersama([laporan.proyek_id])
    laporan = (
        LaporanKemajuan.objects.select_for_update(of=("self",))
        .select_related("proyek")
        .get(pk=laporan.pk)
    )
    _tolak_bila_terbit(laporan)
    if kurang := kekurangan(laporan):
        raise TidakBisa(kurang[0])
    kunci_sumber(laporan.proyek)
    realisasi = list(laporan.realisasi.select_related("pendanaan__jumlah"))
    _tolak_lebih_dari_anggaran(laporan, realisasi)
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
    catat(objek=laporan, aksi=Aksi.TERBIT, oleh=oleh, rincian={"persen": laporan.persen})
    rincian = {"laporan": laporan.nomor, "waktu": laporan.kata_waktu}
    catat(objek=laporan.proyek, aksi=proyek_laku.Aksi.LAPORAN, oleh=oleh, rincian=rincian)
    return laporan


def _nyatakan_terbit(laporan: LaporanKemajuan, oleh: Pengguna) -> None:
    """Number a report, lock it, and let it fulfil what was awaited. Everything else in it is as it
    will stay."""
    jadwal.susun(proyek=laporan.proyek)
    jadwal.setel_rentang(laporan)
    if laporan.sampai:  # nobody tells of days to come
        laporan.sampai = min(laporan.sampai, hari_ini())
    laporan.status, laporan.diterbitkan_oleh = Status.TERBIT, oleh
    laporan.diterbitkan_pada, laporan.diterbitkan_sebagai = sekarang(), sebagai(oleh)
    laporan.nomor = nomor_baru(LaporanKemajuan, hari_ini().year)
    kolom = ["status", "diterbitkan_oleh", "diterbitkan_pada", "diterbitkan_sebagai", "nomor"]
    laporan.save(update_fields=[*kolom, "sampai"])
    jadwal.penuhi(laporan=laporan)


def kekurangan(laporan: LaporanKemajuan) -> list[str]:
    """Return in sentences what a draft still lacks before it can be published."""
    kurang = []
    perlu_foto = not laporan.tanpa_kemajuan and yang_berlaku(laporan) is None
    if menunggu := laporan.foto_tertunda.menunggu().count():
        kurang.append(
            f"{menunggu} foto masih diperiksa. Tunggu sebentar, buka halaman ini lagi, lalu "
            "terbitkan."
        )
    elif perlu_foto and not laporan.foto.exists():
        kurang.append("Laporan ini belum memiliki foto. Tambahkan satu foto, lalu terbitkan.")
    sebelum = LaporanKemajuan.objects.sebelum(laporan)
    if sebelum and laporan.persen < sebelum.persen and not laporan.alasan_turun.strip():
        kurang.append(
            f"Persen lebih kecil daripada laporan sebelumnya ({sebelum.nomor}). "
            "Isi alasan mengapa persennya turun."
        )
    return kurang
