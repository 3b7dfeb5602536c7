"""The one way from status to status: lock the row, ask the table, set the status."""

import datetime as dt

import rules
from django.db import transaction
from django.db.models import Q

from aspirasi.bacaan.tanya import boleh_ditanya
from aspirasi.enums import (
    STATUS_BELUM_DIPERIKSA,
    STATUS_TERTUTUP,
    Langkah,
    Status,
)
from aspirasi.laku import LAKU, PINDAH, izin_pada
from aspirasi.models import Aspirasi, TindakLanjut
from aspirasi.services import jam
from core.galat import TidakBisa, pastikan_berkata
from core.laku import Oleh, Pindah
from core.waktu import hari_ini, sekarang
from warga.enums import PERAN_KECAMATAN, Peran
from warga.models import Instansi, Pengguna

KECAMATAN_DULU = (
    "Kiriman ini sekarang di tangan kecamatan, jadi langkah ini hanya dapat dilakukan petugas "
    "kecamatan. Kalau ada yang perlu mereka ketahui, tulis catatan untuk petugas."
)


def pindah(
    aspirasi: Aspirasi, aksi: str, alasan: str = "", *, oleh: Pengguna | None = None
) -> tuple[Aspirasi, str]:
    """Lock the kiriman and set its new status. Return it and the status before.

    The caller saves. Call inside a transaction. `oleh` is the official who acts. Raises TidakBisa
    when the act does not fit the status, when it is the kecamatan's by now (somebody was faster),
    or when its reason is missing.
    """
    boleh = PINDAH[aksi]
    aspirasi = kunci_baris(aspirasi)
    if aspirasi.status not in boleh.dari:
        raise TidakBisa(
            f"Kiriman ini sekarang berstatus “{aspirasi.get_status_display()}”, jadi langkah ini "
            "tidak dapat dilakukan. Muat ulang halaman untuk melihat keadaan terbaru."
        )
    if oleh and aspirasi.status in boleh.kecamatan:
        _pastikan_kecamatan(aspirasi, aksi, oleh)
    pastikan_beralasan(aksi, alasan)
    dari, aspirasi.status = aspirasi.status, boleh.ke or aspirasi.status
    _setel_ketepatan(aspirasi, boleh, dari)
    _setel_penutupan(aspirasi, boleh.cara)
    if aspirasi.status == Status.DIBUKA_KEMBALI:  # what was answered before no longer counts
        aspirasi.jawaban, aspirasi.dijanjikan, aspirasi.penundaan = "", None, 0
    if LAKU[aksi].oleh is Oleh.PETUGAS:
        aspirasi.balasan_pada = None  # an official who acts has read what the sender added
    jam.jalankan(aspirasi, aksi, dari)
    return aspirasi, dari


def pastikan_beralasan(aksi: str, alasan: str) -> None:
    """Raise TidakBisa when the act needs a reason and has none."""
    if LAKU[aksi].alasan.wajib:
        pastikan_berkata(alasan, "Tulis alasannya. Pengirim berhak mengetahuinya.")


def _pastikan_kecamatan(aspirasi: Aspirasi, aksi: str, oleh: Pengguna) -> None:
    if not rules.has_perm(izin_pada(aksi, aspirasi.status), oleh, aspirasi):
        raise TidakBisa(KECAMATAN_DULU)


def tulis(
    aspirasi: Aspirasi,
    jenis: str,
    isi: str,
    *,
    atas_nama: str = "",
    oleh: Pengguna | None = None,
    jawaban: str = "",
    sampai: dt.date | None = None,
) -> tuple[TindakLanjut, bool]:
    """Add a message to the conversation. Return it, and whether it is new.

    The same words of the same person twice in a row (a repeated send) stand once, unless the
    act that says them moves the status or the clock: then it is an act of its own. The caller
    holds the lock of the kiriman, and saves it only afterwards. An official answer says what it is
    (`jawaban`), and by which day it promises (`sampai`).
    """
    terakhir = aspirasi.tindak_lanjut.order_by("-dibuat", "-pk").first()
    baru = TindakLanjut(
        aspirasi=aspirasi,
        jenis=jenis,
        isi=isi,
        atas_nama=atas_nama,
        oleh=oleh,
        jawaban=jawaban,
        sampai=sampai,
    )
    if terakhir and _sama(terakhir, baru) and _tetap(aspirasi):
        return terakhir, False
    baru.save(force_insert=True)
    return baru, True


def _sama(satu: TindakLanjut, lain: TindakLanjut) -> bool:
    """Return whether both say the same, and the same person says it."""
    kolom = ("jenis", "isi", "oleh_id", "jawaban", "sampai")
    return all(getattr(satu, nama) == getattr(lain, nama) for nama in kolom)


