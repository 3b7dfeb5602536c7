"""The trail of a project in words people read.

The rows of `proyek.laku` say which acts are shown, and which with their reason. This module makes
the titles from the details of an act.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from core.jejak.baca import DIHAPUS, Peristiwa, peristiwa, terbaca
from core.jejak.catat import riwayat
from core.laku import Laku, Pembaca
from core.models import Jejak
from core.templatetags.bentuk import persen, rupiah
from core.templatetags.bentuk import tanggal as tulis_tanggal
from proyek.bacaan.perubahan import kata
from proyek.enums import Fungsi, JenisDokumen, PeranTim, SumberDana, Tahap, nama_tindakan
from proyek.laku import LAKU, Aksi
from proyek.models import KETERANGAN, Proyek
from proyek.models.himpunan import jauh
from proyek.models.perubahan import KolomUbah
from warga.enums import Peran

TAMPIL = 5  # on the page of a project; another page has them all
TERSEBUT = 3  # names in one title
# Columns that only a paper changes, besides words about the project.
TERENCANA = (
    *(n for n in KolomUbah.values if n not in (*KETERANGAN, KolomUbah.ANGGARAN)),
    *("kampung", "pemilik", "jenis", "kampung_lain"),  # while it is young
)
# Acts that tell a day or an answer beside their words.
BER_KE = (
    *(Aksi.LAPANGAN_DIBUKA, Aksi.LAPANGAN_TERLAMBAT, Aksi.SEPAKAT_DIJAWAB, Aksi.INSPEKTORAT),
    Aksi.BELANJA_SISKEUDES,
    *(Aksi.MUSYAWARAH, Aksi.MUSYAWARAH_DIUBAH, Aksi.MUSYAWARAH_DICATAT, Aksi.LAPANGAN_DICATAT),
)
KANTOR: dict[str, str] = {peran.value: str(peran.label) for peran in Peran}


@dataclass(frozen=True)
class Butir(Peristiwa):
    """One line of the trail; `keputusan` and `laporan` are the numbers that it tells of."""

    tanggal: dt.date | None = None
    keputusan: str = ""
    laporan: str = ""
    perubahan: list[tuple[str, str, str]] = field(default_factory=list)


def garis_waktu(proyek: Proyek, banyak: int = TAMPIL) -> list[Butir]:
    """Return the newest acts of the trail, newest first, in one query. It names no person, only
    offices."""
    return butir_butir(riwayat(proyek).order_by("-pk")[:banyak])


def butir_butir(jejak: Iterable[Jejak]) -> list[Butir]:
    """Return acts as everybody reads them, without those that nobody may."""
    return [_butir(satu, laku) for satu, laku in terbaca(jejak, LAKU, Pembaca.UMUM)]


def butir(jejak: Jejak) -> Butir | None:
    """Return one act as everybody reads it; None when nobody but officials may."""
    return next(iter(butir_butir([jejak])), None)


def _butir(jejak: Jejak, laku: Laku) -> Butir:
    dasar = peristiwa(jejak, laku, Pembaca.UMUM, KANTOR)
    rincian: dict[str, Any] = jejak.isi.rincian or {}
    tanggal = rincian.get("tanggal")
    butir = Butir(
        **vars(dasar),
        tanggal=dt.date.fromisoformat(tanggal) if tanggal else None,
        keputusan=rincian.get("keputusan", ""),
        laporan=rincian.get("laporan", ""),
        perubahan=_perubahan(jejak, rincian),
    )
    if judul := JUDUL.get(jejak.aksi):
        butir = replace(butir, kata=judul(jejak, rincian))
    # The details are in the title, too, so each act says that they were erased.
    return replace(butir, alasan=DIHAPUS) if jejak.isi.dihapus_pada else butir


def _pencairan(jejak: Jejak, rincian: dict[str, Any]) -> str:
    kata = LAKU[jejak.aksi].kata
    uang = _uang(rincian.get("sumber"), rincian.get("jumlah"))
    semula = rincian.get("semula")
    dari = f", semula {rupiah(semula)}" if semula else ""
    return f"{kata}: {uang}{dari}"


def _keterangan(jejak: Jejak, rincian: dict[str, Any]) -> str:
    return _sebut(LAKU[jejak.aksi].kata, [nama for nama, _, _ in _perubahan(jejak, rincian)])


def _di_samping(kunci: str) -> Callable[[Jejak, dict[str, Any]], str]:
    """Tell which columns of a row beside the project (`lestari`, `evaluasi`) changed; their words
    are on the page, as they are now."""

    def kalimat(jejak: Jejak, rincian: dict[str, Any]) -> str:
        kolom = jauh(kunci).model._meta
        nama = [str(kolom.get_field(satu).verbose_name) for satu in rincian.get(kunci, ())]
        return _sebut(LAKU[jejak.aksi].kata, nama)

    return kalimat


def _sebut(kata: str, nama: list[str]) -> str:
    """Return the words of an act with what it is about; many are named by the first of them."""
    lain = len(nama) - TERSEBUT
    if lain > 1:  # one more takes no more room than saying so
        nama = [*nama[:TERSEBUT], f"dan {lain} lainnya"]
    return f"{kata}: {', '.join(nama)}" if nama else kata


def _fungsi(jejak: Jejak, rincian: dict[str, Any]) -> str:
    ada = jejak.ke in Fungsi.values
    return f"{LAKU[jejak.aksi].kata} {Fungsi(jejak.ke).label}" if ada else LAKU[jejak.aksi].kata


def _judul_keputusan(ke: str, dana: Iterable[list[Any]]) -> str:
    judul = f"Keputusan: {str(Tahap(ke).label).lower()}" if ke else "Keputusan"
    dana = list(dana)
    uang = ", ".join(_uang(sumber, pagu) for sumber, _, pagu in dana)
    if len(dana) > TERSEBUT:
        uang = f"{rupiah(sum(pagu for _, _, pagu in dana))} dari {len(dana)} sumber"
    return f"{judul} ({uang})" if uang else judul


def _judul_batal(jejak: Jejak) -> str:
    dari, ke = Tahap(jejak.dari).label, Tahap(jejak.ke).label
    return f"Tahap “{dari}” dibatalkan karena keliru, kembali ke “{ke}”"


def _judul_ralat(lama: str) -> str:
    return f"Keputusan {lama} diralat" if lama else "Keputusan diralat"


def _perubahan(jejak: Jejak, rincian: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return (name, old, new) of what changed: money first, columns in their order."""
    ubah = rincian.get("perubahan", {})
    if titik := rincian.get("rencana"):
        lama, baru = map(_tulis_rencana, titik)
        return [("rencana kemajuan", lama, baru)]
    if butir := ubah.get("rincian_pekerjaan"):
        lama, baru = (satu or "kosong" for satu in butir)
        return [("rincian pekerjaan", lama, baru)]
    uang = [(f"anggaran {s}", rupiah(a), rupiah(b)) for s, a, b in rincian.get("anggaran", [])]
    return uang + [
        (_nama_kolom(nama), _tulis(nama, ubah[nama][0]), _tulis(nama, ubah[nama][1]))
        for nama in (*KETERANGAN, *(() if jejak.aksi == Aksi.DIUBAH else TERENCANA))
        if nama in ubah
    ]


