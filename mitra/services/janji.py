"""An agreed offer: the promise, what arrived of it, and its end."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Sum
from django.utils.text import slugify

from core.berkas.simpan import tarik as tutup_berkas
from core.berkas.simpan import terbitkan
from core.formulir.sekali import tunggu_urusan
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.tenggat import jam
from core.waktu import hari_ini
from mitra.enums import JenisBantuan, StatusTawaran
from mitra.laku import Aksi, AksiMitra
from mitra.models import Kontribusi, Mitra, Penawar, Penerimaan, Tawaran
from mitra.services.kebutuhan import pastikan_sekampung
from mitra.services.kunci import kunci_tawaran, pindahkan
from warga.models import Pengguna

NANTI = "Tanggal diterima tidak boleh sesudah hari ini."
LEBIH_DARI_NOL = "Jumlah yang diterima harus lebih dari nol."
KURANG = "Dengan pembetulan ini yang diterima kurang dari nol. Periksa jumlahnya."
SAMA = "Jumlah itu sama dengan yang tercatat, jadi tidak ada yang dibetulkan."
BUKAN_POKOK = "Betulkan catatan pertamanya, bukan pembetulannya."
# One-word addresses under /mitra/ that no partner may take.
DIPAKAI = frozenset(("tawarkan", "terkirim", "lacak", "meja", "lupakan"))


@transaction.atomic
def sepakati(*, tawaran: Tawaran, janji: Kontribusi, oleh: Pengguna) -> Kontribusi:
    """Agree on an offer that was checked; from now on everyone reads the promise (unsaved)."""
    tawaran = kunci_tawaran(tawaran)
    pindahkan(tawaran, Aksi.DISEPAKATI)
    jam.mulai(tawaran, None)
    tawaran.mitra = _mitra_untuk(tawaran)
    tawaran.save()
    janji.tawaran, janji.mitra, janji.kampung = tawaran, tawaran.mitra, _kampung(tawaran)
    _rapikan(janji)
    janji.dibuat_oleh = oleh
    janji.save(force_insert=True)
    catat(objek=tawaran, aksi=Aksi.DISEPAKATI, oleh=oleh)
    return janji


def _kampung(tawaran: Tawaran) -> Any:
    assert tawaran.kampung is not None  # noqa: S101 (an offer that was checked has one)
    return tawaran.kampung


def _rapikan(janji: Kontribusi) -> None:
    pastikan_sekampung(janji)
    if janji.jenis == JenisBantuan.UANG:
        janji.satuan, janji.nilai = "rupiah", int(janji.jumlah)


def _mitra_untuk(tawaran: Tawaran) -> Mitra | None:
    """Return the partner: the organisation of that name, or a new one; a person only with consent,
    and never by the name of another."""
    if tawaran.organisasi:
        tunggu_urusan(f"mitra:{slugify(tawaran.lembaga)}")
        sama = Mitra.objects.filter(nama__iexact=tawaran.lembaga, jenis=tawaran.penawar_jenis)
        return sama.first() or _mitra_baru(tawaran.lembaga, tawaran.penawar_jenis)
    if not tawaran.tampilkan_nama:
        return None
    return _mitra_baru(Penawar.objects.get(tawaran=tawaran).nama, tawaran.penawar_jenis)


def _mitra_baru(nama: str, jenis: str) -> Mitra:
    tunggu_urusan("mitra:slug")
    pokok = slugify(nama)[:70] or "mitra"
    slug, ke = pokok, 1
    while slug in DIPAKAI or Mitra.objects.filter(slug=slug).exists():
        ke += 1
        slug = f"{pokok}-{ke}"
    return Mitra.objects.create(slug=slug, nama=nama, jenis=jenis)


@transaction.atomic
def ubah_janji(
    *, janji: Kontribusi, isi: Mapping[str, Any], alasan: str, oleh: Pengguna
) -> Kontribusi:
    """Set the promise right. Raises TidakBisa without a reason."""
    pastikan_beralasan(alasan)
    tawaran = kunci_tawaran(janji.tawaran)
    pindahkan(tawaran, Aksi.JANJI_DIUBAH)
    janji = Kontribusi.objects.select_for_update(of=("self",)).get(pk=janji.pk)
    dulu = f"{janji.uraian}, {janji.jumlah.normalize():f} {janji.satuan}"
    for nama, nilai in isi.items():
        setattr(janji, nama, nilai)
    _rapikan(janji)
    janji.save(update_fields=["nilai", "satuan", *isi])
    catat(
        objek=tawaran,
        aksi=Aksi.JANJI_DIUBAH,
        oleh=oleh,
        alasan=alasan.strip(),
        rincian={"dulu": dulu},
    )
    return janji


@transaction.atomic
def terima(
    *, janji: Kontribusi, penerimaan: Penerimaan, oleh: Pengguna, kunci_sekali: str
) -> Penerimaan:
    """Store something that arrived (unsaved). Raises TidakBisa for a day to come, or for
    nothing."""
    if penerimaan.tanggal > hari_ini():
        raise TidakBisa(NANTI)
    if penerimaan.jumlah <= 0:
        raise TidakBisa(LEBIH_DARI_NOL)
    tawaran = kunci_tawaran(janji.tawaran)
    selesai = tawaran.status == StatusTawaran.SELESAI
    pindahkan(tawaran, Aksi.DITERIMA)
    if not selesai:
        tawaran.save(update_fields=["status"])
    _simpan(janji, penerimaan, oleh, kunci_sekali)
    catat(objek=tawaran, aksi=Aksi.DITERIMA, oleh=oleh)
    return penerimaan


def _simpan(janji: Kontribusi, baris: Penerimaan, oleh: Pengguna, kunci_sekali: str) -> None:
    baris.kontribusi, baris.dicatat_oleh, baris.kunci_sekali = janji, oleh, kunci_sekali
    if janji.jenis == JenisBantuan.UANG:
        baris.nilai = int(baris.jumlah)
    baris.save(force_insert=True)
    if baris.bukti and baris.bukti_umum:
        terbitkan(baris.bukti)


@transaction.atomic
def betulkan(
    *,
    penerimaan: Penerimaan,
    jumlah: Decimal,
    nilai: int | None,
    alasan: str,
    oleh: Pengguna,
    kunci_sekali: str,
) -> Penerimaan:
    """Set the quantity of something that arrived right, by a row more that holds the difference;
    0 when it never came. Raises TidakBisa without a reason, or when nothing changes."""
    pastikan_beralasan(alasan)
    janji = penerimaan.kontribusi
    tawaran = kunci_tawaran(janji.tawaran)
    pindahkan(tawaran, Aksi.DIBETULKAN)
    if penerimaan.membetulkan_id:
        raise TidakBisa(BUKAN_POKOK)
    kini, bernilai = _tercatat(penerimaan)
    beda = jumlah - kini
    beda_nilai = (nilai - (bernilai or 0)) if nilai is not None else None
    if jumlah < 0:
        raise TidakBisa(KURANG)
    if not beda and not beda_nilai:
        raise TidakBisa(SAMA)
    baris = Penerimaan(
        membetulkan=penerimaan,
        tanggal=penerimaan.tanggal,
        jumlah=beda,
        nilai=beda_nilai,
        diterima_oleh=penerimaan.diterima_oleh,
        alasan=alasan.strip(),
    )
    _simpan(janji, baris, oleh, kunci_sekali)
    catat(objek=tawaran, aksi=Aksi.DIBETULKAN, oleh=oleh, alasan=baris.alasan)
    return baris


def _tercatat(penerimaan: Penerimaan) -> tuple[Decimal, int | None]:
    """Return quantity and value of a row with its corrections."""
    beda = penerimaan.pembetulan.aggregate(
        jumlah=Sum("jumlah", default=Decimal(0)), nilai=Sum("nilai")
    )
    nilai = [satu for satu in (penerimaan.nilai, beda["nilai"]) if satu is not None]
    return penerimaan.jumlah + beda["jumlah"], sum(nilai) if nilai else None


@transaction.atomic
def tutup_bukti(*, penerimaan: Penerimaan, umum: bool, oleh: Pengguna, alasan: str) -> None:
    """Let everyone see the evidence, or only the offices. Raises TidakBisa without a reason."""
    pastikan_beralasan(alasan)
    tawaran = kunci_tawaran(penerimaan.kontribusi.tawaran)
    pindahkan(tawaran, Aksi.DIBETULKAN)
    penerimaan.bukti_umum = umum
    penerimaan.save(update_fields=["bukti_umum"])
    if penerimaan.bukti:
        (terbitkan if umum else tutup_berkas)(penerimaan.bukti)
    catat(objek=tawaran, aksi=Aksi.DIBETULKAN, oleh=oleh, alasan=alasan.strip())


@transaction.atomic
def selesaikan(*, tawaran: Tawaran, kata: str, oleh: Pengguna) -> Tawaran:
    """End a promise. When not all of it arrived, `kata` says why. Raises TidakBisa without."""
    tawaran = kunci_tawaran(tawaran)
    pindahkan(tawaran, Aksi.DISELESAIKAN)
    if kurang(Kontribusi.objects.get(tawaran=tawaran)) > 0:
        pastikan_beralasan(kata)
    tawaran.save(update_fields=["status"])
    catat(objek=tawaran, aksi=Aksi.DISELESAIKAN, oleh=oleh, alasan=kata.strip())
    return tawaran


def kurang(janji: Kontribusi) -> Decimal:
    """Return how much of a promise has not arrived; below 0 when more came."""
    tiba = janji.penerimaan.aggregate(semua=Sum("jumlah", default=Decimal(0)))["semua"]
    sisa: Decimal = janji.jumlah - tiba
    return sisa


@transaction.atomic
def buka_lagi(*, tawaran: Tawaran, alasan: str, oleh: Pengguna) -> Tawaran:
    """Open a promise that was ended by mistake. Raises TidakBisa without a reason."""
    pastikan_beralasan(alasan)
    tawaran = kunci_tawaran(tawaran)
    pindahkan(tawaran, Aksi.DIBUKA_LAGI)
    tawaran.save(update_fields=["status"])
    catat(objek=tawaran, aksi=Aksi.DIBUKA_LAGI, oleh=oleh, alasan=alasan.strip())
    return tawaran


@transaction.atomic
def ubah_mitra(*, mitra: Mitra, nama: str, alasan: str, oleh: Pengguna) -> Mitra:
    """Set the name of a partner right; its address stays. Raises TidakBisa without a reason."""
    pastikan_beralasan(alasan)
    mitra = Mitra.objects.select_for_update().get(pk=mitra.pk)
    mitra.nama = nama
    mitra.save(update_fields=["nama"])
    catat(objek=mitra, aksi=AksiMitra.DIBETULKAN, oleh=oleh, alasan=alasan.strip())
    return mitra
