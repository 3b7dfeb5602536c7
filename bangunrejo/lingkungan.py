"""Values from the environment: small functions that read variables and compute addresses.

Nothing here opens a connection or starts a process. The only file written is the secret key of the
demonstration, made once in DATA_DIR.
"""

import datetime as dt
import os
import secrets
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environs import Env, validate

from bangunrejo.soket import default_url

MODES = ("contoh", "uji", "produksi")
# Django's own check only warns of these (security.W009). We ask for more letters: codes, PIN and
# second factors are no safer than this key.
KUNCI_TERPENDEK = 50
KUNCI_RAGAM = 10  # different characters; 50 random hexadecimal digits have more

# No line of the log holds an address, a query, a code or a text (core.log).
LOG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"portal": {"()": "core.log.Formatter"}},
    "filters": {"satu_baris": {"()": "core.log.SatuBaris"}},
    "handlers": {
        "layar": {
            "class": "logging.StreamHandler",
            "formatter": "portal",
            "filters": ["satu_baris"],
        }
    },
    "root": {"handlers": ["layar"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["layar"], "level": "WARNING", "propagate": False}},
}


def mode(env: Env) -> str:
    """Return PORTAL_MODE; `produksi` when it is not set."""
    value = env.str("PORTAL_MODE", "produksi")
    if value not in MODES:
        raise ImproperlyConfigured(f"PORTAL_MODE harus salah satu dari: {', '.join(MODES)}.")
    return value


def geser_jam(env: Env, mode: str) -> dt.timedelta:
    """Return the distance by which the domain's clock is moved: GESER_JAM_UJI in seconds, in tests
    only."""
    detik = env.float("GESER_JAM_UJI", 0.0) if mode == "uji" else 0.0
    return dt.timedelta(seconds=detik)


def data_dir(env: Env, mode: str, base_dir: Path) -> Path:
    """Return the folder that holds db/, berkas/ and surat/.

    As root the default lies outside the checkout, since the database server runs
    under a user of its own which may not be able to enter the checkout.
    """
    if mode == "produksi" and not env.str("DATA_DIR", ""):
        raise ImproperlyConfigured("DATA_DIR belum diisi. Isi dengan folder penyimpan berkas.")
    default = "/var/lib/bangunrejo" if os.geteuid() == 0 else str(base_dir / ".data")
    return Path(env.str("DATA_DIR", default)).expanduser().absolute()


def secret_key(env: Env, mode: str, data_dir: Path) -> str:
    """Return SECRET_KEY. The demonstration makes its own once; production must be given one.

    Production refuses a key that is short or has little variety. Keys of the past
    (SECRET_KEY_FALLBACKS) may be so, because they only read what was written with them.
    """
    value = env.str("SECRET_KEY", "")
    if mode == "produksi":
        _check_key(value)
    if value:
        return value
    if mode == "uji":
        return "kunci-untuk-uji-saja-" + "x" * 40
    path = data_dir / "kunci"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


def _check_key(value: str) -> None:
    if not value:
        raise ImproperlyConfigured("SECRET_KEY belum diisi. Isi dengan untaian acak yang panjang.")
    if len(value) < KUNCI_TERPENDEK or len(set(value)) < KUNCI_RAGAM:
        raise ImproperlyConfigured(
            f"SECRET_KEY terlalu mudah ditebak: isi dengan {KUNCI_TERPENDEK} huruf atau lebih dari "
            'python3 -c "import secrets; print(secrets.token_urlsafe(50))", dan pindahkan kunci '
            "yang lama ke SECRET_KEY_FALLBACKS."
        )


def allowed_hosts(env: Env, mode: str) -> list[str]:
    hosts: list[str] = env.list("ALLOWED_HOSTS", [])
    if mode == "produksi" and not hosts:
        raise ImproperlyConfigured("ALLOWED_HOSTS belum diisi. Contoh: portal.contoh.go.id")
    host = env.str("HOST", "127.0.0.1")
    if host in ("0.0.0.0", "::"):  # noqa: S104  the demonstration, opened to the network on purpose
        return hosts or ["*"]
    return hosts or ["localhost", "127.0.0.1", "[::1]", "testserver", host]


def databases(env: Env, mode: str, data_dir: Path) -> dict[str, Any]:
    """Return the database settings: DATABASE_URL, or the embedded server's socket.

    DATABASE_URL_SEGEL is the same database for the sealer of the trail, with a role of its own
    (`core.jejak.segel`); only production has roles.
    """
    awet = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
    found = {"default": dict(env.dj_db_url("DATABASE_URL", default_url(data_dir))) | awet}
    if mode == "produksi" and env.str("DATABASE_URL_SEGEL", ""):
        found["penyegel"] = dict(env.dj_db_url("DATABASE_URL_SEGEL")) | awet
    return found


def segel(env: Env, mode: str) -> dict[str, Any]:
    """Return the settings for keeping the trail (`core.jejak.rantai`, `bangunrejo.jaga_jejak`).

    `penerima` are addresses outside that get the seal of each day. `peran` is the only role that
    may seal; "" where there is one role for all. `selisih` is the distance allowed between the
    domain's clock and the database's; None where the past is written on purpose.
    """
    daftar: list[str] = env.list("SEGEL_PENERIMA", [])
    penerima = [alamat.strip() for alamat in daftar]
    if bukan := [alamat for alamat in penerima if "@" not in alamat.strip("@")]:
        raise ImproperlyConfigured(f"SEGEL_PENERIMA berisi yang bukan alamat e-mail: {bukan[0]}")
    return {
        "penerima": penerima,
        "peran": env.str("PERAN_PENYEGEL", "") if mode == "produksi" else "",
        "selisih": dt.timedelta(minutes=15) if mode == "produksi" else None,
    }


