"""The figures of the first page and of a kampung, each one query over summary rows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Value

from aspirasi.enums import STATUS_PERLU_JAWABAN, Status
from aspirasi.models import Aspirasi
from core.waktu import hari_ini
from proyek.bacaan.uang import persen_dari
from proyek.enums import SumberDana, Tahap
from proyek.models import Bidang, Proyek
from transparansi.models import RingkasanProyek, RingkasanQuerySet, RingkasanUang
from warga.models import Kampung

KUNCI = ("kampung_id", "tahun", "bidang_id", "bidang__kode", "bidang__nama")
# As many columns of both, so that one query reads both.
HITUNGAN = (
    *("jumlah_direncanakan", "jumlah_proyek", "jumlah_selesai", "jumlah_dicairkan"),
    *("jumlah_dibelanjakan", "jumlah_berpersen", "anggaran_berpersen", "bobot"),
)
RUPIAH = (
    *("jumlah_direncanakan", "jumlah_proyek", "direncanakan", "jumlah_dicairkan"),
    *("jumlah_dibelanjakan", "dicairkan", "dibelanjakan", "anggaran"),
)


@dataclass
class Jumlah:
    """Sums over projects, in rupiah. A figure that nobody has told yet is None, never zero.

    `direncanakan` is never part of `anggaran`, and the projects that it belongs to are not among
    `proyek`. `isi` holds the sums by the columns of the summaries, `uang` those of sources.
    """

    isi: Counter[str] = field(default_factory=Counter)
    uang: Counter[str] = field(default_factory=Counter)

    @property
    def proyek(self) -> int:
        return self.isi["jumlah_proyek"]

    @property
    def rencana(self) -> int:
        return self.isi["jumlah_direncanakan"]

    @property
    def selesai(self) -> int:
        return self.isi["jumlah_selesai"]

    @property
    def melapor_belanja(self) -> int:
        return self.isi["jumlah_dibelanjakan"]

    @property
    def berpersen(self) -> int:
        return self.isi["jumlah_berpersen"]

    @property
    def direncanakan(self) -> int:
        return self.uang["direncanakan"]

    @property
    def anggaran(self) -> int:
        return self.uang["anggaran"]

    @property
    def dicairkan(self) -> int | None:
        return self.uang["dicairkan"] if self.uang["jumlah_dicairkan"] else None

    @property
    def dibelanjakan(self) -> int | None:
        return self.uang["dibelanjakan"] if self.uang["jumlah_dibelanjakan"] else None

    @property
    def sisa(self) -> int | None:
        """Return the budget that is not spent yet. None while no project has told its spending."""
        return None if self.dibelanjakan is None else self.anggaran - self.dibelanjakan

    @property
    def persen_dibelanjakan(self) -> Decimal | None:
        return persen_dari(self.dibelanjakan, self.anggaran)

    @property
    def persen_pekerjaan(self) -> Decimal | None:
        """Return the progress weighted by budget, over the projects that have reported."""
        if not self.isi["anggaran_berpersen"]:
            return None
        return round(Decimal(self.isi["bobot"]) / self.isi["anggaran_berpersen"], 1)


@dataclass
class Uang:
    """Money of one budget year: over all, by kampung, by bidang and by source (its word)."""

    tahun: int
    daftar_tahun: list[int]
    total: Jumlah = field(default_factory=Jumlah)
    per_kampung: dict[int, Jumlah] = field(default_factory=dict)
    per_bidang: dict[Bidang, Jumlah] = field(default_factory=dict)
    per_sumber: dict[str, Jumlah] = field(default_factory=dict)

    def tambah(self, sumber: str, kampung: int, bidang: Bidang, nilai: Sequence[Any]) -> None:
        """Add one summary row: of counts, or of the money of a source ("" for none)."""
        semua = [
            self.total,
            self.per_kampung.setdefault(kampung, Jumlah()),
            self.per_bidang.setdefault(bidang, Jumlah()),
        ]
        if not sumber:
            for jumlah in semua:
                jumlah.isi.update(dict(zip(HITUNGAN, nilai, strict=True)))
            return
        kata = str(SumberDana(sumber).label)
        for jumlah in (*semua, self.per_sumber.setdefault(kata, Jumlah())):
            jumlah.uang.update(dict(zip(RUPIAH, map(int, nilai), strict=True)))


def uang(tahun: int | None, kampung: Kampung | None = None) -> Uang:
    """Return the sums of `tahun` (this year if None), of `kampung` or of the real ones.

    One query: the counts have a row per kampung, bidang and year, the money of that year one per
    kampung, bidang and source.
    """
    kini = hari_ini().year
    hitungan = _baris(RingkasanProyek.objects.all(), kampung, Value(""), HITUNGAN)
    rupiah = RingkasanUang.objects.filter(tahun=tahun or kini)
    semua = hitungan.union(_baris(rupiah, kampung, F("sumber"), RUPIAH), all=True)
    baris = sorted(semua, key=lambda satu: (satu[4], satu[0], satu[1]))
    hasil = Uang(tahun or kini, sorted({satu[2] for satu in baris} | {kini}, reverse=True))
    for sumber, kampung_id, tahun_baris, bidang, kode, nama, *nilai in baris:
        if tahun_baris == hasil.tahun:
            hasil.tambah(sumber, kampung_id, Bidang(pk=bidang, kode=kode, nama=nama), nilai)
    return hasil


def _baris(
    himpunan: RingkasanQuerySet[Any], kampung: Kampung | None, sumber: Any, kolom: Sequence[str]
) -> QuerySet[Any, Any]:
    """Return summary rows that say something, of one kampung or of all real ones, as tuples."""
    milik = himpunan.filter(kampung=kampung) if kampung else himpunan.untuk_jumlah()
    berisi = milik.filter(Q(jumlah_proyek__gt=0) | Q(jumlah_direncanakan__gt=0))
    return berisi.order_by().values_list(sumber, *KUNCI, *kolom)


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
