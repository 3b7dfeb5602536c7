"""Acts that are news: also some that leave the status as it is, and never one's own acts."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Aksi, Jenis
from aspirasi.kode import tulis_kode
from aspirasi.laku import LAKU
from aspirasi.models import Aspirasi, KabarPengirim
from aspirasi.services import (
    berkala,
    instansi,
    janji,
    kiriman,
    langkah,
    pengingat,
    penilaian,
    tangani,
)
from aspirasi.services import jawab as layanan_jawab
from aspirasi.services.jawab import beri_kabar, tanggapi
from aspirasi.services.pengabaran import PERIHAL
from core.antrean.tugas import kerjakan_semua
from core.jejak.catat import riwayat
from core.laku import Kabar
from core.waktu import hari_ini, pada, sekarang
from musrenbang.models import Nasib
from musrenbang.services.jawaban import jawab as jawab_kabupaten
from proyek.enums import Tahap
from tests.alat.alur import ALASAN
from tests.alat.baca import teks
from tests.alat.jam import saat
from tests.alat.meja import menunggu
from tests.alat.pengirim import halaman, kenal_pengirim, masuk_pengirim
from tests.alat.pin import ganti_pin
from tests.pabrik.aspirasi import buat, periksa, surat
from tests.pabrik.kampung import instansi_kampung, instansi_kecamatan
from tests.pabrik.musrenbang import dibuka, sampai, usul
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.proyek import buat_proyek
from warga.enums import Peran

pytestmark = pytest.mark.django_db
EMAIL, HP = {"email": "slamet@contoh.id"}, {"telepon": "+6281234567890"}
ANTREAN = "/kerja/kabar/"
KIRIM_WA = "PIN kiriman Anda baru saja diganti lewat telepon."
Laku = Callable[[Aspirasi, Any], object]


def surat_kabar() -> int:
    kerjakan_semua()
    return len([s for s in mail.outbox if s.subject == PERIHAL])


def diperiksa(pemeran: Any, kontak: dict[str, str] | None = None) -> Aspirasi:
    terkirim = buat(pemeran.kampung, jenis=Jenis.KELUHAN, kontak=kontak or EMAIL)
    return periksa(terkirim.aspirasi, pemeran.staf)


def jawab(a: Aspirasi, p: Any, isi: str = "Sudah digali.") -> object:
    return tanggapi(aspirasi=a, isi=isi, oleh=p.staf)


def teruskan(a: Aspirasi, p: Any, kampung: Any) -> object:
    return tangani.teruskan(aspirasi=a, ke=instansi_kampung(kampung), oleh=p.staf)


def hubungkan(a: Aspirasi, p: Any) -> object:
    return tangani.hubungkan_proyek(aspirasi=a, proyek=buat_proyek(), oleh=p.staf)


def tunggu(a: Aspirasi, p: Any) -> object:
    return instansi.tunggu_instansi(aspirasi=a, isi="Bersurat.", surat=surat(), oleh=p.staf)


def catat_surat(a: Aspirasi, p: Any) -> object:
    berikut = surat(Aspirasi.objects.get(pk=a.pk).ditangani)
    berikut.arah, berikut.perihal = "masuk", "Balasan dinas"
    return instansi.catat_surat(aspirasi=a, surat=berikut, oleh=p.staf)


def ubah_tahap(a: Aspirasi, tahap: str) -> None:
    proyek = a.tautan_proyek.get().proyek
    proyek.tahap = tahap
    proyek.save()


def ikuti(a: Aspirasi, p: Any) -> object:
    ubah_tahap(a, Tahap.DIHENTIKAN_SEMENTARA)
    return berkala.ikuti_tahap(a.acuan.hex)


def tanyai(a: Aspirasi, p: Any) -> object:
    ubah_tahap(a, Tahap.SELESAI)
    return berkala.tanyai(a.acuan.hex)


def lagi(a: Aspirasi, p: Any) -> object:
    return tangani.hubungkan_proyek(aspirasi=a, proyek=buat_proyek(), oleh=p.staf)


def tunda(a: Aspirasi, p: Any) -> object:
    sampai = hari_ini() + dt.timedelta(days=30)
    return layanan_jawab.tunda(aspirasi=a, sampai=sampai, alasan=ALASAN, oleh=p.staf)


def tagih(a: Aspirasi, p: Any) -> object:
    with pada(sekarang() + dt.timedelta(days=10)):
        return janji.tagih(a.acuan.hex)


def berjanji(a: Aspirasi, p: Any) -> object:
    sampai = hari_ini() + dt.timedelta(days=7)
    return janji.janjikan(aspirasi=a, isi="Digali pekan depan.", sampai=sampai, oleh=p.staf)


def biar(a: Aspirasi, p: Any) -> object:
    """Do nothing before."""


# Before, and the step that leaves the status as it is.
def dijawab_kabupaten(aspirasi: Aspirasi, pemeran: Any) -> None:
    proyek = aspirasi.tautan_proyek.get().proyek
    milik = usul(dibuka(pemeran), pemeran.aparat, pemeran.kampung, proyek=proyek)
    sampai(milik.musrenbang, "selesai", pemeran)
    nasib: Any = Nasib(hasil="ditolak", alasan="Uang kabupaten tidak cukup.", tanggal=hari_ini())
    jawab_kabupaten(usulan=milik, nasib=nasib, oleh=pemeran.staf)


TETAP: dict[str, tuple[Laku, Laku]] = {
    "teruskan": (
        lambda a, p: teruskan(a, p, p.kampung),
        lambda a, p: teruskan(a, p, p.kampung_lain),
    ),
    "tanggapi": (jawab, lambda a, p: jawab(a, p, "Sudah digali lagi.")),
    "rencanakan": (hubungkan, lagi),
    "kabari": (
        biar,
        lambda a, p: beri_kabar(aspirasi=a, isi="Sedang diukur.", oleh=p.staf),
    ),
    "tunda": (biar, tunda),
    "tagih_janji": (berjanji, tagih),
    "ikuti_tahap": (hubungkan, ikuti),
    "tanyai": (hubungkan, tanyai),
    "surat_instansi": (tunggu, catat_surat),
    "usul_kabupaten": (hubungkan, dijawab_kabupaten),
}


class TestNewsThoughTheStatusStays:
    """Each is told once."""

    @pytest.mark.parametrize("aksi", TETAP)
    def test_told(self, pemeran: Any, aksi: str) -> None:
        dulu_, kini = TETAP[aksi]
        aspirasi = diperiksa(pemeran)
        dulu_(aspirasi, pemeran)
        sebelum = surat_kabar()
        aspirasi.refresh_from_db()
        status = aspirasi.status
        kini(aspirasi, pemeran)
        aspirasi.refresh_from_db()
        assert aspirasi.status == status
        assert surat_kabar() == sebelum + 1

    def test_taken_up_before_the_first_look(self, pemeran: Any) -> None:
        bahaya = {"bahaya": True, "kontak": EMAIL}
        aspirasi = buat(pemeran.kampung, **bahaya).aspirasi
        tangani.ambil_dulu(aspirasi=aspirasi, oleh=pemeran.kakam)
        assert surat_kabar() == 1

    def test_no_other_is_listed(self) -> None:
        """The rest have their own tests: weeks after, and of one that was joined."""
        selalu = {aksi for aksi, laku in LAKU.items() if Kabar.SELALU in laku.kabar}
        lain = {"ambil_dulu", "ditanya", "induk_ditarik", "diperbaiki", "dipertimbangkan"}
        lain |= {"proyek_keliru"}  # tests/aspirasi/services/test_cabut_proyek.py
        # tests/aspirasi/services/test_tahap_keliru.py, test_waktu_proyek.py
        lain |= {"tahap_keliru", "tanya_ditarik", "menunggu_lagi", "waktu_proyek"}
        # One row for all that is taken back; test_penarikan.py holds that its sender is told.
        ditarik = {"isi_ditarik", "alasan_ditarik", "jawaban_ditarik", "foto_ditarik"}
        foto = {"foto_dihitamkan", "foto_ditambah"}
        hitam = {"isi_dihitamkan", "jawaban_dihitamkan"}
        assert selalu == {*TETAP, *lain, *ditarik, *hitam, *foto}

    def test_the_same_routing_again_is_no_news(self, pemeran: Any) -> None:
        aspirasi = diperiksa(pemeran)
        teruskan(aspirasi, pemeran, pemeran.kampung)
        sebelum = surat_kabar()
        teruskan(aspirasi, pemeran, pemeran.kampung)
        assert surat_kabar() == sebelum

    def test_a_reminder_among_officials_is_none(self, pemeran: Any) -> None:
        with pada(saat("2026-03-02")):
            aspirasi = diperiksa(pemeran)
        sebelum = surat_kabar()
        with pada(saat("2026-06-01")):
            pengingat.ingatkan(aspirasi.acuan.hex)
        assert surat_kabar() == sebelum

    @pytest.mark.parametrize("nama", ["beres", "belum", "tarik", "balas"])
    def test_nor_is_ones_own_act(self, pemeran: Any, nama: str) -> None:
        terkirim = buat(pemeran.kampung, jenis=Jenis.KELUHAN, kontak=EMAIL | HP)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        jawab(aspirasi, pemeran)
        KabarPengirim.objects.update(dikabari_pada=saat("2026-01-05"))
        sebelum = surat_kabar()
        client = Client()
        kenal_pengirim(client, terkirim)
        client.post(halaman(aspirasi, nama), {"alasan": "Masih mampet.", "isi": "Terima kasih."})
        assert surat_kabar() == sebelum
        assert not KabarPengirim.objects.belum().exists()


class TestQueue:
    """How a kiriman leaves it, and who may count it."""

    def test_a_withdrawn_one_leaves_it(self, klien: Any, pemeran: Any) -> None:
        aspirasi = diperiksa(pemeran, HP)
        lain = diperiksa(pemeran, HP)
        kiriman.tarik(aspirasi=aspirasi)
        assert [a.pk for a in klien("staf").get(ANTREAN).context["halaman"]] == [lain.pk]

    def test_withdrawing_stops_no_letter_about_the_pin(self, pemeran: Any) -> None:
        aspirasi = diperiksa(pemeran)
        ganti_pin(aspirasi=aspirasi, alasan=ALASAN, oleh=pemeran.staf)
        kiriman.tarik(aspirasi=aspirasi)
        kerjakan_semua()
        assert "PIN kiriman Anda diganti" in [s.subject for s in mail.outbox]

    def test_its_number_on_the_desk_counts_what_this_person_may_read(
        self, klien: Any, pemeran: Any
    ) -> None:
        diperiksa(pemeran, HP)
        tutup = buat(pemeran.kampung, kontak=HP, jangkauan="kecamatan").aspirasi
        periksa(tutup, pemeran.petugas_rahasia)
        kata = "pengirim belum dikabari lewat WhatsApp"
        for siapa, banyak in (("staf", 1), ("petugas_rahasia", 2), ("kakam", 0)):
            assert menunggu(klien(siapa))[kata] == banyak, siapa


class TestNewPin:
    """Replaced by telephone, and never behind the sender's back."""

    def test_its_page_says_so_on_top_to_whoever_opens_it(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, kontak=HP)
        kenal_pengirim(client, terkirim)
        assert "PIN baru dibuat petugas" not in teks(client.get(halaman(terkirim.aspirasi)))
        with pada(saat("2026-11-24", 23)):
            pin = ganti_pin(aspirasi=terkirim.aspirasi, alasan=ALASAN, oleh=pemeran.staf)
        baru = kiriman.Terkirim(terkirim.aspirasi, terkirim.kode, pin)
        isi = teks(masuk_pengirim(client, baru))
        kata = (
            "PIN baru dibuat petugas pada Selasa, 24 November 2026. Bukan Anda yang meminta? "
            "Hubungi kantor kecamatan."
        )
        assert kata in isi
        assert isi.index(kata) < isi.index("Perjalanan kiriman")

    def test_the_queue_holds_words_for_it_without_the_pin(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, kontak=HP)
        staf = klien("staf")
        assert not len(staf.get(ANTREAN).context["halaman"])
        pin = ganti_pin(aspirasi=terkirim.aspirasi, alasan=ALASAN, oleh=pemeran.staf)
        assert [a.pk for a in staf.get(ANTREAN).context["halaman"]] == [terkirim.aspirasi.pk]
        buka = reverse("meja:kabar_buka", args=[terkirim.aspirasi.acuan])
        isi = staf.post(buka).context["teks"]
        assert f"{KIRIM_WA} Kalau bukan Anda yang meminta, hubungi kantor kecamatan." in isi
        assert pin not in isi
        assert tulis_kode(terkirim.kode) not in isi  # not public yet

    def test_other_news_speaks_of_no_pin(self, klien: Any, pemeran: Any) -> None:
        aspirasi = diperiksa(pemeran, HP)
        buka = reverse("meja:kabar_buka", args=[aspirasi.acuan])
        assert KIRIM_WA not in klien("staf").post(buka).context["teks"]


