"""Imports and foreign keys go one way; a linter cannot see the strings of foreign keys."""

from django.apps import apps
from django.db.models import Field, ForeignKey, ManyToManyField, OneToOneField

# Low to high; apps that share a number must not point at each other.
TINGKAT = {
    "core": 0,
    "warga": 1,
    "proyek": 2,
    "aspirasi": 3,
    "laporan": 4,
    "forum": 4,
    "kabar": 5,
    "meja": 6,
    "transparansi": 6,
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
    milik_kita = {a.label for a in apps.get_app_configs() if "site-packages" not in a.path}
    assert milik_kita - {"bangunrejo"} == set(TINGKAT)
