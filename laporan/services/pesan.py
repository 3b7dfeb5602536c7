"""Telling one person, or several, about a task in reports: a notice, and a letter where asked."""

from collections.abc import Iterable

from django.conf import settings

from core.antrean.surel import kirim
from core.antrean.tugas import Prioritas
from core.jejak.catat import catat
from laporan.bacaan.pesan import alamat, hal
from laporan.enums import Pesan
from laporan.laku import AksiPesan
from laporan.models import LaporanKemajuan, PesanLaporan
from proyek.models import Proyek
from warga.models import Pengguna

ISI = """\
{kata}: {hal}.
{catatan}
Buka di portal: {alamat}
"""


def sampaikan(
    kepada: Iterable[Pengguna],
    macam: Pesan,
    *,
    oleh: Pengguna,
    proyek: Proyek | None = None,
    laporan: LaporanKemajuan | None = None,
    catatan: str = "",
    surat: bool = False,
) -> None:
    """Tell each person but the one who acts, in the caller's transaction. With `surat` those with
    an address get a letter, too."""
    for orang in kepada:
        if orang.pk == oleh.pk:
            continue
        isi = {"macam": macam, "proyek": proyek, "laporan": laporan, "catatan": catatan}
        pesan = PesanLaporan.objects.create(pengguna=orang, **isi)
        catat(objek=pesan, aksi=AksiPesan.DISAMPAIKAN, oleh=oleh)
        if surat and orang.email:
            _surati(pesan)


def _surati(pesan: PesanLaporan) -> None:
    kirim(
        kepada=str(pesan.pengguna.email),
        perihal=pesan.get_macam_display(),
        isi=ISI.format(
            kata=pesan.get_macam_display(),
            hal=hal(pesan),
            catatan=f"\nCatatannya: {pesan.catatan}\n" if pesan.catatan else "",
            alamat=f"{settings.ALAMAT_PORTAL}{alamat(pesan)}",
        ),
        kunci=f"pesan-laporan:{pesan.pk}",
        prioritas=Prioritas.NANTI,
    )
