"""The ladder: who is reminded of late steps, in which order, and when it ends.

The letters of the clock itself are in `test_jam.py`.
"""

from typing import Any

import pytest

from aspirasi.bacaan.keadaan import kalimat, seharusnya
from aspirasi.enums import Aksi, Jenis, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import instansi, jawab, kiriman
from core.waktu import pada
from tests.alat.berkala import jalankan, jejak
from tests.alat.jam import saat
from tests.pabrik.aspirasi import buat, surat, terbit
from tests.pabrik.kampung import instansi_kecamatan
from tests.pabrik.orang import pejabat
from warga.enums import NamaJabatan, Peran

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]


SENIN = saat("2026-04-06")


class TestLadder:
    """Silence climbs from the kampung to the kasi and to the camat."""

    @pytest.fixture
    def bersurel(self, pemeran: Any) -> dict[str, Any]:
        """Everyone on the ladder has an address; the pembina is a person of the kecamatan."""
        kasi = pejabat(NamaJabatan.KASI_PMK, instansi_kecamatan(), nama="Kasi", peran=Peran.STAF)
        pemeran.kampung.petugas_pembina = pemeran.petugas_rahasia
        pemeran.kampung.save()
        orang = {n: pemeran[n] for n in ("aparat", "aparat_lain", "staf", "camat", "warga")}
        orang |= {"kasi": kasi, "pembina": pemeran.petugas_rahasia}
        for nama, satu in orang.items():
            satu.email = f"{nama}@contoh.id"
            satu.save()
        return orang

    def test_rung_by_rung_each_once(
        self, pemeran: Any, bersurel: dict[str, Any], mailoutbox: Any
    ) -> None:
        with pada(SENIN):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)  # due the 13th
        terkirim = []
        for hari in (13, 14, 15, 16, 17, 20, 21, 22):
            jalankan("ingatkan_terlambat", saat(f"2026-04-{hari}", 7))
            jalankan("ingatkan_terlambat", saat(f"2026-04-{hari}", 8))
            terkirim.append(sorted(a for s in mailoutbox for a in s.to))
            mailoutbox.clear()
        kosong: list[str] = []
        assert terkirim == [
            kosong,
            ["aparat@contoh.id"],
            kosong,
            ["kasi@contoh.id", "pembina@contoh.id"],
            kosong,
            kosong,
            ["camat@contoh.id"],
            kosong,
        ]
        assert jejak(aspirasi, Aksi.ESKALASI) == ["pemerintah kampung", "kasi kecamatan", "camat"]
        aspirasi.refresh_from_db()
        assert aspirasi.eskalasi == 3
        assert aspirasi in Aspirasi.objects.bagian(pemeran.staf)

    def test_what_the_kecamatan_owes_goes_to_the_kasi_at_once(
        self, pemeran: Any, bersurel: dict[str, Any], mailoutbox: Any
    ) -> None:
        with pada(SENIN):
            aspirasi = buat(pemeran.kampung).aspirasi  # due the 9th
        jalankan("ingatkan_terlambat", saat("2026-04-10"))
        assert jejak(aspirasi, Aksi.ESKALASI) == ["kasi kecamatan"]
        assert not any("aparat" in a for s in mailoutbox for a in s.to)

    def test_a_kampung_that_verifies_itself_climbs_from_its_own_rung(
        self, pemeran: Any, bersurel: dict[str, Any], mailoutbox: Any
    ) -> None:
        pemeran.kampung.verifikasi_didelegasikan = True
        pemeran.kampung.save()
        with pada(SENIN):
            aspirasi = buat(pemeran.kampung, langsung=True).aspirasi  # due the 9th
        for hari in (10, 14, 17):
            jalankan("ingatkan_terlambat", saat(f"2026-04-{hari}"))
        assert jejak(aspirasi, Aksi.ESKALASI) == ["pemerintah kampung", "kasi kecamatan", "camat"]
        assert mailoutbox[0].to == ["aparat@contoh.id"]
        aspirasi.refresh_from_db()
        assert seharusnya(aspirasi).startswith("Pemeriksaannya seharusnya selesai")
        assert kalimat(aspirasi) == "Menunggu diperiksa Pemerintah Kampung Sido Rejo."

    def test_what_was_opened_again_stays_the_kecamatans(
        self, pemeran: Any, bersurel: dict[str, Any]
    ) -> None:
        pemeran.kampung.verifikasi_didelegasikan = True
        pemeran.kampung.save()
        with pada(SENIN):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
            aspirasi = kiriman.buka_kembali(aspirasi=aspirasi, alasan="Mampet.")  # due the 9th
        jalankan("ingatkan_terlambat", saat("2026-04-10"))
        assert jejak(aspirasi, Aksi.ESKALASI) == ["kasi kecamatan"]
        assert kalimat(aspirasi).endswith("Menunggu diperiksa kecamatan.")

    def test_a_letter_reaches_only_who_may_read_it_and_holds_no_word(
        self, pemeran: Any, bersurel: dict[str, Any], mailoutbox: Any
    ) -> None:
        with pada(SENIN):
            buat(
                pemeran.kampung,
                isi="Kepala kampung meminta uang.",
                jangkauan="kecamatan",
                tentang=Tentang.APARAT_KAMPUNG,
            )
        for hari in ("2026-04-10", "2026-06-01"):
            jalankan("ingatkan_terlambat", saat(hari))
        assert [a for s in mailoutbox for a in s.to] == ["pembina@contoh.id"]
        assert not any("uang" in s.body + s.subject for s in mailoutbox)

    def test_an_answer_ends_it(self, pemeran: Any) -> None:
        with pada(SENIN):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
        jalankan("ingatkan_terlambat", saat("2026-04-14"))
        with pada(saat("2026-04-14")):
            jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        jalankan("ingatkan_terlambat", saat("2026-06-01"))
        aspirasi.refresh_from_db()
        assert aspirasi.eskalasi == 0
        assert len(jejak(aspirasi, Aksi.ESKALASI)) == 1

    def test_letters_are_chased_every_fourteen_days(self, pemeran: Any) -> None:
        with pada(SENIN):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            instansi.tunggu_instansi(
                aspirasi=aspirasi, isi="Kami bersurat.", surat=surat(), oleh=pemeran.staf
            )  # due the 24th
        for hari in ("2026-04-24", "2026-04-27", "2026-05-13", "2026-05-14", "2026-05-15"):
            jalankan("ingatkan_terlambat", saat(hari))
        assert jejak(aspirasi, Aksi.ESKALASI) == ["kasi kecamatan"] * 2
