"""Raw SQL with the role of the application against the files of notes, looks and checks."""

from typing import Any

import pytest
from django.db import Error

from core.berkas.simpan import terbitkan
from core.models import Berkas
from laporan.models import FotoCek, FotoLapangan, LampiranCatatan
from laporan.services import cek_baca, lapangan_foto, penarikan_catatan
from tests.laporan.test_hak_basis_cek import coba, peran
from tests.pabrik import lapangan as pabrik
from tests.pabrik.berkas import foto_tersimpan
from tests.pabrik.catatan import buat_catatan, buat_cek
from tests.pabrik.proyek import buat_proyek
from tests.rumah.test_hak import ROLE, be

__all__ = ["peran"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
ALASAN = "Tampak wajah anak."


def lampiran(pemeran: Any) -> LampiranCatatan:
    catatan = buat_catatan(buat_proyek(pemeran.kampung), pemeran.bpk, lampiran=foto_tersimpan())
    return catatan.lampiran.get()


def lapangan(pemeran: Any) -> FotoLapangan:
    milik = pabrik.tercatat(pemeran).pemeriksaan
    return FotoLapangan.objects.create(pemeriksaan=milik, berkas=foto_tersimpan())


def cek(pemeran: Any) -> FotoCek:
    milik = buat_cek(buat_proyek(pemeran.kampung), pemeran.warga)
    return FotoCek.objects.create(cek=milik, berkas=foto_tersimpan())


@pytest.mark.parametrize("buat", [lampiran, lapangan, cek])
def test_another_file_takes_no_place(peran: None, pemeran: Any, buat: Any) -> None:
    baris = buat(pemeran)
    for ubah in ("nama = 'lain.webp'", "jenis = 'dokumen'"):
        with pytest.raises(Error, match="tidak boleh diganti"):
            coba(f"UPDATE core_berkas SET {ubah} WHERE id = {baris.berkas_id}")  # noqa: S608 - ours


@pytest.mark.parametrize("buat", [lampiran, lapangan])
def test_none_is_hidden_in_silence(peran: None, pemeran: Any, buat: Any) -> None:
    baris = buat(pemeran)
    terbitkan(baris.berkas)
    with pytest.raises(Error, match="tidak boleh diganti atau disembunyikan"):
        coba(f"UPDATE core_berkas SET nama_publik = NULL WHERE id = {baris.berkas_id}")  # noqa: S608 - ours


def test_the_acts_of_the_portal_go_on(peran: None, pemeran: Any) -> None:
    satu, dua, tiga = (buat(pemeran) for buat in (lampiran, lapangan, cek))
    be(ROLE)
    penarikan_catatan.tarik_lampiran(lampiran=satu, alasan=ALASAN, oleh=pemeran.bpk)
    lapangan_foto.tarik_foto(foto=dua, alasan=ALASAN, oleh=pemeran.staf)
    cek_baca.batasi_foto(cek=tiga.cek, alasan=ALASAN, oleh=pemeran.staf)
    semua = Berkas.objects.filter(pk__in=[b.berkas_id for b in (satu, dua, tiga)])
    assert not semua.filter(nama_publik__isnull=False).exists()
