"""Letters to and from a body outside the kecamatan, and the number at SP4N-LAPOR!.

Their scans are in `test_pindaian.py`.
"""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Aksi, Jangkauan, Langkah, Status
from aspirasi.models import Aspirasi
from aspirasi.services import instansi, kiriman, tangani
from aspirasi.services.instansi import catat_nomor_lapor, catat_surat, tunggu_instansi
from aspirasi.services.jawab import tutup_negatif
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import hari_ini, pada
from tests.alat.baca import teks
from tests.alat.jam import saat
from tests.alat.meja import ALASAN, alamat
from tests.alat.pengirim import masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa, surat, terbit
from tests.pabrik.berkas import dokumen
from tests.pabrik.kampung import InstansiFactory, instansi_kampung, instansi_kecamatan

pytestmark = pytest.mark.django_db


def test_nothing_is_routed_to_where_nobody_has_a_desk(klien: Any, pemeran: Any) -> None:
    aspirasi, dinas = terbit(pemeran.kampung, pemeran.staf), InstansiFactory()
    staf = klien("staf")
    halaman = teks(staf.get(alamat(aspirasi, "teruskan")))
    assert dinas.nama not in halaman
    assert "Tunggu instansi lain" in halaman
    jawab = staf.post(alamat(aspirasi, "teruskan"), {"ke": dinas.pk})
    assert "Pilihan itu tidak ada" in teks(jawab)
    with pytest.raises(TidakBisa, match="Tunggu instansi lain"):
        tangani.teruskan(aspirasi=aspirasi, ke=dinas, oleh=pemeran.staf)
    assert not aspirasi.disposisi.exists()


@pytest.mark.parametrize("siapa", ["staf", "admin"])  # an admin holds no jabatan there
def test_who_takes_it_up_again_holds_it(klien: Any, pemeran: Any, siapa: str) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    instansi.tunggu_instansi(
        aspirasi=aspirasi, isi="Kami bersurat.", surat=surat(), oleh=pemeran.staf
    )
    klien(siapa).post(alamat(aspirasi, "ambil"))
    aspirasi.refresh_from_db()
    assert (aspirasi.status, aspirasi.ditangani) == (Status.DIPROSES, instansi_kecamatan())
    assert bagian(pemeran[siapa]) == [aspirasi.pk]


def test_what_nobody_works_on_waits_for_the_kecamatan(pemeran: Any) -> None:
    dinas = InstansiFactory()
    luar, entah = terbit(pemeran.kampung, pemeran.staf), terbit(None, pemeran.staf)
    sendiri = terbit(pemeran.kampung, pemeran.staf)
    tutup = periksa(
        buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN).aspirasi, pemeran.petugas_rahasia
    )
    Aspirasi.objects.update(status=Status.DIPROSES)
    Aspirasi.objects.filter(pk=luar.pk).update(ditangani=dinas)
    assert bagian(pemeran.staf) == sorted([luar.pk, entah.pk])
    assert bagian(pemeran.petugas_rahasia) == sorted([luar.pk, entah.pk, tutup.pk])
    assert bagian(pemeran.kakam) == [sendiri.pk]


@pytest.mark.parametrize("aksi", [Aksi.GABUNG, Aksi.NYATAKAN_BERES])
def test_only_words_close_without_an_answer(pemeran: Any, aksi: str) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    with pytest.raises(ValueError, match="does not close"):
        tutup_negatif(aspirasi=aspirasi, aksi=aksi, alasan="Sama.", oleh=pemeran.staf)


def bagian(orang: Any) -> list[int]:
    return sorted(Aspirasi.objects.bagian(orang).values_list("pk", flat=True))


