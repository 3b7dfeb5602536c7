from typing import ClassVar

from django.apps import AppConfig


class MusrenbangConfig(AppConfig):
    name = "musrenbang"
    verbose_name = "Musrenbang kecamatan"
    # Model with a file → the view function that says which rows a request may read
    # (`core.views.berkas`).
    pembaca_berkas: ClassVar[dict[str, str]] = {"Usulan": "musrenbang.views.rapat.foto"}
