"""A balai kampung types the whole budget on one page; everyone reads it with the projects in it."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from anggaran.bacaan.kolom import cari_tabel
from anggaran.bacaan.urai import urai
from anggaran.enums import JenisAnggaran
from anggaran.models import AnggaranKampung, BantuanKeluarga, Impor
from anggaran.services.terbit import terbitkan
from core.berkas.baca_xlsx import baca_tabel
from core.waktu import pada
from proyek.enums import Tahap
from tests.alat.baca import sebaris as teks
from tests.alat.jam import saat
from tests.alat.kabar import siarkan
from tests.pabrik.anggaran import AnggaranFactory, anggaran_terbit, isi_baris
from tests.pabrik.kampung import KampungFactory
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek
from warga.models import Kampung

pytestmark = pytest.mark.django_db
CONTOH = Path(__file__).parent / "contoh"
MURNI = {
    "perkam_nomor": "5 Tahun 2025",
    "perkam_tanggal": "2025-12-29",
    "masuk_dd_1": "Rp 207.210.000,-",
    "masuk_dd_2": "138,14 juta",
    "masuk_add_0": "412jt",
    "bidang_1": "398.500.000",
    "bidang_2": "377600000",
    "silpa_lalu": "18.750.000",
}


def _alamat(pemeran: Pemeran, ekor: str = "") -> str:
    return f"/anggaran/{pemeran.kampung.slug}/2026/{ekor}"


def test_typed_on_one_page_and_published(klien: Any, pemeran: Pemeran, client: Client) -> None:
    """Sums stand after sending, wrong ones are explained, and no paper in between is public."""
    aparat, kakam = klien("aparat"), klien("kakam")
    kurang = aparat.post(_alamat(pemeran, "murni/isi/"), MURNI | {"bidang_2": "377"}, follow=True)
    assert "belum cocok" in teks(kurang)
    assert "Terbitkan" not in teks(kurang)
    assert "belum dicatat" in teks(client.get(_alamat(pemeran)))
    salah = aparat.post(_alamat(pemeran, "murni/isi/"), MURNI | {"bidang_1": "banyak"})
    assert "Tulis jumlah rupiah" in teks(salah)
    cocok = aparat.post(_alamat(pemeran, "murni/isi/"), MURNI, follow=True)
    assert "Rp 776.100.000" in teks(cocok)
    assert aparat.post(_alamat(pemeran, "murni/terbit/")).status_code == 403
    kakam.post(_alamat(pemeran, "murni/terbit/"))
    isi = teks(client.get(_alamat(pemeran)))
    for kata in ("pendapatan Rp 757,35 juta dan belanja Rp 776,1 juta", "Tahap 1", "5 Tahun 2025"):
        assert kata in isi
    assert "Yang sudah terpakai belum diketahui" in isi
    lagi = aparat.get(_alamat(pemeran, "murni/isi/"))
    assert b'value="207.210.000"' in lagi.content
    beralasan = aparat.post(_alamat(pemeran, "murni/isi/"), MURNI | {"alasan": "Salah."})
    assert beralasan.status_code == 302
    assert [a.versi for a in AnggaranKampung.objects.draf()] == [2]
    assert klien("aparat_lain").get(_alamat(pemeran, "murni/isi/")).status_code == 403
    assert aparat.get(_alamat(pemeran, "kacau/isi/")).status_code == 404


def _proyek(pemeran: Pemeran, pagu: int) -> None:
    buat_proyek(pemeran.kampung, tahap=Tahap.DIANGGARKAN, pagu=pagu)


def test_projects_are_a_part_and_never_added(pemeran: Pemeran, client: Client) -> None:
    """Murni, perubahan and semester stand side by side; as many queries for three as for one."""
    milik = {"kampung": pemeran.kampung}
    anggaran_terbit(**milik, belanja={"1": 100_000_000, "2": 245_350_000})
    _proyek(pemeran, 154_700_000)
    with CaptureQueriesContext(connection) as satu:
        isi = teks(client.get(_alamat(pemeran)))
    assert "Di dalamnya Rp 154.700.000 untuk proyek" in isi
    assert "Rp 90.650.000 untuk kegiatan lain" in isi
    anggaran_terbit(
        **milik, jenis=JenisAnggaran.PERUBAHAN, ke=1, belanja={"2": 340_000_000, "4": 5_350_000}
    )
    anggaran_terbit(**milik, jenis=JenisAnggaran.REALISASI, ke=1, belanja={"2": 170_000_000})
    _proyek(pemeran, 5)
    for nama in ("BLT", "Beras", "Susu"):
        BantuanKeluarga.objects.create(
            **milik, tahun=2026, nama=nama, keluarga=12, dibuat_oleh=pemeran.aparat
        )
    with CaptureQueriesContext(connection) as tiga:
        isi = teks(client.get(_alamat(pemeran)))
    assert len(satu) == len(tiga) <= 12
    for kata in ("Perubahan ke-1", "terpakai Rp 170 juta", "50%", "belum diketahui"):
        assert kata in isi
    with CaptureQueriesContext(connection) as sedikit:
        client.get("/anggaran/?tahun=2026")
    anggaran_terbit(kampung=KampungFactory())
    with CaptureQueriesContext(connection) as banyak:
        assert "belum dicatat" in teks(client.get("/anggaran/?tahun=2026"))
    assert len(sedikit) == len(banyak) <= 12


def test_an_objection_opens_for_the_kecamatan_alone(pemeran: Pemeran, client: Client) -> None:
    slug = pemeran.kampung.slug
    assert f"kampung={slug}&amp;hal=penerima" in client.get(_alamat(pemeran)).content.decode()
    isi = client.get(f"/aspirasi/kirim/?kampung={slug}&hal=penerima").content.decode()
    assert "Keberatan atas data penerima" in isi
    pilihan = isi.split('name="jangkauan" value="kecamatan"')[1].split(">")[0]
    assert "checked" in pilihan


def test_an_upload_is_shown_before_it_is_taken(klien: Any, pemeran: Pemeran) -> None:
    """Without a script: sent, looked at, taken, checked. A wrong one changes nothing."""
    aparat, alamat = klien("aparat"), _alamat(pemeran, "murni/impor/")
    cetak = (CONTOH / "siskeudes-lra-cetak.csv").read_bytes()

    def kirim(total: str, data: bytes = cetak) -> Any:
        berkas = SimpleUploadedFile("lra.csv", data)
        return aparat.post(alamat, {"total": total, "berkas": berkas}, follow=True)

    assert "padahal Anda menulis" in teks(kirim("150.700.001"))
    assert "data orang" in teks(kirim("1", b"Nama Penerima;NIK;Kode Keg.;Anggaran\n"))
    assert not Impor.objects.exists()
    hasil = kirim("150,7 juta")
    assert "Jumlahnya cocok dengan Rp 150.700.000" in teks(hasil)
    jalur = hasil.redirect_chain[-1][0]
    assert not AnggaranKampung.objects.exists()
    diambil = teks(aparat.post(jalur, follow=True))
    assert "2.3.10" in diambil
    assert "−150.700.000" not in diambil, "income is unknown, which is not zero"
    assert "sudah diambil" in teks(aparat.get(jalur))
    assert klien("aparat_lain").get(jalur).status_code == 403
    templat = aparat.get("/anggaran/templat.xlsx").content
    assert urai(cari_tabel(baca_tabel(templat)), "murni", 2026).per_kelompok() == {
        "pendapatan": 757_350_000,
        "belanja": 197_900_000,
        "penerimaan": 18_750_000,
    }


def test_the_desk_asks_and_followers_hear(klien: Any, pemeran: Pemeran, client: Client) -> None:
    """A kampung that joined is asked for its budget, then for the semester; its page leads to the
    whole budget."""
    Kampung.objects.filter(pk=pemeran.kampung.pk).update(bergabung_pada="2026-01-05")
    klien("warga").post(f"/kabar/ikuti/kampung/{pemeran.kampung.slug}/", {})
    with pada(saat("2027-09-01")):
        assert "Catat APB" in teks(klien("aparat").get("/kerja/"))
        assert "belum dicatat" in teks(client.get(f"/kampung/{pemeran.kampung.slug}/"))
        draf = AnggaranFactory(kampung=pemeran.kampung, tahun=2027)
        isi_baris(draf)
        AnggaranKampung.objects.filter(pk=draf.pk).update(
            perkam_nomor="5", perkam_tanggal="2025-12-29"
        )
        assert "Periksa dan terbitkan" in teks(klien("kakam").get("/kerja/"))
        terbitkan(anggaran=draf, oleh=pemeran.kakam)
        kerja = teks(klien("aparat").get("/kerja/"))
        assert "Realisasi semester 1 tahun 2027" in kerja
        assert "Catat APB" not in kerja
        assert "Seluruh anggaran 2027" in teks(client.get(f"/kampung/{pemeran.kampung.slug}/"))
        siarkan()
    kabar = teks(klien("warga").get("/kabar/pemberitahuan/"))
    assert "Anggaran kampung diterbitkan: APB Kampung 2027" in kabar


def test_the_kecamatan_fills_no_spending(klien: Any, pemeran: Pemeran) -> None:
    """It may write the paper down for a kampung; spending of projects is that of its aparat."""
    proyek = buat_proyek(pemeran.kampung, pagu=154_700_000)
    for siapa, belanja in (("staf", None), ("aparat", 149_606_000)):
        berkas = SimpleUploadedFile("l.csv", (CONTOH / "siskeudes-lra-cetak.csv").read_bytes())
        isi = {"total": "149.606.000", "sampai": "2026-06-30", "berkas": berkas}
        orang = klien(siapa)
        hasil = orang.post(_alamat(pemeran, "semester-1/impor/"), isi, follow=True)
        assert ("Belanja proyek" in teks(hasil)) == (belanja is not None)
        orang.post(hasil.redirect_chain[-1][0])
        dana = proyek.pendanaan.with_uang().get()
        assert dana.jumlah.sudah_dibelanjakan == belanja
