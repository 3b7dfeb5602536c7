"""A kiriman returns to its state when the project that answered it was opened by mistake."""

import datetime as dt
from typing import Any

import pytest

from aspirasi.enums import Aksi, Jenis, Langkah, Status
from aspirasi.models import Aspirasi, KabarPengirim, TautanProyek
from aspirasi.services import jawab, tangani
from aspirasi.services.cabut_proyek import cabut_proyek, potret
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from proyek.models import Proyek
from tests.pabrik.aspirasi import terbit
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
ALASAN = "Terisi dua kali."
BESOK = dt.date(2027, 2, 26)


@pytest.fixture
def usul(pemeran: Any) -> Aspirasi:
    return terbit(
        pemeran.kampung, pemeran.staf, jenis=Jenis.USULAN, kontak={"telepon": "+6281377665544"}
    )


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    return buat_proyek(pemeran.kampung)


def segar(aspirasi: Aspirasi) -> Aspirasi:
    return Aspirasi.objects.get(pk=aspirasi.pk)


def test_status_clock_and_punctuality_return(pemeran, usul, proyek) -> None:
    jawab.tunda(aspirasi=usul, sampai=BESOK, alasan="Menunggu rapat.", oleh=pemeran.kakam)
    sebelum = potret(segar(usul))
    tangani.hubungkan_proyek(aspirasi=usul, proyek=proyek, oleh=pemeran.kakam)
    assert segar(usul).dijawab_tepat is True
    dikabari = KabarPengirim.objects.filter(aspirasi=usul).count()
    cabut_proyek(proyek=proyek, alasan=ALASAN, oleh=pemeran.kakam)
    kini = segar(usul)
    assert potret(kini) == sebelum
    assert (kini.tenggat, kini.dijawab_tepat) == (BESOK, None)
    assert not TautanProyek.objects.exists()
    jejak = riwayat(usul).last()
    assert (jejak.aksi, jejak.dari, jejak.ke) == (Aksi.PROYEK_KELIRU, "direncanakan", kini.status)
    assert jejak.isi.alasan == f"Proyek {proyek.nomor} dicabut karena dibuka keliru: {ALASAN}"
    assert KabarPengirim.objects.filter(aspirasi=usul).count() == dikabari + 1, "told once more"


def test_another_project_still_answers_it(pemeran, usul, proyek) -> None:
    sebelum = potret(segar(usul))
    lain = buat_proyek(pemeran.kampung)
    for satu in (proyek, lain):
        tangani.hubungkan_proyek(aspirasi=usul, proyek=satu, oleh=pemeran.kakam)
    cabut_proyek(proyek=proyek, alasan=ALASAN, oleh=pemeran.kakam)
    assert segar(usul).status == Status.DIRENCANAKAN
    cabut_proyek(proyek=lain, alasan=ALASAN, oleh=pemeran.kakam)
    assert potret(segar(usul)) == sebelum, "the second link knew only the state of the first"


def test_an_old_link_leads_back_to_the_desk(pemeran, usul, proyek) -> None:
    tangani.hubungkan_proyek(aspirasi=usul, proyek=proyek, oleh=pemeran.kakam)
    TautanProyek.objects.update(sebelum=None)
    cabut_proyek(proyek=proyek, alasan=ALASAN, oleh=pemeran.kakam)
    assert (segar(usul).status, segar(usul).langkah) == (Status.DIPROSES, Langkah.SELESAI)


def test_no_kiriman_is_linked_to_one_taken_back(pemeran, usul, proyek) -> None:
    cabut_proyek(proyek=proyek, alasan=ALASAN, oleh=pemeran.kakam)
    with pytest.raises(TidakBisa, match="dicabut"):
        tangani.hubungkan_proyek(aspirasi=usul, proyek=proyek, oleh=pemeran.kakam)
