"""Acts of the kecamatan on a look in the field: opening, result, correction, calling off,
photos."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir.draf import isian, menyimpan_draf, menyimpan_foto
from core.formulir.jadi import jadi
from core.moderasi.forms import FOTO_MASIH_ADA, MASIH_ADA, KataForm, TarikForm
from laporan.alamat import meja_tutup_foto
from laporan.bacaan.lapangan import tulisan_lapangan
from laporan.forms.lapangan import BatalForm, BukaForm, FotoForm, HasilForm
from laporan.models import PemeriksaanLapangan
from laporan.services import lapangan as layanan
from laporan.services import lapangan_foto
from laporan.services.lapangan_foto import TITIPAN
from laporan.views.foto_form import titip_foto
from laporan.views.lapangan import muat_lapangan
from proyek.bacaan.penarikan import kata_tentang
from proyek.views.muat import proyek_untuk
from warga.views.bantu import pengguna_masuk

HAK = "laporan.periksa_lapangan"
DICATAT = "Hasilnya sudah terbit. Pengikut, pengirim cek, dan aparat kampung diberi tahu."


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def buka(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/lapangan/buka/<nomor>/: open one by decision of the kecamatan."""
    proyek = proyek_untuk(request, nomor, HAK)
    form = BukaForm(isian(request))

    def lakukan() -> None:
        layanan.buka(proyek=proyek, oleh=pengguna_masuk(request), **form.cleaned_data)

    if jadi(request, form, lakukan, "Pemeriksaan dibuka dan tampil untuk umum."):
        return redirect(f"{proyek.get_absolute_url()}#lapangan")
    konteks = {
        "form": form,
        "judul": "Buka pemeriksaan lapangan",
        "atas": proyek.judul,
        "kembali": proyek.get_absolute_url(),
        "kata_kembali": "Proyek",
        "tombol": "Buka pemeriksaan",
        "pengantar": "Semua orang membaca bahwa kecamatan sedang memeriksa, mengapa, dan paling "
        "lambat kapan hasilnya. Aparat kampung dan pengikut proyek diberi tahu.",
    }
    return render(request, "laporan/isian.html", konteks)


