"""Work about projects and decisions."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from core.hal import Tampilan
from kabar.alamat import EVALUASI, FUNGSI, KEPUTUSAN
from kabar.enums import Kerja
from laporan.bacaan.evaluasi import menunggu_evaluasi
from proyek.bacaan.fungsi import menunggu_kantor
from proyek.laku import Aksi
from proyek.models import Keputusan, Proyek
from proyek.rules import kepala_kampung
from warga.rules import adalah_aparat, adalah_kecamatan, adalah_staf


def _milik(orang: Any) -> QuerySet[Proyek]:
    semua: QuerySet[Proyek] = Proyek.objects.berlaku()
    return semua.filter(kampung=orang.kampung_id) if adalah_aparat(orang) else semua.none()


def _terbaca_proyek(orang: Any) -> QuerySet[Proyek]:
    semua: QuerySet[Proyek] = Proyek.objects.berlaku()
    return semua if adalah_kecamatan(orang) else _milik(orang)


def _tampilan_proyek(proyek: Proyek) -> Tampilan:
    return Tampilan(proyek.judul, proyek.get_absolute_url(), proyek.nomor)


def _keputusan(orang: Any) -> QuerySet[Keputusan]:
    semua = Keputusan.objects.all()
    kakam = adalah_aparat(orang) and kepala_kampung(orang)
    return semua.menunggu_kakam(orang.kampung_id) if kakam else semua.none()


def _sanggahan(orang: Any) -> QuerySet[Keputusan]:
    semua = Keputusan.objects.all()
    return semua.disanggah() if adalah_staf(orang) else semua.none()


def _tampilan_keputusan(keputusan: Keputusan) -> Tampilan:
    return Tampilan(keputusan.judul, keputusan.get_absolute_url(), keputusan.nomor)


_PROYEK: dict[str, Any] = {
    "hal": "proyek",
    "model": Proyek,
    "jejak": Proyek.jenis_jejak,
    "kunci": "nomor",
    "terbaca": _terbaca_proyek,
    "baris": Proyek.objects.all,
    "tampilan": _tampilan_proyek,
    "kampung": "kampung",
    "sebut": lambda proyek: proyek.nomor,
}
_KEPUTUSAN: dict[str, Any] = {
    "hal": "keputusan",
    "model": Keputusan,
    "jejak": Keputusan.jenis_jejak,
    "kunci": "nomor",
    "terbaca": Keputusan.objects.visible_to,
    "baris": Keputusan.objects.all,
    "tampilan": _tampilan_keputusan,
    "alamat": lambda: reverse(KEPUTUSAN),
    "sebut": lambda keputusan: keputusan.nomor if keputusan.umum else "",
}
PEKERJAAN: tuple[dict[str, Any], ...] = (
    {
        **_KEPUTUSAN,
        "jenis": Kerja.KEPUTUSAN,
        "kata": {Aksi.DICATAT: "Keputusan dicatat atas nama Anda: benarkah?"},
        "untuk": _keputusan,
        "banyak": "Beberapa keputusan dicatat atas nama Anda: benarkah?",
        "kampung": "kampung",
    },
    {
        **_KEPUTUSAN,
        "jenis": Kerja.SANGGAHAN,
        "kata": {Aksi.DISANGGAH: "Keputusan disanggah Kepala Kampung"},
        "untuk": _sanggahan,
        "banyak": "Beberapa keputusan disanggah Kepala Kampung",
    },
    {
        **_PROYEK,
        "jenis": Kerja.EVALUASI,
        "kata": {Aksi.TAHAP: "Pekerjaannya selesai: evaluasinya menunggu kantor Anda"},
        "untuk": lambda orang: menunggu_evaluasi(_milik(orang)),
        "banyak": "Beberapa proyek selesai: evaluasinya menunggu kantor Anda",
        "alamat": lambda: reverse(EVALUASI),
    },
    {
        **_PROYEK,
        "jenis": Kerja.FUNGSI,
        "kata": {Aksi.FUNGSI_DITANYA: "Masih berfungsi? Menunggu jawaban kantor Anda"},
        "untuk": lambda orang: menunggu_kantor(_milik(orang)),
        "banyak": "Masih berfungsi? Beberapa menunggu jawaban kantor Anda",
        "alamat": lambda: reverse(FUNGSI),
    },
)
