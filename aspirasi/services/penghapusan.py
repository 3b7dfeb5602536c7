"""Erasing at the sender's wish, and forgetting by the portal itself (UU 27/2022).

Persons are emptied in place, never deleted. The existence of a kiriman, its dates and the public
answers of officials stay. Erasing happens at once; waiting letters go with identity and contact.
"""

import datetime as dt

from django.conf import settings
from django.db import transaction

from aspirasi.enums import Aksi, Jangkauan, JenisTindakLanjut, Status
from aspirasi.laku import BERALASAN
from aspirasi.models import Aspirasi, Pengirim, TindakLanjut
from aspirasi.services import foto, pindaian
from aspirasi.services.alur import kunci_baris, kunci_bersama, pindah
from aspirasi.services.gabung import lepas_gabungan
from aspirasi.services.pengabaran import hentikan_kabar
from core.berkas import simpan as simpanan
from core.galat import TidakBisa
from core.jejak.catat import catat, hapus_isi, riwayat
from core.waktu import sekarang
from warga.models import Pengguna

JUDUL_DIHAPUS = "Isi dihapus atas permintaan pengirim"
ALASAN_DIHAPUS = "Pengirim meminta datanya dihapus."
# Messages that are erased: the sender's, and those of officials that may repeat them.
ISI_PRIBADI = (
    JenisTindakLanjut.BALASAN_PENGIRIM,
    JenisTindakLanjut.PERTANYAAN,
    JenisTindakLanjut.CATATAN,
)
HARI_SEBULAN = 30.4375  # a mean month, for a limit that is counted in months
SEKALIGUS = 500


@transaction.atomic
def hapus_identitas(*, aspirasi: Aspirasi) -> None:
    """Remove name and contact, because their consent is withdrawn. The kiriman goes on without
    them."""
    _lepas_pengirim(kunci_baris(aspirasi), Aksi.IDENTITAS_DIHAPUS)


@transaction.atomic
def kosongkan_akun(*, pengguna: Pengguna, oleh: Pengguna | None = None) -> None:
    """Remove an emptied account from its kiriman (the setting PENGOSONGAN).

    Name and contact go as when the sender asks for it; the kiriman go on by code and PIN. The trail
    of a kiriman names neither the account nor the person who emptied it, since that would tell
    whose kiriman it was: the act is the sender's own, or the portal's.
    """
    aksi = Aksi.IDENTITAS_DIHAPUS if oleh == pengguna else Aksi.KONTAK_DIHAPUS
    milik = Aspirasi.objects.filter(pengirim__pengguna=pengguna).order_by("pk")
    for aspirasi in milik.select_for_update(of=("self",)):
        _lepas_pengirim(aspirasi, aksi)


def _lepas_pengirim(aspirasi: Aspirasi, aksi: str) -> None:
    _kosongkan_pengirim(aspirasi)
    aspirasi.save(update_fields=["tampilkan_nama"])
    catat(objek=aspirasi, aksi=aksi)


@transaction.atomic
def hapus_semua(*, aspirasi: Aspirasi) -> Aspirasi:
    """Erase identity, text, place and photos. An open kiriman is withdrawn by that.

    A public kiriman keeps its page, with its answers and without its text. One that had been
    withdrawn before stays out of sight. Joiners of an open one are released. Raises TidakBisa when
    it was erased already.
    """
    kunci_bersama(aspirasi)
    aspirasi = kunci_baris(aspirasi)
    if aspirasi.dihapus_pada:
        raise TidakBisa("Isi kiriman ini sudah dihapus.")
    dari = aspirasi.status
    if dari == Status.DITARIK and aspirasi.jangkauan == Jangkauan.PUBLIK:
        aspirasi.jangkauan = Jangkauan.PETUGAS
    elif aspirasi.terbuka:
        tutup, dari = pindah(aspirasi, Aksi.TARIK)
        aspirasi = tutup
        lepas_gabungan(aspirasi)
    _kosongkan_isi(aspirasi)
    _kosongkan_pengirim(aspirasi)
    aspirasi.save()
    _hapus_foto(aspirasi)
    pindaian.turunkan(aspirasi)  # letters are the kecamatan's own, but may repeat the text
    _hapus_kata(aspirasi)
    catat(objek=aspirasi, aksi=Aksi.DATA_DIHAPUS, dari=dari, ke=aspirasi.status)
    return aspirasi


