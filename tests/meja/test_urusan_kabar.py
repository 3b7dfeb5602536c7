"""Officials are told of work by `kabar`, which stands below the desk and asks the models itself.

Both say the same of whom a thing waits for (`meja.urusan`), so that nobody is told of what does not
stand on their desk.
"""

import datetime as dt
from typing import Any

import pytest

from core.waktu import hari_ini
from kabar.bacaan.kerja import PEKERJAAN, Pekerjaan
from kabar.enums import Kerja
from meja.urusan import URUSAN
from proyek.enums import KeadaanSikap, Tahap
from proyek.models import SikapKakam
from tests.pabrik.catatan import buat_cek
from tests.pabrik.cek import buat_tentang, tulis
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran
from tests.pabrik.proyek import buat_keputusan, buat_proyek
from warga.enums import HakBaca
from warga.models import Pengguna
from warga.services import minta_pembaca, minta_sandi

pytestmark = pytest.mark.django_db
# The kinds of `kabar`, each with the rows of the desk that hold the same things. What follows from
# acts on kiriman has tests of its own (tests/kabar/services/test_kerja.py).
SAMA: dict[Kerja, tuple[str, ...]] = {
    Kerja.SANDI: ("sandi_diputus",),
    Kerja.PEMBACA: ("pembaca_diputus",),
    Kerja.KEPUTUSAN: ("keputusan_kakam",),
    Kerja.SANGGAHAN: ("keputusan_disanggah",),
    Kerja.EVALUASI: ("evaluasi",),
    Kerja.FUNGSI: ("berfungsi",),
    Kerja.CEK: ("tanggapi_cek_kampung", "tanggapi_cek_kecamatan"),
    Kerja.CEK_TERTAHAN: ("cek",),
}
LEWAT_PROYEK = (Kerja.CEK, Kerja.CEK_TERTAHAN)  # a check is told of as its project


@pytest.fixture
def menunggu(pemeran: Pemeran) -> None:
    """One thing of each kind of SAMA."""
    kampung = pemeran.kampung
    minta_sandi(pengguna=pemeran.warga, oleh=pemeran.staf, alasan="Menelepon.")
    minta_pembaca(
        pengguna=pemeran.staf, hak=HakBaca.PENERIMA_KHUSUS, oleh=pemeran.admin, alasan="Pindah."
    )
    for keadaan in (KeadaanSikap.MENUNGGU, KeadaanSikap.DISANGGAH):
        keputusan = buat_keputusan(pemeran.staf, kampung)
        SikapKakam.objects.create(keputusan=keputusan, keadaan=keadaan, alasan="Keliru.")
    for lama in (30, 500):
        selesai = hari_ini() - dt.timedelta(days=lama)
        hari = {"mulai_nyata": selesai, "selesai_nyata": selesai}
        buat_proyek(kampung, tahap=Tahap.SERAH_TERIMA, **hari)
    buat_cek(buat_proyek(kampung), pemeran.warga)
    buat_cek(buat_proyek(kampung, pembuka="kecamatan"), pemeran.warga)
    tulis(buat_tentang(pemeran))


def dikabarkan(satu: Pekerjaan, orang: Pengguna) -> set[Any]:
    return set(satu.untuk(orang).values_list("pk", flat=True))


def di_meja(jenis: Kerja, orang: Pengguna) -> set[Any]:
    kunci = "proyek" if jenis in LEWAT_PROYEK else "pk"
    milik = [u for u in URUSAN if u.nama in SAMA[jenis] and u.untuk(orang)]
    return {k for u in milik for k in u.himpunan(orang).values_list(kunci, flat=True)}


@pytest.mark.usefixtures("menunggu")
@pytest.mark.parametrize("jenis", SAMA, ids=str)
def test_told_is_what_stands_on_the_desk(pemeran: Pemeran, jenis: Kerja) -> None:
    (satu,) = (p for p in PEKERJAAN if p.jenis == jenis)
    for siapa in SEMUA_PERAN[1:]:
        orang = Pengguna.objects.untuk_sesi().get(pk=pemeran[siapa].pk)
        if siapa == "admin":  # their desk shows more than they are told of
            assert dikabarkan(satu, orang) <= di_meja(jenis, orang)
        else:
            assert dikabarkan(satu, orang) == di_meja(jenis, orang), siapa
    assert any(dikabarkan(satu, pemeran[siapa]) for siapa in SEMUA_PERAN[1:])
