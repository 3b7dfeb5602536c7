"""The periodic jobs of the portal, run by the worker (see core.antrean.berkala).

Each is (name, function, when): every timedelta, or daily at a time in WIB.
"""

import datetime as dt

TUGAS_BERKALA: list[tuple[str, str, dt.timedelta | dt.time]] = [
    ("segel", "core.jejak.segel.segel_semua", dt.timedelta(minutes=5)),
    # It tells followers of sealed rows, so it runs beside the sealing.
    ("pemberitahuan", "kabar.services.penyebar.sebarkan", dt.timedelta(minutes=5)),
    ("libur", "core.tenggat.hari_kerja.muat_libur_berjalan", dt.time(1, 0)),
    ("sesi_akun", "warga.sesi.rapikan", dt.time(1, 15)),
    ("sesi", "core.antrean.berkala.bersihkan_sesi", dt.time(1, 10)),
    ("antrean", "core.antrean.tugas.rapikan", dt.time(1, 20)),
    ("berkas", "core.berkas.simpan.buang_yatim", dt.time(1, 30)),
    ("keamanan", "core.jaga.keamanan.rapikan", dt.time(1, 45)),
    ("foto_tertunda", "core.berkas.foto_tertunda.sapu", dt.timedelta(hours=1)),
    ("pembatas", "core.jaga.pembatas.rapikan", dt.time(1, 40)),
    ("pemberitahuan_lama", "kabar.services.berkala.rapikan", dt.time(2, 0)),
    ("periksa_jejak", "bangunrejo.jaga_jejak.periksa_malam", dt.time(3, 0)),
    ("umumkan_segel", "bangunrejo.jaga_jejak.umumkan", dt.time(6, 0)),
    ("surat_meja", "meja.services.surat.rangkum", dt.time(6, 45)),
    ("rangkuman", "kabar.services.rangkuman.rangkum", dt.time(7, 0)),
    (
        "aspirasi_tenggat",
        "aspirasi.services.berkala.hitung_ulang_tenggat",
        dt.timedelta(minutes=15),
    ),
    ("aspirasi_proyek", "aspirasi.services.berkala.ikuti_proyek", dt.timedelta(hours=1)),
    ("aspirasi_sanggah", "aspirasi.services.sanggah.hitung_lagi", dt.timedelta(hours=1)),
    ("ringkasan_kampung", "meja.services.ringkasan.catat", dt.time(0, 5)),
    ("aspirasi_tutup", "aspirasi.services.berkala.tutup_otomatis", dt.time(0, 20)),
    ("aspirasi_arsip", "aspirasi.services.berkala.arsipkan_otomatis", dt.time(0, 25)),
    ("aspirasi_ingat", "aspirasi.services.berkala.ingatkan_terlambat", dt.time(7, 0)),
    ("aspirasi_janji", "aspirasi.services.berkala.tagih_janji", dt.time(7, 0)),
    ("aspirasi_giliran", "aspirasi.services.giliran.hitung_ulang", dt.time(3, 30)),
    ("jadwal_laporan", "laporan.services.jadwal.susun_berubah", dt.timedelta(minutes=5)),
    (
        "jadwal_tenggat",
        "laporan.services.jadwal.hitung_ulang_tenggat",
        dt.timedelta(minutes=15),
    ),
    ("laporan_ingat", "laporan.services.pengingat.ingatkan", dt.time(7, 0)),
    ("unggahan_anggaran", "anggaran.services.impor.rapikan", dt.time(1, 50)),
    ("belanja_ingat", "laporan.services.pengingat_belanja.ingatkan", dt.time(7, 0)),
    ("belanja_tenggat", "laporan.services.menyusul.hitung_ulang", dt.timedelta(minutes=15)),
    ("tanggapan_ingat", "laporan.services.pengingat_tanggapan.ingatkan", dt.time(7, 0)),
    (
        "tanggapan_tenggat",
        "laporan.services.pengingat_tanggapan.hitung_ulang",
        dt.timedelta(minutes=15),
    ),
    ("tanggapan_malam", "laporan.services.pengingat_tanggapan.periksa_malam", dt.time(4, 0)),
    ("jadwal_malam", "laporan.services.jadwal.periksa_malam", dt.time(3, 50)),
    ("cek_kabar", "laporan.services.cek_berkala.kabarkan", dt.time(6, 30)),
    ("cek_foto", "laporan.services.cek_berkala.periksa_malam", dt.time(3, 55)),
    ("lapangan_ingat", "laporan.services.pengingat_lapangan.ingatkan", dt.time(7, 0)),
    ("lapangan_kabar", "laporan.services.pengingat_lapangan.kabarkan", dt.time(7, 10)),
    (
        "lapangan_tenggat",
        "laporan.services.pengingat_lapangan.hitung_ulang",
        dt.timedelta(minutes=15),
    ),
    ("lapangan_malam", "laporan.services.pengingat_lapangan.periksa_malam", dt.time(3, 45)),
    ("masih_berfungsi", "proyek.services.fungsi.tanyakan", dt.time(7, 30)),
    ("uang", "transparansi.services.hitung.periksa_malam", dt.time(3, 40)),
    ("kontak", "aspirasi.services.penghapusan.kosongkan_kontak", dt.time(1, 50)),
    ("kontak_penawar", "mitra.services.kontak.kosongkan_kontak", dt.time(1, 55)),
    ("keterangan", "aspirasi.services.keterangan.tutup_lama", dt.time(2, 10)),
    ("tanya_lagi", "aspirasi.services.penilaian.tanyakan", dt.time(8, 0)),
]

# Dotted path of a task before it moved → where it is now. Rows that were queued under the old path
# still run, so a path that may stand in a queue is never removed here.
TUGAS_PINDAH: dict[str, str] = {
    "core.surat.antar": "core.antrean.surel.antar",
    "core.segel.segel_semua": "core.jejak.segel.segel_semua",
    "core.hari_kerja.muat_libur_berjalan": "core.tenggat.hari_kerja.muat_libur_berjalan",
    "core.berkala.bersihkan_sesi": "core.antrean.berkala.bersihkan_sesi",
    "core.antrean.rapikan": "core.antrean.tugas.rapikan",
    "core.berkas.buang_yatim": "core.berkas.simpan.buang_yatim",
    "core.keamanan.rapikan": "core.jaga.keamanan.rapikan",
    "core.foto_tertunda.sapu": "core.berkas.foto_tertunda.sapu",
    "core.pembatas.rapikan": "core.jaga.pembatas.rapikan",
    "laporan.services.periksa_foto": "laporan.services.foto.periksa_foto",
    "laporan.services.tulis.periksa_foto": "laporan.services.foto.periksa_foto",
    "aspirasi.tasks.kabari_bahaya": "aspirasi.services.bahaya.kabari_bahaya",
    "kabar.rangkuman.kirim_satu": "kabar.services.rangkuman.kirim_satu",
    "kabar.rangkuman.rangkum": "kabar.services.rangkuman.rangkum",
    "kabar.penyebar.sebarkan": "kabar.services.penyebar.sebarkan",
    "kabar.berkala.rapikan": "kabar.services.berkala.rapikan",
}
