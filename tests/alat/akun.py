"""Helpers of the tests of accounts."""

import re

from core.antrean.surel import antar
from core.models import Tugas

MASUK, DAFTAR = "/akun/masuk/", "/akun/daftar/"
SANDI_BARU = "Padi-Kuning-Subur-9"


def isian_daftar(**ganti):
    """A sign-up form that is complete; `ganti` replaces fields, None leaves them out."""
    isi = {
        "nama": "Slamet",
        "kontak": "0812-3456-7890",
        "kampung": "",
        "password1": SANDI_BARU,
        "setuju": "on",
    } | ganti
    return {k: v for k, v in isi.items() if v is not None}


def surat():
    """Letters waiting in the queue, oldest first, as (address, subject, text)."""
    tugas = Tugas.objects.filter(fungsi=f"{antar.__module__}.antar").order_by("pk")
    return [tuple(t.argumen[:3]) for t in tugas]


def kode_surat():
    """The code in the newest letter."""
    return re.search(r"^[A-Z0-9]{3,5}-[A-Z0-9]{3,5}$", surat()[-1][2], re.M)[0]


def masuk_sebagai(client):
    """Return the primary key of the account that this client is signed in as; None for a
    visitor."""
    pk = client.session.get("_auth_user_id")
    return int(pk) if pk else None
