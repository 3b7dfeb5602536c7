"""A musrenbang as tests need it, through the services."""

import datetime as dt
from typing import Any

from core.formulir.sekali import kunci_baru
from core.waktu import hari_ini
from musrenbang.enums import Kelompok, Lahan, Status
from musrenbang.models import KamusUsulan, Musrenbang, PerangkatDaerah, Usulan
from musrenbang.services.nilai import nilai
from musrenbang.services.persiapan import atur, buka, maju
from musrenbang.services.usulan import ganti_foto, kirim
from tests.pabrik.berkas import foto_tersimpan
from tests.pabrik.pemeran import Pemeran
from warga.models import Kampung, Pengguna

BOBOT = {"Mendesak": 60, "Banyak yang terbantu": 40}


def dibuka(pemeran: Pemeran, **isi: Any) -> Musrenbang:
    """Open for proposals; staf and camat are its team."""
    hari = hari_ini() + dt.timedelta(days=60)
    asal = {
        "tahun": hari_ini().year + 2,
        "hari": hari,
        "tempat": "Aula kecamatan",
        "batas_usul": hari - dt.timedelta(days=20),
        "batas_jawab": hari + dt.timedelta(days=150),
        "kuota": 3,
    }
    tim = [pemeran.staf, pemeran.camat]
    return buka(musrenbang=Musrenbang(**(asal | isi)), kriteria=BOBOT, tim=tim, oleh=pemeran.staf)


def rujukan() -> KamusUsulan:
    perangkat, _ = PerangkatDaerah.objects.get_or_create(nama="Dinas Pekerjaan Umum (uji)")
    isi = {"nama": "Jembatan", "perangkat": perangkat}
    return KamusUsulan.objects.get_or_create(kode="PU-01", defaults=isi)[0]


def usul(
    musrenbang: Musrenbang,
    oleh: Pengguna,
    kampung: Kampung | None,
    urutan: int | None = 1,
    *,
    lengkap: bool = True,
    **isi: Any,
) -> Usulan:
    """Send a proposal that passes the gate, or one that lacks everything."""
    kamus = rujukan()
    asal: dict[str, Any] = {
        "musrenbang": musrenbang,
        "kampung": kampung,
        "urutan": urutan,
        "judul": f"Jembatan {kampung or 'kecamatan'} {urutan}",
        "masalah": "Kali meluap setiap musim hujan.",
        "kelompok": Kelompok.FISIK,
    }
    penuh: dict[str, Any] = {
        "perangkat": kamus.perangkat,
        "kamus": kamus,
        "lokasi": "Dusun 2",
        "lintang": "-5.13",
        "bujur": "105.03",
        "volume": 12,
        "satuan": "m",
        "perkiraan": 250_000_000,
        "lahan": Lahan.KAMPUNG,
    }
    baru = Usulan(**(asal | (penuh if lengkap else {}) | isi))
    satu = kirim(usulan=baru, oleh=oleh, kunci_sekali=kunci_baru())
    if lengkap:
        ganti_foto(usulan=satu, berkas=foto_tersimpan(), oleh=oleh)
    return Usulan.objects.untuk_kartu().get(pk=satu.pk)


def beri(usulan: Usulan, oleh: Pengguna, *angka: int) -> None:
    """Score a proposal: one number for each criterion in their order."""
    kriteria = list(usulan.musrenbang.kriteria.all())
    segar = Usulan.objects.untuk_kartu().get(pk=usulan.pk)
    nilai(usulan=segar, angka=dict(zip(kriteria, angka, strict=True)), oleh=oleh)


def sampai(musrenbang: Musrenbang, status: str, pemeran: Pemeran) -> Musrenbang:
    """Move it step by step; before its end the berita acara is written."""
    for ke in (Status.NILAI, Status.RAPAT, Status.SELESAI):
        musrenbang.refresh_from_db()
        if ke == Status.SELESAI:
            musrenbang.nomor_berita_acara, musrenbang.hadir_l, musrenbang.hadir_p = "BA-1", 30, 20
            atur(musrenbang=musrenbang, kriteria=None, tim=None, oleh=pemeran.staf)
        musrenbang = maju(musrenbang=musrenbang, ke=ke, oleh=pemeran.staf)
        if ke == Status.NILAI:
            for satu in musrenbang.usulan.berdiri().exclude(pk__in=_kurang(musrenbang)):
                if not satu.nilai.exists():
                    beri(satu, pemeran.staf, 3, 3)
        if ke == status:
            return musrenbang
    return musrenbang


def _kurang(musrenbang: Musrenbang) -> list[int]:
    return list(musrenbang.usulan.kurang().values_list("pk", flat=True))
