"""Photos of the form of a report that wait until it is right (`core.berkas.titipan`)."""

from django.db import transaction

from core.berkas.simpan import hapus
from core.berkas.titipan import Titipan
from core.formulir.sekali import sidik, tunggu_giliran
from core.models import Berkas
from laporan.models import LaporanKemajuan
from laporan.services.foto import FOTO_PENUH, FOTO_TERBANYAK, NAMA_TITIPAN, tambah_foto

TITIPAN = Titipan(NAMA_TITIPAN, FOTO_TERBANYAK, FOTO_PENUH)


@transaction.atomic
def lekatkan(*, kunci: str, laporan: LaporanKemajuan, tahap: int, keterangan: str) -> int:
    """Give the draft that a form made the photos that waited for it, each once, and return how
    many. Those that are too many are deleted."""
    sudah = 0

    def beri(berkas: Berkas) -> None:
        nonlocal sudah
        tanda = berkas.asal or None
        foto = tambah_foto(
            laporan=laporan,
            berkas=berkas,
            tahap=tahap,
            keterangan=keterangan,
            kunci_sekali=tanda,
        )
        if foto.berkas_id == berkas.pk:
            sudah += 1
        else:
            hapus(berkas)

    tunggu_giliran(sidik(TITIPAN.untuk(kunci)))
    TITIPAN.lekatkan(kunci=kunci, beri=beri)
    return sudah
