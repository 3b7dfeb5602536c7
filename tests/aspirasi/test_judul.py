"""Titles that are made from the text of a kiriman."""

import time

import pytest

from aspirasi.judul import PANJANG_JUDUL, TANPA_JUDUL, judul_berikut, judul_dari

TITLES = [
    # A stop after an abbreviation, an initial or a number ends no sentence.
    ("Jl. Poros Purwodadi KM 3 amblas. Sudah lama.", "Jl. Poros Purwodadi KM 3 amblas"),
    ("Di RT. 03 lampu mati semua. Tolong.", "Di RT. 03 lampu mati semua"),
    ("Rp. 500.000 diminta waktu mengurus KK.", "Rp. 500.000 diminta waktu mengurus KK"),
    (
        "Bapak H. Slamet di Dsn. II belum menerima BLT.",
        "Bapak H. Slamet di Dsn. II belum menerima BLT",
    ),
    (
        "Lampu mati sejak tgl. 5 Okt. 2026 di Gg. Melati",
        "Lampu mati sejak tgl. 5 Okt. 2026 di Gg. Melati",
    ),
    ("PT. Maju Jaya membuang limbah ke kali.", "PT. Maju Jaya membuang limbah ke kali"),
    ("Sampah, bau, dll. Mohon diangkut.", "Sampah, bau, dll"),
    ("a.n. warga RT 05 kami lapor jalan putus", "A.n. warga RT 05 kami lapor jalan putus"),
    # Lists.
    ("1. Jalan rusak 2. Lampu mati", "1. Jalan rusak 2. Lampu mati"),
    ("1. Jalan rusak\n2. Lampu mati", "1. Jalan rusak. 2. Lampu mati"),
    ("1) Jalan rusak parah di sekolah\n2) Lampu", "Jalan rusak parah di sekolah"),
    ("- Jalan rusak berat sekali\n- Lampu", "Jalan rusak berat sekali"),
    # Greetings and addresses are no title.
    ("Selamat pagi. Air tidak mengalir.", "Air tidak mengalir"),
    ("Selamat pagi, air tidak mengalir.", "Air tidak mengalir"),
    ("Assalamu'alaikum wr. wb. Saya mau lapor jalan rusak", "Saya mau lapor jalan rusak"),
    ("Assalamualaikum warahmatullahi wabarakatuh.\nLampu jalan mati", "Lampu jalan mati"),
    ("Ass. wr. wb. pak, jalan rusak lagi", "Jalan rusak lagi"),
    ("Salam sejahtera bagi kita semua. Pupuk makin langka.", "Pupuk makin langka"),
    ("Tabik pun. Jalan ke ladang putus.", "Jalan ke ladang putus"),
    ("Om Swastiastu. Pura perlu jalan", "Pura perlu jalan"),
    ("Yth. Bapak Camat. Jalan kami berlubang.", "Jalan kami berlubang"),
    ("Yth. Bapak Slamet Widodo, S.Pd. Jalan kami berlubang.", "Jalan kami berlubang"),
    (
        "Kepada Yth. Camat Bangunrejo\ndi Tempat\nDengan hormat,\nkami usul sumur bor",
        "Kami usul sumur bor",
    ),
    ("Halo admin, kapan KTP saya jadi?", "Kapan KTP saya jadi?"),
    ("Perihal: Permohonan perbaikan jembatan", "Permohonan perbaikan jembatan"),
    ("Saya mau lapor. Jalan rusak parah.", "Jalan rusak parah"),
    # These words only look like greetings.
    ("Ibu Camat tidak ada di kantor", "Ibu Camat tidak ada di kantor"),
    ("Assalamualaikum wr. wb. Pak Camat minta uang", "Pak Camat minta uang"),
    ("Kepada warga RT 3 belum dibagikan bantuan", "Kepada warga RT 3 belum dibagikan bantuan"),
    ("Di tempat pembuangan sampah banyak lalat", "Di tempat pembuangan sampah banyak lalat"),
    ("Salamah belum dapat BLT sejak Mei", "Salamah belum dapat BLT sejak Mei"),
    ("Malam minggu ribut organ tunggal", "Malam minggu ribut organ tunggal"),
    # Fewer than three words take more.
    ("Jalan amblas. Tolong diperbaiki. Terima kasih.", "Jalan amblas. Tolong diperbaiki"),
    ("Tolong! Jembatan ambrol", "Tolong! Jembatan ambrol"),
    ("Banjir", "Banjir"),
    # Whatever there is beats nothing.
    ("Assalamualaikum", "Assalamualaikum"),
    ("Yth. Bapak Camat", "Yth. Bapak Camat"),
    ("...", TANPA_JUDUL),
    ("\u202eJalan\u200b rusak parah", "Jalan rusak parah"),
]


@pytest.mark.parametrize(("isi", "judul"), TITLES)
def test_a_title_says_what_it_is_about(isi: str, judul: str) -> None:
    assert judul_dari(isi) == judul


def test_a_long_title_is_cut_at_a_word() -> None:
    judul = judul_dari("Jalan kabupaten yang menghubungkan " + "dua dusun besar " * 10)
    assert len(judul) <= PANJANG_JUDUL + 1
    assert judul.endswith("…")
    assert judul[:-1].split()[-1] in {"dua", "dusun", "besar"}


@pytest.mark.parametrize(
    "sambung", ["1. ", ". ", "Yth. ", "wr. wb. ", "pak ", "A, S.P ", "assalam "]
)
def test_no_text_takes_long(sambung: str) -> None:
    mulai = time.perf_counter()
    assert judul_dari(sambung * (5000 // len(sambung)))
    assert time.perf_counter() - mulai < 0.5


LAMA = "Rumah Pak Budi bocor. Tolong dicek."


@pytest.mark.parametrize(
    ("lama", "isi", "diketik", "judul"),
    [
        ("Rumah Pak Budi bocor", "Rumah warga bocor. Tolong dicek.", "", "Rumah warga bocor"),
        ("Rumah Pak Budi bocor", "Rumah warga bocor.", "Rumah Pak Budi bocor", "Rumah warga bocor"),
        ("Rumah Pak Budi bocor", LAMA + " Segera.", "", "Rumah Pak Budi bocor"),
        ("Bantuan rumah", "Rumah warga bocor.", "", "Bantuan rumah"),
        ("Rumah Pak Budi bocor", LAMA, "Atap bocor", "Atap bocor"),
    ],
)
def test_a_title_follows_its_text(lama: str, isi: str, diketik: str, judul: str) -> None:
    """A name that leaves the text leaves the title, also where nobody touched that field."""
    assert judul_berikut(lama, LAMA, isi, diketik) == judul
