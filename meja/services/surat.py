"""The letter of the desk: each working morning, to officials for whom something waits that is new
or late since their last letter.

It reads the one table of work (`meja.urusan`). It says how many things of each kind wait. It names
a thing only where its title is that of a public work (`BERJUDUL`): the words of a kiriman, of a
check or of a person stand in no letter (docs/keputusan/0065-kabar-kerja.md).
"""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from core.antrean.surel import PENUTUP, kirim
from core.antrean.tugas import Prioritas, antre
from core.lencana import tulis as tulis_jumlah
from core.tenggat.hari_kerja import tambah_hari_kerja, tanggal_wib
from core.waktu import hari_ini, sekarang
from kabar.bacaan.rekan import pejabat
from kabar.models import PilihanPemberitahuan
from kabar.services.henti import tanda_henti
from kabar.services.rangkuman import email_terbukti
from meja.urusan import URUSAN, Baris, hitung, pertama

DIBACA, SEBUT = 300, 8
SEHARI = dt.timedelta(days=1)
MEJA = "surat_meja"  # the letter in `kabar.services.henti`
PERIHAL = "Yang menunggu Anda di meja kerja"
# The kinds whose rows are works that everybody may read.
BERJUDUL = frozenset(
    {
        *("laporan_tulis", "draf_terbit", "draf_kembali", "draf_lanjut"),
        *("belanja", "evaluasi", "berfungsi"),
    }
)
ISI = """\
Yang menunggu Anda di meja kerja Portal Bangunrejo:

{jumlah}
{sebut}
Buka meja kerja: {meja}

Surat ini dikirim pada pagi hari kerja, hanya bila ada yang baru atau terlambat. Tidak ingin \
menerimanya lagi? Tekan “Hentikan surat pagi” di halaman ini, tanpa masuk: {henti}

{penutup}"""


def rangkum() -> None:
    """Queue one task for each official with a proven address, on working days (a periodic job)."""
    if not _hari_kerja(hari_ini()):
        return
    bersurat = pejabat().filter(emailaddress__verified=True)
    bersurat = bersurat.exclude(pilihan_pemberitahuan__surat_meja=False)
    for pk in bersurat.order_by("pk").values_list("pk", flat=True).distinct():
        kunci = f"surat-meja:{pk}:{hari_ini()}"
        antre("meja.services.surat.kirim_satu", pk, kunci=kunci, prioritas=Prioritas.NANTI)


@transaction.atomic
def kirim_satu(pk: int) -> None:
    """Write to one official (a task), at most once a day. Nothing is sent when nothing is new or
    late, the letter was turned off, or the office ended meanwhile."""
    orang = pejabat().untuk_sesi().filter(pk=pk).first()
    if orang is None:
        return
    PilihanPemberitahuan.objects.get_or_create(pengguna=orang)
    pilihan = PilihanPemberitahuan.objects.select_for_update().get(pengguna=orang)
    terakhir = tanggal_wib(pilihan.meja_disurati) if pilihan.meja_disurati else None
    email = email_terbukti(orang)
    if not (email and pilihan.surat_meja) or terakhir == hari_ini():
        return
    baris = pertama(orang, DIBACA)
    if not any(_baru(satu, terakhir) for satu in baris):
        return
    tanda = tanda_henti(orang, MEJA)
    henti = f"{settings.ALAMAT_PORTAL}{reverse('kabar:henti_meja', args=[tanda])}"
    kirim(
        kepada=email,
        perihal=PERIHAL,
        isi=tulis(hitung(orang), baris, henti),
        kunci=f"surat-meja:{pk}:{hari_ini()}",
        prioritas=Prioritas.NANTI,
        henti=henti,
    )
    pilihan.meja_disurati = sekarang()
    pilihan.save(update_fields=["meja_disurati"])


def tulis(jumlah: Mapping[str, int], baris: Iterable[Baris], henti: str) -> str:
    """Return the letter: how many of each kind, and the first works by name. `henti` is the address
    that stops it."""
    kata = [f"- {tulis_jumlah(jumlah[u.nama])} {u.kata}" for u in URUSAN if jumlah[u.nama]]
    karya = [_sebut(satu) for satu in baris if satu.urusan.nama in BERJUDUL]
    sebut = "\n".join(["", "Yang paling mendesak:", "", *karya[:SEBUT], ""]) if karya else ""
    return ISI.format(
        jumlah="\n".join(kata),
        sebut=sebut,
        meja=f"{settings.ALAMAT_PORTAL}{reverse('meja:beranda')}",
        henti=henti,
        penutup=PENUTUP,
    )


def _sebut(baris: Baris) -> str:
    bagian = (baris.urusan.hal, baris.judul, baris.kata_waktu, baris.kata_tenggat)
    return "- " + " · ".join(" ".join(satu.split()) for satu in bagian if satu)


def _baru(baris: Baris, terakhir: dt.date | None) -> bool:
    """Return whether it waits, or is late, only since the day of the last letter."""
    if terakhir is None:
        return True
    baru_terlambat = baris.terlambat and baris.tenggat is not None and baris.tenggat >= terakhir
    return baru_terlambat or (baris.sejak is not None and baris.sejak >= terakhir)


def _hari_kerja(hari: dt.date) -> bool:
    return tambah_hari_kerja(hari - SEHARI, 1) == hari
