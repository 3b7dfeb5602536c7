"""Checks of residents through the front door: everybody's pages, and who sees what."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.jaga.alamat import samarkan
from core.models import Berkas
from core.waktu import pada
from laporan.enums import Penilaian
from laporan.models import CekWarga, FotoCek
from laporan.models.tentang import Tentang
from laporan.services.cek import IsianCek
from laporan.services.cek_baca import loloskan_cek
from meja.urusan import hitung
from tests.alat.baca import teks
from tests.alat.jam import saat
from tests.alat.moderasi import sidik_halaman, tampilkan_di_meja
from tests.pabrik.berkas import buat_berkas, foto
from tests.pabrik.cek import terbukti, tulis
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.pemeran import KECAMATAN, SEMUA_PERAN

pytestmark = pytest.mark.django_db
KATA = "Talud baru 3 meter."


def alamat(tentang: Tentang) -> str:
    return f"/laporan/cek/{tentang.nomor}/tulis/"


def halaman(tentang: Tentang) -> list[str]:
    """Everybody's pages on which a check stands."""
    proyek = tentang.proyek
    semua = [proyek.get_absolute_url(), f"/laporan/cek/proyek/{proyek.nomor}/", "/laporan/"]
    return [*semua, tentang.laporan.get_absolute_url()] if tentang.laporan else semua


def kirim(client: Client, tentang: Tentang, **isi: Any) -> Any:
    return client.post(alamat(tentang), {"penilaian": "tidak_sesuai", "isi": KATA} | isi)


def terkirim(client: Client, foto: FotoCek) -> bool:
    """Return whether this person gets the bytes of a photo."""
    jawaban = client.get(foto.berkas.alamat)
    return bool(b"".join(jawaban)) if jawaban.streaming else False


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_checks_and_who_reads_why_not(
    klien: Any, pemeran: Any, tentang: Tentang, siapa: str
) -> None:
    client = klien(siapa)
    boleh = siapa in {"pengunjung", "warga", "aparat_lain"}
    assert client.get(alamat(tentang)).status_code == (200 if boleh else 302)
    jawaban = kirim(client, tentang, kunci="x" * 30)
    assert CekWarga.objects.exists() is boleh
    tujuan = alamat(tentang) if boleh else tentang.laporan.get_absolute_url()
    assert jawaban.url == tujuan
    for satu in halaman(tentang):
        assert client.get(satu).status_code == 200


def test_a_visitor_is_told_the_truth_held_and_counted_apart(
    klien: Any, client: Client, pemeran: Any, tentang: Tentang
) -> None:
    form = teks(client.get(alamat(tentang)))
    assert "Nama Anda tidak kami tampilkan, tetapi orang yang mengenal tempatnya" in form
    kirim(client, tentang)
    milik = teks(client.get(alamat(tentang)))
    assert "menunggu dibaca petugas kecamatan" in milik
    assert KATA in milik
    for satu in halaman(tentang):
        isi = teks(Client().get(satu))
        assert KATA not in isi
        assert ("1 cek menunggu dibaca" in isi) is (satu != "/laporan/")
        assert "Belum ada warga yang mengecek" not in isi
    assert "Tombol yang sama membuka cek Anda" in teks(
        Client().get(tentang.laporan.get_absolute_url())
    )
    staf = klien("staf")
    assert KATA in teks(staf.get("/kerja/tertahan/"))
    assert hitung(pemeran.staf)["cek"] == 1
    cek = CekWarga.objects.get()
    jalan = f"/kerja/tertahan/cek/{cek.pk}/tampilkan/"
    assert klien("kakam").post(jalan).status_code == 403
    tampilkan_di_meja(staf, "cek", cek.pk)
    for satu in halaman(tentang):
        isi = teks(Client().get(satu))
        assert (KATA in isi) is (satu != "/laporan/")
        assert ("1 tidak sesuai" in isi) is ("/cek/" not in satu)
    assert "Tanpa akun, dihitung terpisah: 1 tidak sesuai" in teks(
        Client().get(tentang.proyek.get_absolute_url())
    )


