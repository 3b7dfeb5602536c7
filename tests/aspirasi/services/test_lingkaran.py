"""The circle of readers never grows by the hand of an official."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from aspirasi.bacaan import riwayat
from aspirasi.enums import Aksi, Jangkauan, Langkah, Status, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import gabung as layanan_gabung
from aspirasi.services import instansi, kiriman, lingkaran, pembaca, tangani
from core.galat import TidakBisa
from core.jejak.catat import riwayat as jejak_dari
from core.models import Jejak
from core.waktu import sekarang
from tests.pabrik.aspirasi import buat, jam_sampai, periksa, surat, terbit
from tests.pabrik.kampung import instansi_kampung, instansi_kecamatan
from warga.services import kosongkan_pengguna

pytestmark = pytest.mark.django_db
TERTUTUP = {"jangkauan": Jangkauan.KECAMATAN}
ALASAN = "Isinya tentang orang yang bertugas di sini."
# From the most to the fewest readers.
LINGKARAN = [
    (Jangkauan.PUBLIK, Tentang.TIDAK),
    (Jangkauan.PETUGAS, Tentang.TIDAK),
    (Jangkauan.KECAMATAN, Tentang.TIDAK),
    (Jangkauan.KECAMATAN, Tentang.APARAT_KAMPUNG),
    (Jangkauan.KECAMATAN, Tentang.PETUGAS_KECAMATAN),
]
Pintu = Callable[[Aspirasi, str, str, str], Aspirasi]


@contextmanager
def dicoba() -> Iterator[None]:
    """Undo the changes made inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def pintu_periksa(oleh: Any) -> Pintu:
    def buka(aspirasi: Aspirasi, jangkauan: str, tentang: str, alasan: str) -> Aspirasi:
        return periksa(aspirasi, oleh, jangkauan=jangkauan, tentang=tentang, alasan=alasan)

    return buka


def pintu_persempit(oleh: Any) -> Pintu:
    def buka(aspirasi: Aspirasi, jangkauan: str, tentang: str, alasan: str) -> Aspirasi:
        return pembaca.persempit(
            aspirasi=aspirasi, jangkauan=jangkauan, tentang=tentang, alasan=alasan, oleh=oleh
        )

    return buka


def pembaca_dari(aspirasi: Aspirasi) -> tuple[str, str]:
    aspirasi.refresh_from_db()
    return aspirasi.jangkauan, aspirasi.tentang


def terakhir(aspirasi: Aspirasi, aksi: str) -> Jejak:
    jejak = jejak_dari(aspirasi).filter(aksi=aksi).last()
    assert jejak is not None
    return jejak


class TestOneRuleAtBothDoors:
    """Every circle of readers to every other, at the first look and later."""

    @pytest.fixture(params=LINGKARAN, ids="-".join)
    def aspirasi(self, request: Any, pemeran: Any) -> Aspirasi:
        jangkauan, tentang = request.param
        return buat(pemeran.kampung, jangkauan=jangkauan, tentang=tentang).aspirasi

    @staticmethod
    def tujuan(aspirasi: Aspirasi, arah: Callable[[int, int], bool]) -> list[tuple[str, str]]:
        """Every pair of choices whose circle lies this way from the one that it has."""
        kini = LINGKARAN.index(pembaca_dari(aspirasi))

        def tempat(jangkauan: str, tentang: str) -> int:
            tertutup = (Jangkauan.KECAMATAN, tentang)
            return LINGKARAN.index((jangkauan, tentang) if tentang == Tentang.TIDAK else tertutup)

        return [p for p in product(Jangkauan, Tentang) if arah(tempat(*p), kini)]

    @pytest.mark.parametrize(
        ("pintu", "aksi"), [(pintu_periksa, Aksi.PERIKSA), (pintu_persempit, "dipersempit")]
    )
    def test_fewer_readers_with_a_reason_that_stays(
        self, pemeran: Any, aspirasi: Aspirasi, pintu: Any, aksi: str
    ) -> None:
        buka, lama = pintu(pemeran.camat), pembaca_dari(aspirasi)
        for jangkauan, tentang in self.tujuan(aspirasi, lambda baru, kini: baru > kini):
            with dicoba(), pytest.raises(TidakBisa, match="alasan"):
                buka(aspirasi, jangkauan, tentang, " ")
            with dicoba():
                buka(aspirasi, jangkauan, tentang, ALASAN)
                baru, isi = pembaca_dari(aspirasi), terakhir(aspirasi, aksi).isi
                assert baru[1] == tentang
                assert baru[0] == (jangkauan if tentang == Tentang.TIDAK else Jangkauan.KECAMATAN)
                nama = zip(("jangkauan", "tentang"), lama, baru, strict=True)
                assert (isi.rincian or {})["diubah"] == [n for n, a, b in nama if a != b]
                kata = riwayat.untuk_pengirim(riwayat.baca(aspirasi))
                assert (isi.alasan, kata[-1].alasan) == (ALASAN, ALASAN)

    @pytest.mark.parametrize("pintu", [pintu_periksa, pintu_persempit])
    def test_more_readers_never(self, pemeran: Any, aspirasi: Aspirasi, pintu: Any) -> None:
        lama = pembaca_dari(aspirasi)
        for jangkauan, tentang in self.tujuan(aspirasi, lambda baru, kini: baru < kini):
            with pytest.raises(TidakBisa, match="anya pengirim"):
                pintu(pemeran.camat)(aspirasi, jangkauan, tentang, ALASAN)
            assert pembaca_dari(aspirasi) == lama

    def test_the_same_readers_need_no_reason_and_are_no_narrowing(
        self, pemeran: Any, aspirasi: Aspirasi
    ) -> None:
        for jangkauan, tentang in self.tujuan(aspirasi, lambda baru, kini: baru == kini):
            with pytest.raises(TidakBisa, match="hanya boleh mempersempit"):
                pintu_persempit(pemeran.camat)(aspirasi, jangkauan, tentang, ALASAN)
            with dicoba():
                pintu_periksa(pemeran.camat)(aspirasi, jangkauan, tentang, "")
                rincian = terakhir(aspirasi, Aksi.PERIKSA).isi.rincian or {}
                assert rincian["diubah"] == []


