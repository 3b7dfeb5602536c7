"""The figures of the first page and of a kampung, each one query over summary rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import connection, transaction
from django.db.models import Count, Q, QuerySet

from aspirasi.enums import STATUS_PERLU_JAWABAN, Status
from aspirasi.models import Aspirasi
from core.waktu import hari_ini
from proyek.bacaan.uang import persen_dari
from proyek.enums import Tahap
from proyek.models import Bidang, Proyek
from transparansi.models import RingkasanProyek
from warga.models import Kampung

KOLOM = (
    "kampung_id, bidang_id, tahun, jumlah_proyek, jumlah_selesai, pagu, jumlah_tercair,"
    " diterima, jumlah_belanja, dibelanjakan, jumlah_berpersen, pagu_berpersen, bobot"
)
BEDA = f"""
WITH tersimpan AS (SELECT {KOLOM} FROM transparansi_ringkasanproyek),
     baru AS (SELECT {KOLOM} FROM transparansi_hitungan)
SELECT count(DISTINCT (kampung_id, bidang_id, tahun)) FROM (
    (TABLE tersimpan EXCEPT TABLE baru) UNION ALL (TABLE baru EXCEPT TABLE tersimpan)
) beda
"""  # noqa: S608 - constants


@dataclass
class Jumlah:
    """Sums over projects, in rupiah. A figure that nobody has told yet is None, never zero."""

    proyek: int = 0
    selesai: int = 0
    pagu: int = 0
    tercair: int = 0
    belanja: int = 0
    berpersen: int = 0
    _diterima: int = 0
    _dibelanjakan: int = 0
    _pagu_berpersen: int = 0
    _bobot: Decimal = Decimal(0)

    def tambah(self, baris: RingkasanProyek) -> None:
        """Add one summary row."""
        self.proyek += baris.jumlah_proyek
        self.selesai += baris.jumlah_selesai
        self.pagu += baris.pagu
        self.tercair += baris.jumlah_tercair
        self.belanja += baris.jumlah_belanja
        self.berpersen += baris.jumlah_berpersen
        self._diterima += baris.diterima
        self._dibelanjakan += baris.dibelanjakan
        self._pagu_berpersen += baris.pagu_berpersen
        self._bobot += baris.bobot

    @property
    def diterima(self) -> int | None:
        return self._diterima if self.tercair else None

    @property
    def dibelanjakan(self) -> int | None:
        return self._dibelanjakan if self.belanja else None

    @property
    def sisa(self) -> int | None:
        """Return the budget that is not spent yet. None while no project has told its spending."""
        return None if self.dibelanjakan is None else self.pagu - self.dibelanjakan

    @property
    def persen_diterima(self) -> Decimal | None:
        return persen_dari(self.diterima, self.pagu)

    @property
    def persen_dibelanjakan(self) -> Decimal | None:
        return persen_dari(self.dibelanjakan, self.pagu)

    @property
    def persen_pekerjaan(self) -> Decimal | None:
        """Return the progress weighted by budget, over the projects that have reported."""
        if not self._pagu_berpersen:
            return None
        return round(self._bobot / self._pagu_berpersen, 1)


@dataclass
class Uang:
    """Money of one budget year: over all, by kampung and by bidang."""

    tahun: int
    daftar_tahun: list[int]
    total: Jumlah = field(default_factory=Jumlah)
    per_kampung: dict[int, Jumlah] = field(default_factory=dict)
    per_bidang: dict[Bidang, Jumlah] = field(default_factory=dict)


def uang(tahun: int | None, kampung: Kampung | None = None) -> Uang:
    """Return the sums of `tahun` (this year if None), of `kampung` or of the real ones.

    One query: the summary has one row per kampung, bidang and year.
    """
    semua = RingkasanProyek.objects.select_related("bidang").order_by("bidang__kode")
    semua = semua.filter(kampung=kampung) if kampung else semua.untuk_jumlah()
    baris = list(semua)
    kini = hari_ini().year
    hasil = Uang(tahun or kini, sorted({b.tahun for b in baris} | {kini}, reverse=True))
    for satu in baris:
        if satu.tahun == hasil.tahun:
            hasil.total.tambah(satu)
            hasil.per_kampung.setdefault(satu.kampung_id, Jumlah()).tambah(satu)
            hasil.per_bidang.setdefault(satu.bidang, Jumlah()).tambah(satu)
    return hasil


@dataclass
class Ketepatan:
    """How many public kiriman of a year were looked at and answered in time."""

    masuk: int = 0
    periksa_tepat: int = 0
    periksa_terlambat: int = 0
    periksa_menunggu: int = 0
    jawab_tepat: int = 0
    jawab_terlambat: int = 0
    jawab_menunggu: int = 0

    def tambah(self, lain: "Ketepatan") -> None:
        for nama in self.__dataclass_fields__:
            setattr(self, nama, getattr(self, nama) + getattr(lain, nama))

    @property
    def diperiksa(self) -> int:
        """Return the number whose first look is done or overdue: punctuality counts these."""
        return self.periksa_tepat + self.periksa_terlambat + self.periksa_menunggu

    @property
    def dijawab(self) -> int:
        return self.jawab_tepat + self.jawab_terlambat + self.jawab_menunggu


def ketepatan(
    tahun: int, rekaan: Iterable[Kampung] = ()
) -> tuple[Ketepatan, dict[int | None, Ketepatan]]:
    """Return punctuality over all and by kampung (None: no kampung named). One query.

    Only kiriman that everyone reads are counted (looked at, neither withdrawn nor erased), so that
    no number tells of another. Kiriman of the invented kampung (`rekaan`) are not in the sum, and a
    joined kiriman does not count a second time. `…_menunggu` are kiriman past their first due date,
    whatever delay was announced, that are not counted as `…_terlambat` already. While the sender is
    asked, nobody is late. Only columns of the index `aspirasi_ketepatan` are read.
    """
    lewat = Q(janji__lt=hari_ini())
    diperiksa = lewat & Q(status=Status.DIAJUKAN, diperiksa_tepat__isnull=True)
    dijawab = lewat & Q(status__in=STATUS_PERLU_JAWABAN, dijawab_tepat__isnull=True)
    angka = (
        Aspirasi.objects.terbit()
        .filter(dihapus_pada__isnull=True, dibuat__year=tahun)
        .order_by()
        .values("kampung")
        .annotate(
            masuk=Count("dibuat", filter=~Q(status=Status.DIGABUNG)),
            periksa_tepat=Count("dibuat", filter=Q(diperiksa_tepat=True)),
            periksa_terlambat=Count("dibuat", filter=Q(diperiksa_tepat=False)),
            periksa_menunggu=Count("dibuat", filter=diperiksa),
            jawab_tepat=Count("dibuat", filter=Q(dijawab_tepat=True)),
            jawab_terlambat=Count("dibuat", filter=Q(dijawab_tepat=False)),
            jawab_menunggu=Count("dibuat", filter=dijawab),
        )
    )
    total, per_kampung = Ketepatan(), {}
    luar = {k.pk for k in rekaan}
    for baris in angka:
        kampung = baris.pop("kampung")
        per_kampung[kampung] = Ketepatan(**baris)
        if kampung not in luar:
            total.tambah(per_kampung[kampung])
    return total, per_kampung


def tersendat() -> QuerySet[Proyek]:
    """Return projects that were stopped, or run past their planned end (Permendagri 20/2018)."""
    lewat = Q(tahap=Tahap.BERJALAN, selesai_rencana__lt=hari_ini())
    return (
        Proyek.objects.berlaku()
        .filter(lewat | Q(tahap=Tahap.DIHENTIKAN_SEMENTARA))
        .select_related("kampung")
        .with_alasan_berhenti()
        .order_by("-selesai_rencana", "-pk")
    )


def gabung(
    kampung: Iterable[Kampung], uang: Uang, tepat: dict[int | None, Ketepatan]
) -> list[tuple[Kampung, Jumlah | None, Ketepatan | None]]:
    """Return one row per kampung; None where nothing is recorded."""
    return [(k, uang.per_kampung.get(k.pk), tepat.get(k.pk)) for k in kampung]


@transaction.atomic
def hitung_ulang(*, betulkan: bool = True) -> int:
    """Compare the summary with a fresh count. Return how many rows differed.

    With `betulkan` the summary is written anew when it differs.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT transparansi_kunci()")
        cursor.execute(BEDA)
        beda = int(cursor.fetchone()[0])
        if beda and betulkan:
            cursor.execute("SELECT transparansi_hitung_semua()")
    return beda
