"""Work about offers of help: to be checked by the kecamatan, to be decided by a kampung."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from core.hal import Tampilan
from core.templatetags.bentuk import tanggal
from kabar.enums import Kerja
from mitra.laku import Aksi
from mitra.models import Tawaran
from warga.rules import adalah_aparat, adalah_staf


def _menunggu(orang: Any) -> QuerySet[Tawaran]:
    semua = Tawaran.objects.all()
    if adalah_staf(orang):
        return semua.menunggu_periksa()
    if adalah_aparat(orang):
        return semua.filter(kampung=orang.kampung_id).menunggu_putusan()
    return semua.none()


def _tampilan(tawaran: Tawaran) -> Tampilan:
    """It names the kind of help, and nobody."""
    alamat = reverse("mitra:meja_tawaran", args=[tawaran.acuan])
    return Tampilan(str(tawaran), alamat, f"Dikirim {tanggal(tawaran.dibuat)}")


PEKERJAAN: tuple[dict[str, Any], ...] = (
    {
        "jenis": Kerja.TAWARAN,
        "hal": "tawaran",
        "model": Tawaran,
        "jejak": Tawaran.jenis_jejak,
        "kunci": "pk",
        "kata": {
            Aksi.DIAJUKAN: "Tawaran bantuan menunggu diperiksa",
            Aksi.DIVERIFIKASI: "Tawaran bantuan menunggu kampung memutuskan",
            Aksi.DITAMBAH: "Penawar menambah keterangan",
        },
        "untuk": _menunggu,
        "terbaca": lambda orang: Tawaran.objects.visible_to(orang),
        "baris": Tawaran.objects.all,
        "tampilan": _tampilan,
        "banyak": "Beberapa tawaran bantuan menunggu Anda",
        "alamat": lambda: reverse("mitra:meja"),
        "kampung": "kampung",
    },
)
