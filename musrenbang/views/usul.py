"""Pages of a kampung: its proposals, their photos, and rows of its DU-RKP that it takes along."""

from typing import Any

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from musrenbang.forms.usulan import AlasanForm, FotoUsulanForm, UsulanForm
from musrenbang.models import Usulan
from musrenbang.services import usulan as layanan
from musrenbang.views.muat import isian, muat, muat_usulan
from rencana.enums import JenisRencana
from rencana.models import BarisRencana
from warga.views.bantu import pengguna_masuk

HAK = "musrenbang.usulkan"
PENGANTAR = (
    "Yang belum Anda ketahui boleh kosong dahulu; halaman usulan menyebut apa yang masih kurang."
)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def usul(request: HttpRequest, tahun: int) -> HttpResponse:
    """/musrenbang/<tahun>/usul/: a new proposal; with ?baris= it begins as a row of the DU-RKP."""
    musrenbang, oleh = muat(request, tahun), pengguna_masuk(request)
    if not rules.has_perm(HAK, oleh):
        raise PermissionDenied
    baris = _baris(request)
    awal = _awal(baris)
    form = UsulanForm(draf.isian(request), musrenbang=musrenbang, oleh=oleh, initial=awal)

    def kirim() -> object:
        baru, isi = form.save(commit=False), form.cleaned_data
        baru.baris = baris
        return layanan.kirim(
            usulan=baru, kampung_lain=isi["kampung_lain"], oleh=oleh, kunci_sekali=isi["kunci"]
        )

    if jadi(request, form, kirim, "Usulan sudah dikirim. Tambahkan fotonya di halaman usulan."):
        return redirect("musrenbang:siap", tahun)
    kata = {"judul": "Tulis usulan", "tombol": "Kirim usulan", "atas": str(musrenbang)}
    kembali = musrenbang.get_absolute_url()
    return isian(request, form, kembali=kembali, pengantar=PENGANTAR, **kata)


def _baris(request: HttpRequest) -> BarisRencana | None:
    """Return the row of a public DU-RKP of one's own kampung that the address names."""
    nomor = request.GET.get("baris", "")
    if not (nomor.isascii() and nomor.isdigit() and len(nomor) < 18):
        return None
    semua = BarisRencana.objects.umum().untuk_kartu()
    baris = semua.filter(pk=int(nomor), rencana__jenis=JenisRencana.DU_RKP).first()
    if baris and not rules.has_perm(HAK, request.user, baris.rencana):
        raise PermissionDenied
    return baris


def _awal(baris: BarisRencana | None) -> dict[str, Any]:
    """Return what a proposal takes over from a row: everything that its project tells."""
    if baris is None:
        return {}
    proyek = baris.proyek
    sama = ("judul", "lokasi", "lintang", "bujur", "volume", "satuan")
    return {nama: getattr(proyek, nama) for nama in sama} | {
        "kampung": baris.rencana.kampung_id,
        "urutan": baris.urutan,
        "masalah": proyek.tujuan or proyek.uraian[:1000],
        "perkiraan": baris.perkiraan,
        "proyek": proyek.pk,
    }


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """/musrenbang/usulan/<pk>/ubah/"""
    satu, oleh = muat_usulan(request, pk, HAK), pengguna_masuk(request)
    kini = Usulan.objects.get(pk=satu.pk)
    form = UsulanForm(draf.isian(request), musrenbang=satu.musrenbang, oleh=oleh, instance=kini)

    def simpan() -> object:
        lain = form.cleaned_data["kampung_lain"]
        return layanan.perbaiki(usulan=form.save(commit=False), kampung_lain=lain, oleh=oleh)

    if jadi(request, form, simpan, "Usulan sudah diperbaiki."):
        return redirect(satu)
    kata = {"judul": "Perbaiki usulan", "tombol": "Simpan", "atas": satu.judul}
    kembali = satu.get_absolute_url()
    return isian(request, form, kembali=kembali, pengantar=PENGANTAR, **kata)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def foto(request: HttpRequest, pk: int) -> HttpResponse:
    """/musrenbang/usulan/<pk>/foto/"""
    satu, oleh = muat_usulan(request, pk, HAK), pengguna_masuk(request)
    form = FotoUsulanForm(request.POST or None, request.FILES or None, oleh=oleh)

    def simpan() -> object:
        berkas: Any = form.dokumen
        return layanan.ganti_foto(usulan=satu, berkas=berkas, oleh=oleh)

    if jadi(request, form, simpan, "Fotonya sudah tersimpan. Semua orang dapat melihatnya."):
        return redirect(satu)
    judul = "Ganti foto" if satu.foto_id else "Tambah foto"
    kembali = satu.get_absolute_url()
    return isian(request, form, kembali=kembali, judul=judul, tombol="Simpan foto", atas=satu.judul)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """/musrenbang/usulan/<pk>/tarik/"""
    satu, oleh = muat_usulan(request, pk, HAK), pengguna_masuk(request)
    form = AlasanForm(draf.isian(request))

    def lakukan() -> object:
        return layanan.tarik(usulan=satu, alasan=form.cleaned_data["alasan"], oleh=oleh)

    if jadi(request, form, lakukan, "Usulan sudah ditarik. Nomor prioritasnya kosong lagi."):
        return redirect("musrenbang:siap", satu.musrenbang.tahun)
    kata = {"judul": "Tarik usulan", "tombol": "Tarik usulan", "atas": satu.judul}
    akibat = "Usulan ini tidak dibahas lagi. Halamannya tetap ada, dengan alasannya."
    return isian(request, form, kembali=satu.get_absolute_url(), pengantar=akibat, **kata)
