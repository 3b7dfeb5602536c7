"""Raw SQL with the role of the application against looks, letters and musyawarah, and the acts of
the portal that the same role may do."""

import datetime as dt
from typing import Any

import pytest
from django.db import Error, IntegrityError

from core.jejak.catat import catat
from core.tenggat import jam
from core.waktu import hari_ini, pada
from laporan.models import FotoLapangan, PemeriksaanLapangan
from laporan.services import (
    inspektorat,
    lapangan,
    lapangan_foto,
    musyawarah,
    pengingat_lapangan,
)
from tests.alat.jam import saat
from tests.laporan.test_hak_basis_cek import LAPANGAN, PESAN, coba, ditolak, peran
from tests.pabrik import lapangan as pabrik
from tests.pabrik.berkas import foto_tersimpan
from tests.pabrik.cek import buat_tentang, terbukti, tulis
from tests.pabrik.proyek import buat_proyek
from tests.rumah.test_hak import ROLE, be

__all__ = ["peran"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
MUSYAWARAH = "laporan_musyawarah"
TANPA_JAM = "langkah_mulai = NULL, jatah_hari = NULL, janji = NULL, tenggat = NULL"
MASUK = """
INSERT INTO laporan_pemeriksaanlapangan_cek (pemeriksaanlapangan_id, cekwarga_id) VALUES ({}, {})
"""


def test_a_look_stays_as_it_was_opened(peran: None, pemeran: Any) -> None:
    milik = pabrik.tiga_cek(pemeran)
    pabrik.buat_lapangan(pemeran, buat_proyek(pemeran.kampung, tahap="berjalan"))
    ditolak(
        LAPANGAN,
        *("alasan = 'Lain.' WHERE alasan <> ''", "alasan = '█████' WHERE alasan <> ''"),
        *(f"tahap = 'batal', {TANPA_JAM}", f"tahap = 'selesai', dicatat_pada = now(), {TANPA_JAM}"),
        *("tahap = 'disepakati', dicatat_pada = now()", "dibuka = now() - interval '1 year'"),
        *("tenggat = tenggat + 1", "janji = janji + 1, tenggat = tenggat + 1", "eskalasi = 3"),
        *("jatah_hari = 99", "langkah_mulai = langkah_mulai + 1", "penundaan = 1"),
        *("dikabarkan_pada = NULL WHERE alasan <> ''", "kunci_sekali = 'x' WHERE alasan <> ''"),
    )
    ke = PemeriksaanLapangan.objects.get(sebab="kecamatan").pk
    for satu in (
        "DELETE FROM laporan_pemeriksaanlapangan",
        "DELETE FROM laporan_pemeriksaanlapangan_cek",
        "TRUNCATE laporan_pemeriksaanlapangan CASCADE",
        f"UPDATE laporan_pemeriksaanlapangan_cek SET pemeriksaanlapangan_id = {ke}",  # noqa: S608 - our own
    ):
        with pytest.raises(Error, match=PESAN):
            coba(satu)
    assert milik.proyek.pemeriksaan.get().cek.count() == 3


def test_checks_lead_to_a_look_as_it_is_opened_and_one_called_off_ends(
    peran: None, pemeran: Any
) -> None:
    cek = tulis(buat_tentang(pemeran), terbukti(pemeran))
    diam = PemeriksaanLapangan(proyek=cek.proyek, sebab="cek")  # no act opened it
    jam.mulai(diam, 10)
    diam.save()
    with pytest.raises(IntegrityError, match=PESAN):
        coba(MASUK.format(diam.pk, cek.pk))
    be(ROLE)
    batal = pabrik.buat_lapangan(pemeran)
    catat(objek=batal, aksi="dicatat")  # another act is none of this one
    ditolak(LAPANGAN, f"tahap = 'batal', {TANPA_JAM} WHERE id = {batal.pk}")
    lapangan.batalkan(pemeriksaan=batal, alasan="Keliru.", oleh=pemeran.staf)
    lagi = "langkah_mulai = '2026-01-05', jatah_hari = 0, janji = '2026-01-05'"
    ditolak(LAPANGAN, f"tahap = 'dibuka', {lagi}, tenggat = '2026-01-05' WHERE id = {batal.pk}")


def test_a_recorded_look_follows_its_results(peran: None, pemeran: Any) -> None:
    hasil = pabrik.tercatat(pemeran)
    lapangan_foto_baru(hasil.pemeriksaan)
    ditolak(
        LAPANGAN,
        *("tenggat = tenggat + 1, janji = janji + 1", f"tahap = 'selesai', {TANPA_JAM}"),
        *("tahap = 'dibuka', dicatat_pada = NULL", "dicatat_pada = now() - interval '1 day'"),
    )
    ditolak("laporan_fotolapangan", "ditarik_pada = now()", "diunggah = now() - interval '1 day'")
    with pytest.raises(IntegrityError, match=PESAN):
        coba("DELETE FROM laporan_fotolapangan")


def lapangan_foto_baru(milik: PemeriksaanLapangan) -> FotoLapangan:
    return FotoLapangan.objects.create(pemeriksaan=milik, berkas=foto_tersimpan())


def test_the_portal_does_its_acts_on_looks_with_this_role(peran: None, pemeran: Any) -> None:
    be(ROLE)
    pabrik.tiga_cek(pemeran)
    hasil = pabrik.tercatat(pemeran)
    milik = hasil.pemeriksaan
    satu = lapangan_foto_baru(milik)
    lapangan_foto.tarik_foto(foto=satu, alasan="Wajah.", oleh=pemeran.staf)
    kata = ["Talud"]
    lapangan_foto.tarik_tulisan(pemeriksaan=milik, kata=kata, alasan="Nama.", oleh=pemeran.staf)
    with pada(saat("2027-06-01")):
        pengingat_lapangan.ingatkan_satu(milik.pk)
    jawaban = {"pemeriksaan": milik, "kata": "Baru mulai.", "oleh": pemeran.kakam}
    besok = hari_ini() + dt.timedelta(days=9)
    for ke, (sudah, sampai) in enumerate(((True, None), (False, besok), (True, None))):
        lapangan.jawab_sepakat(**jawaban, sudah=sudah, sampai=sampai, kunci=str(ke) * 32)
    lain = pabrik.hasil(sampai=besok)
    lapangan.perbaiki_hasil(pemeriksaan=milik, isian=lain, alasan="Lupa.", oleh=pemeran.staf)
    milik.refresh_from_db()
    assert (milik.tahap, milik.tenggat) == ("disepakati", besok)
    assert milik.alasan.startswith("█████")
    coba("SELECT 1")


def test_a_musyawarah_and_a_letter_change_by_their_acts_alone(peran: None, pemeran: Any) -> None:
    satu, surat = pabrik.musyawarah_baru(pemeran), pabrik.surati(pemeran)
    putus = "diadakan = true, hasil = 'Selesai.', dicatat_pada = now()"
    ditolak(
        MUSYAWARAH,
        *("tanggal = tanggal + 7", "tempat = 'Lain.'", "tentang = 'Lain.'", "tentang = '█████'"),
        *(putus, "dibatalkan_pada = now()", "dibuat = now() - interval '1 day'"),
    )
    ditolak("laporan_suratinspektorat", "dicabut_pada = now()")
    for tabel in (MUSYAWARAH, "laporan_suratinspektorat"):
        with pytest.raises(Error, match=PESAN):
            coba(f"DELETE FROM {tabel}")  # noqa: S608 - our own words
    be(ROLE)
    rencana = musyawarah.Rencana(satu.tanggal, "Rumah Dodot", "Sisa talud.")
    musyawarah.ubah(musyawarah=satu, rencana=rencana, alasan="Hujan.", oleh=pemeran.bpk)
    dua = pabrik.musyawarah_baru(pemeran)
    musyawarah.batalkan(musyawarah=dua, alasan="Selesai.", oleh=pemeran.bpk)
    for isi in ("Sepakat.", "Sepakat dikerjakan."):
        hasil = musyawarah.Hasil(diadakan=True, hasil=isi)
        if isi == "Sepakat.":
            musyawarah.catat_hasil(musyawarah=satu, hasil=hasil, oleh=pemeran.bpk)
        else:
            musyawarah.perbaiki_hasil(
                musyawarah=satu, hasil=hasil, alasan="Kurang.", oleh=pemeran.bpk
            )
    musyawarah.tarik_tulisan(musyawarah=satu, kata=["Dodot"], alasan="Nama.", oleh=pemeran.staf)
    inspektorat.cabut_surat(surat=surat, alasan="Salah.", oleh=pemeran.camat)
    ditolak(MUSYAWARAH, "dibatalkan_pada = now()" + f" WHERE id = {dua.pk}")
    ditolak("laporan_suratinspektorat", "dicabut_pada = NULL")
