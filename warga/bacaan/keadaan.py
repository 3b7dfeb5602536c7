"""The state of codes and requests of an account, in a word or a sentence."""

from core.kalimat import Lencana
from core.templatetags.bentuk import hari_tanggal
from warga.models import KodeCetak, Pengguna, PermintaanPembaca, PermintaanSandi


def keadaan_kode(kode: KodeCetak) -> Lencana:
    """Return in words whether a printed code was used, or still may be."""
    if kode.dipakai_pada:
        return Lencana("Sudah dipakai", "baik")
    if kode.masih_berlaku:
        return Lencana("Belum dipakai", "info")
    return Lencana("Tidak berlaku lagi", "netral")


def keadaan_sandi(permintaan: PermintaanSandi) -> str:
    """Return in words the state of a request for a password code, and until when it lives."""
    if permintaan.dipakai_pada:
        return "Kode sudah dibuka"
    if permintaan.ditarik_pada:
        return "Ditarik atau dibatalkan"
    if permintaan.ditolak:
        return "Ditolak"
    if not permintaan.masih_hidup:
        return "Lewat waktunya"
    menunggu = "Menunggu putusan orang kedua"
    kini = "Disetujui, menunggu dibuka oleh yang meminta" if permintaan.disetujui else menunggu
    return f"{kini}, paling lambat {hari_tanggal(permintaan.kedaluwarsa)}"


def keadaan_pembaca(permintaan: PermintaanPembaca) -> str:
    """Return in words the state of a request to let somebody read secrets; the page adds why it was
    refused."""
    if permintaan.dipakai_pada:
        return "Disetujui"
    if permintaan.ditarik_pada:
        return "Ditarik"
    if permintaan.ditolak:
        return "Ditolak"
    if not permintaan.masih_hidup:
        return "Lewat waktunya"
    return f"Menunggu putusan, paling lambat {hari_tanggal(permintaan.kedaluwarsa)}"


def bukti_nomor(orang: Pengguna) -> str:
    """Return in words whether the phone of an account was proven."""
    return "sudah diverifikasi" if orang.telepon_terbukti_pada else "belum diverifikasi"
