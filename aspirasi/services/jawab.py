"""Answers to a kiriman: a question back, word for the time being, a later day, an end.

Each act is one transaction and leaves a Jejak.
"""

import datetime as dt

from django.db import transaction

from aspirasi.enums import Aksi, Golongan, JenisJawaban, JenisTindakLanjut, Langkah
from aspirasi.laku import TUTUP_NEGATIF
from aspirasi.models import Aspirasi, TindakLanjut
from aspirasi.services import jam, janji
from aspirasi.services.alur import (
    kunci_baris,
    lupakan_sanggahan,
    pastikan_boleh_ditanya,
    pindah,
    tulis,
)
from aspirasi.services.foto_jawaban import TANPA_FOTO, FotoBaru, lekatkan
from aspirasi.services.langkah import atas_nama, catat_langkah, kantor_dari
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini
from warga.models import Pengguna


@transaction.atomic
def minta_keterangan(*, aspirasi: Aspirasi, isi: str, oleh: Pengguna) -> Aspirasi:
    """Ask the sender before the first look ends. The clock stands still until the answer.

    Only the sender and officials read the question.
    """
    aspirasi, dari = pindah(aspirasi, Aksi.MINTA_KETERANGAN, isi)
    tulis(aspirasi, JenisTindakLanjut.PERTANYAAN, isi, atas_nama=atas_nama(oleh), oleh=oleh)
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.MINTA_KETERANGAN, oleh, dari)
    return aspirasi


@transaction.atomic
def beri_kabar(
    *, aspirasi: Aspirasi, isi: str, oleh: Pengguna, foto: FotoBaru = TANPA_FOTO
) -> TindakLanjut:
    """Answer for the time being: everyone reads it, and the work goes on.

    It counts as the first answer; from then on completion is due. Photos come with it.
    """
    aspirasi, dari = pindah(aspirasi, Aksi.KABARI, oleh=oleh)
    kabar, baru = tulis(
        aspirasi, JenisTindakLanjut.TANGGAPAN, isi, atas_nama=atas_nama(oleh), oleh=oleh
    )
    lekatkan(kabar, foto)
    if baru:
        aspirasi.save()
        catat_langkah(aspirasi, Aksi.KABARI, oleh, dari)
    return kabar


@transaction.atomic
def tunda(*, aspirasi: Aspirasi, sampai: dt.date, alasan: str, oleh: Pengguna) -> Aspirasi:
    """Announce a later day for the due step or the promise, and why. Both are shown, with the day
    before.

    Whether it came in time is still measured by the first day. Raises TidakBisa when nothing is
    due, when the day is not later than the present one or further than the class allows, and when
    a later day was announced before and `oleh` is not of the kecamatan.
    """
    aspirasi, dari = pindah(aspirasi, Aksi.TUNDA, alasan, oleh=oleh)
    if aspirasi.tenggat is None:
        raise TidakBisa("Tidak ada yang sedang ditunggu, jadi tidak ada yang perlu ditunda.")
    if not janji.boleh_menunda(aspirasi, oleh):
        raise TidakBisa(janji.SUDAH_DITUNDA)
    janji.pastikan_tanggal_tunda(aspirasi, sampai)
    rincian = {
        "dari": aspirasi.tenggat,
        "sampai": sampai,
        "ke": f"dari {tanggal(aspirasi.tenggat)} menjadi {tanggal(sampai)}",
    }
    jam.tunda(aspirasi, sampai, alasan)
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.TUNDA, oleh, dari, alasan, rincian)
    return aspirasi


@transaction.atomic
def tanggapi(
    *,
    aspirasi: Aspirasi,
    isi: str,
    oleh: Pengguna,
    jawaban: str = JenisJawaban.SELESAI,
    foto: FotoBaru = TANPA_FOTO,
) -> TindakLanjut:
    """Answer officially, in the name of the office: it is done, or (`jawaban`) it cannot be done,
    and why, with photos. The clock of the first answer stops, and the sender is asked.

    A promise is `aspirasi.services.janji.janjikan`; for that `jawaban` this raises ValueError.
    """
    if jawaban not in (JenisJawaban.SELESAI, JenisJawaban.TIDAK):
        raise ValueError(f"{jawaban!r} is no answer without a day")
    aspirasi, dari = pindah(aspirasi, Aksi.TANGGAPI, oleh=oleh)
    aspirasi.ditangani = aspirasi.ditangani or kantor_dari(oleh)
    aspirasi.jawaban = jawaban
    tulisan, baru = tulis(
        aspirasi,
        JenisTindakLanjut.TANGGAPAN,
        isi,
        atas_nama=atas_nama(oleh),
        oleh=oleh,
        jawaban=jawaban,
    )
    lekatkan(tulisan, foto)
    if baru:
        aspirasi.save()
        lupakan_sanggahan(aspirasi)
        tidak = {"ke": JenisJawaban.TIDAK.label.lower()}
        rincian = tidak if jawaban == JenisJawaban.TIDAK else None
        catat_langkah(aspirasi, Aksi.TANGGAPI, oleh, dari, rincian=rincian)
    return tulisan


