"""Models to which steps were added in place are those that Django makes from the last state."""

from typing import Any

import pytest
from django.core.management import get_commands
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState, StateApps

from bangunrejo.migrasi import CARA, di_tempat


@pytest.fixture(scope="module")
def sejarah() -> MigrationLoader:
    return MigrationLoader(None)


def kolom(field: Any) -> tuple[Any, ...]:
    ke = field.related_model._meta.label if field.is_relation else None
    return field.deconstruct()[1], field.db_type(connection), field.null, field.has_default(), ke


def tertulis(apps: StateApps) -> dict[str, Any]:
    """The facts that a model tells of itself: columns, what points to it, constraints, indexes."""
    return {
        model._meta.label: (
            {f.name: kolom(f) for f in model._meta.concrete_fields},
            {f.name for f in model._meta.get_fields(include_hidden=True)},
            {satu.related_model._meta.label for satu in model._meta.related_objects},
            model._meta.constraints,
            model._meta.indexes,
        )
        for model in apps.get_models(include_auto_created=True)
    }


def test_they_end_as_those_that_are_made_at_once(sejarah: MigrationLoader) -> None:
    rencana = sejarah.graph._generate_plan(sejarah.graph.leaf_nodes(), at_end=True)
    keadaan = ProjectState(real_apps=sejarah.unmigrated_apps)
    assert keadaan.apps is not None
    with di_tempat():
        for langkah in rencana:
            sejarah.graph.nodes[langkah].mutate_state(keadaan, preserve=False)
    assert len(keadaan.apps.get_models()) > 80
    assert tertulis(keadaan.apps) == tertulis(sejarah.project_state().apps)


def test_django_has_its_own_way_again_afterwards() -> None:
    assert get_commands()["migrate"] == "bangunrejo"
    semula = {nama: getattr(ProjectState, nama) for nama in CARA}
    with di_tempat():
        assert {nama: getattr(ProjectState, nama) for nama in CARA} == CARA
    assert {nama: getattr(ProjectState, nama) for nama in CARA} == semula
