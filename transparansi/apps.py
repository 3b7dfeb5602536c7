from django.apps import AppConfig


class TransparansiConfig(AppConfig):
    name = "transparansi"
    verbose_name = "Transparansi"
