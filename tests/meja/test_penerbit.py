"""The kakam is asked who publishes; drafts wait on the desk; what is out can be taken back."""

import re
from typing import Any
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from laporan.models import LaporanKemajuan, PenetapanPenerbit
from laporan.services.penerbit import tetapkan_penerbit
from laporan.services.serah import kembalikan_draf, kirim_draf
from tests.alat.baca import sebaris
from tests.alat.meja import menunggu
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.orang import pejabat
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_proyek
from warga.enums import NamaJabatan
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
PENERBIT, MEJA, MINGGU = "/laporan/penerbit/", "/kerja/", "/kerja/minggu/"
TANYA = "Siapa yang menerbitkan laporan kampung?"


@pytest.fixture
def sekretaris(pemeran: Any) -> Pengguna:
    return pejabat(NamaJabatan.SEKRETARIS, pemeran.kampung.instansi, nama="Sri")


@pytest.fixture
def draf(pemeran: Any) -> LaporanKemajuan:
    return buat_laporan(buat_proyek(pemeran.kampung), pemeran.aparat, foto=1, terbit=False)


def test_the_kakam_is_asked_once_with_the_sekretaris_proposed(
    klien: Any, pemeran: Any, sekretaris: Pengguna
) -> None:
    client = klien("kakam")
    assert TANYA in sebaris(client.get(MEJA))
    assert TANYA not in sebaris(klien("aparat").get(MEJA))
    form = client.get(PENERBIT).context["form"]
    assert form["orang"].value() == [str(sekretaris.pk)]
    respons = client.post(PENERBIT, {"orang": [sekretaris.pk, pemeran.aparat.pk]}, follow=True)
    assert "Sudah disimpan." in sebaris(respons)
    assert TANYA not in sebaris(client.get(MEJA))
    assert set(client.get(PENERBIT).context["form"]["orang"].value()) == {
        str(sekretaris.pk),
        str(pemeran.aparat.pk),
    }
    client.post(PENERBIT, {})
    assert not PenetapanPenerbit.objects.get().nama.exists()


def test_a_new_kakam_is_asked_anew_and_the_old_answer_stands_meanwhile(
    klien: Any, pemeran: Any, sekretaris: Pengguna
) -> None:
    tetapkan_penerbit(kampung=pemeran.kampung, orang=[sekretaris.pk], oleh=pemeran.kakam)
    pemeran.kakam.jabatan.all().delete()
    baru = pejabat(NamaJabatan.KAKAM, pemeran.kampung.instansi)
    assert TANYA in sebaris(klien(baru).get(MEJA))
    assert sekretaris.has_perm("laporan.terbitkan")


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_only_a_kakam_answers_and_aparat_read(klien: Any, pemeran: Any, siapa: str) -> None:
    client = klien(siapa)
    kode = {"aparat": 200, "kakam": 200, "aparat_lain": 200, "pengunjung": 302}
    assert client.get(PENERBIT).status_code == kode.get(siapa, 404)
    client.post(PENERBIT, {"orang": [pemeran.aparat.pk]})
    assert PenetapanPenerbit.objects.exists() == (siapa == "kakam")


@pytest.mark.parametrize("isi", ["x", "0", "9" * 30, "\0", "-1"])
def test_a_forged_name_is_refused_in_words(klien: Any, pemeran: Any, isi: str) -> None:
    client = klien("kakam")
    for orang in (isi, str(pemeran.aparat_lain.pk), str(pemeran.warga.pk)):
        respons = client.post(PENERBIT, {"orang": [orang]})
        assert "bukan lagi aparat kampung ini" in sebaris(respons)
    assert not PenetapanPenerbit.objects.exists()


def test_a_draft_stands_on_the_desk_of_whoever_publishes(
    klien: Any, pemeran: Any, draf: LaporanKemajuan
) -> None:
    jalur, kata = f"/laporan/draf/{draf.pk}/", "draf laporan menunggu Anda terbitkan"
    assert not menunggu(klien("kakam"))[kata]
    isi = sebaris(klien("aparat").get(jalur))
    assert "Kirim ke penerbit" in isi
    assert "Menunggu diterbitkan" in sebaris(klien("aparat").post(f"{jalur}kirim/", follow=True))
    assert menunggu(klien("kakam"))[kata] == 1
    minggu = sebaris(klien("kakam").get(MINGGU))
    assert "Menunggu Anda terbitkan" in minggu
    assert jalur in minggu
    for siapa in ("aparat", "aparat_lain"):
        assert not menunggu(klien(siapa))[kata]
    assert jalur not in sebaris(klien("aparat_lain").get(MINGGU))


