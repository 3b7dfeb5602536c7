"""Thousands of kiriman as residents might write them, and pairs that say the same thing.

`data/serupa.txt` holds fifty situations in five wordings each. A pair takes two wordings of
one situation, and names its place in two ways. The word list was made with these at hand.
`data/serupa_lain.txt` holds 200 pairs that were written before its author had seen the word
list, most of them without a place; `data/beda.txt` holds 60 pairs of like words about two
matters. The background speaks of the same things at other places, so that a lookup has
plenty to confuse them with. Always the same for the same arguments.
"""

import random
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
PASANGAN_PER_PERIHAL = 4

TEMPAT = tuple(
    tuple(baris.split(" | "))
    for baris in """
Dusun {n} | dsn {n} | dusun {kata}
RT {n2} Dusun {m} | rt {n} dsn {m} | RT{n2} dusun {m_kata}
RT {n2} RW {m2} | rt {n} rw {m} | RT.{n} RW.{m}
Gang {nama} | gg {nama_kecil} | gang {nama}
depan Masjid Al-{nama} | dekat mushola al {nama_kecil} | sekitar masjid Al {nama}
Jalur {n} dekat pasar | jalur {kata} sebelah pasar | jalur {n} arah pasar
dekat SD Dusun {m} | depan sekolah dsn {m} | samping SD dusun {m_kata}
Dusun {m} RT {n} | dusun {m_kata} rt {n2} | dsn {m} RT {n2}
Blok {huruf} Dusun {m} | blok {huruf} dsn {m} | dusun {m} blok {huruf}
simpang tiga Dusun {m} | pertigaan dsn {m} | simpang 3 dusun {m_kata}
""".strip().splitlines()
)
NAMA = ("Melati", "Mawar", "Kenanga", "Rambutan", "Manggis", "Ikhlas", "Huda", "Falah")
KATA = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")

# Things, and their faults; the same world as the fifty situations.
BENDA = tuple(
    (kiri, tuple(kanan.split("; ")))
    for kiri, kanan in (
        baris.split(": ")
        for baris in """
jalan: rusak; berlubang; becek kalau hujan; sempit; belum diaspal; bergelombang; berdebu
jalan cor: retak; pecah di tengah; belum selesai; kurang tebal; amblas sebelah
selokan: mampet; dangkal; belum ada; penuh rumput; longsor pinggirnya
drainase: buntu; kurang lebar; meluap; tertutup tanah; bocor
gorong-gorong: pecah; tersumbat kayu; terlalu kecil; ambruk
lampu jalan: mati; redup; belum ada; pecah; menyala siang hari
jembatan: lapuk; goyang; terlalu sempit; putus; tidak ada pegangannya
sumur bor: kering; pompanya rusak; airnya keruh; tidak terawat; belum dibagi jadwalnya
pamsimas: tidak mengalir; meterannya rusak; iurannya mahal; bocor pipanya
irigasi: bocor; pintu airnya hilang; dangkal; pembagiannya tidak adil; longsor
sampah: menumpuk; tidak diangkut; dibakar sembarangan; dibuang ke kali
pupuk: langka; mahal; terlambat datang; jatahnya berkurang
bibit padi: kurang bagus; belum dibagikan; tidak sesuai musim
hama tikus: makin banyak; merusak jagung; tidak mempan racun
traktor kelompok tani: rusak; dipakai sendiri; sulit dipinjam
posyandu: bocor atapnya; kurang kader; tidak ada timbangannya; sempit
bidan: jarang datang; hanya satu; tempatnya jauh; belum punya kendaraan
puskesmas: antre lama; obatnya habis; tutup lebih awal; petugasnya kurang
sekolah: atapnya bocor; kekurangan guru; tidak berpagar; toiletnya rusak
PAUD: kekurangan mainan; gurunya belum digaji; menumpang di rumah warga
lapangan: banjir; tidak terawat; gawangnya roboh; dijadikan tempat parkir
balai kampung: bocor; kursinya kurang; listriknya mati; kotor
pos ronda: tidak dipakai; roboh; tidak ada penerangannya
ronda: tidak jalan lagi; jadwalnya tidak adil; kurang orang
motor brong: mengganggu; kebut-kebutan; ramai sampai pagi
ternak: berkeliaran; merusak kebun; kandangnya bau; dicuri orang
anjing: menggigit; liar; banyak yang sakit
kandang ayam: bau; banyak lalat; limbahnya ke sungai
pabrik tapioka: limbahnya bau; asapnya mengganggu; truknya merusak jalan
singkong: harganya turun; potongannya besar; timbangannya meragukan
pasar: becek; sepi; parkirnya semrawut; losnya bocor
parkir: tidak ada karcis; mahal; menutup jalan
KTP: belum jadi; salah nama; lama dicetak; hilang
kartu keluarga: salah ketik; lama diurus; belum diperbarui
BPJS: tidak aktif; ditolak puskesmas; salah data
rumah warga: tidak layak huni; kebanjiran; kena angin; belum ada listriknya
lansia: belum dapat bantuan; tinggal sendiri; tidak punya kartu berobat
makam: penuh; tidak berpagar; becek; banyak rumputnya
masjid: tempat wudunya rusak; kekurangan air; pengerasnya mati
internet: lemah; mahal; tidak ada sinyal; sering putus
listrik: sering padam; tegangannya turun; kabelnya kendor; tiangnya miring
pohon: rawan tumbang; menutupi lampu; akarnya merusak jalan
tebing sungai: longsor; tergerus; mendekati rumah
sungai: dangkal; banyak sampahnya; airnya hitam; meluap
taman bacaan: belum ada; bukunya sedikit; tutup terus
pelatihan menjahit: belum diadakan; pesertanya terbatas; kurang mesinnya
pelatihan pemuda: tidak ada; kurang diumumkan; tempatnya jauh
jalan usaha tani: belum dibuka; tertutup longsor; tidak bisa dilewati motor
tikungan: rawan kecelakaan; gelap; tidak ada rambunya
demam berdarah: banyak penderitanya; belum disemprot; menyerang anak
""".strip().splitlines()
    )
)
PEMBUKA = (
    *("Mohon perhatian,", "Selamat siang,", "Tolong pak,", "Mau lapor,", "Kami warga,"),
    *("Assalamualaikum,", "Usul saja,", "Sekadar bertanya,", "", "", "", ""),
)
PENUTUP = (
    *("Mohon diperbaiki.", "Kapan ada tindakan?", "Sudah lama begini.", "Terima kasih."),
    *("Anak-anak yang paling terdampak.", "Kami siap gotong royong.", "Tolong ditinjau dulu."),
    *("Warga sudah sering mengeluh.", "Padahal tahun lalu sudah diusulkan.", "Semoga ditanggapi."),
    *("Petani jadi rugi.", "Kalau hujan tambah parah.", "Malam hari bahaya.", ""),
)


