"""Send a kiriman without an account, and keep its code and PIN."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import rules
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aspirasi.bacaan.foto import foto_pengirim, semua_foto
from aspirasi.bacaan.lalu import lalu
from aspirasi.bacaan.lama import lama_periksa
from aspirasi.bacaan.letak import letak_tepat
from aspirasi.bacaan.peta import lukis
from aspirasi.bacaan.rujukan import rujukan_dari
from aspirasi.enums import Jangkauan, Jenis, Langkah, Status
from aspirasi.forms import FotoForm, KirimForm
from aspirasi.kode import pin_dari, pin_pertama_berlaku, tulis_kode
from aspirasi.models import Aspirasi
from aspirasi.serupa import mirip
from aspirasi.services import foto, foto_titipan, jam
from aspirasi.services import kiriman as layanan
from aspirasi.views import lacak, tanda
from core.berkas.foto_tertunda import HasilFoto
from core.cari.hiasan import dihias
from core.formulir import draf, sekali
from core.jaga import pembatas
from core.jaga.kuki import nama_kuki, simpan_kunci
from core.tenggat.hari_kerja import tambah_hari_kerja
from core.waktu import sekarang
from proyek.models import Proyek
from warga.bacaan import pemeriksa

# The page of code and PIN: the key they derive from stays in a cookie of that page alone, so that
# the server keeps no PIN.
KUKI = "kiriman_kunci"
KEBERATAN_PENERIMA = "Keberatan atas data penerima bantuan: "
UMUR_KUKI = int(tanda.LAMA.total_seconds())
UMUR_ULANGAN = dt.timedelta(hours=24)
PADAT = (
    "Dari jaringan yang Anda pakai baru saja masuk banyak sekali kiriman, jadi yang ini belum "
    "tersimpan. Tulisan Anda masih ada di bawah. Tunggu sekitar {lama}, lalu tekan Kirim sekali "
    "lagi."
)


@dataclass(frozen=True)
class Pintu:
    """A way to send: for oneself, or (`titipan`) for somebody else.

    `selesai(request, aspirasi, kunci)` returns the response after it is stored.
    """

    form: type[KirimForm]
    selesai: Callable[[HttpRequest, Aspirasi, str], HttpResponse]
    titipan: bool = False


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def kirim(request: HttpRequest) -> HttpResponse:
    """Show the form, or store what was sent before any photo is looked at."""
    return layani(request, Pintu(KirimForm, _ke_terkirim))


def layani(request: HttpRequest, pintu: Pintu) -> HttpResponse:
    """Show the form of a door, or accept what was sent through it."""
    if belum_dibuka():
        return render(request, "aspirasi/belum_dibuka.html", status=503)
    if request.method != "POST":
        # The open form asks for no account, so that caches may hold it.
        isi = draf.ambil_isian(request) if pintu.titipan else None
        form = pintu.form(isi, initial=_awal(request))
        return _formulir(request, pintu, form, kunci=form["kunci"].value() if isi else "")
    form = pintu.form(request.POST, request.FILES)
    if not form.is_valid():
        return _formulir(request, pintu, form, kunci=form["kunci"].value())
    kunci = form.cleaned_data["kunci"]
    if form.saran:
        return _formulir(request, pintu, form, kunci=kunci, saran=form.saran)
    if serupa := _serupa(request, pintu, form):
        return _formulir(request, pintu, form, kunci=kunci, serupa=serupa)
    return _simpan(request, pintu, form)


def belum_dibuka() -> bool:
    """Return whether this is a real installation without a kiriman in which nobody is named for the
    first look. An installation with kiriman stays open, and its desk is warned instead."""
    if settings.PORTAL_MODE != "produksi" or Aspirasi.objects.exists():
        return False
    return bool(pemeriksa.kekurangan())


def _serupa(request: HttpRequest, pintu: Pintu, form: KirimForm) -> list[Aspirasi]:
    """Return likely duplicates for a page between, once. A stored kiriman passes."""
    if pintu.titipan or request.POST.get("serupa_dibaca"):
        return []
    if pembatas.tunggu("serupa", pembatas.alamat(request)):
        return []
    serupa = mirip.untuk_isian(form.cleaned_data, ambang=mirip.AMBANG_SELA)
    sidik = sekali.sidik(form.cleaned_data["kunci"])
    return [] if serupa and Aspirasi.objects.filter(kunci_hash=sidik).exists() else serupa


def _awal(request: HttpRequest) -> dict[str, Any]:
    """Return the fields that a link from a kampung or a proyek fills in."""
    nomor = request.GET.get("proyek", "").replace("\0", "")
    proyek = Proyek.objects.berlaku().select_related("kampung").filter(nomor=nomor).first()
    slug = proyek.kampung.slug if proyek else request.GET.get("kampung", "")
    awal = {"kampung": slug, "proyek": proyek.nomor if proyek else ""}
    if rujukan := rujukan_dari(request.GET.get("rujukan", "")):
        awal |= {"kampung": rujukan.kampung.slug, "rujukan": rujukan.nilai}
    if request.GET.get("hal", "") == "penerima":  # names stand in it: only the kecamatan reads it
        awal |= {"isi": KEBERATAN_PENERIMA, "jangkauan": Jangkauan.KECAMATAN}
    jenis = request.GET.get("jenis", "")
    return awal | ({"jenis": jenis} if jenis in Jenis.values else {})


def _formulir(
    request: HttpRequest,
    pintu: Pintu,
    form: KirimForm,
    *,
    kunci: str = "",
    saran: dict[str, Any] | None = None,
    serupa: Sequence[Aspirasi] = (),
    status: int = 200,
) -> HttpResponse:
    nomor = str(form["proyek"].value() or "").replace("\0", "")
    dititip = _titip_foto(request, form, kunci) if form.is_bound and kunci else 0
    konteks = {
        "form": form,
        "kunci": kunci or sekali.kunci_baru(),
        "saran": saran,
        "serupa": serupa,
        "rujukan": rujukan_dari(str(form["rujukan"].value() or "")),
        "proyek": Proyek.objects.berlaku().filter(nomor=nomor).first() if nomor else None,
        "foto_hilang": form.is_bound and bool(request.FILES) and not dititip,
        "foto_dititip": dititip,
        "titipan": pintu.titipan,
        "lama_periksa": lama_periksa(),
        "boleh_titipan": rules.has_perm("aspirasi.kirim_untuk_orang_lain", request.user),
    }
    return render(request, "aspirasi/kirim.html", konteks, status=status)


def _titip_foto(request: HttpRequest, form: KirimForm, kunci: str) -> int:
    """Keep the photos of a form that comes back, since its browser will not. Return how many
    wait."""
    if request.POST.get("buang_foto"):
        foto_titipan.TITIPAN.buang(kunci=kunci)
    salah = form.has_error("foto")  # looks at all fields first
    baru = [] if salah else form.cleaned_data.get("foto") or []
    tempat = pembatas.tempat(request)
    hasil = foto_titipan.titip(kunci=kunci, unggahan=baru, tempat=tempat)
    for kalimat in hasil.ditolak:
        messages.warning(request, kalimat)
    return foto_titipan.TITIPAN.dititip(kunci).count()


def _simpan(request: HttpRequest, pintu: Pintu, form: KirimForm) -> HttpResponse:
    kunci, aspirasi = form.cleaned_data["kunci"], form.aspirasi()
    detik = _padat(request, form)
    aspirasi.dari_ramai = bool(detik)
    if detik and not aspirasi.bahaya:
        messages.warning(request, PADAT.format(lama=pembatas.sebut(detik)))
        return _formulir(request, pintu, form, kunci=kunci, status=429)
    hasil = layanan.kirim(
        aspirasi=aspirasi,
        pengirim=form.pengirim(),
        kunci=kunci,
        oleh=request.user if request.user.is_authenticated else None,
        titipan=pintu.titipan,
        rujukan=form.cleaned_data["rujukan"],
    )
    if not hasil.baru and hasil.aspirasi.isi != form.cleaned_data["isi"]:
        form.tolak_ulangan()
        return _formulir(request, pintu, form)
    if basi(hasil.aspirasi, kunci):
        return minta_kode(request)
    tempat = pembatas.tempat(request)
    if request.POST.get("buang_foto"):
        foto_titipan.TITIPAN.buang(kunci=kunci)
    foto_titipan.lekatkan(kunci=kunci, aspirasi=hasil.aspirasi)
    _pesan_foto(request, foto.tambah(hasil.aspirasi, form.cleaned_data["foto"], tempat=tempat))
    return pintu.selesai(request, hasil.aspirasi, kunci)


def _padat(request: HttpRequest, form: KirimForm) -> int:
    """Return the seconds to wait when too much came from this place, else 0.

    Danger draws on an allowance of its own and is always stored: the desk sees that much came from
    there. A kiriman that is stored already passes.
    """
    perihal = "bahaya" if form.cleaned_data.get("bahaya") else "kirim"
    detik = pembatas.tunggu(perihal, pembatas.tempat(request))
    sidik = sekali.sidik(form.cleaned_data["kunci"])
    return 0 if detik and Aspirasi.objects.filter(kunci_hash=sidik).exists() else detik


def _ke_terkirim(request: HttpRequest, aspirasi: Aspirasi, kunci: str) -> HttpResponse:
    tanda.catat(request, aspirasi)
    respons = redirect("aspirasi:terkirim")
    simpan_kunci(respons, KUKI, kunci, UMUR_KUKI, reverse("aspirasi:terkirim"))
    return respons


def basi(aspirasi: Aspirasi, kunci: str) -> bool:
    """Return whether the key of a form no longer opens its kiriman: a day later, or after a new
    PIN."""
    lama = sekarang() - aspirasi.dibuat > UMUR_ULANGAN
    return lama or not _kunci_berlaku(aspirasi, kunci)


def minta_kode(request: HttpRequest) -> HttpResponse:
    """Answer yesterday's form that was sent again: no second row, and its PIN is no longer
    shown."""
    messages.info(
        request,
        "Kiriman ini sudah kami terima sebelumnya, jadi tidak kami simpan dua kali. "
        "Masukkan kode lacak dan PIN-nya untuk membacanya.",
    )
    return redirect("aspirasi:lacak")


def _pesan_foto(request: HttpRequest, hasil: HasilFoto) -> None:
    for kalimat in hasil.ditolak:
        messages.warning(request, f"{kalimat} Tulisan Anda dan foto lain tetap tersimpan.")


def dari_kunci(request: HttpRequest, kuki: str, umur: int) -> tuple[str, Aspirasi | None]:
    """Return the key in a cookie and the kiriman it made, or None without a valid one."""
    kunci = request.get_signed_cookie(nama_kuki(kuki), "", salt=kuki, max_age=umur) or ""
    cocok = Aspirasi.objects.filter(kunci_hash=sekali.sidik(kunci))
    aspirasi = next(iter(dihias(_terkirim, cocok)), None) if kunci else None
    return kunci, aspirasi if aspirasi and _kunci_berlaku(aspirasi, kunci) else None


def _terkirim(semua: Any) -> QuerySet[Aspirasi]:
    hasil: QuerySet[Aspirasi] = semua.untuk_kartu().dengan_induk()
    return hasil


def _kunci_berlaku(aspirasi: Aspirasi, kunci: str) -> bool:
    return pin_pertama_berlaku(kunci, aspirasi.kode, aspirasi.pin_hash)


def paling_lambat_dijawab(aspirasi: Aspirasi) -> dt.date | None:
    """Return the last day of the first answer, if it is verified on the last day for that."""
    if aspirasi.tenggat is None or aspirasi.status != Status.DIAJUKAN:
        return None
    return tambah_hari_kerja(aspirasi.tenggat, jam.hari_untuk(aspirasi, Langkah.JAWAB) or 0)


@login_not_required
@never_cache
@require_safe
def terkirim(request: HttpRequest) -> HttpResponse:
    """Show code and PIN, the next steps, and a form for photos; for an hour in this browser."""
    kunci, aspirasi = dari_kunci(request, KUKI, UMUR_KUKI)
    # The cookie survives a sign-out; the entry of this browser in the session does not.
    if aspirasi is None or not tanda.tercatat(request, aspirasi):
        messages.info(request, "Halaman ini hanya terbuka satu jam. Masukkan kode lacak dan PIN.")
        return redirect("aspirasi:lacak")
    konteks = {
        "aspirasi": aspirasi,
        "kode": tulis_kode(aspirasi.kode),
        "pin": pin_dari(kunci),
        "lalu": lalu(aspirasi, dijawab=paling_lambat_dijawab(aspirasi), pengirim=True),
        "form_foto": FotoForm(),
        "peta": lukis(letak_tepat(aspirasi)),
    }
    return render(
        request, "aspirasi/terkirim.html", konteks | foto_pengirim(aspirasi, semua_foto(aspirasi))
    )


@login_not_required
@require_POST
def lupakan(request: HttpRequest) -> HttpResponse:
    """Sign this browser off: for phones that are shared."""
    tanda.lupakan(request)
    messages.success(request, "Kiriman Anda tidak lagi terbuka di HP ini.")
    respons = redirect("aspirasi:lacak")
    respons.delete_cookie(nama_kuki(KUKI), path=reverse("aspirasi:terkirim"), samesite="Lax")
    kode = nama_kuki(lacak.KUKI)
    respons.delete_cookie(kode, path=reverse("aspirasi:lacak"), samesite="Lax")
    return respons
