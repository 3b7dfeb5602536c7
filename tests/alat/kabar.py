"""Follow, stop following, and read the notices."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi
from core.jejak.segel import segel_semua
from core.models import Jejak
from kabar.bacaan.jenis import jenis_dari
from kabar.models import Pemberitahuan
from kabar.services.penyebar import sebarkan
from warga.models import Pengguna

HALAMAN = reverse("kabar:pemberitahuan")
IKUTAN = reverse("kabar:ikutan")


def siarkan() -> int:
    """Do the worker's work of every five minutes: seal, and tell. Return how many notices that made
    beside those of the work of officials."""
    segel_semua()
    berita = Pemberitahuan.objects.filter(kerja=0)
    sebelum = berita.count()
    sebarkan()
    return berita.count() - sebelum


def kabari(orang: Pengguna) -> list[str]:
    """The acts this person was told of, oldest first, as the trail names them."""
    nomor = Pemberitahuan.objects.filter(pengguna=orang).order_by("jejak")
    aksi = Jejak.objects.in_bulk(list(nomor.values_list("jejak", flat=True)))
    return [aksi[satu.jejak].aksi for satu in nomor]


def alamat(nama: str, objek: Any) -> str:
    """The address that follows a thing ("ikuti"), or follows it no more ("berhenti")."""
    jenis = jenis_dari(objek)
    return reverse(f"kabar:{nama}", args=[jenis.nama, getattr(objek, jenis.alamat)])


def ikuti(klien: Client, objek: Any) -> HttpResponse:
    return klien.post(alamat("ikuti", objek), follow=True)


def berhenti(klien: Client, objek: Any, **isi: str) -> HttpResponse:
    return klien.post(alamat("berhenti", objek), isi, follow=True)


def dibaca(klien: Client) -> list[str]:
    """Return what the page of notices says, the oldest first."""
    return [isi.ucapan.kata for isi in reversed(klien.get(HALAMAN).context["daftar_isi"])]


def di_kepala(client: Client) -> str:
    """The number in the head of a page; "" when there is none."""
    kepala = client.get("/aspirasi/").content.decode().partition("Pemberitahuan (")[2]
    return kepala.partition("<")[0].strip(")")


def dukung(klien: Client, aspirasi: Aspirasi) -> HttpResponse:
    return klien.post(reverse("aspirasi:dukung", args=[aspirasi.nomor]), follow=True)
