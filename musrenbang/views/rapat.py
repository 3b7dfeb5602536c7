"""Pages of the meeting and after it: the screen, changes of the order, answers of the kabupaten."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from core.formulir import draf
from core.formulir.jadi import jadi
from core.galat import TidakBisa
from musrenbang.bacaan.peringkat import peringkat
from musrenbang.forms.selenggara import JawabanForm, UrutanForm
from musrenbang.forms.usulan import AlasanForm
from musrenbang.models import Nasib, PerubahanUrutan, Usulan
from musrenbang.models.usulan import UsulanQuerySet
from musrenbang.services import jawaban as layanan_jawaban
from musrenbang.services import rapat as layanan
from musrenbang.views.muat import isian, muat, muat_usulan
from warga.views.bantu import pengguna_masuk

HAK = "musrenbang.selenggarakan"


@require_safe
def layar(request: HttpRequest, tahun: int) -> HttpResponse:
    """/musrenbang/<tahun>/layar/: the groups in large letters, for a projector."""
    satu = muat(request, tahun, HAK)
    golongan = peringkat(satu, list(satu.usulan.berdiri().untuk_kartu()))
    return render(request, "musrenbang/layar.html", {"satu": satu, "golongan": golongan})


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def urutan(request: HttpRequest, pk: int) -> HttpResponse:
    """/musrenbang/usulan/<pk>/urutan/"""
    satu, oleh = muat_usulan(request, pk, HAK), pengguna_masuk(request)
    form = UrutanForm(draf.isian(request), instance=PerubahanUrutan(usulan=satu))

    def lakukan() -> object:
        return layanan.ubah_urutan(perubahan=form.save(commit=False), oleh=oleh)

    if jadi(request, form, lakukan, "Urutan baru sudah dicatat, dengan alasannya."):
        return redirect("musrenbang:rincian", satu.musrenbang.tahun)
    kata = {"judul": "Ubah urutan", "tombol": "Ubah urutan", "atas": satu.judul}
    return isian(request, form, kembali=satu.get_absolute_url(), pengantar=_letak(satu), **kata)


def _letak(usulan: Usulan) -> str:
    """Return where it stands now; a sentence that it is not ranked."""
    try:
        golongan, kini = layanan.letak(usulan)
    except TidakBisa as galat:
        return galat.pesan
    return f"{golongan.judul}: sekarang urutan {kini} dari {len(golongan.peserta)}."


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def batal_urutan(request: HttpRequest, pk: int) -> HttpResponse:
    """/musrenbang/perubahan/<pk>/batal/"""
    berlaku = PerubahanUrutan.objects.filter(dibatalkan_pada__isnull=True)
    ubah = get_object_or_404(berlaku.select_related("usulan__musrenbang"), pk=pk)
    muat(request, ubah.usulan.musrenbang.tahun, HAK)
    form, oleh = AlasanForm(draf.isian(request)), pengguna_masuk(request)

    def lakukan() -> object:
        return layanan.batalkan(perubahan=ubah, alasan=form.cleaned_data["alasan"], oleh=oleh)

    if jadi(request, form, lakukan, "Perubahan urutan dibatalkan."):
        return redirect(ubah.usulan)
    kata = {"judul": "Batalkan perubahan urutan", "tombol": "Batalkan perubahan"}
    kata |= {"atas": ubah.usulan.judul, "pengantar": f"Dari urutan {ubah.dari} ke {ubah.ke}."}
    return isian(request, form, kembali=ubah.usulan.get_absolute_url(), **kata)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def jawaban(request: HttpRequest, pk: int) -> HttpResponse:
    """/musrenbang/usulan/<pk>/jawaban/"""
    satu, oleh = muat_usulan(request, pk, HAK), pengguna_masuk(request)
    lama: Nasib | None = satu.jawaban
    form = JawabanForm(draf.isian(request), lama=lama, instance=Nasib(usulan=satu))

    def lakukan() -> object:
        kata = form.cleaned_data.get("alasan_perbaikan", "")
        nasib = form.save(commit=False)
        return layanan_jawaban.jawab(usulan=satu, nasib=nasib, alasan_perbaikan=kata, oleh=oleh)

    if jadi(request, form, lakukan, "Jawaban kabupaten sudah tampil, dan pengusulnya diberi tahu."):
        return redirect(satu)
    judul = "Perbaiki jawaban kabupaten" if lama else "Tulis jawaban kabupaten"
    kata = {"judul": judul, "tombol": "Simpan jawaban", "atas": satu.judul}
    return isian(request, form, kembali=satu.get_absolute_url(), **kata)


def foto(request: HttpRequest) -> UsulanQuerySet:
    """Return the proposals whose photo a request may read: all that stand (`core.views.berkas`)."""
    return Usulan.objects.berfoto()
