"""Sentences about the forms themselves, on paper and on the screen."""

from core.kalimat import Kalimat

GUNA = (
    "Poster ditempel di tempat orang berkumpul, supaya warga tahu ke mana menyampaikan usul dan "
    "keluhan. Formulir kertas untuk warga tanpa HP; isinya Anda salin lewat “Kirim untuk orang "
    "lain”."
)


def masih_utuh(*, foto_hilang: bool) -> Kalimat:
    """Return what became of a form that comes back with a question. Browsers keep no photos."""
    utuh = "Semua isian di bawah masih utuh."
    if not foto_hilang:
        return Kalimat(utuh)
    lagi = " pilih lagi di bawah, atau tambahkan sesudah terkirim."
    return Kalimat(f"{utuh} ", "Foto tidak ikut:", lagi)


def sebab_saran(kata: list[str]) -> str:
    """Return why fewer readers are advised: words of the text, or a doubt whom it is about."""
    if not kata:
        return "Anda tidak yakin apakah ini tentang seorang petugas atau pengurus."
    return f"Tulisan Anda menyebut {', '.join(f'“{satu}”' for satu in kata)}."
