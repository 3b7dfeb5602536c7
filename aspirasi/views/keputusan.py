"""Entering a decision, which says how it treated the objections against its project."""

from collections.abc import Iterable
from typing import Any

import rules
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from aspirasi.forms.isian import IsiField
from aspirasi.models import Aspirasi
from aspirasi.services.keberatan import (
    belum_dijawab,
    perlu_berkata,
    perlu_dipertimbangkan,
    putuskan,
)
from aspirasi.views.surat_keputusan import muat_keputusan
from core.formulir.draf import menyimpan_draf
from core.formulir.forms import BentukMixin
from core.formulir.sekali import satu_kali
from core.galat import TidakBisa
from proyek.enums import KeadaanSikap
from proyek.forms import FormulirKeputusan
from proyek.forms.keputusan import KeputusanForm
from proyek.models import Keputusan, Proyek, SikapKakam
from proyek.views.muat import proyek_untuk, sudah_dibuat
from warga.models import Kampung, Pengguna
from warga.views.bantu import pengguna_masuk

TERBUKA = " dan terbuka untuk umum."
DITANYA = " Kepala Kampung ditanya di meja kerjanya: benar atau tidak."
MENUNGGU = (
    ". Terbuka untuk umum setelah Kepala Kampung membenarkannya atau pindaian suratnya diunggah."
)


class PertimbanganForm(BentukMixin, forms.Form):
    """How the decision considered the objections."""

    pertimbangan = IsiField(
        label="Bagaimana keberatan warga dipertimbangkan",
        min_length=20,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang diubah karenanya, atau mengapa tidak; juga untuk yang belum dijawab. "
        "Semua orang membacanya, dan pengirim keberatan diberi tahu.",
    )


class FormulirPutusan(FormulirKeputusan):
    """The form of a decision, with a question where residents had objected."""

    def __init__(
        self,
        request: HttpRequest,
        oleh: Pengguna,
        proyek: Proyek | None,
        ralat: Keputusan | None = None,
    ) -> None:
        super().__init__(request, oleh, proyek, ralat)
        berkata = perlu_berkata(self.keputusan.instance, oleh)
        perlu = perlu_dipertimbangkan(proyek) if proyek and berkata else Aspirasi.objects.none()
        self.pertimbangan = PertimbanganForm(self.data) if perlu.exists() else None
        self.dibahas = _terbaca(perlu, oleh)

    def bagian(self) -> list[Any]:
        return [*super().bagian(), *([self.pertimbangan] if self.pertimbangan else [])]


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def catat(request: HttpRequest) -> HttpResponse:
    """/keputusan/catat/, about `?proyek=`, in place of `?ralat=`, or standing alone."""
    ralat = _ralat(request)
    proyek = ralat.proyek if ralat else _proyek(request)
    if lama := sudah_dibuat(Keputusan.objects.all(), request):
        return redirect(lama)
    formulir = FormulirPutusan(request, pengguna_masuk(request), proyek, ralat)
    if "tambah_baris" in request.POST and formulir.dana:
        formulir.tambah_baris()
    elif _sah(request, formulir) and (keputusan := _catat(request, formulir)):
        return redirect(keputusan)
    konteks = {
        "formulir": formulir,
        "proyek": proyek,
        "ralat": ralat,
        "keberatan": _belum_dijawab(request, proyek) if proyek and not ralat else [],
    }
    return render(request, "keputusan/catat.html", konteks)


def _belum_dijawab(request: HttpRequest, proyek: Proyek) -> QuerySet[Aspirasi]:
    return _terbaca(belum_dijawab(proyek), pengguna_masuk(request))


def _ralat(request: HttpRequest) -> Keputusan | None:
    """Return the decision of `?ralat=` that this person may replace; None when there is none."""
    nomor = request.GET.get("ralat", "")
    return muat_keputusan(request, nomor, "proyek.ralat_keputusan") if nomor else None


def _terbaca(keberatan: QuerySet[Aspirasi], oleh: Pengguna) -> QuerySet[Aspirasi]:
    """Return the objections that this person may read, with the columns of the list."""
    boleh = Aspirasi.objects.visible_to(oleh).values("pk")
    return keberatan.filter(pk__in=boleh).select_related("kampung")


def _proyek(request: HttpRequest) -> Proyek | None:
    nomor = request.GET.get("proyek", "")
    if nomor:
        return proyek_untuk(request, nomor, "proyek.catat_keputusan")
    if not rules.has_perm("proyek.catat_keputusan", request.user):
        raise PermissionDenied
    return None


def _sah(request: HttpRequest, formulir: FormulirPutusan) -> bool:
    return request.method == "POST" and formulir.is_valid()


def _catat(request: HttpRequest, formulir: FormulirPutusan) -> Keputusan | None:
    """Enter it once, however often the form is sent. Return None when the project has moved on."""
    form, tentang = formulir.keputusan, formulir.pertimbangan

    def buat(sidik: str) -> Keputusan:
        baru: Keputusan = form.save(commit=False)
        baru.kunci_sekali = sidik
        return putuskan(
            keputusan=baru,
            pertimbangan=tentang.cleaned_data["pertimbangan"] if tentang else "",
            oleh=pengguna_masuk(request),
            dokumen=form.dokumen,
            pendanaan=formulir.dana.baris() if formulir.dana else [],
            kampung_lain=_kampung_lain(form),
        )

    try:
        keputusan, _ = satu_kali(Keputusan.objects.all(), form.cleaned_data["kunci"], buat)
    except TidakBisa as galat:
        formulir.tolak(galat.pesan)
        return None
    messages.success(request, _kata_tercatat(keputusan))
    return keputusan


def _kata_tercatat(keputusan: Keputusan) -> str:
    kata = f"Keputusan {keputusan.nomor} sudah dicatat"
    if not keputusan.umum:
        return f"{kata}{MENUNGGU}"
    ditanya = SikapKakam.objects.filter(keputusan=keputusan, keadaan=KeadaanSikap.MENUNGGU)
    return f"{kata}{TERBUKA}{DITANYA if ditanya.exists() else ''}"


def _kampung_lain(form: KeputusanForm) -> Iterable[Kampung]:
    """Return the other kampung that it concerns; a ralat keeps those of the old one."""
    if form.ralat:
        return form.ralat.kampung_lain.all()
    lain: Iterable[Kampung] = form.cleaned_data.get("kampung_lain") or ()
    return lain
