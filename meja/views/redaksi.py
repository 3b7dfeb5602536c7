"""Black boxes over a photo of a kiriman or a report, or over the scan of a letter, of a decision or
of a paper of a project."""

from typing import Any
from uuid import UUID

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from aspirasi.models import Lampiran, SuratInstansi
from aspirasi.services import redaksi
from core.berkas.redaksi import TERBANYAK
from core.galat import TidakBisa
from core.gambar.olah import FotoDitolak
from core.models import Berkas
from core.moderasi.forms import FOTO_MASIH_ADA
from laporan.models import Foto, FotoLapangan, LampiranCatatan, LaporanKemajuan
from laporan.services import lapangan_foto
from laporan.services.penarikan import tutup_foto as tutup_foto_terbit
from laporan.services.penarikan_catatan import tutup_lampiran
from laporan.views.lapangan import muat_lapangan
from meja.forms.redaksi import TutupFotoForm
from meja.views.gerbang import buka_meja, muat_foto, petugas
from meja.views.pindaian import muat_surat
from proyek.models import Dokumen, Keputusan, Lpj, PindaianKeputusan, PindaianLpj
from proyek.services.dokumen import tutup_dokumen as tutup_dokumen_proyek
from proyek.services.lpj import tutup_pindaian as tutup_lpj
from proyek.services.pindaian import tutup_pindaian as tutup_satu
from proyek.views.muat import proyek_untuk
from warga.models import Pengguna


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def tutup_foto(request: HttpRequest, acuan: UUID, pk: int) -> HttpResponse:
    """Cover parts of a photo of the sender, or of an answer, with black, for good."""
    lampiran = muat_foto(request, acuan, pk, "aspirasi.periksa")
    return _tutup(request, lampiran, kembali=reverse("meja:aspirasi_rincian", args=[acuan]))


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def tutup_surat(request: HttpRequest, acuan: UUID, pk: int) -> HttpResponse:
    """Cover parts of a letter that was sent in as a photo."""
    surat = muat_surat(request, acuan, pk)
    if surat.berkas is None or surat.berkas.jenis != Berkas.Jenis.FOTO:
        raise Http404
    return _tutup(request, surat, kembali=reverse("meja:aspirasi_surat", args=[acuan, pk]))


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def tutup_foto_laporan(request: HttpRequest, nomor: str, pk: int) -> HttpResponse:
    """Cover parts of a photo in a published report."""
    terbit = LaporanKemajuan.objects.utuh().select_related("proyek__kampung")
    laporan = get_object_or_404(terbit, nomor=nomor)
    if not rules.has_perm("laporan.tutup_foto", request.user, laporan):
        raise PermissionDenied
    foto = get_object_or_404(laporan.foto.select_related("berkas"), pk=pk)
    return _tutup(request, foto, kembali=laporan.get_absolute_url())


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def tutup_pindaian(request: HttpRequest, nomor: str, pk: int) -> HttpResponse:
    """Cover parts of the scan of a decision that is a photo."""
    terbaca = Keputusan.objects.visible_to(request.user).select_related("kampung")
    keputusan = get_object_or_404(terbaca, nomor=nomor)
    if not rules.has_perm("proyek.tarik_keputusan", request.user, keputusan):
        raise PermissionDenied
    semua = keputusan.pindaian.berlaku().filter(berkas__jenis=Berkas.Jenis.FOTO)
    return _tutup(request, get_object_or_404(semua, pk=pk), kembali=keputusan.get_absolute_url())


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def tutup_dokumen(request: HttpRequest, nomor: str, pk: int) -> HttpResponse:
    """Cover parts of a paper of a project that is a photo."""
    proyek = proyek_untuk(request, nomor, "proyek.tarik")
    semua = proyek.dokumen.tampil().filter(berkas__jenis=Berkas.Jenis.FOTO)
    dokumen = get_object_or_404(semua.select_related("berkas", "proyek"), pk=pk)
    return _tutup(request, dokumen, kembali=proyek.get_absolute_url())


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def tutup_pindaian_lpj(request: HttpRequest, pk: int, satu: int) -> HttpResponse:
    """Cover parts of the scan of an LPJ that is a photo."""
    lpj = get_object_or_404(Lpj.objects.select_related("kampung"), pk=pk)
    if not rules.has_perm("proyek.tarik", request.user, lpj):
        raise PermissionDenied
    semua = lpj.pindaian.tampil().filter(berkas__jenis=Berkas.Jenis.FOTO)
    pindaian = get_object_or_404(semua.select_related("berkas", "lpj"), pk=satu)
    return _tutup(request, pindaian, kembali=lpj.get_absolute_url())


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def tutup_lampiran_catatan(request: HttpRequest, pk: int) -> HttpResponse:
    """Cover parts of a photo of a note of the BPK Kampung."""
    semua = LampiranCatatan.objects.tampil().filter(berkas__jenis=Berkas.Jenis.FOTO)
    lampiran = get_object_or_404(semua.select_related("berkas", "catatan__kampung"), pk=pk)
    if not rules.has_perm("laporan.tarik_catatan", request.user, lampiran.catatan):
        raise PermissionDenied
    return _tutup(request, lampiran, kembali=lampiran.catatan.get_absolute_url())


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def tutup_foto_lapangan(request: HttpRequest, pk: int, satu: int) -> HttpResponse:
    """Cover parts of a photo of a look in the field."""
    lapangan = muat_lapangan(request, pk, "laporan.periksa_lapangan")
    foto = get_object_or_404(lapangan.foto.tampil().select_related("berkas"), pk=satu)
    foto.pemeriksaan = lapangan
    return _tutup(request, foto, kembali=lapangan.get_absolute_url())


