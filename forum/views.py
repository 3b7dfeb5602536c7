"""Pages of the forum: rooms, topics, replies."""

import re
from typing import Any, cast

import rules
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi.models import Aspirasi
from core.cari.halaman import halaman
from core.cari.hiasan import satu_dihias
from core.formulir import draf
from core.formulir.jadi import coba
from core.formulir.sekali import satu_kali
from forum import services
from forum.filters import TopikDiRuangFilter, TopikFilter
from forum.forms import BalasanForm, TopikForm
from forum.models import Balasan, Ruang, Topik, TopikQuerySet, Tulisan
from proyek.models import Keputusan, Proyek
from warga.models import Pengguna

UKURAN_BALASAN = 20
NOMOR = re.compile(r"[A-Za-z0-9-]{1,20}", re.ASCII)
DITAHAN = (
    "Tulisan Anda sudah tersimpan dan menunggu dibaca petugas, paling lama satu hari kerja, "
    "karena nomor HP atau e-mail Anda belum diverifikasi. Sampai saat itu hanya Anda "
    "yang melihatnya."
)


@require_safe
@login_not_required
def daftar(request: HttpRequest) -> HttpResponse:
    """List the rooms, and the topics of all of them, newest first."""
    saringan = TopikFilter(request.GET, Topik.objects.visible_to(request.user).untuk_kartu())
    isi = {
        "filter": saringan,
        "halaman": halaman(saringan.qs, request),
        "daftar_ruang": Ruang.objects.all(),
    }
    return render(request, "forum/daftar.html", isi)


@require_safe
@login_not_required
def ruang(request: HttpRequest, slug: str) -> HttpResponse:
    """List the topics of one room."""
    tempat = get_object_or_404(Ruang, slug=slug)
    topik = tempat.topik.visible_to(request.user).untuk_kartu()
    saringan = TopikDiRuangFilter(request.GET, topik)
    isi = {"ruang": tempat, "filter": saringan, "halaman": halaman(saringan.qs, request)}
    return render(request, "forum/ruang.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def topik(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show one topic with its replies. A hidden one keeps its place, without its words."""
    di_sini = Topik.objects.di_tempat(request.user).filter(pk=pk, ruang__slug=slug)
    objek = satu_dihias(TopikQuerySet.untuk_kartu, di_sini)
    if not rules.has_perm("forum.baca", request.user, objek):
        return render(request, "forum/topik_tersembunyi.html", {"topik": objek})
    if request.method == "POST":
        return _balas(request, objek)
    form = None
    if rules.has_perm("forum.tulis", request.user):
        form = BalasanForm(initial=draf.ambil(request))
    return _tampilkan(request, objek, form)


def _tampilkan(request: HttpRequest, objek: Topik, form: BalasanForm | None) -> HttpResponse:
    balasan, dari_tengah = _balasan_mulai(request, objek)
    isi = {
        "topik": objek,
        "form": form,
        "halaman": halaman(balasan, request, kunci=("dibuat", "pk"), ukuran=UKURAN_BALASAN),
        "dari_tengah": dari_tengah,
    }
    return render(request, "forum/topik.html", isi)


def _balasan_mulai(request: HttpRequest, objek: Topik) -> tuple[QuerySet[Balasan], bool]:
    """Return the replies to page through, and whether they begin in the middle (`?mulai=`).

    A link to a reply names it. A reply on the first page needs no `?mulai=`.
    """
    semua: Any = Balasan.objects.filter(topik=objek).di_tempat(request.user)
    semua = semua.select_related("penulis__kampung")
    mulai = request.GET.get("mulai", "")
    awal = semua.filter(pk=mulai).first() if re.fullmatch(r"[0-9]{1,18}", mulai) else None
    if awal is None:
        return semua, False
    sebelum = semua.filter(Q(dibuat__lt=awal.dibuat) | Q(dibuat=awal.dibuat, pk__lt=awal.pk))
    if sebelum[:UKURAN_BALASAN].count() < UKURAN_BALASAN:
        return semua, False
    return semua.filter(Q(dibuat__gt=awal.dibuat) | Q(dibuat=awal.dibuat, pk__gte=awal.pk)), True


def _balas(request: HttpRequest, objek: Topik) -> HttpResponse:
    if not rules.has_perm("forum.tulis", request.user):
        return draf.minta_masuk(request)
    form = BalasanForm(request.POST)
    if form.is_valid():
        kunci, isi = form.cleaned_data["kunci"], form.cleaned_data["isi"]

        def buat(sidik: str) -> Balasan:
            balasan = Balasan(topik=objek, isi=isi, kunci_sekali=sidik)
            return services.tulis_balasan(balasan=balasan, oleh=cast("Pengguna", request.user))

        hasil = coba(form, lambda: satu_kali(Balasan.objects.all(), kunci, buat))
        if hasil is not None:
            balasan, baru = hasil
            _beri_tahu(request, balasan, "Balasan Anda sudah tampil.", baru=baru)
            return redirect(balasan)
    return _tampilkan(request, objek, form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required  # a form sent after the session ended keeps its words (core.formulir.draf)
def tulis(request: HttpRequest) -> HttpResponse:
    """Write a topic, perhaps about one proyek, aspirasi or keputusan (?proyek=<nomor>)."""
    if not rules.has_perm("forum.tulis", request.user):
        kirim = request.method == "POST"
        return draf.minta_masuk(request) if kirim else redirect_to_login(request.get_full_path())
    hal = _hal(request)
    if request.method == "POST":
        form = TopikForm(request.POST, instance=Topik(**hal))
        if form.is_valid():
            return redirect(_simpan_topik(request, form))
    else:
        form = TopikForm(initial={"ruang": request.GET.get("ruang")} | draf.ambil(request))
    return render(
        request, "forum/tulis.html", {"form": form, "hal": next(iter(hal.values()), None)}
    )


def _simpan_topik(request: HttpRequest, form: TopikForm) -> Topik:
    def buat(sidik: str) -> Topik:
        form.instance.kunci_sekali = sidik
        return services.tulis_topik(topik=form.instance, oleh=cast("Pengguna", request.user))

    objek, baru = satu_kali(Topik.objects.all(), form.cleaned_data["kunci"], buat)
    _beri_tahu(request, objek, "Topik Anda sudah tampil.", baru=baru)
    return objek


def _beri_tahu(request: HttpRequest, tulisan: Tulisan, tampil: str, *, baru: bool) -> None:
    if tulisan.ditahan:
        messages.warning(request, DITAHAN)
    elif baru:
        messages.success(request, tampil)
    else:
        messages.info(request, "Tulisan ini sudah kami terima tadi, jadi tidak dikirim dua kali.")


def _hal(request: HttpRequest) -> dict[str, Any]:
    """Return the thing that the new topic is about, by ?proyek=, ?aspirasi= or ?keputusan=; public
    ones only."""
    sumber: dict[str, QuerySet[Any]] = {
        "proyek": Proyek.objects.visible_to(request.user),
        "aspirasi": Aspirasi.objects.terbit(),
        "keputusan": Keputusan.objects.terbit(),
    }
    for nama, himpunan in sumber.items():
        nomor = request.GET.get(nama)
        if nomor and not NOMOR.fullmatch(nomor):
            raise Http404
        if nomor:
            return {nama: get_object_or_404(himpunan, nomor=nomor)}
    return {}
