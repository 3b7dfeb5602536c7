"""Ready sentences are edited in the admin; kiriman never are."""

from django import forms
from django.contrib import admin

from aspirasi.models import TemplatJawaban
from core.admin_dasar import AdminDasar
from meja import templat


class TemplatForm(forms.ModelForm):
    """A ready sentence for one of the acts whose form offers one."""

    aksi = forms.ChoiceField(label="Untuk langkah", choices=templat.langkah)

    class Meta:
        model = TemplatJawaban
        fields = ["aksi", "judul", "isi", "urutan"]


@admin.register(TemplatJawaban)
class TemplatJawabanAdmin(AdminDasar):
    """Ready sentences of the kecamatan."""

    form = TemplatForm
    list_display = ["judul", "aksi", "urutan"]
    list_editable = ["urutan"]
    list_filter = ["aksi"]
