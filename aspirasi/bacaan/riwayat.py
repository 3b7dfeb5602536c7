"""The trail of a kiriman as people may read it: acts and offices, never names of persons."""

import datetime as dt
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from aspirasi.enums import Aksi, Jangkauan, Status
from aspirasi.models import Aspirasi
from aspirasi.sampai import lebih_dulu
from core.jejak.catat import riwayat
from core.models import Jejak
from core.samar import samarkan
from core.tenggat.hari_kerja import tanggal_wib
from proyek.enums import Tahap
from warga.enums import Peran

KATA: dict[str, str] = {
    Aksi.KIRIM: "Kiriman diterima",
    Aksi.MINTA_KETERANGAN: "Petugas bertanya kepada pengirim",
    Aksi.LENGKAPI: "Pengirim memberi keterangan",
    Aksi.AMBIL_DULU: "Mulai ditangani sebelum diperiksa",
    Aksi.PERIKSA: "Sudah diperiksa",
    Aksi.TERUSKAN: "Diteruskan",
    Aksi.AMBIL: "Mulai ditangani",
    Aksi.KABARI: "Kabar sementara",
    Aksi.TUNDA: "Ditunda",
    Aksi.TUNGGU_INSTANSI: "Menunggu instansi lain",
    "surat_instansi": "Surat instansi",
    Aksi.TANGGAPI: "Dijawab",
    Aksi.RENCANAKAN: "Masuk rencana proyek",
    Aksi.IKUTI_TAHAP: "Kabar proyek yang menjawabnya",
    Aksi.TANYAI: "Proyek selesai, pengirim ditanya",
    Aksi.LEPAS_PROYEK: "Proyeknya batal, ditangani lagi",
    Aksi.BUKTIKAN: "Terbukti pada proyek yang selesai",
    Aksi.TUTUP_DIAM: "Ditutup tanpa jawaban pengirim",
    Aksi.ESKALASI: "Terlambat, diingatkan",
    Aksi.NYATAKAN_BERES: "Dinyatakan selesai oleh pengirim",
    Aksi.BUKA_KEMBALI: "Dibuka kembali oleh pengirim",
    Aksi.BUKA_WARGA: "Dibuka kembali karena warga menyatakan belum beres",
    Aksi.TARIK: "Ditarik pengirim",
    Aksi.TOLAK: "Ditolak",
    Aksi.BUKAN_WEWENANG: "Bukan wewenang kami",
    Aksi.GABUNG: "Digabung dengan kiriman lain",
    Aksi.LEPAS_GABUNG: "Tidak lagi digabung, diperiksa sendiri",
    "digabungi": "Kiriman serupa digabung ke sini",
    Aksi.ARSIPKAN: "Tidak dilanjutkan",
    Aksi.ARSIPKAN_DIAM: "Tidak dilanjutkan karena tidak ada keterangan",
    "data_dihapus": "Isi dan identitas dihapus atas permintaan",
}
# What the sender sees besides: who may read it, and what happened to the own data.
KATA_PENGIRIM: dict[str, str] = KATA | {
    Aksi.MINTA_KETERANGAN: "Petugas bertanya kepada Anda",
    Aksi.LENGKAPI: "Anda memberi keterangan",
    Aksi.TANYAI: "Proyek selesai, Anda ditanya",
    Aksi.TUTUP_DIAM: "Ditutup tanpa jawaban Anda",
    Aksi.NYATAKAN_BERES: "Anda nyatakan selesai",
    Aksi.BUKA_KEMBALI: "Anda buka kembali",
    Aksi.TARIK: "Anda tarik",
    "jangkauan_diubah": "Pembacanya Anda ubah",
    "dipersempit": "Pembacanya dipersempit petugas",
    "ikut_dipersempit": "Pembacanya ikut dipersempit, seperti kiriman yang serupa",
    "minta_umum": "Diminta dibuka untuk umum",
    "diumumkan": "Ditampilkan untuk umum",
    "umum_ditolak": "Belum dapat ditampilkan untuk umum",
    "induk_ditarik": "Kiriman yang Anda ikuti ditarik pengirimnya",
    "balasan_dibaca": "Tulisan Anda dibaca petugas",
    "pin_diminta": "PIN baru diminta lewat petugas",
    "pin_dibatalkan": "Permintaan PIN baru Anda batalkan",
    "pin_diganti": "PIN baru dibuat petugas",
    "pin_lewat_email": "PIN baru Anda buat lewat e-mail",
    "kontak_diubah": "Kontaknya Anda ubah",
    "kontak_dihapus": "Nama dan kontak dihapus",
    "identitas_dihapus": "Nama dan kontak dihapus atas permintaan",
    "letak_diatur": "Letaknya Anda atur",
    "letak_dihapus": "Letaknya Anda hapus",
    "letak_dibulatkan": "Letaknya dibulatkan petugas",
    "letak_ditepatkan": "Letaknya tampil dengan tepat",
}
# What officials see besides.
KATA_PETUGAS: dict[str, str] = {
    **(KATA_PENGIRIM | KATA),
    "jangkauan_diubah": "Pembacanya diubah pengirim",
    "letak_diatur": "Letak diatur pengirim",
    "letak_dihapus": "Letak dihapus pengirim",
    "kontak_diubah": "Kontak diubah pengirim",
    "induk_ditarik": "Kiriman yang diikuti ditarik pengirimnya",
    "balasan_dibaca": "Balasan pengirim dibaca",
    "pin_dibatalkan": "Permintaan PIN baru dibatalkan pengirim",
    "pin_lewat_email": "PIN baru dibuat pengirim lewat e-mail akunnya",
    "pin_disetujui": "Permintaan PIN baru disetujui orang kedua",
    "pin_ditolak": "Permintaan PIN baru ditolak orang kedua",
    "pin_ditarik": "Permintaan PIN baru ditarik",
    "keterangan_diminta": "Keterangan kampung diminta",
    "keterangan_dijawab": "Keterangan kampung diterima",
    "keterangan_ditutup": "Keterangan kampung tidak diperlukan lagi",
    "keterangan_ditulis_ulang": "Pertanyaan kepada kampung ditulis ulang",
    "golongan_diubah": "Batas waktu diubah",
    "tenggat_dihitung": "Tenggat dihitung ulang karena hari libur berubah",
    "foto_ditutup": "Bagian foto ditutup",
    "pindaian_disimpan": "Pindaian surat disimpan",
    "pindaian_ditampilkan": "Pindaian surat ditampilkan untuk umum",
    "pindaian_disembunyikan": "Pindaian surat tidak lagi tampil",
    "pengirim_dibaca": "Identitas pengirim dibuka",
    "foto_disetujui": "Foto ditampilkan",
    "catatan_ditulis": "Catatan petugas ditulis",
    "ditugaskan": "Dipegang seorang petugas",
    "dilepas": "Tidak dipegang lagi",
    "nomor_lapor": "Nomor SP4N-LAPOR! dicatat",
    "dikabari": "Pengirim dikabari lewat WhatsApp",
    "kabar_bahaya": "Peringatan bahaya diterbitkan",
    "ditanya": "Pengirim ditanya apakah masih beres",
    "dinilai": "Pengirim menjawab apakah masih beres",
}
OLEH: dict[str, str] = {
    Peran.APARAT: "Pemerintah kampung",
    Peran.STAF: "Kecamatan",
    Peran.ADMIN: "Kecamatan",
}
AKSI_PENGIRIM = (
    *(Aksi.KIRIM, Aksi.LENGKAPI, Aksi.NYATAKAN_BERES, Aksi.BUKA_KEMBALI, Aksi.TARIK),
    *("jangkauan_diubah", "minta_umum", "identitas_dihapus", "data_dihapus"),
    *("letak_diatur", "letak_dihapus", "kontak_diubah", "pin_dibatalkan"),
    *("pin_lewat_email", "dinilai"),
)
# Acts that end it without the help that was asked for.
AKSI_TERTUTUP = (Aksi.TOLAK, Aksi.BUKAN_WEWENANG, Aksi.GABUNG, Aksi.ARSIPKAN, Aksi.ARSIPKAN_DIAM)
# Whose reason everyone may read; the others speak to the sender or among officials.
ALASAN_UMUM = (
    *AKSI_TERTUTUP,
    *(Aksi.TUNDA, Aksi.BUKTIKAN, Aksi.IKUTI_TAHAP, Aksi.LEPAS_PROYEK, Aksi.BUKA_WARGA),
)
ALASAN_PENGIRIM = (
    *(*ALASAN_UMUM, Aksi.PERIKSA, Aksi.LEPAS_GABUNG),
    *("dipersempit", "diumumkan", "umum_ditolak", "letak_dibulatkan"),
)
# What the sender should do when it was not by their wish.
SARAN_PENGIRIM: dict[str, str] = {
    "pin_diminta": "Bukan Anda yang meminta? Batalkan di atas, dan hubungi kantor kecamatan.",
    "pin_diganti": "Bukan Anda yang meminta? Hubungi kantor kecamatan.",
    "pin_lewat_email": "Bukan Anda? Hubungi kantor kecamatan.",
}
# Acts that let more people read it.
MEMBUKA = ("jangkauan_diubah", "diumumkan")
# In the details of an act by which it came to another kampung.
KAMPUNG_BARU = "kampung_baru"
DIHAPUS = "Isi dihapus atas permintaan."


