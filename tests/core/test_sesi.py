"""Sessions are read as Django reads them, by a question that is written once."""

import datetime as dt

import pytest
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from core.jaga.sesi import SessionStore

pytestmark = pytest.mark.django_db
KEDUA = pytest.mark.parametrize("toko", [SessionStore, db.SessionStore])


def simpan(**isi: str) -> str:
    sesi = SessionStore()
    sesi.update(isi)
    sesi.save()
    return str(sesi.session_key)


def akhiri(kunci: str, detik: int) -> None:
    Session.objects.filter(pk=kunci).update(
        expire_date=timezone.now() + dt.timedelta(seconds=detik)
    )


@KEDUA
def test_what_is_stored_comes_back_to_its_key_alone(toko: type[db.SessionStore]) -> None:
    satu, dua = simpan(nama="Sri"), simpan(nama="Tono")
    assert [dict(toko(kunci).items()) for kunci in (satu, dua)] == [
        {"nama": "Sri"},
        {"nama": "Tono"},
    ]
    assert toko(satu).session_key == satu


@KEDUA
@pytest.mark.parametrize(("detik", "isi"), [(60, {"nama": "Sri"}), (-1, {})])
def test_it_ends_with_its_time(
    toko: type[db.SessionStore], detik: int, isi: dict[str, str]
) -> None:
    sesi = toko(kunci := simpan(nama="Sri"))
    akhiri(kunci, detik)
    assert dict(sesi.items()) == isi
    assert sesi.session_key == (kunci if isi else None)


@KEDUA
def test_a_key_that_is_not_there_is_empty_and_is_not_kept(toko: type[db.SessionStore]) -> None:
    """Nobody chooses the key of a session."""
    sesi = toko("a" * 32)
    assert dict(sesi.items()) == {}
    assert sesi.session_key is None


def test_what_was_changed_by_hand_is_no_session() -> None:
    """The words are sealed."""
    kunci = simpan(nama="Sri")
    Session.objects.filter(pk=kunci).update(session_data="eyJuYW1hIjoiIn0:1:x")
    assert dict(SessionStore(kunci).items()) == {}
