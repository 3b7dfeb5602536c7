"""Two reports beside each other, and photos in pairs: before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from core.templatetags.bentuk import persen, rupiah, tanggal
from laporan.enums import TahapFoto
from laporan.models import Foto, LaporanKemajuan

PASANGAN_TERBANYAK = 4
KATA = ("narasi", "alasan_turun", "alasan_tanpa_kemajuan", "kendala", "rencana_tindak_lanjut")
Pasangan = tuple[Foto, Foto]


@dataclass(frozen=True)
class Beda:
    """One matter in both reports, in words."""

    nama: str
    dulu: str
    kini: str

    @property
    def sama(self) -> bool:
        return self.dulu == self.kini


def banding(dulu: LaporanKemajuan, kini: LaporanKemajuan) -> list[Beda]:
    """Return what two reports say about each matter, those left out of which both are silent. Their
    rows come from `untuk_halaman`."""
    a, b = _isi(dulu), _isi(kini)
    return [Beda(nama, a[nama], b[nama]) for nama in a if a[nama] or b[nama]]


def _isi(laporan: LaporanKemajuan) -> dict[str, str]:
    kolom: Any = LaporanKemajuan._meta
    nama = {satu: str(kolom.get_field(satu).verbose_name).capitalize() for satu in KATA}
    return {
        "Waktu yang dilaporkan": laporan.kata_waktu,
        "Terbit": tanggal(laporan.diterbitkan_pada),
        "Pekerjaan": persen(laporan.persen),
        "Dibelanjakan": _belanja(laporan),
        **{kata: getattr(laporan, satu) for satu, kata in nama.items()},
    }


def _belanja(laporan: LaporanKemajuan) -> str:
    jumlah: int | None = getattr(laporan, "belanja", None)
    if laporan.belanja_ditunggu:
        return "Menyusul dari kaur keuangan"
    return "Belum diketahui" if jumlah is None else rupiah(jumlah)


def pasangkan(dulu: Sequence[Foto], kini: Sequence[Foto]) -> list[Pasangan]:
    """Return photos in pairs: first those of the same caption, which names the place, then the
    others in their order. A photo stands in one pair; some stay without one."""
    sisa, hasil, tanpa = list(dulu), [], []
    for foto in kini:
        sama = next((f for f in sisa if _tempat(foto) and _tempat(f) == _tempat(foto)), None)
        if sama is None:
            tanpa.append(foto)
        else:
            sisa.remove(sama)
            hasil.append((sama, foto))
    return [*hasil, *zip(sisa, tanpa, strict=False)][:PASANGAN_TERBANYAK]


def _tempat(foto: Foto) -> str:
    return " ".join(foto.keterangan.casefold().split())


def sebelum_sesudah(laporan: LaporanKemajuan, foto: Iterable[Foto]) -> list[Pasangan]:
    """Return the photos of a report beside those from before the work, of the reports of its
    project that stand. One query, and none for a report without later photos."""
    tampil = [f for f in foto if not getattr(f, "ditarik", False) and f.tahap > TahapFoto.AWAL]
    if not tampil:
        return []
    akhir = max(f.tahap for f in tampil)
    berlaku = LaporanKemajuan.objects.berlaku().filter(proyek=laporan.proyek_id)
    milik = Q(laporan__in=berlaku.filter(periode__lt=laporan.periode).values("pk"))
    awal = Foto.objects.tampil().filter(tahap=TahapFoto.AWAL).select_related("berkas")
    dulu = awal.filter(milik | Q(laporan=laporan))
    return pasangkan(list(dulu.order_by("pk")), [f for f in tampil if f.tahap == akhir])
