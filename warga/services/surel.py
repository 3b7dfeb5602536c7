"""Letters to the owner about changes of what guards the account. A letter never holds a code."""

from collections.abc import Iterable
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.conf import settings

from core.antrean import surel
from core.models import Tugas
from core.waktu import hari_ini
from warga.enums import Peran
from warga.models import Pengguna

DAHULU = Tugas.Prioritas.DAHULU


@dataclass(frozen=True)
class IsiSurel:
    """The subject of a letter, and what happened."""

    perihal: str
    isi: str


SANDI_DIMINTA = IsiSurel(
    "Kode kata sandi diminta untuk akun Anda",
    "Petugas kecamatan meminta kode untuk membuat kata sandi baru bagi akun Anda, karena ada yang "
    "mengatakan bahwa Anda lupa kata sandi. Petugas kedua akan memutuskannya.\n\n"
    "Bila bukan Anda yang meminta, masuklah ke akun Anda dan tekan “Bukan saya, batalkan”, atau "
    "hubungi kantor kecamatan sekarang.",
)
SANDI_DIPAKAI = IsiSurel(
    "Kata sandi akun Anda baru saja dibuat dengan kode",
    "Kata sandi baru untuk akun Anda baru saja dibuat dengan kode dari kantor kecamatan. Semua "
    "perangkat yang tadinya masuk sudah dikeluarkan.\n\n"
    "Bila bukan Anda yang melakukannya, buatlah kata sandi baru lewat “Lupa kata sandi” dengan "
    "alamat e-mail ini, dan hubungi kantor kecamatan sekarang.",
)
KONTAK_DIGANTI = IsiSurel(
    "Kontak akun Anda diganti oleh admin",
    "Admin portal mengganti e-mail atau nomor HP pada akun Anda.\n\nBila bukan Anda yang "
    "memintanya, hubungi kantor kecamatan sekarang.",
)
FAKTOR_DILEPAS = IsiSurel(
    "Kode keamanan kedua akun Anda dilepas admin",
    "Admin kecamatan baru saja melepas kode keamanan kedua akun Anda, karena ada yang mengatakan "
    "bahwa lembar kode atau HP Anda hilang. Pasanglah yang baru di halaman akun.\n\n"
    "Bila bukan Anda yang meminta, segera ganti kata sandi dan hubungi kantor kecamatan.",
)
SALAM = "Halo {nama},\n\n{isi}\n\nHalaman akun: {alamat}/akun/\n\nPortal Bangunrejo"


def kabari_admin(*, perihal: str, isi: str, kunci: str) -> None:
    """Queue a letter of the portal to every admin, once a day; `kunci` names what it is about."""
    admin = Pengguna.objects.filter(peran=Peran.ADMIN, is_active=True, email__isnull=False)
    for alamat in admin.values_list("email", flat=True):
        tanda = f"{kunci}:{hari_ini()}:{alamat}"
        surel.kirim(kepada=str(alamat), perihal=perihal, isi=isi, kunci=tanda)


def surati_petugas(orang: Iterable[Pengguna], *, perihal: str, isi: str, kunci: str) -> None:
    """Queue a letter that is not urgent to each of these officials; `kunci` names what it is
    about."""
    for satu in orang:
        surel.kirim(
            kepada=str(satu.email),
            perihal=perihal,
            isi=isi,
            kunci=f"{kunci}:{satu.pk}",
            prioritas=Tugas.Prioritas.NANTI,
        )


def kabari_pemilik(pengguna: Pengguna, kabar: IsiSurel, kunci: str) -> None:
    """Queue the letter to every proven address of the account; `kunci` names it."""
    isi = SALAM.format(nama=pengguna.nama, isi=kabar.isi, alamat=settings.ALAMAT_PORTAL)
    for alamat in EmailAddress.objects.filter(user=pengguna, verified=True):
        surel.kirim(
            kepada=alamat.email,
            perihal=kabar.perihal,
            isi=isi,
            kunci=f"{kunci}:{alamat.pk}",
            prioritas=DAHULU,
        )
