"""Slips in a young project are set right without a paper."""

from typing import Any

import pytest

from core.galat import TidakBisa
from core.jejak.catat import catat, riwayat
from proyek.enums import Pencatat, Tahap
from proyek.models import Pendanaan, Proyek
from proyek.services.betulkan import betulkan_proyek
from proyek.services.perubahan import Ubahan
from tests.alat.baca import teks
from tests.pabrik.kampung import InstansiFactory, instansi_kampung
from tests.pabrik.proyek import buat_keputusan, buat_proyek

pytestmark = pytest.mark.django_db
ALASAN = "Salah ketik nol."


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    isi = {"tahap": Tahap.USULAN, "mulai_nyata": None, "pembuka": Pencatat.KECAMATAN}
    return buat_proyek(pemeran.kampung, pagu=1_200_000_000, **isi)


def alamat(proyek: Proyek) -> str:
    return f"{proyek.get_absolute_url()}betulkan/"


def isi(proyek: Proyek, **lain: Any) -> dict[str, Any]:
    return {"alasan": ALASAN} | {f"{proyek.nomor}-{nama}": nilai for nama, nilai in lain.items()}


def test_money_days_and_source_are_set_right(klien, proyek) -> None:
    sel = {"dana-dd-2026": "120 juta", "selesai_rencana": "2026-12-20", "volume": "94"}
    baru = {"sumber_baru": "add", "tahun_baru": "2026", "jumlah_baru": "5 juta"}
    jawaban = klien("kakam").post(alamat(proyek), isi(proyek, **sel, **baru))
    assert jawaban.url == proyek.get_absolute_url()
    assert sum(d.pagu for d in proyek.pendanaan.with_uang()) == 125_000_000
    proyek.refresh_from_db()
    assert (str(proyek.selesai_rencana), proyek.volume) == ("2026-12-20", 94)
    halaman = teks(klien("pengunjung").get(proyek.get_absolute_url())).replace("\xa0", " ")
    assert "Salah isi dibetulkan: anggaran Dana Desa 2026" in halaman
    assert ALASAN in halaman
    assert "Yang berubah" not in halaman, "a slip is no change by a paper"


def test_its_own_kampung_is_not_offered_as_another(klien, pemeran, proyek) -> None:
    lain = klien("kakam").get(alamat(proyek)).context["form"].fields["kampung_lain"].queryset
    assert pemeran.kampung not in lain
    assert pemeran.kampung_lain in lain


def test_the_kecamatan_that_opened_it_moves_it_to_its_kampung(klien, pemeran, proyek) -> None:
    instansi_kampung(pemeran.kampung_lain)
    isian = isi(proyek) | {"kampung": pemeran.kampung_lain.pk}
    assert klien("staf").post(alamat(proyek), isian).status_code == 302
    proyek.refresh_from_db()
    assert proyek.kampung == proyek.pemilik.kampung == pemeran.kampung_lain


def test_one_with_a_decision_stays_in_its_kampung(pemeran, proyek) -> None:
    buat_keputusan(pemeran.kakam, pemeran.kampung, proyek=proyek, awal=True)
    with pytest.raises(TidakBisa, match="Kampungnya tidak dapat diganti"):
        betulkan_proyek(
            ubahan=Ubahan(proyek, 0), alasan=ALASAN, oleh=pemeran.staf, kampung=pemeran.kampung_lain
        )


@pytest.mark.parametrize(
    ("lain", "pesan"),
    [
        ({}, "Belum ada yang diubah"),
        ({"alasan": ""}, "Bagian ini harus diisi"),
        ({"dana": "abc"}, "Tulis jumlah rupiah"),
    ],
)
def test_bad_input_changes_nothing(klien, proyek, lain, pesan) -> None:
    isian = isi(proyek, **{"dana-dd-2026": lain.pop("dana", "")}) | lain
    assert pesan in teks(klien("kakam").post(alamat(proyek), isian))
    assert Pendanaan.objects.with_uang().get().pagu == 1_200_000_000


