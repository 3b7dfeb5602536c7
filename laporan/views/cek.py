"""Write, correct and take back a check, with an account or without."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from core.berkas.foto_tertunda import HasilFoto
from core.berkas.titipan import tahan
from core.formulir import draf
from core.formulir.jadi import coba
from core.formulir.sekali import sidik
from core.galat import TidakBisa
from core.jaga import pembatas
from core.jaga.kuki import baca_ingatan, ingat, nama_kuki
from laporan.bacaan.cek import tolakan_orang
from laporan.forms.cek import CekForm
from laporan.models import CekWarga, LaporanKemajuan
from laporan.models.tentang import Tentang
from laporan.services import cek as layanan
from laporan.services import cek_foto
from proyek.models import Proyek
from warga.models import Pengguna

KUKI, JALUR = "cek", "/"  # photos are served from another path
UMUR = 90 * 24 * 60 * 60  # seconds
DIINGAT = 30  # checks of one browser
PADAT = "Dari jaringan ini sedang banyak cek masuk. Kirim lagi {} lagi; isian Anda tidak hilang."
DITAHAN = (
    "Cek Anda sudah kami terima. Cek ini tampil sesudah dibaca petugas kecamatan, paling lambat "
    "satu hari kerja. Kritik bukan alasan untuk menyembunyikannya."
)
TANPA_FOTO = (
    "Cek Anda belum terkirim. Tekan tombol kirim sekali lagi untuk mengirimnya tanpa foto itu."
)
DIPERBAIKI = "Cek Anda sudah diperbaiki, dan yang baru sekarang tampil."
DIPERBAIKI_DITAHAN = (
    "Cek Anda sudah diperbaiki. Yang baru tampil sesudah dibaca petugas kecamatan, paling lambat "
    "satu hari kerja."
)
TAMPIL = "Terima kasih. Cek Anda sekarang tampil, dan Anda dapat memperbaikinya di halaman ini."


@draf.menyimpan_draf
@draf.menyimpan_foto(cek_foto.TITIPAN)
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tulis(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/cek/<PRJ or LAP>/tulis/"""
    tentang = tentang_dari(request, nomor)
    if tolakan := mengapa_tidak(request.user, tentang):
        messages.info(request, tolakan)
        return redirect(tentang.laporan or tentang.proyek)
    lama = milik_sendiri(request, tentang)
    if request.method != "POST":
        isi = draf.ambil_isian(request) if request.user.is_authenticated else None
        kunci = str(isi["kunci"]) if isi else ""
        return _halaman(request, tentang, CekForm(isi, instance=lama), kunci)
    if request.POST.get(draf.ISIAN_PENULIS) and not request.user.is_authenticated:
        # It was written with an account, whose sign-in has ended: it is not sent without one.
        return draf.minta_masuk(request, foto=tahan(request, cek_foto.TITIPAN))
    if "tarik" in request.POST:
        return _tarik(request, tentang, lama)
    form = CekForm(request.POST, request.FILES, instance=lama)
    benar = form.is_valid()
    kunci = form.cleaned_data["kunci"]  # a new one, where none came
    ditolak = _titip(request, form, kunci)
    if benar and not ditolak and (respons := _simpan(request, tentang, form)):
        return respons
    if ditolak:
        form.add_error("foto", [*ditolak, TANPA_FOTO])
    return _halaman(request, tentang, form, kunci)


@login_not_required
@require_POST
def lupakan(request: HttpRequest) -> HttpResponse:
    """Let this browser forget its checks: for phones that are shared."""
    messages.success(request, "HP ini tidak lagi mengingat cek Anda. Ceknya sendiri tetap ada.")
    respons = redirect("laporan:daftar")
    respons.delete_cookie(nama_kuki(KUKI), path=JALUR, samesite="Lax")
    return respons


def tentang_dari(request: HttpRequest, nomor: str) -> Tentang:
    """Load what is checked; a 404 for what this person cannot see."""
    terlihat = Proyek.objects.visible_to(request.user).select_related("kampung")
    if not nomor.startswith(LaporanKemajuan.awalan_nomor):
        return Tentang(get_object_or_404(terlihat, nomor=nomor))
    semua = LaporanKemajuan.objects.terbit().select_related("proyek__kampung")
    laporan = get_object_or_404(semua, nomor=nomor, proyek__in=terlihat.values("pk"))
    return Tentang(laporan.proyek, laporan)


