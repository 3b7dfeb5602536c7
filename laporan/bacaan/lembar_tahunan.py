"""The two yearly sheets of a kampung.

One says what came of each kegiatan (laporan realisasi kegiatan, Permendagri 20/2018 Ps 72); the
other says the same in plain words for the musyawarah and the BPK Kampung (informasi
penyelenggaraan pemerintahan desa, Permendagri 46/2016).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.berkas.lembar import Bagian, Lembar, Rincian, Tabel, TandaTangan, Tulisan
from core.templatetags.bentuk import angka, persen, rupiah
from laporan.bacaan.lembar import ukuran
from laporan.bacaan.tahunan import TERBANYAK, Kegiatan, Setahun, Uang, setahun
from proyek.bacaan.lpj import lpj_tahun
from proyek.bacaan.uang import persen_dari
from proyek.enums import Tahap
from warga.bacaan.kop import alamat_kop, kepala_kampung, kop
from warga.models import Kampung

TIADA = "Tidak ada kegiatan tahun ini yang tercatat di portal."
BATAS = "Yang tercatat di portal saja: kegiatan yang tidak dicatat di sini tidak ikut dijumlahkan."


@dataclass(frozen=True)
class Jenis:
    """A kind of yearly sheet: its name, what it is for, what stands on it, whether it lies."""

    nama: str
    guna: str
    isi: Callable[[Setahun], Iterator[Bagian]]
    mendatar: bool = False


def lembar_tahunan(jenis: Jenis, kampung: Kampung, tahun: int) -> Lembar:
    """Return the sheet of a year. Five queries."""
    isi = setahun(kampung, tahun)
    return Lembar(
        kop=kop(kampung),
        alamat_kop=alamat_kop(kampung),
        judul=jenis.nama,
        pengantar=(f"Kampung {kampung}, tahun anggaran {tahun}",),
        bagian=tuple(_bagian(jenis, isi)),
        tempat=str(kampung),
        tanda_tangan=(TandaTangan(kepala_kampung(kampung)),),
        keterangan=_keterangan(isi),
        jalur=kampung.get_absolute_url(),
        mendatar=jenis.mendatar,
    )


def _bagian(jenis: Jenis, isi: Setahun) -> Iterator[Bagian]:
    if not isi.banyak:
        yield Tulisan("", (TIADA,))
        return
    yield from jenis.isi(isi)
    mengadu = isi.kampung.alamat_pengaduan or "belum diketahui"
    yield Rincian("Bertanya dan mengadu", [("Tempat mengadu", mengadu)])


def _keterangan(isi: Setahun) -> tuple[str, ...]:
    """Return from what it was made: from the reports that stand, the ledger, and papers."""
    baris = [f"Dari buku uang dan laporan yang berlaku ketika lembar ini dibuat. {BATAS}"]
    baris += [
        f"Tahun ini ditutup dengan LPJ {lpj.nomor}." for lpj in lpj_tahun(isi.kampung, [isi.tahun])
    ]
    if isi.banyak > TERBANYAK:
        baris.append(
            f"Lembar ini memuat {TERBANYAK} kegiatan yang pertama dari {angka(isi.banyak)}; "
            "jumlahnya dari semua kegiatan."
        )
    return tuple(baris)


def _realisasi(isi: Setahun) -> Iterator[Bagian]:
    """The table of each bidang, their sums, and what was cancelled."""
    for bidang, uang in isi.per_bidang.items():
        milik = [k for k in isi.kegiatan if not k.batal and _bidang(k) == bidang]
        yield Tabel(
            judul=f"Bidang {bidang}",
            kepala=("Kegiatan", "Anggaran", "Realisasi", "Sisa", "Fisik", "Keterangan"),
            baris=[
                (_nama(k), *_rupiah(k), persen(k.proyek.jumlah.persen), _kata(k)) for k in milik
            ],
            lebar=(28, 14, 14, 14, 9, 21),
            angka=frozenset({1, 2, 3, 4}),
            jumlah=("Jumlah yang diketahui", *_rupiah(uang), "", ""),
        )
    yield _tabel_uang("Semua bidang", "Bidang", isi.per_bidang, isi.jumlah)
    yield from _batal(isi)


def _ippd(isi: Setahun) -> Iterator[Bagian]:
    """The year in sentences, its money, what was done, and what was not, with reasons."""
    yield Tulisan("Ringkasan", _ringkasan(isi))
    yield _tabel_uang("Uang menurut sumber", "Sumber dana", isi.per_sumber, isi.jumlah)
    yield _tabel_uang("Uang menurut bidang", "Bidang", isi.per_bidang, isi.jumlah)
    selesai = [k for k in isi.kegiatan if k.rampung]
    if selesai:
        yield Tabel(
            judul="Yang sudah selesai",
            kepala=("Kegiatan", "Lokasi", "Hasil", "Dibelanjakan"),
            baris=[
                (_nama(k), k.proyek.lokasi or "belum dicatat", ukuran(k.proyek), rupiah(k.belanja))
                for k in selesai
            ],
            lebar=(36, 24, 20, 20),
            angka=frozenset({3}),
        )
    belum = [k for k in isi.kegiatan if not k.rampung and not k.batal]
    if belum:
        yield Tabel(
            judul="Yang belum selesai",
            kepala=("Kegiatan", "Keadaan", "Pekerjaan", "Sebabnya"),
            baris=[
                (_nama(k), k.proyek.keadaan, persen(k.proyek.jumlah.persen), _sebab(k))
                for k in belum
            ],
            lebar=(34, 20, 12, 34),
            angka=frozenset({2}),
        )
    yield from _batal(isi)


def _batal(isi: Setahun) -> Iterator[Bagian]:
    batal = [k for k in isi.kegiatan if k.batal]
    if batal:
        yield Tabel(
            judul="Yang tidak terlaksana",
            kepala=("Kegiatan", "Anggaran semula", "Alasannya"),
            baris=[(_nama(k), rupiah(k.anggaran), _sebab(k)) for k in batal],
            lebar=(36, 20, 44),
            angka=frozenset({1}),
            catatan="Dibatalkan dengan keputusan. Uangnya tidak ikut dijumlahkan.",
        )


def _tabel_uang(judul: str, kolom: str, isi: dict[str, Uang], jumlah: Uang) -> Tabel:
    return Tabel(
        judul=judul,
        kepala=(kolom, "Anggaran", "Dibelanjakan", "Sisa"),
        baris=[(nama, *_rupiah(uang)) for nama, uang in isi.items()],
        lebar=(40, 20, 20, 20),
        angka=frozenset({1, 2, 3}),
        jumlah=("Jumlah yang diketahui", *_rupiah(jumlah)),
    )


def _ringkasan(isi: Setahun) -> tuple[str, ...]:
    uang = isi.jumlah
    bagian = persen_dari(uang.belanja, uang.anggaran)
    belanja = "Belum ada laporan tentang uang yang sudah dibelanjakan."
    if bagian is not None:
        sisa = f"sisanya {rupiah(uang.sisa)}"
        belanja = f"Yang sudah dibelanjakan {rupiah(uang.belanja)} ({persen(bagian)}); {sisa}."
    banyak = isi.banyak - isi.hitung.get(Tahap.DIBATALKAN, 0)
    keadaan = [f"{angka(n)} {Tahap(t).label.lower()}" for t, n in isi.hitung.items()]
    anggaran = f"menganggarkan {rupiah(uang.anggaran)} untuk {angka(banyak)} kegiatan"
    awal = f"Tahun {isi.tahun} Kampung {isi.kampung} {anggaran} yang tercatat di portal."
    return f"{awal} {belanja}", f"Keadaannya: {', '.join(keadaan)}."


def _bidang(kegiatan: Kegiatan) -> str:
    return str(kegiatan.proyek.kegiatan.sub_bidang.bidang.nama)


def _nama(kegiatan: Kegiatan) -> str:
    proyek = kegiatan.proyek
    return f"{proyek.judul}\n{proyek.kegiatan.kode} · {proyek.nomor}"


def _rupiah(uang: Kegiatan | Uang) -> tuple[str, ...]:
    return tuple(map(rupiah, (uang.anggaran, uang.belanja, uang.sisa)))


def _kata(kegiatan: Kegiatan) -> str:
    """Return the state of a work, and the reason where it is not finished."""
    sebab = "" if kegiatan.rampung else kegiatan.sebab
    return f"{kegiatan.proyek.keadaan}. {sebab}".strip() if sebab else kegiatan.proyek.keadaan


def _sebab(kegiatan: Kegiatan) -> str:
    return kegiatan.sebab or "belum dilaporkan"


JENIS = {
    "realisasi": Jenis(
        "Laporan Realisasi Kegiatan",
        "Untuk dilampirkan pada laporan pertanggungjawaban (LPJ) dan diumumkan.",
        _realisasi,
        mendatar=True,
    ),
    "ippd": Jenis(
        "Informasi Penyelenggaraan Pemerintahan Kampung (IPPD)",
        "Untuk musyawarah dan BPK Kampung: apa yang dikerjakan, apa yang belum, dan uangnya.",
        _ippd,
    ),
}
