"""Setting a plan: its decision, the fate of each row, the words on objections, in one act.

Order of locks (docs/keputusan/0026-kunci.md): objections, projects, the plan, files, totals,
counters.
"""

import datetime as dt
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from aspirasi.services.alur import kunci_bersama as kunci_kiriman
from aspirasi.services.keberatan import PERLU_KATA, putuskan
from core.berkas import simpan as simpanan
from core.galat import TidakBisa, berkata
from core.jejak.catat import catat
from core.models import Berkas
from core.waktu import hari_ini, sekarang
from proyek.enums import PINTU_TAHAP, Dasar, Tahap
from proyek.models import Keputusan
from proyek.services.uang import kunci_jumlah
from rencana.bacaan.keberatan import per_proyek, tentang_rencana
from rencana.enums import Hasil, JenisRencana
from rencana.laku import Aksi
from rencana.models import BarisRencana, Rencana
from rencana.models.baris import PANJANG_ALASAN
from rencana.services.kunci import BERUBAH, kunci_rencana, pindahkan
from rencana.services.status import pastikan_masa
from warga.models import Pengguna

MASIH_DITANYA = (
    "Masa tanya belum selesai. Tunggu sampai harinya lewat, atau tutup dulu dengan alasannya."
)
PERLU_HASIL = "Isi hasil tiap baris."
PERLU_ALASAN = (
    "Tulis alasan tiap baris yang belum masuk rencana dalam satu kalimat penuh, dan untuk tahun "
    "berapa dibahas lagi."
)
PERLU_PERKAM = "Tulis nomor dan tanggal Peraturan Kampung yang menetapkan RKP ini."
URUT = "Peraturan Kampung tidak boleh sebelum berita acara, dan keduanya tidak sesudah hari ini."
# A decision passes these on its way: the musyawarah of the plan discussed the project.
ANTARA = (Tahap.USULAN, Tahap.DITELAAH, Tahap.DIBAHAS)


@dataclass(frozen=True)
class Nasib:
    """The fate of one row in a set plan; `pertimbangan` are the words on its objections."""

    diambil: bool
    alasan: str = ""
    kembali_tahun: int | None = None
    pertimbangan: str = ""


@dataclass(frozen=True)
class Penetapan:
    """The papers that set a plan, and the fate of its rows by their keys. `pertimbangan` are the
    words on objections against the plan as a whole."""

    berita_acara_nomor: str
    berita_acara_tanggal: dt.date
    ditetapkan_jabatan: str
    ditetapkan_nama: str = ""
    perkam_nomor: str = ""
    perkam_tanggal: dt.date | None = None
    pertimbangan: str = ""
    nasib: Mapping[int, Nasib] = field(default_factory=dict)

    @property
    def tanggal(self) -> dt.date:
        return self.perkam_tanggal or self.berita_acara_tanggal


def jalan(dari: str, ke: str) -> tuple[str, ...] | None:
    """Return the stages between two that decisions open one after the other; None when no such way
    leads there, or it is the same stage."""
    antre: deque[tuple[str, tuple[str, ...]]] = deque([(dari, ())])
    dilihat: set[str] = set()
    while antre and dari != ke:
        kini, lewat = antre.popleft()
        pintu = [t for t in (ke, *ANTARA) if PINTU_TAHAP[t].lewat_keputusan]
        for tahap in (t for t in pintu if kini in PINTU_TAHAP[t].dari):
            if tahap == ke:
                return lewat
            if tahap not in dilihat:
                dilihat.add(tahap)
                antre.append((tahap, (*lewat, tahap)))
    return None


@transaction.atomic
def tetapkan(
    *, rencana: Rencana, penetapan: Penetapan, oleh: Pengguna, dokumen: Berkas | None = None
) -> Rencana:
    """Set a plan with its papers. Each project whose stage allows it moves by a decision of its
    own; objections are spoken of, and their senders told. Raises TidakBisa while questions may
    still come, without a paper, a reason or the words on objections, and when the rows changed."""
    keberatan = per_proyek(rencana)
    umum = list(tentang_rencana(rencana))
    kunci_kiriman(*[satu for milik in keberatan.values() for satu in milik], *umum)
    rencana = kunci_rencana(rencana, *rencana.baris.values_list("proyek", flat=True))
    baris = list(rencana.baris.select_related("proyek", "rencana").order_by("urutan"))
    _pastikan(rencana, penetapan, baris)
    pindahkan(rencana, Aksi.DITETAPKAN)
    if dokumen:
        simpanan.terbitkan(dokumen)
    kunci_jumlah()
    rencana.keputusan = putuskan(
        keputusan=_keputusan(rencana, penetapan),
        pertimbangan=penetapan.pertimbangan,
        keberatan=umum,
        oleh=oleh,
        dokumen=dokumen,
    )
    for satu in baris:
        _putuskan_baris(satu, penetapan, bool(keberatan.get(satu.proyek_id)), oleh)
    _simpan(rencana, penetapan, baris)
    rincian = {"keputusan": rencana.keputusan.nomor, "ke": ringkas(baris)}
    catat(objek=rencana, aksi=Aksi.DITETAPKAN, oleh=oleh, rincian=rincian)
    return rencana


