"""The letters that tell the aparat of a kampung of its pause."""

from django.conf import settings

from core.samar import samarkan
from core.templatetags.bentuk import tanggal
from core.tenggat.tangga import KAMPUNG
from laporan.bacaan.berikutnya import sebutan
from laporan.bacaan.jeda import kalimat
from laporan.laku import AksiJeda
from laporan.models import JadwalLaporan, JedaLaporan
from warga.bacaan.tangga import pemegang
from warga.services.surel import surati_petugas

SEBUT = 20  # reports that one letter names
ARTINYA = (
    "Selama jeda tidak ada laporan kemajuan yang jatuh tempo dan tidak ada pengingat. Hari yang "
    "dijeda tidak dihitung sebagai hari kerja. Yang sudah terlambat tetap terlambat, tetapi tidak "
    "bertambah. Kiriman warga dan bahaya tetap dijawab seperti biasa."
)
PERIHAL = {
    AksiJeda.DIBERIKAN: "Jeda pelaporan diberikan",
    AksiJeda.DIPENDEKKAN: "Jeda pelaporan berakhir lebih awal",
    AksiJeda.DIBATALKAN: "Jeda pelaporan dibatalkan",
    AksiJeda.BERAKHIR: "Jeda pelaporan sudah berakhir",
}


def surati(jeda: JedaLaporan, aksi: AksiJeda, alasan: str = "") -> None:
    """Queue a letter about this act to each of the aparat; it names the reports that come next."""
    isi = f"{_isi(jeda, aksi, alasan)}\n\n{_daftar(jeda)}"
    surati_petugas(
        pemegang(KAMPUNG, jeda.kampung),
        perihal=PERIHAL[aksi],
        isi=isi,
        kunci=f"jeda:{jeda.pk}:{aksi}:{jeda.akhir}",
    )


def _isi(jeda: JedaLaporan, aksi: AksiJeda, alasan: str) -> str:
    kata = {
        AksiJeda.DIBERIKAN: f"{kalimat(jeda, jeda.kampung)}\n\n{ARTINYA}",
        AksiJeda.DIPENDEKKAN: f"Camat mengakhiri jeda pelaporan Kampung {jeda.kampung.nama} lebih "
        f"awal: hari terakhirnya {tanggal(jeda.akhir)}.",
        AksiJeda.DIBATALKAN: f"Camat membatalkan jeda pelaporan Kampung {jeda.kampung.nama}, "
        f"{jeda.kata}.",
        AksiJeda.BERAKHIR: f"Jeda pelaporan Kampung {jeda.kampung.nama} sudah berakhir. Laporan "
        "kemajuan ditunggu lagi.",
    }
    return kata[aksi] + (f" Alasannya: {samarkan(alasan)}" if alasan else "")


def _daftar(jeda: JedaLaporan) -> str:
    """Return the reports of its kampung that are awaited by now, with their days."""
    milik = JadwalLaporan.objects.dimulai().filter(proyek__kampung=jeda.kampung_id)
    urut = milik.dengan_libur().select_related("proyek").order_by("tenggat", "awal", "pk")
    baris = list(urut[: SEBUT + 1])
    meja = f"Buka “Minggu ini” di meja kerja: {settings.ALAMAT_PORTAL}/kerja/minggu/\n"
    if not baris:
        return meja
    daftar = "\n".join(f"- {sebutan(satu)}" for satu in baris[:SEBUT])
    lagi = "\n- dan yang lain" if len(baris) > SEBUT else ""
    return f"Laporan yang ditunggu:\n\n{daftar}{lagi}\n\n{meja}"
