"""Taking back a project that was opened by mistake: out of everything, its address tells why."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from core.galat import TidakBisa
from core.jejak.catat import catat, hapus_isi, riwayat
from core.waktu import sekarang
from proyek.bacaan.muda import pengikat
from proyek.enums import Dasar, Tahap
from proyek.models import Keputusan, Pendanaan, Proyek
from proyek.services.buka import buka_proyek
from proyek.services.cabut import cabut_proyek
from proyek.services.keputusan import catat_keputusan
from proyek.services.keterangan import ubah_keterangan
from tests.alat.baca import teks
from tests.pabrik.forum import topik as buat_topik
from tests.pabrik.proyek import HARI, buat_proyek
from transparansi.bacaan.ringkasan import uang

pytestmark = pytest.mark.django_db
ALASAN = "Terisi dua kali, yang benar PRJ-2026-0012."
NAMA = "Jembatan Zirkonia"


def keputusan(oleh: Any, **lain: Any) -> Keputusan:
    kata = {"judul": "Jembatan dibiayai", "isi": "Dibiayai.", "alasan": "Jembatan lama roboh."}
    return Keputusan(
        dasar=Dasar.MUSKAM,
        tanggal_surat=HARI,
        ditetapkan_jabatan="Kepala Kampung",
        kampung=oleh.kampung,
        **kata | lain,
    )


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    """Opened a moment ago with its money and its founding decision."""
    mentah = Proyek(
        judul=NAMA,
        uraian="Jembatan gantung.",
        kampung=pemeran.kampung,
        pemilik=buat_proyek(pemeran.kampung).pemilik,
        kegiatan=buat_proyek(pemeran.kampung).kegiatan,
    )
    return buka_proyek(
        proyek=mentah,
        pendanaan=[Pendanaan(sumber="dd", tahun=2026, pagu=77_123_000)],
        keputusan=keputusan(pemeran.kakam, ke_tahap=Tahap.DIANGGARKAN),
        oleh=pemeran.kakam,
    )


def test_it_is_out_of_every_list_and_sum(klien, pemeran, proyek) -> None:
    kampung = proyek.kampung
    sebelum = uang(2026, kampung).total
    assert (sebelum.anggaran, sebelum.proyek) == (77_123_000, 1)
    halaman = ["/", "/proyek/", "/proyek/?cari=zirkonia", "/keputusan/", "/keputusan/?cari=roboh"]
    halaman += [
        kampung.get_absolute_url(),
        "/kampung/informasi/",
        f"/aspirasi/kirim/?proyek={proyek.nomor}",
    ]
    cabut_proyek(proyek=proyek, alasan=ALASAN, oleh=pemeran.kakam)
    for siapa in ("pengunjung", "kakam"):
        for jalur in halaman:
            isi = klien(siapa).get(jalur, follow=True).content.decode()
            assert NAMA not in isi, jalur
            assert "Jembatan lama roboh" not in isi, jalur
    assert uang(2026, kampung).total.proyek == 0


def test_its_address_tells_why_and_keeps_the_trail(klien, pemeran, proyek) -> None:
    for ke in range(6):  # more acts than the page of a project shows
        ubah_keterangan(
            proyek=proyek, isi={"lokasi": f"RT {ke}"}, alasan="Kurang.", oleh=pemeran.staf
        )
    cabut_proyek(proyek=proyek, alasan=ALASAN, oleh=pemeran.kakam)
    for alamat in (proyek.get_absolute_url(), proyek.keputusan.get().get_absolute_url()):
        jawaban = Client().get(alamat)
        assert jawaban.status_code == 410
        isi = jawaban.content.decode()
        assert "Proyek ini dicabut karena dibuka keliru" in isi
        assert ALASAN in isi
        assert "Dicatat di portal" in isi
        assert NAMA not in isi
    assert klien("kakam").get(f"{proyek.get_absolute_url()}ubah/").status_code == 404


def test_the_page_asks_for_a_reason_and_does_it(klien, proyek) -> None:
    alamat = f"{proyek.get_absolute_url()}cabut/"
    assert f'href="{alamat}"' in klien("kakam").get(proyek.get_absolute_url()).content.decode()
    assert "Bagian ini harus diisi" in teks(klien("kakam").post(alamat, {"alasan": " "}))
    assert klien("aparat_lain").post(alamat, {"alasan": ALASAN}).status_code == 403
    assert klien("staf").post(alamat, {"alasan": ALASAN}).status_code == 403, "the kampung's own"
    assert klien("kakam").post(alamat, {"alasan": ALASAN}).url == "/proyek/"
    proyek.refresh_from_db()
    assert proyek.dicabut
    assert riwayat(proyek).last().dari == Tahap.DIANGGARKAN


def test_followers_and_topics_lose_its_name(klien, pemeran, proyek) -> None:
    ikuti = klien("warga").post(f"/kabar/ikuti/proyek/{proyek.nomor}/")
    assert ikuti.status_code == 302
    topik = buat_topik(pemeran.warga, proyek=proyek)
    cabut_proyek(proyek=proyek, alasan=ALASAN, oleh=pemeran.kakam)
    assert NAMA not in klien("warga").get("/kabar/pemberitahuan/ikutan/").content.decode()
    assert NAMA not in Client().get(topik.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("aksi", "sebab"),
    [
        ("tahap", "pekerjaannya"),
        ("pencairan", "uangnya"),
        ("laporan", "laporan kemajuannya"),
    ],
)
def test_what_others_rely_on_is_not_taken_back(klien, pemeran, proyek, aksi, sebab) -> None:
    catat(objek=proyek, aksi=aksi, oleh=pemeran.kakam, dari="dianggarkan", ke="berjalan")
    with pytest.raises(TidakBisa, match=sebab):
        cabut_proyek(proyek=proyek, alasan=ALASAN, oleh=pemeran.kakam)
    alamat = f"{proyek.get_absolute_url()}cabut/"
    assert alamat not in klien("kakam").get(proyek.get_absolute_url()).content.decode()
    assert sebab in teks(klien("kakam").get(alamat))
    assert sebab in teks(klien("kakam").post(alamat, {"alasan": ALASAN}))


def test_a_founding_decision_binds_after_thirty_days(pemeran, proyek, monkeypatch) -> None:
    nanti = sekarang() + dt.timedelta(days=31)
    monkeypatch.setattr("proyek.bacaan.muda.sekarang", lambda: nanti)
    with pytest.raises(TidakBisa, match="lebih dari 30 hari"):
        cabut_proyek(proyek=proyek, alasan=ALASAN, oleh=pemeran.kakam)


def test_a_later_decision_binds_at_once(pemeran, proyek) -> None:
    catat_keputusan(keputusan=keputusan(pemeran.kakam, proyek=proyek), oleh=pemeran.kakam)
    with pytest.raises(TidakBisa, match="sudah ada keputusan"):
        cabut_proyek(proyek=proyek, alasan=ALASAN, oleh=pemeran.kakam)


def test_the_ralat_of_a_founding_decision_binds_as_late_as_it(pemeran, proyek) -> None:
    lama = proyek.keputusan.get()
    kata = {"proyek": proyek, "menggantikan": lama, "sebab_ralat": "Salah tanggal."}
    catat_keputusan(keputusan=keputusan(pemeran.kakam, **kata), oleh=pemeran.kakam)
    hapus_isi(objek=proyek, alasan="Memuat nama.")
    assert pengikat(proyek) == "", "whatever words its trail still holds"


def test_no_reason_no_taking_back(pemeran, proyek) -> None:
    with pytest.raises(TidakBisa, match="Tulis alasannya"):
        cabut_proyek(proyek=proyek, alasan=" … ", oleh=pemeran.kakam)
