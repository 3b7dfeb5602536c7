"""Letters to the Inspektorat, and musyawarah penyelesaian: the forms of the kecamatan and BPK."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import rules
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.formulir.draf import isian, menyimpan_draf
from core.formulir.jadi import jadi
from core.moderasi.forms import MASIH_ADA, KataForm
from laporan.bacaan.penyelesaian import BUKAN_TUDUHAN, tulisan_musyawarah
from laporan.forms.penyelesaian import (
    BatalForm,
    CabutForm,
    HasilForm,
    InspektoratForm,
    RencanaForm,
)
from laporan.models import Musyawarah, PemeriksaanLapangan, SuratInspektorat
from laporan.services import inspektorat as layanan_surat
from laporan.services import musyawarah as layanan
from proyek.bacaan.penarikan import kata_tentang
from proyek.models import Proyek
from proyek.views.muat import proyek_untuk
from warga.rules import adalah_kecamatan
from warga.views.bantu import pengguna_masuk

SURAT = "laporan.surat_inspektorat"
MUSYAWARAH = "laporan.musyawarah"


@menyimpan_draf
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def inspektorat(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/inspektorat/<nomor>/: the letters about a project, and a form for one more."""
    proyek = proyek_untuk(request, nomor, SURAT)
    oleh = pengguna_masuk(request)
    form = InspektoratForm(isian(request), request.FILES or None, oleh=oleh)

    def lakukan() -> None:
        isi = {nama: form.cleaned_data[nama] for nama in ("nomor", "tanggal", "kunci")}
        layanan_surat.catat_surat(proyek=proyek, oleh=oleh, berkas=form.dokumen, **isi)

    if jadi(request, form, lakukan, "Suratnya sudah dicatat. Umum membaca tanggalnya saja."):
        return redirect("laporan:inspektorat", nomor)
    semua = SuratInspektorat.objects.visible_to(oleh).filter(proyek=proyek)
    konteks = {
        **_konteks(proyek, form, "Surat ke Inspektorat", "Catat surat"),
        "pengantar": f"Catat bahwa surat sudah dikirim: nomor dan tanggalnya. {BUKAN_TUDUHAN}",
        "surat": semua.select_related("berkas"),
    }
    return render(request, "laporan/inspektorat.html", konteks)


