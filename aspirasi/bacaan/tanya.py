"""The questions to a sender about an answer: "Sudah beres?" fits a complaint, not a wish.

This is the one table of these questions. The page of the sender, the sentence of the state, the
question weeks later and its letter take their words from here.
"""

from dataclasses import dataclass

from aspirasi.enums import Aksi, Jenis, JenisJawaban, Langkah, Status
from aspirasi.laku import PINDAH
from aspirasi.models import Aspirasi
from proyek.enums import TAHAP_RAMPUNG, Tahap


@dataclass(frozen=True)
class Tanya:
    """`tanya` with its answers `ya` and `belum`; `apa` asks what is missing. `nanti…` are the
    same, four weeks after it was settled."""

    tanya: str
    ya: str
    belum: str
    apa: str
    nanti: str
    nanti_ya: str
    nanti_tidak: str
    nanti_apa: str


LAPANGAN = Tanya(
    tanya="Sudah beres di lapangan?",
    ya="Sudah beres",
    belum="Belum beres",
    apa="Apa yang belum beres?",
    nanti="Masih beres?",
    nanti_ya="Ya, masih beres",
    nanti_tidak="Tidak beres lagi",
    nanti_apa="Apa yang tidak beres?",
)

# An office promised something other than work in the field.
DITEPATI = Tanya(
    tanya="Apakah janji itu ditepati?",
    ya="Sudah ditepati",
    belum="Belum ditepati",
    apa="Apa yang belum ditepati?",
    nanti="Apakah hasilnya masih seperti yang dijanjikan?",
    nanti_ya="Ya, masih",
    nanti_tidak="Tidak lagi",
    nanti_apa="Apa yang tidak seperti yang dijanjikan?",
)
# It cannot be done, so nothing is asked about the field.
ALASANNYA = Tanya(
    tanya="Apakah Anda menerima alasannya?",
    ya="Saya menerima",
    belum="Saya tidak menerima",
    apa="Mengapa Anda tidak menerimanya?",
    nanti="Apakah alasan itu masih dapat Anda terima?",
    nanti_ya="Ya, masih",
    nanti_tidak="Tidak lagi",
    nanti_apa="Apa yang berubah?",
)

# An apresiasi asks for nothing, so its sender is asked nothing. It stays answered for the same ten
# days, in which more may be said. Then the worker closes it as `tanpa_konfirmasi`, the one way of
# closing that never counts as a success: closing it at the answer would need a `cara_selesai` of
# its own, and would cut the talk off.
TANYA: dict[str, Tanya] = {
    Jenis.KELUHAN: LAPANGAN,
    Jenis.PERTANYAAN: Tanya(
        tanya="Sudah terjawab?",
        ya="Sudah terjawab",
        belum="Belum terjawab",
        apa="Apa yang belum terjawab?",
        nanti="Apakah jawaban itu masih cukup bagi Anda?",
        nanti_ya="Ya, masih cukup",
        nanti_tidak="Tidak cukup lagi",
        nanti_apa="Apa yang perlu dijawab lagi?",
    ),
    Jenis.KEBERATAN: Tanya(
        tanya="Apakah keberatan Anda sudah dijawab?",
        ya="Sudah dijawab",
        belum="Belum dijawab",
        apa="Apa yang belum dijawab?",
        nanti="Apakah jawaban atas keberatan Anda dijalankan?",
        nanti_ya="Ya, dijalankan",
        nanti_tidak="Tidak dijalankan",
        nanti_apa="Apa yang tidak dijalankan?",
    ),
    # An answer does not fulfil a promise to a usulan (a meeting in January).
    Jenis.USULAN: Tanya(
        tanya="Apakah jawabannya jelas?",
        ya="Sudah jelas",
        belum="Belum jelas",
        apa="Apa yang belum jelas?",
        nanti="Apakah janji dalam jawaban itu ditepati?",
        nanti_ya="Ya, atau belum waktunya",
        nanti_tidak="Tidak ditepati",
        nanti_apa="Apa yang tidak ditepati?",
    ),
}


def tanya_untuk(aspirasi: Aspirasi) -> Tanya | None:
    """Return the questions to the sender; None for a kiriman that asks for nothing.

    A kiriman that a project answers is judged by the work, whatever its kind; one that cannot be
    done by its reason.
    """
    tidak = aspirasi.jawaban == JenisJawaban.TIDAK
    dikerjakan = aspirasi.jenis == Jenis.KELUHAN and not tidak
    if dikerjakan or aspirasi.status == Status.DIRENCANAKAN or punya_proyek(aspirasi):
        return LAPANGAN
    if aspirasi.jenis != Jenis.APRESIASI and (tidak or aspirasi.dijanjikan):
        return ALASANNYA if tidak else DITEPATI
    return TANYA.get(aspirasi.jenis)


def boleh_ditanya(aspirasi: Aspirasi) -> bool:
    """Return whether its sender may be asked how it turned out.

    The sender of a kiriman in a project is asked when the work is done, not before. An apresiasi
    asks for nothing, so nothing can have failed.
    """
    if aspirasi.status != Status.DIRENCANAKAN and aspirasi.jenis != Jenis.APRESIASI:
        return True
    return proyeknya_selesai(aspirasi)


def punya_proyek(aspirasi: Aspirasi) -> bool:
    """Return whether a project answers it that is not cancelled. A sender was asked about its work
    even where it turned out later that it goes on."""
    return any(tahap != Tahap.DIBATALKAN for tahap in tahap_proyek(aspirasi))


def proyeknya_selesai(aspirasi: Aspirasi) -> bool:
    """Return whether a project that answers it is finished."""
    return any(tahap in TAHAP_RAMPUNG for tahap in tahap_proyek(aspirasi))


def tahap_proyek(aspirasi: Aspirasi) -> list[str]:
    """Return the stage of each project that answers it; `dengan_keadaan` knows them already."""
    if aspirasi.tahap_proyek is not None:
        return aspirasi.tahap_proyek
    return list(aspirasi.tautan_proyek.values_list("proyek__tahap", flat=True))


def dapat_disanggah(aspirasi: Aspirasi) -> bool:
    """Return whether it was answered; for one in a project, whether its sender is asked about the
    finished work; for one that was promised, whether the day has passed.

    An apresiasi asks for nothing, so it cannot be unsettled.
    """
    if aspirasi.status == Status.DIRENCANAKAN and aspirasi.langkah != Langkah.KONFIRMASI:
        return False
    if aspirasi.menunggu_janji:
        return False
    dijawab = aspirasi.terbit and aspirasi.status in PINDAH[Aksi.BUKA_WARGA].dari
    return dijawab and tanya_untuk(aspirasi) is not None
