"""Periodic work on kiriman, declared in the setting TUGAS_BERKALA.

A job only looks. What it finds becomes a task for one row, so that each row has a
transaction of its own and one that fails holds up no other. The task looks again under the
lock: doing a job twice, or late, does nothing more.
"""

from collections.abc import Callable
from contextlib import suppress

from django.db import transaction
from django.db.models import QuerySet

from aspirasi import jam
from aspirasi.alur import kunci, pastikan_boleh_ditanya, pindah
from aspirasi.enums import TRANSISI, Aksi, Langkah, Status
from aspirasi.models import Aspirasi
from aspirasi.pengingat import ingatkan
from aspirasi.services import catat_langkah
from core.antrean import antre
from core.galat import TidakBisa
from core.hari_kerja import tambah_hari_kerja
from core.jejak import catat
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini
from proyek.enums import TAHAP_RAMPUNG, Tahap

BELUM_WAKTUNYA = "Waktu pengirim untuk menjawab belum habis."
ALASAN_DIAM = (
    "Pertanyaan petugas tidak dijawab dalam sepuluh hari kerja. Kiriman baru tetap dapat dibuat."
)


def tutup_otomatis() -> None:
    """Close what was answered ten silent working days ago: tanpa konfirmasi, no success."""
    _bagikan(Aksi.TUTUP_DIAM, _habis(Status.DITANGGAPI))


def arsipkan_otomatis() -> None:
    """Put away what its sender was asked about ten silent working days ago."""
    _bagikan(Aksi.ARSIPKAN_DIAM, _habis(Status.PERLU_PERBAIKAN))


def ingatkan_terlambat() -> None:
    """Remind of what is past due, rung by rung, and of letters without an answer."""
    _bagikan(Aksi.ESKALASI, Aspirasi.objects.terlambat())


def ikuti_proyek() -> None:
    """Ask the senders of finished projects; take back what was to wait for a cancelled one."""
    menunggu = Aspirasi.objects.filter(status=Status.DIRENCANAKAN, langkah=Langkah.NIHIL)
    rampung = menunggu.filter(tautan_proyek__proyek__tahap__in=TAHAP_RAMPUNG)
    _bagikan(Aksi.TANYAI, rampung)
    batal = menunggu.filter(tautan_proyek__proyek__tahap=Tahap.DIBATALKAN)
    _bagikan(Aksi.LEPAS_PROYEK, batal)


def hitung_ulang_tenggat() -> None:
    """Find due dates that no longer follow from their days, because a holiday came or went."""
    berjalan = Aspirasi.objects.terbuka().filter(jatah_hari__isnull=False, alasan_tertunda="")
    jam_berbeda = berjalan.order_by().values_list("langkah_mulai", "jatah_hari", "tenggat")
    for mulai, jatah, tenggat in jam_berbeda.distinct():
        if tambah_hari_kerja(mulai, jatah) != tenggat:
            salah = berjalan.filter(langkah_mulai=mulai, jatah_hari=jatah, tenggat=tenggat)
            _bagikan("setel_tenggat", salah, sekali=False)


def kerjakan(nama: str, acuan: str) -> None:
    """Do one act on one row (a task); nothing when somebody was faster."""
    with suppress(TidakBisa):
        PEKERJAAN[nama](acuan)


@transaction.atomic
def tutup_diam(acuan: str) -> None:
    """Close one without a word of its sender. Raises TidakBisa before the time is up."""
    _diam(acuan, Aksi.TUTUP_DIAM, Langkah.KONFIRMASI)


@transaction.atomic
def arsipkan_diam(acuan: str) -> None:
    """Put one away whose sender did not answer. Raises TidakBisa before the time is up."""
    _diam(acuan, Aksi.ARSIPKAN_DIAM, Langkah.PENGIRIM, ALASAN_DIAM)


@transaction.atomic
def tanyai(acuan: str) -> None:
    """Ask the sender whether the finished project settled it, once.

    Raises TidakBisa before it is finished, and when the sender was asked already.
    """
    aspirasi = _terkunci(acuan)
    pastikan_boleh_ditanya(aspirasi)
    if aspirasi.langkah == Langkah.KONFIRMASI:
        raise TidakBisa("Pengirim sudah ditanya.")
    _lakukan(aspirasi, Aksi.TANYAI)


@transaction.atomic
def lepas_proyek(acuan: str) -> None:
    """Bring one back to the desk whose projects were all cancelled; else TidakBisa."""
    aspirasi = _terkunci(acuan)
    proyek = [t.proyek for t in aspirasi.tautan_proyek.select_related("proyek")]
    if any(p.tahap != Tahap.DIBATALKAN for p in proyek):
        raise TidakBisa("Proyek yang menjawab kiriman ini tidak dibatalkan.")
    nomor = ", ".join(p.nomor for p in proyek)
    _lakukan(aspirasi, Aksi.LEPAS_PROYEK, f"Proyek {nomor} dibatalkan.")


@transaction.atomic
def setel_tenggat(acuan: str) -> None:
    """Count one due date anew from its own start."""
    aspirasi = _terkunci(acuan)
    lama, baru = aspirasi.tenggat, jam.janji(aspirasi)
    if baru == lama or aspirasi.alasan_tertunda or not aspirasi.terbuka:
        return
    aspirasi.tenggat = baru
    aspirasi.save(update_fields=["tenggat"])
    rincian = {"ke": f"paling lambat {tanggal(baru)}", "dari": lama}
    catat(objek=aspirasi, aksi="tenggat_dihitung", rincian=rincian)


def _habis(status: str) -> QuerySet[Aspirasi]:
    return Aspirasi.objects.filter(status=status, tenggat__lt=hari_ini())


def _bagikan(nama: str, baris: QuerySet[Aspirasi], *, sekali: bool = True) -> None:
    """Queue one task per row; with `sekali`, a row found again on the same day just once."""
    for acuan, tenggat in baris.order_by("pk").values_list("acuan", "tenggat").distinct():
        nomor = f"aspirasi:{nama}:{acuan.hex}:{tenggat}:{hari_ini()}" if sekali else ""
        antre("aspirasi.berkala.kerjakan", nama, acuan.hex, kunci=nomor)


def _diam(acuan: str, aksi: str, langkah: str, alasan: str = "") -> None:
    aspirasi = _terkunci(acuan)
    habis = aspirasi.tenggat is not None and aspirasi.tenggat < hari_ini()
    if aspirasi.status in TRANSISI[aksi].dari and not (aspirasi.langkah == langkah and habis):
        raise TidakBisa(BELUM_WAKTUNYA)
    _lakukan(aspirasi, aksi, alasan)


def _lakukan(aspirasi: Aspirasi, aksi: str, alasan: str = "") -> None:
    aspirasi, dari = pindah(aspirasi, aksi, alasan)
    aspirasi.save()
    catat_langkah(aspirasi, aksi, None, dari, alasan)


def _terkunci(acuan: str) -> Aspirasi:
    return kunci(Aspirasi.objects.get(acuan=acuan))


PEKERJAAN: dict[str, Callable[[str], None]] = {
    Aksi.TUTUP_DIAM: tutup_diam,
    Aksi.ARSIPKAN_DIAM: arsipkan_diam,
    Aksi.TANYAI: tanyai,
    Aksi.LEPAS_PROYEK: lepas_proyek,
    Aksi.ESKALASI: ingatkan,
    "setel_tenggat": setel_tenggat,
}
