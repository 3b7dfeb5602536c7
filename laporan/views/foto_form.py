"""Photos that come with a form of a report, in the views that take them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from core.berkas.foto_tertunda import HasilFoto
from core.berkas.titipan import Titipan
from laporan.models import LaporanKemajuan
from laporan.services.foto import tambah_unggahan
from laporan.services.foto_titipan import TITIPAN, lekatkan


def titip_foto(form: Any, titipan: Titipan = TITIPAN) -> int:
    """Keep the photos of a form that comes back, under its key, and return how many wait. A form
    that was sent with an error elsewhere brings photos; one that comes back after a new sign-in
    has them already. `titipan` is the kind of the form."""
    if not form.is_bound:
        return 0
    salah = form.has_error("foto")  # looks at all fields first
    kunci = form.cleaned_data["kunci"]
    if not salah:
        for pesan in titipan.titip(kunci=kunci, unggahan=form.cleaned_data["foto"]).ditolak:
            form.add_error("foto", pesan)
    form.pakai_kunci(kunci)
    return titipan.dititip(kunci).count()


def terima_foto(laporan: LaporanKemajuan, form: Any) -> HasilFoto:
    """Give a draft the photos of a valid form, and those that waited for it."""
    isi = form.cleaned_data
    sama = {"tahap": isi["tahap"], "keterangan": isi["keterangan"]}
    dilekatkan = lekatkan(kunci=isi["kunci"], laporan=laporan, **sama)
    hasil = tambah_unggahan(laporan=laporan, unggahan=isi["foto"], kunci=isi["kunci"], **sama)
    hasil.tersimpan += dilekatkan
    return hasil


def sebut_ditolak(request: HttpRequest, hasil: HasilFoto) -> None:
    """Say which photos were refused, on the next page."""
    for pesan in hasil.ditolak:
        messages.error(request, pesan)
