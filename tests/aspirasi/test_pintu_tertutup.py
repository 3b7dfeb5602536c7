"""Doors that were open once: used keys, shared phones, officials who would widen, late acts."""

import datetime as dt
import threading
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Aksi, Jangkauan, Jenis, Tentang
from aspirasi.models import Aspirasi, Lampiran, Pengirim
from aspirasi.services import foto as lampiran
from aspirasi.services import gabung, jawab, kiriman, pembaca, penghapusan
from aspirasi.services import ikut as layanan_ikut
from aspirasi.services.foto_umum import setujui_foto
from core.formulir.sekali import kunci_baru
from core.galat import TidakBisa
from core.waktu import pada, sekarang
from kabar.models import Kabar
from tests.alat.pengirim import KIRIM, kode_dan_pin, masuk_pengirim
from tests.alat.pin import ganti_pin
from tests.pabrik.aspirasi import buat, isian, periksa, terbit
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db
ALASAN = "Isinya menyebut orang, jadi pembacanya kami batasi."


def ikut(aspirasi: Aspirasi) -> str:
    return reverse("aspirasi:ikut", args=[aspirasi.nomor])


class TestKey:
    """The key of a form opens its kiriman for a day, with its own PIN, and nothing else."""

    def test_of_ones_own_kiriman_opens_nothing_by_joining(
        self, client: Client, pemeran: Any
    ) -> None:
        data = isian(isi="Yang rahasia sekali.", jangkauan="kecamatan")
        client.post(KIRIM, data)
        lama = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati.")
        orang_lain = Client()
        respons = orang_lain.post(ikut(lama), {"kunci": data["kunci"], "setuju": "on"})
        assert respons.status_code == 409
        assert "sudah terkirim" in respons.content.decode()
        rahasia = Aspirasi.objects.get(isi="Yang rahasia sekali.")
        halaman = reverse("aspirasi:kiriman", args=[rahasia.acuan])
        assert orang_lain.get(halaman).status_code == 302

    @pytest.mark.parametrize("sebab", ["lama", "pin"])
    def test_of_a_joined_one_does_not_open_it_for_ever(
        self, client: Client, pemeran: Any, sebab: str
    ) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati.")
        data = isian(telepon="081234567890")
        kode_dan_pin(client.post(ikut(lama), data, follow=True))
        if sebab == "pin":
            satu = Aspirasi.objects.get(digabung_ke=lama)
            ganti_pin(aspirasi=satu, alasan="Kehilangan PIN.", oleh=pemeran.staf)
        with pada(sekarang() + dt.timedelta(hours=25 if sebab == "lama" else 0)):
            respons = Client().post(ikut(lama), data)
        assert respons["Location"] == reverse("aspirasi:lacak")

    def test_other_words_under_a_used_key_are_not_swallowed(
        self, client: Client, pemeran: Any
    ) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati.")
        data = isian()
        client.post(ikut(lama), data)
        isi = client.post(ikut(lama), data | {"isi": "Di RT 4 juga mati."}).content.decode()
        assert "Di RT 4 juga mati." in isi
        assert "lain isinya" in isi
        assert data["kunci"] not in isi


def test_a_copied_cookie_opens_nothing_of_who_comes_next(client: Client, pemeran: Any) -> None:
    satu, dua = buat(pemeran.kampung, isi="Milik orang pertama."), buat(pemeran.kampung)
    masuk_pengirim(client, satu)
    salinan = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post(reverse("aspirasi:kiriman_lupakan"))
    masuk_pengirim(client, dua)
    pencuri = Client()
    pencuri.cookies[settings.SESSION_COOKIE_NAME] = salinan
    for milik in (satu, dua):
        halaman = reverse("aspirasi:kiriman", args=[milik.aspirasi.acuan])
        assert pencuri.get(halaman).status_code == 302


@pytest.mark.parametrize(
    ("tentang", "jangkauan_baru", "tentang_baru"),
    [
        (Tentang.PETUGAS_KECAMATAN, Jangkauan.KECAMATAN, Tentang.TIDAK),
        (Tentang.PETUGAS_KECAMATAN, Jangkauan.KECAMATAN, Tentang.APARAT_KAMPUNG),
        (Tentang.APARAT_KAMPUNG, Jangkauan.PUBLIK, Tentang.TIDAK),
        (Tentang.APARAT_KAMPUNG, Jangkauan.PETUGAS, Tentang.TIDAK),
    ],
)
def test_an_official_never_widens(
    pemeran: Any, tentang: str, jangkauan_baru: str, tentang_baru: str
) -> None:
    aspirasi = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN, tentang=tentang).aspirasi
    with pytest.raises(TidakBisa, match="hanya boleh mempersempit"):
        pembaca.persempit(
            aspirasi=aspirasi,
            jangkauan=jangkauan_baru,
            tentang=tentang_baru,
            alasan=ALASAN,
            oleh=pemeran.camat,
        )


