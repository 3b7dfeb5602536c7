"""Static files are collected when they changed, and only then."""

from pathlib import Path

import pytest
from pytest_django import Settings

from bangunrejo.jalan.statis import collect_if_changed


@pytest.fixture
def source(tmp_path: Path, settings: Settings) -> Path:
    folder = tmp_path / "sumber"
    folder.mkdir()
    (folder / "uji.css").write_text("a{}")
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "tujuan"
    return folder


def test_static_files_are_collected_when_they_changed(source: Path, tmp_path: Path) -> None:
    note, goal = tmp_path / "sidik", tmp_path / "tujuan" / "uji.css"
    collect_if_changed(note)
    assert goal.read_text() == "a{}"

    goal.write_text("tidak disentuh")
    collect_if_changed(note)
    assert goal.read_text() == "tidak disentuh"

    (source / "uji.css").write_text("a{b:c}")
    goal.unlink()
    collect_if_changed(note)
    assert goal.read_text() == "a{b:c}"


def test_a_removed_folder_is_collected_again(source: Path, tmp_path: Path) -> None:
    note, goal = tmp_path / "sidik", tmp_path / "tujuan" / "uji.css"
    collect_if_changed(note)
    goal.unlink()
    goal.parent.rmdir()

    collect_if_changed(note)

    assert goal.exists()
