"""The watch over the trail: the nightly check with its alarm, and the seal of each day.

The check walks the whole chain in tasks of `core.jejak.rantai.SEKALI_JALAN` links each, so that a
chain of any length stays within the time of a task. Its result is a row that stays.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from bangunrejo import pemicu
from core.antrean.surel import PENUTUP, kirim
from core.antrean.tugas import AWALAN_BERKALA, Prioritas, antre
from core.jejak.catat import catat
from core.jejak.rantai import SEKALI_JALAN, Laporan, telusuri, tutup
from core.jejak.segel import kepala_rantai
from core.laku import Aksi
from core.models import KepalaSegel, PemeriksaanJejak
from core.templatetags.bentuk import hari_tanggal
from warga.enums import Peran
from warga.models import Jabatan, Pengguna

SENIN = 0
INGAT_WAKTU = dt.timedelta(days=30)
TERTULIS = 20  # sentences in a letter; the rest stands in the row
KAKI = f"\n{PENUTUP}"
RUSAK = """\
Pemeriksaan riwayat portal pada {hari} menemukan {jumlah} hal yang tidak cocok:

{masalah}

Artinya mungkin ada yang mengubah catatan langsung di basis data, atau mematikan penjaganya. \
Bisa juga mesin atau pembaruan portal yang salah. Yang perlu dilakukan:

1. Simpan surat ini. Jangan menghapus cadangan yang ada.
2. Hubungi pengelola mesin. Minta satu cadangan baru, disimpan di tempat lain, lalu jalankan \
“manage.py periksa_jejak”.
3. Bandingkan segel yang pernah diumumkan: {alamat}
4. Catat siapa yang dapat masuk ke mesin dan basis data, dan sejak kapan.

Pesan ini juga tampil di meja kerja Anda, sampai pemeriksaan berikutnya bersih.
"""
PULIH = """\
Pemeriksaan riwayat portal pada {hari} bersih lagi: {diperiksa} segel cocok semuanya.

Yang tidak cocok sebelumnya tetap tersimpan dalam hasil pemeriksaan.
"""
SEGEL = """\
Segel riwayat Portal Bangunrejo, {hari}:

Segel pendek: {pendek}
Segel lengkap: {lengkap}

Simpan surat ini. Dengan segel ini Anda dapat menunjukkan kelak, apakah riwayat sampai hari ini \
pernah diubah. Segel tidak memuat isi kiriman dan tidak menyebut siapa pun.

Cara membandingkan: buka {alamat} dan cari tanggal ini. Segelnya harus sama dengan di surat ini. \
Berbeda? Sampaikan ke camat dan Inspektorat kabupaten, dengan surat ini.

