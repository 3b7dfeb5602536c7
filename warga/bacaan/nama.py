"""Names of places that a search knows (the setting NAMA_DICARI)."""

from core.cari.kolom import tanda_kampung
from core.cari.nama import Nama
from warga.models import Kampung


def nama_kampung() -> list[Nama]:
    """Return every kampung with its name and its other writings, which commas part."""
    baris = Kampung.objects.order_by("pk").values_list("pk", "nama", "alias")
    return [Nama(tanda_kampung(pk), (nama, *alias.split(","))) for pk, nama, alias in baris]
