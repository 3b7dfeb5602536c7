"""Walks a kiriman through the table of acts: every act of `TRANSISI`, by its service."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from aspirasi import berkala, kiriman, lanjut, services
from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, SuratInstansi
from core.waktu import hari_ini, pada
from tests import pabrik
from tests.aspirasi.bantu import terbit
from tests.proyek.pabrik import buat_proyek
from warga.models import Instansi

ALASAN = "Sudah kami lihat di lapangan bersama kepala dusun."


def saat(tanggal: str, jam: int = 9, menit: int = 0) -> dt.datetime:
    """A moment in WIB: "2026-03-16"."""
    return timezone.make_aware(
        dt.datetime.combine(dt.date.fromisoformat(tanggal), dt.time(jam, menit))
    )


def surat(instansi: Instansi | None = None) -> SuratInstansi:
    """An unsaved letter to a dinas."""
    tujuan = instansi or pabrik.InstansiFactory()
    return SuratInstansi(instansi=tujuan, perihal="Jalan rusak", tanggal=hari_ini())


def perbuatan(pemeran: Any) -> dict[str, Callable[[Aspirasi], object]]:
    """Every act but sending, as the person or the worker who may do it does it."""
    oleh = pemeran.staf
    alasan = {"alasan": ALASAN, "oleh": oleh}

    def periksa(a: Aspirasi) -> object:
        return services.periksa(
            aspirasi=a,
            isi_publik=a.isi_publik,
            jangkauan=a.jangkauan,
            tentang=a.tentang,
            kampung=a.kampung,
            oleh=oleh,
        )

    def gabung(a: Aspirasi) -> object:
        ke = terbit(a.kampung, oleh)
        return lanjut.gabung(aspirasi=a, ke=ke, **alasan)

    def rencanakan(a: Aspirasi) -> object:
        return services.hubungkan_proyek(aspirasi=a, proyek=buat_proyek(), oleh=oleh)

    def tutup(aksi: str) -> Callable[[Aspirasi], object]:
        return lambda a: services.tutup_negatif(aspirasi=a, aksi=aksi, **alasan)

    def besok(a: Aspirasi) -> dt.date:
        dasar = max(Aspirasi.objects.get(pk=a.pk).tenggat or hari_ini(), hari_ini())
        return dasar + dt.timedelta(days=7)

    return {
        Aksi.MINTA_KETERANGAN: lambda a: lanjut.minta_keterangan(
            aspirasi=a, isi="Di dusun mana?", oleh=oleh
        ),
        Aksi.LENGKAPI: lambda a: kiriman.lengkapi(aspirasi=a, isi="Di Dusun 3."),
        Aksi.PERIKSA: periksa,
        Aksi.TERUSKAN: lambda a: services.teruskan(
            aspirasi=a, ke=pabrik.instansi_kampung(pemeran.kampung), oleh=oleh
        ),
        Aksi.AMBIL: lambda a: services.ambil(aspirasi=a, oleh=pemeran.kakam),
        Aksi.KABARI: lambda a: lanjut.beri_kabar(aspirasi=a, isi="Sedang diukur.", oleh=oleh),
        Aksi.TUNDA: lambda a: lanjut.tunda(aspirasi=a, sampai=besok(a), **alasan),
        Aksi.TUNGGU_INSTANSI: lambda a: lanjut.tunggu_instansi(
            aspirasi=a, isi="Kami bersurat ke dinas.", surat=surat(), oleh=oleh
        ),
        Aksi.TANGGAPI: lambda a: services.tanggapi(
            aspirasi=a, isi=f"Saluran sudah digali ({timezone.now()}).", oleh=pemeran.kakam
        ),
        Aksi.RENCANAKAN: rencanakan,
        Aksi.TANYAI: lambda a: berkala.tanyai(a.acuan.hex),
        Aksi.LEPAS_PROYEK: lambda a: berkala.lepas_proyek(a.acuan.hex),
        Aksi.NYATAKAN_BERES: lambda a: kiriman.nyatakan_beres(aspirasi=a),
        Aksi.BUKTIKAN: lambda a: lanjut.buktikan(aspirasi=a, **alasan),
        Aksi.TUTUP_DIAM: lambda a: berkala.tutup_diam(a.acuan.hex),
        Aksi.BUKA_KEMBALI: lambda a: kiriman.buka_kembali(aspirasi=a, alasan="Masih rusak."),
        Aksi.TARIK: lambda a: kiriman.tarik(aspirasi=a),
        Aksi.TOLAK: tutup(Aksi.TOLAK),
        Aksi.BUKAN_WEWENANG: tutup(Aksi.BUKAN_WEWENANG),
        Aksi.GABUNG: gabung,
        Aksi.ARSIPKAN: tutup(Aksi.ARSIPKAN),
        Aksi.ARSIPKAN_DIAM: lambda a: berkala.arsipkan_diam(a.acuan.hex),
        Aksi.ESKALASI: lambda a: berkala.ingatkan(a.acuan.hex),
    }


__all__ = ["ALASAN", "pada", "perbuatan", "saat", "surat"]
