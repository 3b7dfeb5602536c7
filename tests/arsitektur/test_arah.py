"""Imports and foreign keys go one way; a linter cannot see the strings of foreign keys."""

import re

from django.apps import apps
from django.db.models import Field, ForeignKey, ManyToManyField, OneToOneField

from tests.alat.lapis import AKAR, lapis, terpasang

# Low to high; apps that share a number must not point at each other.
TINGKAT = {
    app: nomor
    for nomor, baris in enumerate(reversed(lapis("Apps import one way")))
    for app in baris
    if app in terpasang()
}


def kunci_asing() -> list[tuple[str, str, Field]]:
    """Every relation of our own models, as (from app, to app, field)."""
    hasil = []
    for model in apps.get_models(include_auto_created=False):
        asal = model._meta.app_label
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
            if asal in TINGKAT and isinstance(field, ForeignKey | OneToOneField | ManyToManyField):
                hasil.append((asal, field.related_model._meta.app_label, field))
    return hasil


def test_no_foreign_key_points_upward_or_sideways() -> None:
    salah = [
        f"{field} → {ke}"
        for dari, ke, field in kunci_asing()
        if ke in TINGKAT and ke != dari and TINGKAT[ke] >= TINGKAT[dari]
    ]
    assert salah == []


def test_core_has_no_foreign_key_to_the_user() -> None:
    assert [str(f) for dari, ke, f in kunci_asing() if dari == "core" and ke != "core"] == []


def test_every_app_has_its_level() -> None:
    """A new app must say where it stands before it can be imported anywhere."""
    assert set(TINGKAT) == terpasang()


# Letters and the admin show the desk page of a kiriman; officials who sign in begin at the desk.
KE_ATAS = {
    *(("aspirasi/alamat.py", "meja"), ("warga/adapter.py", "meja")),
    ("kabar/alamat.py", "meja"),  # work is told of here, and done at the desk
    ("laporan/alamat.py", "meja"),  # so is what is late, and what has to be answered
}
ALAMAT = re.compile(r"""["'](\w+):[a-z_]+["']""")


def test_no_app_names_an_address_of_an_app_above_it() -> None:
    """`reverse("meja:…")` is an import that no linter sees."""
    ditemukan = set()
    for app in TINGKAT:
        for path in (AKAR / app).rglob("*.py"):
            ke = set(ALAMAT.findall(path.read_text()))
            ditemukan |= {
                (str(path.relative_to(AKAR)), nama)
                for nama in ke
                if TINGKAT.get(nama, -1) > TINGKAT[app]
            }
    assert ditemukan == KE_ATAS
