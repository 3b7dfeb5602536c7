"""/livez asks nothing, /readyz asks the database."""

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client


def test_livez_needs_no_database(client: Client) -> None:
    reply = client.get("/livez")  # without the mark, any query fails
    assert (reply.status_code, reply.content) == (200, b"hidup\n")
    assert "no-store" in reply["Cache-Control"]


def test_readyz_with_every_migration(client: Client, db: None) -> None:
    assert client.get("/readyz").status_code == 200


def test_readyz_without_a_migration(client: Client, db: None) -> None:
    newest = MigrationLoader(connection).graph.leaf_nodes("warga")[0]
    MigrationRecorder(connection).record_unapplied(*newest)
    reply = client.get("/readyz")
    assert reply.status_code == 503
    assert "migrasi belum dijalankan" in reply.content.decode()


def test_readyz_without_a_database(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any) -> None:
        from django.db import OperationalError

        raise OperationalError("connection refused")

    monkeypatch.setattr("bangunrejo.halaman.kesehatan.MigrationExecutor", refuse)
    reply = client.get("/readyz")
    assert reply.status_code == 503
    assert "tidak dapat dihubungi" in reply.content.decode()
