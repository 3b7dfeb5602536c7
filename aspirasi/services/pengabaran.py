"""Telling the sender of each public step, where a contact was left.

E-mail goes by itself; for WhatsApp an official presses a button and ticks that it was sent. No word
of a kiriman that is not public leaves the portal, and never a PIN. Joiners hear of the steps that
decide it. A task tells them, so that an act never waits for many people.
"""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from aspirasi.bacaan.keadaan import kalimat
from aspirasi.bacaan.tanya import tanya_untuk
from aspirasi.enums import Aksi, Jangkauan, Status
from aspirasi.kode import tulis_kode
from aspirasi.laku import LAKU
from aspirasi.laku.proyek import TAHAP_KELIRU
from aspirasi.models import Aspirasi, KabarPengirim, Pengirim
from aspirasi.services.alur import kunci_baris
from core.antrean import surel
from core.antrean.tugas import antre
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.laku import Kabar
from core.models import Jejak
from core.waktu import sekarang
from warga.models import Pengguna

# The sentence that a letter adds about the project that is waited for.
KATA_PROYEK: dict[str, str] = {
    **dict.fromkeys(TAHAP_KELIRU, "Kabar sebelumnya tentang proyeknya ternyata keliru."),
    Aksi.WAKTU_PROYEK: "Rencana waktu proyeknya berubah.",
}
PERIHAL = "Ada kabar tentang kiriman Anda"
SALAM = "Salam dari Kecamatan Bangunrejo."
INDUKNYA_DITARIK = (
    "Kiriman yang Anda ikuti ditarik oleh pengirimnya. Kalau Anda masih mengalaminya, sampaikan "
    "sebagai kiriman baru."
)
# News about the PIN, in words that warn. They are longer than those of the trail.
KATA_PIN: dict[str, str] = {
    Aksi.PIN_DIMINTA: "Ada yang meminta PIN baru untuk kiriman Anda. Kalau bukan Anda yang "
    "meminta, hubungi kantor kecamatan.",
    Aksi.PIN_DIGANTI: "PIN kiriman Anda baru saja diganti lewat telepon. Kalau bukan Anda yang "
    "meminta, hubungi kantor kecamatan.",
    Aksi.PIN_LEWAT_EMAIL: "PIN kiriman Anda baru saja diganti dengan kode ke e-mail akun Anda. "
    "Kalau bukan Anda yang meminta, hubungi kantor kecamatan.",
}


def kabari(aspirasi: Aspirasi, jejak: Jejak) -> None:
    """Tell the sender of one step, once, in the caller's transaction.

    The row of the act says who is told (`Laku.kabar`); nobody is told where no contact was left.
    Joiners are told of every deciding step, even one of the sender.
    """
    kabar = LAKU[jejak.aksi].kabar
    if Kabar.YANG_IKUT in kabar and aspirasi.gabungan.exists():
        tugas = "aspirasi.services.pengabaran.kabari_gabungan"
        antre(tugas, aspirasi.acuan.hex, jejak.pk, kunci=f"kabar-gabungan:{jejak.pk}")
    if Kabar.SELALU not in kabar and not (Kabar.PINDAH in kabar and jejak.ke != jejak.dari):
        return
    pengirim = Pengirim.objects.filter(aspirasi=aspirasi).first()
    if pengirim is not None:
        _sampaikan(aspirasi, jejak, pengirim)


def kabari_gabungan(acuan: str, peristiwa: int) -> None:
    """Tell the joiners of a kiriman of this step (a task), each once."""
    jejak = Jejak.objects.get(pk=peristiwa)
    ikut = Pengirim.objects.filter(
        aspirasi__status=Status.DIGABUNG,
        aspirasi__digabung_ke__acuan=acuan,
        aspirasi__dibuat__lte=jejak.waktu,
    )
    berkontak = ikut.exclude(telepon="", email="").order_by("pk")
    for pengirim in berkontak.select_related("aspirasi__digabung_ke"):
        _sampaikan(pengirim.aspirasi, jejak, pengirim)


