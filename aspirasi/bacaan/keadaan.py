"""The state of a kiriman in one sentence: for its sender ("Anda") and for everybody else.

A status is one word. This module says its meaning, whose turn it is and by which day, from the row
alone, so that every page says the same. A step that is past its day is never told as if it were
still to come: `kalimat` leaves the day out, and `seharusnya` names it.
"""

from collections.abc import Callable

from django.utils.text import capfirst

from aspirasi.bacaan.tanya import LAPANGAN, tahap_proyek, tanya_untuk
from aspirasi.enums import (
    STATUS_BELUM_DIPERIKSA,
    CaraSelesai,
    Jangkauan,
    Jenis,
    Langkah,
    Status,
    Tentang,
)
from aspirasi.models import Aspirasi
from aspirasi.sampai import sampai
from core.templatetags.bentuk import hari_tanggal, tanggal
from core.waktu import hari_ini
from proyek.enums import Tahap, tahap_ditunggu

# The meeting on next year's plan is held by June (Permendagri 114/2014).
BULAN_MUSYAWARAH = 6
# The names of due steps. The other steps name the person who takes them.
KATA_LANGKAH: dict[str, str] = {
    Langkah.JAWAB: "Jawaban pertama",
    Langkah.SELESAI: "Penyelesaiannya",
    Langkah.INSTANSI: "Kabar berikutnya",
}
# The thing that is late, for each due step.
SEHARUSNYA: dict[str, str] = {
    Langkah.PERIKSA: "Pemeriksaannya seharusnya selesai",
    Langkah.INSTANSI: "Kabar berikutnya seharusnya ada",
    Langkah.JAWAB: "Jawaban pertama seharusnya ada",
    Langkah.JANJI: "Janjinya seharusnya dipenuhi",
}


def kalimat(aspirasi: Aspirasi, *, pengirim: bool = False) -> str:
    """Return the sentence; `pengirim` when its sender reads it."""
    return KALIMAT[aspirasi.status](aspirasi, pengirim)


def seharusnya(aspirasi: Aspirasi) -> str:
    """Return what should have been there by which day, for a kiriman that is late. Lateness is that
    of the thing: whose turn it is stands in `kalimat`, once."""
    kata = SEHARUSNYA.get(aspirasi.langkah, "Penyelesaiannya seharusnya ada")
    return f"{kata} paling lambat {tanggal(aspirasi.tenggat)}."


def pemeriksa(aspirasi: Aspirasi) -> str:
    """Return who looks at it. For a kiriman about the kecamatan that is not its officers at large;
    for a kampung that verifies its own, that kampung comes first."""
    if aspirasi.tentang == Tentang.PETUGAS_KECAMATAN:
        return "camat atau petugas yang ditunjuknya"
    if aspirasi.kampung and aspirasi.diperiksa_kampung:
        return f"Pemerintah Kampung {aspirasi.kampung.nama}"
    return "petugas kecamatan"


def pembaca(aspirasi: Aspirasi) -> str:
    """Return who can read it now, not who was meant to read it one day."""
    if aspirasi.tentang == Tentang.PETUGAS_KECAMATAN:
        return "Hanya camat dan petugas yang ditunjuk"
    if aspirasi.jangkauan == Jangkauan.KECAMATAN or aspirasi.terbit:
        return aspirasi.get_jangkauan_display()
    di_kampung = sampai(aspirasi) and aspirasi.kampung_id
    kini = Jangkauan.PETUGAS.label if di_kampung else "Petugas kecamatan"
    if aspirasi.status not in STATUS_BELUM_DIPERIKSA:
        return kini if di_kampung else "Hanya petugas kecamatan"
    if aspirasi.jangkauan == Jangkauan.PUBLIK:
        return f"{kini}, dan semua orang sesudah diperiksa"
    return kini if di_kampung else f"{kini}, dan petugas kampung sesudah diperiksa"


def digabung_petugas(aspirasi: Aspirasi) -> bool:
    """Return whether an official merged it. A joiner was never looked at before."""
    return aspirasi.status == Status.DIGABUNG and pernah_dilihat(aspirasi)


def pernah_dilihat(aspirasi: Aspirasi) -> bool:
    """Return whether an official gave it the first look, or merged it instead."""
    return aspirasi.diperiksa_pada is not None or aspirasi.diperiksa_tepat is not None


def _instansi(aspirasi: Aspirasi) -> str:
    return aspirasi.ditangani.nama if aspirasi.ditangani else "instansi lain"


def _petugas(aspirasi: Aspirasi) -> str:
    return aspirasi.ditangani.nama if aspirasi.ditangani else pemeriksa(aspirasi)


def _siapa(pengirim: bool) -> str:
    return "Anda" if pengirim else "pengirim"


def _paling_lambat(aspirasi: Aspirasi) -> str:
    """Return what is due by which day; "" when nothing is, or the day has passed."""
    kata = KATA_LANGKAH.get(aspirasi.langkah)
    if kata is None or aspirasi.tenggat is None or aspirasi.terlambat:
        return ""
    return f" {kata} paling lambat {hari_tanggal(aspirasi.tenggat)}."


