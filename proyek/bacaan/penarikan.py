"""The words about a project that can be taken back: those of its row, of its trail, of the rows
beside it; and those of "Lingkungan" and of the LPJ of a year."""

from collections.abc import Iterable

from django.db.models import Model

from core.jejak.catat import Berjejak, riwayat
from core.moderasi.penarikan import kata_jejak
from proyek.models import Gerak, KoreksiLpj, Lestari, Lingkungan, Lpj, Proyek
from proyek.models.himpunan import jauh
from proyek.models.perubahan import KolomUbah

TULISAN = ("judul", "uraian", "tujuan", "satuan", "sasaran", "lokasi", "pelaksana")
LESTARI = ("surat_lahan", "mitigasi", "perawat", "sumber_rawat", "tanpa_akses")
TIM = ("nama", "jabatan", "nomor_kontrak")
UBAH_BERKATA = (KolomUbah.SATUAN, KolomUbah.SASARAN, KolomUbah.LOKASI, KolomUbah.PELAKSANA)
# Columns of a project that are chosen, counted or dated: nobody types words into them.
TANPA_KATA = frozenset(
    {*KolomUbah.values, "kampung", "pemilik", "jenis", "kampung_lain", "frekuensi_laporan"}
) - frozenset(UBAH_BERKATA)


def tulisan(proyek: Proyek) -> dict[str, str]:
    """Return the texts of a project by their columns."""
    return {nama: getattr(proyek, nama) for nama in TULISAN}


def tulisan_lain(proyek: Proyek) -> list[tuple[Model, dict[str, str]]]:
    """Return the rows beside a project that hold typed words, with their texts; seven queries."""
    gerak = Gerak.objects.filter(pendanaan__proyek=proyek).exclude(keterangan="")
    ubah = proyek.perubahan.filter(kolom__in=UBAH_BERKATA)
    return [
        *((satu, {"keterangan": satu.keterangan}) for satu in gerak),
        *((satu, {"lama": satu.lama, "baru": satu.baru}) for satu in ubah),
        *((satu, _isi(satu, LESTARI)) for satu in Lestari.objects.filter(proyek=proyek)),
        *((satu, _isi(satu, TIM)) for satu in proyek.tim.all()),
        *((satu, {"nama": satu.nama}) for satu in proyek.butir_pekerjaan.all()),
        *((satu, {"keterangan": satu.keterangan}) for satu in proyek.dokumen.all()),
        *((satu, _isi(satu, satu.TULISAN)) for satu in jauh("evaluasi").filter(proyek=proyek)),
    ]


def tulisan_lingkungan(lingkungan: Lingkungan) -> dict[str, str]:
    """Return the texts of one matter of "Lingkungan", by their columns."""
    return _isi(lingkungan, ("keadaan", "tindakan"))


def tulisan_lpj(lpj: Lpj) -> list[tuple[Model, dict[str, str]]]:
    """Return the rows of an LPJ and of its corrections, each with its texts; one query."""
    surat: tuple[Lpj | KoreksiLpj, ...] = (lpj, *lpj.koreksi.all())
    return [(satu, {"nomor": satu.nomor}) for satu in surat]


def _isi(baris: Model, kolom: Iterable[str]) -> dict[str, str]:
    return {nama: getattr(baris, nama) for nama in kolom}


def kata_tentang(objek: Berjejak, baris: Iterable[tuple[Model, dict[str, str]]]) -> tuple[str, ...]:
    """Return every text that somebody typed about `objek`, in these rows and in its trail, each
    once."""
    isi = [kata for _, kolom in baris for kata in kolom.values()]
    jejak = [kata for satu in riwayat(objek) for kata in kata_jejak(satu, TANPA_KATA)]
    return tuple(dict.fromkeys(satu for satu in (*isi, *jejak) if satu))


def semua_tulisan(proyek: Proyek) -> tuple[str, ...]:
    """Return every text of a project, beside it and of its trail; eight queries."""
    return kata_tentang(proyek, [(proyek, tulisan(proyek)), *tulisan_lain(proyek)])
