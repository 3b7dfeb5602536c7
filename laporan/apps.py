from typing import ClassVar

from django.apps import AppConfig
from django.urls import register_converter

from laporan.alamat import CekConverter


class LaporanConfig(AppConfig):
    name = "laporan"
    verbose_name = "Laporan kemajuan"
    # Model with a file → the view function that says which rows a request may read
    # (`core.views.berkas`).
    pembaca_berkas: ClassVar[dict[str, str]] = {
        "Foto": "laporan.views.berkas.foto",
        "FotoCek": "laporan.views.cek_baca.foto",
        "LampiranCatatan": "laporan.views.berkas.lampiran_catatan",
        "FotoLapangan": "laporan.views.berkas.foto_lapangan",
        "SuratInspektorat": "laporan.views.berkas.surat_inspektorat",
    }

    def ready(self) -> None:
        """Let routes say `<cek:pk>`: the number of a check, in letters of its own."""
        register_converter(CekConverter, "cek")