@menyimpan_draf
@menyimpan_foto(TITIPAN)
@require_http_methods(["GET", "HEAD", "POST"])
def hasil(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/lapangan/<pk>/hasil/: what was seen and agreed, with photos."""
    lapangan = muat_lapangan(request, pk, HAK)
    if request.method != "POST" and not lapangan.menunggu_hasil:
        messages.info(request, layanan.SUDAH_SELESAI)
        return redirect(lapangan)
    form = HasilForm(isian(request), request.FILES or None, lapangan=lapangan)

    def lakukan() -> None:
        oleh = pengguna_masuk(request)
        layanan.catat_hasil(pemeriksaan=lapangan, isian=form.isian(), oleh=oleh)

    if jadi(request, form, lakukan, DICATAT):
        _terima_foto(request, lapangan, form)
        return redirect(lapangan)
    return _halaman_hasil(request, lapangan, form)


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def perbaiki(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/lapangan/<pk>/perbaiki/: a further row that corrects the result."""
    lapangan = muat_lapangan(request, pk, HAK)
    lama = lapangan.hasil.last()
    if lama is None:
        return redirect(lapangan)
    form = HasilForm(isian(request), lapangan=lapangan, lama=lama)

    def lakukan() -> None:
        layanan.perbaiki_hasil(
            pemeriksaan=lapangan,
            isian=form.isian(),
            alasan=form.cleaned_data["alasan"],
            oleh=pengguna_masuk(request),
        )

    if jadi(request, form, lakukan, "Perbaikannya sudah terbit. Yang lama tetap terbaca."):
        return redirect(lapangan)
    return _halaman_hasil(request, lapangan, form, lama=True)


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def batal(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/lapangan/<pk>/batal/"""
    lapangan = muat_lapangan(request, pk, HAK)
    form = BatalForm(isian(request))

    def lakukan() -> None:
        alasan = form.cleaned_data["alasan"]
        layanan.batalkan(pemeriksaan=lapangan, alasan=alasan, oleh=pengguna_masuk(request))

    if jadi(request, form, lakukan, "Pemeriksaan dibatalkan. Alasannya tampil untuk umum."):
        return redirect(lapangan)
    konteks = _konteks(lapangan, form, "Batalkan pemeriksaan", "Batalkan pemeriksaan ini")
    return render(request, "laporan/isian.html", konteks)


@menyimpan_draf
@menyimpan_foto(TITIPAN)
@require_http_methods(["GET", "HEAD", "POST"])
def foto(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/lapangan/<pk>/foto/: photos that come later than the words."""
    lapangan = muat_lapangan(request, pk, HAK)
    if lapangan.dicatat_pada is None:
        return redirect("laporan:lapangan_hasil", pk)
    form = FotoForm(isian(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        _terima_foto(request, lapangan, form)
        return redirect(lapangan)
    konteks = _konteks(lapangan, form, "Tambah foto", "Tambah foto")
    return render(request, "laporan/isian.html", konteks | {"dititip": titip_foto(form, TITIPAN)})


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def foto_tarik(request: HttpRequest, pk: int, satu: int) -> HttpResponse:
    """/laporan/lapangan/<pk>/foto/<satu>/tarik/: take a photo back from everyone."""
    lapangan = muat_lapangan(request, pk, HAK)
    milik = get_object_or_404(lapangan.foto.tampil().select_related("berkas"), pk=satu)
    form = TarikForm(isian(request))

    def lakukan() -> None:
        alasan = form.cleaned_data["alasan"]
        lapangan_foto.tarik_foto(foto=milik, alasan=alasan, oleh=pengguna_masuk(request))

    konteks = {
        "judul": "Tarik foto",
        "foto": milik.berkas,
        "masih_ada": FOTO_MASIH_ADA,
        "tutup": meja_tutup_foto(pk, satu),
    }
    return _tarik(request, lapangan, form, lakukan, konteks)


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/lapangan/<pk>/tarik/: black out words about a look."""
    lapangan = muat_lapangan(request, pk, HAK)
    tulisan = kata_tentang(lapangan, tulisan_lapangan(lapangan))
    form = KataForm(isian(request), tulisan=tulisan, utuh=False)

    def lakukan() -> None:
        isi = {nama: form.cleaned_data[nama] for nama in ("kata", "alasan")}
        lapangan_foto.tarik_tulisan(pemeriksaan=lapangan, oleh=pengguna_masuk(request), **isi)

    konteks = {
        "judul": "Tutup sebagian tulisan",
        "sebagian": True,
        "tulisan": "\n\n".join(tulisan),
    }
    return _tarik(request, lapangan, form, lakukan, konteks)


def _tarik(
    request: HttpRequest,
    lapangan: PemeriksaanLapangan,
    form: Any,
    lakukan: Callable[[], None],
    konteks: dict[str, Any],
) -> HttpResponse:
    if jadi(request, form, lakukan, "Sudah. Alasannya tampil di tempatnya."):
        return redirect(lapangan)
    isi = {
        "form": form,
        "kembali": lapangan.get_absolute_url(),
        "induk": (lapangan.proyek.get_absolute_url(), "Proyek"),
        "hal": "Pemeriksaan lapangan",
        "masih_ada": MASIH_ADA,
    }
    return render(request, "meja/tarik.html", isi | konteks)


def _halaman_hasil(
    request: HttpRequest, lapangan: PemeriksaanLapangan, form: HasilForm, *, lama: bool = False
) -> HttpResponse:
    judul = "Perbaiki hasil pemeriksaan" if lama else "Catat hasil pemeriksaan"
    konteks = _konteks(lapangan, form, judul, "Terbitkan perbaikan" if lama else "Terbitkan hasil")
    konteks["pengantar"] = (
        "Semua orang membacanya begitu tombol di bawah ditekan. Tulis apa yang terlihat, bukan "
        "dugaan tentang orang."
    )
    if not lama:
        konteks["dititip"] = titip_foto(form, TITIPAN)
    return render(request, "laporan/isian.html", konteks)


def _konteks(lapangan: PemeriksaanLapangan, form: Any, judul: str, tombol: str) -> dict[str, Any]:
    return {
        "form": form,
        "judul": judul,
        "atas": lapangan.proyek.judul,
        "kembali": lapangan.get_absolute_url(),
        "kata_kembali": "Pemeriksaan lapangan",
        "tombol": tombol,
    }


def _terima_foto(request: HttpRequest, lapangan: PemeriksaanLapangan, form: Any) -> None:
    """Give a recorded look the photos of a valid form, and those that waited for it."""
    kunci, unggahan = form.cleaned_data["kunci"], form.cleaned_data.get("foto") or []
    for pesan in TITIPAN.titip(kunci=kunci, unggahan=unggahan).ditolak:
        messages.error(request, pesan)
    lapangan_foto.lekatkan(kunci=kunci, pemeriksaan=lapangan, oleh=pengguna_masuk(request))
