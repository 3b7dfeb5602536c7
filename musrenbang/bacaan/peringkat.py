"""The ranks inside a group, and how the meeting changed them.

Proposals are compared inside one kelompok of one perangkat daerah alone: nobody can weigh a bridge
against a training. The score of a proposal is the sum over criteria of weight × mean of the team,
in hundredths (100 to 500). Equal scores stand by the own order of their kampung.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Avg

from musrenbang.bacaan.gerbang import lolos
from musrenbang.enums import Kelompok
from musrenbang.models import Musrenbang, Nilai, PerubahanUrutan, Usulan

TANPA_URUTAN = 1000  # behind every priority of a kampung


@dataclass
class Peserta:
    """One proposal in its group; `nilai` is None while nobody scored it."""

    usulan: Usulan
    nilai: Decimal | None
    perubahan: list[PerubahanUrutan] = field(default_factory=list)


@dataclass
class Golongan:
    """One group: proposals of one kelompok for one perangkat daerah, best first."""

    perangkat: str
    kelompok: str
    peserta: list[Peserta]

    @property
    def judul(self) -> str:
        return f"{self.perangkat}: {Kelompok(self.kelompok).label.lower()}"


def peringkat(musrenbang: Musrenbang, usulan: Sequence[Usulan]) -> list[Golongan]:
    """Return the groups of these proposals (of `untuk_kartu()`) that passed the gate, each in its
    order with the changes of the meeting. Two queries."""
    nilai, perubahan = _nilai(musrenbang), _perubahan(musrenbang)
    per_golongan: dict[tuple[str, str], list[Peserta]] = defaultdict(list)
    for satu in filter(lolos, usulan):
        peserta = Peserta(satu, nilai.get(satu.pk), perubahan.get(satu.pk, []))
        per_golongan[str(satu.perangkat), satu.kelompok].append(peserta)
    semua = [p for daftar in perubahan.values() for p in daftar]
    return [
        Golongan(perangkat, kelompok, urutkan(peserta, semua))
        for (perangkat, kelompok), peserta in sorted(per_golongan.items())
    ]


def urutkan(peserta: Iterable[Peserta], perubahan: Iterable[PerubahanUrutan]) -> list[Peserta]:
    """Return one group best first, with the changes of the meeting in their order."""
    hasil = sorted(peserta, key=_kunci)
    letak = {satu.usulan.pk: satu for satu in hasil}
    for ubah in sorted(perubahan, key=lambda satu: satu.pk):
        if pindah := letak.get(ubah.usulan_id):
            hasil.remove(pindah)
            hasil.insert(ubah.ke - 1, pindah)
    return hasil


def _kunci(satu: Peserta) -> tuple[Decimal, int, int]:
    return -(satu.nilai or Decimal(0)), satu.usulan.urutan or TANPA_URUTAN, satu.usulan.pk


def _nilai(musrenbang: Musrenbang) -> dict[int, Decimal]:
    """Return the score of each proposal; a criterion that nobody scored counts nothing."""
    rata = Nilai.objects.filter(usulan__musrenbang=musrenbang).order_by()
    hasil: dict[int, Decimal] = defaultdict(Decimal)
    per_kriteria = rata.values("usulan", "kriteria__bobot", "kriteria").annotate(rata=Avg("angka"))
    for satu in per_kriteria:
        hasil[satu["usulan"]] += Decimal(satu["rata"]) * satu["kriteria__bobot"]
    return {usulan: angka.quantize(Decimal(1)) for usulan, angka in hasil.items()}


def _perubahan(musrenbang: Musrenbang) -> dict[int, list[PerubahanUrutan]]:
    berlaku = PerubahanUrutan.objects.filter(
        usulan__musrenbang=musrenbang, dibatalkan_pada__isnull=True
    )
    hasil: dict[int, list[PerubahanUrutan]] = defaultdict(list)
    for satu in berlaku.order_by("pk"):
        hasil[satu.usulan_id].append(satu)
    return hasil
