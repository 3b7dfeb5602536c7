"""Passwords that half the kecamatan would try first."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tests.alat.akun import DAFTAR, MASUK, isian_daftar, masuk_sebagai
from tests.pabrik.orang import SANDI
from warga.models import Kampung, Pengguna
from warga.sandi import MUDAH, kata_umum

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "sandi",
    [
        "bangunrejo", "kecamatan", "sidorejo", "lampung1", "rahasia1", "sayang123", "merdeka45",
        "portal2026", "bismillah", "Bismillah786", "B4ngunr3jo!", "r4h4s1a2026", "SidoRejo_01",
        "sido-rejo-2026", "kecamatanbangunrejo", "lampungtengah2026", "sayangku123",
        "1945merdeka", "januari2026", "indonesia!",
    ],
)  # fmt: skip
def test_common_and_local_words_are_refused(pemeran, sandi):
    with pytest.raises(ValidationError) as galat:
        validate_password(sandi, Pengguna(nama="Slamet"))
    assert any(g.code in ("sandi_umum", "password_too_common") for g in galat.value.error_list)


@pytest.mark.parametrize(
    "sandi",
    [
        "Padi-Kuning-Subur-9", "kucing makan jagung", "tikar jendela rembulan", "xq7!vmpz",
        "rejo naik sepeda tua", "sayang-ombak-gunung", SANDI,
    ],
)  # fmt: skip
def test_words_of_ones_own_are_not(pemeran, sandi):
    validate_password(sandi, Pengguna(nama="Slamet"))


def test_names_of_new_kampung_join_the_list(db):
    validate_password("mekarwangi1", Pengguna(nama="Slamet"))
    kampung = Kampung.objects.order_by("pk").first()
    kampung.nama = "Mekar Wangi"
    kampung.save()
    with pytest.raises(ValidationError, match="mudah ditebak"):
        validate_password("mekarwangi1", Pengguna(nama="Slamet"))


def test_the_form_says_why_and_keeps_the_rest(client):
    halaman = client.post(DAFTAR, isian_daftar(password1="bismillah786")).content.decode()
    assert MUDAH in halaman
    assert 'value="Slamet"' in halaman
    assert not Pengguna.objects.exists()


def test_an_older_password_still_signs_in(client, pemeran):
    pemeran.warga.set_password("rahasia1")
    pemeran.warga.save()
    client.post(MASUK, {"login": pemeran.warga.telepon, "password": "rahasia1"})
    assert masuk_sebagai(client) == pemeran.warga.pk


def test_the_list_holds_words_alone():
    assert len(kata_umum()) > 180
    assert all(kata.isalpha() and kata.islower() for kata in kata_umum())
