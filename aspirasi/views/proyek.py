"""Opening a project, alone or as the answer to a kiriman, and taking back one opened by mistake."""

from typing import Any
from uuid import UUID

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from aspirasi.models import Aspirasi
from aspirasi.services.cabut_proyek import cabut_proyek
from aspirasi.services.tangani import hubungkan_proyek
from core.formulir.draf import ambil_isian, menyimpan_draf
from core.formulir.jadi import jadi
from core.formulir.sekali import satu_kali
from core.galat import TidakBisa
from proyek.bacaan.muda import pengikat
from proyek.forms import CabutForm, FormulirBuka
from proyek.forms.kegiatan import mencari_kegiatan
from proyek.models import Proyek
from proyek.services.buka import buka_proyek
from proyek.views.muat import proyek_untuk, sudah_dibuat
from warga.views.bantu import pengguna_masuk

MENUNGGU = (
    " Keputusannya, dengan tahap dan uangnya, menunggu Kepala Kampung membenarkannya atau pindaian "
    "suratnya diunggah."
)


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def buka(request: HttpRequest) -> HttpResponse:
    """/proyek/buka/, with `?aspirasi=<acuan>` for a kiriman that the project answers."""
    oleh = pengguna_masuk(request)
    if not rules.has_perm("proyek.kelola_proyek", oleh):
        raise PermissionDenied
    if lama := sudah_dibuat(Proyek.objects.all(), request):
        return redirect(lama)
    suara = _suara(request)
    formulir = FormulirBuka(request, oleh, _awal(suara))
    if "tambah_baris" in request.POST:
        formulir.tambah_baris()
    elif mencari_kegiatan(request.POST):
        formulir.tanpa_menilai()
    elif _sah(request, formulir) and (proyek := _buka(request, formulir, suara)):
        return redirect(proyek)
    konteks = {"formulir": formulir, "suara": suara}
    return render(request, "proyek/buka.html", konteks)


def _sah(request: HttpRequest, formulir: FormulirBuka) -> bool:
    return request.method == "POST" and formulir.is_valid()


def _suara(request: HttpRequest) -> Aspirasi | None:
    """Return the kiriman to answer; 404 when it is not on this desk."""
    acuan = request.GET.get("aspirasi")
    if not acuan:
        return None
    try:
        kunci = UUID(acuan)
    except ValueError as galat:
        raise Http404 from galat
    meja = Aspirasi.objects.untuk_meja(request.user).select_related("kampung")
    suara = get_object_or_404(meja, acuan=kunci)
    if not rules.has_perm("aspirasi.tangani", request.user, suara):
        raise PermissionDenied
    return suara


def _awal(suara: Aspirasi | None) -> dict[str, Any]:
    """Return the first values of the form. Words of a kiriman come only when everyone may read
    them."""
    if suara is None:
        return {}
    return {"kampung": suara.kampung_id, "judul": suara.judul if suara.terbit else ""}


def _buka(request: HttpRequest, formulir: FormulirBuka, suara: Aspirasi | None) -> Proyek | None:
    """Open and link in one transaction, once. Return None with an error in the form."""
    try:
        with transaction.atomic():
            proyek, baru = satu_kali(
                Proyek.objects.all(),
                formulir.proyek.cleaned_data["kunci"],
                lambda sidik: _simpan(request, formulir, sidik),
            )
            if baru and suara:
                hubungkan_proyek(aspirasi=suara, proyek=proyek, oleh=pengguna_masuk(request))
    except TidakBisa as galat:
        formulir.tolak(galat.pesan)
        return None
    tertunda = "" if formulir.keputusan.instance.umum else MENUNGGU
    messages.success(
        request, f"Proyek {proyek.nomor} sudah dibuka dan dapat dilihat semua orang.{tertunda}"
    )
    return proyek


def _simpan(request: HttpRequest, formulir: FormulirBuka, sidik: str) -> Proyek:
    proyek: Proyek = formulir.proyek.save(commit=False)
    proyek.kunci_sekali = sidik
    return buka_proyek(
        proyek=proyek,
        pendanaan=formulir.dana.baris(),
        keputusan=formulir.keputusan.keputusan(),
        oleh=pengguna_masuk(request),
        dokumen=formulir.keputusan.dokumen,
        kampung_lain=formulir.proyek.cleaned_data["kampung_lain"],
    )


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def cabut(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/cabut/"""
    proyek = proyek_untuk(request, nomor, "proyek.betulkan_proyek")
    form = CabutForm(request.POST or ambil_isian(request))
    if _cabut(request, form, proyek):
        return redirect("proyek:daftar")
    konteks = {
        "form": form,
        "proyek": proyek,
        "pengikat": pengikat(proyek),
        "kiriman": proyek.tautan_aspirasi.count(),
    }
    return render(request, "proyek/cabut.html", konteks)


def _cabut(request: HttpRequest, form: CabutForm, proyek: Proyek) -> bool:
    def cabut() -> None:
        cabut_proyek(proyek=proyek, oleh=pengguna_masuk(request), **form.cleaned_data)

    pesan = f"Proyek {proyek.nomor} sudah dicabut dan hilang dari semua daftar."
    return jadi(request, form, cabut, pesan)
