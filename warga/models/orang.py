"""Accounts, offices, printed codes and consents."""

import datetime
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

import rules
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from core.formulir.fields import BarisField
from core.laku import Laku
from core.models import Jejak
from core.waktu import hari_ini, sekarang
from warga.enums import (
    PERAN_KAMPUNG,
    NamaJabatan,
    Peran,
)
from warga.kontak import tulis_telepon
from warga.laku import LAKU, Aksi
from warga.models.jabatan import Jabatan
from warga.models.peran import Berperan
from warga.models.tempat import Kampung

MENETAP = datetime.timedelta(days=7)  # before the second of two people may be somebody new
PENUNJUKAN = (
    *(Aksi.AKUN_DIBUAT, Aksi.HAK_DIUBAH, Aksi.JABATAN_DISIMPAN),
    *(Aksi.KONTAK_DIGANTI, Aksi.FAKTOR_KEDUA_DILEPAS, Aksi.SANDI_DIBUAT_DENGAN_KODE),
)
MASUK_PER_NOMOR = 3  # accounts of one number that can be signed in to by it
# The values with which Django makes the mark of a session. Sessions from before `sesi_sejak` live
# on.
GARAM_SESI = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash"


class PenggunaQuerySet(models.QuerySet["Pengguna"]):
    """Reads of accounts."""

    def bernomor(self, telepon: str) -> "PenggunaQuerySet":
        """Return accounts of this number (E.164): the proven one first, then the oldest."""
        terbukti = F("telepon_terbukti_pada").asc(nulls_last=True)
        return self.filter(telepon=telepon).order_by(terbukti, "pk")

    def calon_masuk(self, telepon: str) -> "list[Pengguna]":
        """Return the accounts whose password a sign-in with this number tries: MASUK_PER_NOMOR at
        most.

        They are the proven one, then accounts that may sign in with it, then accounts that may not
        yet (`telepon_ditahan`). Where older data holds more, the newest is among them.
        """
        terbukti = F("telepon_terbukti_pada").asc(nulls_last=True)
        semua = self.filter(telepon=telepon)
        calon = list(semua.order_by(terbukti, "telepon_ditahan", "pk")[:MASUK_PER_NOMOR])
        terbaru = semua.filter(telepon_ditahan=False).order_by("-pk").first()
        if terbaru and terbaru not in calon:
            calon[-1] = terbaru
        return calon

    def pembaca(self) -> "PenggunaQuerySet":
        """Return readers of kiriman that only the kecamatan may read: both flags, and the camat."""
        camat = self.filter(pk__in=Jabatan.objects.camat().values("pengguna"))
        semua = (self.bertanda() | camat).filter(is_active=True, peran=Peran.STAF)
        return semua.exclude(pk__in=Pengguna.objects.purna().values("pk"))

    def bertanda(self) -> "PenggunaQuerySet":
        """Return accounts with a flag that lets them read secrets."""
        return self.filter(Q(petugas_rahasia=True) | Q(penerima_khusus=True))

    def berkontak(self, kontak: str) -> "PenggunaQuerySet":
        """Return living accounts with exactly this e-mail or number (E.164), with their kampung."""
        cocok = self.filter(email__iexact=kontak) if "@" in kontak else self.bernomor(kontak)
        return cocok.filter(is_active=True).select_related("kampung")

    def aparat(self) -> "PenggunaQuerySet":
        """Return the active aparat who hold office today, of all kampung."""
        semua = self.filter(is_active=True, peran=Peran.APARAT, kampung__isnull=False)
        return semua.exclude(pk__in=Pengguna.objects.purna().values("pk"))

    def purna(self) -> "PenggunaQuerySet":
        """Return officials who hold no office today: their last one ended, or the first begins
        later. An account without any written office is none of them (`Pengguna.peran_kini`)."""
        aktif = Jabatan.objects.aktif().values("pengguna")
        pernah = Jabatan.objects.exclude(pengguna__in=aktif).values("pengguna")
        return self.filter(pk__in=pernah).exclude(peran__in=(Peran.WARGA, Peran.ADMIN))

    def terbukti(self) -> "PenggunaQuerySet":
        """Return accounts whose voice counts in public, as `Pengguna.kontak_terbukti` says of one.

        An account that was emptied counts as it did on that day.
        """
        alamat: Any = self.model._meta.get_field("emailaddress").related_model
        surel = Exists(alamat.objects.filter(user=OuterRef("pk"), verified=True))
        nomor = Q(telepon_terbukti_pada__isnull=False) | Q(terbukti_dahulu=True)
        return self.filter(nomor | ~Q(peran=Peran.WARGA) | Q(surel))

    def untuk_sesi(self) -> "PenggunaQuerySet":
        """Return accounts with the columns that nearly every request needs of its own account
        (`nama_jabatan`, `pernah_menjabat`, `berfaktor_kedua`), in one query."""
        jabatan = Jabatan.objects.aktif().filter(pengguna=OuterRef("pk")).order_by()
        faktor: Any = self.model._meta.get_field("authenticator").related_model
        bawaan: dict[str, Any] = {
            "nama_jabatan": ArraySubquery(jabatan.values("nama")),
            "pernah_menjabat": Exists(Jabatan.objects.filter(pengguna=OuterRef("pk"))),
            "berfaktor_kedua": Exists(faktor.objects.filter(user=OuterRef("pk"))),
        }
        return self.annotate(**bawaan)


