"""Letters about what waits for an answer: to the office that owes it, and nobody else."""

import datetime as dt
from typing import Any

import pytest

from core.antrean.tugas import kerjakan_semua
from core.waktu import hari_ini, pada
from laporan.services import surat_tanggapan as layanan
from laporan.services.tanggapan import nyatakan_belum_puas
from proyek.enums import Pencatat
from tests.alat.jam import saat
from tests.pabrik.catatan import buat_catatan, buat_cek, jawab
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_proyek
from warga.enums import NamaJabatan
from warga.models import Jabatan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]


@pytest.fixture
def bersurat(pemeran: Any) -> Any:
    """The cast with mailboxes; `staf` is the kasi."""
    for siapa in SEMUA_PERAN[1:]:
        pemeran[siapa].email = f"{siapa}@contoh.id"
        pemeran[siapa].save()
    kantor = pemeran.staf.jabatan.get().instansi
    asal: dict[str, Any] = {"instansi": kantor, "mulai": hari_ini() - dt.timedelta(days=90)}
    Jabatan.objects.create(pengguna=pemeran.staf, nama=NamaJabatan.KASI_PMK, **asal)
    return pemeran


def kotak(mailoutbox: Any) -> dict[str, str]:
    """Send what waits; return the newest letter about answers of each."""
    kerjakan_semua()
    isi = {satu.to[0].partition("@")[0]: satu.body for satu in mailoutbox if "tanggap" in satu.body}
    mailoutbox.clear()
    return isi


def test_the_office_that_owes_it_is_written_to(bersurat: Any, mailoutbox: Any) -> None:
    """Neither the words nor a name stand in it; the address leads to the act."""
    proyek = buat_proyek(bersurat.kampung)
    with pada(saat("2026-11-25")):
        catatan = buat_catatan(proyek, bersurat.bpk, "Xylofon tidak hadir.")
    surat = kotak(mailoutbox)
    assert surat.keys() == {"aparat", "kakam"}
    for kata in ("Catatan pengawasan BPK Kampung", proyek.judul, "paling lambat 2 Desember 2026"):
        assert kata in surat["kakam"]
    assert "/kerja/tanggapi/catatan/" in surat["aparat"]
    assert "Xylofon" not in str(surat)
    jawab(catatan, bersurat.kakam)
    nyatakan_belum_puas(hal=catatan, isi="Belum.", oleh=bersurat.bpk)
    assert kotak(mailoutbox).keys() == {"staf"}


def test_the_kecamatan_is_told_of_what_it_opened(bersurat: Any, mailoutbox: Any) -> None:
    buat_catatan(buat_proyek(bersurat.kampung, pembuka=Pencatat.KECAMATAN), bersurat.bpk)
    assert kotak(mailoutbox).keys() == {"staf"}


def test_a_check_is_named_without_its_day(bersurat: Any, mailoutbox: Any) -> None:
    """Its due day begins with the end of its week."""
    with pada(saat("2026-11-24")):
        cek = buat_cek(buat_proyek(bersurat.kampung), bersurat.warga)
        layanan.surati_penanggap(cek)
    assert "Pertanyaan warga tentang proyek" in (isi := kotak(mailoutbox)["aparat"])
    assert "paling lambat 4 Desember 2026" in isi


def test_a_long_list_is_cut_and_sent_once_a_day(bersurat: Any, mailoutbox: Any) -> None:
    catatan = buat_catatan(buat_proyek(bersurat.kampung), bersurat.bpk)
    kotak(mailoutbox)
    for _ in range(2):
        layanan.surati_terlambat(bersurat.kampung, 3, [catatan] * 23, hari_ini())
    kerjakan_semua()
    (surat,) = mailoutbox
    assert surat.to == ["camat@contoh.id"]
    assert "- dan 3 lagi" in surat.body
    assert surat.body.count("Catatan pengawasan") == layanan.SEBUT
