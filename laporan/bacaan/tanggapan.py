"""Words of pages and letters about things that are answered, and about their answers."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Model, QuerySet

from core.kalimat import Lencana
from core.moderasi.penarikan import Ditarik, ditarik
from core.templatetags.bentuk import tanggal
from core.tenggat.hari_kerja import libur_sejak, tanggal_wib
from core.waktu import hari_ini
from laporan.bacaan.kantor import kata_kantor
from laporan.enums import Penilaian
from laporan.models import BelumPuas, CatatanPengawasan, CekWarga, Tanggapan
from proyek.models import Keputusan
from warga.bacaan.pembicara import KECAMATAN
from warga.models import Kampung

JENIS: dict[str, Any] = {"cek": CekWarga, "catatan": CatatanPengawasan}
_CEK = {
    Penilaian.SESUAI: "Warga: sesuai",
    Penilaian.TIDAK_SESUAI: "Warga: tidak sesuai",
    Penilaian.PERTANYAAN: "Pertanyaan warga",
}
HARI_BELUM_PUAS = 30  # days after an answer in which it may be called unsettled
_BELUM = "Tanggapannya belum menjawab"


@dataclass(frozen=True)
class Ucapan:
    """One thing that was said about what is answered: an answer, or the word that it does not
    settle it. `semula` are its words before they were corrected, the newest first, each with the
    day and the reason of the correction that replaced them."""

    kantor: str
    isi: str
    hari: dt.datetime | None
    tanggapan: Tanggapan | None = None
    penarikan: str = ""
    alasan: str = ""
    semula: tuple[tuple[str, str], ...] = ()
    belum: bool = False


def dengan_hal(himpunan: Any) -> QuerySet[Any]:
    """Join what the sentences about a row name, and add its newest words (`isi_kini`)."""
    if hasattr(himpunan.model, "keputusan"):
        kartu: QuerySet[Any] = himpunan.untuk_kartu()
        return kartu.select_related("proyek__kampung", "laporan", "keputusan", "kampung")
    himpunan = himpunan.select_related("proyek__kampung", "laporan")
    return himpunan.annotate(libur=libur_sejak("tenggat"), isi_kini=F("isi_publik"))


def tentang(hal: Any) -> str:
    """Return what it is about: "laporan LAP-2026-0003, Rabat beton", or "proyek Rabat beton"."""
    keputusan: Keputusan | None = getattr(hal, "keputusan", None)
    if keputusan is not None:
        return f"keputusan {keputusan.nomor}, {keputusan.judul}"
    if hal.laporan is not None:
        return f"laporan {hal.laporan.nomor}, {hal.proyek.sebutan}"
    return f"proyek {hal.proyek.sebutan}"


def macam(hal: Any) -> str:
    """Return its kind in words: "Catatan pengawasan BPK Kampung", "Pertanyaan warga"."""
    if isinstance(hal, CatatanPengawasan):
        return "Catatan pengawasan BPK Kampung"
    return _CEK[hal.penilaian]


def sebutan(hal: Any) -> str:
    """Return it as a line of a letter: its kind, what it is about, and its due day."""
    kapan = f": paling lambat {tanggal(hal.tenggat)}" if hal.tenggat else ""
    return f"{macam(hal)} tentang {tentang(hal)}{kapan}"


def penanggap(hal: Any, kampung: Kampung) -> str:
    """Return the office whose turn it is."""
    return KECAMATAN if hal.ditanggapi_kecamatan else f"Kampung {kampung.nama}"


def keadaan(hal: Any, kampung: Kampung) -> str:
    """Return where its answer stands, in one sentence; "" for what asks for none and has none."""
    if hal.menunggu_petugas:
        terlambat = f"{hal.kata_terlambat}. " if hal.kata_terlambat else ""
        awal = f"{_BELUM}. " if hal.belum_puas_pada else ""
        siapa = penanggap(hal, kampung)
        return f"{awal}{terlambat}Ditunggu dari {siapa} paling lambat {tanggal(hal.tenggat)}."
    if not hal.sudah_ditanggapi:
        return ""
    lewat = f", {hal.hari_lewat} hari kerja sesudah tenggatnya" if hal.hari_lewat else ""
    return f"Ditanggapi {tanggal(hal.ditanggapi_pada)}{lewat}."


def lencana(hal: Any) -> Lencana | None:
    """Return the badge of its state; None for what asks for no answer and has none."""
    if hal.menunggu_petugas:
        if hal.terlambat:
            return Lencana(hal.kata_terlambat, "awas")
        return Lencana("Menunggu tanggapan", "netral")
    return Lencana("Sudah ditanggapi", "baik") if hal.sudah_ditanggapi else None


def dapat_belum(hal: Any, belum: BelumPuas | None) -> bool:
    """Return whether its answer may be called unsettled now, by whoever has the right."""
    if belum is not None or not hal.sudah_ditanggapi or hal.tenggat is None:
        return False
    return hari_ini() - tanggal_wib(hal.ditanggapi_pada) <= dt.timedelta(days=HARI_BELUM_PUAS)


def percakapan(
    hal: Any,
    kampung: Kampung,
    semua: Mapping[tuple[str, int], Ditarik],
    jawaban: Iterable[Tanggapan],
    belum: BelumPuas | None,
) -> list[Ucapan]:
    """Return what was said about `hal` since, in order. `semua` is what `ditarik` returns."""
    baris = {satu.pk: satu for satu in jawaban}
    digantikan = {satu.memperbaiki_id for satu in baris.values()}
    akhir = [satu for satu in baris.values() if satu.pk not in digantikan]
    ucapan = [(_awal(satu, baris).dibuat, _satu(satu, baris, kampung, semua)) for satu in akhir]
    if belum is not None:
        ucapan.append((belum.dibuat, _belum(hal, belum, kampung, semua)))
    return [kata for _, kata in sorted(ucapan, key=lambda pasangan: pasangan[0])]


def _awal(satu: Tanggapan, baris: Mapping[int, Tanggapan]) -> Tanggapan:
    """Return the answer that a chain of corrections began with."""
    while satu.memperbaiki_id is not None:
        satu = baris[satu.memperbaiki_id]
    return satu


def _satu(
    satu: Tanggapan,
    baris: Mapping[int, Tanggapan],
    kampung: Kampung,
    semua: Mapping[tuple[str, int], Ditarik],
) -> Ucapan:
    kata: Ditarik | None = semua.get((Tanggapan._meta.db_table, satu.pk))
    return Ucapan(
        kantor=kata_kantor(satu.peran, satu.sebagai, kampung),
        isi="" if satu.ditarik_pada else satu.isi,
        hari=satu.dibuat,
        tanggapan=None if satu.ditarik_pada else satu,
        penarikan=kata.kalimat("Tanggapan") if kata else "",
        semula=() if satu.ditarik_pada else tuple(_semula(satu, baris)),
    )


def _semula(satu: Tanggapan, baris: Mapping[int, Tanggapan]) -> Iterable[tuple[str, str]]:
    """Yield (why they were replaced, words) of what an answer said before."""
    while satu.memperbaiki_id is not None:
        lama = baris[satu.memperbaiki_id]
        yield f"Diperbaiki {tanggal(satu.dibuat)}: {satu.alasan}", lama.isi
        satu = lama


def _belum(
    hal: Any, belum: BelumPuas, kampung: Kampung, semua: Mapping[tuple[str, int], Ditarik]
) -> Ucapan:
    """Return the word that an answer does not settle it. That of a resident tells no day."""
    oleh_bpk = isinstance(hal, CatatanPengawasan)
    kata: Ditarik | None = semua.get((BelumPuas._meta.db_table, belum.pk))
    return Ucapan(
        kantor=f"BPK Kampung {kampung.nama}" if oleh_bpk else "Pengirim",
        isi="" if belum.tertutup else belum.isi,
        hari=belum.dibuat if oleh_bpk else None,
        penarikan=kata.kalimat("Pernyataan") if kata else "",
        belum=True,
    )


def jawaban_kartu(hal: Any) -> dict[str, Any] | None:
    """Return the answer that stands of a card (`jawaban`): `kantor`, `isi`, `dibuat`; None without
    one."""
    if not (isi := hal.jawaban):
        return None
    return {
        "kantor": kata_kantor(isi["peran"], isi["sebagai"], kampung_hal(hal)),
        "isi": isi["isi"],
        "dibuat": dt.datetime.fromisoformat(isi["dibuat"]),
    }


def kampung_hal(hal: Any) -> Kampung:
    """Return the kampung whose office answers."""
    kampung: Kampung = hal.kampung if hal.jenis_jejak == "catatan" else hal.proyek.kampung
    return kampung


def isi_percakapan(hal: Any) -> dict[str, Any]:
    """Return what was said since (`ucapan`), and whether it may be called unsettled; three
    queries."""
    belum = BelumPuas.objects.filter(**{hal.jenis_jejak: hal}).first()
    ucapan = percakapan(hal, kampung_hal(hal), ditarik(hal), hal.tanggapan.all(), belum)
    return {"ucapan": ucapan, "dapat_belum": dapat_belum(hal, belum)}


def tulisan_tanggapan(
    hal: Any, *, kecamatan: bool | None = None
) -> list[tuple[Model, dict[str, str]]]:
    """Return the rows of answers to `hal` with their texts; those of one kind of office, if it is
    given."""
    semua: Iterable[Tanggapan] = hal.tanggapan.order_by("pk")
    return [
        (satu, {"isi": satu.isi, "alasan": satu.alasan})
        for satu in semua
        if kecamatan is None or satu.kecamatan == kecamatan
    ]
