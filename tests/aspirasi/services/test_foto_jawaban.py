"""Photos on an official answer: with it, added later, shown and held as it is."""

from typing import Any

import pytest
from django.core.files.storage import storages
from django.db import IntegrityError, transaction

from aspirasi.enums import Aksi, Jangkauan
from aspirasi.models import Aspirasi, Lampiran, TindakLanjut
from aspirasi.services import foto as foto_pengirim
from aspirasi.services import instansi, janji, jawab, kiriman, penarikan, penghapusan
from aspirasi.services import pembaca as layanan_pembaca
from aspirasi.services.foto_jawaban import PENUH, SUDAH_ADA, FotoBaru, tambah
from aspirasi.services.foto_umum import setujui_foto
from aspirasi.services.redaksi import tutup
from core.berkas.redaksi import Kotak
from core.berkas.simpan import PUBLIK, buang_yatim, jalur, simpan_foto
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.models import Berkas
from core.waktu import hari_ini
from tests.pabrik import gambar as rupa
from tests.pabrik.aspirasi import buat, periksa, surat, terbit
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db
ALASAN = "Foto sesudah gorong-gorong diganti."


def bawaan(*warna: str, tahan: bool = False) -> FotoBaru:
    return FotoBaru([simpan_foto(foto(w)) for w in warna or ("green",)], tahan=tahan)


def jawaban_dengan(aspirasi: Aspirasi, oleh: Any, *warna: str, tahan: bool = False) -> Any:
    """An answer with photos, and its first photo."""
    satu = jawab.tanggapi(
        aspirasi=aspirasi, isi="Sudah digali.", oleh=oleh, foto=bawaan(*warna, tahan=tahan)
    )
    return satu, satu.foto.select_related("berkas").first()


@pytest.fixture
def aspirasi(pemeran: Any) -> Aspirasi:
    return terbit(pemeran.kampung, pemeran.staf)


