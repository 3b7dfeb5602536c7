from django.apps import AppConfig


class MejaConfig(AppConfig):
    name = "meja"
    verbose_name = "Meja kerja"
