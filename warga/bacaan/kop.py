"""The head of a sheet of an office (kop surat), and the words that all its sheets share."""

from warga.models import Kampung

KOP = ("PEMERINTAH KABUPATEN LAMPUNG TENGAH", "KECAMATAN BANGUNREJO")


def kop(kampung: Kampung | None) -> tuple[str, ...]:
    """Return the lines of the head, the office that speaks last: a kampung, or the kecamatan for
    None."""
    return (*KOP, f"PEMERINTAH KAMPUNG {str(kampung).upper()}") if kampung else KOP


def alamat_kop(kampung: Kampung) -> str:
    """Return the address of the first office of a kampung that tells one, with its telephone; else
    where the kampung lies. One query."""
    kantor = next((k for k in kampung.kantor.all() if k.alamat), None)
    if kantor is None:
        return f"Kampung {kampung}, Kecamatan Bangunrejo, Kabupaten Lampung Tengah"
    telepon = f", telepon {kantor.telepon_tampil}" if kantor.telepon else ""
    return f"{kantor.alamat}{telepon}"


def kepala_kampung(kampung: Kampung) -> str:
    """Return the office that signs. The portal names no person who holds it."""
    return f"Kepala Kampung {kampung}"
