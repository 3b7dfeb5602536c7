"""The kakam says yes or no to what others entered in that name; until then one of the kecamatan
waits."""

from typing import Any

import pytest

from aspirasi.models import PertimbanganKeberatan
from core.models import Jejak
from proyek.enums import Pencatat, Tahap
from proyek.models import Keputusan
from proyek.services.cabut import cabut_proyek
from tests.alat.kabar import siarkan
from tests.pabrik.aspirasi import terbit
from tests.pabrik.isian_proyek import isian_dana, isian_keputusan, isian_lengkap, pdf
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_keputusan, buat_proyek
from warga.enums import Peran
from warga.models import Pengguna

KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}
TERBACA = {"aparat", "kakam"} | KECAMATAN
JUDUL = "Xylofon dibiayai"
TAK_BENAR = {"kata": "tidak", "alasan": "Saya belum menandatangani surat itu."}
BENAR = {"kata": "benar"}


def menunggu(klien: Any, pemeran: Any, **ganti: Any) -> Keputusan:
    """A decision that staf enters for a project of Sido Rejo, with its stage and its money."""
    proyek = buat_proyek(pemeran.kampung, tahap=Tahap.MASUK_RKP, mulai_nyata=None)
    dana = isian_dana(("dd", "2026", "90.000.000"))
    isi = isian_keputusan(judul=JUDUL, ke_tahap=Tahap.DIANGGARKAN) | dana | ganti
    respons = klien("staf").post(f"/keputusan/catat/?proyek={proyek.nomor}", isi)
    assert respons.status_code == 302
    return Keputusan.objects.get()


def sikap(keputusan: Keputusan) -> str:
    return f"{keputusan.get_absolute_url()}sikap/"


def isi(client: Any, alamat: str) -> str:
    return client.get(alamat).content.decode()


def test_nobody_else_reads_it_before_the_kakam_says_yes(klien, pemeran) -> None:
    keputusan = menunggu(klien, pemeran)
    proyek = keputusan.proyek
    siarkan()
    for siapa in SEMUA_PERAN:
        client, terbaca = klien(siapa), siapa in TERBACA
        assert client.get(keputusan.get_absolute_url()).status_code == (200 if terbaca else 404)
        for alamat in ("/keputusan/?cari=xylofon", proyek.get_absolute_url()):
            assert (keputusan.get_absolute_url() in isi(client, alamat)) == terbaca, (siapa, alamat)
        for alamat in ("/", "/kampung/sido-rejo/", "/kampung/informasi/"):
            assert JUDUL not in isi(client, alamat), (siapa, alamat)
        tentang = client.get(f"/forum/tulis/?keputusan={keputusan.nomor}")
        assert tentang.status_code in (302, 404)
    proyek.refresh_from_db()
    assert (proyek.tahap, proyek.pendanaan.count()) == (Tahap.MASUK_RKP, 0)
    assert not Jejak.objects.filter(objek_kunci=proyek.nomor, aksi="keputusan").exists()


def test_a_yes_opens_it_with_its_stage_and_its_money(klien, pemeran) -> None:
    keputusan = menunggu(klien, pemeran)
    siarkan()
    kakam, pengunjung = klien("kakam"), klien("pengunjung")
    for alamat in ("/kerja/keputusan/", sikap(keputusan)):  # what a yes will bring
        for kata in (keputusan.proyek.judul, "ianggarkan", "Rp90.000.000"):
            assert kata in isi(kakam, alamat).replace("\xa0", ""), (alamat, kata)
    assert "Keputusan dicatat atas nama Anda" in isi(kakam, "/kabar/pemberitahuan/")
    assert keputusan.get_absolute_url() in isi(kakam, "/kerja/keputusan/")
    for siapa in SEMUA_PERAN:
        if siapa not in ("kakam", "pengunjung"):
            status = 403 if siapa in TERBACA else 404
            assert klien(siapa).post(sikap(keputusan), BENAR).status_code == status, siapa
    for _ in range(2):
        assert kakam.post(sikap(keputusan), BENAR).status_code == 302
    proyek = keputusan.proyek
    proyek.refresh_from_db()
    assert (proyek.tahap, proyek.pendanaan.get().pagu) == (Tahap.DIANGGARKAN, 90_000_000)
    halaman = isi(pengunjung, keputusan.get_absolute_url())
    assert "Uang yang ditetapkan" in halaman
    assert keputusan.get_absolute_url() in isi(pengunjung, proyek.get_absolute_url())
    assert Jejak.objects.filter(objek_kunci=proyek.nomor, aksi="keputusan").count() == 1
    assert keputusan.get_absolute_url() not in isi(kakam, "/kerja/keputusan/")


