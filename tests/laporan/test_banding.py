"""Two reports beside each other, and photos before and after."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from laporan.enums import TahapFoto
from laporan.models import Foto, LaporanKemajuan
from laporan.services.penarikan import tarik_foto
from proyek.models import Proyek
from tests.alat.baca import teks_terbuka as teks
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_dana, buat_proyek

pytestmark = pytest.mark.django_db
SEPTEMBER = dt.date(2026, 9, 1)


def berfoto(proyek: Proyek, oleh: Any, tahap: int, *tempat: str, **isi: Any) -> LaporanKemajuan:
    draf = buat_laporan(proyek, oleh, terbit=False, **isi)
    for kata in tempat:
        Foto.objects.create(laporan=draf, berkas=buat_berkas(), tahap=tahap, keterangan=kata)
    LaporanKemajuan.objects.filter(pk=draf.pk).update(
        status="terbit", nomor=f"LAP-{draf.pk}", diterbitkan_oleh=oleh, diterbitkan_pada=draf.dibuat
    )
    return LaporanKemajuan.objects.get(pk=draf.pk)


def test_photos_of_one_place_stand_side_by_side(client: Any, pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    oleh = pemeran.kakam
    awal = berfoto(proyek, oleh, TahapFoto.AWAL, "Jembatan", "Ujung", periode=SEPTEMBER, persen=0)
    akhir = berfoto(proyek, oleh, TahapFoto.AKHIR, "ujung ", "Lain", persen=100)
    halaman = client.get(akhir.get_absolute_url())
    pasangan = [(a.keterangan, b.keterangan.strip()) for a, b in halaman.context["pasangan"]]
    assert pasangan == [("Ujung", "ujung"), ("Jembatan", "Lain")]
    assert "Sebelum dan sesudah" in teks(halaman)
    assert "Sebelum dan sesudah" not in teks(client.get(awal.get_absolute_url()))
    ujung = awal.foto.get(keterangan="Ujung")
    tarik_foto(foto=ujung, alasan="Wajah anak.", oleh=oleh)
    kini = client.get(akhir.get_absolute_url()).context["pasangan"]
    assert [(a.keterangan, b.keterangan) for a, b in kini] == [("Jembatan", "ujung ")]


def test_a_correction_says_what_it_changed(client: Any, pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    dana = buat_dana(proyek, 1_000_000)
    lama = buat_laporan(proyek, pemeran.kakam, belanja={dana: 250_000}, foto=1)
    baru = buat_laporan(
        proyek,
        pemeran.kakam,
        belanja={dana: 300_000},
        revisi=2,
        persen=Decimal(45),
        narasi="Pengecoran 120 meter.",
        alasan_perbaikan="Diukur ulang.",
    )
    alamat = f"/laporan/{lama.nomor}/banding/{baru.nomor}/"
    isi = teks(client.get(baru.get_absolute_url()))
    assert "Pekerjaan 40% menjadi 45%." in isi
    assert alamat in isi
    beda = teks(client.get(alamat)).replace("\u00a0", " ")
    for kata in ("40%", "45%", "Rp 250.000", "Rp 300.000", "120 meter", "Diukur ulang."):
        assert kata in beda, kata
    assert "Waktu yang dilaporkan (sama)" in beda
    terbalik = client.get(f"/laporan/{baru.nomor}/banding/{lama.nomor}/")
    assert (terbalik.context["dulu"], terbalik.context["kini"]) == (lama, baru)


def test_only_two_public_reports_of_one_project_are_compared(client: Any, pemeran: Any) -> None:
    satu = buat_laporan(buat_proyek(pemeran.kampung), pemeran.kakam)
    lain = buat_laporan(buat_proyek(judul="Drainase"), pemeran.kakam)
    for b in (lain.nomor, satu.nomor, "LAP-2026-9999"):
        assert client.get(f"/laporan/{satu.nomor}/banding/{b}/").status_code == 404
