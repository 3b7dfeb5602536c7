"""Settings of worker processes started by tests: no periodic jobs of their own."""

from bangunrejo.settings import *  # noqa: F403 (settings are inherited whole)

TUGAS_BERKALA = []
