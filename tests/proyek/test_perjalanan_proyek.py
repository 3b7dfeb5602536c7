"""Journeys through the forms: from three voices to one project that a visitor understands, and
every mistake set right by the person who made it."""

import re
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Status
from aspirasi.models import Aspirasi
from laporan.models import LaporanKemajuan
from proyek.enums import Tahap
from proyek.models import Gerak, Keputusan, PindahTahap, Proyek
from tests.alat.baca import kunci, sebaris
from tests.pabrik.aspirasi import terbit
from tests.pabrik.berkas import foto
from tests.pabrik.isian_proyek import isian_dana, isian_keputusan, isian_lengkap
from tests.pabrik.laporan import alamat_tulis
from tests.pabrik.pemeran import Pemeran

pytestmark = pytest.mark.django_db
SUARA = ("Jalan Dusun 3 becek.", "Anak sekolah jatuh di Dusun 3.", "Truk tidak bisa lewat Dusun 3.")
SEBAB = "Harga semen naik, jadi waktunya mundur dan dananya ditambah."
DANA = (
    ("dd", "2026", "120.000.000"),
    ("add", "2026", "24.700.000"),
    ("tjsl", "2026", "30.000.000"),
)
SPP = {"apa": "cair", "tanggal": "2026-11-02", "jumlah": "12.000.000"}


def kirim(klien: Client, alamat: str, isi: dict[str, Any]) -> str:
    """Send a form that is accepted; return the page that follows, as one line."""
    respons = klien.post(alamat, isi, follow=True)
    assert respons.redirect_chain, sebaris(respons)
    return sebaris(respons)


def tautan(halaman: str, kata: str) -> str:
    """Return where the first link with these words leads."""
    cocok = re.search(rf'<a[^>]*href="([^"]+)"[^>]*>(?:(?!</a>).)*{re.escape(kata)}', halaman)
    assert cocok, f"Tidak ada tautan “{kata}”."
    return cocok[1].replace("&amp;", "&")


def buka(klien: Client, suara: Aspirasi | None = None, **ganti: Any) -> Proyek:
    alamat = f"/proyek/buka/?aspirasi={suara.acuan}" if suara else "/proyek/buka/"
    isi = isian_lengkap(mulai_rencana="2026-10-01", selesai_rencana="2026-11-20", **ganti)
    sebelum = set(Proyek.objects.values_list("pk", flat=True))
    kirim(klien, alamat, isi | isian_dana(*DANA) | {"kunci": kunci(klien, alamat)})
    return Proyek.objects.exclude(pk__in=sebelum).get()


def lapor(klien: Client, proyek: Proyek, **ganti: str) -> LaporanKemajuan:
    """Write and publish a report with a photo. `ganti` by source: `dd="15.000.000"`."""
    isi = {"periode": "2026-11-02", "persen": "35", "narasi": "Fondasi selesai."}
    isi |= {f"belanja_{d.pk}": ganti.get(d.sumber, "0") for d in proyek.pendanaan.all()}
    kirim(klien, alamat_tulis(proyek), isi | {"ada_kendala": "tidak"})
    draf = f"/laporan/draf/{LaporanKemajuan.objects.get(proyek=proyek).pk}/"
    kirim(klien, f"{draf}foto/", {"foto": [foto()], "tahap": "50", "keterangan": "Sisi timur"})
    kirim(klien, f"{draf}terbitkan/", {})
    return LaporanKemajuan.objects.get(proyek=proyek)


def ubah(klien: Client, proyek: Proyek) -> str:
    """Change money and time of a project by one paper, through the link of its page."""
    alamat = tautan(sebaris(klien.get(proyek.get_absolute_url())), "Catat perubahan")
    surat = {
        "jenis": "apb",
        "nomor_surat": "3 Tahun 2026",
        "tanggal_surat": "2026-11-02",
        "alasan": SEBAB,
        "ditetapkan_jabatan": "Kepala Kampung Sido Rejo",
    }
    isi = {"dana-dd-2026": "125.000.000", "selesai_rencana": "2026-12-20"}
    surat |= {f"{proyek.nomor}-{nama}": nilai for nama, nilai in isi.items()}
    lihat = klien.post(alamat, surat)
    return kirim(klien, alamat, surat | {"setuju": lihat.context["setuju"]})


