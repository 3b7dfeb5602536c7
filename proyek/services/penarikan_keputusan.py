"""Words of a decision that should not have been public are blacked out; their place stays.

Who may stands in `proyek.rules`. What the trails repeat of them goes, too.
"""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from core.galat import TidakBisa
from core.jejak.catat import catat, hapus_isi, riwayat
from core.moderasi.penarikan import DITARIK, hitam_semua, hitamkan_baris, memuat, pastikan_sebagian
from proyek.enums import TAHAP_NEGATIF
from proyek.laku import Aksi
from proyek.models import Keputusan, SikapKakam
from proyek.models.keputusan import PANJANG_ALASAN_NEGATIF
from proyek.services.keputusan import kunci_keputusan
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

TULISAN = (
    *("judul", "isi", "alasan", "sebab_ralat"),
    *("nomor_surat", "ditetapkan_jabatan", "ditetapkan_nama"),
)
SIKAP = "sikap"  # the reason of the kakam, among the words of the decision
ALASAN_TINGGAL = "Alasan keputusan ini harus tetap terbaca. Hitamkan sedikit, atau catat ralat."
SEBAGIAN = (
    "Kampung hanya menghitamkan sebagian kecil keputusannya, satu kali. Minta petugas kecamatan."
)


def tulisan_tampil(keputusan: Keputusan) -> dict[str, str]:
    """Return the words that its page shows, by their columns, with those of its kakam."""
    sikap: SikapKakam | None = getattr(keputusan, "sikap", None)
    semua = {nama: getattr(keputusan, nama) for nama in TULISAN}
    return semua | ({SIKAP: sikap.alasan} if sikap else {})


@transaction.atomic
def hitamkan_kata(
    *,
    keputusan: Keputusan,
    kata: Sequence[str],
    alasan: str,
    oleh: Pengguna,
    lain: Sequence[str] = (),
) -> Keputusan:
    """Black out these words in a decision, in the reason of its kakam and in the trails.

    `lain` are texts that its page shows, too, which the caller blackens: the words may stand there
    alone. An office other than the kecamatan does so once, and never to most of it. Raises
    TidakBisa for that, without a reason, when the reason repeats the words, when nothing changes,
    and when a negative decision would lose its reason.
    """
    keputusan = kunci_keputusan(keputusan)
    tulisan = tulisan_tampil(keputusan) | {f"lain{ke}": isi for ke, isi in enumerate(lain)}
    baru = hitam_semua(tulisan, kata, alasan)
    if not adalah_kecamatan(oleh):
        pastikan_sebagian(tulisan, baru, sudah=SEBAGIAN, banyak=SEBAGIAN)
    baru = {nama: isi for nama, isi in baru.items() if nama in (*TULISAN, SIKAP)}
    sikap = baru.pop(SIKAP, None)
    _pastikan_beralasan(keputusan, baru)
    jejak = catat(objek=keputusan, aksi=Aksi.KEPUTUSAN_DITARIK, oleh=oleh, alasan=alasan.strip())
    if baru or sikap is None:  # the words of others beside it are part of it
        hitamkan_baris(jejak=jejak, baris=keputusan, baru=baru)
    if sikap is not None:
        hitamkan_baris(jejak=jejak, baris=keputusan.sikap, baru={"alasan": sikap})
    _kosongkan_jejak(keputusan, kata, alasan.strip(), oleh)
    return keputusan


def _pastikan_beralasan(keputusan: Keputusan, baru: dict[str, str]) -> None:
    alasan = baru.get("alasan", keputusan.alasan).strip()
    if keputusan.ke_tahap in TAHAP_NEGATIF and len(alasan) < PANJANG_ALASAN_NEGATIF:
        raise TidakBisa(ALASAN_TINGGAL)


def _kosongkan_jejak(
    keputusan: Keputusan, kata: Sequence[str], alasan: str, oleh: Pengguna
) -> None:
    """Empty the acts that repeat the words. The act on the project then names the decision."""
    ulang = yang_memuat(riwayat(keputusan), kata)
    hapus_isi(objek=keputusan, alasan=DITARIK, oleh=oleh, jejak=ulang)
    if lama := keputusan.menggantikan:  # its trail repeats what was wrong
        ulang = yang_memuat(riwayat(lama).filter(isi__rincian__keputusan=keputusan.nomor), kata)
        hapus_isi(objek=lama, alasan=DITARIK, oleh=oleh, jejak=ulang)
    proyek = keputusan.proyek
    if proyek is None:
        return
    tentang = riwayat(proyek).filter(isi__rincian__keputusan=keputusan.nomor)
    ulang = yang_memuat(tentang, kata)
    if hapus_isi(objek=proyek, alasan=DITARIK, oleh=oleh, jejak=ulang):
        catat(
            objek=proyek,
            aksi=Aksi.KEPUTUSAN_DITARIK,
            oleh=oleh,
            alasan=alasan,
            rincian={"keputusan": keputusan.nomor},
        )


def yang_memuat(jejak: Any, kata: Sequence[str]) -> list[Any]:
    """Return the acts whose reason holds one of these words."""
    return [satu for satu in jejak if memuat(satu.isi.alasan, kata)]
