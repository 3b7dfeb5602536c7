"""The page of somebody who writes drafts without a desk: requests, awaited reports, own drafts."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from laporan.models import JadwalLaporan, LaporanKemajuan, PenulisLaporan, SusunanJadwal
from proyek.enums import TAHAP_DAPAT_DILAPORKAN
from warga.enums import Peran
from warga.kode import hash_alamat, hash_nomor
from warga.models import Pengguna

SEKALIGUS = 50


def hash_kontak(kontak: str) -> str:
    """Return the hash under which a number (E.164) or an e-mail address is kept."""
    return hash_alamat(kontak) if "@" in kontak else hash_nomor(kontak)


def permintaan(orang: Pengguna) -> QuerySet[PenulisLaporan]:
    """Return the requests that wait for the answer of this resident, by a proven number or
    address."""
    if orang.peran != Peran.WARGA:
        return PenulisLaporan.objects.none()
    alamat = orang.emailaddress_set.filter(verified=True)  # type: ignore[attr-defined]  # of allauth
    kontak = list(alamat.values_list("email", flat=True))
    if orang.telepon and orang.telepon_terbukti_pada:
        kontak.append(orang.telepon)
    menunggu = PenulisLaporan.objects.berlaku().filter(pengguna__isnull=True)
    milik = menunggu.filter(kontak_hash__in=[hash_kontak(satu) for satu in kontak])
    terbuka = milik.filter(proyek__dicabut_pada__isnull=True)
    return terbuka.select_related("proyek__kampung").order_by("pk")


def pemilik(kontak: str) -> Pengguna | None:
    """Return the account of a resident that proved this number or address; None without one."""
    calon = Pengguna.objects.berkontak(kontak).filter(peran=Peran.WARGA)
    terbukti = {"emailaddress__verified": True, "emailaddress__email__iexact": kontak}
    if "@" not in kontak:
        terbukti = {"telepon_terbukti_pada__isnull": False}
    return calon.filter(**terbukti).first()


def tugas(orang: Pengguna) -> dict[str, Any]:
    """Return what this person may write, and wrote: five bounded lists. `dapat` says
    of a project whether there is anything to write now."""
    proyek = PenulisLaporan.objects.proyek_untuk(orang)
    draf = LaporanKemajuan.objects.draf().filter(
        proyek=OuterRef("proyek"), periode=OuterRef("awal")
    )
    ditunggu = JadwalLaporan.objects.dimulai().filter(proyek__in=proyek.values("pk"))
    ditunggu = ditunggu.filter(~Exists(draf))
    jadwal = ditunggu.select_related("proyek").dengan_libur()
    milik = LaporanKemajuan.objects.pertama().filter(dibuat_oleh=orang)
    tampak = milik.filter(proyek__in=proyek.values("pk")).select_related("proyek", "penyerahan")
    jalan = proyek.filter(tahap__in=TAHAP_DAPAT_DILAPORKAN).select_related("kampung")
    milik_proyek = {"proyek": OuterRef("pk")}
    tersusun = SusunanJadwal.objects.filter(**milik_proyek)
    jalan = jalan.annotate(dapat=Exists(ditunggu.filter(**milik_proyek)) | ~Exists(tersusun))
    return {
        "permintaan": list(permintaan(orang)[:SEKALIGUS]),
        "jadwal": list(jadwal.order_by("tenggat", "awal", "pk")[:SEKALIGUS]),
        "draf": list(tampak.order_by("-pk")[:SEKALIGUS]),
        "proyek": list(jalan.order_by("judul", "pk")[:SEKALIGUS]),
        "ditunjuk": list(
            PenulisLaporan.objects.menulis(orang).select_related("proyek")[:SEKALIGUS]
        ),
    }
