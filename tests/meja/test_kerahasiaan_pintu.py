"""The doors beside the pages: "not yours" is answered as "does not exist" is, everywhere."""

import itertools
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.contrib import admin
from django.core import mail
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from aspirasi.models import Aspirasi
from core.antrean.tugas import kerjakan_semua
from core.jaga.alamat import SamarConverter
from core.models import Tugas
from core.models.berkas import nama_acak
from meja.tindakan.semua import TINDAKAN
from tests.alat.jelajahan import hapus
from tests.alat.kerahasiaan import (
    BOCOR,
    CARI,
    KASUS,
    KATA,
    ramaikan,
    sembunyikan,
)
from tests.alat.pengirim import kenal_pengirim
from tests.izin.test_alamat import alamat as semua_alamat
from tests.pabrik.aspirasi import buat, isian
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = [pytest.mark.django_db, pytest.mark.jelajah]
samar = SamarConverter().to_url
TAK_ADA = UUID(int=7)  # what test_alamat fills in; no row has it

PERBUATAN = {f"/kerja/aspirasi/{{acuan}}/{nama}/" for nama in TINDAKAN}


def satu_kiriman() -> Iterator[str]:
    """Every address that names one kiriman, with places for what names it."""
    for nama, jalur, _ in semua_alamat():
        if nama.startswith(("meja:", "aspirasi:")) and str(TAK_ADA) in jalur:
            yield jalur.replace(str(TAK_ADA), "{acuan}").replace(samar(7), "{baris}")
        elif nama.startswith("aspirasi:") and "/tidak-ada/" in jalur and "poster" not in nama:
            yield jalur.replace("tidak-ada", "{nomor}")
    yield from PERBUATAN
    yield from ("/aspirasi/{nomor}/", "/proyek/buka/?aspirasi={acuan}")
    yield from ("/forum/tulis/?aspirasi={nomor}", "/berkas/{berkas}", "/berkas/{kecil}")


PINTU = sorted(set(satu_kiriman()))


def milik(aspirasi: Aspirasi) -> dict[str, str]:
    """Names that lead to it, and to its newest photo: that of its answer, where it was answered."""
    lampiran = aspirasi.lampiran.select_related("berkas").last()
    assert lampiran is not None
    return {
        "acuan": str(aspirasi.acuan),
        "baris": samar(lampiran.pk),
        "nomor": aspirasi.nomor or "ASP-2026-00001",
        "berkas": lampiran.berkas.nama,
        "kecil": lampiran.berkas.nama.replace(".webp", "-480.webp"),
    }


def tiada() -> dict[str, str]:
    """Names of the same shape that lead to nothing."""
    nama = nama_acak(".webp")
    return {
        "acuan": str(uuid4()),
        "baris": samar(987654),
        "nomor": "ASP-2026-98765",
        "berkas": nama,
        "kecil": nama.replace(".webp", "-480.webp"),
    }


def potret(respons: HttpResponse, milik: dict[str, str]) -> tuple[int, str, dict[str, str]]:
    """Status, body and headers, without what differs from request to request."""
    isi = respons.content.decode()
    kepala = {k: v for k, v in respons.items() if k not in ("Expires", "Set-Cookie")}
    for nama, nilai in milik.items():
        isi = isi.replace(nilai, nama)
        kepala = {k: v.replace(nilai, nama) for k, v in kepala.items()}
    isi = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", isi)
    return respons.status_code, isi, kepala


class Pencatat(list[tuple[Any, ...]]):
    """The questions to the database, without their values: the same work takes the same time."""

    def __call__(self, tanya: Any, sql: str, isian: Any, banyak: bool, konteks: Any) -> Any:
        self.append((tanpa_nilai(sql), *map(jenis, isian or ())))
        return tanya(sql, isian, banyak, konteks)


@cache
def tanpa_nilai(sql: str) -> str:
    return re.sub(r"'(?:[^']|'')*'(::\w+)?|\b\d+\b", "?", sql)


