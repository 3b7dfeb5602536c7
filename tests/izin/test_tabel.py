"""Every right as data, walked through the whole cast."""

import uuid
from typing import Any

import pytest
import rules

from aspirasi.enums import Jangkauan, Jenis, JenisTindakLanjut, Tentang
from aspirasi.models import Aspirasi, Pengirim, TindakLanjut
from forum.models import Topik
from kabar.models import Kabar
from proyek.enums import Pencatat
from proyek.models import Keputusan
from tests.izin.milik import KECAMATAN, MILIK_SIAPA
from tests.pabrik.kampung import instansi_kampung, instansi_kecamatan
from tests.pabrik.musrenbang import dibuka as musrenbang_dibuka
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran
from warga.enums import Peran
from warga.models import Kampung

SEMUA = set(SEMUA_PERAN)
BERAKUN = SEMUA - {"pengunjung"}
STAF = KECAMATAN - {"admin"}
APARAT_SENDIRI = {"aparat", "kakam"}
PETUGAS = APARAT_SENDIRI | {"aparat_lain"} | KECAMATAN

# A right, the object it is asked for, and the members of the cast who have it.
TABEL: list[tuple[str, str, set[str]]] = [
    ("aspirasi.kirim", "-", SEMUA),
    ("aspirasi.kirim_untuk_orang_lain", "-", PETUGAS | {"fasilitator", "bpk"}),
    ("aspirasi.dukung", "-", BERAKUN),
    ("aspirasi.simpan_di_akun", "-", BERAKUN),
    ("aspirasi.sanggah", "-", {"warga", "fasilitator", "bpk"}),
    ("forum.tulis", "-", BERAKUN),
    ("warga.beri_kode", "tetangga", PETUGAS | {"fasilitator", "bpk"}),
    ("warga.beri_kode", "tanpa_kampung", PETUGAS | {"fasilitator", "bpk"}),
    ("warga.beri_kode", "bpk", PETUGAS | {"fasilitator"}),
    ("warga.beri_kode", "aparat_lain", KECAMATAN),
    ("warga.beri_kode", "staf", {"admin"}),
    ("warga.minta_sandi", "tetangga", KECAMATAN),
    ("warga.minta_sandi", "aparat", KECAMATAN),
    ("warga.minta_sandi", "staf", {"camat", "admin"}),
    ("warga.minta_sandi", "camat", {"admin"}),
    ("warga.minta_sandi", "admin", {"camat"}),
    ("warga.putuskan_sandi", "sandi_warga", KECAMATAN - {"staf"}),
    ("warga.putuskan_sandi", "sandi_staf", {"camat"}),
    ("warga.putuskan_sandi", "sandi_camat", set()),
    ("warga.minta_pembaca", "staf", {"admin"}),
    ("warga.putuskan_pembaca", "pembaca_staf", {"camat"}),
    ("warga.putuskan_pembaca", "pembaca_camat", set()),
    ("warga.lihat_pembaca", "-", {"petugas_rahasia", "camat", "admin"}),
    ("warga.lihat_rekap_kode", "-", {"camat", "admin"}),
    ("warga.buka_meja", "-", PETUGAS),
    ("warga.lihat_kecamatan", "-", KECAMATAN),
    ("warga.lihat_kesiapan", "-", KECAMATAN),
    ("warga.urus_kesiapan", "-", {"camat", "admin"}),
    ("warga.punya_meja", "-", PETUGAS | {"fasilitator", "bpk"}),
    ("warga.jaga_jejak", "-", {"camat", "admin"}),
    ("aspirasi.tangani", "publik", APARAT_SENDIRI | KECAMATAN),
    ("aspirasi.tangani", "belum_diperiksa", KECAMATAN),
    ("aspirasi.tangani", "bahaya", APARAT_SENDIRI | KECAMATAN),
    ("aspirasi.tangani", "bahaya_ragu", KECAMATAN),
    ("aspirasi.ambil_dulu", "belum_diperiksa", set()),
    ("aspirasi.baca_balasan", "belum_diperiksa", KECAMATAN),
    ("aspirasi.periksa", "didelegasikan_belum", KECAMATAN),
    ("aspirasi.tangani", "petugas", APARAT_SENDIRI | KECAMATAN),
    ("aspirasi.tangani", "kecamatan", {"petugas_rahasia"}),
    ("aspirasi.tangani", "tentang_kampung", {"petugas_rahasia"}),
    ("aspirasi.tangani", "tentang_kecamatan", {"camat"}),
    ("aspirasi.baca_balasan", "publik", APARAT_SENDIRI | KECAMATAN),
    ("aspirasi.baca_balasan", "petugas", APARAT_SENDIRI | KECAMATAN),
    ("aspirasi.baca_balasan", "kecamatan", {"petugas_rahasia"}),
    ("aspirasi.baca_balasan", "tentang_kampung", {"petugas_rahasia"}),
    ("aspirasi.baca_balasan", "tentang_kecamatan", {"camat"}),
    ("aspirasi.baca_balasan", "di_kampung", APARAT_SENDIRI | KECAMATAN),
    ("aspirasi.baca_balasan", "di_kecamatan", KECAMATAN),
    ("aspirasi.ambil_dulu", "publik", APARAT_SENDIRI),
    ("aspirasi.ambil_dulu", "petugas", APARAT_SENDIRI),
    ("aspirasi.ambil_dulu", "kecamatan", set()),
    ("aspirasi.ambil_dulu", "tentang_kampung", set()),
    ("aspirasi.periksa", "publik", KECAMATAN),
    ("aspirasi.periksa", "didelegasikan", APARAT_SENDIRI | KECAMATAN),
    ("aspirasi.periksa", "kecamatan", {"petugas_rahasia"}),
    ("aspirasi.perbaiki", "publik", KECAMATAN),
    ("aspirasi.perbaiki", "petugas", KECAMATAN),
    ("aspirasi.perbaiki", "kecamatan", {"petugas_rahasia"}),
    ("aspirasi.perbaiki", "tentang_kecamatan", {"camat"}),
    ("aspirasi.perbaiki", "di_kampung", KECAMATAN),
    ("aspirasi.tarik_jawaban", "jawaban_kakam", APARAT_SENDIRI | KECAMATAN),
    ("aspirasi.tarik_jawaban", "jawaban_staf", KECAMATAN),
    ("aspirasi.teruskan", "publik", KECAMATAN),
    ("aspirasi.teruskan", "kecamatan", {"petugas_rahasia"}),
    ("aspirasi.baca_pengirim", "publik", STAF),
    ("aspirasi.baca_pengirim", "diizinkan", STAF | APARAT_SENDIRI),
    ("aspirasi.baca_pengirim", "kecamatan", {"petugas_rahasia"}),
    ("aspirasi.baca_pengirim", "tentang_kecamatan", {"camat"}),
    ("aspirasi.ganti_pin", "diizinkan", STAF),
    ("aspirasi.ganti_pin", "kecamatan", {"petugas_rahasia"}),
    ("aspirasi.ganti_pin", "tentang_kampung", {"petugas_rahasia"}),
    ("aspirasi.ganti_pin", "tentang_kecamatan", {"camat"}),
    ("aspirasi.jawab_permintaan", "kampung", APARAT_SENDIRI),
    ("aspirasi.kabari_pengirim", "publik", STAF),
    ("aspirasi.kabari_pengirim", "diizinkan", STAF),
    ("aspirasi.kabari_pengirim", "kecamatan", {"petugas_rahasia"}),
    ("aspirasi.kabari_pengirim", "tentang_kecamatan", {"camat"}),
    ("aspirasi.add_templatjawaban", "-", KECAMATAN),
    ("aspirasi.change_templatjawaban", "-", KECAMATAN),
    ("aspirasi.delete_templatjawaban", "-", KECAMATAN),
    ("aspirasi.view_templatjawaban", "-", KECAMATAN),
    ("proyek.kelola_proyek", "kampung", APARAT_SENDIRI | KECAMATAN),
    ("proyek.betulkan_proyek", "proyek_aparat", APARAT_SENDIRI),
    ("proyek.betulkan_proyek", "proyek_staf", APARAT_SENDIRI | KECAMATAN),
    ("proyek.isi_lingkungan", "kampung", APARAT_SENDIRI | KECAMATAN),
    ("proyek.jawab_kantor", "kampung", APARAT_SENDIRI),
    ("proyek.moderasi", "-", KECAMATAN),
    ("proyek.catat_keputusan", "kampung", APARAT_SENDIRI | KECAMATAN | {"bpk"}),
    ("proyek.catat_keputusan_kecamatan", "-", KECAMATAN),
    ("proyek.urus_pindaian", "putusan_kampung", APARAT_SENDIRI),
    ("proyek.urus_pindaian", "putusan_bpk", {"bpk"}),
    ("proyek.urus_pindaian", "putusan_kecamatan", KECAMATAN),
    ("proyek.urus_pindaian", "putusan_untuk_kampung", KECAMATAN),
    ("proyek.ralat_keputusan", "putusan_kampung", APARAT_SENDIRI),
    ("proyek.ralat_keputusan", "putusan_bpk", {"bpk"}),
    ("proyek.ralat_keputusan", "putusan_kecamatan", KECAMATAN),
    ("proyek.ralat_keputusan", "putusan_untuk_kampung", APARAT_SENDIRI | KECAMATAN),
    ("proyek.tarik_keputusan", "putusan_kampung", APARAT_SENDIRI | KECAMATAN),
    ("proyek.tarik_keputusan", "putusan_bpk", KECAMATAN | {"bpk"}),
    ("proyek.tarik_keputusan", "putusan_kecamatan", KECAMATAN),
    ("proyek.tarik_keputusan", "putusan_untuk_kampung", APARAT_SENDIRI | KECAMATAN),
    ("proyek.sikapi_keputusan", "putusan_kampung", {"kakam"}),
    ("proyek.sikapi_keputusan", "putusan_bpk", set()),
    ("proyek.sikapi_keputusan", "putusan_kecamatan", set()),
    ("proyek.sikapi_keputusan", "putusan_untuk_kampung", {"kakam"}),
    ("anggaran.isi", "kampung", APARAT_SENDIRI | KECAMATAN),
    ("anggaran.terbitkan", "kampung", {"kakam"}),  # and the sekretaris
    ("mitra.urus_kebutuhan", "kampung", APARAT_SENDIRI),
    ("mitra.lihat_tawaran", "tawaran_baru", KECAMATAN),
    ("mitra.lihat_tawaran", "tawaran_diperiksa", KECAMATAN | APARAT_SENDIRI),
    ("mitra.baca_kontak", "tawaran_baru", STAF),
    ("mitra.baca_kontak", "tawaran_diperiksa", STAF | APARAT_SENDIRI),
    ("mitra.periksa", "-", STAF),
    ("mitra.tolak", "tawaran_baru", STAF),
    ("mitra.tolak", "tawaran_diperiksa", STAF | APARAT_SENDIRI),
    ("mitra.tulis", "tawaran_diperiksa", STAF | APARAT_SENDIRI),
    ("mitra.sepakati", "tawaran_baru", set()),
    ("mitra.sepakati", "tawaran_diperiksa", APARAT_SENDIRI),
    ("mitra.terima", "tawaran_diperiksa", APARAT_SENDIRI),
    ("mitra.sembunyikan", "-", STAF),
    ("mitra.ubah_mitra", "-", STAF),
    ("mitra.catat_kerja", "kampung", APARAT_SENDIRI | {"fasilitator"}),
    ("rencana.susun", "kampung", APARAT_SENDIRI | KECAMATAN),
    ("rencana.putuskan", "kampung", {"kakam"}),  # and the sekretaris
    ("rencana.lihat_draf", "kampung", APARAT_SENDIRI | KECAMATAN | {"bpk"}),
    ("rencana.dukung", "-", BERAKUN),
    ("rencana.atur_masa", "-", KECAMATAN),
    ("laporan.cek", "proyek_aparat", {"pengunjung", "warga", "aparat_lain"}),
    ("laporan.cek", "proyek_ditunjuk", {"pengunjung", "aparat_lain"}),
    ("laporan.moderasi_cek", "-", KECAMATAN),
    ("laporan.tulis", "kampung", APARAT_SENDIRI),
    ("laporan.isi_belanja", "kampung", APARAT_SENDIRI),
    ("laporan.tutup_foto", "kampung", APARAT_SENDIRI | KECAMATAN),
    ("proyek.tarik", "kampung", APARAT_SENDIRI | KECAMATAN),
    ("laporan.tarik", "kampung", APARAT_SENDIRI | KECAMATAN),
    ("laporan.periksa_lapangan", "kampung", KECAMATAN),
    ("laporan.jawab_sepakat", "kampung", APARAT_SENDIRI),
    ("laporan.surat_inspektorat", "kampung", {"petugas_rahasia", "camat"}),
    ("laporan.musyawarah", "kampung", KECAMATAN | {"bpk"}),
    ("laporan.tarik_semua", "kampung", {"kakam"}),  # and its publisher: test_tarik.py
    ("laporan.terbitkan", "kampung", {"kakam"}),
    ("laporan.susun", "proyek_aparat", APARAT_SENDIRI | {"fasilitator"}),
    ("laporan.susun", "proyek_ditunjuk", APARAT_SENDIRI | {"fasilitator", "warga"}),
    ("laporan.ubah_draf", "draf_aparat", APARAT_SENDIRI),
    ("laporan.ubah_draf", "draf_warga", APARAT_SENDIRI | {"warga"}),
    ("laporan.ubah_draf", "draf_fasilitator", APARAT_SENDIRI | {"fasilitator"}),
    ("laporan.ubah_draf", "draf_bpk", APARAT_SENDIRI),
    ("laporan.serahkan", "draf_warga", APARAT_SENDIRI | {"warga"}),
    ("laporan.terbitkan", "draf_warga", {"kakam"}),
    ("laporan.tunjuk_penulis", "kampung", APARAT_SENDIRI),
    ("laporan.tunjuk_penerbit", "kampung", {"kakam"}),
    ("laporan.beri_jeda", "-", {"camat"}),
    ("laporan.tutup_jeda", "-", KECAMATAN),
    ("laporan.evaluasi", "kampung", APARAT_SENDIRI | KECAMATAN),
    ("laporan.catat_pengawasan", "kampung", {"bpk"}),
    ("laporan.tarik_catatan", "kampung", KECAMATAN | {"bpk"}),
    ("laporan.tanggapi", "-", PETUGAS),
    ("laporan.tanggapi", "catatan_kampung", APARAT_SENDIRI),
    ("laporan.tanggapi", "catatan_terlambat", APARAT_SENDIRI | KECAMATAN),
    ("laporan.tanggapi", "catatan_kecamatan", KECAMATAN),
    ("laporan.tanggapi", "cek_kampung", APARAT_SENDIRI),
    ("laporan.tanggapi", "cek_kecamatan", KECAMATAN),
    ("laporan.perbaiki_tanggapan", "tanggapan_aparat", APARAT_SENDIRI),
    ("laporan.perbaiki_tanggapan", "tanggapan_staf", KECAMATAN),
    ("laporan.tarik_tanggapan", "tanggapan_aparat", APARAT_SENDIRI | KECAMATAN),
    ("laporan.tarik_tanggapan", "tanggapan_staf", KECAMATAN),
    ("laporan.belum_puas", "catatan_kampung", {"bpk"}),
    ("laporan.belum_puas", "cek_kampung", {"warga"}),
    ("kabar.ikuti", "-", BERAKUN),
    ("kabar.terbitkan", "kampung", APARAT_SENDIRI | KECAMATAN),
    ("forum.baca", "topik_terbit", SEMUA),
    ("forum.baca", "topik_tersembunyi", KECAMATAN | {"warga"}),
    ("kabar.baca", "kabar_tersembunyi", KECAMATAN | {"aparat"}),
    ("forum.moderasi", "-", KECAMATAN),
    ("kabar.moderasi", "-", KECAMATAN),
    ("kabar.kabari_rekan", "bpk", KECAMATAN | APARAT_SENDIRI),
    ("kabar.kabari_rekan", "aparat", KECAMATAN | {"kakam"}),
    ("kabar.kabari_rekan", "aparat_lain", KECAMATAN),
    ("kabar.kabari_rekan", "staf", KECAMATAN - {"staf"}),
    ("kabar.kabari_rekan", "tetangga", set()),
    ("warga.change_pengguna", "-", {"admin"}),
    ("warga.change_kampung", "-", {"admin"}),
    ("musrenbang.selenggarakan", "-", KECAMATAN),
    ("musrenbang.usulkan", "-", PETUGAS),
    ("musrenbang.usulkan", "kampung", APARAT_SENDIRI | KECAMATAN),
    ("musrenbang.nilai", "musrenbang", {"staf", "camat"}),
    ("proyek.add_kegiatan", "-", KECAMATAN),
    ("proyek.change_kegiatan", "-", KECAMATAN),
    ("proyek.change_subbidang", "-", {"admin"}),
]


