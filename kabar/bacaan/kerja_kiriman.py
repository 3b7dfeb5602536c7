"""Work about kiriman: the kiriman themselves, and questions of the kecamatan to a kampung."""

from typing import Any

from django.db.models import Exists, Q, QuerySet
from django.urls import reverse

from aspirasi.alamat import jalur_meja
from aspirasi.bacaan.riwayat import MEMBUKA
from aspirasi.bacaan.tulisan import judul
from aspirasi.enums import Aksi, Jangkauan, Status
from aspirasi.models import Aspirasi, PermintaanKeterangan
from aspirasi.models.himpunan import AspirasiQuerySet
from core.hal import Tampilan
from core.models import Jejak
from core.templatetags.bentuk import tanggal
from kabar import alamat
from kabar.enums import Kerja
from warga.bacaan.pemeriksa import pemeriksa
from warga.enums import NamaJabatan
from warga.rules import adalah_admin, adalah_aparat, adalah_kecamatan

_ANDA = "Diserahkan kepada Anda"
KATA: dict[str, str] = {
    Aksi.KIRIM: "Kiriman baru menunggu kantor Anda",
    Aksi.LENGKAPI: "Pengirim memberi keterangan yang diminta",
    Aksi.DIBALAS: "Pengirim menulis pesan",
    Aksi.PERIKSA: "Sudah diperiksa, menunggu kantor Anda",
    Aksi.TERUSKAN: "Diteruskan ke kantor Anda",
    Aksi.BUKA_KEMBALI: "Dibuka kembali oleh pengirim",
    Aksi.BUKA_WARGA: "Dibuka kembali karena warga menyatakan belum beres",
    Aksi.LEPAS_GABUNG: "Tidak lagi digabung, menunggu kantor Anda",
    Aksi.LEPAS_PROYEK: "Proyeknya batal, menunggu kantor Anda lagi",
    Aksi.TAGIH_JANJI: "Tanggal yang dijanjikan lewat",
    Aksi.ESKALASI: "Kiriman ini terlambat",
    Aksi.MINTA_UMUM: "Pengirim meminta kirimannya dibuka untuk umum",
    Aksi.DITUGASKAN: _ANDA,
    Aksi.DILEPAS: "Tidak lagi dipegang rekan Anda, menunggu kantor Anda",
    **dict.fromkeys(MEMBUKA, "Kini menunggu kantor Anda"),
}


def _untuk(orang: Any) -> AspirasiQuerySet:
    """Return the kiriman that wait for this person, and those that they hold.

    Those that wait for the first look are told to the people named for it, where there are any. An
    admin is told of what they hold.
    """
    dipegang = Aspirasi.objects.untuk_meja(orang).terbuka().filter(ditugaskan=orang.pk)
    if adalah_admin(orang):
        return dipegang
    bagian = Aspirasi.objects.bagian(orang)
    if adalah_kecamatan(orang) and not _memeriksa(orang):
        bagian = bagian.exclude(Q(Exists(pemeriksa())), status=Status.DIAJUKAN, bahaya=False)
    return Aspirasi.objects.filter(
        Q(pk__in=dipegang.order_by().values("pk")) | Q(pk__in=bagian.order_by().values("pk"))
    )


def _memeriksa(orang: Any) -> bool:
    return bool(orang.memegang(NamaJabatan.PEMERIKSA, NamaJabatan.PENGGANTI))


def _tentang(jejak: Jejak) -> bool:
    """Return whether it reached more desks than before: other changes of its readers give no
    work."""
    return jejak.aksi not in MEMBUKA or jejak.dari == Jangkauan.KECAMATAN


def _baris() -> AspirasiQuerySet:
    return Aspirasi.objects.dengan_keadaan().select_related("digabung_ke")


def _tampilan(aspirasi: Aspirasi) -> Tampilan:
    tempat = f"Kampung {aspirasi.kampung.nama}" if aspirasi.kampung else "Kampung belum diketahui"
    return Tampilan(
        judul=judul(aspirasi),
        alamat=jalur_meja(aspirasi.acuan),
        keterangan=" · ".join(k for k in (aspirasi.nomor, tempat) if k),
        lencana=aspirasi.kata_status,
        nada=aspirasi.nada,
    )


def _kata(jejak: Jejak, aspirasi: Aspirasi, orang: Any) -> str:
    """Return the words of a handing over to whoever does not hold it any more."""
    lepas = jejak.aksi == Aksi.DITUGASKAN and aspirasi.ditugaskan_id != orang.pk
    return KATA[Aksi.DILEPAS] if lepas else ""


def sebut(aspirasi: Aspirasi) -> str:
    """Return its public number while everybody reads it; "" for any other."""
    return aspirasi.nomor or "" if aspirasi.terbit else ""


def _ditanya(orang: Any) -> QuerySet[PermintaanKeterangan]:
    semua = PermintaanKeterangan.objects.visible_to(orang)
    return semua.menunggu() if adalah_aparat(orang) else semua.none()


def _dijawab(orang: Any) -> QuerySet[PermintaanKeterangan]:
    semua = PermintaanKeterangan.objects.visible_to(orang)
    return semua.filter(oleh=orang.pk, dijawab_pada__isnull=False, aspirasi__ditutup_pada=None)


def _terbaca(orang: Any) -> QuerySet[PermintaanKeterangan]:
    return PermintaanKeterangan.objects.visible_to(orang)


def _tampilan_permintaan(permintaan: PermintaanKeterangan) -> Tampilan:
    return Tampilan(
        judul="Permintaan keterangan",
        alamat=alamat.satu_permintaan(permintaan.acuan),
        keterangan=f"Paling lambat {tanggal(permintaan.tenggat)}",
    )


_PERMINTAAN: dict[str, Any] = {
    "hal": "keterangan",
    "model": PermintaanKeterangan,
    "jejak": Aspirasi.jenis_jejak,
    "kunci": "aspirasi__acuan",
    "terbaca": _terbaca,
    "baris": PermintaanKeterangan.objects.all,
    "tampilan": _tampilan_permintaan,
    "alamat": lambda: reverse(alamat.PERMINTAAN),
}
PEKERJAAN: tuple[dict[str, Any], ...] = (
    {
        "jenis": Kerja.KIRIMAN,
        "hal": "aspirasi",
        "model": Aspirasi,
        "jejak": Aspirasi.jenis_jejak,
        "kunci": "acuan",
        "kata": KATA,
        "kata_lain": _kata,
        "tentang": _tentang,
        "untuk": _untuk,
        "terbaca": Aspirasi.objects.untuk_meja,
        "baris": _baris,
        "tampilan": _tampilan,
        "banyak": "Beberapa kiriman sekaligus menunggu kantor Anda",
        "alamat": alamat.antrean,
        "kampung": "kampung",
        "pengirim": "pengirim__pengguna",
        "sebut": sebut,
    },
    # The kampung that is asked reads the question alone: the kiriman behind it may be secret.
    {
        **_PERMINTAAN,
        "jenis": Kerja.KETERANGAN,
        "kata": {Aksi.KETERANGAN_DIMINTA: "Kecamatan meminta keterangan kampung Anda"},
        "untuk": _ditanya,
        "banyak": "Kecamatan meminta beberapa keterangan kampung Anda",
        "kampung": "kampung",
    },
    {
        **_PERMINTAAN,
        "jenis": Kerja.DIJAWAB,
        "kata": {Aksi.KETERANGAN_DIJAWAB: "Kampung menjawab permintaan keterangan Anda"},
        "untuk": _dijawab,
        "banyak": "Beberapa permintaan keterangan Anda dijawab",
    },
)
