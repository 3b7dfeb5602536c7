"""The people who publish the reports of a kampung, as pages and letters read them."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from aspirasi.services.pengabaran import tautan_wa
from core.templatetags.bentuk import tanggal
from core.tenggat.hari_kerja import libur_antara
from core.waktu import hari_ini, sekarang
from laporan.bacaan.tarik import batas_tarik
from laporan.enums import Sebagai
from laporan.models import LaporanKemajuan, PenetapanPenerbit
from warga.enums import NamaJabatan
from warga.models import Jabatan, Pengguna

SEBULAN = dt.timedelta(days=31)  # longer than any two working days
ATAS_NAMA_SEKILAS = 5


def penerbit(kampung: int | None) -> QuerySet[Any]:
    """Return everybody who publishes the reports of a kampung today."""
    return PenetapanPenerbit.objects.penerbit(kampung)


def kepala(kampung: int | None) -> QuerySet[Any]:
    """Return the kakam of a kampung, where the account has an office today: one, or none."""
    return PenetapanPenerbit.objects.aparat(kampung).filter(kepala=True)


def calon(kampung: int | None) -> list[Pengguna]:
    """Return the aparat whom the kakam may name, the sekretaris and those of before first; each
    with `sebagai_jabatan`, the office in which it would be."""
    orang = PenetapanPenerbit.objects.aparat(kampung).filter(kepala=False)
    semua = list(orang.order_by("-baku", "nama", "pk"))
    jabatan = Jabatan.objects.aktif().filter(pengguna__in=semua, instansi__kampung=kampung)
    dipegang: dict[int, Jabatan] = {}
    for kantor in jabatan.order_by("pk"):
        # The one that lets a person publish anyhow is named before any other.
        if kantor.pengguna_id not in dipegang or kantor.nama == NamaJabatan.SEKRETARIS:
            dipegang[kantor.pengguna_id] = kantor
    for satu in semua:
        satu.sebagai_jabatan = dipegang.get(satu.pk)
    return semua


def jawaban(kampung: int | None) -> PenetapanPenerbit | None:
    """Return the answer that a kampung has; None while nobody gave one."""
    return PenetapanPenerbit.objects.select_related("oleh").filter(pk=kampung).first()


def sebagai(oleh: Pengguna) -> str:
    """Return the office in which this person publishes; "" for an aparat whom nobody named, who
    speaks for the Pemerintah Kampung."""
    if oleh.memegang(NamaJabatan.KAKAM):
        return Sebagai.KAKAM
    if oleh.memegang(NamaJabatan.SEKRETARIS):
        return Sebagai.SEKRETARIS
    ditunjuk = PenetapanPenerbit.objects.ditunjuk(oleh.kampung_id).filter(pengguna=oleh)
    tertanda = any(satu.boleh_menerbitkan for satu in oleh.jabatan_aktif)
    return Sebagai.DITUNJUK if tertanda or ditunjuk.exists() else ""


def atas_nama(orang: Pengguna) -> list[LaporanKemajuan]:
    """Return the reports that others published in the name of this kakam and that may still be
    taken back, each with the last day as `batas`; two queries at most."""
    if not orang.memegang(NamaJabatan.KAKAM):
        return []
    berlaku = LaporanKemajuan.objects.berlaku().filter(proyek__kampung=orang.kampung_id)
    baru = berlaku.filter(diterbitkan_pada__gte=sekarang() - SEBULAN)
    lain = baru.exclude(diterbitkan_oleh=orang).select_related("proyek")
    semua = list(lain.order_by("-diterbitkan_pada")[:ATAS_NAMA_SEKILAS])
    libur = libur_antara(hari_ini() - SEBULAN, None) if semua else frozenset()
    for satu in semua:
        satu.batas = batas_tarik(satu, libur)
    return [satu for satu in semua if hari_ini() <= satu.batas]


def kabari_kepala(laporan: LaporanKemajuan, orang: Any, batas: dt.date | None) -> str:
    """Return the address that opens WhatsApp with a word to the kakam, for the person who published
    in that name and may take the report back up to `batas`; "" for others. It tells nothing but the
    public page."""
    if batas is None or laporan.diterbitkan_oleh_id != orang.pk:
        return ""
    kakam = None if orang.memegang(NamaJabatan.KAKAM) else kepala(laporan.kampung_id).first()
    if kakam is None:
        return ""
    teks = (
        f"Laporan kemajuan {laporan.nomor} sudah terbit atas nama Kepala Kampung: "
        f"{settings.ALAMAT_PORTAL}{laporan.get_absolute_url()}\n\n"
        f"Bila keliru, laporan ini dapat ditarik kembali sampai {tanggal(batas)}."
    )
    return tautan_wa(kakam.telepon or "", teks)
