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
