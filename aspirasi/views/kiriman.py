"""The sender's own page, after code and PIN: read everything and act."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from aspirasi.bacaan import riwayat
from aspirasi.bacaan.foto import foto_pengirim, semua_foto
from aspirasi.bacaan.keadaan import diperiksa
from aspirasi.bacaan.letak import letak_tepat
from aspirasi.bacaan.milik import akun_sendiri
from aspirasi.bacaan.percakapan import percakapan
from aspirasi.bacaan.peta import lukis
from aspirasi.bacaan.tanya import LAPANGAN, boleh_ditanya, tanya_untuk
from aspirasi.enums import Aksi, JenisTindakLanjut, Status
from aspirasi.forms import BalasForm, BelumForm, FotoForm
from aspirasi.forms.penilaian import BeresForm, PenilaianForm
from aspirasi.kode import tulis_kode
from aspirasi.laku import PINDAH, PUTUSAN_PENGIRIM
from aspirasi.models import Aspirasi, TindakLanjut
from aspirasi.services import foto as lampiran
from aspirasi.services import keberatan, penilaian
from aspirasi.services import kiriman as layanan
from aspirasi.services.kontak import kontak_tertutup
from aspirasi.services.pin import batalkan_pin
from aspirasi.views import tanda
from aspirasi.views.pintu import tanyakan_pin
from core.cari.hiasan import dihias
from core.galat import TidakBisa
from core.jaga import pembatas

Tampilan = Callable[[HttpRequest, Aspirasi], HttpResponse]


def untuk_pengirim(tampilan: Tampilan) -> Callable[..., HttpResponse]:
    """Give the view the kiriman that this browser may open as its sender, by its PIN or because it
    was just sent here. Anyone else is asked for the PIN (`aspirasi.views.pintu`)."""

    @wraps(tampilan)
    def dalam(request: HttpRequest, acuan: UUID) -> HttpResponse:
        aspirasi = next(iter(_terbuka(request, acuan)), None)
        return tanyakan_pin(request, acuan) if aspirasi is None else tampilan(request, aspirasi)

    return login_not_required(never_cache(dalam))


def _terbuka(request: HttpRequest, acuan: UUID) -> list[Aspirasi]:
    """Return the kiriman of this name, if this browser may open it as its sender."""
    return dihias(_untuk_pengirim, Aspirasi.objects.filter(tanda.syarat(request), acuan=acuan))


def _untuk_pengirim(terbuka: Any) -> QuerySet[Aspirasi]:
    kait: QuerySet[Aspirasi] = terbuka.dengan_keadaan().dengan_induk()
    return kait.select_related("kampung", "pengirim", "proyek_disebut")


@require_safe
@untuk_pengirim
def kiriman(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Show one's own text and the shown text, photos, answers, projects, and who read the
    identity."""
    return _halaman(request, aspirasi)


