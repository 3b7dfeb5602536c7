"""The form of a new official."""

from typing import Any

from django import forms

from core.formulir.teks import BarisFormField
from core.waktu import hari_ini
from warga.enums import INSTANSI_DALAM, NamaJabatan
from warga.forms.isian import KontakField
from warga.models import Instansi


class FormPetugas(forms.Form):
    """The name, office, place and contact of an official. The role follows the office."""

    nama = BarisFormField(
        label="Nama", max_length=100, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    instansi = forms.ModelChoiceField(
        Instansi.objects.filter(jenis__in=INSTANSI_DALAM).order_by("-jenis", "nama"),
        label="Bertugas di",
        empty_label="Pilih kecamatan atau kampung",
    )
    jabatan = forms.ChoiceField(
        label="Jabatan",
        choices=[("", "Pilih jabatan"), *NamaJabatan.choices],
        help_text="Haknya di portal mengikuti jabatan ini, dan berakhir bersama jabatannya.",
    )
    mulai = forms.DateField(
        label="Mulai bertugas", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    kontak = KontakField(
        help_text="Nomor HP mendapat kode aktivasi untuk dicetak. Dengan e-mail ia membuat kata "
        "sandi sendiri lewat “Lupa kata sandi”.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mulai"].initial = hari_ini
