"""Other offices: letters to and from an instansi above the kecamatan, the number at SP4N-LAPOR!.

Each act is one transaction and leaves a Jejak.
"""

from django.db import transaction

from aspirasi.enums import Aksi, JenisTindakLanjut, Langkah, Status
from aspirasi.models import Aspirasi, Disposisi, SuratInstansi
from aspirasi.services import jam, pindaian
from aspirasi.services.alur import kunci_baris, pindah, serahkan, tulis
from aspirasi.services.foto_jawaban import TANPA_FOTO, FotoBaru, lekatkan
from aspirasi.services.langkah import atas_nama, catat_langkah
from core.galat import TidakBisa
from core.jejak.catat import catat
from warga.enums import INSTANSI_DALAM
from warga.models import Pengguna


@transaction.atomic
def tunggu_instansi(
    *,
    aspirasi: Aspirasi,
    isi: str,
    surat: SuratInstansi,
    oleh: Pengguna,
    foto: FotoBaru = TANPA_FOTO,
) -> Aspirasi:
    """Hand it on to an instansi above the kecamatan, by a letter. Everyone reads `isi`, which is an
    official answer, and sees its photos.

    `surat` is unsaved and names the instansi. The kecamatan stays answerable: it is reminded
    until it has an answer. The same letter with the same words again (a repeated send) stands
    once. Raises TidakBisa for an instansi of this kecamatan.
    """
    if surat.instansi.jenis in INSTANSI_DALAM:
        raise TidakBisa("Pilih instansi di luar kecamatan. Untuk kampung, pakai “Teruskan”.")
    aspirasi, dari = pindah(aspirasi, Aksi.TUNGGU_INSTANSI)
    surat.arah = SuratInstansi.Arah.KELUAR
    sudah = _surat_yang_sama(aspirasi, surat) if dari == aspirasi.status else None
    jawaban = aspirasi.tindak_lanjut.jawaban().filter(isi=isi).last() if sudah else None
    if sudah and jawaban:
        _susulkan(sudah, surat, oleh)
        lekatkan(jawaban, foto)
        return aspirasi
    serahkan(aspirasi, surat.instansi)
    jawaban, _ = tulis(
        aspirasi, JenisTindakLanjut.TANGGAPAN, isi, atas_nama=atas_nama(oleh), oleh=oleh
    )
    lekatkan(jawaban, foto)
    aspirasi.save()
    Disposisi.objects.create(aspirasi=aspirasi, ke=surat.instansi, oleh=oleh)
    _simpan_surat(aspirasi, surat, oleh)
    rincian = {"ke": surat.instansi.nama}
    catat_langkah(aspirasi, Aksi.TUNGGU_INSTANSI, oleh, dari, rincian=rincian)
    return aspirasi


@transaction.atomic
def catat_surat(*, aspirasi: Aspirasi, surat: SuratInstansi, oleh: Pengguna) -> SuratInstansi:
    """Record a further letter. The clock of the reminder starts anew.

    The same letter twice (a repeated send) stands once; a scan that comes only with the
    second goes to the first. Raises TidakBisa when no other instansi is waited for.
    """
    aspirasi = kunci_baris(aspirasi)
    if aspirasi.status != Status.MENUNGGU_INSTANSI:
        raise TidakBisa("Kiriman ini tidak sedang menunggu instansi lain.")
    if sudah := _surat_yang_sama(aspirasi, surat):
        return _susulkan(sudah, surat, oleh)
    jam.mulai(aspirasi, Langkah.INSTANSI)
    aspirasi.save()
    _simpan_surat(aspirasi, surat, oleh)
    rincian = {"ke": surat.lawan}
    catat_langkah(aspirasi, Aksi.SURAT_INSTANSI, oleh, aspirasi.status, rincian=rincian)
    return surat


def _surat_yang_sama(aspirasi: Aspirasi, surat: SuratInstansi) -> SuratInstansi | None:
    kolom = ("arah", "instansi_id", "nomor", "tanggal", "perihal")
    return aspirasi.surat.filter(**{nama: getattr(surat, nama) for nama in kolom}).first()


def _susulkan(sudah: SuratInstansi, surat: SuratInstansi, oleh: Pengguna) -> SuratInstansi:
    """Return the letter that stands. A scan that comes only with the repeated letter joins it."""
    if surat.berkas is None or sudah.berkas_id:
        return sudah
    return pindaian.pasang(surat=sudah, berkas=surat.berkas, oleh=oleh)


def _simpan_surat(aspirasi: Aspirasi, surat: SuratInstansi, oleh: Pengguna) -> None:
    surat.aspirasi, surat.dicatat_oleh = aspirasi, oleh
    surat.save(force_insert=True)


@transaction.atomic
def catat_nomor_lapor(*, aspirasi: Aspirasi, nomor: str, oleh: Pengguna) -> Aspirasi:
    """Note its number at SP4N-LAPOR!; "" removes a wrong one.

    Raises TidakBisa while it is open, because then the portal itself still owes the answer.
    """
    aspirasi = kunci_baris(aspirasi)
    if aspirasi.terbuka:
        raise TidakBisa("Kiriman ini masih terbuka. Nomor itu dicatat sesudah ditutup.")
    if aspirasi.nomor_lapor != nomor:
        aspirasi.nomor_lapor = nomor
        aspirasi.save(update_fields=["nomor_lapor"])
        catat(objek=aspirasi, aksi=Aksi.NOMOR_LAPOR, oleh=oleh, rincian={"nomor": nomor})
    return aspirasi
