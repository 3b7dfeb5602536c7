"""The planned progress: filled in at the front door, and told against the work."""

import datetime as dt
from decimal import Decimal

import pytest

from core.galat import TidakBisa
from core.models import Jejak
from proyek.services.rencana import galat_titik, tetapkan_rencana
from tests.alat.baca import sebaris
from tests.pabrik.kelengkapan import buat_rencana
from tests.pabrik.proyek import buat_proyek

JULI, AGUSTUS = dt.date(2026, 7, 6), dt.date(2026, 8, 19)


def isian(*baris: tuple[str, str], **lain: str) -> dict[str, str]:
    isi = dict(lain)
    for nomor, (tanggal, persen) in enumerate(baris, start=1):
        isi |= {f"tanggal_{nomor}": tanggal, f"persen_{nomor}": persen}
    return isi


@pytest.fixture
def proyek(db):
    return buat_proyek(mulai_rencana=JULI, selesai_rencana=AGUSTUS)


def alamat(proyek) -> str:
    return f"{proyek.get_absolute_url()}rencana-kemajuan/"


def titik(proyek) -> list[tuple[str, int]]:
    semua = proyek.rencana_kemajuan.values_list("tanggal", "persen")
    return [(hari.isoformat(), int(persen)) for hari, persen in semua]


class TestFrontDoor:
    def test_a_straight_line_is_offered_and_stored_as_it_is_changed(self, klien, proyek) -> None:
        client = klien("aparat")
        isi = sebaris(client.get(alamat(proyek)))
        assert "usulan garis lurus" in isi
        assert 'value="2026-08-19"' in isi
        kirim = isian(("2026-07-20", "30"), ("", ""), ("2026-08-19", "100%"))
        assert client.post(alamat(proyek), kirim).status_code == 302
        assert titik(proyek) == [("2026-07-20", 30), ("2026-08-19", 100)]

    @pytest.mark.parametrize(
        ("baris", "pesan"),
        [
            ([("2026-07-20", "60"), ("2026-08-01", "40")], "Persen harus naik"),
            ([("2026-07-20", "60"), ("2026-07-20", "100")], "tertulis dua kali"),
            ([("2026-07-20", "60"), ("2026-08-01", "90")], "Baris terakhir harus 100"),
            ([("2026-07-01", "60"), ("2026-08-01", "100")], "mendahului rencana mulai"),
            ([("2026-07-20", "60"), ("2026-09-01", "100")], "melewati rencana selesai"),
            ([("2026-07-20", "")], "Isi tanggal dan persennya"),
            ([("besok", "100")], "tidak dapat dibaca"),
            ([("2026-07-20", "120")], "Persen harus antara 0 dan 100"),
        ],
    )
    def test_what_is_no_plan_says_why_and_stays_typed(self, klien, proyek, baris, pesan) -> None:
        isi = sebaris(klien("aparat").post(alamat(proyek), isian(*baris)))
        assert pesan in isi
        assert f'value="{baris[0][1]}"' in isi or not baris[0][1]
        assert titik(proyek) == []

    def test_more_rows_keep_what_was_typed(self, klien, proyek) -> None:
        kirim = isian(("2026-07-20", "30"), ("2026-08-19", "")) | {"tambah_baris": "1"}
        isi = sebaris(klien("aparat").post(alamat(proyek), kirim))
        assert 'value="30"' in isi
        assert "tanggal_5" in isi
        assert "Ada yang perlu diperbaiki" not in isi

    def test_another_plan_needs_a_reason_and_the_trail_keeps_both(
        self, client, klien, proyek, pemeran
    ) -> None:
        buat_rencana(proyek, pemeran.kakam, (AGUSTUS, 100))
        kirim = isian(("2026-07-20", "30"), ("2026-08-19", "100"))
        assert "Bagian ini harus diisi" in sebaris(klien("aparat").post(alamat(proyek), kirim))
        klien("aparat").post(alamat(proyek), kirim | {"alasan": "Hujan di awal."})
        assert len(titik(proyek)) == 2
        isi = sebaris(client.get(f"{proyek.get_absolute_url()}perjalanan/"))
        assert "Hujan di awal." in isi
        assert "Dulu: 100% pada 19 Agustus 2026" in isi
        assert "Kini: 30% pada 20 Juli 2026, 100% pada 19 Agustus 2026" in isi

    def test_only_the_office_may(self, klien, proyek) -> None:
        for siapa in ("warga", "bpk", "aparat_lain"):
            assert klien(siapa).get(alamat(proyek)).status_code == 403


def test_the_same_plan_again_is_no_act(proyek, pemeran) -> None:
    for _ in range(2):
        buat_rencana(proyek, pemeran.kakam, (AGUSTUS, 100))
    assert Jejak.objects.filter(aksi="rencana_kemajuan").count() == 1


def test_a_plan_can_be_taken_away_with_a_reason(proyek, pemeran) -> None:
    buat_rencana(proyek, pemeran.kakam, (AGUSTUS, 100))
    with pytest.raises(TidakBisa):
        tetapkan_rencana(proyek=proyek, titik=[], alasan=" ", oleh=pemeran.kakam)
    tetapkan_rencana(proyek=proyek, titik=[], alasan="Salah proyek.", oleh=pemeran.kakam)
    assert titik(proyek) == []


def test_without_planned_days_any_rising_plan_will_do(db) -> None:
    baris = [(dt.date(2030, 1, 1), Decimal(50)), (dt.date(2030, 2, 1), Decimal(100))]
    assert galat_titik(buat_proyek(), baris) == ""
