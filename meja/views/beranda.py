"""The front page of a desk, and the mails of the demonstration."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import rules
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from aspirasi.models import Aspirasi, PermintaanKeterangan
from core.lencana import hitung_tepat
from core.models import PemeriksaanJejak
from forum.models import Balasan, Topik
from laporan.bacaan.evaluasi import menunggu_evaluasi
from laporan.bacaan.penerbit import atas_nama
from laporan.models import BelanjaMenyusul, CekWarga, JadwalLaporan, PenetapanPenerbit
from meja import minggu
from meja.antrean import alamat_antrean, belum_dikabari
from meja.berdua import himpunan_kabar_berdua, menunggu_berdua
from meja.keadaan import keadaan
from meja.minggu import dikembalikan, draf_kampung, menunggu_terbit, milik_kampung
from meja.surel import surel_contoh
from meja.views import belanja
from meja.views.gerbang import buka_meja, petugas
from meja.views.keputusan import berkeputusan, keputusan_menunggu
from proyek.bacaan.fungsi import menunggu_kantor
from proyek.models import JawabanFungsi, Proyek
from warga.bacaan import pemeriksa
from warga.bacaan.masa_jabatan import hal_jabatan
from warga.enums import Peran
from warga.models import Pengguna
from warga.rules import adalah_camat, adalah_kecamatan

SEKILAS = 8
BAHAYA_SEKILAS = 3


@dataclass(frozen=True)
class Angka:
    """A number that leads to its list."""

    jumlah: int
    kata: str
    alamat: str
    nada: str = ""


@require_safe
@buka_meja
def beranda(request: HttpRequest) -> HttpResponse:
    """Show four numbers, danger first, then the work that waits for this person."""
    oleh = petugas(request)
    meja = Aspirasi.objects.untuk_meja(oleh).untuk_kartu().select_related("ditugaskan")
    bahaya = list(meja.bahaya().order_by("dari_ramai", "tenggat", "pk")[: BAHAYA_SEKILAS + 1])
    lain = meja.bagian(oleh).exclude(pk__in=[a.pk for a in bahaya[:BAHAYA_SEKILAS]])
    bagian = list(lain.milik_dulu(oleh).order_by("-milik", "tenggat", "pk")[: SEKILAS + 1])
    jumlah = hitung_tepat(_himpunan(oleh)) + Counter(Aspirasi.objects.hitung_meja(oleh))
    pemeriksaan = _pemeriksaan(oleh)
    konteks: dict[str, Any] = {
        "angka": _angka(oleh, jumlah),
        "bahaya": bahaya[:BAHAYA_SEKILAS],
        "bahaya_lagi": len(bahaya) > BAHAYA_SEKILAS,
        "bagian": bagian[:SEKILAS],
        "bagian_lagi": len(bagian) > SEKILAS,
        "boleh_kabar": rules.has_perm("aspirasi.kabari_pengirim", oleh),
        "belum_dikabari": jumlah["belum_dikabari"],
        "permintaan_menunggu": jumlah["permintaan"],
        "menunggu_berfungsi": jumlah["berfungsi"],
        "menunggu_evaluasi": jumlah["evaluasi"],
        "keputusan_menunggu": jumlah["keputusan"],
        "berdua": menunggu_berdua(jumlah),
        "boleh_pembaca": rules.has_perm("warga.lihat_pembaca", oleh),
        "boleh_jeda": rules.has_perm("laporan.beri_jeda", oleh),
        "boleh_rekap": rules.has_perm("warga.lihat_rekap_kode", oleh),
        "permintaan_ditinjau": jumlah["ditinjau"],
        "laporan_terlambat": jumlah["laporan_terlambat"],
        **_minggu(oleh, jumlah["draf"]),
        **_penerbitan(oleh, jumlah),
        **belanja.sekilas(oleh, jumlah["belanja"]),
        "jejak": pemeriksaan if pemeriksaan and not pemeriksaan.utuh else None,
        "keadaan": keadaan(pemeriksaan) if oleh.peran == Peran.ADMIN else [],
        "hal_jabatan": hal_jabatan() if oleh.peran == Peran.ADMIN else [],
        "kurang_pemeriksa": pemeriksa.kekurangan() if _menunjuk(oleh) else "",
    }
    return render(request, "meja/beranda.html", konteks)


def _minggu(oleh: Pengguna, draf: int) -> dict[str, Any]:
    """Return the first reports that a kampung owes these days, and how many drafts it has."""
    if adalah_kecamatan(oleh):
        return {}
    jadwal = list(milik_kampung(oleh.kampung_id)[: minggu.SEKILAS + 1])
    lagi = len(jadwal) > minggu.SEKILAS
    return {"jadwal": jadwal[: minggu.SEKILAS], "jadwal_lagi": lagi, "draf": draf}


def _penerbitan(oleh: Pengguna, jumlah: Mapping[str, int]) -> dict[str, Any]:
    """Return what waits to be published by this person, and what others published in the name of a
    kakam, who is asked once who does."""
    kepala = rules.has_perm("laporan.tunjuk_penerbit", oleh)
    boleh = bool(jumlah["draf"]) and rules.has_perm("laporan.terbitkan", oleh)
    return {
        "menunggu_terbit": jumlah["menunggu_terbit"] if boleh else 0,
        "dikembalikan": jumlah["dikembalikan"],
        "boleh_terbit": boleh,
        "tanya_penerbit": kepala and not jumlah["penerbit"],
        "atas_nama": atas_nama(oleh) if kepala else [],
    }


def _pemeriksaan(oleh: Pengguna) -> PemeriksaanJejak | None:
    """Return the last check of the trail, for the people who guard it."""
    if not rules.has_perm("warga.jaga_jejak", oleh):
        return None
    return PemeriksaanJejak.terakhir()


def _menunjuk(oleh: Pengguna) -> bool:
    """Return whether this person must see to it that somebody gives the first look."""
    return oleh.peran == Peran.ADMIN or adalah_camat(oleh)


def _himpunan(oleh: Pengguna) -> dict[str, QuerySet[Any]]:
    """Return what the front page counts beside the queues, as far as it is this person's."""
    himpunan = dict(himpunan_kabar_berdua(oleh))
    if berkeputusan(oleh):
        himpunan["keputusan"] = keputusan_menunggu(oleh)
    permintaan = PermintaanKeterangan.objects.visible_to(oleh)
    if adalah_kecamatan(oleh):
        # Questions to kampung about what its sender erased since, unlooked at.
        himpunan["ditinjau"] = permintaan.perlu_ditinjau()
        himpunan["laporan_terlambat"] = JadwalLaporan.objects.terlambat()
    else:
        himpunan["permintaan"] = permintaan.menunggu()
        himpunan["draf"] = draf_kampung(oleh.kampung_id)
        himpunan["menunggu_terbit"] = menunggu_terbit(oleh.kampung_id)
        himpunan["dikembalikan"] = dikembalikan(oleh)
        himpunan["penerbit"] = PenetapanPenerbit.objects.oleh_kepala(oleh)
        milik = Proyek.objects.berlaku().filter(kampung=oleh.kampung_id)
        himpunan["berfungsi"] = menunggu_kantor(milik)
        himpunan["belanja"] = BelanjaMenyusul.objects.ditunggu().filter(
            laporan__proyek__kampung=oleh.kampung_id
        )
        himpunan["evaluasi"] = menunggu_evaluasi(milik)
    if rules.has_perm("aspirasi.kabari_pengirim", oleh):
        himpunan["belum_dikabari"] = belum_dikabari(oleh)
    if rules.has_perm("forum.moderasi", oleh):
        himpunan["topik"] = Topik.objects.tertahan()
        himpunan["balasan"] = Balasan.objects.tertahan()
        himpunan["fungsi"] = JawabanFungsi.objects.tertahan()
        himpunan["cek"] = CekWarga.objects.tertahan()
    return himpunan


