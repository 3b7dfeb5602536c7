"""A stage of a project is taken back, and so is what followed it for those who wait."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.bacaan.keadaan import kalimat
from aspirasi.enums import Aksi, Jenis, Langkah, Status
from aspirasi.models import Aspirasi
from aspirasi.services import berkala, jawab, kiriman, sanggah, tangani
from core.antrean.tugas import kerjakan_semua
from core.jejak.catat import riwayat
from core.models import Tugas
from core.waktu import pada
from proyek.enums import Dasar, Tahap
from proyek.models import Keputusan, PindahTahap, Proyek
from proyek.services.batal_tahap import batalkan_tahap
from proyek.services.keputusan import catat_keputusan
from proyek.services.tahap import ubah_tahap
from tests.alat.baca import teks
from tests.alat.jam import saat
from tests.alat.pengirim import kenal_pengirim
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.orang import terbukti
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
ALASAN = "Tertukar dengan proyek talut di sebelahnya."
KAMIS, JUMAT, SABTU = saat("2026-09-03"), saat("2026-09-04"), saat("2026-09-05")


def jalankan(kapan: dt.datetime) -> None:
    with pada(kapan):
        berkala.ikuti_proyek()
        kerjakan_semua()
    assert not Tugas.objects.exclude(status=Tugas.Status.SELESAI).exists()


def kirim(pemeran: Any, *proyek: Proyek) -> Any:
    """A public usulan with an e-mail that waits for these projects."""
    with pada(KAMIS):
        terkirim = buat(pemeran.kampung, jenis=Jenis.USULAN, kontak={"email": "warga@contoh.id"})
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        for satu in proyek:
            tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=satu, oleh=pemeran.kakam)
        kerjakan_semua()
    return terkirim


def pindah(proyek: Proyek, ke: str, oleh: Any, kapan: dt.datetime = KAMIS) -> PindahTahap:
    with pada(kapan):
        ubah_tahap(proyek=proyek, ke=ke, tanggal=kapan.date(), oleh=oleh, alasan="Tuntas.")
    return proyek.pindah_tahap.latest("pk")


def batalkan(langkah: PindahTahap, oleh: Any) -> None:
    with pada(JUMAT):
        batalkan_tahap(langkah=langkah, alasan=ALASAN, oleh=oleh)


def aksi(aspirasi: Aspirasi) -> list[str]:
    return list(riwayat(aspirasi).values_list("aksi", flat=True))


@pytest.fixture
def selesai(pemeran: Any) -> tuple[Any, PindahTahap]:
    """A kiriman whose sender is asked, since its project was recorded as finished by mistake."""
    proyek = buat_proyek(pemeran.kampung)
    terkirim = kirim(pemeran, proyek)
    langkah = pindah(proyek, Tahap.SELESAI, pemeran.kakam)
    jalankan(KAMIS)
    return terkirim, langkah


def test_the_question_and_its_clock_go_and_the_sender_is_told(
    selesai: tuple[Any, PindahTahap], pemeran: Any, client: Client, mailoutbox: Any
) -> None:
    terkirim, langkah = selesai
    aspirasi = terkirim.aspirasi
    aspirasi.refresh_from_db()
    assert aspirasi.langkah == Langkah.KONFIRMASI
    with pada(JUMAT):
        sanggah.nyatakan_belum(aspirasi=aspirasi, oleh=terbukti())
    mailoutbox.clear()
    batalkan(langkah, pemeran.kakam)
    for kapan in (JUMAT, SABTU):
        jalankan(kapan)
    aspirasi.refresh_from_db()
    keadaan = (aspirasi.status, aspirasi.langkah, aspirasi.tenggat)
    assert keadaan == (Status.DIRENCANAKAN, Langkah.NIHIL, None)
    assert not aspirasi.belum_beres.exists()
    (surat,) = mailoutbox
    assert "Kabar sebelumnya tentang proyeknya ternyata keliru." in surat.body
    assert "yang sedang dikerjakan. Sesudah proyeknya selesai, Anda ditanya" in surat.body
    kenal_pengirim(client, terkirim)
    with pada(JUMAT):
        sendiri = teks(client.get(reverse("aspirasi:kiriman", args=[aspirasi.acuan])))
        umum = teks(Client().get(aspirasi.get_absolute_url()))
    assert "pertanyaan kepada Anda ditarik" in sendiri
    assert "Sudah beres</button>" not in sendiri
    assert "pertanyaan kepada pengirim ditarik" in umum
    assert "tidak “selesai dikerjakan”, melainkan “sedang dikerjakan”" in umum
    assert ALASAN in umum
    pindah(langkah.proyek, Tahap.SELESAI, pemeran.kakam, saat("2026-09-08"))
    jalankan(saat("2026-09-08"))
    aspirasi.refresh_from_db()
    assert aspirasi.langkah == Langkah.KONFIRMASI
    assert aksi(aspirasi).count(Aksi.TANYAI) == 2


@pytest.mark.parametrize("beres", [True, False])
def test_an_answer_that_was_given_stays_with_the_question_it_was_given_to(
    selesai: tuple[Any, PindahTahap], pemeran: Any, beres: bool, mailoutbox: Any
) -> None:
    terkirim, langkah = selesai
    aspirasi = terkirim.aspirasi
    with pada(JUMAT):
        if beres:
            kiriman.nyatakan_beres(aspirasi=aspirasi)
        else:
            kiriman.buka_kembali(aspirasi=aspirasi, alasan="Jalannya belum dicor.")
    aspirasi.refresh_from_db()
    sebelum = (aspirasi.status, aspirasi.langkah, aspirasi.tenggat, aspirasi.cara_selesai)
    kata = kalimat(aspirasi)
    mailoutbox.clear()
    batalkan(langkah, pemeran.kakam)
    for kapan in (JUMAT, SABTU):
        jalankan(kapan)
    aspirasi = Aspirasi.objects.get(pk=aspirasi.pk)
    assert (
        aspirasi.status,
        aspirasi.langkah,
        aspirasi.tenggat,
        aspirasi.cara_selesai,
    ) == sebelum
    assert kalimat(aspirasi) == kata
    assert ("Sudah beres" in kata) == beres
    assert aksi(aspirasi).count(Aksi.TAHAP_KELIRU) == 1
    (surat,) = mailoutbox
    assert "ternyata keliru" in surat.body


def test_another_project_that_is_finished_keeps_the_question(
    selesai: tuple[Any, PindahTahap], pemeran: Any
) -> None:
    terkirim, langkah = selesai
    lain = buat_proyek(pemeran.kampung)
    with pada(KAMIS):
        tangani.hubungkan_proyek(aspirasi=terkirim.aspirasi, proyek=lain, oleh=pemeran.kakam)
    pindah(lain, Tahap.SELESAI, pemeran.kakam)
    with pada(JUMAT):
        berkala.tanyai(terkirim.aspirasi.acuan.hex)
    batalkan(langkah, pemeran.kakam)
    jalankan(JUMAT)
    terkirim.aspirasi.refresh_from_db()
    assert terkirim.aspirasi.langkah == Langkah.KONFIRMASI
    assert aksi(terkirim.aspirasi)[-1] == Aksi.TAHAP_KELIRU


def test_a_stage_that_nobody_was_told_of_leaves_no_trace(pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    aspirasi = kirim(pemeran, proyek).aspirasi
    langkah = pindah(proyek, Tahap.SELESAI, pemeran.kakam)
    sebelum = aksi(aspirasi)
    batalkan(langkah, pemeran.kakam)
    jalankan(JUMAT)
    assert aksi(aspirasi) == sebelum


def test_a_handover_by_mistake_asks_nobody_again(
    selesai: tuple[Any, PindahTahap], pemeran: Any
) -> None:
    terkirim, langkah = selesai
    aspirasi = terkirim.aspirasi
    aspirasi.tautan_proyek.update(tahap_dikabarkan=Tahap.SERAH_TERIMA)
    batalkan(pindah(langkah.proyek, Tahap.SERAH_TERIMA, pemeran.kakam), pemeran.kakam)
    sebelum = aksi(aspirasi)
    jalankan(SABTU)
    aspirasi.refresh_from_db()
    assert (aksi(aspirasi), aspirasi.langkah) == (sebelum, Langkah.KONFIRMASI)


@pytest.mark.parametrize("dijawab", [False, True])
def test_one_that_was_let_go_waits_again_unless_it_was_answered(
    pemeran: Any, dijawab: bool
) -> None:
    proyek = buat_proyek(pemeran.kampung)
    aspirasi = kirim(pemeran, proyek).aspirasi
    batal = Keputusan(proyek=proyek, ke_tahap=Tahap.DIBATALKAN, judul="Talut dibatalkan")
    batal.isi, batal.alasan = "Dibatalkan.", "Uangnya dialihkan untuk memperbaiki jembatan."
    batal.dasar, batal.tanggal_surat = Dasar.MUSKAM, KAMIS.date()
    with pada(KAMIS):
        catat_keputusan(keputusan=batal, oleh=pemeran.kakam)
    jalankan(KAMIS)
    aspirasi.refresh_from_db()
    assert (aspirasi.status, aspirasi.langkah) == (Status.DIPROSES, Langkah.SELESAI)
    if dijawab:
        with pada(JUMAT):
            jawab.tanggapi(aspirasi=aspirasi, isi="Diperbaiki sendiri.", oleh=pemeran.kakam)
    batalkan(proyek.pindah_tahap.latest("pk"), pemeran.kakam)
    jalankan(JUMAT)
    aspirasi.refresh_from_db()
    kini = Status.DITANGGAPI if dijawab else Status.DIRENCANAKAN
    assert aspirasi.status == kini
    assert aksi(aspirasi)[-1] == (Aksi.TAHAP_KELIRU if dijawab else Aksi.MENUNGGU_LAGI)
    assert (aspirasi.tenggat is None) == (not dijawab)
