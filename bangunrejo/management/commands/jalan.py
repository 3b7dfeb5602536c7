"""`manage.py jalan`: run the whole portal (what `make run` does)."""

import os
from typing import Any

from django.core.management.base import BaseCommand

from bangunrejo.jalan.penyelia import Supervisor


class Command(BaseCommand):
    help = "Menjalankan portal seutuhnya: basis data, server web, dan pekerja latar."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        host = os.environ.get("HOST") or "127.0.0.1"
        Supervisor(host=host, port=os.environ.get("PORT") or "8000").run()