def _tulis_rencana(titik: Iterable[list[str]]) -> str:
    baris = (f"{persen(p)} pada {tulis_tanggal(dt.date.fromisoformat(h))}" for h, p in titik)
    return ", ".join(baris) or "kosong"


def _laporan(jejak: Jejak, rincian: dict[str, Any]) -> str:
    """Return which days a report tells of; acts of before do not say."""
    kata, waktu = LAKU[jejak.aksi].kata, rincian.get("waktu")
    return f"{kata}: {waktu}" if waktu else kata


def _dengan_ke(jejak: Jejak, rincian: dict[str, Any]) -> str:
    """Return an act with the day or the answer that its row holds."""
    kata, ke = LAKU[jejak.aksi].kata, rincian.get("ke")
    return f"{kata}: {ke}" if ke else kata


def _diingatkan(rincian: dict[str, Any]) -> str:
    ke = rincian.get("ke")
    kata = LAKU[Aksi.LAPORAN_TERLAMBAT].kata
    return f"{kata}: {ke}" if ke else kata


def _tim(rincian: dict[str, Any]) -> str:
    peran = rincian.get("peran")
    nama = PeranTim(peran).label if peran in PeranTim.values else "Tim"
    return f"{nama} {rincian.get('apa', 'diubah')}"


