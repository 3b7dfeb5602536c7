"""Moving a project from stage to stage, and taking the last move back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from proyek.bacaan.selesai import belum_cocok
from proyek.bacaan.tahap import SUDAH_BATAL, halangan_batal, langkah_terakhir
from proyek.enums import Tahap
from proyek.forms import BatalTahapForm, TahapForm
from proyek.models import PindahTahap, Proyek
from proyek.services.batal_tahap import batalkan_tahap
from proyek.services.tahap import ubah_tahap
from proyek.views.muat import proyek_untuk
from warga.views.bantu import pengguna_masuk


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def tahap(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/tahap/. Finishing is asked about once more when something does not fit."""
    proyek = proyek_untuk(request, nomor, "proyek.kelola_proyek")
    if request.POST.get("ke") == proyek.tahap:  # sent twice
        messages.info(request, "Tahap ini sudah dicatat.")
        return redirect(proyek)
    if not proyek.tahap_lewat_tindakan:
        pesan = f"Proyek ini pada tahap “{proyek.get_tahap_display()}”. "
        messages.warning(request, pesan + "Langkah berikutnya memerlukan keputusan.")
        return redirect(proyek)
    if "kembali" in request.POST:  # from the page between, with what was typed
        form = TahapForm(proyek=proyek, initial=request.POST.dict() | {"tetap": ""})
        return render(request, "proyek/tahap.html", {"form": form, "proyek": proyek})
    form = TahapForm(request.POST or draf.ambil_isian(request), proyek=proyek)
    belum = _belum(form, proyek) if request.method == "POST" else []
    ditekan = request.method == "POST" and form.is_valid()
    if ditekan and (not belum or form.cleaned_data["tetap"]):
        if _ubah_tahap(request, form, proyek):
            return redirect(proyek)
        belum = []
    if belum:
        form.minta_sebab()
    templat = "proyek/tetap_selesai.html" if belum else "proyek/tahap.html"
    return render(request, templat, {"form": form, "proyek": proyek, "belum": belum})


def _belum(form: TahapForm, proyek: Proyek) -> list[str]:
    """Return what does not fit, for a form that would finish the project and is complete so far."""
    if form.data.get("ke") != Tahap.SELESAI or (form.errors.keys() - {"alasan"}):
        return []
    return belum_cocok(proyek)


def _ubah_tahap(request: HttpRequest, form: TahapForm, proyek: Proyek) -> bool:
    isi = {nama: form.cleaned_data[nama] for nama in ("ke", "tanggal", "alasan", "dari")}

    def ubah() -> None:
        ubah_tahap(proyek=proyek, oleh=pengguna_masuk(request), **isi)

    return jadi(request, form, ubah, "Tahap proyek sudah dicatat dan dapat dibaca semua orang.")


@draf.menyimpan_draf
@require_http_methods(["GET", "POST"])
def batal_tahap(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/batalkan-tahap/: what would follow, and the reason."""
    proyek = proyek_untuk(request, nomor, "proyek.kelola_proyek")
    form = BatalTahapForm(request.POST or draf.ambil_isian(request))
    langkah = _langkah(request, proyek)
    if langkah is None:
        messages.info(request, "Proyek ini belum pernah berpindah tahap.")
        return redirect(proyek)
    if halangan := halangan_batal(langkah, langkah_terakhir(proyek), pengguna_masuk(request)):
        sudah = halangan == SUDAH_BATAL
        messages.add_message(request, messages.INFO if sudah else messages.WARNING, halangan)
        return redirect(proyek)
    if _batalkan(request, form, langkah):
        return redirect(proyek)
    form.initial["langkah"] = langkah.pk
    konteks = {"form": form, "proyek": proyek, "langkah": langkah}
    return render(request, "proyek/batal_tahap.html", konteks)


def _langkah(request: HttpRequest, proyek: Proyek) -> PindahTahap | None:
    """Return the move that the form names, or the last one that stands."""
    nomor = request.POST.get("langkah", "")
    if not nomor.isdecimal() or len(nomor) > 18:
        return langkah_terakhir(proyek)
    semua = proyek.pindah_tahap.select_related("proyek__kampung", "keputusan")
    return semua.filter(pk=int(nomor)).first()


def _batalkan(request: HttpRequest, form: BatalTahapForm, langkah: PindahTahap) -> bool:
    def batalkan() -> None:
        batalkan_tahap(
            langkah=langkah, alasan=form.cleaned_data["alasan"], oleh=pengguna_masuk(request)
        )

    tahap = f"“{langkah.get_ke_display()}” sudah dibatalkan. Proyek ini kembali ke tahap"
    return jadi(request, form, batalkan, f"Tahap {tahap} “{langkah.get_dari_display()}”.")
