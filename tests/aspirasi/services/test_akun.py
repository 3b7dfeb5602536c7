"""A kiriman that was sent without an account, put into one later, and taken out again."""

import datetime as dt
import threading
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import IntegrityError, transaction

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services import akun as layanan
from aspirasi.services import ikut, jawab, kiriman, penghapusan, sanggah
from aspirasi.services.pemilik import buktikan
from aspirasi.services.pin_email import alamat_kode
from core.antrean.tugas import kerjakan_semua
from core.formulir.sekali import kunci_baru
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import sekarang
from tests.alat.pengirim import KONTAK
from tests.alat.pin import ganti_pin
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.transparansi.test_serentak import bersamaan
from warga.services import kosongkan_pengguna

pytestmark = pytest.mark.django_db


def pengirim(aspirasi: Aspirasi) -> Pengirim:
    return Pengirim.objects.get(aspirasi=aspirasi)


def simpan(aspirasi: Aspirasi, akun: Any) -> bool:
    return layanan.simpan_di_akun(aspirasi=aspirasi, pengguna=akun)


def aksi(aspirasi: Aspirasi) -> list[str]:
    return [j.aksi for j in riwayat(aspirasi)]


class TestPuttingItIn:
    """The account knows it as one that it sent."""

    def test_it_becomes_the_accounts_own_and_keeps_no_address(self, pemeran: Any) -> None:
        EmailAddress.objects.create(user=pemeran.warga, email="wati@contoh.id", verified=True)
        aspirasi = buat(pemeran.kampung, kontak=KONTAK).aspirasi
        assert simpan(aspirasi, pemeran.warga)
        orang = pengirim(aspirasi)
        assert (orang.pengguna, orang.alamat_terbukti) == (pemeran.warga, [])
        assert orang.disimpan_pada
        assert (orang.nama, orang.telepon) == (KONTAK["nama"], KONTAK["telepon"])
        assert alamat_kode(acuan=aspirasi.acuan, pengguna=pemeran.warga) == ""

    def test_twice_does_it_once(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        assert [simpan(aspirasi, pemeran.warga) for _ in range(2)] == [True, False]
        assert aksi(aspirasi).count(Aksi.DISIMPAN_AKUN) == 1

    def test_one_that_was_sent_with_the_account_stays_as_it_was(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, oleh=pemeran.warga).aspirasi
        assert not simpan(aspirasi, pemeran.warga)
        assert pengirim(aspirasi).disimpan_pada is None
        assert Aksi.DISIMPAN_AKUN not in aksi(aspirasi)

    def test_the_trail_names_no_account(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        simpan(aspirasi, pemeran.warga)
        (satu,) = [j for j in riwayat(aspirasi) if j.aksi == Aksi.DISIMPAN_AKUN]
        assert (satu.oleh_id, satu.peran, satu.isi.rincian or {}) == (None, "", {})

    def test_nobody_stands_behind_their_own(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        ikut.dukung(aspirasi=aspirasi, oleh=pemeran.warga)
        ikut.dukung(aspirasi=aspirasi, oleh=pemeran.bpk)
        jawab.tanggapi(aspirasi=aspirasi, isi="Kami keruk Senin.", oleh=pemeran.staf)
        sanggah.nyatakan_belum(aspirasi=aspirasi, oleh=pemeran.warga)
        simpan(aspirasi, pemeran.warga)
        assert [d.pengguna for d in aspirasi.dukungan.all()] == [pemeran.bpk]
        assert not aspirasi.belum_beres.exists()
        with pytest.raises(TidakBisa, match="kiriman Anda sendiri"):
            ikut.dukung(aspirasi=aspirasi, oleh=pemeran.warga)

    def test_a_new_pin_is_told_to_the_account(self, pemeran: Any) -> None:
        EmailAddress.objects.create(user=pemeran.warga, email="wati@contoh.id", verified=True)
        aspirasi = buat(pemeran.kampung, kontak=KONTAK).aspirasi
        simpan(aspirasi, pemeran.warga)
        ganti_pin(aspirasi=aspirasi, alasan="Ditelepon balik.", oleh=pemeran.staf)
        kerjakan_semua()
        assert "wati@contoh.id" in {alamat for surat in mail.outbox for alamat in surat.to}

    def test_an_official_puts_in_what_they_sent_themselves(self, pemeran: Any) -> None:
        """Officials send as anybody does, and their accounts list what they sent."""
        aspirasi = buat(pemeran.kampung).aspirasi
        assert simpan(aspirasi, pemeran.kakam)

    def test_an_open_one_whose_contact_was_erased_is_consented_to_anew(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, kontak=KONTAK).aspirasi
        penghapusan.hapus_identitas(aspirasi=aspirasi)
        Pengirim.objects.update(versi_persetujuan="lama")
        assert simpan(aspirasi, pemeran.warga)
        orang = pengirim(aspirasi)
        assert (orang.dikosongkan_pada, orang.nama) == (None, "")
        assert orang.versi_persetujuan == kiriman.VERSI_PERSETUJUAN

    def test_it_proves_the_owner_after_a_printed_code_as_one_that_was_sent(
        self, pemeran: Any
    ) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        simpan(aspirasi, pemeran.warga)
        pemeran.warga.sandi_dari_kode_pada = sekarang() + dt.timedelta(hours=1)
        pemeran.warga.save()
        buktikan(aspirasi=aspirasi, pengguna=pemeran.warga)
        pemeran.warga.refresh_from_db()
        assert pemeran.warga.sandi_dari_kode_pada is None


def _lain(pemeran: Any) -> Aspirasi:
    aspirasi = buat(pemeran.kampung).aspirasi
    simpan(aspirasi, pemeran.bpk)
    return aspirasi


def _titipan(pemeran: Any) -> Aspirasi:
    return kiriman.kirim(
        aspirasi=Aspirasi(kampung=pemeran.kampung, jenis="keluhan", isi="Titipan Mbah Karto."),
        pengirim=Pengirim(),
        kunci=kunci_baru(),
        oleh=pemeran.fasilitator,
        titipan=True,
    ).aspirasi


def _terhapus(pemeran: Any) -> Aspirasi:
    aspirasi = buat(pemeran.kampung).aspirasi
    penghapusan.hapus_semua(aspirasi=aspirasi)
    return aspirasi


def _dilupakan(pemeran: Any) -> Aspirasi:
    aspirasi = buat(pemeran.kampung, kontak=KONTAK).aspirasi
    kiriman.tarik(aspirasi=aspirasi)
    penghapusan.hapus_identitas(aspirasi=aspirasi)
    return aspirasi


SEBAB = {
    "lain": (_lain, layanan.DI_AKUN_LAIN),
    "titipan": (_titipan, layanan.TITIPAN),
    "anak": (lambda p: buat(p.kampung, anak=True).aspirasi, layanan.ANAK),
    "terhapus": (_terhapus, layanan.TERHAPUS),
    "dilupakan": (_dilupakan, layanan.SUDAH_DILUPAKAN),
}


class TestWhatIsRefused:
    @pytest.mark.parametrize("nama", SEBAB)
    def test_with_a_sentence_and_nothing_is_changed(self, nama: str, pemeran: Any) -> None:
        bahan, sebab = SEBAB[nama]
        aspirasi = bahan(pemeran)
        sebelum, jejak = pengirim(aspirasi), aksi(aspirasi)
        with pytest.raises(TidakBisa) as galat:
            simpan(aspirasi, pemeran.warga)
        assert galat.value.pesan == sebab
        sesudah = pengirim(aspirasi)
        assert (sesudah.pengguna, sesudah.lewat) == (sebelum.pengguna, sebelum.lewat)
        assert aksi(aspirasi) == jejak

    def test_the_sentence_names_no_account(self, pemeran: Any) -> None:
        aspirasi = _lain(pemeran)
        with pytest.raises(TidakBisa) as galat:
            simpan(aspirasi, pemeran.warga)
        assert pemeran.bpk.nama not in galat.value.pesan

    def test_an_account_opened_by_a_printed_code_learns_nothing(self, pemeran: Any) -> None:
        """Not even that one is its own: the answer is the same for all."""
        sendiri, lain = buat(pemeran.kampung, oleh=pemeran.warga).aspirasi, _lain(pemeran)
        pemeran.warga.sandi_dari_kode_pada = sekarang()
        pemeran.warga.save()
        for aspirasi in (sendiri, lain, buat(pemeran.kampung).aspirasi):
            with pytest.raises(TidakBisa) as galat:
                simpan(aspirasi, pemeran.warga)
            assert galat.value.pesan == layanan.AKUN_BELUM_TERBUKTI

    def test_the_mark_is_read_under_the_lock(self, pemeran: Any) -> None:
        """The session still holds the account as it was."""
        usang = type(pemeran.warga).objects.get(pk=pemeran.warga.pk)
        pemeran.warga.sandi_dari_kode_pada = sekarang()
        pemeran.warga.save()
        with pytest.raises(TidakBisa, match="kode dari petugas"):
            simpan(buat(pemeran.kampung).aspirasi, usang)

    def test_an_emptied_account(self, pemeran: Any) -> None:
        usang = type(pemeran.warga).objects.get(pk=pemeran.warga.pk)
        kosongkan_pengguna(pengguna=pemeran.warga, alasan="", oleh=pemeran.warga)
        with pytest.raises(TidakBisa, match="tidak aktif"):
            simpan(buat(pemeran.kampung).aspirasi, usang)

    def test_the_database_keeps_no_address_with_it(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        simpan(aspirasi, pemeran.warga)
        milik = Pengirim.objects.filter(aspirasi=aspirasi)
        for salah in ({"alamat_terbukti": ["a"]}, {"pengguna": None}):
            with pytest.raises(IntegrityError), transaction.atomic():
                milik.update(**salah)


class TestTakingItOut:
    """The holder of the PIN takes it out, and nothing of the account stays with it."""

    def test_contact_stays_and_the_account_goes(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, kontak=KONTAK).aspirasi
        simpan(aspirasi, pemeran.warga)
        assert [layanan.lepas_dari_akun(aspirasi=aspirasi) for _ in range(2)] == [True, False]
        orang = pengirim(aspirasi)
        assert (orang.pengguna, orang.disimpan_pada, orang.nama) == (None, None, KONTAK["nama"])
        assert aksi(aspirasi).count(Aksi.DILEPAS_AKUN) == 1

    def test_one_that_was_sent_with_the_account_loses_its_addresses(self, pemeran: Any) -> None:
        EmailAddress.objects.create(user=pemeran.warga, email="wati@contoh.id", verified=True)
        aspirasi = buat(pemeran.kampung, oleh=pemeran.warga).aspirasi
        assert pengirim(aspirasi).alamat_terbukti
        layanan.lepas_dari_akun(aspirasi=aspirasi)
        assert pengirim(aspirasi).alamat_terbukti == []
        assert simpan(aspirasi, pemeran.bpk)


class TestErasing:
    """One that was put in later goes as one that was sent signed in."""

    def test_with_the_account(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, kontak=KONTAK, tampilkan_nama=True).aspirasi
        simpan(aspirasi, pemeran.warga)
        kosongkan_pengguna(pengguna=pemeran.warga, alasan="", oleh=pemeran.warga)
        orang = pengirim(aspirasi)
        kosong = (orang.pengguna, orang.disimpan_pada, orang.nama, orang.telepon, orang.email)
        assert kosong == (None, None, "", "", "")
        assert aksi(aspirasi)[-1] == Aksi.IDENTITAS_DIHAPUS

    @pytest.mark.parametrize("hapus", [penghapusan.hapus_identitas, penghapusan.hapus_semua])
    def test_by_its_sender(self, hapus: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        simpan(aspirasi, pemeran.warga)
        hapus(aspirasi=aspirasi)
        assert (pengirim(aspirasi).pengguna, pengirim(aspirasi).disimpan_pada) == (None, None)

    def test_it_is_found_when_it_came_in_while_the_account_was_emptied(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        simpan(aspirasi, pemeran.warga)
        type(pemeran.warga).objects.filter(pk=pemeran.warga.pk).update(dikosongkan_pada=sekarang())
        penghapusan.kosongkan_kontak()
        assert pengirim(aspirasi).pengguna is None


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_accounts_at_once_give_it_to_one(pemeran: Any) -> None:
    aspirasi = periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
    palang = threading.Barrier(2)

    def satu(akun: Any) -> Any:
        def jalan() -> None:
            palang.wait(10)
            simpan(aspirasi, akun)

        return jalan

    galat = bersamaan(satu(pemeran.warga), satu(pemeran.bpk))
    assert [g.pesan for g in galat if isinstance(g, TidakBisa)] == [layanan.DI_AKUN_LAIN]
    assert len(galat) == 1
    assert aksi(aspirasi).count(Aksi.DISIMPAN_AKUN) == 1
