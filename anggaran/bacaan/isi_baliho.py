"""The words of a banner, out of the published papers of a year."""

from anggaran.bacaan.baliho import BarisBaliho, IsiBaliho
from anggaran.bacaan.halaman import SetahunKampung
from anggaran.bacaan.susunan import Pos, Susunan
from anggaran.enums import JenisAnggaran
from core.templatetags.bentuk import tanggal


def isi_baliho(setahun: SetahunKampung, susunan: Susunan, alamat: str) -> IsiBaliho:
    """Return the banner of one paper; a change and a realisasi stand beside the budget that was in
    force before."""
    dasar = _dasar(setahun, susunan)
    return IsiBaliho(
        judul=susunan.anggaran.sebutan.upper(),
        kampung=setahun.kampung.nama,
        keterangan=_keterangan(susunan),
        kolom=_kolom(susunan, dasar),
        pendapatan=_baris("Jumlah pendapatan", susunan.sumber, dasar.sumber if dasar else None),
        belanja=_baris("Jumlah belanja", susunan.bidang, dasar.bidang if dasar else None),
        pembiayaan=_biaya(susunan, dasar),
        kaki=_kaki(setahun),
        alamat=alamat,
    )


def _dasar(setahun: SetahunKampung, susunan: Susunan) -> Susunan | None:
    jenis = susunan.anggaran.jenis
    if jenis == JenisAnggaran.REALISASI:
        return setahun.kini
    return setahun.murni if jenis == JenisAnggaran.PERUBAHAN else None


def _kolom(susunan: Susunan, dasar: Susunan | None) -> tuple[str, ...]:
    if susunan.anggaran.realisasi:
        return ("Anggaran", "Realisasi") if dasar else ("Realisasi",)
    return ("Semula", "Menjadi") if dasar else ("Jumlah",)


def _keterangan(susunan: Susunan) -> str:
    anggaran = susunan.anggaran
    if anggaran.realisasi:
        return f"Keadaan sampai {tanggal(anggaran.sampai)}"
    return f"Peraturan Kampung nomor {anggaran.perkam_nomor}, {tanggal(anggaran.perkam_tanggal)}"


def _baris(jumlah: str, pos: list[Pos], dasar: list[Pos] | None) -> tuple[BarisBaliho, ...]:
    """Return the lines of a group and their sum. A line that only one of both papers knows stands
    with an unknown beside it."""
    kini = {satu.kata: satu.jumlah for satu in pos}
    dulu = {satu.kata: satu.jumlah for satu in dasar or []}
    semua = list(dict.fromkeys((*dulu, *kini)))
    total = sum(kini.values()) or 1
    isi = [
        BarisBaliho(
            kata,
            _sel(dasar is not None, dulu.get(kata), kini.get(kata)),
            _persen(dasar is not None, dulu.get(kata), kini.get(kata), total),
        )
        for kata in semua
    ]
    tulis = (sum(dulu.values()) if dulu else None, sum(kini.values()) if kini else None)
    return (*isi, BarisBaliho(jumlah, _sel(dasar is not None, *tulis), tebal=True))


def _sel(dua: bool, dulu: int | None, kini: int | None) -> tuple[int | None, ...]:
    return (dulu, kini) if dua else (kini,)


def _persen(dua: bool, dulu: int | None, kini: int | None, total: int) -> float:
    """Return how long the bar is: beside another paper its part of that, else of the sum."""
    return 100 * (kini or 0) / ((dulu or total) if dua else total)


def _biaya(susunan: Susunan, dasar: Susunan | None) -> tuple[BarisBaliho, ...]:
    """Return the lines of financing, and what is left over."""
    dua = dasar is not None
    tiga = (
        ("Penerimaan", dasar.penerimaan if dasar else None, susunan.penerimaan),
        ("Pengeluaran", dasar.pengeluaran if dasar else None, susunan.pengeluaran),
        ("Sisa lebih (SiLPA)", dasar.sisa if dasar else None, susunan.sisa),
    )
    return tuple(BarisBaliho(kata, _sel(dua, dulu, kini)) for kata, dulu, kini in tiga)


def _kaki(setahun: SetahunKampung) -> str:
    tempat = setahun.kampung.alamat_pengaduan
    kata = f"Pengaduan: {tempat}. " if tempat else ""
    return f"{kata}Pertanyaan dan keberatan dapat disampaikan lewat alamat di atas, tanpa akun."