@pytest.mark.parametrize("ke", range(len(LINGKARAN)))
def test_an_official_is_offered_this_circle_and_narrower_ones(ke: int) -> None:
    jangkauan, tentang = LINGKARAN[ke]
    aspirasi = Aspirasi(jangkauan=jangkauan, tentang=tentang)
    sempit = LINGKARAN[ke:]
    assert lingkaran.jangkauan_boleh(aspirasi) == list(dict.fromkeys(j for j, _ in sempit))
    assert lingkaran.tentang_boleh(aspirasi) == list(dict.fromkeys(t for _, t in sempit))


class TestJoinedNarrowLikeTheirParent:
    @staticmethod
    def gabungan(pemeran: Any, **lain: Any) -> tuple[Aspirasi, Aspirasi]:
        satu, induk = (buat(pemeran.kampung, **TERTUTUP, **lain).aspirasi for _ in range(2))
        layanan_gabung.gabung(aspirasi=satu, ke=induk, alasan=ALASAN, oleh=pemeran.camat)
        return satu, induk

    @pytest.mark.parametrize("pintu", [pintu_periksa, pintu_persempit])
    def test_also_what_it_is_about(self, pemeran: Any, pintu: Any) -> None:
        satu, induk = self.gabungan(pemeran)
        for tentang in (Tentang.APARAT_KAMPUNG, Tentang.PETUGAS_KECAMATAN):
            pintu(pemeran.camat)(induk, Jangkauan.KECAMATAN, tentang, ALASAN)
            assert pembaca_dari(satu) == (Jangkauan.KECAMATAN, tentang)
            jejak = terakhir(satu, "ikut_dipersempit")
            assert (jejak.isi.rincian or {})["diubah"] == ["tentang"]
            pintu = pintu_persempit  # later it is the other door

    def test_the_last_look_counts_for_one_that_had_a_number(self, pemeran: Any) -> None:
        """It had a page of its own once, and nobody but officials reads it now."""
        satu, induk = (terbit(pemeran.kampung, pemeran.staf) for _ in range(2))
        buka = pintu_persempit(pemeran.staf)
        for aspirasi in (satu, induk):
            buka(aspirasi, Jangkauan.PETUGAS, Tentang.TIDAK, ALASAN)
        layanan_gabung.gabung(aspirasi=satu, ke=induk, alasan=ALASAN, oleh=pemeran.staf)
        buka(induk, Jangkauan.KECAMATAN, Tentang.APARAT_KAMPUNG, ALASAN)
        assert pembaca_dari(satu) == (Jangkauan.KECAMATAN, Tentang.APARAT_KAMPUNG)

    def test_one_that_fewer_read_stays(self, pemeran: Any) -> None:
        satu, induk = self.gabungan(pemeran)
        buka = pintu_persempit(pemeran.camat)
        buka(satu, Jangkauan.KECAMATAN, Tentang.PETUGAS_KECAMATAN, ALASAN)
        buka(induk, Jangkauan.KECAMATAN, Tentang.APARAT_KAMPUNG, ALASAN)
        assert pembaca_dari(satu) == (Jangkauan.KECAMATAN, Tentang.PETUGAS_KECAMATAN)


