from django.apps import AppConfig


class MusrenbangConfig(AppConfig):
    name = "musrenbang"
    verbose_name = "Musrenbang kecamatan"
