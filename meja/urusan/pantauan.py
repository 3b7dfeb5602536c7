"""Things that a person follows while others act on them. No badge counts them."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi
from aspirasi.services.keberatan import BELUM_DIJAWAB
from laporan.models import JadwalLaporan, PenetapanPenerbit
from meja import minggu
from meja.urusan.bentuk import Urusan
from meja.urusan.lapangan import SEPAKAT_LEWAT
from rencana.models import Rencana
from warga.models import Kampung, Pengguna, PerubahanPembaca
from warga.rules import adalah_aparat, adalah_kecamatan, adalah_petugas


def _bahaya_di_lain(oleh: Pengguna) -> QuerySet[Any]:
    """Return open danger on this desk that waits for somebody else's step."""
    bagian = Aspirasi.objects.bagian(oleh).order_by().values("pk")
    return Aspirasi.objects.untuk_meja(oleh).bahaya().exclude(pk__in=bagian)


def _kampung_terlambat(oleh: Pengguna) -> QuerySet[Any]:
    terlambat = JadwalLaporan.objects.terlambat().filter(proyek__kampung=OuterRef("pk"))
    return Kampung.objects.filter(Exists(terlambat))


def _draf_pada_penerbit(oleh: Pengguna) -> QuerySet[Any]:
    """Return the drafts that wait for those who publish, for somebody who does not."""
    penerbit = PenetapanPenerbit.objects.penerbit(oleh.kampung_id).filter(pk=oleh.pk)
    return minggu.menunggu_terbit(oleh.kampung_id).filter(~Exists(penerbit))


def _keberatan_rencana(oleh: Pengguna) -> QuerySet[Any]:
    """Return the open objections against plans of this kampung that have reached it; each waits in
    the queue of kiriman, too."""
    milik = Aspirasi.objects.untuk_meja(oleh).filter(status__in=BELUM_DIJAWAB)
    terbuka = Rencana.objects.filter(kampung=oleh.kampung_id, keputusan=None)
    return milik.filter(jenis=Jenis.KEBERATAN, tautan_rencana__rencana__in=terbuka)


def _pantauan(
    nama: str, kata: str, untuk: Any, himpunan: Any, daftar: str, ekor: str = ""
) -> Urusan:
    return Urusan(
        nama=nama,
        hal="",
        kata=kata,
        ajakan="Lihat",
        untuk=untuk,
        himpunan=himpunan,
        judul="",
        alamat=str,
        daftar=daftar,
        ekor_daftar=ekor,
    )


PANTAUAN = (
    _pantauan(
        "bahaya_di_lain",
        "kiriman bahaya sedang ditangani, belum dijawab",
        adalah_petugas,
        _bahaya_di_lain,
        "meja:aspirasi",
        "?keadaan=bahaya",
    ),
    _pantauan(
        "kampung_terlambat",
        "kampung belum melapor: lihat dan ingatkan",
        adalah_kecamatan,
        _kampung_terlambat,
        "meja:minggu",
    ),
    _pantauan(
        "draf_pada_penerbit",
        "draf laporan menunggu diterbitkan",
        adalah_aparat,
        _draf_pada_penerbit,
        "meja:minggu",
        "#menunggu",
    ),
    SEPAKAT_LEWAT,
    _pantauan(
        "keberatan_rencana",
        "keberatan atas rencana kampung belum dijawab",
        adalah_aparat,
        _keberatan_rencana,
        "rencana:papan",
    ),
    _pantauan(
        "pembaca_berubah",
        "perubahan pembaca kiriman rahasia, baru saja",
        lambda oleh: oleh.has_perm("warga.lihat_pembaca"),
        lambda oleh: PerubahanPembaca.objects.baru(),
        "kode:pembaca",
    ),
)
