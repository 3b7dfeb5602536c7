"""The act that ties a kiriman to the project that answers it."""

from django import forms

from aspirasi.enums import Aksi, Status
from aspirasi.models import Aspirasi
from aspirasi.services import tangani
from meja.tindakan.dasar import TindakanForm
from proyek.models import Proyek


class HubungkanProyek(TindakanForm):
    """The project that answers it."""

    nama, aksi = "hubungkan", Aksi.RENCANAKAN
    label, tombol = "Hubungkan dengan proyek yang ada", "Hubungkan"
    pesan = "Proyek sudah dihubungkan. Pengirim melihatnya."

    proyek = forms.ModelChoiceField(
        label="Proyek", queryset=Proyek.objects.none(), empty_label="Pilih proyek"
    )

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return aspirasi.kampung_id is not None

    def siapkan(self) -> None:
        milik = Proyek.objects.berlaku().filter(kampung=self.aspirasi.kampung_id)
        if self.aspirasi.status == Status.DIRENCANAKAN:  # a reopened one may wait for it again
            milik = milik.exclude(tautan_aspirasi__aspirasi=self.aspirasi.pk)
        self.bidang("proyek", forms.ModelChoiceField).queryset = milik
        self.fields["proyek"].initial = self.aspirasi.proyek_disebut_id

    def lakukan(self) -> None:
        proyek = self.cleaned_data["proyek"]
        tangani.hubungkan_proyek(aspirasi=self.aspirasi, proyek=proyek, oleh=self.oleh)
