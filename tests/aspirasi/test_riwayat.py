"""The readers of the trail: of acts, of reasons, and of the numbers in them."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Aksi
from aspirasi.hari import HARI_JAWAB
from aspirasi.laku import LAKU
from aspirasi.models import Aspirasi
from aspirasi.services import jawab, penghapusan, tangani
from core.jejak.baca import DIHAPUS
from core.jejak.catat import catat, riwayat
from core.laku import Pembaca
from core.tenggat.hari_kerja import tambah_hari_kerja
from core.waktu import hari_ini
from tests.alat.pengirim import kenal_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.benda import Terdahulu

pytestmark = pytest.mark.django_db
ALASAN = "Karena xylofon."
# Acts that only the sender and officials read of, and acts that only officials do.
PENGIRIM = {
    *("jangkauan_diubah", "dipersempit", "ikut_dipersempit", "minta_umum", "diumumkan"),
    *(
        "umum_ditolak",
        "pin_diganti",
        "pin_lewat_email",
        "pin_diminta",
        "pin_dibatalkan",
        "kontak_diubah",
        "kontak_dihapus",
        "identitas_dihapus",
    ),
    *("letak_diatur", "letak_dihapus", "letak_dibulatkan", "letak_ditepatkan"),
}
PETUGAS = {
    *("keterangan_diminta", "keterangan_dijawab", "golongan_diubah", "tenggat_dihitung"),
    *("foto_ditutup", "pindaian_disimpan", "pindaian_ditampilkan", "pindaian_disembunyikan"),
    *("pengirim_dibaca", "foto_disetujui", "catatan_ditulis", "ditugaskan", "dilepas"),
    *("pin_disetujui", "pin_ditolak", "pin_ditarik"),
    *("keterangan_ditutup", "keterangan_ditulis_ulang"),
    *("nomor_lapor", "dikabari", "kabar_bahaya", "ditanya", "dinilai"),
}
# Acts whose reason everyone reads; the sender reads more, and of the rest officials alone.
UMUM = {
    *(Aksi.TOLAK, Aksi.BUKAN_WEWENANG, Aksi.GABUNG, Aksi.ARSIPKAN, Aksi.ARSIPKAN_DIAM),
    *(Aksi.TUNDA, Aksi.BUKTIKAN, Aksi.IKUTI_TAHAP, Aksi.LEPAS_PROYEK, Aksi.BUKA_WARGA),
}
TERTUTUP = {Aksi.MINTA_KETERANGAN, Aksi.TERUSKAN, Aksi.BUKA_KEMBALI, Aksi.KABARI, Aksi.ESKALASI}


def halaman(pemeran: Any, klien: Any, aksi: str, alasan: str = ALASAN) -> tuple[str, str, str]:
    """The public page, the sender's, and the desk's, after an act."""
    terkirim = buat(pemeran.kampung)
    aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
    objek = aspirasi if aksi in LAKU else Terdahulu(aspirasi)
    catat(objek=objek, aksi=aksi, oleh=pemeran.staf, alasan=alasan)
    pengirim = Client()
    kenal_pengirim(pengirim, terkirim)
    alamat = (
        (Client(), aspirasi.get_absolute_url()),
        (pengirim, reverse("aspirasi:kiriman", args=[aspirasi.acuan])),
        (klien("staf"), reverse("meja:aspirasi_rincian", args=[aspirasi.acuan])),
    )
    umum, sendiri, meja = (_perjalanan(c.get(a).content.decode()) for c, a in alamat)
    return umum, sendiri, meja


def _perjalanan(isi: str) -> str:
    return isi.partition("<time datetime")[2].partition("</ol>")[0]


@pytest.mark.parametrize("aksi", sorted(PETUGAS | PENGIRIM))
def test_who_reads_of_an_act(pemeran: Any, klien: Any, aksi: str) -> None:
    umum, sendiri, meja = halaman(pemeran, klien, aksi)
    milik = LAKU[aksi].kata_untuk(Pembaca.PENGIRIM)
    assert (milik in umum, milik in sendiri) == (False, aksi in PENGIRIM)
    assert LAKU[aksi].kata in meja
    assert ALASAN not in umum
    assert ALASAN in meja


def test_an_act_that_nobody_named_shows_to_nobody(pemeran: Any, klien: Any) -> None:
    assert not any(ALASAN in satu for satu in halaman(pemeran, klien, "belum_bernama"))


@pytest.mark.parametrize("aksi", sorted(UMUM | TERTUTUP | {Aksi.PERIKSA}))
def test_who_reads_a_reason(pemeran: Any, klien: Any, aksi: str) -> None:
    umum, sendiri, meja = halaman(pemeran, klien, aksi)
    assert (ALASAN in umum) == (aksi in UMUM)
    assert (ALASAN in sendiri) == (aksi not in TERTUTUP)
    assert ALASAN in meja


def test_numbers_are_masked_where_everyone_reads(pemeran: Any, klien: Any) -> None:
    alasan = "Hubungi 0812-3456-7890."
    umum, sendiri, meja = halaman(pemeran, klien, Aksi.TUNDA, alasan)
    assert "[nomor telepon disamarkan]" in umum
    assert alasan not in umum
    assert alasan in sendiri
    assert alasan in meja


def test_a_delay_says_why_even_after_the_rest_was_erased(pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    tangani.teruskan(
        aspirasi=aspirasi, ke=pemeran.kampung.instansi, catatan="Segera.", oleh=pemeran.staf
    )
    sampai = tambah_hari_kerja(hari_ini(), HARI_JAWAB + 20)
    jawab.tunda(aspirasi=aspirasi, sampai=sampai, alasan=ALASAN, oleh=pemeran.kakam)
    penghapusan.hapus_semua(aspirasi=Aspirasi.objects.get(pk=aspirasi.pk))
    umum = _perjalanan(Client().get(f"/aspirasi/{aspirasi.nomor}/").content.decode())
    assert ALASAN in umum
    assert DIHAPUS not in umum
    dihapus = [j.aksi for j in riwayat(aspirasi) if j.isi.dihapus_pada]
    assert Aksi.TERUSKAN in dihapus
    assert Aksi.TUNDA not in dihapus


@pytest.mark.parametrize(
    ("aksi", "sendiri", "umum"),
    [
        (Aksi.BUKA_KEMBALI, "Anda buka kembali", "Dibuka kembali oleh pengirim"),
        (Aksi.NYATAKAN_BERES, "Anda nyatakan selesai", "Dinyatakan selesai oleh pengirim"),
        (Aksi.MINTA_KETERANGAN, "Petugas bertanya kepada Anda", "bertanya kepada pengirim"),
        (Aksi.LENGKAPI, "Anda memberi keterangan", "Pengirim memberi keterangan"),
        (Aksi.TANYAI, "Proyek selesai, Anda ditanya", "Proyek selesai, pengirim ditanya"),
    ],
)
def test_the_sender_is_spoken_to(
    pemeran: Any, klien: Any, aksi: str, sendiri: str, umum: str
) -> None:
    dibaca_umum, dibaca_sendiri, dibaca_meja = halaman(pemeran, klien, aksi)
    assert sendiri in dibaca_sendiri
    assert "pengirim" not in dibaca_sendiri.lower()
    assert umum in dibaca_umum
    assert umum in dibaca_meja
