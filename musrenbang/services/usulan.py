"""Proposals: written, mended and withdrawn by their kampung until the team scores."""

from collections.abc import Iterable

from django.db import transaction

from core.berkas import simpan as simpanan
from core.formulir.sekali import satu_kali
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.models import Berkas
from core.waktu import sekarang
from musrenbang.laku import AksiUsulan
from musrenbang.models import Musrenbang, Usulan
from musrenbang.services.persiapan import kunci
from warga.models import Kampung, Pengguna

TERTUTUP = "Usulan tidak dapat ditulis atau diubah lagi: tim penilai sudah mulai menilai."
DITARIK = "Usulan ini sudah ditarik. Muat ulang halaman."
LEWAT_KUOTA = "Setiap kampung membawa paling banyak {} prioritas. Tulis nomor 1 sampai {}."
SUDAH_ADA = "Prioritas ke-{} sudah dipakai usulan lain kampung ini. Pilih nomor lain."


@transaction.atomic
def kirim(
    *, usulan: Usulan, kampung_lain: Iterable[Kampung] = (), oleh: Pengguna, kunci_sekali: str
) -> Usulan:
    """Store an unsaved proposal. The same form sent twice makes one.

    Raises TidakBisa when the team has begun, past the number of priorities, and for a number that
    another proposal of the kampung has.
    """

    def buat(sidik: str) -> Usulan:
        _pastikan_boleh(usulan)
        usulan.dibuat_oleh, usulan.kunci_sekali = oleh, sidik
        usulan.save(force_insert=True)
        usulan.kampung_lain.set(_lain(usulan, kampung_lain))
        catat(objek=usulan, aksi=AksiUsulan.DITULIS, oleh=oleh)
        return usulan

    return satu_kali(Usulan.objects.filter(musrenbang=usulan.musrenbang), kunci_sekali, buat)[0]


@transaction.atomic
def perbaiki(*, usulan: Usulan, kampung_lain: Iterable[Kampung] = (), oleh: Pengguna) -> Usulan:
    """Store the changed columns of a proposal. Raises TidakBisa as `kirim` does, and when it was
    withdrawn."""
    _pastikan_boleh(usulan)
    _kunci_berdiri(usulan)
    usulan.save()
    usulan.kampung_lain.set(_lain(usulan, kampung_lain))
    catat(objek=usulan, aksi=AksiUsulan.DIPERBAIKI, oleh=oleh)
    return usulan


@transaction.atomic
def ganti_foto(*, usulan: Usulan, berkas: Berkas, oleh: Pengguna) -> Usulan:
    """Give a proposal its photo, which becomes public; one from before is deleted."""
    _pastikan_terbuka(usulan.musrenbang)
    baris = _kunci_berdiri(usulan)
    simpanan.terbitkan(berkas)
    lama, baris.foto = baris.foto, berkas
    baris.save(update_fields=["foto"])
    if lama:
        simpanan.hapus(lama)
    catat(objek=baris, aksi=AksiUsulan.DIFOTO, oleh=oleh)
    return baris


@transaction.atomic
def tarik(*, usulan: Usulan, alasan: str, oleh: Pengguna) -> Usulan:
    """Withdraw a proposal; its number is free again. Raises TidakBisa without a reason, when the
    team has begun, and the second time."""
    pastikan_beralasan(alasan)
    _pastikan_terbuka(usulan.musrenbang)
    baris = _kunci_berdiri(usulan)
    baris.ditarik_pada = sekarang()
    baris.save(update_fields=["ditarik_pada"])
    catat(objek=baris, aksi=AksiUsulan.DITARIK, oleh=oleh, alasan=alasan)
    return baris


def _pastikan_terbuka(musrenbang: Musrenbang) -> Musrenbang:
    kini = kunci(musrenbang)
    if not kini.menerima:
        raise TidakBisa(TERTUTUP)
    return kini


def _pastikan_boleh(usulan: Usulan) -> None:
    """Refuse a number that is too high or taken, under the lock of the musrenbang."""
    musrenbang = _pastikan_terbuka(usulan.musrenbang)
    if usulan.kampung_id is None:
        usulan.urutan = None
        return
    if not 1 <= (usulan.urutan or 0) <= musrenbang.kuota:
        raise TidakBisa(LEWAT_KUOTA.format(musrenbang.kuota, musrenbang.kuota))
    sama = Usulan.objects.berdiri().filter(
        musrenbang=musrenbang, kampung=usulan.kampung_id, urutan=usulan.urutan
    )
    if sama.exclude(pk=usulan.pk).exists():
        raise TidakBisa(SUDAH_ADA.format(usulan.urutan))


def _kunci_berdiri(usulan: Usulan) -> Usulan:
    baris = Usulan.objects.select_for_update(of=("self",)).select_related("foto").get(pk=usulan.pk)
    if baris.ditarik:
        raise TidakBisa(DITARIK)
    return baris


def _lain(usulan: Usulan, kampung: Iterable[Kampung]) -> list[Kampung]:
    return [satu for satu in kampung if satu.pk != usulan.kampung_id]
