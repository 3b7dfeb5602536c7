"""Work around the musrenbang: proposals of a kampung, scores of the team, answers to be written."""

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from core.waktu import hari_ini
from meja.urusan.bentuk import Urusan
from musrenbang.enums import Status
from musrenbang.models import Musrenbang, Nilai, Usulan
from warga.models import Pengguna
from warga.rules import adalah_aparat, adalah_kecamatan

SEBELUM_JAWAB = dt.timedelta(days=30)  # so long before their last day answers are asked for


def _ke(nama: str) -> Any:
    return lambda tahun: reverse(nama, args=[int(tahun)])


def _belum_kirim(oleh: Pengguna) -> QuerySet[Any]:
    """Return the open musrenbang to which this kampung has sent nothing."""
    milik = Usulan.objects.berdiri().filter(musrenbang=OuterRef("pk"), kampung=oleh.kampung_id)
    return Musrenbang.objects.filter(status=Status.USUL).exclude(Exists(milik))


def _kurang(oleh: Pengguna) -> QuerySet[Any]:
    milik = Usulan.objects.berdiri().kurang().filter(kampung=oleh.kampung_id)
    return milik.filter(musrenbang__status=Status.USUL)


def _belum_dinilai(oleh: Pengguna) -> QuerySet[Any]:
    """Return the proposals that this member of the team has not scored."""
    sudah = Nilai.objects.filter(usulan=OuterRef("pk"), anggota__pengguna=oleh.pk)
    semua = Usulan.objects.berdiri().filter(
        musrenbang__status=Status.NILAI, musrenbang__tim__pengguna=oleh.pk
    )
    return semua.exclude(pk__in=Usulan.objects.kurang().values("pk")).exclude(Exists(sudah))


def _lewat_usul(_: Pengguna) -> QuerySet[Any]:
    return Musrenbang.objects.filter(status=Status.USUL, batas_usul__lt=hari_ini())


def _belum_dijawab(_: Pengguna) -> QuerySet[Any]:
    dekat = hari_ini() + SEBELUM_JAWAB
    semua = Usulan.objects.berdiri().filter(nasib__isnull=True)
    return semua.filter(musrenbang__status=Status.SELESAI, musrenbang__batas_jawab__lte=dekat)


def _usulan(**isi: Any) -> Urusan:
    asal: dict[str, Any] = {
        "hal": "Usulan musrenbang",
        "judul": "judul",
        "tempat": "kampung__nama",
        "daftar": "musrenbang:daftar",
        "sejak": "dibuat",
    }
    return Urusan(**(asal | isi))


def _musrenbang(**isi: Any) -> Urusan:
    asal: dict[str, Any] = {
        "hal": "Musrenbang kecamatan",
        "judul": "tempat",
        "kunci": "tahun",
        "daftar": "musrenbang:daftar",
        "tenggat": "batas_usul",
        "libur": None,
        "alamat": _ke("musrenbang:siap"),
    }
    return Urusan(**(asal | isi))


MUSRENBANG = (
    _musrenbang(
        nama="usul_musrenbang",
        kata="musrenbang menunggu usulan kampung Anda",
        ajakan="Tulis usulan",
        untuk=adalah_aparat,
        himpunan=_belum_kirim,
    ),
    _usulan(
        nama="usulan_kurang",
        kata="usulan musrenbang belum lengkap",
        ajakan="Lengkapi",
        untuk=adalah_aparat,
        himpunan=_kurang,
        alamat=lambda pk: reverse("musrenbang:usulan", args=[int(pk)]),
    ),
    _usulan(
        nama="usulan_nilai",
        kata="usulan musrenbang menunggu nilai Anda",
        ajakan="Nilai",
        untuk=adalah_kecamatan,
        himpunan=_belum_dinilai,
        alamat=lambda pk: reverse("musrenbang:nilai_usulan", args=[int(pk)]),
    ),
    _musrenbang(
        nama="musrenbang_nilai",
        kata="musrenbang siap ditutup usulannya",
        ajakan="Lihat kesiapan",
        untuk=adalah_kecamatan,
        himpunan=_lewat_usul,
    ),
    _usulan(
        nama="usulan_jawab",
        kata="usulan musrenbang menunggu jawaban kabupaten ditulis",
        ajakan="Tulis jawaban",
        untuk=adalah_kecamatan,
        himpunan=_belum_dijawab,
        sejak=None,
        tenggat="musrenbang__batas_jawab",
        alamat=lambda pk: reverse("musrenbang:jawaban", args=[int(pk)]),
    ),
)
