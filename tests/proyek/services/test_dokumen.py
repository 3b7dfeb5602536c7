"""The papers of a project: shown at once, taken back at once."""

import pytest
from django.urls import reverse

from proyek.enums import Tahap
from proyek.models import Dokumen
from tests.alat.baca import sebaris, status
from tests.pabrik import gambar as rupa
from tests.pabrik.berkas import foto
from tests.pabrik.kelengkapan import buat_dokumen
from tests.pabrik.proyek import buat_proyek


@pytest.fixture
def proyek(db):
    return buat_proyek(pagu=1000)


def alamat(proyek) -> str:
    return f"{proyek.get_absolute_url()}dokumen/"


def isi_form(**ganti: object) -> dict[str, object]:
    berkas = rupa.unggahan(rupa.pdf(), "RAB.pdf", "application/pdf")
    return {"jenis": "rab", "keterangan": "Awal", "pindaian": berkas, "kunci": "d" * 30} | ganti


def test_what_is_expected_and_missing_is_said(client, proyek) -> None:
    isi = sebaris(client.get(proyek.get_absolute_url()))
    assert 'Rencana anggaran biaya (RAB)</dt> <dd class="lembut">belum diunggah' in isi
    assert "serah terima (BAST)" not in isi
    usulan = buat_proyek(tahap=Tahap.USULAN, mulai_nyata=None)
    assert "belum diunggah" not in sebaris(client.get(usulan.get_absolute_url()))


def test_a_paper_is_open_to_everyone_once(client, klien, proyek) -> None:
    for _ in range(2):
        assert klien("aparat").post(alamat(proyek), isi_form()).status_code == 302
    satu = Dokumen.objects.get()
    assert satu.berkas.publik
    assert status(client, satu.berkas.alamat) == 200
    isi = sebaris(client.get(proyek.get_absolute_url()))
    assert satu.berkas.alamat in isi
    assert "Awal (PDF)" in isi


def test_a_photo_is_taken_too(client, klien, proyek) -> None:
    klien("aparat").post(alamat(proyek), isi_form(pindaian=foto()))
    assert Dokumen.objects.get().berkas.alamat.endswith(".webp")
    assert status(client, Dokumen.objects.get().berkas.alamat) == 200


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"pindaian": ""}, "Pilih berkasnya dulu"),
        ({"jenis": "puisi"}, "Pilihan itu tidak ada"),
        ({"tanggal": "2090-01-01"}, "tidak boleh sesudah hari ini"),
    ],
)
def test_what_does_not_fit_is_refused(klien, proyek, ganti, pesan) -> None:
    assert pesan in sebaris(klien("aparat").post(alamat(proyek), isi_form(**ganti)))
    assert not Dokumen.objects.exists()


def test_a_paper_is_taken_back_and_its_place_says_why(client, klien, proyek, pemeran) -> None:
    satu = buat_dokumen(proyek, pemeran.aparat, keterangan="Daftar warga")
    lama = satu.berkas.alamat
    jalur = reverse("proyek:dokumen_ubah", args=[proyek.nomor, satu.pk])
    petugas = klien("aparat")
    petugas.post(jalur, {"hapus": "1", "hapus-alasan": " "})
    assert status(client, lama) == 200
    petugas.post(jalur, {"hapus": "1", "hapus-alasan": "Memuat NIK warga."})
    assert status(client, lama) == 404
    satu.refresh_from_db()
    assert not satu.berkas.publik
    assert status(client, satu.berkas.alamat) == 404
    assert status(petugas, satu.berkas.alamat) == 200
    isi = sebaris(client.get(proyek.get_absolute_url()))
    assert "Dokumen ini ditarik karena memuat NIK warga" in isi
    assert "Daftar warga" not in isi
    assert petugas.get(jalur).status_code == 404