def _kosongkan_isi(aspirasi: Aspirasi) -> None:
    aspirasi.judul = aspirasi.isi = aspirasi.isi_publik = JUDUL_DIHAPUS
    aspirasi.mengutip = False
    aspirasi.lokasi, aspirasi.kelompok_terdampak = "", []
    aspirasi.lintang = aspirasi.bujur = None
    aspirasi.tempat_umum, aspirasi.letak_menunggu_pada = False, None
    aspirasi.minta_umum_pada = None
    aspirasi.dihapus_pada = sekarang()


def _kosongkan_pengirim(aspirasi: Aspirasi) -> None:
    aspirasi.tampilkan_nama = False
    Pengirim.objects.filter(aspirasi=aspirasi).update(
        nama="",
        telepon="",
        email="",
        pengguna=None,
        disimpan_pada=None,
        lewat=None,
        alamat_terbukti=[],
        kode_pin_hash="",
        kode_pin_sampai=None,
        nama_untuk_kampung=False,
        dikosongkan_pada=sekarang(),
    )
    hentikan_kabar(aspirasi)


def _hapus_foto(aspirasi: Aspirasi) -> None:
    foto.buang_tertunda(aspirasi)
    for lampiran in aspirasi.lampiran.dari_pengirim().select_related("berkas"):
        berkas = lampiran.berkas
        lampiran.delete()
        simpanan.hapus(berkas)


def _hapus_kata(aspirasi: Aspirasi) -> None:
    """Empty later words of the sender, and words of officials that may repeat them.

    Questions to a kampung are the kecamatan's own words and stay, byte for byte: a change in this
    second would tell the kampung that a person stood behind them. They may not quote the sender,
    and the desk looks at them again (`perlu_ditinjau`).
    """
    TindakLanjut.objects.filter(aspirasi=aspirasi, jenis__in=ISI_PRIBADI).update(isi=JUDUL_DIHAPUS)
    aspirasi.penilaian.update(catatan="")
    aspirasi.disposisi.update(catatan="")
    aspirasi.permintaan_pin.hidup().update(ditarik_pada=sekarang())
    aspirasi.permintaan_pin.update(alasan=JUDUL_DIHAPUS, alasan_putusan="")
    pribadi = [j for j in riwayat(aspirasi) if j.aksi not in BERALASAN]
    hapus_isi(objek=aspirasi, alasan=ALASAN_DIHAPUS, jejak=pribadi)


def kosongkan_kontak() -> int:
    """Forget name and contact some months after closing (a periodic job). Return how many.

    The months are the setting SIMPAN_KONTAK_BULAN. A kiriman that was reopened meanwhile waits
    anew. A kiriman that came in while its account was being emptied is found here, too.
    """
    for akun in Pengguna.objects.filter(dikosongkan_pada__isnull=False, kiriman__isnull=False):
        kosongkan_akun(pengguna=akun)
    batas = sekarang() - dt.timedelta(days=settings.SIMPAN_KONTAK_BULAN * HARI_SEBULAN)
    lewat = Aspirasi.objects.filter(ditutup_pada__lt=batas, pengirim__dikosongkan_pada__isnull=True)
    nomor = list(lewat.order_by("ditutup_pada").values_list("pk", flat=True)[:SEKALIGUS])
    for pk in nomor:
        _kosongkan_satu(pk, batas)
    return len(nomor)


@transaction.atomic
def _kosongkan_satu(pk: int, batas: dt.datetime) -> None:
    aspirasi = Aspirasi.objects.select_for_update(of=("self",)).get(pk=pk)
    if aspirasi.ditutup_pada is not None and aspirasi.ditutup_pada < batas:
        _lepas_pengirim(aspirasi, Aksi.KONTAK_DIHAPUS)
