"""Things that people follow and are told of."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Func, IntegerField, Value
from django.db.models.lookups import Exact

from anggaran.models import AnggaranKampung
from aspirasi.models import Aspirasi, PermintaanKeterangan, PermintaanPin
from forum.models import Balasan, Topik
from kabar.models.kabar import Kabar
from laporan.models import (
    CatatanPengawasan,
    CekWarga,
    JedaLaporan,
    LaporanKemajuan,
    PengingatLaporan,
    PesanLaporan,
)
from mitra.models import Tawaran
from proyek.models import Keputusan, Proyek
from rencana.models import Rencana
from warga.models import Kampung, PermintaanPembaca, PermintaanSandi

# The keys of a thing, one per kind (`core.hal.JenisHal.nama`); then those of things that nobody
# follows and officials alone hear of, as work (`kabar.bacaan.kerja`).
KUNCI_KERJA = ("keterangan", "pin", "sandi", "pembaca", "tawaran")
KUNCI = (
    *("aspirasi", "proyek", "laporan", "keputusan", "topik", "balasan", "kabar", "kampung"),
    *("pesan", "jeda", "pengingat", "cek", "catatan", "rencana", "anggaran"),
    *KUNCI_KERJA,
)


def _kunci(model: type[models.Model]) -> "models.OneToOneField[Any, Any]":
    return models.OneToOneField(model, models.PROTECT, null=True, related_name="+")


class HalQuerySet(models.QuerySet["Hal"]):
    """Reads of things."""

    def nomor(self, nama: str, kunci: Iterable[int]) -> dict[int, int]:
        """Return {key of the row: number of the thing} for rows of one kind; one query."""
        ada = self.filter(**{f"{nama}__in": set(kunci)})
        return dict(ada.values_list(nama, "pk"))

    def pastikan(self, nama: str, kunci: Iterable[int]) -> dict[int, int]:
        """Return the same after adding missing rows; two queries."""
        baru = [Hal(**{f"{nama}_id": satu}) for satu in sorted(set(kunci))]
        self.bulk_create(baru, ignore_conflicts=True)
        return self.nomor(nama, kunci)


class Hal(models.Model):
    """One thing, of whichever kind: exactly one of its keys is filled, and it has one row.

    A row is made when somebody follows the thing or is told of it.
    """

    aspirasi = _kunci(Aspirasi)
    proyek = _kunci(Proyek)
    laporan = _kunci(LaporanKemajuan)
    keputusan = _kunci(Keputusan)
    topik = _kunci(Topik)
    balasan = _kunci(Balasan)
    kabar = _kunci(Kabar)
    kampung = _kunci(Kampung)
    pesan = _kunci(PesanLaporan)
    jeda = _kunci(JedaLaporan)
    pengingat = _kunci(PengingatLaporan)
    cek = _kunci(CekWarga)
    catatan = _kunci(CatatanPengawasan)
    rencana = _kunci(Rencana)
    anggaran = _kunci(AnggaranKampung)
    keterangan = _kunci(PermintaanKeterangan)
    pin = _kunci(PermintaanPin)
    sandi = _kunci(PermintaanSandi)
    pembaca = _kunci(PermintaanPembaca)
    tawaran = _kunci(Tawaran)

    objects = HalQuerySet.as_manager()

    class Meta:
        verbose_name = "hal"
        verbose_name_plural = "hal"
        constraints = [
            models.CheckConstraint(
                condition=Exact(
                    Func(
                        *(F(nama) for nama in KUNCI),
                        function="num_nonnulls",
                        output_field=IntegerField(),
                    ),
                    Value(1),
                ),
                name="hal_tepat_satu",
                violation_error_message="Sebuah hal tepat satu macamnya.",
            )
        ]

    def __str__(self) -> str:
        return f"Hal {self.pk}"

    @property
    def macam(self) -> tuple[str, int]:
        """Return its kind, and the key of its row there."""
        return next((nama, pk) for nama in KUNCI if (pk := getattr(self, f"{nama}_id")))
