"""Walks a kiriman through the table of acts: every act of `PINDAH`, by its service."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from aspirasi.enums import Aksi, Langkah, Status
from aspirasi.laku import PINDAH
from aspirasi.models import Aspirasi, TautanProyek
from aspirasi.services import (
    berkala,
    gabung,
    janji,
    jawab,
    kiriman,
    pengingat,
    sanggah,
    tahap_keliru,
    tangani,
)
from aspirasi.services.instansi import tunggu_instansi
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import hari_ini, sekarang
from proyek.enums import Tahap
from proyek.models import PindahTahap
from tests.pabrik.aspirasi import periksa, surat, terbit
from tests.pabrik.kampung import instansi_kampung
from tests.pabrik.orang import terbukti
from tests.pabrik.proyek import buat_proyek

ALASAN = "Sudah kami lihat di lapangan bersama kepala dusun."


Laku = dict[str, Callable[[Aspirasi], object]]


def perbuatan(pemeran: Any) -> Laku:
    """Every act but sending, as the person or the worker who may do it does it."""
    semua = _pengirim() | _pekerja() | _proyek(pemeran.staf) | _jawaban(pemeran)
    return semua | _urusan(pemeran.staf) | _akhir(pemeran)


def tiga_warga(aspirasi: Aspirasi) -> None:
    """Three residents with accounts say that it is not settled."""
    for _ in range(sanggah.CUKUP):
        sanggah.nyatakan_belum(aspirasi=aspirasi, oleh=terbukti())


def tahap_dibatalkan(aspirasi: Aspirasi, ke: str, aksi: str, oleh: Any) -> None:
    """A stage of its project that was told is taken back, and what followed is undone by `aksi`."""
    proyek, lalu = buat_proyek(aspirasi.kampung), sekarang()
    PindahTahap.objects.create(
        proyek=proyek, dari=Tahap.BERJALAN, ke=ke, dicatat=lalu, ditarik_pada=lalu
    )
    TautanProyek.objects.create(aspirasi=aspirasi, proyek=proyek, tahap_dikabarkan=ke, oleh=oleh)
    if ke == Tahap.SELESAI:
        menunggu = Aspirasi.objects.filter(pk=aspirasi.pk, status=Status.DIRENCANAKAN)
        menunggu.update(langkah=Langkah.KONFIRMASI)
    tahap_keliru.urungkan(aspirasi.acuan.hex)
    if not riwayat(aspirasi).filter(aksi=aksi).exists():
        raise TidakBisa("Bukan yang itu.")


def _pengirim() -> Laku:
    return {
        Aksi.LENGKAPI: lambda a: kiriman.lengkapi(aspirasi=a, isi="Di Dusun 3."),
        Aksi.NYATAKAN_BERES: lambda a: kiriman.nyatakan_beres(aspirasi=a),
        Aksi.BUKA_KEMBALI: lambda a: kiriman.buka_kembali(aspirasi=a, alasan="Masih rusak."),
        Aksi.BUKA_WARGA: tiga_warga,
        Aksi.TARIK: lambda a: kiriman.tarik(aspirasi=a),
    }


def _pekerja() -> Laku:
    return {
        Aksi.IKUTI_TAHAP: lambda a: berkala.ikuti_tahap(a.acuan.hex),
        Aksi.TANYAI: lambda a: berkala.tanyai(a.acuan.hex),
        Aksi.LEPAS_PROYEK: lambda a: berkala.lepas_proyek(a.acuan.hex),
        Aksi.LEPAS_GABUNG: lambda a: gabung.lepas(aspirasi=a),
        Aksi.TUTUP_DIAM: lambda a: berkala.tutup_diam(a.acuan.hex),
        Aksi.ARSIPKAN_DIAM: lambda a: berkala.arsipkan_diam(a.acuan.hex),
        Aksi.TAGIH_JANJI: lambda a: janji.tagih(a.acuan.hex),
        Aksi.ESKALASI: lambda a: pengingat.ingatkan(a.acuan.hex),
    }


def _proyek(oleh: Any) -> Laku:
    selesai, batal = Aksi.TANYA_DITARIK, Aksi.MENUNGGU_LAGI
    return {
        selesai: lambda a: tahap_dibatalkan(a, Tahap.SELESAI, selesai, oleh),
        batal: lambda a: tahap_dibatalkan(a, Tahap.DIBATALKAN, batal, oleh),
    }


def _jawaban(pemeran: Any) -> Laku:
    oleh = pemeran.staf
    kampung = instansi_kampung(pemeran.kampung)

    def petugas(a: Aspirasi, aksi: str) -> Any:
        """Return the kampung's official; the kecamatan's for acts that are the kecamatan's from
        there."""
        return oleh if a.status in PINDAH[aksi].kecamatan else pemeran.kakam

    return {
        Aksi.PERIKSA: lambda a: periksa(a, oleh),
        Aksi.TERUSKAN: lambda a: tangani.teruskan(aspirasi=a, ke=kampung, oleh=oleh),
        Aksi.AMBIL_DULU: lambda a: tangani.ambil_dulu(aspirasi=a, oleh=pemeran.kakam),
        Aksi.AMBIL: lambda a: tangani.ambil(aspirasi=a, oleh=petugas(a, Aksi.AMBIL)),
        Aksi.TANGGAPI: lambda a: jawab.tanggapi(
            aspirasi=a,
            isi=f"Saluran sudah digali ({timezone.now()}).",
            oleh=petugas(a, Aksi.TANGGAPI),
        ),
        Aksi.JANJIKAN: lambda a: janji.janjikan(
            aspirasi=a,
            isi="Digali pekan depan.",
            sampai=hari_ini() + dt.timedelta(days=7),
            oleh=petugas(a, Aksi.JANJIKAN),
        ),
        Aksi.RENCANAKAN: lambda a: tangani.hubungkan_proyek(
            aspirasi=a, proyek=buat_proyek(), oleh=oleh
        ),
    }


def _urusan(oleh: Any) -> Laku:
    def kemudian(a: Aspirasi) -> dt.date:
        tenggat = Aspirasi.objects.get(pk=a.pk).tenggat or hari_ini()
        return max(tenggat, hari_ini()) + dt.timedelta(days=7)

    return {
        Aksi.MINTA_KETERANGAN: lambda a: jawab.minta_keterangan(
            aspirasi=a, isi="Di dusun mana?", oleh=oleh
        ),
        Aksi.KABARI: lambda a: jawab.beri_kabar(aspirasi=a, isi="Sedang diukur.", oleh=oleh),
        Aksi.TUNDA: lambda a: jawab.tunda(aspirasi=a, sampai=kemudian(a), alasan=ALASAN, oleh=oleh),
        Aksi.TUNGGU_INSTANSI: lambda a: tunggu_instansi(
            aspirasi=a, isi="Kami bersurat ke dinas.", surat=surat(), oleh=oleh
        ),
    }


def _akhir(pemeran: Any) -> Laku:
    oleh = pemeran.staf

    def tutup(aksi: str) -> Callable[[Aspirasi], object]:
        return lambda a: jawab.tutup_negatif(aspirasi=a, aksi=aksi, alasan=ALASAN, oleh=oleh)

    return {
        Aksi.BUKTIKAN: lambda a: jawab.buktikan(aspirasi=a, alasan=ALASAN, oleh=oleh),
        Aksi.GABUNG: lambda a: gabung.gabung(
            aspirasi=a, ke=terbit(a.kampung, oleh), alasan=ALASAN, oleh=oleh
        ),
        **{aksi: tutup(aksi) for aksi in (Aksi.TOLAK, Aksi.BUKAN_WEWENANG, Aksi.ARSIPKAN)},
    }
