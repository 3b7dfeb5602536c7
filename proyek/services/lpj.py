"""Closing the money of a year by its LPJ, and correcting it afterwards with a paper."""

from collections.abc import Iterable

from django.db import transaction

from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini, sekarang
from proyek.laku import AksiLpj
from proyek.models.lpj import KoreksiLpj, Lpj
from proyek.models.uang import Gerak, Pendanaan
from warga.models import Kampung, Pengguna

SUDAH_ADA = "LPJ tahun ini sudah ditetapkan. Kalau salah, cabut dulu penetapannya."
TERLALU_DINI = "LPJ ditetapkan sesudah tahun anggarannya berakhir. Periksa tahunnya."


@transaction.atomic
def tetapkan_lpj(*, lpj: Lpj, oleh: Pengguna) -> Lpj:
    """Store an unsaved LPJ: from now on the money of its year changes only with a paper.

    Raises TidakBisa when the year has one, or has not ended.
    """
    if lpj.tahun >= hari_ini().year:
        raise TidakBisa(TERLALU_DINI)
    Kampung.objects.select_for_update(no_key=True).get(pk=lpj.kampung_id)  # two at once: one LPJ
    if Lpj.objects.filter(kampung=lpj.kampung, tahun=lpj.tahun, dicabut_pada=None).exists():
        raise TidakBisa(SUDAH_ADA)
    lpj.oleh = oleh
    lpj.save(force_insert=True)
    catat(objek=lpj, aksi=AksiLpj.DITETAPKAN, oleh=oleh)
    return lpj


@transaction.atomic
def cabut_lpj(*, lpj: Lpj, alasan: str, oleh: Pengguna) -> Lpj:
    """Take back an LPJ that was entered by mistake. Raises TidakBisa without a reason, and the
    second time."""
    pastikan_beralasan(alasan)
    lpj = _terkunci(lpj)
    lpj.dicabut_pada = sekarang()
    lpj.save(update_fields=["dicabut_pada"])
    catat(objek=lpj, aksi=AksiLpj.DICABUT, oleh=oleh, alasan=alasan)
    return lpj


@transaction.atomic
def buka_koreksi(*, koreksi: KoreksiLpj, alasan: str, oleh: Pengguna) -> KoreksiLpj:
    """Store an unsaved paper of correction; for some days the money of that year may be corrected.
    The same paper sent a second time is stored once.

    Raises TidakBisa without a reason, and for an LPJ that was taken back.
    """
    pastikan_beralasan(alasan)
    koreksi.lpj, koreksi.oleh = _terkunci(koreksi.lpj), oleh
    sama = koreksi.lpj.koreksi.filter(nomor=koreksi.nomor, tanggal=koreksi.tanggal)
    if lama := sama.filter(dicatat__date=hari_ini()).first():
        return lama
    koreksi.save(force_insert=True)
    rincian = {"nomor": koreksi.nomor, "tanggal": koreksi.tanggal}
    catat(objek=koreksi.lpj, aksi=AksiLpj.DIKOREKSI, oleh=oleh, alasan=alasan, rincian=rincian)
    return koreksi


def kunci_lpj(lpj: Lpj) -> Lpj:
    """Lock the row of an LPJ, and return it as it stands now."""
    return Lpj.objects.select_for_update(of=("self",)).select_related("kampung").get(pk=lpj.pk)


def _terkunci(lpj: Lpj) -> Lpj:
    lpj = kunci_lpj(lpj)
    if lpj.dicabut_pada:
        raise TidakBisa("LPJ ini sudah dicabut. Muat ulang halaman.")
    return lpj


def tertutup(dana: Iterable[Pendanaan]) -> dict[int, Lpj]:
    """Return the LPJ that closes each of these sources, by the key of the source; one query."""
    baris = [(satu.pk, (satu.proyek.kampung_id, satu.tahun)) for satu in dana]
    tahun = {t for _, (_, t) in baris}
    semua = Lpj.objects.filter(tahun__in=tahun, dicabut_pada=None).select_related("kampung")
    lpj = {(satu.kampung_id, satu.tahun): satu for satu in semua.prefetch_related("koreksi")}
    return {kunci: lpj[milik] for kunci, milik in baris if milik in lpj}


def pastikan_buku(gerak: Iterable[Gerak]) -> None:
    """Raise TidakBisa when a row moves money of a year that its LPJ closed, without a decision and
    while no paper of correction is open."""
    tanpa_surat = [satu.pendanaan for satu in gerak if satu.keputusan_id is None]
    for lpj in tertutup(tanpa_surat).values() if tanpa_surat else ():
        if not any(koreksi.terbuka for koreksi in lpj.koreksi.all()):
            raise TidakBisa(
                f"Uang tahun {lpj.tahun} Kampung {lpj.kampung} sudah dipertanggungjawabkan (LPJ "
                f"nomor {lpj.nomor}, {tanggal(lpj.tanggal)}). Ini koreksi setelah LPJ: catat dulu "
                "surat koreksinya di halaman “LPJ” pada daftar proyek, lalu ulangi."
            )
