"""The pages of plans: everybody reads the same, drafts stay in their office, and offices work."""

import datetime as dt
from typing import Any

from django.test import Client
from django.urls import reverse

from aspirasi.services.cabut_proyek import cabut_proyek
from core.waktu import hari_ini, pada, sekarang
from proyek.enums import SumberDana
from rencana.bacaan.keberatan import tentang_rencana
from rencana.enums import JenisRencana
from rencana.models import BarisRencana, Masa, MusyawarahDusun, Rencana
from rencana.services.siklus import isi_biasa
from rencana.services.status import buka
from tests.alat.baca import teks
from tests.pabrik.aspirasi import terbit
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek
from tests.pabrik.rencana import USULAN, dibuka, draf, keberatan

JALUR = "/rencana/sido-rejo/2027/"


def test_a_draft_is_read_by_its_offices_alone(pemeran: Pemeran, klien: Any) -> None:
    draf(pemeran.kakam, 50)
    for siapa, ada in (("bpk", True), ("staf", True), ("aparat_lain", False), ("warga", False)):
        isi = teks(klien(siapa).get("/rencana/?tahun=2027"))
        assert ("Rancangan yang belum dibuka" in isi) == ada, siapa
    for siapa, kode in (("bpk", 200), ("aparat", 200), ("staf", 200), ("aparat_lain", 404)):
        assert klien(siapa).get(JALUR).status_code == kode, siapa
    assert Client().get(JALUR).status_code == 404
    assert "belum ada rancangan" not in teks(Client().get("/rencana/?tahun=2027"))
    type(pemeran.kampung).objects.update(bergabung_pada=hari_ini())
    assert "belum ada rancangan" in teks(Client().get("/rencana/?tahun=2027"))


def test_the_line_stands_where_the_money_ends(pemeran: Pemeran) -> None:
    dibuka(pemeran.kakam, 60_000_000, 30_000_000, 20_000_000, pagu=100_000_000)
    isi = teks(Client().get(JALUR))
    garis = isi.index("Sampai di sini uang Dana Desa yang diperkirakan")
    assert isi.index("Talud Dusun 2") < garis < isi.index("Talud Dusun 3")
    assert "Kurang Rp\u00a010.000.000 untuk semua barisnya." in isi


def test_unknown_money_draws_no_line(pemeran: Pemeran) -> None:
    rencana = dibuka(pemeran.kakam, 60_000_000)
    isi = teks(Client().get(JALUR))
    assert "Belum diketahui berapa" in isi
    assert "Sampai di sini" not in isi
    usul = dibuka(pemeran.kakam, 70, jenis=JenisRencana.DU_RKP)
    isi = teks(Client().get(f"{JALUR}du-rkp/"))
    assert "jawabannya kami tulis di sini paling lambat Juli 2027." in isi
    isi_biasa(tahun=2027, oleh=pemeran.staf)
    Masa.objects.filter(langkah="jawaban").update(tutup=dt.date(2027, 8, 31))
    assert "paling lambat Agustus 2027." in teks(Client().get(f"{JALUR}du-rkp/"))
    assert {rencana.sebutan, usul.sebutan} == {"RKP 2027", "DU-RKP 2027"}


def test_pages_cost_the_same_for_one_row_and_for_three(
    pemeran: Pemeran, django_assert_max_num_queries: Any
) -> None:
    satu = dibuka(pemeran.kakam, 50, pagu=100)
    tiga = dibuka(pemeran.kakam, 50, 60, 70, pagu=100, tahun=2028)
    for rencana in (satu, tiga):
        for akhiran in ("", "rkp/cetak/", "rkp/xlsx/", "rkp/csv/"):
            with django_assert_max_num_queries(9):
                jalur = f"/rencana/sido-rejo/{rencana.tahun}/{akhiran}"
                assert Client().get(jalur).status_code == 200
        with django_assert_max_num_queries(9):
            assert Client().get(f"/rencana/?tahun={rencana.tahun}").status_code == 200
        baris = rencana.baris.first()
        assert baris
        with django_assert_max_num_queries(8):
            assert Client().get(baris.get_absolute_url()).status_code == 200


def test_an_office_writes_opens_corrects_and_closes(pemeran: Pemeran, klien: Any) -> None:
    kakam = klien("kakam")
    kakam.post("/rencana/buat/", {"tahun": 2027, "jenis": "rkp"})
    rencana = Rencana.objects.get()
    proyek = buat_proyek(rencana.kampung, judul="Sumur bor Dusun 2", **USULAN)
    isi = {"proyek": proyek.pk, "perkiraan": "40.000.000", "sumber": "dd", "rpjm": ""}
    kakam.post(f"{JALUR}rkp/tambah/", isi)
    baris = BarisRencana.objects.get()
    kakam.post(f"{JALUR}rkp/uang/", {"dd": "50.000.000"})
    assert dict(rencana.pagu.values_list("sumber", "rupiah")) == {SumberDana.DD: 50_000_000}
    suara = {"dusun": "Dusun 2", "tanggal": hari_ini(), "hadir_l": 20, "hadir_p": 25}
    kakam.post(f"{JALUR}rkp/dusun/", suara | {f"l_{baris.pk}": 18, f"p_{baris.pk}": 24})
    assert MusyawarahDusun.objects.get().suara.get().perempuan == 24
    sampai = hari_ini() + dt.timedelta(days=10)
    kakam.post(f"{JALUR}rkp/buka/", {"sampai": sampai})
    isi = teks(Client().get(JALUR))
    assert "42 suara dari daftar musyawarah dusun (18 laki-laki, 24 perempuan)" in isi
    ubah = reverse("rencana:ubah", args=[baris.pk])
    isi = {"urutan": 1, "perkiraan": "45.000.000", "sumber": "dd", "rpjm": ""}
    assert "Mengapa diubah?" in teks(kakam.post(ubah, isi))
    kakam.post(ubah, isi | {"alasan": "Harga pipa naik."})
    assert "Alasannya: Harga pipa naik." in teks(Client().get(JALUR))
    kakam.post(f"{JALUR}rkp/batal/", {"alasan": "Salah kampung."})
    assert Client().get(JALUR).status_code == 404
    kakam.post(f"{JALUR}rkp/buka/", {"sampai": sampai})
    kakam.post(f"{JALUR}rkp/tutup/", {"alasan": "Musyawarah dimajukan."})
    kakam.post(f"{JALUR}rkp/buka-lagi/", {"sampai": sampai, "alasan": "Warga meminta."})
    rencana.refresh_from_db()
    assert rencana.dapat_ditanya


