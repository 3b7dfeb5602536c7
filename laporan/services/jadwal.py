"""The reports that are awaited: made from the work of a project, fulfilled by publishing.

The rows are worked out and nobody's act, so no trail tells of them. Whatever changes them holds the
lock of the project (docs/keputusan/0026-kunci.md).
"""

import datetime as dt
import logging
from collections.abc import Collection, Iterator, Sequence

from django.db import transaction
from django.db.models import QuerySet

from core.antrean.surel import PENUTUP
from core.antrean.tugas import antre
from core.tenggat import jam
from core.waktu import hari_ini
from laporan.bacaan.pekerjaan import pekerjaan, perlu_disusun, sidik, terlapor
from laporan.enums import Gugur, Macam
from laporan.models import JadwalLaporan, JedaLaporan, LaporanKemajuan, SusunanJadwal
from laporan.models.jadwal import HARI_LAPOR, libur_laporan
from laporan.rentang import Pekerjaan, Rentang, Ruas, bersinggungan, rentang
from proyek.enums import TAHAP_DAPAT_DILAPORKAN, FrekuensiLaporan, Tahap
from proyek.models import Proyek
from warga.services.surel import kabari_admin

log = logging.getLogger(__name__)
SEKALI_JALAN = 1000
SUSUN = "laporan.services.jadwal.susun_satu"
PERIHAL = "Jadwal laporan proyek dibetulkan tadi malam"
ISI = f"""\
Hitungan malam ini menemukan jadwal laporan yang tidak cocok dengan waktu pengerjaan proyeknya, \
jadi tanggal “paling lambat” di halaman proyek mungkin salah. Jadwalnya sudah dibetulkan.

Artinya ada yang mengubah catatan langsung di basis data, atau ada yang salah pada portal. Yang \
perlu dilakukan: teruskan surat ini ke pengelola mesin. Jumlah barisnya ada di log portal.

{PENUTUP}"""


@transaction.atomic
def susun(*, proyek: Proyek) -> int:
    """Make the awaited reports of a project anew, and return how many rows changed.

    Rows that are fulfilled stay. So do those whose days are over and were days of the work: a new
    frequency or a later end pardons no report that is late.
    """
    milik = Proyek.objects.select_for_update(of=("self",)).annotate(sidik_jadwal=sidik())
    proyek = milik.get(pk=proyek.pk)
    berdiri = JadwalLaporan.objects.berdiri().filter(proyek=proyek)
    semua = list(berdiri.select_for_update().order_by("awal"))
    lama = {baris.pk: _isi(baris) for baris in semua}
    kerja = pekerjaan(proyek)
    jadi, lepas = _rencana(proyek, kerja, semua)
    for baris in lepas:
        _gugurkan(baris, kerja, batal=proyek.tahap == Tahap.DIBATALKAN)
    _catat(proyek, kerja, jadi)
    return len(lepas) + _simpan(jadi, lama)


def susun_satu(pk: int) -> None:
    """Make those of one project anew, and count days that a holiday or a pause moved (a task)."""
    susun(proyek=Proyek(pk=pk))
    hitung_tenggat(pk)


@transaction.atomic
def hitung_tenggat(pk: int) -> None:
    """Count the due days of a project anew from their own start."""
    proyek = Proyek.objects.select_for_update(of=("self",)).get(pk=pk)
    _hitung(proyek.kampung_id, JadwalLaporan.objects.ditunggu().filter(proyek=pk))


@transaction.atomic
def hitung_tenggat_kampung(kampung: int) -> int:
    """Count the due days of all projects of a kampung anew, after a pause came or went, and return
    how many moved."""
    milik = JadwalLaporan.objects.ditunggu().filter(proyek__kampung=kampung)
    kunci = Proyek.objects.filter(pk__in=milik.order_by().values("proyek")).order_by("pk")
    list(kunci.select_for_update(of=("self",), no_key=True).values_list("pk"))
    return _hitung(kampung, milik)


def _hitung(kampung: int, ditunggu: QuerySet[JadwalLaporan]) -> int:
    """Count the days of these rows of one kampung, under the lock of their projects."""
    semua = list(ditunggu)
    libur = _libur(kampung, semua)
    lama = {baris.pk: (baris.janji, baris.tenggat) for baris in semua}
    for baris in semua:
        jam.hitung_ulang(baris, libur=libur)
    berubah = [baris for baris in semua if lama[baris.pk] != (baris.janji, baris.tenggat)]
    return JadwalLaporan.objects.bulk_update(berubah, ["janji", "tenggat"])


def _libur(kampung: int, semua: Sequence[JadwalLaporan]) -> frozenset[dt.date]:
    """Return the days that do not count for these rows of a kampung, and for new ones."""
    awal = [baris.langkah_mulai for baris in semua if baris.langkah_mulai]
    return libur_laporan(kampung, min([*awal, hari_ini()]))


