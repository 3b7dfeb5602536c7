"""The first page, and the page of one kampung, with figures of all lower apps."""

import re
from typing import Any

import rules
from django.contrib.auth.decorators import login_not_required
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from anggaran.enums import BERPERATURAN
from anggaran.models import AnggaranKampung
from aspirasi import hari
from aspirasi.bacaan.lama import lama_periksa
from aspirasi.bacaan.terhubung import kiriman_terhubung
from aspirasi.models import Aspirasi
from core.cari.tumpangan import Tumpangan
from forum.models import Topik
from kabar.models import Kabar
from laporan.bacaan.berikutnya import kalimat_kampung, kalimat_ketepatan
from laporan.bacaan.jeda import jeda_dari
from laporan.models import JadwalLaporan, JedaLaporan, LaporanKemajuan
from mitra.models import Kebutuhan, KerjaBakti
from proyek.bacaan.lingkungan import bagian_lingkungan
from proyek.models import Keputusan, Lingkungan, Proyek
from rencana.models import Rencana
from transparansi.bacaan import informasi as daftar_informasi
from transparansi.bacaan import ringkasan
from warga.enums import NamaJabatan
from warga.models import Jabatan, Kampung, KantorLayanan

TAHUN = re.compile(r"20\d\d", re.ASCII)
SEDIKIT, BANYAK = 3, 5
KANTOR = Tumpangan(KantorLayanan)
TERBARU = ("-diterbitkan_pada", "-pk")


@require_safe
@login_not_required
def beranda(request: HttpRequest) -> HttpResponse:
    """Show the first page: what the portal is, where the money goes, what is new."""
    uang = ringkasan.uang(_tahun(request))
    kampung = list(Kampung.objects.all())
    resmi, rekaan = [k for k in kampung if not k.contoh], [k for k in kampung if k.contoh]
    tepat, tepat_per_kampung = ringkasan.ketepatan(uang.tahun, rekaan)
    bahaya, kabar = _kabar()
    laporan = LaporanKemajuan.objects.berlaku().untuk_kartu()
    isi = {
        "uang": uang,
        "tepat": tepat,
        "hari": hari,
        "per_kampung": ringkasan.gabung(resmi, uang, tepat_per_kampung),
        "kampung_rekaan": rekaan,
        "bahaya": bahaya,
        "kabar_terbaru": kabar,
        "laporan_terbaru": laporan.dengan_sampul().order_by(*TERBARU)[:SEDIKIT],
        "keputusan_terbaru": _keputusan()[:BANYAK],
        "topik_terbaru": Topik.objects.terbit().untuk_kartu()[:BANYAK],
        "tersendat": ringkasan.tersendat()[:BANYAK],
        "lama_periksa": lama_periksa(),
    }
    return render(request, "transparansi/beranda.html", isi)


