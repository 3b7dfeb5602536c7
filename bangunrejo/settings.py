"""Settings of the portal, read from the environment.

Nothing is started here: the module only reads variables and computes addresses.
`PORTAL_MODE` is one of `contoh` (demonstration, set by `make run`), `uji` (tests)
and `produksi` (the default), which refuses to start half configured.
"""

from pathlib import Path

from django.contrib.messages import constants as message_levels
from environs import Env

from bangunrejo import jadwal, lingkungan

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()

# --- Mode and addresses -------------------------------------------------------------
PORTAL_MODE = lingkungan.mode(env)
UJI = PORTAL_MODE == "uji"
GESER_JAM = lingkungan.geser_jam(env, PORTAL_MODE)
DATA_DIR = lingkungan.data_dir(env, PORTAL_MODE, BASE_DIR)
SECRET_KEY = lingkungan.secret_key(env, PORTAL_MODE, DATA_DIR)
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])
ALLOWED_HOSTS = lingkungan.allowed_hosts(env, PORTAL_MODE)
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
DEBUG = False
ALAMAT_PORTAL = env.str("ALAMAT_PORTAL", "")

# --- Applications -------------------------------------------------------------------
INSTALLED_APPS = [
    "bangunrejo",
    "transparansi",
    "meja",
    "kabar",
    "forum",
    "anggaran",
    "laporan",
    "musrenbang",
    "mitra",
    "rencana",
    "aspirasi",
    "proyek",
    "warga",
    "core",
    "bangunrejo.apps_admin.SitusAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_filters",
    "django_htmx",
    "rules.apps.AutodiscoverRulesConfig",
]
MIDDLEWARE = [
    "core.middleware.KepalaMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.middleware.PadatMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.middleware.TanpaSimpanMiddleware",
    "core.middleware.BatasBadanMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "core.middleware.WajibMasukMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "core.middleware.HanyaKirimMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "warga.middleware.SesiMiddleware",
    "warga.middleware.FaktorKeduaMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "aspirasi.views.dicari.KodeDicariMiddleware",
    "meja.middleware.DibukaMiddleware",
]
ROOT_URLCONF = "bangunrejo.urls"
WSGI_APPLICATION = "bangunrejo.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "bangunrejo.halaman.konteks.portal",
                "bangunrejo.halaman.konteks.menu",
                "bangunrejo.halaman.konteks.kantor",
                "bangunrejo.halaman.konteks.panduan",
                "bangunrejo.halaman.konteks.lencana",
            ],
            "builtins": ["core.templatetags.bentuk"],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Database, cache, queue ---------------------------------------------------------
DATABASES = lingkungan.databases(env, PORTAL_MODE, DATA_DIR)
SEGEL = lingkungan.segel(env, PORTAL_MODE)
CACHES = lingkungan.caches(env)
TUGAS_BERKALA = jadwal.TUGAS_BERKALA
TUGAS_PINDAH = jadwal.TUGAS_PINDAH
JATAH_PER_JAM = lingkungan.jatah(env)
SIMPAN_KONTAK_BULAN: int = env.int("SIMPAN_KONTAK_BULAN", 12)  # of senders, after closing

