"""Drafts of people without a desk: they see their own, and nothing else of an office."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from laporan.models import LaporanKemajuan, PenulisLaporan
from laporan.services.jadwal import susun
from laporan.services.penulis import cabut_penulis
from laporan.services.serah import kembalikan_draf
from laporan.services.tarik import tarik_semua
from proyek.enums import Tahap
from proyek.models import Proyek
from tests.alat.baca import sebaris
from tests.pabrik.berkas import foto
from tests.pabrik.laporan import alamat_tulis, buat_laporan, isian, tunjuk
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_proyek
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
SAYA = "/laporan/saya/"
NOMOR = "0812-9999-0000"


def kode_berkas(client: Any, foto: Any) -> int:
    """Return the status of the answer for the file of a photo."""
    respons = client.get(foto.berkas.alamat)
    if respons.status_code == 200:
        assert b"".join(respons.streaming_content)
    return int(respons.status_code)


def alamat(proyek: Proyek) -> str:
    return f"/laporan/penulis/{proyek.nomor}/"


@pytest.fixture
def tpk(proyek: Proyek, pemeran: Any) -> Pengguna:
    """A resident who may write drafts of the project."""
    orang: Pengguna = PenggunaFactory(nama="Slamet")
    tunjuk(proyek, orang, pemeran.aparat)
    return orang


@pytest.fixture
def draf(proyek: Proyek, tpk: Pengguna) -> LaporanKemajuan:
    return buat_laporan(proyek, tpk, foto=1, terbit=False)


def test_from_the_request_to_the_report(klien: Any, pemeran: Any, proyek: Proyek) -> None:
    orang = PenggunaFactory(telepon="+6281299990000", telepon_terbukti_pada=pemeran.warga.dibuat)
    aparat, warga, kakam = klien("aparat"), klien(orang), klien("kakam")
    assert alamat(proyek) in sebaris(aparat.get(proyek.get_absolute_url()))
    isi = {"sebutan": "Pak Slamet", "kontak": NOMOR}
    assert "belum dijawab orangnya" in sebaris(aparat.post(alamat(proyek), isi, follow=True))
    satu = PenulisLaporan.objects.get()
    assert SAYA in sebaris(warga.get("/akun/"))
    assert "Saya bersedia" in sebaris(warga.get(SAYA))
    warga.post(f"{SAYA}{satu.pk}/", {"jawab": "ya"})
    assert f"akun {orang.nama}" in sebaris(aparat.get(alamat(proyek)))
    assert alamat_tulis(proyek) in sebaris(warga.get(SAYA))

    data = isian(proyek) | {"foto": [foto()]}
    warga.post(alamat_tulis(proyek), data)
    draf = LaporanKemajuan.objects.get()
    jalur = f"/laporan/draf/{draf.pk}/"
    assert kode_berkas(warga, draf.foto.get()) == 200
    halaman = sebaris(warga.get(jalur))
    assert "Kirim ke penerbit" in halaman
    assert f"{jalur}terbitkan/" not in halaman
    warga.post(f"{jalur}kirim/")
    assert "Menunggu diterbitkan" in sebaris(warga.get(SAYA))
    kembalikan_draf(laporan=draf, catatan="Fotonya kabur.", oleh=pemeran.kakam)
    assert "Fotonya kabur." in sebaris(warga.get(jalur))
    warga.post(f"{jalur}kirim/")
    kakam.post(f"{jalur}terbitkan/")
    draf.refresh_from_db()
    assert draf.nomor
    assert warga.get(draf.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("ekor", ["", "ubah/"])
@pytest.mark.parametrize("siapa", ["tpk", *SEMUA_PERAN])
def test_who_reads_and_who_changes_the_draft_of_a_writer(
    klien: Any, draf: LaporanKemajuan, tpk: Pengguna, siapa: str, ekor: str
) -> None:
    kode = klien(tpk if siapa == "tpk" else siapa).get(f"/laporan/draf/{draf.pk}/{ekor}")
    boleh = {"tpk": 200, "aparat": 200, "kakam": 200, "pengunjung": 302}
    kecamatan = dict.fromkeys(("staf", "petugas_rahasia", "camat", "admin"), 403 if ekor else 200)
    assert kode.status_code == (boleh | kecamatan).get(siapa, 404)


def test_a_writer_never_publishes_and_never_sends_back(
    klien: Any, draf: LaporanKemajuan, tpk: Pengguna
) -> None:
    client, jalur = klien(tpk), f"/laporan/draf/{draf.pk}/"
    assert client.post(f"{jalur}terbitkan/").status_code == 403
    assert client.get(f"{jalur}kembalikan/").status_code == 403
    draf.refresh_from_db()
    assert draf.nomor is None


def test_a_draft_that_waits_is_taken_again_before_it_is_changed(
    klien: Any, draf: LaporanKemajuan, tpk: Pengguna
) -> None:
    client, jalur = klien(tpk), f"/laporan/draf/{draf.pk}/"
    client.post(f"{jalur}kirim/")
    for ekor in ("ubah/", "foto/", "hapus/", f"foto/{draf.foto.get().pk}/hapus/"):
        assert client.post(jalur + ekor).status_code == 403, ekor
    assert "Ambil lagi untuk diubah" in sebaris(client.get(jalur))
    client.post(f"{jalur}ambil/")
    assert client.get(f"{jalur}ubah/").status_code == 200


def test_a_writer_sees_no_other_draft_and_corrects_nothing(
    klien: Any, proyek: Proyek, pemeran: Any, tpk: Pengguna
) -> None:
    client = klien(tpk)
    lain = [
        buat_laporan(proyek, pemeran.aparat, foto=1, terbit=False),
        buat_laporan(buat_proyek(pemeran.kampung), tpk, foto=1, terbit=False),
    ]
    for satu in lain:
        assert client.get(f"/laporan/draf/{satu.pk}/").status_code == 404
        assert kode_berkas(client, satu.foto.get()) == 404
    terbit = buat_laporan(proyek, pemeran.kakam, foto=1, periode="2026-09-01")
    perbaiki = f"{alamat_tulis(proyek)}?perbaiki={terbit.nomor}"
    assert client.get(perbaiki).status_code == 404
    assert client.post(perbaiki, isian(proyek)).status_code == 404
    assert client.get(alamat_tulis(buat_proyek(pemeran.kampung))).status_code == 404
    assert client.get(alamat(proyek)).status_code == 404


@pytest.mark.parametrize(
    "diubah", [{"narasi": "Pak Kades menjual semennya."}, {"keterangan": "Lain"}]
)
def test_what_a_writer_changes_after_it_was_seen_is_not_published_unseen(
    klien: Any, proyek: Proyek, draf: LaporanKemajuan, tpk: Pengguna, diubah: dict[str, str]
) -> None:
    client, kakam, jalur = klien(tpk), klien("kakam"), f"/laporan/draf/{draf.pk}/"
    client.post(f"{jalur}kirim/")
    dilihat = kakam.get(jalur).context["dilihat"]
    client.post(f"{jalur}ambil/")
    client.post(f"{jalur}ubah/", isian(proyek) | {"foto": [foto()]} | diubah)
    client.post(f"{jalur}kirim/")
    respons = kakam.post(f"{jalur}terbitkan/", {"dilihat": dilihat}, follow=True)
    assert "diubah sesudah Anda membukanya" in sebaris(respons)
    assert not LaporanKemajuan.objects.terbit().exists()
    kakam.post(f"{jalur}terbitkan/", {"dilihat": respons.context["dilihat"]})
    assert LaporanKemajuan.objects.terbit().exists()


def test_days_whose_report_was_taken_back_are_told_of_anew_by_a_writer(
    klien: Any, proyek: Proyek, tpk: Pengguna, pemeran: Any
) -> None:
    """Its draft is a further revision, and no correction: nothing stands for those days."""
    lama = buat_laporan(proyek, pemeran.kakam, foto=1)
    tarik_semua(laporan=lama, alasan="Fotonya dari proyek lain.", oleh=pemeran.kakam)
    client = klien(tpk)
    respons = client.post(alamat_tulis(proyek), isian(proyek) | {"foto": [foto()]}, follow=True)
    draf = LaporanKemajuan.objects.draf().get()
    assert (draf.revisi, respons.status_code) == (2, 200)
    jalur = f"/laporan/draf/{draf.pk}/"
    assert jalur in sebaris(client.get(SAYA))
    assert kode_berkas(client, draf.foto.get()) == 200
    assert client.get(f"{jalur}ubah/").status_code == 200
    assert client.post(f"{jalur}kirim/").status_code == 302
    assert draf.penyerahan.menunggu


def test_a_naming_that_is_taken_back_closes_the_draft_which_stays_with_the_office(
    klien: Any, draf: LaporanKemajuan, tpk: Pengguna, pemeran: Any
) -> None:
    client = klien(tpk)
    cabut_penulis(penulis=PenulisLaporan.objects.get(), oleh=pemeran.aparat)
    assert client.get(f"/laporan/draf/{draf.pk}/").status_code == 404
    assert kode_berkas(client, draf.foto.get()) == 404
    assert klien("aparat").get(f"/laporan/draf/{draf.pk}/").status_code == 200


def test_a_fasilitator_writes_for_the_own_kampung_alone(
    klien: Any, proyek: Proyek, pemeran: Any
) -> None:
    client = klien("fasilitator")
    client.post(alamat_tulis(proyek), isian(proyek) | {"foto": [foto()]})
    jalur = f"/laporan/draf/{LaporanKemajuan.objects.get().pk}/"
    assert "Kirim ke penerbit" in sebaris(client.get(jalur))
    assert client.post(f"{jalur}kirim/").status_code == 302
    lain = buat_proyek(pemeran.kampung_lain)
    assert client.get(alamat_tulis(lain)).status_code == 404
    assert alamat_tulis(lain) not in sebaris(client.get(SAYA))


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_only_the_own_office_asks_and_takes_back(
    klien: Any, proyek: Proyek, tpk: Pengguna, siapa: str
) -> None:
    client, satu = klien(siapa), PenulisLaporan.objects.get()
    boleh = siapa in ("aparat", "kakam")
    gagal = 302 if siapa == "pengunjung" else 404
    isi = {"sebutan": "Orang", "kontak": NOMOR}
    assert client.post(alamat(proyek), isi).status_code == (302 if boleh else gagal)
    assert client.post(f"{alamat(proyek)}{satu.pk}/cabut/").status_code == (302 if boleh else gagal)
    satu.refresh_from_db()
    assert bool(satu.dicabut_pada) == boleh
    assert PenulisLaporan.objects.exclude(pk=satu.pk).exists() == boleh


def test_a_request_of_others_is_not_answered(klien: Any, tpk: Pengguna, pemeran: Any) -> None:
    satu = PenulisLaporan.objects.get()
    for jawab in ("ya", "tidak"):
        respons = klien("warga").post(f"{SAYA}{satu.pk}/", {"jawab": jawab}, follow=True)
        assert "tidak berlaku" in sebaris(respons)
    assert klien("warga").post(f"{SAYA}999999/").status_code == 404
    satu.refresh_from_db()
    assert (satu.pengguna, satu.dicabut_pada) == (tpk, None)


@pytest.mark.parametrize("kontak", ["", "x", "0812", "a@b", "\0", "0725-123456", "9" * 300])
def test_a_contact_that_is_none_keeps_what_was_typed(
    klien: Any, proyek: Proyek, kontak: str, pemeran: Any
) -> None:
    respons = klien("aparat").post(alamat(proyek), {"sebutan": "Pak Slamet", "kontak": kontak})
    assert respons.context["form"].errors["kontak"]
    assert "Pak Slamet" in sebaris(respons)
    assert not PenulisLaporan.objects.exists()


def test_a_form_sent_twice_asks_once(klien: Any, proyek: Proyek, pemeran: Any) -> None:
    isi = {"sebutan": "Pak Slamet", "kontak": NOMOR, "kunci": "k" * 32}
    for _ in range(2):
        assert klien("aparat").post(alamat(proyek), isi).status_code == 302
    assert PenulisLaporan.objects.count() == 1


def test_one_page_of_tasks_asks_the_database_no_more_for_more_rows(
    klien: Any, pemeran: Any
) -> None:
    def ongkos() -> int:
        client.get(SAYA)
        with CaptureQueriesContext(connection) as catatan:
            client.get(SAYA)
        return len(catatan)

    def tambah() -> None:
        proyek = buat_proyek(pemeran.kampung)
        tunjuk(proyek, pemeran.warga, pemeran.aparat)
        buat_laporan(proyek, pemeran.warga, terbit=False)

    client = klien("warga")
    tambah()
    awal = ongkos()
    for _ in range(3):
        tambah()
    assert ongkos() == awal <= 12


@pytest.mark.parametrize("siapa", sorted(SEMUA_PERAN))
def test_the_first_page_leads_a_fasilitator_to_the_reports(
    klien: Any, pemeran: Any, siapa: str
) -> None:
    tampak = SAYA in sebaris(klien(siapa).get("/"))
    assert tampak is (siapa == "fasilitator")


def test_a_writer_is_led_to_no_form_where_nothing_is_to_be_written(
    klien: Any, tpk: Pengguna, proyek: Proyek
) -> None:
    tombol = f'href="{alamat_tulis(proyek)}"'
    client = klien(tpk)
    assert tombol in sebaris(client.get(SAYA))
    Proyek.objects.update(mulai_nyata="2026-11-30", tahap=Tahap.SELESAI, selesai_nyata="2026-11-30")
    proyek.refresh_from_db()
    buat_laporan(proyek, tpk, periode=datetime.date(2026, 11, 30), sampai="2026-11-30")
    susun(proyek=proyek)
    assert tombol not in sebaris(client.get(SAYA))
    assert "Belum ada yang perlu ditulis" in sebaris(client.get(SAYA))
    halaman = sebaris(client.get(alamat_tulis(proyek), follow=True))
    assert "Tidak ada laporan yang perlu ditulis sekarang" in halaman
    assert "Perbaiki laporan ini" not in halaman
