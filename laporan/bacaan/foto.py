"""The photos of a published report, with what was covered in them."""

from core.moderasi.penarikan import ditarik
from laporan.models import Foto, LaporanKemajuan


def foto_halaman(laporan: LaporanKemajuan) -> list[Foto]:
    """Return its photos, read along with it; `penarikan` tells of covered parts, "" for
    none. One query where there are photos."""
    semua = list(laporan.foto.all())
    ada = ditarik(laporan) if semua else {}
    for foto in semua:
        satu = ada.get((Foto._meta.db_table, foto.pk))
        foto.penarikan = satu.kalimat("Foto", "ditutup") if satu else ""  # type: ignore[attr-defined]  # for the page
    return semua
