"""Changing projects by a paper: all of a kampung and year at once, or one."""

import re
from typing import Any

import rules
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from core.formulir.draf import menyimpan_draf
from core.formulir.forms import BentukMixin
from core.formulir.sekali import satu_kali
from core.galat import TidakBisa
from core.waktu import hari_ini
from proyek.bacaan.perubahan import proyek_tabel
from proyek.bacaan.versi import versi_banyak
from proyek.forms.gabungan import kiriman
from proyek.forms.perubahan import FormulirPerubahan
from proyek.models import Keputusan, Proyek
from proyek.models.perubahan import JenisUbah
from proyek.models.uang import TAHUN_WAJAR
from proyek.services.perubahan import catat_perubahan
from proyek.views.muat import proyek_untuk, sudah_dibuat
from warga.models import Kampung
from warga.rules import adalah_kecamatan
from warga.views.bantu import pengguna_masuk

# Projects on one page: a phone must carry it, and a form has at most 1000 fields.
TABEL_TERBANYAK = 60
PINDAH = "ke_halaman"  # the buttons that lead to another page of the table

DIBATALKAN = "Proyek ini sudah dibatalkan, jadi isinya tidak berubah lagi."


class PilihForm(BentukMixin, forms.Form):
    """Which paper, of which kampung and year: chosen before the table."""

    jenis = forms.ChoiceField(
        label="Surat apa?", choices=JenisUbah.choices[:2], widget=forms.RadioSelect
    )
    kampung = forms.ModelChoiceField(
        label="Kampung",
        queryset=Kampung.objects.all(),
        to_field_name="slug",
        empty_label="Pilih kampung",
    )
    tahun = forms.IntegerField(
        label="Tahun anggaran", min_value=TAHUN_WAJAR[0], max_value=TAHUN_WAJAR[1]
    )

    def __init__(self, *args: Any, oleh: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.oleh = oleh
        self.fields["tahun"].initial = hari_ini().year
        if not adalah_kecamatan(oleh):
            del self.fields["kampung"]

    def kampung_pilihan(self) -> Kampung:
        pilihan: Kampung = self.cleaned_data.get("kampung") or self.oleh.kampung
        return pilihan


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def banyak(request: HttpRequest) -> HttpResponse:
    """/proyek/perubahan/: choose, then the table."""
    oleh = pengguna_masuk(request)
    if not rules.has_perm("proyek.kelola_proyek", oleh):
        raise PermissionDenied
    pilih = PilihForm(request.GET if "tahun" in request.GET else None, oleh=oleh)
    if not pilih.is_valid():
        return render(request, "proyek/perubahan_pilih.html", {"form": pilih})
    kampung, tahun = pilih.kampung_pilihan(), pilih.cleaned_data["tahun"]
    semua = proyek_tabel().filter(kampung=kampung, pendanaan__tahun=tahun).distinct()
    isian = kiriman(request)
    proyek, ke, banyak = _bagian(isian[0] or {}, semua)
    formulir = FormulirPerubahan(
        isian,
        oleh=oleh,
        kampung=kampung,
        proyek=proyek,
        versi=versi_banyak(proyek),
        jenis=pilih.cleaned_data["jenis"],
        tahun=tahun,
    )
    lain = {"halaman_ke": ke, "halaman": range(1, banyak + 1) if banyak > 1 else ()}
    return _isi(request, formulir, {"kampung": kampung, "tahun": tahun} | lain)


def _bagian(data: Any, semua: QuerySet[Proyek]) -> tuple[list[Proyek], int, int]:
    """Return the projects of the page that was asked for, with those in which something is typed
    already; its number, and how many pages there are. Two queries, and those of `semua`."""
    nomor = list(semua.values_list("nomor", flat=True))
    banyak = max(1, -(-len(nomor) // TABEL_TERBANYAK))
    diminta = str(data.get(PINDAH) or data.get("halaman") or 1)
    ke = min(max(int(diminta), 1), banyak) if re.fullmatch(r"[0-9]{1,4}", diminta) else 1
    tampil = nomor[(ke - 1) * TABEL_TERBANYAK : ke * TABEL_TERBANYAK]
    terisi = {n for n in nomor if banyak > 1 and _terisi(data, f"{n}-")}
    return list(semua.filter(nomor__in=terisi.union(tampil))), ke, banyak


def _terisi(data: Any, awalan: str) -> bool:
    isian = (n for n in data if n.startswith(awalan) and not n.endswith("-versi"))
    return any(str(data.get(nama)).strip() for nama in isian)


@menyimpan_draf
@require_http_methods(["GET", "POST"])
def satu(request: HttpRequest, nomor: str) -> HttpResponse:
    """/proyek/<nomor>/perubahan/"""
    terbuka = proyek_untuk(request, nomor, "proyek.kelola_proyek")
    proyek = list(proyek_tabel().filter(pk=terbuka.pk))
    if not proyek:
        messages.info(request, DIBATALKAN)
        return redirect(terbuka)
    formulir = FormulirPerubahan(
        kiriman(request),
        oleh=pengguna_masuk(request),
        kampung=terbuka.kampung,
        proyek=proyek,
        versi=versi_banyak(proyek),
    )
    return _isi(request, formulir, {"kampung": terbuka.kampung, "proyek": terbuka, "tahun": None})


def _isi(
    request: HttpRequest, formulir: FormulirPerubahan, konteks: dict[str, Any]
) -> HttpResponse:
    """Show the table; when it is sent, what will change; and when that was seen, do it."""
    if lama := sudah_dibuat(Keputusan.objects.all(), request):
        return redirect(lama)
    setuju = ""
    if PINDAH in request.POST:
        formulir.tanpa_menilai()
    elif request.method == "POST" and formulir.is_valid():
        setuju = formulir.tanda()
        if request.POST.get("setuju") == setuju and (baru := _catat(request, formulir)):
            return redirect(baru)
    konteks |= {"formulir": formulir, "setuju": setuju, "proyek": konteks.get("proyek")}
    if setuju:
        konteks |= {
            "akan": formulir.akan_berubah(),
            "jumlah": formulir.jumlah(),
            "tertutup": formulir.tertutup(),
        }
    return render(request, "proyek/perubahan.html", konteks)


def _catat(request: HttpRequest, formulir: FormulirPerubahan) -> Keputusan | None:
    """Enter it once, however often the form is sent. Return None with an error in the form."""

    def buat(sidik: str) -> Keputusan:
        keputusan = formulir.keputusan()
        keputusan.kunci_sekali = sidik
        return catat_perubahan(
            keputusan=keputusan,
            ubahan=formulir.ubahan(),
            oleh=pengguna_masuk(request),
            dokumen=formulir.surat.dokumen,
        )

    try:
        kunci = formulir.surat.cleaned_data["kunci"]
        keputusan, _ = satu_kali(Keputusan.objects.all(), kunci, buat)
    except TidakBisa as galat:
        formulir.tolak(galat.pesan)
        return None
    messages.success(request, "Perubahan sudah dicatat. Nilai lama tetap terbaca di setiap proyek.")
    return keputusan
