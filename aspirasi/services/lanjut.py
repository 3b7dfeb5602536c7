"""Further acts of officials: ask, delay, give word, wait for others, merge, prove.

Each is one transaction and leaves a Jejak, as in `services`.
"""

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet

from aspirasi.enums import Aksi, Golongan, Jenis, JenisTindakLanjut, Langkah, Status
from aspirasi.models import (
    Aspirasi,
    Disposisi,
    Dukungan,
    Pengirim,
    SuratInstansi,
    TindakLanjut,
)
from aspirasi.services import jam, pindaian
from aspirasi.services.alur import (
    kunci,
    kunci_bersama,
    pastikan_boleh_ditanya,
    pindah,
    serahkan,
    tulis,
)
from aspirasi.services.jangkauan import lepas_kutipan
from aspirasi.services.keberatan import sama_menolak
from aspirasi.services.langkah import atas_nama, catat_langkah
from aspirasi.services.pengabaran import SURAT_INSTANSI
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.waktu import hari_ini
from warga.enums import INSTANSI_DALAM
from warga.models import Pengguna


@transaction.atomic
def minta_keterangan(*, aspirasi: Aspirasi, isi: str, oleh: Pengguna) -> Aspirasi:
    """Ask the sender before the first look ends; the clock stands still until the answer.

    Only the sender and officials read the question.
    """
    aspirasi, dari = pindah(aspirasi, Aksi.MINTA_KETERANGAN, isi)
    tulis(aspirasi, JenisTindakLanjut.PERTANYAAN, isi, atas_nama=atas_nama(oleh), oleh=oleh)
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.MINTA_KETERANGAN, oleh, dari)
    return aspirasi


@transaction.atomic
def beri_kabar(*, aspirasi: Aspirasi, isi: str, oleh: Pengguna) -> TindakLanjut:
    """Answer for the time being: everyone reads it, and the work goes on.

    It counts as the first answer; from then on completion is due.
    """
    aspirasi, dari = pindah(aspirasi, Aksi.KABARI, oleh=oleh)
    kabar, baru = tulis(
        aspirasi, JenisTindakLanjut.TANGGAPAN, isi, atas_nama=atas_nama(oleh), oleh=oleh
    )
    if baru:
        aspirasi.save()
        catat_langkah(aspirasi, Aksi.KABARI, oleh, dari)
    return kabar


@transaction.atomic
def tunda(*, aspirasi: Aspirasi, sampai: dt.date, alasan: str, oleh: Pengguna) -> Aspirasi:
    """Announce a later day for what is due, and why; both are shown with the kiriman.

    Whether it came in time is still measured by the first day. Raises TidakBisa when
    nothing is due, the day is not later than the one that stands, or it has passed.
    """
    aspirasi, dari = pindah(aspirasi, Aksi.TUNDA, alasan)
    if aspirasi.tenggat is None:
        raise TidakBisa("Tidak ada yang sedang ditunggu, jadi tidak ada yang perlu ditunda.")
    if sampai <= max(aspirasi.tenggat, hari_ini()):
        raise TidakBisa("Pilih tanggal sesudah hari ini dan sesudah tenggat yang sekarang.")
    rincian = {"dari": aspirasi.tenggat, "sampai": sampai}
    jam.tunda(aspirasi, sampai, alasan)
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.TUNDA, oleh, dari, alasan, rincian)
    return aspirasi


@transaction.atomic
def setel_golongan(*, aspirasi: Aspirasi, golongan: str, oleh: Pengguna) -> Aspirasi:
    """Correct which clock of completion runs; the same one again does nothing.

    Raises TidakBisa for a closed one.
    """
    aspirasi = kunci(aspirasi)
    if not aspirasi.terbuka:
        raise TidakBisa("Kiriman ini sudah ditutup, jadi golongannya tidak berubah lagi.")
    if aspirasi.golongan == golongan:
        return aspirasi
    lama = Golongan(aspirasi.golongan).label
    jam.setel_golongan(aspirasi, golongan)
    aspirasi.save()
    rincian = {"dari": lama, "ke": Golongan(golongan).label}
    catat(objek=aspirasi, aksi="golongan_diubah", oleh=oleh, rincian=rincian)
    return aspirasi


