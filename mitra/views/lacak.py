"""The page of an offerer, behind code and PIN."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from aspirasi.forms import LacakForm
from aspirasi.kode import pin_cocok, tulis_kode
from aspirasi.views import tanda
from aspirasi.views.lacak import TAK_COCOK
from aspirasi.views.pintu import BEBAS_SEMUA, PinDitahan
from core.formulir.jadi import jadi
from core.formulir.sekali import satu_kali
from core.jaga import pembatas
from mitra.bacaan.janji import susun
from mitra.bacaan.penawar import riwayat_penawar
from mitra.forms.tawarkan import KataForm, TarikForm
from mitra.models import KataTawaran, Kontribusi, Tawaran
from mitra.services import tawaran as layanan

PERLU_PIN = "Masukkan juga PIN-nya, enam angka yang tampil saat Anda mengirim."
HABIS = "Demi keamanan, halaman tawaran hanya terbuka satu jam. Masukkan kode dan PIN-nya lagi."


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lacak(request: HttpRequest) -> HttpResponse:
    """/mitra/lacak/: code and PIN open the page of an offer."""
    form = LacakForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not form.cleaned_data["pin"]:
            form.add_error("pin", PERLU_PIN)
            return _halaman(request, form)
        return _coba(request, form)
    return _halaman(request, form)


def _coba(request: HttpRequest, form: LacakForm) -> HttpResponse:
    try:
        tawaran = _buka(request, form.cleaned_data["kode"], form.cleaned_data["pin"])
    except PinDitahan as galat:
        form.add_error(None, galat.pesan)
        return _halaman(request, form, 429)
    if tawaran is None:
        form.add_error(None, TAK_COCOK)
        return _halaman(request, form)
    return redirect("mitra:tawaran", tawaran.acuan)


def _buka(request: HttpRequest, kode: str, pin: str) -> Tawaran | None:
    """Sign this browser to the offer of a code and its PIN; None when they do not fit.

    An unknown code takes the same steps as a wrong PIN. Raises PinDitahan.
    """
    sidik = pembatas.kunci("tawaran", kode, pembatas.alamat(request))
    semua = pembatas.kunci("tawaran semua", kode)
    if detik := pembatas.coba(sidik) or _semua(request, kode, semua):
        raise PinDitahan(detik)
    tawaran = Tawaran.objects.filter(kode=kode).first()
    if not pin_cocok(pin, kode, tawaran.pin_hash if tawaran else ""):
        return None
    assert tawaran is not None  # noqa: S101 (an empty hash matches no PIN)
    pembatas.lupakan(sidik)
    tanda.catat(request, tawaran)
    return tawaran


def _semua(request: HttpRequest, kode: str, sidik: str) -> int:
    """Return the pause of a code at which many places guess; none for a browser that knows it."""
    return 0 if tanda.dikenal(request, kode) else pembatas.coba(sidik, bebas=BEBAS_SEMUA)


def _halaman(request: HttpRequest, form: LacakForm, status: int = 200) -> HttpResponse:
    return render(request, "mitra/lacak.html", {"form": form}, status=status)


def _milik(request: HttpRequest, acuan: UUID) -> Tawaran | None:
    """Return the offer that this browser is signed to."""
    semua = Tawaran.objects.select_related("kampung", "proyek", "kebutuhan")
    tawaran = semua.filter(acuan=acuan).first()
    if tawaran and tanda.tercatat(request, tawaran):
        return tawaran
    messages.info(request, HABIS)
    return None


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tawaran(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Show an offer to its offerer, with everything that was said and done; take words."""
    milik = _milik(request, acuan)
    if milik is None:
        return redirect("mitra:lacak")
    form = KataForm(request.POST or None)

    def lakukan() -> None:
        isi, kunci = form.cleaned_data["isi"], form.cleaned_data["kunci"]
        satu_kali(
            KataTawaran.objects.filter(tawaran=milik),
            kunci,
            lambda sidik: layanan.tambah_kata(tawaran=milik, isi=isi, kunci_sekali=sidik),
        )

    if jadi(request, form, lakukan, "Keterangan Anda sudah ditambahkan."):
        return redirect("mitra:tawaran", acuan)
    janji = susun(Kontribusi.objects.untuk_kartu().filter(tawaran=milik))
    konteks = {
        "tawaran": milik,
        "kode": tulis_kode(milik.kode),
        "kata": milik.kata.all(),
        "riwayat": riwayat_penawar(milik),
        "janji": janji,
        "form": form,
        "form_tarik": TarikForm(),
    }
    return render(request, "mitra/tawaran.html", konteks)


@login_not_required
@require_POST
def tarik(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Take an offer back."""
    milik = _milik(request, acuan)
    if milik is None:
        return redirect("mitra:lacak")
    form = TarikForm(request.POST)

    def lakukan() -> None:
        layanan.tarik(tawaran=milik, alasan=form.cleaned_data["alasan"])

    if not jadi(request, form, lakukan, "Tawaran Anda sudah ditarik."):
        for _, _, pesan in form.ringkasan_galat:
            messages.error(request, pesan)
    return redirect("mitra:tawaran", acuan)


@login_not_required
@require_POST
def lupakan(request: HttpRequest) -> HttpResponse:
    """Sign this browser off: for phones that are shared."""
    tanda.lupakan(request)
    messages.success(request, "Tawaran Anda tidak lagi terbuka di HP ini.")
    return redirect("mitra:lacak")