def selesai(pemeran: Any, tanggal: str) -> Aspirasi:
    with pada(saat(tanggal)):
        aspirasi = diperiksa(pemeran)
        jawab(aspirasi, pemeran)
        return kiriman.nyatakan_beres(aspirasi=aspirasi)


def test_the_longest_settled_are_asked_first(pemeran: Any, monkeypatch: Any) -> None:
    tengah, lama, baru = (selesai(pemeran, t) for t in ("2026-02-03", "2026-02-02", "2026-02-04"))
    monkeypatch.setattr(penilaian, "SEKALIGUS", 2)

    def ditanya() -> set[int]:
        return set(Aspirasi.objects.filter(ditanya_pada__isnull=False).values_list("pk", flat=True))

    with pada(saat("2026-06-01")):
        penilaian.tanyakan()
        assert ditanya() == {lama.pk, tengah.pk}
        penilaian.tanyakan()
        assert ditanya() == {lama.pk, tengah.pk, baru.pk}


class TestOffice:
    """The office behind a person: that of the jabatan, else that of the kampung."""

    def test_of_each_of_the_cast(self, pemeran: Any) -> None:
        kampung, kecamatan = instansi_kampung(pemeran.kampung), instansi_kecamatan()
        tanpa = PenggunaFactory(peran=Peran.APARAT, kampung=pemeran.kampung_lain)
        lain = instansi_kampung(pemeran.kampung_lain)
        semua = (
            (pemeran.kakam, kampung, kampung, str(pemeran.kakam.jabatan_aktif[0])),
            (pemeran.camat, kecamatan, kecamatan, str(pemeran.camat.jabatan_aktif[0])),
            (tanpa, lain, lain, lain.nama),
            (pemeran.admin, None, kecamatan, pemeran.admin.get_peran_display()),
            (PenggunaFactory(kampung=None), None, None, "Warga"),
        )
        for orang, sendiri, mengambil, nama in semua:
            assert langkah.instansi_dari(orang) == sendiri
            assert langkah.kantor_dari(orang) == mengambil
            assert langkah.atas_nama(orang) == nama

    def test_of_two_the_first_counts(self, pemeran: Any) -> None:
        dua = [*pemeran.kakam.jabatan_aktif, *pemeran.camat.jabatan_aktif]
        pemeran.kakam.jabatan_aktif = dua
        assert langkah.atas_nama(pemeran.kakam) == str(dua[0])
        assert langkah.instansi_dari(pemeran.kakam) == instansi_kampung(pemeran.kampung)


@pytest.mark.parametrize(("ke", "jadi"), [(None, "diverifikasi"), ("", ""), ("umum", "umum")])
@pytest.mark.parametrize("senyap", [False, True])
def test_the_trail_and_whether_it_is_told(
    pemeran: Any, ke: str | None, jadi: str, senyap: bool
) -> None:
    aspirasi = diperiksa(pemeran)
    sebelum = surat_kabar()
    isi = (pemeran.staf, "diajukan", "Sebab ini.", {"apa": "itu"})
    langkah.catat_langkah(aspirasi, Aksi.TERUSKAN, *isi, ke=ke, senyap=senyap)
    jejak = riwayat(aspirasi).last()
    assert jejak is not None
    assert (jejak.aksi, jejak.oleh_id) == (Aksi.TERUSKAN, pemeran.staf.pk)
    assert (jejak.dari, jejak.ke) == ("diajukan", jadi)
    assert (jejak.isi.alasan, jejak.isi.rincian) == ("Sebab ini.", {"apa": "itu"})
    assert surat_kabar() == sebelum + (not senyap)
