"""Offices that an admin must look after, in sentences for the desk."""

import datetime as dt

from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini
from warga.enums import JABATAN_TUNGGAL, Peran
from warga.models import Jabatan, Pengguna
from warga.models.jabatan import ketakcocokan

SEBELUM = dt.timedelta(days=30)  # from so long before its end on, an admin is told
SESUDAH = dt.timedelta(days=365)
TERBANYAK = 10


def hal_jabatan() -> list[str]:
    """Return what is to be done about offices, the most urgent first. Three queries, however many.

    Offices that end without a successor, offices that disagree with their account, and officials
    whose office was never written down: those keep their role until one is.
    """
    return [*_berakhir(), *_tak_cocok(), *_tanpa_jabatan()][: 3 * TERBANYAK]


def _berakhir() -> list[str]:
    kini = hari_ini()
    semua = Jabatan.objects.filter(nama__in=JABATAN_TUNGGAL).select_related("instansi")
    semua = semua.filter(pengguna__is_active=True).order_by("selesai", "pk")
    terakhir = {(j.instansi_id, j.nama): j for j in semua}  # an open end sorts last
    sejak, sampai = kini - SESUDAH, kini + SEBELUM
    dekat = [j for j in terakhir.values() if j.selesai and sejak <= j.selesai <= sampai]
    return [
        f"{j} {'berakhir' if j.berakhir else 'akan berakhir'} {tanggal(j.selesai)} dan belum ada "
        "penggantinya. Tambahkan petugas baru, atau perpanjang jabatannya."
        for j in dekat[:TERBANYAK]
    ]


def _tak_cocok() -> list[str]:
    semua = Jabatan.objects.bersisa().filter(pengguna__is_active=True)
    semua = semua.select_related("instansi", "pengguna").order_by("pk")
    beda = ((j, ketakcocokan(j, j.pengguna)) for j in semua)
    return [f"{j.pengguna}: {galat}" for j, galat in beda if galat][:TERBANYAK]


def _tanpa_jabatan() -> list[str]:
    petugas = Pengguna.objects.filter(is_active=True, jabatan__isnull=True)
    petugas = petugas.exclude(peran__in=(Peran.WARGA, Peran.ADMIN)).order_by("nama", "pk")
    return [
        f"{orang} ({orang.get_peran_display()}) belum punya jabatan tertulis, jadi haknya tidak "
        "berakhir dengan sendirinya. Isi jabatan dan tanggalnya."
        for orang in petugas[:TERBANYAK]
    ]
