"""Acts of aparat on a project: start, stop, finish."""

import datetime

import pytest

from core.galat import TidakBisa
from core.models import Jejak
from core.waktu import hari_ini
from proyek.enums import Tahap
from proyek.models import Gerak, Proyek
from proyek.services.tahap import ubah_tahap
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import HARI, buat_proyek

BOLEH = {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"}
ALAMAT = ("ubah", "tahap", "pencairan")


def isian(ke: str, **ganti: str) -> dict[str, str]:
    return {"ke": ke, "tanggal": "2026-11-02", "alasan": ""} | ganti


TETAP = isian(Tahap.SELESAI, alasan="Talutnya memang belum dibayar.", tetap="1")


@pytest.fixture
def proyek(db: None) -> Proyek:
    return buat_proyek(pagu=1_000_000)


@pytest.mark.parametrize("alamat", ALAMAT)
@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_may_act(klien, proyek, siapa: str, alamat: str) -> None:
    for respons in (
        klien(siapa).get(f"{proyek.get_absolute_url()}{alamat}/"),
        klien(siapa).post(f"{proyek.get_absolute_url()}{alamat}/", {}),
    ):
        diharapkan = 302 if siapa == "pengunjung" else 200 if siapa in BOLEH else 403
        assert respons.status_code == diharapkan
    assert not Gerak.objects.pencairan().exists()


@pytest.mark.parametrize("alamat", ALAMAT)
def test_an_unknown_project_is_not_found(klien, db, alamat: str) -> None:
    assert klien("staf").get(f"/proyek/PRJ-2026-9999/{alamat}/").status_code == 404


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_links_to_the_acts_are_shown_to_those_who_may(klien, proyek, siapa: str) -> None:
    isi = klien(siapa).get(proyek.get_absolute_url()).content.decode()
    for alamat in ALAMAT:
        assert (alamat in isi) == (siapa in BOLEH)
    # The BPK enters what a musyawarah decided.
    assert (f"/keputusan/catat/?proyek={proyek.nomor}" in isi) == (siapa in BOLEH | {"bpk"})
    assert (f"/laporan/tulis/{proyek.nomor}/" in isi) == (siapa in {"aparat", "kakam"})


@pytest.mark.parametrize(
    ("dari", "ke", "judul"),
    [
        (Tahap.DIANGGARKAN, Tahap.BERJALAN, "Mulai dikerjakan"),
        (Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA, "Dihentikan sementara"),
        (Tahap.DIHENTIKAN_SEMENTARA, Tahap.BERJALAN, "Dikerjakan lagi"),
        (Tahap.BERJALAN, Tahap.SELESAI, "Selesai dikerjakan"),
        (Tahap.SELESAI, Tahap.SERAH_TERIMA, "Sudah diserahterimakan"),
    ],
)
def test_an_act_moves_the_project_and_stands_in_its_trail(klien, pemeran, dari, ke, judul) -> None:
    proyek = buat_proyek(tahap=dari)
    klien("aparat").post(
        f"{proyek.get_absolute_url()}tahap/", isian(ke, alasan="Hujan terus-menerus.", tetap="1")
    )
    proyek.refresh_from_db()
    assert proyek.tahap == ke
    isi = klien("pengunjung").get(proyek.get_absolute_url()).content.decode()
    assert judul in isi
    assert "Hujan terus-menerus." in isi
    assert "2 November 2026" in isi


def test_dates_of_the_work_are_kept(klien, pemeran) -> None:
    proyek = buat_proyek(tahap=Tahap.DIANGGARKAN, mulai_nyata=None)
    alamat = f"{proyek.get_absolute_url()}tahap/"
    klien("aparat").post(alamat, isian(Tahap.BERJALAN, tanggal="2026-10-05"))
    klien("aparat").post(alamat, TETAP | {"tanggal": "2026-11-20"})
    proyek.refresh_from_db()
    assert proyek.mulai_nyata == datetime.date(2026, 10, 5)
    assert proyek.selesai_nyata == datetime.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"ke": ""}, "Bagian ini harus diisi"),
        ({"ke": Tahap.DIANGGARKAN}, "Pilihan itu tidak ada"),
        ({"ke": Tahap.DIHENTIKAN_SEMENTARA}, "mengapa pekerjaan berhenti"),
        ({"ke": Tahap.DIHENTIKAN_SEMENTARA, "alasan": "   "}, "mengapa pekerjaan berhenti"),
        ({"tanggal": "2126-01-01"}, "tidak wajar"),
        ({"tanggal": ""}, "Bagian ini harus diisi"),
        ({"tanggal": "2026-07-05"}, "sebelum pekerjaan dimulai"),
        ({"alasan": "a\0b"}, "tidak dapat disimpan"),
        ({"alasan": "x" * 100_000}, "Terlalu panjang"),
    ],
)
def test_bad_input_moves_nothing(klien, proyek, ganti, pesan) -> None:
    isi = isian(Tahap.SELESAI) | ganti
    respons = klien("aparat").post(f"{proyek.get_absolute_url()}tahap/", isi)
    assert pesan in respons.content.decode()
    proyek.refresh_from_db()
    assert proyek.tahap == Tahap.BERJALAN