def jenis(nilai: Any) -> Any:
    """Return what shows in the shape of a question: yes, no, nothing, and the length of a list."""
    if nilai is None or isinstance(nilai, bool):
        return nilai
    return [jenis(satu) for satu in nilai] if isinstance(nilai, list | tuple) else "?"


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_not_yours_is_not_there(klien: Any, pemeran: Any, siapa: str) -> None:
    """Same status, same body, same headers, and the same work for the database.

    Two hidden kinds at every door. The acts go through one door: of each, one kind is asked for and
    one is sent to, and the next of the cast has them the other way round.
    """
    kasus = [nama for nama, satu in KASUS.items() if siapa not in satu.pembaca]
    ada = [milik(sembunyikan(pemeran, nama)) for nama in (kasus[0], kasus[-1])]
    kosong, client = tiada(), klien(siapa)
    client.get(f"/kerja/aspirasi/{uuid4()}/")  # whatever is loaded once is loaded now
    giliran = SEMUA_PERAN.index(siapa) % 2
    for pola, cara in itertools.product(PINTU, ("get", "post")):
        harap = coba(client, cara, pola, kosong)
        satu_saja = ada[giliran ^ (cara == "post")]
        for satu in [satu_saja] if pola in PERBUATAN else ada:
            assert coba(client, cara, pola, satu) == harap, (cara, pola)


def coba(client: Client, cara: str, pola: str, nama: dict[str, str]) -> tuple[Any, ...]:
    """Knock at one door. Return the answer, and the questions to the database for it."""
    client.cookies.pop("messages", None)  # sentences left over from the door before
    with connection.execute_wrapper(kueri := Pencatat()):
        respons = getattr(client, cara)(pola.format(**nama))
    return (*potret(respons, nama), kueri)


class TestAdmin:
    """Reference data is there, and nothing that residents sent."""

    # Only the ready sentences of kiriman are there. Nobody sees the trail, files and letters there;
    # the security events speak of accounts alone.
    TERDAFTAR = {
        "aspirasi": {"TemplatJawaban"},
        "core": {"Tugas", "HariLibur", "KejadianKeamanan"},
    }

    def test_no_kiriman_no_sender_and_no_trail_is_registered(self) -> None:
        for aplikasi, boleh in self.TERDAFTAR.items():
            ada = {m.__name__ for m in admin.site._registry if m._meta.app_label == aplikasi}
            assert ada == boleh

    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_their_pages_and_histories_are_those_of_a_table_that_is_not_there(
        self, klien: Any, pemeran: Any, siapa: str
    ) -> None:
        aspirasi = sembunyikan(pemeran, "kecamatan")
        client = klien(siapa)
        rekaan = client.get("/admin/aspirasi/rekaan/1/history/")
        assert rekaan.status_code in (302, 404)
        for model in apps.get_app_config("aspirasi").get_models():
            nama = model._meta.model_name
            if nama == "templatjawaban":
                continue
            for ekor in ("", "add/", "1/change/", f"{aspirasi.pk}/history/", "1/delete/"):
                respons = client.get(f"/admin/aspirasi/{nama}/{ekor}")
                assert respons.status_code == rekaan.status_code, (nama, ekor)
                assert not BOCOR.search(respons.content.decode())

    @pytest.mark.parametrize("siapa", ["staf", "petugas_rahasia", "camat", "admin"])
    def test_what_was_done_to_a_kiriman_stands_in_no_log_of_the_admin(
        self, klien: Any, pemeran: Any, siapa: str
    ) -> None:
        for kasus in KASUS:
            sembunyikan(pemeran, kasus)
        assert not apps.get_model("admin", "LogEntry").objects.exists()
        assert not BOCOR.search(klien(siapa).get("/admin/").content.decode())


