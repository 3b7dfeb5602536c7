"""The sentences of `warga.bacaan.keadaan` for templates."""

from django import template

from warga.bacaan import keadaan

register = template.Library()

register.filter("keadaan_kode", keadaan.keadaan_kode)
register.filter("keadaan_sandi", keadaan.keadaan_sandi)
register.filter("keadaan_pembaca", keadaan.keadaan_pembaca)
register.filter("bukti_nomor", keadaan.bukti_nomor)
