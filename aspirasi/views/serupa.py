"""Likely duplicates, and standing behind the words of somebody else."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from aspirasi.forms import IkutForm, KetikanForm
from aspirasi.models import Aspirasi
from aspirasi.serupa import mirip
from aspirasi.services import foto_titipan
from aspirasi.services import ikut as layanan_ikut
from aspirasi.views import tanda
from aspirasi.views.kirim import KUKI, PADAT, UMUR_KUKI, basi, minta_kode
from aspirasi.views.perangkat import catat_suara, sudah_bersuara
from core.formulir import sekali
from core.formulir.jadi import coba
from core.galat import TidakBisa
from core.jaga import pembatas
from core.jaga.kuki import simpan_kunci
from warga.models import Pengguna
from warga.views.bantu import pengguna_berizin

ULANGAN = (
    "Suara Anda yang sebelumnya sudah tercatat. Tulisan di bawah ini lain isinya. Kalau ini suara "
    "yang lain, tekan Ikut menyuarakan sekali lagi."
)
BELUM_DIVERIFIKASI = (
    "Sekarang dihitung terpisah, sebagai belum diverifikasi, karena nomor HP atau e-mail Anda "
    "belum diverifikasi. Caranya ada di halaman Akun."
)
TANPA_FOTO = (
    "Fotonya tidak ikut, karena suara Anda bergabung dengan aspirasi yang sudah ada. Fotonya "
    "penting? Sampaikan sebagai kiriman baru."
)


@csrf_exempt  # it reads only public kiriman, and looks at no session
@login_not_required
@never_cache
@require_POST
def serupa(request: HttpRequest) -> HttpResponse:
    """Return a fragment: public kiriman like the words being typed. It is a POST, so that no log
    keeps them."""
    form = KetikanForm(request.POST)
    form.is_valid()
    ditahan = pembatas.tunggu("serupa", pembatas.alamat(request))
    konteks = {"serupa": [] if ditahan else mirip.untuk_isian(form.cleaned_data)}
    return render(request, "aspirasi/_serupa_ketikan.html", konteks)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ikut(request: HttpRequest, nomor: str) -> HttpResponse:
    """ "Saya juga mengalami": support for a person with an account, a joined kiriman for one
    without."""
    aspirasi = _muat(nomor)
    if request.user.is_authenticated:
        return _dukung(request, aspirasi) if request.method == "POST" else redirect(aspirasi)
    if not aspirasi.terbuka:
        messages.warning(request, layanan_ikut.PESAN_SUDAH_DITUTUP)
        return redirect(aspirasi)
    if request.method != "POST":
        return _halaman(request, aspirasi, IkutForm())
    if _dari_ketikan(request):
        return _halaman(request, aspirasi, IkutForm(initial=request.POST.dict()), kembali=True)
    form = IkutForm(request.POST)
    if not form.is_valid() or form.sendiri:
        return _halaman(request, aspirasi, form)
    if _terhitung(request, aspirasi, form.cleaned_data["kunci"]):
        ketikan = "jangkauan" in request.POST
        return _halaman(request, aspirasi, form, status=409, kembali=ketikan)
    return _bergabung(request, aspirasi, form)


def _sudah_ikut(request: HttpRequest, aspirasi: Aspirasi) -> Aspirasi | None:
    """Return the kiriman by which this browser stands behind it already."""
    sudah: Aspirasi | None = aspirasi.gabungan.filter(tanda.syarat(request)).first()
    return sudah


def _terhitung(request: HttpRequest, aspirasi: Aspirasi, kunci: str) -> bool:
    """Return whether another form of this browser counted already. The same form pressed twice is
    no second."""
    ulangan = aspirasi.gabungan.filter(kunci_hash=sekali.sidik(kunci))
    return _bersuara(request, aspirasi) and not ulangan.exists()


def _bersuara(request: HttpRequest, aspirasi: Aspirasi) -> bool:
    """Return whether this phone stands behind it already: one voice of each phone."""
    dikenal = sudah_bersuara(request, aspirasi)
    return dikenal or _sudah_ikut(request, aspirasi) is not None


def _dari_ketikan(request: HttpRequest) -> bool:
    """Return whether it was pressed beside a form that was still being filled in: nothing is wrong
    yet."""
    return "jangkauan" in request.POST and "setuju" not in request.POST


def _muat(nomor: str) -> Aspirasi:
    return get_object_or_404(Aspirasi.objects.terbit().untuk_kartu(), nomor=nomor)


def _halaman(
    request: HttpRequest,
    aspirasi: Aspirasi,
    form: IkutForm,
    status: int = 200,
    *,
    kembali: bool = False,
    kunci_lain: bool = False,
) -> HttpResponse:
    """Return the page. `kembali` offers the way back to the words that this phone keeps;
    `kunci_lain` means that the key of the form is used up."""
    kunci = form["kunci"].value() if form.is_bound and not kunci_lain else ""
    konteks = {
        "aspirasi": aspirasi,
        "form": form,
        "kunci": kunci or sekali.kunci_baru(),
        "kembali": kembali,
        "sudah": _sudah_ikut(request, aspirasi),
        "bersuara": _bersuara(request, aspirasi),
    }
    return render(request, "aspirasi/ikut.html", konteks, status=status)


def _bergabung(request: HttpRequest, aspirasi: Aspirasi, form: IkutForm) -> HttpResponse:
    kunci = form.cleaned_data["kunci"]
    if detik := pembatas.tunggu("kirim", pembatas.tempat(request)):
        messages.warning(request, PADAT.format(lama=pembatas.sebut(detik)))
        return _halaman(request, aspirasi, form, status=429)
    hasil = coba(
        form,
        lambda: layanan_ikut.bergabung(
            ke=aspirasi, aspirasi=form.aspirasi(), pengirim=form.pengirim(), kunci=kunci
        ),
    )
    if hasil is None:
        return _halaman(request, aspirasi, form, status=409)
    isi = form.cleaned_data["isi"]
    if not hasil.baru and isi and isi != hasil.aspirasi.isi:
        form.add_error(None, ULANGAN)
        return _halaman(request, aspirasi, form, kunci_lain=True)
    if basi(hasil.aspirasi, kunci):
        return minta_kode(request)
    if request.FILES or foto_titipan.TITIPAN.dititip(kunci).exists():
        messages.info(request, TANPA_FOTO)
    tanda.catat(request, hasil.aspirasi)
    respons = redirect("aspirasi:terkirim")
    simpan_kunci(respons, KUKI, kunci, UMUR_KUKI, reverse("aspirasi:terkirim"))
    catat_suara(request, respons, aspirasi)
    return respons


@require_POST
def dukung(request: HttpRequest, nomor: str) -> HttpResponse:
    """Support it, with an account."""
    return _dukung(request, _muat(nomor))


@require_POST
def batal_dukung(request: HttpRequest, nomor: str) -> HttpResponse:
    """Withdraw one's support."""
    aspirasi = _muat(nomor)
    if layanan_ikut.batal_dukung(
        aspirasi=aspirasi, oleh=pengguna_berizin(request, "aspirasi.dukung")
    ):
        messages.success(request, "Dukungan Anda sudah ditarik.")
    return redirect(aspirasi)


def _terima_kasih(request: HttpRequest) -> str:
    tercatat = "Dukungan Anda tercatat, satu untuk setiap orang."
    terbukti = isinstance(request.user, Pengguna) and request.user.kontak_terbukti
    return tercatat if terbukti else f"{tercatat} {BELUM_DIVERIFIKASI}"


def _dukung(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    if sudah := _sudah_ikut(request, aspirasi):
        messages.info(request, layanan_ikut.SUDAH_IKUT)
        return redirect("aspirasi:kiriman", sudah.acuan)
    try:
        layanan_ikut.dukung(aspirasi=aspirasi, oleh=pengguna_berizin(request, "aspirasi.dukung"))
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, _terima_kasih(request))
    if request.POST.get("isi"):
        messages.info(request, "Tulisan Anda tidak ikut dikirim; dukungan tidak memuat tulisan.")
    return redirect(aspirasi)
