"""A message to one person about a task in reports: a notice, and a letter where asked."""

from typing import Any

import pytest

from core.jejak.segel import segel_semua
from core.models import Tugas
from kabar.bacaan.isi import susun
from kabar.bacaan.milik import untuk
from kabar.services.penyebar import sebarkan
from laporan.enums import Pesan
from laporan.services.pesan import sampaikan
from tests.pabrik.laporan import buat_laporan

pytestmark = pytest.mark.django_db


def test_it_reaches_its_person_alone_and_never_the_one_who_acts(proyek: Any, pemeran: Any) -> None:
    draf = buat_laporan(proyek, pemeran.aparat, terbit=False)
    pemeran.aparat.email = "ani@contoh.id"
    dua = [pemeran.aparat, pemeran.kakam]
    sampaikan(
        dua, Pesan.KEMBALI, oleh=pemeran.kakam, proyek=proyek, laporan=draf, catatan="Kabur.",
        surat=True,
    )  # fmt: skip
    segel_semua()
    sebarkan()
    (isi,) = susun(untuk(pemeran.aparat).untuk_baris(), pemeran.aparat)
    assert isi.ucapan.kata == "Draf laporan Anda dikembalikan dengan catatan"
    assert (isi.ucapan.alasan, isi.alamat) == ("Kabur.", draf.get_absolute_url())
    for lain in ("kakam", "warga", "staf"):
        assert not untuk(pemeran[lain]).exists()
    surat = Tugas.objects.get(kunci__startswith="surat:pesan-laporan:")
    assert "Catatannya: Kabur." in str(surat.argumen)
