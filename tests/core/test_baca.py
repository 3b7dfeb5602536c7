"""One renderer reads every trail: the words, the reason and the office, for each circle."""

import pytest

from core.jejak.baca import DIHAPUS, Peristiwa, peristiwa, terbaca, untuk_admin
from core.jejak.catat import catat, hapus_isi, riwayat
from core.laku import Alasan, Laku, Oleh, Pembaca
from core.models import Jejak
from tests.pabrik.benda import Benda, Orang

pytestmark = pytest.mark.django_db
KANTOR = {"staf": "Kecamatan"}
LAKU = {
    "umum": Laku("Dijawab", Pembaca.UMUM, Alasan.UMUM),
    "sendiri": Laku(
        "Ditarik pengirim",
        Pembaca.PENGIRIM,
        Alasan.PENGIRIM,
        oleh=Oleh.PENGIRIM,
        kata_lain={Pembaca.PENGIRIM: "Anda tarik"},
    ),
    "kantor": Laku("Catatan ditulis"),
    "warga": Laku("Dibuka kembali", Pembaca.UMUM, oleh=Oleh.WARGA),
    "diam": Laku("Didukung", Pembaca.TIDAK_ADA),
}


def tulis(*aksi: str) -> list[Jejak]:
    for satu in aksi:
        catat(objek=Benda(), aksi=satu, oleh=Orang(), alasan="Sebab.")
    return list(riwayat(Benda()))


def baca(jejak: list[Jejak], pembaca: Pembaca) -> list[Peristiwa]:
    return [peristiwa(j, laku, pembaca, KANTOR) for j, laku in terbaca(jejak, LAKU, pembaca)]


def test_each_circle_reads_what_wider_ones_do_and_more() -> None:
    jejak = tulis("umum", "sendiri", "kantor", "diam", "tak_dikenal")
    kata = {pembaca: [p.kata for p in baca(jejak, pembaca)] for pembaca in Pembaca if pembaca}
    assert kata == {
        Pembaca.UMUM: ["Dijawab"],
        Pembaca.PENGIRIM: ["Dijawab", "Anda tarik"],
        Pembaca.PETUGAS: ["Dijawab", "Ditarik pengirim", "Catatan ditulis"],
    }


def test_the_reason_is_read_by_whom_it_speaks_to() -> None:
    jejak = tulis("umum", "kantor")
    assert [p.alasan for p in baca(jejak, Pembaca.PENGIRIM)] == ["Sebab."]
    assert [p.alasan for p in baca(jejak, Pembaca.PETUGAS)] == ["Sebab.", "Sebab."]
    satu = peristiwa(jejak[1], LAKU["kantor"], Pembaca.UMUM, KANTOR)
    assert satu.alasan == ""


def test_an_erased_reason_says_so_and_only_where_it_was_read() -> None:
    tulis("umum", "sendiri")
    hapus_isi(objek=Benda(), alasan="Diminta.")
    umum, sendiri, _ = riwayat(Benda())
    assert peristiwa(umum, LAKU["umum"], Pembaca.UMUM, KANTOR).alasan == DIHAPUS
    assert peristiwa(sendiri, LAKU["sendiri"], Pembaca.UMUM, KANTOR).alasan == ""


def test_an_office_acts_the_sender_or_the_portal() -> None:
    umum, sendiri = tulis("umum", "sendiri")
    tanpa = catat(objek=Benda(), aksi="umum")
    oleh = [(peristiwa(umum, LAKU["umum"], Pembaca.UMUM, KANTOR)).oleh]
    oleh.append(peristiwa(tanpa, LAKU["umum"], Pembaca.UMUM, KANTOR).oleh)
    for pembaca in (Pembaca.PENGIRIM, Pembaca.PETUGAS):
        oleh.append(peristiwa(sendiri, LAKU["sendiri"], pembaca, KANTOR).oleh)
    assert oleh == ["Kecamatan", "Portal", "Anda", "Pengirim"]


def test_a_former_official_acts_as_a_resident() -> None:
    (jejak,) = tulis("warga")
    assert jejak.peran in KANTOR
    assert peristiwa(jejak, LAKU["warga"], Pembaca.UMUM, KANTOR).oleh == "Warga"


def test_an_admin_reads_which_account_acted(pemeran: object) -> None:
    staf = pemeran.staf
    catat(objek=Benda(), aksi="umum", oleh=staf)
    catat(objek=Benda(), aksi="umum")
    assert [oleh for _, oleh in untuk_admin(Benda())] == [staf, "sistem"]