def test_tomorrow_has_not_happened_yet(klien, proyek) -> None:
    besok = (hari_ini() + datetime.timedelta(days=1)).isoformat()
    alamat = f"{proyek.get_absolute_url()}tahap/"
    respons = klien("aparat").post(alamat, isian(Tahap.SELESAI, tanggal=besok))
    assert "sesudah hari ini" in respons.content.decode()


@pytest.mark.parametrize("tahap", [Tahap.USULAN, Tahap.DIBATALKAN, Tahap.SERAH_TERIMA])
def test_where_only_a_decision_leads_on_the_page_says_so(klien, pemeran, tahap) -> None:
    proyek = buat_proyek(tahap=tahap)
    alamat = f"{proyek.get_absolute_url()}tahap/"
    respons = klien("aparat").post(alamat, isian(Tahap.BERJALAN), follow=True)
    assert respons.redirect_chain[-1][0] == proyek.get_absolute_url()
    assert "memerlukan keputusan" in respons.content.decode()


def test_a_second_send_says_that_the_stage_has_moved(klien, proyek) -> None:
    alamat = f"{proyek.get_absolute_url()}tahap/"
    client = klien("aparat")
    assert client.post(alamat, TETAP).status_code == 302
    respons = client.post(alamat, TETAP, follow=True)
    assert "Tahap ini sudah dicatat" in respons.content.decode()
    assert Jejak.objects.filter(aksi="tahap").count() == 1


@pytest.mark.parametrize(
    ("persen", "belanja", "belum"),
    [
        (None, None, ["Belum ada laporan kemajuan", "belum dilaporkan"]),
        (72, 1_000_000, ["Laporan terakhir menyebut 72"]),
        (100, 400_000, ["600.000 yang belum dibelanjakan"]),
        (100, 1_000_000, []),
    ],
)
def test_finishing_is_asked_again_when_something_does_not_fit(
    klien, proyek, pemeran, persen, belanja, belum
) -> None:
    dana = proyek.pendanaan.get()
    if persen is not None:
        buat_laporan(proyek, pemeran.kakam, persen=persen, belanja={dana: belanja})
    alamat, kampung = f"{proyek.get_absolute_url()}tahap/", klien("aparat")
    antara = kampung.post(alamat, isian(Tahap.SELESAI)).content.decode()
    proyek.refresh_from_db()
    assert (proyek.tahap == Tahap.SELESAI) == (not belum)
    assert all(kata in antara for kata in belum)
    if not belum:
        return
    assert "Mengapa tetap dicatat selesai?" in antara
    assert "(boleh dikosongkan)" not in antara
    kosong = kampung.post(alamat, isian(Tahap.SELESAI, tetap="1")).content.decode()
    assert "Tulis mengapa proyek ini tetap dicatat selesai" in kosong
    assert "Tetap catat selesai" in kosong
    kembali = kampung.post(alamat, TETAP | {"tetap": "", "kembali": "1"}).content.decode()
    assert TETAP["alasan"] in kembali
    assert "Mulai, berhenti, atau selesai" in kembali
    kampung.post(alamat, TETAP)
    proyek.refresh_from_db()
    assert proyek.tahap == Tahap.SELESAI
    assert TETAP["alasan"] in klien("pengunjung").get(proyek.get_absolute_url()).content.decode()


def test_the_service_wants_the_reason_too(proyek, pemeran) -> None:
    with pytest.raises(TidakBisa, match="tetap dicatat selesai"):
        ubah_tahap(proyek=proyek, ke=Tahap.SELESAI, tanggal=HARI, oleh=pemeran.kakam, alasan=" ")


def test_who_acts_on_a_stage_that_is_no_more_sees_the_new_one(klien, proyek) -> None:
    alamat, satu, dua = f"{proyek.get_absolute_url()}tahap/", klien("aparat"), klien("staf")
    satu.post(alamat, isian(Tahap.DIHENTIKAN_SEMENTARA, alasan="Banjir.", dari="berjalan"))
    respons = dua.post(alamat, TETAP | {"dari": "berjalan"}).content.decode()
    assert "baru saja diubah orang lain: sekarang “Dihentikan sementara”" in respons
    assert "Dikerjakan lagi" in respons
    assert TETAP["alasan"] in respons
    dua.post(alamat, isian(Tahap.BERJALAN, dari="dihentikan_sementara"))
    proyek.refresh_from_db()
    assert proyek.tahap == Tahap.BERJALAN
