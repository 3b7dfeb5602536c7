"""Write, publish, withdraw and remove stored files.

Bytes are written before the row that names them commits, and removed only after the row
that named them is gone for good. A rollback therefore leaves at most a file without a
row, never a row without its file; `buang_yatim` sweeps those up.
"""

import contextlib
import logging
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from core.antrean.tugas import Prioritas, antre
from core.berkas import kamar_gelap
from core.berkas.kamar_gelap import Tenggat
from core.galat import TidakBisa
from core.gambar import olah as gambar
from core.gambar.olah import FotoDitolak
from core.models.berkas import Berkas, nama_acak, nama_kecil

log = logging.getLogger(__name__)

TERBATAS, PUBLIK = "terbatas", "publik"
MAKS_DOKUMEN = 10 * 1024 * 1024
BUANG = "core.berkas.simpan.buang"
# Readers open a PDF behind a mark of the byte order or blanks, and before a tail of zeros.
AWAL_PDF = re.compile(rb"(?:\xef\xbb\xbf)?[\s\0]{0,1000}%PDF-")
EKOR_KOSONG = b"\0 \t\r\n"
TERKUNCI = re.compile(rb"/Encrypt\s*(?:<<|\d{1,10}\s+\d{1,5}\s+R\b)")
UMUR_YATIM = timedelta(days=1)
PESAN_DOKUMEN = {
    "kosong": "Dokumen ini kosong (0 byte). Pilih berkasnya sekali lagi.",
    "terlalu_besar": "Dokumen ini lebih dari 10 MB. Perkecil dulu, atau pindai ulang.",
    "bukan_pdf": "Dokumen harus PDF. Simpan sebagai PDF dulu, lalu kirim lagi.",
    "bukan_pindaian": (
        "Berkas ini bukan foto yang dapat dibuka, dan bukan PDF. Kirim PDF, atau foto JPEG, PNG, "
        "atau WebP."
    ),
    "terpotong": "Dokumen ini terpotong, mungkin karena sinyal putus. Coba kirim lagi.",
    "terkunci": (
        "Dokumen ini dikunci dengan kata sandi, jadi tidak dapat dibaca orang. Buka, pilih Cetak, "
        "lalu “Simpan sebagai PDF”, dan kirim berkas yang baru."
    ),
    "rangkap": "Dokumen ini berisi berkas lain di dalamnya, jadi kami tolak. Simpan ulang PDF-nya.",
    "tak_tersimpan": "Tempat penyimpanan kami sedang bermasalah. Kirim dokumennya lagi nanti.",
}
TAK_TERBIT = (
    "Foto atau dokumennya tidak dapat diterbitkan karena tempat penyimpanan sedang bermasalah. "
    "Coba lagi nanti, dan beri tahu admin portal."
)


class DokumenDitolak(ValidationError):
    """A document that is not taken; `code` is a key of PESAN_DOKUMEN."""

    def __init__(self, kode: str) -> None:
        super().__init__(PESAN_DOKUMEN[kode], code=kode)


def jalur(nama: str) -> str:
    """Return where `nama` lies in its storage: folders by the first two letters."""
    return f"{nama[:2]}/{nama}"


def simpan_foto(unggahan: UploadedFile, tenggat: Tenggat | None = None) -> Berkas:
    """Prove, shrink and store a photo in `terbatas`. Raises FotoDitolak.

    Call it outside a transaction: it waits until `tenggat`, by default as long as a request may.
    """
    data = baca_foto(unggahan)
    return simpan_jadi(kamar_gelap.olah(data, tenggat or kamar_gelap.permintaan()))


def baca_foto(unggahan: UploadedFile) -> bytes:
    """Return the bytes of a photo as it was sent; one too many when it is too large."""
    return _baca(unggahan, gambar.MAKS_BYTE)


def simpan_jadi(foto: gambar.FotoJadi) -> Berkas:
    """Store both sizes of a photo that is finished in `terbatas`. Raises FotoDitolak."""
    return Berkas.objects.create(
        jenis=Berkas.Jenis.FOTO,
        nama=_simpan_dua(foto),
        ukuran=len(foto.besar),
        lebar=foto.lebar,
        tinggi=foto.tinggi,
    )


def _simpan_dua(foto: gambar.FotoJadi) -> str:
    """Write both sizes under a new name, and return it. Raises FotoDitolak."""
    nama = nama_acak(".webp")
    try:
        _tulis(TERBATAS, {nama: foto.besar, nama_kecil(nama): foto.kecil})
    except OSError as galat:
        raise FotoDitolak("tak_tersimpan") from galat
    return nama


