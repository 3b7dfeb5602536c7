"""What the tests of aspirasi share: a valid form, photos, and kiriman in any state."""

import datetime as dt
import io
import re
from dataclasses import replace
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image

from aspirasi.enums import Jangkauan, Jenis
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services import kiriman as layanan
from aspirasi.services import periksa as layanan_periksa
from core.formulir.sekali import kunci_baru
from warga.models import Kampung

KIRIM = "/aspirasi/kirim/"


def isian(**lain: Any) -> dict[str, Any]:
    """A form that is accepted at once."""
    return {
        "kunci": kunci_baru(),
        "jenis": "usulan",
        "isi": "Mohon jalan Dusun 3 dirabat, kalau hujan becek.",
        "kampung": "sido-rejo",
        "jangkauan": "publik",
        "tentang": "tidak",
        "setuju": "on",
    } | lain


def foto(warna: str = "green", nama: str = "foto.jpg") -> SimpleUploadedFile:
    """A real photo."""
    tempat = io.BytesIO()
    Image.new("RGB", (64, 48), warna).save(tempat, "JPEG")
    return SimpleUploadedFile(nama, tempat.getvalue(), "image/jpeg")


def kirim(client: Client, **lain: Any) -> HttpResponse:
    """Send through the front door and follow to the page of code and PIN."""
    return client.post(KIRIM, isian(**lain), follow=True)


def kode_dan_pin(respons: HttpResponse) -> tuple[str, str]:
    """Read both from the page, as a person does."""
    isi = respons.content.decode()
    return (
        re.findall(r"BR-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{2}", isi)[0],
        re.findall(r"data-salin>(\d{6})<", isi)[0],
    )


def buat(
    kampung: Kampung | None, *, oleh: Any = None, kontak: dict[str, Any] | None = None, **lain: Any
) -> layanan.Terkirim:
    """A kiriman as the sender's service stores it."""
    isi = {"jenis": Jenis.USULAN, "isi": "Mohon jalan Dusun 3 dirabat."} | lain
    return layanan.kirim(
        aspirasi=Aspirasi(kampung=kampung, **isi),
        pengirim=Pengirim(**(kontak or {})),
        kunci=kunci_baru(),
        oleh=oleh,
    )


def periksa(aspirasi: Aspirasi, oleh: Any, **lain: Any) -> Aspirasi:
    """Verify as it stands."""
    hasil = replace(layanan_periksa.HasilPeriksa.apa_adanya(aspirasi), **lain)
    return layanan_periksa.periksa(aspirasi=aspirasi, hasil=hasil, oleh=oleh)


def terbit(kampung: Kampung | None, oleh: Any, **lain: Any) -> Aspirasi:
    """A public, verified kiriman."""
    return periksa(buat(kampung, **({"jangkauan": Jangkauan.PUBLIK} | lain)).aspirasi, oleh)


def masuk_pengirim(client: Client, terkirim: layanan.Terkirim) -> HttpResponse:
    """Open it by code and PIN."""
    data = {"kode": terkirim.kode, "pin": terkirim.pin}
    return client.post(reverse("aspirasi:lacak"), data, follow=True)


def jam_sampai(tanggal: dt.date | None) -> dict[str, Any]:
    """The columns of a clock whose step is due on this day; None: nothing is due."""
    jatah = None if tanggal is None else 0
    return dict.fromkeys(("tenggat", "janji", "langkah_mulai"), tanggal) | {"jatah_hari": jatah}
