"""`manage.py migrate`: that of Django, in a fifth of its time."""

from typing import Any

from django.core.management.commands import migrate

from bangunrejo.migrasi import di_tempat


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with di_tempat():
            super().handle(*args, **options)
