"""Forms and fields: plain sentences, ranges that hold, one row per form."""

from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, models, transaction
from django.utils.datastructures import MultiValueDict

from core.formulir.fields import (
    BujurField,
    LintangField,
    PersenField,
    RupiahField,
    TeksField,
    titik_lengkap,
)
from core.formulir.forms import FotoBanyakField, SekaliMixin
from core.formulir.sekali import kunci_baru, satu_kali, sidik
from kabar.models import Kabar
from proyek.models import Proyek
from tests.alat.serentak import serentak
from tests.pabrik.orang import PenggunaFactory
from warga.models import Kampung


class UjiForm(SekaliMixin, forms.Form):
    judul = forms.CharField(label="Judul", max_length=10)
    surel = forms.EmailField(label="Surel", required=False)
    jumlah = forms.IntegerField(label="Jumlah", required=False, max_value=9)
    jenis = forms.ChoiceField(label="Jenis", choices=[("a", "A")], required=False)
    sendiri = forms.CharField(
        required=False, error_messages={"max_length": "Punya sendiri."}, max_length=2
    )
    kampung = forms.ModelChoiceField(Kampung.objects.all(), required=False)
    foto = FotoBanyakField(label="Foto", required=False, terbanyak=3)


def uji(**isi: Any) -> UjiForm:
    foto = isi.pop("foto", [])
    return UjiForm({"judul": "Ada"} | isi, MultiValueDict({"foto": foto}))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("bidang", "isi", "pesan"),
    [
        ("judul", "", "Bagian ini harus diisi."),
        ("judul", " \t ", "Bagian ini harus diisi."),
        (
            "judul",
            "a" * 100_000,
            "Terlalu panjang: 100000 huruf, paling banyak 10. Pendekkan sedikit.",
        ),
        (
            "judul",
            "a\0b",
            "Ada tanda yang tidak dapat disimpan (karakter kosong). Ketik ulang bagian ini.",
        ),
        ("surel", "bukan", "Alamat e-mail ini tidak lengkap. Contoh: nama@contoh.id."),
        ("surel", "a\0@b.id", "Alamat e-mail ini tidak lengkap. Contoh: nama@contoh.id."),
        ("jumlah", "1\0", "Tulis dengan angka saja. Contoh: 120."),
        ("jenis", "zz\0", "Pilihan itu tidak ada. Pilih salah satu dari daftar."),
        (
            "kampung",
            "1\0",
            "Karakter null tidak diizinkan.",
        ),
        ("kampung", "9" * 100, "Pilihan itu tidak ada. Pilih salah satu dari daftar."),
        ("kampung", "🌾", "Pilihan itu tidak ada. Pilih salah satu dari daftar."),
        ("sendiri", "abc", "Punya sendiri."),
    ],
)
def test_bad_input_is_answered_in_plain_words(bidang: str, isi: str, pesan: str) -> None:
    form = uji(**{bidang: isi})
    assert pesan in form.errors[bidang]
    assert (f"id_{bidang}", form[bidang].label, pesan) in form.ringkasan_galat


@pytest.mark.django_db
def test_emoji_is_text_and_spaces_are_trimmed() -> None:
    form = uji(judul="  🌾 padi ")
    assert form.is_valid()
    assert form.cleaned_data["judul"] == "🌾 padi"
    assert form.ringkasan_galat == []


def berkas(banyak: int) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(f"{n}.jpg", b"x" if n else b"") for n in range(banyak)]


@pytest.mark.django_db
def test_photos_arrive_as_a_list_not_looked_into() -> None:
    form = uji(foto=berkas(3))
    assert form.is_valid()
    assert [f.name for f in form.cleaned_data["foto"]] == ["0.jpg", "1.jpg", "2.jpg"]
    assert uji().fields["foto"].clean([]) == []


@pytest.mark.django_db
def test_too_many_photos_and_none_where_one_is_needed() -> None:
    (pesan,) = uji(foto=berkas(4)).errors["foto"]
    assert pesan.startswith("Paling banyak 3 foto sekali kirim; Anda memilih 4.")
    with pytest.raises(ValidationError, match="paling sedikit satu foto"):
        FotoBanyakField().clean([])


def test_the_photo_field_takes_several_and_only_photos() -> None:
    html = str(UjiForm()["foto"])
    for atribut in (" multiple", " data-kecilkan", 'accept="image/jpeg,image/png,image/webp"'):
        assert atribut in html


# --- One form, one row -------------------------------------------------------------------


def test_each_form_carries_a_key_of_its_own() -> None:
    pertama, kedua = (UjiForm() for _ in range(2))
    assert pertama["kunci"].value() != kedua["kunci"].value()
    assert f'type="hidden" name="kunci" value="{pertama["kunci"].value()}"' in str(pertama["kunci"])


