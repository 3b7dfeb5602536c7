"""Static files, collected and compressed again only when one of them has changed."""

import hashlib
from importlib import metadata
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_if_changed(note: Path) -> None:
    """Run collectstatic, unless `note` says that these very files have been collected."""
    current = fingerprint()
    if Path(settings.STATIC_ROOT).is_dir() and note.exists() and note.read_text() == current:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    note.write_text(current)


def fingerprint() -> str:
    """Return a hash over the name, size and time of every static file, and over the compressor."""
    found = [str(settings.STATIC_ROOT), repr(settings.STORAGES)]
    found += [metadata.version(name) for name in ("django", "whitenoise")]
    for finder in get_finders():
        for name, storage in finder.list([]):
            seen = Path(storage.path(name)).stat()
            found.append(f"{name} {seen.st_size} {seen.st_mtime_ns}")
    return hashlib.sha256("\n".join(found).encode()).hexdigest()
