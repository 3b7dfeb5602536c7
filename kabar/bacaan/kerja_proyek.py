"""Work about projects and decisions."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from core.hal import Tampilan
from kabar.alamat import BERANDA, EVALUASI, FUNGSI, KEPUTUSAN, TERTAHAN
from kabar.enums import Kerja
from laporan.bacaan.evaluasi import menunggu_evaluasi
from laporan.laku import AksiCek, AksiTanggapan
from laporan.models import CekWarga
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


def _bercek(orang: Any) -> QuerySet[Proyek]:
    """Return the projects with a check whose answer waits for the office of this person."""
    if adalah_aparat(orang):
        cek = CekWarga.objects.menunggu_jawaban(orang.kampung_id)
    elif adalah_staf(orang):
        cek = CekWarga.objects.menunggu_kecamatan()
    else:
        cek = CekWarga.objects.none()
    return _proyek_dari(cek)


def _bercek_tertahan(orang: Any) -> QuerySet[Proyek]:
    semua = CekWarga.objects.all()
    return _proyek_dari(semua.tertahan() if adalah_staf(orang) else semua.none())


def _proyek_dari(cek: QuerySet[CekWarga]) -> QuerySet[Proyek]:
    semua: QuerySet[Proyek] = Proyek.objects.berlaku()
    return semua.filter(pk__in=cek.order_by().values("proyek"))


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
# A check is told of as its project: of several about one work there is one notice, and it names
# the week alone, since the day would tell who was at the place (docs/keputusan/0060-cek-warga.md).
_CEK: dict[str, Any] = {
    **_PROYEK,
    "jejak": CekWarga.jenis_jejak,
    "kunci": "cek__pk",
    "sepekan": True,
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
    {
        **_CEK,
        "jenis": Kerja.CEK,
        "kata": dict.fromkeys(
            (
                *(AksiCek.DITULIS, AksiCek.DIPERBAIKI, AksiCek.DILOLOSKAN),
                *(AksiTanggapan.BELUM_PUAS, AksiTanggapan.DITARIK),
            ),
            "Cek warga menunggu jawaban kantor Anda",
        ),
        "untuk": _bercek,
        "banyak": "Cek warga tentang beberapa proyek menunggu jawaban kantor Anda",
        "alamat": lambda: reverse(BERANDA),
    },
    {
        **_CEK,
        "jenis": Kerja.CEK_TERTAHAN,
        "kata": {AksiCek.DITULIS: "Cek warga menunggu dibaca kecamatan"},
        "untuk": _bercek_tertahan,
        "tampilan": lambda proyek: Tampilan(proyek.judul, reverse(TERTAHAN), proyek.nomor),
        "kampung": "",
        "banyak": "Cek warga tentang beberapa proyek menunggu dibaca kecamatan",
        "alamat": lambda: reverse(TERTAHAN),
    },
)
