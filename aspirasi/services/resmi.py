"""Acts of officials on a kiriman. Each is one transaction and leaves a Jejak.

What the sender does (send, reply, confirm, withdraw) lives in `kiriman.py`.
"""

from collections.abc import Iterable
from typing import Any

import rules
from django.db import transaction

from aspirasi.bacaan.riwayat import KAMPUNG_BARU
from aspirasi.enums import (
    GOLONGAN_JENIS,
    TRANSISI,
    URUTAN_JANGKAUAN,
    Aksi,
    Jangkauan,
    JenisTindakLanjut,
    Tentang,
)
from aspirasi.models import Aspirasi, Disposisi, Lampiran, Pengirim, TautanProyek, TindakLanjut
from aspirasi.services import jam
from aspirasi.services.alur import (
    AKSI_TUTUP_NEGATIF,
    kunci,
    kunci_bersama,
    lupakan_sanggahan,
    pindah,
    serahkan,
    tulis,
)
from aspirasi.services.foto_umum import catat_foto, terbitkan_foto
from aspirasi.services.jangkauan import lepas_kutipan, turunkan_berkas, tutup_gabungan
from aspirasi.services.langkah import atas_nama, catat_langkah, instansi_dari, kantor_dari
from aspirasi.teks import PANJANG_ISI, judul_dari
from core.galat import TidakBisa
from core.jaga.samar import samarkan
from core.jejak.catat import catat, riwayat
from core.jejak.nomor import nomor_baru
from core.waktu import hari_ini, sekarang
from proyek.enums import TAHAP_RAMPUNG
from proyek.models import Proyek
from warga.enums import INSTANSI_DALAM
from warga.models import Instansi, Kampung, Pengguna

LUAR_KECAMATAN = (
    "Untuk instansi di luar kecamatan pakai “Tunggu instansi lain”: kecamatan yang bersurat ke "
    "sana dan tetap menjawab pengirimnya."
)


@transaction.atomic
def periksa(
    *,
    aspirasi: Aspirasi,
    isi_publik: str,
    jangkauan: str,
    tentang: str,
    kampung: Kampung | None,
    oleh: Pengguna,
    jenis: str = "",
    golongan: str = "",
    alasan: str = "",
    foto: Iterable[Lampiran] = (),
    senyap: bool = False,
) -> Aspirasi:
    """Verify a new kiriman: set the text shown, who may read it and where it belongs.

    The text may be edited and the jangkauan narrowed, each with a reason; `jenis` corrects
    the kind when given, and `golongan` sets the clock that the kind alone only guesses. A
    public one gets its number here, and its photos in `foto` are shown. With `senyap` the
    sender is not told, because the caller goes on at once with a step that is. Raises TidakBisa
    when it was already checked, when the jangkauan would widen, or when an edit lacks its
    reason.
    """
    kunci_bersama(aspirasi)
    aspirasi, dari = pindah(aspirasi, Aksi.PERIKSA)
    isi_publik = samarkan(isi_publik)[:PANJANG_ISI]
    diubah = _perubahan(aspirasi, isi_publik, jangkauan, tentang)
    _pastikan_beralasan(diubah, alasan)
    _sesuaikan_gabungan(aspirasi, diubah, jangkauan, tentang)
    aspirasi.jenis = jenis or aspirasi.jenis
    aspirasi.isi_publik, aspirasi.judul = isi_publik, judul_dari(isi_publik)
    rincian = {"diubah": diubah} | _setel_pembaca(aspirasi, jangkauan, tentang, kampung)
    aspirasi.diperiksa_pada = sekarang()
    jam.setel_golongan(aspirasi, golongan or GOLONGAN_JENIS[aspirasi.jenis])
    tampil = terbitkan_foto(aspirasi, foto)
    _setel_halaman(aspirasi)
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.PERIKSA, oleh, dari, alasan, rincian, senyap=senyap)
    catat_foto(aspirasi, tampil, oleh)
    return _teruskan_yang_diambil(aspirasi)


def _tiba(aspirasi: Aspirasi, kampung: Kampung | None) -> dict[str, Any]:
    """What the trail keeps of a kiriman that comes to another kampung: who works there read no
    note of before (`riwayat.dilihat_untuk_kampung`). Call it before its kampung is set."""
    return {KAMPUNG_BARU: True} if kampung and kampung.pk != aspirasi.kampung_id else {}


def _setel_pembaca(
    aspirasi: Aspirasi, jangkauan: str, tentang: str, kampung: Kampung | None
) -> dict[str, Any]:
    """Set who reads it and where it belongs; return what the trail keeps of that (`_tiba`)."""
    tiba = _tiba(aspirasi, kampung)
    aspirasi.jangkauan, aspirasi.tentang, aspirasi.kampung = jangkauan, tentang, kampung
    if jangkauan == Jangkauan.KECAMATAN:
        aspirasi.ditugaskan = None
    if jangkauan == Jangkauan.KECAMATAN or kampung is None:
        aspirasi.langsung = False
    return tiba


