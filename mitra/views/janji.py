"""Pages of a promise: agreed on, set right, delivered, ended."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from core.formulir.sekali import satu_kali
from mitra.forms.urus import AlasanForm, BetulkanForm, BuktiForm, JanjiForm, TerimaForm
from mitra.models import Kontribusi, Penerimaan
from mitra.services import janji as layanan
from mitra.views.meja import alamat
from mitra.views.muat import isian, penerimaan_untuk, tawaran_untuk
from warga.views.bantu import pengguna_masuk

TERIMA = "mitra.terima"


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def sepakati(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """.../sepakati/: from now on everyone reads the promise."""
    tawaran = tawaran_untuk(request, acuan, "mitra.sepakati")
    form = JanjiForm(draf.isian(request), tawaran=tawaran)

    def lakukan() -> None:
        baris = Kontribusi(**form.isi())
        layanan.sepakati(tawaran=tawaran, janji=baris, oleh=pengguna_masuk(request))

    if jadi(request, form, lakukan, "Disepakati. Janjinya tampil untuk umum."):
        return redirect(alamat(tawaran))
    return isian(request, form, "Sepakati tawaran", alamat(tawaran), tombol="Sepakati", uang=True)


def _janji(request: HttpRequest, acuan: UUID) -> Kontribusi:
    tawaran = tawaran_untuk(request, acuan, TERIMA)
    semua = Kontribusi.objects.select_related("tawaran__kampung")
    return get_object_or_404(semua, tawaran=tawaran)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """.../janji/: set the promise right."""
    janji = _janji(request, acuan)
    form = JanjiForm(draf.isian(request), tawaran=janji.tawaran, lama=janji)

    def lakukan() -> None:
        oleh, alasan = pengguna_masuk(request), form.cleaned_data["alasan"]
        layanan.ubah_janji(janji=janji, isi=form.isi(), alasan=alasan, oleh=oleh)

    if jadi(request, form, lakukan, "Janjinya sudah dibetulkan."):
        return redirect(alamat(janji.tawaran))
    return isian(request, form, "Betulkan isi janji", alamat(janji.tawaran))


@draf.menyimpan_draf_kecuali("titipan")
@require_http_methods(["GET", "HEAD", "POST"])
def terima(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """.../terima/: something of the promise arrived."""
    janji, oleh = _janji(request, acuan), pengguna_masuk(request)
    form = TerimaForm(draf.isian(request), request.FILES or None, oleh=oleh, janji=janji)

    def lakukan() -> None:
        satu_kali(
            Penerimaan.objects.filter(kontribusi=janji),
            form.cleaned_data["kunci"],
            lambda s: layanan.terima(
                janji=janji, penerimaan=form.penerimaan(), oleh=oleh, kunci_sekali=s
            ),
        )

    if jadi(request, form, lakukan, "Penerimaannya sudah dicatat dan tampil untuk umum."):
        return redirect(alamat(janji.tawaran))
    return isian(request, form, "Catat yang diterima", alamat(janji.tawaran), berkas=True)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def betulkan(request: HttpRequest, pk: int) -> HttpResponse:
    """/mitra/penerimaan/<pk>/: set a delivery right by a row more."""
    baris, oleh = penerimaan_untuk(request, pk), pengguna_masuk(request)
    form = BetulkanForm(draf.isian(request))

    def buat(sidik: str) -> Penerimaan:
        data = {nama: form.cleaned_data[nama] for nama in ("jumlah", "nilai", "alasan")}
        return layanan.betulkan(penerimaan=baris, oleh=oleh, kunci_sekali=sidik, **data)

    def lakukan() -> None:
        semua = Penerimaan.objects.filter(membetulkan=baris)
        satu_kali(semua, form.cleaned_data["kunci"], buat)

    tawaran = baris.kontribusi.tawaran
    if jadi(request, form, lakukan, "Pembetulannya sudah dicatat."):
        return redirect(alamat(tawaran))
    return isian(request, form, "Betulkan yang diterima", alamat(tawaran))


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def bukti(request: HttpRequest, pk: int) -> HttpResponse:
    """/mitra/penerimaan/<pk>/bukti/: who may see the evidence."""
    baris = penerimaan_untuk(request, pk)
    if baris.bukti is None:
        raise Http404
    form = BuktiForm(draf.isian(request), initial={"umum": baris.bukti_umum})

    def lakukan() -> None:
        layanan.tutup_bukti(penerimaan=baris, oleh=pengguna_masuk(request), **form.cleaned_data)

    tawaran = baris.kontribusi.tawaran
    if jadi(request, form, lakukan, "Sudah dicatat."):
        return redirect(alamat(tawaran))
    return isian(request, form, "Siapa yang boleh melihat bukti", alamat(tawaran))


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def selesai(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """.../selesai/: nothing more is awaited; why, if not all of it came."""
    janji = _janji(request, acuan)
    form = AlasanForm(draf.isian(request))
    form.fields["alasan"].required = layanan.kurang(janji) > 0

    def lakukan() -> None:
        kata, oleh = form.cleaned_data["alasan"], pengguna_masuk(request)
        layanan.selesaikan(tawaran=janji.tawaran, kata=kata, oleh=oleh)

    if jadi(request, form, lakukan, "Bantuannya ditandai selesai."):
        return redirect(alamat(janji.tawaran))
    return isian(request, form, "Nyatakan bantuan selesai", alamat(janji.tawaran))


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def buka(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """.../buka/: a promise was ended by mistake."""
    janji = _janji(request, acuan)
    form = AlasanForm(draf.isian(request))

    def lakukan() -> None:
        alasan, oleh = form.cleaned_data["alasan"], pengguna_masuk(request)
        layanan.buka_lagi(tawaran=janji.tawaran, alasan=alasan, oleh=oleh)

    if jadi(request, form, lakukan, "Bantuannya dibuka lagi."):
        return redirect(alamat(janji.tawaran))
    return isian(request, form, "Buka lagi bantuan", alamat(janji.tawaran))
