"""The word of the kakam on a decision that somebody else entered in that name."""

from django.db import transaction

from core.berkas import simpan as simpanan
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.waktu import sekarang
from proyek.enums import KeadaanSikap
from proyek.laku import Aksi
from proyek.models import Keputusan, Pendanaan, PindahTahap, Proyek, SikapKakam
from proyek.services.keputusan import (
    catat_akibat,
    kunci_keputusan,
    pindahkan,
    terapkan,
)
from warga.models import Pengguna

SUDAH_DIGANTI = "Keputusan ini sudah diralat, jadi tidak perlu ditanggapi lagi."
SUDAH_BENAR = "Anda sudah membenarkan keputusan ini. Bila keliru, catat ralatnya."
UANG_KEMBAR = "Uang keputusan ini sudah tercatat untuk proyeknya. Minta pencatatnya membuat ralat."


@transaction.atomic
def benarkan(*, keputusan: Keputusan, oleh: Pengguna) -> Keputusan:
    """Say yes to a decision: one that waited becomes public with its stage and its money, and a
    contest ends. Once is enough; a second time changes nothing.

    Raises TidakBisa when it was replaced, and when its project can no longer follow it.
    """
    keputusan, sikap = _kunci(keputusan)
    if sikap.keadaan == KeadaanSikap.BENAR:
        return keputusan
    dicabut = sikap.disanggah
    sikap.keadaan, sikap.pada = KeadaanSikap.BENAR, sekarang()
    sikap.save()
    aksi = Aksi.SANGGAHAN_DICABUT if dicabut else Aksi.DIBENARKAN
    catat(objek=keputusan, aksi=aksi, oleh=oleh)
    if not keputusan.umum:
        umumkan(keputusan, oleh)
    return keputusan


@transaction.atomic
def sanggah(*, keputusan: Keputusan, alasan: str, oleh: Pengguna) -> Keputusan:
    """Say that the kakam did not decide this, with a reason that everyone reads beside it.

    Raises TidakBisa without a reason, after a yes, and when it was replaced.
    """
    pastikan_beralasan(alasan)
    keputusan, sikap = _kunci(keputusan)
    if sikap.keadaan == KeadaanSikap.BENAR:
        raise TidakBisa(SUDAH_BENAR)
    if sikap.disanggah:
        return keputusan
    sikap.keadaan, sikap.alasan, sikap.pada = KeadaanSikap.DISANGGAH, alasan.strip(), sekarang()
    sikap.save()
    catat(objek=keputusan, aksi=Aksi.DISANGGAH, oleh=oleh, alasan=alasan.strip())
    return keputusan


def _kunci(keputusan: Keputusan) -> tuple[Keputusan, SikapKakam]:
    """Lock a decision behind its project, with the word on it."""
    terkunci = kunci_keputusan(keputusan)
    if Keputusan.objects.filter(menggantikan=terkunci).exists():
        raise TidakBisa(SUDAH_DIGANTI)
    sikap, _ = SikapKakam.objects.get_or_create(keputusan=terkunci)
    return terkunci, sikap


def umumkan(keputusan: Keputusan, oleh: Pengguna) -> None:
    """Open a locked decision to everyone, and bring its stage and its money to its project.

    Raises TidakBisa when the project can no longer follow it.
    """
    proyek, lama = keputusan.proyek, keputusan.menggantikan
    for satu in keputusan.pindaian.berlaku():  # of one that was contested
        simpanan.terbitkan(satu.berkas)
    langkah: list[PindahTahap] = []
    if proyek and not (lama and lama.umum):
        langkah = _ikuti(keputusan, proyek)
    keputusan.umum = True
    keputusan.save(update_fields=["umum"])
    catat(objek=keputusan, aksi=Aksi.TERBIT, oleh=oleh)
    catat_akibat(keputusan, oleh, langkah)


def _ikuti(keputusan: Keputusan, proyek: Proyek) -> list[PindahTahap]:
    dana = [Pendanaan.baru(sumber, tahun, pagu) for sumber, tahun, pagu in keputusan.dana]
    ada = set(proyek.pendanaan.values_list("sumber", "tahun"))
    if ada & {(baris.sumber, baris.tahun) for baris in dana}:
        raise TidakBisa(UANG_KEMBAR)
    langkah = pindahkan(keputusan, proyek, ada_uang=bool(dana))
    terapkan(keputusan, proyek, dana)
    return [langkah] if langkah else []