def _pastikan(rencana: Rencana, penetapan: Penetapan, baris: list[BarisRencana]) -> None:
    if rencana.dapat_ditanya:
        raise TidakBisa(MASIH_DITANYA)
    pastikan_masa(rencana)
    _pastikan_surat(rencana, penetapan)
    if not baris or {satu.pk for satu in baris} != set(penetapan.nasib):
        raise TidakBisa(BERUBAH if penetapan.nasib else PERLU_HASIL)
    for nasib in penetapan.nasib.values():
        pendek = len(nasib.alasan.strip()) < PANJANG_ALASAN or not berkata(nasib.alasan)
        lupa = (nasib.kembali_tahun or 0) <= rencana.tahun
        if not nasib.diambil and (pendek or lupa):
            raise TidakBisa(PERLU_ALASAN)


def _pastikan_surat(rencana: Rencana, penetapan: Penetapan) -> None:
    kosong = not penetapan.perkam_nomor.strip() or penetapan.perkam_tanggal is None
    if rencana.jenis == JenisRencana.RKP and kosong:
        raise TidakBisa(PERLU_PERKAM)
    if not penetapan.berita_acara_tanggal <= penetapan.tanggal <= hari_ini():
        raise TidakBisa(URUT)


def _keputusan(rencana: Rencana, penetapan: Penetapan, baris: str = "") -> Keputusan:
    """Return the unsaved decision that sets the plan, or one over a row of it."""
    perkam = bool(penetapan.perkam_nomor)
    acara = f"Berita acara {penetapan.berita_acara_nomor}".strip()
    return Keputusan(
        kampung=rencana.kampung,
        judul=baris or f"{rencana.sebutan} Kampung {rencana.kampung} ditetapkan",
        isi=f"{rencana.sebutan} Kampung {rencana.kampung} ditetapkan sesudah masa tanya warga.",
        alasan=f"{acara} musyawarah menyepakati isi dan urutannya.",
        dasar=Dasar.PERATURAN_KAMPUNG if perkam else Dasar.BERITA_ACARA,
        nomor_surat=penetapan.perkam_nomor or penetapan.berita_acara_nomor,
        tanggal_surat=penetapan.tanggal,
        ditetapkan_jabatan=penetapan.ditetapkan_jabatan,
        ditetapkan_nama=penetapan.ditetapkan_nama,
    )


def _putuskan_baris(
    baris: BarisRencana, penetapan: Penetapan, ditolak: bool, oleh: Pengguna
) -> None:
    """Enter the decision over one row, if the stage of its project can follow it, or residents
    object to it."""
    nasib, rencana, proyek = penetapan.nasib[baris.pk], baris.rencana, baris.proyek
    if ditolak and not berkata(nasib.pertimbangan):
        raise TidakBisa(PERLU_KATA)
    ke = _tahap(rencana, nasib)
    lewat = jalan(proyek.tahap, ke)
    baris.hasil = Hasil.DIAMBIL if nasib.diambil else Hasil.TIDAK_DIAMBIL
    if not nasib.diambil:
        baris.alasan, baris.kembali_tahun = nasib.alasan.strip(), nasib.kembali_tahun
    if lewat is None and not ditolak:
        return
    kata = "masuk" if nasib.diambil else "belum masuk"
    keputusan = _keputusan(rencana, penetapan, f"{kata.capitalize()} {rencana.sebutan}")
    keputusan.proyek, keputusan.ke_tahap = proyek, ke if lewat is not None else ""
    keputusan.isi = (
        f"Dalam {rencana.sebutan} proyek ini pada urutan {baris.urutan}, {kata} rencana."
    )
    if not nasib.diambil:
        tahun = f"Dibahas lagi dalam musyawarah untuk tahun {nasib.kembali_tahun}."
        keputusan.alasan = f"{baris.alasan} {tahun}"
    baris.keputusan = putuskan(
        keputusan=keputusan,
        pertimbangan=nasib.pertimbangan if ditolak else "",
        oleh=oleh,
        lewat=lewat or (),
        tanya=False,
    )


def _tahap(rencana: Rencana, nasib: Nasib) -> str:
    if not nasib.diambil:
        return Tahap.TIDAK_DIPRIORITASKAN
    return Tahap.MASUK_DU_RKP if rencana.ke_kabupaten else Tahap.MASUK_RKP


def _simpan(rencana: Rencana, penetapan: Penetapan, baris: list[BarisRencana]) -> None:
    rencana.ditetapkan_pada = sekarang()
    for nama in KOLOM:
        setattr(rencana, nama, getattr(penetapan, nama))
    rencana.save(update_fields=["status", "keputusan", "ditetapkan_pada", *KOLOM])
    kolom = ["hasil", "alasan", "kembali_tahun", "keputusan"]
    BarisRencana.objects.bulk_update(baris, kolom)


KOLOM = ("berita_acara_nomor", "berita_acara_tanggal", "perkam_nomor", "perkam_tanggal")


def ringkas(baris: list[BarisRencana]) -> str:
    """Return how many rows were taken: "3 masuk, 2 belum masuk"."""
    masuk = sum(satu.diambil for satu in baris)
    return f"{masuk} masuk, {len(baris) - masuk} belum masuk"
