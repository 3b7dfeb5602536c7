"""The settings of allauth's sign-in: by phone or e-mail, in Indonesian, without any SMS."""

import base64
import datetime
import hashlib
import io
import uuid
from functools import lru_cache
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.models import EmailAddress
from allauth.account.stages import EmailVerificationStage
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from core.antrean import surel
from core.antrean.tugas import Prioritas
from core.cari.tertulis import SESEORANG, Tertulis, isi
from core.formulir import draf
from core.jaga import keamanan, pembatas
from core.jaga.keamanan import Kejadian
from core.waktu import hari_ini
from warga import batas, peramban, services, sesi
from warga.kontak import TeleponField, tulis_telepon
from warga.models import Pengguna
from warga.models.orang import MASUK_PER_NOMOR
from warga.pesan import PESAN_AKUN, PESAN_PENGAMAN


class MasukDenganKontak(AuthenticationBackend):
    """Sign-in where several accounts may carry one phone number that nobody has proven."""

    def get_user(self, user_id: Any) -> Pengguna | None:
        """Return the account of a session, with the columns that nearly every request needs."""
        sql, isian = _pertanyaan_sesi(hari_ini())
        orang = next(iter(Pengguna.objects.raw(sql, isi(isian, user_id))), None)
        return orang if orang and self.user_can_authenticate(orang) else None

    def _authenticate_by_phone(self, phone: str, password: str) -> Pengguna | None:
        """Return the account of this number and password. Every number costs as many hashes, so
        that the time does not tell how many accounts carry it."""
        calon = Pengguna.objects.calon_masuk(phone)
        cocok = [orang for orang in calon if self._check_password(orang, password)]
        for _ in range(MASUK_PER_NOMOR - len(calon)):
            self._mitigate_timing_attack(password)
        self._did_check_password = True
        return cocok[0] if cocok else None


@lru_cache(maxsize=2)
def _pertanyaan_sesi(hari: datetime.date) -> Tertulis:
    """Return SQL and parameters of `untuk_sesi` for one account, SESEORANG, on that day.

    Every signed-in request asks it. Writing it takes Django longer than all the rest of the asking.
    """
    return Pengguna.objects.untuk_sesi().order_by().filter(pk=SESEORANG).query.sql_with_params()


class TahapEmail(EmailVerificationStage):
    """Asks for the code that was sent by e-mail, but only people who signed up by e-mail."""

    def handle(self) -> Any:
        orang = self.login.user
        lewat_telepon = not self.login.email and not self.login.signup
        if orang and (not orang.email or (lewat_telepon and orang.telepon)):
            return None, True
        return super().handle()


