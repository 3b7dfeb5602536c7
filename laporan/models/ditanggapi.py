"""The clock of an answer that an office owes to words of residents and BPK Kampung."""

import datetime as dt
from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import Q

from core.tenggat import jam
from core.tenggat.bertenggat import Bertenggat, kendala_jam
from core.tenggat.hari_kerja import hitung_hari_kerja, tanggal_wib
from core.waktu import hari_ini
from laporan.enums import Penanggap
from proyek.enums import Pencatat

HARI_TANGGAPAN = 5  # working days from the moment at which everybody can read it
# The columns that answers move. The application's role may write no other of a note.
KOLOM_JAM = (
    *("langkah_mulai", "jatah_hari", "janji", "tenggat", "alasan_tertunda", "eskalasi"),
    *("penanggap", "ditanggapi_pada", "belum_puas_pada"),
)
DITUNGGU = Q(tenggat__isnull=False, ditanggapi_pada__isnull=True)


class Ditanggapi(Bertenggat):
    """Abstract: something said in public that an office answers within the clock.

    `mulai_ditunggu` begins the clock at the moment from which everybody can read it. What asks for
    no answer has no clock, and may be answered all the same. After an answer the clock stands
    still, so that `janji` still tells whether it came in time. `penanggap` is the office whose turn
    it is: that of the kampung, or the kecamatan, where it opened the project or the answer did not
    settle the matter (`belum_puas_pada`; then a second clock runs, once). A concrete Meta takes
    `kendala_tanggapan`; `laporan.services.tanggapan` alone sets these columns afterwards.
    """

    penanggap = models.CharField(
        "ditanggapi oleh", max_length=9, choices=Penanggap, default=Penanggap.KAMPUNG
    )
    ditanggapi_pada = models.DateTimeField("ditanggapi", null=True, blank=True, editable=False)
    belum_puas_pada = models.DateTimeField("dinyatakan belum menjawab", null=True, editable=False)

    class Meta:
        abstract = True

    def mulai_ditunggu(self) -> None:
        """Begin the clock today; the caller saves."""
        self._mulai(hari_ini())

    def _mulai(self, awal: dt.date) -> None:
        """Begin the clock on `awal`, for the office whose turn it is."""
        if self.milik_kecamatan:
            self.penanggap = Penanggap.KECAMATAN
        jam.mulai(self, HARI_TANGGAPAN, awal=awal)

    @property
    def milik_kecamatan(self) -> bool:
        """Return whether it is about something that the kecamatan itself began."""
        dibuka: bool = getattr(self, "proyek").pembuka == Pencatat.KECAMATAN  # noqa: B009 - of the concrete model
        return dibuka

    @property
    def kampung_penanggap(self) -> int:
        """Return the kampung whose office answers."""
        milik: int = getattr(self, "proyek").kampung_id  # noqa: B009 - of the concrete model
        return milik

    @property
    def terbukti(self) -> bool:
        """Return whether somebody whom the portal knows said it."""
        return True

    @property
    def ditanggapi_kecamatan(self) -> bool:
        """Return whether it is the turn of the kecamatan."""
        return self.penanggap == Penanggap.KECAMATAN

    @property
    def sudah_ditanggapi(self) -> bool:
        return self.ditanggapi_pada is not None

    @property
    def menunggu_petugas(self) -> bool:
        """Return whether an office owes an answer."""
        return self.tenggat is not None and self.ditanggapi_pada is None

    @property
    def hari_lewat(self) -> int:
        """Return how many working days after its due day the answer came; 0 for in time, and while
        there is none."""
        if self.ditanggapi_pada is None or self.janji is None:
            return 0
        datang = tanggal_wib(self.ditanggapi_pada)
        return max(0, hitung_hari_kerja(self.janji, datang, self.libur))


D = TypeVar("D", bound=Ditanggapi, covariant=True)


class DitanggapiMixin(models.QuerySet[D]):
    """QuerySet mixin. Its owner says what everybody may read (`umum`): nothing else is awaited."""

    # The lookup of the kampung that answers.
    KAMPUNG = "proyek__kampung"

    def umum(self) -> Self:
        raise NotImplementedError

    def ditunggu(self) -> Self:
        """Return what waits for an answer, that of the kecamatan among it; the one due first comes
        first."""
        return self.umum().filter(DITUNGGU).order_by("tenggat", "pk")

    def menunggu_kampung(self, kampung: int | None) -> Self:
        """Return what the aparat of a kampung owe an answer."""
        milik: dict[str, Any] = {self.KAMPUNG: kampung, "penanggap": Penanggap.KAMPUNG}
        return self.ditunggu().filter(**milik)

    def menunggu_kecamatan(self) -> Self:
        """Return what the kecamatan itself owes an answer."""
        return self.ditunggu().filter(penanggap=Penanggap.KECAMATAN)

    def terlambat(self) -> Self:
        """Return what is past its due day (WIB), whoever owes the answer."""
        return self.ditunggu().filter(tenggat__lt=hari_ini())


def kendala_tanggapan(awalan: str) -> list[models.CheckConstraint]:
    """Return what the database holds of everything that is answered; `awalan` begins the names."""
    return [
        *kendala_jam(awalan),
        models.CheckConstraint(
            condition=Q(belum_puas_pada__isnull=True) | Q(penanggap=Penanggap.KECAMATAN),
            name=f"{awalan}_belum_puas_kecamatan",
            violation_error_message="Yang dinyatakan belum menjawab ditanggapi kecamatan.",
        ),
        models.CheckConstraint(
            condition=Q(belum_puas_pada__isnull=True) | Q(tenggat__isnull=False),
            name=f"{awalan}_belum_puas_bertenggat",
            violation_error_message="Yang dinyatakan belum menjawab harus punya tenggat.",
        ),
    ]
