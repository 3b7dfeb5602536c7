"""The ground of the tests of secrecy: a busy portal and hidden kiriman.

Each kind of hidden kiriman touches the public things beside it (its project, its office, a
topic about it), with words, photos, answers, notes and a sender that hold `KATA`, which
stands nowhere else.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aspirasi.enums import Aksi, Jangkauan, Jenis, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import foto as lampiran
from aspirasi.services import ikut, jawab, kiriman, tangani
from aspirasi.services import pembaca as layanan_pembaca
from aspirasi.services.akun import simpan_di_akun
from aspirasi.services.foto_jawaban import FotoBaru
from aspirasi.services.kontak import baca_pengirim
from bangunrejo.jaga_jejak import umumkan
from core.berkas.simpan import simpan_foto
from core.waktu import hari_ini
from kabar.models import Kabar
from kabar.services import kabar as layanan_kabar
from proyek.enums import Tahap
from proyek.models import Proyek
from proyek.services.cabut import cabut_proyek
from proyek.services.keterangan import ubah_keterangan
from tests.alat.kabar import siarkan
from tests.pabrik import forum
from tests.pabrik.aspirasi import buat, jam_sampai, periksa, terbit
from tests.pabrik.berkas import foto
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.lestari import lestarikan
from tests.pabrik.mitra import tawarkan_bantuan
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.pemeran import KAMPUNG, KECAMATAN, SEMUA_PERAN, Pemeran
from tests.pabrik.proyek import buat_keputusan, buat_proyek
from warga.models import Pengguna

KATA = "Xylofon"
KELIRU = "Veldspat"  # stands in the name of a project that was opened by mistake and taken back
PEMILIK = "Pemilik Akun"  # has an account, and puts a kiriman into it later
CARI = "bocor"  # searched for; stands beside `KATA` and nowhere else
KONTAK = {
    "nama": f"Nama {KATA}",
    "telepon": "+6281377665544",
    "email": "xylofon@rahasia.contoh.id",
    "nama_untuk_kampung": True,
}
BOCOR = re.compile("xylofon|81377665544|8137-?766", re.IGNORECASE)


@dataclass(frozen=True)
class Kasus:
    """A kind of hidden kiriman: how it is sent, its further life, and the desks that hold it."""

    isian: dict[str, Any]
    jalan: Callable[[Aspirasi, Pemeran], Any]
    pembaca: set[str]
    kontak: bool = True


def _biar(aspirasi: Aspirasi, p: Pemeran) -> None:
    """Nobody has looked at it yet."""


def _tolak(aspirasi: Aspirasi, p: Pemeran) -> None:
    alasan = f"{KATA} bukan urusan kami."
    jawab.tutup_negatif(aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan=alasan, oleh=p.staf)


def _layani(aspirasi: Aspirasi, p: Pemeran) -> None:
    """Everything that can happen to one: checked, linked, answered, not settled, late."""
    aspirasi = periksa(aspirasi, p.staf)
    tangani.catat_internal(aspirasi=aspirasi, isi=f"Catatan {KATA}.", oleh=p.staf)
    baca_pengirim(aspirasi=aspirasi, oleh=p.staf)
    if proyek := Proyek.objects.first():
        aspirasi.tautan_proyek.create(proyek=proyek, oleh=p.staf)
    berfoto = FotoBaru([simpan_foto(foto("blue"))])
    jawab.tanggapi(aspirasi=aspirasi, isi=f"Jawaban {KATA}.", oleh=p.staf, foto=berfoto)
    kiriman.balas(aspirasi=aspirasi, isi=f"Balasan {KATA}.")
    kiriman.buka_kembali(aspirasi=aspirasi, alasan=f"Belum, {KATA} masih.")
    Aspirasi.objects.filter(pk=aspirasi.pk).update(
        **jam_sampai(hari_ini() - dt.timedelta(days=9)),
        alasan_tertunda=f"Ditunda {KATA}.",
        eskalasi=3,
        ditugaskan=p.staf,
    )
    aspirasi.penilaian.create(saat="nanti", masih_beres=False, didengar="tidak", catatan=KATA)


def _tarik(aspirasi: Aspirasi, p: Pemeran) -> None:
    kiriman.tarik(aspirasi=periksa(aspirasi, p.staf, foto=list(aspirasi.lampiran.all())))


def _persempit(aspirasi: Aspirasi, p: Pemeran) -> None:
    """It was everybody's; then its sender closed it."""
    aspirasi = periksa(aspirasi, p.staf, foto=list(aspirasi.lampiran.all()))
    layanan_pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.KECAMATAN)


def _tarik_saja(aspirasi: Aspirasi, p: Pemeran) -> None:
    kiriman.tarik(aspirasi=aspirasi)


def _periksa_tolak(aspirasi: Aspirasi, p: Pemeran) -> None:
    _tolak(periksa(aspirasi, p.staf), p)


_TUTUP = {"jangkauan": Jangkauan.KECAMATAN}
_BIASA = {"bahaya": False}


def _simpan_di_akun(aspirasi: Aspirasi, p: Pemeran) -> None:
    """Its sender puts it into an account, which is nobody of the cast."""
    orang = Pengguna.objects.filter(nama=PEMILIK).first() or PenggunaFactory(nama=PEMILIK)
    simpan_di_akun(aspirasi=aspirasi, pengguna=orang)


