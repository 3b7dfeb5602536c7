"""Taking words about a project back from the public: in its row, beside it and in its trail.

Who may stands in `proyek.rules`. A paper or another file goes by `core.moderasi.penarikan`.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Model

from core.galat import TidakBisa, berkata
from core.jejak.catat import catat, hapus_isi, riwayat
from core.models import Jejak
from core.moderasi.penarikan import (
    HITAM,
    TAK_ADA,
    catat_penarikan,
    hitam_semua,
    hitamkan,
    pastikan_ada_kata,
    pastikan_muat,
)
from proyek.bacaan.penarikan import kata_jejak, tulisan, tulisan_lain
from proyek.laku import Aksi
from proyek.models import Proyek
from proyek.services.kunci import kunci_proyek
from warga.models import Pengguna

TANPA_NAMA = (
    "Nama proyek tidak boleh hitam seluruhnya. Perbaiki dulu namanya lewat “Perbaiki keterangan”."
)


@transaction.atomic
def tarik_tulisan(*, proyek: Proyek, kata: Sequence[str], alasan: str, oleh: Pengguna) -> Proyek:
    """Black out these words about a project, in the notes of its money and in what papers changed,
    too. Acts of its trail that tell them, as a reason or as an old or new value, are emptied; the
    acts stay.

    Raises TidakBisa without words or a reason, when the reason repeats the words, when its name
    would be black as a whole, and when the words stand nowhere.
    """
    pastikan_ada_kata(kata)
    proyek = kunci_proyek(proyek)
    terkena = [j for j in riwayat(proyek) if any(_memuat(t, kata) for t in kata_jejak(j))]
    lain = _lain(proyek, kata)
    baru = _baru(proyek, kata, alasan, wajib=not (terkena or lain))
    if terkena:
        hapus_isi(objek=proyek, alasan="Ditarik dari umum.", oleh=oleh, jejak=terkena)
    jejak = catat(objek=proyek, aksi=Aksi.TULISAN_DIHITAMKAN, oleh=oleh, alasan=alasan.strip())
    for satu in terkena:
        catat_penarikan(jejak=jejak, baris=satu.isi, kolom=["alasan"], utuh=True)
    for baris, isi in [(proyek, baru), *lain]:
        _hitamkan(baris, isi, jejak)
    return proyek


def _baru(proyek: Proyek, kata: Sequence[str], alasan: str, *, wajib: bool) -> dict[str, str]:
    """Return the columns that change, with their new text; none is fine unless `wajib`."""
    try:
        baru = hitam_semua(tulisan(proyek), kata, alasan)
    except TidakBisa as galat:
        if wajib or galat.pesan != TAK_ADA:
            raise
        return {}
    if not berkata(baru.get("judul", proyek.judul).replace(HITAM, "")):
        raise TidakBisa(TANPA_NAMA)
    pastikan_muat(proyek, baru)
    return baru


def _lain(proyek: Proyek, kata: Sequence[str]) -> list[tuple[Model, dict[str, str]]]:
    """Return the rows beside a project that tell these words, each with its new texts."""
    hasil = []
    for baris, isi in tulisan_lain(proyek):
        if baru := {nama: hitamkan(t, kata) for nama, t in isi.items() if _memuat(t, kata)}:
            pastikan_muat(baris, baru)
            hasil.append((baris, baru))
    return hasil


def _hitamkan(baris: Model, baru: dict[str, str], jejak: Jejak) -> None:
    if baru:
        catat_penarikan(jejak=jejak, baris=baris, kolom=baru, utuh=False)
        for nama, isi in baru.items():
            setattr(baris, nama, isi)
        baris.save(update_fields=list(baru))


def _memuat(teks: str, kata: Sequence[str]) -> bool:
    return hitamkan(teks, kata) != teks
