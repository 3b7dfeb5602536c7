"""The answers of the kabupaten, written down by the kecamatan, and told to whoever asked."""

from django.db import transaction

from aspirasi.enums import Aksi, Status
from aspirasi.models import Aspirasi
from aspirasi.services.alur import kunci_bersama
from aspirasi.services.langkah import catat_langkah
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.waktu import sekarang
from musrenbang.laku import AksiUsulan
from musrenbang.models import Nasib, Usulan
from warga.models import Pengguna

BELUM_SELESAI = "Jawaban kabupaten ditulis sesudah berita acaranya ditandatangani."
BELUM_DITUTUP = (Status.DITARIK, Status.DIGABUNG)


@transaction.atomic
def jawab(*, usulan: Usulan, nasib: Nasib, alasan_perbaikan: str = "", oleh: Pengguna) -> Nasib:
    """Store what the kabupaten answered to a proposal; a correction needs its reason.

    The senders of wishes linked to its project are told. The same answer a second time changes
    nothing. Raises TidakBisa before the meeting is over, and for a correction without a reason.
    """
    pengusul = _pengusul(usulan)
    kunci_bersama(*pengusul)
    baris = Usulan.objects.select_for_update(of=("self",)).select_related("musrenbang")
    baris_kini = baris.get(pk=usulan.pk)
    if not baris_kini.musrenbang.selesai or baris_kini.ditarik:
        raise TidakBisa(BELUM_SELESAI)
    lama = Nasib.objects.filter(usulan=baris_kini).first()
    if lama and _sama(lama, nasib):
        return lama
    if lama:
        pastikan_beralasan(alasan_perbaikan)
        nasib.pk = lama.pk
    nasib.usulan, nasib.oleh, nasib.dicatat = baris_kini, oleh, sekarang()
    nasib.save(force_update=bool(lama), force_insert=not lama)
    _catat(baris_kini, nasib, alasan_perbaikan if lama else "", oleh)
    for aspirasi in pengusul:
        _kabari(aspirasi, baris_kini, nasib)
    return nasib


def _pengusul(usulan: Usulan) -> list[Aspirasi]:
    """Return the wishes that the project of a proposal answers."""
    if usulan.proyek_id is None:
        return []
    semua = Aspirasi.objects.filter(tautan_proyek__proyek=usulan.proyek_id)
    return list(semua.exclude(status__in=BELUM_DITUTUP).order_by("pk"))


def _sama(lama: Nasib, baru: Nasib) -> bool:
    bidang = ("hasil", "alasan", "sipd", "tanggal")
    return all(getattr(lama, nama) == getattr(baru, nama) for nama in bidang)


def _catat(usulan: Usulan, nasib: Nasib, perbaikan: str, oleh: Pengguna) -> None:
    ke = {"ke": nasib.get_hasil_display()}
    if perbaikan:
        aksi, alasan = AksiUsulan.JAWABAN_DIPERBAIKI, perbaikan
    else:
        aksi, alasan = AksiUsulan.DIJAWAB, nasib.alasan
    catat(objek=usulan, aksi=aksi, oleh=oleh, alasan=alasan, rincian=ke)


def _kabari(aspirasi: Aspirasi, usulan: Usulan, nasib: Nasib) -> None:
    kata = f"{nasib.get_hasil_display().lower()} (musrenbang untuk {usulan.musrenbang.tahun})"
    rincian = {"ke": kata, "usulan": usulan.kunci_jejak}
    catat_langkah(aspirasi, Aksi.USUL_KABUPATEN, None, aspirasi.status, nasib.alasan, rincian)