def susun_berubah() -> None:
    """Find projects whose work changed, or whose rows reach not beyond today (a periodic job);
    `SEKALI_JALAN` of them at most, and the next turn finds the others."""
    for pk in perlu_disusun().values_list("pk", flat=True)[:SEKALI_JALAN]:
        antre(SUSUN, pk)


def hitung_ulang_tenggat() -> None:
    """Find due days that a holiday or a pause moved, which came or went (a periodic job)."""
    for pk in {pk for baris in _keliru() for pk in baris.values_list("proyek", flat=True)}:
        antre(SUSUN, pk)


def _keliru() -> Iterator[QuerySet[JadwalLaporan]]:
    """Yield the rows whose day is wrong: by the days off alone, or with the pauses of a kampung."""
    ditunggu = JadwalLaporan.objects.ditunggu()
    berjeda = JedaLaporan.objects.berdiri().order_by().values_list("kampung", flat=True).distinct()
    yield from jam.keliru(ditunggu.exclude(proyek__kampung__in=berjeda))
    for kampung in berjeda:
        lepas = JedaLaporan.objects.hari(kampung, dt.date.min)
        yield from jam.keliru(ditunggu.filter(proyek__kampung=kampung), lepas=lepas)


def periksa_malam() -> int:
    """Prove the rows of all projects that are reported, tell the admins of differences that no
    change explains, and return how many there were (a periodic job)."""
    berubah = set(perlu_disusun().values_list("pk", flat=True))
    semua = SusunanJadwal.objects.filter(hidup=True).values_list("pk", flat=True)
    beda = sum(susun(proyek=Proyek(pk=pk)) for pk in sorted({*semua} - berubah))
    if beda:
        log.error("Jadwal laporan: %s baris tidak cocok dan sudah dibetulkan.", beda)
        kabari_admin(perihal=PERIHAL, isi=ISI, kunci="jadwal")
    return beda


@transaction.atomic
def penuhi(*, laporan: LaporanKemajuan) -> None:
    """Let a published report fulfil the rows of its days, and make the others anew.

    One that comes before its span is over tells of the days up to it; the next span begins after
    them. A row that is fulfilled keeps the report that did so first.
    """
    ditunggu = JadwalLaporan.objects.ditunggu().filter(proyek=laporan.proyek_id)
    baris_nya = ditunggu.filter(awal__gte=laporan.periode, awal__lte=laporan.akhir)
    for baris in baris_nya.select_for_update().order_by("awal"):
        if baris.akhir <= laporan.akhir or baris.awal == laporan.periode:
            baris.laporan, baris.dipenuhi_pada = laporan, laporan.diterbitkan_pada
            baris.akhir = min(baris.akhir, laporan.akhir)
            baris.save(update_fields=["laporan", "dipenuhi_pada", "akhir"])
    susun(proyek=laporan.proyek)


@transaction.atomic
def buka_lagi(*, laporan: LaporanKemajuan) -> None:
    """Await anew what a report fulfilled that was taken back as a whole. Its clock never stopped.
    Where a revision of the same days still stands, nothing is awaited."""
    if laporan.proyek.laporan.berlaku().filter(periode=laporan.periode).exists():
        return
    laporan.jadwal.update(laporan=None, dipenuhi_pada=None)
    susun(proyek=laporan.proyek)


def pilihan(*, proyek: Proyek, laporan: LaporanKemajuan) -> list[Rentang]:
    """Return the spans of which a report can be written: what is due first stands first.

    Those of other drafts are left out; that of `laporan` itself stays. Works that ended before
    anything was awaited have spans all the same. Nothing is stored: opening a form changes no page.
    """
    terbuka = _terbuka(proyek)
    lain = [Ruas(d.periode, d.akhir) for d in proyek.laporan.draf().exclude(pk=laporan.pk)]
    bebas = [satu for satu in terbuka if not any(bersinggungan(satu, draf) for draf in lain)]
    if laporan.pk and all(satu.awal != laporan.periode for satu in bebas):
        bebas.append(Rentang(Macam.BERKALA, laporan.periode, laporan.akhir))
    return bebas


def _terbuka(proyek: Proyek) -> list[Rentang]:
    """Return the spans that have begun: of the rows, or as `susun` will make them where it is still
    to come."""
    baru = not perlu_disusun().filter(pk=proyek.pk).exists()
    if baru and SusunanJadwal.objects.filter(proyek=proyek).exists():
        semua = list(JadwalLaporan.objects.dimulai().filter(proyek=proyek))
    else:
        berdiri = list(JadwalLaporan.objects.berdiri().filter(proyek=proyek).order_by("awal"))
        jadi, _ = _rencana(proyek, pekerjaan(proyek), berdiri)
        semua = [baris for baris in jadi if baris.dimulai]
    return [b.rentang for b in sorted(semua, key=lambda b: (b.tenggat or dt.date.max, b.awal))]


def setel_rentang(laporan: LaporanKemajuan) -> None:
    """Set the last day of a first report that was written without one: that of the span that is
    awaited from its first day on, if there is any."""
    if laporan.sampai is None and laporan.revisi == 1:
        ditunggu = JadwalLaporan.objects.ditunggu().filter(proyek=laporan.proyek_id)
        laporan.sampai = (
            ditunggu.filter(awal=laporan.periode).values_list("akhir", flat=True).first()
        )


