"""Reference rows of the kabupaten, kept by the kecamatan."""

from django.contrib import admin

from core.admin_dasar import AdminDasar
from musrenbang.models import KamusUsulan, KolomSipd, PerangkatDaerah


@admin.register(PerangkatDaerah)
class PerangkatDaerahAdmin(AdminDasar):
    """Offices of the kabupaten to which proposals go."""

    list_display = ["nama", "urutan"]
    fields = ["nama", "urutan"]
    search_fields = ["nama"]


@admin.register(KamusUsulan)
class KamusUsulanAdmin(AdminDasar):
    """The catalogue of proposals of this year."""

    list_display = ["kode", "nama", "perangkat", "aktif"]
    fields = ["kode", "nama", "perangkat", "aktif"]
    list_filter = ["perangkat", "aktif"]
    list_select_related = ["perangkat"]
    search_fields = ["kode", "nama"]


@admin.register(KolomSipd)
class KolomSipdAdmin(AdminDasar):
    """The columns of the sheet for SIPD, as the circular of the Bappeda says."""

    list_display = ["judul", "isi", "urutan"]
    fields = ["judul", "isi", "urutan"]