def test_the_waiting_time_is_that_of_the_kecamatan(client: Client, tentang: Tentang) -> None:
    with pada(saat("2026-11-26")):
        for ke in range(3):
            assert "paling lama sejak" not in teks(client.get(tentang.proyek.get_absolute_url()))
            tulis(Tentang(tentang.proyek), isian=IsianCek("pertanyaan", f"Mengapa {ke}?"))
    with pada(saat("2026-11-27")):
        isi = teks(client.get(tentang.proyek.get_absolute_url()))
    assert "paling lama sejak Kamis, 26 November 2026" in isi
    assert "dibaca paling lambat Jumat, 27 November 2026" in isi


def test_a_kampung_is_named_from_twenty_proven_accounts_on(
    client: Client, pemeran: Any, tentang: Tentang
) -> None:
    tulis(tentang, terbukti(pemeran))
    isi = teks(client.get(tentang.proyek.get_absolute_url()))
    assert "Warga Kampung Sido Rejo" not in isi
    bukti = dt.datetime.now(dt.UTC)
    for ke in range(19):
        PenggunaFactory(
            kampung=tentang.proyek.kampung,
            telepon=f"+62812000000{ke:02}",
            telepon_terbukti_pada=bukti,
        )
    for satu in halaman(tentang):
        assert ("Warga Kampung Sido Rejo" in teks(client.get(satu))) is (satu != "/laporan/")


def test_no_page_tells_the_day_or_the_name(klien: Any, pemeran: Any, tentang: Tentang) -> None:
    pemeran.warga.nama = "Wiji Thukul"
    with pada(saat("2026-11-27")):
        satu = tulis(tentang, terbukti(pemeran))
    milik = [*halaman(tentang), satu.get_absolute_url(), "/admin/laporan/cekwarga/"]
    milik.append(f"/admin/laporan/cekwarga/{satu.pk}/change/")
    for siapa in set(SEMUA_PERAN) - {"warga"}:  # who reads the own name in the menu
        for alamat_satu in milik:
            jawaban = klien(siapa).get(alamat_satu)
            if jawaban.status_code != 200:
                assert alamat_satu.startswith("/admin/")
                continue
            isi = teks(jawaban)
            assert "Wiji" not in isi
            assert "27 November" not in isi
            assert "2026-11-27" not in isi
            assert ("minggu 23–29 November 2026" in isi) is (alamat_satu != "/laporan/")


def test_the_order_within_a_week_tells_no_day(tentang: Tentang) -> None:
    for hari in ("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-16"):
        with pada(saat(hari)):
            tulis(Tentang(tentang.proyek))
    semua = list(CekWarga.objects.urut())
    assert semua[-1].minggu == dt.date(2026, 11, 16)
    assert semua[:3] == sorted(semua[:3], key=lambda satu: satu.urutan)


def test_photos_of_a_difference_are_for_kecamatan_and_sender(
    klien: Any, client: Client, pemeran: Any, tentang: Tentang
) -> None:
    kirim(client, tentang, foto=[foto("red"), foto("blue")])
    kirim(klien("warga"), tentang, foto=foto("white"), foto_umum="on")
    assert FotoCek.objects.count() == 3
    for satu in CekWarga.objects.all():
        loloskan_cek(tulisan=satu, oleh=pemeran.staf)
    tertutup = FotoCek.objects.filter(cek__foto_umum=False).first()
    terbuka = FotoCek.objects.get(cek__foto_umum=True)
    assert tertutup
    for siapa in SEMUA_PERAN:
        boleh = siapa in KECAMATAN
        assert terkirim(klien(siapa), tertutup) is boleh
        assert terkirim(klien(siapa), terbuka)
        isi = teks(klien(siapa).get(tertutup.cek.get_absolute_url()))
        assert (tertutup.berkas.alamat in isi) is boleh
    assert terkirim(client, tertutup)
    assert tertutup.berkas.alamat in teks(client.get(tertutup.cek.get_absolute_url()))
    isi = teks(Client().get(tentang.proyek.get_absolute_url()))
    assert terbuka.berkas.alamat in isi
    assert tertutup.berkas.nama not in isi


