"""A reason that its sender cannot read is none: blanks, and signs that nobody sees."""

from collections.abc import Callable
from typing import Any

import pytest

from aspirasi.enums import Aksi, Jangkauan
from aspirasi.models import Aspirasi
from aspirasi.services import jawab, pembaca
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from tests.pabrik.aspirasi import buat, periksa, terbit

pytestmark = pytest.mark.django_db
TANPA_KATA = {"kosong": " \n", "nol lebar": "\u200b\u2060", "harakat": "\u0301", "hangul": "\u3164"}


def _baru(p: Any) -> Aspirasi:
    return buat(p.kampung, jangkauan=Jangkauan.PUBLIK).aspirasi


def _diminta(p: Any) -> Aspirasi:
    satu = periksa(buat(p.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi, p.staf)
    return pembaca.atur(aspirasi=satu, jangkauan=Jangkauan.PUBLIK)


LAKU: dict[str, tuple[Callable[[Any], Aspirasi], Callable[[Aspirasi, Any, str], object]]] = {
    "periksa": (_baru, lambda a, p, x: periksa(a, p.staf, isi_publik="Isi lain.", alasan=x)),
    "umumkan": (
        _diminta,
        lambda a, p, x: pembaca.umumkan(aspirasi=a, isi_publik="Lain.", alasan=x, oleh=p.staf),
    ),
    "tolak umum": (_diminta, lambda a, p, x: pembaca.tolak_umum(aspirasi=a, alasan=x, oleh=p.staf)),
    "tolak": (
        lambda p: terbit(p.kampung, p.staf),
        lambda a, p, x: jawab.tutup_negatif(aspirasi=a, aksi=Aksi.TOLAK, alasan=x, oleh=p.staf),
    ),
}


@pytest.mark.parametrize("alasan", TANPA_KATA.values(), ids=TANPA_KATA)
@pytest.mark.parametrize("nama", LAKU)
def test_a_reason_without_a_word_is_none(pemeran: Any, nama: str, alasan: str) -> None:
    siapkan, lakukan = LAKU[nama]
    aspirasi = siapkan(pemeran)
    sebelum = riwayat(aspirasi).count()
    with pytest.raises(TidakBisa, match="Tulis alasan"):
        lakukan(aspirasi, pemeran, alasan)
    assert riwayat(aspirasi).count() == sebelum