class MilikKampung:
    """Anything that belongs to a kampung."""

    def __init__(self, kampung: Kampung) -> None:
        self.kampung_id = kampung.pk


def kiriman(kampung: Kampung, **fields: Any) -> Aspirasi:
    izin = fields.pop("izin", False)
    unik = uuid.uuid4().hex
    aspirasi = Aspirasi.objects.create(
        kunci_hash=unik,
        kode=unik[:10],
        pin_hash=unik,
        jenis=Jenis.KELUHAN,
        judul="Selokan mampet",
        isi="Selokan mampet",
        isi_publik="Selokan mampet",
        kampung=kampung,
        **fields,
    )
    Pengirim.objects.create(aspirasi=aspirasi, versi_persetujuan="uji", nama_untuk_kampung=izin)
    return aspirasi


RAHASIA = Jangkauan.KECAMATAN
KIRIMAN: dict[str, dict[str, Any]] = {
    "publik": {"langsung": True},
    "belum_diperiksa": {},
    "bahaya": {"bahaya": True},
    "bahaya_ragu": {"bahaya": True, "tidak_yakin": True},
    "petugas": {"jangkauan": Jangkauan.PETUGAS, "langsung": True},
    "kecamatan": {"jangkauan": RAHASIA},
    "tentang_kampung": {"jangkauan": RAHASIA, "tentang": Tentang.APARAT_KAMPUNG},
    "tentang_kecamatan": {"jangkauan": RAHASIA, "tentang": Tentang.PETUGAS_KECAMATAN},
    "diizinkan": {"izin": True, "langsung": True},
}


