"""The settings of the portal for the browsers' tests: passwords cost no second each, and questions
are planned once (`tests.alat.tersiap`)."""

from bangunrejo.settings import *  # noqa: F403 (settings are inherited whole)
from bangunrejo.settings import DATABASES
from tests.alat import tersiap

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DATABASES["default"] = tersiap.bersama(DATABASES["default"])
