"""A correction begins with the photos of the report that it corrects: two rows, one file."""

from typing import Any

import pytest
from django.core.files.storage import storages

from core.berkas import simpan
from core.berkas.redaksi import Kotak
from core.berkas.simpan import jalur
from laporan.models import Foto, LaporanKemajuan
from laporan.services import penarikan
from laporan.services.foto import hapus_foto, tambah_foto
from laporan.services.terbitkan import terbitkan
from laporan.services.tulis import hapus_draf
from proyek.models import Proyek
from tests.alat.baca import teks
from tests.alat.berkas import status_berkas
from tests.pabrik.berkas import foto as unggahan
from tests.pabrik.laporan import alamat_tulis, buat_laporan, isian
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
ALASAN = "Wajah anak terlihat."


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    return buat_proyek(pemeran.kampung, pagu=1_000_000)


@pytest.fixture
def lama(pemeran: Any, proyek: Proyek) -> LaporanKemajuan:
    laporan = buat_laporan(proyek, pemeran.kakam, terbit=False)
    for kata in ("Dari barat", "Dari timur"):
        berkas = simpan.simpan_foto(unggahan("white"))
        tambah_foto(laporan=laporan, berkas=berkas, keterangan=kata)
    return terbitkan(laporan=laporan, oleh=pemeran.kakam)


def perbaiki(klien: Any, lama: LaporanKemajuan) -> LaporanKemajuan:
    alamat = f"{alamat_tulis(lama.proyek)}?perbaiki={lama.nomor}"
    ganti = isian(lama.proyek, alasan_perbaikan="Salah ukur.", persen="45")
    assert klien("aparat").post(alamat, ganti).status_code == 302
    return LaporanKemajuan.objects.draf().get()


def test_it_takes_the_photos_along(klien: Any, pemeran: Any, lama: LaporanKemajuan) -> None:
    draf = perbaiki(klien, lama)
    kolom = ("berkas", "tahap", "keterangan")
    assert list(draf.foto.values_list(*kolom)) == list(lama.foto.values_list(*kolom))
    baru = terbitkan(laporan=draf, oleh=pemeran.kakam)
    umum = teks(klien("warga").get(baru.get_absolute_url()))
    for foto in lama.foto.all():
        assert foto.berkas.alamat in umum
        assert foto.keterangan in umum


def test_a_draft_loses_photos_but_not_those_of_the_published_one(
    klien: Any, lama: LaporanKemajuan, django_capture_on_commit_callbacks: Any
) -> None:
    draf = perbaiki(klien, lama)
    with django_capture_on_commit_callbacks(execute=True):
        hapus_foto(laporan=draf, foto=draf.foto.all()[0].pk)
        sendiri = simpan.simpan_foto(unggahan("black"))
        tambah_foto(laporan=draf, berkas=sendiri)
        hapus_draf(laporan=draf)
    for foto in lama.foto.all():
        assert status_berkas(foto.berkas.alamat) == 200
    assert not storages["terbatas"].exists(jalur(sendiri.nama))


def test_a_photo_that_is_taken_back_is_so_in_all_revisions_and_leaves_their_drafts(
    klien: Any, pemeran: Any, lama: LaporanKemajuan, django_capture_on_commit_callbacks: Any
) -> None:
    baru = terbitkan(laporan=perbaiki(klien, lama), oleh=pemeran.kakam)
    ketiga = perbaiki(klien, baru)
    foto = lama.foto.all()[0]
    with django_capture_on_commit_callbacks(execute=True):
        penarikan.tarik_foto(foto=foto, alasan=ALASAN, oleh=pemeran.kakam)
    assert status_berkas(foto.berkas.alamat) == 404
    for satu in (lama, baru):
        isi = teks(klien("warga").get(satu.get_absolute_url()))
        assert "Foto ini ditarik karena wajah anak terlihat" in isi
        assert foto.berkas.alamat_kecil not in isi
    assert [f.keterangan for f in ketiga.foto.all()] == ["Dari timur"]
    jadi = terbitkan(laporan=ketiga, oleh=pemeran.kakam)
    assert jadi.foto.count() == 1
    foto.berkas.refresh_from_db()
    assert not foto.berkas.publik


def test_a_covered_photo_and_a_black_caption_are_so_in_both(
    klien: Any, pemeran: Any, lama: LaporanKemajuan
) -> None:
    baru = terbitkan(laporan=perbaiki(klien, lama), oleh=pemeran.kakam)
    foto = baru.foto.select_related("berkas").all()[0]
    penarikan.tutup_foto(foto=foto, kotak=[Kotak(0, 0, 1, 1)], alasan=ALASAN, oleh=pemeran.staf)
    penarikan.tarik_tulisan(laporan=baru, kata=["timur"], alasan="Nama.", oleh=pemeran.staf)
    kini = Foto.objects.get(pk=foto.pk).berkas
    for satu in (lama, baru):
        isi = teks(klien("warga").get(satu.get_absolute_url()))
        assert kini.alamat in isi
        assert "Sebagian foto ini ditutup karena wajah anak terlihat" in isi
        assert "Dari █████" in isi
        assert "timur" not in isi
