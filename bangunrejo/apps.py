from django.apps import AppConfig


class BangunrejoConfig(AppConfig):
    """The project package, so that its management commands and its checks are found."""

    name = "bangunrejo"
    verbose_name = "Portal Bangunrejo"

    def ready(self) -> None:
        from bangunrejo import pustaka  # noqa: F401  (registers its checks)
