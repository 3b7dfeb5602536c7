"""A kiriman on which an instansi outside the kecamatan acts stays in a queue of this portal."""

from typing import Any

import pytest

from aspirasi.enums import Aksi, Jangkauan, Status
from aspirasi.models import Aspirasi
from aspirasi.services import instansi, tangani
from aspirasi.services.jawab import tutup_negatif
from core.galat import TidakBisa
from tests.alat.baca import teks
from tests.alat.meja import alamat
from tests.pabrik.aspirasi import buat, periksa, surat, terbit
from tests.pabrik.kampung import InstansiFactory, instansi_kecamatan

pytestmark = pytest.mark.django_db


def test_nothing_is_routed_to_where_nobody_has_a_desk(klien: Any, pemeran: Any) -> None:
    aspirasi, dinas = terbit(pemeran.kampung, pemeran.staf), InstansiFactory()
    staf = klien("staf")
    halaman = teks(staf.get(alamat(aspirasi, "teruskan")))
    assert dinas.nama not in halaman
    assert "Tunggu instansi lain" in halaman
    jawab = staf.post(alamat(aspirasi, "teruskan"), {"ke": dinas.pk})
    assert "Pilihan itu tidak ada" in teks(jawab)
    with pytest.raises(TidakBisa, match="Tunggu instansi lain"):
        tangani.teruskan(aspirasi=aspirasi, ke=dinas, oleh=pemeran.staf)
    assert not aspirasi.disposisi.exists()


@pytest.mark.parametrize("siapa", ["staf", "admin"])  # an admin holds no jabatan there
def test_who_takes_it_up_again_holds_it(klien: Any, pemeran: Any, siapa: str) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    instansi.tunggu_instansi(
        aspirasi=aspirasi, isi="Kami bersurat.", surat=surat(), oleh=pemeran.staf
    )
    klien(siapa).post(alamat(aspirasi, "ambil"))
    aspirasi.refresh_from_db()
    assert (aspirasi.status, aspirasi.ditangani) == (Status.DIPROSES, instansi_kecamatan())
    assert bagian(pemeran[siapa]) == [aspirasi.pk]


def test_what_nobody_works_on_waits_for_the_kecamatan(pemeran: Any) -> None:
    dinas = InstansiFactory()
    luar, entah = terbit(pemeran.kampung, pemeran.staf), terbit(None, pemeran.staf)
    sendiri = terbit(pemeran.kampung, pemeran.staf)
    tutup = periksa(
        buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN).aspirasi, pemeran.petugas_rahasia
    )
    Aspirasi.objects.update(status=Status.DIPROSES)
    Aspirasi.objects.filter(pk=luar.pk).update(ditangani=dinas)
    assert bagian(pemeran.staf) == sorted([luar.pk, entah.pk])
    assert bagian(pemeran.petugas_rahasia) == sorted([luar.pk, entah.pk, tutup.pk])
    assert bagian(pemeran.kakam) == [sendiri.pk]


@pytest.mark.parametrize("aksi", [Aksi.GABUNG, Aksi.NYATAKAN_BERES])
def test_only_words_close_without_an_answer(pemeran: Any, aksi: str) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    with pytest.raises(ValueError, match="does not close"):
        tutup_negatif(aspirasi=aspirasi, aksi=aksi, alasan="Sama.", oleh=pemeran.staf)


def bagian(orang: Any) -> list[int]:
    return sorted(Aspirasi.objects.bagian(orang).values_list("pk", flat=True))
