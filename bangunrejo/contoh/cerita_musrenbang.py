"""Tells two musrenbang of the kecamatan: one with its answers, one that takes proposals."""

import json
from typing import Any

from bangunrejo.contoh.data import FOLDER
from bangunrejo.contoh.gambar import foto_contoh
from bangunrejo.contoh.orang import Orang
from bangunrejo.contoh.waktu import Kalender
from core.berkas.simpan import simpan_foto
from core.formulir.sekali import kunci_baru
from core.waktu import pada
from musrenbang.enums import Status
from musrenbang.models import (
    KamusUsulan,
    Musrenbang,
    Nasib,
    PerangkatDaerah,
    PerubahanUrutan,
    Usulan,
)
from musrenbang.services.jawaban import jawab
from musrenbang.services.nilai import nilai
from musrenbang.services.persiapan import atur, buka, maju
from musrenbang.services.rapat import ubah_urutan
from musrenbang.services.usulan import ganti_foto, kirim
from warga.models import Kampung

HARI = ("hari", "batas_usul", "batas_jawab")


def ceritakan_musrenbang(orang: Orang, kalender: Kalender) -> None:
    """Tell both, with the reference rows that the kabupaten would give."""
    cerita: dict[str, Any] = json.loads((FOLDER / "musrenbang.json").read_text())
    for nomor, nama in enumerate(cerita["perangkat"], 1):
        PerangkatDaerah.objects.create(nama=nama, urutan=nomor)
    for kode, nama, perangkat in cerita["kamus"]:
        milik = PerangkatDaerah.objects.get(nama=perangkat)
        KamusUsulan.objects.create(kode=kode, nama=nama, perangkat=milik)
    for isi in cerita["musrenbang"]:
        _satu(isi, cerita["kriteria"], orang, kalender)


def _satu(isi: dict[str, Any], kriteria: dict[str, int], orang: Orang, kalender: Kalender) -> None:
    tahun = kalender.tanggal("2026-11-24").year + isi["tahun"]
    baru = Musrenbang(tahun=tahun, tempat="Aula kecamatan (contoh)", kuota=5)
    for nama in HARI:
        setattr(baru, nama, kalender.tanggal(isi[nama]))
    tim = [orang["staf"], orang["rahasia"]]
    with pada(kalender.saat(isi["dibuka"])):
        satu = buka(musrenbang=baru, kriteria=kriteria, tim=tim, oleh=orang["staf"])
        semua = [_usul(satu, baris, orang) for baris in isi["usulan"]]
    if "jawaban" not in isi:
        return
    with pada(kalender.saat(isi["hari"])):
        _rapat(satu, semua, isi, orang)
    for usulan, jawaban in zip(semua, isi["jawaban"], strict=True):
        _jawab(usulan, jawaban, orang, kalender)


def _usul(musrenbang: Musrenbang, isi: list[Any], orang: Orang) -> Usulan:
    tempat, urutan, judul, masalah, kelompok, kode, volume, satuan, biaya, lahan, foto = isi
    kampung, kamus = Kampung.objects.get(nama=tempat), KamusUsulan.objects.get(kode=kode)
    oleh = orang.kakam(kampung)
    baru = Usulan(musrenbang=musrenbang, kampung=kampung, urutan=urutan, judul=judul)
    baru.masalah, baru.kelompok, baru.kamus, baru.perangkat = (
        masalah,
        kelompok,
        kamus,
        kamus.perangkat,
    )
    baru.volume, baru.satuan, baru.perkiraan, baru.lahan = volume, satuan, biaya, lahan
    baru.lokasi, baru.lintang, baru.bujur = f"Kampung {tempat}", kampung.lintang, kampung.bujur
    satu = kirim(usulan=baru, oleh=oleh, kunci_sekali=kunci_baru())
    if foto:
        berkas = simpan_foto(foto_contoh(foto, 0))
        ganti_foto(usulan=satu, berkas=berkas, oleh=oleh)
    return satu


def _rapat(satu: Musrenbang, semua: list[Usulan], isi: dict[str, Any], orang: Orang) -> None:
    staf = orang["staf"]
    maju(musrenbang=satu, ke=Status.NILAI, oleh=staf)
    kriteria = list(satu.kriteria.all())
    kini = [Usulan.objects.untuk_kartu().get(pk=usulan.pk) for usulan in semua]
    for usulan, angka in zip(kini, isi["nilai"], strict=True):
        for anggota in (staf, orang["rahasia"]):
            nilai(usulan=usulan, angka=dict(zip(kriteria, angka, strict=True)), oleh=anggota)
    maju(musrenbang=satu, ke=Status.RAPAT, oleh=staf)
    siapa, ke, alasan = isi["ubah"]
    usulan = Usulan.objects.untuk_kartu().get(pk=semua[siapa].pk)
    ubah_urutan(perubahan=PerubahanUrutan(usulan=usulan, ke=ke, alasan=alasan), oleh=staf)
    satu.refresh_from_db()
    satu.nomor_berita_acara = "BA/01/contoh"
    satu.hadir_l, satu.hadir_p, satu.delegasi_l, satu.delegasi_p = 41, 27, 3, 2
    atur(musrenbang=satu, kriteria=None, tim=None, oleh=staf)
    maju(musrenbang=satu, ke=Status.SELESAI, oleh=staf)


def _jawab(usulan: Usulan, isi: list[str], orang: Orang, kalender: Kalender) -> None:
    hari, hasil, alasan, sipd = isi
    nasib = Nasib(hasil=hasil, alasan=alasan, sipd=sipd, tanggal=kalender.tanggal(hari))
    with pada(kalender.saat(hari)):
        jawab(usulan=usulan, nasib=nasib, oleh=orang["staf"])
