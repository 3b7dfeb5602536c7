"""The first look: the public number is taken last, and no photo shows that may not.

What the form offers is in `tests/meja/services/test_periksa.py` and `tests/meja/test_kiriman.py`,
the readers it may set in `test_lingkaran.py`.
"""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aspirasi.enums import Aksi, Golongan, Jangkauan, Jenis, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import foto as lampiran
from aspirasi.services import pembaca, tangani
from core.jejak.catat import riwayat
from tests.alat.meja import alamat, isian_periksa, nama_foto
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db
DUA = ("green", "brown")


def berfoto(pemeran: Any, **lain: Any) -> Aspirasi:
    aspirasi = buat(pemeran.kampung, **lain).aspirasi
    assert lampiran.tambah(aspirasi, [foto(warna) for warna in DUA]).tersimpan == 2
    return aspirasi


def urutan(tanya: CaptureQueriesContext) -> list[str]:
    """Which of the two tables was written to, in order."""
    tabel = {"core_berkas": "foto", "core_penghitung": "nomor", "aspirasi_aspirasi": "kiriman"}
    tulisan = [q["sql"].split('"')[1] for q in tanya if q["sql"].startswith(("UPDATE", "INSERT"))]
    return [tabel[nama] for nama in tulisan if nama in tabel]


def test_at_the_first_look(klien: Any, pemeran: Any) -> None:
    aspirasi, staf = berfoto(pemeran), klien("staf")
    data = isian_periksa(aspirasi, foto=nama_foto(aspirasi))
    with CaptureQueriesContext(connection) as tanya:
        staf.post(alamat(aspirasi, "periksa"), data)
    assert urutan(tanya) == ["foto", "foto", "nomor", "kiriman"]
    aspirasi.refresh_from_db()
    assert aspirasi.nomor
    assert aspirasi.lampiran.disetujui().count() == len(DUA)
    tampil = riwayat(aspirasi).filter(aksi=Aksi.FOTO_DISETUJUI)
    assert [j.oleh_id for j in tampil] == [pemeran.staf.pk, pemeran.staf.pk]


def test_when_it_is_opened_to_everyone(klien: Any, pemeran: Any) -> None:
    aspirasi = berfoto(pemeran, jangkauan="petugas")
    periksa(aspirasi, pemeran.staf)
    pembaca.atur(aspirasi=aspirasi, jangkauan="publik")
    staf = klien("staf")
    data = {"isi_publik": aspirasi.isi_publik, "foto": nama_foto(aspirasi)}
    with CaptureQueriesContext(connection) as tanya:
        staf.post(alamat(aspirasi, "umumkan"), data)
    assert urutan(tanya) == ["foto", "foto", "nomor", "kiriman"]
    assert aspirasi.lampiran.disetujui().count() == len(DUA)


@pytest.mark.parametrize("lain", [{"anak": True}, {"jangkauan": "petugas"}])
def test_no_photo_shows_that_may_not(pemeran: Any, lain: dict[str, Any]) -> None:
    """Whatever was ticked: not for a child, and not for a kiriman that is not for everyone."""
    aspirasi = berfoto(pemeran, **lain)
    periksa(aspirasi, pemeran.staf, foto=list(aspirasi.lampiran.all()))
    assert not aspirasi.lampiran.disetujui().exists()


def test_the_shown_text_is_masked_whoever_wrote_it(pemeran: Any) -> None:
    nik, alasan = "1802012345678901", "Nama pemiliknya kami ganti."
    aspirasi = buat(pemeran.kampung).aspirasi
    aspirasi = periksa(aspirasi, pemeran.staf, isi_publik=f"Rumah {nik} retak.", alasan=alasan)
    assert nik not in aspirasi.isi_publik + aspirasi.judul
    rincian = riwayat(aspirasi).get(aksi=Aksi.PERIKSA).isi.rincian or {}
    assert rincian["diubah"] == ["isi", "judul"]  # the title was its first sentence


@pytest.mark.parametrize("pindah", [False, True])
def test_who_began_before_is_forgotten_with_the_look(pemeran: Any, pindah: bool) -> None:
    """A kiriman that is released later is not taken up again in their name."""
    aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
    tangani.ambil_dulu(aspirasi=aspirasi, oleh=pemeran.aparat)
    kampung = pemeran.kampung_lain if pindah else pemeran.kampung
    periksa(aspirasi, pemeran.staf, kampung=kampung)
    aspirasi.refresh_from_db()
    assert aspirasi.diambil_oleh is None
    assert riwayat(aspirasi).filter(aksi=Aksi.AMBIL).exists() != pindah


def test_what_nobody_began_waits_to_be_taken_up(pemeran: Any) -> None:
    """A first look takes up nothing by itself, and no other act stands in the trail."""
    aspirasi = periksa(buat(pemeran.kampung, langsung=True).aspirasi, pemeran.staf)
    assert [j.aksi for j in riwayat(aspirasi)] == [Aksi.KIRIM, Aksi.PERIKSA]


class TestWhoHoldsIt:
    """The holder at the kampung lets go of what the kecamatan alone may read."""

    @pytest.mark.parametrize(
        ("jangkauan", "tetap"), [(Jangkauan.PETUGAS, True), (Jangkauan.KECAMATAN, False)]
    )
    def test_at_the_kecamatan_alone_nobody_yet(
        self, pemeran: Any, jangkauan: str, tetap: bool
    ) -> None:
        aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
        tangani.tugaskan(aspirasi=aspirasi, kepada=pemeran.aparat, oleh=pemeran.kakam)
        periksa(aspirasi, pemeran.staf, jangkauan=jangkauan, alasan="Menyebut rumah orang.")
        aspirasi.refresh_from_db()
        assert aspirasi.ditugaskan == (pemeran.aparat if tetap else None)
        assert aspirasi.langsung == tetap

    def test_without_a_kampung_it_is_handed_to_none(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
        periksa(aspirasi, pemeran.staf, kampung=None)
        aspirasi.refresh_from_db()
        assert (aspirasi.kampung, aspirasi.langsung) == (None, False)


def test_what_is_about_officials_goes_to_the_kecamatan_alone(pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung).aspirasi
    kini = {"jangkauan": Jangkauan.PUBLIK, "tentang": Tentang.APARAT_KAMPUNG, "alasan": "Ya."}
    aspirasi = periksa(aspirasi, pemeran.staf, **kini)
    assert (aspirasi.jangkauan, aspirasi.nomor) == (Jangkauan.KECAMATAN, None)


@pytest.mark.parametrize(
    ("hasil", "jadi"),
    [
        ({}, (Jenis.KELUHAN, Golongan.BIASA)),
        ({"jenis": Jenis.PERTANYAAN}, (Jenis.PERTANYAAN, Golongan.INFORMASI)),
        ({"golongan": Golongan.PENGAWASAN}, (Jenis.KELUHAN, Golongan.PENGAWASAN)),
    ],
)
def test_the_kind_stays_unless_the_look_names_another(
    pemeran: Any, hasil: dict[str, Any], jadi: tuple[str, str]
) -> None:
    """And the kind guesses the class, unless the look sets that too."""
    aspirasi = buat(pemeran.kampung, jenis=Jenis.KELUHAN).aspirasi
    aspirasi = periksa(aspirasi, pemeran.staf, **hasil)
    assert (aspirasi.jenis, aspirasi.golongan) == jadi
