"""How far a person of a BPK has looked."""

import datetime as dt
from typing import Any

import pytest

from core.waktu import sekarang
from meja.models import TerakhirDilihat
from meja.services.dilihat import tandai_dilihat

pytestmark = pytest.mark.django_db
SEJAM = dt.timedelta(hours=1)


def test_it_only_moves_on_and_never_past_now(pemeran: Any) -> None:
    kini = sekarang()
    assert tandai_dilihat(oleh=pemeran.bpk, sampai=kini - SEJAM) == kini - SEJAM
    assert tandai_dilihat(oleh=pemeran.bpk, sampai=kini) == kini
    assert tandai_dilihat(oleh=pemeran.bpk, sampai=kini - SEJAM) == kini
    assert tandai_dilihat(oleh=pemeran.bpk, sampai=kini + SEJAM) <= sekarang()
    assert TerakhirDilihat.objects.count() == 1
