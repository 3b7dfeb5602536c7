"""Black boxes over photos: burnt in, the picture underneath destroyed.

Those over letters are in `test_pindaian.py`; drawing them in a browser in
`tests/peramban/test_tutup_foto.py`.
"""

import io
from typing import Any

import pytest
from django.core.files.storage import storages
from django.urls import reverse
from PIL import Image

from aspirasi.services import foto as lampiran
from aspirasi.services import redaksi
from aspirasi.services.penghapusan import hapus_semua
from core.berkas import kamar_gelap
from core.berkas.simpan import PUBLIK, TERBATAS, jalur
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.models import Berkas
from tests.alat.baca import teks
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db


class TestBlackBoxes:
    """Covered parts are gone."""

    def siapkan(self, pemeran: Any, *, tampil: bool) -> Any:
        aspirasi = buat(pemeran.kampung).aspirasi
        assert lampiran.tambah(aspirasi, [foto("white")]).ditolak == []
        aspirasi = periksa(
            aspirasi, pemeran.staf, foto=list(aspirasi.lampiran.all()) if tampil else ()
        )
        return aspirasi, aspirasi.lampiran.select_related("berkas").get()

    @pytest.mark.parametrize("tampil", [True, False])
    def test_the_boxes_are_burnt_in_and_the_old_bytes_destroyed(
        self, klien: Any, pemeran: Any, tampil: bool, django_capture_on_commit_callbacks: Any
    ) -> None:
        aspirasi, foto_lama = self.siapkan(pemeran, tampil=tampil)
        lama = foto_lama.berkas
        jalan = reverse("meja:aspirasi_foto", args=[aspirasi.acuan, foto_lama.pk])
        staf = klien("staf")
        assert teks(staf.get(jalan)).count('type="checkbox"') == 12 * 9
        with django_capture_on_commit_callbacks(execute=True):
            staf.post(jalan, {"kotak": ["0-0", "8-11"], "alasan": "Wajah terlihat."})
        foto_lama.refresh_from_db()
        baru = foto_lama.berkas
        assert baru.nama != lama.nama
        assert baru.publik is tampil
        for alias, nama in ((TERBATAS, lama.nama), (PUBLIK, lama.nama_publik)):
            for satu in (nama, nama.replace(".webp", "-480.webp")) if nama else ():
                assert not storages[alias].exists(jalur(satu))
        dua = [(TERBATAS, baru.nama)] + ([(PUBLIK, baru.nama_publik)] if tampil else [])
        for alias, nama in dua:
            for satu in (nama, nama.replace(".webp", "-480.webp")):
                with storages[alias].open(jalur(satu)) as isi:
                    gambar = Image.open(io.BytesIO(isi.read())).convert("L")
                lebar, tinggi = gambar.size
                assert gambar.getpixel((1, 1)) < 40
                assert gambar.getpixel((lebar - 2, tinggi - 2)) < 40
                assert gambar.getpixel((lebar // 2, tinggi // 2)) > 215
        assert riwayat(aspirasi).last().aksi == ("foto_dihitamkan" if tampil else "foto_ditutup")

    def test_nothing_ticked_says_so(self, klien: Any, pemeran: Any) -> None:
        aspirasi, satu = self.siapkan(pemeran, tampil=False)
        jalan = reverse("meja:aspirasi_foto", args=[aspirasi.acuan, satu.pk])
        for data in ({}, {"kotak": ["99-99"]}, {"kotak": ["a\0b"]}):
            assert klien("staf").post(jalan, data).status_code == 200
        satu.refresh_from_db()
        assert Berkas.objects.count() == 1

    def test_drawn_boxes_and_ticked_cells_go_together(self, klien: Any, pemeran: Any) -> None:
        aspirasi, satu = self.siapkan(pemeran, tampil=False)
        jalan = reverse("meja:aspirasi_foto", args=[aspirasi.acuan, satu.pk])
        data = {"seret": ["2500-2500-5000-5000", "9000-0-10000-1000"], "kotak": ["8-0"]}
        assert klien("staf").post(jalan, data).status_code == 302
        satu.refresh_from_db()
        with storages[TERBATAS].open(jalur(satu.berkas.nama)) as isi:
            gambar = Image.open(io.BytesIO(isi.read())).convert("L")
        lebar, tinggi = gambar.size
        hitam = [(0.3, 0.3), (0.48, 0.48), (0.95, 0.05), (0.03, 0.95)]
        putih = [(0.2, 0.3), (0.55, 0.48), (0.95, 0.2), (0.2, 0.95), (0.7, 0.7)]
        for titik, gelap in [*((t, True) for t in hitam), *((t, False) for t in putih)]:
            terang = gambar.getpixel((int(titik[0] * lebar), int(titik[1] * tinggi)))
            assert (terang < 60) is gelap, titik

    @pytest.mark.parametrize(
        ("seret", "kata"),
        [
            (["0-0-10001-10000"], "tidak dapat dibaca"),
            (["5000-0-5000-100"], "tidak dapat dibaca"),
            (["9-9-1-1"], "tidak dapat dibaca"),
            (["-1-0-10-10"], "tidak dapat dibaca"),
            (["0-0-1e3-10"], "tidak dapat dibaca"),
            (["nan-0-10-10"], "tidak dapat dibaca"),
            (["٠-٠-١٠-١٠"], "tidak dapat dibaca"),
            (["1-1-9-9\0"], "tidak dapat dibaca"),
            (["9" * 100_000], "tidak dapat dibaca"),
            (["1-1-9-9"] * 61, "paling banyak 60 bagian"),
            ([], "paling sedikit satu bagian"),
        ],
    )
    def test_boxes_that_are_none_are_refused_in_words(
        self, klien: Any, pemeran: Any, seret: list[str], kata: str
    ) -> None:
        aspirasi, satu = self.siapkan(pemeran, tampil=False)
        jalan = reverse("meja:aspirasi_foto", args=[aspirasi.acuan, satu.pk])
        isi = teks(klien("staf").post(jalan, {"seret": seret}))
        assert kata in isi
        assert 'name="seret"' not in isi
        assert Berkas.objects.count() == 1

    @pytest.mark.parametrize(
        ("siapa", "status"), [("aparat", 403), ("aparat_lain", 404), ("warga", 403), ("staf", 200)]
    )
    def test_only_for_who_may_check(
        self, klien: Any, pemeran: Any, siapa: str, status: int
    ) -> None:
        aspirasi, satu = self.siapkan(pemeran, tampil=False)
        jalan = reverse("meja:aspirasi_foto", args=[aspirasi.acuan, satu.pk])
        assert klien(siapa).get(jalan).status_code == status

    def test_a_photo_of_another_kiriman_is_not_found(self, klien: Any, pemeran: Any) -> None:
        _, satu = self.siapkan(pemeran, tampil=False)
        lain = buat(pemeran.kampung).aspirasi
        jalan = reverse("meja:aspirasi_foto", args=[lain.acuan, satu.pk])
        assert klien("staf").get(jalan).status_code == 404

    def test_erased_by_its_sender_meanwhile(
        self, klien: Any, pemeran: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        aspirasi, satu = self.siapkan(pemeran, tampil=False)
        asli = kamar_gelap.tutup_kotak

        def sementara_itu(*args: Any) -> Any:
            hapus_semua(aspirasi=aspirasi)
            return asli(*args)

        monkeypatch.setattr(kamar_gelap, "tutup_kotak", sementara_itu)
        jalan = reverse("meja:aspirasi_foto", args=[aspirasi.acuan, satu.pk])
        jawab = klien("staf").post(jalan, {"kotak": ["0-0"]}, follow=True)
        assert jawab.status_code == 200
        assert "Foto ini baru saja dihapus" in teks(jawab)

    def test_a_busy_decoder_costs_no_box(
        self, klien: Any, pemeran: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def sibuk(*_: object) -> None:
            raise kamar_gelap.BelumSelesai

        aspirasi, satu = self.siapkan(pemeran, tampil=False)
        monkeypatch.setattr(kamar_gelap, "tutup_kotak", sibuk)
        jalan = reverse("meja:aspirasi_foto", args=[aspirasi.acuan, satu.pk])
        isi = teks(klien("staf").post(jalan, {"kotak": ["0-0"]}))
        assert "Sedang banyak foto yang diperiksa" in isi
        assert 'value="0-0" checked' in isi

    def test_two_at_once_lose_no_box(self, pemeran: Any) -> None:
        _, satu = self.siapkan(pemeran, tampil=False)
        kotak = [redaksi.Kotak.dari_sel(0, 0)]
        usang = type(satu).objects.select_related("berkas").get(pk=satu.pk)
        assert usang.berkas.nama
        redaksi.tutup(milik=satu, kotak=kotak, oleh=pemeran.staf)
        with pytest.raises(TidakBisa, match="baru saja diubah"):
            redaksi.tutup(milik=usang, kotak=kotak, oleh=pemeran.staf)
