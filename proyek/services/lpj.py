"""Closing the money of a year by its LPJ, correcting it with a paper, and the scans of both."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from core.berkas import simpan as simpanan
from core.berkas.redaksi import Kotak
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.models import Berkas, Jejak
from core.moderasi.penarikan import tarik_berkas, tutup_berkas
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini, sekarang
from proyek.laku import AksiLpj
from proyek.models.lpj import KoreksiLpj, Lpj, PindaianLpj
from proyek.models.uang import Gerak, Pendanaan
from warga.models import Kampung, Pengguna

SUDAH_ADA = "LPJ tahun ini sudah ditetapkan. Kalau salah, cabut dulu penetapannya."
PINDAIAN_TERBANYAK = 20
PENUH = f"Satu LPJ memuat paling banyak {PINDAIAN_TERBANYAK} pindaian. Gabungkan menjadi satu PDF."
PINDAIAN_SUDAH = "Pindaian ini sudah ditarik. Muat ulang halaman."
TERLALU_DINI = "LPJ ditetapkan sesudah tahun anggarannya berakhir. Periksa tahunnya."


@transaction.atomic
def tetapkan_lpj(*, lpj: Lpj, oleh: Pengguna, pindaian: Berkas | None = None) -> Lpj:
    """Store an unsaved LPJ: from now on the money of its year changes only with a paper.
    `pindaian` is the stored file of its scan.

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
    if pindaian:
        unggah_pindaian(pindaian=PindaianLpj(lpj=lpj, berkas=pindaian), oleh=oleh)
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
def buka_koreksi(
    *, koreksi: KoreksiLpj, alasan: str, oleh: Pengguna, pindaian: Berkas | None = None
) -> KoreksiLpj:
    """Store an unsaved paper of correction; for some days the money of that year may be corrected.
    The same paper sent a second time is stored once. `pindaian` is the stored file of its scan.

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
    if pindaian:
        baru = PindaianLpj(lpj=koreksi.lpj, koreksi=koreksi, berkas=pindaian)
        unggah_pindaian(pindaian=baru, oleh=oleh)
    return koreksi


@transaction.atomic
def unggah_pindaian(*, pindaian: PindaianLpj, oleh: Pengguna) -> PindaianLpj:
    """Add an unsaved scan, with its stored file, which becomes public. Raises TidakBisa when the
    LPJ has enough or was taken back, or the file cannot be published now."""
    lpj = _terkunci(pindaian.lpj)
    if lpj.pindaian.tampil().count() >= PINDAIAN_TERBANYAK:
        raise TidakBisa(PENUH)
    simpanan.terbitkan(pindaian.berkas)
    pindaian.oleh = oleh
    pindaian.save(force_insert=True)
    catat(objek=lpj, aksi=AksiLpj.PINDAIAN, oleh=oleh)
    return pindaian


@transaction.atomic
def tarik_pindaian(*, pindaian: PindaianLpj, alasan: str, oleh: Pengguna) -> None:
    """Take a scan back from everyone; the reason stands in its place. Raises TidakBisa without a
    reason, and when it was taken back before."""
    pastikan_beralasan(alasan)
    lpj = _lpj_tampil(pindaian)
    jejak = catat(objek=lpj, aksi=AksiLpj.PINDAIAN_DITARIK, oleh=oleh, alasan=alasan.strip())
    tarik_berkas(jejak=jejak, baris=pindaian)
    pindaian.ditarik_pada = sekarang()
    pindaian.save(update_fields=["ditarik_pada"])


def tutup_pindaian(
    *, pindaian: PindaianLpj, kotak: Sequence[Kotak], alasan: str, oleh: Pengguna
) -> None:
    """Cover parts of a scan that is a photo, for good; the reason stays beside it. Raises as
    `proyek.services.dokumen.tutup_dokumen`. Call it outside a transaction."""

    def tulis() -> Jejak:
        lpj = _lpj_tampil(pindaian)
        return catat(objek=lpj, aksi=AksiLpj.PINDAIAN_DITUTUP, oleh=oleh, alasan=alasan.strip())

    tutup_berkas(baris=pindaian, kotak=kotak, alasan=alasan, tulis=tulis)


def _lpj_tampil(pindaian: PindaianLpj) -> Lpj:
    """Lock the LPJ of a scan that is still shown."""
    lpj = kunci_lpj(pindaian.lpj)
    if not lpj.pindaian.tampil().filter(pk=pindaian.pk).exists():
        raise TidakBisa(PINDAIAN_SUDAH)
    return lpj


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
