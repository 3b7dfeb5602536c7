"""A copy of what the portal holds of the checks of one account, for that account (UU 27/2022)."""

from typing import Any
from urllib.parse import urljoin

from django.db.models import QuerySet
from django.utils import timezone

from core.kalimat import Lencana
from core.waktu import sekarang
from laporan.bacaan.tanggapan import lencana
from laporan.models import CekWarga
from warga.models import Pengguna


def milik(orang: Pengguna) -> QuerySet[CekWarga]:
    """Return the checks of an account, the newest first, with what a card shows. An account whose
    password came from a printed code has none: nobody has proven that its owner holds it."""
    semua = CekWarga.objects.dengan_sebutan().select_related("proyek__kampung", "laporan")
    if orang.sandi_dari_kode_pada:
        return semua.none()
    return semua.filter(penulis=orang).order_by("-dibuat", "-pk")


def keadaan(cek: CekWarga) -> Lencana:
    """Return where a check stands, as its sender reads it."""
    if cek.ditarik_pada:
        return Lencana("Anda tarik", "netral")
    if cek.disembunyikan:
        return Lencana("Disembunyikan petugas", "awas")
    if cek.ditahan:
        return Lencana("Menunggu dibaca kecamatan", "netral")
    return lencana(cek) or Lencana("Tampil", "baik")


def salinan(orang: Pengguna, akar: str) -> dict[str, Any]:
    """Return all of them as plain values for JSON. Times are ISO 8601 in WIB, addresses are whole;
    `akar` is the address of the portal."""
    semua = milik(orang).prefetch_related("foto__berkas", "tanggapan")
    semua = semua.select_related("proyek__kampung", "laporan", "belum_puas")
    return {
        "keterangan": "Salinan cek warga yang Anda tulis dengan akun ini di Portal Bangunrejo.",
        "dibuat": _wib(sekarang()),
        "cek": [_satu(cek, akar) for cek in semua],
    }


def _satu(cek: CekWarga, akar: str) -> dict[str, Any]:
    belum = getattr(cek, "belum_puas", None)
    jawaban = [satu for satu in cek.tanggapan.all() if satu.ditarik_pada is None]
    return {
        "alamat": urljoin(akar, cek.get_absolute_url()),
        "tentang": (cek.laporan or cek.proyek).nomor,
        "penilaian": str(cek.get_penilaian_display()),
        "isi": cek.isi,
        "isi_yang_tampil": cek.isi_publik,
        "keadaan": keadaan(cek).kata,
        "alasan_disembunyikan": cek.alasan_sembunyi,
        "sebagai": cek.sebutan,
        "ditulis": _wib(cek.dibuat),
        "mulai_tampil": _wib(cek.terbit_pada),
        "diperbaiki": _wib(cek.diperbaiki_pada),
        "ditarik": _wib(cek.ditarik_pada),
        "foto": [urljoin(akar, satu.berkas.alamat) for satu in cek.foto.all()],
        "foto_dilihat_semua_orang": cek.boleh_publik(),
        "tanggapan": [{"isi": satu.isi, "dibuat": _wib(satu.dibuat)} for satu in jawaban],
        "belum_menjawab": belum.isi if belum else "",
    }


def _wib(waktu: Any) -> str:
    return timezone.localtime(waktu).isoformat(timespec="seconds") if waktu else ""
