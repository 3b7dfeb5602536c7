"""Projects and decisions as things that people hear of."""

from typing import Any

from django.db.models import Case, When
from django.db.models.query import QuerySet
from django.urls import reverse

from core.hal import LAIN, JenisHal, Tampilan, Ucapan, ucapkan
from core.laku import Pembaca
from core.models import Jejak
from proyek.bacaan.garis_waktu import KANTOR, Butir, butir
from proyek.laku import LAKU_KEPUTUSAN
from proyek.models import Keputusan, Proyek, SikapKakam


def _baris() -> QuerySet[Proyek]:
    return Proyek.objects.select_related("kampung")


def _tampilan(proyek: Proyek) -> Tampilan:
    return Tampilan(
        judul=proyek.judul,
        alamat=proyek.get_absolute_url(),
        keterangan=f"{proyek.nomor} · Kampung {proyek.kampung.nama}",
        lencana=proyek.keadaan,
        nada=proyek.nada,
    )


def _ucapan(jejak: Jejak, proyek: Proyek, orang: Any) -> Ucapan:
    baris = butir(jejak)
    if baris is None:
        return Ucapan(LAIN)
    return Ucapan(baris.kata, baris.oleh, alamat=_alamat(proyek, baris))


def _alamat(proyek: Proyek, baris: Butir) -> str:
    """Return where to read of an act: its decision, the reports of the project, or its page."""
    if baris.keputusan:
        return reverse("keputusan:rincian", args=[baris.keputusan])
    return proyek.get_absolute_url() + ("#laporan" if baris.laporan else "")


PROYEK = JenisHal(
    nama="proyek",
    model=Proyek,
    kata="proyek",
    kunci="nomor",
    alamat="nomor",
    umum=Proyek.objects.berlaku,
    baris=_baris,
    tampilan=_tampilan,
    ucapan=_ucapan,
    kampung="kampung",
    kampung_lain=lambda: Proyek.kampung_lain.through.objects.values_list("proyek", "kampung"),
)


def _baris_keputusan() -> QuerySet[Keputusan]:
    return Keputusan.objects.untuk_kartu().select_related("sikap")


def _tampilan_keputusan(keputusan: Keputusan) -> Tampilan:
    diganti: str | None = getattr(keputusan, "pengganti", None)
    lencana = f"Diganti oleh {diganti}" if diganti else ""
    keterangan = f"{keputusan.nomor} · {keputusan.dari}"
    return Tampilan(keputusan.judul, keputusan.get_absolute_url(), keterangan, lencana)


def _ucapan_keputusan(jejak: Jejak, keputusan: Keputusan, orang: Any) -> Ucapan:
    sikap: SikapKakam | None = getattr(keputusan, "sikap", None)
    milik = sikap is not None and sikap.kakam_id == orang.pk
    return ucapkan(jejak, LAKU_KEPUTUSAN, Pembaca.PENGIRIM if milik else Pembaca.UMUM, KANTOR)


def _keputusan_milik(orang: Any) -> QuerySet[Keputusan]:
    """Return the decisions entered in the name of this kakam, while the office reads them: one that
    is not public is no longer read by somebody who left it."""
    return Keputusan.objects.visible_to(orang).filter(sikap__kakam=orang)


def _keputusan_lain() -> QuerySet[Any]:
    lain = Keputusan.kampung_lain.through.objects.filter(keputusan__proyek__isnull=True)
    return lain.values_list("keputusan", "kampung")


# Nobody follows a decision by itself. The trail of its project tells of it; one that stands alone
# is told to its kampung, and to the others that it concerns. Its kakam is told of each that others
# entered in that name.
KEPUTUSAN = JenisHal(
    nama="keputusan",
    model=Keputusan,
    kata="keputusan",
    kunci="nomor",
    umum=Keputusan.objects.terbit,
    baris=_baris_keputusan,
    tampilan=_tampilan_keputusan,
    ucapan=_ucapan_keputusan,
    penulis="sikap__kakam",
    milik=_keputusan_milik,
    kampung=Case(When(proyek__isnull=True, then="kampung")),
    kampung_lain=_keputusan_lain,
)
