"""The page to sign in says that what was just typed waits there."""

import re

from django.test import Client
from django.urls import reverse

from tests.alat.klien import masuk
from tests.pabrik.pemeran import Pemeran

MENUNGGU = "Tulisannya tidak hilang"
SIDIK = re.compile(r'<input type="hidden" name="penulis" value="([0-9a-f]{64})">')


def test_kept_words_are_told_of_where_they_wait(client: Client, pemeran: Pemeran) -> None:
    pemeran.warga.telepon_terbukti_pada = pemeran.warga.dibuat
    pemeran.warga.save()
    masuk(client, pemeran.warga)
    tulis = reverse("forum:tulis")
    (penulis,) = set(SIDIK.findall(client.get(tulis).content.decode()))
    client.post("/akun/keluar/")
    respons = client.post(tulis, {"isi": "Jalan rusak.", "penulis": penulis}, follow=True)
    assert respons.content.decode().count(MENUNGGU) == 1
    assert respons.content.decode().count("pesan--info") == 1  # no message beside it
    assert MENUNGGU not in client.get("/akun/masuk/").content.decode()


def test_words_that_are_not_kept_are_not_promised(client: Client, pemeran: Pemeran) -> None:
    respons = client.post(reverse("forum:tulis"), {"isi": "Jalan rusak."}, follow=True)
    assert respons.request["PATH_INFO"] == "/akun/masuk/"
    assert MENUNGGU not in respons.content.decode()