def _sampai(aspirasi: Aspirasi, kata: str = "sampai") -> str:
    """Return until when it is waited for; "" when the day has passed."""
    if aspirasi.tenggat is None or aspirasi.tenggat < hari_ini():
        return ""
    return f" {kata} {hari_tanggal(aspirasi.tenggat)}"


def diperiksa(aspirasi: Aspirasi) -> str:
    """Return who looks at it and by which day, for a kiriman that waits for the first look."""
    if aspirasi.terlambat or aspirasi.tenggat is None:
        siapa = pemeriksa(aspirasi) if aspirasi.diperiksa_kampung else "kecamatan"
        return f"Menunggu diperiksa {siapa}."
    hari = hari_tanggal(aspirasi.tenggat)
    return f"{capfirst(pemeriksa(aspirasi))} memeriksanya paling lambat {hari}."


def _diajukan(aspirasi: Aspirasi, pengirim: bool) -> str:
    kantor = aspirasi.ditangani
    if kantor is None or kantor.kampung_id is None:
        return diperiksa(aspirasi)
    if aspirasi.diperiksa_kampung:
        return f"{kantor.nama} sudah mulai menangani. {diperiksa(aspirasi)}"
    masih = f"{kantor.nama} sudah mulai menangani; {pemeriksa(aspirasi)} masih memeriksa tulisannya"
    return f"{masih}{_sampai(aspirasi, 'paling lambat')}."


def _ditanya_petugas(aspirasi: Aspirasi, pengirim: bool) -> str:
    if not pengirim:
        return f"Petugas bertanya kepada pengirim, dan menunggu jawabannya{_sampai(aspirasi)}."
    return (
        f"Petugas bertanya kepada Anda, dan menunggu jawaban Anda{_sampai(aspirasi)}. "
        "Kalau tidak dijawab, kiriman ini tidak dilanjutkan."
    )


def _diverifikasi(aspirasi: Aspirasi, pengirim: bool) -> str:
    if aspirasi.ditangani or aspirasi.kampung is None or not sampai(aspirasi):
        giliran = f"Sudah diperiksa, menunggu jawaban {_petugas(aspirasi)}."
    else:  # two offices may take the next step, so both are named
        kampung = f"Pemerintah Kampung {aspirasi.kampung.nama}"
        giliran = f"Sudah diperiksa. Kecamatan meneruskannya, atau {kampung} langsung menjawab."
    return giliran + _paling_lambat(aspirasi)


def _diteruskan(aspirasi: Aspirasi, pengirim: bool) -> str:
    return f"Sekarang di {_petugas(aspirasi)}.{_paling_lambat(aspirasi)}"


def _diproses(aspirasi: Aspirasi, pengirim: bool) -> str:
    return f"Sedang ditangani {_petugas(aspirasi)}.{_paling_lambat(aspirasi)}"


def _ditanggapi(aspirasi: Aspirasi, pengirim: bool) -> str:
    awal = "Sudah dijawab: tidak dapat dilakukan." if aspirasi.tidak_dapat else "Sudah dijawab."
    return awal + _giliran(aspirasi, pengirim)


def _dijanjikan(aspirasi: Aspirasi, pengirim: bool) -> str:
    kantor = _petugas(aspirasi)
    if aspirasi.janji_lewat:
        lewat = f"Ada janji dari {kantor}. Tanggalnya sudah lewat, dan belum ada kabar selesai."
        return lewat + _giliran(aspirasi, pengirim)
    hari = hari_tanggal(aspirasi.tenggat)
    tanya = tanya_untuk(aspirasi) or LAPANGAN
    return (
        f"{capfirst(kantor)} menjanjikan ini paling lambat {hari}. Sesudah itu {_siapa(pengirim)} "
        f"ditanya “{tanya.tanya}”."
    )


def tertunda(aspirasi: Aspirasi) -> str:
    """Return from which day to which it was put off, for one that was."""
    return f"Ditunda dari {tanggal(aspirasi.janji)} menjadi {tanggal(aspirasi.tenggat)}, karena:"


def _giliran(aspirasi: Aspirasi, pengirim: bool) -> str:
    """Return what the sender is asked now, if anything."""
    tanya = tanya_untuk(aspirasi)
    if tanya is None:
        return " Tidak ada lagi yang perlu Anda lakukan." if pengirim else ""
    awal = "Giliran Anda menjawab" if pengirim else "Pengirim ditanya"
    return f" {awal} “{tanya.tanya}”{_sampai(aspirasi)}."


def _direncanakan(aspirasi: Aspirasi, pengirim: bool) -> str:
    if aspirasi.langkah == Langkah.KONFIRMASI:
        return "Proyek yang menjawabnya sudah selesai." + _giliran(aspirasi, pengirim)
    menunggu = tahap_ditunggu(tahap_proyek(aspirasi))
    if menunggu == {Tahap.TIDAK_DIPRIORITASKAN}:
        return _belum_masuk_rencana(aspirasi, pengirim)
    ditanya = f"Sesudah proyeknya selesai, {_siapa(pengirim)} ditanya “{LAPANGAN.tanya}”."
    return f"Dijawab dengan sebuah proyek{_jalannya(menunggu)}. {ditanya}"


