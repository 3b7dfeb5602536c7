"""Acts of an admin on accounts: roles, offices, second factor."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction

from core.galat import TidakBisa
from core.jaga import keamanan
from core.jaga.keamanan import Kejadian
from core.jejak.catat import catat
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini, sekarang
from warga.enums import TANDA_BACA, HakBaca, NamaJabatan, Peran
from warga.laku import Aksi
from warga.models import Jabatan, Pengguna
from warga.models.jabatan import ketakcocokan
from warga.services.akun import tahan_nomor_penuh
from warga.services.dasar import kunci_akun, matikan_sandi
from warga.services.pembaca import periksa_pembaca, umumkan
from warga.services.surel import FAKTOR_DILEPAS, KONTAK_DIGANTI, kabari_pemilik

# Fields by which an admin changes the rights of a person.
BERBOBOT = ("peran", "kampung_id", "petugas_rahasia", "penerima_khusus", "is_active")


@transaction.atomic
def simpan_pengguna(*, pengguna: Pengguna, oleh: Pengguna) -> Pengguna:
    """Save an account as an admin edited it. Changed rights are written into the trail.

    A changed number is no longer proven, an address that was replaced no longer signs in, and codes
    made for the old role end, because not every giver may give codes for the new role. A new
    account has no password. Raises TidakBisa for changes that take two people (`periksa_pembaca`).
    """
    lama = Pengguna.objects.select_for_update().filter(pk=pengguna.pk).first()
    periksa_pembaca(lama=lama, baru=pengguna)
    if lama:
        _ganti_kontak(lama, pengguna, oleh)
    if lama and lama.peran != pengguna.peran:
        matikan_sandi(pengguna)
    if lama is None:
        pengguna.set_unusable_password()
    if lama is None or lama.telepon != pengguna.telepon:
        tahan_nomor_penuh(pengguna)
    pengguna.save()
    EmailAddress.objects.filter(user=pengguna).exclude(email=pengguna.email or "").delete()
    _catat_hak(lama, pengguna, oleh)
    if lama and lama.is_active != pengguna.is_active:
        _umumkan_aktif(pengguna, oleh)
    return pengguna


def _catat_hak(lama: Pengguna | None, baru: Pengguna, oleh: Pengguna) -> None:
    """Write a new account, or its changed rights, into trail and log."""
    beda = {n: [getattr(lama, n), getattr(baru, n)] for n in BERBOBOT} if lama else {}
    beda = {n: pasangan for n, pasangan in beda.items() if pasangan[0] != pasangan[1]}
    if lama is None:
        catat(objek=baru, aksi=Aksi.AKUN_DIBUAT, oleh=oleh, ke=baru.peran)
    elif beda:
        dari, ke = lama.peran, baru.peran
        catat(objek=baru, aksi=Aksi.HAK_DIUBAH, oleh=oleh, dari=dari, ke=ke, rincian=beda)
    if lama is None or beda:
        keamanan.catat(Kejadian.HAK_DIUBAH, akun=baru, oleh=oleh)


def _umumkan_aktif(pengguna: Pengguna, oleh: Pengguna) -> None:
    """Tell all readers that the account of a reader of secrets was switched off, or on again."""
    hak = [satu for satu in TANDA_BACA if getattr(pengguna, satu)]
    if pengguna.memegang(NamaJabatan.CAMAT):
        hak.append(HakBaca.CAMAT)
    for satu in hak:
        umumkan(pengguna=pengguna, hak=satu, diberikan=pengguna.is_active, oleh=oleh)


def _ganti_kontak(lama: Pengguna, baru: Pengguna, oleh: Pengguna) -> None:
    """Tell the owner by the old contacts that an admin is replacing them.

    With an address of somebody else, "Lupa kata sandi" would open the account. So it is marked like
    an account that a code opened; an older mark keeps its date.
    """
    email_lain = (lama.email or "") != (baru.email or "")
    if lama.telepon != baru.telepon:
        baru.telepon_terbukti_pada = None
    if email_lain and lama.has_usable_password():
        baru.sandi_dari_kode_pada = lama.sandi_dari_kode_pada or sekarang()
    if email_lain or lama.telepon != baru.telepon:
        catat(objek=baru, aksi=Aksi.KONTAK_DIGANTI, oleh=oleh)
        kabari_pemilik(lama, KONTAK_DIGANTI, f"kontak:{lama.pk}:{sekarang():%Y%m%d%H%M%S%f}")


@transaction.atomic
def simpan_jabatan(*, jabatan: Jabatan, oleh: Pengguna) -> Jabatan:
    """Save an office of a person, and write it into the person's trail.

    A new camat, or one who leaves, reads other kiriman than before. So all readers are told, also
    about a camat who begins later. Raises TidakBisa when role, kampung and office disagree.
    """
    if galat := ketakcocokan(jabatan, jabatan.pengguna):
        raise TidakBisa(galat)
    pembaca = set(Jabatan.objects.bakal_camat().values_list("pengguna_id", flat=True))
    jabatan.save()
    catat(
        objek=jabatan.pengguna,
        aksi=Aksi.JABATAN_DISIMPAN,
        oleh=oleh,
        rincian={
            "jabatan": jabatan.nama,
            "instansi": jabatan.instansi.nama,
            "mulai": jabatan.mulai,
            "selesai": jabatan.selesai,
            "boleh_menerbitkan": jabatan.boleh_menerbitkan,
        },
    )
    keamanan.catat(Kejadian.HAK_DIUBAH, akun=jabatan.pengguna, oleh=oleh)
    kini = set(Jabatan.objects.bakal_camat().values_list("pengguna_id", flat=True))
    if jabatan.pengguna_id in pembaca ^ kini:
        umumkan(
            pengguna=jabatan.pengguna,
            hak=HakBaca.CAMAT,
            diberikan=jabatan.pengguna_id in kini,
            oleh=oleh,
            alasan=f"Mulai {tanggal(jabatan.mulai)}." if jabatan.mulai > hari_ini() else "",
        )
    return jabatan


@transaction.atomic
def lepas_faktor_kedua(*, pengguna: Pengguna, oleh: Pengguna, alasan: str) -> None:
    """Remove the second factor of somebody who lost their phone or sheet of codes.

    They set up a new one, and are told by every proven address.
    """
    pengguna = kunci_akun(pengguna)
    jumlah, _ = Authenticator.objects.filter(user=pengguna).delete()
    if not jumlah:
        raise TidakBisa("Akun ini tidak memakai kode keamanan kedua.")
    jejak = catat(objek=pengguna, aksi=Aksi.FAKTOR_KEDUA_DILEPAS, oleh=oleh, alasan=alasan)
    kabari_pemilik(pengguna, FAKTOR_DILEPAS, f"faktor-dilepas:{jejak.pk}")
    keamanan.catat(Kejadian.FAKTOR_DILEPAS, akun=pengguna, oleh=oleh)


def adalah_admin_terakhir(pk: int) -> bool:
    """Return whether this account, as stored, is the only one that can administer the portal."""
    admin = Pengguna.objects.filter(peran=Peran.ADMIN, is_active=True)
    return list(admin.values_list("pk", flat=True)[:2]) == [pk]
