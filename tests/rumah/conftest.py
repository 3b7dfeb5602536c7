"""Data folders and portals outside the checkout, removed at the end."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bangunrejo.jalan.proses import stop_all
from bangunrejo.soket import socket_dir
from tests.alat.rumah.portal import Portal


@contextlib.contextmanager
def new_folder() -> Iterator[Path]:
    """Yield a data folder the server's own user may enter, unlike pytest's tmp_path for root."""
    home = Path(tempfile.mkdtemp(prefix="rumah-"))
    home.chmod(0o711)
    folder = home / "Data Portal"
    try:
        yield folder
    finally:
        shutil.rmtree(socket_dir(folder), ignore_errors=True)
        shutil.rmtree(home)


@pytest.fixture
def folder() -> Iterator[Path]:
    with new_folder() as path:
        yield path


@contextlib.contextmanager
def started_portal(like: Portal | None = None) -> Iterator[Portal]:
    """Yield a portal that runs: a new one, or one with the data of `like`, which is stopped."""
    with new_folder() as path:
        if like:
            subprocess.run(["cp", "-a", like.data_dir, path], check=True)
        portal = Portal(Path(os.path.realpath(path)))
        try:
            portal.start()
            yield portal
        finally:
            if portal.process.poll() is None:
                portal.stop()
            stop_all(portal.everything(), (9, 5.0))


@pytest.fixture(scope="module")
def portal() -> Iterator[Portal]:
    """The portal that the tests of a module share; each leaves it running."""
    with started_portal() as portal:
        yield portal