def test_words_about_a_paper_are_corrected_with_a_reason(client, klien, proyek, pemeran) -> None:
    satu = buat_dokumen(proyek, pemeran.aparat)
    jalur = reverse("proyek:dokumen_ubah", args=[proyek.nomor, satu.pk])
    isi = {"jenis": "gambar", "keterangan": "Potongan melintang"}
    klien("aparat").post(jalur, isi)
    klien("aparat").post(jalur, isi | {"alasan": "Salah pilih jenis."})
    halaman = sebaris(client.get(proyek.get_absolute_url()))
    assert "Potongan melintang" in halaman
    assert "Gambar rencana diperbaiki keterangannya" in halaman


def test_parts_of_a_photo_are_covered_and_the_reason_stays(client, klien, proyek) -> None:
    klien("aparat").post(alamat(proyek), isi_form(pindaian=foto()))
    satu = Dokumen.objects.get()
    lama = satu.berkas.alamat
    jalur = reverse("meja:dokumen_tutup", args=[proyek.nomor, satu.pk])
    tutup = {"kotak": ["0-0"], "alasan": "Memuat NIK warga."}
    ubah = reverse("proyek:dokumen_ubah", args=[proyek.nomor, satu.pk])
    assert "Tutup sebagian" in klien("aparat").get(ubah).content.decode()
    assert "Tutup NIK, nomor HP" in sebaris(klien("aparat").get(jalur))
    assert klien("aparat_lain").post(jalur, tutup).status_code == 403
    assert klien("aparat").post(jalur, tutup | {"alasan": ""}).status_code == 200
    assert klien("aparat").post(jalur, tutup).status_code == 302
    satu.berkas.refresh_from_db()
    assert satu.berkas.publik
    assert status(client, lama) == 404
    isi = sebaris(client.get(proyek.get_absolute_url()))
    assert satu.berkas.alamat in isi
    assert "Sebagian dokumen ini ditutup karena memuat NIK warga" in isi


def test_words_about_a_paper_that_became_black_are_not_called_covered(
    client, klien, proyek, pemeran
) -> None:
    satu = buat_dokumen(proyek, pemeran.aparat, keterangan="Tanda terima Bu Ningsih")
    assert satu.berkas.dokumen, "a PDF, which is never covered"
    tarik = {"kata": "Ningsih", "alasan": "Memuat nama warga."}
    klien("staf").post(reverse("meja:proyek_tarik", args=[proyek.nomor]), tarik)
    isi = sebaris(client.get(proyek.get_absolute_url()))
    sebab = "karena memuat nama warga"
    assert f"Sebagian keterangan dokumen ini dihitamkan {sebab}" in isi
    assert "ditutup karena" not in isi


@pytest.mark.parametrize("halaman", ["dokumen", "tim", "pencairan"])
def test_a_form_that_was_used_for_another_project_is_led_back(
    klien, proyek, halaman, pemeran
) -> None:
    petugas, kunci = klien("kakam"), "k" * 32
    for satu in (proyek, buat_proyek(pagu=9_000)):
        isi = {
            "dokumen": isi_form(kunci=kunci),
            "tim": {"peran": "anggota_tpk", "nama": "Sumarno", "kunci": kunci},
            "pencairan": {
                "apa": "cair",
                "pendanaan": satu.pendanaan.get().pk,
                "jumlah": "500",
                "tanggal": "2026-11-02",
                "kunci": kunci,
            },
        }[halaman]
        respons = petugas.post(f"{satu.get_absolute_url()}{halaman}/", isi)
        if satu == proyek:
            assert respons.status_code == 302
    assert "Formulir ini sudah dipakai di halaman lain" in sebaris(respons)


def test_a_pdf_is_taken_back_and_not_covered(klien, proyek) -> None:
    klien("aparat").post(alamat(proyek), isi_form())
    satu = Dokumen.objects.get()
    jalur = reverse("meja:dokumen_tutup", args=[proyek.nomor, satu.pk])
    assert klien("staf").get(jalur).status_code == 404
