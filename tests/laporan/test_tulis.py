"""Writing a report through the front door: the draft and its refusals."""

import datetime
import re
from decimal import Decimal

import pytest

from core.galat import TidakBisa
from laporan.enums import Status
from laporan.models import LaporanKemajuan, Realisasi
from laporan.services import jadwal
from laporan.services.tulis import simpan_draf
from proyek.enums import Tahap
from proyek.models import Proyek
from tests.alat.baca import kunci, teks_terbuka
from tests.pabrik.laporan import alamat_tulis, buat_laporan, isian
from tests.pabrik.pemeran import KAMPUNG, SEMUA_PERAN
from tests.pabrik.proyek import buat_proyek

OKTOBER = datetime.date(2026, 10, 1)


class TestDraf:
    """/laporan/tulis/<proyek>/"""

    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_who_may_write(self, klien, proyek, siapa: str) -> None:
        client = klien(siapa)
        boleh = KAMPUNG | {"fasilitator"}
        diharapkan = 302 if siapa == "pengunjung" else 200 if siapa in boleh else 404
        assert client.get(alamat_tulis(proyek)).status_code == diharapkan
        client.post(alamat_tulis(proyek), isian(proyek))
        assert LaporanKemajuan.objects.exists() == (siapa in boleh)

    @pytest.mark.parametrize("siapa", sorted(KAMPUNG | {"fasilitator"}))
    def test_opening_the_form_changes_no_page(self, klien, proyek, siapa: str) -> None:
        """Awaited reports that the worker has still to make can be written; no GET makes them."""
        client, halaman = klien(siapa), proyek.get_absolute_url()
        sebelum = teks_terbuka(klien("pengunjung").get(halaman))
        isi = teks_terbuka(client.get(alamat_tulis(proyek)))
        assert 'value="2026-10-01"' in isi
        client.get(alamat_tulis(proyek) + "?rentang=2026-10-01")
        assert not proyek.jadwal_laporan.exists()
        assert teks_terbuka(klien("pengunjung").get(halaman)) == sebelum
        jadwal.susun(proyek=proyek)
        Proyek.objects.filter(pk=proyek.pk).update(frekuensi_laporan="mingguan")
        lama = list(proyek.jadwal_laporan.values())
        client.get(alamat_tulis(proyek))
        assert list(proyek.jadwal_laporan.values()) == lama

    def test_a_draft_holds_what_was_typed_and_is_not_public(self, klien, proyek, pemeran) -> None:
        respons = klien("aparat").post(alamat_tulis(proyek), isian(proyek, persen="72,5"))
        draf = LaporanKemajuan.objects.get()
        assert respons["Location"] == f"/laporan/draf/{draf.pk}/"
        assert (draf.status, draf.nomor, draf.periode) == (Status.DRAF, None, OKTOBER)
        assert (draf.persen, draf.dibuat_oleh) == (Decimal("72.5"), pemeran.aparat)
        assert draf.realisasi.get().jumlah == 250_000
        assert f"/laporan/draf/{draf.pk}/" in teks_terbuka(
            klien("kakam").get(proyek.get_absolute_url())
        )

    def test_a_second_send_makes_no_second_draft(self, klien, proyek) -> None:
        client = klien("aparat")
        isi = isian(proyek, kunci=kunci(client, alamat_tulis(proyek)))
        pertama, kedua = (client.post(alamat_tulis(proyek), isi) for _ in range(2))
        assert LaporanKemajuan.objects.count() == 1
        assert pertama["Location"] == kedua["Location"]
        lain = buat_proyek(proyek.kampung)
        respons = client.post(alamat_tulis(lain), isian(lain, kunci=isi["kunci"]))
        assert "Formulir ini sudah dipakai" in teks_terbuka(respons)

    def test_a_span_has_one_report(self, klien, proyek, pemeran) -> None:
        buat_laporan(proyek, pemeran.kakam)
        isi = teks_terbuka(klien("aparat").post(alamat_tulis(proyek), isian(proyek)))
        assert "Pilihan itu tidak ada" in isi
        assert LaporanKemajuan.objects.count() == 1

    def test_when_every_day_has_its_report_the_page_says_so(self, klien, proyek, pemeran) -> None:
        for bulan in range(7, 12):
            buat_laporan(proyek, pemeran.kakam, periode=datetime.date(2026, bulan, 1))
        respons = klien("aparat").get(alamat_tulis(proyek), follow=True)
        assert "Tidak ada laporan yang perlu ditulis" in teks_terbuka(respons)

    def test_the_span_that_is_due_first_is_chosen_beforehand(self, klien, pemeran) -> None:
        proyek = buat_proyek(
            mulai_nyata=datetime.date(2026, 10, 18), frekuensi_laporan="dua_mingguan"
        )
        isi = teks_terbuka(klien("aparat").get(alamat_tulis(proyek)))
        pilihan = re.findall(r'<option value="(\S+)"[^>]*>([^<]*)', isi)
        assert pilihan[:2] == [
            ("2026-10-18", "18–31 Oktober 2026"),
            ("2026-11-01", "1–14 November 2026"),
        ]
        klien("aparat").post(alamat_tulis(proyek), isian(proyek, periode="2026-11-01"))
        draf = LaporanKemajuan.objects.get()
        assert draf.sampai == datetime.date(2026, 11, 14)
        sisa = teks_terbuka(klien("aparat").get(alamat_tulis(proyek)))
        assert "18–31 Oktober 2026" in sisa
        assert "1–14 November 2026" not in re.findall(r"<option[^>]*>([^<]*)", sisa)

    def test_what_is_owed_can_be_written_after_the_handover(self, klien, pemeran, proyek) -> None:
        jadwal.susun(proyek=proyek)
        Proyek.objects.filter(pk=proyek.pk).update(
            tahap=Tahap.SERAH_TERIMA, selesai_nyata=datetime.date(2026, 10, 20)
        )
        jadwal.susun(proyek=proyek)
        pintu = f'href="{alamat_tulis(proyek)}"'
        assert pintu in teks_terbuka(klien("aparat").get(proyek.get_absolute_url()))
        respons = klien("aparat").post(alamat_tulis(proyek), isian(proyek))
        assert respons.status_code == 302
        jadwal.susun(proyek=proyek)
        proyek.jadwal_laporan.update(gugur="batal")  # nothing is owed any more
        assert pintu not in teks_terbuka(klien("aparat").get(proyek.get_absolute_url()))
        assert LaporanKemajuan.objects.get().kata_waktu == "1–20 Oktober 2026"

    def test_two_reports_tell_of_no_day_twice(self, proyek, pemeran) -> None:
        buat_laporan(proyek, pemeran.kakam, terbit=False)
        isi = {"periode": datetime.date(2026, 10, 20), "sampai": datetime.date(2026, 11, 2)}
        laporan = LaporanKemajuan(proyek=proyek, persen=50, **isi)
        with pytest.raises(TidakBisa, match="untuk waktu ini sudah ada"):
            simpan_draf(laporan=laporan, realisasi=[], oleh=pemeran.kakam)

    def test_money_may_follow_later(self, klien, proyek) -> None:
        belanja = {f"belanja_{proyek.pendanaan.get().pk}": ""}
        isi = isian(proyek, belanja_menyusul="on") | belanja
        klien("aparat").post(alamat_tulis(proyek), isi)
        assert LaporanKemajuan.objects.get().belanja_menyusul
        assert not Realisasi.objects.exists()

    def test_no_progress_needs_one_reason_only(self, klien, proyek, pemeran) -> None:
        buat_laporan(proyek, pemeran.kakam, persen=Decimal(40), periode=datetime.date(2026, 9, 1))
        isi = {
            "periode": "2026-10-01",
            "tanpa_kemajuan": "on",
            "alasan_tanpa_kemajuan": "Menunggu semen.",
            "ada_kendala": "tidak",
        }
        assert klien("aparat").post(alamat_tulis(proyek), isi).status_code == 302
        draf = LaporanKemajuan.objects.get(periode=OKTOBER)
        assert (draf.persen, draf.realisasi.get().jumlah) == (Decimal(40), 0)
        klien("kakam").post(f"/laporan/draf/{draf.pk}/terbitkan/")
        draf.refresh_from_db()
        assert draf.nomor

    def test_percent_may_fall_with_a_reason(self, klien, proyek, pemeran) -> None:
        buat_laporan(proyek, pemeran.kakam, persen=Decimal("60.5"))
        isi = isian(proyek, periode="2026-11-01", persen="55")
        assert "menyebut 60,5%" in teks_terbuka(klien("aparat").post(alamat_tulis(proyek), isi))
        isi["alasan_turun"] = "Dua meter cor retak dan dibongkar."
        assert klien("aparat").post(alamat_tulis(proyek), isi).status_code == 302

    def test_no_more_is_spent_than_there_is(self, klien, proyek, pemeran) -> None:
        dana = proyek.pendanaan.get()
        buat_laporan(proyek, pemeran.kakam, belanja={dana: 800_000})
        ganti = {f"belanja_{dana.pk}": "200.001", "periode": "2026-11-01"}
        isi = teks_terbuka(klien("aparat").post(alamat_tulis(proyek), isian(proyek, **ganti)))
        assert "Sisanya Rp 200.000" in isi
        ganti[f"belanja_{dana.pk}"] = "200.000"
        respons = klien("aparat").post(alamat_tulis(proyek), isian(proyek, **ganti))
        assert respons.status_code == 302

    @pytest.mark.parametrize(
        ("ganti", "pesan"),
        [
            ({"persen": "100,01"}, "Persen harus antara 0 dan 100"),
            ({"persen": "-1"}, "Persen harus antara 0 dan 100"),
            ({"persen": "banyak"}, "Tulis dengan angka"),
            ({"persen": "NaN"}, "Tulis dengan angka"),
            ({"persen": "33,333"}, "di belakang koma"),
            ({"persen": ""}, "berapa persen"),
            ({"periode": "2027-01-01"}, "Pilihan itu tidak ada"),
            ({"periode": "2026-06-01"}, "Pilihan itu tidak ada"),
            ({"periode": "2026-10-15"}, "Pilihan itu tidak ada"),
            ({"periode": "besok"}, "Pilihan itu tidak ada"),
            ({"ada_kendala": ""}, "Bagian ini harus diisi"),
            ({"ada_kendala": "ya"}, "Jelaskan kendalanya"),
            ({"ada_kendala": "ya", "kendala": "  "}, "Jelaskan kendalanya"),
            ({"tanpa_kemajuan": "on"}, "satu alasan"),
            ({"narasi": "x" * 100_000}, "Terlalu panjang"),
            ({"narasi": "a\0b"}, "tidak dapat disimpan"),
        ],
    )
    def test_bad_input_is_named_and_nothing_is_lost(self, klien, proyek, ganti, pesan) -> None:
        isi = teks_terbuka(klien("aparat").post(alamat_tulis(proyek), isian(proyek, **ganti)))
        assert pesan in isi
        assert "250.000" in isi
        assert not LaporanKemajuan.objects.exists()

    @pytest.mark.parametrize(
        ("jumlah", "pesan"),
        [
            ("", "Tulis 0 bila tidak ada belanja"),
            ("-5", "tidak boleh kurang dari nol"),
            ("1.000.001", "Sisanya Rp 1.000.000"),
            ("9" * 25, "Sisanya Rp 1.000.000"),
            ("9" * 5000, "angka saja"),
            ("sejuta", "angka saja"),
        ],
    )
    def test_bad_money_is_named(self, klien, proyek, jumlah, pesan) -> None:
        ganti = {f"belanja_{proyek.pendanaan.get().pk}": jumlah}
        isi = teks_terbuka(klien("aparat").post(alamat_tulis(proyek), isian(proyek, **ganti)))
        assert pesan in isi
        assert not LaporanKemajuan.objects.exists()

    def test_a_sum_and_to_follow_exclude_each_other(self, klien, proyek) -> None:
        isi = isian(proyek, belanja_menyusul="on")
        assert "hapus centang" in teks_terbuka(klien("aparat").post(alamat_tulis(proyek), isi))

    @pytest.mark.parametrize("tahap", [Tahap.USULAN, Tahap.DIANGGARKAN, Tahap.SERAH_TERIMA])
    def test_only_works_that_run_are_reported(self, klien, pemeran, tahap) -> None:
        proyek = buat_proyek(tahap=tahap)
        respons = klien("aparat").post(alamat_tulis(proyek), isian(proyek), follow=True)
        assert "tidak dapat dilaporkan" in teks_terbuka(respons)
        assert not LaporanKemajuan.objects.exists()

    def test_a_draft_can_be_changed(self, klien, proyek, pemeran) -> None:
        dana = proyek.pendanaan.get()
        draf = buat_laporan(proyek, pemeran.aparat, belanja={dana: 7}, terbit=False)
        alamat = f"/laporan/draf/{draf.pk}/ubah/"
        assert 'value="7"' in teks_terbuka(klien("kakam").get(alamat))
        klien("kakam").post(alamat, isian(proyek, periode="2026-09-01", persen="41"))
        draf.refresh_from_db()
        assert (draf.persen, draf.periode) == (Decimal(41), datetime.date(2026, 9, 1))
        assert draf.realisasi.get().jumlah == 250_000
        assert draf.dibuat_oleh == pemeran.aparat
