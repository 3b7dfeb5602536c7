"""The words of a sender, as they are read. A joiner without words has a sentence that stands for
them. It quotes the title of the joined kiriman while everyone may read that title.

The quotation is not stored, so nothing of it is left when the title goes.
"""

from aspirasi.models import Aspirasi
from aspirasi.teks import AWAL_SERUPA, judul_dari


def tulisan(aspirasi: Aspirasi) -> str:
    """Return the words of the sender, or the sentence that stands for none."""
    return aspirasi.isi or _kutipan(aspirasi) or aspirasi.isi_publik


def tulisan_tampil(aspirasi: Aspirasi) -> str:
    """Return the words as they are shown, masked and edited."""
    return _kutipan(aspirasi) or aspirasi.isi_publik


def judul(aspirasi: Aspirasi) -> str:
    """Return the title. For lists load `digabung_ke` along, because a quotation reads it."""
    kutipan = _kutipan(aspirasi)
    return judul_dari(kutipan) if kutipan else aspirasi.judul


def _kutipan(aspirasi: Aspirasi) -> str:
    ke = aspirasi.digabung_ke if aspirasi.mengutip else None
    return f"{AWAL_SERUPA}{ke.judul}" if ke and ke.terbit else ""
