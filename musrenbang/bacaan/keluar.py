"""The papers of a musrenbang: berita acara with its annexes, and the rows to copy into SIPD."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from core.berkas.lembar import Bagian, Lembar, Rincian, Tabel, TandaTangan, Tulisan
from core.berkas.xlsx import Sel
from core.templatetags.bentuk import angka, hari_tanggal, rupiah
from musrenbang.bacaan.gerbang import halangan
from musrenbang.bacaan.peringkat import Golongan, peringkat
from musrenbang.enums import IsiKolom
from musrenbang.models import KolomSipd, Musrenbang, Usulan
from warga.bacaan.kop import kop
from warga.models.kantor import kantor_kecamatan

TITIK = "...................."
KEPALA = ("No.", "Usulan", "Pengusul", "Lokasi", "Volume", "Biaya (Rp)")
LEBAR = (6, 34, 18, 18, 10, 14)
BELUM = "belum dicatat"
BARIS_HADIR = 25  # empty lines of the attendance list


def berita_acara(musrenbang: Musrenbang) -> Lembar:
    """Return the berita acara with its annexes: attendance, priorities by perangkat daerah, rows
    that were not agreed with their reasons, the delegation by sex."""
    usulan = list(musrenbang.usulan.berdiri().untuk_kartu())
    golongan = peringkat(musrenbang, usulan)
    kantor = kantor_kecamatan()
    return Lembar(
        kop=kop(None),
        alamat_kop=kantor.alamat if kantor else "",
        judul=f"Berita Acara {musrenbang}",
        pengantar=(f"Nomor: {musrenbang.nomor_berita_acara or TITIK}",),
        bagian=[
            _pembuka(musrenbang),
            *_prioritas(golongan),
            _perubahan(golongan),
            _belum(usulan),
            _hadir(musrenbang),
            _delegasi(musrenbang),
        ],
        tempat=musrenbang.tempat,
        tanda_tangan=(TandaTangan("Wakil peserta"), TandaTangan("Camat Bangunrejo")),
        keterangan=("Disusun dari usulan dan perubahan urutan yang tercatat di portal.",),
        jalur=musrenbang.get_absolute_url(),
        mendatar=True,
    )


def _pembuka(musrenbang: Musrenbang) -> Rincian:
    banyak = musrenbang.usulan.berdiri().count()
    kriteria = "; ".join(f"{k.nama} {k.bobot}%" for k in musrenbang.kriteria.all())
    baris = (
        ("Hari dan tanggal", str(hari_tanggal(musrenbang.hari))),
        ("Jam", musrenbang.jam),
        ("Tempat", musrenbang.tempat),
        ("Usulan yang dibahas", str(angka(banyak))),
        ("Kriteria penilaian", kriteria),
    )
    return Rincian("Pelaksanaan", baris)


def _prioritas(golongan: Sequence[Golongan]) -> Iterable[Bagian]:
    for satu in golongan:
        baris = [
            (str(nomor), *_sel(peserta.usulan)) for nomor, peserta in enumerate(satu.peserta, 1)
        ]
        yield Tabel(f"Prioritas, {satu.judul}", KEPALA, baris, LEBAR, frozenset({0, 4, 5}))


def _sel(usulan: Usulan) -> tuple[str, ...]:
    volume = f"{angka(usulan.volume)} {usulan.satuan}" if usulan.volume else "–"
    biaya = str(rupiah(usulan.perkiraan)) if usulan.perkiraan else "–"
    return (usulan.judul, usulan.dari, usulan.lokasi or "–", volume, biaya)


def _perubahan(golongan: Sequence[Golongan]) -> Bagian:
    baris = [
        (peserta.usulan.judul, f"{ubah.dari} → {ubah.ke}", ubah.get_cara_display(), ubah.alasan)
        for satu in golongan
        for peserta in satu.peserta
        for ubah in peserta.perubahan
    ]
    if not baris:
        return Tulisan("Perubahan urutan dalam rapat", ("Tidak ada.",))
    kepala = ("Usulan", "Urutan", "Disepakati dengan", "Alasan")
    return Tabel("Perubahan urutan dalam rapat", kepala, baris, (34, 10, 16, 40))


def _belum(usulan: Iterable[Usulan]) -> Bagian:
    baris = [(u.judul, u.dari, " ".join(kurang)) for u in usulan if (kurang := halangan(u))]
    judul = "Belum disepakati, dan alasannya"
    if not baris:
        return Tulisan(judul, ("Tidak ada.",))
    return Tabel(judul, ("Usulan", "Pengusul", "Alasan"), baris, (36, 20, 44))


def _hadir(musrenbang: Musrenbang) -> Tabel:
    kosong = [(str(n), "", "", "") for n in range(1, BARIS_HADIR + 1)]
    catatan = f"Hadir: {_lp(musrenbang.hadir_l, musrenbang.hadir_p)}."
    kepala = ("No.", "Nama", "Dari", "Tanda tangan")
    return Tabel("Daftar hadir", kepala, kosong, (6, 36, 30, 28), catatan=catatan)


def _delegasi(musrenbang: Musrenbang) -> Rincian:
    kata = _lp(musrenbang.delegasi_l, musrenbang.delegasi_p)
    return Rincian("Delegasi ke rapat perangkat daerah kabupaten", (("Banyaknya", kata),))


def _lp(laki: int | None, perempuan: int | None) -> str:
    if laki is None or perempuan is None:
        return BELUM
    return f"{angka(laki)} laki-laki, {angka(perempuan)} perempuan"


def baris_sipd(musrenbang: Musrenbang) -> list[tuple[Sel, ...]]:
    """Return the sheet for SIPD: the columns of `KolomSipd`, then the ranked proposals."""
    kolom = list(KolomSipd.objects.all())
    usulan = list(musrenbang.usulan.berdiri().untuk_kartu())
    semua = [p.usulan for golongan in peringkat(musrenbang, usulan) for p in golongan.peserta]
    isi = [_baris_sipd(kolom, nomor, satu) for nomor, satu in enumerate(semua, 1)]
    return [tuple(satu.judul for satu in kolom), *isi]


def _baris_sipd(kolom: Iterable[KolomSipd], nomor: int, usulan: Usulan) -> tuple[Sel, ...]:
    semua: dict[str, Sel] = {
        IsiKolom.NOMOR: nomor,
        IsiKolom.PERANGKAT: str(usulan.perangkat),
        IsiKolom.KELOMPOK: usulan.get_kelompok_display(),
        IsiKolom.KAMUS: str(usulan.kamus),
        IsiKolom.JUDUL: usulan.judul,
        IsiKolom.MASALAH: usulan.masalah,
        IsiKolom.PENGUSUL: usulan.dari,
        IsiKolom.LOKASI: usulan.lokasi,
        IsiKolom.TITIK: _titik(usulan.lintang, usulan.bujur),
        IsiKolom.VOLUME: usulan.volume,
        IsiKolom.SATUAN: usulan.satuan,
        IsiKolom.BIAYA: usulan.perkiraan,
        IsiKolom.LAHAN: usulan.get_lahan_display(),
        IsiKolom.SIPD: usulan.jawaban.sipd if usulan.jawaban else None,
    }
    return tuple(semua[satu.isi] for satu in kolom)


def _titik(lintang: Decimal | None, bujur: Decimal | None) -> str:
    return "" if lintang is None else f"{lintang}, {bujur}"