def test_from_three_voices_to_a_page_that_says_it_all(klien: Any, pemeran: Pemeran) -> None:
    suara = [terbit(pemeran.kampung, pemeran.staf, isi=isi) for isi in SUARA]
    kakam, aparat, umum = klien("kakam"), klien("aparat"), Client()
    proyek = buka(kakam, suara[0])
    for satu in suara[1:]:
        kirim(kakam, f"/kerja/aspirasi/{satu.acuan}/hubungkan/", {"proyek": proyek.pk})
    assert {s.status for s in Aspirasi.objects.all()} == {Status.DIRENCANAKAN}
    rumah = proyek.get_absolute_url()
    kirim(aparat, f"{rumah}tahap/", {"ke": Tahap.BERJALAN, "tanggal": "2026-11-02"})
    ubah(kakam, proyek)
    laporan = lapor(kakam, proyek, dd="15.000.000", tjsl="2.000.000")

    satu = tautan(sebaris(umum.get(suara[2].get_absolute_url())), proyek.judul)
    halaman = sebaris(umum.get(satu))
    kata = (
        *(s.judul for s in suara),
        *("Sedang dikerjakan", "Dana Desa", "Alokasi Dana Desa"),
        *("Tanggung jawab sosial perusahaan", "Rp 125.000.000", "Rp 30.000.000"),
        *("Rp 17.000.000", "35%", "Rabat beton dibiayai", SEBAB, "20 November 2026"),
        *("20 Desember 2026", "3 Tahun 2026", "Fondasi selesai.", "Sisi timur", laporan.nomor),
    )
    assert [satu for satu in kata if satu not in halaman] == []
    dua = sebaris(umum.get(tautan(halaman, "3 Tahun 2026")))
    assert "Rp 120.000.000" in dua
    assert "Rp 125.000.000" in dua
    assert SEBAB in dua


def test_a_mistyped_payment_is_set_right(klien: Any, pemeran: Pemeran) -> None:
    aparat = klien("aparat")
    proyek = buka(aparat)
    rumah, dana = proyek.get_absolute_url(), proyek.pendanaan.get(sumber="dd")
    halaman = kirim(aparat, f"{rumah}pencairan/", SPP | {"pendanaan": dana.pk})
    alasan = "Kelebihan satu nol."
    isi = {"jumlah": "1.200.000", "tanggal": "2026-11-02", "alasan": alasan}
    kirim(aparat, tautan(halaman, "Betulkan"), isi)
    umum = sebaris(Client().get(rumah))
    for kata in ("<del>", "Rp 12.000.000", "Rp 1.200.000", alasan):
        assert kata in umum
    dana = proyek.pendanaan.with_uang().get(sumber="dd")
    assert dana.jumlah.dicairkan == 1_200_000
    assert Gerak.objects.pencairan().count() == 2


def test_a_wrong_project_is_taken_back(klien: Any, pemeran: Pemeran) -> None:
    kakam, suara = klien("kakam"), terbit(pemeran.kampung, pemeran.staf, isi=SUARA[0])
    semula = suara.status
    proyek = buka(kakam, suara)
    rumah = proyek.get_absolute_url()
    alamat = tautan(sebaris(kakam.get(rumah)), "Cabut")
    kirim(kakam, alamat, {"alasan": "Dibuka dua kali."})
    umum = Client()
    assert umum.get(rumah).status_code == 410
    assert proyek.judul not in sebaris(umum.get("/proyek/"))
    suara.refresh_from_db()
    assert suara.status == semula


def test_a_wrong_stage_is_taken_back(klien: Any, pemeran: Pemeran) -> None:
    aparat = klien("aparat")
    proyek = buka(aparat)
    rumah = proyek.get_absolute_url()
    halaman = kirim(aparat, f"{rumah}tahap/", {"ke": Tahap.BERJALAN, "tanggal": "2026-11-02"})
    langkah = PindahTahap.objects.filter(proyek=proyek).latest("pk")
    isi = {"langkah": langkah.pk, "alasan": "Tertukar dengan talut."}
    kirim(aparat, tautan(halaman, "Batalkan tahap"), isi)
    umum = sebaris(Client().get(rumah))
    assert "Sudah dianggarkan" in umum
    assert "Tertukar dengan talut." in umum
    proyek.refresh_from_db()
    assert (proyek.tahap, proyek.mulai_nyata) == (Tahap.DIANGGARKAN, None)


def test_a_wrong_decision_is_replaced(klien: Any, pemeran: Pemeran) -> None:
    aparat = klien("aparat")
    proyek = buka(aparat)
    lama = Keputusan.objects.get(proyek=proyek)
    alamat = tautan(sebaris(aparat.get(lama.get_absolute_url())), "Catat ralat")
    isi = isian_keputusan(judul="Yang betul", sebab_ralat="Nomor suratnya salah ketik.")
    kirim(aparat, alamat, isi | {"kunci": kunci(aparat, alamat)})
    umum = Client()
    halaman = sebaris(umum.get(proyek.get_absolute_url()))
    assert "Yang betul" in halaman
    baru = Keputusan.objects.get(menggantikan=lama)
    assert baru.nomor in sebaris(umum.get(lama.get_absolute_url()))
    proyek.refresh_from_db()
    assert proyek.tahap == Tahap.DIANGGARKAN
    assert sum(d.pagu for d in proyek.pendanaan.with_uang()) == 174_700_000