@transaction.atomic
def tunggu_instansi(
    *, aspirasi: Aspirasi, isi: str, surat: SuratInstansi, oleh: Pengguna
) -> Aspirasi:
    """Hand on to an instansi above the kecamatan, by a letter; `isi` tells everyone.

    `surat` is unsaved and names the instansi. The kecamatan stays answerable: it is reminded
    until it has an answer. The same letter with the same words again (a repeated send) stands
    once. Raises TidakBisa for an instansi of this kecamatan.
    """
    if surat.instansi.jenis in INSTANSI_DALAM:
        raise TidakBisa("Pilih instansi di luar kecamatan. Untuk kampung, pakai “Teruskan”.")
    aspirasi, dari = pindah(aspirasi, Aksi.TUNGGU_INSTANSI)
    surat.arah = SuratInstansi.Arah.KELUAR
    sudah = _surat_yang_sama(aspirasi, surat) if dari == aspirasi.status else None
    if sudah and aspirasi.tindak_lanjut.jawaban().filter(isi=isi).exists():
        _susulkan(sudah, surat, oleh)
        return aspirasi
    serahkan(aspirasi, surat.instansi)
    tulis(aspirasi, JenisTindakLanjut.TANGGAPAN, isi, atas_nama=atas_nama(oleh), oleh=oleh)
    aspirasi.save()
    Disposisi.objects.create(aspirasi=aspirasi, ke=surat.instansi, oleh=oleh)
    _simpan_surat(aspirasi, surat, oleh)
    rincian = {"ke": surat.instansi.nama}
    catat_langkah(aspirasi, Aksi.TUNGGU_INSTANSI, oleh, dari, rincian=rincian)
    return aspirasi


@transaction.atomic
def catat_surat(*, aspirasi: Aspirasi, surat: SuratInstansi, oleh: Pengguna) -> SuratInstansi:
    """Record a further letter; the clock of the reminder starts anew.

    The same letter twice (a repeated send) stands once; a scan that comes only with the
    second goes to the first. Raises TidakBisa when no other instansi is waited for.
    """
    aspirasi = kunci(aspirasi)
    if aspirasi.status != Status.MENUNGGU_INSTANSI:
        raise TidakBisa("Kiriman ini tidak sedang menunggu instansi lain.")
    if sudah := _surat_yang_sama(aspirasi, surat):
        return _susulkan(sudah, surat, oleh)
    jam.mulai(aspirasi, Langkah.INSTANSI)
    aspirasi.save()
    _simpan_surat(aspirasi, surat, oleh)
    rincian = {"ke": surat.lawan}
    catat_langkah(aspirasi, SURAT_INSTANSI, oleh, aspirasi.status, rincian=rincian)
    return surat


def _surat_yang_sama(aspirasi: Aspirasi, surat: SuratInstansi) -> SuratInstansi | None:
    kolom = ("arah", "instansi_id", "nomor", "tanggal", "perihal")
    return aspirasi.surat.filter(**{nama: getattr(surat, nama) for nama in kolom}).first()


def _susulkan(sudah: SuratInstansi, surat: SuratInstansi, oleh: Pengguna) -> SuratInstansi:
    """Return the letter that stands; a scan that comes only with the repeated one joins it."""
    if surat.berkas is None or sudah.berkas_id:
        return sudah
    return pindaian.pasang(surat=sudah, berkas=surat.berkas, oleh=oleh)


def _simpan_surat(aspirasi: Aspirasi, surat: SuratInstansi, oleh: Pengguna) -> None:
    surat.aspirasi, surat.dicatat_oleh = aspirasi, oleh
    surat.save(force_insert=True)


