"""A stage reached by mistake is taken back: by its office, within seven days, with a reason."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.db.models import Sum
from django.test import Client

from core.galat import TidakBisa
from core.waktu import pada, sekarang
from proyek.enums import Dasar, Tahap
from proyek.models import Keputusan, PindahTahap, Proyek
from proyek.services.batal_tahap import batalkan_tahap
from proyek.services.keputusan import catat_keputusan
from proyek.services.tahap import ubah_tahap
from tests.alat.baca import teks
from tests.pabrik.isian_proyek import isian_lengkap
from tests.pabrik.proyek import ALASAN as SEBAB
from tests.pabrik.proyek import HARI, buat_proyek
from transparansi.models import RingkasanUang

pytestmark = pytest.mark.django_db
ALASAN = "Tertukar dengan proyek talut di sebelahnya."


def pindah(proyek: Proyek, oleh: Any, ke: str = Tahap.SELESAI, **lain: Any) -> PindahTahap:
    ubah_tahap(proyek=proyek, ke=ke, tanggal=HARI, oleh=oleh, **{"alasan": "Tuntas."} | lain)
    return PindahTahap.objects.filter(proyek=proyek).latest("pk")


def isian(langkah: PindahTahap, alasan: str = ALASAN) -> dict[str, Any]:
    return {"langkah": langkah.pk, "alasan": alasan}


def alamat(proyek: Proyek) -> str:
    return f"{proyek.get_absolute_url()}batalkan-tahap/"


def test_the_project_returns_to_its_stage_and_dates(klien: Any, pemeran: Any) -> None:
    proyek = buat_proyek(tahap=Tahap.DIANGGARKAN, mulai_nyata=None)
    langkah = pindah(proyek, pemeran.kakam, Tahap.BERJALAN)
    kampung, kecamatan = klien("aparat"), klien("staf")
    assert "Batalkan tahap “Sedang dikerjakan”" in teks(kampung.get(proyek.get_absolute_url()))
    assert "Batalkan tahap" not in teks(kecamatan.get(proyek.get_absolute_url()))
    assert "kembali ke tahap “Sudah dianggarkan”" in teks(kampung.get(alamat(proyek)))
    assert "Bagian ini harus diisi" in teks(kampung.post(alamat(proyek), isian(langkah, "  ")))
    kampung.post(alamat(proyek), isian(langkah))
    proyek.refresh_from_db()
    assert (proyek.tahap, proyek.mulai_nyata) == (Tahap.DIANGGARKAN, None)
    umum = teks(Client().get(proyek.get_absolute_url()))
    assert "Tahap “Sedang dikerjakan” dibatalkan karena keliru" in umum
    assert ALASAN in umum
    lagi = kampung.post(alamat(proyek), isian(langkah), follow=True)  # sent twice
    assert "Tahap itu sudah dibatalkan." in teks(lagi)


def test_moves_are_taken_back_one_by_one_and_never_under_another(pemeran: Any) -> None:
    proyek = buat_proyek()
    satu = pindah(proyek, pemeran.kakam)
    dua = pindah(proyek, pemeran.kakam, Tahap.SERAH_TERIMA)
    with pytest.raises(TidakBisa, match="berpindah lagi"):
        batalkan_tahap(langkah=satu, alasan=ALASAN, oleh=pemeran.kakam)
    assert batalkan_tahap(langkah=dua, alasan=ALASAN, oleh=pemeran.aparat).selesai_nyata == HARI
    kini = batalkan_tahap(langkah=satu, alasan=ALASAN, oleh=pemeran.aparat)
    assert (kini.tahap, kini.selesai_nyata) == (Tahap.BERJALAN, None)


def test_only_the_office_that_set_it_and_only_for_seven_days(pemeran: Any) -> None:
    langkah = pindah(buat_proyek(), pemeran.staf)
    with pytest.raises(TidakBisa, match="dicatat petugas kecamatan"):
        batalkan_tahap(langkah=langkah, alasan=ALASAN, oleh=pemeran.kakam)
    with pada(sekarang() + dt.timedelta(days=8)), pytest.raises(TidakBisa, match="tujuh hari"):
        batalkan_tahap(langkah=langkah, alasan=ALASAN, oleh=pemeran.camat)
    with pada(sekarang() + dt.timedelta(days=7)):
        batalkan_tahap(langkah=langkah, alasan=ALASAN, oleh=pemeran.camat)


def test_a_stage_from_before_is_not_known_and_stays(pemeran: Any) -> None:
    langkah = PindahTahap.objects.create(proyek=buat_proyek(), ke=Tahap.BERJALAN)
    with pytest.raises(TidakBisa, match="sebelum portal menyimpan"):
        batalkan_tahap(langkah=langkah, alasan=ALASAN, oleh=pemeran.kakam)


def test_a_decision_keeps_its_place_and_says_that_its_stage_is_gone(
    klien: Any, pemeran: Any
) -> None:
    proyek = buat_proyek(tahap=Tahap.DIBAHAS, mulai_nyata=None)
    isi = Keputusan(proyek=proyek, ke_tahap=Tahap.TIDAK_DIPRIORITASKAN, judul="Belum tahun ini")
    isi.isi, isi.alasan, isi.dasar, isi.tanggal_surat = "Ditunda.", SEBAB, Dasar.MUSKAM, HARI
    keputusan = catat_keputusan(keputusan=isi, oleh=pemeran.kakam)
    kampung = klien("aparat")
    assert "Tahapnya keliru?" in teks(kampung.get(keputusan.get_absolute_url()))
    kampung.post(alamat(proyek), isian(PindahTahap.objects.get()))
    proyek.refresh_from_db()
    assert proyek.tahap == Tahap.DIBAHAS
    for jalur in (proyek.get_absolute_url(), keputusan.get_absolute_url()):
        assert "Tahapnya dibatalkan" in teks(Client().get(jalur)), jalur
    assert "Tahapnya keliru?" not in teks(kampung.get(keputusan.get_absolute_url()))


def test_a_stop_that_is_back_tells_why_it_stopped(pemeran: Any) -> None:
    proyek = buat_proyek()
    pindah(proyek, pemeran.kakam, Tahap.DIHENTIKAN_SEMENTARA, alasan="Semen belum datang.")
    langkah = pindah(proyek, pemeran.kakam, Tahap.BERJALAN)
    batalkan_tahap(langkah=langkah, alasan=ALASAN, oleh=pemeran.kakam)
    isi = teks(Client().get("/proyek/"))
    assert "<strong>Alasan berhenti:</strong> Semen belum datang." in isi
    assert ALASAN not in isi


def test_the_database_lets_a_move_be_taken_back_once_and_nothing_else(pemeran: Any) -> None:
    langkah = pindah(buat_proyek(), pemeran.kakam)
    semua = PindahTahap.objects.filter(pk=langkah.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        semua.update(dari=Tahap.USULAN)
    with pytest.raises(DatabaseError), transaction.atomic():
        semua.delete()
    semua.update(ditarik_pada=sekarang())
    with pytest.raises(DatabaseError), transaction.atomic():
        semua.update(ditarik_pada=None)


def test_money_of_a_founding_decision_stays_and_is_planned_again(klien: Any, pemeran: Any) -> None:
    """The paper still says it: only its stage was a mistake, so sums tell it apart by the stage."""
    klien("kakam").post("/proyek/buka/", isian_lengkap())
    proyek = Proyek.objects.get()
    ringkasan = RingkasanUang.objects.filter(kampung=proyek.kampung)
    jumlah = {nama: Sum(nama) for nama in ("anggaran", "direncanakan")}
    assert ringkasan.aggregate(**jumlah) == {"anggaran": 144_700_000, "direncanakan": 0}
    klien("kakam").post(alamat(proyek), isian(PindahTahap.objects.get()))
    proyek.refresh_from_db()
    assert proyek.tahap == Tahap.USULAN
    assert sum(dana.pagu for dana in proyek.pendanaan.with_uang()) == 144_700_000
    assert ringkasan.aggregate(**jumlah) == {"anggaran": 0, "direncanakan": 144_700_000}
