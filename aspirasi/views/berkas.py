"""Files of aspirasi that a request may fetch before everyone may (`core.views.berkas`)."""

from django.http import HttpRequest

from aspirasi.models import Lampiran, SuratInstansi
from aspirasi.models.surat import SuratInstansiQuerySet
from aspirasi.models.tindak import LampiranQuerySet
from aspirasi.views import tanda


def foto(request: HttpRequest) -> LampiranQuerySet:
    """Return the photos of kiriman on this person's desk, and of kiriman that this browser
    opened."""
    return Lampiran.objects.terbaca(request.user, terbuka=tanda.syarat(request))


def surat(request: HttpRequest) -> SuratInstansiQuerySet:
    """Return the letters whose scan this person may read."""
    return SuratInstansi.objects.terbaca(request.user)
