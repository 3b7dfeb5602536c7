"""What changes accounts: signing up, printed codes, contacts, roles, and emptying."""

from warga.services.akun import (
    VERSI_PERSETUJUAN,
    daftarkan,
    ganti_sandi,
    kunci_nomor,
    ubah_telepon,
)
from warga.services.bukti import buktikan_pemilik
from warga.services.kode import MASA_KODE, beri_kode, buat_sandi, buktikan_telepon, cari_kode
from warga.services.pengosongan import NAMA_KOSONG, kosongkan_pengguna
from warga.services.petugas import (
    adalah_admin_terakhir,
    lepas_faktor_kedua,
    simpan_jabatan,
    simpan_pengguna,
)

__all__ = [
    "MASA_KODE",
    "NAMA_KOSONG",
    "VERSI_PERSETUJUAN",
    "adalah_admin_terakhir",
    "beri_kode",
    "buat_sandi",
    "buktikan_pemilik",
    "buktikan_telepon",
    "cari_kode",
    "daftarkan",
    "ganti_sandi",
    "kosongkan_pengguna",
    "kunci_nomor",
    "lepas_faktor_kedua",
    "simpan_jabatan",
    "simpan_pengguna",
    "ubah_telepon",
]
