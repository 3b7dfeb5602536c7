"""The one way from status to status: lock the row, ask the table, set the status."""

import rules
from django.db.models import Q

from aspirasi.bacaan.tanya import boleh_ditanya
from aspirasi.enums import (
    BUKAN_PETUGAS,
    STATUS_BELUM_DIPERIKSA,
    STATUS_TERTUTUP,
    TRANSISI,
    Aksi,
    Status,
    Transisi,
)
from aspirasi.models import Aspirasi, TindakLanjut
from aspirasi.services import jam
from core.galat import TidakBisa
from core.waktu import hari_ini, sekarang
from warga.enums import PERAN_KECAMATAN, Peran
from warga.models import Instansi, Pengguna

# Closed in words alone; a merged one has its answer elsewhere.
AKSI_TUTUP_NEGATIF = (Aksi.TOLAK, Aksi.BUKAN_WEWENANG, Aksi.ARSIPKAN)
AKSI_MENUTUP = (*AKSI_TUTUP_NEGATIF, Aksi.GABUNG)
AKSI_MEMERIKSA = (Aksi.PERIKSA, Aksi.MINTA_KETERANGAN, *AKSI_MENUTUP)
AKSI_MENJAWAB = (
    Aksi.TANGGAPI,
    Aksi.KABARI,
    Aksi.RENCANAKAN,
    Aksi.TUNGGU_INSTANSI,
    *AKSI_MENUTUP,
)
KECAMATAN_DULU = (
    "Kiriman ini sekarang di tangan kecamatan, jadi langkah ini hanya dapat dilakukan petugas "
    "kecamatan. Kalau ada yang perlu mereka ketahui, tulis catatan untuk petugas."
)


def pindah(
    aspirasi: Aspirasi, aksi: str, alasan: str = "", *, oleh: Pengguna | None = None
) -> tuple[Aspirasi, str]:
    """Lock the kiriman and set its new status; return it and the status before.

    The caller saves. Call inside a transaction. `oleh` is the official who acts. Raises
    TidakBisa when the act does not fit the status or is the kecamatan's by now (somebody was
    faster), or its reason is missing.
    """
    transisi = TRANSISI[aksi]
    aspirasi = kunci(aspirasi)
    if aspirasi.status not in transisi.dari:
        raise TidakBisa(
            f"Kiriman ini sekarang berstatus “{aspirasi.get_status_display()}”, jadi langkah ini "
            "tidak dapat dilakukan. Muat ulang halaman untuk melihat keadaan terbaru."
        )
    if oleh and aspirasi.status in transisi.kecamatan:
        _pastikan_kecamatan(aspirasi, transisi, oleh)
    if transisi.alasan_wajib and not alasan.strip():
        raise TidakBisa("Tulis alasannya. Pengirim berhak mengetahuinya.")
    dari, aspirasi.status = aspirasi.status, transisi.ke or aspirasi.status
    _setel_ketepatan(aspirasi, aksi, dari)
    _setel_penutupan(aspirasi, transisi)
    if transisi.izin not in BUKAN_PETUGAS:
        aspirasi.balasan_pada = None  # whoever acts has read what the sender added
    jam.jalankan(aspirasi, aksi, dari)
    return aspirasi, dari


def _pastikan_kecamatan(aspirasi: Aspirasi, transisi: Transisi, oleh: Pengguna) -> None:
    if not rules.has_perm(transisi.izin_pada(aspirasi.status), oleh, aspirasi):
        raise TidakBisa(KECAMATAN_DULU)


def tulis(
    aspirasi: Aspirasi, jenis: str, isi: str, *, atas_nama: str = "", oleh: Pengguna | None = None
) -> tuple[TindakLanjut, bool]:
    """Add to what was said; return it, and whether it is new.

    The same words of the same person twice in a row (a repeated send) stand once, unless the
    act that says them moves the status or the clock: then it is an act of its own. The caller
    holds the lock of the kiriman, and saves it only afterwards.
    """
    terakhir = aspirasi.tindak_lanjut.order_by("-dibuat", "-pk").first()
    sama = terakhir and (terakhir.jenis, terakhir.isi, terakhir.oleh) == (jenis, isi, oleh)
    if terakhir and sama and _tetap(aspirasi):
        return terakhir, False
    baru = TindakLanjut(aspirasi=aspirasi, jenis=jenis, isi=isi, atas_nama=atas_nama, oleh=oleh)
    baru.save(force_insert=True)
    return baru, True


