"""Hand out stored files."""

import logging
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import storages
from django.db.models import Model, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from core.berkas.simpan import PUBLIK, TERBATAS, jalur, pemilik
from core.models import Berkas
from core.models.berkas import NAMA

log = logging.getLogger(__name__)

JENIS_ISI = {".webp": "image/webp", ".pdf": "application/pdf"}
# A photo that is blackened or withdrawn must not live on under its old address. Asking again costs
# one query and no bytes.
SEBENTAR = 10 * 60


@login_not_required
@require_safe
def berkas(request: HttpRequest, nama: str) -> HttpResponseBase:
    """Serve `nama`. An unknown, a withdrawn and a forbidden name give the same 404."""
    cocok = NAMA.fullmatch(nama)
    if not cocok:
        raise Http404
    pokok = cocok["batang"] + cocok["akhiran"]
    if umum := Berkas.objects.filter(nama_publik=pokok).first():
        return _publik(request, umum, nama)
    milik = _terlihat(request, pokok)
    if milik is None:
        raise Http404
    respons = _kirim(milik, TERBATAS, nama)
    respons["Cache-Control"] = "private, no-store"
    return respons


def _terlihat(request: HttpRequest, nama: str) -> Berkas | None:
    """Return the file `nama` if one of its owners shows it to this request.

    Owners are asked whether or not there is such a file, so that a refusal takes as long as an
    unknown name.
    """
    for bidang in pemilik():
        terlihat = _pembaca(bidang.model)
        if terlihat is None:
            continue
        milik = terlihat(request).filter(**{f"{bidang.name}__nama": nama}).values(bidang.attname)
        if ada := Berkas.objects.filter(pk__in=milik).first():
            return ada
    return None


def _pembaca(model: type[Model]) -> Callable[[HttpRequest], QuerySet[Any]] | None:
    """Return the function that gives the owner rows whose files a request may read.

    The app of `model` names it in its AppConfig (`pembaca_berkas`); None when it names none: then
    nothing is shown.
    """
    milik_app: dict[str, str] = getattr(model._meta.app_config, "pembaca_berkas", {})
    jalan = milik_app.get(model.__name__)
    return import_string(jalan) if jalan else None


def _publik(request: HttpRequest, milik: Berkas, nama: str) -> HttpResponseBase:
    """Serve a public file. Its content never changes under its name, so the name is its tag.
    Whether it is still public is asked again after ten minutes."""
    etag = quote_etag(nama)
    # No Last-Modified: the second of sending could tell neighbours who the sender was.
    respons: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if respons is None:
        respons = _kirim(milik, PUBLIK, nama)
    respons["ETag"] = etag
    respons["Cache-Control"] = f"public, max-age={SEBENTAR}, must-revalidate"
    return respons


def _kirim(milik: Berkas, alias: str, nama: str) -> HttpResponseBase:
    respons = _isi(alias, nama)
    akhiran = nama[nama.rindex(".") :]
    respons["Content-Type"] = JENIS_ISI[akhiran]
    respons["X-Content-Type-Options"] = "nosniff"
    if milik.jenis == Berkas.Jenis.DOKUMEN:
        respons["Content-Disposition"] = content_disposition_header(True, milik.nama_asli) or ""
    # A document that is opened by its own address may do nothing at all.
    respons["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return respons


def _isi(alias: str, nama: str) -> HttpResponseBase:
    """Let the proxy, the disk or the object store give the bytes.

    A store without paths on disk (S3) answers with an address of its own, signed and
    short-lived; its host must then be added to `img-src` of the policy.
    """
    simpanan, tempat = storages[alias], jalur(nama)
    if settings.BERKAS_ACCEL_PREFIX and alias == PUBLIK:  # the proxy holds no other files
        respons = HttpResponse()
        respons["X-Accel-Redirect"] = f"{settings.BERKAS_ACCEL_PREFIX}{alias}/{tempat}"
        return respons
    try:
        simpanan.path(tempat)
    except NotImplementedError:  # Django's way of saying that a store has no paths on disk
        return HttpResponseRedirect(simpanan.url(tempat))
    try:
        return FileResponse(simpanan.open(tempat))
    except FileNotFoundError as galat:
        log.error("Berkas %s tercatat tetapi tidak ada di simpanan %s", nama, alias)
        raise Http404 from galat