def test_photos_outlive_an_error_and_a_second_send(client: Client, tentang: Tentang) -> None:
    kunci = client.get(alamat(tentang)).context["kunci"]
    salah = kirim(client, tentang, isi="", foto=foto(), kunci=kunci)
    assert "1 foto sudah kami simpan" in teks(salah)
    for _ in range(2):
        kirim(client, tentang, foto=foto("blue"), kunci=kunci)
    assert (CekWarga.objects.count(), FotoCek.objects.count()) == (1, 2)
    assert CekWarga.objects.get().diperbaiki_pada is None
    pertama: Any = FotoCek.objects.order_by("pk").first()
    kirim(client, tentang, hapus_foto=[str(pertama.pk)])  # the number of a row stands nowhere
    assert FotoCek.objects.count() == 2
    huruf = samarkan(pertama.pk, untuk="foto_cek")
    assert f'value="{huruf}"' in client.get(alamat(tentang)).text
    kirim(client, tentang, hapus_foto=[huruf])
    assert (FotoCek.objects.count(), Berkas.objects.count()) == (1, 1)
    rusak = kirim(client, tentang, isi="Lain.", foto=foto(isi=b"bukan foto"))
    assert "tidak tersimpan" in teks(rusak)
    assert "sekali lagi untuk mengirimnya tanpa foto itu" in teks(rusak)
    assert "Lain." in teks(rusak)
    buang = kirim(client, tentang, isi="", foto=foto("white"))
    kirim(client, tentang, kunci=buang.context["kunci"], buang_foto="on")
    assert FotoCek.objects.count() == 1


def test_the_sender_corrects_and_takes_back_others_cannot(
    klien: Any, client: Client, pemeran: Any, tentang: Tentang
) -> None:
    kirim(client, tentang)
    satu = CekWarga.objects.get()
    loloskan_cek(tulisan=satu, oleh=pemeran.staf)
    for lain in (Client(), klien("warga"), klien("staf"), klien("kakam")):
        lain.post(alamat(tentang), {"tarik": "ya"})
    assert CekWarga.objects.get().umum
    kirim(client, tentang, penilaian="pertanyaan", isi="Kapan selesai?")
    assert "Cek Anda sudah diperbaiki" in teks(client.get(alamat(tentang)))
    assert Client().get(satu.get_absolute_url()).status_code == 404
    assert client.get(satu.get_absolute_url()).status_code == 200
    loloskan_cek(tulisan=satu, oleh=pemeran.staf)
    assert "Diperbaiki pengirimnya" in teks(Client().get(tentang.proyek.get_absolute_url()))
    client.post(alamat(tentang), {"tarik": "ya"})
    isi = teks(Client().get(tentang.proyek.get_absolute_url()))
    assert "Ditarik pengirimnya" in isi
    assert "Kapan selesai?" not in isi
    kirim(client, tentang)
    assert CekWarga.objects.count() == 2
    client.post("/laporan/cek/lupakan/")
    assert "Cek laporan ini" in teks(client.get(alamat(tentang)))


