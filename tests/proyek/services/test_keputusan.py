"""Decisions: the list, one decision, and entering one."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from core.galat import TidakBisa
from core.models import Jejak
from core.waktu import hari_ini, pada
from proyek.enums import PINTU_TAHAP, Tahap
from proyek.models import Keputusan, Proyek
from proyek.services.keputusan import catat_keputusan
from tests.alat.baca import kunci
from tests.pabrik.aspirasi import terbit
from tests.pabrik.isian_proyek import isian_dana, isian_keputusan, pdf
from tests.pabrik.kampung import KampungFactory
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import ALASAN, buat_dana, buat_keputusan, buat_proyek

CATAT = "/keputusan/catat/"
KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}
SENDIRI = {"aparat", "kakam"}


def teks(respons) -> str:
    assert respons.status_code == 200
    return respons.content.decode()


def catat(client, proyek: Proyek, **ganti):
    isi = isian_keputusan(**ganti) | isian_dana()
    return client.post(f"{CATAT}?proyek={proyek.nomor}", isi)


def test_the_reason_stands_on_the_list_and_first_on_the_page(klien, pemeran) -> None:
    proyek = buat_proyek()
    keputusan = buat_keputusan(
        pemeran.kakam, proyek=proyek, nomor_surat="140/12/2026", ditetapkan_nama="Karto"
    )
    client = klien("pengunjung")
    assert ALASAN in teks(client.get("/keputusan/"))
    isi = teks(client.get(keputusan.get_absolute_url()))
    assert isi.index(ALASAN) < isi.index("masuk anggaran tahun 2026")
    for bagian in ("140/12/2026", "Musyawarah kampung", "Kepala Kampung Sido Rejo", "Karto"):
        assert bagian in isi
    assert pemeran.kakam.nama not in isi
    assert f"/aspirasi/kirim/?proyek={proyek.nomor}&amp;kampung=sido-rejo" in isi


def test_an_empty_list_is_friendly(client, db) -> None:
    assert "Belum ada keputusan yang dicatat" in teks(client.get("/keputusan/"))


def test_an_unknown_decision_is_not_found(client, db) -> None:
    assert client.get("/keputusan/KEP-2026-9999/").status_code == 404


@pytest.mark.parametrize(
    ("saringan", "ada"),
    [
        ("kampung=sido-rejo", True),
        ("kampung=bangun-rejo", False),
        ("dasar=muskam", True),
        ("dasar=keputusan_camat", False),
        ("tahun=2026", True),
        ("tahun=2025", False),
        ("cari=rabat", True),
        ("cari=140%2F12", True),
        ("cari=jembatan", False),
        ("cari=%00&dasar=ngawur&tahun=1e9", True),
    ],
)
def test_the_list_can_be_narrowed(client, pemeran, saringan, ada) -> None:
    keputusan = buat_keputusan(pemeran.kakam, nomor_surat="140/12")
    buat_keputusan(pemeran.kakam, judul="Yang lama", tanggal_surat=datetime.date(2025, 3, 1))
    isi = teks(client.get(f"/keputusan/?{saringan}"))
    assert (keputusan.judul in isi) is ada


@pytest.mark.parametrize("banyak", [1, 3])
def test_the_list_costs_the_same_for_every_row(
    client, pemeran, banyak: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(banyak):
        buat_keputusan(pemeran.kakam, proyek=buat_proyek())
    with django_assert_num_queries(3):  # one finds the years to choose from
        client.get("/keputusan/")


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_may_enter_a_decision(klien, pemeran, siapa: str) -> None:
    boleh = SENDIRI | KECAMATAN | {"aparat_lain", "bpk"}
    respons = klien(siapa).get(CATAT)
    assert respons.status_code == (302 if siapa == "pengunjung" else 200 if siapa in boleh else 403)
    isi = klien(siapa).get("/keputusan/").content.decode()
    assert (CATAT in isi) == (siapa in boleh)


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_may_decide_about_a_project(klien, pemeran, siapa: str) -> None:
    proyek = buat_proyek(tahap=Tahap.USULAN)
    respons = catat(klien(siapa), proyek, ke_tahap=Tahap.DITELAAH)
    berhasil = siapa in SENDIRI | KECAMATAN | {"bpk"}
    assert respons.status_code == (302 if berhasil or siapa == "pengunjung" else 403)
    assert Keputusan.objects.exists() == berhasil


@pytest.mark.parametrize(
    ("dari", "ke"),
    [
        (dari, ke)
        for ke, pintu in PINTU_TAHAP.items()
        if pintu.lewat_keputusan
        for dari in sorted(pintu.dari)
    ],
)
def test_a_decision_opens_the_door_to_the_next_stage(klien, pemeran, dari, ke) -> None:
    proyek = buat_proyek(tahap=dari, pagu=100)
    catat(klien("aparat"), proyek, ke_tahap=ke)
    proyek.refresh_from_db()
    assert proyek.tahap == ke
    assert Jejak.objects.filter(objek_kunci=proyek.nomor, aksi="keputusan", ke=ke).exists()


@pytest.mark.parametrize("ke", [Tahap.BERJALAN, Tahap.DIANGGARKAN, Tahap.SELESAI])
def test_a_door_that_is_not_there_stays_shut(klien, pemeran, ke) -> None:
    proyek = buat_proyek(tahap=Tahap.USULAN)
    assert "Pilihan itu tidak ada" in teks(catat(klien("aparat"), proyek, ke_tahap=ke))
    assert not Keputusan.objects.exists()


def test_a_negative_decision_needs_a_full_sentence(klien, pemeran) -> None:
    proyek = buat_proyek(tahap=Tahap.DIBAHAS)
    ke = Tahap.TIDAK_DIPRIORITASKAN
    isi = teks(catat(klien("aparat"), proyek, ke_tahap=ke, alasan="Dana kurang."))
    assert isi.count("satu kalimat penuh") == 2  # in the summary and at the field
    assert catat(klien("aparat"), proyek, ke_tahap=ke).status_code == 302


def test_the_database_wants_the_sentence_too(pemeran) -> None:
    proyek = buat_proyek(tahap=Tahap.DIBAHAS)
    with pytest.raises(IntegrityError), transaction.atomic():
        buat_keputusan(pemeran.kakam, proyek=proyek, ke_tahap=Tahap.DIBATALKAN, alasan="Batal.")
    with pytest.raises(IntegrityError), transaction.atomic():
        buat_keputusan(pemeran.kakam, alasan="  ")


def test_a_decision_can_bring_money(klien, pemeran) -> None:
    proyek = buat_proyek(tahap=Tahap.MASUK_RKP)
    alamat = f"{CATAT}?proyek={proyek.nomor}"
    putusan = isian_keputusan(ke_tahap=Tahap.DIANGGARKAN)
    assert "harus punya sumber dana" in teks(klien("aparat").post(alamat, putusan | isian_dana()))
    dana = isian_dana(("dd", "2026", "90.000.000"))
    assert klien("aparat").post(alamat, putusan | dana).status_code == 302
    assert proyek.pendanaan.get().pagu == 90_000_000
    isi = klien("pengunjung").get(proyek.get_absolute_url()).content.decode()
    assert "Keputusan: sudah dianggarkan (Rp\u00a090.000.000 dari Dana Desa)" in isi


def test_money_that_is_there_already_is_named(klien, pemeran) -> None:
    proyek = buat_proyek()
    buat_dana(proyek, 100)
    isi = isian_keputusan() | isian_dana(("dd", "2026", "50"))
    respons = klien("aparat").post(f"{CATAT}?proyek={proyek.nomor}", isi)
    assert "sudah tercatat untuk proyek ini" in teks(respons)


def test_a_row_more_keeps_everything(klien, pemeran) -> None:
    proyek = buat_proyek()
    isi = isian_keputusan(judul="") | isian_dana(("dd", "2026", "50")) | {"tambah_baris": "1"}
    halaman = teks(klien("aparat").post(f"{CATAT}?proyek={proyek.nomor}", isi))
    assert 'name="dana-3-pagu"' in halaman
    assert f'name="dana-3-tahun" value="{hari_ini().year}"' in halaman
    assert ALASAN in halaman
    assert "Ada yang perlu diperbaiki" not in halaman


def test_a_standing_decision_belongs_to_the_kampung_of_its_writer(klien, pemeran) -> None:
    klien("aparat").post(
        CATAT, isian_keputusan(kampung=pemeran.kampung_lain.pk) | {"pindaian": pdf()}
    )
    keputusan = Keputusan.objects.get()
    assert (keputusan.kampung, keputusan.proyek, keputusan.ke_tahap) == (pemeran.kampung, None, "")
    assert keputusan.pindaian.get().berkas.publik


def test_the_kecamatan_says_for_which_kampung(klien, pemeran) -> None:
    assert "Bagian ini harus diisi" in teks(klien("camat").post(CATAT, isian_keputusan()))
    klien("camat").post(CATAT, isian_keputusan(kampung=pemeran.kampung_lain.pk))
    assert Keputusan.objects.get().kampung == pemeran.kampung_lain


def test_a_second_send_enters_nothing_more(klien, pemeran) -> None:
    client = klien("aparat")
    isi = isian_keputusan(kunci=kunci(client, CATAT))
    pertama, kedua = client.post(CATAT, isi), client.post(CATAT, isi)
    assert pertama["Location"] == kedua["Location"]
    assert Keputusan.objects.count() == 1


def test_a_second_send_moves_no_further(klien, pemeran) -> None:
    proyek = buat_proyek(tahap=Tahap.USULAN)
    client, alamat = klien("aparat"), f"{CATAT}?proyek={proyek.nomor}"
    isi = isian_keputusan(ke_tahap=Tahap.DITELAAH, kunci=kunci(client, alamat)) | isian_dana()
    pertama, kedua = client.post(alamat, isi), client.post(alamat, isi)
    assert pertama["Location"] == kedua["Location"]


def test_two_officials_deciding_at_once_do_not_both_win(klien, pemeran) -> None:
    proyek = buat_proyek(tahap=Tahap.USULAN)
    halaman = klien("kakam").get(f"{CATAT}?proyek={proyek.nomor}")
    assert halaman.status_code == 200
    Proyek.objects.filter(pk=proyek.pk).update(tahap=Tahap.DITELAAH)
    isi = teks(catat(klien("kakam"), proyek, ke_tahap=Tahap.DITELAAH))
    assert ALASAN in isi
    assert not Keputusan.objects.exists()


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"alasan": ""}, "Bagian ini harus diisi"),
        ({"alasan": "a\0b"}, "tidak dapat disimpan"),
        ({"isi": "x" * 100_000}, "Terlalu panjang"),
        ({"tanggal_surat": "2126-01-01"}, "tidak wajar"),
        ({"tanggal_surat": "0001-01-01"}, "tidak wajar"),
        ({"dasar": "bisikan"}, "Pilihan itu tidak ada"),
        ({"pindaian": pdf(b"GIF89a")}, "Gambar GIF belum dapat dipakai"),
        ({"berlaku_mulai": "9999-12-31"}, "tidak wajar"),
    ],
)
def test_bad_input_is_named_and_the_rest_is_kept(klien, pemeran, ganti, pesan) -> None:
    isi = teks(klien("aparat").post(CATAT, isian_keputusan(**ganti)))
    assert pesan in isi
    assert "140/12/2026" in isi
    assert not Keputusan.objects.exists()


@pytest.mark.parametrize("nomor", ["PRJ-2026-9999", "%00", "'; --"])
def test_a_decision_about_nothing_is_not_found(klien, pemeran, nomor) -> None:
    assert klien("staf").get(f"{CATAT}?proyek={nomor}").status_code == 404


def test_a_form_from_before_new_year_is_taken_after_it(klien, pemeran) -> None:
    with pada(datetime.datetime(2027, 1, 1, 0, 5, tzinfo=datetime.UTC)):
        respons = klien("aparat").post(CATAT, isian_keputusan() | isian_dana())
    assert respons.status_code == 302


def test_the_future_is_refused(klien, pemeran) -> None:
    besok = (hari_ini() + datetime.timedelta(days=1)).isoformat()
    isi = teks(klien("aparat").post(CATAT, isian_keputusan(tanggal_surat=besok)))
    assert "sesudah hari ini" in isi


def test_the_invented_kampung_has_decisions_too(klien, pemeran) -> None:
    contoh = KampungFactory(contoh=True)
    klien("staf").post(CATAT, isian_keputusan(kampung=contoh.pk))
    assert Keputusan.objects.get().kampung == contoh


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"dasar": "keputusan_kakam"}, "Pilihan itu tidak ada"),
        ({"ke_tahap": Tahap.MASUK_RKP}, "Pilihan itu tidak ada"),
    ],
)
def test_the_bpk_enters_only_what_a_meeting_decides(klien, pemeran, ganti, pesan) -> None:
    proyek = buat_proyek(tahap=Tahap.DIBAHAS)
    assert pesan in teks(catat(klien("bpk"), proyek, **ganti))
    assert "Contoh: Ketua BPK Kampung" in teks(klien("bpk").get(CATAT))
    uang = isian_keputusan() | isian_dana(("dd", "2026", "50"))
    assert klien("bpk").post(f"{CATAT}?proyek={proyek.nomor}", uang).status_code == 302
    keputusan = Keputusan.objects.get()
    assert (keputusan.pencatat, keputusan.umum, keputusan.dana) == ("bpk", True, [])
    assert not proyek.pendanaan.exists()
    assert CATAT in teks(klien("bpk").get(proyek.get_absolute_url()))


def test_the_service_holds_the_bpk_to_its_meetings(pemeran) -> None:
    for ganti in ({"dasar": "keputusan_kakam"}, {"dana": [["dd", 2026, 50]]}):
        isi = {"judul": "Rabat", "isi": "Dibiayai.", "alasan": ALASAN, "dasar": "muskam"} | ganti
        isi |= {"tanggal_surat": hari_ini(), "ditetapkan_jabatan": "Ketua BPK"}
        with pytest.raises(TidakBisa):
            catat_keputusan(keputusan=Keputusan(kampung=pemeran.kampung, **isi), oleh=pemeran.bpk)


def test_one_of_the_kecamatan_stands_with_each_kampung_it_concerns(klien, pemeran) -> None:
    camat = {"dasar": "keputusan_camat", "ditetapkan_jabatan": "Camat Bangunrejo"}
    isi = isian_keputusan(kampung="kecamatan", kampung_lain=[pemeran.kampung.pk])
    lipat = '<details class="lipat"{}>'  # the list of all kampung opens only when it is needed
    assert lipat.format("") in klien("camat").get(CATAT).content.decode()
    salah = klien("camat").post(CATAT, isi | {"dasar": "muskam"}).content.decode()
    assert lipat.format(" open") in salah
    for kurang in ({"dasar": "muskam"}, {"ditetapkan_jabatan": "Kepala Kampung"}):
        assert klien("camat").post(CATAT, isi | camat | kurang).status_code == 200
    assert klien("camat").post(CATAT, isi | camat).status_code == 302
    keputusan = Keputusan.objects.get()
    assert (keputusan.kampung, keputusan.pencatat) == (None, "kecamatan")
    pengunjung = klien("pengunjung")
    for alamat in (
        *("/", "/keputusan/", "/keputusan/?kampung=sido-rejo", "/kampung/sido-rejo/"),
        *("/kampung/sido-rejo/informasi/", keputusan.get_absolute_url()),
    ):
        assert "Kecamatan Bangunrejo" in teks(pengunjung.get(alamat))
        assert keputusan.nomor in teks(pengunjung.get(alamat)) or alamat in (
            "/",
            "/kampung/sido-rejo/",
        )
    assert keputusan.nomor not in teks(pengunjung.get("/keputusan/?kampung=bangun-rejo"))
    assert klien("kakam").get(f"{keputusan.get_absolute_url()}pindaian/").status_code == 403


def test_a_decision_names_the_money_and_the_wishes_of_its_project(klien, pemeran) -> None:
    proyek = buat_proyek(tahap=Tahap.MASUK_RKP, judul="Talut Dusun 3")
    suara = terbit(pemeran.kampung, pemeran.staf, isi="Tebing Dusun 3 longsor.", jenis="usulan")
    suara.tautan_proyek.create(proyek=proyek, oleh=pemeran.staf)
    isi = isian_keputusan(ke_tahap=Tahap.DIANGGARKAN) | isian_dana(("dd", "2026", "90.000.000"))
    klien("kakam").post(f"{CATAT}?proyek={proyek.nomor}", isi)
    halaman = teks(klien("pengunjung").get(Keputusan.objects.get().get_absolute_url()))
    for kata in ("Talut Dusun 3", suara.nomor, "Rp\u00a090.000.000", "Pindaian suratnya belum"):
        assert kata in halaman
