"""Days that an office announces: the promise of an answer, and the limits of every later day.

Nothing is put off without limit (docs/keputusan/0035-janji.md). An office promises once, and
extends once; any further day is the kecamatan's to announce. Each day is bounded by the class
(`aspirasi.hari`), each is told to the sender and stands in the trail with the day before it.
"""

import datetime as dt

import rules
from django.db import transaction

from aspirasi.enums import Aksi, Jenis, JenisJawaban, JenisTindakLanjut, Status
from aspirasi.hari import hari_janji, hari_tunda
from aspirasi.models import Aspirasi, TindakLanjut
from aspirasi.services import jam
from aspirasi.services.alur import kunci_baris, lupakan_sanggahan, pindah, tulis
from aspirasi.services.foto_jawaban import TANPA_FOTO, FotoBaru, lekatkan
from aspirasi.services.langkah import atas_nama, catat_langkah, kantor_dari
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.templatetags.bentuk import tanggal
from core.tenggat.hari_kerja import tambah_hari_kerja
from core.waktu import hari_ini
from warga.models import Pengguna

SUDAH_BERJANJI = (
    "Kantor ini sudah pernah menjanjikan tanggal, jadi tanggal berikutnya diumumkan kecamatan. "
    "Jawab bahwa sudah selesai atau tidak dapat dilakukan, atau minta kecamatan lewat catatan."
)
SUDAH_DITUNDA = (
    "Kantor ini sudah pernah menunda, jadi tanggal berikutnya diumumkan kecamatan. Minta lewat "
    "catatan untuk petugas."
)
TERLALU_DINI = "Pilih tanggal sesudah hari ini."
TIDAK_LEBIH_LAMBAT = "Pilih tanggal sesudah hari ini dan sesudah tenggat yang sekarang."


@transaction.atomic
def janjikan(
    *,
    aspirasi: Aspirasi,
    isi: str,
    sampai: dt.date,
    oleh: Pengguna,
    foto: FotoBaru = TANPA_FOTO,
) -> TindakLanjut:
    """Answer that it will be done by a day, in the name of the office, with photos. The sender is
    asked after that day; past it the promise is late.

    Raises TidakBisa when the day is not to come, or further than the class allows; for a second
    promise of an office (the kecamatan may); and for thanks, which ask for nothing.
    """
    aspirasi, dari = pindah(aspirasi, Aksi.JANJIKAN, oleh=oleh)
    pastikan_boleh_berjanji(aspirasi, oleh)
    pastikan_tanggal_janji(aspirasi, sampai)
    aspirasi.ditangani = aspirasi.ditangani or kantor_dari(oleh)
    aspirasi.penundaan += aspirasi.dijanjikan is not None
    aspirasi.jawaban = JenisJawaban.JANJI
    jam.janjikan(aspirasi, sampai)
    tulisan, _ = tulis(
        aspirasi,
        JenisTindakLanjut.TANGGAPAN,
        isi,
        atas_nama=atas_nama(oleh),
        oleh=oleh,
        jawaban=JenisJawaban.JANJI,
        sampai=sampai,
    )
    lekatkan(tulisan, foto)
    aspirasi.save()
    lupakan_sanggahan(aspirasi)
    rincian = {"ke": f"paling lambat {tanggal(sampai)}"}
    catat_langkah(aspirasi, Aksi.JANJIKAN, oleh, dari, rincian=rincian)
    return tulisan


@transaction.atomic
def tagih(acuan: str) -> None:
    """Ask the sender, once for each promised day that has passed (a task), whether it was kept.

    Raises TidakBisa before the day has passed, and when the sender was asked already.
    """
    aspirasi = kunci_baris(Aspirasi.objects.get(acuan=acuan))
    aspirasi, dari = pindah(aspirasi, Aksi.TAGIH_JANJI)
    if not aspirasi.janji_lewat or _sudah_ditagih(aspirasi):
        raise TidakBisa("Belum ada janji yang perlu ditanyakan kepada pengirim.")
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.TAGIH_JANJI, None, dari)


def boleh_berjanji(aspirasi: Aspirasi, oleh: Pengguna) -> bool:
    """Return whether this person may promise a day: the office once, the kecamatan again."""
    if aspirasi.jenis == Jenis.APRESIASI or aspirasi.status == Status.DIJANJIKAN:
        return False
    return aspirasi.dijanjikan is None or _kecamatan(aspirasi, oleh)


def boleh_menunda(aspirasi: Aspirasi, oleh: Pengguna) -> bool:
    """Return whether this person may announce a later day: the office once, the kecamatan again."""
    return aspirasi.penundaan == 0 or _kecamatan(aspirasi, oleh)


def pastikan_boleh_berjanji(aspirasi: Aspirasi, oleh: Pengguna) -> None:
    """Raise TidakBisa for thanks, and for a second promise of an office."""
    if aspirasi.jenis == Jenis.APRESIASI:
        raise TidakBisa("Kiriman ini apresiasi, jadi tidak ada yang perlu dijanjikan.")
    if aspirasi.dijanjikan and not _kecamatan(aspirasi, oleh):
        raise TidakBisa(SUDAH_BERJANJI)


def pastikan_tanggal_janji(aspirasi: Aspirasi, sampai: dt.date) -> None:
    """Raise TidakBisa when a promise must not name this day."""
    if sampai <= hari_ini():
        raise TidakBisa(TERLALU_DINI)
    _pastikan_dekat(sampai, hari_ini(), hari_janji(aspirasi.golongan, bahaya=aspirasi.bahaya))


def pastikan_tanggal_tunda(aspirasi: Aspirasi, sampai: dt.date) -> None:
    """Raise TidakBisa when what is due must not be put off to this day."""
    kini = max(aspirasi.tenggat or hari_ini(), hari_ini())
    if sampai <= kini:
        raise TidakBisa(TIDAK_LEBIH_LAMBAT)
    _pastikan_dekat(sampai, kini, hari_tunda(aspirasi.golongan, bahaya=aspirasi.bahaya))


def _pastikan_dekat(sampai: dt.date, dari: dt.date, hari: int) -> None:
    terakhir = tambah_hari_kerja(dari, hari)
    if sampai > terakhir:
        raise TidakBisa(
            f"Terlalu jauh. Paling lama {hari} hari kerja, jadi pilih tanggal sampai "
            f"{tanggal(terakhir)}."
        )


def _kecamatan(aspirasi: Aspirasi, oleh: Pengguna) -> bool:
    return bool(rules.has_perm("aspirasi.teruskan", oleh, aspirasi))


def _sudah_ditagih(aspirasi: Aspirasi) -> bool:
    tentang = (Aksi.JANJIKAN, Aksi.TUNDA, Aksi.TAGIH_JANJI)
    akhir = riwayat(aspirasi).filter(aksi__in=tentang).last()
    return akhir is not None and akhir.aksi == Aksi.TAGIH_JANJI
