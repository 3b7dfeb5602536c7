"""Acts of a sender on their own kiriman: send, add photos, reply, confirm, withdraw."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from aspirasi.bacaan.rujukan import Rujukan
from aspirasi.enums import (
    STATUS_BELUM_DIPERIKSA,
    Aksi,
    JenisTindakLanjut,
    Langkah,
    Status,
)
from aspirasi.hari import GOLONGAN_JENIS
from aspirasi.judul import judul_dari
from aspirasi.kode import kode_dari, pin_dari, sidik_pin
from aspirasi.models import Aspirasi, Lampiran, LampiranTertunda, Pengirim, TindakLanjut
from aspirasi.services import jam
from aspirasi.services.alur import (
    kunci_baris,
    kunci_bersama,
    lupakan_sanggahan,
    pastikan_boleh_ditanya,
    pindah,
    tulis,
)
from aspirasi.services.gabung import lepas_gabungan
from aspirasi.services.langkah import catat_langkah
from aspirasi.services.pembaca import turunkan_berkas
from aspirasi.services.pengabaran import hentikan_kabar
from aspirasi.teks import PANJANG_ISI, SERUPA_SAJA
from core.antrean.tugas import Prioritas, antre
from core.berkas.foto_tertunda import cabut
from core.formulir import sekali
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.models import Berkas
from core.samar import samarkan
from core.waktu import sekarang
from warga.models import Pengguna
from warga.services import alamat_terbukti

FOTO_TERBANYAK = 5
VERSI_PERSETUJUAN = "2026-11d"


@dataclass(frozen=True)
class Terkirim:
    """A stored kiriman, and the code and PIN that its sender must keep. `baru` is False for a
    repeated send."""

    aspirasi: Aspirasi
    kode: str
    pin: str
    baru: bool = True


def kirim(
    *,
    aspirasi: Aspirasi,
    pengirim: Pengirim,
    kunci: str,
    oleh: Pengguna | None = None,
    titipan: bool = False,
    rujukan: Rujukan | None = None,
) -> Terkirim:
    """Store an unsaved kiriman and its sender. The same key twice gives the first one again.

    `kunci` is the secret one-time key of the form. `titipan`: `oleh` helps somebody else,
    so the kiriman does not become theirs. `rujukan` is what it is about. Photos come afterwards.
    """
    pengirim.pengguna, pengirim.lewat = (None, oleh) if titipan else (oleh, None)

    def simpan() -> None:
        if aspirasi.kampung_id is None and aspirasi.proyek_disebut:
            aspirasi.kampung_id = aspirasi.proyek_disebut.kampung_id
        jam.mulai(aspirasi, Langkah.PERIKSA)
        if aspirasi.anak:
            _tanpa_identitas(aspirasi, pengirim)
        # An address of a marked account may belong to an intruder.
        if pengirim.pengguna and not pengirim.pengguna.sandi_dari_kode_pada:
            pengirim.alamat_terbukti = list(alamat_terbukti(pengirim.pengguna))
        simpan_baris(aspirasi, pengirim)
        if rujukan:
            rujukan.sambung(aspirasi)
        if aspirasi.bahaya:
            acuan = aspirasi.acuan.hex
            tugas = "aspirasi.services.bahaya.kabari_bahaya"
            antre(tugas, acuan, kunci=f"bahaya:{acuan}", prioritas=Prioritas.DAHULU)

    return simpan_sekali(aspirasi, kunci, simpan, dengan_kunci)


@transaction.atomic
def simpan_sekali(
    aspirasi: Aspirasi,
    kunci: str,
    simpan: Callable[[], None],
    sudah: Callable[[str], Aspirasi | None],
) -> Terkirim:
    """Give an unsaved kiriman its code, PIN and key, and let `simpan` store it, all or nothing.

    The same key twice gives the first kiriman again; `sudah` finds it by the hash of the key. A
    second send that arrives meanwhile waits for the first.
    """
    kode, pin, sidik = kode_dari(kunci), pin_dari(kunci), sekali.sidik(kunci)
    aspirasi.kode, aspirasi.pin_hash, aspirasi.kunci_hash = kode, sidik_pin(pin, kode), sidik
    sekali.tunggu_giliran(sidik)
    lama = sudah(sidik)
    if lama is None:
        simpan()
    return Terkirim(lama or aspirasi, kode, pin, baru=lama is None)


def dengan_kunci(sidik: str) -> Aspirasi | None:
    """Return the kiriman that the form of this key made before."""
    return Aspirasi.objects.filter(kunci_hash=sidik).first()


def simpan_baris(aspirasi: Aspirasi, pengirim: Pengirim) -> None:
    """Store a new kiriman and its sender. The caller has set its place and its code."""
    aspirasi.isi_publik = samarkan(aspirasi.isi)[:PANJANG_ISI]  # masks may be longer
    aspirasi.judul = judul_dari(aspirasi.isi_publik)
    if not aspirasi.isi:
        aspirasi.isi_publik = aspirasi.judul = SERUPA_SAJA
    aspirasi.golongan = GOLONGAN_JENIS[aspirasi.jenis]
    aspirasi.save(force_insert=True)
    pengirim.aspirasi, pengirim.versi_persetujuan = aspirasi, VERSI_PERSETUJUAN
    pengirim.save(force_insert=True)
    # The trail names no sender: `Pengirim` alone does.
    catat(objek=aspirasi, aksi=Aksi.KIRIM, ke=aspirasi.status)


def _tanpa_identitas(aspirasi: Aspirasi, pengirim: Pengirim) -> None:
    """Keep nothing that identifies a sender under 18, not even an account (UU 27/2022)."""
    aspirasi.tampilkan_nama = pengirim.nama_untuk_kampung = False
    pengirim.nama = pengirim.telepon = pengirim.email = ""
    pengirim.pengguna = None


@transaction.atomic
def tambah_foto(
    *,
    aspirasi: Aspirasi,
    berkas: Berkas,
    sidik: str = "",
    tertunda: LampiranTertunda | None = None,
) -> Lampiran:
    """Attach a stored photo. Raises TidakBisa when it is closed or has five already.

    `sidik` is the fingerprint of the bytes as they were sent: the same photo stands once. The row
    `tertunda`, under which the photo waited, is deleted.
    """
    aspirasi = kunci_baris(aspirasi)
    if tertunda:
        cabut(tertunda)
    milik = aspirasi.lampiran.dari_pengirim()
    sudah = milik.filter(sidik=sidik).first() if sidik else None
    if sudah:
        return sudah
    pastikan_muat_foto(aspirasi)
    if aspirasi.status not in STATUS_BELUM_DIPERIKSA:  # the first look sees all photos
        _tandai_balasan(aspirasi)
    return Lampiran.objects.create(aspirasi=aspirasi, berkas=berkas, sidik=sidik or berkas.nama)


def pastikan_muat_foto(aspirasi: Aspirasi) -> None:
    """Raise TidakBisa when the kiriman accepts no further photo."""
    if not aspirasi.terbuka:
        raise TidakBisa("Kiriman ini sudah ditutup, jadi foto tidak dapat ditambahkan.")
    menunggu = aspirasi.foto_tertunda.menunggu().count()
    if aspirasi.lampiran.dari_pengirim().count() + menunggu >= FOTO_TERBANYAK:
        raise TidakBisa(f"Satu kiriman memuat paling banyak {FOTO_TERBANYAK} foto.")


@transaction.atomic
def balas(*, aspirasi: Aspirasi, isi: str) -> TindakLanjut:
    """Add a message of the sender. Raises TidakBisa when the kiriman is closed.

    When the sender was asked for it, the first look goes on; when the sender was asked whether it
    is settled, the silence is broken and its days count anew. An unasked message waits in the queue
    of the desk until an official has read it.
    """
    aspirasi = kunci_baris(aspirasi)
    if not aspirasi.terbuka:
        raise TidakBisa("Kiriman ini sudah ditutup. Kalau belum beres, buka kembali dahulu.")
    if aspirasi.status == Status.PERLU_PERBAIKAN:
        return lengkapi(aspirasi=aspirasi, isi=isi)
    if aspirasi.langkah == Langkah.KONFIRMASI:
        jam.mulai(aspirasi, Langkah.KONFIRMASI)
        aspirasi.save()
    balasan, baru = tulis(aspirasi, JenisTindakLanjut.BALASAN_PENGIRIM, isi)
    if baru:
        _tandai_balasan(aspirasi)
    return balasan


def _tandai_balasan(aspirasi: Aspirasi) -> None:
    """Put it into the queue of the desk, with the moment of the newest unread word."""
    aspirasi.balasan_pada = sekarang()
    aspirasi.save(update_fields=["balasan_pada"])
    catat(objek=aspirasi, aksi=Aksi.DIBALAS)


@transaction.atomic
def lengkapi(*, aspirasi: Aspirasi, isi: str) -> TindakLanjut:
    """Answer an official's question: the first look goes on with the days that were left."""
    aspirasi, dari = pindah(aspirasi, Aksi.LENGKAPI)
    aspirasi.save()
    catat(objek=aspirasi, aksi=Aksi.LENGKAPI, dari=dari, ke=aspirasi.status)
    return _keterangan(aspirasi, isi)


