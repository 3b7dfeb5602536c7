"""The officer who works on a kiriman: one person of the desk holds it.

Routing and taking up are in `tests/meja/test_kiriman.py` and `test_giliran.py`, routing several in
`tests/meja/services/test_massal.py`, every act in every status in `test_alur.py`.
"""

from typing import Any

import pytest

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import tangani
from core.models import Jejak
from tests.alat.baca import teks
from tests.alat.meja import DAFTAR, alamat, isi_daftar
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.kampung import instansi_kampung
from tests.pabrik.orang import PenggunaFactory
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