# --- People -------------------------------------------------------------------------
AUTH_USER_MODEL = "warga.Pengguna"
PENGOSONGAN = [  # called when an account is emptied
    "aspirasi.services.penghapusan.kosongkan_akun",
    "kabar.services.kabar.kosongkan_akun",
    "laporan.services.cek.kosongkan_akun",
    "meja.services.saringan.kosongkan_akun",
]
TEMPAT_BERUBAH = ["aspirasi.services.giliran.setel_tempat"]  # called when one is saved
NAMA_DICARI = "warga.bacaan.nama.nama_kampung"  # the names that a search knows
AUTHENTICATION_BACKENDS = ["warga.adapter.MasukDenganKontak"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "beranda"
LOGOUT_REDIRECT_URL = "beranda"
SESSION_ENGINE = "core.jaga.sesi"
PASSWORD_HASHERS = [
    f"django.contrib.auth.hashers.{'MD5' if UJI else 'PBKDF2'}PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ("nama", "email", "telepon")}),
        ("MinimumLengthValidator", {}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
] + [{"NAME": "warga.sandi.KataUmum"}]
ACCOUNT_ADAPTER = "warga.adapter.AdapterAkun"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # FormDaftar takes a phone number instead, too
ACCOUNT_EMAIL_VERIFICATION = "mandatory"  # for those who came by e-mail, see TahapEmail
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 30 * 60
ACCOUNT_LOGIN_TIMEOUT = 30 * 60
ACCOUNT_PHONE_VERIFICATION_ENABLED = False  # no SMS is ever sent; printed codes prove numbers
ACCOUNT_CHANGE_EMAIL = ACCOUNT_EMAIL_NOTIFICATIONS = ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = ACCOUNT_PASSWORD_INPUT_RENDER_VALUE = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SIGNUP_REDIRECT_URL = "akun"
ACCOUNT_RATE_LIMITS = {  # None: limited in warga.batas, where no stranger can lock an owner out
    **dict.fromkeys(("login", "login_failed", "signup", "reset_password")),
    "reset_password_from_key": "60/m/ip",
    "confirm_email": "60/m/ip",
}
ACCOUNT_FORMS = {
    "login": "warga.forms.akun.FormMasuk",
    "signup": "warga.forms.akun.FormDaftar",
    "add_email": "warga.forms.akun.FormEmail",
    "change_password": "warga.forms.akun.FormGantiSandi",
    "set_password": "warga.forms.akun.FormBuatSandi",
    "reset_password": "warga.forms.akun.FormLupaSandi",
    "reset_password_from_key": "warga.forms.akun.FormSandiBaru",
    "confirm_password_reset_code": "warga.forms.akun.FormKodeLupaSandi",
    "confirm_email_verification_code": "warga.forms.akun.FormKodeEmail",
    "reauthenticate": "warga.forms.akun.FormPastikan",
}
MFA_ADAPTER = "warga.adapter.AdapterPengaman"
MFA_TOTP_ISSUER = "Portal Bangunrejo"
MFA_RECOVERY_CODE_COUNT, MFA_RECOVERY_CODES_SHOW_ONCE = 20, True  # a sheet of paper
MFA_TOTP_TOLERANCE = 1  # clocks of cheap phones drift, and networks are slow
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody signs in by an e-mail that is not verified
MFA_FORMS = {
    "authenticate": "warga.forms.pengaman.FormPengaman",
    "reauthenticate": "warga.forms.pengaman.FormPengamanLagi",
    "activate_totp": "warga.forms.pengaman.FormPasangPengaman",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("JUMLAH_PROXY", 0)  # proxies that append X-Forwarded-For

# --- Language and time: written in Indonesian, WIB ----------------------------------
LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Jakarta"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False  # it corrupts addresses and SVG; use the filters

# --- Files --------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", DATA_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = lingkungan.penyimpanan(PORTAL_MODE, DATA_DIR)
# nginx may hand out the bytes itself: this is the internal location that maps to DATA_DIR/berkas.
BERKAS_ACCEL_PREFIX = env.str("BERKAS_ACCEL_PREFIX", "")
FOTO_DETIK: float = env.float("FOTO_DETIK", 3.0)
FOTO_ANAK = not UJI  # tests decode photos in their own process, most of the time
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_NUMBER_FILES = 20  # more than any form takes: the form says how many it takes

# --- Security -----------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "bangunrejo.halaman.views.csrf_failure"
KONTAK_KEAMANAN = env.str("KONTAK_KEAMANAN", "")  # an address for security.txt
globals().update(lingkungan.kuki_dan_https(env, PORTAL_MODE))

# --- Mail ---------------------------------------------------------------------------
EMAIL_TIMEOUT = 20  # seconds
globals().update(lingkungan.email(env, PORTAL_MODE, DATA_DIR))

MESSAGE_TAGS = {
    message_levels.ERROR: "bahaya",
    message_levels.SUCCESS: "baik",
    message_levels.WARNING: "awas",
}

# --- Log: to the terminal, whoever keeps it; a fault never vanishes into an unset mailbox -
LOGGING = lingkungan.LOG
