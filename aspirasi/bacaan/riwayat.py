"""The trail of a kiriman as people may read it: acts and offices, never names of persons."""

import datetime as dt
from dataclasses import dataclass, replace
from itertools import groupby

from aspirasi.enums import Aksi, Jangkauan, Status
from aspirasi.laku import LAKU, TANPA_HASIL
from aspirasi.models import Aspirasi
from aspirasi.sampai import lebih_dulu
from core.jejak.baca import PORTAL, peristiwa, terbaca
from core.jejak.baca import Peristiwa as Dasar
from core.jejak.catat import riwayat
from core.laku import Pembaca
from core.models import Jejak
from core.samar import samarkan
from core.templatetags.bentuk import hari_tanggal
from core.tenggat.hari_kerja import tanggal_wib
from proyek.enums import Tahap
from warga.enums import Peran

OLEH: dict[str, str] = {
    Peran.APARAT: "Pemerintah kampung",
    Peran.STAF: "Kecamatan",
    Peran.ADMIN: "Kecamatan",
}
# Advice to a sender about an act that was not their wish. It is advice of this page and nobody's
# reason, so it stands beside the rows and not in them.
SARAN_PENGIRIM: dict[str, str] = {
    Aksi.DISIMPAN_AKUN: "Bukan Anda? Lihat bagian “Akun” di halaman ini.",
    Aksi.PIN_DIMINTA: "Bukan Anda yang meminta? Batalkan di atas, dan hubungi kantor kecamatan.",
    Aksi.PIN_DIGANTI: "Bukan Anda yang meminta? Hubungi kantor kecamatan.",
    Aksi.PIN_LEWAT_EMAIL: "Bukan Anda? Hubungi kantor kecamatan.",
}
# Acts that make a new PIN, and who did.
PEMBUAT_PIN: dict[str, str] = {
    Aksi.PIN_DIGANTI: "petugas",
    Aksi.PIN_LEWAT_EMAIL: "lewat e-mail akun",
}
# Acts that let more people read it, together with the readers of before (`Jejak.dari`): a rule of
# this page about two acts, and not a word of either.
MEMBUKA = (Aksi.JANGKAUAN_DIUBAH, Aksi.DIUMUMKAN)
# Acts of a sender that tell of an account. Officials do not read them: the day on which somebody
# signed up says who it may be.
TENTANG_AKUN = (Aksi.DISIMPAN_AKUN, Aksi.DILEPAS_AKUN)
# Acts of officials that change the shown words.
MENYUNTING = (Aksi.PERIKSA, Aksi.DIPERBAIKI, Aksi.DIUMUMKAN)
# The key in the details of an act by which it came to another kampung.
KAMPUNG_BARU = "kampung_baru"


@dataclass(frozen=True)
class Peristiwa(Dasar):
    """One act on a kiriman. `tambahan` is where it went, which project, or which stage; `keputusan`
    is the number of the decision that it tells of. `berat` marks a bad turn: it depends on where
    the act led, so it is no column of the act."""

    tambahan: str = ""
    berat: bool = False
    keputusan: str = ""


def baca(aspirasi: Aspirasi) -> list[Jejak]:
    """Return the whole trail in one query, oldest first."""
    return list(riwayat(aspirasi))


def untuk_umum(jejak: list[Jejak]) -> list[Peristiwa]:
    """Return what everyone may read of a public kiriman."""
    semua = _terbaca(jejak, Pembaca.UMUM)
    return [replace(p, alasan=samarkan(p.alasan)) for p in semua]


def untuk_pengirim(jejak: list[Jejak]) -> list[Peristiwa]:
    """Return the same in words, and with the reasons, that speak to the sender."""
    return _terbaca(jejak, Pembaca.PENGIRIM)


def alasan_tertutup(jejak: list[Jejak]) -> str:
    """Return why it was closed without the help that was asked for; "" when it was not.

    Everyone may read it, with its numbers and addresses masked as in `untuk_umum`.
    """
    langkah = [j for j, _ in terbaca(jejak, LAKU, Pembaca.UMUM) if j.ke]
    if not langkah or langkah[-1].aksi not in TANPA_HASIL:
        return ""
    return _peristiwa(langkah[-1], Pembaca.UMUM).alasan


def alasan_luput(aspirasi: Aspirasi, jejak: list[Jejak]) -> Peristiwa | None:
    """Return what was told, with its reason, about the plan that left it out; None when no plan
    did."""
    kata = str(Tahap.TIDAK_DIPRIORITASKAN.label).lower()
    kabar = [j for j in jejak if (j.isi.rincian or {}).get("tahap") == kata and j.isi.alasan]
    return _peristiwa(kabar[-1], Pembaca.UMUM) if aspirasi.luput_rencana and kabar else None


