"""Setting a plan, and changing the fate of a row of a set one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import bisa, jadi
from rencana.enums import StatusRencana
from rencana.forms.tetapkan import HasilForm, TetapkanForm
from rencana.services.hasil import ubah_hasil
from rencana.services.tetapkan import MASIH_DITANYA
from rencana.services.tetapkan import tetapkan as tetapkan_rencana
from rencana.views.muat import PUTUSKAN, baris_untuk, rencana_untuk
from rencana.views.susun import alamat_urus, halaman_isian
from warga.views.bantu import pengguna_masuk

TERTETAP = "Rencana sudah ditetapkan. Pengusul dan pengikut kampung diberi tahu."


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tetapkan(request: HttpRequest, kampung: str, tahun: int, jenis: str) -> HttpResponse:
    """.../tetapkan/: papers, the fate of each row, and the words on objections."""
    rencana, oleh = rencana_untuk(request, kampung, tahun, jenis, PUTUSKAN), pengguna_masuk(request)
    if rencana.tetap:  # a second send of the same form
        return redirect(rencana)
    if rencana.dapat_ditanya or rencana.status == StatusRencana.DRAF:
        messages.error(request, MASIH_DITANYA)
        return redirect(alamat_urus(rencana))
    diketik = request.POST or draf.ambil_isian(request)
    form = TetapkanForm(diketik, request.FILES or None, oleh=oleh, rencana=rencana)

    def lakukan() -> None:
        isi, surat = form.penetapan(), form.dokumen
        tetapkan_rencana(rencana=rencana, penetapan=isi, oleh=oleh, dokumen=surat)

    if request.method == "POST" and form.is_valid() and bisa(form, lakukan):
        messages.success(request, TERTETAP)
        return redirect(rencana)
    konteks = {"form": form, "rencana": rencana, "alamat": alamat_urus(rencana)}
    return render(request, "rencana/tetapkan.html", konteks)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def hasil(request: HttpRequest, pk: int) -> HttpResponse:
    """/rencana/baris/<pk>/hasil/: another fate, by a paper."""
    baris = baris_untuk(request, pk, PUTUSKAN)
    rencana = baris.rencana
    if not rencana.tetap:
        return redirect(alamat_urus(rencana))
    form = HasilForm(request.POST or draf.ambil_isian(request), baris=baris)

    def lakukan() -> None:
        oleh = pengguna_masuk(request)
        ubah_hasil(baris=baris, nasib=form.nasib(), oleh=oleh, sebab=form.sebab())

    if jadi(request, form, lakukan, "Hasilnya sudah diubah."):
        return redirect(alamat_urus(rencana))
    judul = f"Ubah hasil: {baris.proyek.judul}"
    return halaman_isian(request, rencana, form, judul)
