"""The kecamatan reads checks: lets through, hides, blacks out; photos follow."""

from typing import Any

import pytest

from core.galat import TidakBisa
from core.moderasi.tampil import sembunyikan, tampilkan_lagi
from laporan.models import CekWarga, FotoCek
from laporan.models.tentang import Tentang
from laporan.services.cek import IsianCek
from laporan.services.cek_baca import batasi_foto, hitamkan_cek, loloskan_cek
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.cek import terbukti, tulis

pytestmark = pytest.mark.django_db


def test_what_was_blacked_out_or_hidden_is_read_again(tentang: Tentang, pemeran: Any) -> None:
    orang = terbukti(pemeran)
    satu = tulis(tentang, orang, IsianCek("tidak_sesuai", "Pak Slamet mengambil semennya."))
    hitamkan_cek(cek=satu, kata=["Slamet"], alasan="Menyebut nama orang.", oleh=pemeran.staf)
    satu.refresh_from_db()
    assert "Slamet" not in satu.isi_publik
    assert "Slamet" in satu.isi
    assert tulis(tentang, orang, IsianCek("tidak_sesuai", "Slamet lagi.")).ditahan
    loloskan_cek(tulisan=satu, oleh=pemeran.staf)
    sembunyikan(CekWarga.objects.get(), oleh=pemeran.staf, alasan="Menuduh.")
    kini = tulis(tentang, orang, IsianCek("tidak_sesuai", "Semennya kurang."))
    assert (kini.ditahan, kini.disembunyikan) == (True, False)


def test_a_held_one_is_blacked_out_and_let_through_at_once(tentang: Tentang, pemeran: Any) -> None:
    satu = tulis(tentang, None, IsianCek("tidak_sesuai", "Slamet mengambil semen."))
    isi: dict[str, Any] = {"cek": satu, "oleh": pemeran.staf, "loloskan": True}
    for kata, alasan, galat in (
        ([], "Menyebut nama.", "Tulis kata"),
        (["Slamet"], "", "alasan"),
        (["Slamet"], "Slamet disebut.", "jangan sebut"),
        (["Bejo"], "Menyebut nama.", "tidak ada"),
    ):
        with pytest.raises(TidakBisa, match=galat):
            hitamkan_cek(kata=kata, alasan=alasan, **isi)
    assert hitamkan_cek(kata=["Slamet"], alasan="Menyebut nama.", **isi).umum


def test_photos_follow_the_check(tentang: Tentang, pemeran: Any) -> None:
    satu = tulis(tentang, None, IsianCek("pertanyaan", "Ini apa?"))
    berkas = FotoCek.objects.create(cek=satu, berkas=buat_berkas()).berkas

    def publik() -> bool:
        berkas.refresh_from_db()
        return bool(berkas.publik)

    assert not publik()
    loloskan_cek(tulisan=satu, oleh=pemeran.staf)
    assert publik()
    satu.refresh_from_db()
    sembunyikan(satu, oleh=pemeran.staf, alasan="Wajah anak.")
    assert not publik()
    tampilkan_lagi(satu, oleh=pemeran.staf, alasan="Keliru.")
    assert publik()
    batasi_foto(cek=satu, alasan="Wajah anak.", oleh=pemeran.staf)
    assert not publik()
    tulis(tentang, None, IsianCek("tidak_sesuai", "Retak."), milik=satu.pk)
    loloskan_cek(tulisan=satu, oleh=pemeran.staf)
    assert not publik()


def test_photos_that_were_closed_meanwhile_stay_closed(tentang: Tentang, pemeran: Any) -> None:
    """An official loaded it, a colleague closed its photos, then the first shows it again."""
    satu = tulis(tentang, terbukti(pemeran), IsianCek("pertanyaan", "Ini apa?"))
    berkas = FotoCek.objects.create(cek=satu, berkas=buat_berkas()).berkas
    sembunyikan(satu, oleh=pemeran.staf, alasan="Wajah anak.")
    lama = CekWarga.objects.get()
    batasi_foto(cek=satu, alasan="Tampak wajah anak.", oleh=pemeran.staf)
    tampilkan_lagi(lama, oleh=pemeran.staf, alasan="Fotonya ditutup.")
    berkas.refresh_from_db()
    assert not berkas.publik
