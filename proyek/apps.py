from typing import ClassVar

from django.apps import AppConfig


class ProyekConfig(AppConfig):
    name = "proyek"
    verbose_name = "Proyek dan keputusan"
    # Model with a file → the view function that says which rows a request may read
    # (`core.views.berkas`).
    pembaca_berkas: ClassVar[dict[str, str]] = {
        "PindaianKeputusan": "proyek.views.berkas.pindaian",
        "Dokumen": "proyek.views.berkas.dokumen",
        "PindaianLpj": "proyek.views.berkas.pindaian_lpj",
    }