def _jalannya(tahap: set[str]) -> str:
    """Return how the work goes, for a kiriman that still waits for projects of these stages."""
    if Tahap.BERJALAN in tahap:
        return ", yang sedang dikerjakan"
    berhenti = {Tahap.DIHENTIKAN_SEMENTARA, Tahap.TIDAK_DIPRIORITASKAN}
    return ", yang pengerjaannya dihentikan sementara" if tahap and tahap <= berhenti else ""


def _belum_masuk_rencana(aspirasi: Aspirasi, pengirim: bool) -> str:
    """Return the sentence for a wish that nobody put first this time: it is not lost, and the next
    meeting may take it up."""
    kata = "Usul" if aspirasi.jenis == Jenis.USULAN else "Kiriman"
    kini = hari_ini()
    tahun = kini.year + (kini.month > BULAN_MUSYAWARAH)
    return (
        f"{kata} {'Anda' if pengirim else 'ini'} belum masuk rencana, tetapi tidak hilang: dapat "
        f"dibahas lagi dalam musyawarah Juni {tahun}."
    )


def _menunggu_instansi(aspirasi: Aspirasi, pengirim: bool) -> str:
    surat = f"Kecamatan sudah bersurat ke {_instansi(aspirasi)} dan menunggu jawabannya."
    return surat + _paling_lambat(aspirasi)


def _selesai(aspirasi: Aspirasi, pengirim: bool) -> str:
    if aspirasi.cara_selesai == CaraSelesai.TERBUKTI_DI_PROYEK:
        return "Proyek yang menjawabnya selesai, dan kecamatan sudah melihat hasilnya."
    tanya = tanya_untuk(aspirasi)
    if tanya is None:
        return "Sudah dijawab dan ditutup."
    ditanya = f"{capfirst(_siapa(pengirim))} ditanya “{tanya.tanya}”"
    if aspirasi.cara_selesai == CaraSelesai.DIKONFIRMASI_PENGIRIM:
        return f"{ditanya} dan menjawab “{tanya.ya}”."
    lagi = " Anda tetap dapat membukanya lagi." if pengirim else ""
    return f"{ditanya} dan tidak menjawab, jadi kiriman ini ditutup tanpa jawaban itu.{lagi}"


def _dibuka_kembali(aspirasi: Aspirasi, pengirim: bool) -> str:
    tanya = tanya_untuk(aspirasi) or LAPANGAN
    sebab = f"Dibuka kembali karena dinyatakan {tanya.belum.lower()}."
    return f"{sebab} {diperiksa(aspirasi)}"


def _ditarik(aspirasi: Aspirasi, pengirim: bool) -> str:
    if aspirasi.dihapus_pada:
        return f"Isinya dihapus atas permintaan {_siapa(pengirim)}."
    return f"{capfirst(_siapa(pengirim))} menariknya, jadi petugas tidak menindaklanjutinya."


def _digabung(aspirasi: Aspirasi, pengirim: bool) -> str:
    ke = aspirasi.digabung_ke
    if pengirim and ke and ke.status == Status.DITARIK:
        return "Kiriman yang Anda ikuti ditarik oleh pengirimnya, jadi tidak dijawab lagi."
    if ke is None or not ke.terbit:
        return "Digabung dengan kiriman lain yang serupa."
    sendiri = pengirim and not digabung_petugas(aspirasi)
    awal = "Anda ikut menyuarakan" if sendiri else "Digabung dengan"
    return f"{awal} {ke.nomor}. Jawabannya dibaca di sana."


def _tetap(teks: str) -> Callable[[Aspirasi, bool], str]:
    return lambda aspirasi, pengirim: teks


KALIMAT: dict[str, Callable[[Aspirasi, bool], str]] = {
    Status.DIAJUKAN: _diajukan,
    Status.PERLU_PERBAIKAN: _ditanya_petugas,
    Status.DIVERIFIKASI: _diverifikasi,
    Status.DITERUSKAN: _diteruskan,
    Status.DIPROSES: _diproses,
    Status.DITANGGAPI: _ditanggapi,
    Status.DIJANJIKAN: _dijanjikan,
    Status.DIRENCANAKAN: _direncanakan,
    Status.MENUNGGU_INSTANSI: _menunggu_instansi,
    Status.SELESAI: _selesai,
    Status.DIBUKA_KEMBALI: _dibuka_kembali,
    Status.DITARIK: _ditarik,
    Status.BUKAN_WEWENANG: _tetap("Hal ini di luar wewenang kecamatan dan kampung."),
    Status.DITOLAK: _tetap("Sudah dibaca, dan tidak ditindaklanjuti."),
    Status.DIGABUNG: _digabung,
    Status.DIARSIPKAN: _tetap("Ditutup tanpa tindak lanjut."),
}
