"""Looks of the kecamatan at a work in the field: opened, recorded, corrected, and the agreement.

Who may stands in `laporan.rules`. Which checks oblige the kecamatan stands in `wajib_periksa`
(docs/keputusan/0066-lapangan.md). Locks: the key of the form, the project, then the look.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest

from core.formulir.sekali import satu_kali, tunggu_urusan
from core.galat import TidakBisa, pastikan_beralasan, pastikan_berkata
from core.jejak.catat import catat
from core.templatetags.bentuk import tanggal as tulis_tanggal
from core.tenggat import jam
from core.tenggat.hari_kerja import tanggal_wib
from core.waktu import hari_ini, sekarang
from laporan.enums import DariCek, Penilaian, SebabPeriksa, TahapLapangan
from laporan.laku import AksiCek, AksiLapangan
from laporan.models import CekWarga, HasilLapangan, JawabanSepakat, PemeriksaanLapangan
from laporan.models.cek import akhir_pekan
from laporan.models.lapangan import HARI_PERIKSA
from laporan.services.surat_lapangan import surati_dibuka, surati_hasil
from proyek.laku import Aksi
from proyek.models import Proyek
from proyek.services.kunci import DICABUT
from warga.models import Pengguna

CUKUP = 3  # accounts
SUDAH_DIBUKA = "Proyek ini sudah sedang diperiksa di lapangan. Catat hasilnya di halaman itu."
SUDAH_SELESAI = "Pemeriksaan ini sudah dicatat atau dibatalkan. Muat ulang halaman."
BELUM_DICATAT = "Hasil pemeriksaan ini belum dicatat, jadi belum ada yang diperbaiki."
MASIH_WAJIB = (
    "Tiga warga masih menilai proyek ini tidak sesuai, jadi pemeriksaannya wajib. Catat hasilnya."
)
MASA_DEPAN = "Hari pemeriksaan tidak boleh sesudah hari ini."
SEBELUM_DIBUKA = "Hari pemeriksaan tidak boleh sebelum warga memintanya."
TANPA_HADIR = "Tulis kantor yang hadir, tanpa nama orang."
TANPA_ISI = "Tulis apa yang terlihat. Semua orang membacanya."
TANPA_HARI = "Tulis kesepakatannya bersama harinya, atau kosongkan keduanya."
SEBELUM_PERIKSA = "Hari kesepakatan tidak boleh sebelum hari pemeriksaan."
TANPA_SEPAKAT = "Pemeriksaan ini tidak berakhir dengan kesepakatan. Muat ulang halaman."
TANPA_KATA = "Tulis apa yang sudah dilakukan, atau mengapa belum. Semua orang membacanya."
HARI_BARU = "Tulis sampai hari apa kesepakatan ini akan ditepati: hari ini atau sesudahnya."


@dataclass(frozen=True)
class IsianHasil:
    """A result as it was typed: what was seen and agreed. `sampai` goes with `disepakati`."""

    tanggal: dt.date
    banyak_warga: int
    hadir: str
    terlihat: str
    disepakati: str = ""
    sampai: dt.date | None = None

    @property
    def kolom(self) -> dict[str, Any]:
        """Return it by the columns of `HasilLapangan`."""
        return {
            **vars(self),
            **{n: getattr(self, n).strip() for n in ("hadir", "terlihat", "disepakati")},
        }


def wajib_periksa(cek: QuerySet[CekWarga] | None = None) -> QuerySet[CekWarga]:
    """Return the checks that oblige: public "tidak sesuai" of proven accounts, written or corrected
    after the day of the last look. An answer of the office does not settle one; its writer does, by
    taking it back or judging anew."""
    hasil = HasilLapangan.objects.filter(pemeriksaan__proyek=OuterRef("proyek"))
    terakhir = hasil.order_by("-pemeriksaan", "-pk").values("tanggal")[:1]
    semua: Any = CekWarga.objects.all() if cek is None else cek
    wajib: QuerySet[CekWarga] = (
        semua.umum()
        .filter(penilaian=Penilaian.TIDAK_SESUAI, dari=DariCek.TERBUKTI)
        .filter(proyek__dicabut_pada__isnull=True)
        .annotate(sejak=Greatest("terbit_pada", "diperbaiki_pada"), terakhir=Subquery(terakhir))
    )
    return wajib.filter(Q(terakhir__isnull=True) | Q(sejak__date__gt=F("terakhir")))


def proyek_wajib() -> QuerySet[Any]:
    """Return the keys of projects with enough of these and no look that waits."""
    terbuka = PemeriksaanLapangan.objects.dibuka().filter(proyek=OuterRef("proyek"))
    jumlah = wajib_periksa().order_by().values("proyek").annotate(n=Count("penulis", distinct=True))
    return jumlah.filter(~Exists(terbuka), n__gte=CUKUP).values_list("proyek", flat=True)


@transaction.atomic
def wajibkan(proyek: Proyek) -> PemeriksaanLapangan | None:
    """Open a look where three accounts say "tidak sesuai" and none waits; return it, or None.

    Call it in the transaction in which a check becomes public. It waits for others that do the same
    about this project, and locks no row before: any lock may be held.
    """
    _tunggu_lapangan(proyek)
    cek = list(wajib_periksa(CekWarga.objects.filter(proyek=proyek)))
    terbuka = PemeriksaanLapangan.objects.dibuka().filter(proyek=proyek)
    if len({satu.penulis_id for satu in cek}) < CUKUP or terbuka.exists():
        return None
    baru = PemeriksaanLapangan(proyek=proyek, sebab=SebabPeriksa.CEK)
    jam.mulai(baru, HARI_PERIKSA, awal=akhir_pekan(hari_ini()))
    baru.save(force_insert=True)
    baru.cek.set(cek)
    catat(objek=baru, aksi=AksiLapangan.DIBUKA)
    surati_dibuka(baru)
    return baru


@transaction.atomic
def buka(*, proyek: Proyek, alasan: str, oleh: Pengguna, kunci: str) -> PemeriksaanLapangan:
    """Open a look by decision of the kecamatan, with a public reason. The form with this one-time
    key opens one. Raises TidakBisa without a reason, and while one waits."""
    pastikan_beralasan(alasan)

    def buat(tanda: str) -> PemeriksaanLapangan:
        kini = _kunci_proyek(proyek.pk)
        _tunggu_lapangan(kini)
        if PemeriksaanLapangan.objects.dibuka().filter(proyek=kini).exists():
            raise TidakBisa(SUDAH_DIBUKA)
        baru = PemeriksaanLapangan(
            proyek=kini,
            sebab=SebabPeriksa.KECAMATAN,
            alasan=alasan.strip(),
            dibuka_oleh=oleh,
            kunci_sekali=tanda,
        )
        jam.mulai(baru, HARI_PERIKSA)
        baru.save(force_insert=True)
        catat(objek=baru, aksi=AksiLapangan.DIBUKA, oleh=oleh)
        umumkan(baru, oleh)
        return baru

    return satu_kali(PemeriksaanLapangan.objects.filter(proyek=proyek), kunci, buat)[0]


@transaction.atomic
def batalkan(*, pemeriksaan: PemeriksaanLapangan, alasan: str, oleh: Pengguna) -> None:
    """Call a look off, with a public reason. Raises TidakBisa without one, when it was recorded or
    called off, and while three residents still say "tidak sesuai"."""
    pastikan_beralasan(alasan)
    baris = kunci_lapangan(pemeriksaan)
    if not baris.menunggu_hasil:
        raise TidakBisa(SUDAH_SELESAI)
    cek = wajib_periksa(CekWarga.objects.filter(proyek=baris.proyek_id))
    if cek.order_by().values("penulis").distinct().count() >= CUKUP:
        raise TidakBisa(MASIH_WAJIB)
    jam.mulai(baris, None)
    baris.tahap = TahapLapangan.BATAL
    baris.save()
    catat(objek=baris, aksi=AksiLapangan.DIBATALKAN, oleh=oleh, alasan=alasan.strip())
    catat(objek=baris.proyek, aksi=Aksi.LAPANGAN_BATAL, oleh=oleh)


@transaction.atomic
def catat_hasil(
    *, pemeriksaan: PemeriksaanLapangan, isian: IsianHasil, oleh: Pengguna
) -> HasilLapangan:
    """Record what was seen and agreed, for everybody at once; followers, senders and the aparat are
    told. The same words sent twice are recorded once.

    Raises TidakBisa without words, for days out of order, and when it was recorded or called off.
    """
    baris = kunci_lapangan(pemeriksaan)
    lama = baris.hasil.last()
    if lama is not None and _sama(lama, isian):
        return lama
    if not baris.menunggu_hasil:
        raise TidakBisa(SUDAH_SELESAI)
    _periksa(baris, isian)
    baru = HasilLapangan(pemeriksaan=baris, oleh=oleh, **isian.kolom)
    baru.save(force_insert=True)
    _berlakukan(baris, baru)
    catat(objek=baris, aksi=AksiLapangan.DICATAT, oleh=oleh)
    sepakat = f"disepakati sampai {tulis_tanggal(baru.sampai)}" if baru.sampai else ""
    catat(
        objek=baris.proyek,
        aksi=Aksi.LAPANGAN_DICATAT,
        oleh=oleh,
        rincian={"ke": sepakat} if sepakat else None,
    )
    _kabari_pengirim(baris, AksiCek.DILIHAT, oleh)
    surati_hasil(baris, baru)
    wajibkan(baris.proyek)
    return baru


@transaction.atomic
def perbaiki_hasil(
    *, pemeriksaan: PemeriksaanLapangan, isian: IsianHasil, alasan: str, oleh: Pengguna
) -> HasilLapangan:
    """Correct a result in a further row, with a public reason. Where the agreement changed, its day
    is asked after anew. The same words change nothing. Raises TidakBisa as `catat_hasil`, without a
    reason, and before there is a result."""
    baris = kunci_lapangan(pemeriksaan)
    lama = baris.hasil.last()
    if lama is None:
        raise TidakBisa(BELUM_DICATAT)
    if _sama(lama, isian):
        return lama
    pastikan_beralasan(alasan)
    _periksa(baris, isian)
    baru = HasilLapangan(pemeriksaan=baris, oleh=oleh, alasan=alasan.strip(), **isian.kolom)
    baru.save(force_insert=True)
    if (lama.disepakati, lama.sampai) != (baru.disepakati, baru.sampai):
        _berlakukan(baris, baru)
    catat(objek=baris, aksi=AksiLapangan.DIPERBAIKI, oleh=oleh)
    catat(objek=baris.proyek, aksi=Aksi.LAPANGAN_DIPERBAIKI, oleh=oleh)
    return baru


@transaction.atomic
def jawab_sepakat(
    *,
    pemeriksaan: PemeriksaanLapangan,
    sudah: bool,
    kata: str,
    sampai: dt.date | None,
    oleh: Pengguna,
    kunci: str,
) -> JawabanSepakat:
    """Say for the office of the kampung whether an agreement was kept; if not, by which day it will
    be. A later answer takes the place of an earlier one. The form with this one-time key answers
    once. Raises TidakBisa without words, without a day to come, and without an agreement."""
    pastikan_berkata(kata, TANPA_KATA)
    if not sudah and (sampai is None or sampai < hari_ini()):
        raise TidakBisa(HARI_BARU)

    def buat(tanda: str) -> JawabanSepakat:
        baris = kunci_lapangan(pemeriksaan)
        hasil = baris.hasil.last()
        if hasil is None or hasil.sampai is None:
            raise TidakBisa(TANPA_SEPAKAT)
        baru = JawabanSepakat(
            pemeriksaan=baris,
            sudah=sudah,
            kata=kata.strip(),
            sampai=None if sudah else sampai,
            oleh=oleh,
            kunci_sekali=tanda,
        )
        baru.save(force_insert=True)
        _setel(baris, baru.sampai)
        catat(objek=baris, aksi=AksiLapangan.DIJAWAB, oleh=oleh)
        ke = "sudah" if sudah else f"belum, akan ditepati sampai {tulis_tanggal(sampai)}"
        catat(objek=baris.proyek, aksi=Aksi.SEPAKAT_DIJAWAB, oleh=oleh, rincian={"ke": ke})
        return baru

    return satu_kali(pemeriksaan.jawaban.all(), kunci, buat)[0]


def umumkan(baris: PemeriksaanLapangan, oleh: Pengguna | None = None) -> None:
    """Tell followers and the aparat of a look that was opened, and the senders whose checks led to
    it; once. The caller holds its row."""
    baris.dikabarkan_pada = sekarang()
    baris.save(update_fields=["dikabarkan_pada"])
    ke = f"paling lambat {tulis_tanggal(baris.tenggat)}"
    catat(objek=baris.proyek, aksi=Aksi.LAPANGAN_DIBUKA, oleh=oleh, rincian={"ke": ke})
    if oleh is None:
        _kabari_pengirim(baris, AksiCek.DIPERIKSA, None)


def kunci_lapangan(pemeriksaan: PemeriksaanLapangan) -> PemeriksaanLapangan:
    """Lock the project of a look, then the look, and return it as it stands now. Raises TidakBisa
    when its project was taken back."""
    proyek = _kunci_proyek(pemeriksaan.proyek_id)
    semua = PemeriksaanLapangan.objects.select_for_update(of=("self",))
    baris = semua.get(pk=pemeriksaan.pk)
    baris.proyek = proyek
    return baris


def _tunggu_lapangan(proyek: Proyek) -> None:
    tunggu_urusan(f"laporan.lapangan.{proyek.pk}")


def _kunci_proyek(pk: int) -> Proyek:
    # Weaker than `proyek.services.kunci`: rows that point to the project may still come in.
    proyek = Proyek.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)
    if proyek.dicabut:
        raise TidakBisa(DICABUT)
    return proyek


def _kabari_pengirim(baris: PemeriksaanLapangan, aksi: AksiCek, oleh: Pengguna | None) -> None:
    """Write the act into the trails of the checks that led to a look: their senders are told."""
    for satu in baris.cek.umum().order_by("pk"):
        catat(objek=satu, aksi=aksi, oleh=oleh)


def _berlakukan(baris: PemeriksaanLapangan, hasil: HasilLapangan) -> None:
    baris.dicatat_pada = baris.dicatat_pada or sekarang()
    baris.dikabarkan_pada = baris.dikabarkan_pada or sekarang()
    _setel(baris, hasil.sampai)


def _setel(baris: PemeriksaanLapangan, sampai: dt.date | None) -> None:
    """Let the clock run until an agreed day, or end it."""
    if sampai is None:
        jam.mulai(baris, None)
        baris.tahap = TahapLapangan.SELESAI
    else:
        jam.tetapkan(baris, sampai)
        baris.tahap = TahapLapangan.DISEPAKATI
    baris.save()


def _sama(lama: HasilLapangan, isian: IsianHasil) -> bool:
    return all(getattr(lama, nama) == nilai for nama, nilai in isian.kolom.items())


def _periksa(baris: PemeriksaanLapangan, isian: IsianHasil) -> None:
    pastikan_berkata(isian.hadir, TANPA_HADIR)
    pastikan_berkata(isian.terlihat, TANPA_ISI)
    if isian.tanggal > hari_ini():
        raise TidakBisa(MASA_DEPAN)
    if baris.oleh_portal and isian.tanggal < tanggal_wib(baris.dibuka):
        raise TidakBisa(SEBELUM_DIBUKA)
    if bool(isian.disepakati.strip()) != (isian.sampai is not None):
        raise TidakBisa(TANPA_HARI)
    if isian.sampai and isian.sampai < isian.tanggal:
        raise TidakBisa(SEBELUM_PERIKSA)
