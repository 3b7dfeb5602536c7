"""Accounts of the demonstration: one per role, named by office, passwords made here."""

import secrets
from dataclasses import dataclass, field

from allauth.account.models import EmailAddress

from bangunrejo.contoh.data import KAMPUNG_CONTOH
from bangunrejo.contoh.waktu import Kalender
from core.waktu import pada
from warga.enums import JenisInstansi, NamaJabatan, Peran
from warga.models import Instansi, Jabatan, Kampung, KantorKecamatan, KantorLayanan, Pengguna
from warga.services.kesiapan import gabungkan

DOMAIN = "contoh.invalid"
# No letter reaches these: they sign in with an invented number, and colleagues tell them of work by
# WhatsApp.
TANPA_SURAT = {"kakam.purwodadi": "+628110000017"}
BELUM_BERGABUNG = ("Mekar Jaya", "Suka Negeri")
KATA = (
    *("padi", "sawah", "jagung", "kopi", "lada", "kelapa", "pisang"),
    *("durian", "bambu", "rotan", "embung", "kali", "bukit", "angin"),
)


def sandi_acak() -> str:
    """Return a password that can be read out and typed on a phone."""
    return "-".join(secrets.choice(KATA) for _ in range(3)) + f"-{secrets.randbelow(9000) + 1000}"


@dataclass
class Orang:
    """The people of the story, by a short key; `sandi` holds what may be printed once."""

    siapa: dict[str, Pengguna] = field(default_factory=dict)
    sandi: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, kunci: str) -> Pengguna:
        return self.siapa[kunci]

    def kakam(self, kampung: Kampung) -> Pengguna:
        return self.siapa[f"kakam.{kampung.slug}"]


def buat_kampung_contoh() -> Kampung:
    """Add the invented kampung, outside the 17 and outside their totals."""
    kampung = Kampung.objects.create(
        kode="00.00.00.0000",
        nama=KAMPUNG_CONTOH,
        slug="contoh",
        lintang="-5.13000",
        bujur="105.02900",
        alamat_pengaduan="Balai Kampung Contoh (alamat rekaan)",
        contoh=True,
    )
    KantorLayanan.objects.create(
        kampung=kampung,
        nama="Balai Kampung Contoh",
        alamat="Alamat rekaan",
        jam="Senin–Kamis 08.00–15.00, Jumat 08.00–11.00",
    )
    KantorKecamatan.objects.create(
        nama="Kantor Kecamatan Bangunrejo",
        alamat="Alamat rekaan",
        jam="Senin–Kamis 08.00–15.00, Jumat 08.00–11.00 (rekaan)",
        email="kecamatan@contoh.invalid",
    )
    Instansi.objects.create(
        jenis=JenisInstansi.KAMPUNG, nama=f"Pemerintah Kampung {kampung.nama}", kampung=kampung
    )
    return kampung


def buat_orang(kalender: Kalender) -> Orang:
    """Make an account for every role, and a kepala kampung for every kampung."""
    orang = Orang()
    sido_rejo = Kampung.objects.get(nama="Sido Rejo")
    contoh = Kampung.objects.get(nama=KAMPUNG_CONTOH)
    kecamatan = Instansi.objects.get(jenis=JenisInstansi.KECAMATAN)
    kampung = sido_rejo.instansi
    _akun(orang, "warga", "Warga contoh", Peran.WARGA, sido_rejo)
    _akun(orang, "fasilitator", "Fasilitator contoh", Peran.FASILITATOR, sido_rejo)
    _akun(orang, "bpk", "Anggota BPK contoh", Peran.BPK, sido_rejo)
    _akun(orang, "aparat", "Operator Sido Rejo (contoh)", Peran.APARAT, sido_rejo)
    _akun(orang, "sekretaris", "Sekretaris Kampung Contoh (contoh)", Peran.APARAT, contoh)
    _akun(orang, "bpk-contoh", "Anggota BPK Kampung Contoh (contoh)", Peran.BPK, contoh)
    for nomor in (1, 2, 3):
        nama = f"Warga {nomor} Kampung Contoh (contoh)"
        _akun(orang, f"warga-{nomor}", nama, Peran.WARGA, contoh)
    _akun(orang, "staf", "Petugas kecamatan (contoh)", Peran.STAF)
    _akun(orang, "rahasia", "Petugas rahasia (contoh)", Peran.STAF, petugas_rahasia=True)
    _akun(orang, "camat", "Camat (contoh)", Peran.STAF)
    _akun(orang, "admin", "Admin (contoh)", Peran.ADMIN)
    for tempat in Kampung.objects.select_related("instansi"):
        kunci = f"kakam.{tempat.slug}"
        _akun(orang, kunci, f"Kepala Kampung {tempat.nama} (contoh)", Peran.APARAT, tempat)
        _jabatan(orang[kunci], NamaJabatan.KAKAM, tempat.instansi, kalender)
    _gabungkan(orang["camat"], kalender)
    _jabatan(orang["bpk"], NamaJabatan.ANGGOTA_BPK, kampung, kalender)
    _jabatan(orang["bpk-contoh"], NamaJabatan.ANGGOTA_BPK, contoh.instansi, kalender)
    _jabatan(orang["aparat"], NamaJabatan.OPERATOR, kampung, kalender)
    _jabatan(orang["sekretaris"], NamaJabatan.SEKRETARIS, contoh.instansi, kalender)
    _jabatan(orang["staf"], NamaJabatan.PETUGAS, kecamatan, kalender)
    _jabatan(orang["rahasia"], NamaJabatan.PETUGAS, kecamatan, kalender)
    _jabatan(orang["camat"], NamaJabatan.CAMAT, kecamatan, kalender)
    _jabatan(orang["staf"], NamaJabatan.PEMERIKSA, kecamatan, kalender)
    _jabatan(orang["rahasia"], NamaJabatan.PEMERIKSA, kecamatan, kalender)
    _jabatan(orang["camat"], NamaJabatan.PENGGANTI, kecamatan, kalender)
    return orang


def _akun(
    orang: Orang,
    kunci: str,
    nama: str,
    peran: str,
    kampung: Kampung | None = None,
    *,
    petugas_rahasia: bool = False,
) -> None:
    email, telepon, sandi = f"{kunci}@{DOMAIN}", TANPA_SURAT.get(kunci), sandi_acak()
    pengguna = Pengguna.objects.create_user(
        nama=nama,
        email=email,
        telepon=telepon,
        peran=peran,
        kampung=kampung,
        petugas_rahasia=petugas_rahasia,
        password=sandi,
    )
    if telepon is None:
        EmailAddress.objects.create(user=pengguna, email=email, verified=True, primary=True)
    orang.siapa[kunci], orang.sandi[telepon or email] = pengguna, sandi


def _gabungkan(camat: Pengguna, kalender: Kalender) -> None:
    """Let the kampung join, all but the two that stand for those to come."""
    with pada(kalender.saat("2025-01-02")):
        for tempat in Kampung.objects.exclude(nama__in=BELUM_BERGABUNG):
            gabungkan(kampung=tempat, oleh=camat)


def _jabatan(pengguna: Pengguna, nama: NamaJabatan, instansi: Instansi, kalender: Kalender) -> None:
    Jabatan.objects.create(
        pengguna=pengguna, nama=nama, instansi=instansi, mulai=kalender.tanggal("2025-01-02")
    )
