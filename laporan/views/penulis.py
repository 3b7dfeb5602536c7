"""Pages on which the aparat ask a person to write drafts, and on which that person answers."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.formulir.draf import isian, menyimpan_draf
from core.formulir.jadi import jadi, tekan
from core.formulir.sekali import satu_kali
from laporan.bacaan.saya import tugas
from laporan.forms.penulis import PenulisForm
from laporan.models import PenulisLaporan
from laporan.services import penulis as layanan
from laporan.views.muat import proyek_tertutup
from proyek.views.muat import sudah_dibuat
from warga.views.bantu import pengguna_masuk

DIMINTA = "Permintaannya sudah tercatat. Orangnya melihatnya di akunnya, lalu menjawab sendiri."
DICABUT = "Sudah dicabut. Draf yang pernah ditulisnya tetap ada pada kantor Anda."
DITERIMA = "Terima kasih. Laporan proyek ini sekarang dapat Anda tulis dari halaman ini."
DITOLAK = "Sudah dicatat. Anda tidak menulis draf laporan untuk proyek itu."


@never_cache
@menyimpan_draf
@require_http_methods(["GET", "POST"])
def penulis(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/penulis/<nomor proyek>/: the people who write drafts of it, and a form for one
    more."""
    proyek = proyek_tertutup(request, nomor, "laporan.tunjuk_penulis")
    if sudah_dibuat(proyek.penulis_laporan.all(), request):
        return redirect("laporan:penulis", nomor)
    form, oleh = PenulisForm(isian(request)), pengguna_masuk(request)

    def minta(sidik: str) -> PenulisLaporan:
        isi = form.cleaned_data
        return layanan.minta_penulis(
            proyek=proyek,
            sebutan=isi["sebutan"],
            kontak=isi["kontak"],
            oleh=oleh,
            sidik=sidik,
        )

    def lakukan() -> None:
        satu_kali(proyek.penulis_laporan.all(), form.cleaned_data["kunci"], minta)

    if jadi(request, form, lakukan, DIMINTA):
        return redirect("laporan:penulis", nomor)
    semua = list(proyek.penulis_laporan.berlaku().select_related("pengguna"))
    konteks = {"form": form, "proyek": proyek, "semua": semua}
    return render(request, "laporan/penulis.html", konteks)


@require_POST
def cabut(request: HttpRequest, nomor: str, pk: int) -> HttpResponse:
    """/laporan/penulis/<nomor proyek>/<pk>/cabut/"""
    proyek = proyek_tertutup(request, nomor, "laporan.tunjuk_penulis")
    satu = get_object_or_404(proyek.penulis_laporan, pk=pk)
    _lakukan(request, satu, layanan.cabut_penulis, DICABUT)
    return redirect("laporan:penulis", nomor)


@never_cache
@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """/laporan/saya/: the reports that one may write without a desk."""
    return render(request, "laporan/saya.html", tugas(pengguna_masuk(request)))


@require_POST
def jawab(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/saya/<pk>/: say yes (`jawab` = "ya") or no to a request, or stop writing."""
    satu = get_object_or_404(PenulisLaporan.objects.berlaku().select_related("proyek"), pk=pk)
    if request.POST.get("jawab") == "ya":
        _lakukan(request, satu, layanan.terima, DITERIMA)
    else:
        _lakukan(request, satu, layanan.tolak, DITOLAK)
    return redirect("laporan:saya")


def _lakukan(
    request: HttpRequest, satu: PenulisLaporan, langkah: Callable[..., object], pesan: str
) -> None:
    tekan(request, lambda: langkah(penulis=satu, oleh=pengguna_masuk(request)), pesan)