@require_safe
@login_not_required
def kampung(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one kampung: where to go, what is built, what was decided and said."""
    tempat = get_object_or_404(_dengan_jabatan(), slug=slug)
    uang = ringkasan.uang(_tahun(request), tempat)
    laporan = LaporanKemajuan.objects.berlaku().filter(proyek__kampung=tempat)
    aspirasi = Aspirasi.objects.terbit().filter(kampung=tempat)
    isi = {
        "kampung": tempat,
        "kantor": [k for k in KANTOR.baca(tempat.isi_kantor) if k.dapat_dihubungi],
        "jabatan": [j.label for j in NamaJabatan if j in tempat.nama_jabatan],
        "uang": uang,
        "ada_apb": uang.tahun in tempat.tahun_apb,
        "proyek_terbaru": Proyek.objects.berlaku().untuk_kampung(tempat).untuk_kartu()[:BANYAK],
        "laporan_terbaru": laporan.untuk_kartu().order_by(*TERBARU)[:SEDIKIT],
        "keputusan_terbaru": _keputusan().milik_kampung(tempat)[:BANYAK],
        "kabar_terbaru": Kabar.objects.terbit().filter(kampung=tempat).untuk_kartu()[:BANYAK],
        "aspirasi_terbaru": aspirasi.untuk_kartu()[:BANYAK],
        "jeda": jeda_dari(tempat.isi_jeda),
        "urus_jeda": rules.has_perm("laporan.beri_jeda", request.user),
        **_laporan_ditunggu(tempat),
    }
    return render(request, "transparansi/kampung.html", isi)


def _laporan_ditunggu(tempat: Any) -> dict[str, Any]:
    """Return the sentences about the reports of a kampung that `_dengan_jabatan` read."""
    if not (isi := tempat.isi_laporan):
        return {}
    return {
        "laporan_ditunggu": kalimat_kampung(isi),
        "ada_terlambat": isi["terlambat"] > 0,
        "ketepatan": kalimat_ketepatan(isi),
    }


@require_safe
@login_not_required
def lingkungan(request: HttpRequest, slug: str) -> HttpResponse:
    """Show springs, waste and places in danger of one kampung, and what is done about each."""
    tempat = get_object_or_404(Kampung, slug=slug)
    bagian = bagian_lingkungan(tempat)
    terhubung = kiriman_terhubung(p for b in bagian for p in b.proyek)
    isi = {
        "kampung": tempat,
        "milik": Lingkungan(kampung=tempat),
        "bagian": [(b, sum(terhubung.get(p.pk, 0) for p in b.proyek)) for b in bagian],
    }
    return render(request, "transparansi/lingkungan.html", isi)


@require_safe
@login_not_required
def informasi(request: HttpRequest, slug: str = "") -> HttpResponse:
    """List what is published, of one kampung or of all, by the classes of the law."""
    tempat = _tempat(slug)
    isi = {"kampung": tempat, "golongan": daftar_informasi.golongan(tempat)}
    return render(request, "transparansi/informasi.html", isi)


@require_safe
@login_not_required
def surat_informasi(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Show a letter that asks for public information, to print and sign. It is sent nowhere, and
    nothing of it is stored."""
    return render(request, "transparansi/surat_informasi.html", {"kampung": _tempat(slug)})


def _tempat(slug: str) -> Kampung | None:
    return get_object_or_404(Kampung, slug=slug) if slug else None


def _tahun(request: HttpRequest) -> int | None:
    """Return the budget year of ?tahun=; None when there is none that can be read."""
    tahun = request.GET.get("tahun", "")
    return int(tahun) if TAHUN.fullmatch(tahun) else None


def _keputusan() -> Any:
    return Keputusan.objects.terbit().untuk_kartu()


def _kabar() -> tuple[list[Kabar], list[Kabar]]:
    """Return the danger notices of these days and the latest other news, in one query."""
    kartu = Kabar.objects.untuk_kartu()
    bahaya = kartu.bahaya_kini()[:SEDIKIT]
    semua = {k.pk: k for k in bahaya.union(kartu.terbit()[: BANYAK + SEDIKIT], all=True)}
    genting = [k for k in semua.values() if k.genting]
    return genting, [k for k in semua.values() if not k.genting][:BANYAK]


def _dengan_jabatan() -> QuerySet[Any]:
    """Return all kampung, each with the offices held there today (persons are not named),
    `isi_kantor`, where they serve, `isi_laporan`, which counts its reports, `isi_jeda`, the pause
    of today or the next one, `isi_rencana`, its newest public plans, and `tahun_apb`, the years
    whose budget is published."""
    aktif = Jabatan.objects.aktif().filter(instansi__kampung=OuterRef("pk")).order_by()
    laporan = JadwalLaporan.objects.filter(proyek__kampung=OuterRef("pk")).per_kampung()
    kantor = KantorLayanan.objects.filter(kampung=OuterRef("pk")).order_by("urutan", "pk")
    apb = AnggaranKampung.objects.terbit().filter(kampung=OuterRef("pk"), jenis__in=BERPERATURAN)
    jeda = JedaLaporan.objects.filter(kampung=OuterRef("pk")).ringkas()
    return Kampung.objects.annotate(
        nama_jabatan=ArraySubquery(aktif.values("nama")),
        isi_laporan=Subquery(laporan),
        isi_kantor=KANTOR.anotasi(kantor),
        isi_jeda=Subquery(jeda[:1]),
        tahun_apb=ArraySubquery(apb.order_by().values("tahun")),
        isi_rencana=ArraySubquery(Rencana.objects.filter(kampung=OuterRef("pk")).ringkas()),
        isi_butuh=Kebutuhan.objects.filter(kampung=OuterRef("pk")).ringkas(BANYAK),
        isi_kerja_bakti=KerjaBakti.objects.filter(kampung=OuterRef("pk")).ringkas("kampung"),
    )