def _rencana(
    proyek: Proyek, kerja: Pekerjaan | None, semua: Sequence[JadwalLaporan]
) -> tuple[list[JadwalLaporan], list[JadwalLaporan]]:
    """Return the rows that are to stand, and those that fall away, from `semua` that stand now.
    Rows are changed and made, none is stored."""
    dilaporkan = terlapor(proyek)
    tetap = [b for b in semua if b.laporan_id or (kerja and _tetap(b, kerja, dilaporkan))]
    lepas = {b.awal: b for b in semua if b not in tetap}
    sudah = [*dilaporkan, *(b.rentang for b in tetap)]
    jadi = _baru(proyek, kerja, sudah, lepas, _libur(proyek.kampung_id, semua))
    if kerja:
        _sebut(tetap, kerja)
    return [*tetap, *jadi], list(lepas.values())


def _tetap(baris: JadwalLaporan, kerja: Pekerjaan, dilaporkan: Sequence[Rentang]) -> bool:
    """Return whether the days of an awaited row are over, and all of them still ask for it."""
    akhir = kerja.selesai or dt.date.max
    if baris.akhir >= hari_ini() or baris.awal < kerja.mulai or baris.akhir > akhir:
        return False
    luput: list[Rentang | Ruas] = [*kerja.henti, *dilaporkan]
    return not any(bersinggungan(baris.rentang, satu) for satu in luput)


def _baru(
    proyek: Proyek,
    kerja: Pekerjaan | None,
    sudah: Sequence[Rentang],
    lepas: dict[dt.date, JadwalLaporan],
    libur: Collection[dt.date],
) -> list[JadwalLaporan]:
    """Return a row for each span that is still to be reported, where `lepas` has one that begins on
    the same day that one."""
    hasil = []
    for satu in rentang(kerja, hari_ini(), sudah) if kerja else ():
        baris = lepas.pop(satu.awal, None) or JadwalLaporan(proyek=proyek, awal=satu.awal)
        if baris.akhir != satu.akhir:
            _setel_akhir(baris, satu.akhir, libur)
        baris.macam = satu.macam
        hasil.append(baris)
    return hasil


def _setel_akhir(baris: JadwalLaporan, akhir: dt.date, libur: Collection[dt.date]) -> None:
    """Set the last day of a span, and its clock: it counts from that day, or from the one on which
    it became known that the report is awaited, whichever is later."""
    hari = hari_ini()
    baris.akhir = akhir
    if baris.langkah_mulai is None:
        jam.mulai(baris, HARI_LAPOR, awal=max(akhir, hari), libur=libur)
    else:
        jam.geser(baris, max(akhir, min(baris.langkah_mulai, hari)), libur=libur)


def _gugurkan(baris: JadwalLaporan, kerja: Pekerjaan | None, *, batal: bool) -> None:
    """Let a row be awaited no more; one that never began leaves nothing."""
    if baris.awal > hari_ini():
        baris.delete()
        return
    terhenti = any(bersinggungan(baris.rentang, satu) for satu in kerja.henti) if kerja else False
    baris.gugur = Gugur.BATAL if batal else Gugur.HENTI if terhenti else Gugur.BERUBAH
    baris.save(update_fields=["gugur"])


def _sebut(tetap: Sequence[JadwalLaporan], kerja: Pekerjaan) -> None:
    """Let the awaited report of the last day be the last one, and no other."""
    for baris in tetap:
        if baris.laporan_id is None and baris.akhir == kerja.selesai:
            baris.macam = Macam.AKHIR
        elif baris.laporan_id is None and baris.macam == Macam.AKHIR:
            baris.macam = Macam.BERKALA


def _simpan(semua: Sequence[JadwalLaporan], lama: dict[int, object]) -> int:
    """Number the rows in the order of their days, store those that differ, and count them."""
    banyak = 0
    for nomor, baris in enumerate(sorted(semua, key=lambda b: b.awal), start=1):
        baris.urutan = nomor
        if lama.get(baris.pk) != _isi(baris):
            baris.save()
            banyak += 1
    return banyak


def _isi(baris: JadwalLaporan) -> object:
    return baris.macam, baris.akhir, baris.urutan


def _catat(proyek: Proyek, kerja: Pekerjaan | None, semua: Sequence[JadwalLaporan]) -> None:
    """Note from what the rows were made, and up to which day they reach."""
    sampai = None
    if kerja and kerja.berlanjut and kerja.frekuensi != FrekuensiLaporan.SEKALI:
        sampai = max((baris.akhir for baris in semua), default=None)
    isi = {
        "sidik": getattr(proyek, "sidik_jadwal", ""),
        "sampai": sampai,
        "hidup": proyek.tahap in TAHAP_DAPAT_DILAPORKAN,
    }
    SusunanJadwal.objects.update_or_create(proyek=proyek, defaults=isi)
