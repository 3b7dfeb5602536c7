"""The door of the desks, and the official who came in."""

from collections.abc import Callable
from uuid import UUID

import rules
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from aspirasi.models import Aspirasi, Lampiran, TindakLanjut
from warga.models import Kampung, Pengguna
from warga.views.bantu import pengguna_masuk

Tampilan = Callable[..., HttpResponse]
_masuk = permission_required("warga.buka_meja", raise_exception=True)
_bekerja = permission_required("warga.punya_meja", raise_exception=True)


def buka_meja(tampilan: Tampilan) -> Tampilan:
    """Let only officials in, and keep no page in a browser that others use, too.

    Visitors are sent to sign in before this (login is closed by default); residents get a 403.
    """
    return never_cache(_masuk(tampilan))


def punya_meja(tampilan: Tampilan) -> Tampilan:
    """Let in whoever has a front page of work, too: BPK and fasilitator; as `buka_meja`."""
    return never_cache(_bekerja(tampilan))


def petugas(request: HttpRequest) -> Pengguna:
    """Return the official who acts. Behind the door it is always an account."""
    return pengguna_masuk(request)


def kampung_dipilih(request: HttpRequest) -> Kampung | None:
    """Return the kampung that the address names by `?kampung=<slug>`; None without one, else
    404."""
    slug = request.GET.get("kampung", "").replace("\0", "")
    return get_object_or_404(Kampung, slug=slug) if slug else None


def muat_kiriman(request: HttpRequest, acuan: UUID, izin: str) -> Aspirasi:
    """Return a kiriman on this person's desk (else 404) on which they have the right (else 403)."""
    meja = Aspirasi.objects.untuk_meja(request.user).select_related("kampung")
    aspirasi: Aspirasi = get_object_or_404(meja, acuan=acuan)
    if not rules.has_perm(izin, request.user, aspirasi):
        raise PermissionDenied
    return aspirasi


def muat_jawaban(request: HttpRequest, acuan: UUID, pk: int) -> TindakLanjut:
    """Return an official answer to a kiriman on this person's desk (else 404) that they may take
    back, as their own office's (else 403)."""
    aspirasi = muat_kiriman(request, acuan, "aspirasi.tangani")
    jawaban: TindakLanjut = get_object_or_404(aspirasi.tindak_lanjut.untuk_halaman(), pk=pk)
    _pastikan_jawaban_sendiri(request, jawaban, aspirasi)
    return jawaban


def muat_foto(request: HttpRequest, acuan: UUID, pk: int, izin: str) -> Lampiran:
    """Return a photo of a kiriman on this person's desk (else 404). One of the sender takes the
    right `izin`, one of an answer that of its office (else 403)."""
    aspirasi = muat_kiriman(request, acuan, "aspirasi.tangani")
    semua = aspirasi.lampiran.select_related("berkas", "jawaban__oleh")
    foto: Lampiran = get_object_or_404(semua, pk=pk)
    foto.aspirasi = aspirasi
    if foto.jawaban:
        _pastikan_jawaban_sendiri(request, foto.jawaban, aspirasi)
    elif not rules.has_perm(izin, request.user, aspirasi):
        raise PermissionDenied
    return foto


def _pastikan_jawaban_sendiri(
    request: HttpRequest, jawaban: TindakLanjut, aspirasi: Aspirasi
) -> None:
    jawaban.aspirasi = aspirasi
    if not rules.has_perm("aspirasi.tarik_jawaban", request.user, jawaban):
        raise PermissionDenied