@menyimpan_draf
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def inspektorat_cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/inspektorat/<pk>/cabut/: a note that was entered by mistake."""
    terbaca = SuratInspektorat.objects.visible_to(request.user).select_related("proyek")
    surat = get_object_or_404(terbaca, pk=pk)
    form = CabutForm(isian(request))

    def lakukan() -> None:
        alasan = form.cleaned_data["alasan"]
        layanan_surat.cabut_surat(surat=surat, alasan=alasan, oleh=pengguna_masuk(request))

    if jadi(request, form, lakukan, "Catatannya dicabut."):
        return redirect("laporan:inspektorat", surat.proyek.nomor)
    konteks = _konteks(surat.proyek, form, "Cabut catatan surat", "Cabut catatan ini")
    return render(request, "laporan/isian.html", konteks)


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def rencana(request: HttpRequest, nomor: str) -> HttpResponse:
    """/laporan/musyawarah/rencana/<nomor>/, with `?lapangan=` the look that it follows."""
    proyek = proyek_untuk(request, nomor, MUSYAWARAH)
    lapangan = _lapangan(proyek)
    form = RencanaForm(isian(request), awal={"tentang": _usul(lapangan)})

    def lakukan() -> None:
        layanan.rencanakan(
            proyek=proyek,
            rencana=form.rencana(),
            oleh=pengguna_masuk(request),
            kunci=form.cleaned_data["kunci"],
            pemeriksaan=lapangan,
        )

    if jadi(request, form, lakukan, "Rencananya tampil untuk umum, dan masuk ke meja BPK Kampung."):
        return redirect(f"{proyek.get_absolute_url()}#musyawarah")
    konteks = {
        **_konteks(proyek, form, "Rencanakan musyawarah penyelesaian", "Rencanakan musyawarah"),
        "pengantar": "Semua orang membaca hari, tempat, dan pokoknya. Sesudah harinya, kecamatan "
        "atau BPK Kampung mencatat hasilnya.",
    }
    return render(request, "laporan/isian.html", konteks)


@dataclass(frozen=True)
class Urusan:
    """One act on a musyawarah: its words, its form and what it does; `tunggu` says whether it is
    for one whose outcome is still to be written."""

    judul: str
    tombol: str
    pesan: str
    tunggu: bool


URUSAN = {
    "ubah": Urusan("Ubah rencana musyawarah", "Simpan rencana", "Rencananya diubah.", True),
    "batal": Urusan("Batalkan rencana musyawarah", "Batalkan rencana", "Rencana dibatalkan.", True),
    "hasil": Urusan("Catat hasil musyawarah", "Terbitkan hasil", "Hasilnya sudah terbit.", True),
    "perbaiki": Urusan(
        "Perbaiki hasil musyawarah", "Terbitkan perbaikan", "Perbaikannya sudah terbit.", False
    ),
}


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def musyawarah(request: HttpRequest, pk: int, nama: str) -> HttpResponse:
    """/laporan/musyawarah/<pk>/<nama>/: change or call off the plan, write or correct the
    outcome."""
    milik, urusan = _muat(request, pk), URUSAN.get(nama)
    if urusan is None:
        raise Http404
    if request.method != "POST" and urusan.tunggu != milik.menunggu:
        return redirect(milik)
    form, lakukan = _isian(request, milik, nama)
    if jadi(request, form, lakukan, urusan.pesan):
        return redirect(milik)
    konteks = _konteks(milik.proyek, form, urusan.judul, urusan.tombol)
    return render(request, "laporan/isian.html", konteks)


def _isian(request: HttpRequest, milik: Musyawarah, nama: str) -> tuple[Any, Callable[[], object]]:
    """Return the form of an act, and what it does once it is right."""
    data, oleh = isian(request), pengguna_masuk(request)
    sama: dict[str, Any] = {"musyawarah": milik, "oleh": oleh}
    if nama == "ubah":
        ubah = RencanaForm(data, lama=milik)
        return ubah, lambda: layanan.ubah(
            rencana=ubah.rencana(), alasan=ubah.cleaned_data["alasan"], **sama
        )
    if nama == "batal":
        batal = BatalForm(data)
        return batal, lambda: layanan.batalkan(alasan=batal.cleaned_data["alasan"], **sama)
    lama = milik if nama == "perbaiki" else None
    hasil = HasilForm(data, proyek=milik.proyek, lama=lama)
    if lama is None:
        return hasil, lambda: layanan.catat_hasil(hasil=hasil.isian(), **sama)
    return hasil, lambda: layanan.perbaiki_hasil(
        hasil=hasil.isian(), alasan=hasil.cleaned_data["alasan"], **sama
    )


@menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def musyawarah_tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """/laporan/musyawarah/<pk>/tarik/: black out words; the kecamatan alone."""
    milik = _muat(request, pk)
    if not adalah_kecamatan(request.user):
        raise PermissionDenied
    tulisan = kata_tentang(milik, tulisan_musyawarah(milik))
    form = KataForm(isian(request), tulisan=tulisan, utuh=False)

    def lakukan() -> None:
        isi = {nama: form.cleaned_data[nama] for nama in ("kata", "alasan")}
        layanan.tarik_tulisan(musyawarah=milik, oleh=pengguna_masuk(request), **isi)

    if jadi(request, form, lakukan, "Kata itu sekarang hitam."):
        return redirect(milik)
    konteks = {
        "form": form,
        "judul": "Tutup sebagian tulisan",
        "sebagian": True,
        "tulisan": "\n\n".join(tulisan),
        "masih_ada": MASIH_ADA,
        "kembali": milik.get_absolute_url(),
        "induk": (milik.proyek.get_absolute_url(), "Proyek"),
        "hal": "Musyawarah penyelesaian",
    }
    return render(request, "meja/tarik.html", konteks)


def _muat(request: HttpRequest, pk: int) -> Musyawarah:
    semua = Musyawarah.objects.filter(proyek__dicabut_pada__isnull=True)
    milik: Musyawarah = get_object_or_404(
        semua.select_related("proyek__kampung", "keputusan"), pk=pk
    )
    if not rules.has_perm(MUSYAWARAH, request.user, milik):
        raise PermissionDenied
    return milik


def _lapangan(proyek: Proyek) -> PemeriksaanLapangan | None:
    """Return the newest look of a project whose result was recorded."""
    return PemeriksaanLapangan.objects.filter(proyek=proyek, dicatat_pada__isnull=False).first()


def _usul(lapangan: PemeriksaanLapangan | None) -> str:
    """Return what the form begins with."""
    hasil = lapangan.hasil.last() if lapangan else None
    return f"Tindak lanjut pemeriksaan lapangan: {hasil.disepakati}"[:1000] if hasil else ""


def _konteks(proyek: Proyek, form: Any, judul: str, tombol: str) -> dict[str, Any]:
    return {
        "form": form,
        "judul": judul,
        "atas": proyek.judul,
        "kembali": proyek.get_absolute_url(),
        "kata_kembali": "Proyek",
        "tombol": tombol,
    }
