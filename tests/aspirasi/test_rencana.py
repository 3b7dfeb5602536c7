"""A kiriman that waits for a project follows it: its sender is told of stages, and asked once when
it is finished."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.bacaan.keadaan import kalimat
from aspirasi.enums import Aksi, Jenis, Langkah, Status
from aspirasi.models import Aspirasi, Pengirim, TautanProyek
from aspirasi.services import berkala, kiriman, tangani
from core.antrean.tugas import kerjakan_semua
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.jejak.segel import segel_semua
from core.models import Tugas
from core.waktu import pada
from kabar.models import Hal, Ikutan
from kabar.services.penyebar import sebarkan
from proyek.enums import Dasar, Tahap
from proyek.models import Keputusan, Proyek
from proyek.services.keputusan import catat_keputusan
from proyek.services.tahap import ubah_tahap
from tests.alat.jam import saat
from tests.alat.pengirim import kenal_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
SENIN = saat("2026-04-06")
ALASAN = "Dananya cukup untuk dua jalan saja, dan jalan Dusun 1 putus sama sekali."


def jalankan(kapan: dt.datetime) -> None:
    """One turn of the job, and everything it queued."""
    with pada(kapan):
        berkala.ikuti_proyek()
        kerjakan_semua()
    assert not Tugas.objects.exclude(status=Tugas.Status.SELESAI).exists()


def setel(proyek: Proyek, tahap: str) -> None:
    proyek.tahap = tahap
    proyek.save()


def putuskan(proyek: Proyek, tahap: str, oleh: Any, alasan: str = ALASAN) -> Keputusan:
    """A decision of a meeting about the project; with a stage it moves it there."""
    keputusan = Keputusan(
        proyek=proyek,
        ke_tahap=tahap,
        judul="Rabat beton Dusun 3 dibahas",
        isi="Rabat beton Dusun 3 belum masuk rencana tahun 2027.",
        alasan=alasan,
        dasar=Dasar.MUSKAM,
        tanggal_surat=dt.date(2026, 6, 1),
        ditetapkan_jabatan="Kepala Kampung Sido Rejo",
    )
    return catat_keputusan(keputusan=keputusan, oleh=oleh)


def menunggu(pemeran: Any, *proyek: Proyek, **lain: Any) -> Aspirasi:
    """A public kiriman that waits for these projects."""
    with pada(SENIN):
        aspirasi = terbit(pemeran.kampung, pemeran.staf, **lain)
        for satu in proyek:
            tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=satu, oleh=pemeran.kakam)
        kerjakan_semua()
    return aspirasi


def kabar(aspirasi: Aspirasi) -> list[str]:
    """The stages that were told, in order."""
    semua = riwayat(aspirasi).filter(aksi=Aksi.IKUTI_TAHAP)
    return [(j.isi.rincian or {})["tahap"] for j in semua]


def teks(client: Client, alamat: str) -> str:
    return client.get(alamat).content.decode()


class TestStages:
    def test_a_no_is_told_with_its_reason_and_nothing_is_lost(
        self, client: Client, pemeran: Any, mailoutbox: Any
    ) -> None:
        proyek = buat_proyek(tahap=Tahap.DIBAHAS)
        with pada(SENIN):
            terkirim = buat(pemeran.kampung, kontak={"email": "warga@contoh.id"})
            aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
            tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.kakam)
            kerjakan_semua()
        mailoutbox.clear()
        with pada(saat("2026-06-02")):
            keputusan = putuskan(proyek, Tahap.TIDAK_DIPRIORITASKAN, pemeran.kakam)
            putuskan(proyek, "", pemeran.kakam, "Ukurannya dicatat lagi untuk tahun depan.")
        for hari in ("2026-06-02", "2026-06-03"):
            jalankan(saat(hari))
        assert kabar(aspirasi) == ["belum diprioritaskan"]
        (surat,) = mailoutbox
        assert "Usul Anda belum masuk rencana," in surat.body
        assert "masuk rencana proyek" not in surat.body
        kenal_pengirim(client, terkirim)
        with pada(saat("2026-06-03")):
            umum = teks(Client(), aspirasi.get_absolute_url())
            sendiri = teks(client, reverse("aspirasi:kiriman", args=[aspirasi.acuan]))
        for isi in (umum, sendiri):
            assert "Masuk rencana proyek<" not in isi
            assert f"Proyek {proyek.nomor}: belum diprioritaskan" in isi
            assert ALASAN in isi
            assert f'href="{keputusan.get_absolute_url()}">Keputusan {keputusan.nomor}<' in isi
            assert "Ukurannya dicatat lagi" not in isi
            assert f"<strong>Alasannya:</strong> {ALASAN}" in isi
        lagi = "belum masuk rencana, tetapi tidak hilang: dapat dibahas lagi dalam musyawarah"
        assert f"Usul Anda {lagi} Juni 2026." in sendiri
        assert f"Usul ini {lagi}" in umum
        aspirasi.refresh_from_db()
        assert (aspirasi.status, aspirasi.langkah) == (Status.DIRENCANAKAN, Langkah.NIHIL)

    def test_followers_hear_of_it(self, pemeran: Any, klien: Any) -> None:
        proyek = buat_proyek(tahap=Tahap.DIBAHAS)
        aspirasi = menunggu(pemeran, proyek)
        Ikutan.objects.create(
            pengguna=pemeran.warga, hal=Hal.objects.create(aspirasi=aspirasi), sejak=SENIN
        )
        setel(proyek, Tahap.MASUK_RKP)
        jalankan(saat("2026-06-02"))
        segel_semua()
        assert sebarkan()
        isi = teks(klien("warga"), reverse("kabar:pemberitahuan"))
        assert f"Proyek {proyek.nomor}: masuk rencana kerja kampung" in isi

    def test_each_stage_once_and_the_rounds_between_in_silence(self, pemeran: Any) -> None:
        proyek = buat_proyek(tahap=Tahap.DITELAAH)
        aspirasi = menunggu(pemeran, proyek)
        jalan = (
            *(Tahap.DIBAHAS, Tahap.TIDAK_DIPRIORITASKAN, Tahap.USULAN, Tahap.DITELAAH),
            *(Tahap.DIBAHAS, Tahap.TIDAK_DIPRIORITASKAN, Tahap.USULAN, Tahap.MASUK_DU_RKP),
            *(Tahap.DIANGGARKAN, Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA, Tahap.BERJALAN),
        )
        for nomor, tahap in enumerate(jalan, start=1):
            setel(proyek, tahap)
            for jam in (8, 9):
                jalankan(saat(f"2026-06-{nomor:02}", jam))
        assert kabar(aspirasi) == [
            "belum diprioritaskan",
            "belum diprioritaskan",
            "diusulkan ke kabupaten",
            "sudah dianggarkan",
            "sedang dikerjakan",
            "dihentikan sementara",
            "sedang dikerjakan",
        ]

    def test_of_two_projects_only_the_one_that_moved_is_told(self, pemeran: Any) -> None:
        satu, dua = buat_proyek(), buat_proyek()
        aspirasi = menunggu(pemeran, satu, dua)
        setel(dua, Tahap.DIHENTIKAN_SEMENTARA)
        jalankan(saat("2026-06-02"))
        (jejak,) = riwayat(aspirasi).filter(aksi=Aksi.IKUTI_TAHAP)
        assert (jejak.isi.rincian or {})["proyek"] == dua.nomor

    def test_where_it_stood_when_it_was_linked_is_no_news(self, pemeran: Any) -> None:
        aspirasi = menunggu(pemeran, buat_proyek(tahap=Tahap.DIANGGARKAN))
        jalankan(saat("2026-06-02"))
        assert kabar(aspirasi) == []

    def test_the_reason_of_a_stop_is_quoted_too(self, pemeran: Any) -> None:
        proyek = buat_proyek()
        aspirasi = menunggu(pemeran, proyek)
        with pada(saat("2026-08-03")):
            ubah_tahap(
                proyek=proyek,
                ke=Tahap.DIHENTIKAN_SEMENTARA,
                tanggal=dt.date(2026, 8, 3),
                oleh=pemeran.kakam,
                alasan="Jembatan ke lokasi putus.",
            )
        jalankan(saat("2026-08-03"))
        assert "Alasannya:" not in teks(Client(), aspirasi.get_absolute_url())
        isi = teks(Client(), aspirasi.get_absolute_url())
        assert "Jembatan ke lokasi putus." in isi
        assert "yang pengerjaannya dihentikan sementara" in isi

    def test_what_no_longer_waits_is_left_alone(self, pemeran: Any) -> None:
        proyek = buat_proyek()
        aspirasi = menunggu(pemeran, proyek)
        kiriman.tarik(aspirasi=aspirasi)
        setel(proyek, Tahap.DIHENTIKAN_SEMENTARA)
        jalankan(saat("2026-06-02"))
        with pytest.raises(TidakBisa):
            berkala.ikuti_tahap(aspirasi.acuan.hex)
        assert kabar(aspirasi) == []
        assert TautanProyek.objects.get().tahap_dikabarkan == Tahap.BERJALAN


KATA = {
    (Tahap.DIANGGARKAN,): "Dijawab dengan sebuah proyek. Sesudah",
    (Tahap.BERJALAN,): "proyek, yang sedang dikerjakan. Sesudah",
    (Tahap.BERJALAN, Tahap.TIDAK_DIPRIORITASKAN): "proyek, yang sedang dikerjakan. Sesudah",
    (Tahap.DIHENTIKAN_SEMENTARA,): "proyek, yang pengerjaannya dihentikan sementara. Sesudah",
    (Tahap.DIHENTIKAN_SEMENTARA, Tahap.DIANGGARKAN): "Dijawab dengan sebuah proyek. Sesudah",
    (Tahap.TIDAK_DIPRIORITASKAN,): "Usul ini belum masuk rencana,",
    (Tahap.TIDAK_DIPRIORITASKAN, Tahap.DIBATALKAN): "Usul ini belum masuk rencana,",
    (Tahap.TIDAK_DIPRIORITASKAN, Tahap.SELESAI): "Usul ini belum masuk rencana,",
    (Tahap.TIDAK_DIPRIORITASKAN, Tahap.USULAN): "Dijawab dengan sebuah proyek. Sesudah",
}


@pytest.mark.parametrize("tahap", KATA)
def test_the_sentence_says_how_the_projects_stand(pemeran: Any, tahap: tuple[str, ...]) -> None:
    aspirasi = menunggu(pemeran, *(buat_proyek(tahap=t) for t in tahap))
    aspirasi.refresh_from_db()
    dibaca = Aspirasi.objects.dengan_keadaan().get()
    luput = KATA[tahap].endswith("belum masuk rencana,")
    lencana = ("Belum masuk rencana", "netral") if luput else ("Masuk rencana proyek", "baik")
    if tahap == (Tahap.DIHENTIKAN_SEMENTARA,):
        lencana = ("Proyeknya berhenti", "awas")
    assert (dibaca.kata_status, dibaca.nada) == lencana
    assert KATA[tahap] in kalimat(aspirasi)
    assert kalimat(dibaca) == kalimat(aspirasi)


@pytest.mark.parametrize(("hari", "tahun"), [("2026-06-30", 2026), ("2026-07-01", 2027)])
def test_the_next_meeting_on_the_plan_is_in_june(pemeran: Any, hari: str, tahun: int) -> None:
    aspirasi = menunggu(pemeran, buat_proyek(tahap=Tahap.TIDAK_DIPRIORITASKAN), jenis=Jenis.KELUHAN)
    aspirasi.refresh_from_db()
    with pada(saat(hari)):
        assert kalimat(aspirasi, pengirim=True) == (
            "Kiriman Anda belum masuk rencana, tetapi tidak hilang: dapat dibahas lagi dalam "
            f"musyawarah Juni {tahun}."
        )


def test_every_list_says_so(pemeran: Any, klien: Any) -> None:
    aspirasi = menunggu(pemeran, buat_proyek(tahap=Tahap.TIDAK_DIPRIORITASKAN))
    Pengirim.objects.update(pengguna=pemeran.warga)
    Ikutan.objects.create(
        pengguna=pemeran.warga, hal=Hal.objects.create(aspirasi=aspirasi), sejak=SENIN
    )
    daftar = {
        "pengunjung": ("/aspirasi/", "/kampung/sido-rejo/"),
        "warga": (reverse("aspirasi:saya"), reverse("kabar:ikutan")),
        "staf": (reverse("meja:aspirasi") + "?status=direncanakan",),
    }
    for siapa, semua in daftar.items():
        for alamat in semua:
            isi = teks(klien(siapa), alamat)
            assert aspirasi.judul in isi, alamat
            assert "Belum masuk rencana" in isi, alamat


@pytest.mark.parametrize("banyak", [1, 3])
def test_reading_them_costs_one_query(
    pemeran: Any, banyak: int, django_assert_num_queries: Any
) -> None:
    for _ in range(banyak):
        menunggu(pemeran, buat_proyek(), buat_proyek())
    with django_assert_num_queries(1):
        assert len([kalimat(a) for a in Aspirasi.objects.dengan_keadaan()]) == banyak


class TestFinished:
    def test_asked_once_for_each_project(self, pemeran: Any) -> None:
        satu, dua = buat_proyek(), buat_proyek(tahap=Tahap.DIANGGARKAN)
        aspirasi = menunggu(pemeran, satu)
        setel(satu, Tahap.SELESAI)
        jalankan(saat("2026-06-01"))
        with pada(saat("2026-06-02")):
            tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=dua, oleh=pemeran.kakam)
        setel(satu, Tahap.SERAH_TERIMA)
        jalankan(saat("2026-06-03"))
        aspirasi.refresh_from_db()
        assert aspirasi.langkah == Langkah.NIHIL
        with pytest.raises(TidakBisa, match="sudah ditanya"):
            berkala.tanyai(aspirasi.acuan.hex)
        setel(dua, Tahap.SELESAI)
        for hari in ("2026-09-01", "2026-09-02"):
            jalankan(saat(hari))
        aspirasi.refresh_from_db()
        assert aspirasi.langkah == Langkah.KONFIRMASI
        ditanya = riwayat(aspirasi).filter(aksi=Aksi.TANYAI)
        assert [(j.isi.rincian or {})["proyek"] for j in ditanya] == [satu.nomor, dua.nomor]
        assert kabar(aspirasi) == []

    def test_a_second_one_that_is_finished_while_the_first_is_asked_about(
        self, pemeran: Any
    ) -> None:
        satu, dua = buat_proyek(), buat_proyek()
        aspirasi = menunggu(pemeran, satu, dua)
        setel(satu, Tahap.SELESAI)
        jalankan(saat("2026-06-01"))
        setel(dua, Tahap.SELESAI)
        jalankan(saat("2026-06-04"))
        assert riwayat(aspirasi).filter(aksi=Aksi.TANYAI).count() == 2
        aspirasi.refresh_from_db()
        assert aspirasi.langkah_mulai == dt.date(2026, 6, 4)

    def test_one_that_was_finished_before_it_was_linked_is_asked_about(self, pemeran: Any) -> None:
        aspirasi = menunggu(pemeran, buat_proyek(tahap=Tahap.SELESAI))
        jalankan(saat("2026-06-01"))
        aspirasi.refresh_from_db()
        assert aspirasi.langkah == Langkah.KONFIRMASI


class TestCancelled:
    def test_one_of_two_is_told_and_all_of_them_give_it_back(self, pemeran: Any) -> None:
        satu, dua = buat_proyek(), buat_proyek()
        aspirasi = menunggu(pemeran, satu, dua)
        setel(satu, Tahap.DIBATALKAN)
        setel(dua, Tahap.TIDAK_DIPRIORITASKAN)
        jalankan(saat("2026-06-01"))
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIRENCANAKAN
        assert kabar(aspirasi) == ["dibatalkan", "belum diprioritaskan"]
        setel(dua, Tahap.DIBATALKAN)
        jalankan(saat("2026-06-02"))
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIPROSES
        assert riwayat(aspirasi).get(aksi=Aksi.LEPAS_PROYEK).isi.alasan == (
            f"Proyek {satu.nomor}, {dua.nomor} dibatalkan."
        )
        assert len(kabar(aspirasi)) == 2

    def test_a_cancelled_one_alone_is_told_by_that(self, pemeran: Any) -> None:
        proyek = buat_proyek()
        aspirasi = menunggu(pemeran, proyek)
        setel(proyek, Tahap.DIBATALKAN)
        with pytest.raises(TidakBisa):
            berkala.ikuti_tahap(aspirasi.acuan.hex)
        jalankan(saat("2026-06-01"))
        assert kabar(aspirasi) == []

    def test_what_gave_it_back_is_no_news_once_more(self, pemeran: Any) -> None:
        batal, lain = buat_proyek(), buat_proyek()
        aspirasi = menunggu(pemeran, batal)
        setel(batal, Tahap.DIBATALKAN)
        jalankan(saat("2026-06-01"))
        tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=lain, oleh=pemeran.staf)
        jalankan(saat("2026-06-02"))
        assert kabar(aspirasi) == []
