from django.apps import AppConfig
from django.urls import register_converter

from core.formulir.forms import pakai_kata_kita
from core.jaga.alamat import SamarConverter


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = "Pengaturan dan keadaan portal"

    def ready(self) -> None:
        """Let routes say `<samar:pk>`: the number of a row, encrypted, so that it tells no
        count. Let forms of libraries speak as ours do."""
        register_converter(SamarConverter, "samar")
        pakai_kata_kita()
