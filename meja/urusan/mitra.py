"""Offers of help that wait to be checked or decided, and needs whose day has passed."""

from typing import Any

from django.db.models import Case, CharField, F, Value, When
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse

from meja.urusan.bentuk import Urusan
from mitra.enums import JenisBantuan
from mitra.models import Kebutuhan, Tawaran
from warga.rules import adalah_aparat, adalah_staf

_KATA: Any = CharField()
_JUDUL = Case(
    *(When(jenis=satu, then=Value(f"Tawaran {satu.label.lower()}")) for satu in JenisBantuan),
    output_field=_KATA,
)


def _tawaran(**isi: Any) -> Urusan:
    asal: dict[str, Any] = {
        "judul": _JUDUL,
        "kunci": Cast(F("acuan"), _KATA),
        "tempat": Coalesce(F("kampung__nama"), Value("")),
        "tenggat": "tenggat",
        "sejak": "dibuat",
        "daftar": "mitra:meja",
        "alamat": lambda kunci: reverse("mitra:meja_tawaran", args=[kunci]),
    }
    return Urusan(**(asal | isi))


MITRA = (
    _tawaran(
        nama="tawaran_periksa",
        hal="Tawaran bantuan",
        kata="tawaran bantuan menunggu diperiksa",
        ajakan="Periksa tawarannya",
        untuk=adalah_staf,
        himpunan=lambda oleh: Tawaran.objects.menunggu_periksa(),
    ),
    _tawaran(
        nama="tawaran_putus",
        hal="Tawaran bantuan untuk kampung",
        kata="tawaran bantuan menunggu disepakati atau ditolak",
        ajakan="Putuskan tawarannya",
        untuk=adalah_aparat,
        himpunan=lambda oleh: Tawaran.objects.filter(kampung=oleh.kampung_id).menunggu_putusan(),
    ),
    Urusan(
        nama="kebutuhan_lewat",
        hal="Kebutuhan yang lewat harinya",
        kata="kebutuhan lewat harinya, menunggu ditutup atau diperpanjang",
        ajakan="Tutup atau perpanjang",
        untuk=adalah_aparat,
        himpunan=lambda oleh: Kebutuhan.objects.filter(kampung=oleh.kampung_id).lewat(),
        judul="judul",
        kunci=Cast(F("pk"), _KATA),
        tempat="kampung__nama",
        sejak="dibuat",
        daftar="mitra:daftar",
        alamat=lambda kunci: reverse("mitra:butuh_tutup", args=[int(kunci)]),
    ),
)
