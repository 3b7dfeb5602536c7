"""A sender under 18 leaves neither name nor contact, and photos stay with staff."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from aspirasi.models import Aspirasi, Lampiran, Pengirim
from tests.alat.pengirim import kirim
from tests.pabrik.aspirasi import buat
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db

DIRI = {
    "nama": "Dimas",
    "telepon": "0812-3456-7890",
    "email": "dimas@contoh.id",
    "tampilkan_nama": "on",
    "nama_untuk_kampung": "on",
}


def tersimpan() -> Pengirim:
    return Pengirim.objects.select_related("aspirasi").get()


def test_neither_name_nor_contact_is_kept(client: Client) -> None:
    respons = kirim(client, anak="on", **DIRI)
    pengirim = tersimpan()
    assert (pengirim.nama, pengirim.telepon, pengirim.email) == ("", "", "")
    assert not pengirim.nama_untuk_kampung
    assert not pengirim.aspirasi.tampilkan_nama
    assert pengirim.aspirasi.anak
    assert "nama dan kontak tidak kami simpan" in respons.content.decode()


def test_without_the_tick_they_are_kept(client: Client) -> None:
    kirim(client, **DIRI)
    assert (tersimpan().nama, tersimpan().aspirasi.tampilkan_nama) == ("Dimas", True)


def test_the_account_is_not_kept_either(klien: Any) -> None:
    kirim(klien("warga"), anak="on")
    assert tersimpan().pengguna is None


@pytest.mark.parametrize("salah", [{"telepon": "12"}, {"email": "bukan"}, {"nama": "x" * 300}])
def test_what_is_dropped_need_not_be_right(client: Client, salah: dict[str, str]) -> None:
    kirim(client, anak="on", **DIRI | salah)
    assert tersimpan().aspirasi.anak


class TestTheDatabaseHoldsIt:
    """Also against a write that goes round the service."""

    @pytest.mark.parametrize(
        ("kolom", "nilai"),
        [
            ("nama", "Dimas"),
            ("telepon", "+6281234567890"),
            ("email", "dimas@contoh.id"),
            ("nama_untuk_kampung", True),
            ("pengguna", "warga"),
        ],
    )
    def test_no_row_of_a_child_says_who_it_is(self, pemeran: Any, kolom: str, nilai: Any) -> None:
        nilai = pemeran.warga if kolom == "pengguna" else nilai
        anak, dewasa = (buat(pemeran.kampung, anak=anak).aspirasi for anak in (True, False))
        Pengirim.objects.filter(aspirasi=dewasa).update(**{kolom: nilai})
        with pytest.raises(IntegrityError, match="belum 18 tahun"), transaction.atomic():
            Pengirim.objects.filter(aspirasi=anak).update(**{kolom: nilai})
        with pytest.raises(IntegrityError, match="belum 18 tahun"), transaction.atomic():
            Pengirim.objects.filter(aspirasi=dewasa).update(aspirasi=anak)
        with pytest.raises(IntegrityError, match="Hapus dulu identitas"), transaction.atomic():
            Aspirasi.objects.filter(pk=dewasa.pk).update(anak=True)

    def test_nor_is_it_made_with_a_name(self, pemeran: Any) -> None:
        anak = buat(pemeran.kampung, anak=True).aspirasi
        Pengirim.objects.filter(aspirasi=anak).delete()
        with pytest.raises(IntegrityError, match="belum 18 tahun"), transaction.atomic():
            Pengirim.objects.create(aspirasi=anak, nama="Dimas", versi_persetujuan="x")
        Pengirim.objects.create(aspirasi=anak, lewat=pemeran.fasilitator, versi_persetujuan="x")

    def test_no_name_of_a_child_is_shown(self, pemeran: Any) -> None:
        anak = buat(pemeran.kampung, anak=True).aspirasi
        with pytest.raises(IntegrityError, match="aspirasi_anak_tanpa_nama"):
            Aspirasi.objects.filter(pk=anak.pk).update(tampilkan_nama=True)

    def test_no_photo_of_a_child_is_approved(self, client: Client, pemeran: Any) -> None:
        for anak in ({}, {"anak": "on"}):
            kirim(client, foto=[foto()], **anak)
        dewasa, anak = Aspirasi.objects.order_by("anak")
        Lampiran.objects.filter(aspirasi=dewasa).update(disetujui_pada=timezone.now())
        with pytest.raises(IntegrityError, match="hanya untuk petugas"), transaction.atomic():
            Lampiran.objects.filter(aspirasi=anak).update(disetujui_pada=timezone.now())
        with pytest.raises(IntegrityError, match="tarik fotonya"):
            Aspirasi.objects.filter(pk=dewasa.pk).update(anak=True)
