"""Every text that somebody types about a project or a report can be taken back from the public."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

from aspirasi.services.penarikan_keputusan import hitamkan_keputusan
from aspirasi.services.penarikan_proyek import hitamkan_proyek
from core.waktu import hari_ini
from laporan.models import Evaluasi, Foto, JedaLaporan, LaporanKemajuan
from laporan.services import jeda as layanan_jeda
from laporan.services import penarikan as laporan
from proyek.enums import HalLingkungan, PeranTim
from proyek.models import (
    ButirPekerjaan,
    Dokumen,
    Keputusan,
    KoreksiLpj,
    Lestari,
    Lingkungan,
    Lpj,
    Proyek,
    TimProyek,
)
from proyek.models.perubahan import KolomUbah, Perubahan
from proyek.services import penarikan
from proyek.services.pencairan import catat_pencairan
from tests.alat.baca import teks
from tests.pabrik.berkas import dokumen
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import HARI, buat_keputusan, buat_proyek

pytestmark = pytest.mark.django_db
KATA = "Xylofon"
HITAM = "Memuat nama warga."
# Models whose texts go another way, and how.
LAIN = {
    **dict.fromkeys(("Bidang", "SubBidang", "Kegiatan", "TujuanDesa"), "lists that admins keep"),
    "JawabanFungsi": "hidden by the kecamatan, after it was read (core.moderasi)",
    "Tanggapan": "black with what it answers, or by its office (tests/meja/test_tanggapi.py)",
    "BelumPuas": "black with the note it is about (tests/laporan/test_catatan.py)",
    "CatatanPengawasan": "black or gone with a reason (tests/laporan/test_catatan.py)",
    "PerbaikanCatatan": "black with its note (laporan.services.penarikan_catatan)",
    "CekWarga": "read, hidden or blacked out by the kecamatan (laporan.services.cek_baca)",
    **dict.fromkeys(
        ("PemeriksaanLapangan", "HasilLapangan", "JawabanSepakat", "Musyawarah"),
        "blacked out by the kecamatan alone (tests/laporan/services/test_lapangan.py)",
    ),
    "SuratInspektorat": "its number is read by the camat and who is marked, never by the public",
    "PindaianKeputusan": "taken down with its scan",
    "SikapKakam": "black with its decision",
    "JadwalLaporan": "empty: no act puts an awaited report off",
    "BelanjaMenyusul": "empty: no act puts money off that follows",
    "PenulisLaporan": "read by the office that names a writer, and by that writer",
    "PenyerahanDraf": "a note on a draft, for the office and the writer; gone with the draft",
    "PesanLaporan": "told to one person alone",
    "SusunanJadwal": "a fingerprint that the portal makes",
    "FotoTertunda": "a photo of a draft, which is nobody's yet",
}
NOMOR = {"laporan_nomor"}  # written by the portal


def kolom() -> Iterator[tuple[str, str]]:
    """Yield (model, column) of each text that somebody types."""
    for app in ("proyek", "laporan"):
        for model in apps.get_app_config(app).get_models():
            for bidang in model._meta.concrete_fields:
                teks = isinstance(bidang, models.CharField | models.TextField)
                if teks and bidang.editable and not bidang.choices and bidang.name not in NOMOR:
                    yield model.__name__, bidang.name


def isi(model: type[models.Model]) -> dict[str, str]:
    """Return words with the marker for each text of a model."""
    return {nama: f"Kata {KATA} ini" for milik, nama in kolom() if milik == model.__name__}


def tertulis() -> set[tuple[str, str]]:
    """Return (model, column) of each text that holds the marker now."""
    return {
        (nama, bidang)
        for nama, bidang in kolom()
        if _model(nama)._base_manager.filter(**{f"{bidang}__contains": KATA}).exists()
    }


def _model(nama: str) -> Any:
    return next(
        m
        for app in ("proyek", "laporan")
        for m in apps.get_app_config(app).get_models()
        if m.__name__ == nama
    )


def susun(pemeran: Any) -> dict[str, Any]:
    """Write the marker into every text of a project with all that stands beside it."""
    proyek = buat_proyek(pemeran.kampung, pagu=1_000_000, **isi(Proyek))
    keputusan = buat_keputusan(pemeran.kakam, proyek=proyek, **isi(Keputusan))
    catat_pencairan(
        pendanaan=proyek.pendanaan.get(),
        jumlah=5,
        tanggal=HARI,
        oleh=pemeran.kakam,
        keterangan=f"Kata {KATA} ini",
    )
    ubah = {"proyek": proyek, "keputusan": keputusan, "kolom": KolomUbah.SASARAN}
    Perubahan.objects.create(**ubah, **isi(Perubahan))
    Lestari.objects.create(proyek=proyek, **isi(Lestari))
    TimProyek.objects.create(proyek=proyek, peran=PeranTim.PENYEDIA, **isi(TimProyek))
    ButirPekerjaan.objects.create(proyek=proyek, urutan=1, bobot=100, **isi(ButirPekerjaan))
    Dokumen.objects.create(proyek=proyek, jenis="rab", berkas=dokumen(), **isi(Dokumen))
    kampung = pemeran.kampung
    lingkungan = Lingkungan(kampung=kampung, hal=HalLingkungan.SAMPAH, **isi(Lingkungan))
    lingkungan.peran = pemeran.kakam.peran
    lingkungan.save()
    orang = {"tanggal": HARI, "oleh": pemeran.kakam}
    lpj = Lpj.objects.create(kampung=kampung, tahun=2025, **orang, **isi(Lpj))
    KoreksiLpj.objects.create(lpj=lpj, **orang, **isi(KoreksiLpj))
    Evaluasi.objects.create(proyek=proyek, **isi(Evaluasi))
    besok = hari_ini() + dt.timedelta(days=7 - hari_ini().weekday())
    sehari = {"kampung": kampung, "mulai": besok, "akhir": besok, "sebab": "bencana"}
    jeda = JedaLaporan.objects.create(**sehari, **isi(JedaLaporan))
    terbit = buat_laporan(proyek, pemeran.aparat, **isi(LaporanKemajuan))
    return {
        "proyek": proyek,
        "keputusan": keputusan,
        "lingkungan": lingkungan,
        "lpj": lpj,
        "laporan": terbit,
        "jeda": jeda,
    }


def test_every_text_becomes_black(pemeran: Any) -> None:
    """With the words that stand in one place alone, too: each column is asked by itself."""
    hal = susun(pemeran)
    semua = {(m, k) for m, k in kolom() if m not in LAIN}
    assert semua - tertulis() <= {("Foto", "keterangan")}
    perintah: dict[str, Any] = {"kata": [KATA], "alasan": HITAM, "oleh": pemeran.staf}
    hitamkan_keputusan(keputusan=hal["keputusan"], **perintah)
    hitamkan_proyek(proyek=hal["proyek"], **perintah)
    penarikan.tarik_lingkungan(lingkungan=hal["lingkungan"], **perintah)
    penarikan.tarik_lpj(lpj=hal["lpj"], **perintah)
    laporan.tarik_tulisan(laporan=hal["laporan"], **perintah)
    layanan_jeda.tarik_tulisan(jeda=hal["jeda"], **perintah)
    assert tertulis() == set()
    for alamat in ("/", "/proyek/", "/keputusan/", "/laporan/", *map(alamat_hal, hal.values())):
        assert KATA not in teks(Client().get(alamat)), alamat


def alamat_hal(objek: Any) -> str:
    return str(objek.get_absolute_url())


def test_what_goes_another_way_says_how() -> None:
    assert LAIN.keys() <= {nama for nama, _ in kolom()}
    assert Foto._meta.get_field("keterangan").editable, "black with its report (test_penarikan)"
