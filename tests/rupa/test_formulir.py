"""How forms are written: labels, help, errors and their links."""

from pathlib import Path

import html5lib
import pytest
from django import forms
from django.contrib.staticfiles import finders
from django.template import Context, Template

from core.formulir.forms import FotoBanyakField
from core.formulir.widgets import PilihanKartu

NS = {"h": "http://www.w3.org/1999/xhtml"}


class ContohForm(forms.Form):
    isi = forms.CharField(help_text="Tulis seperlunya.", error_messages={"required": "Isi dulu."})
    catatan = forms.CharField(required=False)
    siapa = forms.ChoiceField(
        choices=(("a", "Umum"), ("b", "Rahasia")),
        widget=PilihanKartu(
            keterangan={"a": ("◎", "Boleh dibaca semua.")}, gambar={"b": "jenis-usulan"}
        ),
    )
    foto = FotoBanyakField(required=False)
    surat = forms.FileField(
        required=False, widget=forms.FileInput(attrs={"accept": "application/pdf"})
    )
    setuju = forms.BooleanField(label="Saya setuju")
    kunci = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        self.add_error(None, "Isian bertentangan.")


def pohon(form: forms.Form):
    """Parse strictly: broken HTML raises."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=True)
    return parser.parse(f"<!doctype html><title>x</title><form>{form}</form>")


def elemen(form: forms.Form, jalur: str):
    return pohon(form).findall(jalur, NS)


def test_each_field_has_a_label_and_its_help_is_linked() -> None:
    (isi,) = elemen(ContohForm(), ".//h:input[@id='id_isi']")
    assert isi.get("aria-describedby") == "id_isi_helptext"
    assert elemen(ContohForm(), ".//h:label[@for='id_isi']")
    assert elemen(ContohForm(), ".//h:div[@id='id_isi_helptext']")


def test_optional_fields_say_so_in_words() -> None:
    ditandai = [
        "".join(label.itertext())
        for label in elemen(ContohForm(), ".//h:label")
        if "boleh dikosongkan" in "".join(label.itertext())
    ]
    assert ditandai == [f"{nama} (boleh dikosongkan)" for nama in ("Catatan", "Foto", "Surat")]


def test_errors_stand_on_top_and_at_the_field_and_are_linked() -> None:
    form = ContohForm({"catatan": "x"})
    (isi,) = elemen(form, ".//h:input[@id='id_isi']")
    assert isi.get("aria-invalid") == "true"
    assert isi.get("aria-describedby") == "id_isi_helptext id_isi_error"
    assert elemen(form, ".//h:ul[@id='id_isi_error']")[0].find("h:li", NS).text == "Isi dulu."
    ringkasan = elemen(form, ".//h:div[@role='alert']")[0]
    assert "Isian bertentangan." in "".join(ringkasan.itertext())
    tujuan = [a.get("href") for a in ringkasan.iterfind(".//h:a", NS)]
    assert tujuan == ["#id_isi", "#id_siapa_0", "#id_setuju"]
    for alamat in tujuan:  # an element that takes the focus, never the box around it
        assert elemen(form, f".//h:input[@id='{alamat[1:]}']"), alamat


class SatuForm(forms.Form):
    pin = forms.CharField(label="PIN")


def test_a_form_with_one_field_does_not_speak_of_others() -> None:
    assert "tidak hilang" in str(ContohForm({}))
    assert "tidak hilang" not in str(SatuForm({}))


def test_every_form_asks_for_what_is_missing_in_the_same_words() -> None:
    """Forms of libraries too: they inherit nothing from ours."""
    polos = type("Polos", (forms.Form,), {"nama": forms.CharField()})
    assert polos({}).errors["nama"] == ["Bagian ini harus diisi."]


def test_an_unbound_form_shows_no_summary() -> None:
    assert not elemen(ContohForm(), ".//h:div[@role='alert']")


def test_radio_cards_explain_each_choice() -> None:
    kartu = ["".join(k.itertext()).split() for k in elemen(ContohForm(), ".//h:fieldset/h:div/*")]
    assert kartu == [["◎", "Umum", "Boleh", "dibaca", "semua."], ["Rahasia"]]


def test_a_picture_on_a_radio_card_is_drawn_and_silent() -> None:
    svg = "{http://www.w3.org/2000/svg}"
    (gambar,) = elemen(ContohForm(), f".//h:span[@class='pilihan__gambar']/{svg}svg")
    assert gambar.get("aria-hidden") == "true"
    (pakai,) = gambar.iter(f"{svg}use")
    berkas, _, nama = pakai.get("href").partition("#")
    assert f'id="{nama}"' in Path(finders.find(berkas.removeprefix("/static/"))).read_text()


def test_the_button_for_files_speaks_our_language_and_needs_no_script() -> None:
    for nama, kata in (("foto", "Pilih foto"), ("surat", "Pilih berkas")):
        (tombol,) = elemen(ContohForm(), f".//h:label[@class='tombol'][@for='id_{nama}']")
        assert "".join(tombol.itertext()).strip() == kata
        assert elemen(ContohForm(), f".//h:input[@type='file'][@id='id_{nama}']")


def test_radio_cards_keep_what_was_chosen() -> None:
    form = ContohForm({"siapa": "b"})
    assert [i.get("value") for i in elemen(form, ".//h:input[@checked]")] == ["b"]


def test_hidden_fields_are_carried_along() -> None:
    assert elemen(ContohForm(), ".//h:input[@type='hidden'][@name='kunci']")


@pytest.mark.parametrize("kelas", [forms.Select, forms.SelectMultiple])
@pytest.mark.parametrize("nilai", [None, "", 1, "2", 3.5, [1, 2026], True])
def test_a_list_of_choices_says_what_django_says(kelas: type[forms.Select], nilai: object) -> None:
    """Ours is one template where Django renders two more for each choice."""
    grup = ("Grup", [(2, "Dua"), (3.5, "Tiga")])
    pilihan = [("", "–"), (1, "Satu & <dua>"), grup, (2026, "2026"), (True, "ya")]
    daftar = kelas(attrs={"class": "x", "disabled": True}, choices=pilihan)
    asli = (Path(forms.__file__).parent / "templates" / daftar.template_name).read_text()
    konteks = Context(daftar.get_context("nama", nilai, {"id": "i"}))
    harap = Template(asli).render(konteks)
    assert daftar.render("nama", nilai, {"id": "i"}).split() == harap.split()
