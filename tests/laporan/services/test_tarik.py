"""Taking a whole report back: what it told counts nowhere, its place and its reason stay."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.berkas import simpan
from core.galat import TidakBisa
from core.models import Penarikan
from core.waktu import pada
from laporan.models import JadwalLaporan, LaporanKemajuan, Realisasi
from laporan.services import jadwal
from laporan.services.foto import tambah_foto
from laporan.services.tarik import tarik_semua
from laporan.services.terbitkan import kekurangan, terbitkan
from laporan.services.tulis import simpan_draf
from proyek.models import Gerak, JumlahProyek, Pendanaan, Proyek
from tests.alat.baca import status, teks
from tests.alat.berkas import status_berkas
from tests.alat.jam import saat
from tests.pabrik.berkas import foto as unggahan
from tests.pabrik.laporan import alamat_tulis, buat_laporan, isian
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_dana, buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
tgl = dt.date.fromisoformat
ALASAN = "Fotonya dari proyek lain."
SENIN, RABU, KAMIS = "2026-11-02", "2026-11-04", "2026-11-05"


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    return buat_proyek(pemeran.kampung, mulai_nyata=tgl("2026-10-01"))


@pytest.fixture
def dana(proyek: Proyek) -> Pendanaan:
    return buat_dana(proyek, 1_000_000)


def terbit(dana: Pendanaan, oleh: Any, rupiah: int = 250_000, **isi: Any) -> LaporanKemajuan:
    """Publish a report of October with a photo on Monday 2 November 2026, through the services."""
    asal = {"periode": tgl("2026-10-01"), "persen": Decimal(40), "narasi": "Pengecoran."}
    with pada(saat(SENIN)):
        jadwal.susun(proyek=dana.proyek)
        laporan = LaporanKemajuan(proyek=dana.proyek, **(asal | isi))
        belanja = [Realisasi(pendanaan=dana, jumlah=rupiah)]
        simpan_draf(laporan=laporan, realisasi=belanja, oleh=oleh)
        if laporan.revisi == 1:
            tambah_foto(laporan=laporan, berkas=simpan.simpan_foto(unggahan("white")))
        return terbitkan(laporan=laporan, oleh=oleh)


def perbaikan(lama: LaporanKemajuan, dana: Pendanaan, oleh: Any, rupiah: int) -> LaporanKemajuan:
    isi = {"revisi": 2, "alasan_perbaikan": "Salah ukur.", "persen": Decimal(45)}
    return terbit(dana, oleh, rupiah, periode=lama.periode, sampai=lama.sampai, **isi)


def belanja(dana: Pendanaan) -> list[tuple[str, int]]:
    baris = Gerak.objects.filter(pendanaan=dana, pos="dibelanjakan").order_by("pk")
    return list(baris.values_list("dasar", "jumlah"))


def test_what_it_told_counts_nowhere_and_its_reason_stays(
    client: Any, klien: Any, pemeran: Any, dana: Pendanaan, django_capture_on_commit_callbacks: Any
) -> None:
    laporan = terbit(dana, pemeran.kakam)
    berkas, proyek = laporan.foto.get().berkas, laporan.proyek
    ditunggu = JadwalLaporan.objects.ditunggu().filter(proyek=proyek)
    assert not ditunggu.filter(awal=laporan.periode).exists()
    with pada(saat(RABU)), django_capture_on_commit_callbacks(execute=True):
        tarik_semua(laporan=laporan, alasan=ALASAN, oleh=pemeran.kakam)
    halaman = client.get(laporan.get_absolute_url())
    assert halaman.status_code == 410
    isi = halaman.content.decode()
    assert ALASAN in isi
    assert "ditarik Pemerintah Kampung" in isi
    assert "Pengecoran." not in isi
    for alamat in ("/laporan/", "/laporan/?cari=pengecoran", "/", "/informasi-publik/"):
        assert laporan.nomor not in teks(client.get(alamat)), alamat
    umum = teks(client.get(proyek.get_absolute_url()))
    assert "Belum ada laporan yang terbit." in umum
    assert "Laporan kemajuan ditarik: Oktober 2026" in umum
    assert status_berkas(berkas.alamat) == 404
    assert belanja(dana) == [("laporan", 250_000), ("pembatalan", -250_000)]
    jumlah = JumlahProyek.objects.get(proyek=proyek)
    assert (jumlah.persen, jumlah.dibelanjakan, jumlah.laporan_nomor) == (None, None, None)
    assert ditunggu.filter(awal=laporan.periode).exists()
    sendiri = klien("aparat").get(laporan.get_absolute_url())
    assert sendiri.status_code == 410
    assert "Pengecoran." in sendiri.content.decode()
    assert status(klien("aparat"), f"/berkas/{berkas.nama}") == 200
    lain = klien("aparat_lain").get(laporan.get_absolute_url()).content.decode()
    assert "Pengecoran." not in lain


def test_a_report_that_it_corrected_stands_again(pemeran: Any, dana: Pendanaan) -> None:
    lama = terbit(dana, pemeran.kakam)
    baru = perbaikan(lama, dana, pemeran.kakam, 300_000)
    assert list(LaporanKemajuan.objects.berlaku()) == [baru]
    with pada(saat(RABU)):
        with pytest.raises(TidakBisa, match="sudah diperbaiki"):
            tarik_semua(laporan=lama, alasan=ALASAN, oleh=pemeran.kakam)
        tarik_semua(laporan=baru, alasan=ALASAN, oleh=pemeran.kakam)
    assert list(LaporanKemajuan.objects.berlaku()) == [lama]
    assert sum(rupiah for _, rupiah in belanja(dana)) == 250_000
    assert JumlahProyek.objects.get(proyek=lama.proyek).persen == 40
    satu = lama.foto.get()
    assert satu.berkas_id == baru.foto.get().berkas_id
    assert satu.berkas.publik
    ditunggu = JadwalLaporan.objects.ditunggu().filter(proyek=lama.proyek, awal=lama.periode)
    assert not ditunggu.exists()


def test_its_days_can_be_told_of_anew(klien: Any, pemeran: Any, dana: Pendanaan) -> None:
    laporan = terbit(dana, pemeran.kakam)
    kata = f"Baca alasannya ({laporan.nomor})"
    assert kata not in teks(klien("aparat").get(alamat_tulis(laporan.proyek)))
    tarik_hari(laporan, pemeran.kakam, RABU)
    assert kata in teks(klien("aparat").get(alamat_tulis(laporan.proyek)))
    klien("aparat").post(alamat_tulis(laporan.proyek), isian(laporan.proyek))
    baru = LaporanKemajuan.objects.draf().get()
    assert baru.alasan_perbaikan == f"Menggantikan laporan {laporan.nomor} yang ditarik."
    assert not baru.foto.exists()
    assert "belum memiliki foto" in kekurangan(baru)[0]
    tambah_foto(laporan=baru, berkas=simpan.simpan_foto(unggahan("white")))
    baru = terbitkan(laporan=baru, oleh=pemeran.kakam)
    assert list(LaporanKemajuan.objects.berlaku()) == [baru]
    assert [rp for _, rp in belanja(dana)] == [250_000, -250_000, 250_000]
    assert "(ditarik)" in teks(klien("warga").get(baru.get_absolute_url()))


def tarik_hari(laporan: LaporanKemajuan, oleh: Any, hari: str, alasan: str = ALASAN) -> None:
    with pada(saat(hari)):
        tarik_semua(laporan=laporan, alasan=alasan, oleh=oleh)


def test_only_within_two_working_days_once_and_with_a_reason(
    klien: Any, pemeran: Any, dana: Pendanaan
) -> None:
    laporan = terbit(dana, pemeran.kakam)
    with pytest.raises(TidakBisa, match=r"sampai 4 November 2026 \(2 hari kerja"):
        tarik_hari(laporan, pemeran.kakam, KAMIS)
    with pytest.raises(TidakBisa):
        tarik_hari(laporan, pemeran.kakam, RABU, " ")
    lambat = klien("kakam").post(alamat(laporan), {"alasan": ALASAN})  # on 24 November
    assert lambat.status_code == 409
    assert "Buat perbaikannya" in teks(lambat)
    tarik_hari(laporan, pemeran.kakam, RABU)
    with pytest.raises(TidakBisa, match="sudah ditarik"):
        tarik_hari(laporan, pemeran.kakam, RABU)
    with pytest.raises(IntegrityError), transaction.atomic():
        LaporanKemajuan.objects.filter(pk=laporan.pk).update(narasi="Lain.")


def alamat(laporan: LaporanKemajuan) -> str:
    return reverse("meja:laporan_tarik_semua", args=[laporan.nomor])


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_the_kakam_and_its_publisher_may(
    klien: Any, pemeran: Any, dana: Pendanaan, siapa: str
) -> None:
    laporan = terbit(dana, pemeran.aparat)
    boleh = siapa in {"kakam", "aparat"}
    with pada(saat(RABU)):
        client = klien(siapa)
        assert (client.get(alamat(laporan)).status_code == 200) is boleh
        assert (alamat(laporan) in teks(client.get(laporan.get_absolute_url()))) is boleh
        client.post(alamat(laporan), {"alasan": ALASAN})
    assert Penarikan.objects.exists() is boleh


def test_days_that_were_told_of_anew_take_no_first_report_any_more(
    pemeran: Any, dana: Pendanaan
) -> None:
    """Its form was opened while nothing stood for them; a colleague was faster."""
    satu = terbit(dana, pemeran.kakam)
    tarik_hari(satu, pemeran.kakam, SENIN)
    buat_laporan(dana.proyek, pemeran.kakam, revisi=2, alasan_perbaikan="Menggantikan.")
    terlambat = LaporanKemajuan(proyek=dana.proyek, periode=satu.periode, persen=10)
    with pada(saat(RABU)), pytest.raises(TidakBisa, match="sudah ada"):
        simpan_draf(laporan=terlambat, realisasi=[], oleh=pemeran.aparat)
