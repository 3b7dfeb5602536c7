"""A kiriman with so many rows of everything that its page shows, whatever its state."""

import uuid
from typing import Any

from aspirasi.enums import JenisTindakLanjut
from aspirasi.models import (
    Aspirasi,
    Lampiran,
    PermintaanKeterangan,
    PertimbanganKeberatan,
    SuratInstansi,
    TautanProyek,
    TindakLanjut,
)
from core.models import Berkas
from core.waktu import hari_ini
from tests.pabrik.kampung import InstansiFactory
from tests.pabrik.proyek import buat_keputusan, buat_proyek


def isi_penuh(aspirasi: Aspirasi, pemeran: Any, banyak: int) -> Aspirasi:
    """Add `banyak` of each: words, notes, photos, letters with scans, questions to a kampung,
    projects, decisions about it."""
    for ke in range(banyak):
        _kata(aspirasi, pemeran, ke)
        _berkas(aspirasi, pemeran)
        TautanProyek.objects.create(aspirasi=aspirasi, proyek=buat_proyek(), oleh=pemeran.staf)
        keputusan = buat_keputusan(pemeran.staf, proyek=buat_proyek())
        kata = PertimbanganKeberatan.objects.create(keputusan=keputusan, isi="Dibahas.")
        kata.keberatan.add(aspirasi)
    return aspirasi


def _kata(aspirasi: Aspirasi, pemeran: Any, ke: int) -> None:
    for jenis in JenisTindakLanjut:
        kata = TindakLanjut.objects.create(
            aspirasi=aspirasi, jenis=jenis, isi=f"Kata ke-{ke}.", oleh=pemeran.kakam
        )
        if kata.resmi:
            _foto(aspirasi, jawaban=kata)
    PermintaanKeterangan.objects.create(
        aspirasi=aspirasi,
        kampung=pemeran.kampung_lain,
        pertanyaan=f"Apakah sudah diukur ({ke})?",
        tenggat=hari_ini(),
        oleh=pemeran.staf,
    )


def _baris_berkas(jenis: Berkas.Jenis) -> Berkas:
    """The row of a stored file, without its bytes."""
    ukuran = {"ukuran": 1000, "lebar": 64, "tinggi": 48}
    return Berkas.objects.create(jenis=jenis, nama=f"{uuid.uuid4().hex}.webp", **ukuran)


def _foto(aspirasi: Aspirasi, jawaban: TindakLanjut | None = None) -> None:
    berkas = _baris_berkas(Berkas.Jenis.FOTO)
    Lampiran.objects.create(aspirasi=aspirasi, jawaban=jawaban, berkas=berkas, sidik=berkas.nama)


def _berkas(aspirasi: Aspirasi, pemeran: Any) -> None:
    _foto(aspirasi)
    SuratInstansi.objects.create(
        aspirasi=aspirasi,
        instansi=InstansiFactory(),
        arah=SuratInstansi.Arah.MASUK,
        perihal="Jalan",
        berkas=_baris_berkas(Berkas.Jenis.DOKUMEN),
        dicatat_oleh=pemeran.staf,
    )
