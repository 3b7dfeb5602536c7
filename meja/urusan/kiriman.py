"""Kiriman that wait for this desk, each kind with the act that is due.

Every kiriman of the queue "Menunggu saya" is in exactly one of these kinds
(`aspirasi.giliran` says which wait).
"""

from typing import Any

from django.db.models import Case, CharField, IntegerField, Q, QuerySet, Value, When
from django.urls import reverse

from aspirasi.enums import Jangkauan, Status
from aspirasi.models import Aspirasi, PermintaanKeterangan
from meja.antrean import belum_dikabari, ekor
from meja.urusan.bentuk import Urusan
from warga.models import Pengguna
from warga.rules import adalah_aparat, adalah_kecamatan, adalah_staf

ANTREAN = "bagian"
BERJALAN = (Status.DIVERIFIKASI, Status.DITERUSKAN, Status.DIPROSES, Status.DIJANJIKAN)
SAMPAI_KAMPUNG = ~Q(jangkauan=Jangkauan.KECAMATAN)
# The kinds in this order; a kiriman is of the first whose condition it meets.
PERIKSA = Q(status=Status.DIAJUKAN)
PERIKSA_KAMPUNG = PERIKSA & Q(kampung__verifikasi_didelegasikan=True)
AMBIL_DULU = PERIKSA & Q(kampung__verifikasi_didelegasikan=False, ditangani__isnull=True)
TERUSKAN = Q(status__in=(Status.DIVERIFIKASI, Status.DIBUKA_KEMBALI)) & SAMPAI_KAMPUNG
JAWAB = Q(status__in=BERJALAN)


def tindakan(nama: str) -> Any:
    """Return the function from the acuan of a kiriman to the page of this act on it."""
    return lambda acuan: reverse("meja:aspirasi_tindakan", args=[acuan, nama]) + ekor(ANTREAN)


def rincian(acuan: str) -> str:
    return reverse("meja:aspirasi_rincian", args=[acuan]) + ekor(ANTREAN)


def _bagian(*syarat: Q, bukan: Q | None = None) -> Any:
    """Return the function from a person to the kiriman of their queue that meet a condition."""

    def himpunan(oleh: Pengguna) -> QuerySet[Any]:
        milik = Aspirasi.objects.bagian(oleh).filter(*syarat)
        return milik.filter(~bukan) if bukan is not None else milik

    return himpunan


def _milik(oleh: Pengguna) -> Case:
    return Case(When(ditugaskan=oleh.pk, then=1), default=0, output_field=IntegerField())


# A kiriman that the kecamatan alone may read says so; people see these rows over a shoulder.
_RAHASIA = Q(jangkauan=Jangkauan.KECAMATAN)
_BALASAN = Q(balasan_pada__isnull=False)
_TANDA = Case(
    When(_RAHASIA & _BALASAN, then=Value(f"{Jangkauan.KECAMATAN.label}, ada balasan")),
    When(_RAHASIA, then=Value(Jangkauan.KECAMATAN.label)),
    When(_BALASAN, then=Value("Ada balasan")),
    default=None,
    output_field=CharField(),
)


def _kiriman(**isi: Any) -> Urusan:
    asal: dict[str, Any] = {
        "hal": "Kiriman",
        "judul": "judul",
        "kunci": "acuan",
        "tempat": "kampung__nama",
        "tenggat": "tenggat",
        "bahaya": "bahaya",
        "ramai": "dari_ramai",
        "tanda": _TANDA,
        "milik": _milik,
        "daftar": "meja:aspirasi",
        "ekor_daftar": f"?keadaan={ANTREAN}",
    }
    return Urusan(**(asal | isi))


