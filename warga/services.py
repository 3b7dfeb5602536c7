"""What changes accounts: signing up, printed codes, contacts, roles, and emptying."""

import datetime as dt

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, connection, transaction
from django.utils.module_loading import import_string

from core import surat
from core.galat import TidakBisa
from core.jejak import catat, hapus_isi
from core.waktu import hari_ini, sekarang
from warga import kode as kode_cetak
from warga.enums import Peran, TujuanKode, TujuanPersetujuan
from warga.models import Jabatan, Kampung, KodeCetak, Pengguna, Persetujuan

VERSI_PERSETUJUAN = "2026-11"  # of templates/account/_persetujuan.html
MASA_KODE = dt.timedelta(days=14)
NAMA_KOSONG = "Akun dihapus"
# What an admin changes with consequences for what a person may do.
BERBOBOT = ("peran", "kampung_id", "petugas_rahasia", "penerima_khusus", "is_active")


@transaction.atomic
def daftarkan(
    *,
    pengguna: Pengguna,
    nama: str,
    email: str,
    telepon: str,
    kampung: Kampung | None,
    sandi: str,
) -> Pengguna:
    """Save a new account of a warga, together with the consent that was ticked."""
    pengguna.nama, pengguna.kampung = nama, kampung
    pengguna.email, pengguna.telepon = email or None, telepon or None
    pengguna.set_password(sandi)
    pengguna.save()
    Persetujuan.objects.create(
        pengguna=pengguna, tujuan=TujuanPersetujuan.AKUN, versi=VERSI_PERSETUJUAN
    )
    catat(objek=pengguna, aksi="akun_dibuat", oleh=pengguna)
    return pengguna


def kunci_nomor(telepon: str) -> None:
    """Let sign-ups with one number (E.164) wait for each other until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(telepon.removeprefix("+"))])


@transaction.atomic
def beri_kode(*, pengguna: Pengguna, tujuan: TujuanKode, oleh: Pengguna) -> tuple[KodeCetak, str]:
    """Make a code to be printed and handed over; earlier ones for the same purpose die.

    Returns the row and the code itself, which is shown once and kept nowhere.
    Raises TidakBisa when there is no number to prove, or it is proven already.
    """
    pengguna = _kunci(pengguna)
    if not pengguna.is_active:
        raise TidakBisa("Akun ini tidak aktif, jadi kode tidak dapat dibuat.")
    if tujuan == TujuanKode.AKTIVASI and not pengguna.telepon:
        raise TidakBisa("Akun ini tidak mempunyai nomor HP yang perlu dibuktikan.")
    if tujuan == TujuanKode.AKTIVASI and pengguna.telepon_terbukti_pada:
        raise TidakBisa("Nomor HP akun ini sudah terbukti. Kode tidak diperlukan.")
    _matikan_kode(pengguna, tujuan)
    teks = kode_cetak.kode_baru()
    baris = KodeCetak.objects.create(
        pengguna=pengguna,
        tujuan=tujuan,
        kode_hash=kode_cetak.hash_kode(teks),
        oleh=oleh,
        kedaluwarsa=sekarang() + MASA_KODE,
    )
    catat(objek=pengguna, aksi="kode_diserahkan", oleh=oleh, rincian={"tujuan": tujuan.value})
    return baris, teks


def cari_kode(teks: str) -> KodeCetak | None:
    """Return the code that was typed if it still works, else None."""
    berlaku = KodeCetak.objects.berlaku().select_related("pengguna")
    return berlaku.filter(kode_hash=kode_cetak.hash_kode(teks)).first()


@transaction.atomic
def buktikan_telepon(*, kode: KodeCetak) -> Pengguna:
    """Use an activation code: the phone number now is proven.

    Raises TidakBisa when the code was used meanwhile, or the number was proven for
    another account.
    """
    pengguna = _pakai(kode, TujuanKode.AKTIVASI)
    pengguna.telepon_terbukti_pada = sekarang()
    try:
        with transaction.atomic():
            pengguna.save(update_fields=["telepon_terbukti_pada"])
    except IntegrityError as error:
        raise TidakBisa(
            "Nomor HP ini sudah terbukti milik akun lain. Datanglah lagi kepada petugas "
            "yang memberi kode ini."
        ) from error
    catat(objek=pengguna, aksi="telepon_terbukti", oleh=pengguna)
    return pengguna


@transaction.atomic
def buat_sandi(*, kode: KodeCetak, sandi: str) -> Pengguna:
    """Use a password code: set the new password, which also ends every session."""
    pengguna = _pakai(kode, TujuanKode.SANDI)
    pengguna.set_password(sandi)
    pengguna.save(update_fields=["password"])
    catat(objek=pengguna, aksi="sandi_dibuat_dengan_kode", oleh=pengguna)
    return pengguna


@transaction.atomic
def ganti_sandi(*, pengguna: Pengguna, sandi: str) -> None:
    """Set a new password; codes that are still about for making one end with it."""
    pengguna.set_password(sandi)
    pengguna.save(update_fields=["password"])
    _matikan_kode(pengguna, TujuanKode.SANDI)


@transaction.atomic
def ubah_telepon(*, pengguna: Pengguna, telepon: str) -> Pengguna:
    """Change or remove ("") the own number; a new number is not proven.

    Raises TidakBisa when removing it would leave nothing to sign in with.
    """
    pengguna = _kunci(pengguna)
    if (pengguna.telepon or "") == telepon:
        return pengguna
    if not telepon and not EmailAddress.objects.filter(user=pengguna, verified=True).exists():
        raise TidakBisa("Nomor HP ini satu-satunya cara Anda masuk. Tambahkan e-mail dahulu.")
    pengguna.telepon, pengguna.telepon_terbukti_pada = telepon or None, None
    pengguna.save(update_fields=["telepon", "telepon_terbukti_pada"])
    _matikan_kode(pengguna, TujuanKode.AKTIVASI)
    catat(objek=pengguna, aksi="telepon_diubah", oleh=pengguna)
    return pengguna


@transaction.atomic
def simpan_pengguna(*, pengguna: Pengguna, oleh: Pengguna) -> Pengguna:
    """Save an account as edited by an admin; what changes rights goes into the trail.

    A changed number is no longer proven, an address that was replaced no longer signs in,
    and codes made for the old role end: not everybody who made them may do so for the new
    one. A new account has no password: a printed code makes one.
    """
    lama = Pengguna.objects.select_for_update().filter(pk=pengguna.pk).first()
    if lama and lama.telepon != pengguna.telepon:
        pengguna.telepon_terbukti_pada = None
        _matikan_kode(pengguna, TujuanKode.AKTIVASI)
    if lama and lama.peran != pengguna.peran:
        _matikan_kode(pengguna, *TujuanKode)
    if lama is None:
        pengguna.set_unusable_password()
    pengguna.save()
    EmailAddress.objects.filter(user=pengguna).exclude(email=pengguna.email or "").delete()
    if lama is None:
        catat(objek=pengguna, aksi="akun_dibuat", oleh=oleh, ke=pengguna.peran)
        return pengguna
    beda = {n: [getattr(lama, n), getattr(pengguna, n)] for n in BERBOBOT}
    beda = {n: pasangan for n, pasangan in beda.items() if pasangan[0] != pasangan[1]}
    if beda:
        catat(
            objek=pengguna,
            aksi="hak_diubah",
            oleh=oleh,
            dari=lama.peran,
            ke=pengguna.peran,
            rincian=beda,
        )
    return pengguna


@transaction.atomic
def simpan_jabatan(*, jabatan: Jabatan, oleh: Pengguna) -> Jabatan:
    """Save an office of a person, and write it into the person's trail."""
    jabatan.save()
    catat(
        objek=jabatan.pengguna,
        aksi="jabatan_disimpan",
        oleh=oleh,
        rincian={
            "jabatan": jabatan.nama,
            "instansi": jabatan.instansi.nama,
            "mulai": jabatan.mulai,
            "selesai": jabatan.selesai,
            "boleh_menerbitkan": jabatan.boleh_menerbitkan,
        },
    )
    return jabatan


