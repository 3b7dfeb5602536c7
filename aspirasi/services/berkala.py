"""Periodic work on kiriman, declared in the setting TUGAS_BERKALA.

A job only looks. Each row that it finds becomes a task, so that each row has a transaction of its
own and a failure holds up no other. The task looks again under the lock, so a job that runs twice,
or late, does no harm.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet

from aspirasi.enums import Aksi, Langkah, Status
from aspirasi.hari import HARI_PENGIRIM
from aspirasi.laku import PINDAH
from aspirasi.models import Aspirasi, TautanProyek
from aspirasi.services import jam, janji, tahap_keliru, waktu_proyek
from aspirasi.services.alur import kunci_baris, pastikan_boleh_ditanya, pindah
from aspirasi.services.langkah import catat_langkah
from aspirasi.services.pengingat import ingatkan
from core.antrean.tugas import antre
from core.galat import TidakBisa
from core.jejak.catat import catat, riwayat
from core.templatetags.bentuk import tanggal
from core.tenggat.ejaan import ejaan
from core.tenggat.jam import keliru
from core.waktu import hari_ini
from proyek.enums import TAHAP_KABAR, TAHAP_RAMPUNG, Tahap
from proyek.laku import BERALASAN
from proyek.models import Proyek

URUNGKAN = "urungkan_tahap"
BELUM_WAKTUNYA = "Waktu pengirim untuk menjawab belum habis."
ALASAN_DIAM = (
    f"Pertanyaan petugas tidak dijawab dalam {ejaan(HARI_PENGIRIM)} hari kerja. "
    "Kiriman baru tetap dapat dibuat."
)


def tutup_otomatis() -> None:
    """Close kiriman that were answered ten silent working days ago: tanpa konfirmasi, no
    success."""
    _bagikan(Aksi.TUTUP_DIAM, _habis(Status.DITANGGAPI).filter(balasan_pada__isnull=True))


def arsipkan_otomatis() -> None:
    """Put away kiriman whose sender was asked ten silent working days ago."""
    _bagikan(Aksi.ARSIPKAN_DIAM, _habis(Status.PERLU_PERBAIKAN))


def ingatkan_terlambat() -> None:
    """Remind of kiriman past their due date, rung by rung, and of letters without an answer."""
    _bagikan(Aksi.ESKALASI, Aspirasi.objects.terlambat())


def tagih_janji() -> None:
    """Ask the senders of kiriman whose promised day has passed."""
    _bagikan(Aksi.TAGIH_JANJI, _habis(Status.DIJANJIKAN))


def ikuti_proyek() -> None:
    """Follow the projects that answer kiriman. Take back kiriman that waited for a cancelled
    project, tell the new stage and the new days of the others, and ask the senders about finished
    ones. Undo first what followed a stage that was taken back."""
    salah = TautanProyek.objects.keliru()
    _bagikan(URUNGKAN, Aspirasi.objects.filter(tautan_proyek__in=salah.values("pk")))
    menunggu = Aspirasi.objects.filter(status=Status.DIRENCANAKAN)
    batal = menunggu.filter(tautan_proyek__proyek__tahap=Tahap.DIBATALKAN)
    _bagikan(Aksi.LEPAS_PROYEK, batal.filter(langkah=Langkah.NIHIL))
    belum = TautanProyek.objects.exclude(tahap_dikabarkan=F("proyek__tahap"))
    rampung = Q(proyek__tahap__in=TAHAP_RAMPUNG)
    berubah, selesai = belum.exclude(rampung), belum.filter(rampung)
    _bagikan(Aksi.IKUTI_TAHAP, menunggu.filter(tautan_proyek__in=berubah))
    selesai = selesai.exclude(tahap_dikabarkan__in=TAHAP_RAMPUNG)
    _bagikan(Aksi.TANYAI, menunggu.filter(tautan_proyek__in=selesai))
    digeser = waktu_proyek.baru_berubah().values("proyek")
    _bagikan(Aksi.WAKTU_PROYEK, menunggu.filter(tautan_proyek__proyek__in=digeser))


def hitung_ulang_tenggat() -> None:
    """Find due dates that no longer follow from their days, because a holiday came or went."""
    # No holiday moves a promise.
    for salah in keliru(Aspirasi.objects.terbuka().exclude(langkah=Langkah.JANJI)):
        _bagikan("setel_tenggat", salah, sekali=False)


def kerjakan(nama: str, acuan: str) -> None:
    """Do one act on one row (a task). Nothing happens when somebody was faster."""
    with suppress(TidakBisa):
        PEKERJAAN[nama](acuan)


@transaction.atomic
def tutup_diam(acuan: str) -> None:
    """Close one without a word of its sender. Raises TidakBisa before the time is up, and while a
    word of theirs waits to be read: that was no silence."""
    _diam(acuan, Aksi.TUTUP_DIAM, Langkah.KONFIRMASI)


@transaction.atomic
def arsipkan_diam(acuan: str) -> None:
    """Put one away whose sender did not answer. Raises TidakBisa before the time is up."""
    _diam(acuan, Aksi.ARSIPKAN_DIAM, Langkah.PENGIRIM, ALASAN_DIAM)


@transaction.atomic
def ikuti_tahap(acuan: str) -> None:
    """Tell its sender and its followers the new stage of each project that answers it, once.

    A stage between two rounds of meetings is noted without a word, so that the next round is news
    again. Raises TidakBisa when nothing changed, or when it no longer waits for a project.
    """
    aspirasi = _terkunci(acuan)
    tautan = _tautan(aspirasi)
    baru = [t for t in tautan if t.tahap_dikabarkan != t.proyek.tahap and not _rampung(t)]
    if not baru or _semua_batal(tautan) or aspirasi.tautan_proyek.keliru().exists():
        raise TidakBisa("Tidak ada kabar baru dari proyek yang menjawab kiriman ini.")
    for satu in baru:
        if satu.proyek.tahap in TAHAP_KABAR:
            _lakukan(aspirasi, Aksi.IKUTI_TAHAP, *_kabar_tahap(satu.proyek))
    _tandai(baru)


@transaction.atomic
def tanyai(acuan: str) -> None:
    """Ask the sender whether a finished project settled it, once for each project.

    Raises TidakBisa before one is finished, and when the sender was asked about it already.
    """
    aspirasi = _terkunci(acuan)
    pastikan_boleh_ditanya(aspirasi)
    rampung = filter(_rampung, _tautan(aspirasi))
    baru = [t for t in rampung if t.tahap_dikabarkan not in TAHAP_RAMPUNG]
    if not baru:
        raise TidakBisa("Pengirim sudah ditanya.")
    nomor = ", ".join(t.proyek.nomor for t in baru)
    _lakukan(aspirasi, Aksi.TANYAI, rincian={"proyek": nomor})
    _tandai(baru)


@transaction.atomic
def lepas_proyek(acuan: str) -> None:
    """Bring back to the desk a kiriman whose projects were all cancelled; else raise TidakBisa."""
    aspirasi = _terkunci(acuan)
    tautan = _tautan(aspirasi)
    if not _semua_batal(tautan):
        raise TidakBisa("Proyek yang menjawab kiriman ini tidak dibatalkan.")
    nomor = ", ".join(t.proyek.nomor for t in tautan)
    _lakukan(aspirasi, Aksi.LEPAS_PROYEK, f"Proyek {nomor} dibatalkan.")
    _tandai(tautan)  # that is not news again when another project answers it


@transaction.atomic
def setel_tenggat(acuan: str) -> None:
    """Count one due date anew from its own start. For a delayed one only the first day changes."""
    aspirasi = _terkunci(acuan)
    lama = aspirasi.tenggat
    jam.hitung_ulang(aspirasi)
    aspirasi.save(update_fields=["janji", "tenggat"])
    if aspirasi.tenggat != lama:
        rincian = {"ke": f"paling lambat {tanggal(aspirasi.tenggat)}", "dari": lama}
        catat(objek=aspirasi, aksi=Aksi.TENGGAT_DIHITUNG, rincian=rincian)


def _habis(status: str) -> QuerySet[Aspirasi]:
    return Aspirasi.objects.filter(status=status, tenggat__lt=hari_ini())


def _bagikan(nama: str, baris: QuerySet[Aspirasi], *, sekali: bool = True) -> None:
    """Queue one task per row. With `sekali`, a row that is found again on the same day is queued
    once."""
    for acuan, tenggat in baris.order_by("pk").values_list("acuan", "tenggat").distinct():
        nomor = f"aspirasi:{nama}:{acuan.hex}:{tenggat}:{hari_ini()}" if sekali else ""
        antre("aspirasi.services.berkala.kerjakan", nama, acuan.hex, kunci=nomor)


def _diam(acuan: str, aksi: str, langkah: str, alasan: str = "") -> None:
    aspirasi = _terkunci(acuan)
    habis = aspirasi.tenggat is not None and aspirasi.tenggat < hari_ini()
    diam = aspirasi.langkah == langkah and habis and aspirasi.balasan_pada is None
    if aspirasi.status in PINDAH[aksi].dari and not diam:
        raise TidakBisa(BELUM_WAKTUNYA)
    _lakukan(aspirasi, aksi, alasan)


def _lakukan(
    aspirasi: Aspirasi, aksi: str, alasan: str = "", rincian: dict[str, Any] | None = None
) -> None:
    aspirasi, dari = pindah(aspirasi, aksi, alasan)
    aspirasi.save()
    catat_langkah(aspirasi, aksi, None, dari, alasan, rincian)


def _tautan(aspirasi: Aspirasi) -> list[TautanProyek]:
    return list(aspirasi.tautan_proyek.select_related("proyek"))


def _rampung(tautan: TautanProyek) -> bool:
    return tautan.proyek.tahap in TAHAP_RAMPUNG


def _semua_batal(tautan: list[TautanProyek]) -> bool:
    return all(t.proyek.tahap == Tahap.DIBATALKAN for t in tautan)


def _tandai(tautan: list[TautanProyek]) -> None:
    """Note that the sender knows of these stages."""
    for satu in tautan:
        satu.tahap_dikabarkan = satu.proyek.tahap
        satu.save(update_fields=["tahap_dikabarkan"])


def _kabar_tahap(proyek: Proyek) -> tuple[str, dict[str, Any]]:
    """Return why the project stands at its stage, as its own page says it, and the details to
    tell."""
    rincian = {"proyek": proyek.nomor, "tahap": proyek.get_tahap_display().lower()}
    beralasan = riwayat(proyek).filter(ke=proyek.tahap, aksi__in=BERALASAN)
    if not (jejak := beralasan.last()):
        return "", rincian
    keputusan = (jejak.isi.rincian or {}).get("keputusan", "")
    return jejak.isi.alasan, rincian | {"keputusan": keputusan}


def _terkunci(acuan: str) -> Aspirasi:
    return kunci_baris(Aspirasi.objects.get(acuan=acuan))


# The work of the worker is code, so it stands here and not in the rows.
PEKERJAAN: dict[str, Callable[[str], None]] = {
    Aksi.TUTUP_DIAM: tutup_diam,
    Aksi.ARSIPKAN_DIAM: arsipkan_diam,
    Aksi.IKUTI_TAHAP: ikuti_tahap,
    Aksi.TANYAI: tanyai,
    Aksi.LEPAS_PROYEK: lepas_proyek,
    Aksi.ESKALASI: ingatkan,
    Aksi.TAGIH_JANJI: janji.tagih,
    Aksi.WAKTU_PROYEK: waktu_proyek.kabari_waktu,
    URUNGKAN: tahap_keliru.urungkan,
    "setel_tenggat": setel_tenggat,
}
