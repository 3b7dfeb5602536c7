"""The words of a notice, asked of the trail and of its thing as they are today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core.hal import LAIN, JenisHal, Tampilan, Ucapan
from core.models import Jejak
from kabar.bacaan.jenis import JENIS, MENURUT_NAMA
from kabar.bacaan.kerja import MENURUT_JENIS
from kabar.models import Pemberitahuan
from warga.models import Pengguna


@dataclass(frozen=True)
class Isi:
    """One notice, the thing that it is about, and what happened to it."""

    pemberitahuan: Pemberitahuan
    hal: Tampilan
    ucapan: Ucapan

    @property
    def alamat(self) -> str:
        """Return the address where it can be read."""
        return self.ucapan.alamat or self.hal.alamat


def susun(daftar: Iterable[Pemberitahuan], orang: Pengguna) -> list[Isi]:
    """Return the words of each to this person, in one query and one more per kind of thing.

    The notices come from `untuk_baris()`.
    """
    semua = list(daftar)
    nomor = {p.jejak for p in semua}
    jejak = Jejak.objects.filter(pk__in=nomor).select_related("isi").in_bulk() if nomor else {}
    berita, kerja = [p for p in semua if not p.kerja], [p for p in semua if p.kerja]
    objek = _objek(berita) | _objek_kerja(kerja)
    return [_isi(p, jejak[p.jejak], objek[p.kerja, *p.hal.macam], orang) for p in semua]


def _objek(semua: Sequence[Pemberitahuan]) -> dict[tuple[int, str, int], Any]:
    """Return the things, by kind and key."""
    macam = {p.hal.macam for p in semua}
    return {
        (0, jenis.nama, objek.pk): objek
        for jenis in JENIS
        if (kunci := [pk for nama, pk in macam if nama == jenis.nama])
        for objek in jenis.baris().filter(pk__in=kunci)
    }


def _objek_kerja(semua: Sequence[Pemberitahuan]) -> dict[tuple[int, str, int], Any]:
    """Return the things that are work, by the kind of work, their own kind, and key."""
    macam = {(p.kerja, p.hal.macam[1]) for p in semua}
    return {
        (jenis, kerja.hal, objek.pk): objek
        for jenis, kerja in MENURUT_JENIS.items()
        if (kunci := [pk for satu, pk in macam if satu == jenis])
        for objek in kerja.baris().filter(pk__in=kunci)
    }


def _isi(satu: Pemberitahuan, jejak: Jejak, objek: Any, orang: Pengguna) -> Isi:
    if satu.kerja:
        kerja = MENURUT_JENIS[satu.kerja]
        if satu.terkumpul:
            return Isi(satu, *kerja.kumpulan())
        return Isi(satu, kerja.tampilan(objek), kerja.ucapan(jejak, objek, orang))
    jenis: JenisHal = MENURUT_NAMA[satu.hal.macam[0]]
    ucapan = jenis.ucapan(jejak, objek, orang) if jenis.ucapan else Ucapan(LAIN)
    return Isi(satu, jenis.tampilan(objek), ucapan)
