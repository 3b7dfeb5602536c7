"""The place on the desk: officials see where to go, look at marked places, and only narrow."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi
from aspirasi.services import letak
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from tests.alat.baca import teks
from tests.alat.meja import alamat
from tests.alat.pengirim import masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit

pytestmark = pytest.mark.django_db
TITIK = (Decimal("-5.162341"), Decimal("105.031237"))
LETAK = {"lintang": TITIK[0], "bujur": TITIK[1]}
TEPAT = "−5,16234, 105,03124"
ANGKA = ("16234", "03123", "03124")  # of the exact place, however it is written
ALASAN = "Penandanya tepat di sebuah rumah."


def umum(aspirasi: Aspirasi) -> str:
    return teks(Client().get(aspirasi.get_absolute_url()))


@pytest.fixture
def ditandai(pemeran: Any) -> Aspirasi:
    """A public keluhan whose sender marked its place afterwards: it waits."""
    return letak.atur(
        aspirasi=terbit(pemeran.kampung, pemeran.staf, jenis="keluhan"),
        titik=TITIK,
        tempat_umum=True,
    )


class TestLooking:
    """An exact place shows for everyone after an official saw it."""

    def test_it_stands_first_and_shows_after_the_look(self, klien: Any, ditandai: Aspirasi) -> None:
        a, staf = ditandai, klien("staf")
        isi = teks(staf.get(alamat(a)))
        for ada in (TEPAT, "geo:-5.16234,105.03124", "pengirim minta tampil dengan tepat"):
            assert ada in isi
        data = {"sejak": a.letak_menunggu_pada.isoformat()}
        assert data["sejak"] in isi
        assert TEPAT not in umum(a)
        assert "tampil dengan tepat untuk umum" in teks(
            staf.post(alamat(a, "tepatkan-letak"), data, follow=True)
        )
        assert TEPAT in umum(a)
        assert "Bulatkan lokasinya" in teks(staf.get(alamat(a)))
        assert staf.post(alamat(a, "tepatkan-letak"), data).status_code == 409

    def test_one_that_was_moved_meanwhile_is_looked_at_again(
        self, klien: Any, ditandai: Aspirasi
    ) -> None:
        a = ditandai
        dilihat = a.letak_menunggu_pada.isoformat()
        letak.atur(aspirasi=a, titik=(TITIK[0], Decimal("105.03")), tempat_umum=True)
        respons = klien("staf").post(alamat(a, "tepatkan-letak"), {"sejak": dilihat})
        assert respons.status_code == 409
        assert "baru saja mengubah lokasinya" in teks(respons)
        assert "dibulatkan" in umum(a)

    @pytest.mark.parametrize("sejak", ["", "kemarin", "\0", "9999-99-99T99:99"])
    def test_a_broken_form_shows_nothing(self, klien: Any, ditandai: Aspirasi, sejak: str) -> None:
        a = ditandai
        respons = klien("staf").post(alamat(a, "tepatkan-letak"), {"sejak": sejak})
        assert respons.status_code == 200
        assert "Muat ulang halaman ini" in teks(respons)
        assert TEPAT not in umum(a)

    def test_nothing_waits_of_what_is_not_public(self, klien: Any, pemeran: Any) -> None:
        a = buat(pemeran.kampung, tempat_umum=True, **LETAK).aspirasi
        isi = teks(klien("staf").get(alamat(a)))
        assert "tepat, karena tempat umum" in isi
        assert "Tampilkan lokasinya" not in isi


class TestNarrowing:
    """Officials say that it is no public place; they never say that it is one."""

    def test_it_is_rounded_at_once_and_the_sender_reads_why(
        self, client: Client, klien: Any, pemeran: Any
    ) -> None:
        terkirim = buat(
            pemeran.kampung,
            jangkauan=Jangkauan.PUBLIK,
            tempat_umum=True,
            kontak={"telepon": "+6281234567890"},
            **LETAK,
        )
        a = periksa(terkirim.aspirasi, pemeran.staf)
        assert TEPAT in umum(a)
        sebelum = a.kabar_pengirim.count()
        staf = klien("staf")
        assert "Alasannya" in teks(staf.post(alamat(a, "bulatkan-letak"), {"alasan": ""}))
        staf.post(alamat(a, "bulatkan-letak"), {"alasan": ALASAN})
        assert TEPAT not in umum(a)
        assert ALASAN not in umum(a)
        assert a.kabar_pengirim.count() == sebelum + 1
        assert ALASAN in teks(masuk_pengirim(client, terkirim))
        jejak = riwayat(a).last()
        assert (jejak.aksi, jejak.dari, jejak.ke) == ("letak_dibulatkan", "tepat", "bulat")

    def test_a_wish_that_waits_is_refused_by_the_same(self, klien: Any, ditandai: Aspirasi) -> None:
        a = ditandai
        klien("staf").post(alamat(a, "bulatkan-letak"), {"alasan": ALASAN})
        a.refresh_from_db()
        assert (a.tempat_umum, a.letak_menunggu_pada) == (False, None)

    def test_it_cannot_be_marked_by_narrowing_nothing(self, klien: Any, pemeran: Any) -> None:
        a = terbit(pemeran.kampung, pemeran.staf, **LETAK)
        assert "Bulatkan lokasinya" not in teks(klien("staf").get(alamat(a)))
        respons = klien("staf").post(alamat(a, "bulatkan-letak"), {"alasan": ALASAN})
        assert respons.status_code == 409
        assert "sudah dibulatkan" in teks(respons)
        with pytest.raises(TidakBisa, match="alasannya"):
            letak.bulatkan(
                aspirasi=terbit(pemeran.kampung, pemeran.staf, tempat_umum=True, **LETAK),
                alasan=" ",
                oleh=pemeran.staf,
            )

    @pytest.mark.parametrize(
        ("siapa", "status"),
        [("aparat", 403), ("kakam", 403), ("aparat_lain", 404), ("warga", 403), ("admin", 302)],
    )
    def test_only_who_may_verify(self, klien: Any, pemeran: Any, siapa: str, status: int) -> None:
        a = terbit(pemeran.kampung, pemeran.staf, tempat_umum=True, **LETAK)
        for nama in ("bulatkan-letak", "tepatkan-letak"):
            data = {"alasan": ALASAN, "sejak": "2026-11-24T08:00:00+07:00"}
            respons = klien(siapa).post(alamat(a, nama), data)
            assert respons.status_code in (status, 409)
        a.refresh_from_db()
        assert a.tempat_umum is (siapa != "admin")

    def test_a_kampung_to_which_it_is_delegated(self, klien: Any, pemeran: Any) -> None:
        pemeran.kampung.verifikasi_didelegasikan = True
        pemeran.kampung.save()
        a = terbit(pemeran.kampung, pemeran.staf, tempat_umum=True, **LETAK)
        klien("aparat").post(alamat(a, "bulatkan-letak"), {"alasan": ALASAN})
        a.refresh_from_db()
        assert a.tempat_umum is False
