"""Reads of the rows that stand and fall with a report."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef

from core.moderasi.penarikan import baris_ditarik
from laporan.enums import Status
from laporan.models.laporan import LaporanKemajuan


class IsiQuerySet(models.QuerySet[Any]):
    """Reads of rows with a column `laporan`."""

    def berlaku(self) -> Self:
        """Return the rows of the reports that stand."""
        ditarik = baris_ditarik(LaporanKemajuan._meta.db_table, "laporan")
        utuh = self.filter(~ditarik, laporan__status=Status.TERBIT)
        return utuh.filter(~Exists(LaporanKemajuan.objects.pengganti()))

    def milik_laporan(self) -> Self:
        """Return the rows of the report of the outer query (for `Exists`)."""
        return self.filter(laporan=OuterRef("pk"))

    def semula(self, laporan: LaporanKemajuan) -> Self:
        """Return the rows of a saved report; of an unsaved correction, those that it corrects;
        none of any other."""
        if laporan.pk:
            return self.filter(laporan=laporan)
        if laporan.revisi == 1:
            return self.none()
        serentang = {"laporan__proyek": laporan.proyek_id, "laporan__periode": laporan.periode}
        return self.berlaku().filter(**serentang)
