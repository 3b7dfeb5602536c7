"""The parts of the page of one row."""

import datetime as dt
from typing import Any

from rencana.bacaan.halaman import NADA, kata_keadaan, kata_usulan
from rencana.bacaan.suara import percakapan, rapat_dusun, suara_baris
from rencana.models import BarisRencana, Rencana
from warga.models import Kampung


def halaman_baris(baris: BarisRencana) -> dict[str, Any]:
    """Return the parts of its page: its voices, its questions, and its rows of other years."""
    rencana = baris.rencana
    dusun = rapat_dusun(rencana)
    suara = suara_baris([baris], dusun)[baris.pk]
    return {
        "baris": baris,
        "rencana": rencana,
        "nada": NADA.get(rencana.status, "netral"),
        "suara": suara,
        "dusun": [
            (rapat, isi["laki"], isi["perempuan"])
            for rapat in dusun
            for isi in getattr(rapat, "isi_suara", [])
            if isi["baris"] == baris.pk
        ],
        "percakapan": percakapan(rencana, baris),
        "lain": list(_lain(baris)),
        "usulan": kata_usulan(rencana) if rencana.ke_kabupaten else "",
    }


def _lain(baris: BarisRencana) -> Any:
    """Return the rows of the same project in other plans that everyone reads, the newest first."""
    semua = BarisRencana.objects.umum().filter(proyek=baris.proyek_id).exclude(pk=baris.pk)
    return semua.select_related("rencana__kampung").order_by("-rencana__tahun")


def baris_proyek(isi: Any) -> list[tuple[str, int]]:
    """Return (words, key) of each public row of a project, from its plain values: "Masuk rancangan
    RKP 2027, urutan 3"."""
    return [(_kata(satu), satu["pk"]) for satu in isi]


def _kata(satu: dict[str, Any]) -> str:
    nama = "DU-RKP" if satu["jenis"] == "du_rkp" else "RKP"
    sebutan = f"{nama} {satu['tahun']}"
    if satu["hasil"] == "tidak_diambil":
        return f"Belum masuk {sebutan}; dibahas lagi untuk tahun {satu['kembali_tahun']}"
    kata = sebutan if satu["hasil"] else f"rancangan {sebutan}"
    return f"Masuk {kata}, urutan {satu['urutan']}"


def rencana_kampung(kampung: Kampung, isi: Any) -> list[tuple[Rencana, str]]:
    """Return the plans of a kampung with their states, from their plain values."""
    return [
        (satu, kata_keadaan(satu))
        for satu in (Rencana(kampung=kampung, **_hari(baris)) for baris in isi)
    ]


def _hari(baris: dict[str, Any]) -> dict[str, Any]:
    """Return plain values with their days as days."""
    nama = ("tanya_sampai", "berita_acara_tanggal", "perkam_tanggal")
    hari = {n: dt.date.fromisoformat(baris[n]) if baris[n] else None for n in nama}
    return baris | hari
