"""A kiriman as a thing that people follow: those that everybody may read."""

from typing import Any

import rules
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from aspirasi.bacaan.riwayat import untuk_umum
from aspirasi.bacaan.tanya import dapat_disanggah
from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, Dukungan
from aspirasi.models.himpunan import AspirasiQuerySet
from core.hal import LAIN, JenisHal, Serta, Tampilan, Ucapan, Waris
from core.models import Jejak
from core.samar import samarkan

BELUM_BERES = "#sanggah"
AJAKAN = "Pekerjaannya sudah selesai. Menurut Anda belum beres? Buka, lalu nyatakan “Belum beres”."


def terlihat() -> AspirasiQuerySet:
    """Return the kiriman that everybody may read now, except erased ones."""
    return Aspirasi.objects.terbit().filter(dihapus_pada__isnull=True)


def _baris() -> AspirasiQuerySet:
    return Aspirasi.objects.dengan_keadaan().select_related("digabung_ke")


def _tampilan(aspirasi: Aspirasi) -> Tampilan:
    kampung = aspirasi.kampung
    return Tampilan(
        judul=samarkan(aspirasi.judul),
        alamat=aspirasi.get_absolute_url(),
        keterangan=f"{aspirasi.nomor} · "
        + (f"Kampung {kampung.nama}" if kampung else "Kampung belum diketahui"),
        lencana=aspirasi.kata_status,
        nada=aspirasi.nada,
    )


def _ucapan(jejak: Jejak, aspirasi: Aspirasi, orang: Any) -> Ucapan:
    """Return what everybody may read of an act; a reader who may say so now is asked whether the
    finished work is settled."""
    peristiwa = next(iter(untuk_umum([jejak])), None)
    if peristiwa is None:
        return Ucapan(LAIN)
    if jejak.aksi == Aksi.GABUNG:
        return Ucapan(peristiwa.kata, peristiwa.oleh, lanjutan=_tujuan(aspirasi))
    kata = ": ".join(k for k in (peristiwa.kata, peristiwa.tambahan) if k)
    if jejak.aksi == Aksi.TANYAI and _boleh_menyanggah(aspirasi, orang):
        alamat = aspirasi.get_absolute_url() + BELUM_BERES
        return Ucapan(kata, peristiwa.oleh, ajakan=AJAKAN, alamat=alamat)
    return Ucapan(kata, peristiwa.oleh)


def _boleh_menyanggah(aspirasi: Aspirasi, orang: Any) -> bool:
    return rules.has_perm("aspirasi.sanggah", orang) and dapat_disanggah(aspirasi)


def _tujuan(aspirasi: Aspirasi) -> Tampilan | None:
    """Return the kiriman into which it was merged; None when that is no longer public."""
    ke = aspirasi.digabung_ke
    if not (ke and ke.terbit and not ke.dihapus_pada):
        return None
    return Tampilan(f"{ke.nomor} {samarkan(ke.judul)}", ke.get_absolute_url())


def _digabung() -> QuerySet[Any]:
    digabung = Aspirasi.objects.filter(digabung_ke__isnull=False)
    return digabung.values_list("pk", "digabung_ke")


def _dukungan_terbawa() -> QuerySet[Any]:
    """Return (merged, account) for support that the merge copied to the older one.

    A "no" goes along only there: support of one's own for the older one stays a yes.
    """
    salinan = Dukungan.objects.filter(
        pengguna=OuterRef("pengguna"),
        aspirasi=OuterRef("aspirasi__digabung_ke"),
        dari=Coalesce(OuterRef("dari"), OuterRef("aspirasi")),
    )
    return Dukungan.objects.filter(Exists(salinan)).values_list("aspirasi", "pengguna")


HAL = JenisHal(
    nama="aspirasi",
    model=Aspirasi,
    kata="aspirasi",
    kunci="acuan",
    alamat="nomor",
    umum=terlihat,
    baris=_baris,
    tampilan=_tampilan,
    ucapan=_ucapan,
    kampung="kampung",
    pengirim="pengirim__pengguna",
    serta=Serta(
        semua=Dukungan.objects.all,
        objek="aspirasi",
        pengguna="pengguna",
        sejak="dibuat",
        kata="Anda dukung",
        tetap="Dukungan, bila ada, tetap tercatat.",
    ),
    waris=Waris(
        pergi=Aksi.GABUNG,
        datang=Aksi.DIGABUNGI,
        pasangan=_digabung,
        tidak=_dukungan_terbawa,
    ),
    tamu="Pengirimnya memakai kode lacak.",
)
