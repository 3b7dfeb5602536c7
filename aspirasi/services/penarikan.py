"""Officials take parts of a kiriman back from the public: words, answers, reasons, photos.

A face, an identity number or an address may slip through the first look. Place and reason stay in
public; the sender keeps the own text and photo, and is told. Who may stands in `aspirasi.rules`.
"""

from collections.abc import Sequence

from django.db import transaction

from aspirasi.enums import Aksi, JenisTindakLanjut
from aspirasi.judul import PANJANG_JUDUL, judul_berikut
from aspirasi.laku import BERALASAN, LAKU
from aspirasi.models import Aspirasi, Lampiran, TindakLanjut
from aspirasi.services.alur import kunci_baris, kunci_bersama
from aspirasi.services.langkah import catat_langkah
from aspirasi.services.perbaikan import pastikan_dapat_diperbaiki
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import hapus_isi, riwayat
from core.models import Jejak
from core.moderasi.penarikan import (
    DITARIK,
    HITAM,
    catat_penarikan,
    hitam_semua,
    hitamkan,
    hitamkan_baris,
    pastikan_sebagian,
    tarik_berkas,
)
from core.waktu import sekarang
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

TULISAN = ("judul", "isi_publik", "lokasi")
ISI_DITARIK = "Isi ditarik petugas"
SUDAH = "Ini sudah ditarik rekan Anda. Muat ulang halaman."
SUDAH_SEBAGIAN = (
    "Sebagian jawaban ini sudah dihitamkan, dan kampung hanya dapat melakukannya satu kali. Minta "
    "petugas kecamatan untuk menghitamkan lagi."
)
TERLALU_BANYAK = (
    "Kampung hanya menghitamkan sebagian kecil jawabannya. Minta petugas kecamatan untuk menarik "
    "seluruhnya."
)


@transaction.atomic
def tarik_isi(
    *, aspirasi: Aspirasi, alasan: str, oleh: Pengguna, kata: Sequence[str] = ()
) -> Aspirasi:
    """Black out these words in the shown text, its title and its place; without `kata` take all of
    them back. The sender's own words stay.

    Raises TidakBisa before the first look, after its text was erased, without a reason, when the
    reason repeats the words, and when nothing changes.
    """
    kunci_bersama(aspirasi)
    aspirasi = kunci_baris(aspirasi)
    pastikan_dapat_diperbaiki(aspirasi)
    if aspirasi.isi_publik == HITAM:
        raise TidakBisa(SUDAH)
    baru = _isi_baru(aspirasi, kata, alasan)
    aksi = Aksi.ISI_DIHITAMKAN if kata else Aksi.ISI_DITARIK
    jejak = _catat(aspirasi, aksi, oleh, alasan)
    hitamkan_baris(jejak=jejak, baris=aspirasi, baru=baru, utuh=not kata)
    aspirasi.gabungan.update(mengutip=False)
    return aspirasi


def _isi_baru(aspirasi: Aspirasi, kata: Sequence[str], alasan: str) -> dict[str, str]:
    """Return the columns that change, with their new text, as long as they may be."""
    tulisan = {nama: getattr(aspirasi, nama) for nama in TULISAN}
    baru = hitam_semua(tulisan, kata, alasan)
    if not kata:
        return baru | {"judul": ISI_DITARIK} | ({"lokasi": ""} if aspirasi.lokasi else {})
    judul = _judul_baru(aspirasi, baru.get("isi_publik", aspirasi.isi_publik), kata)
    if judul != aspirasi.judul:
        baru["judul"] = judul
    if "lokasi" in baru:
        baru["lokasi"] = baru["lokasi"][: Aspirasi._meta.get_field("lokasi").max_length]
    return baru


def _judul_baru(aspirasi: Aspirasi, isi: str, kata: Sequence[str]) -> str:
    """Return its title without these words. One that was cut from the text may end within them
    ("… rumah Budi…"), so it is made anew from the black text."""
    judul = judul_berikut(aspirasi.judul, aspirasi.isi_publik, isi)
    return hitamkan(judul, kata)[:PANJANG_JUDUL]


