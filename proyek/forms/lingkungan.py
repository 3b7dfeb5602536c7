"""One matter of the page "Lingkungan" of a kampung."""

from typing import Any

from django import forms

from core.formulir.teks import BarisFormField
from proyek.enums import HalLingkungan
from proyek.forms.umum import TetapHitamMixin
from proyek.models import Lingkungan

PETUNJUK = {
    HalLingkungan.MATA_AIR: "Mata air, belik, atau sumur yang dipakai bersama: di dusun mana, "
    "untuk apa, bagaimana airnya di musim kemarau.",
    HalLingkungan.SAMPAH: "Ke mana sampah dibuang, ada tempat penampungan atau bank sampah di "
    "mana, siapa yang mengangkut.",
    HalLingkungan.BENCANA: "Tempat yang pernah banjir, longsor, kekeringan, atau terbakar, dan "
    "kapan biasanya.",
}


class LingkunganForm(TetapHitamMixin, forms.ModelForm):
    """The words about a matter: what is there, what is done. The second time it asks why."""

    alasan = BarisFormField(
        label="Mengapa diperbaiki?", max_length=500, help_text="Semua orang dapat membacanya."
    )

    class Meta:
        model = Lingkungan
        fields = ("keadaan", "tindakan")
        widgets = {nama: forms.Textarea(attrs={"rows": 5}) for nama in ("keadaan", "tindakan")}
        help_texts = {"tindakan": "Yang sudah dan akan dilakukan. Kosongkan bila belum ada."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keadaan"].help_text = PETUNJUK[HalLingkungan(self.instance.hal)]
        self.pasang_hitam(self.instance)
        if self.instance.pk is None:
            del self.fields["alasan"]