def test_one_that_others_rely_on_needs_a_paper(klien, pemeran, proyek) -> None:
    catat(objek=proyek, aksi="laporan", oleh=pemeran.kakam)
    assert klien("kakam").get(alamat(proyek)).url == f"{proyek.get_absolute_url()}perubahan/"
    ubahan = Ubahan(proyek, 0, {"volume": 5})
    with pytest.raises(TidakBisa, match="laporan kemajuannya"):
        betulkan_proyek(ubahan=ubahan, alasan=ALASAN, oleh=pemeran.kakam)


def test_of_two_the_second_sees_the_first(klien, pemeran, proyek) -> None:
    ubahan = Ubahan(proyek, 0, {"volume": 5})
    betulkan_proyek(ubahan=ubahan, alasan=ALASAN, oleh=pemeran.staf)
    isian = isi(proyek, volume="7", versi="0")
    halaman = teks(klien("kakam").post(alamat(proyek), isian))
    assert "volume dari 93,75 menjadi 5" in halaman
    assert (
        klien("kakam").post(alamat(proyek), isi(proyek, volume="7", versi="1")).status_code == 302
    )
    assert riwayat(proyek).last().isi.rincian["perubahan"] == {"volume": ["5.00", "7"]}


def test_kind_owner_and_other_kampung_are_set_right(klien, pemeran, proyek) -> None:
    """With what hangs on them: the paper that a building must have, both lists of kampung."""
    lain, dinas = pemeran.kampung_lain, InstansiFactory(nama="Dinas PU")
    keputusan = buat_keputusan(pemeran.kakam, pemeran.kampung, proyek=proyek, awal=True)
    semula = {"jenis": "fisik", "pemilik": proyek.pemilik_id}
    layani = {"kampung_lain": [lain.pk, pemeran.kampung.pk]}
    isian = isi(proyek) | semula | layani
    assert klien("staf").post(alamat(proyek), isian).status_code == 302
    assert [*proyek.kampung_lain.all()] == [lain], "its own kampung is no other one"
    isian = isi(proyek, versi="1") | {"jenis": "nonfisik", "pemilik": dinas.pk}
    assert klien("staf").post(alamat(proyek), isian).status_code == 302
    proyek.refresh_from_db()
    assert (proyek.jenis, proyek.pemilik, proyek.kampung_lain.count()) == ("nonfisik", dinas, 0)
    pengunjung = klien("pengunjung")
    halaman = teks(pengunjung.get(proyek.get_absolute_url()))
    assert "Dulu: Pembangunan fisik</dd><dd>Kini: Kegiatan bukan fisik" in halaman
    assert f"Dulu: {lain}</dd><dd>Kini: kosong" in halaman
    assert "<dt>Pemilik</dt><dd>Dinas PU</dd>" in halaman
    assert not keputusan.kampung_lain.exists()


def test_a_choice_alone_waits_for_what_others_changed(klien, pemeran, proyek) -> None:
    ubahan = Ubahan(proyek, 0, {"volume": 5})
    betulkan_proyek(ubahan=ubahan, alasan=ALASAN, oleh=pemeran.staf)
    isian = isi(proyek, versi="0") | {"jenis": "nonfisik"}
    assert "volume dari 93,75 menjadi 5" in teks(klien("kakam").post(alamat(proyek), isian))


def test_a_kampung_names_no_owner(klien, pemeran, proyek) -> None:
    dinas = InstansiFactory(nama="Dinas PU")
    isian = isi(proyek) | {"jenis": "nonfisik", "pemilik": dinas.pk}
    assert klien("kakam").post(alamat(proyek), isian).status_code == 302
    proyek.refresh_from_db()
    assert (proyek.jenis, proyek.pemilik.kampung) == ("nonfisik", pemeran.kampung)
