"""Forms of the rights of a sender: the readers, the contact, and erasing."""

from typing import Any

from django import forms

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.models import Aspirasi
from core.formulir.forms import BentukMixin, email_sendiri
from core.formulir.widgets import PilihanKartu
from warga.kontak import TeleponField

PENJELASAN: dict[str, tuple[str, str]] = {
    Jangkauan.PUBLIK: (
        "◎",
        "Tampil sesudah petugas melihatnya sekali lagi. Jawaban yang ada ikut tampil.",
    ),
    Jangkauan.PETUGAS: ("◐", "Langsung berlaku. Tidak ada halaman umumnya."),
    Jangkauan.KECAMATAN: ("●", "Langsung berlaku. Kampung tidak dapat membacanya lagi."),
}


class JangkauanForm(BentukMixin, forms.Form):
    """The readers from now on."""

    jangkauan = forms.ChoiceField(
        label="Yang boleh membaca",
        choices=Jangkauan.choices,
        widget=PilihanKartu(keterangan=PENJELASAN),
    )

    def __init__(self, *args: Any, aspirasi: Aspirasi, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"jangkauan": aspirasi.jangkauan})
        super().__init__(*args, **kwargs)
        if aspirasi.tentang != Tentang.TIDAK:
            hanya = [(Jangkauan.KECAMATAN.value, Jangkauan.KECAMATAN.label)]
            self.bidang("jangkauan", forms.ChoiceField).choices = hanya


class KontakForm(BentukMixin, forms.Form):
    """The contacts by which the sender wants to be told. Both may be left empty."""

    telepon = TeleponField(label="Nomor HP atau WhatsApp", required=False)
    email = email_sendiri()


class HapusForm(BentukMixin, forms.Form):
    """How much is erased, and a tick that the sender knows it is for good."""

    IDENTITAS, SEMUA = "identitas", "semua"
    apa = forms.ChoiceField(
        label="Apa yang dihapus?",
        choices=[
            (IDENTITAS, "Hanya nama dan kontak saya"),
            (SEMUA, "Semuanya: nama, kontak, tulisan, dan foto saya"),
        ],
        widget=PilihanKartu(
            keterangan={
                IDENTITAS: (
                    "−",
                    "Kiriman tetap ditindaklanjuti. Ikuti jawabannya dengan kode.",
                ),
                SEMUA: ("✕", "Kiriman yang masih terbuka ditarik dan tidak ditindaklanjuti."),
            }
        ),
    )
    paham = forms.BooleanField(
        label="Saya mengerti bahwa yang dihapus tidak dapat dikembalikan",
        error_messages={"required": "Centang ini dulu kalau Anda sudah yakin."},
    )
