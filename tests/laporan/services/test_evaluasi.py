"""The evaluation of a finished work: its figures, who writes it, corrects it, and reads it."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from aspirasi.services.penarikan_proyek import hitamkan_proyek
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import hari_ini
from laporan.models import Evaluasi
from laporan.services.evaluasi import tulis_evaluasi
from proyek.bacaan.hasil import dengan_hasil, hasil
from proyek.enums import Dasar, Tahap
from proyek.laku import Aksi
from proyek.models import Keputusan, Proyek
from proyek.services.perubahan import Ubahan, catat_perubahan
from tests.alat.baca import teks
from tests.alat.meja import menunggu
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import ALASAN, HARI, buat_proyek

pytestmark = pytest.mark.django_db
ISI = {
    "alasan_biaya": "Harga semen turun.",
    "alasan_lingkup": "Ruas terakhir tanahnya belum dihibahkan.",
    "alasan_waktu": "Hujan tiga minggu.",
    "pelajaran": "Pesan semen sebelum musim hujan.",
}


def alamat(proyek: Proyek) -> str:
    return f"/laporan/evaluasi/{proyek.nomor}/"


@pytest.fixture
def proyek(pemeran: Pemeran) -> Proyek:
    """A work that ended 12 days late, smaller and cheaper than planned: a paper changed two of the
    three before."""
    jalan = buat_proyek(
        pemeran.kampung, pagu=10_000_000, selesai_rencana=dt.date(2026, 9, 30), tahap=Tahap.BERJALAN
    )
    _ubah(jalan, pemeran)
    buat_laporan(
        jalan, pemeran.kakam, belanja={jalan.pendanaan.get(): 7_500_000}, persen=Decimal(100)
    )
    isi = {"tahap": Tahap.SELESAI, "selesai_nyata": dt.date(2026, 10, 12)}
    Proyek.objects.filter(pk=jalan.pk).update(**isi)
    return Proyek.objects.get(pk=jalan.pk)


def _ubah(jalan: Proyek, pemeran: Pemeran) -> None:
    surat = Keputusan(
        kampung=pemeran.kampung,
        judul="Perubahan APB",
        isi="Mengubah.",
        dasar=Dasar.PERATURAN_KAMPUNG,
        alasan=ALASAN,
        tanggal_surat=HARI,
        ditetapkan_jabatan="Kepala Kampung",
    )
    isi = {"volume": Decimal(80), "selesai_rencana": dt.date(2026, 10, 31)}
    anggaran = {jalan.pendanaan.get().pk: 8_000_000}
    ubahan = Ubahan(proyek=jalan, versi=0, kolom=isi, anggaran=anggaran)
    catat_perubahan(keputusan=surat, ubahan=[ubahan], oleh=pemeran.kakam)


def test_the_figures_are_those_of_the_plan_before_any_paper(
    proyek: Proyek, client: Client, klien: Any
) -> None:
    klien("aparat").post(alamat(proyek), ISI)
    isi = teks(client.get(proyek.get_absolute_url())).replace("\u00a0", " ")
    for kata in (
        *("Rp 10.000.000", "Rp 2.500.000 lebih sedikit", "diubah menjadi Rp 8.000.000"),
        *("93,75 m³", "80 m³", "Selesai 12 hari sesudah rencana semula.", "12 Oktober 2026"),
        *ISI.values(),
    ):
        assert kata in isi, kata


def test_each_difference_asks_for_its_reason(proyek: Proyek, klien: Any, pemeran: Pemeran) -> None:
    for hal in ISI:
        halaman = klien("aparat").post(alamat(proyek), ISI | {hal: ""})
        assert list(halaman.context["form"].errors) == [hal]
    for hal in ISI:
        with pytest.raises(TidakBisa):
            tulis_evaluasi(proyek=proyek, isi=ISI | {hal: " "}, oleh=pemeran.aparat)


def test_a_work_as_planned_asks_for_the_lesson_alone(pemeran: Pemeran, klien: Any) -> None:
    rapi = buat_proyek(pemeran.kampung, tahap=Tahap.SERAH_TERIMA, selesai_nyata=dt.date(2026, 9, 1))
    form = klien("kakam").get(alamat(rapi)).context["form"]
    assert list(form.fields) == ["pelajaran", "dilihat", "dihitamkan"]
    klien("kakam").post(alamat(rapi), {"pelajaran": "Mulai pagi."})
    assert Evaluasi.objects.get(proyek=rapi).pelajaran == "Mulai pagi."


def test_a_correction_says_why_and_twice_is_once(proyek: Proyek, klien: Any) -> None:
    aparat = klien("aparat")
    aparat.post(alamat(proyek), ISI)
    assert aparat.post(alamat(proyek), ISI | {"pelajaran": "Lain."}).status_code == 200
    for _ in range(2):
        aparat.post(alamat(proyek), ISI | {"pelajaran": "Lain.", "alasan": "Salah tulis."})
    aksi = list(riwayat(proyek).values_list("aksi", flat=True))
    assert aksi.count(Aksi.EVALUASI) == 1
    assert aksi.count(Aksi.EVALUASI_DIPERBAIKI) == 1
    isi = teks(Client().get(f"{proyek.get_absolute_url()}perjalanan/"))
    assert "Salah tulis." in isi
    assert "pelajaran untuk proyek berikutnya" in isi


def test_two_people_write_at_once_and_nothing_is_lost(proyek: Proyek, klien: Any) -> None:
    satu, dua = klien("aparat"), klien("kakam")
    dilihat = dua.get(alamat(proyek)).context["form"]["dilihat"].value()
    satu.post(alamat(proyek), ISI)  # the first time, for both
    isi = ISI | {"pelajaran": "Pelajaran kakam.", "dilihat": dilihat, "alasan": "Lebih jelas."}
    halaman = dua.post(alamat(proyek), isi)
    assert "Sementara Anda mengisi, evaluasi ini diubah (Aparat kampung, " in teks(halaman)
    assert ISI["pelajaran"] in teks(halaman)
    assert halaman.context["form"]["pelajaran"].value() == "Pelajaran kakam."
    assert Evaluasi.objects.get(proyek=proyek).pelajaran == ISI["pelajaran"]
    isi["dilihat"] = halaman.context["form"]["dilihat"].value()
    assert dua.post(alamat(proyek), isi).status_code == 302
    assert Evaluasi.objects.get(proyek=proyek).pelajaran == "Pelajaran kakam."


def test_a_field_left_alone_takes_what_the_other_wrote(
    proyek: Proyek, klien: Any, pemeran: Pemeran
) -> None:
    satu, dua = klien("aparat"), klien("kakam")
    satu.post(alamat(proyek), ISI)
    dilihat = dua.get(alamat(proyek)).context["form"]["dilihat"].value()
    satu.post(alamat(proyek), ISI | {"pelajaran": "Baru.", "alasan": "Salah tulis."})
    isi = ISI | {"alasan_waktu": "Banjir.", "dilihat": dilihat, "alasan": "Lebih jelas."}
    form = dua.post(alamat(proyek), isi).context["form"]
    assert form["pelajaran"].value() == "Baru."
    assert form["alasan_waktu"].value() == "Banjir."
    lewat: dict[str, Any] = {"alasan": "Ya.", "oleh": pemeran.kakam, "dilihat": dilihat}
    with pytest.raises(TidakBisa, match="diubah orang lain"):
        tulis_evaluasi(proyek=proyek, isi=ISI | {"alasan_waktu": "Banjir."}, **lewat)


def test_only_the_office_writes_it_and_only_at_the_end(
    proyek: Proyek, klien: Any, pemeran: Pemeran
) -> None:
    for siapa in ("warga", "aparat_lain"):
        assert klien(siapa).get(alamat(proyek)).status_code == 403
    berjalan = buat_proyek(pemeran.kampung)
    assert klien("aparat").get(alamat(berjalan)).url == berjalan.get_absolute_url()
    assert klien("aparat").get("/laporan/evaluasi/PRJ-2026-9999/").status_code == 404
    with pytest.raises(TidakBisa):
        tulis_evaluasi(proyek=berjalan, isi=ISI, oleh=pemeran.aparat)


def test_words_are_taken_back_everywhere(proyek: Proyek, klien: Any, pemeran: Pemeran) -> None:
    klien("aparat").post(alamat(proyek), ISI | {"pelajaran": "Pak Xylofon lalai."})
    isi = {"kata": ["Xylofon"], "alasan": "Memuat nama warga."}
    hitamkan_proyek(proyek=proyek, oleh=pemeran.staf, **isi)
    for halaman in (proyek.get_absolute_url(), "/laporan/pelajaran/"):
        assert "Xylofon" not in teks(Client().get(halaman))


def test_the_desk_says_who_owes_one(proyek: Proyek, klien: Any, pemeran: Pemeran) -> None:
    lama = hari_ini() - dt.timedelta(days=400)
    isi = {"tahap": Tahap.SELESAI, "mulai_nyata": None, "selesai_nyata": lama}
    buat_proyek(pemeran.kampung, **isi)
    assert menunggu(klien("aparat"))["proyek selesai belum dievaluasi"] == 1
    daftar = klien("staf").get("/kerja/evaluasi/")
    assert list(daftar.context["halaman"]) == [proyek]
    klien("aparat").post(alamat(proyek), ISI)
    assert not menunggu(klien("aparat"))["proyek selesai belum dievaluasi"]


def test_the_next_similar_project_meets_the_lesson(
    proyek: Proyek, klien: Any, pemeran: Pemeran, client: Client
) -> None:
    klien("aparat").post(alamat(proyek), ISI)
    kode = proyek.kegiatan.kode
    cari = {"isian": "kegiatan", "kegiatan_kata": kode}
    assert ISI["pelajaran"] in teks(klien("kakam").get("/proyek/kegiatan/", cari))
    buka = klien("kakam").post("/proyek/buka/", {"kegiatan_kata": kode, "kegiatan_cari": "1"})
    assert ISI["pelajaran"] in teks(buka)  # without a script
    serupa = buat_proyek(pemeran.kampung, tahap=Tahap.USULAN, mulai_nyata=None)
    tautan = f"/laporan/pelajaran/?kegiatan={kode}"
    assert tautan in klien("aparat").get(serupa.get_absolute_url()).content.decode()
    assert ISI["pelajaran"] in teks(client.get(tautan))
    for ganjil in ("?kegiatan=x", "?kegiatan=%00", "?setelah=x"):
        assert client.get(f"/laporan/pelajaran/{ganjil}").status_code == 200


@pytest.mark.parametrize("banyak", [1, 3])
def test_lessons_cost_the_same_for_every_row(
    client: Client, banyak: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(banyak):
        Evaluasi.objects.create(
            proyek=buat_proyek(tahap=Tahap.SELESAI, selesai_nyata=HARI), pelajaran="Mulai pagi."
        )
    with django_assert_num_queries(2):
        client.get("/laporan/pelajaran/")


def test_nothing_known_invents_no_difference(pemeran: Pemeran) -> None:
    buat_proyek(pemeran.kampung, tahap=Tahap.SELESAI, mulai_nyata=None, volume=None)
    semua = dengan_hasil(Proyek.objects.select_related("jumlah", "evaluasi"))
    assert [satu.beda for satu in hasil(semua.get())] == [False] * 3
