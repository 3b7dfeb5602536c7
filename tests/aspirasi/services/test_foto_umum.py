"""Photos become public by an official's choice, and those of a child never.

That they go away with their kiriman is in `test_gabung.py` and `test_pembaca.py`.
"""

import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from aspirasi.models import Aspirasi, Lampiran
from aspirasi.services import foto as lampiran
from aspirasi.services import kiriman
from aspirasi.services.foto_umum import setujui_foto
from core.galat import TidakBisa
from tests.alat.meja import alamat, isian_periksa, nama_foto
from tests.alat.pengirim import kirim
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_approving_and_withdrawing_at_once_never_deadlock(pemeran: Any) -> None:
    """Both lock the kiriman first; one wins, the other is refused or finds it gone."""
    for _ in range(4):
        aspirasi = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati.")
        lampiran.tambah(aspirasi, [foto()])
        satu = Lampiran.objects.get(aspirasi=aspirasi)
        galat: list[BaseException] = []

        def jalan(fungsi: Any, galat: list[BaseException] = galat, **data: Any) -> None:
            try:
                fungsi(**data)
            except TidakBisa:
                pass
            except BaseException as e:
                galat.append(e)
            finally:
                connection.close()

        utas = [
            threading.Thread(
                target=jalan,
                args=(setujui_foto,),
                kwargs={"lampiran": satu, "oleh": pemeran.staf},
            ),
            threading.Thread(target=jalan, args=(kiriman.tarik,), kwargs={"aspirasi": aspirasi}),
        ]
        for u in utas:
            u.start()
        for u in utas:
            u.join()
        assert galat == []


def test_photos_never_become_public(client: Client, pemeran: Any) -> None:
    kirim(client, anak="on", foto=[foto()])
    aspirasi = Aspirasi.objects.get()
    lampiran = aspirasi.lampiran.get()
    aspirasi = periksa(aspirasi, pemeran.staf, foto=[lampiran])
    lampiran.refresh_from_db()
    assert aspirasi.terbit
    assert lampiran.disetujui_pada is None
    with pytest.raises(TidakBisa, match="belum 18 tahun"):
        setujui_foto(lampiran=lampiran, oleh=pemeran.staf)


def test_a_photo_chosen_all_the_same_stays_with_staff(klien: Any, pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung, anak=True).aspirasi
    lampiran.tambah(aspirasi, [foto()])
    satu = aspirasi.lampiran.get()
    staf = klien("staf")
    staf.post(alamat(aspirasi, "periksa"), isian_periksa(aspirasi, foto=nama_foto(aspirasi)))
    assert staf.post(alamat(aspirasi, "foto"), {"foto": nama_foto(aspirasi)}).status_code == 409
    satu.refresh_from_db()
    assert satu.disetujui_pada is None
    assert not satu.berkas.publik