@pytest.mark.django_db
def test_only_a_body_outside_the_kecamatan_is_waited_for(pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    for badan in (instansi_kecamatan(), instansi_kampung(pemeran.kampung)):
        with pytest.raises(TidakBisa, match="di luar kecamatan"):
            tunggu_instansi(
                aspirasi=aspirasi, isi="Kami bersurat.", surat=surat(badan), oleh=pemeran.staf
            )


RAHASIA = {"jangkauan": Jangkauan.KECAMATAN}


class TestNumberElsewhere:
    """SP4N-LAPOR! stands beside every closed kiriman; the portal does not replace it."""

    def tolak(self, pemeran: Any) -> Aspirasi:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        return tutup_negatif(
            aspirasi=aspirasi, aksi=Aksi.BUKAN_WEWENANG, alasan=ALASAN, oleh=pemeran.staf
        )

    def test_the_number_is_noted_and_shown_to_everyone(self, klien: Any, pemeran: Any) -> None:
        aspirasi = self.tolak(pemeran)
        umum = reverse("aspirasi:rincian", args=[aspirasi.nomor])
        assert "melengkapi, bukan menggantikan" in teks(klien("pengunjung").get(umum))
        staf = klien("staf")
        buruk = staf.post(alamat(aspirasi, "lapor"), {"nomor": "<b>1</b>"})
        assert "Tulis nomornya saja" in teks(buruk)
        staf.post(alamat(aspirasi, "lapor"), {"nomor": "8123456"})
        for siapa in ("pengunjung", "warga"):
            isi = teks(klien(siapa).get(umum))
            assert "8123456" in isi
            assert 'href="https://www.lapor.go.id/" rel="external noopener"' in isi

    def test_the_sender_of_a_closed_one_reads_it_too(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, **RAHASIA)
        tutup_negatif(
            aspirasi=terkirim.aspirasi,
            aksi=Aksi.TOLAK,
            alasan=ALASAN,
            oleh=pemeran.petugas_rahasia,
        )
        klien("petugas_rahasia").post(alamat(terkirim.aspirasi, "lapor"), {"nomor": "777-12"})
        client = klien("pengunjung")
        assert "777-12" not in teks(
            client.get(f"/aspirasi/lacak/?kode={terkirim.kode}", follow=True)
        )
        assert "777-12" in teks(masuk_pengirim(client, terkirim))

    def test_not_while_the_portal_owes_the_answer(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        jawab = klien("staf").post(alamat(aspirasi, "lapor"), {"nomor": "1"})
        assert jawab.status_code == 409
        assert "masih terbuka" in teks(jawab)
        umum = reverse("aspirasi:rincian", args=[aspirasi.nomor])
        assert "melengkapi, bukan menggantikan" not in teks(klien("pengunjung").get(umum))
        aspirasi.refresh_from_db()
        assert (aspirasi.nomor_lapor, aspirasi.status) == ("", Status.DIVERIFIKASI)


def isian_surat(instansi: Any, **lain: Any) -> dict[str, Any]:
    return {
        "instansi": instansi.pk,
        "perihal": "Jalan kabupaten rusak",
        "nomor": "600/12/2026",
        "tanggal": hari_ini().isoformat(),
    } | lain


def test_wait_for_a_dinas_and_record_its_answer(klien: Any, pemeran: Any) -> None:
    aspirasi, dinas = terbit(pemeran.kampung, pemeran.staf), InstansiFactory()
    staf = klien("staf")
    staf.post(
        alamat(aspirasi, "tunggu-instansi"),
        isian_surat(dinas, isi="Jalan ini milik kabupaten. Kami bersurat ke dinas."),
    )
    aspirasi.refresh_from_db()
    assert (aspirasi.status, aspirasi.ditangani) == (Status.MENUNGGU_INSTANSI, dinas)
    staf.post(
        alamat(aspirasi, "surat"), isian_surat(dinas, arah="masuk", perihal="Akan ditambal Mei")
    )
    umum = teks(Client().get(aspirasi.get_absolute_url()))
    for kata in ("Kami bersurat ke dinas", "600/12/2026", "Akan ditambal Mei", dinas.nama):
        assert kata in umum


def test_no_kampung_is_waited_for(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    kampung = instansi_kampung(pemeran.kampung)
    respons = klien("staf").post(
        alamat(aspirasi, "tunggu-instansi"), isian_surat(kampung, isi="Kami bersurat ke sana.")
    )
    assert "Pilihan itu tidak ada" in teks(respons)


class TestLetters:
    """Each letter stands once, with the office that works on it and the day of the reminder."""

    @staticmethod
    def tunggu(
        aspirasi: Aspirasi, oleh: Any, dinas: Any, isi: str = "Bersurat.", **lain: Any
    ) -> Any:
        kertas = surat(dinas)
        for nama, nilai in lain.items():
            setattr(kertas, nama, nilai)
        return tunggu_instansi(aspirasi=aspirasi, isi=isi, surat=kertas, oleh=oleh)

    def test_the_first_one(self, pemeran: Any) -> None:
        aspirasi, dinas = terbit(pemeran.kampung, pemeran.staf), InstansiFactory()
        for _ in range(2):  # sent twice
            kini = self.tunggu(aspirasi, pemeran.staf, dinas)
            assert (kini.status, kini.ditangani) == (Status.MENUNGGU_INSTANSI, dinas)
        kertas = aspirasi.surat.get()
        assert (kertas.arah, kertas.dicatat_oleh) == ("keluar", pemeran.staf)
        kata = aspirasi.tindak_lanjut.get()
        assert (kata.jenis, kata.isi, kata.oleh) == ("tanggapan", "Bersurat.", pemeran.staf)
        assert kata.atas_nama == str(pemeran.staf.jabatan_aktif[0])
        disposisi = aspirasi.disposisi.get()
        assert (disposisi.ke, disposisi.oleh) == (dinas, pemeran.staf)
        jejak = riwayat(aspirasi).get(aksi=Aksi.TUNGGU_INSTANSI)
        assert (jejak.isi.rincian, jejak.oleh_id) == ({"ke": dinas.nama}, pemeran.staf.pk)
        assert (jejak.dari, jejak.ke) == ("diverifikasi", "menunggu_instansi")

    @pytest.mark.parametrize(
        ("isi", "lain"),
        [
            ("Kata lain.", {}),
            ("Bersurat.", {"nomor": "2"}),
            ("Bersurat.", {"perihal": "Hal lain"}),
            ("Bersurat.", {"tanggal": hari_ini() - dt.timedelta(days=1)}),
        ],
    )
    def test_other_words_or_another_letter_stand_too(
        self, pemeran: Any, isi: str, lain: dict[str, Any]
    ) -> None:
        aspirasi, dinas = terbit(pemeran.kampung, pemeran.staf), InstansiFactory()
        self.tunggu(aspirasi, pemeran.staf, dinas)
        self.tunggu(aspirasi, pemeran.staf, dinas, isi, **lain)
        assert aspirasi.surat.count() == 2
        self.tunggu(aspirasi, pemeran.staf, InstansiFactory())
        assert aspirasi.surat.count() == 3

    def test_taken_back_and_sent_once_more_it_waits_again(self, pemeran: Any) -> None:
        aspirasi, dinas = terbit(pemeran.kampung, pemeran.staf), InstansiFactory()
        self.tunggu(aspirasi, pemeran.staf, dinas)
        tangani.ambil(aspirasi=aspirasi, oleh=pemeran.staf)
        assert self.tunggu(aspirasi, pemeran.staf, dinas).status == Status.MENUNGGU_INSTANSI
        aspirasi.refresh_from_db()
        assert (aspirasi.status, aspirasi.surat.count()) == (Status.MENUNGGU_INSTANSI, 2)

    def test_a_further_one_starts_the_reminder_anew_and_stands_once(self, pemeran: Any) -> None:
        aspirasi, dinas = terbit(pemeran.kampung, pemeran.staf), InstansiFactory()
        with pytest.raises(TidakBisa, match="tidak sedang menunggu"):
            catat_surat(aspirasi=aspirasi, surat=surat(dinas), oleh=pemeran.staf)
        with pada(saat("2026-04-06")):
            self.tunggu(aspirasi, pemeran.staf, dinas)
        for _ in range(2):
            kertas = surat(dinas)
            kertas.arah = "masuk"
            catat_surat(aspirasi=aspirasi, surat=kertas, oleh=pemeran.camat)
        aspirasi.refresh_from_db()
        assert (aspirasi.langkah, aspirasi.langkah_mulai) == (Langkah.INSTANSI, hari_ini())
        assert list(aspirasi.surat.values_list("dicatat_oleh", flat=True)) == [
            pemeran.staf.pk,
            pemeran.camat.pk,
        ]
        jejak = riwayat(aspirasi).get(aksi=Aksi.SURAT_INSTANSI)
        assert jejak.oleh_id == pemeran.camat.pk
        assert (jejak.dari, jejak.ke) == ("menunggu_instansi", "menunggu_instansi")
        assert jejak.isi.rincian == {"ke": aspirasi.surat.last().lawan}

    def test_what_came_in_is_no_repeat_of_what_went_out(self, pemeran: Any) -> None:
        aspirasi, dinas = terbit(pemeran.kampung, pemeran.staf), InstansiFactory()
        self.tunggu(aspirasi, pemeran.staf, dinas)
        for arah in ("keluar", "masuk", "masuk"):  # the same day, number and matter
            kertas = surat(dinas)
            kertas.arah = arah
            catat_surat(aspirasi=aspirasi, surat=kertas, oleh=pemeran.staf)
        assert list(aspirasi.surat.values_list("arah", flat=True)) == ["keluar", "masuk"]

    def test_a_repeat_without_a_scan_changes_nothing(self, pemeran: Any) -> None:
        aspirasi, dinas = terbit(pemeran.kampung, pemeran.staf), InstansiFactory()
        self.tunggu(aspirasi, pemeran.staf, dinas)
        sebelum = list(riwayat(aspirasi))
        kertas = surat(dinas)
        kertas.arah = "keluar"
        sama = catat_surat(aspirasi=aspirasi, surat=kertas, oleh=pemeran.staf)
        assert (sama, list(riwayat(aspirasi))) == (aspirasi.surat.get(), sebelum)
        kertas = surat(dinas)
        kertas.arah = "masuk"
        lain = catat_surat(aspirasi=aspirasi, surat=kertas, oleh=pemeran.staf)
        assert lain == aspirasi.surat.last() != sama

    def test_a_scan_that_comes_later_joins_the_letter_once(self, pemeran: Any) -> None:
        aspirasi, dinas = terbit(pemeran.kampung, pemeran.staf), InstansiFactory()
        self.tunggu(aspirasi, pemeran.staf, dinas)
        satu, dua = dokumen(), dokumen("Lain.pdf")
        for berkas in (satu, dua, None):
            self.tunggu(aspirasi, pemeran.staf, dinas, berkas=berkas)
            assert aspirasi.surat.get().berkas == satu
        kertas = surat(dinas)
        kertas.arah, kertas.berkas = "keluar", dua
        assert catat_surat(aspirasi=aspirasi, surat=kertas, oleh=pemeran.staf).berkas == satu


def test_the_number_elsewhere_stands_in_the_trail_once_and_can_be_taken_back(pemeran: Any) -> None:
    aspirasi = kiriman.tarik(aspirasi=terbit(pemeran.kampung, pemeran.staf))
    for nomor in ("812", "812", "", ""):
        kini = catat_nomor_lapor(aspirasi=aspirasi, nomor=nomor, oleh=pemeran.staf)
        aspirasi.refresh_from_db()
        assert kini.nomor_lapor == aspirasi.nomor_lapor == nomor
    jejak = riwayat(aspirasi).filter(aksi=Aksi.NOMOR_LAPOR)
    semua = [(j.isi.rincian, j.oleh_id) for j in jejak]
    assert semua == [({"nomor": nomor}, pemeran.staf.pk) for nomor in ("812", "")]
