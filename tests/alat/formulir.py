"""All pages that give typed words out again, by the matter that they are of."""

from tests.alat.formulir_anggaran import FORMULIR_ANGGARAN
from tests.alat.formulir_keputusan import FORMULIR_KEPUTUSAN
from tests.alat.formulir_kesiapan import FORMULIR_KESIAPAN
from tests.alat.formulir_lapangan import FORMULIR_LAPANGAN, FOTO_SAJA
from tests.alat.formulir_mitra import FORMULIR_MITRA
from tests.alat.formulir_musrenbang import FORMULIR_MUSRENBANG
from tests.alat.formulir_proyek import FORMULIR_PROYEK
from tests.alat.formulir_rencana import FORMULIR_RENCANA

__all__ = ["FOTO_SAJA", "PER_APLIKASI"]
PER_APLIKASI = {
    **FORMULIR_PROYEK,
    **FORMULIR_KEPUTUSAN,
    **FORMULIR_LAPANGAN,
    **FORMULIR_KESIAPAN,
    **FORMULIR_RENCANA,
    **FORMULIR_ANGGARAN,
    **FORMULIR_MUSRENBANG,
    **FORMULIR_MITRA,
}