def objek(nama: str, pemeran: Pemeran) -> Any:
    """The thing a right is asked for; everything lies in the cast's own kampung."""
    kampung = pemeran.kampung
    if nama in KIRIMAN:
        return kiriman(kampung, **KIRIMAN[nama])
    if nama in ("di_kampung", "di_kecamatan"):
        kantor = instansi_kampung(kampung) if nama == "di_kampung" else instansi_kecamatan()
        return kiriman(kampung, ditangani=kantor, langsung=True)
    if nama in ("jawaban_kakam", "jawaban_staf"):
        penjawab = getattr(pemeran, nama.removeprefix("jawaban_"))
        milik = kiriman(kampung, langsung=True)
        return TindakLanjut(aspirasi=milik, jenis=JenisTindakLanjut.TANGGAPAN, oleh=penjawab)
    if nama in ("didelegasikan", "didelegasikan_belum"):
        kampung.verifikasi_didelegasikan = True
        kampung.save()
        return kiriman(kampung, langsung=nama == "didelegasikan")
    if nama in ("tetangga", "tanpa_kampung"):
        tempat = kampung if nama == "tetangga" else None
        return PenggunaFactory(peran=Peran.WARGA, kampung=tempat)
    awalan, _, siapa = nama.partition("_")
    if awalan in MILIK_SIAPA:
        return MILIK_SIAPA[awalan](siapa, pemeran)
    lain = {
        "-": None,
        "kampung": MilikKampung(kampung),
        "musrenbang": musrenbang_dibuka(pemeran) if nama == "musrenbang" else None,
        **{f"putusan_{p}": Keputusan(kampung=kampung, pencatat=p) for p in Pencatat.values},
        "topik_terbit": Topik(penulis=pemeran.warga),
        "topik_tersembunyi": Topik(penulis=pemeran.warga, disembunyikan=True),
        "kabar_tersembunyi": Kabar(penulis=pemeran.aparat, disembunyikan=True),
    }
    return lain[nama] if nama in lain else pemeran[nama]


