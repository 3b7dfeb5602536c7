from django.apps import AppConfig


class AspirasiConfig(AppConfig):
    name = "aspirasi"
    verbose_name = "Aspirasi"
