"""Writers, topics and replies for the tests of the forum."""

from typing import Any

from forum.models import Balasan, Ruang, Topik
from warga.models import Pengguna

ALASAN = "Memuat alamat rumah orang lain."


def topik(penulis: Pengguna, judul: str = "Jam musyawarah ramah ibu", **fields: Any) -> Topik:
    ruang = fields.pop("ruang", None) or Ruang.objects.get(slug="layanan")
    isi = fields.pop("isi", "Habis zuhur saja, biar bisa datang.")
    fields = {"peran": penulis.peran} | fields
    return Topik.objects.create(ruang=ruang, judul=judul, isi=isi, penulis=penulis, **fields)


def balasan(
    tempat: Topik, penulis: Pengguna, isi: str = "Setuju sekali.", **fields: Any
) -> Balasan:
    fields = {"peran": penulis.peran} | fields
    return Balasan.objects.create(topik=tempat, penulis=penulis, isi=isi, **fields)
