"""WSGI entry point, used by gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

from bangunrejo.jalan.badan import SisaDibaca

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bangunrejo.settings")

application = SisaDibaca(get_wsgi_application())
