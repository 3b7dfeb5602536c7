"""Acts on plans lock in the one order, too (docs/keputusan/0026-kunci.md)."""

from collections.abc import Callable
from typing import Any

import pytest

from core.berkas.simpan import simpan_dokumen
from core.waktu import hari_ini
from rencana.models import MusyawarahDusun
from rencana.services import bicara, dukung, dusun, status, susun, tetapkan
from rencana.services.catatan import Sebab
from tests.alat.rumah.rekam_kunci import menurut_aturan, rekam
from tests.pabrik.isian_proyek import pdf
from tests.pabrik.rencana import dibuka, draf, keberatan, penetapan
from tests.rumah.test_urutan_kunci import Bahan

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
SEBAB = Sebab("Salah ketik.")
KATA = "Lebarnya dikurangi agar pohon tetap berdiri."
RAPAT: dict[str, Any] = {"dusun": "Dusun 3", "hadir_l": 9, "hadir_p": 9}
URUTAN = {
    "status.buka": ["rencana"],
    "susun.ubah_baris": ["rencana"],
    "dusun.catat_dusun": ["rencana"],
    "dukung.dukung": ["rencana"],
    "bicara.mulai": ["rencana"],
    "status.tutup": ["rencana"],
    "tetapkan.tetapkan": ["kiriman", "proyek", "rencana", "berkas", "ringkasan", "penghitung"],
    "susun.bawa_kembali": ["proyek", "rencana"],
}


def semua(b: Bahan) -> dict[str, Callable[[], object]]:
    oleh = b.oleh
    baru, milik = draf(oleh, 5, tahun=2028), dibuka(oleh, 50, 60)
    lagi = draf(oleh, tahun=2029)
    satu, dua = milik.baris.all()
    tautan = keberatan(milik, oleh, baris=satu).tautan_rencana
    keberatan(milik, oleh, isi="Urutannya keliru.")
    rapat = MusyawarahDusun(rencana=milik, tanggal=hari_ini(), **RAPAT)
    isi: dict[str, Any] = {"oleh": oleh, "rencana": milik}
    surat = simpan_dokumen(pdf())
    pasti = penetapan(milik, (2,), kata=KATA, pertimbangan=KATA)
    return {
        "status.buka": lambda: status.buka(
            rencana=baru, sampai=milik.tanya_sampai or hari_ini(), oleh=oleh
        ),
        "susun.ubah_baris": lambda: susun.ubah_baris(
            baris=baru.baris.get(), isi={"perkiraan": 6}, oleh=oleh, sebab=SEBAB
        ),
        "dusun.catat_dusun": lambda: dusun.catat_dusun(
            musyawarah=rapat, suara={satu.pk: (3, 4)}, oleh=oleh, kunci="k" * 32, sebab=SEBAB
        ),
        "dukung.dukung": lambda: dukung.dukung(baris=satu, oleh=oleh, mau=True),
        "bicara.mulai": lambda: bicara.mulai(tautan=tautan, oleh=oleh),
        "status.tutup": lambda: status.tutup(alasan="Dimajukan.", **isi),
        "tetapkan.tetapkan": lambda: tetapkan.tetapkan(penetapan=pasti, dokumen=surat, **isi),
        "susun.bawa_kembali": lambda: susun.bawa_kembali(rencana=lagi, oleh=oleh, kunci=[dua.pk]),
    }


def test_acts_on_plans_lock_in_the_one_order() -> None:
    terekam = {}
    for nama, perbuatan in semua(Bahan()).items():
        with rekam() as urutan:
            perbuatan()
        terekam[nama] = urutan
    assert [isi for isi in terekam.items() if not menurut_aturan(isi[1])] == []
    assert {nama: list(dict.fromkeys(urutan)) for nama, urutan in terekam.items()} == URUTAN
