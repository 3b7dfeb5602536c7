from django.apps import AppConfig


class BangunrejoConfig(AppConfig):
    """The project package, so that its management commands are found."""

    name = "bangunrejo"
    verbose_name = "Portal Bangunrejo"