def test_the_scan_opens_it_too(klien, pemeran) -> None:
    keputusan = menunggu(klien, pemeran)
    unggahan = {"jenis": "surat", "pindaian": pdf()}
    assert (
        klien("staf").post(f"{keputusan.get_absolute_url()}pindaian/", unggahan).status_code == 302
    )
    keputusan.refresh_from_db()
    assert keputusan.umum
    assert keputusan.proyek.tahap == Tahap.DIANGGARKAN


def test_with_its_scan_it_is_public_at_once(klien, pemeran) -> None:
    assert menunggu(klien, pemeran, pindaian=pdf()).umum


def test_a_project_opened_by_staf_waits_as_a_usulan(klien, pemeran) -> None:
    isian = isian_lengkap(kampung=pemeran.kampung.pk)
    halaman = klien("staf").post("/proyek/buka/", isian, follow=True).content.decode()
    assert "menunggu Kepala Kampung membenarkannya" in halaman
    keputusan = Keputusan.objects.get()
    proyek = keputusan.proyek
    assert (keputusan.umum, proyek.tahap, proyek.pendanaan.count()) == (False, Tahap.USULAN, 0)
    klien("kakam").post(sikap(keputusan), BENAR)
    proyek.refresh_from_db()
    assert (proyek.tahap, proyek.pendanaan.count()) == (Tahap.DIANGGARKAN, 2)


def test_a_no_keeps_it_closed_and_stands_on_the_desk_of_the_kecamatan(klien, pemeran) -> None:
    keputusan = menunggu(klien, pemeran)
    kosong = klien("kakam").post(sikap(keputusan), TAK_BENAR | {"alasan": " "})
    assert kosong.status_code == 200
    assert klien("kakam").post(sikap(keputusan), TAK_BENAR).status_code == 302
    assert TAK_BENAR["alasan"] in isi(klien("staf"), "/kerja/keputusan/")
    unggahan = {"jenis": "surat", "pindaian": pdf()}
    klien("staf").post(f"{keputusan.get_absolute_url()}pindaian/", unggahan)
    keputusan.refresh_from_db()
    assert not keputusan.umum
    berkas = keputusan.pindaian.get().berkas
    assert not berkas.publik
    assert klien("warga").get(berkas.alamat).status_code == 404
    klien("kakam").post(sikap(keputusan), BENAR)
    keputusan.refresh_from_db()
    assert keputusan.umum
    assert keputusan.pindaian.get().berkas.publik


def test_a_contest_is_public_at_once_and_ends_by_its_withdrawal_or_a_ralat(klien, pemeran) -> None:
    aparat = klien("aparat")
    aparat.post("/keputusan/catat/", isian_keputusan(judul=JUDUL))
    keputusan = Keputusan.objects.get()
    assert "Kepala Kampung ditanya" in isi(aparat, keputusan.get_absolute_url())
    kakam, pengunjung, staf = klien("kakam"), klien("pengunjung"), klien("staf")
    assert keputusan.get_absolute_url() in isi(kakam, "/kerja/keputusan/")
    kakam.post(sikap(keputusan), TAK_BENAR)
    for alamat in (keputusan.get_absolute_url(), "/keputusan/", "/"):
        assert "Disanggah Kepala Kampung" in isi(pengunjung, alamat), alamat
    assert TAK_BENAR["alasan"] in isi(pengunjung, keputusan.get_absolute_url())
    assert keputusan.get_absolute_url() in isi(staf, "/kerja/keputusan/")
    kakam.post(sikap(keputusan), BENAR)
    assert "Disanggah" not in isi(pengunjung, "/keputusan/")
    assert keputusan.get_absolute_url() not in isi(staf, "/kerja/keputusan/")
    ulang = kakam.post(sikap(keputusan), TAK_BENAR)
    assert "sudah membenarkan" in ulang.content.decode()


