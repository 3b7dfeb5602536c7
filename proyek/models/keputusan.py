"""Keputusan: a decision with its reason, standing alone or about a project."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, ClassVar, Self

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, Q, When
from django.urls import reverse

from core.cari.kolom import vektor
from core.cari.kueri import indeks_rapat
from core.formulir.fields import BarisField, JudulField, KunciSekaliField, TeksField
from core.laku import Laku
from core.templatetags.bentuk import tanggal
from core.waktu import sekarang
from proyek.enums import TAHAP_NEGATIF, Dasar, KeadaanSikap, Pencatat, Tahap
from proyek.laku import LAKU_KEPUTUSAN
from proyek.models.proyek import Proyek
from warga.models import Kampung, Pengguna
from warga.rules import adalah_aparat, adalah_kecamatan

PANJANG_ALASAN_NEGATIF = 20
LAMA_MENUNGGU = timedelta(days=30)


class KeputusanQuerySet(models.QuerySet["Keputusan"]):
    """Reads of decisions. One that the kecamatan entered for a kampung is public only after its
    kakam said yes, or with its scan; one whose project was opened by mistake went with it."""

    def tanpa_dicabut(self) -> Self:
        """Return the decisions whose project, if they have one, was not taken back."""
        return self.filter(proyek__dicabut_pada__isnull=True)

    def terbit(self) -> Self:
        """Return the decisions that everyone may read."""
        return self.tanpa_dicabut().filter(umum=True)

    def visible_to(self, user: Any) -> Self:
        """Return the public ones, and those that wait to the offices concerned: the kecamatan and
        the kampung itself."""
        if adalah_kecamatan(user):
            return self.tanpa_dicabut()
        if adalah_aparat(user) and user.kampung_id:
            milik = Q(umum=True) | Q(kampung=user.kampung_id)
            return self.tanpa_dicabut().filter(milik)
        return self.terbit()

    def milik_kampung(self, kampung: Kampung) -> Self:
        """Return the decisions of a kampung, and those that others made for it, too."""
        lain = Keputusan.kampung_lain.through.objects.filter(kampung=kampung)
        return self.filter(Q(kampung=kampung) | Q(pk__in=lain.values("keputusan")))

    def berlaku(self) -> Self:
        """Return the public ones that no public ralat has replaced."""
        return self.terbit().exclude(diganti_oleh__umum=True)

    def dengan_tanda(self) -> Self:
        """Annotate `pengganti`, the number of the public ralat that replaced it, and `disanggah`,
        whether the kakam says that it is not theirs."""
        return self.annotate(
            pengganti=Case(When(diganti_oleh__umum=True, then="diganti_oleh__nomor")),
            disanggah=Case(
                When(sikap__keadaan=KeadaanSikap.DISANGGAH, then=True),
                default=False,
                output_field=models.BooleanField(),
            ),
        )

    def untuk_kartu(self) -> Self:
        """Return decisions with the columns of a card, in one query."""
        return self.select_related("kampung", "proyek").dengan_tanda()

    def menunggu_kakam(self, kampung_id: int | None) -> Self:
        """Return the decisions on which the kakam of this kampung is to say yes or no; those that
        are public wait for a month."""
        batas = sekarang() - LAMA_MENUNGGU
        baru = Q(umum=False) | Q(dicatat__gt=batas)
        milik = {"kampung": kampung_id, "sikap__keadaan": KeadaanSikap.MENUNGGU}
        return self.tanpa_dicabut().filter(baru, diganti_oleh=None, **milik)

    def disanggah(self) -> Self:
        """Return the decisions that a kakam contests, and that no ralat has replaced yet."""
        sanggahan = {"sikap__keadaan": KeadaanSikap.DISANGGAH, "diganti_oleh": None}
        return self.tanpa_dicabut().filter(**sanggahan)


class Keputusan(models.Model):
    """A decision entered into the portal. Signatures are on paper; the scan is the proof.

    `ditetapkan_jabatan` and `ditetapkan_nama` name the person who decided; `dicatat_oleh` is the
    account that entered it. With a proyek it may open the door to `ke_tahap`, and bring the money
    in `dana`: (sumber, tahun, rupiah) each. Without a kampung it is one of the kecamatan;
    `kampung_lain` are concerned as well. `menggantikan` is the decision that this ralat replaces.
    `umum`: everyone may read it, and what it decides has come to its project. `awal`: its project
    was opened with it, or with the one that it replaces.
    """

    jenis_jejak: ClassVar[str] = "keputusan"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_KEPUTUSAN
    awalan_nomor: ClassVar[str] = "KEP"
    lebar_nomor: ClassVar[int] = 4

    nomor = models.CharField("nomor", max_length=14, unique=True, editable=False)
    kampung = models.ForeignKey(
        Kampung,
        on_delete=models.PROTECT,
        related_name="keputusan",
        verbose_name="kampung",
        null=True,
        blank=True,
    )
    kampung_lain = models.ManyToManyField(
        Kampung, verbose_name="kampung lain", blank=True, related_name="keputusan_bersama"
    )
    proyek = models.ForeignKey(
        Proyek,
        on_delete=models.PROTECT,
        related_name="keputusan",
        verbose_name="proyek",
        null=True,
        blank=True,
    )
    ke_tahap = models.CharField("tahap berikutnya", max_length=24, choices=Tahap, blank=True)
    judul = JudulField("judul keputusan", max_length=150)
    isi = TeksField("isi keputusan", max_length=5000)
    alasan = TeksField("alasan", max_length=3000)
    dasar = models.CharField("dasar", max_length=20, choices=Dasar)
    nomor_surat = BarisField("nomor surat", max_length=80, blank=True)
    tanggal_surat = models.DateField("tanggal surat")
    ditetapkan_jabatan = BarisField("jabatan yang menetapkan", max_length=100)
    ditetapkan_nama = BarisField("nama yang menetapkan", max_length=100, blank=True)
    berlaku_mulai = models.DateField("berlaku mulai", null=True, blank=True)
    dana = models.JSONField(
        "uang yang ditetapkan",
        default=list,
        db_default=models.Value([], output_field=models.JSONField()),
        editable=False,
    )
    menggantikan = models.OneToOneField(
        "self",
        verbose_name="menggantikan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="diganti_oleh",
    )
    sebab_ralat = BarisField("yang diralat", max_length=300, blank=True, db_default="")
    pencatat = models.CharField(
        "dicatat oleh kantor",
        max_length=16,
        choices=Pencatat,
        default=Pencatat.KAMPUNG,
        db_default=Pencatat.KAMPUNG,
        editable=False,
    )
    umum = models.BooleanField("untuk umum", default=True, db_default=True, editable=False)
    awal = models.BooleanField("mendirikan", default=False, db_default=False, editable=False)
    dicatat_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", editable=False
    )
    dicatat = models.DateTimeField("dicatat", default=sekarang, editable=False)
    kunci_sekali = KunciSekaliField()
    vektor = vektor(
        *(("judul", "A"), ("nomor", "A"), ("nomor_surat", "A"), ("isi", "B"), ("alasan", "C")),
        *(("ditetapkan_jabatan", "D"), ("ditetapkan_nama", "D")),
        kampung="kampung",
    )

    objects = KeputusanQuerySet.as_manager()

    class Meta:
        verbose_name = "keputusan"
        verbose_name_plural = "keputusan"
        ordering = ["-tanggal_surat", "-pk"]
        indexes = [
            GinIndex(fields=["vektor"], name="keputusan_vektor"),
            indeks_rapat("keputusan_nomor_surat", "nomor_surat"),
            models.Index(fields=["-tanggal_surat", "-id"], name="keputusan_terbaru"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(alasan__regex=r"\S"),
                name="keputusan_alasan_wajib",
                violation_error_message="Alasan keputusan wajib diisi.",
            ),
            models.CheckConstraint(
                condition=~Q(ke_tahap__in=TAHAP_NEGATIF)
                | Q(alasan__regex=rf"\S.{{{PANJANG_ALASAN_NEGATIF - 1},}}"),
                name="keputusan_negatif_beralasan",
                violation_error_message="Tulis alasannya dalam satu kalimat penuh, "
                "karena keputusan ini mengecewakan pengusul.",
            ),
            models.CheckConstraint(
                condition=Q(ke_tahap="") | Q(proyek__isnull=False),
                name="keputusan_tahap_perlu_proyek",
                violation_error_message="Tahap berikutnya hanya untuk keputusan tentang proyek.",
            ),
            models.CheckConstraint(
                condition=Q(kampung__isnull=False) | Q(pencatat=Pencatat.KECAMATAN),
                name="keputusan_kampung_atau_kecamatan",
                violation_error_message="Pilih kampungnya. Hanya keputusan kecamatan yang tanpa "
                "kampung.",
            ),
            models.CheckConstraint(
                condition=Q(menggantikan=None) | Q(sebab_ralat__regex=r"\S"),
                name="keputusan_ralat_beralasan",
                violation_error_message="Tulis apa yang diralat, dan mengapa.",
            ),
            models.CheckConstraint(
                condition=Q(umum=True) | Q(pencatat=Pencatat.UNTUK_KAMPUNG),
                name="keputusan_menunggu_kakam",
                violation_error_message="Hanya keputusan yang dicatat kecamatan untuk kampung "
                "yang menunggu Kepala Kampung.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomor} {self.judul}"

    def get_absolute_url(self) -> str:
        return reverse("keputusan:rincian", args=[self.nomor])

    @property
    def kunci_jejak(self) -> str:
        return self.nomor

    @property
    def dari(self) -> str:
        """Return whose decision it is: "Kampung Sido Rejo", or the kecamatan."""
        return f"Kampung {self.kampung}" if self.kampung_id else "Kecamatan Bangunrejo"

    @property
    def atas_nama_kakam(self) -> bool:
        """Return whether it stands in the name of the Kepala Kampung."""
        return self.pencatat in (Pencatat.KAMPUNG, Pencatat.UNTUK_KAMPUNG)

    @property
    def naskah(self) -> str:
        """Return how the signed paper is known: its number, or its day."""
        if self.nomor_surat:
            return f"nomor {self.nomor_surat}"
        return f"bertanggal {tanggal(self.tanggal_surat)}"

    @property
    def jumlah_dana(self) -> int:
        """Return the rupiah that it gave to its project."""
        return sum(int(pagu) for _, _, pagu in self.dana)
