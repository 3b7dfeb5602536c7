"""Words of a decision become black: on its page, in lists, search and trails."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core.models import Jejak, Penarikan
from core.moderasi.penarikan import HITAM
from proyek.enums import Tahap
from proyek.models import Keputusan
from tests.pabrik.isian_proyek import isian_dana, isian_keputusan
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_keputusan, buat_proyek

KATA = "Xylofon Sumarni"
SEBAB = "Memuat nama warga."
BOLEH = {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"}


def tarik(client: Any, keputusan: Keputusan, kata: str = KATA, alasan: str = SEBAB) -> Any:
    jalan = f"{keputusan.get_absolute_url()}tarik/"
    return client.post(jalan, {"kata": kata, "alasan": alasan})


def teks(client: Any, alamat: str) -> str:
    return client.get(alamat).content.decode()


def test_the_words_are_gone_everywhere_and_their_place_tells_why(klien, pemeran) -> None:
    proyek = buat_proyek(pemeran.kampung, tahap=Tahap.USULAN)
    kata = {"judul": f"Rumah {KATA} dibantu", "alasan": f"Rumah {KATA} roboh oleh angin kencang."}
    isian = isian_keputusan(ke_tahap=Tahap.DITELAAH, **kata) | isian_dana()
    klien("aparat").post(f"/keputusan/catat/?proyek={proyek.nomor}", isian)
    keputusan = Keputusan.objects.get()
    klien("aparat").post(
        f"{keputusan.get_absolute_url()}sikap/", {"alasan": f"Bukan {KATA} yang roboh."}
    )
    pengunjung = klien("pengunjung")
    tempat = (
        *(keputusan.get_absolute_url(), proyek.get_absolute_url(), "/keputusan/", "/"),
        *("/kampung/sido-rejo/", "/kampung/informasi/"),
    )
    for alamat in tempat:
        assert KATA in teks(pengunjung, alamat), alamat
    assert tarik(klien("staf"), keputusan).status_code == 302
    for alamat in tempat:
        assert KATA not in teks(pengunjung, alamat), alamat
    assert keputusan.get_absolute_url() not in teks(pengunjung, "/keputusan/?cari=xylofon")
    isi = teks(pengunjung, keputusan.get_absolute_url())
    assert "Sebagian keputusan ini dihitamkan karena memuat nama warga" in isi
    assert keputusan.nomor in teks(pengunjung, proyek.get_absolute_url())
    assert not Jejak.objects.filter(isi__alasan__contains="Xylofon").exists()


def test_what_a_ralat_corrected_goes_from_the_trail_of_the_old_one_too(klien, pemeran) -> None:
    lama = buat_keputusan(pemeran.kakam)
    isian = isian_keputusan(sebab_ralat=f"Nama {KATA} salah tulis.")
    klien("kakam").post(f"/keputusan/catat/?ralat={lama.nomor}", isian)
    assert Jejak.objects.filter(objek_kunci=lama.nomor, isi__alasan__contains=KATA).exists()
    assert tarik(klien("staf"), Keputusan.objects.get(menggantikan=lama)).status_code == 302
    assert not Jejak.objects.filter(isi__alasan__contains=KATA).exists()


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_may(klien, pemeran, siapa: str) -> None:
    keputusan = buat_keputusan(pemeran.kakam, isi=f"Rumah {KATA} masuk anggaran tahun 2026.")
    status = 302 if siapa in BOLEH | {"pengunjung"} else 403
    assert tarik(klien(siapa), keputusan).status_code == status
    keputusan.refresh_from_db()
    assert (HITAM in keputusan.isi) == (siapa in BOLEH)


@pytest.mark.parametrize(
    ("kata", "alasan", "pesan"),
    [
        ("", SEBAB, "Tulis kata yang dihitamkan"),
        ("tidak ada", SEBAB, "tidak ada dalam tulisan"),
        (KATA, "", "Bagian ini harus diisi"),
        (KATA, f"Nama {KATA} terbaca.", "jangan sebut lagi"),
        (
            "Rumah\nmasuk anggaran\ndibiayai\nJalan ini dilewati anak sekolah",
            SEBAB,
            "sebagian kecil",
        ),
    ],
)
def test_what_is_refused(klien, pemeran, kata: str, alasan: str, pesan: str) -> None:
    keputusan = buat_keputusan(pemeran.kakam, isi=f"Rumah {KATA} masuk anggaran.", judul="Dibiayai")
    keputusan = Keputusan.objects.get(pk=keputusan.pk)
    if pesan == "sebagian kecil":
        kata += f"\n{KATA}\nsetiap hari dan becek"
    assert pesan in tarik(klien("aparat"), keputusan, kata, alasan).content.decode()
    assert not Penarikan.objects.exists()


def test_a_no_keeps_its_reason(klien, pemeran) -> None:
    keputusan = buat_keputusan(
        pemeran.kakam,
        proyek=buat_proyek(),
        ke_tahap=Tahap.DIBATALKAN,
        alasan="Tanahnya milik orang.",
    )
    isi = tarik(klien("staf"), keputusan, "Tanahnya milik orang").content.decode()
    assert "harus tetap terbaca" in isi


def test_the_database_lets_nothing_else_pass(pemeran) -> None:
    keputusan = buat_keputusan(pemeran.kakam)
    for ubah in ({"isi": HITAM}, {"umum": False}, {"alasan": "Lain."}, {"dana": [["dd", 2026, 9]]}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Keputusan.objects.filter(pk=keputusan.pk).update(**ubah)
