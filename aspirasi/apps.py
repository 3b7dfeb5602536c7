from typing import ClassVar

from django.apps import AppConfig


class AspirasiConfig(AppConfig):
    name = "aspirasi"
    verbose_name = "Aspirasi"
    # Model with a file → the view function that says which rows a request may read
    # (`core.views.berkas`).
    pembaca_berkas: ClassVar[dict[str, str]] = {
        "Lampiran": "aspirasi.views.berkas.foto",
        "SuratInstansi": "aspirasi.views.berkas.surat",
    }