def kabari_pin(aspirasi: Aspirasi, jejak: Jejak, telepon: str) -> None:
    """Tell a sender who left a number that a PIN is asked for or was replaced.

    So it never happens behind their back. The PIN itself is in no message. (`services.pin` sends
    the e-mail.)
    """
    if not telepon:
        return
    belum = aspirasi.kabar_pengirim.filter(dikabari_pada__isnull=True)
    diminta = Jejak.objects.filter(pk__in=belum.values("peristiwa"), aksi=Aksi.PIN_DIMINTA)
    belum.filter(peristiwa__in=diminta.values("pk")).delete()  # the news of the doing says it, too
    _baris(aspirasi, jejak, KabarPengirim.Cara.WA)


def hentikan_kabar(
    aspirasi: Aspirasi, *, email: bool = True, wa: bool = True, pin: bool = True
) -> None:
    """Send none of the waiting news: letters to the e-mail, messages by WhatsApp, and, with `pin`,
    that the PIN was replaced."""
    if email:
        kabar = aspirasi.kabar_pengirim.filter(cara=KabarPengirim.Cara.EMAIL)
        surel.batalkan(
            kunci=[_kunci_surat(aspirasi, p) for p in kabar.values_list("peristiwa", flat=True)],
            awalan=f"pin:{aspirasi.acuan.hex}:",
        )
    if wa:
        belum = aspirasi.kabar_pengirim.filter(dikabari_pada__isnull=True)
        diganti = Jejak.objects.filter(pk__in=belum.values("peristiwa"), aksi__in=KATA_PIN)
        (belum if pin else belum.exclude(peristiwa__in=diganti.values("pk"))).delete()


def _sampaikan(aspirasi: Aspirasi, jejak: Jejak, pengirim: Pengirim) -> None:
    if pengirim.email:
        _lewat_email(aspirasi, jejak, pengirim.email)
    if pengirim.telepon:
        _baris(aspirasi, jejak, KabarPengirim.Cara.WA)


def _lewat_email(aspirasi: Aspirasi, jejak: Jejak, alamat: str) -> None:
    _baris(aspirasi, jejak, KabarPengirim.Cara.EMAIL, dikabari_pada=sekarang())
    isi = teks_kabar(aspirasi, tanya=jejak.aksi == Aksi.DITANYA, aksi=jejak.aksi)
    surel.kirim(kepada=alamat, perihal=PERIHAL, isi=isi, kunci=_kunci_surat(aspirasi, jejak.pk))


def _kunci_surat(aspirasi: Aspirasi, peristiwa: int) -> str:
    """Return the key of one letter for each step and each kiriman that it is told to."""
    return f"kabar:{peristiwa}:{aspirasi.acuan.hex}"


def _baris(aspirasi: Aspirasi, jejak: Jejak, cara: str, **lain: Any) -> None:
    kabar = KabarPengirim(aspirasi=aspirasi, peristiwa=jejak.pk, cara=cara, **lain)
    KabarPengirim.objects.bulk_create([kabar], ignore_conflicts=True)


def teks_kabar(aspirasi: Aspirasi, *, tanya: bool = False, pin: str = "", aksi: str = "") -> str:
    """Return the message to the sender. `pin` is what happens to the PIN (`KATA_PIN`); `aksi` is
    the newest act, which may add a sentence (`KATA_PROYEK`).

    For a public kiriman it says number and state; for any other only that there is news. The code
    alone opens only public words, so it may stand in the first; never in an address, which stays in
    the history of a shared phone.
    """
    lacak = f"{settings.ALAMAT_PORTAL}{reverse('aspirasi:lacak')}"
    kode = f" {tulis_kode(aspirasi.kode)}" if aspirasi.terbit else ""
    kabar = f"{_keadaan(aspirasi)} {KATA_PIN[pin]}" if pin else _keadaan(aspirasi)
    tambahan = KATA_PROYEK.get(aksi) if aspirasi.terbit else None
    kabar += f" {tambahan}" if tambahan else ""
    tujuan = f"{_pertanyaan(aspirasi)} Jawab di sini" if tanya else "Buka di sini"
    return (
        f"{SALAM} {kabar}\n\n{tujuan}, dengan kode lacak{kode} dan PIN Anda:\n{lacak}\n\n"
        "Kami tidak pernah meminta PIN, kata sandi, atau uang."
    )