def _tetap(aspirasi: Aspirasi) -> bool:
    """Return whether status and clock are the stored ones."""
    kini = {nama: getattr(aspirasi, nama) for nama in ("status", "langkah", "tenggat")}
    return Aspirasi.objects.filter(pk=aspirasi.pk, **kini).exists()


def serahkan(aspirasi: Aspirasi, ke: Instansi | None) -> None:
    """Give it to an office. A person who held it for another office lets go."""
    pemegang, lama = aspirasi.ditugaskan, aspirasi.ditangani
    aspirasi.ditangani = ke
    if pemegang and ke != lama and not _sekantor(pemegang, ke):
        aspirasi.ditugaskan = None


def _sekantor(orang: Pengguna, instansi: Instansi | None) -> bool:
    """Return whether this person works there. The kecamatan chases offices outside."""
    if instansi and instansi.kampung_id:
        return orang.peran == Peran.APARAT and orang.kampung_id == instansi.kampung_id
    return orang.peran in PERAN_KECAMATAN


def lupakan_sanggahan(aspirasi: Aspirasi) -> None:
    """Let residents judge anew: their "not settled" spoke of an earlier answer."""
    aspirasi.belum_beres.all().delete()


def kunci_baris(aspirasi: Aspirasi) -> Aspirasi:
    """Lock the kiriman and return it as it stands now. Call inside a transaction."""
    return Aspirasi.objects.select_for_update(of=("self",)).get(pk=aspirasi.pk)


def kunci_bersama(*aspirasi: Aspirasi) -> None:
    """Lock these kiriman, those merged into them and those they were merged into, in one order, so
    that two acts never wait for each other. Call it before anything else is locked.

    A kiriman that was merged while this waited belongs to them, too. Then all locks are released
    and taken anew.
    """
    pk = [satu.pk for satu in aspirasi]
    while not _terkunci(pk):
        pass


def _terkunci(pk: list[int]) -> bool:
    """Lock them. Return False, with nothing locked, when others belong to them by then."""
    ikut = Q(pk__in=pk) | Q(digabung_ke__in=pk)
    induk = Aspirasi.objects.filter(pk__in=pk, digabung_ke__isnull=False).values("digabung_ke")
    semua = Aspirasi.objects.filter(ikut | Q(pk__in=induk)).order_by("pk").values_list("pk")
    with transaction.atomic():
        terkunci = set(semua.select_for_update(of=("self",)))
        if terkunci >= set(semua):
            return True
        transaction.set_rollback(True)
    return False


def pastikan_boleh_ditanya(aspirasi: Aspirasi) -> None:
    """Raise TidakBisa while the project that answers it is not finished, or when nothing is
    asked."""
    if boleh_ditanya(aspirasi):
        return
    if aspirasi.status == Status.DIRENCANAKAN:
        raise TidakBisa(
            "Kiriman ini menunggu proyeknya selesai. Sesudah itu pengirim ditanya lebih dulu."
        )
    raise TidakBisa("Kiriman ini apresiasi, jadi tidak ada yang perlu dinyatakan beres.")


def _setel_ketepatan(aspirasi: Aspirasi, aksi: Pindah, dari: str) -> None:
    """Keep whether a due step came in time, before its due date is gone; once for all."""
    tepat = aspirasi.janji is None or hari_ini() <= aspirasi.janji
    if dari in STATUS_BELUM_DIPERIKSA:
        if Langkah.PERIKSA in aksi.memenuhi and aspirasi.diperiksa_tepat is None:
            _setel_diperiksa(aspirasi, aksi, dari, tepat)
    elif Langkah.JAWAB in aksi.memenuhi and aspirasi.dijawab_tepat is None:
        aspirasi.dijawab_tepat = tepat


def _setel_diperiksa(aspirasi: Aspirasi, aksi: Pindah, dari: str, tepat: bool) -> None:
    """Keep whether the first look came in time. While the sender is asked the clock stands still,
    so only a look that is already late is known."""
    if dari == Status.PERLU_PERBAIKAN:
        aspirasi.diperiksa_tepat = True
    elif aksi.langkah != Langkah.PENGIRIM or not tepat:
        aspirasi.diperiksa_tepat = tepat


def _setel_penutupan(aspirasi: Aspirasi, cara: str) -> None:
    tertutup = aspirasi.status in STATUS_TERTUTUP
    aspirasi.ditutup_pada = sekarang() if tertutup else None
    aspirasi.cara_selesai = cara
    if tertutup:
        aspirasi.minta_umum_pada = aspirasi.balasan_pada = aspirasi.diambil_oleh = None
