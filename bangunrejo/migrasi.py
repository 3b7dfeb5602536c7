"""Applies migrations without making anew what they leave alone.

For the time of `migrate` Django keeps the models of each moment as classes. After each step it
makes the changed one anew with all that is related to it, which is nearly every model here: five
sixths of the time of a first start. What a step adds is put into the class that is there. The class
of the moment before then knows it, too; PostgreSQL is asked nothing that depends on it.

States and columns are `Any`: these are Django's own parts, of which its types tell nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.migrations.state import ModelState, ProjectState
from django.db.models import NOT_PROVIDED


@contextmanager
def di_tempat() -> Iterator[None]:
    """Let additions change the class of a model, instead of making many anew."""
    semula = {nama: getattr(ProjectState, nama) for nama in CARA}
    try:
        _pakai(CARA)
        yield
    finally:
        _pakai(semula)


def _pakai(cara: dict[str, Any]) -> None:
    for nama, fungsi in cara.items():
        setattr(ProjectState, nama, fungsi)


def _terbangun(keadaan: Any) -> bool:
    """Say whether the classes are there; asking for them would make them."""
    return "apps" in keadaan.__dict__


def _tambah_model(keadaan: Any, model: ModelState) -> None:
    kunci = (model.app_label, model.name_lower)
    keadaan.models[kunci] = model
    if keadaan._relations is not None:
        keadaan.resolve_model_relations(kunci)
    if _terbangun(keadaan):
        keadaan.apps.render_multiple([model])


def _tambah_kolom(
    keadaan: Any, app: str, model: str, nama: str, kolom: Any, preserve_default: bool
) -> None:
    if not preserve_default:
        kolom = kolom.clone()
        kolom.default = NOT_PROVIDED
    keadaan.models[app, model].fields[nama] = kolom
    if keadaan._relations is not None:
        keadaan.resolve_model_field_relations((app, model), nama, kolom)
    if _terbangun(keadaan):
        keadaan.apps.get_model(app, model).add_to_class(nama, kolom.clone())
        keadaan.apps.clear_cache()


def _tambah_pilihan(keadaan: Any, app: str, model: str, nama: str, satu: Any) -> None:
    """Add a constraint or an index."""
    _tulis_pilihan(keadaan, app, model, nama, [*keadaan.models[app, model].options[nama], satu])


def _hapus_pilihan(keadaan: Any, app: str, model: str, nama: str, milik: str) -> None:
    semua = keadaan.models[app, model].options[nama]
    _tulis_pilihan(keadaan, app, model, nama, [satu for satu in semua if satu.name != milik])


def _tulis_pilihan(keadaan: Any, app: str, model: str, nama: str, isi: list[Any]) -> None:
    keadaan.models[app, model].options[nama] = isi
    if _terbangun(keadaan):
        setattr(keadaan.apps.get_model(app, model)._meta, nama, list(isi))


CARA: dict[str, Any] = {
    "add_model": _tambah_model,
    "add_field": _tambah_kolom,
    "_append_option": _tambah_pilihan,
    "_remove_option": _hapus_pilihan,
}
