"""Opening a musrenbang, its criteria and team, and moving it from step to step."""

from collections.abc import Collection, Mapping

from django.db import transaction

from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from musrenbang.bacaan.gerbang import lolos
from musrenbang.enums import SEBELUM, Status
from musrenbang.laku import Aksi
from musrenbang.models import AnggotaTim, Kriteria, Musrenbang, Nilai, PerubahanUrutan
from warga.models import Pengguna

BOBOT_BUKAN_SERATUS = "Bobot semua kriteria harus berjumlah 100. Sekarang {}."
TANPA_TIM = "Tunjuk tim penilainya dahulu, paling sedikit dua orang."
TANPA_USULAN = "Belum ada usulan yang memenuhi syarat. Lihat “Siap musrenbang”."
BELUM_DINILAI = "Belum ada usulan yang dinilai."
TANPA_BERITA_ACARA = "Tulis dahulu nomor berita acara dan banyaknya yang hadir."
SUDAH_PINDAH = "Tahapnya sudah berubah. Muat ulang halaman."
ADA_PERUBAHAN = "Rapat sudah mengubah urutan. Batalkan dahulu perubahan itu."
TERLAMBAT_ATUR = "Bobot dan tim tetap sejak penilaian dimulai."


@transaction.atomic
def buka(
    *,
    musrenbang: Musrenbang,
    kriteria: Mapping[str, int],
    tim: Collection[Pengguna] = (),
    oleh: Pengguna,
) -> Musrenbang:
    """Store an unsaved musrenbang with its criteria (name → weight in percent) and its team."""
    musrenbang.status = Status.USUL
    musrenbang.save(force_insert=True)
    _ganti_kriteria(musrenbang, kriteria)
    _ganti_tim(musrenbang, tim)
    catat(objek=musrenbang, aksi=Aksi.DIBUKA, oleh=oleh)
    return musrenbang


@transaction.atomic
def atur(
    *,
    musrenbang: Musrenbang,
    kriteria: Mapping[str, int] | None,
    tim: Collection[Pengguna] | None,
    oleh: Pengguna,
) -> Musrenbang:
    """Store the changed columns of a musrenbang, its criteria and its team.

    Criteria and team are fixed once the team scores: None leaves them. Raises TidakBisa then.
    """
    lama = kunci(musrenbang)
    if lama.status != Status.USUL and (kriteria is not None or tim is not None):
        raise TidakBisa(TERLAMBAT_ATUR)
    musrenbang.status = lama.status
    musrenbang.save()
    if kriteria is not None:
        _ganti_kriteria(musrenbang, kriteria)
    if tim is not None:
        _ganti_tim(musrenbang, tim)
    catat(objek=musrenbang, aksi=Aksi.DIATUR, oleh=oleh)
    return musrenbang


def _ganti_tim(musrenbang: Musrenbang, tim: Collection[Pengguna]) -> None:
    musrenbang.tim.exclude(pengguna__in=tim).delete()
    ada = set(musrenbang.tim.values_list("pengguna", flat=True))
    baru = (AnggotaTim(musrenbang=musrenbang, pengguna=o) for o in tim if o.pk not in ada)
    AnggotaTim.objects.bulk_create(baru)


def _ganti_kriteria(musrenbang: Musrenbang, kriteria: Mapping[str, int]) -> None:
    if (jumlah := sum(kriteria.values())) != 100:
        raise TidakBisa(BOBOT_BUKAN_SERATUS.format(jumlah))
    musrenbang.kriteria.all().delete()
    Kriteria.objects.bulk_create(
        Kriteria(musrenbang=musrenbang, nama=nama, bobot=bobot) for nama, bobot in kriteria.items()
    )


@transaction.atomic
def maju(*, musrenbang: Musrenbang, ke: str, oleh: Pengguna) -> Musrenbang:
    """Begin the next step. Raises TidakBisa with what it lacks, or when it is not the next one."""
    kini = kunci(musrenbang)
    if SEBELUM.get(ke) != kini.status:
        raise TidakBisa(SUDAH_PINDAH)
    _pastikan_siap(kini, ke)
    return _pindah(kini, ke, Aksi.PINDAH, oleh)


@transaction.atomic
def mundur(*, musrenbang: Musrenbang, alasan: str, oleh: Pengguna) -> Musrenbang:
    """Go back one step; what was written stays. Raises TidakBisa without a reason, at the first
    step, and back to the scores while changes of the meeting stand."""
    pastikan_beralasan(alasan)
    kini = kunci(musrenbang)
    ke = SEBELUM.get(kini.status)
    if ke is None:
        raise TidakBisa(SUDAH_PINDAH)
    berlaku = PerubahanUrutan.objects.filter(usulan__musrenbang=kini, dibatalkan_pada=None)
    if kini.status == Status.RAPAT and berlaku.exists():
        raise TidakBisa(ADA_PERUBAHAN)
    return _pindah(kini, ke, Aksi.MUNDUR, oleh, alasan)


def _pastikan_siap(musrenbang: Musrenbang, ke: str) -> None:
    if ke == Status.NILAI:
        if musrenbang.tim.count() < 2:
            raise TidakBisa(TANPA_TIM)
        if not any(map(lolos, musrenbang.usulan.berdiri().untuk_kartu())):
            raise TidakBisa(TANPA_USULAN)
    if ke == Status.RAPAT and not Nilai.objects.filter(usulan__musrenbang=musrenbang).exists():
        raise TidakBisa(BELUM_DINILAI)
    hadir = (musrenbang.hadir_l, musrenbang.hadir_p)
    if ke == Status.SELESAI and (not musrenbang.nomor_berita_acara or None in hadir):
        raise TidakBisa(TANPA_BERITA_ACARA)


def _pindah(
    musrenbang: Musrenbang, ke: str, aksi: str, oleh: Pengguna, alasan: str = ""
) -> Musrenbang:
    dari, musrenbang.status = musrenbang.status, ke
    musrenbang.save(update_fields=["status"])
    catat(objek=musrenbang, aksi=aksi, oleh=oleh, dari=dari, ke=ke, alasan=alasan)
    return musrenbang


def kunci(musrenbang: Musrenbang) -> Musrenbang:
    """Return a musrenbang as it is now, locked."""
    return Musrenbang.objects.select_for_update().get(pk=musrenbang.pk)