def _keadaan(aspirasi: Aspirasi) -> str:
    """Return the state of it and of the one that it joined. Say nothing about kiriman that are not
    public."""
    kata, induk = [], aspirasi.digabung_ke
    if aspirasi.terbit:
        kata.append(f"Kiriman Anda {aspirasi.nomor}: {_status(aspirasi, pengirim=True)}.")
    if induk and aspirasi.jangkauan == Jangkauan.PUBLIK:
        if induk.terbit:
            kata.append(f"Kiriman {induk.nomor} yang sama dengan kiriman Anda: {_status(induk)}.")
        elif induk.status == Status.DITARIK:
            kata.append(INDUKNYA_DITARIK)
    return " ".join(kata) or "Ada kabar tentang kiriman Anda."


def _status(aspirasi: Aspirasi, *, pengirim: bool = False) -> str:
    """Return the status; for a kiriman that waits for a project or a promise, the whole sentence,
    since the plan may have left it out, and the promise has its day."""
    if aspirasi.status in (Status.DIRENCANAKAN, Status.DIJANJIKAN):
        return kalimat(aspirasi, pengirim=pengirim).removesuffix(".")
    return aspirasi.get_status_display().lower()


def _pertanyaan(aspirasi: Aspirasi) -> str:
    """Return the question of weeks later. For a kiriman that is not public, no word tells its
    kind."""
    kata = tanya_untuk(aspirasi) if aspirasi.terbit else None
    hasil = kata.nanti if kata else "Bagaimana hasilnya sekarang?"
    return f"{hasil} Dan apakah Anda merasa didengar?"


def tautan_wa(telepon: str, teks: str) -> str:
    """Return the address that opens WhatsApp with `teks` ready to send. `telepon` is +62…"""
    angka = "".join(huruf for huruf in telepon if huruf.isdigit())
    return f"https://wa.me/{angka}?text={quote(teks)}"


def teks_menunggu(aspirasi: Aspirasi, sampai: int) -> str:
    """Return the message by WhatsApp that tells the waiting steps, up to the step `sampai`."""
    belum = KabarPengirim.objects.belum().filter(aspirasi=aspirasi, peristiwa__lte=sampai)
    langkah = Jejak.objects.filter(pk__in=belum.values("peristiwa")).order_by("pk")
    aksi = list(langkah.values_list("aksi", flat=True))
    pin = next((a for a in reversed(aksi) if a in KATA_PIN), "")
    akhir = aksi[-1] if aksi else ""
    return teks_kabar(aspirasi, tanya=akhir == Aksi.DITANYA, pin=pin, aksi=akhir)


def peristiwa_terakhir(acuan: UUID) -> int:
    """Return the number of the newest step that waits to be told; 0 when none does.

    Read it before the state that a message tells, so that no later step counts as told.
    """
    belum = KabarPengirim.objects.belum().filter(aspirasi__acuan=acuan)
    terbesar: int | None = belum.aggregate(terbesar=Max("peristiwa"))["terbesar"]
    return terbesar or 0


@transaction.atomic
def tandai_dikabari(*, aspirasi: Aspirasi, sampai: int, oleh: Pengguna) -> int:
    """Record that the sender was told the state by WhatsApp. Return for how many steps.

    One message tells the state of its moment. So it tells every step up to `sampai`, the newest
    that waited when it was written (`peristiwa_terakhir`); later steps go on waiting. Raises
    TidakBisa when none waits (somebody was faster).
    """
    kunci_baris(aspirasi)
    belum = KabarPengirim.objects.belum().filter(aspirasi=aspirasi, peristiwa__lte=sampai)
    jumlah = belum.update(dikabari_pada=sekarang(), dikabari_oleh=oleh)
    if not jumlah:
        raise TidakBisa("Pengirim kiriman ini sudah dikabari.")
    catat(objek=aspirasi, aksi=Aksi.DIKABARI, oleh=oleh)
    return jumlah
