"""The words of a sender, as they are read. A joiner without words has a sentence that stands for
them. It quotes the title of the joined kiriman while everyone may read that title.

The quotation is not stored, so nothing of it is left when the title goes.
"""

from typing import Any

from aspirasi.judul import judul_dari
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.teks import AWAL_SERUPA
from core.samar import samarkan
from core.templatetags.bentuk import tanggal


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


def tanda_tangan(aspirasi: Any) -> str:
    """Return what stands below the words on the public page: by whom, of which day, and which
    way they came. The row was read with `nama_tampil` (`berhalaman`)."""
    nama = samarkan(aspirasi.nama_tampil) if aspirasi.nama_tampil else "Warga"
    cara = aspirasi.get_asal_display().lower()
    lewat = f", disampaikan lewat petugas ({cara})" if aspirasi.lewat_petugas else ""
    return f"{nama}, {tanggal(aspirasi.dibuat)}{lewat}"


def nama_panggilan(orang: Pengirim, *, tampil: bool) -> str:
    """Name a sender as the sender left it, and say who reads that name:
    `tampil` when everyone does."""
    if not orang.nama:
        return "tidak ada"
    umum = "tampil untuk umum" if tampil else "tidak tampil"
    kampung = ", boleh diketahui kampung" if orang.nama_untuk_kampung else ""
    return f"{orang.nama} ({umum}{kampung})"


def _kutipan(aspirasi: Aspirasi) -> str:
    ke = aspirasi.digabung_ke if aspirasi.mengutip else None
    return f"{AWAL_SERUPA}{ke.judul}" if ke and ke.terbit else ""