def test_the_wish_for_everyone_ends_where_an_official_narrows(pemeran: Any) -> None:
    """One that was released waits for a first look again, and may hold such a wish."""
    aspirasi = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi
    Aspirasi.objects.filter(pk=aspirasi.pk).update(
        minta_umum_pada=sekarang(), diperiksa_pada=sekarang(), status=Status.DIAJUKAN
    )
    pintu_periksa(pemeran.staf)(aspirasi, Jangkauan.PETUGAS, Tentang.APARAT_KAMPUNG, ALASAN)
    with pytest.raises(TidakBisa, match="meminta kiriman ini dibuka"):
        pembaca.umumkan(aspirasi=aspirasi, isi_publik=aspirasi.isi_publik, oleh=pemeran.camat)


@pytest.mark.parametrize("tentang", [Tentang.TIDAK, Tentang.APARAT_KAMPUNG])
def test_what_is_about_the_kecamatan_does_not_reach_its_other_staff(
    pemeran: Any, tentang: str
) -> None:
    aspirasi = buat(pemeran.kampung, tentang=Tentang.PETUGAS_KECAMATAN, **TERTUTUP).aspirasi
    with pytest.raises(TidakBisa, match="pengirim"):
        periksa(aspirasi, pemeran.camat, tentang=tentang, alasan="Keliru memilih.")
    assert not Aspirasi.objects.untuk_meja(pemeran.petugas_rahasia).exists()


def test_fewer_readers_need_a_reason(pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung, **TERTUTUP).aspirasi
    with pytest.raises(TidakBisa, match="alasan"):
        periksa(aspirasi, pemeran.petugas_rahasia, tentang=Tentang.PETUGAS_KECAMATAN)
    alasan = "Isinya tentang petugas kecamatan."
    periksa(aspirasi, pemeran.petugas_rahasia, tentang=Tentang.PETUGAS_KECAMATAN, alasan=alasan)
    assert not Aspirasi.objects.untuk_meja(pemeran.petugas_rahasia).exists()


def test_the_name_goes_with_the_account_that_was_emptied(client: Client, pemeran: Any) -> None:
    kontak = {"kontak": {"nama": "Wati Xylofon"}, "tampilkan_nama": True}
    aspirasi = periksa(buat(pemeran.kampung, oleh=pemeran.warga, **kontak).aspirasi, pemeran.staf)
    assert "Wati Xylofon" in client.get(aspirasi.get_absolute_url()).content.decode()
    kosongkan_pengguna(pengguna=pemeran.warga, oleh=pemeran.warga, alasan="Sendiri.")
    assert "Xylofon" not in client.get(aspirasi.get_absolute_url()).content.decode()


def test_the_name_of_a_sender_without_account_stays(client: Client, pemeran: Any) -> None:
    kontak = {"kontak": {"nama": "Wati Xylofon"}, "tampilkan_nama": True}
    aspirasi = terbit(pemeran.kampung, pemeran.staf, **kontak)
    assert "Wati Xylofon" in client.get(aspirasi.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("tentang", "jangkauan_baru", "tentang_baru"),
    [
        (Tentang.PETUGAS_KECAMATAN, Jangkauan.KECAMATAN, Tentang.TIDAK),
        (Tentang.PETUGAS_KECAMATAN, Jangkauan.KECAMATAN, Tentang.APARAT_KAMPUNG),
        (Tentang.APARAT_KAMPUNG, Jangkauan.PUBLIK, Tentang.TIDAK),
        (Tentang.APARAT_KAMPUNG, Jangkauan.PETUGAS, Tentang.TIDAK),
    ],
)
def test_an_official_never_widens(
    pemeran: Any, tentang: str, jangkauan_baru: str, tentang_baru: str
) -> None:
    aspirasi = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN, tentang=tentang).aspirasi
    with pytest.raises(TidakBisa, match="hanya boleh mempersempit"):
        pembaca.persempit(
            aspirasi=aspirasi,
            jangkauan=jangkauan_baru,
            tentang=tentang_baru,
            alasan=ALASAN,
            oleh=pemeran.camat,
        )