def _angka(oleh: Pengguna, jumlah: Mapping[str, int]) -> list[Angka]:
    ketiga = _daftar(jumlah, "jawab", "menunggu jawaban")
    if rules.has_perm("forum.moderasi", oleh):
        tertahan = jumlah["topik"] + jumlah["balasan"] + jumlah["fungsi"] + jumlah["cek"]
        ketiga = Angka(tertahan, "tulisan tertahan", reverse("meja:tertahan"))
    return [
        _daftar(jumlah, "baru", "baru"),
        _daftar(jumlah, "terlambat", "terlambat", "awas"),
        ketiga,
        _daftar(jumlah, "bahaya", "bahaya", "bahaya"),
    ]


def _daftar(jumlah: Mapping[str, int], keadaan: str, kata: str, nada: str = "") -> Angka:
    return Angka(jumlah[keadaan], kata, alamat_antrean(keadaan), nada if jumlah[keadaan] else "")


@require_safe
@buka_meja
def surat(request: HttpRequest) -> HttpResponse:
    """Show the mails that the demonstration would have sent."""
    if settings.PORTAL_MODE != "contoh":
        raise Http404
    if not adalah_kecamatan(request.user):
        raise PermissionDenied
    return render(request, "meja/surat.html", {"surat": surel_contoh()})
