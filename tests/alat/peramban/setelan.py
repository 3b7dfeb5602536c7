"""The settings of the portal, with passwords that cost the browsers' portal no second each."""

from bangunrejo.settings import *  # noqa: F403 (settings are inherited whole)

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
