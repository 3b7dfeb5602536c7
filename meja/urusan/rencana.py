"""Plans of a kampung that wait to be opened, or to be set."""

from typing import Any

from django.db.models import Case, CharField, F, Value, When
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from meja.urusan.bentuk import Urusan
from rencana.enums import SINGKATAN, JenisRencana
from rencana.models import Rencana
from rencana.rules import memutuskan
from warga.models import Pengguna
from warga.rules import adalah_aparat

_KATA: Any = CharField()
_JENIS = Case(
    *(When(jenis=satu, then=Value(SINGKATAN[satu])) for satu in JenisRencana), output_field=_KATA
)
_ALAMAT = Case(
    When(jenis=JenisRencana.RKP, then=Value("rkp")), default=Value("du-rkp"), output_field=_KATA
)
_TAHUN = Cast(F("tahun"), _KATA)


def _alamat(nama: str) -> Any:
    return lambda kunci: reverse(f"rencana:{nama}", args=kunci.split("/"))


def _milik(oleh: Pengguna) -> Any:
    return Rencana.objects.filter(kampung=oleh.kampung_id)


def _rencana(**isi: Any) -> Urusan:
    asal: dict[str, Any] = {
        "untuk": adalah_aparat & memutuskan,
        "judul": Concat(_JENIS, Value(" "), _TAHUN, output_field=_KATA),
        "kunci": Concat(
            F("kampung__slug"), Value("/"), _TAHUN, Value("/"), _ALAMAT, output_field=_KATA
        ),
        "tempat": "kampung__nama",
        "daftar": "rencana:papan",
    }
    return Urusan(**(asal | isi))


RENCANA = (
    _rencana(
        nama="rencana_buka",
        hal="Rancangan rencana",
        kata="rancangan rencana menunggu dibuka untuk warga",
        ajakan="Buka rancangannya",
        himpunan=lambda oleh: _milik(oleh).siap_dibuka(),
        sejak="dibuat",
        alamat=_alamat("urus"),
    ),
    _rencana(
        nama="rencana_tetap",
        hal="Rencana yang masa tanyanya selesai",
        kata="rencana selesai masa tanyanya, menunggu ditetapkan",
        ajakan="Tetapkan",
        himpunan=lambda oleh: _milik(oleh).siap_ditetapkan(),
        sejak="dibuka_pada",
        alamat=_alamat("tetapkan"),
    ),
)