def test_it_is_sent_back_with_a_sentence_that_its_writer_reads(
    klien: Any, pemeran: Any, draf: LaporanKemajuan
) -> None:
    kirim_draf(laporan=draf, oleh=pemeran.aparat)
    jalur = f"/laporan/draf/{draf.pk}/kembalikan/"
    kakam = klien("kakam")
    for kosong in ("", "...", "\u3164"):
        assert kakam.post(jalur, {"catatan": kosong}).context["form"].errors["catatan"]
    assert "sudah dikembalikan" in sebaris(
        kakam.post(jalur, {"catatan": "Fotonya <b>kabur</b>."}, follow=True)
    )
    isi = sebaris(klien("aparat").get(f"/laporan/draf/{draf.pk}/"))
    assert "Fotonya &lt;b&gt;kabur&lt;/b&gt;." in isi


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_hands_on_and_who_sends_back(
    klien: Any, pemeran: Any, draf: LaporanKemajuan, siapa: str
) -> None:
    client, jalur = klien(siapa), f"/laporan/draf/{draf.pk}/"
    luar = {"pengunjung": 302, "staf": 403, "petugas_rahasia": 403, "camat": 403, "admin": 403}
    sendiri = siapa in ("aparat", "kakam")
    for ekor in ("kirim/", "ambil/"):
        kode = client.post(jalur + ekor).status_code
        assert kode == (302 if sendiri else luar.get(siapa, 404)), ekor
    kode = client.get(f"{jalur}kembalikan/").status_code
    dalam = {"kakam": 200, "aparat": 403}
    assert kode == (luar | dalam).get(siapa, 404)


def test_the_kakam_takes_back_in_one_press_and_the_publisher_writes_to_them(
    klien: Any, pemeran: Any, draf: LaporanKemajuan, sekretaris: Pengguna
) -> None:
    Pengguna.objects.filter(pk=pemeran.kakam.pk).update(telepon="+6281234567890")
    client = klien(sekretaris)
    isi = unquote(sebaris(client.post(f"/laporan/draf/{draf.pk}/terbitkan/", follow=True)))
    draf.refresh_from_db()
    assert f"https://wa.me/6281234567890?text=Laporan kemajuan {draf.nomor} sudah terbit" in isi
    assert f"/laporan/{draf.nomor}/" in isi
    for siapa in ("aparat", "kakam", "warga", "pengunjung"):
        assert "wa.me/6281234567890" not in sebaris(klien(siapa).get(draf.get_absolute_url()))
    kakam = klien("kakam")
    tombol = re.search(r'class="tombol" href="([^"]+)">Tarik kembali', sebaris(kakam.get(MEJA)))
    assert tombol
    assert draf.nomor in sebaris(kakam.get(tombol[1]))
    assert "Terbit atas nama Anda" not in sebaris(klien(sekretaris).get(MEJA))


def test_the_desk_asks_the_database_no_more_for_more_rows(
    klien: Any, pemeran: Any, sekretaris: Pengguna
) -> None:
    def ongkos(client: Any, jalur: str) -> int:
        client.get(jalur)
        with CaptureQueriesContext(
            connection,
        ) as catatan:
            client.get(jalur)
        return len(catatan)

    def tambah() -> None:
        for satu in (True, False):
            proyek = buat_proyek(pemeran.kampung)
            baru = buat_laporan(proyek, sekretaris, foto=1, terbit=satu)
            if not satu:
                kirim_draf(laporan=baru, oleh=pemeran.aparat)

    tambah()
    semua = {(siapa, jalur): ongkos(klien(siapa), jalur)
             for siapa in ("kakam", "aparat") for jalur in (MEJA, MINGGU, PENERBIT)}  # fmt: skip
    for _ in range(3):
        tambah()
    for (siapa, jalur), banyak in semua.items():
        assert ongkos(klien(siapa), jalur) == banyak <= 12, (siapa, jalur)


def test_a_draft_that_came_back_stands_on_the_desk_of_its_sender(
    klien: Any, pemeran: Any, draf: LaporanKemajuan
) -> None:
    kirim_draf(laporan=draf, oleh=pemeran.aparat)
    kembalikan_draf(laporan=draf, catatan="Fotonya kabur.", oleh=pemeran.kakam)
    meja = "draf laporan dikembalikan kepada Anda dengan catatan"
    assert menunggu(klien("aparat"))[meja] == 1
    assert not menunggu(klien("kakam"))[meja]
    minggu = sebaris(klien("aparat").get(MINGGU))
    assert "Catatannya: Fotonya kabur." in minggu.split("Dikembalikan kepada Anda")[1]
    assert minggu.count(f"/laporan/draf/{draf.pk}/") == 1
    kirim_draf(laporan=draf, oleh=pemeran.aparat)
    assert not menunggu(klien("aparat"))[meja]
    assert "Dikembalikan kepada Anda" not in sebaris(klien("aparat").get(MINGGU))
