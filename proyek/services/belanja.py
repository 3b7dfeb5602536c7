"""Spending in the ledger, as the reports of a project tell of it."""

import datetime
from collections.abc import Collection, Mapping

from django.db import transaction
from django.db.models import Sum

from core.galat import TidakBisa
from core.templatetags.bentuk import rupiah
from proyek.enums import DasarGerak, Pos
from proyek.models import Gerak, Pendanaan, Proyek
from proyek.services.siskeudes import saldo_siskeudes, serap
from proyek.services.uang import kunci_dana, tulis
from warga.models import Pengguna


def kunci_sumber(proyek: Proyek) -> dict[int, Pendanaan]:
    """Lock all sources of a project and return them with their totals, by key."""
    return kunci_dana(proyek.pendanaan.values_list("pk", flat=True))


def sisa_belanja(proyek: Proyek, nomor_lama: Collection[str]) -> dict[int, int]:
    """Return the rupiah that may still be spent from each source, by the key of the source.

    What the reports `nomor_lama` told of does not count: they are the revisions of one month, and
    the next one replaces them. Two queries.
    """
    lama, siskeudes = _berlaku(proyek, nomor_lama), saldo_siskeudes(proyek)
    return {
        dana.pk: dana.pagu
        - dana.jumlah.dibelanjakan
        + lama.get(dana.pk, 0)
        + siskeudes.get(dana.pk, 0)
        for dana in proyek.pendanaan.with_uang()
    }


def pastikan_sisa(dana: Pendanaan, jumlah: int, sisa: int) -> None:
    """Raise TidakBisa when a report spends more rupiah from a source than is left there."""
    if jumlah > sisa:
        raise TidakBisa(
            f"Belanja dari {dana} {rupiah(jumlah)}, padahal sisanya {rupiah(sisa)} dari anggaran "
            f"{rupiah(dana.pagu)}. Periksa jumlahnya, atau catat dulu keputusan yang menambah "
            "anggaran sumber itu."
        )


@transaction.atomic
def tulis_belanja(
    *,
    proyek: Proyek,
    nomor: str,
    nomor_lama: Collection[str],
    belanja: Mapping[int, int],
    tanggal: datetime.date,
    oleh: Pengguna,
    alasan: str = "",
) -> list[Gerak]:
    """Write the spending of a report that comes out: rupiah by the key of the source.

    `nomor` is the number of the report, `nomor_lama` those of the revisions of its month that it
    replaces, and `alasan` says why. For each source the difference is written, in a row that names
    the one that it corrects; spending that the new report does not know any more is reversed. A
    first report may tell of 0: that is known, too. What Siskeudes told already is not told twice.
    The caller has locked the sources (`kunci_sumber`) and asked `pastikan_sisa`.
    """
    kepala = _kepala(proyek, nomor_lama)
    lama = _berlaku(proyek, nomor_lama)
    baris = []
    for kunci in sorted({*belanja, *kepala}):
        gerak = _selisih(belanja.get(kunci), lama.get(kunci, 0), kepala.get(kunci))
        if gerak:
            gerak.pendanaan_id, gerak.laporan_nomor, gerak.oleh = kunci, nomor, oleh
            gerak.tanggal = tanggal
            gerak.keterangan = alasan if gerak.membetulkan_id else ""
            baris.append(gerak)
    return tulis([*baris, *serap(proyek, baris)])


def _selisih(kini: int | None, lama: int, kepala: Gerak | None) -> Gerak | None:
    """Return the unsaved row that leads from the old sum to the new one; None where none is needed.

    `kepala` is the newest row that stands behind the old sum; `kini` is None where the new report
    tells nothing.
    """
    if kini is None:
        dasar, jumlah = DasarGerak.PEMBATALAN, -lama
    elif kepala is None:
        dasar, jumlah = DasarGerak.LAPORAN, kini
    elif kini == lama:
        return None
    else:
        dasar, jumlah = DasarGerak.PEMBETULAN, kini - lama
    return Gerak(pos=Pos.DIBELANJAKAN, dasar=dasar, jumlah=jumlah, membetulkan=kepala)


def _kepala(proyek: Proyek, nomor: Collection[str]) -> dict[int, Gerak]:
    """Return the newest row of these reports by source; none where their spending was reversed."""
    baris = Gerak.objects.filter(
        pendanaan__proyek=proyek,
        pos=Pos.DIBELANJAKAN,
        laporan_nomor__in=nomor,
        dibetulkan__isnull=True,
    )
    return {g.pendanaan_id: g for g in baris.exclude(dasar=DasarGerak.PEMBATALAN)}


def _berlaku(proyek: Proyek, nomor: Collection[str]) -> dict[int, int]:
    """Return the rupiah that these reports put into the ledger, by source."""
    baris = Gerak.objects.filter(
        pendanaan__proyek=proyek, pos=Pos.DIBELANJAKAN, laporan_nomor__in=nomor
    )
    return dict(
        baris.order_by()
        .values("pendanaan")
        .annotate(rp=Sum("jumlah"))
        .values_list("pendanaan", "rp")
    )
