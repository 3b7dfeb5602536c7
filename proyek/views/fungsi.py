"""The page "Masih berfungsi?" of one project: the answers of all years, and one's own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.formulir.jadi import coba
from core.formulir.sekali import sidik
from core.jaga import pembatas
from core.jaga.kuki import baca_ingatan, ingat
from proyek.bacaan.fungsi import dapat_ditanya, dengan_fungsi, per_tahun, tahun_tanya
from proyek.enums import Penjawab
from proyek.forms.fungsi import FungsiForm
from proyek.models import JawabanFungsi, Proyek
from proyek.services import fungsi as layanan
from warga.models import Pengguna

KUKI, JALUR = "fungsi", "/proyek/"
UMUR = 400 * 24 * 60 * 60  # seconds: the answer of one year
DIINGAT = 30  # answers of one browser
KATA_TERBANYAK = 20
PADAT = (
    "Dari jaringan ini sedang banyak jawaban masuk. Kirim lagi {} lagi; isian Anda tidak hilang."
)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def berfungsi(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/berfungsi/. Everybody may answer, with an account or without."""
    semua = dengan_fungsi(Proyek.objects.visible_to(request.user).select_related("kampung"))
    proyek = get_object_or_404(semua, nomor=nomor)
    if not dapat_ditanya(proyek):
        messages.info(request, layanan.BELUM)
        return redirect(proyek)
    lama = _lama(request, proyek)
    form = FungsiForm(request.POST if request.method == "POST" else None, instance=lama)
    if request.method == "POST" and form.is_valid() and (hasil := _jawab(request, form, proyek)):
        return hasil
    return _halaman(request, proyek, form)


def _halaman(request: HttpRequest, proyek: Proyek, form: FungsiForm) -> HttpResponse:
    kata = JawabanFungsi.objects.berkata().filter(proyek=proyek).exclude(dari=Penjawab.KANTOR)
    konteks = {
        "proyek": proyek,
        "form": form,
        "lama": _lama(request, proyek),
        "tahun": tahun_tanya(proyek),
        "per_tahun": per_tahun(proyek),
        "kata": kata[:KATA_TERBANYAK],
        "kantor": _kantor(request, proyek),
    }
    return render(request, "proyek/berfungsi.html", konteks)


def _kantor(request: HttpRequest, proyek: Proyek) -> bool:
    return bool(request.user.has_perm("proyek.jawab_kantor", proyek))


def _lama(request: HttpRequest, proyek: Proyek) -> JawabanFungsi | None:
    """Return the answer of this year that the form corrects."""
    tahun = tahun_tanya(proyek)
    if _kantor(request, proyek):
        kantor = JawabanFungsi.objects.filter(proyek=proyek, dari=Penjawab.KANTOR)
        return kantor.filter(tahun=tahun).first()
    return layanan.jawaban_sendiri(proyek, tahun, _akun(request), _ingatan(request, proyek))


def _akun(request: HttpRequest) -> Pengguna | None:
    return request.user if isinstance(request.user, Pengguna) else None


def _jawab(request: HttpRequest, form: FungsiForm, proyek: Proyek) -> HttpResponse | None:
    """Store the answer; None with an error in the form."""
    oleh, isian = _akun(request), layanan.Isian(**_isi(form))
    detik = 0 if oleh else pembatas.tunggu("fungsi", pembatas.alamat(request))
    if detik:
        form.add_error(None, PADAT.format(pembatas.sebut(detik)))
        return None
    jawaban = coba(form, lambda: _simpan(request, form, proyek, isian))
    if jawaban is None:
        return None
    messages.success(request, _kabar(jawaban))
    respons = redirect(jawaban)
    if oleh is None:
        _ingat(request, respons, jawaban)
    return respons


def _isi(form: FungsiForm) -> dict[str, str]:
    return {nama: form.cleaned_data[nama] for nama in ("keadaan", "kata")}


def _simpan(
    request: HttpRequest, form: FungsiForm, proyek: Proyek, isian: layanan.Isian
) -> JawabanFungsi:
    oleh = _akun(request)
    if oleh and _kantor(request, proyek):
        return layanan.jawab_kantor(proyek=proyek, isian=isian, oleh=oleh)
    return layanan.jawab_warga(
        proyek=proyek,
        isian=isian,
        oleh=oleh,
        milik=_ingatan(request, proyek),
        sidik=sidik(form.cleaned_data["kunci"]),
    )


def _kabar(jawaban: JawabanFungsi) -> str:
    if jawaban.ditahan:
        return "Jawaban Anda sudah dihitung. Keterangannya tampil sesudah dibaca petugas."
    return "Terima kasih, jawaban Anda sudah tercatat. Anda dapat memperbaikinya di sini."


def _ingatan(request: HttpRequest, proyek: Proyek) -> int | None:
    """Return the answer about this project that this browser gave last."""
    return baca_ingatan(request, KUKI, UMUR).get(str(proyek.pk))


def _ingat(request: HttpRequest, respons: HttpResponse, jawaban: JawabanFungsi) -> None:
    """Let this browser remember its answer, so that it can correct it."""
    baru = {str(jawaban.proyek_id): jawaban.pk}
    semua = baru | {k: v for k, v in baca_ingatan(request, KUKI, UMUR).items() if k not in baru}
    ingat(respons, KUKI, semua, umur=UMUR, jalur=JALUR, sebanyak=DIINGAT)
