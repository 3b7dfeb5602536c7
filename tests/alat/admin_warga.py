"""The admin's pages of accounts: their address, and the form of one."""

from typing import Any

from django.http import HttpResponse
from django.test import Client

from warga.models import Pengguna

DAFTAR = "/admin/warga/pengguna/"


def isian(orang: Pengguna | None = None, **ganti: Any) -> dict[str, Any]:
    """The admin's form of an account, with one empty set of offices."""
    isi = {"nama": "Orang Baru", "telepon": "0812-3456-7890", "email": "", "kampung": ""}
    isi |= {"peran": "warga", "is_active": "on"}
    if orang:
        isi |= {"nama": orang.nama, "telepon": orang.telepon_tampil, "email": orang.email or ""}
        isi |= {"peran": orang.peran, "kampung": orang.kampung_id or ""}
    isi |= {"jabatan-TOTAL_FORMS": "0", "jabatan-INITIAL_FORMS": "0"}
    return {k: v for k, v in (isi | ganti).items() if v is not None}


def ubah(client: Client, orang: Pengguna, **ganti: Any) -> HttpResponse:
    """Change these fields of an account and send its form."""
    return client.post(f"{DAFTAR}{orang.pk}/change/", isian(orang, **ganti))
