"""Scans of decisions: they come later, by the office that entered it, and a wrong one goes."""

import pytest

from core.models import Jejak
from proyek.enums import Pencatat
from proyek.models import Keputusan
from tests.alat.baca import kunci
from tests.pabrik.berkas import dokumen, foto
from tests.pabrik.isian_proyek import PDF, pdf
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_keputusan, buat_proyek

KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}
BELUM = "Pindaian suratnya belum diunggah"


def alamat(keputusan: Keputusan) -> str:
    return f"{keputusan.get_absolute_url()}pindaian/"


def kirim(client, keputusan: Keputusan, berkas=None, **ganti):
    isi = {"jenis": "surat", "keterangan": "Halaman tanda tangan", "pindaian": berkas or pdf()}
    return client.post(alamat(keputusan), isi | ganti)


def teks(client, keputusan: Keputusan) -> str:
    return client.get(keputusan.get_absolute_url()).content.decode()


@pytest.mark.parametrize("pencatat", ["kampung", "bpk", "untuk_kampung"])
def test_the_office_that_entered_it_adds_the_scan(klien, pemeran, pencatat: str) -> None:
    kantor = {"kampung": {"aparat", "kakam"}, "bpk": {"bpk"}, "untuk_kampung": KECAMATAN}
    keputusan = buat_keputusan(pemeran.kakam, pencatat=pencatat)
    for siapa in SEMUA_PERAN:
        status = 302 if siapa in kantor[pencatat] | {"pengunjung"} else 403
        assert kirim(klien(siapa), keputusan).status_code == status, siapa
    assert keputusan.pindaian.count() == len(kantor[pencatat])


def test_a_pdf_and_a_photo_stand_on_the_page_and_on_that_of_the_project(klien, pemeran) -> None:
    proyek = buat_proyek()
    keputusan = buat_keputusan(pemeran.kakam, proyek=proyek)
    pengunjung = klien("pengunjung")
    assert "Ini catatan. Yang berlaku naskah bertanda tangan bertanggal" in teks(
        pengunjung, keputusan
    )
    for hal in (keputusan, proyek):
        assert BELUM in teks(pengunjung, hal)
    kirim(klien("aparat"), keputusan)
    kirim(klien("kakam"), keputusan, foto(), jenis="daftar_hadir", keterangan="")
    for hal in (keputusan, proyek):
        isi = teks(pengunjung, hal)
        assert BELUM not in isi
        assert "Halaman tanda tangan" in isi
        assert "Daftar hadir" in isi
    for satu in keputusan.pindaian.all():
        assert b"".join(pengunjung.get(satu.berkas.alamat))
    assert Jejak.objects.filter(objek_kunci=keputusan.nomor, aksi="pindaian").count() == 2


def test_a_second_send_adds_nothing_more(klien, pemeran) -> None:
    keputusan = buat_keputusan(pemeran.kakam)
    client = klien("aparat")
    satu = kunci(client, alamat(keputusan))
    for _ in range(2):
        assert kirim(client, keputusan, pdf(), kunci=satu).status_code == 302
    assert keputusan.pindaian.count() == 1
    lain = buat_keputusan(pemeran.kakam)
    assert "Formulir ini sudah dipakai" in (kirim(client, lain, pdf(), kunci=satu).content.decode())
    assert not lain.pindaian.exists()


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"pindaian": ""}, "Pilih berkasnya dulu."),
        ({"pindaian": pdf(b"MZ tipuan")}, "dan bukan PDF"),
        ({"pindaian": pdf(PDF.replace(b"%%EOF", b"") + b"x")}, "terpotong"),
        ({"pindaian": pdf(b"%PDF-1.7" + b"0" * (10 * 1024 * 1024) + b"%%EOF")}, "10 MB"),
        ({"jenis": "bisikan"}, "Pilihan itu tidak ada"),
        ({"keterangan": "x" * 500}, "Terlalu panjang"),
    ],
)
def test_bad_input_is_named(klien, pemeran, ganti, pesan: str) -> None:
    keputusan = buat_keputusan(pemeran.kakam)
    respons = kirim(klien("aparat"), keputusan, **ganti)
    assert respons.status_code == 200
    assert pesan in respons.content.decode()
    assert not keputusan.pindaian.exists()