def simpan_dokumen(unggahan: UploadedFile) -> Berkas:
    """Store a PDF of at most 10 MB in `terbatas`, byte for byte. Raises DokumenDitolak."""
    data = _baca(unggahan, MAKS_DOKUMEN)
    _periksa_pdf(data)
    nama = nama_acak(".pdf")
    try:
        _tulis(TERBATAS, {nama: data})
    except OSError as galat:
        raise DokumenDitolak("tak_tersimpan") from galat
    return Berkas.objects.create(
        jenis=Berkas.Jenis.DOKUMEN,
        nama=nama,
        nama_asli=_nama_asli(unggahan.name),
        ukuran=len(data),
    )


def simpan_pindaian(unggahan: UploadedFile) -> Berkas:
    """Store the scan of a paper in `terbatas`: a PDF as it is, anything else as a photo.

    Raises DokumenDitolak or FotoDitolak. Call it outside a transaction, as `simpan_foto`.
    """
    unggahan.seek(0)
    pdf = AWAL_PDF.match(unggahan.read(1024))
    if pdf:
        return simpan_dokumen(unggahan)
    try:
        return simpan_foto(unggahan)
    except FotoDitolak as galat:
        if galat.code == "bukan_foto":
            raise DokumenDitolak("bukan_pindaian") from galat
        raise


def _periksa_pdf(data: bytes) -> None:
    if not data:
        raise DokumenDitolak("kosong")
    if len(data) > MAKS_DOKUMEN:
        raise DokumenDitolak("terlalu_besar")
    awal = AWAL_PDF.match(data)
    if not awal or not re.match(rb"[12]\.\d", data[awal.end() :]):
        raise DokumenDitolak("bukan_pdf")
    if b"%%EOF" not in data.rstrip(EKOR_KOSONG)[-1024:]:
        raise DokumenDitolak("terpotong")
    if TERKUNCI.search(data):
        raise DokumenDitolak("terkunci")
    if gambar.berisi_zip(data):
        raise DokumenDitolak("rangkap")


def isi(berkas: Berkas, *, kecil: bool = False) -> bytes:
    """Return the bytes of a stored file, or of the small size of a photo. Raises FileNotFoundError
    when they were destroyed."""
    nama = nama_kecil(berkas.nama) if kecil else berkas.nama
    with storages[TERBATAS].open(jalur(nama)) as sumber:
        data: bytes = sumber.read()
    return data


def _nama_asli(nama: str | None) -> str:
    """Return a name fit for a download: printable, at most 120 letters, ending in .pdf."""
    batang = PurePosixPath(nama or "").stem
    bersih = "".join(huruf for huruf in batang if huruf.isprintable()).strip()
    return f"{bersih[:116] or 'dokumen'}.pdf"


def _baca(unggahan: UploadedFile, batas: int) -> bytes:
    """Return at most one byte more than `batas`, whatever size the sender claims."""
    unggahan.seek(0)
    data = unggahan.read(batas + 1)
    return data if isinstance(data, bytes) else bytes(data)


@transaction.atomic
def terbitkan(berkas: Berkas) -> None:
    """Make the file public: copy the bytes into `publik` under new names. Idempotent.

    Raises TidakBisa when they cannot be copied.
    """
    terkini = Berkas.objects.select_for_update().get(pk=berkas.pk)
    if not terkini.publik:
        baru = nama_acak(PurePosixPath(terkini.nama).suffix)
        _salin(terkini.nama, baru)
        terkini.nama_publik = baru
        terkini.save(update_fields=["nama_publik"])
    berkas.nama_publik = terkini.nama_publik


def _salin(lama: str, baru: str) -> None:
    isi = {}
    try:
        for dari, ke in zip(_semua_nama(lama), _semua_nama(baru), strict=True):
            with storages[TERBATAS].open(jalur(dari)) as sumber:
                isi[ke] = sumber.read()
        _tulis(PUBLIK, isi)
    except OSError as galat:
        raise TidakBisa(TAK_TERBIT) from galat


@transaction.atomic
def tarik(berkas: Berkas) -> None:
    """Take the file back from the public; its address dies at commit. Idempotent."""
    terkini = Berkas.objects.select_for_update().get(pk=berkas.pk)
    if terkini.nama_publik:
        _buang_saat_commit(PUBLIK, terkini.nama_publik)
        terkini.nama_publik = None
        terkini.save(update_fields=["nama_publik"])
    berkas.nama_publik = None


@transaction.atomic
def hapus(berkas: Berkas) -> None:
    """Delete the row, and at commit its bytes. Its owner is deleted before."""
    terkini = Berkas.objects.select_for_update().get(pk=berkas.pk)
    buang_isi(terkini)
    terkini.delete()


