"""Merging a kiriman into another, and releasing merged ones.

Merged kiriman stand on no desk of their own. When the sender of the other one withdraws it, each of
them stands by itself again.
"""

from django.db import transaction
from django.db.models import QuerySet

from aspirasi.bacaan.keadaan import pernah_dilihat
from aspirasi.enums import Aksi, Jangkauan, Jenis
from aspirasi.models import Aspirasi, Dukungan, Pengirim
from aspirasi.services.alur import kunci_bersama, pindah
from aspirasi.services.keberatan import sama_menolak
from aspirasi.services.langkah import catat_langkah
from aspirasi.services.pembaca import turunkan_berkas
from aspirasi.services.pengabaran import hentikan_kabar
from core.galat import TidakBisa
from core.jejak.catat import catat
from warga.models import Pengguna

ALASAN_INDUK_DITARIK = (
    "Kiriman yang Anda ikuti ditarik oleh pengirimnya, jadi kiriman Anda diperiksa sendiri."
)


@transaction.atomic
def gabung(*, aspirasi: Aspirasi, ke: Aspirasi, alasan: str, oleh: Pengguna) -> Aspirasi:
    """Merge into another that is open, of the same kampung and the same readers.

    Its supporters stand behind the other one from now on, too, and kiriman that were merged into it
    go along. Raises TidakBisa when the two do not fit together.
    """
    kunci_bersama(aspirasi, ke)
    ke = Aspirasi.objects.get(pk=ke.pk)
    aspirasi, dari = pindah(aspirasi, Aksi.GABUNG, alasan, oleh=oleh)
    _pastikan_sepadan(aspirasi, ke)
    aspirasi.digabung_ke = ke
    aspirasi.save()
    aspirasi.gabungan.update(digabung_ke=ke, mengutip=False)
    ikut = _pindahkan_dukungan(aspirasi, ke)
    catat_langkah(aspirasi, Aksi.GABUNG, oleh, dari, alasan, {"ke": ke.nomor or ""})
    catat(objek=ke, aksi=Aksi.DIGABUNGI, oleh=oleh, rincian={"dukungan": ikut})
    return aspirasi


def _pastikan_sepadan(aspirasi: Aspirasi, ke: Aspirasi) -> None:
    if ke.pk == aspirasi.pk or not ke.terbuka:
        raise TidakBisa("Pilih kiriman lain yang masih ditangani sebagai tujuannya.")
    jauh = aspirasi.kampung_id != ke.kampung_id or aspirasi.jangkauan != ke.jangkauan
    if jauh or aspirasi.tentang != ke.tentang:
        raise TidakBisa(
            "Kiriman hanya dapat digabung dengan kiriman dari kampung yang sama dan dengan "
            "pembaca yang sama."
        )
    if aspirasi.jenis == Jenis.KEBERATAN and not sama_menolak(aspirasi, ke):
        raise TidakBisa(
            "Keberatan hanya dapat digabung dengan keberatan lain terhadap proyek yang sama, "
            "supaya keputusannya tetap menunggu jawaban."
        )
    if aspirasi.bahaya and not ke.bahaya:
        raise TidakBisa(
            "Kiriman ini tentang bahaya. Gabungkan hanya dengan kiriman lain tentang bahaya, "
            "supaya tidak luput dari perhatian."
        )


def yang_ikut(aspirasi: Aspirasi, ke: Aspirasi) -> tuple[int, int]:
    """Return how many supporters and joined kiriman would come along to `ke`."""
    return _dukungan_ikut(aspirasi, ke).count(), aspirasi.gabungan.count()


def _dukungan_ikut(aspirasi: Aspirasi, ke: Aspirasi) -> QuerySet[Dukungan]:
    """Return the support of people who do not stand behind `ke` already, as supporters or as its
    sender."""
    dukungan: QuerySet[Dukungan] = aspirasi.dukungan.all()
    pengirim = Pengirim.objects.filter(aspirasi=ke, pengguna__isnull=False)
    lain = dukungan.exclude(pengguna__in=ke.dukungan.values("pengguna"))
    return lain.exclude(pengguna__in=pengirim.values("pengguna"))


def _pindahkan_dukungan(aspirasi: Aspirasi, ke: Aspirasi) -> int:
    """Let each supporter stand behind `ke` once. Return how many came along."""
    ikut = [
        Dukungan(
            aspirasi=ke,
            pengguna_id=d.pengguna_id,
            dari_id=d.dari_id or aspirasi.pk,
            dibuat=d.dibuat,
        )
        for d in _dukungan_ikut(aspirasi, ke)
    ]
    return len(Dukungan.objects.bulk_create(ikut))


def lepas_gabungan(induk: Aspirasi) -> None:
    """Release each kiriman joined to `induk`, which was just withdrawn. The caller holds its lock.

    A joiner with words of its own is looked at by itself. A joiner without words has nothing to
    look at: it no longer quotes the other one, and its sender hears that they may send anew.
    """
    induk.gabungan.update(mengutip=False)
    ikut = induk.gabungan.filter(dihapus_pada__isnull=True).order_by("pk")
    for satu in ikut.select_for_update(of=("self",)):
        hentikan_kabar(satu, email=False, pin=False)  # waiting news speaks of the withdrawn one
        if satu.isi:
            lepas(aspirasi=satu)
        else:
            catat_langkah(satu, Aksi.INDUK_DITARIK, None, "", ke="")


@transaction.atomic
def lepas(*, aspirasi: Aspirasi) -> Aspirasi:
    """Release a merged kiriman: it waits for a first look of its own, from today on.

    A number stays. Only officials read the words of a joiner by "Saya juga mengalami", as was
    promised there; its sender may open it to everyone later. A joiner of an objection objects to
    the same project, so a decision about the project waits for it now. Raises TidakBisa when it is
    not merged.
    """
    aspirasi, dari = pindah(aspirasi, Aksi.LEPAS_GABUNG, ALASAN_INDUK_DITARIK)
    _tetap_menolak(aspirasi)
    aspirasi.digabung_ke = aspirasi.ditangani = aspirasi.ditugaskan = None
    if aspirasi.jangkauan == Jangkauan.PUBLIK and not pernah_dilihat(aspirasi):
        aspirasi.jangkauan = Jangkauan.PETUGAS
    aspirasi.save()
    turunkan_berkas(aspirasi)  # its photos are chosen anew at that look
    catat_langkah(aspirasi, Aksi.LEPAS_GABUNG, None, dari, ALASAN_INDUK_DITARIK)
    return aspirasi


def _tetap_menolak(aspirasi: Aspirasi) -> None:
    induk = aspirasi.digabung_ke
    if induk and aspirasi.jenis == induk.jenis == Jenis.KEBERATAN:
        aspirasi.proyek_disebut_id = aspirasi.proyek_disebut_id or induk.proyek_disebut_id
