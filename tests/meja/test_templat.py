"""Ready sentences: offered per act, put under typed words, edited by the kecamatan."""

from typing import Any

import pytest
from django.urls import reverse

from aspirasi.models import TemplatJawaban
from meja import templat
from meja.tindakan.dasar import BERCELAH
from tests.alat.baca import teks
from tests.alat.meja import alamat
from tests.pabrik.aspirasi import buat, periksa, terbit

pytestmark = pytest.mark.django_db
TULISAN = "Sudah kami lihat di lapangan kemarin."


def siap(aksi: str) -> TemplatJawaban:
    return TemplatJawaban.objects.filter(aksi=aksi)[0]


class TestChoosing:
    """Without JavaScript, and without losing a word."""

    def test_a_dozen_stand_ready_for_the_acts_that_take_one(self, klien: Any, pemeran: Any) -> None:
        assert TemplatJawaban.objects.count() >= 12
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        staf = klien("staf")
        for nama, jumlah in (("tanggapi", 6), ("tolak", 3), ("bukan-wewenang", 3), ("catatan", 0)):
            assert len(staf.get(alamat(aspirasi, nama)).context["templat"]) == jumlah
        for nama, jumlah in (("beri-kabar", 2), ("tunda", 2), ("tunggu-instansi", 1)):
            assert len(staf.get(alamat(aspirasi, nama)).context["templat"]) == jumlah

    def test_the_open_form_asks_for_them_and_keeps_its_words(
        self, klien: Any, pemeran: Any
    ) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        aparat = klien("aparat")
        assert 'name="templat" value=""' in teks(aparat.get(alamat(aspirasi)))
        jawab = aparat.post(alamat(aspirasi, "tanggapi"), {"isi": TULISAN, "templat": ""})
        assert jawab.context["form"]["isi"].value() == TULISAN
        assert siap("tanggapi").judul in teks(jawab)
        assert not aspirasi.tindak_lanjut.exists()

    def test_it_goes_under_what_was_typed(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        satu = siap("tanggapi")
        jawab = klien("aparat").post(
            alamat(aspirasi, "tanggapi"), {"isi": TULISAN, "templat": satu.pk}
        )
        assert jawab.status_code == 200
        isi = jawab.context["form"]["isi"]
        assert isi.value() == f"{TULISAN}\n\n{satu.isi}"
        assert teks(jawab).count(" autofocus") == str(isi).count(" autofocus") == 1
        assert not aspirasi.tindak_lanjut.exists()  # nothing is sent by choosing

    def test_every_other_field_keeps_its_answer(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        tujuan = pemeran.kampung.instansi.pk
        data = {"ke": tujuan, "catatan": "", "templat": siap("teruskan").pk}
        isi = klien("staf").post(alamat(aspirasi, "teruskan"), data).context["form"]
        assert isi["ke"].value() == str(tujuan)
        assert isi["catatan"].value() == siap("teruskan").isi

    def test_an_address_prefills_it(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        jawab = klien("staf").get(alamat(aspirasi, "tolak"), {"templat": siap("tolak").pk})
        assert jawab.context["form"]["alasan"].value() == siap("tolak").isi

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
        staf, tujuan = klien("staf"), alamat(aspirasi, "tanggapi")
        teks(staf.get(tujuan, {"templat": nomor}))
        jawab = staf.post(tujuan, {"isi": TULISAN, "templat": nomor})
        assert jawab.context["form"]["isi"].value() == TULISAN
        assert not aspirasi.tindak_lanjut.exists()

    def test_one_of_another_act_or_of_no_right_changes_nothing(
        self, klien: Any, pemeran: Any
    ) -> None:
        aspirasi, lain = terbit(pemeran.kampung, pemeran.staf), siap("tolak")
        aparat = klien("aparat")
        tolak = alamat(aspirasi, "tolak")
        assert aparat.get(tolak, {"templat": lain.pk}).status_code == 403
        assert aparat.post(tolak, {"alasan": TULISAN, "templat": lain.pk}).status_code == 403
        jawab = aparat.post(alamat(aspirasi, "tanggapi"), {"isi": TULISAN, "templat": lain.pk})
        assert jawab.context["form"]["isi"].value() == TULISAN
        assert not aspirasi.tindak_lanjut.exists()


class TestWhichActsTakeOne:
    """Those whose form has a place for it, in the admin as on the desk."""

    def test_the_admin_offers_just_these(self, klien: Any, db: None) -> None:
        form = klien("staf").get(reverse("admin:aspirasi_templatjawaban_add")).context
        pilihan = {nilai for nilai, _ in form["adminform"].form.fields["aksi"].choices}
        assert {"tanggapi", "minta-keterangan", "kabari", "tunda", "tunggu-instansi"} <= pilihan
        assert not pilihan & {"periksa", "ambil", "catatan", "tugaskan"}

    def test_what_stands_ready_is_for_one_of_these(self, db: None) -> None:
        dikenal = {aksi for aksi, _ in templat.langkah()}
        assert set(TemplatJawaban.objects.values_list("aksi", flat=True)) <= dikenal

    @pytest.mark.parametrize(
        ("nama", "aksi"),
        [
            ("minta-keterangan", "minta-keterangan"),
            ("beri-kabar", "kabari"),
            ("tunda", "tunda"),
            ("tunggu-instansi", "tunggu-instansi"),
        ],
    )
    def test_one_is_put_in_and_its_gaps_are_not_sent(
        self, klien: Any, pemeran: Any, nama: str, aksi: str
    ) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        if nama != "minta-keterangan":
            aspirasi = periksa(aspirasi, pemeran.staf)
        isi = "Kami menunggu …, lalu kami tulis di sini."
        satu = TemplatJawaban.objects.create(aksi=aksi, judul="Menunggu", isi=isi)
        staf, tujuan = klien("staf"), alamat(aspirasi, nama)
        form = staf.post(tujuan, {"templat": satu.pk}).context["form"]
        assert form[form.bidang_templat].value() == isi
        assert BERCELAH in teks(staf.post(tujuan, {form.bidang_templat: isi}))
        assert not aspirasi.tindak_lanjut.exists()


class TestEditing:
    """In the admin, by the kecamatan."""

    def test_staff_write_one_and_it_is_offered(self, klien: Any, pemeran: Any) -> None:
        staf = klien("staf")
        data = {"aksi": "tolak", "judul": "Sudah lewat", "isi": "Acaranya lewat.", "urutan": 1}
        staf.post(reverse("admin:aspirasi_templatjawaban_add"), data)
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        assert "Sudah lewat" in teks(staf.get(alamat(aspirasi, "tolak")))
        assert "Sudah lewat" in teks(staf.get(reverse("admin:aspirasi_templatjawaban_changelist")))

    def test_others_do_not(self, klien: Any, pemeran: Any) -> None:
        for siapa in ("aparat", "bpk", "warga", "pengunjung"):
            jawab = klien(siapa).get(reverse("admin:aspirasi_templatjawaban_add"))
            assert jawab.status_code in (302, 403), siapa
