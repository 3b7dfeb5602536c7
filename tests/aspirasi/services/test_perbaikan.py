"""The shown words and their title, corrected after the first look."""

from typing import Any

import pytest

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi
from aspirasi.services import penghapusan
from aspirasi.services.pembaca import atur
from aspirasi.services.penarikan import tarik_isi
from aspirasi.services.perbaikan import perbaiki
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from tests.alat.baca import teks
from tests.alat.kabar import ikuti, kabari
from tests.alat.meja import alamat, isian_periksa
from tests.alat.pengabaran import SURAT, kabar
from tests.alat.pengirim import masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit

pytestmark = pytest.mark.django_db
ISI = "Rumah Bu Xylofonia di ujung gang kebanjiran. Tolong gorong-gorongnya."
BARU = "Rumah warga di ujung gang kebanjiran. Tolong gorong-gorongnya."
ALASAN = "Nama orang tidak ditampilkan."


@pytest.fixture
def aspirasi(pemeran: Any) -> Aspirasi:
    return terbit(pemeran.kampung, pemeran.staf, isi=ISI)


def sunting(aspirasi: Aspirasi, pemeran: Any, **lain: Any) -> Aspirasi:
    isian = {"isi_publik": BARU, "alasan": ALASAN, "oleh": pemeran.staf} | lain
    return perbaiki(aspirasi=aspirasi, **isian)


def test_old_words_stay_nowhere_in_public(pemeran: Any, client: Any, aspirasi: Aspirasi) -> None:
    jalan = aspirasi.get_absolute_url()
    assert "Xylofonia" in teks(client.get(jalan))
    sunting(aspirasi, pemeran)
    for satu in (jalan, "/aspirasi/", "/", pemeran.kampung.get_absolute_url()):
        assert "Xylofonia" not in teks(client.get(satu)), satu
    assert aspirasi.nomor not in teks(client.get("/aspirasi/", {"cari": "Xylofonia"}))
    assert "Rumah warga di ujung gang kebanjiran" in teks(client.get(jalan))


def test_the_sender_is_told_and_reads_both(pemeran: Any, client: Any) -> None:
    terkirim = buat(pemeran.kampung, isi=ISI, kontak=SURAT)
    periksa(terkirim.aspirasi, pemeran.staf)
    sebelum = len(kabar())
    sunting(terkirim.aspirasi, pemeran)
    assert len(kabar()) == sebelum + 1
    isi = teks(masuk_pengirim(client, terkirim))
    assert all(kata in isi for kata in (ISI, BARU, f"Petugas mengubahnya karena: {ALASAN}"))


def test_followers_are_not_told(pemeran: Any, klien: Any, aspirasi: Aspirasi) -> None:
    ikuti(klien("warga"), aspirasi)
    kabari(pemeran.warga)
    sunting(aspirasi, pemeran)
    assert kabari(pemeran.warga) == []


def test_a_title_can_be_set_at_the_first_look(pemeran: Any, klien: Any) -> None:
    aspirasi = buat(pemeran.kampung, isi=ISI).aspirasi
    isian = isian_periksa(aspirasi, judul="  Gang   banjir, HP 081234567890 ")
    klien("staf").post(alamat(aspirasi, "periksa"), isian)
    aspirasi.refresh_from_db()
    assert aspirasi.judul == "Gang banjir, HP [nomor telepon disamarkan]"
    assert riwayat(aspirasi).get(aksi=Aksi.PERIKSA).isi.rincian["diubah"] == ["judul"]


def test_an_empty_title_is_made_from_the_text(pemeran: Any, klien: Any, aspirasi: Aspirasi) -> None:
    sunting(aspirasi, pemeran, isi_publik=ISI, judul="Judul sementara")
    isian = {"judul": "", "isi_publik": BARU, "alasan": ALASAN}
    assert klien("staf").post(alamat(aspirasi, "perbaiki"), isian).status_code == 302
    aspirasi.refresh_from_db()
    assert aspirasi.judul == "Rumah warga di ujung gang kebanjiran"


def test_a_press_that_changes_nothing_leaves_nothing(pemeran: Any, aspirasi: Aspirasi) -> None:
    for _ in range(2):
        sunting(aspirasi, pemeran)
    assert riwayat(aspirasi).filter(aksi=Aksi.DIPERBAIKI).count() == 1


@pytest.mark.parametrize("isian", [{"judul": "Gang banjir"}, {"isi_publik": f"{ISI} Segera."}])
def test_words_taken_back_meanwhile_do_not_return(
    pemeran: Any, klien: Any, aspirasi: Aspirasi, isian: dict[str, str]
) -> None:
    jalan = alamat(aspirasi, "perbaiki")
    form = klien("staf").get(jalan).context["form"]
    dibuka = {nama: form[nama].value() or "" for nama in form.fields} | {"alasan": ALASAN}
    tarik_isi(aspirasi=aspirasi, kata=["Xylofonia"], alasan=ALASAN, oleh=pemeran.staf)
    respons = klien("staf").post(jalan, dibuka | isian)
    assert respons.status_code == 409
    assert "baru saja diubah atau dihitamkan" in teks(respons)
    aspirasi.refresh_from_db()
    assert "Xylofonia" not in aspirasi.isi_publik


def test_nor_when_it_is_opened_to_everyone(pemeran: Any, klien: Any) -> None:
    aspirasi = periksa(buat(pemeran.kampung, isi=ISI, jangkauan="petugas").aspirasi, pemeran.staf)
    atur(aspirasi=aspirasi, jangkauan="publik")
    jalan = alamat(aspirasi, "umumkan")
    form = klien("staf").get(jalan).context["form"]
    dibuka = {nama: form[nama].value() or "" for nama in form.fields} | {"alasan": ALASAN}
    tarik_isi(aspirasi=aspirasi, kata=["Xylofonia"], alasan=ALASAN, oleh=pemeran.staf)
    assert klien("staf").post(jalan, dibuka).status_code == 409
    aspirasi.refresh_from_db()
    assert aspirasi.jangkauan == "petugas"


def test_it_needs_a_first_look_words_and_a_reason(pemeran: Any, aspirasi: Aspirasi) -> None:
    baru = buat(pemeran.kampung, isi=ISI).aspirasi
    for objek, isian in (
        (baru, {}),
        (aspirasi, {"isi_publik": "\u200b"}),
        (aspirasi, {"alasan": " "}),
    ):
        with pytest.raises(TidakBisa):
            sunting(objek, pemeran, **isian)
    penghapusan.hapus_semua(aspirasi=aspirasi)
    with pytest.raises(TidakBisa, match="menghapus isi"):
        sunting(aspirasi, pemeran)


def test_a_joiner_no_longer_quotes_the_title(pemeran: Any, aspirasi: Aspirasi) -> None:
    satu = buat(pemeran.kampung, isi="x" * 20).aspirasi
    Aspirasi.objects.filter(pk=satu.pk).update(
        status="digabung",
        digabung_ke=aspirasi,
        mengutip=True,
        isi="",
        langkah="nihil",
        tenggat=None,
        janji=None,
        langkah_mulai=None,
        jatah_hari=None,
        ditutup_pada=satu.dibuat,
    )
    sunting(aspirasi, pemeran)
    satu.refresh_from_db()
    assert not satu.mengutip