@dataclass(frozen=True)
class Peristiwa:
    """One act: when, what, which office; `tambahan` is where it went, which project or which
    stage; `keputusan` is the number of the decision that it tells of."""

    waktu: dt.datetime
    kata: str
    oleh: str
    tambahan: str = ""
    alasan: str = ""
    berat: bool = False
    keputusan: str = ""


def baca(aspirasi: Aspirasi) -> list[Jejak]:
    """Return the whole trail in one query, oldest first."""
    return list(riwayat(aspirasi))


def untuk_umum(jejak: list[Jejak]) -> list[Peristiwa]:
    """Return what everyone may read of a public kiriman."""
    semua = (_peristiwa(j, ALASAN_UMUM) for j in jejak if j.aksi in KATA)
    return [replace(p, alasan=samarkan(p.alasan)) for p in semua]


def untuk_pengirim(jejak: list[Jejak]) -> list[Peristiwa]:
    """Return the same in words, and with the reasons, that speak to the sender."""
    return [_ke_pengirim(j) for j in jejak if j.aksi in KATA_PENGIRIM]


def _ke_pengirim(jejak: Jejak) -> Peristiwa:
    peristiwa = _peristiwa(jejak, ALASAN_PENGIRIM, KATA_PENGIRIM)
    oleh = "Anda" if jejak.aksi in AKSI_PENGIRIM else peristiwa.oleh
    alasan = SARAN_PENGIRIM.get(jejak.aksi, peristiwa.alasan)
    return replace(peristiwa, oleh=oleh, alasan=alasan)


