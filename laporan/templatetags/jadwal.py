"""The words about awaited reports for templates."""

from django import template

from laporan.bacaan import berikutnya, jeda

register = template.Library()

register.filter("laporan_berikutnya", berikutnya.berikutnya)
register.filter("dapat_ditulis", berikutnya.dapat_ditulis)
register.filter("kalimat_jadwal", berikutnya.kalimat)
register.filter("kalimat_jeda", jeda.kalimat)
register.filter("kalimat_jeda_singkat", jeda.kalimat_singkat)
