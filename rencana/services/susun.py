"""Writing a plan: rows, their order and cost, and the money that is expected."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from core.galat import TidakBisa
from core.jejak.catat import catat
from core.templatetags.bentuk import rupiah
from proyek.enums import SumberDana, Tahap
from proyek.models import Proyek
from rencana.bacaan.lalu import belum_kembali
from rencana.enums import Hasil
from rencana.laku import Aksi
from rencana.models import BarisRencana, PaguIndikatif, Rencana
from rencana.services.catatan import Sebab, catat_ubah
from rencana.services.kunci import BERUBAH, kunci_rencana
from warga.models import Kampung, Pengguna

BARIS_TERBANYAK = 500
# Work of these stages is done, or will not be done: nothing is left to plan.
TIDAK_DIRENCANAKAN = (Tahap.SELESAI, Tahap.SERAH_TERIMA, Tahap.DIBATALKAN)
SUDAH_ADA = "Rencana jenis ini untuk tahun itu sudah ada. Buka yang sudah ada."
LAIN_KAMPUNG = "Proyek ini milik kampung lain. Pilih proyek kampung sendiri."
RAMPUNG = "Proyek ini sudah selesai atau dibatalkan, jadi tidak direncanakan lagi."
KEMBAR = "Proyek ini sudah ada di rencana ini."
PENUH = f"Satu rencana memuat paling banyak {BARIS_TERBANYAK} baris."
TETAP = (
    "Rencana ini sudah ditetapkan, jadi barisnya tidak dihapus. Ubah hasilnya menjadi “Belum masuk "
    "rencana”, dengan alasannya."
)
TIDAK_KETEMU = "Baris ini sudah tidak ada. Muat ulang halaman."
BELUM_DIKETAHUI = "belum diketahui"
KOLOM = ("urutan", "perkiraan", "sumber", "rpjm")


@transaction.atomic
def buat(*, kampung: Kampung, tahun: int, jenis: str, oleh: Pengguna) -> Rencana:
    """Begin a draft. Raises TidakBisa when the kampung has one of this kind and year."""
    if Rencana.objects.filter(kampung=kampung, tahun=tahun, jenis=jenis).exists():
        raise TidakBisa(SUDAH_ADA)
    rencana = Rencana(kampung=kampung, tahun=tahun, jenis=jenis, dibuat_oleh=oleh)
    rencana.save(force_insert=True)
    catat(objek=rencana, aksi=Aksi.DIBUAT, oleh=oleh)
    return rencana


@transaction.atomic
def tambah_baris(
    *, rencana: Rencana, baris: BarisRencana, oleh: Pengguna, sebab: Sebab | None = None
) -> BarisRencana:
    """Add an unsaved row at its place in the order, the end at most. The same project twice, one
    of another kampung and finished work are refused (TidakBisa)."""
    rencana = kunci_rencana(rencana, baris.proyek_id)
    urut = _urutan(rencana)
    _pastikan_muat(rencana, Proyek.objects.get(pk=baris.proyek_id), len(urut))
    baris.rencana = rencana
    baris.hasil = Hasil.DIAMBIL if rencana.tetap else ""
    tempat = min(max(baris.urutan or len(urut) + 1, 1), len(urut) + 1)
    baris.urutan = len(urut) + 1
    baris.save(force_insert=True)
    urut.insert(tempat - 1, baris)
    _nomori(urut)
    biaya = f"{rupiah(baris.perkiraan)}, {baris.get_sumber_display()}"
    catat_ubah(rencana, oleh, [(f"Baris {tempat} ditambahkan", "", biaya)], sebab or Sebab())
    return baris


def _pastikan_muat(rencana: Rencana, proyek: Proyek, banyak: int) -> None:
    if banyak >= BARIS_TERBANYAK:
        raise TidakBisa(PENUH)
    if proyek.kampung_id != rencana.kampung_id:
        raise TidakBisa(LAIN_KAMPUNG)
    if proyek.tahap in TIDAK_DIRENCANAKAN:
        raise TidakBisa(RAMPUNG)
    if rencana.baris.filter(proyek=proyek).exists():
        raise TidakBisa(KEMBAR)


def _urutan(rencana: Rencana) -> list[BarisRencana]:
    return list(rencana.baris.order_by("urutan"))


def _nomori(urut: list[BarisRencana]) -> None:
    """Store the places of the rows as they stand in the list."""
    berubah = []
    for nomor, baris in enumerate(urut, 1):
        if baris.urutan != nomor:
            baris.urutan = nomor
            berubah.append(baris)
    BarisRencana.objects.bulk_update(berubah, ["urutan"])


@transaction.atomic
def ubah_baris(
    *,
    baris: BarisRencana,
    isi: Mapping[str, Any],
    oleh: Pengguna,
    sebab: Sebab | None = None,
) -> BarisRencana:
    """Change the columns of a row (`KOLOM`). The same values change nothing."""
    rencana = kunci_rencana(baris.rencana)
    urut = _urutan(rencana)
    kini = next((satu for satu in urut if satu.pk == baris.pk), None)
    if kini is None:
        raise TidakBisa(TIDAK_KETEMU)
    butir = _beda(kini, isi)
    if not butir:
        return kini
    tempat = min(max(isi.get("urutan") or kini.urutan, 1), len(urut))
    for nama in set(isi) - {"urutan"}:
        setattr(kini, nama, isi[nama])
    kini.save(update_fields=["perkiraan", "sumber", "rpjm"])
    urut.remove(kini)
    urut.insert(tempat - 1, kini)
    _nomori(urut)
    catat_ubah(rencana, oleh, butir, sebab or Sebab())
    return kini


def _beda(baris: BarisRencana, isi: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    nama = f"Baris {baris.urutan}"
    semua = [
        (f"{nama}, {kata}", _sebut(kolom, getattr(baris, kolom)), _sebut(kolom, isi[kolom]))
        for kolom, kata in KATA_KOLOM.items()
        if kolom in isi and isi[kolom] is not None
    ]
    return [satu for satu in semua if satu[1] != satu[2]]


KATA_KOLOM = {"urutan": "urutan", "perkiraan": "perkiraan", "sumber": "sumber", "rpjm": "RPJM"}


def _sebut(kolom: str, nilai: Any) -> str:
    if kolom == "perkiraan":
        return rupiah(nilai)
    if kolom == "sumber":
        return str(SumberDana(nilai).label)
    return str(nilai) or "belum ada di RPJM"


@transaction.atomic
def hapus_baris(*, baris: BarisRencana, oleh: Pengguna, sebab: Sebab | None = None) -> None:
    """Take a row out of a plan that is not set; the project stays. Raises TidakBisa else."""
    rencana = kunci_rencana(baris.rencana)
    if rencana.tetap:
        raise TidakBisa(TETAP)
    urut = _urutan(rencana)
    kini = next((satu for satu in urut if satu.pk == baris.pk), None)
    if kini is None:
        raise TidakBisa(TIDAK_KETEMU)
    urut.remove(kini)
    nomor = kini.urutan
    kini.delete()
    _nomori(urut)
    butir = [(f"Baris {nomor} dikeluarkan", "", f"proyek {kini.proyek.nomor}")]
    catat_ubah(rencana, oleh, butir, sebab or Sebab())


@transaction.atomic
def setel_pagu(
    *,
    rencana: Rencana,
    isi: Mapping[str, int | None],
    oleh: Pengguna,
    sebab: Sebab | None = None,
) -> None:
    """Set the expected money: source → rupiah, None while nobody knows it. Sources that `isi` does
    not name have none."""
    rencana = kunci_rencana(rencana)
    lama = dict(rencana.pagu.values_list("sumber", "rupiah"))
    if lama == dict(isi):
        return
    butir = [
        (f"Uang yang diperkirakan, {SumberDana(satu).label}", _uang(lama, satu), _uang(isi, satu))
        for satu in SumberDana.values
        if _uang(lama, satu) != _uang(isi, satu)
    ]
    rencana.pagu.exclude(sumber__in=isi).delete()
    for sumber, jumlah in isi.items():
        PaguIndikatif.objects.update_or_create({"rupiah": jumlah}, rencana=rencana, sumber=sumber)
    catat_ubah(rencana, oleh, butir, sebab or Sebab())


def _uang(isi: Mapping[str, int | None], sumber: str) -> str:
    if sumber not in isi:
        return "tidak ada"
    nilai = isi[sumber]
    return BELUM_DIKETAHUI if nilai is None else rupiah(nilai)


@transaction.atomic
def bawa_kembali(*, rencana: Rencana, oleh: Pengguna, kunci: Iterable[int]) -> int:
    """Bring rows back that an earlier plan did not take, as new rows at the end of a draft. Return
    how many came. Raises TidakBisa when the plan is no draft any more."""
    dipilih = belum_kembali(rencana).filter(pk__in=set(kunci))
    rencana = kunci_rencana(rencana, *dipilih.values_list("proyek", flat=True))
    if not rencana.draf:
        raise TidakBisa(BERUBAH)
    akhir = rencana.baris.count()
    baru = [
        BarisRencana(
            rencana=rencana,
            proyek=lama.proyek,
            asal=lama,
            urutan=akhir + nomor,
            perkiraan=lama.perkiraan,
            sumber=lama.sumber,
            rpjm=lama.rpjm,
        )
        for nomor, lama in enumerate(dipilih.order_by("urutan"), 1)
    ]
    BarisRencana.objects.bulk_create(baru)
    if baru:
        butir = [("Baris dari tahun lalu", "", f"{len(baru)} dibawa kembali")]
        catat_ubah(rencana, oleh, butir, Sebab())
    return len(baru)