def test_a_name_is_blacked_out_or_hidden_with_a_listed_reason(
    klien: Any, client: Client, tentang: Tentang
) -> None:
    kirim(client, tentang, isi="Pak Slamet mengambil semennya.")
    cek = CekWarga.objects.get()
    staf = klien("staf")
    baca = reverse("meja:cek_baca", args=[cek.pk])
    assert baca in teks(staf.get("/kerja/tertahan/"))
    assert klien("kakam").get(baca).status_code == 403
    assert (
        ">Kata yang dihitamkan</label>" in staf.get(baca).text
    )  # nothing says that it may be empty
    isi = {
        "tindakan": "hitamkan",
        "hitamkan-kata": "Slamet",
        "hitamkan-alasan": "Menyebut nama orang.",
        "dibaca": sidik_halaman(staf.get(baca).text)[:1],
    }
    assert staf.post(baca, isi).url == "/kerja/tertahan/"
    umum = teks(Client().get(cek.get_absolute_url()))
    assert "Slamet" not in umum
    assert "Menyebut nama orang." in umum
    staf.post(baca, {"tindakan": "sembunyikan", "sembunyikan-sebab": "kritik"})
    assert CekWarga.objects.get().umum
    staf.post(baca, {"tindakan": "sembunyikan", "sembunyikan-sebab": "orang"})
    assert Client().get(cek.get_absolute_url()).status_code == 404
    milik = teks(client.get(alamat(tentang)))
    assert "disembunyikan petugas, karena: Menyebut nama" in milik


def test_a_check_stays_with_its_report(klien: Any, pemeran: Any, tentang: Tentang) -> None:
    tulis(tentang, terbukti(pemeran))
    tulis(Tentang(tentang.proyek), pemeran.warga, IsianCek("sesuai"))
    isi = teks(klien("pengunjung").get(f"/laporan/cek/proyek/{tentang.proyek.nomor}/"))
    assert f'tentang laporan <a href="/laporan/{tentang.nomor}/">' in isi
    assert "tentang pekerjaan di antara laporan" in isi
    for penilaian in Penilaian:
        jalan = f"/laporan/cek/proyek/{tentang.proyek.nomor}/?penilaian={penilaian}"
        isi = teks(klien("pengunjung").get(jalan))
        assert isi.count('class="baris__judul"') == (penilaian != "pertanyaan")


@pytest.mark.parametrize(
    "isi",
    [
        {},
        {"penilaian": "bagus", "isi": "x"},
        {"penilaian": "tidak_sesuai"},
        {"penilaian": "tidak_sesuai", "isi": " \u200b\u3164 "},
        {"penilaian": "pertanyaan", "isi": "x" * 100_000},
        {"penilaian": "sesuai", "isi": "a\0b"},
        {"penilaian": "sesuai", "hapus_foto": ["abc"]},
    ],
)
def test_nonsense_is_refused_and_kept(client: Client, tentang: Tentang, isi: Any) -> None:
    jawaban = client.post(alamat(tentang), isi)
    if "hapus_foto" not in isi:
        assert "Ada yang perlu diperbaiki" in teks(jawaban)
        assert not CekWarga.objects.exists()
    for jalan in ("PRJ-2020-9999", "LAP-2020-9999", "x"):
        assert client.post(f"/laporan/cek/{jalan}/tulis/", isi).status_code == 404
    assert client.get("/laporan/cek/x/").status_code == 404


def test_too_many_from_one_network_wait_and_keep_their_words(
    tentang: Tentang, settings: Any
) -> None:
    settings.JATAH_PER_JAM = settings.JATAH_PER_JAM | {"cek": 1}
    for _ in range(3):
        jawaban = kirim(Client(), tentang)
    assert "sedang banyak cek masuk" in teks(jawaban)
    assert KATA in teks(jawaban)


def test_pages_ask_as_much_for_many_as_for_one(klien: Any, pemeran: Any, tentang: Tentang) -> None:
    orang = terbukti(pemeran)
    tulis(tentang, orang)
    tulis(Tentang(tentang.proyek), orang)
    for ke in range(8):
        satu = tulis(tentang, PenggunaFactory(), IsianCek("pertanyaan", f"Ke-{ke}?"))
        if ke % 2:
            FotoCek.objects.create(cek=satu, berkas=buat_berkas())
            loloskan_cek(tulisan=satu, oleh=pemeran.staf)
    milik = [*halaman(tentang), satu.get_absolute_url(), alamat(tentang)]
    for siapa in SEMUA_PERAN:
        client = klien(siapa)
        for jalan in milik:
            client.get(jalan)
            with CaptureQueriesContext(connection) as kueri:
                client.get(jalan)
            assert len(kueri) <= 12, (siapa, jalan, len(kueri))
