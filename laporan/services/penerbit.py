"""The kakam says who publishes the reports of the kampung; each person is told."""

from collections.abc import Collection

from django.db import transaction

from core.galat import TidakBisa
from core.jejak.catat import catat
from core.waktu import sekarang
from laporan.bacaan.penerbit import calon, kepala
from laporan.enums import Pesan
from laporan.laku import AksiPenerbit
from laporan.models import LaporanKemajuan, PenerbitLaporan, PenetapanPenerbit
from laporan.services.pesan import sampaikan
from warga.enums import NamaJabatan
from warga.models import Kampung, Pengguna

BUKAN_KEPALA = "Hanya kepala kampung yang menunjuk. Muat ulang halaman."
BUKAN_APARAT = (
    "Salah satu orang itu bukan lagi aparat kampung ini. Muat ulang halaman, lalu pilih lagi."
)


@transaction.atomic
def tetapkan_penerbit(
    *, kampung: Kampung, orang: Collection[int], oleh: Pengguna
) -> PenetapanPenerbit:
    """Store who publishes (`orang`: keys of aparat; nobody for the kakam alone) in place of the
    answer before. Those who are new, and those who are no more, are told. The same answer a second
    time changes nothing.

    Raises TidakBisa for anybody but the kakam of the kampung, and for a person who is not one of
    its aparat.
    """
    if not oleh.memegang(NamaJabatan.KAKAM) or oleh.kampung_id != kampung.pk:
        raise TidakBisa(BUKAN_KEPALA)
    Kampung.objects.select_for_update(no_key=True).get(pk=kampung.pk)
    semua = {satu.pk: satu for satu in calon(kampung.pk)}
    baru = set(orang)
    if baru - semua.keys():
        raise TidakBisa(BUKAN_APARAT)
    penetapan = PenetapanPenerbit.objects.filter(pk=kampung.pk).first()
    lama = set(penetapan.nama.values_list("pengguna", flat=True)) if penetapan else set()
    if penetapan and penetapan.oleh_id == oleh.pk and lama == baru and _sama(penetapan):
        return penetapan
    return _simpan(kampung, [semua[pk] for pk in sorted(baru)], lama, oleh)


def _sama(penetapan: PenetapanPenerbit) -> bool:
    """Return whether the office of each named person still lasts: a new one renews the naming."""
    berlaku = PenetapanPenerbit.objects.ditunjuk(penetapan.pk).count()
    return bool(berlaku == penetapan.nama.count())


def _simpan(
    kampung: Kampung, orang: list[Pengguna], lama: set[int], oleh: Pengguna
) -> PenetapanPenerbit:
    isi = {"oleh": oleh, "pada": sekarang()}
    penetapan, _ = PenetapanPenerbit.objects.update_or_create(kampung=kampung, defaults=isi)
    penetapan.nama.all().delete()
    for satu in orang:
        jabatan = getattr(satu, "sebagai_jabatan", None)
        PenerbitLaporan.objects.create(penetapan=penetapan, pengguna=satu, jabatan=jabatan)
    baru = {satu.pk for satu in orang}
    rincian = {"dari": sorted(lama), "ke": sorted(baru)}
    catat(objek=penetapan, aksi=AksiPenerbit.DITETAPKAN, oleh=oleh, rincian=rincian)
    sampaikan((s for s in orang if s.pk not in lama), Pesan.DITUNJUK, oleh=oleh, surat=True)
    lepas = Pengguna.objects.filter(pk__in=lama - baru, is_active=True)
    sampaikan(lepas.order_by("pk"), Pesan.DILEPAS, oleh=oleh)
    return penetapan


def kabari_terbit(*, laporan: LaporanKemajuan, oleh: Pengguna) -> None:
    """Tell the kakam that another published in that name, and the writer that the draft is out."""
    kakam = list(kepala(laporan.kampung_id))
    penulis = laporan.dibuat_oleh
    sampaikan(kakam, Pesan.ATAS_NAMA, oleh=oleh, proyek=laporan.proyek, laporan=laporan)
    if penulis.is_active and penulis not in kakam:
        sampaikan([penulis], Pesan.TERBIT, oleh=oleh, proyek=laporan.proyek, laporan=laporan)