@dataclass(frozen=True)
class Pasangan:
    """Two texts about one thing, and the number of their kampung (from 0)."""

    dulu: str
    kini: str
    kampung: int


def pasangan(kampung: int) -> list[Pasangan]:
    """Return 200 pairs spread over so many kampung."""
    acak = random.Random(17)
    hasil = []
    for nomor, blok in enumerate(_blok("serupa.txt")):
        for ke in range(PASANGAN_PER_PERIHAL):
            dulu, kini = acak.sample(blok, 2)
            satu, dua = acak.sample(tempat(acak), 2)
            teks = dulu.replace("{t}", satu), kini.replace("{t}", dua)
            hasil.append(Pasangan(*teks, kampung=(nomor * PASANGAN_PER_PERIHAL + ke) % kampung))
    return hasil


def pasangan_lain(kampung: int) -> list[Pasangan]:
    """Return the 200 pairs that the word list was not made with."""
    return [Pasangan(*blok, kampung=i % kampung) for i, blok in enumerate(_blok("serupa_lain.txt"))]


def beda(kampung: int) -> list[Pasangan]:
    """Return 60 pairs of like words about two matters."""
    return [Pasangan(*blok, kampung=(i + 5) % kampung) for i, blok in enumerate(_blok("beda.txt"))]


def _blok(nama: str) -> list[list[str]]:
    return [blok.splitlines() for blok in (DATA / nama).read_text().strip().split("\n\n")]


def latar(jumlah: int) -> list[str]:
    """Return so many texts about the same world."""
    acak = random.Random(71)
    return [_satu(acak) for _ in range(jumlah)]


def tempat(acak: random.Random) -> list[str]:
    """Return one place in three spellings."""
    n, m, nama = acak.randint(1, 9), acak.randint(1, 6), acak.choice(NAMA)
    isian = {"n": n, "n2": f"{n:02}", "kata": KATA[n - 1], "huruf": acak.choice("ABCD")}
    isian |= {"m": m, "m2": f"{m:02}", "m_kata": KATA[m - 1]}
    isian |= {"nama": nama, "nama_kecil": nama.lower()}
    return [ragam.format(**isian) for ragam in acak.choice(TEMPAT)]


def _satu(acak: random.Random) -> str:
    benda, keadaan = acak.choice(BENDA)
    di, masalah = acak.choice(tempat(acak)), acak.choice(keadaan)
    kalimat = acak.choice(
        (
            f"{benda} di {di} {masalah}.",
            f"di {di} {benda} {masalah}.",
            f"{benda} {masalah} di {di}.",
        )
    )
    bagian = (acak.choice(PEMBUKA), kalimat, acak.choice(PENUTUP), acak.choice(PENUTUP))
    teks = " ".join(b for b in bagian if b)
    return teks[0].upper() + teks[1:]
