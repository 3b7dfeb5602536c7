"""The aparat ask a resident to write drafts of one project; the resident says yes or no."""

from django.db import transaction

from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.waktu import sekarang
from laporan.bacaan.saya import hash_kontak, pemilik, permintaan
from laporan.enums import Pesan
from laporan.laku import AksiPenulis
from laporan.models import PenulisLaporan
from laporan.services.pesan import sampaikan
from proyek.models import Proyek
from proyek.services.kunci import kunci_proyek
from warga.models import Pengguna

PENULIS_TERBANYAK = 10
SUDAH_DIMINTA = "Nomor HP atau e-mail itu sudah ada dalam daftar proyek ini."
PENUH = f"Satu proyek paling banyak {PENULIS_TERBANYAK} penulis. Cabut dulu salah satunya."
TIDAK_BERLAKU = "Permintaan ini sudah tidak berlaku. Tanyakan kepada kantor kampung Anda."
SUDAH_MENULIS = "Anda sudah menulis draf laporan untuk proyek ini."


@transaction.atomic
def minta_penulis(
    *, proyek: Proyek, sebutan: str, kontak: str, oleh: Pengguna, sidik: str | None = None
) -> PenulisLaporan:
    """Ask the owner of `kontak` (E.164, or an e-mail address) to write drafts of a project.

    The answer is the same whether or not an account has it, so that nobody learns who has one. An
    account that proved it is told. Raises TidakBisa without a name, when it was asked already, and
    when the project has enough writers.
    """
    pastikan_berkata(sebutan, "Tulis nama orangnya.")
    proyek = kunci_proyek(proyek)
    ada = proyek.penulis_laporan.berlaku()
    tanda = hash_kontak(kontak)
    if ada.filter(kontak_hash=tanda).exists():
        raise TidakBisa(SUDAH_DIMINTA)
    if ada.count() >= PENULIS_TERBANYAK:
        raise TidakBisa(PENUH)
    penulis = PenulisLaporan(proyek=proyek, sebutan=sebutan, kontak_hash=tanda, ditunjuk_oleh=oleh)
    penulis.kunci_sekali = sidik
    penulis.save(force_insert=True)
    catat(objek=penulis, aksi=AksiPenulis.DIMINTA, oleh=oleh, rincian={"proyek": proyek.nomor})
    if orang := pemilik(kontak):
        sampaikan([orang], Pesan.DIMINTA, oleh=oleh, proyek=proyek, surat=True)
    return penulis


@transaction.atomic
def terima(*, penulis: PenulisLaporan, oleh: Pengguna) -> PenulisLaporan:
    """Say yes to a request. A second press changes nothing. Raises TidakBisa when it is not (any
    more) for this person, or the person writes for the project already."""
    penulis = _kunci(penulis)
    if penulis.pengguna_id == oleh.pk:
        return penulis
    if not permintaan(oleh).filter(pk=penulis.pk).exists():
        raise TidakBisa(TIDAK_BERLAKU)
    if PenulisLaporan.objects.menulis(oleh).filter(proyek=penulis.proyek_id).exists():
        raise TidakBisa(SUDAH_MENULIS)
    penulis.pengguna, penulis.diterima_pada = oleh, sekarang()
    penulis.save(update_fields=["pengguna", "diterima_pada"])
    catat(objek=penulis, aksi=AksiPenulis.DITERIMA, oleh=oleh)
    return penulis


@transaction.atomic
def tolak(*, penulis: PenulisLaporan, oleh: Pengguna) -> None:
    """Say no to a request, or stop writing. Raises TidakBisa when it is not (any more) for this
    person."""
    penulis = _kunci(penulis)
    if penulis.pengguna_id != oleh.pk and not permintaan(oleh).filter(pk=penulis.pk).exists():
        raise TidakBisa(TIDAK_BERLAKU)
    _akhiri(penulis)
    catat(objek=penulis, aksi=AksiPenulis.DITOLAK, oleh=oleh)


@transaction.atomic
def cabut_penulis(*, penulis: PenulisLaporan, oleh: Pengguna) -> None:
    """Take the naming back; a person who said yes is told. The drafts stay with the office. Raises
    TidakBisa when it is over already."""
    penulis = _kunci(penulis)
    _akhiri(penulis)
    catat(objek=penulis, aksi=AksiPenulis.DICABUT, oleh=oleh)
    if penulis.pengguna and penulis.pengguna.is_active:
        sampaikan([penulis.pengguna], Pesan.DICABUT, oleh=oleh, proyek=penulis.proyek)


def _akhiri(penulis: PenulisLaporan) -> None:
    penulis.dicabut_pada = sekarang()
    penulis.save(update_fields=["dicabut_pada"])


def _kunci(penulis: PenulisLaporan) -> PenulisLaporan:
    """Lock a row that is not over yet. Raises TidakBisa for any other."""
    kunci_proyek(penulis.proyek)
    berlaku = PenulisLaporan.objects.berlaku().select_for_update(of=("self",))
    terkunci = berlaku.select_related("proyek", "pengguna").filter(pk=penulis.pk).first()
    if terkunci is None:
        raise TidakBisa(TIDAK_BERLAKU)
    return terkunci
