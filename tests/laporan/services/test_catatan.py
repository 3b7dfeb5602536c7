"""Notes of the BPK Kampung: written once, with a clock; corrected in further rows."""

import datetime as dt
from typing import Any

import pytest

from core.formulir.sekali import kunci_baru
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import pada
from laporan.enums import Penanggap
from laporan.laku import AksiCatatan
from laporan.models import CatatanPengawasan
from laporan.services import catatan as layanan
from laporan.services.penarikan_catatan import tarik
from proyek.enums import Pencatat
from proyek.services.cabut import cabut_proyek
from tests.alat.jam import saat
from tests.pabrik.berkas import foto_tersimpan
from tests.pabrik.catatan import buat_catatan
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
ISI = "Papan proyek belum dipasang."


@pytest.fixture
def proyek(pemeran: Any) -> Any:
    return buat_proyek(pemeran.kampung)


def test_one_form_writes_one_that_waits_five_working_days(proyek: Any, pemeran: Any) -> None:
    kunci = kunci_baru()
    with pada(saat("2026-11-25")):
        for _ in range(2):
            layanan.tulis(hal=proyek, isi=f"  {ISI} ", oleh=pemeran.bpk, kunci=kunci)
    satu = CatatanPengawasan.objects.get()
    assert (satu.isi, satu.penanggap) == (ISI, Penanggap.KAMPUNG)
    assert satu.tenggat == satu.janji == dt.date(2026, 12, 2)
    assert [baris.aksi for baris in riwayat(satu)] == [AksiCatatan.DITULIS]


def test_the_kecamatan_answers_about_what_it_opened(pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung, pembuka=Pencatat.KECAMATAN)
    assert buat_catatan(proyek, pemeran.bpk).penanggap == Penanggap.KECAMATAN


def test_nothing_is_noted_without_words_or_of_what_is_gone(proyek: Any, pemeran: Any) -> None:
    with pytest.raises(TidakBisa, match="Tulis catatannya"):
        buat_catatan(proyek, pemeran.bpk, "  ")
    cabut_proyek(proyek=proyek, alasan="Terisi dua kali.", oleh=pemeran.kakam)
    with pytest.raises(TidakBisa, match="sudah dicabut"):
        buat_catatan(proyek, pemeran.bpk)


def test_a_correction_has_a_reason_and_stops_no_clock(proyek: Any, pemeran: Any) -> None:
    satu = buat_catatan(proyek, pemeran.bpk, ISI)
    isi = {"catatan": satu, "oleh": pemeran.bpk}
    with pytest.raises(TidakBisa):
        layanan.perbaiki(isi="Papannya ada.", alasan=" ", **isi)
    assert layanan.perbaiki(isi=ISI, alasan="", **isi) is None
    assert layanan.perbaiki(isi="Papannya ada.", alasan="Salah lihat.", **isi)
    assert layanan.perbaiki(isi="Papannya ada.", alasan="Salah lihat.", **isi) is None
    satu.refresh_from_db()
    assert (satu.isi, satu.perbaikan.count(), satu.menunggu_petugas) == (ISI, 1, True)


def test_files_are_public_and_ten_at_most(proyek: Any, pemeran: Any) -> None:
    satu = buat_catatan(proyek, pemeran.bpk, lampiran=foto_tersimpan())
    isi = {"catatan": satu, "oleh": pemeran.bpk}
    kunci = kunci_baru()
    for _ in range(2):
        layanan.tambah_lampiran(berkas=foto_tersimpan(), kunci=kunci, **isi)
    assert [lampiran.berkas.publik for lampiran in satu.lampiran.all()] == [True, True]
    for _ in range(8):
        layanan.tambah_lampiran(berkas=foto_tersimpan(), kunci=kunci_baru(), **isi)
    with pytest.raises(TidakBisa, match="paling banyak 10"):
        layanan.tambah_lampiran(berkas=foto_tersimpan(), kunci=kunci_baru(), **isi)


def test_nothing_is_added_to_one_that_was_taken_back(proyek: Any, pemeran: Any) -> None:
    satu = buat_catatan(proyek, pemeran.bpk)
    isi = {"catatan": satu, "oleh": pemeran.bpk}
    tarik(kata=[], alasan="Keliru.", **isi)
    with pytest.raises(TidakBisa, match="sudah ditarik"):
        layanan.perbaiki(isi="Lain.", alasan="Lain.", **isi)
    with pytest.raises(TidakBisa, match="sudah ditarik"):
        layanan.tambah_lampiran(berkas=foto_tersimpan(), kunci=kunci_baru(), **isi)
