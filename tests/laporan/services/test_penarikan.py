"""Taking parts of a published report back: photos, words and captions. The report stays locked."""

from typing import Any

import pytest
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.berkas import simpan
from core.berkas.redaksi import Kotak
from core.berkas.simpan import TERBATAS, jalur
from core.galat import TidakBisa
from core.models.berkas import nama_kecil
from laporan.models import Foto, LaporanKemajuan
from laporan.services.penarikan import tarik_foto, tarik_tulisan, tutup_foto
from laporan.services.terbitkan import terbitkan
from tests.alat.baca import status, teks
from tests.alat.berkas import status_berkas
from tests.pabrik.berkas import buat_berkas
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


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_takes_words_and_photos_back(klien: Any, foto: Foto, siapa: str) -> None:
    client, boleh = klien(siapa), siapa in BOLEH
    isi = teks(client.get(foto.laporan.get_absolute_url()))
    for jalan in (alamat_tulisan(foto), alamat_tarik(foto)):
        assert (client.get(jalan).status_code == 200) is boleh
        assert (jalan in isi) is boleh


def alamat_tulisan(foto: Foto) -> str:
    return reverse("meja:laporan_tarik", args=[foto.laporan.nomor])


def alamat_tarik(foto: Foto) -> str:
    return reverse("meja:laporan_foto_tarik", args=[foto.laporan.nomor, foto.pk])


def test_a_photo_is_gone_from_page_address_and_previews_within_the_same_press(
    klien: Any, client: Any, foto: Foto, django_capture_on_commit_callbacks: Any
) -> None:
    berkas, laporan = foto.berkas, foto.laporan
    halaman = ("/", laporan.proyek.get_absolute_url(), laporan.get_absolute_url(), "/laporan/")
    jalan = (berkas.alamat, berkas.alamat_kecil, f"/berkas/{berkas.nama}")
    assert sum(berkas.alamat_kecil in teks(client.get(satu)) for satu in halaman) == 3
    for kata in ("", "Wajah."):
        klien("aparat").post(alamat_tarik(foto), {"alasan": kata})
    assert status_berkas(berkas.alamat) == 200
    with django_capture_on_commit_callbacks(execute=True):
        klien("aparat").post(alamat_tarik(foto), {"alasan": "Wajah anak terlihat."})
    for satu in jalan:
        assert status_berkas(satu) == 404
    nama = (berkas.nama, berkas.nama_publik or "")
    nama += tuple(nama_kecil(satu) for satu in nama if satu)
    for satu in halaman:
        assert not [n for n in nama if n and n in teks(client.get(satu))], satu
    isi = teks(client.get(laporan.get_absolute_url()))
    assert "Foto ini ditarik karena wajah anak terlihat, 24 November 2026." in isi
    assert status(klien("kakam"), f"/berkas/{berkas.nama}") == 200
    assert status(klien("aparat_lain"), f"/berkas/{berkas.nama}") == 404
    assert klien("aparat").get(alamat_tarik(foto)).status_code == 404
    with pytest.raises(TidakBisa, match="sudah ditarik"):
        tarik_foto(foto=foto, alasan="Wajah.", oleh=laporan.diterbitkan_oleh)


def test_words_and_captions_become_black_and_nothing_else_moves(
    klien: Any, client: Any, pemeran: Any
) -> None:
    laporan = buat_laporan(
        buat_proyek(pemeran.kampung),
        pemeran.kakam,
        terbit=False,
        narasi="Pengecoran 100 meter di depan rumah Bu Ningsih selesai pekan ini.",
        ada_kendala=True,
        kendala="Bu Ningsih belum setuju pohonnya ditebang.",
    )
    foto = Foto.objects.create(laporan=laporan, berkas=buat_berkas(), keterangan="Bu Ningsih")
    terbitkan(laporan=laporan, oleh=pemeran.kakam)
    laporan.refresh_from_db()
    alamat = reverse("meja:laporan_tarik", args=[laporan.nomor])
    isi = {"kata": "Bu Ningsih", "alasan": "Memuat nama warga."}
    assert "Tulis kata yang dihitamkan." in teks(klien("kakam").post(alamat, isi | {"kata": " "}))
    assert "tidak ada dalam tulisan" in teks(klien("kakam").post(alamat, isi | {"kata": "Joko"}))
    assert klien("kakam").post(alamat, isi).status_code == 302
    umum = teks(client.get(laporan.get_absolute_url()))
    assert "Ningsih" not in umum
    assert "depan rumah █████ selesai" in umum
    assert "Sebagian laporan ini dihitamkan karena memuat nama warga, 24 November 2026." in umum
    foto.refresh_from_db()
    assert foto.keterangan == "█████"
    assert "Ningsih" not in teks(client.get(laporan.proyek.get_absolute_url()))
    assert laporan.nomor not in teks(client.get("/laporan/?cari=Ningsih"))
    lagi = klien("kakam").post(alamat, isi | {"kata": "pohonnya"})
    assert lagi.status_code == 409
    assert "hanya dapat melakukannya satu kali" in teks(lagi)
    assert klien("staf").post(alamat, isi | {"kata": "pohonnya"}).status_code == 302
    for ubah in ({"narasi": "Lain."}, {"persen": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            LaporanKemajuan.objects.filter(pk=laporan.pk).update(**ubah)
    with pytest.raises(IntegrityError), transaction.atomic():
        Foto.objects.filter(pk=foto.pk).update(keterangan="Lain.")


def test_a_kampung_blacks_out_no_more_than_half_and_nobody_without_words(
    pemeran: Any, foto: Foto
) -> None:
    isian: dict[str, Any] = {"laporan": foto.laporan, "alasan": "Memuat nama."}
    with pytest.raises(TidakBisa, match="sebagian kecil laporannya"):
        tarik_tulisan(**isian, kata=["Pengecoran 100 meter"], oleh=pemeran.kakam)
    with pytest.raises(TidakBisa, match="Tulis kata"):
        tarik_tulisan(**isian, kata=[], oleh=pemeran.staf)
    draf = buat_laporan(buat_proyek(pemeran.kampung), pemeran.kakam, terbit=False)
    with pytest.raises(TidakBisa, match="belum terbit"):
        tarik_tulisan(laporan=draf, kata=["meter"], alasan="Nama.", oleh=pemeran.staf)
