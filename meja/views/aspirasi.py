"""One kiriman on a desk, and what is done with it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aspirasi import riwayat
from aspirasi.letak import letak_tepat
from aspirasi.models import Aspirasi, Lampiran, TautanProyek, TemplatJawaban
from aspirasi.peta import lukis
from aspirasi.services import baca_pengirim
from core import draf
from core.galat import TidakBisa
from meja import templat
from meja.forms import TindakanForm
from meja.tindakan import TINDAKAN, Tindakan
from meja.views.gerbang import buka_meja, petugas
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

BERIKUT, LAIN, TUTUP = URUTAN = (
    "Langkah berikutnya",
    "Langkah lain",
    "Menutup atau mempersempit",
)


@dataclass(frozen=True)
class Pilihan:
    """An act that the page offers, with its form; `buka`: the form stands open."""

    nama: str
    tindakan: Tindakan
    form: TindakanForm
    buka: bool
    templat: list[TemplatJawaban]

    @property
    def kelompok(self) -> str:
        """Under which heading it stands: what moves it on, the rest, what ends or narrows it."""
        if self.tindakan.negatif:
            return TUTUP
        return BERIKUT if self.tindakan.utama or self.tindakan.dekat else LAIN


@require_safe
@buka_meja
def rincian(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """One kiriman with the acts that this person may do now.

    `?templat=` puts a ready sentence into the form of its act.
    """
    aspirasi = _muat(request, acuan)
    siap = templat.pilih(request.GET.get("templat"))
    return _dengan_templat(request, aspirasi, siap) if siap else _halaman(request, aspirasi)


@draf.menyimpan_draf
@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
def tindakan(request: HttpRequest, acuan: UUID, nama: str) -> HttpResponse:
    """Do one act of `TINDAKAN`; what was typed stays when it cannot be done."""
    if nama not in TINDAKAN:
        raise Http404
    t, aspirasi, oleh = TINDAKAN[nama], _muat(request, acuan), petugas(request)
    if not t.boleh(aspirasi, oleh):
        raise PermissionDenied
    if request.method != "POST":
        return _dari_draf(request, aspirasi, nama)
    siap = templat.pilih(request.POST.get("templat"))
    if siap and templat.tindakan_dari(siap) == nama:
        return _dengan_templat(request, aspirasi, siap, request.POST)
    form = _form(nama, request.POST, aspirasi, oleh, berkas=request.FILES)
    if not form.is_valid():
        return _halaman(request, aspirasi, {nama: form})
    try:
        t.jalan(aspirasi, form.cleaned_data, oleh)
    except TidakBisa as galat:
        form.add_error(None, galat.pesan)
        return _halaman(request, _muat(request, acuan), {nama: form}, status=409)
    messages.success(request, t.pesan)
    return _kembali(request, aspirasi)


def _form(
    nama: str,
    data: Any,
    aspirasi: Aspirasi,
    oleh: Pengguna,
    awal: Any = None,
    berkas: Any = None,
) -> TindakanForm:
    """Several forms stand on one page, so each has ids of its own."""
    return TINDAKAN[nama].form(
        data, berkas, aspirasi=aspirasi, oleh=oleh, auto_id=f"id_{nama}_%s", initial=awal
    )


def _dengan_templat(
    request: HttpRequest, aspirasi: Aspirasi, siap: TemplatJawaban, diketik: Any | None = None
) -> HttpResponse:
    """Show the page with a ready sentence under what was typed; nothing is sent yet."""
    nama, oleh = templat.tindakan_dari(siap), petugas(request)
    t = TINDAKAN[nama] if nama else None
    if nama is None or t is None or not (t.mungkin(aspirasi) and t.boleh(aspirasi, oleh)):
        return _halaman(request, aspirasi)
    awal = templat.terapkan(_form(nama, None, aspirasi, oleh), siap, diketik)
    form = _form(nama, None, aspirasi, oleh, awal)
    form.fields[form.bidang_templat].widget.attrs["autofocus"] = True  # the page opens there
    return _halaman(request, aspirasi, {nama: form})


def _dari_draf(request: HttpRequest, aspirasi: Aspirasi, nama: str) -> HttpResponse:
    """Back from signing in anew: the words that were sent too late stand in the form again."""
    isi = draf.ambil(request)
    if not isi:
        return redirect("meja:aspirasi_rincian", aspirasi.acuan)
    form = _form(nama, isi, aspirasi, petugas(request))
    messages.info(request, "Tulisan Anda masih ada. Periksa, lalu kirim sekali lagi.")
    return _halaman(request, aspirasi, {nama: form})


def _kembali(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Back to it, or to the desk when it left this person's sight by what they did."""
    if Aspirasi.objects.untuk_meja(request.user).filter(pk=aspirasi.pk).exists():
        return redirect("meja:aspirasi_rincian", aspirasi.acuan)
    return redirect("meja:beranda")


