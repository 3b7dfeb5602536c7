"""Ready sentences are edited here; kiriman never are."""

from django import forms
from django.contrib import admin

from aspirasi.enums import PEKERJA, PENGIRIM, TRANSISI, Aksi
from aspirasi.models import TemplatJawaban

# The acts of officials; the desk writes them with a dash.
LANGKAH = [
    (nama.replace("_", "-"), Aksi(nama).label)
    for nama, transisi in TRANSISI.items()
    if transisi.izin not in (PENGIRIM, PEKERJA)
]


class TemplatForm(forms.ModelForm):
    """A ready sentence for one of the acts that take one."""

    aksi = forms.ChoiceField(label="Untuk langkah", choices=LANGKAH)

    class Meta:
        model = TemplatJawaban
        fields = ["aksi", "judul", "isi", "urutan"]


@admin.register(TemplatJawaban)
class TemplatJawabanAdmin(admin.ModelAdmin):
    """Ready sentences of the kecamatan."""

    form = TemplatForm
    list_display = ["judul", "aksi", "urutan"]
    list_editable = ["urutan"]
    list_filter = ["aksi"]
