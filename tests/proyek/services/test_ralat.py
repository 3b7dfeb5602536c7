"""A wrong decision is replaced by a ralat: both stay, each points at the other."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from proyek.enums import Pencatat, Tahap
from proyek.models import Keputusan
from tests.alat.baca import kunci
from tests.pabrik.isian_proyek import isian_dana, isian_keputusan, isian_lengkap, pdf
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import ALASAN, HARI, buat_keputusan, buat_proyek

KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}
SEBAB = "Nomor suratnya salah ketik."


def jalan(lama: Keputusan) -> str:
    return f"/keputusan/catat/?ralat={lama.nomor}"


def ralat(client: Any, lama: Keputusan, **ganti: Any) -> Any:
    isi = isian_keputusan(judul="Yang betul", sebab_ralat=SEBAB, **ganti)
    return client.post(jalan(lama), isi)


def teks(client: Any, alamat: str) -> str:
    respons = client.get(alamat)
    assert respons.status_code == 200
    return respons.content.decode()


@pytest.mark.parametrize(
    ("pencatat", "boleh"),
    [
        (Pencatat.KAMPUNG, {"aparat", "kakam"}),
        (Pencatat.BPK, {"bpk"}),
        (Pencatat.KECAMATAN, KECAMATAN),
        (Pencatat.UNTUK_KAMPUNG, {"aparat", "kakam"} | KECAMATAN),
    ],
)
def test_who_may_replace_a_decision(klien, pemeran, pencatat: str, boleh: set[str]) -> None:
    lama = buat_keputusan(pemeran.kakam, pencatat=pencatat)
    for siapa in SEMUA_PERAN:
        status = 302 if siapa == "pengunjung" else 200 if siapa in boleh else 403
        assert klien(siapa).get(jalan(lama)).status_code == status, siapa


def test_both_stay_and_point_at_each_other_wherever_they_stand(klien, pemeran) -> None:
    proyek = buat_proyek(pemeran.kampung)
    dana = [["dd", 2026, 90]]
    isi = {"proyek": proyek, "ke_tahap": Tahap.DIANGGARKAN, "dana": dana, "nomor_surat": "140/1"}
    lama = buat_keputusan(pemeran.kakam, judul="Yang keliru", **isi)
    aparat, pengunjung = klien("aparat"), klien("pengunjung")
    form = teks(aparat, jalan(lama))
    for kata in ("Yang keliru", ALASAN, "140/1", "Tahap dan uang proyek tidak berubah"):
        assert kata in form
    satu = kunci(aparat, jalan(lama))
    for _ in range(2):
        assert ralat(aparat, lama, kunci=satu).status_code == 302
    baru = Keputusan.objects.get(menggantikan=lama)
    assert (baru.proyek, baru.ke_tahap, baru.dana) == (proyek, Tahap.DIANGGARKAN, dana)
    proyek.refresh_from_db()
    assert (proyek.tahap, proyek.pendanaan.count()) == (Tahap.BERJALAN, 0)
    tanda = f"Diganti oleh {baru.nomor}"
    for alamat in (
        *(lama.get_absolute_url(), proyek.get_absolute_url(), "/keputusan/?cari=keliru"),
        *("/", pemeran.kampung.get_absolute_url()),
    ):
        assert tanda in teks(pengunjung, alamat), alamat
    assert f"diganti oleh {baru.nomor}" in teks(pengunjung, "/kampung/informasi/")
    isi = teks(pengunjung, baru.get_absolute_url())
    assert lama.get_absolute_url() in isi
    assert SEBAB in isi
    assert f"Keputusan {lama.nomor} diralat" in teks(pengunjung, proyek.get_absolute_url())


def test_one_is_replaced_once_and_the_ralat_can_be_replaced(klien, pemeran) -> None:
    lama = buat_keputusan(pemeran.kakam)
    ralat(klien("aparat"), lama)
    baru = Keputusan.objects.get(menggantikan=lama)
    isi = ralat(klien("kakam"), lama, alasan=ALASAN).content.decode()
    assert f"sudah diganti oleh {baru.nomor}" in isi
    assert "Catat ralat" not in teks(klien("kakam"), lama.get_absolute_url())
    assert ralat(klien("kakam"), baru).status_code == 302
    with pytest.raises(IntegrityError), transaction.atomic():
        buat_keputusan(pemeran.kakam, menggantikan=lama, sebab_ralat=SEBAB)


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"ke_tahap": Tahap.DIBATALKAN}, "Batalkan tahap"),
        (isian_dana(("dd", "2026", "50")), "lewat “Perubahan”"),
        ({"sebab_ralat": ""}, "Bagian ini harus diisi"),
    ],
)
def test_stage_and_money_have_doors_of_their_own(klien, pemeran, ganti, pesan) -> None:
    proyek = buat_proyek(pemeran.kampung)
    lama = buat_keputusan(pemeran.kakam, proyek=proyek, ke_tahap=Tahap.DIANGGARKAN)
    isi = isian_keputusan(sebab_ralat=SEBAB) | ganti
    respons = klien("aparat").post(jalan(lama), isi)
    assert pesan in respons.content.decode()
    assert Keputusan.objects.count() == 1


def test_one_that_staf_enters_needs_the_scan_where_the_old_one_is_public(klien, pemeran) -> None:
    """Else a contested ralat would stand for good before the next one."""
    isi = {"proyek": buat_proyek(pemeran.kampung), "pencatat": Pencatat.UNTUK_KAMPUNG}
    lama = buat_keputusan(pemeran.staf, **isi)
    staf = klien("staf")
    assert "Lampirkan pindaian" in teks(staf, jalan(lama))
    respons = ralat(staf, lama)
    assert "berlaku hanya bersama suratnya" in respons.content.decode()
    assert not Keputusan.objects.filter(menggantikan=lama).exists()
    assert ralat(staf, lama, pindaian=pdf()).status_code == 302
    assert Keputusan.objects.get(menggantikan=lama).umum


@pytest.mark.parametrize("siapa", ["kakam", "staf"])
def test_the_ralat_of_a_founding_decision_that_waits_founds_it(klien, pemeran, siapa) -> None:
    """Stage and money stand in the form, and come with the ralat."""
    klien("staf").post("/proyek/buka/", isian_lengkap(kampung=pemeran.kampung.pk))
    lama = Keputusan.objects.get()
    form = teks(klien(siapa), jalan(lama))
    assert '<option value="dianggarkan" selected>' in form
    assert 'value="120.000.000"' in form
    dana = isian_dana(("dd", "2026", "120.000.000"))
    assert ralat(klien(siapa), lama, ke_tahap=Tahap.DIANGGARKAN, **dana).status_code == 302
    baru = Keputusan.objects.get(menggantikan=lama)
    klien("kakam").post(f"{baru.get_absolute_url()}sikap/", {"kata": "benar"})
    proyek = baru.proyek
    proyek.refresh_from_db()
    assert (proyek.tahap, proyek.pendanaan.get().pagu) == (Tahap.DIANGGARKAN, 120_000_000)


def test_a_scan_opens_none_that_was_replaced_while_it_waited(klien, pemeran) -> None:
    isi = {"proyek": buat_proyek(pemeran.kampung), "ke_tahap": Tahap.DIBATALKAN}
    lama = buat_keputusan(pemeran.staf, pencatat=Pencatat.UNTUK_KAMPUNG, umum=False, **isi)
    ralat(klien("kakam"), lama, **isian_dana())
    baru = Keputusan.objects.get(menggantikan=lama)
    alamat = f"{lama.get_absolute_url()}pindaian/"
    respons = klien("staf").post(alamat, {"jenis": "surat", "pindaian": pdf()})
    assert f"Unggah pindaiannya pada ralatnya, {baru.nomor}" in respons.content.decode()
    lama.refresh_from_db()
    assert (lama.umum, lama.proyek.tahap, lama.pindaian.count()) == (False, Tahap.BERJALAN, 0)


def test_a_stranger_finds_no_decision_to_replace(klien, pemeran) -> None:
    lama = buat_keputusan(pemeran.staf, umum=False, pencatat=Pencatat.UNTUK_KAMPUNG)
    assert klien("aparat_lain").get(jalan(lama)).status_code == 404
    assert klien("staf").get("/keputusan/catat/?ralat=%00").status_code == 404
    assert lama.tanggal_surat == HARI