def buang_isi(berkas: Berkas) -> None:
    """Destroy all its bytes at commit. The caller holds its row, and deletes or refills it."""
    _buang_saat_commit(TERBATAS, berkas.nama)
    if berkas.nama_publik:
        _buang_saat_commit(PUBLIK, berkas.nama_publik)


def isi_ulang(berkas: Berkas, foto: gambar.FotoJadi) -> None:
    """Fill the row of a photo whose bytes go (`buang_isi`) with another, which is not public.

    Raises FotoDitolak when it cannot be stored.
    """
    berkas.nama, berkas.nama_publik = _simpan_dua(foto), None
    berkas.ukuran, berkas.lebar, berkas.tinggi = len(foto.besar), foto.lebar, foto.tinggi
    berkas.save(update_fields=["nama", "nama_publik", "ukuran", "lebar", "tinggi"])


def pemilik() -> "list[models.ForeignKey[Any, Any]]":
    """Return every relation that points to Berkas: the fields of its owners."""
    return [
        relasi.field
        for relasi in Berkas._meta.get_fields(include_hidden=True)
        if isinstance(relasi, models.ManyToOneRel) and isinstance(relasi.field, models.ForeignKey)
    ]


def tak_bertuan() -> models.QuerySet[Berkas]:
    """Return the files that no row owns: sent with a form that is not stored yet, or orphaned."""
    himpunan = Berkas.objects.all()
    for bidang in pemilik():
        milik = bidang.model._base_manager.filter(**{bidang.name: OuterRef("pk")})
        himpunan = himpunan.filter(~Exists(milik))
    return himpunan


def buang_yatim() -> int:
    """Remove files without rows and rows without owners, older than a day.

    Returns how many were removed. The day leaves room for forms under way and for
    transactions that have not committed.
    """
    batas = timezone.now() - UMUR_YATIM
    jumlah = 0
    for berkas in list(tak_bertuan().filter(dibuat__lt=batas)):
        hapus(berkas)
        jumlah += 1
    for alias, kolom in ((TERBATAS, "nama"), (PUBLIK, "nama_publik")):
        jumlah += _sapu(alias, kolom, batas)
    return jumlah


def _sapu(alias: str, kolom: str, batas: datetime) -> int:
    simpanan = storages[alias]
    jumlah = 0
    for folder in _isi(simpanan, "", folder_saja=True):
        nama_nama = set(_isi(simpanan, folder))
        pokok = {_nama_pokok(nama): nama for nama in nama_nama}
        dikenal = Berkas.objects.filter(**{f"{kolom}__in": pokok}).values_list(kolom, flat=True)
        for nama in nama_nama - {n for d in dikenal for n in _semua_nama(str(d))}:
            tempat = f"{folder}/{nama}"
            if simpanan.get_modified_time(tempat) < batas:
                simpanan.delete(tempat)
                jumlah += 1
    return jumlah


def _isi(simpanan: Storage, folder: str, *, folder_saja: bool = False) -> Iterator[str]:
    try:
        folder_folder, nama_nama = simpanan.listdir(folder)
    except FileNotFoundError:  # nothing was stored yet
        return
    yield from folder_folder if folder_saja else nama_nama


def _nama_pokok(nama: str) -> str:
    """Return the name of the large size for either size."""
    return re.sub(r"-\d+(\.\w+)$", r"\1", nama)


def _semua_nama(nama: str) -> list[str]:
    """Return the names of all sizes: a document has one, a photo two."""
    return [nama] if nama.endswith(".pdf") else [nama, nama_kecil(nama)]


def _tulis(alias: str, isi: dict[str, bytes]) -> None:
    """Write each under exactly its name; a storage that had to rename one is an error.

    When one cannot be written (OSError), nothing of the others stays either.
    """
    try:
        for nama, data in isi.items():
            tempat = jalur(nama)
            if storages[alias].save(tempat, ContentFile(data)) != tempat:
                raise RuntimeError(f"Nama berkas {nama} sudah terpakai.")
    except OSError as galat:
        log.error("Berkas tidak dapat ditulis ke simpanan %s: %s", alias, galat)
        for nama in isi:
            with contextlib.suppress(OSError):
                storages[alias].delete(jalur(nama))
        raise


def buang(alias: str, nama: str) -> None:
    """Destroy the bytes of all sizes (a task, and at commit). They may be gone already."""
    for satu in _semua_nama(nama):
        storages[alias].delete(jalur(satu))


def _buang_saat_commit(alias: str, nama: str) -> None:
    """Destroy the bytes with the commit. A task of the same transaction does so again, since a
    process may die between the two, and a storage may fail."""
    antre(BUANG, alias, nama, prioritas=Prioritas.DAHULU)
    # robust: a storage that fails now is asked again by the task, and is no error page.
    transaction.on_commit(lambda: buang(alias, nama), robust=True)
