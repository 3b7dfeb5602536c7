"""Letters and notices that tell the aparat of a pause, once for each change."""

import datetime as dt
from typing import Any

import pytest

from core.antrean.tugas import kerjakan_semua
from core.waktu import pada
from laporan.services import jadwal, jeda
from tests.alat.jam import saat
from tests.alat.kabar import kabari, siarkan
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]


def test_aparat_are_told_of_grant_change_and_end(pemeran: Any, mailoutbox: Any) -> None:
    for nama in ("aparat", "kakam", "aparat_lain", "warga"):
        pemeran[nama].email = f"{nama}@contoh.id"
        pemeran[nama].save()
    proyek = buat_proyek(pemeran.kampung, mulai_nyata=dt.date(2026, 9, 1))
    with pada(saat("2026-09-10")):
        jadwal.susun(proyek=proyek)
    with pada(saat("2026-10-05")):
        satu = jeda.beri(
            kampung=pemeran.kampung,
            mulai=dt.date(2026, 10, 5),
            akhir=dt.date(2026, 10, 9),
            sebab="bencana",
            keterangan="Banjir merendam balai kampung.",
            oleh=pemeran.camat,
        )
    with pada(saat("2026-10-06")):
        hari = {"akhir": dt.date(2026, 10, 6), "alasan": "Sudah surut."}
        jeda.akhiri(jeda=satu, oleh=pemeran.camat, **hari)
    for jam in (7, 8):
        with pada(saat("2026-10-07", jam)):
            jeda.kabari_berakhir()
    kerjakan_semua()
    surat = [satu for satu in mailoutbox if satu.to == ["aparat@contoh.id"]]
    assert [satu.subject for satu in surat] == [
        "Jeda pelaporan diberikan",
        "Jeda pelaporan berakhir lebih awal",
        "Jeda pelaporan sudah berakhir",
    ]
    assert "sampai 9 Oktober 2026: bencana (diberikan Camat). Banjir" in surat[0].body
    assert "Rabat beton Dusun 3, September 2026: paling lambat 14 Oktober 2026" in surat[0].body
    assert "Alasannya: Sudah surut." in surat[1].body
    kepada = {alamat for satu in mailoutbox for alamat in satu.to}
    assert kepada == {"aparat@contoh.id", "kakam@contoh.id"}
    siarkan()
    assert kabari(pemeran.aparat) == ["diberikan", "dipendekkan", "berakhir"]
    assert kabari(pemeran.aparat_lain) == []