class TestNarrowedByAnOfficial:
    """Fewer readers: office, holder, wish and quotes follow."""

    @staticmethod
    def persempit(aspirasi: Aspirasi, oleh: Any, jangkauan: str) -> Aspirasi:
        isi = {"jangkauan": jangkauan, "alasan": f" {ALASAN} ", "oleh": oleh}
        assert pembaca.persempit(aspirasi=aspirasi, **isi) == aspirasi
        aspirasi.refresh_from_db()
        return aspirasi

    @pytest.mark.parametrize("jangkauan", [Jangkauan.PETUGAS, Jangkauan.KECAMATAN])
    def test_the_trail_and_the_wish(self, pemeran: Any, jangkauan: str) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        Aspirasi.objects.update(minta_umum_pada=sekarang())
        assert self.persempit(aspirasi, pemeran.camat, jangkauan).minta_umum_pada is None
        jejak = terakhir(aspirasi, Aksi.DIPERSEMPIT)
        assert (jejak.dari, jejak.ke, jejak.oleh_id) == ("publik", jangkauan, pemeran.camat.pk)
        assert (jejak.isi.alasan, jejak.isi.rincian) == (ALASAN, {"diubah": ["jangkauan"]})

    @pytest.mark.parametrize("jangkauan", [Jangkauan.PETUGAS, Jangkauan.KECAMATAN])
    def test_the_kampung_lets_go_where_it_reads_no_more(self, pemeran: Any, jangkauan: str) -> None:
        tetap = jangkauan == Jangkauan.PETUGAS
        aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
        tangani.ambil_dulu(aspirasi=aspirasi, oleh=pemeran.kakam)
        self.persempit(aspirasi, pemeran.staf, jangkauan)
        kantor = instansi_kampung(pemeran.kampung) if tetap else instansi_kecamatan()
        orang = pemeran.kakam if tetap else None
        kini = (aspirasi.ditangani, aspirasi.ditugaskan, aspirasi.diambil_oleh)
        assert kini == (kantor, orang, orang)
        assert aspirasi.langsung == tetap

    def test_an_instansi_elsewhere_goes_on(self, pemeran: Any) -> None:
        aspirasi, kertas = terbit(pemeran.kampung, pemeran.staf), surat()
        instansi.tunggu_instansi(aspirasi=aspirasi, isi="Surat.", surat=kertas, oleh=pemeran.staf)
        assert self.persempit(aspirasi, pemeran.staf, "kecamatan").ditangani == kertas.instansi

    def test_what_joined_quotes_it_no_more_and_is_handed_to_no_kampung(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        satu, dua, tiga = (
            buat(pemeran.kampung, langsung=langsung, isi="Di sini juga.")
            for langsung in (True, True, False)
        )
        Aspirasi.objects.filter(pk=satu.aspirasi.pk).update(jangkauan=Jangkauan.PETUGAS)
        for ikutan in (satu.aspirasi, dua.aspirasi, tiga.aspirasi):
            Aspirasi.objects.filter(pk=ikutan.pk).update(
                status=Status.DIGABUNG,
                digabung_ke=aspirasi,
                ditutup_pada=sekarang(),
                isi="",
                mengutip=True,
                langkah=Langkah.NIHIL,
                **jam_sampai(None),
            )
        self.persempit(aspirasi, pemeran.staf, Jangkauan.PETUGAS)
        semua = aspirasi.gabungan.order_by("pk").values_list("mengutip", "jangkauan", "langsung")
        assert list(semua) == [(False, "petugas", langsung) for langsung in (True, True, False)]
        assert not jejak_dari(satu.aspirasi).filter(aksi=Aksi.IKUT_DIPERSEMPIT).exists()
        jejak = terakhir(dua.aspirasi, Aksi.IKUT_DIPERSEMPIT)
        assert (jejak.dari, jejak.ke, jejak.oleh_id) == ("publik", "petugas", None)
        self.persempit(aspirasi, pemeran.staf, Jangkauan.KECAMATAN)
        semua = aspirasi.gabungan.order_by("pk").values_list("mengutip", "jangkauan", "langsung")
        assert list(semua) == [(False, "kecamatan", False)] * 3


@pytest.mark.parametrize(
    ("jangkauan", "berkata", "kantor"),
    [("kecamatan", True, True), ("kecamatan", False, False), ("petugas", True, False)],
)
def test_words_for_the_kecamatan_stay_there_when_its_sender_opens_it(
    pemeran: Any, jangkauan: str, berkata: bool, kantor: bool
) -> None:
    """Before the first look, too, and whichever circle is chosen."""
    for baru in Jangkauan:
        if baru == jangkauan:
            continue
        aspirasi = buat(pemeran.kampung, jangkauan=jangkauan).aspirasi
        if berkata:
            kiriman.balas(aspirasi=aspirasi, isi="Ini soal kadusnya.")
        hasil = pembaca.atur(aspirasi=aspirasi, jangkauan=baru)
        assert hasil.ditangani == (instansi_kecamatan() if kantor else None)


def test_another_office_goes_on_with_what_its_sender_opens(pemeran: Any) -> None:
    aspirasi, kertas = terbit(pemeran.kampung, pemeran.staf), surat()
    instansi.tunggu_instansi(aspirasi=aspirasi, isi="Surat.", surat=kertas, oleh=pemeran.staf)
    pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.KECAMATAN)
    kiriman.balas(aspirasi=aspirasi, isi="Ini soal kadusnya.")
    hasil = pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PETUGAS)
    assert hasil.ditangani == kertas.instansi