@pytest.mark.django_db
def test_a_key_that_comes_back_is_kept_and_shown_again() -> None:
    kunci = kunci_baru()
    form = uji(kunci=kunci, judul="")
    assert not form.is_valid()
    assert f'value="{kunci}"' in str(form["kunci"])
    benar = uji(kunci=kunci)
    assert benar.is_valid()
    assert benar.cleaned_data["kunci"] == kunci


@pytest.mark.django_db
@pytest.mark.parametrize("kunci", ["", "pendek", "a\0" * 20, "🌾" * 30, "a" * 100_000, "a" * 23])
def test_a_damaged_key_is_replaced_and_nothing_is_lost(kunci: str) -> None:
    form = uji(kunci=kunci)
    assert form.is_valid()
    assert len(form.cleaned_data["kunci"]) == 32


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_same_form_sent_at_once_makes_one_row() -> None:
    penulis, kunci, hasil = PenggunaFactory(), kunci_baru(), []

    def buat(tanda: str) -> Kabar:
        return Kabar.objects.create(judul="Sekali", isi="Isi.", penulis=penulis, kunci_sekali=tanda)

    serentak(lambda: hasil.append(satu_kali(Kabar.objects.all(), kunci, buat)), 4)
    (satu,) = Kabar.objects.all()
    assert [kabar for kabar, _ in hasil] == [satu] * 4
    assert sorted(baru for _, baru in hasil) == [False, False, False, True]
    assert satu.kunci_sekali == sidik(kunci)
    assert kunci not in str(satu.kunci_sekali)


# --- Fields ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bidang", "salah", "pesan"),
    [
        (RupiahField(), -1, "Jumlah uang tidak boleh kurang dari nol."),
        (PersenField(), Decimal("100.01"), "Persen harus antara 0 dan 100."),
        (PersenField(), Decimal("-0.01"), "Persen harus antara 0 dan 100."),
        (LintangField(), Decimal("105.03"), "Periksa apakah lintang dan bujur tertukar."),
        (BujurField(), Decimal("-5.13"), "Periksa apakah lintang dan bujur tertukar."),
        (TeksField(max_length=5), "panjang", "Teks terlalu panjang: 7 huruf, paling banyak 5."),
        (TeksField(), "a\0b", "Ketik ulang bagian ini."),
    ],
)
def test_ranges_speak_through_the_model_and_the_form(
    bidang: models.Field, salah: object, pesan: str
) -> None:
    with pytest.raises(ValidationError) as galat:
        bidang.clean(salah, None)
    assert any(pesan in p for p in galat.value.messages)
    isian = bidang.formfield()
    assert isian is not None
    with pytest.raises(ValidationError):
        isian.clean(str(salah))


@pytest.mark.parametrize(
    ("bidang", "benar"),
    [
        (RupiahField(), 9_000_000_000_000_000),
        (PersenField(), Decimal("0")),
        (PersenField(), Decimal("100.00")),
        (LintangField(), Decimal("-5.130000")),
        (BujurField(), Decimal("105.030000")),
        (TeksField(max_length=5), "🌾🌾🌾🌾🌾"),
    ],
)
def test_what_lies_within_is_taken(bidang: models.Field, benar: object) -> None:
    assert bidang.clean(benar, None) == benar


@pytest.mark.parametrize("kelas", [RupiahField, PersenField, LintangField, BujurField, TeksField])
def test_fields_survive_a_migration(kelas: type[models.Field]) -> None:
    bidang = kelas("nama")
    _, jalur, args, kwargs = bidang.deconstruct()
    assert jalur == f"core.formulir.fields.{kelas.__name__}"
    assert kelas(*args, **kwargs).deconstruct()[1:] == bidang.deconstruct()[1:]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "perubahan", ["lintang = 105", "bujur = -5", "lintang = -12", "bujur = 142"]
)
def test_the_database_holds_the_ranges(perubahan: str) -> None:
    with (
        pytest.raises(IntegrityError, match="check constraint"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE warga_kampung SET {perubahan}")  # noqa: S608 (a test case)


@pytest.mark.django_db
def test_the_database_holds_the_length_of_text() -> None:
    panjang = Kabar(judul="A", isi="a" * 10_001, penulis=PenggunaFactory())
    with pytest.raises(IntegrityError, match="check constraint"), transaction.atomic():
        panjang.save()


@pytest.mark.django_db
def test_half_a_position_is_refused() -> None:
    syarat = titik_lengkap("uji")
    for lintang, bujur in ((Decimal(-5), None), (None, Decimal(105))):
        with pytest.raises(ValidationError, match="dua-duanya"):
            syarat.validate(Proyek, Proyek(lintang=lintang, bujur=bujur))
    syarat.validate(Proyek, Proyek(lintang=None, bujur=None))
    syarat.validate(Proyek, Proyek(lintang=Decimal(-5), bujur=Decimal(105)))
