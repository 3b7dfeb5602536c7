"""Every act locks in one order, so that no two ever wait for each other
(docs/keputusan/0026-kunci.md)."""

import datetime as dt
import threading
from collections.abc import Callable
from typing import Any

import pytest

from aspirasi.enums import Jangkauan, Jenis
from aspirasi.models import Aspirasi, Lampiran, TautanProyek
from aspirasi.services import akun, gabung, ikut, kiriman, pembaca, tangani
from aspirasi.services.alur import kunci_baris
from aspirasi.services.keberatan import dengan_keberatan, putuskan
from core.berkas.simpan import simpan_dokumen
from laporan.models import LaporanKemajuan, Realisasi
from laporan.services.menyusul import isi_belanja
from laporan.services.serah import kembalikan_draf, kirim_draf
from laporan.services.tarik import tarik_semua
from laporan.services.terbitkan import terbitkan
from laporan.services.tulis import simpan_draf
from proyek.enums import Dasar, Tahap
from proyek.models import Kegiatan, Keputusan, Pendanaan, Proyek
from proyek.services.buka import buka_proyek
from proyek.services.keputusan import catat_keputusan
from proyek.services.penarikan_keputusan import hitamkan_kata
from proyek.services.pencairan import batalkan_pencairan, betulkan_pencairan, catat_pencairan
from proyek.services.perubahan import Ubahan, catat_perubahan
from proyek.services.sikap import benarkan
from proyek.services.tahap import ubah_tahap
from tests.alat.rumah.rekam_kunci import menurut_aturan, rekam, tunggu_yang_menunggu_saya
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.isian_proyek import pdf
from tests.pabrik.kampung import instansi_kampung, instansi_kecamatan, kampung_resmi
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.orang import PenggunaFactory, pejabat
from tests.pabrik.proyek import buat_dana, buat_proyek
from tests.transparansi.test_serentak import bersamaan
from warga.enums import NamaJabatan
from warga.models import Kampung, Pengguna

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
TANGGAL = dt.date(2026, 10, 5)


class Bahan:
    """The rows that the acts work on, made anew for each."""

    def __init__(self) -> None:
        self.kampung: Kampung = kampung_resmi("Sido Rejo")
        self.oleh: Pengguna = PenggunaFactory(peran="staf")
        instansi_kecamatan()

    def kiriman(self, **lain: Any) -> Aspirasi:
        return terbit(self.kampung, self.oleh, **lain)

    def keberatan(self, proyek: Proyek) -> Aspirasi:
        """An objection that was answered, so that a decision may speak of it."""
        satu = self.kiriman(jenis=Jenis.KEBERATAN, proyek_disebut=proyek)
        Aspirasi.objects.filter(pk=satu.pk).update(status="ditanggapi")
        return satu

    def proyek(self, **lain: Any) -> Proyek:
        return buat_proyek(self.kampung, pagu=100, **lain)

    def keputusan(self, proyek: Proyek | None = None, **lain: Any) -> Keputusan:
        kata = {"judul": "Rabat beton dibiayai", "isi": "Dibiayai tahun ini.", "alasan": "Becek."}
        return Keputusan(
            proyek=proyek,
            kampung=self.kampung,
            dasar=Dasar.MUSKAM,
            tanggal_surat=TANGGAL,
            ditetapkan_jabatan="Kepala Kampung",
            **kata | lain,
        )

    def laporan(self, **lain: Any) -> LaporanKemajuan:
        proyek = self.proyek()
        belanja = {proyek.pendanaan.get(): 40}
        return buat_laporan(proyek, self.oleh, belanja=belanja, terbit=False, foto=1, **lain)