@pytest.mark.parametrize(
    ("hak", "nama_objek", "pemilik"), TABEL, ids=[f"{hak}:{nama}" for hak, nama, _ in TABEL]
)
def test_right_belongs_to_exactly_these(
    hak: str, nama_objek: str, pemilik: set[str], pemeran: Pemeran
) -> None:
    hal = objek(nama_objek, pemeran)
    boleh = {siapa for siapa in SEMUA_PERAN if rules.has_perm(hak, pemeran[siapa], hal)}
    assert boleh == pemilik


def test_an_inactive_account_has_no_right(pemeran: Pemeran) -> None:
    staf = pemeran.staf
    staf.is_active = False
    hal = objek("publik", pemeran)
    assert not [hak for hak, nama, _ in TABEL if nama == "publik" and staf.has_perm(hak, hal)]


def test_named_for_kiriman_about_the_kecamatan_staff_reads_those_alone(pemeran: Pemeran) -> None:
    pemeran.staf.penerima_khusus = True
    terbaca = {nama for nama in KIRIMAN if nama.startswith(("kecamatan", "tentang"))}
    boleh = {n for n in terbaca if pemeran.staf.has_perm("aspirasi.tangani", objek(n, pemeran))}
    assert boleh == {"tentang_kecamatan"}


def test_every_right_of_ours_stands_in_the_table() -> None:
    """Rights of the admin (add_, change_, view_ …) follow their own pattern."""
    admin = ("add_", "change_", "view_", "delete_")
    milik_kita = {
        nama for nama in rules.permissions.permissions if not nama.split(".")[1].startswith(admin)
    }
    assert milik_kita == {hak for hak, _, _ in TABEL if not hak.split(".")[1].startswith(admin)}
