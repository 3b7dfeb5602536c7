"""Kampung, offices and government bodies."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Concat, Lower, Replace
from django.urls import reverse
from django.utils.module_loading import import_string

from core.cari.kolom import pecah
from core.cari.kueri import Rapat
from core.cari.nama import lipat
from core.formulir.fields import BarisField, BilanganField, BujurField, LintangField
from core.laku import Laku
from warga.enums import JenisInstansi
from warga.laku import LAKU_KAMPUNG

# People say these before the name.
SEBUTAN = ("kampung", "desa")


class Tempat(models.Model):
    """A place that upper apps count with: the functions named in the setting TEMPAT_BERUBAH are
    called with a stored one whenever it is saved, in the same transaction."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **lain: Any) -> None:
        """Save it and tell those who count with it; a new one nobody counts with yet."""
        baru = self._state.adding
        with transaction.atomic():
            super().save(*args, **lain)
            for jalur in () if baru else settings.TEMPAT_BERUBAH:
                import_string(jalur)(self)


class KampungQuerySet(models.QuerySet["Kampung"]):
    """Reads of kampung."""

    def resmi(self) -> "KampungQuerySet":
        """Return the real kampung, which count in totals (the invented one does not)."""
        return self.filter(contoh=False)

    def cari(self, teks: str) -> "KampungQuerySet":
        """Return kampung that match by name, alias or code. Spaces, signs, case and the old
        spelling do not matter: Bangun Rejo = bangun-redjo."""
        kata = [k for k in pecah(teks) if k not in SEBUTAN] or pecah(teks)
        cocok = Q(pk__in=[])
        for satu in filter(None, {"".join(kata), lipat(kata)}):
            cocok |= Q(rapat_cari__contains=satu.upper())
        return self.alias(rapat_cari=Rapat(F("nama_cari"))).filter(cocok)


class Kampung(Tempat):
    """A kampung of the kecamatan. Its natural key is its Kemendagri code.

    The point is the centre of the area, not the balai kampung. Counts stay null until
    the kecamatan has given them: unknown is not zero. `bergabung_pada` is the day on which it was
    opened to the public; before, its pages say that it has not joined.
    """

    jenis_jejak: ClassVar[str] = "kampung"
    laku: ClassVar[Mapping[str, Laku]] = LAKU_KAMPUNG

    kode = models.CharField("kode Kemendagri", max_length=13, unique=True)
    kode_bps = models.CharField("kode BPS", max_length=10, blank=True)
    nama = BarisField("nama", max_length=80)
    alias = BarisField("penulisan lain", max_length=80, blank=True)
    slug = models.SlugField("alamat halaman", max_length=80, unique=True)
    lintang = LintangField("lintang")
    bujur = BujurField("bujur")
    alamat_pengaduan = BarisField(
        "alamat pengaduan", max_length=200, blank=True, help_text="Tempat warga mengadu langsung."
    )
    jumlah_penduduk = BilanganField("jumlah penduduk", null=True, blank=True)
    jumlah_kk = BilanganField("jumlah keluarga", null=True, blank=True)
    verifikasi_didelegasikan = models.BooleanField(
        "pemeriksaan didelegasikan",
        default=False,
        help_text="Aparat kampung boleh memeriksa kiriman untuk kampungnya sendiri.",
    )
    contoh = models.BooleanField(
        "kampung contoh", default=False, help_text="Kampung rekaan; tidak ikut dijumlahkan."
    )
    bergabung_pada = models.DateField("bergabung sejak", null=True, blank=True, editable=False)
    petugas_pembina = models.ForeignKey(
        "warga.Pengguna",
        verbose_name="petugas pembina",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kampung_binaan",
    )
    pembina_pengganti = models.ForeignKey(
        "warga.Pengguna",
        verbose_name="pengganti petugas pembina",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    nama_cari = models.GeneratedField(
        expression=Lower(
            Replace(
                Concat("nama", models.Value("|"), "alias", models.Value("|"), "kode"),
                models.Value(" "),
                models.Value(""),
            )
        ),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = KampungQuerySet.as_manager()

    class Meta:
        verbose_name = "kampung"
        verbose_name_plural = "kampung"
        ordering = ["contoh", "nama"]
        constraints = [
            models.UniqueConstraint(Lower("nama"), name="kampung_nama_unik"),
        ]

    def __str__(self) -> str:
        """Return its name; the invented kampung of the demonstration is marked in every choice."""
        return f"{self.nama} (rekaan)" if self.contoh else self.nama

    def get_absolute_url(self) -> str:
        return reverse("kampung:rincian", args=[self.slug])

    @property
    def kunci_jejak(self) -> str:
        return self.kode

    @property
    def bergabung(self) -> bool:
        """Return whether it was opened to the public."""
        return self.bergabung_pada is not None


class Instansi(Tempat):
    """A body of government: of a kampung, of the kecamatan, or above."""

    jenis = models.CharField("jenis", max_length=10, choices=JenisInstansi)
    nama = BarisField("nama", max_length=120, unique=True)
    kampung = models.OneToOneField(
        Kampung, on_delete=models.PROTECT, null=True, blank=True, related_name="instansi"
    )

    class Meta:
        verbose_name = "instansi"
        verbose_name_plural = "instansi"
        ordering = ["jenis", "nama"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(jenis=JenisInstansi.KAMPUNG, kampung__isnull=False)
                | (~models.Q(jenis=JenisInstansi.KAMPUNG) & models.Q(kampung__isnull=True)),
                name="instansi_kampung_sesuai_jenis",
                violation_error_message="Isi kampung hanya untuk Pemerintah Kampung.",
            )
        ]

    def __str__(self) -> str:
        return self.nama
