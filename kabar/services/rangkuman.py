"""The daily letter: one per person and day, only of new acts, only to a proven address."""

import datetime as dt
from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse

from core.antrean.surel import PENUTUP, kirim
from core.antrean.tugas import Prioritas, antre
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini, sekarang
from kabar.bacaan.isi import Isi, susun
from kabar.bacaan.milik import untuk
from kabar.models import Ikutan, Pemberitahuan, PilihanPemberitahuan
from kabar.models.pemberitahuan import PemberitahuanQuerySet
from kabar.services.henti import tanda_henti
from laporan.enums import Pesan
from warga.enums import Peran
from warga.models import Pengguna

# Older notices are no news; they wait on the page.
MASIH_BARU = dt.timedelta(days=7)
TERBANYAK = 20
PERIHAL = "Yang baru dari yang Anda ikuti"
AWAL = "Yang baru dari yang Anda ikuti di Portal Bangunrejo:"
KAKI = f"""\
Semua pemberitahuan: {{alamat}}

Surat ini dikirim paling banyak sekali sehari, hanya bila ada yang baru. Tidak ingin \
menerimanya lagi? Tekan “Hentikan surat harian” di halaman ini, tanpa masuk: {{henti}}

{PENUTUP}"""


def email_terbukti(orang: Pengguna) -> str:
    """Return the address that this person proved to be theirs; "" when there is none."""
    alamat = EmailAddress.objects.filter(user=orang, verified=True).order_by("-primary", "pk")
    return alamat.values_list("email", flat=True).first() or ""


def ingin_surat(orang: Pengguna, surat: str = "surat") -> bool:
    """Return whether a daily letter is on: that of what they follow, or of the desk (`surat_meja`).
    Each is on until it is turned off."""
    return not PilihanPemberitahuan.objects.filter(pengguna=orang, **{surat: False}).exists()


def rangkum() -> None:
    """Queue one task for each person who has something new (a periodic job)."""
    for pk in _penerima().order_by().values_list("pk", flat=True).distinct():
        kunci = f"rangkuman:{pk}:{hari_ini()}"
        antre("kabar.services.rangkuman.kirim_satu", pk, kunci=kunci, prioritas=Prioritas.NANTI)


@transaction.atomic
def kirim_satu(pk: int) -> None:
    """Write to one person about the new acts of this moment (a task). Without any, nothing is
    sent."""
    orang = Pengguna.objects.get(pk=pk)
    PilihanPemberitahuan.objects.get_or_create(pengguna=orang)
    pilihan = PilihanPemberitahuan.objects.select_for_update().get(pengguna=orang)
    baru = _baru(orang, pilihan.disurati_sampai)
    nomor = list(baru.order_by("-pk").values_list("pk", flat=True))
    email = email_terbukti(orang)
    if not (nomor and email and pilihan.surat and orang.is_active):
        return
    henti = f"{settings.ALAMAT_PORTAL}{reverse('kabar:henti', args=[tanda_henti(orang)])}"
    daftar = susun(baru.untuk_baris()[:TERBANYAK], orang)
    kirim(
        kepada=email,
        perihal=PERIHAL,
        isi=tulis(daftar, henti, lainnya=len(nomor) - TERBANYAK),
        kunci=f"rangkuman:{pk}:{hari_ini()}",
        prioritas=Prioritas.NANTI,
        henti=henti,
    )
    pilihan.disurati_sampai = nomor[0]
    pilihan.save(update_fields=["disurati_sampai"])


def tulis(daftar: Iterable[Isi], henti: str, lainnya: int = 0) -> str:
    """Return the letter. `henti` is the address that stops it, and `lainnya` the number of further
    notices that it does not tell."""
    bagian = [_butir(isi) for isi in daftar]
    if lainnya > 0:
        bagian.append(f"… dan {lainnya} lainnya.")
    alamat = f"{settings.ALAMAT_PORTAL}{reverse('kabar:pemberitahuan')}"
    return "\n\n".join([AWAL, *bagian, KAKI.format(alamat=alamat, henti=henti)])


def _butir(isi: Isi) -> str:
    ucapan = isi.ucapan
    oleh = f"{ucapan.oleh}, " if ucapan.oleh else ""
    baris = [
        f"{isi.hal.judul} ({isi.hal.keterangan})",
        f"{ucapan.kata} ({oleh}{tanggal(isi.pemberitahuan.waktu)})",
    ]
    if ucapan.alasan:
        baris.append(f"Alasan: {ucapan.alasan}")
    if ucapan.lanjutan:
        baris.append(f"Lanjutannya di {ucapan.lanjutan.judul}")
    if ucapan.ajakan:
        baris.append(ucapan.ajakan)
    baris.append(f"{settings.ALAMAT_PORTAL}{isi.alamat}")
    # A title with line breaks would add paragraphs of its own to a letter of the portal.
    return "\n".join(" ".join(satu.split()) for satu in baris)


def _baru(orang: Pengguna, disurati_sampai: int) -> PemberitahuanQuerySet:
    """Return unread, recent notices of which no letter told. The letter of the desk tells of
    work."""
    sejak = sekarang() - MASIH_BARU
    baru = untuk(orang, baru=True).filter(kerja=0, pk__gt=disurati_sampai, waktu__gte=sejak)
    if orang.peran_kini == Peran.WARGA:  # a writer of drafts has no desk
        return baru
    tugas = Q(hal__pesan__macam__in=(Pesan.MENUNGGU, Pesan.KEMBALI))
    return baru.exclude(tugas | Q(hal__pengingat__isnull=False))


def _penerima() -> QuerySet[Pengguna]:
    """Return active accounts with a proven address and the letter on that may have something new.

    Whether they really have is asked when the letter is written.
    """
    disurati = Coalesce(OuterRef("pilihan_pemberitahuan__disurati_sampai"), 0)
    baru = Pemberitahuan.objects.filter(pk__gt=disurati, waktu__gte=sekarang() - MASIH_BARU)
    baru = baru.filter(kerja=0)
    sendiri = baru.belum_dibaca().filter(pengguna=OuterRef("pk"))
    ikutan = Ikutan.objects.filter(
        pengguna=OuterRef(OuterRef("pk")), aktif=True, hal__kampung=OuterRef("kampung")
    )
    kampung = baru.filter(Exists(ikutan), kampung__isnull=False)
    bersurat = Pengguna.objects.filter(is_active=True, emailaddress__verified=True)
    bersurat = bersurat.exclude(pilihan_pemberitahuan__surat=False)
    return bersurat.filter(Q(Exists(sendiri)) | Q(Exists(kampung)))
