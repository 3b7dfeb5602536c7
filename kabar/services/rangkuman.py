"""The daily letter: one per person and day, only of what is new, only to a proven address."""

import datetime as dt
from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse

from core.antrean.surel import kirim
from core.antrean.tugas import Prioritas, antre
from core.samar import samarkan
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini, sekarang
from kabar.bacaan.isi import Isi, susun
from kabar.models import Pemberitahuan, PilihanPemberitahuan
from kabar.models.pemberitahuan import PemberitahuanQuerySet
from warga.models import Pengguna

# Older ones are no news; they wait on the page.
MASIH_BARU = dt.timedelta(days=7)
TERBANYAK = 20
PERIHAL = "Yang baru dari aspirasi yang Anda ikuti"
KAKI = """\
Semua pemberitahuan: {alamat}

Surat ini dikirim paling banyak sekali sehari, hanya bila ada yang baru. Tidak ingin \
menerimanya lagi? Buka halaman itu dan tekan “Hentikan surat harian”.

Portal ini tidak pernah meminta kata sandi, PIN, atau uang lewat surat.
"""


def email_terbukti(orang: Pengguna) -> str:
    """Return the address that this person proved to be theirs; "" when there is none."""
    alamat = EmailAddress.objects.filter(user=orang, verified=True).order_by("-primary", "pk")
    return alamat.values_list("email", flat=True).first() or ""


def ingin_surat(orang: Pengguna) -> bool:
    """Say whether the daily letter is on; it is until it was turned off."""
    return not PilihanPemberitahuan.objects.filter(pengguna=orang, surat=False).exists()


def rangkum() -> None:
    """Queue one task for each person who has something new (a periodic job)."""
    penerima = _baru().filter(pengguna__emailaddress__verified=True)
    for pk in penerima.order_by().values_list("pengguna", flat=True).distinct():
        kunci = f"rangkuman:{pk}:{hari_ini()}"
        antre("kabar.services.rangkuman.kirim_satu", pk, kunci=kunci, prioritas=Prioritas.NANTI)


@transaction.atomic
def kirim_satu(pk: int) -> None:
    """Write to one person of what is new as it is now (a task); nothing when that is nothing."""
    orang = Pengguna.objects.get(pk=pk)
    PilihanPemberitahuan.objects.get_or_create(pengguna=orang)
    pilihan = PilihanPemberitahuan.objects.select_for_update().get(pengguna=orang)
    baru = _baru().filter(pengguna=orang)
    nomor = list(baru.order_by("-pk").values_list("pk", flat=True))
    email = email_terbukti(orang)
    if not (nomor and email):
        return
    isi = tulis(susun(baru.untuk_baris()[:TERBANYAK], orang), lainnya=len(nomor) - TERBANYAK)
    kunci = f"rangkuman:{pk}:{hari_ini()}"
    kirim(kepada=email, perihal=PERIHAL, isi=isi, kunci=kunci, prioritas=Prioritas.NANTI)
    pilihan.disurati_sampai = nomor[0]
    pilihan.save(update_fields=["disurati_sampai"])


def tulis(daftar: Iterable[Isi], lainnya: int = 0) -> str:
    """Return the letter; `lainnya` is how many more there are than it tells of."""
    bagian = [_butir(isi) for isi in daftar]
    if lainnya > 0:
        bagian.append(f"… dan {lainnya} lainnya.")
    alamat = f"{settings.ALAMAT_PORTAL}{reverse('kabar:pemberitahuan')}"
    awal = "Perkembangan aspirasi yang Anda ikuti atau dukung di Portal Bangunrejo:"
    return "\n\n".join([awal, *bagian, KAKI.format(alamat=alamat)])


def _butir(isi: Isi) -> str:
    oleh = f"{isi.oleh}, " if isi.oleh else ""
    baris = [
        f"{isi.aspirasi.nomor} {samarkan(isi.aspirasi.judul)}",
        f"{isi.kata} ({oleh}{tanggal(isi.pemberitahuan.waktu)})",
    ]
    if isi.ke:
        baris.append(f"Lanjutannya di {isi.ke.nomor} {samarkan(isi.ke.judul)}")
    if isi.belum_beres:
        baris.append("Menurut Anda belum beres? Nyatakan di halaman itu.")
    return "\n".join([*baris, f"{settings.ALAMAT_PORTAL}{isi.alamat}"])


def _baru() -> PemberitahuanQuerySet:
    """Unread and recent ones of active accounts, which no letter told of and a letter may."""
    belum = Pemberitahuan.objects.tampil().belum_dibaca()
    pilihan = "pengguna__pilihan_pemberitahuan"
    belum_disurati = Q(
        **{f"{pilihan}__surat": True, "pk__gt": F(f"{pilihan}__disurati_sampai")}
    ) | Q(**{f"{pilihan}__isnull": True})
    masih_baru = Q(waktu__gte=sekarang() - MASIH_BARU, pengguna__is_active=True)
    return belum.filter(belum_disurati & masih_baru)
