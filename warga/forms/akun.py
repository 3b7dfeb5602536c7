"""Forms of signing up, signing in and one's own account. Most replace those of allauth."""

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from allauth.core import context
from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse

from core.formulir.teks import BarisFormField
from core.jaga import keamanan
from core.jaga.keamanan import Kejadian
from warga import batas, services
from warga.bacaan.nama_kantor import periksa_nama
from warga.enums import PERAN_KAMPUNG, Peran
from warga.forms.isian import KodeMixin, KontakField, SandiField, SandiTampakMixin, isian_kampung
from warga.kontak import TeleponField
from warga.models import Pengguna


class FormMasuk(SandiTampakMixin, allauth_forms.LoginForm):
    """Sign in by phone or e-mail, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = KontakField()
        self.fields["password"] = SandiField()
        self.order_fields(["login", "password"])


class FormDaftar(SandiTampakMixin, allauth_forms.SignupForm):
    """Sign up: a name, one way to be reached, a password, and the consent.

    The answer is the same whether or not the contact has an account. An e-mail with an account gets
    a letter instead of a code, and a phone number may have several accounts.
    """

    nama = BarisFormField(
        label="Nama",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text="Nama yang biasa dipakai tetangga Anda. Nama lengkap tidak wajib.",
    )
    kontak = KontakField(help_text="Salah satu saja. Dipakai untuk masuk.")
    kampung = isian_kampung()
    setuju = forms.BooleanField(
        label="Umur saya 18 tahun atau lebih, dan saya setuju data di atas disimpan untuk akun ini",
        error_messages={"required": "Centang ini jika Anda setuju. Tanpa itu akun tidak dibuat."},
    )
    field_order = ["nama", "kontak", "kampung", "password1", "setuju"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["email"]
        self.fields["password1"] = SandiField(baru=True, label="Kata sandi")
        self.order_fields(self.field_order)

    def clean_nama(self) -> str:
        nama = " ".join(self.cleaned_data["nama"].split())
        if not any(huruf.isalpha() for huruf in nama):
            raise ValidationError("Tulis nama Anda dengan huruf.")
        periksa_nama(nama)
        return nama

    def clean_kontak(self) -> str:
        kontak = self.cleaned_data["kontak"]
        self.cleaned_data |= {"email": "", "telepon": ""}
        if "@" in kontak:
            self.cleaned_data["email"] = self.validate_unique_email(kontak)
        else:
            self.cleaned_data["telepon"] = kontak
        return kontak

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if sandi := data.get("password1"):
            calon = Pengguna(nama=data.get("nama", ""), email=data.get("email"))
            calon.telepon = data.get("telepon")
            try:
                get_adapter().clean_password(sandi, user=calon)
            except ValidationError as error:
                if not self.has_error("password1"):
                    self.add_error("password1", error)
        if not self.errors:
            self._batasi()
        return data

    def _batasi(self) -> None:
        """Limit sign-ups per network, and per contact from one network, with or without an
        account."""
        if detik := batas.daftar(context.request, self.cleaned_data["kontak"]):
            raise ValidationError(batas.kalimat(detik), code="rate_limited")

    def try_save(self, request: HttpRequest) -> tuple[AbstractBaseUser | None, HttpResponse | None]:
        """Make the account. The same form sent twice leads to the account that was made.

        A phone number with its right password signs in, on this page as well.
        """
        try:
            with transaction.atomic():
                ada = self._yang_sudah_ada(request)
                return (ada, None) if ada else self._buat(request)
        except IntegrityError:  # the e-mail was taken a moment ago
            self.account_already_exists = True
            return self._buat(request)

    def _buat(self, request: HttpRequest) -> tuple[AbstractBaseUser | None, HttpResponse | None]:
        if self.account_already_exists:  # take as long as a sign-up that hashes a password
            Pengguna().set_password(self.cleaned_data["password1"])
        return super().try_save(request)

    def _yang_sudah_ada(self, request: HttpRequest) -> AbstractBaseUser | None:
        """Return the account of this number and password. A second press waits for the first."""
        telepon = self.cleaned_data["telepon"]
        if not telepon:
            return None
        services.kunci_nomor(telepon)
        return authenticate(request, phone=telepon, password=self.cleaned_data["password1"])


class FormGantiSandi(SandiTampakMixin, allauth_forms.ChangePasswordForm):
    """Change one's own password."""

    oldpassword = SandiField(label="Kata sandi yang sekarang")
    password1 = SandiField(baru=True)
    password2 = None

    def clean_password1(self) -> str:
        return get_adapter().clean_password(self.cleaned_data["password1"], user=self.user)


