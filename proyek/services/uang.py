"""The ledger of money, and its first sum: the anggaran of each source.

Every act that writes into the ledger locks its sources first (`kunci_dana`), asks whether the sums
still fit, and adds all its rows in one statement (`tulis`): so only what comes out of the whole act
has to hold, whatever order its rows stand in. The database keeps the totals and refuses the rest.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from django.db import connection, transaction

from core.galat import TidakBisa
from core.templatetags.bentuk import rupiah
from core.waktu import hari_ini
from proyek.enums import DasarGerak, Pos
from proyek.models import Gerak, Keputusan, Pendanaan, Proyek
from proyek.services.lpj import pastikan_buku
from warga.models import Pengguna

PERLU_UANG = "Proyek yang sudah dianggarkan harus punya sumber dana. Isi anggarannya."
SUMBER_SUDAH_ADA = (
    "Proyek ini sudah punya {}. Muat ulang halamannya: jumlahnya diubah dengan Perubahan, dan uang "
    "lain dicatat dengan sumber atau tahun lain."
)


def kunci_jumlah() -> None:
    """Lock all totals and the sums of the first page until the commit. Call it before a number is
    taken by an act that also writes into the ledger: the triggers take the same lock, too late."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT proyek_kunci_jumlah()")


def kunci_dana(dana: Iterable[int]) -> dict[int, Pendanaan]:
    """Lock sources of money, lowest key first, and return them with their totals, by key. Two
    queries: what was joined while waiting for a lock would be the totals from before."""
    terkunci = Pendanaan.objects.select_for_update().filter(pk__in=dana).order_by("pk")
    kunci = [baris.pk for baris in terkunci]
    return Pendanaan.objects.with_uang().select_related("proyek").in_bulk(kunci)


def tulis(gerak: Sequence[Gerak]) -> list[Gerak]:
    """Add rows to the ledger, all in one statement. Their sources are locked already. Raises
    TidakBisa for money of a year that its LPJ closed (`proyek.services.lpj`)."""
    pastikan_buku(gerak)
    return Gerak.objects.bulk_create(gerak)


@transaction.atomic
def tambah_dana(
    *,
    proyek: Proyek,
    pendanaan: Sequence[Pendanaan],
    oleh: Pengguna | None,
    keputusan: Keputusan | None = None,
    tanggal: datetime.date | None = None,
) -> list[Pendanaan]:
    """Store unsaved sources of money of a locked or new project, each with its `pagu` in rupiah.

    `keputusan` is the saved decision that gives the money, if there is one; `tanggal` is today
    without another day. Raises TidakBisa for a source that the project has in this year already.
    """
    _pastikan_baru(proyek, pendanaan)
    for baris in pendanaan:
        baris.proyek = proyek
        baris.save(force_insert=True)
    tulis(
        [
            Gerak(
                pendanaan=baris,
                pos=Pos.ANGGARAN,
                jumlah=baris.pagu,
                tanggal=tanggal or hari_ini(),
                dasar=DasarGerak.KEPUTUSAN if keputusan else DasarGerak.AWAL,
                keputusan=keputusan,
                oleh=oleh,
            )
            for baris in pendanaan
        ]
    )
    return list(pendanaan)


def _pastikan_baru(proyek: Proyek, pendanaan: Sequence[Pendanaan]) -> None:
    """Raise TidakBisa for a source that came meanwhile: by another paper, or while a decision
    waited for its kakam."""
    sudah = set(proyek.pendanaan.values_list("sumber", "tahun")) if pendanaan else set()
    if kembar := [baris for baris in pendanaan if (baris.sumber, baris.tahun) in sudah]:
        raise TidakBisa(SUMBER_SUDAH_ADA.format(kembar[0]))


@transaction.atomic
def ubah_anggaran(
    *,
    selisih: Mapping[int, int],
    tanggal: datetime.date,
    dasar: DasarGerak,
    oleh: Pengguna,
    keputusan: Keputusan | None = None,
    keterangan: str = "",
) -> list[Gerak]:
    """Move the anggaran of sources by signed rupiah (key of the Pendanaan → difference).

    One call for all sources of an act: a perubahan APB changes many, some up and some down. It
    locks them, writes one row each and returns these, in the order of their sources; a difference
    of 0 writes none. `dasar` is PERUBAHAN or KOREKSI_LPJ; `keputusan` is its saved paper. The
    caller leaves the row in the trail, in words of its own. It has locked the projects, and calls
    `kunci_jumlah` itself where it takes a number before. Raises TidakBisa, naming the source, when
    an anggaran would fall below what was spent or drawn.
    """
    dana = kunci_dana(selisih)
    for kunci, baris in dana.items():
        _pastikan_cukup(baris, baris.pagu + selisih[kunci])
    return tulis(
        [
            Gerak(
                pendanaan=dana[kunci],
                pos=Pos.ANGGARAN,
                jumlah=jumlah,
                tanggal=tanggal,
                dasar=dasar,
                keputusan=keputusan,
                keterangan=keterangan,
                oleh=oleh,
            )
            for kunci, jumlah in sorted(selisih.items())
            if jumlah
        ]
    )


def terpakai(dana: Pendanaan) -> tuple[int, str]:
    """Return the rupiah below which the anggaran of a source may not fall, and what they are: the
    larger of what was spent and what was drawn."""
    jumlah = dana.jumlah
    if jumlah.dicairkan > jumlah.dibelanjakan:
        return jumlah.dicairkan, "dicairkan"
    return jumlah.dibelanjakan, "dibelanjakan"


def _pastikan_cukup(dana: Pendanaan, anggaran: int) -> None:
    """Raise TidakBisa when this anggaran is below what already left the source."""
    if anggaran < 0:
        raise TidakBisa(f"Anggaran {dana} tidak boleh kurang dari nol.")
    sudah, kata = terpakai(dana)
    if anggaran < sudah:
        raise TidakBisa(
            f"Anggaran {dana} tidak dapat menjadi {rupiah(anggaran)}, karena yang sudah {kata} "
            f"{rupiah(sudah)}. Isi paling sedikit sebesar itu, atau betulkan dulu catatannya."
        )
