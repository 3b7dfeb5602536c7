"""A report is written on one page: photos come with the words, and the rest may be passed over."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from laporan.bacaan.bantuan import saat_foto
from laporan.enums import Macam, Sebagai, TahapFoto
from laporan.models import LaporanKemajuan
from laporan.rentang import Rentang
from laporan.services.serah import kirim_draf
from tests.alat.baca import teks_terbuka
from tests.pabrik.berkas import foto
from tests.pabrik.laporan import OKTOBER, alamat_tulis, buat_laporan, isian
from tests.pabrik.orang import pejabat
from tests.pabrik.proyek import buat_proyek
from warga.enums import NamaJabatan


def test_photos_come_with_the_words(klien: Any, proyek: Any) -> None:
    isi = isian(
        proyek, foto=[foto(nama="a.jpg"), foto(nama="b.jpg")], tahap="100", keterangan="Sisi timur"
    )
    halaman = teks_terbuka(klien("aparat").post(alamat_tulis(proyek), isi, follow=True))
    draf = LaporanKemajuan.objects.get()
    assert {(f.tahap, f.keterangan) for f in draf.foto.all()} == {(100, "Sisi timur")}
    assert draf.foto.count() == 2
    assert "Beginilah warga akan melihatnya" in halaman


def test_the_stage_of_the_photos_follows_what_is_awaited(klien: Any) -> None:
    hari = datetime.date(2026, 11, 10)
    isi = {"mulai_nyata": hari, "selesai_rencana": hari + datetime.timedelta(days=40)}
    proyek = buat_proyek(frekuensi_laporan="tahapan", **isi)
    form = klien("aparat").get(alamat_tulis(proyek)).context["form"]
    assert form["tahap"].value() == TahapFoto.AWAL
    assert saat_foto(Rentang(Macam.AKHIR, hari, hari)) == TahapFoto.AKHIR
    assert saat_foto(Rentang(Macam.BERKALA, hari, hari)) == TahapFoto.TENGAH


def test_help_names_the_last_percent_the_money_left_and_the_earlier_photos(
    klien: Any, proyek: Any, pemeran: Any
) -> None:
    dana = proyek.pendanaan.get()
    lama = buat_laporan(
        proyek, pemeran.kakam, persen=Decimal("37.5"), belanja={dana: 300_000}, foto=1
    )
    halaman = teks_terbuka(klien("aparat").get(alamat_tulis(proyek)))
    assert f"Terakhir 37,5% ({lama.nomor}, Oktober 2026)." in halaman
    assert "Sudah dibelanjakan Rp 300.000 dari anggaran Rp 1.000.000; sisanya Rp 700.000" in (
        halaman.replace("\xa0", " ")
    )
    assert "Lihat foto terdahulu" in halaman


def test_workers_and_weather_are_optional_shown_and_copied(
    klien: Any, client: Client, proyek: Any
) -> None:
    isi = isian(proyek, hok_l="120", hok_p="0", keluarga_miskin="7", cuaca="hujan", foto=foto())
    klien("kakam").post(alamat_tulis(proyek), isi)
    draf = LaporanKemajuan.objects.get()
    assert (draf.hok_l, draf.hok_p, draf.pekerja_l) == (120, 0, None)
    klien("kakam").post(f"/laporan/draf/{draf.pk}/terbitkan/")
    draf.refresh_from_db()
    halaman = teks_terbuka(client.get(draf.get_absolute_url()))
    assert "HOK laki-laki" in halaman
    assert "Kadang hujan" in halaman
    assert "Pekerja laki-laki" not in halaman
    assert (draf.perbaikan().hok_l, draf.perbaikan().cuaca) == (120, "hujan")


@pytest.mark.parametrize(
    ("sebagai", "kata"),
    [
        (Sebagai.KAKAM, "oleh Kepala Kampung"),
        (Sebagai.SEKRETARIS, "atas nama Kepala Kampung"),
    ],
)
def test_the_page_says_in_which_office_it_was_published(
    client: Client, klien: Any, proyek: Any, pemeran: Any, sebagai: str, kata: str
) -> None:
    draf = buat_laporan(proyek, pemeran.aparat, terbit=False, foto=1, periode=OKTOBER)
    orang = pemeran.kakam
    if sebagai == Sebagai.SEKRETARIS:
        orang = pejabat(NamaJabatan.SEKRETARIS, proyek.kampung.instansi)
    klien(orang).post(f"/laporan/draf/{draf.pk}/terbitkan/")
    draf.refresh_from_db()
    assert draf.diterbitkan_sebagai == sebagai
    assert kata in teks_terbuka(client.get(draf.get_absolute_url()))


def test_whoever_may_not_publish_tells_whoever_may(klien: Any, proyek: Any, pemeran: Any) -> None:
    draf = buat_laporan(proyek, pemeran.aparat, terbit=False, foto=1)
    halaman = klien("aparat").get(draf.get_absolute_url()).content.decode()
    assert "wa.me" not in halaman  # nobody is told of a draft that does not wait yet
    kirim_draf(laporan=draf, oleh=pemeran.aparat)
    halaman = klien("aparat").get(draf.get_absolute_url()).content.decode()
    assert "https://wa.me/?text=Draf%20laporan%20Oktober%202026" in halaman
    assert "Terbitkan</button>" not in halaman
    halaman = klien("kakam").get(draf.get_absolute_url()).content.decode()
    assert "wa.me" not in halaman
    assert "Terbitkan</button>" in halaman
