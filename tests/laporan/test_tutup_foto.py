"""Covering parts of a photo in a published report, which stays locked."""

from typing import Any

import pytest
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.berkas import simpan
from core.berkas.redaksi import Kotak
from core.berkas.simpan import TERBATAS, jalur
from core.galat import TidakBisa
from laporan.models import Foto, LaporanKemajuan
from laporan.services import tutup_foto
from tests.alat.baca import teks
from tests.alat.berkas import status_berkas
from tests.pabrik.berkas import foto as unggahan
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
BOLEH = {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"}
ISIAN = {"kotak": ["0-0"], "alasan": "Wajah anak terlihat."}


@pytest.fixture
def foto(pemeran: Any) -> Foto:
    laporan = buat_laporan(buat_proyek(pemeran.kampung), pemeran.kakam, terbit=False)
    satu = Foto.objects.create(laporan=laporan, berkas=simpan.simpan_foto(unggahan("white")))
    simpan.terbitkan(satu.berkas)
    LaporanKemajuan.objects.filter(pk=laporan.pk).update(
        status="terbit",
        nomor="LAP-2026-0001",
        diterbitkan_oleh=pemeran.kakam,
        diterbitkan_pada=laporan.dibuat,
    )
    return Foto.objects.select_related("laporan__proyek", "berkas").get(pk=satu.pk)


def alamat(foto: Foto) -> str:
    return reverse("meja:laporan_foto", args=[foto.laporan.nomor, foto.pk])


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_whole_cast(klien: Any, foto: Foto, siapa: str) -> None:
    client, boleh = klien(siapa), siapa in BOLEH
    assert (client.get(alamat(foto)).status_code == 200) is boleh
    assert (client.post(alamat(foto), {}).status_code == 200) is boleh
    assert (alamat(foto) in teks(client.get(foto.laporan.get_absolute_url()))) is boleh


def test_the_old_file_goes_and_the_report_stays(
    klien: Any, client: Any, foto: Foto, django_capture_on_commit_callbacks: Any
) -> None:
    lama = foto.berkas
    assert status_berkas(lama.alamat) == 200
    with django_capture_on_commit_callbacks(execute=True):
        assert klien("kakam").post(alamat(foto), ISIAN).status_code == 302
    for jalan in (lama.alamat, lama.alamat_kecil, f"/berkas/{lama.nama}"):
        assert status_berkas(jalan) == 404
    assert not storages[TERBATAS].exists(jalur(lama.nama))
    kini = Foto.objects.get(pk=foto.pk)
    assert status_berkas(kini.berkas.alamat) == 200
    isi = teks(client.get(foto.laporan.get_absolute_url()))
    assert "Sebagian foto ini ditutup karena wajah anak terlihat, 24 November 2026." in isi
    with pytest.raises(IntegrityError), transaction.atomic():
        Foto.objects.filter(pk=foto.pk).update(keterangan="Lain.")


def test_it_needs_a_reason_a_publication_and_the_photo_as_it_was(pemeran: Any, foto: Foto) -> None:
    isian: dict[str, Any] = {"kotak": [Kotak(0, 0, 1, 1)], "alasan": "Wajah.", "oleh": pemeran.staf}
    with pytest.raises(TidakBisa):
        tutup_foto(foto=foto, **isian | {"alasan": " "})
    draf = buat_laporan(buat_proyek(pemeran.kampung), pemeran.kakam, terbit=False)
    satu = Foto.objects.create(laporan=draf, berkas=simpan.simpan_foto(unggahan("white")))
    with pytest.raises(TidakBisa, match="belum terbit"):
        tutup_foto(foto=satu, **isian)
    basi = Foto.objects.select_related("berkas").get(pk=foto.pk)
    tutup_foto(foto=foto, **isian)
    with pytest.raises(TidakBisa):
        tutup_foto(foto=basi, **isian)