class AdapterAkun(DefaultAccountAdapter):
    """The account adapter."""

    error_messages = DefaultAccountAdapter.error_messages | PESAN_AKUN

    def get_login_stages(self) -> list[str]:
        return ["warga.adapter.TahapEmail", "allauth.mfa.stages.AuthenticateStage"]

    def save_user(
        self, request: HttpRequest, user: Pengguna, form: Any, commit: bool = True
    ) -> Pengguna:
        data = form.cleaned_data
        return services.daftarkan(
            pengguna=user,
            nama=data["nama"],
            email=data["email"],
            telepon=data["telepon"],
            kampung=data["kampung"],
            sandi=data["password1"],
        )

    def phone_form_field(self, **kwargs: Any) -> TeleponField:
        return TeleponField(**kwargs)

    def get_phone(self, user: Pengguna) -> tuple[str, bool] | None:
        return (user.telepon, bool(user.telepon_terbukti_pada)) if user.telepon else None

    def get_user_by_phone(self, phone: str) -> Pengguna | None:
        return Pengguna.objects.bernomor(phone).first()

    def set_password(self, user: Pengguna, password: str) -> None:
        services.ganti_sandi(pengguna=user, sandi=password)

    def reauthenticate(self, user: Pengguna, password: str) -> bool:
        return user.check_password(password)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Return the ways to prove oneself again. A second factor is required where one exists."""
        cara = super().get_reauthentication_methods(user)
        faktor_kedua = [c for c in cara if c["id"] == "mfa_reauthenticate"]
        return faktor_kedua or cara

    def can_delete_email(self, email_address: EmailAddress) -> bool:
        return bool(email_address.user.telepon)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Make a guesser wait: per contact and network, or per contact and known browser."""
        kontak = _kontak(credentials)
        if detik := batas.masuk(request, kontak):
            keamanan.catat_jeda(pembatas.kunci("masuk", pembatas.alamat(request)))
            raise ValidationError(batas.kalimat(detik), code="too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Pengguna | None:
        orang: Pengguna | None = super().authenticate(request, **credentials)
        if orang:
            batas.masuk_berhasil(request, _kontak(credentials))
        return orang

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Log the account whose password was wrong; the first one, where a number has several."""
        kontak = _kontak(credentials)
        keamanan.catat(Kejadian.MASUK_DITOLAK, akun=Pengguna.objects.berkontak(kontak).first())

    def login(self, request: HttpRequest, user: Pengguna) -> None:
        super().login(request, user)
        sesi.mulai(request, user)
        keamanan.catat(Kejadian.MASUK, akun=user)

    def logout(self, request: HttpRequest) -> None:
        """Sign out. Unsent words of other people who use this phone are kept for them."""
        sesi.lupakan(request)
        with draf.bertahan(request):
            super().logout(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        if request.user.is_authenticated and request.user.punya_meja:
            return reverse("meja:beranda")
        return super().get_login_redirect_url(request)

    def is_safe_url(self, url: str) -> bool:
        """Return whether people may be sent there after they sign in; never to an address that
        cannot be read, like `http://[::1`."""
        try:
            return super().is_safe_url(url)
        except ValueError:
            return False

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        return reverse("akun")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("akun")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue the letter: a mail server that is down must not stop a sign-up."""
        msg = self.render_mail(template_prefix, email, {"email": email} | context)
        surel.kirim(
            kepada=email,
            perihal=msg.subject,
            isi=str(msg.body),
            kunci=f"akun:{uuid.uuid4().hex}",
            prioritas=Prioritas.DAHULU,
        )

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address of the client; "" for a connection without one (a Unix socket)."""
        return get_client_ip(request) or "tanpa-alamat"

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Return a key that nothing uses: `warga.batas` counts, and the library's own key needs an
        e-mail."""
        return _kontak(credentials)

    def post_login(self, request: HttpRequest, user: Pengguna, **kwargs: Any) -> HttpResponse:
        """Remember this browser: guesses of strangers elsewhere do not make it wait."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        peramban.kenali(request, response, user)
        return response


class AdapterPengaman(DefaultMFAAdapter):
    """The second factor: keys are kept encrypted, labels are Indonesian."""

    error_messages = DefaultMFAAdapter.error_messages | PESAN_PENGAMAN

    def _get_user_identifier(self, user: Pengguna) -> str:
        return user.email or tulis_telepon(user.telepon) or user.nama

    def is_mfa_enabled(self, user: Any, types: Any = None) -> bool:
        """Return whether a second factor exists. Codes on paper are one by themselves.

        The library asks at sign-in for the kinds that it accepts: the app, or a key.
        """
        if types and {Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN} <= set(types):
            types = None
        return bool(super().is_mfa_enabled(user, types))

    def build_totp_svg(self, url: str) -> str:
        """Return the QR code on white: cameras cannot read it on a dark page."""
        berkas = io.BytesIO()
        segno.make(url, micro=False).save(berkas, kind="svg", scale=6, light="white")
        return berkas.getvalue().decode()

    def encrypt(self, text: str) -> str:
        return _sandi_kunci().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the key; "" when the portal's key has changed, so that no code fits."""
        try:
            return _sandi_kunci().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return ""


def _kontak(credentials: dict[str, Any]) -> str:
    return str(credentials.get("email") or credentials.get("phone") or "").lower()


def _sandi_kunci() -> MultiFernet:
    """Return the cipher made from SECRET_KEY. Old keys still read what they wrote."""
    kunci = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet(
        [
            Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"mfa:{k}".encode()).digest()))
            for k in kunci
        ]
    )