def _sesuaikan_gabungan(
    aspirasi: Aspirasi, diubah: list[str], jangkauan: str, tentang: str
) -> None:
    """What was let go of had a page, and may have been joined since: who did quotes no title
    that was edited away, and is read by no more people than it is."""
    if aspirasi.nomor and diubah:
        lepas_kutipan(aspirasi)
        if "jangkauan" in diubah:
            tutup_gabungan(aspirasi, jangkauan, tentang)


def _setel_halaman(aspirasi: Aspirasi) -> None:
    """Number what is for everyone; close what was so before it was let go of, and is no more."""
    if aspirasi.jangkauan != Jangkauan.PUBLIK:
        turunkan_berkas(aspirasi)
    elif aspirasi.nomor is None:  # last, since the row of the counter stays locked
        aspirasi.nomor = nomor_baru("ASP", hari_ini().year)


def _teruskan_yang_diambil(aspirasi: Aspirasi) -> Aspirasi:
    """Go on with what its kampung took up before the first look, in the name of who did.

    Let go of it when it is no more that kampung's, or no more for its eyes. The sender hears
    of the look alone: that work has begun was told when it did.
    """
    kantor = aspirasi.ditangani
    if kantor is None or kantor.kampung_id is None:
        return aspirasi
    jejak = riwayat(aspirasi).filter(aksi=Aksi.AMBIL_DULU).last()
    oleh = Pengguna.objects.filter(pk=jejak.oleh_id).first() if jejak else None
    sendiri = kantor.kampung_id == aspirasi.kampung_id
    if not (sendiri and oleh and rules.has_perm("aspirasi.ambil_dulu", oleh, aspirasi)):
        aspirasi.ditangani = aspirasi.ditugaskan = None
        aspirasi.save()
        return aspirasi
    aspirasi, dari = pindah(aspirasi, Aksi.AMBIL)
    aspirasi.save()
    catat(objek=aspirasi, aksi=Aksi.AMBIL, oleh=oleh, dari=dari, ke=aspirasi.status)
    return aspirasi


def _pastikan_beralasan(diubah: list[str], alasan: str) -> None:
    if diubah and not alasan.strip():
        raise TidakBisa(
            "Tulis alasan mengapa isi atau pembacanya diubah. Pengirim akan membacanya."
        )


def _perubahan(aspirasi: Aspirasi, isi_publik: str, jangkauan: str, tentang: str) -> list[str]:
    """Name what the official changed. Raises TidakBisa when more people would read it.

    What is about officers of the kecamatan has the fewest readers, so it stays that.
    """
    lama, baru = (URUTAN_JANGKAUAN.index(j) for j in (aspirasi.jangkauan, jangkauan))
    beralih = tentang != aspirasi.tentang
    if baru < lama or (beralih and aspirasi.tentang == Tentang.PETUGAS_KECAMATAN):
        raise TidakBisa("Hanya pengirim yang boleh membuka kirimannya untuk lebih banyak orang.")
    diubah = ["isi"] if isi_publik != aspirasi.isi_publik else []
    menyempit = baru > lama or (beralih and tentang == Tentang.PETUGAS_KECAMATAN)
    return diubah + (["jangkauan"] if menyempit else [])


@transaction.atomic
def teruskan(*, aspirasi: Aspirasi, ke: Instansi, oleh: Pengguna, catatan: str = "") -> Aspirasi:
    """Route to a body of government. To a kampung: it becomes the kampung's own.

    The same again (a repeated send) stands once. Raises TidakBisa for an instansi outside the
    kecamatan (it has no desk here), and for a kiriman about the aparat of a kampung (it never
    goes there).
    """
    if ke.jenis not in INSTANSI_DALAM:
        raise TidakBisa(LUAR_KECAMATAN)
    aspirasi, dari = pindah(aspirasi, Aksi.TERUSKAN)
    if dari == aspirasi.status and _sudah_diteruskan(aspirasi, ke, catatan):
        return aspirasi
    if ke.kampung and aspirasi.jangkauan == Jangkauan.KECAMATAN:
        raise TidakBisa(
            "Kiriman ini hanya untuk kecamatan, jadi tidak dapat diteruskan ke kampung."
        )
    serahkan(aspirasi, ke)
    rincian = {"ke": ke.nama} | _tiba(aspirasi, ke.kampung)
    aspirasi.kampung = ke.kampung or aspirasi.kampung
    aspirasi.save()
    Disposisi.objects.create(aspirasi=aspirasi, ke=ke, catatan=catatan, oleh=oleh)
    catat_langkah(aspirasi, Aksi.TERUSKAN, oleh, dari, catatan, rincian)
    return aspirasi


