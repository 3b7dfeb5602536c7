"""The public pages of help: needs, promises, hours."""

from typing import Any

from core.waktu import hari_ini
from mitra.bacaan.janji import susun
from mitra.bacaan.kerja import kalimat_kerja
from mitra.models import Kebutuhan, KerjaBakti, Kontribusi, Mitra
from mitra.models.kebutuhan import urut_butuh
from proyek.enums import Tahap
from proyek.models import Proyek
from warga.models import Kampung

KEBUTUHAN_TERBANYAK, PROYEK_TERBANYAK, JANJI_TERBANYAK = 30, 20, 20
SEMUA_TERBANYAK = 200


def kebutuhan_terbuka() -> Any:
    """Return the open needs, first those that are needed first."""
    return Kebutuhan.objects.terbuka().select_related("kampung", "proyek").order_by(*urut_butuh())


def belum_didahulukan() -> Any:
    """Return the projects that no plan took, which wait for help without anybody's doing."""
    semua = Proyek.objects.berlaku().filter(tahap=Tahap.TIDAK_DIPRIORITASKAN)
    return semua.select_related("kampung").order_by("-pk")


def janji_terbaru() -> Any:
    return Kontribusi.objects.berlaku().untuk_kartu().order_by("-pk")


def halaman_utama() -> dict[str, Any]:
    """Return the page /mitra/: needs, promises, hours of this year."""
    tahun = hari_ini().year
    kerja = KerjaBakti.objects.filter(tanggal__year=tahun)
    return {
        "kebutuhan": kebutuhan_terbuka()[:KEBUTUHAN_TERBANYAK],
        "proyek": belum_didahulukan()[:PROYEK_TERBANYAK],
        "janji": susun(janji_terbaru()[:JANJI_TERBANYAK]),
        "kerja": kalimat_kerja(kerja.jumlah()),
        "tahun": tahun,
    }


def halaman_kampung(kampung: Kampung) -> dict[str, Any]:
    """Return everything about help for one kampung."""
    kerja = KerjaBakti.objects.filter(kampung=kampung)
    return {
        "kampung": kampung,
        "kebutuhan": kebutuhan_terbuka().filter(kampung=kampung)[:SEMUA_TERBANYAK],
        "lewat": Kebutuhan.objects.lewat().filter(kampung=kampung)[:PROYEK_TERBANYAK],
        "terpenuhi": Kebutuhan.objects.filter(kampung=kampung, ditutup_pada__isnull=False).order_by(
            "-ditutup_pada", "-pk"
        )[:PROYEK_TERBANYAK],
        "proyek": belum_didahulukan().filter(kampung=kampung)[:PROYEK_TERBANYAK],
        "janji": susun(janji_terbaru().filter(kampung=kampung)[:SEMUA_TERBANYAK]),
        "kerja": kalimat_kerja(kerja.jumlah()),
        "semua_kerja": kerja.berlaku().select_related("proyek", "foto")[:SEMUA_TERBANYAK],
    }


def halaman_mitra(mitra: Mitra) -> dict[str, Any]:
    """Return the page of a partner: promised against delivered, by kampung and project."""
    janji = susun(janji_terbaru().filter(mitra=mitra)[:SEMUA_TERBANYAK])
    penuh = sum(1 for satu in janji if satu.tiba >= satu.isi.jumlah)
    return {"mitra": mitra, "janji": janji, "kalimat": _kalimat(len(janji), penuh)}


def _kalimat(banyak: int, penuh: int) -> str:
    if not banyak:
        return "Belum ada janji yang berlaku."
    return f"{banyak} bantuan dijanjikan, {penuh} sudah diterima seluruhnya."