class PenggunaManager(BaseUserManager.from_queryset(PenggunaQuerySet)):  # type: ignore[misc]  # made
    """Makes accounts. Empty contacts become NULL, so that uniqueness works."""

    def create_user(self, *, password: str | None = None, **fields: Any) -> "Pengguna":
        pengguna = self.model(**fields)
        pengguna.set_password(password)
        pengguna.save()
        return pengguna

    def get_by_natural_key(self, username: str | None) -> "Pengguna":
        return self.get(email__iexact=username)


class Pengguna(Berperan, AbstractBaseUser):
    """A person with an account. No NIK, no birth date; a name is one field.

    Permissions come from `rules` alone. There are no groups, and no superuser that passes every
    gate: kiriman for the kecamatan stay closed even to an admin.

    An e-mail address belongs to one account. A phone number does so only once it is proven:
    no message can be sent to it, so refusing a number that is taken would tell a stranger
    who has an account, and would let anyone block the number of a neighbour. Families share
    phones, too.
    """

    jenis_jejak: ClassVar[str] = "pengguna"
    laku: ClassVar[Mapping[str, Laku]] = LAKU

    nama = BarisField("nama", max_length=100)
    email = models.EmailField("e-mail", max_length=254, null=True, blank=True, unique=True)
    telepon = models.CharField("nomor HP", max_length=16, null=True, blank=True, db_index=True)
    telepon_terbukti_pada = models.DateTimeField("nomor HP diverifikasi", null=True, blank=True)
    kampung = models.ForeignKey(
        Kampung, verbose_name="kampung", on_delete=models.PROTECT, null=True, blank=True
    )
    telepon_ditahan = models.BooleanField(
        "nomor HP belum dapat dipakai masuk", default=False, editable=False
    )  # too many others carried it when this account took it; a proof ends that
    peran = models.CharField("peran", max_length=12, choices=Peran, default=Peran.WARGA)
    petugas_rahasia = models.BooleanField(
        "petugas rahasia",
        default=False,
        help_text="Boleh membaca kiriman yang hanya untuk kecamatan.",
    )
    penerima_khusus = models.BooleanField(
        "penerima khusus",
        default=False,
        help_text="Boleh membaca kiriman tentang petugas kecamatan.",
    )
    is_active = models.BooleanField("aktif", default=True)
    dibuat = models.DateTimeField("dibuat", default=sekarang, editable=False)
    sandi_dari_kode_pada = models.DateTimeField(
        "kata sandi dibuat dengan kode", null=True, blank=True, editable=False
    )  # set by `buat_sandi`; None again once the owner has shown who they are
    sesi_sejak = models.DateTimeField(
        "sesi berlaku sejak", null=True, blank=True, editable=False
    )  # sessions that began earlier have ended (`services.akhiri_sesi`)
    dikosongkan_pada = models.DateTimeField("data dihapus", null=True, blank=True, editable=False)
    terbukti_dahulu = models.BooleanField(
        "terbukti sebelum dihapus", default=False, editable=False
    )  # what an emptied account said still counts as it did

    objects = PenggunaManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama"]

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ["nama", "pk"]
        constraints = [
            models.CheckConstraint(
                # A comparison with NULL is unknown, and a CHECK lets the unknown pass.
                condition=Q(dikosongkan_pada__isnull=False)
                | Q(email__isnull=False, email__contains="@")
                | Q(telepon__isnull=False, telepon__startswith="+"),
                name="pengguna_punya_kontak",
                violation_error_message="Isi e-mail atau nomor HP.",
            ),
            models.CheckConstraint(
                condition=~Q(email="") & ~Q(telepon=""),
                name="pengguna_kontak_kosong_null",
                violation_error_message="Kontak yang kosong tidak boleh disimpan.",
            ),
            models.UniqueConstraint(
                Lower("email"),
                name="pengguna_email_unik",
                violation_error_message="E-mail ini sudah dipakai akun lain.",
            ),
            models.UniqueConstraint(
                fields=["telepon"],
                condition=Q(telepon_terbukti_pada__isnull=False),
                name="pengguna_telepon_terbukti_unik",
                violation_error_message="Nomor HP ini sudah terbukti milik akun lain.",
            ),
            models.CheckConstraint(
                condition=Q(telepon_terbukti_pada__isnull=True) | Q(telepon__isnull=False),
                name="pengguna_telepon_terbukti_ada",
                violation_error_message="Nomor HP yang kosong tidak dapat terbukti.",
            ),
            models.CheckConstraint(
                condition=~Q(peran__in=PERAN_KAMPUNG) | Q(kampung__isnull=False),
                name="pengguna_kampung_wajib",
                violation_error_message="Peran ini memerlukan kampung.",
            ),
            models.CheckConstraint(
                condition=Q(peran=Peran.STAF) | Q(petugas_rahasia=False, penerima_khusus=False),
                name="pengguna_rahasia_hanya_staf",
                violation_error_message="Hanya staf kecamatan yang dapat menjadi petugas rahasia.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email or None
        self.telepon = self.telepon or None
        super().save(*args, **kwargs)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Return Django's mark of a session. It changes with the password, and with
        `sesi_sejak`."""
        isi = self.password + (str(self.sesi_sejak.timestamp()) if self.sesi_sejak else "")
        return salted_hmac(GARAM_SESI, isi, secret=secret, algorithm="sha256").hexdigest()

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)

    @property
    def telepon_tampil(self) -> str:
        """Return the number as people write it; "" if there is none."""
        return tulis_telepon(self.telepon)

    @property
    def kontak_terbukti(self) -> bool:
        """Return whether the phone was proven in person, or an e-mail address is confirmed.

        `PenggunaQuerySet.terbukti` says the same of rows. Only such voices count in public.
        """
        if self.telepon_terbukti_pada or self.terbukti_dahulu or self.peran != Peran.WARGA:
            return True
        return self.emailaddress_set.filter(verified=True).exists()  # type: ignore[attr-defined]  # of allauth

    @cached_property
    def jabatan_aktif(self) -> list["Jabatan"]:
        """Return the offices held today; one query per request."""
        return list(self.jabatan.aktif()) if self.pk else []

    @cached_property
    def nama_jabatan(self) -> list[str]:
        """Return the names of the offices held today. An account of a session brings them along."""
        return [j.nama for j in self.jabatan_aktif]

    @cached_property
    def pernah_menjabat(self) -> bool:
        """Return whether any office of this person is written down, held today or not. An account
        of a session brings the answer along."""
        return self.pk is not None and self.jabatan.exists()

    @cached_property
    def berfaktor_kedua(self) -> bool:
        """Return whether a second factor is set up. An account of a session brings the answer
        along."""
        return bool(self.authenticator_set.exists())  # type: ignore[attr-defined]  # of allauth

    @cached_property
    def baru_ditunjuk(self) -> bool:
        """Return whether this account got its role or office within MENETAP, or others may have
        opened it, while somebody reads secrets already. With a second account one person would be
        two."""
        baru = self.penunjukan_baru().exists() or self.jabatan_baru().exists()
        return baru and Pengguna.objects.bertanda().exists()

    def jabatan_baru(self) -> models.QuerySet[Jabatan]:
        """Return the offices that began within MENETAP, whenever they were written down."""
        return self.jabatan.aktif().filter(mulai__gt=hari_ini() - MENETAP)

    def penunjukan_baru(self) -> models.QuerySet[Jejak]:
        """Return the acts within MENETAP by which this account got its role or office, or could
        have come into other hands."""
        return Jejak.objects.filter(
            objek_jenis=self.jenis_jejak,
            objek_kunci=self.kunci_jejak,
            aksi__in=PENUNJUKAN,
            waktu__gt=sekarang() - MENETAP,
        )

    @property
    def pembaca_rahasia(self) -> bool:
        """Return whether this account reads what only the kecamatan may read (as `pembaca()`)."""
        tanda = self.petugas_rahasia or self.penerima_khusus
        return self.peran_kini == Peran.STAF and (tanda or self.adalah_camat)

    @property
    def adalah_camat(self) -> bool:
        """Return whether the office of the camat is held today."""
        return self.memegang(NamaJabatan.CAMAT)

    def memegang(self, *nama: NamaJabatan) -> bool:
        """Return whether one of these offices is held today."""
        return any(dipegang in nama for dipegang in self.nama_jabatan)

    def jadi_kosong(self, nama: str) -> None:
        """Take the person out of the row, under `nama`; the caller saves."""
        self.nama = nama
        self.email = self.telepon = self.telepon_terbukti_pada = self.kampung = None
        self.peran = Peran.WARGA
        self.petugas_rahasia = self.penerima_khusus = self.is_active = False
        self.sandi_dari_kode_pada = None
        self.set_unusable_password()
        self.dikosongkan_pada = sekarang()

    def has_perm(self, perm: str, obj: object = None) -> bool:
        return self.is_active and bool(rules.has_perm(perm, self, obj))

    def has_perms(self, perms: list[str], obj: object = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.is_staff
