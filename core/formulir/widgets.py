"""Form widgets that several apps share."""

from collections.abc import Mapping
from typing import Any

from django import forms


class TanggalInput(forms.DateInput):
    """The date picker of the browser; plain text where there is none."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "isian--pendek"} | (attrs or {}), format="%Y-%m-%d")


class PilihanKartu(forms.RadioSelect):
    """Radio buttons as large rows, each with a sign and one sentence that explains it.

    `keterangan` maps a choice's value to `(sign, sentence)`; a choice it does not
    name is shown with its label alone. `gambar` maps a value to a picture of `ikon.svg`.
    """

    option_template_name = "bagian/pilihan_kartu.html"

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        choices: Any = (),
        keterangan: Mapping[str, tuple[str, str]] | None = None,
        gambar: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(attrs, choices)
        self.keterangan = dict(keterangan or {})
        self.gambar = dict(gambar or {})

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        nilai = str(option["value"])
        option["tanda"], option["keterangan"] = self.keterangan.get(nilai, ("", ""))
        option["gambar"] = self.gambar.get(nilai, "")
        return option


class PilihanFoto(forms.CheckboxSelectMultiple):
    """Ticks with the photo beside each, so that nobody approves a photo without seeing it.

    `foto` maps a choice's value to the address of its picture.
    """

    option_template_name = "bagian/pilihan_foto.html"

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        super().__init__(attrs, choices)
        self.foto: dict[str, str] = {}

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        option["foto"] = self.foto.get(str(option["value"]), "")
        return option
