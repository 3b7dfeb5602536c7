"""Answers of the kecamatan to a check that it read: let through, words blacked out, or photos kept
from the public. Hiding it, with a reason of a list, is `core.moderasi.tampil`.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Model

from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.moderasi.penarikan import hitamkan_hal
from core.moderasi.tampil import loloskan, pastikan_terbaca, selaraskan_berkas
from laporan.laku import AksiCek
from laporan.models import BelumPuas, CekWarga
from laporan.services.cek import terbitkan
from proyek.models import Proyek
from warga.models import Pengguna

SUDAH_DITARIK = "Pengirimnya sudah menarik cek ini."


@transaction.atomic
def loloskan_cek(*, tulisan: CekWarga, oleh: Pengguna, dibaca: str | None = None) -> CekWarga:
    """Let everybody read a held check. `dibaca` is the fingerprint of what was read.

    Raises TidakBisa when it is no longer held, and when its sender changed it since it was read.
    """
    _kunci_proyek(tulisan)
    return loloskan(tulisan, aksi=AksiCek.DILOLOSKAN, oleh=oleh, dibaca=dibaca, lepas=terbitkan)


@transaction.atomic
def hitamkan_cek(
    *,
    cek: CekWarga,
    kata: Sequence[str],
    alasan: str,
    oleh: Pengguna,
    loloskan: bool = False,
    dibaca: str | None = None,
) -> CekWarga:
    """Black out words (a name) in the shown text of a check, and in what its sender says of the
    answer; its sender and everybody read why.
    With `loloskan` a held one is let through by the same act.

    Raises TidakBisa without words or a reason, when the reason repeats the words, when they do not
    stand there, and when its sender took it back, or changed it since it was read (`dibaca`).
    """
    cek = _terkunci(cek)
    pastikan_terbaca(cek, dibaca)
    if not kata:
        raise TidakBisa("Tulis kata yang dihitamkan.")
    baris: list[tuple[Model, dict[str, str]]] = [(cek, {"isi_publik": cek.isi_publik})]
    baris += [(satu, {"isi": satu.isi}) for satu in BelumPuas.objects.filter(cek=cek)]
    aksi = AksiCek.DIHITAMKAN
    hitamkan_hal(objek=cek, baris=baris, kata=kata, alasan=alasan, aksi=aksi, oleh=oleh)
    if loloskan and cek.ditahan:
        return loloskan_cek(tulisan=cek, oleh=oleh)
    return cek


@transaction.atomic
def batasi_foto(*, cek: CekWarga, alasan: str, oleh: Pengguna) -> CekWarga:
    """Take the photos of a check from everybody (a face, a home); its words stay. Its sender reads
    why. Raises TidakBisa without a reason, and where nobody sees them."""
    pastikan_berkata(alasan, "Tulis alasannya. Pengirimnya membacanya.")
    cek = _terkunci(cek)
    if cek.foto_dibatasi or not cek.foto.exists():
        raise TidakBisa("Foto cek ini sudah tidak untuk umum. Muat ulang halaman.")
    cek.foto_dibatasi = True
    cek.save(update_fields=["foto_dibatasi"])
    selaraskan_berkas(cek)
    catat(objek=cek, aksi=AksiCek.FOTO_DIBATASI, oleh=oleh, alasan=alasan.strip())
    return cek


def _kunci_proyek(cek: CekWarga) -> None:
    """Lock its project first: a check that is written twice locks it at the commit, last of all."""
    Proyek.objects.select_for_update(of=("self",), no_key=True).get(pk=cek.proyek_id)


def _terkunci(cek: CekWarga) -> CekWarga:
    _kunci_proyek(cek)
    cek = CekWarga.objects.select_for_update(of=("self",), no_key=True).get(pk=cek.pk)
    if cek.ditarik_pada:
        raise TidakBisa(SUDAH_DITARIK)
    return cek