class TestLetters:
    """Mail tells the people who may read it, and tells nothing else."""

    @pytest.mark.parametrize("kasus", KASUS)
    def test_go_to_its_readers_alone_and_hold_no_word(self, pemeran: Any, kasus: str) -> None:
        for siapa in SEMUA_PERAN[1:]:
            pemeran[siapa].email = f"{siapa}@meja.contoh.id"
            pemeran[siapa].save()
        aspirasi = sembunyikan(pemeran, kasus)
        antre = [json.dumps(t.argumen[1:]) for t in Tugas.objects.filter(fungsi__endswith="antar")]
        kerjakan_semua()
        assert not Tugas.objects.exclude(status="selesai").exists()
        kantor = {s.to[0].partition("@")[0] for s in mail.outbox} - {"xylofon"}
        assert kantor <= KASUS[kasus].pembaca
        for isi in (*antre, *(f"{s.subject}\n{s.body}" for s in mail.outbox)):
            assert KATA not in isi
            assert "81377665544" not in isi
            # The code alone opens only public words, so it may stand in news of a kiriman that was
            # public.
            assert aspirasi.nomor or aspirasi.kode not in isi.replace("-", "")

    def test_danger_is_told_to_those_who_may_read_it(self, pemeran: Any) -> None:
        """The other half: whoever may read it is told."""
        for siapa in ("petugas_rahasia", "camat", "staf", "aparat"):
            pemeran[siapa].email = f"{siapa}@meja.contoh.id"
            pemeran[siapa].save()
        sembunyikan(pemeran, "kecamatan, belum diperiksa")
        kerjakan_semua()
        kantor = {s.to[0].partition("@")[0] for s in mail.outbox} - {"xylofon"}
        assert kantor == {"petugas_rahasia"}


class TestOtherDoors:
    """Suggestions, the code on a lost slip, a copy of one's data, and numbers of rows."""

    @pytest.mark.parametrize("kasus", KASUS)
    def test_suggestions_while_typing_and_before_sending(
        self, client: Client, pemeran: Any, kasus: str
    ) -> None:
        data = isian(jenis="keluhan", isi=f"{KATA} {CARI} di Dusun 3, dan ini rahasia.")
        ketik = client.post("/aspirasi/serupa/", data).content
        sembunyikan(pemeran, kasus)
        assert client.post("/aspirasi/serupa/", data).content == ketik
        assert client.post("/aspirasi/kirim/", data)["Location"] == "/aspirasi/terkirim/"

    @pytest.mark.parametrize("kasus", KASUS)
    def test_the_code_alone_tells_status_and_day(
        self, client: Client, pemeran: Any, kasus: str
    ) -> None:
        aspirasi = sembunyikan(pemeran, kasus)
        respons = client.post("/aspirasi/lacak/", {"kode": aspirasi.kode}, follow=True)
        isi = respons.content.decode().split("<main")[1].split("</main>")[0]
        assert not BOCOR.search(isi)
        assert aspirasi.get_status_display() in isi
        for kantor in ("Sido Rejo", "Kecamatan Bangunrejo", "Seseorang"):
            assert kantor not in isi

    @pytest.mark.parametrize("kasus", ["petugas", "kecamatan", "ditarik", "dipersempit"])
    def test_a_search_finds_neither_their_words_nor_those_of_their_answers(
        self, client: Client, pemeran: Any, kasus: str
    ) -> None:
        tanya = [f"/aspirasi/?cari={kata}" for kata in (KATA, CARI, f"jawaban+{KATA}", "sido+rejo")]
        sebelum = [client.get(satu).content for satu in tanya]
        sembunyikan(pemeran, kasus)
        assert [client.get(satu).content for satu in tanya] == sebelum

    def test_the_copy_of_one_sender_holds_nothing_of_another(
        self, client: Client, pemeran: Any
    ) -> None:
        ramaikan(pemeran)
        terkirim = buat(pemeran.kampung, oleh=pemeran.warga)
        for kasus in KASUS:
            sembunyikan(pemeran, kasus)
        kenal_pengirim(client, terkirim)
        respons = client.get(f"/aspirasi/kiriman/{terkirim.aspirasi.acuan}/unduh/")
        assert respons.status_code == 200
        assert not BOCOR.search(respons.content.decode())


def test_of_what_was_erased_no_desk_reads_its_sender(klien: Any, pemeran: Any) -> None:
    """The pages are in test_kerahasiaan."""
    desk, _ = hapus(pemeran)
    assert not BOCOR.search(klien("staf").post(f"{desk}identitas/").content.decode())
