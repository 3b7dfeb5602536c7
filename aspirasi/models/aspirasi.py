"""Aspirasi: the words of a resident, and their state."""

import uuid
from collections.abc import Mapping
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F
from django.urls import reverse

from aspirasi.alamat import jalur_meja
from aspirasi.enums import (
    NADA_STATUS,
    STATUS_BELUM_DIPERIKSA,
    STATUS_MENUNGGU_PENGIRIM,
    STATUS_TERTUTUP,
    Asal,
    CaraSelesai,
    Golongan,
    Jangkauan,
    Jenis,
    JenisJawaban,
    Kelompok,
    Langkah,
    Status,
    Tentang,
)
from aspirasi.laku import LAKU
from aspirasi.models.giliran import Bergiliran
from aspirasi.models.himpunan import AspirasiQuerySet
from aspirasi.models.indeks import INDEKS
from aspirasi.models.kendala import KENDALA
from aspirasi.models.sifat import SifatAspirasi
from aspirasi.sampai import sampai
from core.cari.kolom import vektor
from core.formulir.fields import BarisField, BujurField, JudulField, LintangField, TeksField
from core.laku import Laku
from core.tenggat.bertenggat import Bertenggat
from core.waktu import sekarang
from proyek.enums import Tahap, tahap_ditunggu
from proyek.models import Proyek
from warga.models import Instansi, Kampung, Pengguna


