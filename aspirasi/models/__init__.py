"""Kiriman of residents, their senders, and what became of them."""

from aspirasi.models.aspirasi import Aspirasi
from aspirasi.models.dukungan import BelumBeres, Dukungan, Penilaian
from aspirasi.models.kabar import KabarPengirim
from aspirasi.models.keberatan import PertimbanganKeberatan
from aspirasi.models.keterangan import PermintaanKeterangan
from aspirasi.models.pengirim import Pengirim
from aspirasi.models.permintaan_pin import PermintaanPin
from aspirasi.models.surat import SuratInstansi
from aspirasi.models.templat import TemplatJawaban
from aspirasi.models.tindak import (
    Disposisi,
    Lampiran,
    LampiranTertunda,
    TautanProyek,
    TindakLanjut,
)

__all__ = [
    "Aspirasi",
    "BelumBeres",
    "Disposisi",
    "Dukungan",
    "KabarPengirim",
    "Lampiran",
    "LampiranTertunda",
    "Pengirim",
    "Penilaian",
    "PermintaanKeterangan",
    "PermintaanPin",
    "PertimbanganKeberatan",
    "SuratInstansi",
    "TautanProyek",
    "TemplatJawaban",
    "TindakLanjut",
]
