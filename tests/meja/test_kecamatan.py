"""All kampung on one page: its figures, their lists, its order, its sheet and its workbook."""

import datetime as dt
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from aspirasi.models import Aspirasi
from core.waktu import hari_ini, sekarang
from laporan.enums import Macam
from laporan.models import JadwalLaporan
from meja.kecamatan.angka import Angka, baca, jumlahkan
from meja.kecamatan.banding import juta
from meja.kecamatan.kalimat import TIADA, sorotan
from meja.kecamatan.tabel import tabel
from proyek.enums import Tahap
from proyek.models import Lpj, Proyek
from tests.alat.baca import sebaris
from tests.laporan.test_bulan import sel
from tests.pabrik.anggaran import anggaran_terbit
from tests.pabrik.angka import cairkan
from tests.pabrik.aspirasi import jam_sampai, terbit
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import KECAMATAN, SEMUA_PERAN
from tests.pabrik.proyek import buat_proyek
from warga.models import Kampung

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
HALAMAN, LEMBAR, BUKU = (f"/kerja/kecamatan/{ekor}" for ekor in ("", "lembar/", "xlsx/"))
SEHARI = dt.timedelta(days=1)


def jadwal(proyek: Proyek, tenggat: dt.date) -> JadwalLaporan:
    awal = tenggat - 20 * SEHARI
    return JadwalLaporan.objects.create(
        proyek=proyek,
        macam=Macam.BERKALA,
        urutan=1,
        awal=awal,
        akhir=tenggat - 6 * SEHARI,
        langkah_mulai=awal,
        jatah_hari=5,
        janji=tenggat,
        tenggat=tenggat,
    )


@pytest.fixture
def isi(pemeran: Any) -> Any:
    """One of everything that is counted, in the cast's own kampung."""
    hari = hari_ini()
    proyek = buat_proyek(pemeran.kampung, pagu=50_000_000, judul="Rabat beton Dusun 3")
    cairkan(proyek, pemeran.kakam, "dd", 20_000_000)
    buat_laporan(proyek, pemeran.kakam, belanja={proyek.pendanaan.get(): 12_500_000})
    jadwal(proyek, hari + 2 * SEHARI)
    jadwal(proyek, hari - 9 * SEHARI)
    buat_proyek(pemeran.kampung, tahap=Tahap.DIHENTIKAN_SEMENTARA)
    buat_proyek(pemeran.kampung, tahap=Tahap.SELESAI, selesai_nyata=hari - SEHARI)
    lama = terbit(pemeran.kampung, pemeran.staf, isi="Selokan depan balai mampet.")
    Aspirasi.objects.filter(pk=lama.pk).update(
        dibuat=sekarang() - 30 * SEHARI, **jam_sampai(hari - 4 * SEHARI)
    )
    terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan Dusun 3 mati.")
    Lpj.objects.create(
        kampung=pemeran.kampung, tahun=hari.year - 1, nomor="1", tanggal=hari, oleh=pemeran.kakam
    )
    return pemeran


def baris(client: Client, nama: str, ekor: str = "") -> list[str]:
    """The words of one row of the table, cell by cell."""
    halaman = client.get(HALAMAN + ekor).content.decode().split("hanya-sempit")[0]
    semua = re.findall(r"<tr>.*?</tr>", halaman, re.DOTALL)
    (satu,) = (b for b in semua if f">{nama}<" in b)
    sel = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", satu, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", kata).split()) for kata in sel]


def test_the_figures_of_a_kampung(klien: Any, isi: Any) -> None:
    kunci = Lpj.objects.get().pk
    uang = {"anggaran": 50_000_000, "dicairkan": 20_000_000, "dibelanjakan": 12_500_000}
    assert baca()[isi.kampung.pk] == Angka(1, 1, 2, 1, 1, 1, 1, **uang, lpj=1, kunci_lpj=kunci)
    camat = klien("camat")
    angka = [*"1121111", "50", "20", "12,5"]
    assert baris(camat, isi.kampung.nama)[1:] == [*angka, "sudah", "belum"]
    kosong = baris(camat, isi.kampung_lain.nama)[1:]
    assert kosong == [*"0000000", *["? (belum diketahui)"] * 3, "belum", "belum"]
    anggaran_terbit(kampung=isi.kampung, tahun=hari_ini().year)
    assert baris(camat, isi.kampung.nama)[-1] == "sudah"
    assert baris(camat, "Jumlah")[1:] == [*angka, "1 dari 17", "1 dari 17"]


def test_unknown_is_not_zero(isi: Any) -> None:
    """Sums are of what is known; nothing known is unknown."""
    assert jumlahkan([Angka(dicairkan=5), Angka(), Angka(dicairkan=0)]).dicairkan == 5
    assert jumlahkan([Angka(), Angka()]).dicairkan is None
    assert jumlahkan([Angka(dicairkan=0), Angka()]).dicairkan == 0
    assert [juta(n) for n in (None, 0, 1, 49_999, 60_000, 1_250_500_000)] == [
        *("?", "0", "<0,1", "<0,1", "0,1", "1.250,5"),
    ]  # fmt: skip


