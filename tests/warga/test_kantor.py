"""The office of the kecamatan: data of the admin, one row, in the foot of every page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from tests.pabrik.kampung import KampungFactory, KantorLayananFactory
from warga.models import KantorKecamatan, KantorLayanan
from warga.models import kantor as simpanan

pytestmark = pytest.mark.django_db
ISI = {
    "nama": "Kantor Kecamatan Bangunrejo",
    "alamat": "Jalan Raya Uji 7",
    "jam": "Senin sampai Jumat, 08.00 sampai 15.00",
    "telepon": "+62725123456",
    "whatsapp": "+6281234567890",
    "email": "kecamatan@contoh.id",
    "lintang": "-5.150000",
    "bujur": "105.030000",
}
TAUTAN = (
    'href="tel:+62725123456"',
    'href="https://wa.me/6281234567890"',
    'href="mailto:kecamatan@contoh.id"',
    "mlat=-5.150000&amp;mlon=105.030000",
)
TEMPAT = (
    "/tentang/",
    "/aspirasi/lacak/",
    "/akun/sandi/lupa/",
    "/kampung/",
    "/tidak-ada/",
)


def kaki(isi: str) -> str:
    return isi.partition('<footer class="kaki">')[2]


@pytest.fixture
def kantor() -> KantorKecamatan:
    return KantorKecamatan.objects.create(**ISI)


@pytest.mark.parametrize("jalur", [*TEMPAT[:2], reverse("account_reset_password"), *TEMPAT[3:]])
def test_it_stands_in_the_foot_of_every_page(
    client: Client, kantor: KantorKecamatan, jalur: str
) -> None:
    isi = kaki(client.get(jalur).content.decode())
    for satu in (*TAUTAN, ISI["alamat"], ISI["jam"]):
        assert satu in isi


@pytest.mark.parametrize(
    "jalur", ["/tentang/", "/aspirasi/lacak/", reverse("account_reset_password")]
)
def test_where_people_look_for_help_it_stands_twice(
    client: Client, kantor: KantorKecamatan, jalur: str
) -> None:
    assert client.get(jalur).content.decode().count(TAUTAN[0]) == 2


def test_nothing_is_invented(client: Client) -> None:
    KantorKecamatan.objects.create(nama="Kantor Kecamatan", alamat="Jalan Raya Uji 7")
    isi = kaki(client.get("/tentang/").content.decode())
    assert "Jalan Raya Uji 7" in isi
    for tidak in ("tel:", "wa.me", "mailto:", "Telepon", "Jam pelayanan", "openstreetmap"):
        assert tidak not in isi


def test_without_an_office_the_foot_has_no_such_part(client: Client) -> None:
    assert "Hubungi kami</h2>" not in kaki(client.get("/tentang/").content.decode())


def test_a_change_is_seen_at_once_and_costs_no_query_after_that(
    client: Client, kantor: KantorKecamatan
) -> None:
    client.get("/tentang/")
    with CaptureQueriesContext(
        connection,
    ) as kueri:
        assert ISI["alamat"] in kaki(client.get("/tentang/").content.decode())
    assert len(kueri) == 0
    kantor.alamat = "Jalan Pindah 9"
    kantor.save()
    assert "Jalan Pindah 9" in kaki(client.get("/tentang/").content.decode())
    kantor.delete()
    assert "Jalan Pindah" not in kaki(client.get("/tentang/").content.decode())


def test_another_process_sees_it_within_a_minute(
    kantor: KantorKecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    simpanan.ingat(None)
    assert simpanan.kantor_kecamatan() is None
    sekarang = simpanan.time.monotonic()
    monkeypatch.setattr(simpanan.time, "monotonic", lambda: sekarang + simpanan.UMUR + 1)
    assert simpanan.kantor_kecamatan() == kantor


def test_a_database_that_is_away_takes_nothing_from_the_foot(
    kantor: KantorKecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert simpanan.kantor_kecamatan() == kantor
    sekarang = simpanan.time.monotonic()
    monkeypatch.setattr(simpanan.time, "monotonic", lambda: sekarang + simpanan.UMUR + 1)

    def mati(*_: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(type(KantorKecamatan.objects), "first", mati)
    assert simpanan.kantor_kecamatan() == kantor


def test_there_is_one(kantor: KantorKecamatan) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        KantorKecamatan.objects.create(nama="Kantor kedua")


class TestAdmin:
    """An admin writes it down; numbers are read however they are written."""

    def isian(self, **lain: str) -> dict[str, str]:
        return ISI | {"telepon": "(0725) 123 456", "whatsapp": "0812 3456 7890"} | lain

    def test_adds_the_only_one(self, klien: Callable[[str], Client]) -> None:
        tambah = reverse("admin:warga_kantorkecamatan_add")
        assert klien("admin").post(tambah, self.isian()).status_code == 302
        kantor = KantorKecamatan.objects.get()
        assert (kantor.telepon, kantor.whatsapp) == (ISI["telepon"], ISI["whatsapp"])
        assert kantor.kampung is None
        assert klien("admin").get(tambah).status_code == 403

    @pytest.mark.parametrize(
        ("nama", "nilai"),
        [("telepon", "12"), ("telepon", "kantor"), ("whatsapp", "0812-34"), ("bujur", "")],
    )
    def test_is_told_what_cannot_be_read(
        self, klien: Callable[[str], Client], nama: str, nilai: str
    ) -> None:
        tambah = reverse("admin:warga_kantorkecamatan_add")
        respons = klien("admin").post(tambah, self.isian(**{nama: nilai}))
        assert respons.context["adminform"].form.errors
        assert not KantorKecamatan.objects.exists()

    def test_reads_on_the_first_page_what_is_missing(self, klien: Callable[[str], Client]) -> None:
        awal = reverse("admin:index")
        assert "Kontak kantor kecamatan belum lengkap" in klien("admin").get(awal).content.decode()
        kantor = KantorKecamatan.objects.create(**ISI | {"jam": ""})
        assert "lengkap: jam pelayanan." in klien("admin").get(awal).content.decode()
        kantor.jam = "Senin"
        kantor.save()
        assert "belum lengkap" not in klien("admin").get(awal).content.decode()

    def test_staff_does_not(self, klien: Callable[[str], Client]) -> None:
        assert klien("staf").get(reverse("admin:warga_kantorkecamatan_add")).status_code == 403


class TestKampung:
    """A kampung without a contact of its own shows the kecamatan's, and says so."""

    def test_without_one(self, client: Client, kantor: KantorKecamatan) -> None:
        isi = client.get(KampungFactory().get_absolute_url()).content.decode()
        assert "Sementara itu, hubungi kantor kecamatan:" in isi
        assert isi.count(TAUTAN[0]) == 2

    def test_with_its_own(self, client: Client, kantor: KantorKecamatan) -> None:
        tempat = KampungFactory()
        KantorLayananFactory(kampung=tempat, nama="Balai", alamat="Dusun 1", telepon="0725-99")
        isi = client.get(tempat.get_absolute_url()).content.decode()
        assert "Sementara itu" not in isi
        assert isi.count(TAUTAN[0]) == 1
        assert "0725-99" in isi, "what was typed before numbers were read stays as it is"

    def test_an_empty_row_is_no_contact(self, client: Client, kantor: KantorKecamatan) -> None:
        tempat = KampungFactory()
        KantorLayanan.objects.create(kampung=tempat, nama="Balai")
        assert "Sementara itu" in client.get(tempat.get_absolute_url()).content.decode()


def test_the_demonstration_and_the_set_up_say_what_is_missing(settings: Settings) -> None:
    assert KantorKecamatan(nama="x").kurang == ["alamat", "jam pelayanan", "telepon atau WhatsApp"]
    assert KantorKecamatan(**ISI | {"telepon": ""}).kurang == []
