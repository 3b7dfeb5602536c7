"""The photos of a draft: added, refused, taken out."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.models import Berkas
from laporan.models import Foto, LaporanKemajuan
from tests.alat.baca import teks_terbuka
from tests.pabrik.berkas import buat_berkas, foto
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_proyek


class TestFoto:
    """Photos come after the words; a bad one keeps the rest."""

    @pytest.fixture
    def draf(self, proyek, pemeran) -> LaporanKemajuan:
        return buat_laporan(proyek, pemeran.aparat, terbit=False)

    def kirim(self, client, draf: LaporanKemajuan, *berkas: SimpleUploadedFile, **ganti: Any):
        isi = {"foto": list(berkas), "tahap": "50", "keterangan": "Titik 1"} | ganti
        return client.post(f"/laporan/draf/{draf.pk}/foto/", isi, follow=True)

    def test_good_photos_are_added_with_their_stage(self, klien, draf) -> None:
        isi = teks_terbuka(self.kirim(klien("aparat"), draf, foto(), foto(nama="b.jpg"), tahap="0"))
        assert "2 foto sudah ditambahkan" in isi
        assert set(draf.foto.values_list("tahap", "keterangan")) == {(0, "Titik 1")}

    def test_a_bad_photo_keeps_the_others(self, klien, draf) -> None:
        rusak = foto(nama="b.jpg", isi=b"<svg/>")
        isi = teks_terbuka(self.kirim(klien("aparat"), draf, foto(), rusak))
        assert "Foto ke-2 tidak tersimpan" in isi
        assert draf.foto.count() == 1

    @pytest.mark.parametrize("isi_foto", [b"GIF89a", b"<svg xmlns='x'/>", b"\xff\xd8\xff\xe0rusak"])
    def test_a_fake_photo_is_named_and_the_words_are_kept(self, klien, draf, isi_foto) -> None:
        isi = teks_terbuka(self.kirim(klien("aparat"), draf, foto(nama="a.jpg", isi=isi_foto)))
        assert "Foto tidak tersimpan: " in isi
        assert 'value="Titik 1"' in isi
        assert not Foto.objects.exists()

    def test_no_photo_at_all_is_named(self, klien, draf) -> None:
        assert "paling sedikit satu foto" in teks_terbuka(self.kirim(klien("aparat"), draf))

    def test_a_second_send_adds_nothing_more(self, klien, draf) -> None:
        client = klien("aparat")
        tanda = "k" * 32
        for _ in range(2):
            self.kirim(client, draf, foto(), kunci=tanda)
        assert draf.foto.count() == 1

    def test_a_photo_can_be_taken_out(self, klien, draf) -> None:
        client = klien("aparat")
        self.kirim(client, draf, foto())
        alamat = f"/laporan/draf/{draf.pk}/foto/{draf.foto.get().pk}/hapus/"
        for _ in range(2):
            assert "dihapus dari draf" in teks_terbuka(client.post(alamat, follow=True))
        assert not Berkas.objects.exists()

    def test_a_photo_of_another_draft_stays(self, klien, draf, pemeran) -> None:
        lain = buat_laporan(buat_proyek(), pemeran.aparat, terbit=False, foto=1)
        alamat = f"/laporan/draf/{draf.pk}/foto/{lain.foto.get().pk}/hapus/"
        klien("aparat").post(alamat)
        assert lain.foto.count() == 1

    def test_there_is_an_end_to_photos(self, klien, draf) -> None:
        Foto.objects.bulk_create(Foto(laporan=draf, berkas=buat_berkas()) for _ in range(20))
        assert "paling banyak 20 foto" in teks_terbuka(self.kirim(klien("aparat"), draf, foto()))
