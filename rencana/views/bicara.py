"""A closed talk over an objection: it begins with a button, and its result alone is written."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi, tekan
from rencana.bacaan.urus import keberatan_terbaca
from rencana.forms.umum import BicaraForm
from rencana.models import Rencana, TautanRencana
from rencana.services.bicara import mulai, sepakati
from rencana.views.muat import SUSUN, rencana_untuk
from rencana.views.susun import alamat_urus, halaman_isian
from warga.views.bantu import pengguna_masuk

DIMULAI = "Dicatat: keberatan ini dibicarakan tertutup. Tulis hasilnya bila sudah disepakati."


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
def bicara(request: HttpRequest, pk: int) -> HttpResponse:
    """/rencana/bicara/<pk>/: `pk` is the link between the objection and the plan."""
    rencana, tautan = _muat(request, pk)
    oleh = pengguna_masuk(request)
    if "mulai" in request.POST:
        tekan(request, lambda: mulai(tautan=tautan, oleh=oleh), DIMULAI)
        return redirect(alamat_urus(rencana))
    bicara = tautan.bicara
    if bicara is None:
        raise Http404
    awal = {"hasil": bicara.hasil, "tanggal": bicara.disepakati}
    form = BicaraForm(request.POST or draf.ambil_isian(request), initial=awal)

    def lakukan() -> None:
        sepakati(bicara=bicara, oleh=oleh, **form.cleaned_data)

    if jadi(request, form, lakukan, "Hasil pembicaraan sudah tampil untuk umum."):
        return redirect(alamat_urus(rencana))
    return halaman_isian(request, rencana, form, "Hasil pembicaraan tertutup")


def _muat(request: HttpRequest, pk: int) -> tuple[Rencana, TautanRencana]:
    """Return the objection that this kampung may read, and its plan; else 404."""
    asal = TautanRencana.objects.select_related("rencana__kampung").filter(pk=pk).first()
    if asal is None:
        raise Http404
    lama = asal.rencana
    jenis = "du-rkp" if lama.ke_kabupaten else "rkp"
    rencana = rencana_untuk(request, lama.kampung.slug, lama.tahun, jenis, SUSUN)
    for tautan in keberatan_terbaca(rencana):
        if tautan.pk == pk:
            return rencana, tautan
    raise Http404