@transaction.atomic
def nyatakan_beres(*, aspirasi: Aspirasi) -> Aspirasi:
    """Note that the sender says it is settled. Raises TidakBisa while its project is not
    finished."""
    pastikan_boleh_ditanya(kunci_baris(aspirasi))
    aspirasi, dari = pindah(aspirasi, Aksi.NYATAKAN_BERES)
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.NYATAKAN_BERES, None, dari)
    return aspirasi


@transaction.atomic
def buka_kembali(*, aspirasi: Aspirasi, alasan: str) -> Aspirasi:
    """Open it again, because the sender says that it is not settled, and why. It goes to the
    kecamatan.

    Raises TidakBisa while its project is not finished.
    """
    pastikan_boleh_ditanya(kunci_baris(aspirasi))
    aspirasi, dari = pindah(aspirasi, Aksi.BUKA_KEMBALI, alasan)
    aspirasi.save()
    lupakan_sanggahan(aspirasi)
    _keterangan(aspirasi, alasan)
    catat(objek=aspirasi, aksi=Aksi.BUKA_KEMBALI, dari=dari, ke=aspirasi.status)
    return aspirasi


@transaction.atomic
def tarik(*, aspirasi: Aspirasi) -> Aspirasi:
    """Withdraw it for the sender: it disappears from every public page, and its joiners are
    released."""
    kunci_bersama(aspirasi)
    aspirasi, dari = pindah(aspirasi, Aksi.TARIK)
    aspirasi.save()
    turunkan_berkas(aspirasi)
    hentikan_kabar(aspirasi, email=False, pin=False)
    catat(objek=aspirasi, aksi=Aksi.TARIK, dari=dari, ke=aspirasi.status)
    lepas_gabungan(aspirasi)
    return aspirasi


def _keterangan(aspirasi: Aspirasi, isi: str) -> TindakLanjut:
    return tulis(aspirasi, JenisTindakLanjut.BALASAN_PENGIRIM, isi)[0]