KASUS: dict[str, Kasus] = {
    "petugas": Kasus({"jangkauan": Jangkauan.PETUGAS}, _layani, KAMPUNG | KECAMATAN),
    "kecamatan": Kasus(_TUTUP, _layani, {"petugas_rahasia"}),
    "tentang aparat kampung": Kasus(
        _TUTUP | {"tentang": Tentang.APARAT_KAMPUNG}, _layani, {"petugas_rahasia"}
    ),
    "tentang petugas kecamatan": Kasus(
        _TUTUP | {"tentang": Tentang.PETUGAS_KECAMATAN}, _layani, {"camat"}
    ),
    "kecamatan, belum diperiksa": Kasus(
        _TUTUP | {"jenis": Jenis.KEBERATAN}, _biar, {"petugas_rahasia"}
    ),
    "kecamatan, di akun": Kasus(_TUTUP, _simpan_di_akun, {"petugas_rahasia"}),
    "kecamatan, ditolak": Kasus(_TUTUP, _tolak, {"petugas_rahasia"}),
    "kecamatan, ditarik": Kasus(_TUTUP, _tarik, {"petugas_rahasia"}),
    "bahaya, belum diperiksa": Kasus({}, _biar, KAMPUNG | KECAMATAN),
    "bahaya, tidak yakin": Kasus({"tidak_yakin": True}, _biar, KECAMATAN),
    "langsung, belum diperiksa": Kasus(_BIASA | {"langsung": True}, _biar, KAMPUNG | KECAMATAN),
    "belum diperiksa": Kasus(_BIASA, _biar, KECAMATAN),
    "keberatan, belum diperiksa": Kasus(_BIASA | {"jenis": Jenis.KEBERATAN}, _biar, KECAMATAN),
    "petugas, belum diperiksa": Kasus(_BIASA | {"jangkauan": Jangkauan.PETUGAS}, _biar, KECAMATAN),
    "ditolak sebelum diperiksa": Kasus({}, _tolak, KECAMATAN),
    "langsung, ditarik": Kasus({"langsung": True}, _tarik_saja, KECAMATAN),
    "petugas, ditolak": Kasus({"jangkauan": Jangkauan.PETUGAS}, _periksa_tolak, KECAMATAN),
    "ditarik": Kasus({}, _tarik, KECAMATAN),
    "dipersempit": Kasus({"langsung": True}, _persempit, {"petugas_rahasia"}),
}


def sembunyikan(pemeran: Pemeran, kasus: str) -> Aspirasi:
    """Send one of this kind and do with it what belongs to its kind."""
    satu = KASUS[kasus]
    isian = {"jenis": Jenis.KELUHAN, "bahaya": True, "lokasi": f"Rumah {KATA}"} | satu.isian
    aspirasi = buat(
        pemeran.kampung,
        isi=f"{KATA} bocor di Dusun 3, dan ini rahasia.",
        kontak=dict(KONTAK),
        proyek_disebut=Proyek.objects.first(),
        **isian,
    ).aspirasi
    assert lampiran.tambah(aspirasi, [foto()]).ditolak == []
    satu.jalan(aspirasi, pemeran)
    aspirasi.refresh_from_db()
    return aspirasi


def ramaikan(pemeran: Pemeran) -> None:
    """Put something public into every room, so that each page has rows to count."""
    PenggunaFactory(nama=PEMILIK)
    proyek = buat_proyek(pemeran.kampung, pagu=100_000_000)
    buat_laporan(proyek, pemeran.kakam, foto=1)
    buat_keputusan(pemeran.kakam, pemeran.kampung, proyek=proyek, ke_tahap=Tahap.DIANGGARKAN)
    Kabar.objects.create(
        judul="Posyandu", isi="Besok.", kampung=pemeran.kampung, penulis=pemeran.kakam
    )
    suara = terbit(pemeran.kampung, pemeran.staf, isi="Selokan depan balai mampet.")
    tangani.hubungkan_proyek(aspirasi=suara, proyek=proyek, oleh=pemeran.staf)
    lain = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan Dusun 3 mati.", jenis="keluhan")
    berfoto = FotoBaru([simpan_foto(foto("white"))])
    jawab.tanggapi(aspirasi=lain, isi="Kami ganti Senin.", oleh=pemeran.kakam, foto=berfoto)
    ikut.dukung(aspirasi=lain, oleh=pemeran.bpk)
    forum.balasan(forum.topik(pemeran.warga, aspirasi=lain), pemeran.staf)
    Aspirasi.objects.terbuka().update(**jam_sampai(hari_ini() - dt.timedelta(days=4)))
    lestarikan(pemeran)
    _ikuti_semua(pemeran, proyek)
    tawarkan_bantuan(pemeran, {"nama": f"Bu {KATA}", "email": f"{KATA}@contoh.invalid"})
    keliru = buat_proyek(pemeran.kampung, judul=f"Bendung {KELIRU}", tahap=Tahap.DIANGGARKAN)
    cabut_proyek(proyek=keliru, alasan="Terisi dua kali.", oleh=pemeran.kakam)
    siarkan()
    umumkan()


def _ikuti_semua(pemeran: Pemeran, proyek: Proyek) -> None:
    """Let everybody follow the kampung and the project, and be told of something in each."""
    for siapa in SEMUA_PERAN[1:]:
        for objek in (pemeran.kampung, proyek):
            layanan_kabar.ikuti(objek=objek, oleh=pemeran[siapa])
    kabar = Kabar(judul="Kerja bakti", isi="Minggu.", kampung=pemeran.kampung)
    layanan_kabar.terbitkan(kabar=kabar, oleh=pemeran.kakam)
    isi = {"lokasi": "Dusun 3"}
    ubah_keterangan(proyek=proyek, isi=isi, alasan="Kurang.", oleh=pemeran.kakam)