@transaction.atomic
def baca_balasan(*, aspirasi: Aspirasi, sejak: dt.datetime, oleh: Pengguna) -> Aspirasi:
    """Note that an official has read what the sender added. Until then it waits in the queue of the
    desk.

    `sejak` is the `balasan_pada` of the words that were read. A sender who was asked whether it is
    settled has the days to answer from now on. Raises TidakBisa when nothing waits to be read (a
    colleague was faster), or the sender added more since.
    """
    aspirasi = kunci_baris(aspirasi)
    if aspirasi.balasan_pada is None:
        raise TidakBisa("Balasan kiriman ini sudah dibaca rekan Anda.")
    if aspirasi.balasan_pada != sejak:
        raise TidakBisa("Pengirim baru saja menambah balasan. Baca dulu yang terbaru.")
    aspirasi.balasan_pada = None
    if aspirasi.langkah == Langkah.KONFIRMASI:
        jam.mulai(aspirasi, Langkah.KONFIRMASI)
    aspirasi.save()
    catat(objek=aspirasi, aksi=Aksi.BALASAN_DIBACA, oleh=oleh)
    return aspirasi


@transaction.atomic
def setel_golongan(*, aspirasi: Aspirasi, golongan: str, oleh: Pengguna) -> Aspirasi:
    """Correct the class, which decides the clock of completion. The same class again does nothing.

    Raises TidakBisa for a closed kiriman.
    """
    aspirasi = kunci_baris(aspirasi)
    if not aspirasi.terbuka:
        raise TidakBisa("Kiriman ini sudah ditutup, jadi golongannya tidak berubah lagi.")
    if aspirasi.golongan == golongan:
        return aspirasi
    lama = Golongan(aspirasi.golongan).label
    jam.setel_golongan(aspirasi, golongan)
    aspirasi.save()
    rincian = {"dari": lama, "ke": Golongan(golongan).label}
    catat(objek=aspirasi, aksi=Aksi.GOLONGAN_DIUBAH, oleh=oleh, rincian=rincian)
    return aspirasi


@transaction.atomic
def tutup_negatif(*, aspirasi: Aspirasi, aksi: str, alasan: str, oleh: Pengguna) -> Aspirasi:
    """Close without an answer that helps, with the reason.

    `aksi` is TOLAK (refuse), BUKAN_WEWENANG (not ours) or ARSIPKAN (not gone on with); any other
    raises ValueError.
    """
    if aksi not in TUTUP_NEGATIF:
        raise ValueError(f"{aksi} does not close a kiriman in words alone")
    aspirasi, dari = pindah(aspirasi, aksi, alasan, oleh=oleh)
    aspirasi.save()
    catat_langkah(aspirasi, aksi, oleh, dari, alasan)
    return aspirasi


@transaction.atomic
def buktikan(*, aspirasi: Aspirasi, alasan: str, oleh: Pengguna) -> Aspirasi:
    """Close it as proven by its finished project. `alasan` says what was seen there.

    Raises TidakBisa before the sender was asked and had the days to answer.
    """
    aspirasi = kunci_baris(aspirasi)
    pastikan_boleh_ditanya(aspirasi)
    sedang_ditanya = aspirasi.tenggat is None or aspirasi.tenggat >= hari_ini()
    if aspirasi.langkah != Langkah.KONFIRMASI or sedang_ditanya:
        raise TidakBisa("Pengirim masih ditanya. Tunggu sampai waktunya menjawab habis.")
    aspirasi, dari = pindah(aspirasi, Aksi.BUKTIKAN, alasan)
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.BUKTIKAN, oleh, dari, alasan)
    return aspirasi