def test_thirty_files_at_once_are_refused_and_twenty_are_enough(klien, pemeran) -> None:
    keputusan = buat_keputusan(pemeran.kakam)
    client = klien("aparat")
    assert kirim(client, keputusan, [pdf() for _ in range(30)]).status_code == 413
    for _ in range(20):
        berkas, oleh = dokumen(), pemeran.aparat
        keputusan.pindaian.create(berkas=berkas, diunggah_oleh=oleh)
    assert "paling banyak 20" in kirim(client, keputusan).content.decode()
    assert keputusan.pindaian.count() == 20


def test_a_wrong_scan_is_replaced_with_its_reason_and_its_address_is_dead(klien, pemeran) -> None:
    keputusan = buat_keputusan(pemeran.kakam)
    aparat, pengunjung = klien("aparat"), klien("pengunjung")
    kirim(aparat, keputusan)
    lama = keputusan.pindaian.get()
    tombol = f"{alamat(keputusan)}"
    halaman = teks(aparat, keputusan)
    jalan = next(j for j in halaman.split('"') if j.startswith(tombol) and j != tombol)
    for siapa in ("warga", "bpk", "aparat_lain"):
        assert klien(siapa).post(jalan, {"alasan": "Bukan surat ini."}).status_code == 403
    isi = {"alasan": "Memuat NIK warga.", "pindaian": pdf(PDF + b"\n%%EOF")}
    assert aparat.post(jalan, isi).status_code == 302
    assert pengunjung.get(lama.berkas.alamat).status_code == 404
    assert keputusan.pindaian.filter(ditarik_pada=None).count() == 1
    assert "Pindaian ini ditarik karena memuat NIK warga" in teks(pengunjung, keputusan)
    assert aparat.post(jalan, isi).status_code == 302
    assert keputusan.pindaian.count() == 2


def test_the_kecamatan_takes_down_but_does_not_replace(klien, pemeran) -> None:
    keputusan = buat_keputusan(pemeran.kakam, pencatat=Pencatat.KAMPUNG)
    kirim(klien("aparat"), keputusan)
    staf = klien("staf")
    tombol = alamat(keputusan)
    jalan = next(j for j in teks(staf, keputusan).split('"') if j.startswith(tombol))
    assert 'type="file"' not in staf.get(jalan).content.decode()
    staf.post(jalan, {"alasan": "Memuat alamat rumah.", "pindaian": pdf()})
    assert not keputusan.pindaian.filter(ditarik_pada=None).exists()


def test_a_photo_is_covered_and_its_old_address_is_dead(klien, pemeran) -> None:
    keputusan = buat_keputusan(pemeran.kakam)
    kirim(klien("aparat"), keputusan, foto())
    satu = keputusan.pindaian.get()
    lama = satu.berkas.alamat
    halaman = teks(klien("aparat"), keputusan)
    jalan = next(j for j in halaman.split('"') if j.startswith("/kerja/keputusan/"))
    isi = {"kotak": ["0-0", "0-1"], "alasan": "Memuat NIK warga."}
    for siapa in ("warga", "bpk", "aparat_lain"):
        assert klien(siapa).post(jalan, isi).status_code == 403
    assert klien("aparat").post(jalan, isi).status_code == 302
    assert klien("pengunjung").get(lama).status_code == 404
    satu.berkas.refresh_from_db()
    assert satu.berkas.publik
    halaman = teks(klien("pengunjung"), keputusan)
    assert satu.berkas.alamat in halaman
    assert "Sebagian pindaian ini ditutup karena memuat NIK warga" in halaman
