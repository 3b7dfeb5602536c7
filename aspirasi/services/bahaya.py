"""Letters about a kiriman of danger to the officials on whose desk it stands."""

from aspirasi.alamat import alamat_meja
from aspirasi.hari import HARI_JAWAB_BAHAYA, HARI_PERIKSA_BAHAYA
from aspirasi.models import Aspirasi
from core.antrean.surel import kirim
from core.antrean.tugas import Prioritas
from core.jaga import pembatas
from core.tenggat.ejaan import ejaan
from warga.enums import PERAN_PETUGAS
from warga.models import Pengguna

SURAT_RAMAI = 6  # letters an hour
PERIHAL = "Ada kiriman bahaya yang harus segera dilihat"


def kabari_bahaya(acuan: str) -> None:
    """Write to everyone on whose desk a kiriman of danger stands, kampung and kecamatan (a task).

    The letter holds no word of it, because other people may read the mailbox. While one network
    sends very much, letters go out about only some of its kiriman: a flood must not bury the
    letters about others. All of them stand on the desk.
    """
    aspirasi = Aspirasi.objects.get(acuan=acuan)
    if aspirasi.dari_ramai and pembatas.tunggu("surat_ramai", "semua", jatah=SURAT_RAMAI):
        return
    petugas = Pengguna.objects.filter(is_active=True, peran__in=PERAN_PETUGAS, email__isnull=False)
    for orang in petugas:
        if Aspirasi.objects.untuk_meja(orang).filter(pk=aspirasi.pk).exists():
            kirim(
                kepada=str(orang.email),
                perihal=PERIHAL,
                isi=_isi(aspirasi),
                kunci=f"bahaya:{acuan}:{orang.pk}",
                prioritas=Prioritas.DAHULU,
            )


def _isi(aspirasi: Aspirasi) -> str:
    alamat = alamat_meja(aspirasi.acuan)
    return (
        "Seorang warga menyampaikan bahwa ada bahaya sekarang.\n\n"
        f"Buka di meja kerja: {alamat}\n\n"
        f"Kiriman ini harus diperiksa paling lama dalam {ejaan(HARI_PERIKSA_BAHAYA)} hari kerja, "
        f"dan dijawab {ejaan(HARI_JAWAB_BAHAYA)} hari kerja sesudahnya. "
        "Bila keselamatan orang terancam, hubungi 112 lebih dulu.\n"
    )
