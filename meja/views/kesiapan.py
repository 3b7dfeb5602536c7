"""/kerja/kesiapan/: what has to be ready before the public comes, and opening each kampung."""

import rules
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.berkas.kirim import kirim_docx
from core.formulir import draf
from core.formulir.jadi import jadi, tekan
from core.jejak.baca import Peristiwa, peristiwa, terbaca
from core.jejak.catat import riwayat
from core.laku import Pembaca
from meja.forms.kesiapan import KOLOM, AlasanCabutForm, SiapForm
from meja.kesiapan.butir import daftar, manual
from meja.kesiapan.fakta import baca, semua_kampung
from meja.kesiapan.naskah import NASKAH
from meja.services.kesiapan import buka
from meja.views.gerbang import buka_meja, petugas
from proyek.bacaan.garis_waktu import KANTOR
from warga.laku import LAKU_KAMPUNG
from warga.models import Kampung, Kesiapan, Pengguna
from warga.services import kesiapan as layanan

_lihat = permission_required("warga.lihat_kesiapan", raise_exception=True)
PORTAL = "portal"


@require_safe
@buka_meja
@_lihat
def kesiapan(request: HttpRequest) -> HttpResponse:
    """Show the list of the portal, and how far each kampung is."""
    fakta = baca()
    kampung = [(satu, daftar(fakta, satu)) for satu in semua_kampung()]
    isi = {
        "baris": daftar(fakta, None),
        "kampung": [(satu, [b for b in baris if b.menghalangi]) for satu, baris in kampung],
        "boleh": rules.has_perm("warga.urus_kesiapan", request.user),
    }
    return render(request, "meja/kesiapan.html", isi)


@require_safe
@buka_meja
@_lihat
def kesiapan_kampung(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the list of one kampung, and the button that opens it."""
    kampung = _kampung(slug)
    baris = daftar(baca(), kampung)
    isi = {
        "satu": kampung,
        "baris": baris,
        "kurang": [b for b in baris if b.menghalangi],
        "boleh": rules.has_perm("warga.urus_kesiapan", request.user),
        "riwayat": _riwayat(kampung),
    }
    return render(request, "meja/kesiapan_kampung.html", isi)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def kesiapan_catat(request: HttpRequest, tempat: str, butir: str) -> HttpResponse:
    """Say that a line is done, or correct what was said of it."""
    oleh, kampung = _pengurus(request), _tempat(tempat)
    syarat = manual(kampung, butir)
    if syarat is None:
        raise Http404
    lama = Kesiapan.objects.berlaku().filter(butir=butir, kampung=kampung).first()
    form = SiapForm(draf.isian(request), lama=lama)

    def simpan() -> object:
        isi = {nama: form.cleaned_data[nama] for nama in KOLOM}
        return layanan.catat_siap(butir=butir, kampung=kampung, oleh=oleh, **isi)

    if jadi(request, form, simpan, f"“{syarat.judul}” sudah dicatat siap."):
        return redirect(_alamat(kampung))
    isi = {"form": form, "syarat": syarat, "satu": kampung, "kembali": _alamat(kampung)}
    return render(request, "meja/kesiapan_catat.html", isi | {"lama": lama})


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def kesiapan_cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a line back, with a reason."""
    oleh = _pengurus(request)
    baris = get_object_or_404(Kesiapan.objects.berlaku(), pk=pk)
    form = AlasanCabutForm(draf.isian(request))

    def cabut() -> object:
        return layanan.cabut_siap(kesiapan=baris, alasan=form.cleaned_data["alasan"], oleh=oleh)

    if jadi(request, form, cabut, "Catatannya sudah dicabut."):
        return redirect(_alamat(baris.kampung))
    kata = ("Cabut catatan ini", baris.get_butir_display(), "Butir ini menjadi belum siap lagi.")
    return _alasan(request, form, kata, baris.kampung)


@require_POST
@buka_meja
def kesiapan_buka(request: HttpRequest, slug: str) -> HttpResponse:
    """Open a kampung to the public."""
    oleh, kampung = _pengurus(request), _kampung(slug)
    tekan(request, lambda: buka(kampung=kampung, oleh=oleh), f"Kampung {kampung} sudah bergabung.")
    return redirect(_alamat(kampung))


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def kesiapan_tutup(request: HttpRequest, slug: str) -> HttpResponse:
    """Let a kampung be one that has not joined again, with a reason."""
    oleh, kampung = _pengurus(request), _kampung(slug)
    form = AlasanCabutForm(draf.isian(request))

    def tutup() -> object:
        alasan = form.cleaned_data["alasan"]
        return layanan.batalkan_gabung(kampung=kampung, alasan=alasan, oleh=oleh)

    if jadi(request, form, tutup, f"Kampung {kampung} dinyatakan belum bergabung lagi."):
        return redirect(_alamat(kampung))
    akibat = (
        "Halamannya menyebut lagi bahwa kampung ini belum bergabung. Tidak ada tulisan, proyek, "
        "atau laporan yang disembunyikan."
    )
    return _alasan(request, form, ("Batalkan bergabung", f"Kampung {kampung}", akibat), kampung)


@require_safe
@permission_required("warga.lihat_kesiapan", raise_exception=True)
def kesiapan_naskah(request: HttpRequest, tempat: str, nama: str) -> HttpResponseBase:
    """Hand out the draft of a paper as a Word file."""
    kampung = _tempat(tempat)
    if nama not in NASKAH:
        raise Http404
    return kirim_docx(request, NASKAH[nama](kampung), f"{nama}.docx")


def _alasan(
    request: HttpRequest, form: AlasanCabutForm, kata: tuple[str, str, str], kampung: Kampung | None
) -> HttpResponse:
    judul, hal, akibat = kata
    isi = {"form": form, "judul": judul, "hal": hal, "akibat": akibat, "satu": kampung}
    return render(request, "meja/kesiapan_alasan.html", isi | {"kembali": _alamat(kampung)})


def _riwayat(kampung: Kampung) -> list[Peristiwa]:
    """Return when it joined, and when that was taken back, with reasons."""
    dibaca = terbaca(riwayat(kampung), LAKU_KAMPUNG, Pembaca.PETUGAS)
    return [peristiwa(satu, laku, Pembaca.PETUGAS, KANTOR) for satu, laku in dibaca]


def _pengurus(request: HttpRequest) -> Pengguna:
    """Return whoever may keep the list; any other official is told that they may not."""
    if not rules.has_perm("warga.urus_kesiapan", request.user):
        raise PermissionDenied
    return petugas(request)


def _kampung(slug: str) -> Kampung:
    kampung: Kampung = get_object_or_404(Kampung, slug=slug)
    return kampung


def _tempat(tempat: str) -> Kampung | None:
    """Return the kampung that an address names; None where it names the portal."""
    return None if tempat == PORTAL else _kampung(tempat)


def _alamat(kampung: Kampung | None) -> str:
    if kampung is None:
        return reverse("meja:kesiapan")
    return reverse("meja:kesiapan_kampung", args=[kampung.slug])
