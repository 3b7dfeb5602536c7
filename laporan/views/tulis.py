"""Writing a report: one page with words, figures and photos, then a look at it, then publishing."""

import datetime
from contextlib import suppress
from typing import Any

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.berkas.foto_tertunda import HasilFoto, pilah
from core.formulir.draf import ambil_isian, menyimpan_draf
from core.formulir.jadi import coba, jadi
from core.formulir.sekali import satu_kali
from core.galat import TidakBisa
from laporan.bacaan.bantuan import foto_terdahulu, ingatkan
from laporan.bacaan.pekerjaan import boleh_ditulis
from laporan.forms import FotoForm, LaporanForm
from laporan.models import LaporanKemajuan
from laporan.services import foto_titipan, jadwal
from laporan.services import tulis as services
from proyek.models import Proyek
from proyek.views.muat import proyek_untuk, sudah_dibuat
from warga.pengaman import butuh_pengaman
from warga.views.bantu import pengguna_masuk

SUDAH_SEMUA = (
    "Tidak ada laporan yang perlu ditulis sekarang: semua waktu kerjanya sudah ada laporan atau "
    "drafnya. Untuk mengubah yang sudah terbit, buka laporannya lalu pilih “Perbaiki laporan ini”."
)
TERSIMPAN = "Drafnya sudah tersimpan."


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def tulis(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/tulis/<nomor proyek>/, or with `?perbaiki=<nomor laporan>` a correction."""
    proyek = proyek_untuk(request, nomor, "laporan.tulis")
    if lama := sudah_dibuat(proyek.laporan.all(), request):
        return redirect(lama)
    if not (boleh_ditulis(proyek) or request.GET.get("perbaiki")):
        pesan = "belum dimulai" if not proyek.mulai_nyata else "sudah tidak dilaporkan lagi"
        messages.warning(request, f"Pekerjaan proyek ini {pesan}, jadi tidak dapat dilaporkan.")
        return redirect(proyek)
    laporan, belanja = _laporan_baru(request, proyek)
    baru = laporan.revisi == 1 and request.method == "GET"
    if baru and not jadwal.pilihan(proyek=proyek, laporan=laporan):
        messages.info(request, SUDAH_SEMUA)
        return redirect(proyek)
    form = _formulir(request, laporan, belanja)
    if request.method == "POST" and form.is_valid() and (draf := _buat(request, form)):
        _terima_foto(request, draf, form)
        return redirect("laporan:draf", draf.pk)
    return _halaman_tulis(request, form)


def _formulir(
    request: HttpRequest, laporan: LaporanKemajuan, belanja: dict[int, int]
) -> LaporanForm:
    data = request.POST if request.method == "POST" else ambil_isian(request)
    return LaporanForm(data, request.FILES or None, instance=laporan, belanja=belanja)


def _halaman_tulis(request: HttpRequest, form: LaporanForm) -> HttpResponse:
    """Show the form. Photos that came with an error elsewhere need not be chosen again."""
    proyek, dititip = form.instance.proyek, 0
    if request.method == "POST":
        kunci = form.cleaned_data["kunci"]
        if not form.has_error("foto"):
            hasil = foto_titipan.titip(kunci=kunci, unggahan=form.cleaned_data["foto"])
            for pesan in hasil.ditolak:
                form.add_error("foto", pesan)
        form.pakai_kunci(kunci)
        dititip = foto_titipan.dititip(kunci).count()
    konteks = {"form": form, "proyek": proyek, "dititip": dititip}
    konteks["foto_lama"] = foto_terdahulu(proyek)
    return render(request, "laporan/tulis.html", konteks)


def _terima_foto(request: HttpRequest, laporan: LaporanKemajuan, form: Any) -> HasilFoto:
    """Give a draft the photos of a valid form, and those that waited for it. Say which were
    refused."""
    isi = form.cleaned_data
    sama = {"tahap": isi["tahap"], "keterangan": isi["keterangan"]}
    foto_titipan.lekatkan(kunci=isi["kunci"], laporan=laporan, **sama)
    hasil = services.tambah_unggahan(
        laporan=laporan, unggahan=isi["foto"], kunci=isi["kunci"], **sama
    )
    for pesan in hasil.ditolak:
        messages.error(request, pesan)
    return hasil


def _laporan_baru(request: HttpRequest, proyek: Proyek) -> tuple[LaporanKemajuan, dict[int, int]]:
    """Return an unsaved report and what its fields of money start with."""
    nomor = request.GET.get("perbaiki")
    if not nomor:
        hari = _rentang(request)
        return LaporanKemajuan(proyek=proyek, **({"periode": hari} if hari else {})), {}
    lama = get_object_or_404(proyek.laporan.utuh(), nomor=nomor.replace("\0", ""))
    lama = proyek.laporan.berlaku().get(periode=lama.periode)  # a wrong one was corrected already
    return lama.perbaikan(), dict(lama.realisasi.values_list("pendanaan", "jumlah"))


def _rentang(request: HttpRequest) -> datetime.date | None:
    """Return the first day of the span that a link chose beforehand, if it can be read."""
    with suppress(ValueError):
        return parse_date(request.GET.get("rentang", ""))
    return None


def _buat(request: HttpRequest, form: LaporanForm) -> LaporanKemajuan | None:
    """Make the draft once, however often the form is sent. Return None with an error in the
    form."""

    def buat(sidik: str) -> LaporanKemajuan:
        form.instance.kunci_sekali = sidik
        return _simpan(request, form)

    milik_proyek = LaporanKemajuan.objects.filter(proyek=form.instance.proyek)
    kunci = form.cleaned_data["kunci"]
    hasil = coba(form, lambda: satu_kali(milik_proyek, kunci, buat))
    if hasil is None:
        return None
    messages.success(request, TERSIMPAN)
    return hasil[0]


def _simpan(request: HttpRequest, form: LaporanForm) -> LaporanKemajuan:
    return services.simpan_draf(
        laporan=form.save(commit=False),
        realisasi=form.realisasi(),
        rincian=form.rincian(),
        oleh=pengguna_masuk(request),
    )


def _draf(request: HttpRequest, pk: int, hak: str) -> LaporanKemajuan:
    """Load a report by its inner key for a person who has the right `hak` on it."""
    terlihat = LaporanKemajuan.objects.visible_to(request.user)
    laporan = get_object_or_404(terlihat.select_related("proyek__kampung"), pk=pk)
    if hak and not rules.has_perm(hak, request.user, laporan):
        raise PermissionDenied
    return laporan


def _sudah_terbit(request: HttpRequest, laporan: LaporanKemajuan) -> bool:
    if laporan.nomor:
        messages.info(request, "Laporan ini sudah terbit, jadi tidak dapat diubah lagi.")
    return laporan.nomor is not None


@require_safe
def draf(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/draf/<pk>/: the draft, its photos, and what it still lacks."""
    laporan = _draf(request, pk, "")
    if laporan.nomor:
        return redirect(laporan)
    return _halaman_draf(request, laporan, FotoForm())


def _halaman_draf(
    request: HttpRequest, laporan: LaporanKemajuan, form_foto: FotoForm
) -> HttpResponse:
    konteks: dict[str, Any] = {
        "laporan": laporan,
        "belanja": list(laporan.realisasi.select_related("pendanaan")),
        "foto": list(laporan.foto.select_related("berkas")),
        "kekurangan": services.kekurangan(laporan),
        "form": form_foto,
        "ingatkan": ingatkan(laporan),
        **pilah(laporan.foto_tertunda.all()),
    }
    return render(request, "laporan/draf.html", konteks)


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/draf/<pk>/ubah/"""
    laporan = _draf(request, pk, "laporan.tulis")
    if _sudah_terbit(request, laporan):
        return redirect(laporan)
    belanja = dict(laporan.realisasi.values_list("pendanaan", "jumlah"))
    form = _formulir(request, laporan, belanja)
    if jadi(request, form, lambda: _simpan(request, form), "Draf sudah diperbarui."):
        _terima_foto(request, laporan, form)
        return redirect("laporan:draf", pk)
    return _halaman_tulis(request, form)


@require_POST
def foto(request: HttpRequest, pk: int) -> HttpResponse:
    """Add photos. Unreadable ones are named, the others are kept."""
    laporan = _draf(request, pk, "laporan.tulis")
    if _sudah_terbit(request, laporan):
        return redirect(laporan)
    form = FotoForm(request.POST, request.FILES)
    if form.is_valid() and _tambah_foto(request, laporan, form):
        return redirect("laporan:draf", pk)
    return _halaman_draf(request, laporan, form)


def _tambah_foto(request: HttpRequest, laporan: LaporanKemajuan, form: FotoForm) -> bool:
    """Store the readable photos, each once. Return False when there was none."""
    isi = form.cleaned_data
    hasil = services.tambah_unggahan(
        laporan=laporan,
        unggahan=isi["foto"],
        kunci=isi["kunci"],
        tahap=isi["tahap"],
        keterangan=isi["keterangan"],
    )
    if not hasil.tersimpan + hasil.diperiksa:
        form.add_error("foto", hasil.ditolak)
        return False
    for pesan in hasil.ditolak:
        messages.error(request, pesan)
    if hasil.tersimpan:
        messages.success(request, f"{hasil.tersimpan} foto sudah ditambahkan.")
    return True


@require_POST
def foto_tertunda(request: HttpRequest, pk: int) -> HttpResponse:
    """Put away the refusals that were read, or give up the photos that still wait."""
    laporan = _draf(request, pk, "laporan.tulis")
    if _sudah_terbit(request, laporan):
        return redirect(laporan)
    services.buang_tertunda(laporan=laporan, ditolak=request.POST.get("apa") == "ditolak")
    return redirect("laporan:draf", pk)


@require_POST
def hapus_foto(request: HttpRequest, pk: int, foto: int) -> HttpResponse:
    """Take one photo out of a draft."""
    laporan = _draf(request, pk, "laporan.tulis")
    if _sudah_terbit(request, laporan):
        return redirect(laporan)
    try:
        services.hapus_foto(laporan=laporan, foto=foto)
    except TidakBisa as galat:
        return _kalah_cepat(request, laporan, galat)
    messages.success(request, "Foto sudah dihapus dari draf.")
    return redirect("laporan:draf", pk)


@require_POST
def hapus_draf(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a draft. A second press finds it gone and leads to the project that the form names."""
    ada = LaporanKemajuan.objects.visible_to(request.user).filter(pk=pk).exists()
    if not ada and (nomor := request.POST.get("proyek")):
        proyek = proyek_untuk(request, nomor, "laporan.tulis")
        messages.info(request, "Draf itu sudah tidak ada.")
        return redirect(proyek)
    laporan = _draf(request, pk, "laporan.tulis")
    if _sudah_terbit(request, laporan):
        return redirect(laporan)
    try:
        services.hapus_draf(laporan=laporan)
    except TidakBisa as galat:
        return _kalah_cepat(request, laporan, galat)
    messages.success(request, f"Draf laporan {laporan.kata_waktu} sudah dihapus.")
    return redirect(laporan.proyek)


def _kalah_cepat(request: HttpRequest, laporan: LaporanKemajuan, galat: TidakBisa) -> HttpResponse:
    """Say that a colleague published or deleted the draft at this very moment."""
    messages.error(request, galat.pesan)
    return redirect(laporan.proyek)


@butuh_pengaman("laporan:draf")
@require_POST
def terbitkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish it. From then on the report is locked."""
    laporan = _draf(request, pk, "laporan.terbitkan")
    if _sudah_terbit(request, laporan):
        return redirect(laporan)
    try:
        laporan = services.terbitkan(laporan=laporan, oleh=pengguna_masuk(request))
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
        return redirect("laporan:draf", pk)
    messages.success(request, f"Laporan {laporan.nomor} sudah terbit dan terbuka untuk umum.")
    return redirect(laporan)
