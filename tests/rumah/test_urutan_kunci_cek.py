"""Acts on checks, notes, answers, looks in the field, letters and musyawarah lock in the one order,
too (docs/keputusan/0026-kunci.md). The code itself says which there are."""

from collections.abc import Iterator

import pytest

from tests.alat.rumah.baca_kunci import kode_portal
from tests.alat.rumah.perbuatan_cek import semua
from tests.alat.rumah.rekam_kunci import menurut_aturan, rekam
from tests.rumah.test_urutan_kunci import Bahan

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
LAYANAN = "laporan.services."
MODEL = {
    *("CekWarga", "FotoCek", "CatatanPengawasan", "LampiranCatatan", "Tanggapan", "BelumPuas"),
    *("PemeriksaanLapangan", "FotoLapangan", "Musyawarah", "SuratInspektorat"),
}
URUTAN = {
    "cek.cek": ["proyek", "cek"],
    "cek.cek, the third": ["proyek", "cek"],
    "cek.cek, again": ["proyek", "cek"],
    "cek_foto.lekatkan": ["cek", "berkas"],
    "cek_baca.loloskan_cek": ["proyek", "cek"],
    "cek_baca.hitamkan_cek": ["proyek", "cek"],
    "cek_baca.batasi_foto": ["proyek", "cek", "berkas"],
    "cek.tarik": ["cek", "berkas"],
    "cek.kosongkan_akun": ["cek"],
    "tanggapan.tanggapi": ["cek"],
    "tanggapan.perbaiki": ["cek"],
    "tanggapan.nyatakan_belum_puas": ["cek"],
    "tanggapan.tarik": ["cek"],
    "catatan.tulis": ["proyek", "berkas"],
    "catatan.perbaiki": ["proyek", "catatan"],
    "catatan.tambah_lampiran": ["proyek", "catatan", "berkas"],
    "penarikan_catatan.tutup_lampiran": ["proyek", "catatan", "berkas"],
    "penarikan_catatan.tarik_lampiran": ["proyek", "catatan", "berkas"],
    "penarikan_catatan.tarik": ["proyek", "catatan", "berkas"],
    "lapangan.buka": ["proyek"],
    "lapangan.batalkan": ["proyek", "lapangan"],
    "lapangan.catat_hasil": ["proyek", "lapangan"],
    "lapangan.perbaiki_hasil": ["proyek", "lapangan"],
    "lapangan_foto.lekatkan": ["proyek", "lapangan", "berkas"],
    "lapangan_foto.tutup_foto": ["proyek", "lapangan", "berkas"],
    "lapangan_foto.tarik_foto": ["proyek", "lapangan", "berkas"],
    "lapangan_foto.tarik_tulisan": ["proyek", "lapangan"],
    "lapangan.jawab_sepakat": ["proyek", "lapangan"],
    "musyawarah.rencanakan": ["proyek"],
    "musyawarah.ubah": ["proyek", "musyawarah"],
    "musyawarah.batalkan": ["proyek", "musyawarah"],
    "musyawarah.catat_hasil": ["proyek", "musyawarah"],
    "musyawarah.perbaiki_hasil": ["proyek", "musyawarah"],
    "musyawarah.tarik_tulisan": ["proyek", "musyawarah"],
    "inspektorat.catat_surat": ["proyek"],
    "inspektorat.cabut_surat": ["proyek"],
    "cek_berkala.kabarkan": ["cek"],
    "cek_berkala.periksa_malam": ["cek", "berkas"],
    "pengingat_lapangan.hitung_ulang": ["lapangan"],
    "pengingat_lapangan.ingatkan_satu": ["lapangan"],
    "pengingat_lapangan.umumkan_satu": ["lapangan"],
    "pengingat_tanggapan.hitung_ulang": ["cek", "catatan"],
    "pengingat_tanggapan.ingatkan_kampung": ["cek", "catatan"],
    "pengingat_tanggapan.periksa_malam": ["cek"],
}


def _perbuatan() -> Iterator[str]:
    """Yield the acts that lock rows, of services that know one of these models. Those that
    only lock for others are named `kunci_…`."""
    kode = kode_portal()
    for nama, modul in kode.modul.items():
        if nama.startswith(LAYANAN) and MODEL & modul.impor.keys():
            milik = kode.perbuatan(nama)
            yield from (f"{modul.bagian}.{f}" for f in milik if not f.startswith("kunci_"))


def test_every_act_locks_in_the_one_order() -> None:
    terekam = {}
    for nama, perbuatan in semua(Bahan()).items():
        with rekam() as urutan:
            perbuatan()
        terekam[nama] = urutan
    assert {nama.partition(",")[0] for nama in terekam} == set(_perbuatan())
    assert [isi for isi in terekam.items() if not menurut_aturan(isi[1])] == []
    assert {nama: list(dict.fromkeys(urutan)) for nama, urutan in terekam.items()} == URUTAN
