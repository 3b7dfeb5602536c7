"""Tells what the invented kampung and the camat arranged for its reports: the sekretaris publishes
them, and a pause lasts in the week of the story."""

from bangunrejo.contoh.data import KAMPUNG_CONTOH
from bangunrejo.contoh.orang import Orang
from bangunrejo.contoh.waktu import Kalender
from core.waktu import pada
from laporan.enums import SebabJeda
from laporan.services.jeda import beri
from laporan.services.penerbit import tetapkan_penerbit
from warga.models import Kampung

DITUNJUK, DIJEDA = "2026-09-02", "2026-11-20"
HARI_JEDA = "2026-11-23", "2026-12-04"
KETERANGAN = (
    "Operator kampung sakit dan penggantinya sedang dilatih. Pekerjaan di lapangan tetap berjalan, "
    "dan laporannya ditulis sesudah itu."
)


def tunjuk(orang: Orang, kalender: Kalender) -> None:
    """Let the kakam name the sekretaris."""
    kampung = Kampung.objects.get(nama=KAMPUNG_CONTOH)
    with pada(kalender.saat(DITUNJUK)):
        kakam, sekretaris = orang.kakam(kampung), orang["sekretaris"]
        tetapkan_penerbit(kampung=kampung, orang=[sekretaris.pk], oleh=kakam)


def jeda(orang: Orang, kalender: Kalender) -> None:
    """Grant the pause, once the works stand: what is late then stays late."""
    mulai, akhir = map(kalender.tanggal, HARI_JEDA)
    with pada(kalender.saat(DIJEDA)):
        beri(
            kampung=Kampung.objects.get(nama=KAMPUNG_CONTOH),
            mulai=mulai,
            akhir=akhir,
            sebab=SebabJeda.OPERATOR,
            keterangan=KETERANGAN,
            oleh=orang["camat"],
        )