class TestWithTheAnswer:
    """Each act that answers officially takes photos."""

    def test_every_kind_of_answer(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        sama = {"aspirasi": aspirasi, "foto": bawaan("red"), "oleh": pemeran.staf}
        jawab.beri_kabar(isi="Sedang diukur.", **sama)
        sama["foto"] = bawaan("blue")
        instansi.tunggu_instansi(isi="Jalan kabupaten.", surat=surat(), **sama)
        sama["foto"] = bawaan("white")
        janji.janjikan(isi="Kami ganti.", sampai=hari_ini().replace(day=28), **sama)
        sama["foto"] = bawaan("black", "green")
        jawab.tanggapi(isi="Tidak dapat.", jawaban="tidak", **sama)
        semua = [t.foto.count() for t in aspirasi.tindak_lanjut.jawaban()]
        assert semua == [1, 1, 1, 2]
        assert not Lampiran.objects.exclude(berkas__nama_publik__isnull=False).exists()

    def test_the_same_words_again_add_what_is_new_and_nothing_twice(
        self, pemeran: Any, aspirasi: Aspirasi
    ) -> None:
        sama = {"aspirasi": aspirasi, "isi": "Sedang diukur.", "oleh": pemeran.kakam}
        jawab.beri_kabar(**sama, foto=bawaan("red"))
        jawab.beri_kabar(**sama, foto=bawaan("red", "blue"))
        satu = aspirasi.tindak_lanjut.get()
        assert satu.foto.count() == 2
        assert Berkas.objects.count() == 2

    def test_six_are_too_many_and_the_answer_is_not_given(
        self, pemeran: Any, aspirasi: Aspirasi
    ) -> None:
        enam = bawaan("red", "blue", "white", "black", "green", "yellow")
        with pytest.raises(TidakBisa) as galat:
            jawab.tanggapi(aspirasi=aspirasi, isi="Sudah.", oleh=pemeran.kakam, foto=enam)
        assert galat.value.pesan == PENUH
        assert not aspirasi.tindak_lanjut.exists()
        assert not Lampiran.objects.exists()

    def test_the_place_where_it_was_taken_is_gone(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        asli = rupa.tulis(rupa.gambar(1000, 500), exif=rupa.exif())
        berkas = simpan_foto(rupa.unggahan(asli))
        isian = {"isi": "Sudah.", "oleh": pemeran.kakam, "foto": FotoBaru([berkas])}
        satu = jawab.tanggapi(aspirasi=aspirasi, **isian).foto.get()
        with storages[PUBLIK].open(jalur(satu.berkas.nama_publik)) as isi:
            assert rupa.potongan_riff(isi.read()) <= {b"VP8 ", b"VP8X", b"ALPH"}

    def test_photos_of_the_sender_keep_their_own_number(
        self, pemeran: Any, aspirasi: Aspirasi
    ) -> None:
        warna = ("red", "blue", "white", "black", "green")
        jawaban_dengan(aspirasi, pemeran.kakam, *warna)
        hasil = foto_pengirim.tambah(aspirasi, [foto(w) for w in warna])
        assert (hasil.tersimpan, hasil.ditolak) == (5, [])
        assert aspirasi.lampiran.dari_pengirim().count() == 5


class TestShown:
    """Everyone sees it where everyone reads the answer, and nowhere else."""

    def test_at_once_on_a_public_kiriman_unless_it_is_held(
        self, pemeran: Any, aspirasi: Aspirasi
    ) -> None:
        _, satu = jawaban_dengan(aspirasi, pemeran.kakam)
        assert satu.berkas.publik
        lain = terbit(pemeran.kampung, pemeran.staf, isi="Lampu mati.")
        _, dua = jawaban_dengan(lain, pemeran.kakam, tahan=True)
        assert not dua.berkas.publik
        assert dua.ditahan
        setujui_foto(lampiran=dua, oleh=pemeran.kakam)
        dua.refresh_from_db()
        assert dua.berkas.publik

    @pytest.mark.parametrize("cara", ["petugas", "kecamatan", "anak", "belum diperiksa"])
    def test_never_elsewhere(self, pemeran: Any, cara: str) -> None:
        isian: dict[str, Any] = {"jangkauan": Jangkauan.PUBLIK, "anak": cara == "anak"}
        if cara in ("petugas", "kecamatan"):
            isian["jangkauan"] = cara
        satu = buat(pemeran.kampung, langsung=cara == "belum diperiksa", **isian).aspirasi
        if cara == "belum diperiksa":
            berkas = simpan_foto(foto())
            jawaban = TindakLanjut.objects.create(aspirasi=satu, jenis="tanggapan", isi="Sudah.")
            tambah(jawaban=jawaban, foto=FotoBaru([berkas]), alasan=ALASAN, oleh=pemeran.kakam)
        else:
            periksa(satu, pemeran.staf)
            jawaban_dengan(satu, pemeran.staf)
        lampiran = satu.lampiran.select_related("berkas").get()
        assert not lampiran.berkas.publik
        assert lampiran.disetujui_pada is None

    def test_it_goes_with_the_page_and_comes_back_by_an_officials_choice(
        self, pemeran: Any, aspirasi: Aspirasi
    ) -> None:
        _, satu = jawaban_dengan(aspirasi, pemeran.kakam)
        layanan_pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PETUGAS)
        satu.refresh_from_db()
        assert not satu.berkas.publik
        layanan_pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PUBLIK)
        aspirasi.refresh_from_db()
        isian = {"isi_publik": aspirasi.isi_publik, "oleh": pemeran.staf}
        layanan_pembaca.umumkan(aspirasi=aspirasi, foto=[satu], **isian)
        satu.refresh_from_db()
        assert satu.berkas.publik

    def test_withdrawn_by_the_sender(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        _, satu = jawaban_dengan(aspirasi, pemeran.kakam)
        kiriman.tarik(aspirasi=aspirasi)
        satu.refresh_from_db()
        assert not satu.berkas.publik
        with pytest.raises(TidakBisa):
            tambah(jawaban=satu.jawaban, foto=bawaan("red"), alasan=ALASAN, oleh=pemeran.kakam)

    def test_erasing_takes_the_senders_photos_and_leaves_the_answer(
        self, pemeran: Any, aspirasi: Aspirasi
    ) -> None:
        foto_pengirim.tambah(aspirasi, [foto("white")])
        _, satu = jawaban_dengan(aspirasi, pemeran.kakam)
        penghapusan.hapus_semua(aspirasi=aspirasi)
        assert aspirasi.lampiran.get() == satu
        assert buang_yatim() == 0
        satu.refresh_from_db()
        assert satu.berkas.publik


class TestAddedLater:
    """With a reason that everyone reads."""

    def test_it_stands_in_the_trail(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        jawaban, _ = jawaban_dengan(aspirasi, pemeran.kakam)
        with pytest.raises(TidakBisa):
            tambah(jawaban=jawaban, foto=bawaan("red"), alasan="…", oleh=pemeran.kakam)
        tambah(jawaban=jawaban, foto=bawaan("red"), alasan=ALASAN, oleh=pemeran.kakam)
        assert [f.berkas.publik for f in jawaban.foto.all()] == [True, True]
        akhir = riwayat(aspirasi).last()
        assert (akhir.aksi, akhir.isi.alasan) == (Aksi.FOTO_DITAMBAH, ALASAN)

    def test_the_same_photo_again_says_so(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        jawaban, _ = jawaban_dengan(aspirasi, pemeran.kakam)
        with pytest.raises(TidakBisa) as galat:
            tambah(jawaban=jawaban, foto=bawaan("green"), alasan=ALASAN, oleh=pemeran.kakam)
        assert galat.value.pesan == SUDAH_ADA

    def test_not_to_an_answer_that_was_taken_back(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        jawaban, _ = jawaban_dengan(aspirasi, pemeran.kakam)
        penarikan.tarik_jawaban(jawaban=jawaban, alasan=ALASAN, oleh=pemeran.staf)
        with pytest.raises(TidakBisa):
            tambah(jawaban=jawaban, foto=bawaan("red"), alasan=ALASAN, oleh=pemeran.kakam)


class TestTakenBack:
    """By its office or the kecamatan; from the sender, too."""

    def test_with_the_whole_answer(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        jawaban, satu = jawaban_dengan(aspirasi, pemeran.kakam)
        penarikan.tarik_jawaban(
            jawaban=jawaban, kata=["digali"], alasan="Keliru tulis.", oleh=pemeran.staf
        )
        satu.refresh_from_db()
        assert satu.berkas.publik
        penarikan.tarik_jawaban(jawaban=jawaban, alasan=ALASAN, oleh=pemeran.staf)
        satu.refresh_from_db()
        assert satu.ditarik_pada
        assert not satu.berkas.publik

    def test_on_a_hidden_kiriman_too_and_once(self, pemeran: Any) -> None:
        tertutup = periksa(
            buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi, pemeran.staf
        )
        _, satu = jawaban_dengan(tertutup, pemeran.kakam)
        assert not satu.ditahan
        penarikan.tarik_foto(lampiran=satu, alasan=ALASAN, oleh=pemeran.kakam)
        satu.refresh_from_db()
        assert satu.ditahan
        with pytest.raises(TidakBisa):
            penarikan.tarik_foto(lampiran=satu, alasan=ALASAN, oleh=pemeran.kakam)

    def test_only_the_kecamatan_brings_it_back(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        _, satu = jawaban_dengan(aspirasi, pemeran.kakam)
        isian = {"kotak": [Kotak(0, 0, 0.5, 0.5)], "alasan": "Wajah terlihat."}
        tutup(milik=satu, oleh=pemeran.kakam, **isian)
        satu.refresh_from_db()
        assert satu.berkas.publik
        penarikan.tarik_foto(lampiran=satu, alasan=ALASAN, oleh=pemeran.staf)
        satu.refresh_from_db()
        with pytest.raises(TidakBisa, match="kecamatan"):
            tutup(milik=satu, oleh=pemeran.kakam, **isian)
        tutup(milik=satu, oleh=pemeran.staf, **isian)
        setujui_foto(lampiran=satu, oleh=pemeran.kakam)
        satu.refresh_from_db()
        assert satu.berkas.publik


class TestTheDatabase:
    """A photo of an answer stands under an official answer to its own kiriman."""

    def test_no_other_row_takes_one(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        jawaban, satu = jawaban_dengan(aspirasi, pemeran.kakam)
        lain = terbit(pemeran.kampung, pemeran.staf, isi="Lampu mati.")
        catatan = TindakLanjut.objects.create(aspirasi=aspirasi, jenis="catatan", isi="Rahasia.")
        for milik, jwb in ((lain, jawaban), (aspirasi, catatan)):
            with pytest.raises(IntegrityError), transaction.atomic():
                Lampiran.objects.create(
                    aspirasi=milik, jawaban=jwb, berkas=simpan_foto(foto("red")), sidik="x"
                )
        for ubahan in ({"jawaban": None}, {"aspirasi": lain}, {"jawaban": catatan}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Lampiran.objects.filter(pk=satu.pk).update(**ubahan)
