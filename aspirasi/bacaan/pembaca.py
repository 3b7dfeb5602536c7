"""The readers of a kiriman, told to its sender in whole sentences."""

from aspirasi.bacaan.keadaan import pembaca
from aspirasi.models import Aspirasi
from core.kalimat import Kalimat

PETUGAS_LAIN = "Petugas kecamatan lain tidak dapat membukanya."
KAMPUNG_TAK_TAHU = "Tidak seorang pun di kampung dapat mengetahuinya."


def pembaca_pengirim(aspirasi: Aspirasi) -> Kalimat:
    """Return who may read it now, and which wish of its sender that follows."""
    ekor = [
        (aspirasi.tentang_kecamatan, PETUGAS_LAIN),
        (
            aspirasi.langsung and not aspirasi.jangkauan_kecamatan,
            "Anda memilih langsung ke kampung.",
        ),
        (
            aspirasi.minta_umum_pada,
            "Anda meminta dibuka untuk umum; petugas akan melihatnya dulu.",
        ),
    ]
    tambahan = "".join(f" {kata}" for berlaku, kata in ekor if berlaku)
    return Kalimat("Yang boleh membaca: ", pembaca(aspirasi), f".{tambahan}")


def pembaca_tentang_petugas(aspirasi: Aspirasi) -> Kalimat:
    """Return who alone reads a kiriman about an official. No one may change that."""
    tetap = "Kiriman tentang petugas tetap begitu, supaya Anda aman."
    if aspirasi.tentang_kecamatan:
        return Kalimat(
            tebal="Hanya camat dan petugas yang ditunjuk.", ekor=f" {PETUGAS_LAIN} {tetap}"
        )
    return Kalimat(tebal="Hanya petugas khusus di kecamatan.", ekor=f" {KAMPUNG_TAK_TAHU} {tetap}")


def letak_pengirim(aspirasi: Aspirasi) -> str:
    """Tell its sender how exactly others see the place that was given."""
    if aspirasi.letak_menunggu_pada:
        dulu = "Anda menandainya tempat umum. Petugas melihatnya dulu;"
        return f"{dulu} sampai saat itu umum melihatnya dibulatkan ± 500 m."
    if aspirasi.tempat_umum:
        return "Tempat umum: kalau kiriman ini tampil untuk umum, lokasinya tampil dengan tepat."
    return "Hanya Anda dan petugas yang melihat lokasi tepat ini. Untuk umum dibulatkan ± 500 m."


def letak_petugas(aspirasi: Aspirasi) -> str:
    """Tell an official the same, in a few words."""
    if aspirasi.letak_menunggu_pada:
        return "dibulatkan; pengirim minta tampil dengan tepat"
    return "tepat, karena tempat umum" if aspirasi.tempat_umum else "dibulatkan ± 500 m"
