"""The people a project is for, as counts: nobody is named."""

from django.db import models

from core.formulir.fields import BilanganField


class PenerimaManfaat(models.Model):
    """Counts of beneficiaries; None where nothing is known. `proyek.bacaan.penerima` shows them."""

    penerima_l = BilanganField("laki-laki", null=True, blank=True)
    penerima_p = BilanganField("perempuan", null=True, blank=True)
    penerima_kk = BilanganField("keluarga (KK)", null=True, blank=True)

    class Meta:
        abstract = True


PENERIMA = ("penerima_l", "penerima_p", "penerima_kk")
