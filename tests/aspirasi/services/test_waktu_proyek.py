"""Those who wait for a project hear that a paper moved its days."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Aksi
from aspirasi.services import waktu_proyek
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import pada
from proyek.bacaan.versi import versi
from proyek.models import Proyek
from proyek.services.perubahan import Ubahan, catat_perubahan
from tests.alat.baca import teks
from tests.aspirasi.services.test_tahap_keliru import JUMAT, KAMIS, SABTU, jalankan, kirim
from tests.pabrik.proyek import buat_proyek
from tests.proyek.services.test_perubahan import ALASAN, surat

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]


def geser(proyek: Proyek, oleh: Any, kapan: dt.datetime, **kolom: Any) -> None:
    with pada(kapan):
        ubahan = [Ubahan(proyek, versi(proyek), kolom)]
        catat_perubahan(keputusan=surat(oleh), ubahan=ubahan, oleh=oleh)


def kabar(aspirasi: Any) -> list[str]:
    semua = riwayat(aspirasi).filter(aksi=Aksi.WAKTU_PROYEK)
    return [(j.isi.rincian or {})["ke"] for j in semua]


def test_each_paper_is_told_once_with_old_and_new_days(pemeran: Any, mailoutbox: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    geser(proyek, pemeran.kakam, KAMIS - dt.timedelta(days=1), selesai_rencana=dt.date(2026, 11, 1))
    aspirasi = kirim(pemeran, proyek).aspirasi
    mailoutbox.clear()
    proyek.refresh_from_db()
    hari = {"mulai_rencana": dt.date(2026, 10, 1), "selesai_rencana": dt.date(2026, 12, 20)}
    geser(proyek, pemeran.kakam, JUMAT, **hari)
    for kapan in (JUMAT, SABTU):
        jalankan(kapan)
    (isi,) = kabar(aspirasi)
    assert isi.startswith(f"proyek {proyek.nomor}, rencana mulai dari ")
    assert isi.endswith("rencana selesai dari 1 November 2026 menjadi 20 Desember 2026")
    (satu,) = mailoutbox
    assert "Rencana waktu proyeknya berubah." in satu.body
    aspirasi.refresh_from_db()
    with pada(SABTU):
        halaman = teks(Client().get(aspirasi.get_absolute_url()))
    assert "menjadi 20 Desember 2026" in halaman
    assert ALASAN in halaman


def test_other_changes_and_old_ones_are_no_news(pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    aspirasi = kirim(pemeran, proyek).aspirasi
    geser(proyek, pemeran.kakam, JUMAT, volume=80)
    jalankan(JUMAT)
    assert kabar(aspirasi) == []
    with pytest.raises(TidakBisa, match="Tidak ada kabar baru"):
        waktu_proyek.kabari_waktu(aspirasi.acuan.hex)
