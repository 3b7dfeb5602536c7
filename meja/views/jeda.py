"""/kerja/jeda/: the camat grants a kampung a pause of its reports, and looks after it.

Nobody else finds these pages. Words that must not be public are taken down by the kecamatan.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import rules
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from core.formulir import draf
from core.formulir.jadi import jadi
from core.moderasi.forms import KataForm
from laporan.models import JedaLaporan
from laporan.services import jeda as layanan
from meja.forms.jeda import AkhiriForm, BatalkanForm, BeriForm, PerbaikiForm
from meja.views.gerbang import buka_meja, petugas
from meja.views.tarik import tarik
from proyek.bacaan.penarikan import kata_tentang

DIBERIKAN = "Jeda sudah diberikan. Aparat kampung disurati, dan laporannya ditunggu lebih lama."
TERBANYAK = 100


@dataclass(frozen=True)
class Urusan:
    """One act on a pause: its form, its words, and what it does."""

    judul: str
    akibat: str
    tombol: str
    pesan: str
    form: type[Any]
    jalan: Callable[..., object]
    boleh: Callable[[JedaLaporan], bool] = lambda jeda: True


URUSAN = {
    "akhiri": Urusan(
        "Akhiri lebih awal",
        "Sesudah hari terakhir yang baru, laporan ditunggu lagi dengan sisa hari kerja yang sama "
        "seperti ketika jeda mulai. Tidak ada laporan yang menjadi terlambat karenanya.",
        "Akhiri pada hari itu",
        "Jeda dipendekkan. Aparat kampung disurati.",
        AkhiriForm,
        layanan.akhiri,
        lambda jeda: jeda.dapat_dipendekkan,
    ),
    "batalkan": Urusan(
        "Batalkan jeda",
        "Jeda dianggap tidak pernah ada dan laporan ditunggu seperti semula. Riwayatnya "
        "tetap tampil dengan alasannya.",
        "Batalkan jeda ini",
        "Jeda dibatalkan. Aparat kampung disurati.",
        BatalkanForm,
        layanan.batalkan,
        lambda jeda: jeda.dapat_dibatalkan,
    ),
    "perbaiki": Urusan(
        "Perbaiki kata-kata",
        "Hari-harinya tetap. Kata-kata lama tidak disimpan di mana pun.",
        "Simpan",
        "Kata-katanya sudah diperbaiki.",
        PerbaikiForm,
        layanan.perbaiki,
    ),
}


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def jeda(request: HttpRequest) -> HttpResponse:
    """Grant a pause, for the kampung of ?kampung= at first; list those that last and those to
    come."""
    oleh = _camat(request)
    form = BeriForm(draf.isian(request), initial={"kampung": request.GET.get("kampung", "")})

    if jadi(request, form, lambda: layanan.beri(oleh=oleh, **form.cleaned_data), DIBERIKAN):
        return redirect(JedaLaporan(kampung=form.cleaned_data["kampung"]).get_absolute_url())
    semua = JedaLaporan.objects.belum_lewat().select_related("kampung")
    isi = {"form": form, "semua": semua[:TERBANYAK]}
    return render(request, "meja/jeda.html", isi)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def jeda_ubah(request: HttpRequest, pk: int, nama: str) -> HttpResponse:
    """End a pause early, take it back, or correct its words."""
    oleh, urusan = _camat(request), URUSAN.get(nama)
    if urusan is None:
        raise Http404
    milik = _muat(pk)
    form = urusan.form(draf.isian(request), jeda=milik)

    def lakukan() -> None:
        isi = {n: form.cleaned_data[n] for n in form.cleaned_data if n != "dihitamkan"}
        urusan.jalan(jeda=milik, oleh=oleh, **isi)

    if jadi(request, form, lakukan, urusan.pesan):
        return redirect(milik.get_absolute_url())
    isi = {"form": form, "jeda": milik, "urusan": urusan, "boleh": urusan.boleh(milik)}
    return render(request, "meja/jeda_ubah.html", isi)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def jeda_tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Black out words about a pause."""
    if not rules.has_perm("laporan.tutup_jeda", request.user):
        raise Http404
    milik = _muat(pk)
    tulisan = kata_tentang(milik, [(milik, {"keterangan": milik.keterangan})])
    form = KataForm(draf.isian(request), tulisan=tulisan, utuh=False)

    def lakukan(data: dict[str, Any]) -> None:
        isi = {nama: data[nama] for nama in ("kata", "alasan")}
        layanan.tarik_tulisan(jeda=milik, oleh=petugas(request), **isi)

    konteks = {
        "judul": "Tutup sebagian tulisan",
        "sebagian": True,
        "induk": (reverse("kampung:daftar"), "Kampung"),
        "hal": str(milik),
        "tulisan": "\n\n".join(tulisan),
    }
    return tarik(request, milik, form, lakukan, konteks)


def _camat(request: HttpRequest) -> Any:
    """Return the camat who acts; anybody else finds no page here."""
    if not rules.has_perm("laporan.beri_jeda", request.user):
        raise Http404
    return petugas(request)


def _muat(pk: int) -> JedaLaporan:
    semua = JedaLaporan.objects.select_related("kampung")
    milik: JedaLaporan = get_object_or_404(semua, pk=pk)
    return milik