def test_the_kakam_is_not_asked_about_own_entries_and_of_the_kecamatan(klien, pemeran) -> None:
    klien("kakam").post("/keputusan/catat/", isian_keputusan())
    camat = {"dasar": "keputusan_camat", "ditetapkan_jabatan": "Camat Bangunrejo"}
    respons = klien("camat").post(
        "/keputusan/catat/", isian_keputusan(kampung="kecamatan", **camat)
    )
    assert respons.status_code == 302
    assert not Keputusan.objects.exclude(sikap=None).exists()
    milik = Keputusan.objects.get(kampung=None)
    assert (milik.pencatat, milik.umum) == (Pencatat.KECAMATAN, True)
    assert klien("kakam").get(sikap(milik)).status_code == 403


def test_senders_of_objections_are_told_when_it_opens(klien, pemeran) -> None:
    proyek = buat_proyek(pemeran.kampung, tahap=Tahap.USULAN)
    kirim = {"jenis": "keberatan", "proyek_disebut": proyek}
    keberatan = terbit(pemeran.kampung, pemeran.staf, isi="Jalannya terlalu sempit.", **kirim)
    kata = {"pertimbangan": "Lebarnya ditambah menjadi tiga meter."}
    isian = isian_keputusan(ke_tahap=Tahap.DITELAAH) | isian_dana() | kata
    klien("staf").post(f"/keputusan/catat/?proyek={proyek.nomor}", isian)
    keputusan = Keputusan.objects.get()
    tahu = Jejak.objects.filter(objek_kunci=keberatan.kunci_jejak, aksi="dipertimbangkan")
    assert PertimbanganKeberatan.objects.count() == 1
    assert not tahu.exists()
    assert keputusan.nomor not in isi(klien("pengunjung"), keberatan.get_absolute_url())
    klien("kakam").post(sikap(keputusan), BENAR)
    assert tahu.count() == 1
    assert keputusan.nomor in isi(klien("pengunjung"), keberatan.get_absolute_url())


def test_a_project_that_went_on_is_named_and_nothing_is_lost(klien, pemeran) -> None:
    keputusan = menunggu(klien, pemeran)
    proyek = keputusan.proyek
    type(proyek).objects.filter(pk=proyek.pk).update(tahap=Tahap.DIBATALKAN)
    halaman = klien("kakam").post(sikap(keputusan), BENAR)
    assert "tidak dapat dipindahkan" in halaman.content.decode()
    keputusan.refresh_from_db()
    assert not keputusan.umum


def test_its_number_tells_nothing_when_its_project_is_taken_back(klien, pemeran) -> None:
    keputusan = menunggu(klien, pemeran)
    cabut_proyek(proyek=keputusan.proyek, alasan="Terisi dua kali.", oleh=pemeran.kakam)
    for siapa in ("pengunjung", "bpk", "aparat_lain"):
        assert klien(siapa).get(keputusan.get_absolute_url()).status_code == 404, siapa


def test_a_kakam_who_left_is_told_nothing_more_of_it(klien, pemeran) -> None:
    keputusan = menunggu(klien, pemeran)
    siarkan()
    assert keputusan.judul in isi(klien("kakam"), "/kabar/pemberitahuan/")
    Pengguna.objects.filter(pk=pemeran.kakam.pk).update(peran=Peran.WARGA)
    assert keputusan.judul not in isi(klien("kakam"), "/kabar/pemberitahuan/")


@pytest.mark.parametrize("siapa", ["aparat", "staf", "bpk"])
def test_only_the_kakam_speaks(klien, pemeran, siapa: str) -> None:
    keputusan = buat_keputusan(pemeran.aparat)
    assert klien(siapa).post(sikap(keputusan), TAK_BENAR).status_code == 403
