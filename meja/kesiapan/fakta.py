"""The facts by which the portal sees how ready it is, read once for all kampung."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from core.antrean.tugas import kesehatan
from core.waktu import hari_ini
from meja.keadaan import cadangan_baik
from proyek.models import Proyek
from warga.models import Jabatan, Kampung, KantorLayanan, Kesiapan, Pengguna

KECAMATAN = None  # stands for a kampung where there is none


@dataclass(frozen=True)
class Pemegang:
    """Somebody who holds offices in one place: their names, and whether they signed in once."""

    akun: int
    jabatan: str
    pernah_masuk: bool


@dataclass(frozen=True)
class Fakta:
    """The facts. Keys are those of kampung, None stands for the kecamatan."""

    pemegang: dict[int | None, list[Pemegang]]
    kantor: dict[int | None, list[KantorLayanan]]
    catatan: dict[tuple[str, int | None], Kesiapan]
    proyek: Counter[int]
    tahun: int
    ada_pembaca_rahasia: bool
    cadangan_baik: bool

    def akun(self, kampung: int | None, *jabatan: str) -> set[int]:
        """Return the accounts that hold one of these offices there today; any office for none."""
        semua = self.pemegang.get(kampung, [])
        return {p.akun for p in semua if not jabatan or p.jabatan in jabatan}

    def pernah_masuk(self, kampung: int | None) -> set[int]:
        """Return the accounts of that place that signed in once."""
        return {p.akun for p in self.pemegang.get(kampung, []) if p.pernah_masuk}


def baca() -> Fakta:
    """Return the facts of today, in a fixed number of queries."""
    tahun = hari_ini().year
    return Fakta(
        pemegang=_pemegang(),
        kantor=_kantor(),
        catatan={(k.butir, k.kampung_id): k for k in Kesiapan.objects.berlaku()},
        proyek=_proyek(tahun),
        tahun=tahun,
        ada_pembaca_rahasia=Pengguna.objects.filter(petugas_rahasia=True, is_active=True).exists(),
        cadangan_baik=cadangan_baik(kesehatan()),
    )


def _pemegang() -> dict[int | None, list[Pemegang]]:
    hasil = defaultdict(list)
    aktif = Jabatan.objects.aktif().filter(pengguna__is_active=True)
    kolom = ("instansi__kampung", "pengguna", "nama", "pengguna__last_login")
    for kampung, akun, nama, masuk in aktif.values_list(*kolom):
        hasil[kampung].append(Pemegang(akun, nama, masuk is not None))
    return hasil


def _kantor() -> dict[int | None, list[KantorLayanan]]:
    hasil = defaultdict(list)
    for kantor in KantorLayanan.objects.order_by("urutan", "pk"):
        hasil[kantor.kampung_id].append(kantor)
    return hasil


def _proyek(tahun: int) -> Counter[int]:
    """Count the projects with money of this year, by their kampung."""
    berdana = Proyek.objects.berlaku().filter(pendanaan__tahun=tahun)
    pasangan = berdana.order_by().values_list("kampung", "pk").distinct()
    return Counter(kampung for kampung, _ in pasangan)


def semua_kampung() -> list[Kampung]:
    """Return the real kampung by their names."""
    return list(Kampung.objects.resmi().select_related("petugas_pembina", "pembina_pengganti"))
