from django.apps import AppConfig


class KabarConfig(AppConfig):
    name = "kabar"
    verbose_name = "Kabar"
