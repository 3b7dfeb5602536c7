"""Ready sentences: offered per act, put under what was typed, edited by the kecamatan."""

from typing import Any

import pytest
from django.urls import reverse

from aspirasi.models import TemplatJawaban
from tests.aspirasi.bantu import buat, periksa, terbit
from tests.meja.bantu import alamat, teks

pytestmark = pytest.mark.django_db
TULISAN = "Sudah kami lihat di lapangan kemarin."


def siap(aksi: str) -> TemplatJawaban:
    return TemplatJawaban.objects.filter(aksi=aksi)[0]


def form(respons: Any, nama: str) -> Any:
    return next(p.form for p in respons.context["tindakan"] if p.nama == nama)


class TestChoosing:
    """Without JavaScript, and without losing a word."""

    def test_a_dozen_stand_ready_for_the_acts_that_take_one(self, klien: Any, pemeran: Any) -> None:
        assert TemplatJawaban.objects.count() >= 12
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        pilihan = {
            p.nama: len(p.templat) for p in klien("staf").get(alamat(aspirasi)).context["tindakan"]
        }
        assert pilihan["tanggapi"] == 6
        assert pilihan["tolak"] == pilihan["bukan-wewenang"] == 3
        assert pilihan["catatan"] == 0

    def test_it_goes_under_what_was_typed(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        templat = siap("tanggapi")
        jawab = klien("aparat").post(
            alamat(aspirasi, "tanggapi"), {"isi": TULISAN, "templat": templat.pk}
        )
        assert jawab.status_code == 200
        isi = form(jawab, "tanggapi")["isi"]
        assert isi.value() == f"{TULISAN}\n\n{templat.isi}"
        assert teks(jawab).count(" autofocus") == str(isi).count(" autofocus") == 1
        assert not aspirasi.tindak_lanjut.exists()  # nothing is sent by choosing

    def test_every_other_field_keeps_its_answer(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        tujuan = pemeran.kampung.instansi.pk
        data = {"ke": tujuan, "catatan": "", "templat": siap("teruskan").pk}
        isi = form(klien("staf").post(alamat(aspirasi, "teruskan"), data), "teruskan")
        assert isi["ke"].value() == str(tujuan)
        assert isi["catatan"].value() == siap("teruskan").isi

    def test_an_address_prefills_it(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        jawab = klien("staf").get(alamat(aspirasi), {"templat": siap("tolak").pk})
        assert form(jawab, "tolak")["alasan"].value() == siap("tolak").isi
        pilihan = {p.nama: p.buka for p in jawab.context["tindakan"]}
        assert [nama for nama, buka in pilihan.items() if buka] == ["tolak"]

    def test_gaps_are_not_sent(self, klien: Any, pemeran: Any) -> None:
        aspirasi = periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
        data = {"isi": "Yang akan dikerjakan: …\nPaling lambat: Senin depan."}
        isi = teks(klien("staf").post(alamat(aspirasi, "tanggapi"), data))
        assert "titik-titik" in isi
        assert "Senin depan" in isi
        assert not aspirasi.tindak_lanjut.exists()

    @pytest.mark.parametrize("nomor", ["0", "x", "9" * 30, "-1", "²", "\0"])
    def test_odd_numbers_are_no_template(self, klien: Any, pemeran: Any, nomor: str) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        staf = klien("staf")
        teks(staf.get(alamat(aspirasi), {"templat": nomor}))
        staf.post(alamat(aspirasi, "tanggapi"), {"isi": TULISAN, "templat": nomor})
        assert aspirasi.tindak_lanjut.get().isi == TULISAN

    def test_one_of_another_act_or_of_no_right_changes_nothing(
        self, klien: Any, pemeran: Any
    ) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        jawab = klien("aparat").get(alamat(aspirasi), {"templat": siap("tolak").pk})
        assert siap("tolak").isi not in teks(jawab)
        diam = periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
        klien("aparat").post(
            alamat(diam, "tanggapi"), {"isi": TULISAN, "templat": siap("tolak").pk}
        )
        assert diam.tindak_lanjut.get().isi == TULISAN


class TestEditing:
    """In the admin, by the kecamatan."""

    def test_staff_write_one_and_it_is_offered(self, klien: Any, pemeran: Any) -> None:
        staf = klien("staf")
        data = {"aksi": "tolak", "judul": "Sudah lewat", "isi": "Acaranya lewat.", "urutan": 1}
        staf.post(reverse("admin:aspirasi_templatjawaban_add"), data)
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        assert "Sudah lewat" in teks(staf.get(alamat(aspirasi)))
        assert "Sudah lewat" in teks(staf.get(reverse("admin:aspirasi_templatjawaban_changelist")))

    def test_others_do_not(self, klien: Any, pemeran: Any) -> None:
        for siapa in ("aparat", "bpk", "warga", "pengunjung"):
            jawab = klien(siapa).get(reverse("admin:aspirasi_templatjawaban_add"))
            assert jawab.status_code in (302, 403), siapa