@pytest.mark.parametrize("cara", ["tolak", "tarik"])
def test_a_wish_to_open_dies_with_the_kiriman(pemeran: Any, cara: str) -> None:
    aspirasi = periksa(buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi, pemeran.staf)
    pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)
    if cara == "tarik":
        kiriman.tarik(aspirasi=aspirasi)
    else:
        jawab.tutup_negatif(aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan=ALASAN, oleh=pemeran.staf)
    with pytest.raises(TidakBisa):
        pembaca.umumkan(aspirasi=aspirasi, isi_publik="Isi.", oleh=pemeran.staf)
    aspirasi.refresh_from_db()
    assert (aspirasi.jangkauan, aspirasi.nomor) == (Jangkauan.PETUGAS, None)


def test_no_danger_is_announced_for_what_speaks_of_none(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati.")
    data = {
        "judul": "Bahaya besar",
        "isi": "Jauhi tempat itu sekarang juga.",
        "kunci": kunci_baru(),
    }
    alamat = reverse("meja:aspirasi_tindakan", args=[aspirasi.acuan, "kabar-bahaya"])
    assert klien("aparat").post(alamat, data).status_code == 409
    assert not Kabar.objects.exists()


def test_numbers_of_people_stay_masked_in_what_is_shown(client: Client, pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung, isi="Selokan mampet.", jenis=Jenis.KELUHAN).aspirasi
    teks = "Selokan mampet, hubungi 0812-3456-7890."
    periksa(aspirasi, pemeran.staf, isi_publik=teks, alasan=ALASAN)
    aspirasi.refresh_from_db()
    assert "3456" not in aspirasi.isi_publik
    assert client.get("/aspirasi/", {"cari": "081234567890"}).context["halaman"].objek == []


def test_erasing_leaves_no_quotation_with_those_who_went_elsewhere(pemeran: Any) -> None:
    satu = terbit(pemeran.kampung, pemeran.staf, isi="Xylofon Pak Contoh roboh.")
    tujuan = terbit(pemeran.kampung, pemeran.staf, isi="Pagar balai roboh semua.")
    ikutan = layanan_ikut.bergabung(
        ke=satu, aspirasi=Aspirasi(), pengirim=Pengirim(), kunci=kunci_baru()
    ).aspirasi
    gabung.gabung(aspirasi=satu, ke=tujuan, alasan=ALASAN, oleh=pemeran.staf)
    penghapusan.hapus_semua(aspirasi=satu)
    ikutan.refresh_from_db()
    assert "Xylofon" not in ikutan.isi + ikutan.isi_publik + ikutan.judul


def test_danger_is_not_merged_into_what_is_none(pemeran: Any) -> None:
    bahaya = terbit(pemeran.kampung, pemeran.staf, isi="Tebing longsor.", bahaya=True)
    biasa = terbit(pemeran.kampung, pemeran.staf, isi="Tebing ditanami.")
    with pytest.raises(TidakBisa, match="tentang bahaya"):
        gabung.gabung(aspirasi=bahaya, ke=biasa, alasan=ALASAN, oleh=pemeran.staf)
    gabung.gabung(aspirasi=biasa, ke=bahaya, alasan=ALASAN, oleh=pemeran.staf)


@pytest.mark.django_db(transaction=True)
def test_approving_and_withdrawing_at_once_never_deadlock(pemeran: Any) -> None:
    """Both lock the kiriman first; one wins, the other is refused or finds it gone."""
    for _ in range(4):
        aspirasi = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati.")
        lampiran.tambah(aspirasi, [foto()])
        satu = Lampiran.objects.get(aspirasi=aspirasi)
        galat: list[BaseException] = []

        def jalan(fungsi: Any, galat: list[BaseException] = galat, **data: Any) -> None:
            try:
                fungsi(**data)
            except TidakBisa:
                pass
            except BaseException as e:
                galat.append(e)
            finally:
                connection.close()

        utas = [
            threading.Thread(
                target=jalan,
                args=(setujui_foto,),
                kwargs={"lampiran": satu, "oleh": pemeran.staf},
            ),
            threading.Thread(target=jalan, args=(kiriman.tarik,), kwargs={"aspirasi": aspirasi}),
        ]
        for u in utas:
            u.start()
        for u in utas:
            u.join()
        assert galat == []