def test_every_number_leads_to_a_list_of_as_many(klien: Any, isi: Any) -> None:
    camat = klien("camat")
    terlihat = {}
    for baris in camat.get(HALAMAN).context["tabel"].baris:
        for satu in baris.sel:
            if baris.kampung != isi.kampung:
                continue
            respons = camat.get(satu.alamat.partition("#")[0])
            assert respons.status_code == 200, satu.alamat
            terlihat[satu.kolom.nama] = (satu.nilai, respons)
    for nama in ("baru", "terlambat", "belum_dijawab"):
        nilai, respons = terlihat[nama]
        assert respons.context["filter"].banyak == nilai, nama
    assert terlihat["belum_lapor"][1].context["per_kampung"][0].banyak == 1
    assert len(terlihat["jatuh_tempo"][1].context["dekat"]) == 1
    assert len(terlihat["dihentikan"][1].context["halaman"].objek) == 1
    assert terlihat["belum_dievaluasi"][1].context["filter"].banyak == 1
    tanpa = camat.get(HALAMAN).context["tabel"].tanpa.sel[0].alamat
    assert camat.get(tanpa).context["filter"].banyak == 0


def test_kampung_stand_by_their_names_until_a_reader_sorts(klien: Any, isi: Any) -> None:
    """The sheet keeps the order of the names: nobody is ranked on paper."""
    camat = klien("camat")
    nama = [b.nama for b in camat.get(HALAMAN).context["baris"]]
    assert nama == sorted(nama)
    assert (len(nama), nama[0] == isi.kampung.nama) == (17, False)
    diurut = camat.get(f"{HALAMAN}?urut=anggaran").context["baris"]
    assert diurut[0].nama == isi.kampung.nama
    assert [b.nama for b in diurut[1:]] == [n for n in nama if n != isi.kampung.nama]
    for ganjil in ("", "x", "%00", "anggaran%27", "x" * 5000):
        assert [b.nama for b in camat.get(f"{HALAMAN}?urut={ganjil}").context["baris"]] == nama
    lembar = camat.get(f"{LEMBAR}?urut=anggaran")
    assert [b.nama for b in lembar.context["tabel"].baris] == nama


def test_the_invented_kampung_counts_in_no_sum(klien: Any, isi: Any) -> None:
    camat = klien("camat")
    Kampung.objects.filter(pk=isi.kampung.pk).update(contoh=True)
    assert baris(camat, "Jumlah")[1:8] == list("0000000")
    assert baris(camat, f"{isi.kampung.nama} (rekaan)")[1:4] == list("112")
    halaman = sebaris(camat.get(HALAMAN))
    assert "Laporan yang paling lama ditunggu" not in halaman
    assert TIADA in halaman


def test_three_sentences_name_things_and_kampung(klien: Any, isi: Any) -> None:
    halaman = sebaris(klien("camat").get(HALAMAN))
    assert "Laporan yang paling lama ditunggu: Rabat beton Dusun 3 (" in halaman
    assert f"Laporan yang belum ada, menurut kampung: {isi.kampung.nama} (1)." in halaman
    nomor = Aspirasi.objects.terlambat().get().nomor
    assert f"Kiriman yang paling lama lewat batas waktu: {nomor}, Kampung" in halaman
    JadwalLaporan.objects.update(gugur="batal")
    Aspirasi.objects.update(**jam_sampai(hari_ini() + SEHARI))
    halaman = sebaris(klien("camat").get(HALAMAN))
    assert len(sorotan(tabel())) == 1
    assert TIADA in halaman


def test_only_what_says_something_stands_out(klien: Any, isi: Any) -> None:
    Aspirasi.objects.update(**jam_sampai(hari_ini() + SEHARI))
    for alamat in (HALAMAN, LEMBAR):
        halaman = sebaris(klien("camat").get(alamat))
        assert "Laporan yang paling lama ditunggu: " in halaman
        assert "Kiriman yang paling lama" not in halaman
        assert "Tidak ada" not in halaman.partition("Yang menonjol")[2].partition("</section>")[0]
        assert TIADA not in halaman


def test_the_sheet_and_the_workbook_tell_the_same(klien: Any, isi: Any) -> None:
    camat = klien("camat")
    lembar, buku = camat.get(LEMBAR), sel(camat.get(BUKU).content)
    assert "KECAMATAN BANGUNREJO" in sebaris(lembar)
    assert "Data per" in sebaris(lembar)
    tabel = lembar.context["tabel"]
    milik = next(b for b in tabel.baris if b.kampung == isi.kampung)
    (di_buku,) = (b for b in buku if b[0] == isi.kampung.nama)
    assert di_buku[1:11] == [str(s.nilai) for s in milik.sel[:10]]
    assert di_buku[11:13] == ["sudah", "belum"]
    assert di_buku[13:] == [""] * 12, "nothing to compare with yet"
    assert len(buku) == 2 + 17 + 2
    assert 'href="/kerja/aspirasi/' not in lembar.content.decode().split("<article")[1]


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_the_kecamatan_alone_reads_it(klien: Any, siapa: str) -> None:
    for jalur in (HALAMAN, LEMBAR, BUKU):
        status = klien(siapa).get(jalur).status_code
        assert status == (200 if siapa in KECAMATAN else 302 if siapa == "pengunjung" else 403)
        assert klien(siapa).post(jalur).status_code in (302, 403, 405)


def test_more_rows_cost_no_more_queries(klien: Any, isi: Any) -> None:
    camat = klien("camat")

    def kueri(jalur: str) -> int:
        with CaptureQueriesContext(connection) as tanya:
            assert camat.get(jalur).status_code == 200
        return len(tanya)

    jalur = (HALAMAN, LEMBAR, BUKU, "/kerja/minggu/", f"/kerja/minggu/?kampung={isi.kampung.slug}")
    sebelum = [kueri(satu) for satu in jalur]
    for kampung in Kampung.objects.all()[:9]:
        jadwal(buat_proyek(kampung, pagu=1_000_000), hari_ini() - 3 * SEHARI)
        terbit(kampung, isi.staf)
    assert [kueri(satu) for satu in jalur] == sebelum
    assert max(sebelum) <= 12
    assert sebelum[0] <= 9
