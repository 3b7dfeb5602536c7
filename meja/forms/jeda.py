"""The forms of a pause: the camat grants it, ends it early, takes it back, corrects its words."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.teks import BarisFormField
from core.formulir.widgets import TanggalInput
from core.waktu import hari_ini
from laporan.enums import SebabJeda
from laporan.models import JedaLaporan
from laporan.models.jeda import PALING_LAMA
from proyek.forms.umum import TetapHitamMixin, sebut_kosong, tanggal_wajar
from warga.models import Kampung


class AlasanField(BarisFormField):
    """Why an act is done; everyone reads it."""

    def __init__(self, label: str) -> None:
        super().__init__(
            label=label, max_length=300, help_text="Semua orang membacanya, dan aparat disurati."
        )


class KeteranganField(BarisFormField):
    """The sentence that everyone reads."""

    def __init__(self) -> None:
        super().__init__(
            label="Penjelasan untuk warga",
            max_length=300,
            help_text="Satu kalimat, misalnya: “Banjir merendam balai kampung sejak Senin.” Semua "
            "orang membacanya, jadi jangan sebut nama atau alamat rumah orang.",
        )


class SebabField(forms.ChoiceField):
    """The kind of reason."""

    def __init__(self) -> None:
        super().__init__(label="Sebab", choices=SebabJeda, widget=forms.RadioSelect)


# Plain forms: the database alone knows which days meet those of another pause.
class BeriForm(BentukMixin, forms.Form):
    """Which kampung, which days, and why."""

    kampung = forms.ModelChoiceField(
        queryset=Kampung.objects.all(), to_field_name="slug", label="Kampung"
    )
    mulai = forms.DateField(
        label="Hari pertama",
        widget=TanggalInput,
        validators=[tanggal_wajar],
        help_text="Hari ini atau sesudahnya. Yang sudah terlambat tidak dihapus.",
    )
    akhir = forms.DateField(
        label="Hari terakhir",
        widget=TanggalInput,
        validators=[tanggal_wajar],
        help_text=f"Paling lama {PALING_LAMA} hari kerja. Hari libur tidak dihitung.",
    )
    sebab = SebabField()
    keterangan = KeteranganField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mulai"].initial = hari_ini
        sebut_kosong(self.fields["kampung"], "Pilih kampung")


class AkhiriForm(BentukMixin, forms.Form):
    """An earlier last day, and why."""

    akhir = forms.DateField(
        label="Hari terakhir yang baru",
        widget=TanggalInput,
        validators=[tanggal_wajar],
        help_text="Hari ini atau sesudahnya. Sesudah hari itu laporan ditunggu lagi.",
    )
    alasan = AlasanField("Mengapa berakhir lebih awal")

    def __init__(self, *args: Any, jeda: JedaLaporan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["akhir"].initial = max(hari_ini(), jeda.mulai)


class BatalkanForm(BentukMixin, forms.Form):
    """Why the pause is taken back."""

    alasan = AlasanField("Mengapa dibatalkan")

    def __init__(self, *args: Any, jeda: JedaLaporan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class PerbaikiForm(TetapHitamMixin, forms.Form):
    """Other words for why it was granted, and why they are better."""

    sebab = SebabField()
    keterangan = KeteranganField()
    alasan = BarisFormField(
        label="Mengapa diperbaiki?", max_length=300, help_text="Semua orang dapat membacanya."
    )

    def __init__(self, data: Any = None, *, jeda: JedaLaporan) -> None:
        super().__init__(data, initial={"sebab": jeda.sebab, "keterangan": jeda.keterangan})
        self.pasang_hitam(jeda)
