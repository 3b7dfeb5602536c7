"""Followers of a kampung are found when they read: one row for all, and a mark for each."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from core.antrean.tugas import kerjakan_semua
from core.moderasi.tampil import sembunyikan
from core.waktu import pada, sekarang
from forum import services as layanan_forum
from forum.models import Ruang, Topik
from kabar.bacaan.milik import untuk
from kabar.enums import Jenis
from kabar.models import Hal, Kabar, Pemberitahuan
from kabar.services import kabar as services
from kabar.services.berkala import rapikan
from kabar.services.rangkuman import PERIHAL, rangkum
from proyek.enums import Tahap
from proyek.models import Keputusan, Proyek
from proyek.services.keputusan import catat_keputusan
from proyek.services.tahap import ubah_tahap
from tests.alat.baca import ada
from tests.alat.kabar import HALAMAN, berhenti, di_kepala, dibaca, ikuti, siarkan
from tests.pabrik.aspirasi import selokan
from tests.pabrik.orang import buktikan_email
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran
from tests.pabrik.proyek import ALASAN, HARI, buat_proyek
from warga.models import Kampung

pytestmark = pytest.mark.django_db
Klien = Callable[..., Client]
SELESAI = "Selesai dikerjakan"


def kabar(pemeran: Pemeran, judul: str = "Posyandu", kampung: Kampung | None = None) -> Kabar:
    baru = Kabar(judul=judul, isi="Besok.", jenis=Jenis.PENGUMUMAN, kampung=kampung)
    baru.kampung = kampung or pemeran.kampung
    return services.terbitkan(kabar=baru, oleh=pemeran.kakam)


def selesaikan(pemeran: Pemeran, proyek: Proyek) -> None:
    ubah_tahap(proyek=proyek, ke=Tahap.SELESAI, tanggal=HARI, oleh=pemeran.kakam, alasan="Tuntas.")


def satu_pk() -> int:
    return Pemberitahuan.objects.get(kampung__isnull=False).pk


def tandai(klien: Client) -> None:
    semua = Pemberitahuan.objects.latest("pk").pk
    klien.post(reverse("kabar:tandai_semua", args=[semua]))


def test_each_of_the_cast_is_told_and_never_of_their_own(pemeran: Pemeran, klien: Klien) -> None:
    *pengikut, lain = SEMUA_PERAN[1:]
    for siapa in pengikut:
        services.ikuti(objek=pemeran.kampung, oleh=pemeran[siapa])
    kabar(pemeran)
    assert siarkan() == 1
    assert Pemberitahuan.objects.get().pengguna is None
    for siapa in pengikut:
        diberi_tahu = siapa != "kakam"  # who published it
        assert dibaca(klien(siapa)) == ["Diterbitkan"] * diberi_tahu, siapa
        assert di_kepala(klien(siapa)) == "1" * diberi_tahu, siapa
    assert (dibaca(klien(lain)), di_kepala(klien(lain))) == ([], "")
    buka = reverse("kabar:buka", args=[satu_pk()])
    assert klien(lain).post(buka).status_code == 404


def test_only_of_this_kampung_and_since_they_follow(pemeran: Pemeran, klien: Klien) -> None:
    kabar(pemeran, "Sebelum")
    ikuti(klien("warga"), pemeran.kampung)
    kabar(pemeran, "Tetangga", pemeran.kampung_lain)
    kabar(pemeran, "Sesudah")
    siarkan()
    respons = klien("warga").get(HALAMAN)
    assert [ada(respons, judul) for judul in ("Sebelum", "Tetangga", "Sesudah")] == [0, 0, 1]
    berhenti(klien("warga"), pemeran.kampung)
    assert dibaca(klien("warga")) == []


def test_a_kampung_hears_of_projects_decisions_and_talk_and_not_of_kiriman(
    pemeran: Pemeran, klien: Klien
) -> None:
    ikuti(klien("warga"), pemeran.kampung)
    proyek = buat_proyek(pemeran.kampung)
    selesaikan(pemeran, proyek)
    _keputusan(pemeran)
    ruang = Ruang.objects.get(slug="rencana")
    for tentang in ({"proyek": proyek}, {"aspirasi": selokan(pemeran)}, {}):
        topik = Topik(ruang=ruang, judul="Soal ini", isi="Bagaimana?", **tentang)
        layanan_forum.tulis_topik(topik=topik, oleh=pemeran.bpk)
    siarkan()
    assert dibaca(klien("warga")) == [SELESAI, "Keputusan dicatat", "Topik baru"]


def _keputusan(pemeran: Pemeran) -> None:
    keputusan = Keputusan(
        kampung=pemeran.kampung,
        judul="Jam malam",
        isi="Mulai pukul 22.",
        alasan=ALASAN,
        dasar="muskam",
        tanggal_surat=HARI,
        ditetapkan_jabatan="Kepala Kampung",
    )
    catat_keputusan(keputusan=keputusan, oleh=pemeran.kakam)


def test_following_the_project_too_is_told_once(pemeran: Pemeran, klien: Klien) -> None:
    proyek = buat_proyek(pemeran.kampung)
    for objek in (proyek, pemeran.kampung):
        ikuti(klien("warga"), objek)
    selesaikan(pemeran, proyek)
    assert siarkan() == 2  # one of warga's own, one for the kampung
    assert (dibaca(klien("warga")), di_kepala(klien("warga"))) == ([SELESAI], "1")


def test_reading_is_each_persons_own(pemeran: Pemeran, klien: Klien) -> None:
    for siapa in ("warga", "bpk"):
        ikuti(klien(siapa), pemeran.kampung)
    tujuan = kabar(pemeran)
    siarkan()
    buka = reverse("kabar:buka", args=[satu_pk()])
    for _ in range(2):  # pressed twice, or in a page that was open before
        assert klien("warga").post(buka)["Location"] == tujuan.get_absolute_url()
    assert (di_kepala(klien("warga")), di_kepala(klien("bpk"))) == ("", "1")
    assert dibaca(klien("warga")) == ["Diterbitkan"]
    assert not ada(klien("warga").get(HALAMAN), "Belum dibaca")
    tandai(klien("bpk"))
    assert di_kepala(klien("bpk")) == ""
    assert dibaca(klien("bpk")) == ["Diterbitkan"]


def test_all_at_once_leaves_what_came_later(pemeran: Pemeran, klien: Klien) -> None:
    ikuti(klien("warga"), pemeran.kampung)
    for nomor in range(3):
        kabar(pemeran, f"Kabar ke-{nomor}")
    siarkan()
    sampai = klien("warga").get(HALAMAN).context["sampai"]
    kabar(pemeran, "Kabar susulan")
    siarkan()
    klien("warga").post(reverse("kabar:tandai_semua", args=[sampai]))
    assert di_kepala(klien("warga")) == "1"
    assert len(dibaca(klien("warga"))) == 4


def test_what_was_hidden_since_is_gone_and_its_author_reads_why(
    pemeran: Pemeran, klien: Klien
) -> None:
    ikuti(klien("warga"), pemeran.kampung)
    satu = kabar(pemeran)
    siarkan()
    sembunyikan(satu, oleh=pemeran.staf, alasan="Memuat nomor warga.")
    siarkan()
    assert (dibaca(klien("warga")), di_kepala(klien("warga"))) == ([], "")
    respons = klien("kakam").get(HALAMAN)
    assert ada(respons, "Kabar Anda disembunyikan")
    assert ada(respons, "Memuat nomor warga.")


def test_a_row_is_for_one_person_or_one_kampung(pemeran: Pemeran, klien: Klien) -> None:
    kabar(pemeran)
    siarkan()
    satu = Pemberitahuan.objects.get()
    for ubahan in ({"pengguna": pemeran.warga}, {"kampung": None}, {"dibaca_pada": sekarang()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Pemberitahuan.objects.filter(pk=satu.pk).update(**ubahan)


def test_after_ninety_days_it_goes_and_does_not_come_back(pemeran: Pemeran, klien: Klien) -> None:
    ikuti(klien("warga"), pemeran.kampung)
    kabar(pemeran)
    siarkan()
    with pada(sekarang() + dt.timedelta(days=80)):
        tandai(klien("warga"))
    with pada(sekarang() + dt.timedelta(days=91)):
        assert rapikan() == 1
        assert di_kepala(klien("warga")) == ""
    assert Pemberitahuan.objects.get().pengguna == pemeran.warga


def test_the_daily_letter_tells_of_it_once(pemeran: Pemeran, klien: Klien, settings: Any) -> None:
    settings.ALAMAT_PORTAL = "https://portal.contoh.invalid"
    for siapa in ("warga", "bpk"):
        buktikan_email(pemeran[siapa], f"{siapa}@contoh.id")
    ikuti(klien("warga"), pemeran.kampung)
    kabar(pemeran)
    siarkan()
    for hari in range(2):
        with pada(sekarang() + dt.timedelta(days=hari)):
            rangkum()
            kerjakan_semua()
    (surat,) = [s for s in mail.outbox if s.subject == PERIHAL]
    assert surat.to == ["warga@contoh.id"]
    assert "Posyandu" in surat.body


@pytest.mark.parametrize("banyak", [1, 3])
def test_the_page_costs_the_same_for_more_rows(
    pemeran: Pemeran, klien: Klien, banyak: int, django_assert_num_queries: Any
) -> None:
    warga = klien("warga")
    for kampung in (pemeran.kampung, pemeran.kampung_lain):
        ikuti(warga, kampung)
    for nomor in range(banyak):
        kabar(pemeran, f"Kabar {nomor}")
        kabar(pemeran, f"Tetangga {nomor}", pemeran.kampung_lain)
    siarkan()
    with django_assert_num_queries(8):
        assert len(warga.get(HALAMAN).context["daftar_isi"]) == 2 * banyak


def test_what_was_read_is_looked_up_and_not_compared_with_each(pemeran: Pemeran) -> None:
    """Also before the database has counted anew: the head of every page asks it."""
    services.ikuti(objek=pemeran.kampung, oleh=pemeran.warga)
    hal, banyak = Hal.objects.get(kampung=pemeran.kampung), 2000
    dasar = {"kampung": pemeran.kampung, "hal": hal, "waktu": sekarang()}
    Pemberitahuan.objects.bulk_create(Pemberitahuan(jejak=-n, **dasar) for n in range(banyak))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE kabar_pemberitahuan")
    services.tandai_semua_dibaca(oleh=pemeran.warga, sampai=2**60)
    rencana = untuk(pemeran.warga, baru=True).explain(analyze=True)
    dibuang = re.findall(r"Rows Removed by (?:Join )?Filter: (\d+)", rencana)
    assert max(map(int, dibuang), default=0) < 10 * banyak  # each with each: two million