KIRIMAN = (
    _kiriman(
        nama="kiriman_periksa",
        hal="Kiriman baru",
        kata="kiriman baru menunggu diperiksa",
        ajakan="Periksa",
        untuk=adalah_kecamatan,
        himpunan=_bagian(PERIKSA),
        alamat=tindakan("periksa"),
        sejak="menunggu_kecamatan_sejak",
    ),
    _kiriman(
        nama="kiriman_teruskan",
        kata="kiriman menunggu diteruskan",
        ajakan="Teruskan",
        untuk=adalah_kecamatan,
        himpunan=_bagian(TERUSKAN),
        alamat=tindakan("teruskan"),
        sejak="menunggu_kecamatan_sejak",
    ),
    _kiriman(
        nama="kiriman_jawab_kecamatan",
        kata="kiriman menunggu jawaban kecamatan",
        ajakan="Jawab",
        untuk=adalah_kecamatan,
        himpunan=_bagian(JAWAB, bukan=TERUSKAN),
        alamat=tindakan("tanggapi"),
        sejak="menunggu_kecamatan_sejak",
    ),
    _kiriman(
        nama="kiriman_lain_kecamatan",
        kata="kiriman lain menunggu langkah kecamatan",
        ajakan="Buka",
        untuk=adalah_kecamatan,
        himpunan=_bagian(bukan=PERIKSA | TERUSKAN | JAWAB),
        alamat=rincian,
        sejak="menunggu_kecamatan_sejak",
    ),
    _kiriman(
        nama="kiriman_periksa_kampung",
        hal="Kiriman baru",
        kata="kiriman baru menunggu diperiksa",
        ajakan="Periksa",
        untuk=adalah_aparat,
        himpunan=_bagian(PERIKSA_KAMPUNG),
        alamat=tindakan("periksa"),
        sejak="menunggu_kampung_sejak",
    ),
    _kiriman(
        nama="kiriman_ambil_dulu",
        hal="Kiriman baru",
        kata="kiriman yang dapat ditangani sebelum diperiksa kecamatan",
        ajakan="Tangani",
        untuk=adalah_aparat,
        himpunan=_bagian(AMBIL_DULU),
        alamat=tindakan("ambil-dulu"),
        sejak="menunggu_kampung_sejak",
    ),
    _kiriman(
        nama="kiriman_jawab_kampung",
        kata="kiriman menunggu jawaban kampung",
        ajakan="Jawab",
        untuk=adalah_aparat,
        himpunan=_bagian(JAWAB),
        alamat=tindakan("tanggapi"),
        sejak="menunggu_kampung_sejak",
    ),
    _kiriman(
        nama="kiriman_lain_kampung",
        kata="kiriman lain menunggu langkah kampung",
        ajakan="Buka",
        untuk=adalah_aparat,
        himpunan=_bagian(bukan=PERIKSA_KAMPUNG | AMBIL_DULU | JAWAB),
        alamat=rincian,
        sejak="menunggu_kampung_sejak",
    ),
)

SEKITAR_KIRIMAN = (
    Urusan(
        nama="permintaan",
        hal="Pertanyaan kecamatan",
        kata="pertanyaan kecamatan menunggu keterangan kampung",
        ajakan="Jawab",
        untuk=adalah_aparat,
        himpunan=lambda oleh: PermintaanKeterangan.objects.visible_to(oleh).menunggu(),
        judul="pertanyaan",
        kunci="acuan",
        tenggat="tenggat",
        sejak="dibuat",
        alamat=lambda acuan: reverse("meja:permintaan_jawab", args=[acuan]),
        daftar="meja:permintaan",
    ),
    Urusan(
        nama="permintaan_ditinjau",
        hal="Pertanyaan kepada kampung",
        kata="pertanyaan tentang kiriman yang dihapus pengirimnya menunggu ditinjau",
        ajakan="Tinjau",
        untuk=adalah_kecamatan,
        himpunan=lambda oleh: PermintaanKeterangan.objects.visible_to(oleh).perlu_ditinjau(),
        judul="pertanyaan",
        kunci="acuan",
        tempat="kampung__nama",
        sejak="aspirasi__dihapus_pada",
        alamat=lambda acuan: reverse("meja:permintaan_urus", args=[acuan]),
        daftar="meja:permintaan",
    ),
    Urusan(
        nama="belum_dikabari",
        hal="Pengirim belum dikabari",
        kata="pengirim belum dikabari lewat WhatsApp",
        ajakan="Kabari",
        untuk=adalah_staf,
        himpunan=belum_dikabari,
        judul="judul",
        kunci="acuan",
        tempat="kampung__nama",
        sejak="menunggu_sejak",
        alamat=lambda acuan: f"{reverse('meja:kabar')}#{acuan}",
        daftar="meja:kabar",
    ),
)
