"""Follow, stop following, and read the notices."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi
from core.jejak.segel import segel_semua
from core.models import Jejak
from kabar.models import Pemberitahuan
from kabar.services.penyebar import sebarkan
from warga.models import Pengguna

HALAMAN = reverse("kabar:pemberitahuan")
IKUTAN = reverse("kabar:ikutan")


def siarkan() -> int:
    """Do the worker's work of every five minutes: seal, and tell."""
    segel_semua()
    return sebarkan()


def kabari(orang: Pengguna) -> list[str]:
    """The acts this person was told of, oldest first, as the trail names them."""
    nomor = Pemberitahuan.objects.filter(pengguna=orang).order_by("jejak")
    aksi = Jejak.objects.in_bulk(list(nomor.values_list("jejak", flat=True)))
    return [aksi[satu.jejak].aksi for satu in nomor]


def ikuti(klien: Client, aspirasi: Aspirasi) -> HttpResponse:
    return klien.post(reverse("kabar:ikuti", args=["aspirasi", aspirasi.nomor]), follow=True)


def berhenti(klien: Client, aspirasi: Aspirasi, **isi: str) -> HttpResponse:
    alamat = reverse("kabar:berhenti", args=["aspirasi", aspirasi.nomor])
    return klien.post(alamat, isi, follow=True)


def dukung(klien: Client, aspirasi: Aspirasi) -> HttpResponse:
    return klien.post(reverse("aspirasi:dukung", args=[aspirasi.nomor]), follow=True)
