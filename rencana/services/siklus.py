"""The calendar of a planning year: the usual days with one tap, other days by a form."""

import datetime as dt

from django.db import transaction

from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.templatetags.bentuk import rentang_tanggal
from rencana.enums import Boleh, LangkahTahunan
from rencana.laku import AksiMasa
from rencana.models import Masa
from warga.models import Pengguna

_L = LangkahTahunan
# The usual days (domain of planning: Permendagri 114/2014, Permendesa 21/2020): years before the
# year that is planned for, first and last day as (month, day), and what the step allows.
BIASA: tuple[tuple[str, tuple[int, int, int], tuple[int, int, int], tuple[str, ...]], ...] = (
    (_L.MUSDUS, (1, 4, 1), (1, 6, 30), (Boleh.SUARA,)),
    (_L.MUSYAWARAH, (1, 6, 1), (1, 7, 31), ()),
    (_L.RKP, (1, 7, 1), (1, 9, 30), (Boleh.RKP, Boleh.SUARA)),
    (_L.APB, (1, 10, 1), (1, 12, 31), ()),
    (_L.USULAN, (1, 9, 1), (1, 12, 31), (Boleh.DU_RKP, Boleh.SUARA)),
    (_L.MUSRENBANG, (0, 1, 2), (0, 2, 28), (Boleh.MUSRENBANG,)),
    (_L.JAWABAN, (0, 3, 1), (0, 7, 31), (Boleh.JAWABAN,)),
)
SUDAH_ADA = "Jadwal tahun ini sudah ada. Ubah langkahnya satu per satu."


@transaction.atomic
def isi_biasa(*, tahun: int, oleh: Pengguna) -> list[Masa]:
    """Fill in the usual days of a year. Raises TidakBisa when it has days already."""
    if Masa.objects.kecamatan(tahun).select_for_update().exists():
        raise TidakBisa(SUDAH_ADA)
    semua = [
        Masa(
            tahun=tahun,
            langkah=langkah,
            buka=dt.date(tahun - buka[0], *buka[1:]),
            tutup=dt.date(tahun - tutup[0], *tutup[1:]),
            boleh=list(boleh),
        )
        for langkah, buka, tutup, boleh in BIASA
    ]
    for masa in semua:
        masa.save(force_insert=True)
        catat(objek=masa, aksi=AksiMasa.DIATUR, oleh=oleh, rincian={"ke": _hari(masa)})
    return semua


@transaction.atomic
def atur(*, masa: Masa, oleh: Pengguna) -> Masa:
    """Store a new or changed step. One of a kampung needs its reason."""
    if masa.kampung_id is not None:
        pastikan_beralasan(masa.alasan)
    masa.save()
    catat(
        objek=masa,
        aksi=AksiMasa.DIATUR,
        oleh=oleh,
        alasan=masa.alasan,
        rincian={"ke": _hari(masa)},
    )
    return masa


@transaction.atomic
def hapus(*, masa: Masa, oleh: Pengguna) -> None:
    """Let the common days hold for a kampung again. The common step itself is only changed."""
    if masa.kampung_id is None:
        raise TidakBisa("Langkah untuk semua kampung tidak dihapus. Ubah harinya.")
    catat(objek=masa, aksi=AksiMasa.DIATUR, oleh=oleh, rincian={"ke": "kembali ke jadwal umum"})
    masa.delete()


def _hari(masa: Masa) -> str:
    return f"{masa.get_langkah_display()}, {rentang_tanggal(masa.buka, masa.tutup)}"
