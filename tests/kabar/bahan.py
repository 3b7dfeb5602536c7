"""What the tests of following share."""

from typing import Any

from allauth.account.models import EmailAddress
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from aspirasi.models import Aspirasi
from aspirasi.services.jawab import tanggapi
from core.jejak.segel import segel_semua
from core.models import Jejak
from kabar.models import Pemberitahuan
from kabar.services.penyebar import sebarkan
from tests.aspirasi.bantu import terbit
from tests.pemeran import Pemeran
from warga.models import Pengguna

HALAMAN = reverse("kabar:pemberitahuan")
IKUTAN = reverse("kabar:ikutan")
SELOKAN = "Selokan depan pasar mampet"
GORONG = "Gorong-gorong pasar buntu"


def siarkan() -> int:
    """What the worker does every five minutes: seal, and tell."""
    segel_semua()
    return sebarkan()


def selokan(pemeran: Pemeran, isi: str = SELOKAN, **lain: Any) -> Aspirasi:
    """A public, verified kiriman."""
    return terbit(pemeran.kampung, pemeran.staf, isi=isi, **lain)


def jawab(pemeran: Pemeran, aspirasi: Aspirasi, isi: str = "Digali hari Minggu.") -> None:
    tanggapi(aspirasi=aspirasi, isi=isi, oleh=pemeran.kakam)


def kabari(orang: Pengguna) -> list[str]:
    """The acts this person was told of, oldest first, as the trail names them."""
    nomor = Pemberitahuan.objects.filter(pengguna=orang).order_by("jejak")
    aksi = Jejak.objects.in_bulk(list(nomor.values_list("jejak", flat=True)))
    return [aksi[satu.jejak].aksi for satu in nomor]


def ikuti(klien: Client, aspirasi: Aspirasi) -> HttpResponse:
    return klien.post(reverse("kabar:ikuti_aspirasi", args=[aspirasi.nomor]), follow=True)


def berhenti(klien: Client, aspirasi: Aspirasi, **isi: str) -> HttpResponse:
    alamat = reverse("kabar:berhenti_aspirasi", args=[aspirasi.nomor])
    return klien.post(alamat, isi, follow=True)


def dukung(klien: Client, aspirasi: Aspirasi) -> HttpResponse:
    return klien.post(reverse("aspirasi:dukung", args=[aspirasi.nomor]), follow=True)


def buktikan_email(orang: Pengguna, email: str = "wati@contoh.id", *, pasti: bool = True) -> None:
    EmailAddress.objects.create(user=orang, email=email, verified=pasti, primary=True)


def teks(respons: Any) -> str:
    return str(respons.content.decode())


def ada(respons: Any, potongan: str) -> bool:
    return escape(potongan) in teks(respons)
