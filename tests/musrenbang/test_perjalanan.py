"""Proposals of three kampung: gated, scored, ranked, changed at the meeting, answered by the
kabupaten; everything through the front door."""

from io import BytesIO
from typing import Any

import docx
import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.services.tangani import hubungkan_proyek
from core.jejak.catat import riwayat
from musrenbang.enums import Status
from musrenbang.models import Musrenbang, Usulan
from tests.alat.baca import teks
from tests.pabrik.aspirasi import terbit
from tests.pabrik.musrenbang import dibuka, rujukan, usul
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek
from warga.models import Kampung

pytestmark = pytest.mark.django_db
MEJA = reverse("meja:beranda")


def di(nama: str, *kunci: Any) -> str:
    return reverse(f"musrenbang:{nama}", args=kunci)


def isian(**lain: Any) -> dict[str, Any]:
    kamus = rujukan()
    asal = {
        "urutan": "1",
        "judul": "Jembatan gantung Dusun 2",
        "masalah": "Anak sekolah memutar lima kilometer.",
        "kelompok": "fisik",
        "wewenang": "kabupaten",
        "perangkat": kamus.perangkat_id,
        "kamus": kamus.pk,
        "lokasi": "Dusun 2",
        "lintang": "5°07'48\" LS",
        "bujur": "105,03",
        "volume": "12,5",
        "satuan": "m",
        "perkiraan": "250 juta",
        "lahan": "kampung",
        "kunci": "k" * 32,
    }
    return asal | lain


def teruskan(staf: Client, satu: Musrenbang, ke: str) -> None:
    staf.post(di("maju", satu.tahun), {"ke": ke})
    satu.refresh_from_db()
    assert satu.status == ke


@pytest.fixture
def satu(pemeran: Pemeran) -> Musrenbang:
    return dibuka(pemeran)


def test_from_the_proposals_to_the_answer(
    klien: Any, pemeran: Pemeran, client: Client, satu: Musrenbang
) -> None:
    proyek = buat_proyek(pemeran.kampung)
    suara = terbit(pemeran.kampung, pemeran.staf)
    hubungkan_proyek(aspirasi=suara, proyek=proyek, oleh=pemeran.staf)
    kurang = kirim_dan_lihat(klien("aparat"), satu, pemeran, proyek)
    lain = [k for k in Kampung.objects.resmi() if k != pemeran.kampung][:2]
    a, b = (usul(satu, pemeran.staf, kampung) for kampung in lain)
    milik = usul(satu, pemeran.aparat, pemeran.kampung, 3, judul="Talud", proyek=proyek)
    staf = klien("staf")
    teruskan(staf, satu, Status.NILAI)
    gagal = klien("aparat").post(di("ubah", kurang.pk), isian(urutan="2"))
    assert "tim penilai sudah mulai menilai" in teks(gagal)
    nilai_rahasia(klien, satu, milik, a, b)
    assert "nilai 4" not in teks(client.get(satu.get_absolute_url()))
    teruskan(staf, satu, Status.RAPAT)
    assert urutan(client, satu) == [a.judul, "Talud", b.judul]
    pindahkan(staf, b)
    assert urutan(client, satu) == [b.judul, a.judul, "Talud"]
    halaman = teks(client.get(satu.get_absolute_url()))
    assert "dengan hitungan suara, 20 setuju dan 3 tidak): Longsor minggu lalu." in halaman
    assert "Belum disepakati" in halaman
    tanda_tangani(staf, satu)
    assert_naskah(staf, satu, b)
    buku = openpyxl.load_workbook(BytesIO(staf.get(di("sipd", satu.tahun)).content))
    baris = list(buku.active.values)
    assert baris[0][-1] == "Nomor SIPD"
    assert [b[3] for b in baris[1:]] == urutan(client, satu)
    dijawab(staf, client, milik)
    assert [j.aksi for j in riwayat(suara)][-1] == "usul_kabupaten"


