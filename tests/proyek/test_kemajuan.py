"""Plan and work: figures, the sentence, the lamp, and the drawing."""

import datetime as dt
from decimal import Decimal

import pytest

from proyek.bacaan.kemajuan import kemajuan, pada, titik_laporan
from proyek.enums import Tahap
from proyek.models import Proyek
from tests.alat.baca import sebaris
from tests.pabrik.kelengkapan import buat_rencana
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_proyek

AWAL, AKHIR = dt.date(2026, 10, 1), dt.date(2026, 12, 30)  # the tests stand on 24 November 2026
RENCANA = [(dt.date(2026, 11, 14), Decimal(70)), (AKHIR, Decimal(100))]


def satu(tahap: str = Tahap.BERJALAN, **lain: object) -> Proyek:
    asal = {"mulai_rencana": AWAL, "selesai_rencana": AKHIR, "mulai_nyata": AWAL}
    return Proyek(tahap=tahap, **(asal | lain))


@pytest.mark.parametrize(
    ("hari", "persen"),
    [
        (dt.date(2026, 1, 1), 0),
        (AWAL, 0),
        (dt.date(2026, 10, 23), 35),
        (dt.date(2026, 11, 14), 70),
        (dt.date(2026, 12, 7), 85),
        (AKHIR, 100),
        (dt.date(2030, 1, 1), 100),
    ],
)
def test_the_plan_is_straight_between_its_points(hari: dt.date, persen: int) -> None:
    assert pada([(AWAL, Decimal(0)), *RENCANA], hari) == persen


@pytest.mark.parametrize(
    ("nyata", "akhir", "kata"),
    [
        (72, "tertinggal 5 poin", "Perlu perhatian"),
        (73, "tertinggal 4 poin", ""),
        ("67.5", "tertinggal 9,5 poin", "Perlu perhatian"),
        (67, "tertinggal 10 poin", "Tertinggal jauh"),
        ("76.5", "sesuai rencana", ""),
        (90, "lebih cepat 13 poin", ""),
    ],
)
def test_the_lamp_and_the_sentence_say_the_same(nyata: object, akhir: str, kata: str) -> None:
    hasil = kemajuan(satu(), RENCANA, [(dt.date(2026, 11, 20), Decimal(str(nyata)))])
    assert hasil.kalimat.endswith(f", rencana hari ini 77%: {akhir}.")
    assert hasil.kata == kata


@pytest.mark.parametrize(
    ("proyek", "rencana", "nyata", "kalimat"),
    [
        (satu(), [], [], "Belum ada laporan, jadi belum diketahui sudah sampai mana pekerjaannya."),
        (satu(), [], [40], "belum dapat dibandingkan"),
        (satu(), RENCANA, [], "Rencana hari ini 77%. Belum ada laporan"),
        (
            satu(mulai_nyata=None, tahap=Tahap.DIANGGARKAN),
            RENCANA,
            [],
            "Pekerjaan belum dimulai. Menurut rencana seharusnya dimulai 1 Oktober 2026.",
        ),
        (
            satu(Tahap.SELESAI, selesai_nyata=dt.date(2027, 1, 2)),
            RENCANA,
            [90],
            "menurut laporan terakhir 90%, 3 hari sesudah rencana.",
        ),
        (satu(Tahap.SELESAI, selesai_nyata=AKHIR), RENCANA, [100], "tepat pada hari"),
    ],
)
def test_what_is_not_known_is_not_compared(proyek, rencana, nyata, kalimat) -> None:
    titik = [(dt.date(2026, 11, 20), Decimal(p)) for p in nyata]
    hasil = kemajuan(proyek, rencana, titik)
    assert kalimat in hasil.kalimat
    assert hasil.kata == ""


def test_a_report_tells_up_to_the_end_of_its_month_or_the_day_it_came_out() -> None:
    isi = [
        {"periode": "2026-09-01", "terbit": "2026-10-02T02:00:00+00:00", "persen": 20},
        {"periode": "2026-10-01", "terbit": "2026-10-21T02:00:00+00:00", "persen": 45},
    ]
    assert titik_laporan(isi) == [
        (dt.date(2026, 9, 30), Decimal(20)),
        (dt.date(2026, 10, 21), Decimal(45)),
    ]


def test_long_works_are_drawn_and_short_ones_are_bars(client, pemeran) -> None:
    lama = buat_proyek(mulai_rencana=AWAL, selesai_rencana=AKHIR, mulai_nyata=AWAL)
    singkat = buat_proyek(mulai_rencana=AWAL, selesai_rencana=dt.date(2026, 11, 29))
    for proyek, akhir in ((lama, AKHIR), (singkat, dt.date(2026, 11, 29))):
        buat_rencana(proyek, pemeran.kakam, (dt.date(2026, 11, 1), 60), (akhir, 100))
        buat_laporan(proyek, pemeran.kakam, persen=Decimal(40), foto=1)
    isi = sebaris(client.get(lama.get_absolute_url()))
    assert 'class="kurva__nyata" points="' in isi
    assert 'data-label="Pelaksanaan">40%<' in isi
    assert "Tertinggal jauh" in isi
    assert " style=" not in isi
    isi = sebaris(client.get(singkat.get_absolute_url()))
    assert "kurva__nyata" not in isi
    assert 'aria-label="Rencana hari ini"' in isi
