"""A pause through the front door: who may, what everyone reads, and what the desk says."""

import datetime as dt
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from core.waktu import pada
from laporan.models import JedaLaporan
from laporan.services import jadwal
from laporan.services import jeda as layanan
from proyek.models import Proyek
from tests.alat.baca import sebaris
from tests.alat.jam import saat
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
JEDA = "/kerja/jeda/"
ISI = {
    "kampung": "sido-rejo",
    "mulai": "2026-10-09",
    "akhir": "2026-10-16",
    "sebab": "bencana",
    "keterangan": "Banjir merendam balai kampung.",
}
SEDANG = (
    "Kampung Sido Rejo sedang jeda pelaporan sampai 16 Oktober 2026: bencana (diberikan Camat). "
    "Banjir merendam balai kampung."
)


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    """A work whose report of September is due on Wednesday 7 October."""
    proyek = buat_proyek(pemeran.kampung, mulai_nyata=dt.date(2026, 9, 1))
    with pada(saat("2026-09-10")):
        jadwal.susun(proyek=proyek)
    return proyek


def alamat(milik: JedaLaporan, nama: str) -> str:
    if nama == "tarik":
        return reverse("meja:jeda_tarik", args=[milik.pk])
    return reverse("meja:jeda_ubah", args=[milik.pk, nama])


def beri(klien: Any, siapa: str = "camat", **isi: str) -> Any:
    with pada(saat("2026-10-09")):
        return klien(siapa).post(JEDA, ISI | isi)


def test_the_camat_alone_finds_the_pages(klien: Any, pemeran: Any) -> None:
    isi = {"mulai": dt.date(2026, 10, 12), "akhir": dt.date(2026, 10, 16), "sebab": "bencana"}
    with pada(saat("2026-10-09")):
        milik = layanan.beri(
            kampung=pemeran.kampung, keterangan="Banjir.", oleh=pemeran.camat, **isi
        )
    urusan = [alamat(milik, nama) for nama in ("akhiri", "batalkan", "perbaiki")]
    for siapa in SEMUA_PERAN:
        masuk = {"pengunjung": 302, "warga": 403, "fasilitator": 403, "bpk": 403}
        harap = masuk.get(siapa, 200 if siapa == "camat" else 404)
        for jalur in (JEDA, *urusan):
            assert klien(siapa).get(jalur).status_code == harap, (siapa, jalur)
            if siapa != "camat":
                kirim = ISI | {"alasan": "Iseng saja."}
                assert klien(siapa).post(jalur, kirim).status_code == harap, (siapa, jalur)
        tarik = masuk.get(siapa, 404 if siapa in ("aparat", "kakam", "aparat_lain") else 200)
        assert klien(siapa).get(alamat(milik, "tarik")).status_code == tarik, siapa
    assert JedaLaporan.objects.get().dibatalkan_pada is None
    for jalur in (alamat(milik, "hapus"), alamat(JedaLaporan(pk=9), "akhiri"), f"{JEDA}x/akhiri/"):
        assert klien("camat").get(jalur).status_code == 404


def test_everyone_reads_it_where_the_reports_stand(klien: Any, client: Any, proyek: Proyek) -> None:
    hasil = beri(klien)
    assert hasil["Location"] == "/kampung/sido-rejo/kalender/#jeda"
    assert beri(klien)["Location"] == hasil["Location"]  # pressed twice
    assert JedaLaporan.objects.count() == 1
    with pada(saat("2026-10-13")):
        for jalur in ("/kampung/sido-rejo/", "/kampung/sido-rejo/kalender/"):
            assert SEDANG in sebaris(client.get(jalur)), jalur
        for jalur in ("/proyek/", "/proyek/?laporan=terlambat", proyek.get_absolute_url()):
            isi = sebaris(client.get(jalur))
            assert "terlambat 1 hari kerja" in isi, jalur  # Thursday; the pause began on Friday
            assert "Jeda pelaporan sampai 16 Oktober 2026: bencana (diberikan Camat)." in isi, jalur
        meja = sebaris(klien("staf").get("/kerja/minggu/"))
        assert "Ingatkan lewat WhatsApp" not in meja
        assert SEDANG in meja
        assert "Beri jeda" not in meja
        assert SEDANG in sebaris(klien("aparat").get("/kerja/minggu/"))
    with pada(saat("2026-10-19")):
        isi = sebaris(client.get("/kampung/sido-rejo/kalender/"))
        assert "sedang jeda" not in isi
        assert "9–16 Oktober 2026: bencana" in isi
        assert "jeda pelaporan sampai" not in sebaris(client.get("/kampung/sido-rejo/"))
        assert "terlambat 2 hari kerja" in sebaris(client.get(proyek.get_absolute_url()))


def test_what_was_done_about_it_stays_with_its_reason(klien: Any, client: Any) -> None:
    beri(klien)
    milik = JedaLaporan.objects.get()
    with pada(saat("2026-10-12")):
        isian = {"akhir": "2026-10-13", "alasan": "Air surut; hubungi 081234567890."}
        klien("camat").post(alamat(milik, "akhiri"), isian)
        isi = sebaris(client.get("/kampung/sido-rejo/kalender/"))
        assert "sampai 13 Oktober 2026: bencana" in isi
        assert "Jeda pelaporan dipendekkan, 12 Oktober 2026: Air surut; hubungi [nomor" in isi
        assert "Akhiri lebih awal" not in isi
        assert "Akhiri lebih awal" in sebaris(klien("camat").get("/kampung/sido-rejo/kalender/"))
        salah = klien("camat").post(alamat(milik, "akhiri"), isian | {"akhir": "2026-10-20"})
        assert "Pilih hari dari hari ini" in sebaris(salah)
        batal = sebaris(klien("camat").post(alamat(milik, "batalkan"), {"alasan": "Keliru."}))
        assert "tidak dapat dilakukan lagi" in batal
        assert klien("staf").get(alamat(milik, "tarik")).status_code == 200
        kata = {"kata": "balai kampung", "alasan": "Tidak perlu disebut."}
        klien("staf").post(alamat(milik, "tarik"), kata)
        assert "balai kampung" not in sebaris(client.get("/kampung/sido-rejo/kalender/"))


@pytest.mark.parametrize(
    ("isi", "bagian"),
    [
        ({"akhir": "2026-11-30"}, "__all__"),
        ({"akhir": "kemarin"}, "akhir"),
        ({"kampung": "tidak-ada"}, "kampung"),
        ({"sebab": "malas"}, "sebab"),
        ({"keterangan": "x\0y"}, "keterangan"),
        ({"mulai": ""}, "mulai"),
    ],
)
def test_a_wrong_field_says_so_and_keeps_what_was_typed(
    klien: Any, isi: dict[str, str], bagian: str
) -> None:
    respons = beri(klien, **isi)
    galat = respons.context["form"].errors
    assert list(galat) == [bagian]
    assert galat[bagian][0] in unescape(sebaris(respons))
    if "keterangan" not in isi:
        assert ISI["keterangan"] in sebaris(respons)
    assert not JedaLaporan.objects.exists()


def test_aparat_read_how_to_ask(klien: Any, pemeran: Any) -> None:
    isi = sebaris(klien("aparat").get("/kerja/minggu/"))
    assert "Minta jeda lewat WhatsApp" in isi
    assert "Kampung%20Sido%20Rejo%20memohon%20jeda" in isi
    assert "Minta jeda" not in sebaris(klien("staf").get("/kerja/minggu/"))
    for siapa, ada in (("camat", True), ("staf", False)):
        assert ("Jeda pelaporan" in sebaris(klien(siapa).get("/kerja/"))) is ada
