"""Correcting the words about a project."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from core.galat import TidakBisa
from core.jejak.catat import catat
from proyek.bacaan.versi import SEMENTARA, versi
from proyek.laku import Aksi
from proyek.models import KETERANGAN, Proyek
from proyek.services.kunci import kunci_proyek
from warga.models import Pengguna


@transaction.atomic
def ubah_keterangan(
    *,
    proyek: Proyek,
    isi: Mapping[str, Any],
    alasan: str,
    oleh: Pengguna,
    dilihat: int | None = None,
) -> Proyek:
    """Correct words about a project (`isi`: column → new value); old and new stay in its trail.

    Money, time and scope do not change here: they need a decision. `dilihat` is the version that
    the person saw (`proyek.bacaan.versi`); raises TidakBisa when it is another one by now. Raises
    ValueError for a column outside `KETERANGAN`.
    """
    if asing := set(isi) - set(KETERANGAN):
        raise ValueError(f"{sorted(asing)} are no words about a project")
    proyek = kunci_proyek(proyek)
    if dilihat is not None and versi(proyek) != dilihat:
        raise TidakBisa(SEMENTARA)
    lama = {nama: getattr(proyek, nama) for nama in isi}
    berubah = {nama: [lama[nama], baru] for nama, baru in isi.items() if lama[nama] != baru}
    if berubah:
        for nama, (_, baru) in berubah.items():
            setattr(proyek, nama, baru)
        proyek.save(update_fields=list(berubah))
        rincian = {"perubahan": berubah}
        catat(objek=proyek, aksi=Aksi.DIUBAH, oleh=oleh, alasan=alasan, rincian=rincian)
    return proyek
