from django.apps import AppConfig


class ProyekConfig(AppConfig):
    name = "proyek"
    verbose_name = "Proyek dan keputusan"
