"""Acts on accounts: signing up, printed codes, contacts, roles, and emptying."""

from warga.services.akun import (
    VERSI_PERSETUJUAN,
    daftarkan,
    ganti_sandi,
    kunci_nomor,
    ubah_telepon,
)
from warga.services.bukti import (
    alamat_terbukti,
    buktikan_lewat_email,
    buktikan_lewat_pengaman,
    buktikan_pemilik,
)
from warga.services.dasar import akhiri_sesi, kunci_akun, pastikan_pemutus
from warga.services.kode import (
    MASA_KODE,
    PER_HARI,
    TIDAK_COCOK,
    ada_aktivasi,
    beri_kode,
    buktikan_telepon,
)
from warga.services.pembaca import (
    cabut_pembaca,
    minta_pembaca,
    periksa_pembaca,
    putuskan_pembaca,
    tarik_pembaca,
)
from warga.services.pengaman import buat_kode_sekali
from warga.services.pengosongan import NAMA_KOSONG, kosongkan_pengguna
from warga.services.petugas import (
    adalah_admin_terakhir,
    lepas_faktor_kedua,
    simpan_jabatan,
    simpan_pengguna,
)
from warga.services.sandi import (
    MASA_SANDI,
    batalkan_sandi,
    buat_sandi,
    buka_sandi,
    cari_kode_sandi,
    minta_sandi,
    putuskan_sandi,
    tarik_sandi,
)
from warga.services.tambah import PetugasBaru, tambah_petugas

__all__ = [
    "MASA_KODE",
    "MASA_SANDI",
    "NAMA_KOSONG",
    "PER_HARI",
    "TIDAK_COCOK",
    "VERSI_PERSETUJUAN",
    "PetugasBaru",
    "ada_aktivasi",
    "adalah_admin_terakhir",
    "akhiri_sesi",
    "alamat_terbukti",
    "batalkan_sandi",
    "beri_kode",
    "buat_kode_sekali",
    "buat_sandi",
    "buka_sandi",
    "buktikan_lewat_email",
    "buktikan_lewat_pengaman",
    "buktikan_pemilik",
    "buktikan_telepon",
    "cabut_pembaca",
    "cari_kode_sandi",
    "daftarkan",
    "ganti_sandi",
    "kosongkan_pengguna",
    "kunci_akun",
    "kunci_nomor",
    "lepas_faktor_kedua",
    "minta_pembaca",
    "minta_sandi",
    "pastikan_pemutus",
    "periksa_pembaca",
    "putuskan_pembaca",
    "putuskan_sandi",
    "simpan_jabatan",
    "simpan_pengguna",
    "tambah_petugas",
    "tarik_pembaca",
    "tarik_sandi",
    "ubah_telepon",
]
