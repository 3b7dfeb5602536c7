"""Words outlive a session that ended; secrets typed beside them do not."""

import uuid

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("alamat", "isi"),
    [
        ("/akun/sandi/", {"oldpassword": "Rahasia-Lama-27", "password1": "Rahasia-Baru-27"}),
        ("/akun/hapus/", {"sandi": "Rahasia-Lama-27", "yakin": "on"}),
        ("/akun/pengaman/pasang/", {"code": "Rahasia-27"}),
        ("/kerja/kode/", {"kontak": "+62812Rahasia"}),
    ],
)
def test_no_secret_of_a_late_form_is_stored(client: Client, alamat: str, isi: dict) -> None:
    respons = client.post(alamat, isi)
    assert respons.url.startswith("/akun/masuk/")
    assert "Rahasia" not in str(dict(client.session))


def test_words_of_a_late_form_are_kept_without_their_token(client: Client) -> None:
    client.post("/forum/tulis/", {"judul": "Jalan", "isi": "Becek.", "kunci": "k" * 32})
    assert client.session["draf"]["isi"] == {"judul": "Jalan", "isi": "Becek."}


def test_the_answer_of_an_official_is_kept(client: Client) -> None:
    alamat = f"/kerja/aspirasi/{uuid.uuid4()}/tanggapi/"
    client.post(alamat, {"isi": "Selokan dibersihkan hari Senin."})
    assert client.session["draf"]["alamat"] == alamat
    assert client.session["draf"]["isi"] == {"isi": "Selokan dibersihkan hari Senin."}