def _dokumen(kata: str) -> Callable[[Jejak, dict[str, Any]], str]:
    def judul(jejak: Jejak, rincian: dict[str, Any]) -> str:
        jenis = rincian.get("dokumen")
        nama = JenisDokumen(jenis).label if jenis in JenisDokumen.values else "Dokumen"
        return f"{nama} {kata}"

    return judul


def _nama_kolom(nama: str) -> str:
    kolom: Any = Proyek._meta.get_field(nama)
    return str(kolom.verbose_name)


def _tulis(nama: str, nilai: Any) -> str:
    return kata(nama, str(nilai)) if nilai not in (None, "") else "kosong"


def _uang(sumber: Any, jumlah: Any) -> str:
    nama = SumberDana(sumber).label if sumber in SumberDana.values else "sumber lain"
    return f"{rupiah(jumlah)} dari {nama}"


# Titles with details. All other titles are the words of the row.
JUDUL: dict[str, Callable[[Jejak, dict[str, Any]], str]] = {
    Aksi.KEPUTUSAN: lambda jejak, rincian: _judul_keputusan(jejak.ke, rincian.get("dana", [])),
    Aksi.RALAT: lambda jejak, rincian: _judul_ralat(rincian.get("ralat", "")),
    Aksi.TAHAP: lambda jejak, rincian: nama_tindakan(jejak.dari, jejak.ke),
    Aksi.TAHAP_DIBATALKAN: lambda jejak, rincian: _judul_batal(jejak),
    **dict.fromkeys(
        (Aksi.PENCAIRAN, Aksi.DIKEMBALIKAN, Aksi.PENCAIRAN_BATAL, Aksi.PENCAIRAN_BETUL), _pencairan
    ),
    **dict.fromkeys((Aksi.DIUBAH, Aksi.PERUBAHAN, Aksi.DIBETULKAN), _keterangan),
    **dict.fromkeys((Aksi.LAPORAN, Aksi.LAPORAN_DITARIK, Aksi.BELANJA_DIISI), _laporan),
    Aksi.LAPORAN_TERLAMBAT: lambda jejak, rincian: _diingatkan(rincian),
    **dict.fromkeys(BER_KE, _dengan_ke),
    Aksi.TIM: lambda jejak, rincian: _tim(rincian),
    Aksi.DOKUMEN: _dokumen("diunggah"),
    Aksi.DOKUMEN_DIUBAH: _dokumen("diperbaiki keterangannya"),
    Aksi.DOKUMEN_DITARIK: _dokumen("ditarik"),
    Aksi.DOKUMEN_DITUTUP: _dokumen("ditutup sebagian"),
    **dict.fromkeys((Aksi.LESTARI_DIISI, Aksi.LESTARI_DIUBAH), _di_samping("lestari")),
    **dict.fromkeys((Aksi.EVALUASI, Aksi.EVALUASI_DIPERBAIKI), _di_samping("evaluasi")),
    Aksi.FUNGSI_DIJAWAB: _fungsi,
}