class Aspirasi(SifatAspirasi, Bergiliran, Bertenggat):
    """One kiriman. Its sender stands apart, in `Pengirim`.

    `isi` is the sender's text, read by the sender and the desk; "" for a joiner without words
    (`aspirasi.bacaan.tulisan` composes the sentence that is shown). `isi_publik` is the shown text.
    `nomor` is given at verification, and only to kiriman for everyone, so that gaps in the numbers
    betray nothing. Inside the portal, `acuan` (random) names it. `langkah` is what is due by
    `tenggat`. The office announces one later day, then the kecamatan alone (`penundaan`); while
    another instansi is waited for, `eskalasi` is the number of reminders. The `…_tepat` keep
    whether the first look and the first answer came in time. They are None until then, and never
    set again.
    """

    jenis_jejak: ClassVar[str] = "aspirasi"
    laku: ClassVar[Mapping[str, Laku]] = LAKU
    awalan_nomor: ClassVar[str] = "ASP"
    lebar_nomor: ClassVar[int] = 5

    acuan = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nomor = models.CharField("nomor", max_length=16, unique=True, null=True, editable=False)
    kunci_hash = models.CharField(max_length=64, unique=True, editable=False)
    kode = models.CharField("kode lacak", max_length=10, unique=True, editable=False)
    pin_hash = models.CharField(max_length=64, editable=False)

    jenis = models.CharField("jenis", max_length=12, choices=Jenis)
    judul = JudulField("judul", max_length=120)
    isi = TeksField("isi", max_length=5000)
    isi_publik = TeksField("isi yang ditampilkan", max_length=5000)
    kampung = models.ForeignKey(
        Kampung,
        verbose_name="kampung",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="aspirasi",
    )
    lokasi = BarisField("tempat", max_length=200, blank=True)
    lintang = LintangField("lintang", null=True, blank=True)
    bujur = BujurField("bujur", null=True, blank=True)
    jangkauan = models.CharField(
        "yang boleh membaca", max_length=10, choices=Jangkauan, default=Jangkauan.PUBLIK
    )
    tentang = models.CharField("tentang", max_length=18, choices=Tentang, default=Tentang.TIDAK)
    bahaya = models.BooleanField("ada bahaya sekarang", default=False)
    dari_ramai = models.BooleanField(
        "masuk saat banyak kiriman datang dari tempat yang sama", default=False, editable=False
    )
    # Its sender hands it to the kampung before the first look.
    langsung = models.BooleanField("langsung ke kampung", default=False, editable=False)
    # Its sender does not know whether it is about an official, so it never goes there before.
    tidak_yakin = models.BooleanField("tidak yakin tentang siapa", default=False, editable=False)
    tampilkan_nama = models.BooleanField("tampilkan nama", default=False)
    tempat_umum = models.BooleanField(
        "tempat umum", default=False, help_text="Lokasinya boleh ditunjukkan dengan tepat."
    )
    anak = models.BooleanField("pengirim belum 18 tahun", default=False)
    kelompok_terdampak = ArrayField(
        models.CharField(max_length=20, choices=Kelompok),
        verbose_name="yang terdampak",
        default=list,
        blank=True,
    )
    asal = models.CharField("cara masuk", max_length=8, choices=Asal, default=Asal.PORTAL)
    proyek_disebut = models.ForeignKey(
        Proyek,
        verbose_name="proyek yang disebut pengirim",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="aspirasi_menyebut",
    )

    status = models.CharField(
        "status", max_length=18, choices=Status, default=Status.DIAJUKAN, editable=False
    )
    cara_selesai = models.CharField(
        "cara selesai", max_length=22, choices=CaraSelesai, blank=True, editable=False
    )
    ditangani = models.ForeignKey(
        Instansi,
        verbose_name="ditangani oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="aspirasi",
    )
    ditugaskan = models.ForeignKey(
        Pengguna,
        verbose_name="dipegang oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kiriman_dipegang",
    )
    # The person of its kampung who began before the first look; that look goes on in their name.
    diambil_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    digabung_ke = models.ForeignKey(
        "self",
        verbose_name="digabung ke",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="gabungan",
        editable=False,
    )
    # It joined without words: its sentence quotes the title of `digabung_ke`.
    mengutip = models.BooleanField("mengutip judul", default=False, editable=False)
    golongan = models.CharField(
        "golongan", max_length=12, choices=Golongan, default=Golongan.BIASA, editable=False
    )
    langkah = models.CharField(
        "yang ditunggu", max_length=10, choices=Langkah, default=Langkah.PERIKSA, editable=False
    )
    # The working days left of the first look, while its sender is asked.
    sisa_hari = models.PositiveSmallIntegerField("sisa hari kerja", null=True, editable=False)
    # The newest official answer; "" before one, after it was opened again, and for answers from
    # before this was asked.
    jawaban = models.CharField(
        "jawabannya", max_length=7, choices=JenisJawaban, blank=True, editable=False
    )
    # The day that an answer promised last. `tenggat` is the same while that is waited for.
    dijanjikan = models.DateField("dijanjikan", null=True, blank=True, editable=False)
    nomor_lapor = models.CharField("nomor SP4N-LAPOR!", max_length=40, blank=True)
    dibuat = models.DateTimeField("dikirim", default=sekarang, editable=False)
    diperiksa_pada = models.DateTimeField("diperiksa", null=True, blank=True, editable=False)
    diperiksa_tepat = models.BooleanField("diperiksa tepat waktu", null=True, editable=False)
    dijawab_tepat = models.BooleanField("dijawab tepat waktu", null=True, editable=False)
    ditutup_pada = models.DateTimeField("ditutup", null=True, blank=True, editable=False)
    # The sender wrote or sent a photo, and no official has acted on the kiriman since.
    balasan_pada = models.DateTimeField("ada balasan", null=True, blank=True, editable=False)
    # The sender asked that everyone may read it. Until an official looks, nothing changes.
    minta_umum_pada = models.DateTimeField("diminta untuk umum", null=True, editable=False)
    # An exact place was marked or moved while everyone reads. It is rounded until an official
    # looks.
    letak_menunggu_pada = models.DateTimeField("lokasi menunggu dilihat", null=True, editable=False)
    # The sender had identity, text and photos erased. Official answers stay.
    dihapus_pada = models.DateTimeField("isi dihapus", null=True, editable=False)
    # Whether the sender was asked through the contact, weeks after it was settled; once.
    ditanya_pada = models.DateTimeField("ditanya", null=True, blank=True, editable=False)
    vektor = vektor(("judul", "A"), ("nomor", "A"), ("isi_publik", "B"), kampung="kampung")
    # The same words without their affixes, and the kampung, for likely duplicates.
    pokok = models.GeneratedField(
        expression=models.Func(
            F("judul"), F("isi_publik"), F("kampung"), function="aspirasi_pokok"
        ),
        output_field=SearchVectorField(),
        db_persist=True,
        editable=False,
    )

    objects = AspirasiQuerySet.as_manager()

    # A column that a read brought along (`dengan_keadaan`): the stages of the projects that answer
    # it.
    tahap_proyek: ClassVar[list[str] | None] = None

    class Meta:
        verbose_name = "aspirasi"
        verbose_name_plural = "aspirasi"
        ordering = ["-dibuat", "-pk"]
        indexes = INDEKS
        constraints = KENDALA

    def __str__(self) -> str:
        return f"{self.nomor or 'Kiriman'} {self.judul}"

    def get_absolute_url(self) -> str:
        """Return the public page. A kiriman without a number has none, so its desk page is
        returned."""
        if self.nomor:
            return reverse("aspirasi:rincian", args=[self.nomor])
        return jalur_meja(self.acuan)

    @property
    def terdampak(self) -> list[str]:
        """Return the people whom it touches most, in words."""
        return [Kelompok(nilai).label for nilai in self.kelompok_terdampak]

    @property
    def kunci_jejak(self) -> str:
        return self.acuan.hex

    @property
    def terbit(self) -> bool:
        """Return whether everyone may read it now."""
        return (
            self.jangkauan == Jangkauan.PUBLIK
            and self.nomor is not None
            and self.status != Status.DITARIK
        )

    @property
    def bertanya(self) -> bool:
        """Return whether it is a question, which is no request under UU 14/2008."""
        return self.jenis == Jenis.PERTANYAAN

    @property
    def nada(self) -> str:
        """Return the tone of its badge (see `NADA_STATUS`). A kiriman that was closed in silence is
        no success, nor is one that cannot be done, and one that no plan took up is none yet."""
        diam = self.cara_selesai == CaraSelesai.TANPA_KONFIRMASI
        polos = diam or self.luput_rencana or self.tidak_dapat
        if self.rencana_berhenti:
            return "awas"
        return "netral" if polos else NADA_STATUS[self.status]

    @property
    def kata_status(self) -> str:
        """Return the word of its badge: the status, unless the plan left out what it waits for, or
        the work on it has stopped."""
        if self.rencana_berhenti:
            return "Proyeknya berhenti"
        return "Belum masuk rencana" if self.luput_rencana else self.get_status_display()

    @property
    def luput_rencana(self) -> bool:
        """Return whether no plan put a project first that it waits for. It is known after reads
        with their stages (`dengan_tahap`), and never before the sender is asked about a finished
        one."""
        return self._menunggu_proyek({Tahap.TIDAK_DIPRIORITASKAN})

    @property
    def rencana_berhenti(self) -> bool:
        """Return whether all work that it waits for has stopped; known as `luput_rencana` is."""
        return self._menunggu_proyek({Tahap.DIHENTIKAN_SEMENTARA})

    def _menunggu_proyek(self, tahap: set[Tahap]) -> bool:
        menunggu = self.status == Status.DIRENCANAKAN and self.langkah == Langkah.NIHIL
        return menunggu and tahap_ditunggu(self.tahap_proyek or ()) == tahap

    @property
    def diperiksa_kampung(self) -> bool:
        """Return whether its first look is due, it has reached its kampung, and the kecamatan
        delegated the look to that kampung."""
        if self.status not in STATUS_BELUM_DIPERIKSA or not sampai(self):
            return False
        return bool(self.kampung and self.kampung.verifikasi_didelegasikan)

    @property
    def terbuka(self) -> bool:
        return self.status not in STATUS_TERTUTUP

    @property
    def menunggu_petugas(self) -> bool:
        """Return whether an office owes the next step. A sender who takes time is never late."""
        berjalan = self.status not in (*STATUS_TERTUTUP, *STATUS_MENUNGGU_PENGIRIM)
        return berjalan and self.tenggat is not None
