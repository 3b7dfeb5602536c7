"""Emptying an account in place (docs/keputusan/0013-pengosongan.md)."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.db import transaction
from django.utils.module_loading import import_string

from core.antrean import surel
from core.galat import TidakBisa
from core.jejak.catat import catat, hapus_isi
from core.waktu import hari_ini, sekarang
from warga.laku import Aksi
from warga.models import Kampung, KodeCetak, Pengguna
from warga.services.dasar import kunci_akun, lupakan_sesi
from warga.services.petugas import adalah_admin_terakhir

NAMA_KOSONG = "Akun dihapus"


@transaction.atomic
def kosongkan_pengguna(*, pengguna: Pengguna, oleh: Pengguna, alasan: str) -> Pengguna:
    """Empty an account in place. The row stays for the trail, without the person.

    Contacts, password, second factor and codes go, offices end today, consents are withdrawn, and
    the words of the account's trail are erased. Functions in the setting PENGOSONGAN remove what
    upper apps hold of the person, in the same transaction (docs/keputusan/0013-pengosongan.md).
    Raises TidakBisa when it was emptied before, or is the last admin.
    """
    pengguna = kunci_akun(pengguna)
    if pengguna.dikosongkan_pada:
        raise TidakBisa("Akun ini sudah dikosongkan.")
    if adalah_admin_terakhir(pengguna.pk):
        raise TidakBisa("Ini admin terakhir. Tunjuk admin lain dahulu.")
    pengguna.terbukti_dahulu = pengguna.kontak_terbukti
    for jalur in settings.PENGOSONGAN:
        import_string(jalur)(pengguna=pengguna, oleh=oleh)
    _hapus_jalan_masuk(pengguna)
    pengguna.jabatan.aktif().update(selesai=hari_ini())
    pengguna.persetujuan.filter(ditarik_pada=None).update(ditarik_pada=sekarang())
    Kampung.objects.filter(petugas_pembina=pengguna).update(petugas_pembina=None)
    Kampung.objects.filter(pembina_pengganti=pengguna).update(pembina_pengganti=None)
    peran = pengguna.peran
    pengguna.jadi_kosong(NAMA_KOSONG)
    pengguna.save()
    LogEntry.objects.filter(
        content_type__app_label="warga", content_type__model="pengguna", object_id=pengguna.pk
    ).update(object_repr=NAMA_KOSONG)
    hapus_isi(objek=pengguna, oleh=oleh, alasan="Akun dikosongkan.")
    catat(objek=pengguna, aksi=Aksi.AKUN_DIKOSONGKAN, oleh=oleh, dari=peran, alasan=alasan)
    return pengguna


def _hapus_jalan_masuk(pengguna: Pengguna) -> None:
    """Delete every way into the account, and letters that still wait for its owner."""
    alamat = EmailAddress.objects.filter(user=pengguna)
    for email in {pengguna.email or "", *alamat.values_list("email", flat=True)}:
        surel.batalkan(kepada=email)
    alamat.delete()
    Authenticator.objects.filter(user=pengguna).delete()
    lupakan_sesi(pengguna)
    pengguna.permintaan_sandi.all().delete()
    pengguna.permintaan_pembaca.all().delete()
    KodeCetak.objects.sandi().filter(pengguna=pengguna).delete()
    KodeCetak.objects.aktivasi().filter(pengguna=pengguna).update(pengguna=None)
