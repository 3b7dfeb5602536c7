"""Three residents with accounts who say that it is not settled bring it back."""

from typing import Any

import pytest

from aspirasi.enums import Jangkauan, Langkah, Status
from aspirasi.models import Aspirasi, BelumBeres, Pengirim
from aspirasi.services import berkala, jawab, kiriman, sanggah, tangani
from core.jejak.catat import riwayat
from core.waktu import sekarang
from proyek.enums import Tahap
from tests.alat.baca import polos, teks
from tests.pabrik.aspirasi import terbit
from tests.pabrik.orang import PenggunaFactory, terbukti
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db


@pytest.fixture
def dijawab(pemeran: Any) -> Aspirasi:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
    aspirasi.refresh_from_db()
    return aspirasi


def alamat(aspirasi: Aspirasi) -> str:
    return f"{aspirasi.get_absolute_url()}belum-beres/"


def test_the_third_one_opens_it_and_counting_begins_anew(klien: Any, dijawab: Aspirasi) -> None:
    warga = [terbukti() for _ in range(3)]
    for orang in (warga[0], warga[0], warga[1]):
        klien(orang).post(alamat(dijawab))
    dijawab.refresh_from_db()
    assert (dijawab.status, BelumBeres.objects.count()) == (Status.DITANGGAPI, 2)
    respons = klien(warga[2]).post(alamat(dijawab), follow=True)
    dijawab.refresh_from_db()
    assert (dijawab.status, dijawab.langkah) == (Status.DIBUKA_KEMBALI, Langkah.PERIKSA)
    assert not BelumBeres.objects.exists()
    assert "Tiga warga dengan akun terverifikasi" in respons.content.decode()
    lagi = klien(warga[0]).post(alamat(dijawab), follow=True)
    assert "belum ada jawaban" in lagi.content.decode()


def test_the_page_counts_and_names_nobody(klien: Any, pemeran: Any, dijawab: Aspirasi) -> None:
    klien(terbukti()).post(alamat(dijawab))
    respons = klien("warga").post(alamat(dijawab), follow=True)
    assert "belum dihitung" in teks(respons)
    isi = klien("pengunjung").get(dijawab.get_absolute_url()).content.decode()
    assert "Sekarang: 1." in isi
    assert pemeran.warga.nama not in isi
    assert riwayat(dijawab).filter(aksi="belum_beres").count() == 2


def test_three_unproven_accounts_open_nothing_until_they_prove_themselves(
    klien: Any, dijawab: Aspirasi
) -> None:
    warga = [PenggunaFactory() for _ in range(3)]
    for orang in warga:
        klien(orang).post(alamat(dijawab))
    sanggah.hitung_lagi()
    dijawab.refresh_from_db()
    assert (dijawab.status, BelumBeres.objects.count()) == (Status.DITANGGAPI, 3)
    for orang in warga:
        orang.telepon_terbukti_pada = sekarang()
        orang.save()
    sanggah.hitung_lagi()
    dijawab.refresh_from_db()
    assert dijawab.status == Status.DIBUKA_KEMBALI
    assert not BelumBeres.objects.exists()
    sanggah.hitung_lagi()


def test_who_said_it_sees_so_and_takes_it_back(klien: Any, dijawab: Aspirasi) -> None:
    client = klien("warga")
    sebelum = teks(client.get(dijawab.get_absolute_url()))
    assert "Belum ada yang menyatakannya." in sebelum
    assert "<button>Belum jelas</button>" in polos(sebelum)
    isi = teks(client.post(alamat(dijawab), follow=True))
    assert "Anda menyatakan belum jelas" in isi
    assert "<button>Belum jelas</button>" not in polos(isi)
    batal = f"{dijawab.get_absolute_url()}batal-belum-beres/"
    assert "Pernyataan Anda sudah ditarik." in teks(client.post(batal, follow=True))
    assert not BelumBeres.objects.exists()
    lagi = teks(client.post(batal, follow=True))
    assert "Tidak ada pernyataan Anda yang dapat ditarik." in lagi
    assert riwayat(dijawab).filter(aksi="belum_beres_ditarik").count() == 1
    assert klien("staf").post(batal).status_code == 403
    assert client.get(batal).status_code == 405


@pytest.mark.parametrize("siapa", ["aparat", "staf", "camat", "admin"])
def test_who_answers_does_not_judge(klien: Any, dijawab: Aspirasi, siapa: str) -> None:
    assert klien(siapa).post(alamat(dijawab)).status_code == 403


def test_a_visitor_signs_in_first(klien: Any, dijawab: Aspirasi) -> None:
    assert klien("pengunjung").post(alamat(dijawab))["Location"].startswith("/akun/masuk/")


def test_what_is_not_public_is_not_there(klien: Any, pemeran: Any, dijawab: Aspirasi) -> None:
    Aspirasi.objects.filter(pk=dijawab.pk).update(jangkauan=Jangkauan.PETUGAS)
    assert klien("warga").post(alamat(dijawab)).status_code == 404


def test_a_finished_project_may_leave_it_unsettled(klien: Any, pemeran: Any) -> None:
    """Before the work is done there is nothing to judge; then residents are asked, too."""
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    proyek = buat_proyek()
    tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.staf)
    dini = klien("warga").post(alamat(aspirasi), follow=True).content.decode()
    assert "belum ada jawaban" in dini
    assert "Menurut Anda belum beres?" not in dini
    proyek.tahap = Tahap.SELESAI
    proyek.save()
    berkala.tanyai(aspirasi.acuan.hex)
    assert "Menurut Anda belum beres?" in (
        klien("warga").get(aspirasi.get_absolute_url()).content.decode()
    )
    for _ in range(3):
        klien(terbukti()).post(alamat(aspirasi))
    aspirasi.refresh_from_db()
    assert (aspirasi.status, aspirasi.langkah) == (Status.DIBUKA_KEMBALI, Langkah.PERIKSA)


def test_a_reopening_and_a_new_answer_let_counting_begin_anew(
    klien: Any, pemeran: Any, dijawab: Aspirasi
) -> None:
    def dua() -> int:
        for _ in range(2):
            klien(terbukti()).post(alamat(dijawab))
        return BelumBeres.objects.count()

    assert dua() == 2
    jawab.tanggapi(aspirasi=dijawab, isi="Sudah digali.", oleh=pemeran.kakam)
    assert BelumBeres.objects.count() == 2  # a repeated send is no new answer
    jawab.tanggapi(aspirasi=dijawab, isi="Digali lebih dalam.", oleh=pemeran.kakam)
    assert dua() == 2
    kiriman.buka_kembali(aspirasi=dijawab, alasan="Masih tergenang.")
    assert not BelumBeres.objects.exists()
    tangani.ambil(aspirasi=dijawab, oleh=pemeran.staf)
    jawab.tanggapi(aspirasi=dijawab, isi="Dimasukkan ke proyek.", oleh=pemeran.staf)
    assert dua() == 2
    tangani.hubungkan_proyek(aspirasi=dijawab, proyek=buat_proyek(), oleh=pemeran.staf)
    assert not BelumBeres.objects.exists()


def test_the_sender_is_none_of_the_three(klien: Any, pemeran: Any, dijawab: Aspirasi) -> None:
    Pengirim.objects.filter(aspirasi=dijawab).update(pengguna=pemeran.warga)
    isi = teks(klien("warga").post(alamat(dijawab), follow=True))
    assert "Ini kiriman Anda sendiri" in isi
    assert not BelumBeres.objects.exists()