def test_outside_its_days_a_plan_is_not_opened(pemeran: Pemeran, klien: Any) -> None:
    draf(pemeran.kakam, 50)
    isi_biasa(tahun=2027, oleh=pemeran.staf)
    sampai = hari_ini() + dt.timedelta(days=10)
    jalur = f"{JALUR}rkp/buka/"
    assert "sudah lewat 30 September 2026" in teks(klien("kakam").post(jalur, {"sampai": sampai}))
    isi = {"langkah": "rkp", "kampung": pemeran.kampung.pk, "boleh": ["rkp"]}
    isi |= {"buka": hari_ini(), "tutup": sampai, "alasan": "Kepala Kampung baru dilantik."}
    klien("staf").post("/rencana/jadwal/2027/atur/", isi)
    klien("kakam").post(jalur, {"sampai": sampai})
    assert Client().get(JALUR).status_code == 200
    assert "Kepala Kampung baru dilantik." in teks(Client().get("/rencana/jadwal/2027/"))


def test_support_of_proven_accounts_counts_once(pemeran: Pemeran, klien: Any) -> None:
    rencana = dibuka(pemeran.kakam, 50)
    baris = rencana.baris.get()
    usul = terbit(rencana.kampung, pemeran.staf, jenis="usulan")
    usul.tautan_proyek.create(proyek=baris.proyek, oleh=pemeran.kakam)
    usul.dukungan.create(pengguna=pemeran.fasilitator)
    for siapa in ("warga", "fasilitator"):
        klien(siapa).post(reverse("rencana:dukung", args=[baris.pk]))
    isi = teks(Client().get(baris.get_absolute_url()))
    assert usul.judul in isi
    banyak = 1 + pemeran.warga.kontak_terbukti
    assert f"{banyak} dari akun yang terbukti" in isi
    with pada(sekarang() + dt.timedelta(days=20)):
        klien("warga").post(reverse("rencana:dukung", args=[baris.pk]), {"batal": "1"})
    assert baris.dukungan.count() == 2


def test_it_is_linked_followed_and_waits_on_the_desk(pemeran: Pemeran, klien: Any) -> None:
    rencana = draf(pemeran.aparat, 50)
    proyek = rencana.baris.get().proyek
    kerja = teks(klien("kakam").get("/kerja/"))
    assert "Buka rancangannya" in kerja
    assert "Buka rancangannya" not in teks(klien("aparat").get("/kerja/"))
    assert "rancangan RKP" not in teks(Client().get(proyek.get_absolute_url()))
    buka(rencana=rencana, sampai=hari_ini() + dt.timedelta(days=9), oleh=pemeran.kakam)
    assert "Masuk rancangan RKP 2027, urutan 1" in teks(Client().get(proyek.get_absolute_url()))
    kampung = teks(Client().get(rencana.kampung.get_absolute_url()))
    assert "Dibuka untuk pertanyaan dan keberatan sampai" in kampung
    klien("warga").post(f"/kabar/ikuti/rencana/{rencana.pk}/", {})
    assert "RKP 2027 Kampung Sido Rejo" in teks(klien("warga").get("/kabar/pemberitahuan/ikutan/"))
    with pada(sekarang() + dt.timedelta(days=20)):
        kerja = teks(klien("kakam").get("/kerja/"))
        assert f"{JALUR}rkp/tetapkan/" in kerja
        tetap = klien("kakam").get(f"{JALUR}rkp/tetapkan/")
    assert tetap.status_code == 200


def test_a_row_whose_project_was_taken_back_can_leave(pemeran: Pemeran, klien: Any) -> None:
    rencana = dibuka(pemeran.kakam, 50, 60)
    satu = rencana.baris.all()[0]
    keberatan(rencana, pemeran.staf, baris=satu)
    assert "keberatan atas rencana kampung belum dijawab" in teks(klien("kakam").get("/kerja/"))
    cabut_proyek(proyek=satu.proyek, alasan="Dibuka dua kali.", oleh=pemeran.kakam)
    assert satu.proyek.judul not in teks(Client().get(JALUR))
    keluar = reverse("rencana:hapus", args=[satu.pk])
    assert keluar in teks(klien("aparat").get(f"{JALUR}rkp/urus/"))
    klien("aparat").post(keluar, {"alasan": "Proyeknya dicabut."})
    assert rencana.baris.count() == 1
    assert tentang_rencana(rencana).exists()