@transaction.atomic
def gabung(*, aspirasi: Aspirasi, ke: Aspirasi, alasan: str, oleh: Pengguna) -> Aspirasi:
    """Merge into another that is open, of the same kampung and the same readers.

    Supporters stand behind the other from now on, too, and what was merged before goes
    along. Raises TidakBisa when the two do not fit together.
    """
    kunci_bersama(aspirasi, ke)
    ke = Aspirasi.objects.get(pk=ke.pk)
    aspirasi, dari = pindah(aspirasi, Aksi.GABUNG, alasan, oleh=oleh)
    _pastikan_sepadan(aspirasi, ke)
    aspirasi.digabung_ke = ke
    aspirasi.save()
    lepas_kutipan(aspirasi)
    aspirasi.gabungan.update(digabung_ke=ke)
    ikut = _pindahkan_dukungan(aspirasi, ke)
    catat_langkah(aspirasi, Aksi.GABUNG, oleh, dari, alasan, {"ke": ke.nomor or ""})
    catat(objek=ke, aksi="digabungi", oleh=oleh, rincian={"dukungan": ikut})
    return aspirasi


def _pastikan_sepadan(aspirasi: Aspirasi, ke: Aspirasi) -> None:
    if ke.pk == aspirasi.pk or not ke.terbuka:
        raise TidakBisa("Pilih kiriman lain yang masih ditangani sebagai tujuannya.")
    jauh = aspirasi.kampung_id != ke.kampung_id or aspirasi.jangkauan != ke.jangkauan
    if jauh or aspirasi.tentang != ke.tentang:
        raise TidakBisa(
            "Kiriman hanya dapat digabung dengan kiriman dari kampung yang sama dan dengan "
            "pembaca yang sama."
        )
    if aspirasi.jenis == Jenis.KEBERATAN and not sama_menolak(aspirasi, ke):
        raise TidakBisa(
            "Keberatan hanya dapat digabung dengan keberatan lain terhadap proyek yang sama, "
            "supaya keputusannya tetap menunggu jawaban."
        )
    if aspirasi.bahaya and not ke.bahaya:
        raise TidakBisa(
            "Kiriman ini tentang bahaya. Gabungkan hanya dengan kiriman lain tentang bahaya, "
            "supaya tidak luput dari perhatian."
        )


def yang_ikut(aspirasi: Aspirasi, ke: Aspirasi) -> tuple[int, int]:
    """Return how many supporters and joined kiriman would come along to `ke`."""
    return _dukungan_ikut(aspirasi, ke).count(), aspirasi.gabungan.count()


def _dukungan_ikut(aspirasi: Aspirasi, ke: Aspirasi) -> QuerySet[Dukungan]:
    """Of those who do not stand behind `ke` already, with support or as its sender."""
    dukungan: QuerySet[Dukungan] = aspirasi.dukungan.all()
    pengirim = Pengirim.objects.filter(aspirasi=ke, pengguna__isnull=False)
    lain = dukungan.exclude(pengguna__in=ke.dukungan.values("pengguna"))
    return lain.exclude(pengguna__in=pengirim.values("pengguna"))


def _pindahkan_dukungan(aspirasi: Aspirasi, ke: Aspirasi) -> int:
    """Let each supporter stand behind `ke` once; return how many came along."""
    baru = _dukungan_ikut(aspirasi, ke)
    ikut = [Dukungan(aspirasi=ke, pengguna_id=d.pengguna_id, dibuat=d.dibuat) for d in baru]
    return len(Dukungan.objects.bulk_create(ikut))


@transaction.atomic
def buktikan(*, aspirasi: Aspirasi, alasan: str, oleh: Pengguna) -> Aspirasi:
    """Close as proven by its finished project; `alasan` says what was seen there.

    Raises TidakBisa before the sender was asked and had the days to answer.
    """
    aspirasi = kunci(aspirasi)
    pastikan_boleh_ditanya(aspirasi)
    sedang_ditanya = aspirasi.tenggat is None or aspirasi.tenggat >= hari_ini()
    if aspirasi.langkah != Langkah.KONFIRMASI or sedang_ditanya:
        raise TidakBisa("Pengirim masih ditanya. Tunggu sampai waktunya menjawab habis.")
    aspirasi, dari = pindah(aspirasi, Aksi.BUKTIKAN, alasan)
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.BUKTIKAN, oleh, dari, alasan)
    return aspirasi
