"""Masih berfungsi?: who is asked when, who answers, what everybody reads."""

import datetime as dt
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.moderasi.tampil import sembunyikan
from core.waktu import hari_ini
from proyek.bacaan.fungsi import menunggu_kantor, tahun_tanya
from proyek.laku import Aksi
from proyek.models import JawabanFungsi, Proyek
from proyek.services.fungsi import Isian, jawab_kantor, jawab_warga, tanyakan
from tests.alat.baca import teks
from tests.alat.meja import menunggu
from tests.alat.moderasi import tampilkan_di_meja
from tests.pabrik.lestari import buat_serah
from tests.pabrik.proyek import buat_proyek


def alamat(proyek: Proyek) -> str:
    return f"{proyek.get_absolute_url()}berfungsi/"


@pytest.mark.parametrize(
    ("selesai", "hari", "tahun"),
    [
        ("2025-09-20", "2026-09-19", 2025),
        ("2025-09-20", "2026-09-20", 2026),
        ("2025-09-20", "2025-10-01", 2025),
        ("2025-09-20", "2028-01-01", 2027),
        ("2024-02-29", "2025-02-28", 2024),
        ("2024-02-29", "2025-03-01", 2025),
    ],
)
def test_a_new_question_opens_at_each_anniversary(selesai: str, hari: str, tahun: int) -> None:
    proyek = Proyek(selesai_nyata=dt.date.fromisoformat(selesai))
    assert tahun_tanya(proyek, dt.date.fromisoformat(hari)) == tahun


def test_the_database_counts_the_years_as_we_do(db: None) -> None:
    for hari in (364, 365, 366, 500, 731, 1500, 4000):
        buat_serah(hari_ini() - dt.timedelta(days=hari))
    for proyek in menunggu_kantor(Proyek.objects.all()):
        assert proyek.tahun == tahun_tanya(proyek)
    tua = [
        p for p in Proyek.objects.all() if p.selesai_nyata and tahun_tanya(p) > p.selesai_nyata.year
    ]
    assert set(tua) == set(menunggu_kantor(Proyek.objects.all()))


DITANYAKAN = "pembangunan ditanyakan: masih berfungsi?"


def test_the_office_is_asked_once_and_reminded_monthly(klien: Any, pemeran: Any) -> None:
    pemeran.kakam.email = "kakam@contoh.id"
    pemeran.kakam.save()
    tua, baru = buat_serah(), buat_serah(hari_ini() - dt.timedelta(days=30))
    berjalan = buat_proyek()
    assert [tanyakan(), tanyakan()] == [1, 0]
    assert [r.aksi for r in riwayat(tua)] == [Aksi.FUNGSI_DITANYA]
    assert not riwayat(baru)
    assert not riwayat(berjalan)
    kakam = klien("kakam")
    assert menunggu(kakam)[DITANYAKAN] == 1
    assert alamat(tua) in teks(kakam.get("/kerja/berfungsi/"))
    assert alamat(tua) not in teks(klien("aparat_lain").get("/kerja/berfungsi/"))
    kakam.post(alamat(tua), {"keadaan": "sebagian", "kata": "Pompa lemah."})
    assert not menunggu(kakam)[DITANYAKAN]
    assert tanyakan() == 0


def test_the_letter_goes_once_a_month(pemeran: Any, monkeypatch: Any) -> None:
    buat_serah()
    pemeran.kakam.email = "kakam@contoh.id"
    pemeran.kakam.save()
    surat: list[dict[str, Any]] = []
    monkeypatch.setattr("proyek.services.fungsi.kirim", lambda **isi: surat.append(isi))
    tanyakan()
    ke = {satu["kepada"]: satu for satu in surat}
    assert "kakam@contoh.id" in ke
    assert (
        f"Masuk ke {settings.ALAMAT_PORTAL}, lalu buka Meja kerja." in ke["kakam@contoh.id"]["isi"]
    )
    assert ke["kakam@contoh.id"]["kunci"] == f"fungsi:{pemeran.kakam.pk}:{hari_ini():%Y-%m}"


def test_everybody_answers_and_the_page_counts_them_apart(
    klien: Any, client: Client, pemeran: Any
) -> None:
    proyek = buat_serah()
    klien("kakam").post(alamat(proyek), {"keadaan": "berfungsi", "kata": "Dirawat KPSPAMS."})
    klien("bpk").post(alamat(proyek), {"keadaan": "tidak", "kata": "Airnya keruh."})
    client.post(alamat(proyek), {"keadaan": "tidak", "kata": "Kran patah."})
    isi = teks(client.get(proyek.get_absolute_url()))
    assert "Berfungsi: Dirawat KPSPAMS." in isi
    assert "1 tidak berfungsi" in isi
    assert "tanpa akun atau belum diverifikasi: 1 tidak berfungsi" in isi
    assert "Kran patah." not in teks(client.get(alamat(proyek))).split("<h2 id=")[1]
    lapor = f"/aspirasi/kirim/?proyek={proyek.nomor}&amp;kampung=sido-rejo"
    assert lapor in teks(client.get(alamat(proyek)))


