"""Tells what stands around a project: its plan, the items of its work, its team by offices, its
people, its papers."""

from decimal import Decimal

from bangunrejo.contoh.data import DataProyek
from bangunrejo.contoh.gambar import foto_contoh
from bangunrejo.contoh.kertas import lembar
from bangunrejo.contoh.waktu import Kalender
from core.berkas.kamar_gelap import latar
from core.berkas.simpan import simpan_dokumen, simpan_foto
from proyek.enums import JenisDokumen, PeranTim
from proyek.models import PENERIMA, Dokumen, Proyek, TimProyek
from proyek.services.butir import tetapkan_butir
from proyek.services.dokumen import tambah_dokumen
from proyek.services.penerima import catat_penerima
from proyek.services.rencana import tetapkan_rencana
from proyek.services.tim import tambah_tim
from warga.models import Pengguna

# Nobody of the story has a name.
TIM = (
    (PeranTim.PKA, "Kasi Kesejahteraan (contoh)"),
    (PeranTim.KETUA_TPK, "Ketua TPK (contoh)"),
    (PeranTim.SEKRETARIS_TPK, "Sekretaris TPK (contoh)"),
)


def lengkapi(proyek: Proyek, data: DataProyek, oleh: Pengguna, kalender: Kalender) -> None:
    """Fill in what an office knows before the work begins, now."""
    titik = [(kalender.tanggal(hari), Decimal(persen)) for hari, persen in data.rencana]
    tetapkan_rencana(proyek=proyek, titik=titik, alasan="", oleh=oleh)
    butir = [(nama, Decimal(bobot)) for nama, bobot in data.butir]
    tetapkan_butir(proyek=proyek, butir=butir, alasan="", oleh=oleh)
    if data.rencana:
        for peran, nama in TIM:
            anggota = TimProyek(proyek=proyek, peran=peran, nama=nama)
            tambah_tim(anggota=anggota, oleh=oleh)
    if data.penyedia:
        nama, nilai = data.penyedia
        firma = TimProyek(proyek=proyek, peran=PeranTim.PENYEDIA, nama=nama, nilai_kontrak=nilai)
        firma.nomor_kontrak, firma.tanggal_kontrak = "CONTOH/1", kalender.tanggal(data.dibuka)
        tambah_tim(anggota=firma, oleh=oleh)
    isi = dict(zip(PENERIMA, data.penerima, strict=False))
    catat_penerima(proyek=proyek, isi=isi, alasan="", oleh=oleh)
    for jenis in data.dokumen:
        if jenis != JenisDokumen.BAST:
            unggah(proyek, jenis, data, oleh)


def unggah(proyek: Proyek, jenis: str, data: DataProyek, oleh: Pengguna) -> None:
    """Add a paper of the story, now: the drawing is a picture, the others are a page of words."""
    baru = Dokumen(proyek=proyek, jenis=jenis)
    if jenis == JenisDokumen.GAMBAR:
        berkas = simpan_foto(foto_contoh(data.gambar), latar())
    else:
        berkas = simpan_dokumen(lembar(f"DATA CONTOH: {JenisDokumen(jenis).label}", data.judul))
    tambah_dokumen(dokumen=baru, berkas=berkas, oleh=oleh)
