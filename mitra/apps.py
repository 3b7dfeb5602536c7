from typing import ClassVar

from django.apps import AppConfig


class MitraConfig(AppConfig):
    name = "mitra"
    verbose_name = "Gotong royong dan mitra"
    # Model with a file → the view function that says which rows a request may read
    # (`core.views.berkas`).
    pembaca_berkas: ClassVar[dict[str, str]] = {
        "Penerimaan": "mitra.views.baca.berkas_terima",
        "KerjaBakti": "mitra.views.baca.berkas_kerja",
    }