def _halaman(
    request: HttpRequest,
    aspirasi: Aspirasi,
    form: dict[str, forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    jejak, tanya = riwayat.baca(aspirasi), tanya_untuk(aspirasi)
    ditanya = aspirasi.status == Status.PERLU_PERBAIKAN
    konteks = {
        "aspirasi": aspirasi,
        "kode": tulis_kode(aspirasi.kode),
        "tanya": tanya,
        "peristiwa": riwayat.untuk_pengirim(jejak),
        "pembaca": riwayat.pembaca_per_hari(jejak),
        "pin_diganti": riwayat.pin_diganti(jejak),
        "pin_diminta": aspirasi.permintaan_pin.hidup().exists(),
        "alasan_ubahan": riwayat.alasan_ubahan(jejak),
        "alasan_tertutup": riwayat.alasan_tertutup(jejak),
        "luput": riwayat.alasan_luput(aspirasi, jejak),
        "tautan": aspirasi.tautan_proyek.untuk_kartu(),
        "pertimbangan": keberatan.pertimbangan_tentang(aspirasi),
        "peta": lukis(letak_tepat(aspirasi)),
        "kontak": kontak_tertutup(aspirasi.pengirim),
        "akun_sendiri": akun_sendiri(aspirasi.pengirim, request.user),
        "boleh_beres": _mungkin(aspirasi, Aksi.NYATAKAN_BERES),
        "boleh_buka_lagi": _mungkin(aspirasi, Aksi.BUKA_KEMBALI),
        "boleh_tarik": _mungkin(aspirasi, Aksi.TARIK),
        "form_balas": BalasForm(ditanya=ditanya),
        "form_belum": BelumForm(tanya=tanya),
        "form_foto": FotoForm(),
        "form_beres": BeresForm(),
        "form_nilai": PenilaianForm(tanya=tanya) if penilaian.perlu_dinilai(aspirasi) else None,
    }
    semua = semua_foto(aspirasi)
    konteks |= _percakapan(percakapan(aspirasi, semua, jejak), ditanya=ditanya)
    konteks |= foto_pengirim(aspirasi, semua)
    return render(request, "aspirasi/kiriman.html", konteks | (form or {}), status=status)


def _percakapan(semua: list[TindakLanjut], *, ditanya: bool) -> dict[str, Any]:
    """Return the conversation. While the sender is `ditanya`, that question stands apart, on
    top."""
    pertanyaan = None
    if ditanya:
        tanya = [t for t in semua if t.jenis == JenisTindakLanjut.PERTANYAAN]
        pertanyaan = tanya[-1] if tanya else None
    return {
        "pertanyaan": pertanyaan,
        "percakapan": [t for t in semua if t != pertanyaan],
        "terjawab": any(t.jenis == JenisTindakLanjut.TANGGAPAN for t in semua),
    }


def _mungkin(aspirasi: Aspirasi, aksi: Aksi) -> bool:
    pas = aksi in PINDAH and aspirasi.status in PINDAH[aksi].dari
    return pas and (aksi not in PUTUSAN_PENGIRIM or boleh_ditanya(aspirasi))


@require_POST
@untuk_pengirim
def balas(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Add the words of the sender."""
    ditanya = aspirasi.status == Status.PERLU_PERBAIKAN
    form = BalasForm(request.POST, ditanya=ditanya)

    def jalan() -> str:
        layanan.balas(aspirasi=aspirasi, isi=form.cleaned_data["isi"])
        if not ditanya:
            return "Tulisan Anda sudah terkirim kepada petugas."
        return _lalu_diperiksa("Jawaban Anda sudah terkirim.", aspirasi)

    return _lakukan(request, aspirasi, jalan, form_balas=form)


@require_POST
@untuk_pengirim
def belum(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Open it again, because it is not settled."""
    form = BelumForm(request.POST, tanya=tanya_untuk(aspirasi))

    def jalan() -> str:
        layanan.buka_kembali(aspirasi=aspirasi, alasan=form.cleaned_data["alasan"])
        return _lalu_diperiksa("Kiriman dibuka kembali.", aspirasi)

    return _lakukan(request, aspirasi, jalan, form_belum=form)


@require_POST
@untuk_pengirim
def beres(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Note that it is settled and, if the sender likes to say so, whether they were heard."""
    form = BeresForm(request.POST)
    tanya = tanya_untuk(aspirasi) or LAPANGAN

    def jalan() -> str:
        penilaian.beres(aspirasi=aspirasi, **form.cleaned_data)
        return f"Terima kasih. Jawaban Anda kami catat: {tanya.ya.lower()}."

    return _lakukan(request, aspirasi, jalan, form_beres=form)


@require_POST
@untuk_pengirim
def nilai(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Take the answer, once, whether it still holds and whether the sender was heard."""
    form = PenilaianForm(request.POST, tanya=tanya_untuk(aspirasi))

    def jalan() -> str:
        if penilaian.nilai(aspirasi=aspirasi, **form.cleaned_data).masih_beres:
            return "Terima kasih. Jawaban Anda kami simpan."
        return _lalu_diperiksa("Kiriman dibuka kembali.", aspirasi)

    return _lakukan(request, aspirasi, jalan, form_nilai=form)


@require_POST
@untuk_pengirim
def batal_pin(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """End the request for a new PIN at the kecamatan, because nobody lost the PIN."""

    def jalan() -> str:
        batalkan_pin(aspirasi=aspirasi)
        return "Permintaan PIN baru dibatalkan. PIN Anda yang sekarang tetap berlaku."

    return _lakukan(request, aspirasi, jalan)


@require_POST
@untuk_pengirim
def tarik(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Withdraw it."""

    def jalan() -> str:
        layanan.tarik(aspirasi=aspirasi)
        return "Kiriman ini sudah Anda tarik dan tidak tampil lagi untuk umum."

    return _lakukan(request, aspirasi, jalan)


@require_POST
@untuk_pengirim
def foto(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Add photos. Each refused photo says why, the others are kept."""
    form = FotoForm(request.POST, request.FILES)
    if not form.is_valid():
        return _halaman(request, aspirasi, {"form_foto": form})
    tempat = pembatas.tempat(request)
    hasil = lampiran.tambah(aspirasi, form.cleaned_data["foto"], tempat=tempat)
    for kalimat in hasil.ditolak:
        messages.warning(request, kalimat)
    if hasil.tersimpan:
        messages.success(request, f"{hasil.tersimpan} foto tersimpan.")
    return _kembali_foto(request, aspirasi)


@require_POST
@untuk_pengirim
def foto_dibaca(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    """Put away the refusals of photos, because the sender has read them."""
    lampiran.tandai_dibaca(aspirasi)
    return _kembali_foto(request, aspirasi)


def _kembali_foto(request: HttpRequest, aspirasi: Aspirasi) -> HttpResponse:
    if request.POST.get("kembali") == "terkirim":
        return redirect("aspirasi:terkirim")
    return redirect("aspirasi:kiriman", aspirasi.acuan)


def _lakukan(
    request: HttpRequest,
    aspirasi: Aspirasi,
    jalan: Callable[[], str],
    **form: forms.Form,
) -> HttpResponse:
    """Do what was asked and show the message of `jalan`, or show the typed words again."""
    for isian in form.values():
        if not isian.is_valid():
            return _halaman(request, aspirasi, form)
    try:
        pesan = jalan()
    except TidakBisa as galat:
        messages.error(request, galat.pesan)
        (segar,) = _terbuka(request, aspirasi.acuan)
        return _halaman(request, segar, form, status=409)
    messages.success(request, pesan)
    return redirect("aspirasi:kiriman", aspirasi.acuan)


def _lalu_diperiksa(kabar: str, aspirasi: Aspirasi) -> str:
    """Return what was done, and by which day the kecamatan looks at it."""
    aspirasi.refresh_from_db()
    return f"{kabar} {diperiksa(aspirasi)}"