def untuk_petugas(jejak: list[Jejak], sejak: dt.datetime | None = None) -> list[Peristiwa]:
    """Return everything but what concerns the sender's account, with every reason; only the public
    part from before `sejak`."""
    jejak = [j for j in jejak if j.aksi not in TENTANG_AKUN]
    lama = [j for j in jejak if sejak and j.waktu < sejak]
    baru = [j for j in jejak if not (sejak and j.waktu < sejak)]
    return untuk_umum(lama) + _terbaca(baru, Pembaca.PETUGAS)


def dibuka_untuk_kampung(jejak: list[Jejak]) -> dt.datetime | None:
    """Return when a kiriman of the kecamatan was opened to its kampung; None when it was not.

    Notes that officials of the kecamatan wrote before stay with them.
    """
    dibuka = [j.waktu for j in jejak if j.aksi in MEMBUKA and j.dari == Jangkauan.KECAMATAN]
    return dibuka[-1] if dibuka else None


def dilihat_untuk_kampung(aspirasi: Aspirasi, jejak: list[Jejak]) -> dt.datetime | None:
    """Return since when notes may speak to officials of its kampung: since the first look of a
    kiriman that had not reached them before, the day it was opened to them, or the day on which it
    came to this kampung from another, or from none."""
    awal = () if lebih_dulu(aspirasi) else (Aksi.PERIKSA,)
    semua = [j.waktu for j in jejak if j.aksi in awal or (j.isi.rincian or {}).get(KAMPUNG_BARU)]
    if dibuka := dibuka_untuk_kampung(jejak):
        semua.append(dibuka)
    return max(semua, default=None)


def pembaca_identitas(jejak: list[Jejak]) -> list[Peristiwa]:
    """Return who opened the identity of the sender, when, and for what purpose, where that was
    said."""
    dibuka = [j for j in jejak if j.aksi == Aksi.PENGIRIM_DIBACA]
    return [
        Peristiwa(j.waktu, "Identitas dibuka", OLEH.get(j.peran, PORTAL), alasan=j.isi.alasan)
        for j in dibuka
    ]


def pembaca_per_hari(jejak: list[Jejak]) -> list[str]:
    """Return the same in a line for each day and office, newest last: the day in WIB, the office,
    how often, and each given reason."""

    def kunci(p: Peristiwa) -> tuple[dt.date, str]:
        return tanggal_wib(p.waktu), p.oleh

    dibuka = groupby(sorted(pembaca_identitas(jejak), key=kunci), key=kunci)
    return [_sehari(hari, oleh, list(semua)) for (hari, oleh), semua in dibuka]


def _sehari(hari: dt.date, oleh: str, semua: list[Peristiwa]) -> str:
    kali = f", {len(semua)} kali" if len(semua) > 1 else ""
    alasan = dict.fromkeys(p.alasan for p in semua if p.alasan)
    guna = "".join(f". Untuk apa: {a}" for a in alasan)
    return f"{hari_tanggal(hari)}, {oleh}{kali}{guna}"


def pin_diganti(jejak: list[Jejak]) -> str:
    """Return how and when the PIN was last made anew; "" when the first one still counts."""
    for j in reversed(jejak):
        if j.aksi in PEMBUAT_PIN:
            return f"PIN baru dibuat {PEMBUAT_PIN[j.aksi]} pada {hari_tanggal(j.waktu)}."
    return ""


def alasan_ubahan(jejak: list[Jejak]) -> str:
    """Return why the shown text or its readers were changed last, at a first look or later; ''
    if they were not."""
    for j in reversed(jejak):
        if j.aksi in MENYUNTING and (j.isi.rincian or {}).get("diubah") and j.isi.alasan:
            return str(j.isi.alasan)
    return ""


def _terbaca(jejak: list[Jejak], pembaca: Pembaca) -> list[Peristiwa]:
    return [_peristiwa(j, pembaca) for j, _ in terbaca(jejak, LAKU, pembaca)]


def _peristiwa(jejak: Jejak, pembaca: Pembaca) -> Peristiwa:
    dasar = peristiwa(jejak, LAKU[jejak.aksi], pembaca, OLEH)
    rincian = jejak.isi.rincian or {}
    tahap = rincian.get("tahap")
    lengkap = Peristiwa(
        **vars(dasar),
        tambahan=str(tahap or rincian.get("ke") or rincian.get("proyek") or ""),
        berat=jejak.ke in (Status.DITOLAK, Status.BUKAN_WEWENANG, Status.DIBUKA_KEMBALI)
        or jejak.aksi == Aksi.ESKALASI,
        keputusan=str(rincian.get("keputusan") or ""),
    )
    if tahap:
        lengkap = replace(lengkap, kata=f"Proyek {rincian['proyek']}")
    if pembaca is Pembaca.PENGIRIM and jejak.aksi in SARAN_PENGIRIM:
        return replace(lengkap, alasan=SARAN_PENGIRIM[jejak.aksi])
    return lengkap
