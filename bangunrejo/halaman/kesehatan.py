"""Health of the process: whether it lives (/livez) and whether it can serve (/readyz)."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache


@login_not_required
@never_cache
def livez(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process answers at all. It does not ask the database."""
    return _plain("hidup")


@login_not_required
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers and has every migration, 503 otherwise."""
    try:
        missing = _missing_migrations()
    except DatabaseError:
        return _plain("basis data tidak dapat dihubungi", status=503)
    if missing:
        return _plain(f"{missing} migrasi belum dijalankan", status=503)
    return _plain("siap")


def _missing_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _plain(text: str, *, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", status=status)