def alasan_tertutup(jejak: list[Jejak]) -> str:
    """Return why it was closed without what was asked for; "" when it was not.

    Everyone may read it, with its numbers and addresses masked as in `untuk_umum`.
    """
    langkah = [j for j in jejak if j.ke and j.aksi in KATA]
    if not langkah or langkah[-1].aksi not in AKSI_TERTUTUP:
        return ""
    return _peristiwa(langkah[-1], ALASAN_UMUM).alasan


def alasan_luput(aspirasi: Aspirasi, jejak: list[Jejak]) -> Peristiwa | None:
    """Return what was told, with its reason, of the plan that left it out; None when none did."""
    kata = str(Tahap.TIDAK_DIPRIORITASKAN.label).lower()
    kabar = [j for j in jejak if (j.isi.rincian or {}).get("tahap") == kata and j.isi.alasan]
    return _peristiwa(kabar[-1], ALASAN_UMUM) if aspirasi.luput_rencana and kabar else None


def untuk_petugas(jejak: list[Jejak], sejak: dt.datetime | None = None) -> list[Peristiwa]:
    """Return everything, with every reason; of what was before `sejak` only the public part."""
    lama = [j for j in jejak if sejak and j.waktu < sejak]
    baru = [j for j in jejak if not (sejak and j.waktu < sejak)]
    penuh = [_peristiwa(j, tuple(KATA_PETUGAS)) for j in baru if j.aksi in KATA_PETUGAS]
    return untuk_umum(lama) + penuh


