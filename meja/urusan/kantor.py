"""Decisions, held texts and requests for two people that wait for somebody."""

from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import Concat
from django.urls import reverse

from aspirasi.models import PermintaanPin
from forum.models import Balasan, Topik
from laporan.models import CekWarga
from meja.urusan.bentuk import Urusan
from proyek.models import JawabanFungsi, Keputusan
from proyek.models.keputusan import KeputusanQuerySet
from proyek.rules import kepala_kampung
from warga.models import Pengguna, PermintaanPembaca, PermintaanSandi
from warga.rules import adalah_kecamatan


def keputusan_menunggu(oleh: Pengguna) -> KeputusanQuerySet:
    """Return the decisions that wait for this person: as kakam, or at the kecamatan."""
    semua = Keputusan.objects.all()
    if adalah_kecamatan(oleh):
        return semua.disanggah()
    return semua.menunggu_kakam(oleh.kampung_id) if kepala_kampung(oleh) else semua.none()


KEPUTUSAN = (
    Urusan(
        nama="keputusan_kakam",
        hal="Keputusan atas nama Anda",
        kata="keputusan atas nama Anda menunggu jawaban: benar atau tidak",
        ajakan="Baca dan jawab",
        untuk=kepala_kampung,
        himpunan=keputusan_menunggu,
        judul="judul",
        kunci="nomor",
        sejak="dicatat",
        alamat=lambda nomor: reverse("keputusan:sikap", args=[nomor]),
        daftar="meja:keputusan",
    ),
    Urusan(
        nama="keputusan_disanggah",
        hal="Keputusan disanggah",
        kata="keputusan disanggah Kepala Kampung",
        ajakan="Catat ralat",
        untuk=adalah_kecamatan,
        himpunan=keputusan_menunggu,
        judul="judul",
        kunci="nomor",
        tempat="kampung__nama",
        sejak="sikap__pada",
        alamat=lambda nomor: f"{reverse('keputusan:catat')}?ralat={nomor}",
        daftar="meja:keputusan",
    ),
)


def _tertahan(nama: str, hal: str, kata: str, himpunan: Any, judul: str) -> Urusan:
    return Urusan(
        nama=nama,
        hal=hal,
        kata=kata,
        ajakan="Baca",
        untuk=adalah_kecamatan,
        himpunan=lambda _: himpunan.tertahan(),
        judul=judul,
        sejak="dibuat",
        alamat=lambda pk: f"{reverse('meja:tertahan')}#{nama}-{pk}",
        daftar="meja:tertahan",
        ekor_daftar=f"#{nama}",
    )


TERTAHAN = (
    _tertahan("topik", "Topik tertahan", "topik diskusi tertahan", Topik.objects, "judul"),
    _tertahan("balasan", "Balasan tertahan", "balasan diskusi tertahan", Balasan.objects, "isi"),
    _tertahan(
        "fungsi",
        "Keterangan tertahan",
        "keterangan “masih berfungsi?” tertahan",
        JawabanFungsi.objects,
        "kata",
    ),
    Urusan(
        nama="cek",
        hal="Cek warga tertahan",
        kata="cek warga menunggu dibaca",
        ajakan="Baca",
        untuk=adalah_kecamatan,
        himpunan=lambda _: CekWarga.objects.tertahan(),
        judul="proyek__judul",
        tempat="proyek__kampung__nama",
        sejak="ditahan_sejak",
        alamat=lambda pk: reverse("meja:cek_baca", args=[pk]),
        daftar="meja:tertahan",
        ekor_daftar="#cek",
    ),
)


def _berdua(nama: str, kata: str, ajakan: str, himpunan: Any, dari: dict[str, Any]) -> Urusan:
    return Urusan(
        nama=nama,
        hal="Permintaan",
        kata=kata,
        ajakan=ajakan,
        untuk=adalah_kecamatan,
        himpunan=himpunan,
        sejak="diminta_pada",
        **dari,
    )


def _sandi_diputus(oleh: Pengguna) -> QuerySet[Any]:
    return PermintaanSandi.objects.untuk_diputus(oleh)


SANDI: dict[str, Any] = {
    "judul": Concat(Value("Kode kata sandi untuk "), "pengguna__nama"),
    "alamat": lambda pk: reverse("kode:permintaan", args=[int(pk)]),
    "daftar": "kode:sandi",
}
PEMBACA: dict[str, Any] = {
    "judul": Concat(Value("Pembaca kiriman rahasia: "), "pengguna__nama"),
    "alamat": lambda pk: reverse("kode:pembaca_permintaan", args=[int(pk)]),
    "daftar": "kode:pembaca",
}
PIN: dict[str, Any] = {
    "judul": Value("PIN baru untuk seorang pengirim"),
    "kunci": "aspirasi__acuan",
    "alamat": lambda acuan: reverse("meja:aspirasi_pin", args=[acuan]),
    "daftar": "meja:pin_daftar",
}
BERDUA = (
    _berdua(
        "sandi_diputus",
        "permintaan kode kata sandi menunggu putusan Anda",
        "Putuskan",
        _sandi_diputus,
        SANDI,
    ),
    _berdua(
        "sandi_dibuka",
        "kode kata sandi sudah disetujui dan dapat Anda buka",
        "Buka kode",
        lambda oleh: PermintaanSandi.objects.untuk_dibuka(oleh),
        SANDI,
    ),
    _berdua(
        "pembaca_diputus",
        "permintaan pembaca rahasia menunggu putusan Anda",
        "Putuskan",
        lambda oleh: PermintaanPembaca.objects.untuk_diputus(oleh),
        PEMBACA,
    ),
    _berdua(
        "pin_diputus",
        "permintaan PIN baru menunggu putusan Anda",
        "Putuskan",
        lambda oleh: PermintaanPin.objects.untuk_diputus(oleh),
        PIN,
    ),
    _berdua(
        "pin_dibuka",
        "PIN baru sudah disetujui dan dapat Anda bacakan",
        "Bacakan",
        lambda oleh: PermintaanPin.objects.untuk_dibuka(oleh),
        PIN,
    ),
)