Pemeriksaan terakhir: {pemeriksaan}
"""


def periksa_malam(keadaan: dict[str, Any] | None = None) -> None:
    """Check the trail, or go on where the last part of the check stopped (a periodic job)."""
    laporan = Laporan(**keadaan) if keadaan else _awal()
    if telusuri(laporan, SEKALI_JALAN):
        kunci = f"{AWALAN_BERKALA}periksa_jejak_lanjut:{laporan.mulai}:{laporan.urutan}"
        antre("bangunrejo.jaga_jejak.periksa_malam", asdict(laporan), kunci=kunci)
        return
    tutup(laporan)
    for masalah in pemicu.periksa():
        laporan.catat(masalah)
    simpan(laporan)


def _awal() -> Laporan:
    """Return the report of a new check.

    A wrong moment is named for INGAT_WAKTU, not for ever. A clock that once ran ahead cannot be set
    right any more, and an alarm that never ends warns nobody.
    """
    lama = KepalaSegel.objects.filter(tanggal__lte=timezone.localdate() - INGAT_WAKTU).first()
    return Laporan(
        mulai=timezone.now().isoformat(), banding_sejak=lama.urutan if lama is not None else 0
    )


@transaction.atomic
def simpan(laporan: Laporan) -> PemeriksaanJejak:
    """Keep the result of a whole check, and tell the guards the news in it."""
    lalu = PemeriksaanJejak.terakhir()
    hasil = PemeriksaanJejak.objects.create(
        mulai=laporan.mulai,
        diperiksa=laporan.diperiksa,
        urutan=laporan.urutan,
        kepala=laporan.kepala,
        belum_disegel=laporan.belum_disegel,
        jumlah_masalah=laporan.jumlah_masalah,
        masalah=laporan.masalah,
    )
    if not hasil.utuh and _perlu_disurati(lalu, hasil):
        _surati(hasil, "Riwayat portal tidak cocok: perlu diperiksa", _isi_rusak(hasil))
    if hasil.utuh and lalu is not None and not lalu.utuh:
        isi = PULIH.format(hari=hari_tanggal(hasil.selesai), diperiksa=hasil.diperiksa)
        _surati(hasil, "Riwayat portal bersih lagi", isi)
    return hasil


@transaction.atomic
def umumkan() -> KepalaSegel | None:
    """Publish the newest seal as the one of today (a periodic job). Return None without a seal.

    It is kept, mailed to the guards and to the addresses outside, and shown to everyone. Publishing
    is an act of its own in the trail, so no two days have the same seal.
    """
    (urutan, nilai), hari = kepala_rantai(), timezone.localdate()
    if not urutan or KepalaSegel.objects.filter(tanggal=hari).exists():
        return None
    kepala = KepalaSegel.objects.create(tanggal=hari, urutan=urutan, hash=nilai)
    catat(objek=kepala, aksi=Aksi.DIUMUMKAN)
    for alamat in dict.fromkeys([*_alamat_penjaga(), *settings.SEGEL["penerima"]]):
        kirim(
            kepada=alamat,
            perihal=f"Segel riwayat portal, {hari_tanggal(hari)}",
            isi=_isi_segel(kepala) + KAKI,
            kunci=f"segel:{hari}:{alamat}",
            prioritas=Prioritas.NANTI,
        )
    return kepala


def kata_pemeriksaan(hasil: PemeriksaanJejak | None) -> str:
    """Return in one sentence how the last check ended; also for the public page."""
    if hasil is None:
        return "belum pernah dijalankan."
    kata = "semuanya cocok" if hasil.utuh else "ada yang tidak cocok dan sedang ditelusuri"
    return f"{hari_tanggal(hasil.selesai)}, {kata}."


def _perlu_disurati(lalu: PemeriksaanJejak | None, hasil: PemeriksaanJejak) -> bool:
    """Return whether a letter is due: for news; for known problems on Mondays only, so that letters
    are read."""
    sama = lalu is not None and (lalu.jumlah_masalah, lalu.masalah) == (
        hasil.jumlah_masalah,
        hasil.masalah,
    )
    return not sama or timezone.localdate().weekday() == SENIN


def _surati(hasil: PemeriksaanJejak, perihal: str, isi: str) -> None:
    for alamat in _alamat_penjaga():
        kunci = f"periksa_jejak:{hasil.pk}:{alamat}"
        kirim(kepada=alamat, perihal=perihal, isi=isi + KAKI, kunci=kunci)


def _alamat_penjaga() -> Iterable[str]:
    """Return the addresses of people with the right `warga.jaga_jejak`: every admin, and the
    camat."""
    camat = Jabatan.objects.camat().values("pengguna")
    orang = Pengguna.objects.filter(
        Q(peran=Peran.ADMIN) | Q(peran=Peran.STAF, pk__in=camat),
        is_active=True,
        email__isnull=False,
    )
    return [str(alamat) for alamat in orang.order_by("pk").values_list("email", flat=True)]


def _isi_rusak(hasil: PemeriksaanJejak) -> str:
    baris = [f"- {satu}" for satu in hasil.masalah[:TERTULIS]]
    if lebih := hasil.jumlah_masalah - len(baris):
        baris.append(f"- … dan {lebih} lainnya")
    return RUSAK.format(
        hari=hari_tanggal(hasil.selesai),
        jumlah=hasil.jumlah_masalah,
        masalah="\n".join(baris),
        alamat=_alamat_segel(),
    )


def _isi_segel(kepala: KepalaSegel) -> str:
    return SEGEL.format(
        hari=hari_tanggal(kepala.tanggal),
        pendek=kepala.pendek,
        lengkap=kepala.hash,
        alamat=_alamat_segel(),
        pemeriksaan=kata_pemeriksaan(PemeriksaanJejak.terakhir()),
    )


def _alamat_segel() -> str:
    return f"{settings.ALAMAT_PORTAL}{reverse('segel')}"
