"""The parts of the page of a plan, the same for everybody."""

from dataclasses import dataclass, field
from typing import Any

from core.jejak.baca import Peristiwa, peristiwa, terbaca
from core.jejak.catat import riwayat
from core.laku import Pembaca
from core.templatetags.bentuk import tanggal
from proyek.bacaan.garis_waktu import KANTOR
from rencana.bacaan.garis_uang import batas, di_bawah, per_sumber
from rencana.bacaan.siklus import jawaban_paling_lambat
from rencana.bacaan.suara import Suara, jumlah_dusun, percakapan, rapat_dusun, suara_baris
from rencana.enums import StatusRencana
from rencana.laku import LAKU
from rencana.models import BarisRencana, Rencana

PERISTIWA = 8
NADA: dict[str, str] = {
    StatusRencana.DIBUKA: "info",
    StatusRencana.DITUTUP: "awas",
    StatusRencana.DITETAPKAN: "baik",
}


@dataclass(frozen=True)
class BarisTampil:
    """One row as the page shows it. `garis` is the line before it, "" for none; `bawah` says that
    it stands under the line of its source."""

    baris: BarisRencana
    suara: Suara
    garis: str = ""
    bawah: bool = False


@dataclass
class Tampilan:
    """The rows of a plan in the parts of its page."""

    semua: list[BarisTampil] = field(default_factory=list)

    @property
    def masuk(self) -> list[BarisTampil]:
        return [satu for satu in self.semua if satu.baris.diambil]

    @property
    def belum(self) -> list[BarisTampil]:
        return [satu for satu in self.semua if satu.baris.tidak_diambil]


def halaman(rencana: Rencana) -> dict[str, Any]:
    """Return the parts of the page of a plan, in a fixed number of queries."""
    semua = rencana.baris.select_related("proyek", "keputusan", "asal__rencana")
    baris = list(semua.filter(proyek__dicabut_pada__isnull=True).order_by("urutan"))
    uang = dict(rencana.pagu.values_list("sumber", "rupiah"))
    dusun = rapat_dusun(rencana)
    jumlah = jumlah_dusun(dusun)
    return {
        "rencana": rencana,
        "nada": NADA.get(rencana.status, "netral"),
        "tampilan": Tampilan(_baris(rencana, baris, uang, suara_baris(baris, dusun))),
        "sumber": per_sumber(baris, {} if rencana.ke_kabupaten else uang),
        "dusun": [(rapat, jumlah[rapat.pk]) for rapat in dusun],
        "percakapan": percakapan(rencana),
        "perubahan": list(rencana.perubahan.order_by("-pk")) if rencana.tetap else [],
        "peristiwa": perjalanan(rencana),
        "usulan": kata_usulan(rencana) if rencana.ke_kabupaten else "",
    }


def _baris(
    rencana: Rencana,
    baris: list[BarisRencana],
    uang: dict[str, int | None],
    suara: dict[int, Suara],
) -> list[BarisTampil]:
    """A set plan says what it took; one that asks the kabupaten has no money to draw a line in."""
    bergaris = not (rencana.tetap or rencana.ke_kabupaten)
    garis = batas(baris, uang) if bergaris else {}
    bawah = di_bawah(baris, garis)
    return [
        BarisTampil(satu, suara[satu.pk], garis.get(satu.pk, ""), satu.pk in bawah)
        for satu in baris
    ]


def kata_usulan(rencana: Rencana) -> str:
    """Return what every row says that goes up to the kabupaten."""
    hari = jawaban_paling_lambat(rencana.tahun)
    bulan = tanggal(hari).split(" ", 1)[1]
    return (
        "Diusulkan ke kabupaten. Belum ada uangnya; jawabannya kami tulis di sini paling lambat "
        f"{bulan}."
    )


def perjalanan(rencana: Rencana) -> list[Peristiwa]:
    """Return the newest acts that everybody reads, newest first; one query."""
    jejak = riwayat(rencana).order_by("-pk")[:PERISTIWA]
    return [_peristiwa(satu, laku) for satu, laku in terbaca(jejak, LAKU, Pembaca.UMUM)]


def _peristiwa(jejak: Any, laku: Any) -> Peristiwa:
    dasar = peristiwa(jejak, laku, Pembaca.UMUM, KANTOR)
    ke = (jejak.isi.rincian or {}).get("ke", "")
    kata = f"{dasar.kata}: {ke}" if ke else dasar.kata
    return Peristiwa(dasar.waktu, kata, dasar.oleh, dasar.alasan)


def kata_keadaan(rencana: Rencana) -> str:
    """Return where a plan stands, in a sentence."""
    sampai = tanggal(rencana.tanya_sampai) if rencana.tanya_sampai else ""
    if rencana.dapat_ditanya:
        return f"Dibuka untuk pertanyaan dan keberatan sampai {sampai}."
    if rencana.tetap:
        return _ditetapkan(rencana)
    if rencana.draf:
        return "Masih disusun; belum dibuka untuk warga."
    return f"Masa tanya selesai {sampai}. Menunggu ditetapkan."


def _ditetapkan(rencana: Rencana) -> str:
    acara = tanggal(rencana.berita_acara_tanggal)
    if rencana.perkam_nomor and rencana.perkam_tanggal:
        perkam = f"nomor {rencana.perkam_nomor}, {tanggal(rencana.perkam_tanggal)}"
        return f"Ditetapkan dengan Peraturan Kampung {perkam}, sesudah berita acara {acara}."
    return f"Ditetapkan menurut berita acara {acara}."
