"""Acts on checks, notes, looks in the field and musyawarah lock in the one order, too
(docs/keputusan/0026-kunci.md)."""

from collections.abc import Callable

import pytest

from core.berkas.simpan import simpan_dokumen
from core.formulir.sekali import kunci_baru
from core.waktu import hari_ini
from laporan.models import Musyawarah
from laporan.models.tentang import Tentang
from laporan.services import catatan as layanan_catatan
from laporan.services import cek_baca, inspektorat, lapangan, musyawarah, penarikan_catatan
from laporan.services.cek import IsianCek, tarik
from laporan.services.musyawarah import Hasil, Rencana
from laporan.services.tanggapan import nyatakan_belum_puas
from laporan.services.tanggapan import tarik as tarik_tanggapan
from tests.alat.rumah.rekam_kunci import menurut_aturan, rekam
from tests.pabrik.catatan import buat_catatan, jawab
from tests.pabrik.cek import tulis
from tests.pabrik.isian_proyek import pdf
from tests.pabrik.lapangan import BESOK, buat_warga, hasil
from tests.pabrik.orang import PenggunaFactory
from tests.rumah.test_urutan_kunci import Bahan
from warga.enums import Peran

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
Perbuatan = dict[str, Callable[[], object]]
ALASAN = "Memuat nama warga."


def _cek(b: Bahan) -> Perbuatan:
    dicek = Tentang(b.proyek(), None)
    siti, *lain = (buat_warga(b, ke) for ke in range(4))
    aparat = PenggunaFactory(peran=Peran.APARAT, kampung=b.kampung)
    lama, tertahan, hitam = tulis(dicek, siti), tulis(dicek), tulis(dicek)
    wajib = Tentang(b.proyek(), None)
    for satu in lain[:2]:
        tulis(wajib, satu)
    return {
        "cek": lambda: tulis(dicek, lain[0]),
        "cek ketiga": lambda: tulis(wajib, lain[2]),
        "perbaiki cek": lambda: tulis(dicek, siti, IsianCek("pertanyaan", "Kapan selesai?")),
        "loloskan cek": lambda: cek_baca.loloskan_cek(tulisan=tertahan, oleh=b.oleh),
        "hitamkan cek": lambda: cek_baca.hitamkan_cek(
            cek=hitam, kata=["Talud"], alasan=ALASAN, oleh=b.oleh, loloskan=True
        ),
        "tanggapi": lambda: jawab(lama, aparat),
        "belum puas": lambda: nyatakan_belum_puas(hal=lama, isi="Kapan?", oleh=siti),
        "tarik tanggapan": lambda: tarik_tanggapan(
            tanggapan=lama.tanggapan.get(), kata=[], alasan=ALASAN, oleh=b.oleh
        ),
        "tarik cek": lambda: tarik(cek=lama),
    }


def _catatan(b: Bahan) -> Perbuatan:
    bpk = PenggunaFactory(peran=Peran.BPK, kampung=b.kampung)
    proyek = b.proyek()
    lama = buat_catatan(proyek, bpk, lampiran=simpan_dokumen(pdf()))
    pindaian = simpan_dokumen(pdf())
    return {
        "catat pengawasan": lambda: buat_catatan(proyek, bpk, lampiran=pindaian),
        "perbaiki catatan": lambda: layanan_catatan.perbaiki(
            catatan=lama, isi="Papannya miring.", alasan="Salah lihat.", oleh=bpk
        ),
        "tarik catatan": lambda: penarikan_catatan.tarik(
            catatan=lama, kata=[], alasan=ALASAN, oleh=bpk
        ),
    }


def _lapangan(b: Bahan) -> Perbuatan:
    aparat = PenggunaFactory(peran=Peran.APARAT, kampung=b.kampung)
    dilihat, dibatalkan = (
        lapangan.buka(proyek=b.proyek(), alasan="Retak.", oleh=b.oleh, kunci=kunci_baru())
        for _ in range(2)
    )
    baru = b.proyek()
    return {
        "buka lapangan": lambda: lapangan.buka(
            proyek=baru, alasan="Retak.", oleh=b.oleh, kunci=kunci_baru()
        ),
        "batalkan lapangan": lambda: lapangan.batalkan(
            pemeriksaan=dibatalkan, alasan="Salah proyek.", oleh=b.oleh
        ),
        "catat hasil lapangan": lambda: lapangan.catat_hasil(
            pemeriksaan=dilihat, isian=hasil(), oleh=b.oleh
        ),
        "jawab sepakat": lambda: lapangan.jawab_sepakat(
            pemeriksaan=dilihat,
            sudah=False,
            kata="Menunggu semen.",
            sampai=hari_ini() + BESOK,
            oleh=aparat,
            kunci=kunci_baru(),
        ),
    }


def _penyelesaian(b: Bahan) -> Perbuatan:
    proyek = b.proyek()
    rencana = Rencana(hari_ini(), "Balai kampung", "Sisa talud.")
    musyawarah.rencanakan(proyek=proyek, rencana=rencana, oleh=b.oleh, kunci=kunci_baru())
    milik = Musyawarah.objects.get()
    surat = inspektorat.catat_surat(
        proyek=proyek, nomor="700/1", tanggal=hari_ini(), oleh=b.oleh, kunci=kunci_baru()
    )
    return {
        "rencanakan musyawarah": lambda: musyawarah.rencanakan(
            proyek=proyek, rencana=rencana, oleh=b.oleh, kunci=kunci_baru()
        ),
        "catat hasil musyawarah": lambda: musyawarah.catat_hasil(
            musyawarah=milik, hasil=Hasil(True, "Disetujui."), oleh=b.oleh
        ),
        "cabut surat": lambda: inspektorat.cabut_surat(surat=surat, alasan=ALASAN, oleh=b.oleh),
    }


def test_every_act_locks_in_the_one_order() -> None:
    b = Bahan()
    terekam = {}
    for nama, perbuatan in (_cek(b) | _catatan(b) | _lapangan(b) | _penyelesaian(b)).items():
        with rekam() as urutan:
            perbuatan()
        terekam[nama] = urutan
    assert [isi for isi in terekam.items() if not menurut_aturan(isi[1])] == []
    assert {nama: list(dict.fromkeys(urutan)) for nama, urutan in terekam.items()} == {
        "cek": ["proyek"],
        "cek ketiga": ["proyek", "cek"],
        "perbaiki cek": ["proyek", "cek"],
        "loloskan cek": ["proyek", "cek"],
        "hitamkan cek": ["proyek", "cek"],
        "tanggapi": ["cek"],
        "belum puas": ["cek"],
        "tarik tanggapan": ["cek"],
        "tarik cek": ["cek"],
        "catat pengawasan": ["proyek", "berkas"],
        "perbaiki catatan": ["proyek", "catatan"],
        "tarik catatan": ["proyek", "catatan", "berkas"],
        "buka lapangan": ["proyek"],
        "batalkan lapangan": ["proyek", "lapangan"],
        "catat hasil lapangan": ["proyek", "lapangan"],
        "jawab sepakat": ["proyek", "lapangan"],
        "rencanakan musyawarah": ["proyek"],
        "catat hasil musyawarah": ["proyek", "musyawarah"],
        "cabut surat": ["proyek"],
    }
