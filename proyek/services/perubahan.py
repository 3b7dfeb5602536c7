"""Changing projects by a paper: one decision, many projects, a row for each changed value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from core.berkas import simpan as simpanan
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.models import Berkas
from proyek.bacaan.versi import SEMENTARA, versi_banyak
from proyek.enums import DasarGerak
from proyek.laku import Aksi
from proyek.models import Keputusan, Pendanaan, Perubahan, Proyek
from proyek.models.perubahan import DASAR_UBAH, JenisUbah, KolomUbah
from proyek.services.keputusan import catat_keputusan
from proyek.services.kunci import kunci_bersama
from proyek.services.lpj import tertutup
from proyek.services.uang import kunci_dana, kunci_jumlah, tambah_dana, ubah_anggaran
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

KOSONG = "Belum ada yang diubah. Isi paling sedikit satu kotak."
PERLU_PINDAIAN = (
    "Lampirkan pindaian suratnya: perubahan yang dicatat kecamatan untuk kampung berlaku hanya "
    "bersama suratnya."
)
TANPA_UANG = "Anggaran hanya berubah dengan Perubahan APB atau Perubahan Penjabaran."
LAIN_KAMPUNG = "Satu surat mengubah proyek satu kampung saja."


@dataclass(frozen=True)
class Ubahan:
    """The changes of a paper to one project, which its author saw at `versi`.

    `kolom`: column → new value; `anggaran`: key of a source → its new rupiah; `dana`: unsaved new
    sources with their `pagu`.
    """

    proyek: Proyek
    versi: int
    kolom: Mapping[str, Any] = field(default_factory=dict)
    anggaran: Mapping[int, int] = field(default_factory=dict)
    dana: Sequence[Pendanaan] = ()

    @property
    def kosong(self) -> bool:
        return not (self.kolom or self.anggaran or self.dana)

    @property
    def beruang(self) -> bool:
        return bool(self.anggaran or self.dana)


@transaction.atomic
def catat_perubahan(
    *,
    keputusan: Keputusan,
    ubahan: Sequence[Ubahan],
    oleh: Pengguna,
    dokumen: Berkas | None = None,
) -> Keputusan:
    """Enter an unsaved decision of a kampung and change its projects by it.

    Raises TidakBisa when nothing changes, when money changes by a paper that cannot change it, when
    an anggaran would fall below what was spent or drawn, and when a project changed meanwhile.
    """
    ubahan = [satu for satu in ubahan if not satu.kosong]
    _pastikan_boleh(keputusan, ubahan, oleh, dokumen)
    proyek = {p.pk: p for p in kunci_bersama(satu.proyek.pk for satu in ubahan)}
    _pastikan_terbaru(ubahan, list(proyek.values()))
    dana = kunci_dana(kunci for satu in ubahan for kunci in satu.anggaran)
    if dokumen:
        simpanan.terbitkan(dokumen)
    if any(satu.beruang for satu in ubahan):
        kunci_jumlah()
    catat_keputusan(keputusan=keputusan, oleh=oleh, dokumen=dokumen)
    selisih = {k: baru - dana[k].pagu for satu in ubahan for k, baru in satu.anggaran.items()}
    lama = {k: dana[k].pagu for k in selisih}
    for satu in ubahan:
        _ubah(proyek[satu.proyek.pk], satu, keputusan, lama)
    _gerakkan(keputusan, selisih, set(tertutup(dana.values())))
    return keputusan


def _gerakkan(keputusan: Keputusan, selisih: Mapping[int, int], sesudah_lpj: set[int]) -> None:
    """Write the differences into the ledger; those of a closed year say that they correct it."""
    for dasar, tutup in ((DasarGerak.PERUBAHAN, False), (DasarGerak.KOREKSI_LPJ, True)):
        bagian = {k: rupiah for k, rupiah in selisih.items() if (k in sesudah_lpj) == tutup}
        if bagian:
            ubah_anggaran(
                selisih=bagian,
                tanggal=keputusan.tanggal_surat,
                dasar=dasar,
                oleh=keputusan.dicatat_oleh,
                keputusan=keputusan,
            )


def _pastikan_boleh(
    keputusan: Keputusan, ubahan: Sequence[Ubahan], oleh: Pengguna, dokumen: Berkas | None
) -> None:
    if not ubahan:
        raise TidakBisa(KOSONG)
    if {satu.proyek.kampung_id for satu in ubahan} != {keputusan.kampung_id}:
        raise TidakBisa(LAIN_KAMPUNG)
    tanpa_uang = keputusan.dasar == DASAR_UBAH[JenisUbah.LAIN]
    if tanpa_uang and any(satu.beruang for satu in ubahan):
        raise TidakBisa(TANPA_UANG)
    if adalah_kecamatan(oleh) and dokumen is None:
        raise TidakBisa(PERLU_PINDAIAN)


def _pastikan_terbaru(ubahan: Sequence[Ubahan], proyek: Sequence[Proyek]) -> None:
    """Raise TidakBisa when somebody changed one of these locked projects meanwhile."""
    kini = versi_banyak(proyek)
    if any(kini[satu.proyek.nomor] != satu.versi for satu in ubahan):
        raise TidakBisa(SEMENTARA)


def _ubah(proyek: Proyek, ubahan: Ubahan, keputusan: Keputusan, lama: Mapping[int, int]) -> None:
    """Change one locked project, add its rows, and leave the act in its trail."""
    oleh = keputusan.dicatat_oleh
    kolom = {nama: [getattr(proyek, nama), baru] for nama, baru in ubahan.kolom.items()}
    for nama, (_, baru) in kolom.items():
        setattr(proyek, nama, baru)
    if kolom:
        proyek.save(update_fields=list(kolom))
    baris = [_baris(proyek, keputusan, nama, *pasangan) for nama, pasangan in kolom.items()]
    uang = [(k, lama[k], baru) for k, baru in ubahan.anggaran.items()]
    baru = tambah_dana(proyek=proyek, pendanaan=ubahan.dana, oleh=oleh, keputusan=keputusan)
    uang += [(dana.pk, 0, dana.pagu) for dana in baru]
    baris += [_baris(proyek, keputusan, KolomUbah.ANGGARAN, a, b, k) for k, a, b in uang]
    Perubahan.objects.bulk_create(baris)
    sumber = Pendanaan.objects.in_bulk([k for k, _, _ in uang])
    catat(
        objek=proyek,
        aksi=Aksi.PERUBAHAN,
        oleh=oleh,
        alasan=keputusan.alasan,
        rincian={
            "keputusan": keputusan.nomor,
            "perubahan": {nama: [_tulis(a), _tulis(b)] for nama, (a, b) in kolom.items()},
            "anggaran": [[str(sumber[k]), a, b] for k, a, b in uang],
        },
    )


def _baris(
    proyek: Proyek, keputusan: Keputusan, kolom: str, lama: Any, baru: Any, dana: int | None = None
) -> Perubahan:
    return Perubahan(
        proyek=proyek,
        keputusan=keputusan,
        pendanaan_id=dana,
        kolom=kolom,
        lama=_tulis(lama),
        baru=_tulis(baru),
    )


def _tulis(nilai: Any) -> str:
    return "" if nilai is None else str(nilai)
