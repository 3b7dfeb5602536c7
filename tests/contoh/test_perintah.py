"""When the demonstration refuses to load."""

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from proyek.models import Proyek
from tests.pabrik.orang import PenggunaFactory
from warga.models import Kampung


def test_production_refuses(settings: Settings, db: None) -> None:
    settings.PORTAL_MODE = "produksi"
    with pytest.raises(CommandError, match="sungguhan"):
        call_command("muat_contoh")
    assert not Kampung.objects.filter(contoh=True).exists()


def test_real_accounts_are_never_mixed_with_it(db: None) -> None:
    PenggunaFactory()
    with pytest.raises(CommandError, match="sudah berisi akun"):
        call_command("muat_contoh")
    assert not Proyek.objects.exists()