def _kiriman(b: Bahan) -> dict[str, Callable[[], object]]:
    baru = buat(b.kampung, jangkauan=Jangkauan.PUBLIK).aspirasi
    foto = Lampiran.objects.create(aspirasi=baru, berkas=buat_berkas())
    tertutup = periksa(buat(b.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi, b.oleh)
    pembaca.atur(aspirasi=tertutup, jangkauan=Jangkauan.PUBLIK)
    induk, satu, dua, sempit, tautan = (b.kiriman() for _ in range(5))
    proyek, isi = b.proyek(), tertutup.isi_publik
    didukung = b.kiriman()
    ikut.dukung(aspirasi=didukung, oleh=b.oleh)
    gabung.gabung(aspirasi=dua, ke=induk, alasan="Sama.", oleh=b.oleh)
    return {
        "periksa": lambda: periksa(baru, b.oleh, foto=[foto]),
        "umumkan": lambda: pembaca.umumkan(aspirasi=tertutup, isi_publik=isi, oleh=b.oleh),
        "persempit": lambda: pembaca.persempit(
            aspirasi=sempit, jangkauan=Jangkauan.PETUGAS, alasan="Ada nama.", oleh=b.oleh
        ),
        "hubungkan": lambda: tangani.hubungkan_proyek(aspirasi=tautan, proyek=proyek, oleh=b.oleh),
        "gabung": lambda: gabung.gabung(aspirasi=satu, ke=induk, alasan="Sama.", oleh=b.oleh),
        "tarik": lambda: kiriman.tarik(aspirasi=induk),
        "simpan di akun": lambda: akun.simpan_di_akun(aspirasi=didukung, pengguna=b.oleh),
    }


def _proyek(b: Bahan) -> dict[str, Callable[[], object]]:
    baru = Proyek(judul="Talut", uraian="Talut", kampung=b.kampung)
    baru.pemilik = instansi_kampung(b.kampung)
    baru.kegiatan = Kegiatan.objects.get(kode="2.3.10")
    diputus, berjalan, cair = (b.proyek() for _ in range(3))
    Proyek.objects.filter(pk=diputus.pk).update(tahap=Tahap.MASUK_RKP)
    dokumen = [simpan_dokumen(pdf()) for _ in range(2)]
    dana = [Pendanaan(sumber="add", tahun=2026, pagu=70)]
    pasti = b.keputusan(ke_tahap=Tahap.DIANGGARKAN)
    return {
        "buka proyek": lambda: buka_proyek(
            proyek=baru,
            pendanaan=[Pendanaan(sumber="dd", tahun=2026, pagu=90)],
            keputusan=pasti,
            oleh=b.oleh,
            dokumen=dokumen.pop(),
        ),
        "catat keputusan": lambda: catat_keputusan(
            keputusan=b.keputusan(diputus, ke_tahap=Tahap.DIANGGARKAN),
            pendanaan=dana,
            oleh=b.oleh,
            dokumen=dokumen.pop(),
        ),
        "ubah tahap": lambda: ubah_tahap(
            proyek=berjalan, ke=Tahap.SELESAI, tanggal=TANGGAL, oleh=b.oleh, alasan="Tuntas."
        ),
        "pencairan": lambda: catat_pencairan(
            pendanaan=cair.pendanaan.get(), tanggal=TANGGAL, jumlah=5, oleh=b.oleh
        ),
    }


def _keputusan(b: Bahan) -> dict[str, Callable[[], object]]:
    ditolak, menunggu = b.proyek(), b.proyek(tahap=Tahap.MASUK_RKP)
    b.keberatan(ditolak)
    b.keberatan(menunggu)
    tertahan = putuskan(
        keputusan=b.keputusan(menunggu, ke_tahap=Tahap.DIANGGARKAN),
        pertimbangan="Sudah dibahas.",
        oleh=b.oleh,
        pendanaan=[Pendanaan(sumber="add", tahun=2026, pagu=70)],
    )
    return {
        "putuskan": lambda: putuskan(
            keputusan=b.keputusan(ditolak), pertimbangan="Sudah dibahas.", oleh=b.oleh
        ),
        "benarkan": lambda: dengan_keberatan(
            keputusan=tertahan,
            oleh=b.oleh,
            lakukan=lambda: benarkan(keputusan=tertahan, oleh=b.oleh),
        ),
        "hitamkan": lambda: hitamkan_kata(
            keputusan=tertahan, kata=["Becek"], alasan="Memuat nama.", oleh=b.oleh
        ),
    }


def _uang(b: Bahan) -> dict[str, Callable[[], object]]:
    satu, dua, keliru = b.proyek(), b.proyek(), b.proyek()
    batal, salah = (
        catat_pencairan(
            pendanaan=keliru.pendanaan.get(), tanggal=TANGGAL, jumlah=rupiah, oleh=b.oleh
        )
        for rupiah in (5, 50)
    )
    baru = Pendanaan(sumber="add", tahun=2026)
    baru.pagu = 7
    ubahan = [
        Ubahan(dua, 0, {"volume": 80}, {dua.pendanaan.get().pk: 90}),
        Ubahan(satu, 0, {}, {satu.pendanaan.get().pk: 120}, [baru]),
    ]
    pindaian = simpan_dokumen(pdf())
    return {
        "perubahan": lambda: catat_perubahan(
            keputusan=b.keputusan(), ubahan=ubahan, oleh=b.oleh, dokumen=pindaian
        ),
        "batalkan pencairan": lambda: batalkan_pencairan(
            gerak=batal, alasan="Terisi dua kali.", oleh=b.oleh
        ),
        "betulkan pencairan": lambda: betulkan_pencairan(
            gerak=salah, jumlah=6, tanggal=TANGGAL, alasan="Salah nol.", oleh=b.oleh
        ),
    }


def _laporan(b: Bahan) -> dict[str, Callable[[], object]]:
    proyek, draf = b.proyek(), b.laporan()
    lain = b.laporan()
    dana, tambahan = proyek.pendanaan.get(), buat_dana(proyek, 50, "add")
    baru = LaporanKemajuan(proyek=proyek, periode=dt.date(2026, 9, 1), persen=10)
    baris = [Realisasi(pendanaan=satu, jumlah=3) for satu in (tambahan, dana)]
    ulang = [Realisasi(pendanaan=lain.proyek.pendanaan.get(), jumlah=7)]
    keliru = terbitkan(laporan=b.laporan(), oleh=b.oleh)
    pejabat(NamaJabatan.KAKAM, instansi_kampung(b.kampung))  # who is told of a draft
    diserahkan, dikembalikan = b.laporan(), b.laporan()
    kirim_draf(laporan=dikembalikan, oleh=PenggunaFactory())
    menunggu = b.laporan()
    menunggu.belanja_menyusul = True
    simpan_draf(laporan=menunggu, realisasi=[], oleh=b.oleh)
    menunggu = terbitkan(laporan=menunggu, oleh=b.oleh)
    angka = [Realisasi(pendanaan=menunggu.proyek.pendanaan.get(), jumlah=7)]
    return {
        "kirim draf": lambda: kirim_draf(laporan=diserahkan, oleh=b.oleh),
        "kembalikan draf": lambda: kembalikan_draf(
            laporan=dikembalikan, catatan="Fotonya kabur.", oleh=b.oleh
        ),
        "tarik laporan": lambda: tarik_semua(laporan=keliru, alasan="Keliru.", oleh=b.oleh),
        "isi belanja": lambda: isi_belanja(laporan=menunggu, realisasi=angka, oleh=b.oleh),
        "simpan draf": lambda: simpan_draf(laporan=baru, realisasi=baris, oleh=b.oleh),
        "simpan draf lagi": lambda: simpan_draf(laporan=lain, realisasi=ulang, oleh=b.oleh),
        "terbitkan laporan": lambda: terbitkan(laporan=draf, oleh=b.oleh),
    }


def semua(b: Bahan) -> dict[str, Callable[[], object]]:
    return _kiriman(b) | _proyek(b) | _keputusan(b) | _uang(b) | _laporan(b)


def test_every_act_locks_in_the_one_order() -> None:
    """Read from the database, so what triggers and foreign keys lock stands in the list, too."""
    b = Bahan()
    terekam = {}
    for nama, perbuatan in semua(b).items():
        with rekam() as urutan:
            perbuatan()
        terekam[nama] = urutan
    assert [isi for isi in terekam.items() if not menurut_aturan(isi[1])] == []
    assert {nama: list(dict.fromkeys(urutan)) for nama, urutan in terekam.items()} == {
        "periksa": ["kiriman", "berkas", "penghitung"],
        "umumkan": ["kiriman", "penghitung"],
        "persempit": ["kiriman"],
        "hubungkan": ["kiriman", "proyek"],
        "gabung": ["kiriman"],
        "tarik": ["kiriman"],
        "simpan di akun": ["kiriman"],
        "buka proyek": ["berkas", "ringkasan", "penghitung"],
        "catat keputusan": ["proyek", "berkas", "ringkasan", "penghitung"],
        "putuskan": ["kiriman", "proyek", "penghitung"],
        "benarkan": ["kiriman", "proyek", "ringkasan"],
        "hitamkan": ["proyek"],
        "ubah tahap": ["proyek", "ringkasan"],
        "pencairan": ["proyek", "pendanaan", "ringkasan"],
        "perubahan": ["proyek", "pendanaan", "berkas", "ringkasan", "penghitung"],
        "batalkan pencairan": ["proyek", "pendanaan", "ringkasan"],
        "betulkan pencairan": ["proyek", "pendanaan", "ringkasan"],
        "kirim draf": ["proyek", "laporan"],
        "kembalikan draf": ["proyek", "laporan"],
        "tarik laporan": ["proyek", "laporan", "pendanaan", "berkas", "ringkasan"],
        "isi belanja": ["proyek", "laporan", "pendanaan", "ringkasan"],
        "simpan draf": ["proyek", "pendanaan"],
        "simpan draf lagi": ["proyek", "laporan", "pendanaan"],
        "terbitkan laporan": [
            *("proyek", "laporan", "pendanaan", "berkas", "ringkasan", "penghitung")
        ],
    }


def dua_arah(pertama: Callable[[], object], kedua: Callable[[], object]) -> list[Exception]:
    """Do both at once: the first commits when the second waits for it. Return what went wrong."""
    sudah = threading.Event()

    def dahulu() -> None:
        pertama()
        sudah.set()
        tunggu_yang_menunggu_saya()

    def menyusul() -> None:
        assert sudah.wait(10)
        kedua()

    return bersamaan(dahulu, menyusul)


def test_money_received_while_a_report_comes_out_waits_and_stands() -> None:
    """The report locks no source of money after the sums: else each would wait for the other."""
    b = Bahan()
    draf = b.laporan()
    dana = draf.proyek.pendanaan.get()
    galat = dua_arah(
        lambda: terbitkan(laporan=draf, oleh=b.oleh),
        lambda: catat_pencairan(pendanaan=dana, tanggal=TANGGAL, jumlah=5, oleh=b.oleh),
    )
    assert galat == []
    assert dana.gerak.pencairan().count() == LaporanKemajuan.objects.terbit().count() == 1


def test_a_decision_waits_for_who_links_an_objection_to_its_project() -> None:
    """Both point at a kiriman and at a project, and both lock the kiriman first."""
    b = Bahan()
    proyek = b.proyek()
    satu = b.keberatan(proyek)
    galat = dua_arah(
        lambda: tangani.hubungkan_proyek(aspirasi=satu, proyek=proyek, oleh=b.oleh),
        lambda: putuskan(keputusan=b.keputusan(proyek), pertimbangan="Dibahas.", oleh=b.oleh),
    )
    assert galat == []
    assert TautanProyek.objects.filter(proyek=proyek).count() == proyek.keputusan.count() == 1


def test_support_passes_an_account_that_waits_for_its_kiriman() -> None:
    """One person in two windows. The support holds the kiriman when it points at the account."""
    b = Bahan()
    satu, wati = b.kiriman(), PenggunaFactory()
    terkunci = threading.Event()

    def dukung() -> None:
        kunci_baris(satu)
        terkunci.set()
        tunggu_yang_menunggu_saya()
        ikut.dukung(aspirasi=satu, oleh=wati)

    def simpan() -> None:
        assert terkunci.wait(10)
        akun.simpan_di_akun(aspirasi=satu, pengguna=wati)

    assert bersamaan(dukung, simpan) == []
    assert not satu.dukungan.exists()
