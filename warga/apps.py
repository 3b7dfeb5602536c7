from django.apps import AppConfig


class WargaConfig(AppConfig):
    name = "warga"
    verbose_name = "Warga dan tempat"
