"""The ladder of late kiriman (`core.tenggat.tangga`).

Each rung is a Jejak that everyone may read with the kiriman, and a letter to the people who hold
the office and may read the kiriman themselves. The letter holds no word of the kiriman.
"""

from collections.abc import Iterable

from django.db import transaction

from aspirasi.alamat import alamat_meja
from aspirasi.enums import Aksi, Langkah, Status
from aspirasi.hari import HARI_INSTANSI
from aspirasi.models import Aspirasi
from aspirasi.sampai import sampai
from aspirasi.services.alur import kunci_baris, pindah
from aspirasi.services.langkah import catat_langkah
from core.antrean.surel import kirim
from core.antrean.tugas import Prioritas
from core.galat import TidakBisa
from core.tenggat.tangga import (
    KASI,
    SEBUTAN,
    TANGGA_KAMPUNG,
    TANGGA_KECAMATAN,
    tingkat,
    ulangan,
)
from warga.bacaan.tangga import pemegang
from warga.models import Pengguna

PERIHAL = "Ada kiriman warga yang terlambat"


@transaction.atomic
def ingatkan(acuan: str) -> None:
    """Climb to the rung that the lateness calls for, once each.

    Raises TidakBisa when nothing is late, or when that rung was told already.
    """
    aspirasi = kunci_baris(Aspirasi.objects.get(acuan=acuan))
    baru = _tingkat(aspirasi)
    if baru <= aspirasi.eskalasi:
        raise TidakBisa("Belum ada yang perlu diingatkan tentang kiriman ini.")
    aspirasi, dari = pindah(aspirasi, Aksi.ESKALASI)
    aspirasi.eskalasi = baru
    aspirasi.save()
    anak = _anak_tangga(aspirasi)
    catat_langkah(aspirasi, Aksi.ESKALASI, None, dari, rincian={"ke": SEBUTAN[anak]})
    _surati(aspirasi, _pemegang(aspirasi, anak))


def kampung_menjawab(aspirasi: Aspirasi) -> bool:
    """Return whether the kampung owes the due step; the first look, where it is delegated."""
    if aspirasi.kampung_id is None or not sampai(aspirasi):
        return False
    if aspirasi.diperiksa_kampung:
        return True
    ditangani = aspirasi.ditangani
    return aspirasi.langkah in (Langkah.JAWAB, Langkah.SELESAI, Langkah.JANJI) and (
        ditangani is None or ditangani.kampung_id is not None
    )


def _tingkat(aspirasi: Aspirasi) -> int:
    """Return the rung that is due; for letters, the number of reminders that are due. 0 for
    none."""
    if aspirasi.status == Status.MENUNGGU_INSTANSI:
        return ulangan(aspirasi, HARI_INSTANSI)
    return tingkat(aspirasi, TANGGA_KAMPUNG if kampung_menjawab(aspirasi) else TANGGA_KECAMATAN)


def _anak_tangga(aspirasi: Aspirasi) -> int:
    """Return whom to tell. The kecamatan chases letters, however often it was reminded."""
    return KASI if aspirasi.status == Status.MENUNGGU_INSTANSI else aspirasi.eskalasi


def _pemegang(aspirasi: Aspirasi, anak: int) -> list[Pengguna]:
    """Return the people who hold the office of this rung and may read the kiriman."""
    ini = Aspirasi.objects.filter(pk=aspirasi.pk)
    return [
        satu
        for satu in pemegang(anak, aspirasi.kampung).order_by("pk")
        if ini.untuk_meja(satu).exists()
    ]


def _surati(aspirasi: Aspirasi, kepada: Iterable[Pengguna]) -> None:
    alamat = alamat_meja(aspirasi.acuan)
    isi = (
        "Ada kiriman warga yang belum diperiksa, belum dijawab, atau belum ditepati janjinya "
        "sampai lewat tenggatnya.\n\n"
        f"Buka di meja kerja: {alamat}\n\n"
        "Periksa atau jawab, beri kabar sementara, atau tunda satu kali dengan alasan yang dibaca "
        "warga.\n"
    )
    for orang in kepada:
        kunci_surat = f"ingat:{aspirasi.acuan}:{aspirasi.tenggat}:{aspirasi.eskalasi}:{orang.pk}"
        kirim(
            kepada=str(orang.email),
            perihal=PERIHAL,
            isi=isi,
            kunci=kunci_surat,
            prioritas=Prioritas.NANTI,
        )