def kirim_dan_lihat(aparat: Client, satu: Musrenbang, pemeran: Pemeran, proyek: Any) -> Usulan:
    """A proposal by form, sent twice, and one that lacks nearly everything; return that one."""
    assert di("siap", satu.tahun) in teks(aparat.get(MEJA))
    for _ in range(2):
        assert aparat.post(di("usul", satu.tahun), isian(proyek=proyek.pk)).status_code == 302
    milik = Usulan.objects.get()
    assert (str(milik.lintang), str(milik.bujur)) == ("-5.130000", "105.030000")
    kurang = usul(satu, pemeran.aparat, pemeran.kampung, 2, lengkap=False)
    siap = teks(aparat.get(di("siap", satu.tahun)))
    assert "Tambahkan satu foto" in siap
    assert "0 dari 2 usulan sudah lengkap" in siap
    return kurang


def nilai_rahasia(klien: Any, satu: Musrenbang, milik: Usulan, a: Usulan, b: Usulan) -> None:
    kriteria = list(satu.kriteria.all())
    for siapa, angka in (("staf", 2), ("camat", 4)):
        orang = klien(siapa)
        assert teks(orang.get(MEJA)).count("Nilai</a>") == 3
        for usulan, tambah in ((milik, 0), (a, 1), (b, -1)):
            isi = {f"k{k.pk}": angka + tambah for k in kriteria}
            assert orang.post(di("nilai_usulan", usulan.pk), isi).status_code == 302
        assert "Nilai</a>" not in teks(orang.get(MEJA))


def pindahkan(staf: Client, usulan: Usulan) -> None:
    ubah = {"ke": "1", "alasan": "Longsor minggu lalu.", "cara": "suara", "setuju": "20"}
    assert "Tulis banyaknya suara" in teks(staf.post(di("urutan", usulan.pk), ubah))
    staf.post(di("urutan", usulan.pk), ubah | {"tidak": "3"})


def tanda_tangani(staf: Client, satu: Musrenbang) -> None:
    hadir = {"nomor_berita_acara": "BA-7", "hadir_l": "40", "hadir_p": "22"}
    staf.post(di("hadir", satu.tahun), hadir | {"delegasi_l": "3", "delegasi_p": "2"})
    teruskan(staf, satu, Status.SELESAI)


def assert_naskah(staf: Client, satu: Musrenbang, teratas: Usulan) -> None:
    """Its papers, opened by another library."""
    naskah = docx.Document(BytesIO(staf.get(di("berita_acara", satu.tahun)).content))
    assert "Nomor: BA-7" in "\n".join(p.text for p in naskah.paragraphs)
    sel = [s.text for t in naskah.tables for b in t.rows for s in b.cells]
    assert "3 laki-laki, 2 perempuan" in sel
    assert "Longsor minggu lalu." in sel
    assert sel.index(teratas.judul) < sel.index("Talud")


def dijawab(staf: Client, client: Client, milik: Usulan) -> None:
    jawab = {"hasil": "ditolak", "alasan": "", "tanggal": "2026-11-20"}
    assert "Tulis alasan kabupaten" in teks(staf.post(di("jawaban", milik.pk), jawab))
    jawab |= {"alasan": "Uang kabupaten tidak cukup tahun ini."}
    staf.post(di("jawaban", milik.pk), jawab)
    assert "Ditolak kabupaten" in teks(client.get(milik.get_absolute_url()))
    betul = jawab | {"hasil": "diterima", "sipd": "SIPD-9"}
    staf.post(di("jawaban", milik.pk), betul)
    assert "Ditolak kabupaten" in teks(client.get(milik.get_absolute_url()))  # it says no reason
    staf.post(di("jawaban", milik.pk), betul | {"alasan_perbaikan": "Salah baca surat."})
    assert "Nomor SIPD: SIPD-9" in teks(client.get(milik.get_absolute_url()))


def urutan(client: Client, satu: Musrenbang) -> list[str]:
    respons = client.get(satu.get_absolute_url())
    return [p.usulan.judul for g in respons.context["golongan"] for p in g.peserta]