@transaction.atomic
def tarik_jawaban(
    *, jawaban: TindakLanjut, alasan: str, oleh: Pengguna, kata: Sequence[str] = ()
) -> TindakLanjut:
    """Black out these words in an official answer; without `kata` take it back, with its photos. It
    was given all the same: status and clock stay.

    A kampung takes back words of its own answer, once, and never most of it: what an office
    promised stays. Raises TidakBisa for that, for words that are no official answer, without a
    reason, when the reason repeats the words, and when nothing changes.
    """
    aspirasi = kunci_baris(Aspirasi(pk=jawaban.aspirasi_id))
    jawaban = TindakLanjut.objects.select_for_update(of=("self",)).get(pk=jawaban.pk)
    if jawaban.jenis != JenisTindakLanjut.TANGGAPAN:
        raise TidakBisa("Hanya jawaban resmi yang tampil untuk umum.")
    baru = hitam_semua({"isi": jawaban.isi}, kata, alasan)
    if not adalah_kecamatan(oleh):
        lama = {"isi": jawaban.isi}
        pastikan_sebagian(lama, baru, sudah=SUDAH_SEBAGIAN, banyak=TERLALU_BANYAK)
    aksi = Aksi.JAWABAN_DIHITAMKAN if kata else Aksi.JAWABAN_DITARIK
    jejak = _catat(aspirasi, aksi, oleh, alasan)
    hitamkan_baris(jejak=jejak, baris=jawaban, baru=baru, utuh=not kata)
    if not kata:
        for lampiran in jawaban.foto.filter(ditarik_pada=None).select_related("berkas"):
            _tarik_foto(lampiran, jejak)
    return jawaban


@transaction.atomic
def tarik_alasan(*, aspirasi: Aspirasi, peristiwa: Jejak, alasan: str, oleh: Pengguna) -> None:
    """Empty the words of one public act in the trail: its reason, which everyone read. The act
    stays, and the trail names what was emptied.

    Raises TidakBisa for an act without public words, and when they are gone.
    """
    pastikan_beralasan(alasan)
    aspirasi = kunci_baris(aspirasi)
    jejak = riwayat(aspirasi).filter(pk=peristiwa.pk, aksi__in=BERALASAN).first()
    if jejak is None:
        raise TidakBisa("Langkah ini tidak memuat alasan yang dapat ditarik.")
    if jejak.isi.dihapus_pada or not jejak.isi.alasan:
        raise TidakBisa(SUDAH)
    if aspirasi.alasan_tertunda == jejak.isi.alasan:
        aspirasi.alasan_tertunda = HITAM  # that it was put off stays, and so does its day
        aspirasi.save(update_fields=["alasan_tertunda"])
    tetap = _yang_tetap(jejak)
    hapus_isi(objek=aspirasi, alasan=DITARIK, oleh=oleh, jejak=[jejak])
    perbuatan = _catat(aspirasi, Aksi.ALASAN_DITARIK, oleh, alasan, tetap)
    catat_penarikan(jejak=perbuatan, baris=jejak.isi, kolom=["alasan"], utuh=True)


@transaction.atomic
def tarik_foto(*, lampiran: Lampiran, alasan: str, oleh: Pengguna) -> Lampiran:
    """Take a shown photo back from everyone; its public file goes with this act. The desk keeps it,
    and it may be shown again only after parts of it were covered.

    The sender keeps the own photo. One of an answer is taken back from the sender, too, so it need
    not be public. Raises TidakBisa when it is not shown, and without a reason.
    """
    pastikan_beralasan(alasan)
    aspirasi = kunci_baris(Aspirasi(pk=lampiran.aspirasi_id))
    lampiran = aspirasi.lampiran.select_related("berkas").get(pk=lampiran.pk)
    tampil = lampiran.disetujui_pada is not None
    if not tampil and not (lampiran.dari_jawaban and lampiran.menunggu):
        raise TidakBisa("Foto ini sudah tidak tampil untuk umum. Muat ulang halaman.")
    _tarik_foto(lampiran, _catat(aspirasi, Aksi.FOTO_DITARIK, oleh, alasan))
    return lampiran


def _tarik_foto(lampiran: Lampiran, jejak: Jejak) -> None:
    lampiran.disetujui_pada, lampiran.ditarik_pada = None, sekarang()
    lampiran.save(update_fields=["disetujui_pada", "ditarik_pada"])
    tarik_berkas(jejak=jejak, baris=lampiran)


def _yang_tetap(jejak: Jejak) -> dict[str, str]:
    """Return what the act says in the portal's own words, as the days of a delay or an office: they
    were never typed, and emptying takes them along."""
    ke = (jejak.isi.rincian or {}).get("ke")
    return {"ke": f"{LAKU[jejak.aksi].kata.lower()} {ke}"} if ke else {}


def _catat(
    aspirasi: Aspirasi,
    aksi: str,
    oleh: Pengguna,
    alasan: str,
    rincian: dict[str, str] | None = None,
) -> Jejak:
    return catat_langkah(aspirasi, aksi, oleh, aspirasi.status, alasan.strip(), rincian)
