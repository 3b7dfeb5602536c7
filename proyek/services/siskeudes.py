"""Spending that no report told of, as Siskeudes says it: one number a year, beside the reports.

The ledger holds it as rows of the number `SIS-<year>`. A report that comes out later takes its
spending out of that number first: what Siskeudes said already is never counted twice.
"""

import datetime
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import QuerySet, Sum

from core.galat import TidakBisa
from core.jejak.catat import catat
from core.templatetags.bentuk import rupiah
from core.templatetags.bentuk import tanggal as tulis_tanggal
from core.waktu import hari_ini
from proyek.enums import DasarGerak, Pos
from proyek.laku import Aksi
from proyek.models import Gerak, Proyek
from proyek.services.uang import kunci_dana, tulis
from warga.models import Pengguna

AWALAN = "SIS-"
DISERAP = "Sudah termasuk dalam laporan kemajuan yang terbit sesudahnya."


def saldo_siskeudes(proyek: Proyek) -> dict[int, int]:
    """Return the rupiah that stand in the ledger by Siskeudes alone, by the key of the source."""
    baris = _milik(proyek).order_by().values("pendanaan").annotate(rp=Sum("jumlah"))
    return dict(baris.values_list("pendanaan", "rp"))


def serap(proyek: Proyek, baru: Sequence[Gerak]) -> list[Gerak]:
    """Return the unsaved rows that take the spending of new rows of a report out of the number of
    Siskeudes."""
    saldo, kepala = saldo_siskeudes(proyek), _kepala(proyek)
    hasil = []
    for satu in baru:
        jumlah = min(satu.jumlah, saldo.get(satu.pendanaan_id, 0))
        if jumlah > 0:
            hasil.append(
                Gerak(
                    pendanaan_id=satu.pendanaan_id,
                    pos=Pos.DIBELANJAKAN,
                    dasar=DasarGerak.PEMBETULAN,
                    jumlah=-jumlah,
                    tanggal=satu.tanggal,
                    keterangan=DISERAP,
                    oleh=satu.oleh,
                    laporan_nomor=kepala[satu.pendanaan_id].laporan_nomor,
                    membetulkan=kepala[satu.pendanaan_id],
                )
            )
    return hasil


@transaction.atomic
def tulis_siskeudes(
    *,
    proyek: Proyek,
    tahun: int,
    kumulatif: Mapping[int, int],
    sampai: datetime.date,
    oleh: Pengguna,
) -> list[Gerak]:
    """Let the ledger say what Siskeudes says: rupiah spent since January, by the key of the source.

    The same again writes nothing. The caller has locked the project. Raises TidakBisa where reports
    told of more already, or more was spent than the source holds.
    """
    dana, saldo, kepala = kunci_dana(kumulatif), saldo_siskeudes(proyek), _kepala(proyek)
    kata = f"menurut Siskeudes sampai {tulis_tanggal(sampai)}"
    baris = []
    for kunci, jumlah in sorted(kumulatif.items()):
        laporan = dana[kunci].jumlah.dibelanjakan - saldo.get(kunci, 0)
        if salah := halangan(str(dana[kunci]), jumlah, laporan, dana[kunci].pagu):
            raise TidakBisa(salah)
        kini, lama = jumlah - laporan, kepala.get(kunci)
        if kini == saldo.get(kunci, 0) and (lama or laporan):
            continue
        dasar = DasarGerak.PEMBETULAN if lama else DasarGerak.SISKEUDES
        baris.append(
            Gerak(
                pendanaan_id=kunci,
                pos=Pos.DIBELANJAKAN,
                dasar=dasar,
                jumlah=kini - saldo.get(kunci, 0),
                tanggal=min(sampai, hari_ini()),
                keterangan=f"Belanja {kata}.",
                oleh=oleh,
                laporan_nomor=f"{AWALAN}{tahun}",
                membetulkan=lama,
            )
        )
    if baris:
        catat(objek=proyek, aksi=Aksi.BELANJA_SISKEUDES, oleh=oleh, rincian={"ke": kata})
    return tulis(baris)


def halangan(sumber: str, jumlah: int, laporan: int, pagu: int) -> str:
    """Return why a source cannot say what Siskeudes says; "" when it can."""
    if jumlah < laporan:
        return (
            f"{sumber}: laporan kemajuan sudah menulis {rupiah(laporan)}, lebih dari Siskeudes "
            f"({rupiah(jumlah)})."
        )
    if jumlah > pagu:
        return f"{sumber}: {rupiah(jumlah)} melebihi anggarannya di portal ({rupiah(pagu)})."
    return ""


def _milik(proyek: Proyek) -> QuerySet[Gerak]:
    return Gerak.objects.filter(
        pendanaan__proyek=proyek, pos=Pos.DIBELANJAKAN, laporan_nomor__startswith=AWALAN
    )


def _kepala(proyek: Proyek) -> dict[int, Gerak]:
    """Return the newest row of Siskeudes by source."""
    return {g.pendanaan_id: g for g in _milik(proyek).filter(dibetulkan__isnull=True)}