def mengapa_tidak(orang: Any, tentang: Tentang) -> str:
    """Return why this person cannot check it, in a sentence; "" when they can."""
    try:
        layanan.pastikan_dapat_dicek(tentang)
    except TidakBisa as galat:
        return galat.pesan
    return tolakan_orang(orang, tentang.proyek)


def milik_sendiri(request: HttpRequest, tentang: Tentang) -> CekWarga | None:
    """Return what this account, or this browser of a visitor, wrote about it."""
    return layanan.cek_sendiri(tentang, _akun(request), _ingatan(request).get(_hal(tentang)))


def milik_browser(request: HttpRequest) -> list[int]:
    """Return the keys of the checks that this browser of a visitor remembers."""
    return [] if _akun(request) else list(_ingatan(request).values())


def _halaman(
    request: HttpRequest, tentang: Tentang, form: CekForm, kunci: str = ""
) -> HttpResponse:
    konteks = {
        "tentang": tentang,
        "proyek": tentang.proyek,
        "form": form,
        "kunci": kunci or form["kunci"].value(),
        "lama": milik_sendiri(request, tentang),
        "foto_dititip": cek_foto.TITIPAN.dititip(kunci).count() if kunci else 0,
        "terbukti": bool(getattr(request.user, "kontak_terbukti", False)),
    }
    return render(request, "laporan/cek_tulis.html", konteks)


def _tarik(request: HttpRequest, tentang: Tentang, lama: CekWarga | None) -> HttpResponse:
    """Take one's own check back."""
    if lama is None:
        messages.info(request, "Tidak ada cek Anda di sini.")
    else:
        layanan.tarik(cek=lama)
        messages.success(request, "Cek Anda sudah ditarik. Kata-kata dan fotonya kami hapus.")
    return redirect(tentang.laporan or tentang.proyek)


def _titip(request: HttpRequest, form: CekForm, kunci: str) -> list[str]:
    """Keep the photos that came, since a browser forgets them; return why some are not kept."""
    if request.POST.get("buang_foto"):
        cek_foto.TITIPAN.buang(kunci=kunci)
    tempat = pembatas.tempat(request)
    foto = form.cleaned_data.get("foto") or []
    hasil = cek_foto.titip(kunci=kunci, unggahan=foto, tempat=tempat) if foto else HasilFoto()
    return hasil.ditolak


def _simpan(request: HttpRequest, tentang: Tentang, form: CekForm) -> HttpResponse | None:
    """Store the check; None with an error in the form."""
    if detik := pembatas.tunggu("cek", pembatas.tempat(request)):
        form.add_error(None, PADAT.format(pembatas.sebut(detik)))
        return None
    kunci = form.cleaned_data["kunci"]
    baru = cek_foto.TITIPAN.dititip(kunci).exists()
    cek = coba(form, lambda: _layani(request, tentang, form, kunci, baru))
    if cek is None:
        return None
    if baru:
        cek_foto.lekatkan(kunci=kunci, cek=cek)
    messages.success(request, _kata_tersimpan(cek, form.diperbaiki))
    respons = redirect("laporan:cek_tulis", tentang.nomor)
    if _akun(request) is None:
        _ingat(request, respons, tentang, cek)
    return respons


def _kata_tersimpan(cek: CekWarga, diperbaiki: bool) -> str:
    if diperbaiki:
        return DIPERBAIKI_DITAHAN if cek.ditahan else DIPERBAIKI
    return DITAHAN if cek.ditahan else TAMPIL


def _layani(
    request: HttpRequest, tentang: Tentang, form: CekForm, kunci: str, baru: bool
) -> CekWarga:
    return layanan.cek(
        tentang=tentang,
        isian=form.isian(foto_baru=baru),
        oleh=_akun(request),
        milik=_ingatan(request).get(_hal(tentang)),
        sidik=sidik(kunci),
    )


def _akun(request: HttpRequest) -> Pengguna | None:
    return request.user if isinstance(request.user, Pengguna) else None


def _hal(tentang: Tentang) -> str:
    return f"L{tentang.laporan.pk}" if tentang.laporan else f"P{tentang.proyek.pk}"


def _ingatan(request: HttpRequest) -> dict[str, int]:
    return baca_ingatan(request, KUKI, UMUR)


def _ingat(request: HttpRequest, respons: HttpResponse, tentang: Tentang, cek: CekWarga) -> None:
    baru = {_hal(tentang): cek.pk}
    semua = baru | {k: v for k, v in _ingatan(request).items() if k not in baru}
    ingat(respons, KUKI, semua, umur=UMUR, jalur=JALUR, sebanyak=DIINGAT)