@require_http_methods(["GET", "HEAD", "POST"])
@buka_meja
@never_cache
def identitas(request: HttpRequest, acuan: UUID) -> HttpResponse:
    """Show who sent it, once, on this answer only. The sender sees that it was read."""
    aspirasi = _muat(request, acuan)
    if request.method != "POST":
        return redirect("meja:aspirasi_rincian", aspirasi.acuan)
    if not rules.has_perm("aspirasi.baca_pengirim", request.user, aspirasi):
        raise PermissionDenied
    pengirim = baca_pengirim(aspirasi=aspirasi, oleh=petugas(request))
    return _halaman(request, aspirasi, pengirim=pengirim)


def _muat(request: HttpRequest, acuan: UUID) -> Aspirasi:
    """Return what is on this person's desk; 404 for the rest, whether it exists or not."""
    meja = Aspirasi.objects.untuk_meja(request.user).dengan_libur()
    kait = meja.select_related(
        "kampung__instansi", "ditangani", "ditugaskan", "proyek_disebut", "pengirim"
    ).defer("pengirim__nama", "pengirim__telepon", "pengirim__email")
    lampiran = Prefetch("lampiran", Lampiran.objects.select_related("berkas"))
    tautan = Prefetch("tautan_proyek", TautanProyek.objects.select_related("proyek"))
    return get_object_or_404(kait.prefetch_related(lampiran, tautan), acuan=acuan)


def _halaman(
    request: HttpRequest,
    aspirasi: Aspirasi,
    terisi: dict[str, TindakanForm] | None = None,
    status: int = 200,
    pengirim: Any = None,
) -> HttpResponse:
    jejak = riwayat.baca(aspirasi)
    # A kampung reads no note of the time when only the kecamatan might read the kiriman.
    sejak = None if adalah_kecamatan(request.user) else riwayat.dibuka_untuk_kampung(jejak)
    konteks = {
        "aspirasi": aspirasi,
        "peristiwa": riwayat.untuk_petugas(jejak, sejak),
        "tindak_lanjut": aspirasi.tindak_lanjut.untuk_petugas(sejak),
        "permintaan": _permintaan(request, aspirasi),
        "peta": lukis(letak_tepat(aspirasi)),
        "boleh_pin": rules.has_perm("aspirasi.ganti_pin", request.user, aspirasi),
        "boleh_foto": rules.has_perm("aspirasi.periksa", request.user, aspirasi),
        "tindakan": _tindakan(request, aspirasi, terisi or {}),
        "boleh_identitas": rules.has_perm("aspirasi.baca_pengirim", request.user, aspirasi),
        "pengirim": pengirim,
        # The kampung learns the name alone, and only when the sender ticked it.
        "lihat_kontak": adalah_kecamatan(request.user),
        "boleh_surat": rules.has_perm("aspirasi.teruskan", request.user, aspirasi),
        "boleh_proyek": rules.has_perm("proyek.kelola_proyek", request.user, aspirasi)
        and TINDAKAN["hubungkan"].mungkin(aspirasi),
    }
    return render(request, "meja/aspirasi_rincian.html", konteks, status=status)


def _permintaan(request: HttpRequest, aspirasi: Aspirasi) -> Any:
    """What the kecamatan asked a kampung; no kampung learns that it was about this."""
    if not rules.has_perm("aspirasi.teruskan", request.user, aspirasi):
        return []
    return aspirasi.permintaan_keterangan.select_related("kampung")


def _tindakan(
    request: HttpRequest, aspirasi: Aspirasi, terisi: dict[str, TindakanForm]
) -> list[Pilihan]:
    """Return all that may be done now, the usual next step open; what is filled in stays."""
    oleh, hasil, buka = petugas(request), [], not terisi
    siap = templat.per_aksi()
    for nama, t in TINDAKAN.items():
        if nama in terisi:
            form, terbuka = terisi[nama], True
        elif t.mungkin(aspirasi) and t.boleh(aspirasi, oleh):
            form, terbuka = _form(nama, None, aspirasi, oleh), buka and t.utama
            buka = buka and not t.utama
        else:
            continue
        hasil.append(
            Pilihan(
                nama, t, form, terbuka, siap[templat.kunci(nama)] if form.bidang_templat else []
            )
        )
    return sorted(hasil, key=lambda pilihan: URUTAN.index(pilihan.kelompok))
