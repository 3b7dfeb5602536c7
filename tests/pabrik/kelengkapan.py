"""Team, papers and plan of a project."""

import datetime as dt
from decimal import Decimal
from typing import Any

from proyek.enums import JenisDokumen, PeranTim
from proyek.models import Dokumen, Proyek, TimProyek
from proyek.services.butir import tetapkan_butir
from proyek.services.dokumen import tambah_dokumen
from proyek.services.rencana import tetapkan_rencana
from tests.pabrik.berkas import dokumen
from warga.models import Pengguna


def buat_anggota(proyek: Proyek, **fields: Any) -> TimProyek:
    asal = {"peran": PeranTim.KETUA_TPK, "nama": "Sumarno Wirya"}
    return TimProyek.objects.create(proyek=proyek, **(asal | fields))


def buat_dokumen(proyek: Proyek, oleh: Pengguna, **fields: Any) -> Dokumen:
    """A paper that everyone may read."""
    baru = Dokumen(proyek=proyek, **({"jenis": JenisDokumen.RAB} | fields))
    return tambah_dokumen(dokumen=baru, berkas=dokumen(), oleh=oleh)


def buat_rencana(proyek: Proyek, oleh: Pengguna, *titik: tuple[dt.date, int]) -> None:
    isi = [(hari, Decimal(persen)) for hari, persen in titik]
    tetapkan_rencana(proyek=proyek, titik=isi, alasan="Jadwal baru.", oleh=oleh)


def buat_butir(
    proyek: Proyek, oleh: Pengguna, *butir: tuple[str, int], alasan: str = "RAB baru."
) -> dict[str, int]:
    """List the items of a project with their weights; return their keys by name."""
    isi = [(nama, Decimal(bobot)) for nama, bobot in butir]
    tetapkan_butir(proyek=proyek, butir=isi, alasan=alasan, oleh=oleh)
    return dict(proyek.butir_pekerjaan.dipakai().values_list("nama", "pk"))