def dibuka_untuk_kampung(jejak: list[Jejak]) -> dt.datetime | None:
    """Return when a kiriman of the kecamatan was opened to its kampung, None when it was not.

    What officials of the kecamatan wrote among themselves before stays with them.
    """
    dibuka = [j.waktu for j in jejak if j.aksi in MEMBUKA and j.dari == Jangkauan.KECAMATAN]
    return dibuka[-1] if dibuka else None


def dilihat_untuk_kampung(aspirasi: Aspirasi, jejak: list[Jejak]) -> dt.datetime | None:
    """Return since when officials of its kampung are among those that a note may speak to: the
    first look of what had not reached them before, the day it was opened to them, or the one
    on which it came to this kampung from another, or from none."""
    awal = () if lebih_dulu(aspirasi) else (Aksi.PERIKSA,)
    semua = [j.waktu for j in jejak if j.aksi in awal or (j.isi.rincian or {}).get(KAMPUNG_BARU)]
    if dibuka := dibuka_untuk_kampung(jejak):
        semua.append(dibuka)
    return max(semua, default=None)


def pembaca_identitas(jejak: list[Jejak]) -> list[Peristiwa]:
    """Return who opened the identity of the sender, when, and what for where that was said."""
    dibuka = [j for j in jejak if j.aksi == "pengirim_dibaca"]
    return [Peristiwa(j.waktu, "Identitas dibuka", _oleh(j), alasan=j.isi.alasan) for j in dibuka]


def pembaca_per_hari(jejak: list[Jejak]) -> list[dict[str, Any]]:
    """Return the same once a day and office, newest last.

    Keys: hari (a date in WIB), oleh, kali (how often), alasan (each one that was given).
    """

    def kunci(p: Peristiwa) -> tuple[dt.date, str]:
        return tanggal_wib(p.waktu), p.oleh

    hasil = []
    for (hari, oleh), semua in groupby(sorted(pembaca_identitas(jejak), key=kunci), key=kunci):
        butir = list(semua)
        alasan = [a for a in dict.fromkeys(p.alasan for p in butir) if a]
        hasil.append({"hari": hari, "oleh": oleh, "kali": len(butir), "alasan": alasan})
    return hasil


def pin_diganti(jejak: list[Jejak]) -> Jejak | None:
    """Return how the PIN was last made anew, None when the first one still counts."""
    baru = ("pin_diganti", "pin_lewat_email")
    return next((j for j in reversed(jejak) if j.aksi in baru), None)


def alasan_ubahan(jejak: list[Jejak]) -> str:
    """Return why the text or its readers were changed at the first look; '' if they were not."""
    for j in jejak:
        if j.aksi == Aksi.PERIKSA and (j.isi.rincian or {}).get("diubah"):
            return str(j.isi.alasan)
    return ""


def _peristiwa(
    jejak: Jejak, beralasan: tuple[str, ...], kata: dict[str, str] = KATA_PETUGAS
) -> Peristiwa:
    rincian = jejak.isi.rincian or {}
    alasan = jejak.isi.alasan if jejak.aksi in beralasan else ""
    tahap = rincian.get("tahap")
    return Peristiwa(
        waktu=jejak.waktu,
        kata=f"Proyek {rincian['proyek']}" if tahap else kata[jejak.aksi],
        oleh="Pengirim" if jejak.aksi in AKSI_PENGIRIM else _oleh(jejak),
        tambahan=str(tahap or rincian.get("ke") or rincian.get("proyek") or ""),
        alasan=DIHAPUS if jejak.isi.dihapus_pada and jejak.aksi in beralasan else alasan,
        berat=jejak.ke in (Status.DITOLAK, Status.BUKAN_WEWENANG, Status.DIBUKA_KEMBALI)
        or jejak.aksi == Aksi.ESKALASI,
        keputusan=str(rincian.get("keputusan") or ""),
    )


def _oleh(jejak: Jejak) -> str:
    return OLEH.get(jejak.peran, "Portal")