def test_words_of_a_visitor_are_held_until_they_are_read(klien: Any, client: Client) -> None:
    proyek = buat_serah()
    client.post(alamat(proyek), {"keadaan": "tidak", "kata": "Kran patah."})
    jawaban = JawabanFungsi.objects.get()
    assert jawaban.ditahan
    staf = klien("staf")
    assert "Kran patah." in teks(staf.get("/kerja/tertahan/"))
    assert (
        klien("aparat").post(f"/kerja/tertahan/fungsi/{jawaban.pk}/tampilkan/").status_code == 403
    )
    tampilkan_di_meja(staf, "fungsi", jawaban.pk)
    assert "Kran patah." in teks(Client().get(alamat(proyek)))
    halaman = staf.get(f"/admin/proyek/jawabanfungsi/{jawaban.pk}/change/")
    assert "Kran patah." in teks(halaman)
    assert staf.get("/admin/proyek/jawabanfungsi/").status_code == 200


def test_who_wrote_it_corrects_it_and_nobody_answers_twice(klien: Any, client: Client) -> None:
    proyek = buat_serah()
    warga = klien("warga")
    for satu in (warga, client):
        satu.post(alamat(proyek), {"keadaan": "tidak", "kata": "Rusak."})
        assert "Rusak." in teks(satu.get(alamat(proyek)))
        satu.post(alamat(proyek), {"keadaan": "berfungsi", "kata": ""})
    assert JawabanFungsi.objects.count() == 2
    assert set(JawabanFungsi.objects.values_list("keadaan", "kata", "ditahan")) == {
        ("berfungsi", "", False)
    }
    Client().post(alamat(proyek), {"keadaan": "tidak"})  # another browser
    assert JawabanFungsi.objects.count() == 3


def test_a_form_sent_twice_counts_once(db: None) -> None:
    proyek = buat_serah()
    kunci = Client().get(alamat(proyek)).context["form"]["kunci"].value()
    for _ in range(2):
        Client().post(alamat(proyek), {"keadaan": "tidak", "kunci": kunci})
    assert JawabanFungsi.objects.count() == 1


def test_a_form_that_answered_elsewhere_or_for_somebody_else_is_refused(klien: Any) -> None:
    satu, lain = buat_serah(), buat_serah()
    isi = {"keadaan": "tidak", "kunci": Client().get(alamat(satu)).context["form"]["kunci"].value()}
    assert klien("warga").post(alamat(satu), isi).status_code == 302
    for siapa, ke in (("warga", lain), ("pengunjung", satu), ("fasilitator", satu)):
        assert "Formulir ini sudah dipakai" in teks(klien(siapa).post(alamat(ke), isi))
    assert JawabanFungsi.objects.count() == 1


def test_too_many_from_one_network_wait_and_keep_their_words(db: None, settings: Any) -> None:
    settings.JATAH_PER_JAM = settings.JATAH_PER_JAM | {"fungsi": 1}
    proyek = buat_serah()
    for _ in range(5):
        respons = Client().post(alamat(proyek), {"keadaan": "tidak", "kata": "Kran patah."})
    assert respons.status_code == 200
    assert "sedang banyak jawaban" in teks(respons)
    assert "Kran patah." in teks(respons)


def test_before_the_handover_nobody_is_asked(client: Client, pemeran: Any) -> None:
    proyek = buat_proyek()
    assert client.get(alamat(proyek)).url == proyek.get_absolute_url()
    assert "Masih berfungsi?" not in teks(client.get(proyek.get_absolute_url()))
    isian = Isian("tidak")
    with pytest.raises(TidakBisa, match="diserahterimakan"):
        jawab_warga(proyek=proyek, isian=isian, oleh=pemeran.warga)
    with pytest.raises(TidakBisa, match="diserahterimakan"):
        jawab_kantor(proyek=proyek, isian=isian, oleh=pemeran.kakam)


@pytest.mark.parametrize(
    "isi", [{}, {"keadaan": "hancur"}, {"keadaan": "tidak", "kata": "x" * 301}]
)
def test_nonsense_is_refused(client: Client, isi: dict[str, str], db: None) -> None:
    respons = client.post(alamat(buat_serah()), isi)
    assert "Ada yang perlu diperbaiki" in teks(respons)
    assert not JawabanFungsi.objects.exists()


def test_a_hidden_answer_counts_no_more_and_its_writer_reads_why(
    klien: Any, client: Client, pemeran: Any
) -> None:
    proyek, warga = buat_serah(), klien("warga")
    warga.post(alamat(proyek), {"keadaan": "tidak", "kata": "Si Anu maling."})
    pk = JawabanFungsi.objects.get().pk
    sembunyikan(JawabanFungsi.objects.get(pk=pk), oleh=pemeran.staf, alasan="Menuduh orang.")
    isi = teks(client.get(alamat(proyek)))
    assert "Anu" not in isi
    assert "Belum ada jawaban." in isi
    assert "Menuduh orang." in teks(warga.get(alamat(proyek)))


def test_the_page_costs_the_same_for_many_answers(
    client: Client, db: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    proyek = buat_serah()
    for nomor in range(30):
        JawabanFungsi.objects.create(
            proyek=proyek, tahun=2000 + nomor, dari="lain", keadaan="tidak", kata="Rusak."
        )
    with django_assert_max_num_queries(10):
        isi = teks(client.get(proyek.get_absolute_url()))
    assert isi.count("kantor kampung</dt>") == 2
    with django_assert_max_num_queries(12):
        assert teks(client.get(alamat(proyek))).count("Rusak.") == 20
