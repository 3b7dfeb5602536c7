"""Photos of a form that is not stored yet: they wait for a day under the secret key of the form.

A browser without scripts forgets chosen photos as soon as a form comes back with a question or an
error, and every browser does so when the sign-in has ended. So photos are stored under the key of
the form. They are given to what the form makes, or swept (`core.berkas.simpan.buang_yatim`).

A form that is sent twice, because a connection broke, leaves each photo once: a mark made of the
key and the photo (`tandai`) finds it again.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.http import HttpRequest

from core.berkas import foto_tertunda
from core.berkas.foto_tertunda import HasilFoto
from core.berkas.kamar_gelap import Tenggat
from core.berkas.pindaian import titipkan
from core.berkas.simpan import hapus, tak_bertuan
from core.formulir import draf
from core.formulir.forms import KunciFormField
from core.formulir.sekali import sidik, tunggu_giliran
from core.galat import TidakBisa
from core.jaga import pembatas
from core.models import Berkas

JATAH_TERLAMBAT = 60  # photos an hour that one account may send after its sign-in has ended
PADAT = "Terlalu banyak foto sebelum masuk lagi. Pilih foto ini lagi sesudah masuk."
ISIAN_FOTO = "foto"
Olah = Callable[[UploadedFile, Tenggat], Berkas]


def intisari(unggahan: UploadedFile) -> str:
    """Return the fingerprint of what was sent (64 hexadecimal digits)."""
    ringkas = hashlib.sha256()
    for potong in unggahan.chunks():
        ringkas.update(potong)
    return ringkas.hexdigest()


def tandai(untuk: str, unggahan: Sequence[UploadedFile]) -> list[str]:
    """Return a mark for each photo of the form `untuk`. The same photo has the same mark when the
    form is sent again. Nobody can tell the photo from it."""
    kali: Counter[str] = Counter()
    tanda = []
    for satu in unggahan:
        isi = intisari(satu)
        kali[isi] += 1
        tanda.append(sidik(f"{untuk}.{isi}.{kali[isi]}"))
    return tanda


def _sekarang(unggahan: UploadedFile, tenggat: Tenggat) -> Berkas:
    return foto_tertunda.simpan_sekarang(unggahan, tenggat)[0]


@dataclass(frozen=True)
class Titipan:
    """The photos that wait for forms of one kind, `nama`: at most `terbanyak` for one form.

    `penuh` is the sentence about one too many.
    """

    nama: str
    terbanyak: int
    penuh: str

    def untuk(self, kunci: str) -> str:
        """Return what a form with this key is called in fingerprints."""
        return f"{self.nama}.{kunci}"

    def titip(
        self, *, kunci: str, unggahan: Iterable[UploadedFile], olah: Olah = _sekarang
    ) -> HasilFoto:
        """Store the photos for the form with this key, each by itself and once, and return what
        became of them. `olah` decodes one. Call it outside a transaction.

        A key that is none keeps nothing: other forms may have the same.
        """
        if not KunciFormField.POLA.fullmatch(kunci):
            return HasilFoto()
        semua = list(unggahan)
        tanda = tandai(self.untuk(kunci), semua)

        def simpan(satu: UploadedFile, urutan: int, sebanyak: int, tenggat: Tenggat) -> bool:
            self._satu(kunci, satu, tanda[urutan - 1], lambda: olah(satu, tenggat))
            return False

        return foto_tertunda.satu_satu(semua, simpan)

    def _satu(self, kunci: str, satu: UploadedFile, tanda: str, olah: Callable[[], Berkas]) -> None:
        dititip = self.dititip(kunci)
        if dititip.filter(asal=tanda).exists():
            return
        if dititip.count() >= self.terbanyak:
            raise TidakBisa(self.penuh)
        self._pasang(kunci, olah(), tanda)

    @transaction.atomic
    def _pasang(self, kunci: str, berkas: Berkas, tanda: str) -> None:
        tunggu_giliran(sidik(self.untuk(kunci)))
        if self.dititip(kunci).filter(asal=tanda).exists():  # the form was sent twice at once
            hapus(berkas)
            return
        berkas.asal = tanda
        berkas.save(update_fields=["asal"])
        titipkan(berkas, untuk=self.untuk(kunci), terbanyak=self.terbanyak)

    def dititip(self, kunci: str) -> models.QuerySet[Berkas]:
        """Return the photos that wait for the form with this key, in the order they came."""
        return tak_bertuan().filter(titipan=sidik(self.untuk(kunci))).order_by("pk")

    def lekatkan(self, *, kunci: str, beri: Callable[[Berkas], object]) -> None:
        """Give each photo that waited for this form to `beri`. Those that it refuses (TidakBisa),
        because they are too many, are deleted."""
        for berkas in self.dititip(kunci):
            try:
                beri(berkas)
            except TidakBisa:
                hapus(berkas)

    def buang(self, *, kunci: str) -> None:
        """Forget the photos that wait for this form."""
        for berkas in self.dititip(kunci):
            hapus(berkas)


def tahan(request: HttpRequest, cara: Titipan | None) -> draf.Tertahan | None:
    """Keep the photos of a form that came after its sign-in had ended, for the account that it was
    made for, and return the key under which they wait. None when the form says nothing of photos.

    Only a form that the portal made for an account is believed (`draf.buatan_kami`), and one
    account may send `JATAH_TERLAMBAT` photos an hour: nobody is signed in who could be asked.
    """
    kunci = request.POST.get("kunci", "")
    if cara is None or not KunciFormField.POLA.fullmatch(kunci) or not draf.buatan_kami(request):
        return None
    semua = request.FILES.getlist(ISIAN_FOTO)[: cara.terbanyak]
    siapa = request.POST[draf.ISIAN_PENULIS]
    if semua and pembatas.tunggu(
        "foto_terlambat", siapa, len(semua), jatah=JATAH_TERLAMBAT, beri_tahu=False
    ):
        return draf.Tertahan(kunci, [PADAT])
    return draf.Tertahan(kunci, cara.titip(kunci=kunci, unggahan=semua).ditolak)