def _sudah_diteruskan(aspirasi: Aspirasi, ke: Instansi, catatan: str) -> bool:
    """True when it is there, with these words or without any new ones."""
    terakhir = aspirasi.disposisi.last()
    kata = (terakhir.catatan if terakhir else "", "")
    return aspirasi.ditangani_id == ke.pk and catatan in kata


@transaction.atomic
def ambil(*, aspirasi: Aspirasi, oleh: Pengguna) -> Aspirasi:
    """Take up: work on it has begun. What was opened again, or waited for others, is this
    office's own from now on."""
    aspirasi, dari = pindah(aspirasi, Aksi.AMBIL, oleh=oleh)
    if aspirasi.ditangani is None or dari in TRANSISI[Aksi.AMBIL].kecamatan:
        serahkan(aspirasi, kantor_dari(oleh))
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.AMBIL, oleh, dari)
    return aspirasi


@transaction.atomic
def tanggapi(*, aspirasi: Aspirasi, isi: str, oleh: Pengguna) -> TindakLanjut:
    """Answer officially, in the name of the office. The clock of the first answer stops."""
    aspirasi, dari = pindah(aspirasi, Aksi.TANGGAPI, oleh=oleh)
    aspirasi.ditangani = aspirasi.ditangani or instansi_dari(oleh)
    jawaban, baru = tulis(
        aspirasi, JenisTindakLanjut.TANGGAPAN, isi, atas_nama=atas_nama(oleh), oleh=oleh
    )
    if baru:
        aspirasi.save()
        lupakan_sanggahan(aspirasi)
        catat_langkah(aspirasi, Aksi.TANGGAPI, oleh, dari)
    return jawaban


@transaction.atomic
def tutup_negatif(*, aspirasi: Aspirasi, aksi: str, alasan: str, oleh: Pengguna) -> Aspirasi:
    """Close without an answer that helps, with the reason.

    `aksi`: refuse (TOLAK), not ours (BUKAN_WEWENANG), or not gone on with (ARSIPKAN); any
    other raises ValueError.
    """
    if aksi not in AKSI_TUTUP_NEGATIF:
        raise ValueError(f"{aksi} does not close a kiriman in words alone")
    aspirasi, dari = pindah(aspirasi, aksi, alasan, oleh=oleh)
    aspirasi.save()
    catat_langkah(aspirasi, aksi, oleh, dari, alasan)
    return aspirasi


@transaction.atomic
def hubungkan_proyek(*, aspirasi: Aspirasi, proyek: Proyek, oleh: Pengguna) -> TautanProyek:
    """Say that this project answers this kiriman; it waits for the project from now on.

    Raises TidakBisa when they are of different kampung, already linked, or the kiriman is
    closed. A second project may be linked without another change of status.
    """
    aspirasi = kunci(aspirasi)
    if aspirasi.kampung_id != proyek.kampung_id:
        raise TidakBisa("Proyek dan kiriman ini dari kampung yang berbeda.")
    if TautanProyek.objects.filter(aspirasi=aspirasi, proyek=proyek).exists():
        raise TidakBisa("Proyek ini sudah dihubungkan.")
    aspirasi, dari = pindah(aspirasi, Aksi.RENCANAKAN, oleh=oleh)
    aspirasi.save()
    lupakan_sanggahan(aspirasi)
    # What is finished already is still to be asked about.
    tahap = "" if proyek.tahap in TAHAP_RAMPUNG else proyek.tahap
    tautan = TautanProyek.objects.create(
        aspirasi=aspirasi, proyek=proyek, tahap_dikabarkan=tahap, oleh=oleh
    )
    catat_langkah(aspirasi, Aksi.RENCANAKAN, oleh, dari, rincian={"proyek": proyek.nomor})
    return tautan


@transaction.atomic
def catat_internal(*, aspirasi: Aspirasi, isi: str, oleh: Pengguna) -> TindakLanjut:
    """Leave a note for other officials. No sender and no public page ever shows it."""
    aspirasi = kunci(aspirasi)
    catatan, baru = tulis(
        aspirasi, JenisTindakLanjut.CATATAN, isi, atas_nama=atas_nama(oleh), oleh=oleh
    )
    if baru:
        aspirasi.balasan_pada = None  # who writes a note has read what the sender added
        aspirasi.save(update_fields=["balasan_pada"])
        catat(objek=aspirasi, aksi="catatan_ditulis", oleh=oleh)
    return catatan


@transaction.atomic
def baca_pengirim(*, aspirasi: Aspirasi, oleh: Pengguna) -> Pengirim:
    """Return who sent it. Every reading is logged, and the sender can see the log."""
    catat(objek=aspirasi, aksi="pengirim_dibaca", oleh=oleh)
    return Pengirim.objects.select_related("pengguna", "lewat").get(aspirasi=aspirasi)