def _tetap(aspirasi: Aspirasi) -> bool:
    """True while status and clock are those that are stored."""
    kini = {nama: getattr(aspirasi, nama) for nama in ("status", "langkah", "tenggat")}
    return Aspirasi.objects.filter(pk=aspirasi.pk, **kini).exists()


def serahkan(aspirasi: Aspirasi, ke: Instansi | None) -> None:
    """Put it into the hands of an office; who held it for another one lets go."""
    pemegang, lama = aspirasi.ditugaskan, aspirasi.ditangani
    aspirasi.ditangani = ke
    if pemegang and ke != lama and not _sekantor(pemegang, ke):
        aspirasi.ditugaskan = None


def _sekantor(orang: Pengguna, instansi: Instansi | None) -> bool:
    """Whether this person works there; what lies outside is the kecamatan's to chase."""
    if instansi and instansi.kampung_id:
        return orang.peran == Peran.APARAT and orang.kampung_id == instansi.kampung_id
    return orang.peran in PERAN_KECAMATAN


def lupakan_sanggahan(aspirasi: Aspirasi) -> None:
    """Let residents judge anew: who said that it is not settled spoke of an earlier answer."""
    aspirasi.belum_beres.all().delete()


def kunci(aspirasi: Aspirasi) -> Aspirasi:
    """Lock the kiriman and return it as it stands now. Call inside a transaction."""
    return Aspirasi.objects.select_for_update(of=("self",)).get(pk=aspirasi.pk)


def kunci_bersama(*aspirasi: Aspirasi) -> None:
    """Lock these and what was merged into them, in the one order that all take, so that two
    acts on the same ones never wait for each other. Call it before anything else is locked."""
    pk = [satu.pk for satu in aspirasi]
    semua = Aspirasi.objects.filter(Q(pk__in=pk) | Q(digabung_ke__in=pk)).order_by("pk")
    list(semua.select_for_update(of=("self",)).values_list("pk"))


def pastikan_boleh_ditanya(aspirasi: Aspirasi) -> None:
    """Raise TidakBisa while the project that answers it is not finished, or nothing is asked."""
    if boleh_ditanya(aspirasi):
        return
    if aspirasi.status == Status.DIRENCANAKAN:
        raise TidakBisa(
            "Kiriman ini menunggu proyeknya selesai. Sesudah itu pengirim ditanya lebih dulu."
        )
    raise TidakBisa("Kiriman ini apresiasi, jadi tidak ada yang perlu dinyatakan beres.")


def _setel_ketepatan(aspirasi: Aspirasi, aksi: str, dari: str) -> None:
    """Keep whether a due step came in time, before its due date is gone; once for all."""
    tepat = aspirasi.janji is None or hari_ini() <= aspirasi.janji
    if dari in STATUS_BELUM_DIPERIKSA:
        if aksi in AKSI_MEMERIKSA and aspirasi.diperiksa_tepat is None:
            _setel_diperiksa(aspirasi, aksi, dari, tepat)
    elif aksi in AKSI_MENJAWAB and aspirasi.dijawab_tepat is None:
        aspirasi.dijawab_tepat = tepat


def _setel_diperiksa(aspirasi: Aspirasi, aksi: str, dari: str, tepat: bool) -> None:
    """While the sender is asked, the clock stands still: only a look already late is known."""
    if dari == Status.PERLU_PERBAIKAN:
        aspirasi.diperiksa_tepat = True
    elif aksi != Aksi.MINTA_KETERANGAN or not tepat:
        aspirasi.diperiksa_tepat = tepat


def _setel_penutupan(aspirasi: Aspirasi, transisi: Transisi) -> None:
    tertutup = aspirasi.status in STATUS_TERTUTUP
    aspirasi.ditutup_pada = sekarang() if tertutup else None
    aspirasi.cara_selesai = transisi.cara
    if tertutup:
        aspirasi.minta_umum_pada = aspirasi.balasan_pada = None
