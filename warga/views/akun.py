"""One's own account: the stored data, and what can be changed."""

from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from core.formulir.jadi import bisa
from warga import batas, services
from warga.enums import Peran, TujuanKode
from warga.forms.akun import FormDataDiri, FormHapusAkun, FormTelepon
from warga.models import Pengguna
from warga.views.bantu import form_sandi, pengguna_masuk

BELUM_TERBUKTI = (
    "Kata sandi akun ini dibuat dengan kode dari kantor, jadi akun belum dapat dihapus dari sini. "
    "Masukkan dahulu kode lacak dan PIN salah satu kiriman Anda di halaman Cek jawaban, atau minta "
    "admin di kantor kecamatan menghapusnya."
)


@never_cache
def akun(request: HttpRequest) -> HttpResponse:
    """Show one's own account, and the codes that were handed out for it."""
    orang = pengguna_masuk(request)
    kode = list(orang.kode_cetak.select_related("oleh", "oleh__kampung")[:10])
    isi = {
        "email_pasti": EmailAddress.objects.filter(user=orang, verified=True).exists(),
        "pengaman": orang.berfaktor_kedua,
        "boleh_beri_kode": orang.has_perm("warga.beri_kode"),
        "boleh_minta_sandi": orang.has_perm("warga.minta_sandi"),
        "permintaan_sandi": orang.permintaan_sandi.hidup().first(),
        "kode_diserahkan": kode,
        "ada_kode_sandi": any(k.tujuan == TujuanKode.SANDI and k.masih_berlaku for k in kode),
    }
    return render(request, "warga/akun.html", isi)


@require_POST
def batalkan_sandi(request: HttpRequest) -> HttpResponse:
    """End requests and codes for a new password ("that was not me")."""
    services.batalkan_sandi(pengguna=pengguna_masuk(request))
    messages.success(
        request,
        "Permintaan dan kode kata sandi untuk akun Anda sudah dibatalkan. Beri tahu juga kantor "
        "kecamatan.",
    )
    return redirect("akun")


@never_cache
def data_diri(request: HttpRequest) -> HttpResponse:
    """Change one's own name and kampung."""
    orang = Pengguna.objects.get(pk=pengguna_masuk(request).pk)
    form = FormDataDiri(request.POST or None, instance=orang)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Nama dan kampung sudah disimpan.")
        return redirect("akun")
    return render(request, "warga/data_diri.html", {"form": form})


@never_cache
@reauthentication_required
def telepon(request: HttpRequest) -> HttpResponse:
    """Change or remove one's own phone number."""
    orang = pengguna_masuk(request)
    form = FormTelepon(request.POST or None, initial={"telepon": orang.telepon_tampil})
    detik = batas.ubah_nomor(request, orang) if form.is_bound and form.is_valid() else 0
    if detik:
        form.add_error("telepon", batas.kalimat(detik))
    elif form.is_valid():
        nomor = form.cleaned_data["telepon"]
        if bisa(form, lambda: services.ubah_telepon(pengguna=orang, telepon=nomor), "telepon"):
            messages.success(request, "Nomor HP sudah disimpan.")
            return redirect("akun")
    return render(request, "warga/telepon.html", {"form": form})


@never_cache
def hapus(request: HttpRequest) -> HttpResponse:
    """Empty one's own account. Officials ask an admin, since others rely on their acts."""
    orang = pengguna_masuk(request)
    if orang.peran != Peran.WARGA:
        messages.error(request, "Akun petugas hanya dapat dihapus oleh admin.")
        return redirect("akun")
    if orang.sandi_dari_kode_pada:
        messages.error(request, BELUM_TERBUKTI)
        return redirect("akun")
    form = form_sandi(request, FormHapusAkun, pengguna=orang)
    if form.is_valid():
        services.kosongkan_pengguna(
            pengguna=orang, oleh=orang, alasan="Permintaan pemilik akun sendiri."
        )
        logout(request)
        request.user = AnonymousUser()
        messages.success(request, "Akun Anda sudah dihapus. Terima kasih sudah ikut membangun.")
        return redirect("beranda")
    return render(request, "warga/hapus.html", {"form": form})
