"""Hide with a reason, show again with a reason. The text itself never changes."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import transaction
from django.utils.crypto import constant_time_compare

from core.berkas.simpan import tarik, terbitkan
from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import Orang, catat
from core.laku import Aksi
from core.models.moderasi import Dimoderasi
from core.waktu import sekarang

D = TypeVar("D", bound=Dimoderasi)
BERUBAH = "Tulisan ini baru saja berubah. Baca sekali lagi, lalu tekan tombolnya."
TAMPIL, SEMBUNYI = "tampil", "disembunyikan"


def _lepas(objek: Any) -> None:
    objek.ditahan = False
    objek.save(update_fields=["ditahan"])


@transaction.atomic
def sembunyikan(objek: Dimoderasi, *, oleh: Orang, alasan: str) -> None:
    """Hide `objek`, take its files back from the public, and append the reason to its trail.

    Raises TidakBisa when the reason is missing or it is hidden already.
    """
    alasan = _alasan(alasan)
    _kunci(objek)
    if objek.disembunyikan:
        raise TidakBisa("Ini sudah disembunyikan oleh petugas lain. Muat ulang halaman.")
    objek.disembunyikan = True
    objek.alasan_sembunyi = alasan
    objek.disembunyikan_pada = sekarang()
    objek.disembunyikan_oleh_id = oleh.pk
    _simpan(objek)
    catat(objek=objek, aksi=Aksi.SEMBUNYIKAN, oleh=oleh, dari=TAMPIL, ke=SEMBUNYI, alasan=alasan)


@transaction.atomic
def tampilkan_lagi(
    objek: Dimoderasi, *, oleh: Orang, alasan: str, dibaca: str | None = None
) -> None:
    """Show `objek` again; its files become public if `objek.boleh_publik()` says so. `dibaca` is
    the fingerprint of what was read (`Dimoderasi.sidik_isi`); None where no page was read.

    Raises TidakBisa when the reason is missing, when it is not hidden, and when it is not what was
    read.
    """
    alasan = _alasan(alasan)
    _kunci(objek)
    if dibaca is not None:
        pastikan_terbaca(type(objek)._base_manager.get(pk=objek.pk), dibaca)
    if not objek.disembunyikan:
        raise TidakBisa("Ini sudah ditampilkan lagi oleh petugas lain. Muat ulang halaman.")
    objek.disembunyikan = False
    objek.alasan_sembunyi = ""
    objek.disembunyikan_pada = None
    objek.disembunyikan_oleh_id = None
    _simpan(objek)
    catat(objek=objek, aksi=Aksi.TAMPILKAN_LAGI, oleh=oleh, dari=SEMBUNYI, ke=TAMPIL, alasan=alasan)


@transaction.atomic
def loloskan(
    objek: D,
    *,
    aksi: str,
    oleh: Orang,
    dibaca: str | None = None,
    lepas: Callable[[D], None] = _lepas,
) -> D:
    """Let everybody read what was held (`ditahan`), by the act `aksi` of its own table, and return
    the locked row. `lepas` changes and saves it. `dibaca` is the fingerprint of what was read
    (`Dimoderasi.sidik_isi`); None where no page was read.

    Raises TidakBisa when it is no longer held, and when it is not what was read.
    """
    terkunci = type(objek)._base_manager.select_for_update(no_key=True).get(pk=objek.pk)
    if not terkunci.menunggu:
        raise TidakBisa("Tulisan ini sudah ditampilkan atau sudah disembunyikan.")
    pastikan_terbaca(terkunci, dibaca)
    lepas(terkunci)
    catat(objek=terkunci, aksi=aksi, oleh=oleh)
    return terkunci


def pastikan_terbaca(objek: Dimoderasi, dibaca: str | None) -> None:
    """Raise TidakBisa when a locked row is not what was read. A page that sends no fingerprint
    ("") has shown nothing."""
    if dibaca is not None and not constant_time_compare(objek.sidik_isi, dibaca):
        raise TidakBisa(BERUBAH)


def selaraskan_berkas(objek: Dimoderasi) -> None:
    """Make the files of `objek` public or not, as `objek` stands now.

    Call it inside the transaction that changed the object.
    """
    ubah = terbitkan if objek.boleh_publik() else tarik
    for berkas in objek.berkas_milik():
        ubah(berkas)


KOLOM = ("disembunyikan", "alasan_sembunyi", "disembunyikan_pada", "disembunyikan_oleh_id")


def _kunci(objek: Dimoderasi) -> None:
    """Lock the row and read its flag afresh into `objek`."""
    baris = type(objek)._base_manager.select_for_update()
    objek.refresh_from_db(fields=KOLOM, from_queryset=baris)


def _simpan(objek: Dimoderasi) -> None:
    objek.save(update_fields=KOLOM)
    # The rest of `objek` may be older than its lock; another act may have closed its files since.
    selaraskan_berkas(type(objek)._base_manager.get(pk=objek.pk))


def _alasan(alasan: str) -> str:
    bersih = alasan.strip()
    batas = Dimoderasi._meta.get_field("alasan_sembunyi").max_length or 0
    pastikan_berkata(bersih, "Tulis alasannya dulu. Penulis akan membacanya.")
    if len(bersih) > batas:
        raise TidakBisa(f"Alasan terlalu panjang. Paling banyak {batas} huruf.")
    return bersih
