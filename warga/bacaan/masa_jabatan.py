"""Offices that an admin must look after, in sentences for the desk."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q

from core.cari.tumpangan import Tumpangan
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini
from warga.enums import JABATAN_TUNGGAL, Peran
from warga.models import Jabatan, Pengguna
from warga.models.jabatan import ketakcocokan

SEBELUM = dt.timedelta(days=30)  # from so long before its end on, an admin is told
SESUDAH = dt.timedelta(days=365)
TERBANYAK = 10
JABATAN = Tumpangan(Jabatan, kaitan=("instansi",))


def hal_jabatan() -> list[str]:
    """Return what is to be done about offices, the most urgent first. One query, however many.

    Offices that end without a successor, offices that disagree with their account, and officials
    whose office was never written down: those keep their role until one is.
    """
    petugas = _petugas()
    jabatan = [j for orang, semua in petugas for j in semua]
    tanpa = [orang for orang, semua in petugas if not semua and orang.peran != Peran.WARGA]
    return [*_berakhir(jabatan), *_tak_cocok(jabatan), *_tanpa_jabatan(tanpa)]


def _petugas() -> list[tuple[Pengguna, list[Jabatan]]]:
    """Return living accounts of officials and of others with an office, each with its offices."""
    milik = Jabatan.objects.filter(pengguna=OuterRef("pk")).order_by("pk")
    semua = Pengguna.objects.filter(is_active=True).annotate(
        jabatan_tumpangan=JABATAN.anotasi(milik)
    )
    semua = semua.filter(~Q(peran__in=(Peran.WARGA, Peran.ADMIN)) | Exists(milik))
    return [(orang, _milik(orang)) for orang in semua.order_by("nama", "pk")]


def _milik(orang: Pengguna) -> list[Jabatan]:
    semua: list[Jabatan] = JABATAN.baca(vars(orang)["jabatan_tumpangan"])
    for satu in semua:
        satu.pengguna = orang
    return semua


def _berakhir(jabatan: list[Jabatan]) -> list[str]:
    kini = hari_ini()
    tunggal = [j for j in jabatan if j.nama in JABATAN_TUNGGAL]
    tunggal.sort(key=lambda j: (j.selesai or dt.date.max, j.pk))
    terakhir = {(j.instansi_id, j.nama): j for j in tunggal}  # an open end comes last
    sejak, sampai = kini - SESUDAH, kini + SEBELUM
    dekat = [j for j in terakhir.values() if j.selesai and sejak <= j.selesai <= sampai]
    return [
        f"{j} {'berakhir' if j.berakhir else 'akan berakhir'} {tanggal(j.selesai)} dan belum ada "
        "penggantinya. Tambahkan petugas baru, atau perpanjang jabatannya."
        for j in dekat[:TERBANYAK]
    ]


def _tak_cocok(jabatan: list[Jabatan]) -> list[str]:
    beda = ((j, ketakcocokan(j, j.pengguna)) for j in jabatan)
    return [f"{j.pengguna}: {galat}" for j, galat in beda if galat][:TERBANYAK]


def _tanpa_jabatan(petugas: list[Pengguna]) -> list[str]:
    return [
        f"{orang} ({orang.get_peran_display()}) belum punya jabatan tertulis, jadi haknya tidak "
        "berakhir dengan sendirinya. Isi jabatan dan tanggalnya."
        for orang in petugas[:TERBANYAK]
    ]
