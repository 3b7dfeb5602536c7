"""A danger notice for everyone, in one step from a kiriman of danger."""

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi
from aspirasi.services.alur import kunci_baris
from core.formulir.sekali import satu_kali
from core.galat import TidakBisa
from core.jejak.catat import catat
from kabar.enums import Jenis
from kabar.models import Kabar
from kabar.services.kabar import terbitkan
from warga.models import Pengguna


def umumkan_bahaya(
    *, aspirasi: Aspirasi, judul: str, isi: str, kunci: str, oleh: Pengguna
) -> Kabar:
    """Publish the notice for the kampung of the kiriman. The same form twice gives one notice.

    The notice names neither the kiriman nor its sender. Raises TidakBisa when it is closed or
    speaks of no danger.
    """

    def buat(sidik: str) -> Kabar:
        kini = kunci_baris(aspirasi)
        if not (kini.bahaya and kini.terbuka):
            raise TidakBisa("Kiriman ini sudah ditutup, atau bukan tentang bahaya.")
        kabar = Kabar(
            jenis=Jenis.BAHAYA,
            judul=judul,
            isi=isi,
            kampung=aspirasi.kampung,
            kunci_sekali=sidik,
        )
        terbitkan(kabar=kabar, oleh=oleh)
        catat(objek=aspirasi, aksi=Aksi.KABAR_BAHAYA, oleh=oleh)
        return kabar

    return satu_kali(Kabar.objects.all(), kunci, buat)[0]