def caches(env: Env) -> dict[str, Any]:
    """Return the cache: Redis when REDIS_URL is given, else a table of the database.

    Django's table forgets a third of its entries beyond 300, valid or not. The limits of sign-in
    that allauth keeps there would go with them.
    """
    if url := env.str("REDIS_URL", ""):
        redis = "django.core.cache.backends.redis.RedisCache"
        return {"default": {"BACKEND": redis, "LOCATION": url}}
    tabel = "django.core.cache.backends.db.DatabaseCache"
    isi = {"MAX_ENTRIES": 20_000}
    return {"default": {"BACKEND": tabel, "LOCATION": "cache", "OPTIONS": isi}}


def penyimpanan(mode: str, data_dir: Path) -> dict[str, Any]:
    """Return the storages: `terbatas` for everything that arrives, `publik` for what everybody may
    open, and the files of the pages themselves."""
    ruang = "django.core.files.storage.FileSystemStorage"
    statis = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
        if mode == "uji"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    )
    tempat = {"default": "terbatas", "terbatas": "terbatas", "publik": "publik"}
    berkas: dict[str, Any] = {
        nama: {"BACKEND": ruang, "OPTIONS": {"location": data_dir / "berkas" / dalam}}
        for nama, dalam in tempat.items()
    }
    return berkas | {"staticfiles": {"BACKEND": statis}}


def jatah(env: Env) -> dict[str, int]:
    """Return how much one place may take in an hour (`core.jaga.pembatas`), by the kind of thing.

    `kirim` and `bahaya` are kiriman, `fungsi` answers whether a work still serves,
    `cek` checks of residents, `foto` is bytes of photos and the work on them, `serupa`
    and `lacak` are lookups, `daftar` are sign-ups, `masuk` tries to sign in from browsers that
    are not known, `kode` printed codes that did not fit, `lupa_sandi` codes by e-mail. Raises
    EnvError for less than 1.
    """
    satu = validate.Range(min=1, error="paling sedikit 1")
    kirim = env.int("KIRIM_PER_JAM", 60, validate=satu)
    foto = env.int("FOTO_MB_PER_JAM", 200, validate=satu)
    daftar = env.int("DAFTAR_PER_JAM", 200, validate=satu)
    return {
        "kirim": kirim,
        "bahaya": kirim,
        "foto": foto * 1024 * 1024,
        "serupa": kirim * 20,  # some ten while one form is typed, and not every form is sent
        "lacak": kirim * 5,
        "fungsi": kirim,
        "cek": kirim,
        "daftar": daftar,
        "masuk": daftar * 3,
        "kode": daftar * 3,
        "lupa_sandi": daftar,
    }


def email(env: Env, mode: str, data_dir: Path) -> dict[str, Any]:
    """Return the mail settings: files in the demonstration, SMTP (EMAIL_URL) in production."""
    if mode == "uji":
        return {"EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
    sender = env.str("DEFAULT_FROM_EMAIL", "portal@contoh.invalid" if mode == "contoh" else "")
    if mode == "contoh":
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": data_dir / "surat",
            "DEFAULT_FROM_EMAIL": sender,
        }
    if not env.str("EMAIL_URL", "") or not sender:
        raise ImproperlyConfigured("EMAIL_URL dan DEFAULT_FROM_EMAIL belum diisi.")
    smtp = env.dj_email_url("EMAIL_URL")
    return {k: v for k, v in smtp.items() if k.startswith("EMAIL_")} | {
        "DEFAULT_FROM_EMAIL": sender,
        "SERVER_EMAIL": sender,
    }


def kuki_dan_https(env: Env, mode: str) -> dict[str, Any]:
    """Return names and marks of the cookies, and in production the settings that keep visitors on
    https.

    A name that begins with `__Host-` is refused by browsers unless it came by https, from this
    very host, for all of it: no neighbour under the same domain can plant one.
    """
    aman = mode == "produksi"
    awalan = "__Host-" if aman else ""
    setelan: dict[str, Any] = {
        "SESSION_COOKIE_NAME": f"{awalan}sesi",
        "CSRF_COOKIE_NAME": f"{awalan}csrf",
        "SESSION_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SECURE": aman,
        "CSRF_COOKIE_SECURE": aman,
    }
    if aman:
        setelan |= {
            "SECURE_SSL_REDIRECT": True,
            "SECURE_REDIRECT_EXEMPT": [r"^livez$", r"^readyz$"],
            "SECURE_HSTS_SECONDS": 365 * 24 * 3600,
            "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
            "SECURE_HSTS_PRELOAD": True,
        }
    if aman and env.bool("PERCAYA_X_FORWARDED_PROTO", False):
        setelan["SECURE_PROXY_SSL_HEADER"] = ("HTTP_X_FORWARDED_PROTO", "https")
    return setelan