class FormBuatSandi(SandiTampakMixin, allauth_forms.SetPasswordForm):
    """Set a first password on an account that has none."""

    password1 = SandiField(baru=True)
    password2 = None

    def clean_password1(self) -> str:
        return get_adapter().clean_password(self.cleaned_data["password1"], user=self.user)


class FormSandiBaru(SandiTampakMixin, allauth_forms.ResetPasswordKeyForm):
    """Set a new password after a code was entered."""

    password1 = SandiField(baru=True)
    password2 = None

    def clean_password1(self) -> str:
        return get_adapter().clean_password(self.cleaned_data["password1"], user=self.user)


class FormPastikan(SandiTampakMixin, allauth_forms.ReauthenticateForm):
    """Type the password once more before something that matters."""

    password = SandiField()


class EmailMixin(forms.Form):
    """The e-mail field in plain words."""

    email = forms.EmailField(
        label="E-mail",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": "E-mail ini belum benar. Periksa lagi tulisannya."},
    )


class FormEmail(EmailMixin, allauth_forms.AddEmailForm):
    """Add or change one's own e-mail address."""


class FormLupaSandi(EmailMixin, allauth_forms.ResetPasswordForm):
    """Ask for a code by e-mail."""

    def clean_email(self) -> str:
        email: str = super().clean_email()
        if detik := batas.lupa_sandi(context.request, email.lower()):
            raise ValidationError(batas.kalimat(detik), code="rate_limited")
        return email

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        keamanan.catat(Kejadian.KODE_DIMINTA, akun=self.users[0] if self.users else None)
        email: str = super().save(request, **kwargs)
        return email


class FormKodeEmail(KodeMixin, allauth_forms.ConfirmEmailVerificationCodeForm):
    """Enter the code that was sent to a new e-mail address."""


class FormKodeLupaSandi(KodeMixin, allauth_forms.ConfirmPasswordResetCodeForm):
    """Enter the code that was sent for a forgotten password."""


class FormDataDiri(forms.ModelForm):
    """Change one's own name and kampung. The kampung of an office stays with the office."""

    kampung = isian_kampung()

    class Meta:
        model = Pengguna
        fields = ["nama", "kampung"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.peran in PERAN_KAMPUNG:
            self.fields["kampung"].disabled = True
            self.fields["kampung"].help_text = "Kampung petugas hanya diubah oleh admin."

    def clean_nama(self) -> str:
        nama: str = self.cleaned_data["nama"]
        if "nama" in self.changed_data and self.instance.peran_kini == Peran.WARGA:
            periksa_nama(nama)
        return nama


class FormTelepon(forms.Form):
    """Change or remove one's own phone number."""

    telepon = TeleponField(required=False, label="Nomor HP")


class FormHapusAkun(SandiTampakMixin):
    """Empty one's own account. It asks for the password."""

    sandi = SandiField()
    yakin = forms.BooleanField(
        label="Saya mengerti bahwa akun ini tidak dapat dikembalikan",
        error_messages={"required": "Centang ini jika Anda yakin."},
    )

    def __init__(self, *args: Any, pengguna: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pengguna = pengguna

    def clean_sandi(self) -> str:
        sandi = self.cleaned_data["sandi"]
        if detik := batas.sandi_sendiri(context.request, self.pengguna):
            raise ValidationError(batas.kalimat(detik), code="rate_limited")
        if not self.pengguna.check_password(sandi):
            raise ValidationError("Kata sandi belum benar.")
        return sandi
