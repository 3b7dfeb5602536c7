"""/kerja/minggu/: what is due in these seven days, or late."""

from typing import Any

import rules
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meja import minggu as bacaan
from meja.antrean import alamat_antrean
from meja.daftar.kantor import MINGGU
from meja.daftar.sajian import sajikan
from meja.views.gerbang import buka_meja, kampung_dipilih, petugas
from warga.models import Kampung, Pengguna
from warga.rules import adalah_kecamatan


@require_safe
@buka_meja
def minggu(request: HttpRequest) -> HttpResponse:
    """Show an office its week: a kampung its reports, the kecamatan which of all are late."""
    oleh = petugas(request)
    kecamatan = adalah_kecamatan(oleh)
    isi = _kecamatan(oleh, kampung_dipilih(request)) if kecamatan else _kampung(oleh)
    konteks = {
        "kecamatan": kecamatan,
        "kiriman": bacaan.kiriman(oleh).count(),
        "alamat_kiriman": alamat_antrean("bagian"),
        **isi,
    }
    return render(request, "meja/minggu.html", konteks)


@require_safe
@buka_meja
def minggu_daftar(request: HttpRequest) -> HttpResponse:
    """Show the reports of this page as a list: filtered, ordered, as a table, as a file."""
    return sajikan(request, MINGGU, "meja/minggu_daftar.html")


def _kecamatan(oleh: Pengguna, kampung: Kampung | None) -> dict[str, Any]:
    """Return the kampung with late reports; of one kampung all of them, and those due soon."""
    baris: list[Any] = list(bacaan.terlambat(kampung))
    return {
        "kampung": kampung,
        "per_kampung": list(bacaan.per_kampung(baris)),
        "dekat": bacaan.jatuh_tempo(kampung) if kampung else (),
        "urus_jeda": rules.has_perm("laporan.beri_jeda", oleh),
    }


def _kampung(oleh: Pengguna) -> dict[str, Any]:
    """Return its reports, and the drafts that do not stand among them."""
    baris: list[Any] = list(bacaan.milik_kampung(oleh.kampung_id)[: bacaan.SEKALIGUS + 1])
    semua = list(bacaan.draf_kampung(oleh.kampung_id)[: bacaan.SEKALIGUS])
    menunggu = [satu for satu in semua if satu.serah and satu.serah.menunggu]
    kembali = [s for s in semua if s.serah and s.serah.kembali_kepada(oleh)]
    sudah = {satu.draf for satu in baris} | {satu.pk for satu in [*menunggu, *kembali]}
    return {
        "jadwal": baris[: bacaan.SEKALIGUS],
        "lagi": len(baris) > bacaan.SEKALIGUS,
        "menunggu": menunggu,
        "kembali": kembali,
        "menyusul": list(bacaan.belanja_menyusul(oleh.kampung_id)[: bacaan.SEKALIGUS]),
        "draf": [satu for satu in semua if satu.pk not in sudah],
        "jeda": oleh.kampung and oleh.kampung.jeda_laporan.belum_lewat().first(),
        "minta_jeda": oleh.kampung and bacaan.minta_jeda(oleh.kampung),
        "boleh_terbit": rules.has_perm("laporan.terbitkan", oleh),
    }
