"""Land, surroundings, upkeep and access: written, corrected with a reason, shown on the page."""

from typing import Any

import pytest
from django.test import Client

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from proyek.laku import Aksi
from proyek.models import Lestari, Proyek, TujuanDesa
from proyek.services.lestari import isi_lestari
from tests.alat.baca import teks
from tests.pabrik.proyek import buat_proyek

ISI = {"dampak": "rendah", "perawat": "KPSPAMS Tirta", "rawan": ["banjir"], "biaya_rawat": 1200000}


def alamat(proyek: Proyek) -> str:
    return f"{proyek.get_absolute_url()}lestari/"


def isian(**ganti: Any) -> dict[str, Any]:
    return {
        "status_lahan": "hibah",
        "surat_lahan": "surat hibah nomor 12",
        "dampak": "sedang",
        "mitigasi": "Air dialirkan ke sumur resapan.",
        "rawan": ["banjir", "longsor"],
        "perawat": "KPSPAMS Tirta",
        "biaya_rawat": "1.200.000",
        "sumber_rawat": "iuran pemakai",
        "umur_rencana": "10",
        "akses": ["ramp"],
        "tanpa_akses": "pegangan menyusul",
        "tujuan": [satu.pk for satu in TujuanDesa.objects.filter(nomor__in=(6, 13))],
    } | ganti


def test_the_kampung_writes_it_and_everybody_reads_it(klien: Any, client: Client) -> None:
    proyek = buat_proyek()
    assert "Belum diisi oleh kampung." in teks(client.get(proyek.get_absolute_url()))
    respons = klien("aparat").post(alamat(proyek), isian())
    assert respons.url == f"{proyek.get_absolute_url()}#lestari"
    isi = teks(client.get(proyek.get_absolute_url())).replace("\u00a0", " ")
    for kata in (
        *("Dihibahkan kepada kampung", "surat hibah nomor 12", "KPSPAMS Tirta", "10 tahun"),
        *("Rp 1.200.000 setahun, dari iuran pemakai", "banjir, longsor", "Jalur landai"),
        "Desa Layak Air Bersih dan Sanitasi · Desa Tanggap Perubahan Iklim",
    ):
        assert kata.lower() in isi.lower(), kata


def test_from_the_second_time_on_the_reason_is_public(klien: Any, client: Client) -> None:
    proyek = buat_proyek()
    aparat = klien("aparat")
    aparat.post(alamat(proyek), isian(perawat="Pak Budi Santoso"))
    assert "Budi Santoso" in teks(client.get(proyek.get_absolute_url()))
    tanpa = aparat.post(alamat(proyek), isian(alasan=""))
    assert tanpa.status_code == 200
    assert Lestari.objects.get().perawat == "Pak Budi Santoso"
    aparat.post(alamat(proyek), isian(dampak="rendah", alasan="Yang merawat kelompok."))
    isi = teks(client.get(proyek.get_absolute_url()))
    assert "Yang merawat kelompok." in isi
    assert "perawatan diperbaiki: dampak lingkungan, yang merawat" in isi
    assert "Budi" not in isi
    jejak = riwayat(proyek).get(aksi=Aksi.LESTARI_DIUBAH)
    assert jejak.isi.rincian == {"lestari": {"dampak": ["sedang", "rendah"], "perawat": []}}


@pytest.mark.parametrize(
    "ganti",
    [
        *({"mitigasi": ""}, {"rawan": ["salju"]}, {"status_lahan": "x"}, {"umur_rencana": "900"}),
        *({"biaya_rawat": "-5"}, {"biaya_rawat": "9" * 30}, {"tujuan": ["a"]}),
        {"perawat": "x" * 121},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(klien: Any, ganti: Any) -> None:
    proyek = buat_proyek()
    respons = klien("aparat").post(alamat(proyek), isian(**ganti))
    assert "surat hibah nomor 12" in respons.content.decode()
    assert "Ada yang perlu diperbaiki" in teks(respons)
    assert not Lestari.objects.exists()


def test_at_most_three_goals(pemeran: Any) -> None:
    proyek, tujuan = buat_proyek(), list(TujuanDesa.objects.all()[:4])
    with pytest.raises(TidakBisa, match="paling banyak 3"):
        isi_lestari(proyek=proyek, isi=ISI, tujuan=tujuan, oleh=pemeran.aparat)


def test_nothing_changed_is_no_correction(pemeran: Any) -> None:
    proyek = buat_proyek()
    for _ in range(2):
        isi_lestari(proyek=proyek, isi=ISI, tujuan=[], oleh=pemeran.aparat)
    assert riwayat(proyek).count() == 1
    with pytest.raises(TidakBisa, match="Tulis mengapa"):
        isi_lestari(proyek=proyek, isi={"dampak": "tinggi"}, tujuan=[], oleh=pemeran.aparat)


def test_only_its_own_officials(klien: Any) -> None:
    proyek = buat_proyek()
    for siapa, kode in (("aparat_lain", 403), ("warga", 403), ("staf", 200)):
        assert klien(siapa).get(alamat(proyek)).status_code == kode


def test_a_goal_that_is_no_longer_offered_stays_where_it_was_chosen(klien: Any) -> None:
    proyek, laut = buat_proyek(), TujuanDesa.objects.get(nomor=14)
    aparat = klien("aparat")
    assert laut.nama not in aparat.get(alamat(proyek)).content.decode()
    Lestari.objects.create(proyek=proyek).tujuan.add(laut)
    assert laut.nama in aparat.get(alamat(proyek)).content.decode()
