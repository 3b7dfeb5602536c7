"""Pages go out compressed without a proxy, too, and never tell a secret by their length."""

import gzip

from django.http import FileResponse, HttpResponse, JsonResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from core.middleware import PadatMiddleware

ISI = b"Jalan rusak di Dusun 3. " * 200


def lewat(respons: HttpResponse) -> HttpResponse:
    minta = RequestFactory().get("/", headers={"accept-encoding": "gzip"})
    return PadatMiddleware(lambda _: respons)(minta)


def test_a_page_is_a_fifth_of_its_size(client: Client) -> None:
    alamat = reverse("gaya")
    utuh = client.get(alamat).content
    respons = client.get(alamat, headers={"accept-encoding": "gzip"})
    assert respons["Content-Encoding"] == "gzip"
    assert gzip.decompress(respons.content) == utuh
    assert len(respons.content) < len(utuh) / 4


def test_its_length_tells_nothing() -> None:
    """Random bytes, so that many guesses cannot be compared by length."""
    assert len({len(lewat(HttpResponse(ISI)).content) for _ in range(20)}) > 1


def test_a_browser_that_wants_none_gets_none(client: Client) -> None:
    assert "Content-Encoding" not in client.get(reverse("gaya")).headers


def test_texts_are_compressed_and_files_are_not() -> None:
    assert "Content-Encoding" in lewat(JsonResponse({"isi": ISI.decode()})).headers
    assert "Content-Encoding" not in lewat(HttpResponse(ISI, content_type="image/jpeg")).headers
    alir = FileResponse([ISI], content_type="text/csv")
    assert "Content-Encoding" not in lewat(alir).headers
