"""Tells the planning year: its days, the plans of two kampung, and what residents ask of them."""

import json
import secrets
from typing import Any

from aspirasi.bacaan.rujukan import rujukan_dari
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services.kiriman import kirim
from aspirasi.services.periksa import HasilPeriksa, periksa
from bangunrejo.contoh.data import FOLDER
from bangunrejo.contoh.orang import Orang
from bangunrejo.contoh.waktu import Kalender
from core.waktu import pada
from proyek.enums import SumberDana
from proyek.models import Kegiatan, Proyek
from proyek.services.buka import buka_proyek
from rencana.models import BarisRencana, Masa, MusyawarahDusun, Rencana
from rencana.services.dusun import catat_dusun
from rencana.services.siklus import atur
from rencana.services.status import buka, tutup
from rencana.services.susun import buat, setel_pagu, tambah_baris
from rencana.services.tetapkan import Nasib, Penetapan, tetapkan
from warga.models import Kampung, Pengguna

AWAL = "2026-04-01"
URAIAN = "Usulan musyawarah dusun untuk rencana kampung. Rinciannya dibahas dalam musyawarah."


def ceritakan_rencana(orang: Orang, kalender: Kalender) -> None:
    """Tell all of it. The year that is planned for is the one after the story."""
    cerita: dict[str, Any] = json.loads((FOLDER / "rencana.json").read_text())
    tahun = kalender.tanggal("2026-11-24").year + 1
    with pada(kalender.saat(AWAL)):
        for langkah, awal, akhir, boleh in cerita["masa"]:
            masa = Masa(tahun=tahun, langkah=langkah, boleh=boleh)
            masa.buka, masa.tutup = kalender.tanggal(awal), kalender.tanggal(akhir)
            atur(masa=masa, oleh=orang["staf"])
        _hari_lain(cerita["masa_lain"], tahun, orang, kalender)
    for satu in cerita["rencana"]:
        _satu(satu, tahun, orang, kalender)


def _hari_lain(isi: list[Any], tahun: int, orang: Orang, kalender: Kalender) -> None:
    nama, langkah, awal, akhir, boleh, alasan = isi
    kampung = Kampung.objects.get(nama=nama)
    masa = Masa(tahun=tahun, langkah=langkah, kampung=kampung, boleh=boleh, alasan=alasan)
    masa.buka, masa.tutup = kalender.tanggal(awal), kalender.tanggal(akhir)
    atur(masa=masa, oleh=orang["staf"])


def _satu(isi: dict[str, Any], tahun: int, orang: Orang, kalender: Kalender) -> None:
    kampung = Kampung.objects.select_related("instansi").get(nama=isi["kampung"])
    kakam = orang.kakam(kampung)
    with pada(kalender.saat(isi["disusun"])):
        rencana = buat(kampung=kampung, tahun=tahun, jenis=isi["jenis"], oleh=kakam)
        for satu in isi["baris"]:
            _baris(rencana, satu, kakam)
        setel_pagu(rencana=rencana, isi=isi["uang"], oleh=kakam)
    with pada(kalender.saat(isi["dibuka"])):
        for satu in isi["dusun"]:
            _dusun(rencana, satu, kakam, kalender)
        rencana = buka(rencana=rencana, sampai=kalender.tanggal(isi["sampai"]), oleh=kakam)
    for nomor, tanya in enumerate(isi.get("tanya", [])):
        _tanya(rencana, tanya, orang, kalender, nomor)
    if isi["ditetapkan"]:
        _tetapkan(rencana, isi, kakam, kalender)


def _baris(rencana: Rencana, isi: list[Any], kakam: Pengguna) -> None:
    judul, kode, sumber, biaya, rpjm, *_ = isi
    kampung = rencana.kampung
    proyek = Proyek(
        judul=judul,
        uraian=URAIAN,
        kampung=kampung,
        pemilik=kampung.instansi,
        kegiatan=Kegiatan.objects.get(kode=kode),
    )
    proyek = buka_proyek(proyek=proyek, pendanaan=(), keputusan=None, oleh=kakam)
    baris = BarisRencana(proyek=proyek, sumber=SumberDana(sumber), perkiraan=biaya, rpjm=rpjm)
    tambah_baris(rencana=rencana, baris=baris, oleh=kakam)


def _dusun(rencana: Rencana, isi: list[Any], kakam: Pengguna, kalender: Kalender) -> None:
    dusun, tanggal, laki, perempuan, suara = isi
    rapat = MusyawarahDusun(
        rencana=rencana,
        dusun=dusun,
        tanggal=kalender.tanggal(tanggal),
        hadir_l=laki,
        hadir_p=perempuan,
    )
    kunci = dict(rencana.baris.values_list("urutan", "pk"))
    pilihan = {kunci[urutan]: (pria, wanita) for urutan, pria, wanita in suara}
    kunci_form = secrets.token_urlsafe(24)
    catat_dusun(musyawarah=rapat, suara=pilihan, oleh=kakam, kunci=kunci_form)


def _tanya(rencana: Rencana, isi: list[Any], orang: Orang, kalender: Kalender, nomor: int) -> None:
    jenis, urutan, kata = isi
    rujukan = rujukan_dari(f"baris:{rencana.baris.get(urutan=urutan).pk}")
    with pada(kalender.saat("2026-11-18", 19, nomor)):
        aspirasi = kirim(
            aspirasi=Aspirasi(
                jenis=jenis,
                isi=kata,
                kampung=rencana.kampung,
                proyek_disebut=rujukan.proyek if rujukan else None,
            ),
            pengirim=Pengirim(),
            kunci=secrets.token_urlsafe(24),
            rujukan=rujukan,
        ).aspirasi
    with pada(kalender.saat("2026-11-19", 9, nomor)):
        hasil = HasilPeriksa.apa_adanya(aspirasi)
        periksa(aspirasi=aspirasi, hasil=hasil, oleh=orang["staf"])


def _tetapkan(rencana: Rencana, isi: dict[str, Any], kakam: Pengguna, kalender: Kalender) -> None:
    with pada(kalender.saat(isi["acara"])):
        rencana = tutup(rencana=rencana, alasan="", oleh=kakam)
    alasan = {urut: satu[5] for urut, satu in enumerate(isi["baris"], 1)}
    nasib = {
        baris.pk: Nasib(
            diambil=not alasan[baris.urutan],
            alasan=alasan[baris.urutan],
            kembali_tahun=rencana.tahun + 1 if alasan[baris.urutan] else None,
        )
        for baris in rencana.baris.all()
    }
    hari = kalender.tanggal(isi["ditetapkan"])
    penetapan = Penetapan(
        berita_acara_nomor=f"BA/7/{hari.year} (contoh)",
        berita_acara_tanggal=kalender.tanggal(isi["acara"]),
        perkam_nomor=f"6 Tahun {hari.year} (contoh)",
        perkam_tanggal=hari,
        ditetapkan_jabatan=f"Kepala Kampung {rencana.kampung} (contoh)",
        nasib=nasib,
    )
    with pada(kalender.saat(isi["ditetapkan"])):
        tetapkan(rencana=rencana, penetapan=penetapan, oleh=kakam)
