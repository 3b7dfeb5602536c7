"""The officer who works on a kiriman: one person of the desk holds it.

Routing and taking up are in `tests/meja/test_kiriman.py` and `test_giliran.py`, routing several in
`tests/meja/services/test_massal.py`, every act in every status in `test_alur.py`.
"""

from typing import Any

import pytest

from aspirasi.bacaan.riwayat import KAMPUNG_BARU
from aspirasi.enums import Aksi, Jangkauan, JenisTindakLanjut, Status, Tentang
from aspirasi.models import Aspirasi, TautanProyek
from aspirasi.services import jawab, kiriman, pembaca, sanggah, tangani
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.models import Jejak
from core.tenggat.hari_kerja import SEHARI
from core.waktu import hari_ini
from proyek.enums import Tahap
from tests.alat.baca import teks
from tests.alat.meja import DAFTAR, alamat, isi_daftar
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.kampung import InstansiFactory, instansi_kampung, instansi_kecamatan
from tests.pabrik.orang import JabatanFactory, PenggunaFactory
from tests.pabrik.proyek import buat_proyek
from warga.enums import Peran

pytestmark = pytest.mark.django_db


RAHASIA = {"jangkauan": Jangkauan.KECAMATAN}


class TestHolding:
    """One person of the desk holds a kiriman."""

    def test_it_moves_from_the_others_to_the_holder(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, isi="Untuk rekan sekantor.").aspirasi
        buat(pemeran.kampung, isi="Yang dulu datang kemudian.")
        staf, rahasia = klien("staf"), klien("petugas_rahasia")
        jawab = staf.post(
            alamat(aspirasi, "tugaskan"), {"kepada": pemeran.petugas_rahasia.pk}, follow=True
        )
        assert "Rini Rahasia" in teks(jawab)
        assert isi_daftar(staf, "bagian") == ["Yang dulu datang kemudian"]
        assert isi_daftar(rahasia, "bagian")[0] == "Untuk rekan sekantor"
        assert "Anda yang memegang" in teks(rahasia.get(DAFTAR))
        assert "Dipegang Rini Rahasia" in teks(staf.get(DAFTAR))
        staf.post(alamat(aspirasi, "tugaskan"), {"kepada": pemeran.petugas_rahasia.pk})
        assert Jejak.objects.filter(aksi="ditugaskan").count() == 1
        staf.post(alamat(aspirasi, "tugaskan"), {"kepada": ""})
        assert len(isi_daftar(staf, "bagian")) == 2

    def test_a_holder_of_one_desk_does_not_hide_it_from_the_other(
        self, klien: Any, pemeran: Any
    ) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf, isi="Diteruskan ke kampung.")
        klien("staf").post(alamat(aspirasi, "tugaskan"), {"kepada": pemeran.staf.pk})
        tujuan = instansi_kampung(pemeran.kampung)
        tangani.teruskan(aspirasi=aspirasi, ke=tujuan, oleh=pemeran.staf)
        assert isi_daftar(klien("aparat"), "bagian") == ["Diteruskan ke kampung"]

    def test_somebody_who_left_holds_nothing(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        Aspirasi.objects.filter(pk=aspirasi.pk).update(ditugaskan=pemeran.camat)
        staf = klien("staf")
        assert isi_daftar(staf, "bagian") == []
        pemeran.camat.is_active = False
        pemeran.camat.save()
        assert len(isi_daftar(staf, "bagian")) == 1

    def test_only_those_who_may_read_it_are_offered(self, klien: Any, pemeran: Any) -> None:
        lain = PenggunaFactory(nama="Rahmat Rahasia", peran=Peran.STAF, petugas_rahasia=True)
        tutup = periksa(buat(pemeran.kampung, **RAHASIA).aspirasi, pemeran.petugas_rahasia)
        rahasia = klien("petugas_rahasia")
        halaman = teks(rahasia.get(alamat(tutup, "tugaskan")))
        assert "Rahmat Rahasia" in halaman
        assert "Sari Staf" not in halaman
        jawab = rahasia.post(alamat(tutup, "tugaskan"), {"kepada": pemeran.staf.pk})
        assert "Pilihan itu tidak ada" in teks(jawab)
        rahasia.post(alamat(tutup, "tugaskan"), {"kepada": lain.pk})
        tutup.refresh_from_db()
        assert tutup.ditugaskan == lain

    def test_about_the_kecamatan_only_its_few_readers_are_offered(
        self, klien: Any, pemeran: Any
    ) -> None:
        PenggunaFactory(nama="Kiki Khusus", peran=Peran.STAF, penerima_khusus=True)
        tutup = buat(pemeran.kampung, tentang=Tentang.PETUGAS_KECAMATAN, **RAHASIA).aspirasi
        form = klien("camat").get(alamat(tutup, "tugaskan")).context["form"]
        orang = {o.nama for o in form.fields["kepada"].queryset}
        assert orang == {"Cahyo Camat", "Kiki Khusus"}

    def test_the_kampung_holds_among_its_own(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        aparat = klien("aparat")
        halaman = teks(aparat.get(alamat(aspirasi, "tugaskan")))
        assert "Karto Kepala" in halaman
        assert "Lina Lain" not in halaman
        aparat.post(alamat(aspirasi, "tugaskan"), {"kepada": pemeran.kakam.pk})
        assert len(isi_daftar(klien("kakam"), "bagian")) == 1

    def test_a_person_at_a_time_and_the_trail_says_who_let_it_go(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        for kepada in (pemeran.kakam, pemeran.kakam, None, None):
            isi = {"kepada": kepada, "oleh": pemeran.aparat}
            assert tangani.tugaskan(aspirasi=aspirasi, **isi) == aspirasi
            aspirasi.refresh_from_db()
            assert aspirasi.ditugaskan == kepada
        jejak = riwayat(aspirasi).filter(oleh_id=pemeran.aparat.pk)
        assert [j.aksi for j in jejak] == [Aksi.DITUGASKAN, Aksi.DILEPAS]

    def test_only_who_may_work_on_it_and_while_it_is_open(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        with pytest.raises(TidakBisa, match="tidak boleh membaca"):
            tangani.tugaskan(aspirasi=aspirasi, kepada=pemeran.aparat_lain, oleh=pemeran.staf)
        kiriman.tarik(aspirasi=aspirasi)
        for kepada in (pemeran.staf, None):
            with pytest.raises(TidakBisa, match="sudah ditutup"):
                tangani.tugaskan(aspirasi=aspirasi, kepada=kepada, oleh=pemeran.staf)

    def test_colleagues_who_left_are_offered_nowhere(self, pemeran: Any) -> None:
        tutup = {"jangkauan": Jangkauan.KECAMATAN}
        biasa, rahasia = (buat(pemeran.kampung, **isi).aspirasi for isi in ({}, tutup))
        khusus = buat(pemeran.kampung, tentang=Tentang.PETUGAS_KECAMATAN, **tutup).aspirasi
        ada = {"peran": Peran.STAF, "penerima_khusus": True, "petugas_rahasia": True}
        PenggunaFactory(nama="Yang Pergi", is_active=False, **ada)
        PenggunaFactory(nama="Yang Bertugas", **ada)
        bekas = PenggunaFactory(nama="Yang Purna", **ada)
        JabatanFactory(pengguna=bekas, instansi=instansi_kecamatan(), selesai=hari_ini() - SEHARI)
        meja = {
            biasa: ["Adi Admin", "Cahyo Camat", "Rini Rahasia", "Sari Staf", "Yang Bertugas"],
            rahasia: ["Rini Rahasia", "Yang Bertugas"],
            khusus: ["Cahyo Camat", "Yang Bertugas"],
        }
        for aspirasi, orang in meja.items():
            assert [o.nama for o in tangani.sekantor(aspirasi, pemeran.camat)] == orang
        kampung = [o.nama for o in tangani.sekantor(biasa, pemeran.aparat)]
        assert kampung == ["Ani Aparat", "Karto Kepala"]


class TestRouting:
    """A kiriman belongs where it was routed, and the trail says with which words."""

    def test_once_for_the_same_words_or_none(self, pemeran: Any) -> None:
        aspirasi, ke = terbit(pemeran.kampung, pemeran.staf), instansi_kampung(pemeran.kampung)
        for catatan in ("Mohon dilihat.", "Mohon dilihat.", "", "Mohon segera."):
            isi = {"ke": ke, "catatan": catatan, "oleh": pemeran.staf}
            assert tangani.teruskan(aspirasi=aspirasi, **isi) == aspirasi
        harap = [(ke.pk, kata, pemeran.staf.pk) for kata in ("Mohon dilihat.", "Mohon segera.")]
        assert list(aspirasi.disposisi.values_list("ke", "catatan", "oleh")) == harap
        jejak = list(riwayat(aspirasi).filter(aksi=Aksi.TERUSKAN))
        assert [j.isi.alasan for j in jejak] == ["Mohon dilihat.", "Mohon segera."]
        assert [j.isi.rincian for j in jejak] == [{"ke": ke.nama}] * 2

    def test_back_and_forth_counts_each_time(self, pemeran: Any) -> None:
        aspirasi, ke = terbit(pemeran.kampung, pemeran.staf), instansi_kampung(pemeran.kampung)
        for kantor in (ke, instansi_kecamatan(), ke):
            tangani.teruskan(aspirasi=aspirasi, ke=kantor, oleh=pemeran.staf)
        assert aspirasi.disposisi.count() == 3
        tangani.ambil(aspirasi=aspirasi, oleh=pemeran.kakam)
        tangani.teruskan(aspirasi=aspirasi, ke=ke, oleh=pemeran.staf)
        aspirasi.refresh_from_db()
        assert (aspirasi.status, aspirasi.disposisi.count()) == (Status.DITERUSKAN, 4)

    def test_to_a_kampung_it_belongs_there_from_now_on(self, pemeran: Any) -> None:
        for semula, baru in ((pemeran.kampung_lain, True), (None, True), (pemeran.kampung, False)):
            aspirasi = terbit(semula, pemeran.staf)
            ke = instansi_kampung(pemeran.kampung)
            tangani.teruskan(aspirasi=aspirasi, ke=ke, oleh=pemeran.staf)
            aspirasi.refresh_from_db()
            assert (aspirasi.kampung, aspirasi.ditangani) == (pemeran.kampung, ke)
            isi = riwayat(aspirasi).get(aksi=Aksi.TERUSKAN).isi
            assert isi.alasan == ""
            assert isi.rincian == {"ke": ke.nama} | ({KAMPUNG_BARU: True} if baru else {})

    def test_to_the_kecamatan_its_kampung_stays(self, pemeran: Any) -> None:
        for kampung in (pemeran.kampung, None):
            aspirasi = terbit(kampung, pemeran.staf)
            tangani.teruskan(aspirasi=aspirasi, ke=instansi_kecamatan(), oleh=pemeran.staf)
            aspirasi.refresh_from_db()
            assert (aspirasi.kampung, aspirasi.ditangani) == (kampung, instansi_kecamatan())

    def test_what_the_kecamatan_alone_reads_goes_to_no_kampung(self, pemeran: Any) -> None:
        tutup = periksa(buat(pemeran.kampung, **RAHASIA).aspirasi, pemeran.petugas_rahasia)
        ke = instansi_kampung(pemeran.kampung)
        with pytest.raises(TidakBisa, match="hanya untuk kecamatan"):
            tangani.teruskan(aspirasi=tutup, ke=ke, oleh=pemeran.petugas_rahasia)
        ke = instansi_kecamatan()
        tutup = tangani.teruskan(aspirasi=tutup, ke=ke, oleh=pemeran.petugas_rahasia)
        assert tutup.ditangani == ke

    def test_not_to_where_nobody_has_a_desk(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        with pytest.raises(TidakBisa, match="Tunggu instansi lain"):
            tangani.teruskan(aspirasi=aspirasi, ke=InstansiFactory(), oleh=pemeran.staf)


class TestTakingUp:
    def test_it_stays_with_the_office_that_has_it(self, pemeran: Any) -> None:
        """A colleague of the kecamatan may take up what it routed; the kampung keeps it."""
        bebas, milik = (terbit(pemeran.kampung, pemeran.staf) for _ in range(2))
        ke = instansi_kampung(pemeran.kampung)
        tangani.teruskan(aspirasi=milik, ke=ke, oleh=pemeran.staf)
        for aspirasi, kantor in ((bebas, instansi_kecamatan()), (milik, ke)):
            diambil = tangani.ambil(aspirasi=aspirasi, oleh=pemeran.staf)
            assert (diambil.status, diambil.ditangani) == (Status.DIPROSES, kantor)
            jejak = riwayat(aspirasi).get(aksi=Aksi.AMBIL)
            assert (jejak.oleh_id, jejak.ke) == (pemeran.staf.pk, Status.DIPROSES)
            assert (jejak.isi.alasan, jejak.isi.rincian) == ("", {})

    def test_before_the_look_once_and_by_one_office(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
        for oleh in (pemeran.kakam, pemeran.kakam, pemeran.aparat):
            diambil = tangani.ambil_dulu(aspirasi=aspirasi, oleh=oleh)
            diambil.refresh_from_db()
            assert (diambil.ditugaskan, diambil.diambil_oleh) == (pemeran.kakam, pemeran.kakam)
        jejak = riwayat(aspirasi).get(aksi=Aksi.AMBIL_DULU)
        assert jejak.oleh_id == pemeran.kakam.pk
        assert (jejak.dari, jejak.ke) == (Status.DIAJUKAN, Status.DIAJUKAN)

    def test_not_what_the_kecamatan_holds_back(self, pemeran: Any) -> None:
        """Its sender spoke to the kecamatan alone, and then opened it."""
        aspirasi = buat(pemeran.kampung, bahaya=True, **RAHASIA).aspirasi
        kiriman.balas(aspirasi=aspirasi, isi="Ini soal kadusnya.")
        pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PETUGAS)
        with pytest.raises(TidakBisa, match="sudah mulai ditangani kantor lain"):
            tangani.ambil_dulu(aspirasi=aspirasi, oleh=pemeran.kakam)

    def test_not_of_another_kampung(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
        with pytest.raises(TidakBisa, match="tidak lagi di meja"):
            tangani.ambil_dulu(aspirasi=aspirasi, oleh=pemeran.aparat_lain)


class TestAProjectThatAnswers:
    def test_it_is_linked_once_with_the_stage_that_the_sender_knows(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        jawab.tanggapi(aspirasi=aspirasi, isi="Masuk rencana.", oleh=pemeran.kakam)
        sanggah.nyatakan_belum(aspirasi=aspirasi, oleh=pemeran.warga)
        tahap = {Tahap.BERJALAN: "berjalan", Tahap.SELESAI: ""}
        for kini, dikabarkan in tahap.items():
            proyek = buat_proyek(tahap=kini)
            isi = {"aspirasi": aspirasi, "proyek": proyek, "oleh": pemeran.kakam}
            tautan = tangani.hubungkan_proyek(**isi)
            assert (tautan.tahap_dikabarkan, tautan.oleh) == (dikabarkan, pemeran.kakam)
            with pytest.raises(TidakBisa, match="sudah menunggu proyek itu"):
                tangani.hubungkan_proyek(**isi)
            jejak = riwayat(aspirasi).filter(aksi=Aksi.RENCANAKAN).last()
            assert jejak is not None
            assert (jejak.isi.rincian, jejak.oleh_id) == (
                {"proyek": proyek.nomor},
                pemeran.kakam.pk,
            )
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIRENCANAKAN
        assert not aspirasi.belum_beres.exists()

    def test_one_that_was_reopened_waits_for_the_same_project_again(
        self, klien: Any, pemeran: Any
    ) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis="usulan")
        proyek = buat_proyek(pemeran.kampung)
        tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.kakam)
        # It was closed and reopened meanwhile, and the stage was told.
        Aspirasi.objects.filter(pk=aspirasi.pk).update(status=Status.DIPROSES)
        TautanProyek.objects.update(tahap_dikabarkan="")
        jalur = alamat(aspirasi, "hubungkan")
        respons = klien("kakam").post(jalur, {"proyek": proyek.pk})
        assert respons.status_code == 302
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIRENCANAKAN
        assert TautanProyek.objects.get().tahap_dikabarkan == proyek.tahap
        pilihan = klien("kakam").get(jalur).context["form"].fields["proyek"].queryset
        assert proyek not in pilihan, "it waits for it now"

    def test_one_project_answers_many(self, pemeran: Any) -> None:
        isi = {"proyek": buat_proyek(), "oleh": pemeran.kakam}
        for _ in range(2):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            assert tangani.hubungkan_proyek(aspirasi=aspirasi, **isi).aspirasi == aspirasi

    def test_of_another_kampung_it_answers_nothing(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung_lain, pemeran.staf)
        with pytest.raises(TidakBisa, match="kampung yang berbeda"):
            tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=buat_proyek(), oleh=pemeran.staf)


def test_a_note_among_officials_stands_once_and_reads_the_reply(pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    kiriman.balas(aspirasi=aspirasi, isi="Masih mampet.")
    isi = {"aspirasi": aspirasi, "isi": "Lihat besok.", "oleh": pemeran.kakam}
    satu = tangani.catat_internal(**isi)
    kiriman.balas(aspirasi=aspirasi, isi="Hari ini juga.")
    aspirasi.tindak_lanjut.last().delete()  # so that the same note stands twice in a row
    dua = tangani.catat_internal(**isi)
    assert (satu, satu.jenis) == (dua, JenisTindakLanjut.CATATAN)
    assert (satu.atas_nama, satu.oleh) == (str(pemeran.kakam.jabatan_aktif[0]), pemeran.kakam)
    aspirasi.refresh_from_db()
    assert aspirasi.balasan_pada is not None
    tangani.catat_internal(**isi | {"isi": "Sudah dilihat."})
    aspirasi.refresh_from_db()
    assert aspirasi.balasan_pada is None
    jejak = riwayat(aspirasi).filter(aksi=Aksi.CATATAN_DITULIS)
    assert [j.oleh_id for j in jejak] == [pemeran.kakam.pk] * 2
