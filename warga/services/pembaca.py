"""The right to read what only the kecamatan may read: two people give it, and all readers are told.

`petugas_rahasia` and `penerima_khusus` are set here and nowhere else
(docs/keputusan/0016-kode.md).
"""

from django.db import transaction

from core.galat import TidakBisa
from core.jaga import berdua, keamanan
from core.jaga.keamanan import Kejadian
from core.jejak.catat import catat
from warga.enums import TANDA_BACA, HakBaca, Peran
from warga.laku import Aksi
from warga.models import Pengguna, PermintaanPembaca, PerubahanPembaca
from warga.services.dasar import kunci_akun
from warga.services.surel import IsiSurel, kabari_pemilik

DIJAGA = (
    "Akun ini membaca kiriman rahasia, jadi e-mail, nomor HP, dan perannya tidak dapat diganti "
    "begitu saja. Cabut dahulu haknya (atau akhiri jabatannya), ganti, lalu minta lagi haknya. "
    "Pemilik akun dapat mengganti e-mail dan nomornya sendiri."
)
LEWAT_DUA_ORANG = "Hak membaca kiriman rahasia hanya diberikan lewat permintaan kepada camat."


@transaction.atomic
def minta_pembaca(
    *, pengguna: Pengguna, hak: HakBaca, oleh: Pengguna, alasan: str
) -> PermintaanPembaca:
    """Ask that a staf may read secrets. Raises TidakBisa when the account does not fit."""
    pengguna = _staf(pengguna)
    if getattr(pengguna, hak):
        raise TidakBisa(f"{pengguna} sudah menjadi {hak.label.lower()}.")
    if pengguna.permintaan_pembaca.hidup().filter(hak=hak).exists():
        raise TidakBisa("Permintaan yang sama masih menunggu putusan.")
    baru = PermintaanPembaca(pengguna=pengguna, hak=hak)
    baris = berdua.ajukan(baru, oleh=oleh, alasan=alasan)
    catat(objek=pengguna, aksi=Aksi.HAK_BACA_DIMINTA, oleh=oleh, ke=hak.value, alasan=baris.alasan)
    return baris


@transaction.atomic
def putuskan_pembaca(
    *, permintaan: PermintaanPembaca, oleh: Pengguna, setuju: bool, alasan: str
) -> PermintaanPembaca:
    """Approve or refuse. An approval gives the right at once and tells all readers."""
    pengguna = _staf(permintaan.pengguna) if setuju else kunci_akun(permintaan.pengguna)
    putuskan = berdua.setujui if setuju else berdua.tolak
    baris = putuskan(permintaan, oleh=oleh, alasan=alasan)
    hak = HakBaca(baris.hak)
    if setuju:
        baris = berdua.pakai(baris)
        _ubah(pengguna, hak, True)
    aksi = Aksi.HAK_BACA_DIBERIKAN if setuju else Aksi.HAK_BACA_DITOLAK
    catat(objek=pengguna, aksi=aksi, oleh=oleh, ke=hak.value, alasan=baris.alasan_putusan)
    if setuju:
        umumkan(pengguna=pengguna, hak=hak, diberikan=True, oleh=oleh, alasan=baris.alasan_putusan)
    return baris


@transaction.atomic
def tarik_pembaca(*, permintaan: PermintaanPembaca, oleh: Pengguna) -> None:
    """Take one's own request back."""
    pengguna = kunci_akun(permintaan.pengguna)
    berdua.tarik(permintaan, oleh=oleh)
    catat(objek=pengguna, aksi=Aksi.HAK_BACA_DITARIK, oleh=oleh, ke=permintaan.hak)


@transaction.atomic
def cabut_pembaca(*, pengguna: Pengguna, hak: HakBaca, oleh: Pengguna, alasan: str) -> None:
    """Take the right away: one person and a reason are enough. All readers are told."""
    pengguna = kunci_akun(pengguna)
    if not getattr(pengguna, hak):
        raise TidakBisa(f"{pengguna} bukan {hak.label.lower()}.")
    _ubah(pengguna, hak, False)
    catat(objek=pengguna, aksi=Aksi.HAK_BACA_DICABUT, oleh=oleh, dari=hak.value, alasan=alasan)
    umumkan(pengguna=pengguna, hak=hak, diberikan=False, oleh=oleh, alasan=alasan)


def umumkan(
    *, pengguna: Pengguna, hak: HakBaca, diberikan: bool, oleh: Pengguna, alasan: str = ""
) -> None:
    """Tell all readers, the camat and the account itself, by letter and on their desks."""
    baris = PerubahanPembaca.objects.create(
        pengguna=pengguna, hak=hak, diberikan=diberikan, oleh=oleh, alasan=alasan
    )
    keamanan.catat(Kejadian.HAK_DIUBAH, akun=pengguna, oleh=oleh)
    kata = "sekarang menjadi" if diberikan else "bukan lagi"
    isi = (
        f"{pengguna} {kata} {hak.label.lower()} pada Portal Bangunrejo, jadi yang boleh membaca "
        f"kiriman rahasia berubah. Diputuskan oleh {oleh}.\n\nBila ini tidak semestinya, bicarakan "
        "sekarang dengan camat. Alasannya dan daftar pembaca ada di meja kerja, pada “Pembaca "
        "kiriman rahasia”."
    )
    kabar = IsiSurel("Yang boleh membaca kiriman rahasia berubah", isi)
    for penerima in {*Pengguna.objects.pembaca(), pengguna}:
        kabari_pemilik(penerima, kabar, f"pembaca:{baris.pk}")


def periksa_pembaca(*, lama: Pengguna | None, baru: Pengguna) -> None:
    """Raise TidakBisa if an edit of an account would evade the two people.

    Editing does not set the flags. With another address or role, somebody could take over the
    account of a reader.
    """
    for hak in TANDA_BACA:
        if getattr(baru, hak) != (getattr(lama, hak) if lama else False):
            raise TidakBisa(LEWAT_DUA_ORANG)
    if lama is None or not lama.pembaca_rahasia:
        return
    for nama in ("email", "telepon", "peran"):
        if (getattr(lama, nama) or "") != (getattr(baru, nama) or ""):
            raise TidakBisa(DIJAGA)


def _staf(pengguna: Pengguna) -> Pengguna:
    terkunci = kunci_akun(pengguna)
    if terkunci.peran != Peran.STAF or not terkunci.is_active:
        raise TidakBisa("Hanya staf kecamatan yang aktif dapat membaca kiriman rahasia.")
    return terkunci


def _ubah(pengguna: Pengguna, hak: HakBaca, nilai: bool) -> None:
    setattr(pengguna, hak, nilai)
    pengguna.save(update_fields=[hak.value])