Pemilik = (
    Lampiran
    | SuratInstansi
    | Foto
    | PindaianKeputusan
    | Dokumen
    | PindaianLpj
    | LampiranCatatan
    | FotoLapangan
)


def _jalankan(milik: Pemilik, data: dict[str, Any], oleh: Pengguna) -> None:
    alasan = data.get("alasan", "")
    if isinstance(milik, Foto):
        tutup_foto_terbit(foto=milik, kotak=data["semua"], alasan=alasan, oleh=oleh)
    elif isinstance(milik, PindaianKeputusan):
        tutup_satu(pindaian=milik, kotak=data["semua"], alasan=alasan, oleh=oleh)
    elif isinstance(milik, Dokumen):
        tutup_dokumen_proyek(dokumen=milik, kotak=data["semua"], alasan=alasan, oleh=oleh)
    elif isinstance(milik, FotoLapangan):
        lapangan_foto.tutup_foto(foto=milik, kotak=data["semua"], alasan=alasan, oleh=oleh)
    elif isinstance(milik, LampiranCatatan):
        tutup_lampiran(lampiran=milik, kotak=data["semua"], alasan=alasan, oleh=oleh)
    elif isinstance(milik, PindaianLpj):
        tutup_lpj(pindaian=milik, kotak=data["semua"], alasan=alasan, oleh=oleh)
    else:
        redaksi.tutup(milik=milik, kotak=data["semua"], alasan=alasan, oleh=oleh)


def _tutup(request: HttpRequest, milik: Pemilik, kembali: str) -> HttpResponse:
    """Show the photo with the form. Chosen parts become black, and the page shows the new photo."""
    laporan = milik.laporan if isinstance(milik, Foto) else None
    keputusan = milik.keputusan if isinstance(milik, PindaianKeputusan) else None
    proyek = milik.proyek if isinstance(milik, Dokumen) else None
    berkas = milik.berkas
    lpj = milik.lpj if isinstance(milik, PindaianLpj) else None
    catatan = milik.catatan if isinstance(milik, LampiranCatatan) else None
    lapangan = milik.pemeriksaan if isinstance(milik, FotoLapangan) else None
    tampil = bool(laporan or keputusan or proyek or lpj or catatan or lapangan) or (
        berkas is not None and berkas.publik
    )
    form = TutupFotoForm(request.POST if request.method == "POST" else None, tampil=tampil)
    if form.is_valid():
        try:
            _jalankan(milik, form.cleaned_data, petugas(request))
        except TidakBisa as galat:
            messages.error(request, galat.pesan)
            return redirect(kembali)  # this page may be gone with its photo
        except FotoDitolak as galat:
            form.add_error(None, galat.messages[0])  # the boxes stay
        else:
            messages.success(request, "Bagian itu sekarang hitam. Foto yang lama sudah dihapus.")
            return redirect(request.path)
    konteks = {
        "laporan": laporan,
        "keputusan": keputusan,
        "proyek": proyek,
        "lpj": lpj,
        "lapangan": lapangan,
        "catatan": catatan,
        "surat": not isinstance(milik, Lampiran | Foto | FotoLapangan),
        "aspirasi": getattr(milik, "aspirasi", None),
        "foto": milik.berkas,
        "kembali": kembali,
        "form": form,
        "terbanyak": TERBANYAK,
        "masih_ada": FOTO_MASIH_ADA,
    }
    return render(request, "meja/tutup_foto.html", konteks)