@transaction.atomic
def lepas_faktor_kedua(*, pengguna: Pengguna, oleh: Pengguna, alasan: str) -> None:
    """Remove the second factor of somebody who lost their phone; they set up a new one."""
    pengguna = _kunci(pengguna)
    jumlah, _ = Authenticator.objects.filter(user=pengguna).delete()
    if not jumlah:
        raise TidakBisa("Akun ini tidak memakai pengaman kedua.")
    catat(objek=pengguna, aksi="faktor_kedua_dilepas", oleh=oleh, alasan=alasan)


@transaction.atomic
def kosongkan_pengguna(*, pengguna: Pengguna, oleh: Pengguna, alasan: str) -> Pengguna:
    """Empty an account in place: the row stays for the trail, the person is gone from it.

    Contacts, password, second factor and codes go, offices end today, consents are
    withdrawn, and the words of the account's trail are erased. What upper apps hold of the
    person goes by the functions named in the setting PENGOSONGAN, in the same transaction
    (docs/keputusan/0013-pengosongan.md). Raises TidakBisa when it was emptied before, or it
    is the last admin.
    """
    pengguna = _kunci(pengguna)
    if pengguna.dikosongkan_pada:
        raise TidakBisa("Akun ini sudah dikosongkan.")
    if adalah_admin_terakhir(pengguna.pk):
        raise TidakBisa("Ini admin terakhir. Tunjuk admin lain dahulu.")
    for jalur in settings.PENGOSONGAN:
        import_string(jalur)(pengguna=pengguna, oleh=oleh)
    alamat = EmailAddress.objects.filter(user=pengguna)
    for email in {pengguna.email or "", *alamat.values_list("email", flat=True)}:
        surat.batalkan(kepada=email)
    alamat.delete()
    Authenticator.objects.filter(user=pengguna).delete()
    KodeCetak.objects.filter(pengguna=pengguna).delete()
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
    catat(objek=pengguna, aksi="akun_dikosongkan", oleh=oleh, dari=peran, alasan=alasan)
    return pengguna


def adalah_admin_terakhir(pk: int) -> bool:
    """True if this account, as stored, is the only one that can administer the portal."""
    admin = Pengguna.objects.filter(peran=Peran.ADMIN, is_active=True)
    return list(admin.values_list("pk", flat=True)[:2]) == [pk]


def _kunci(pengguna: Pengguna) -> Pengguna:
    return Pengguna.objects.select_for_update().get(pk=pengguna.pk)


def _matikan_kode(pengguna: Pengguna, *tujuan: TujuanKode) -> None:
    KodeCetak.objects.berlaku().filter(pengguna=pengguna, tujuan__in=tujuan).update(
        kedaluwarsa=sekarang()
    )


def _pakai(kode: KodeCetak, tujuan: TujuanKode) -> Pengguna:
    """Mark a code as used, once, and return its locked account."""
    pengguna = _kunci(kode.pengguna)
    dipakai = KodeCetak.objects.berlaku().filter(pk=kode.pk, tujuan=tujuan)
    if not pengguna.is_active or not dipakai.update(dipakai_pada=sekarang()):
        raise TidakBisa("Kode ini sudah dipakai atau tidak berlaku lagi. Mintalah kode baru.")
    return pengguna
