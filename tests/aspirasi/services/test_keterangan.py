"""Questions of the kecamatan to a kampung about kiriman that the kampung may not read."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi, PermintaanKeterangan
from aspirasi.services.jawab import tanggapi
from aspirasi.services.keterangan import jawab
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import hari_ini
from tests.alat.baca import teks
from tests.alat.kerahasiaan import KATA, sembunyikan
from tests.alat.meja import alamat, menunggu
from tests.pabrik.aspirasi import terbit
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db
TANYA = "Mohon jelaskan siapa yang menjaga pintu air, dan kapan."


def minta(klien: Any, aspirasi: Aspirasi, siapa: str = "petugas_rahasia", **lain: Any) -> Any:
    data = {
        "kampung": aspirasi.kampung_id,
        "pertanyaan": TANYA,
        "tenggat": (hari_ini() + dt.timedelta(days=5)).isoformat(),
    }
    return klien(siapa).post(alamat(aspirasi, "tanya-kampung"), data | lain)


MENUNGGU = "pertanyaan kecamatan menunggu keterangan kampung"


class TestQuestionToKampung:
    """The kampung sees the question and a day."""

    def test_is_asked_answered_and_read_inside(self, klien: Any, pemeran: Any) -> None:
        aspirasi = sembunyikan(pemeran, "kecamatan")
        minta(klien, aspirasi)
        satu = PermintaanKeterangan.objects.get()
        kakam = klien("kakam")
        assert menunggu(kakam)[MENUNGGU] == 1
        isi = teks(kakam.get("/kerja/permintaan/"))
        assert TANYA in isi
        jawaban = reverse("meja:permintaan_jawab", args=[satu.acuan])
        kosong = kakam.post(jawaban, {"jawaban": ""})
        assert "harus diisi" in teks(kosong)
        kakam.post(jawaban, {"jawaban": "Kadus, setiap Senin pagi."})
        rahasia = klien("petugas_rahasia")
        assert "Kadus, setiap Senin pagi." in teks(rahasia.get(alamat(aspirasi)))
        lagi = kakam.post(jawaban, {"jawaban": "Jawaban kedua."})
        assert "sudah dijawab" in teks(lagi)
        assert "Jawaban kedua." in teks(lagi)
        satu.refresh_from_db()
        assert satu.jawaban == "Kadus, setiap Senin pagi."
        assert not menunggu(kakam)[MENUNGGU]

    @pytest.mark.parametrize(
        "kasus",
        ["petugas", "kecamatan", "tentang aparat kampung", "tentang petugas kecamatan"],
    )
    def test_nothing_of_the_kiriman_leaks_with_it(
        self, klien: Any, pemeran: Any, kasus: str
    ) -> None:
        pembaca = "camat" if kasus == "tentang petugas kecamatan" else "petugas_rahasia"
        aspirasi = sembunyikan(pemeran, kasus)
        assert minta(klien, aspirasi, pembaca).status_code == 302
        satu = PermintaanKeterangan.objects.get()
        tahu = (KATA, aspirasi.acuan.hex, str(aspirasi.acuan), aspirasi.kode, aspirasi.judul)
        for siapa in ("aparat", "kakam"):
            client = klien(siapa)
            for jalan in (
                "/kerja/permintaan/",
                reverse("meja:permintaan_jawab", args=[satu.acuan]),
            ):
                respons = client.get(jalan)
                assert respons.status_code == 200
                assert not [kata for kata in tahu if kata in teks(respons)]
            if kasus != "petugas":
                assert KATA not in teks(client.get("/kerja/"))

    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_who_reads_and_who_answers(self, klien: Any, pemeran: Any, siapa: str) -> None:
        aspirasi = sembunyikan(pemeran, "kecamatan")
        minta(klien, aspirasi)
        satu = PermintaanKeterangan.objects.get()
        jalan = reverse("meja:permintaan_jawab", args=[satu.acuan])
        client = klien(siapa)
        respons = client.post(jalan, {"jawaban": "Kadus yang jaga."})
        satu.refresh_from_db()
        assert bool(satu.dijawab_pada) is (siapa in ("aparat", "kakam"))
        harap = {"pengunjung": 302, "warga": 403, "fasilitator": 403, "bpk": 403}
        harap |= {"aparat": 302, "kakam": 302, "petugas_rahasia": 403}
        assert respons.status_code == harap.get(siapa, 404)
        daftar = client.get("/kerja/permintaan/")
        terlihat = daftar.status_code == 200 and TANYA in teks(daftar)
        assert terlihat is (siapa in ("aparat", "kakam", "petugas_rahasia"))

    def test_is_written_in_own_words(self, klien: Any, pemeran: Any) -> None:
        aspirasi = sembunyikan(pemeran, "kecamatan")
        for pertanyaan in (
            f"Apakah benar {aspirasi.isi.lower()}",
            f"Tolong lihat {aspirasi.kode} segera.",
            "Tolong telepon 0812-3456-7890 segera.",
        ):
            minta(klien, aspirasi, pertanyaan=pertanyaan)
        minta(klien, aspirasi, tenggat=hari_ini().isoformat())
        assert not PermintaanKeterangan.objects.exists()

    def test_twice_sent_stands_once_and_one_answer_wins(self, klien: Any, pemeran: Any) -> None:
        aspirasi = sembunyikan(pemeran, "kecamatan")
        for _ in range(2):
            minta(klien, aspirasi)
        satu = PermintaanKeterangan.objects.get()
        jawab(permintaan=satu, jawaban="Satu.", oleh=pemeran.kakam)
        with pytest.raises(TidakBisa):
            jawab(permintaan=satu, jawaban="Dua.", oleh=pemeran.aparat)

    def test_words_are_kept_where_closing_comes_too_late(self, klien: Any, pemeran: Any) -> None:
        """Somebody of the kampung answers while the kecamatan looks at the words."""
        minta(klien, sembunyikan(pemeran, "kecamatan"))
        satu = PermintaanKeterangan.objects.get()
        jawab(permintaan=satu, jawaban="Dijaga Pak Mul.", oleh=pemeran.kakam)
        urus = reverse("meja:permintaan_urus", args=[satu.acuan])
        data = {"pertanyaan": "Siapa yang menjaga pintu air?", "tutup": "1"}
        respons = klien("petugas_rahasia").post(urus, data)
        assert "sudah dijawab atau sudah ditutup" in teks(respons)
        assert data["pertanyaan"] in teks(respons)
        satu.refresh_from_db()
        assert (satu.pertanyaan, satu.ditutup_pada) == (data["pertanyaan"], None)
        aksi = [j.aksi for j in riwayat(satu.aspirasi)][-2:]
        assert aksi == ["keterangan_dijawab", "keterangan_ditulis_ulang"]

    @pytest.mark.parametrize("banyak", [1, 3])
    def test_the_list_costs_the_same_for_more(
        self, klien: Any, pemeran: Any, banyak: int, django_assert_num_queries: Any
    ) -> None:
        aspirasi = sembunyikan(pemeran, "kecamatan")
        for i in range(banyak):
            minta(klien, aspirasi, pertanyaan=f"{TANYA} Yang ke-{i}.")
        kakam = klien("kakam")
        kakam.get("/kerja/permintaan/")
        with django_assert_num_queries(6):
            kakam.get("/kerja/permintaan/")


def test_the_answer_of_the_kampung_is_internal(klien: Any, pemeran: Any) -> None:
    """Neither the public page nor the sender's reads question or answer."""
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    minta(klien, aspirasi, "staf")
    jawab(permintaan=PermintaanKeterangan.objects.get(), jawaban="Kadus.", oleh=pemeran.kakam)
    tanggapi(aspirasi=aspirasi, isi="Sedang kami lihat.", oleh=pemeran.staf)
    assert TANYA not in teks(Client().get(aspirasi.get_absolute_url()))
    assert TANYA not in teks(klien("aparat").get(alamat(aspirasi)))
