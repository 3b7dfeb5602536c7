"""Tells what residents and the BPK of the invented kampung see of its works, and what its office
answers."""

from typing import Any

from bangunrejo.contoh.data import DataCatatan, DataCek
from bangunrejo.contoh.gambar import foto_contoh
from bangunrejo.contoh.orang import Orang
from bangunrejo.contoh.waktu import Kalender
from core.berkas.kamar_gelap import latar
from core.berkas.pindaian import titipkan
from core.berkas.simpan import simpan_foto
from core.berkas.titipan import Titipan
from core.formulir.sekali import kunci_baru
from core.waktu import pada
from laporan.models import CekWarga, LaporanKemajuan
from laporan.models.tentang import Tentang
from laporan.services import catatan, cek, cek_foto
from laporan.services.cek import IsianCek
from laporan.services.tanggapan import tanggapi
from proyek.models import Proyek

PAGI, SIANG = 7, 13


def titip_foto(cara: Titipan, gambar: str, tahap: int) -> str:
    """Let a drawn photo wait for a form, and return the key of the form."""
    kunci = kunci_baru()
    titipkan(simpan_foto(foto_contoh(gambar, tahap), latar()), untuk=cara.untuk(kunci))
    return kunci


def ceritakan_cek(data: DataCek, proyek: Proyek, orang: Orang, kalender: Kalender) -> CekWarga:
    """Write a check, with its photo, and answer it where the story does."""
    oleh = orang[data.siapa] if data.siapa else None
    isian = IsianCek(data.penilaian, data.isi)
    with pada(kalender.saat(data.kapan, PAGI)):
        tentang = Tentang(proyek, _laporan(proyek, data.laporan))
        baru = cek.cek(tentang=tentang, isian=isian, oleh=oleh)
        if data.gambar:
            kunci = titip_foto(cek_foto.TITIPAN, data.gambar, data.tahap)
            cek_foto.lekatkan(kunci=kunci, cek=baru)
    _jawab(baru, data, proyek, orang, kalender)
    return baru


def ceritakan_catatan(data: DataCatatan, proyek: Proyek, orang: Orang, kalender: Kalender) -> None:
    """Let the BPK Kampung note something, and its office answer where the story does."""
    hal = _laporan(proyek, data.laporan) or proyek
    with pada(kalender.saat(data.kapan, PAGI)):
        baru = catatan.tulis(hal=hal, isi=data.isi, oleh=orang["bpk-contoh"], kunci=kunci_baru())
    _jawab(baru, data, proyek, orang, kalender)


def _laporan(proyek: Proyek, urutan: int) -> LaporanKemajuan | None:
    """Return the report of that place among those that stand; None for 0, the work itself."""
    return proyek.laporan.berlaku().order_by("periode")[urutan - 1] if urutan else None


def _jawab(
    hal: Any, data: DataCek | DataCatatan, proyek: Proyek, orang: Orang, kalender: Kalender
) -> None:
    if data.jawaban:
        kakam = orang.kakam(proyek.kampung)
        with pada(kalender.saat(data.dijawab, SIANG)):
            tanggapi(hal=hal, isi=data.jawaban, oleh=kakam, kunci=kunci_baru())
