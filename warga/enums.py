"""Fixed choices of people and places."""

from django.db import models


class Peran(models.TextChoices):
    """The role of a person in the portal; it decides what they may do (`rules.py` of each app)."""

    WARGA = "warga", "Warga"
    FASILITATOR = "fasilitator", "Fasilitator"
    BPK = "bpk", "BPK Kampung"
    APARAT = "aparat", "Aparat kampung"
    STAF = "staf", "Staf kecamatan"
    ADMIN = "admin", "Admin"


PERAN_KAMPUNG = (Peran.FASILITATOR, Peran.BPK, Peran.APARAT)
PERAN_KECAMATAN = (Peran.STAF, Peran.ADMIN)
PERAN_PETUGAS = (Peran.APARAT, *PERAN_KECAMATAN)


class NamaJabatan(models.TextChoices):
    """Offices that a person can hold; always shown with the place."""

    KAKAM = "kakam", "Kepala Kampung"
    SEKRETARIS = "sekretaris", "Sekretaris Kampung"
    KAUR_KEUANGAN = "kaur_keuangan", "Kaur Keuangan"
    KASI = "kasi", "Kepala Seksi"
    KADUS = "kadus", "Kepala Dusun"
    TPK = "tpk", "Tim Pelaksana Kegiatan"
    OPERATOR = "operator", "Operator kampung"
    KETUA_BPK = "ketua_bpk", "Ketua BPK Kampung"
    ANGGOTA_BPK = "anggota_bpk", "Anggota BPK Kampung"
    FASILITATOR = "fasilitator", "Fasilitator"
    CAMAT = "camat", "Camat"
    KASI_PMK = "kasi_pmk", "Kasi Pemberdayaan Masyarakat Kampung"
    PETUGAS = "petugas", "Petugas kecamatan"
    # Tasks beside an office. Their names sort behind it, since the first one signs answers.
    PENGGANTI = "verif_pengganti", "Pengganti pemeriksa kiriman"
    PEMERIKSA = "verifikator", "Pemeriksa kiriman"


# The role of the account that holds an office. Roles of one level may share a task.
PERAN_JABATAN: dict[str, tuple[Peran, ...]] = {
    NamaJabatan.KAKAM: (Peran.APARAT,),
    NamaJabatan.SEKRETARIS: (Peran.APARAT,),
    NamaJabatan.KAUR_KEUANGAN: (Peran.APARAT,),
    NamaJabatan.KASI: (Peran.APARAT,),
    NamaJabatan.KADUS: (Peran.APARAT,),
    NamaJabatan.TPK: (Peran.APARAT,),
    NamaJabatan.OPERATOR: (Peran.APARAT,),
    NamaJabatan.KETUA_BPK: (Peran.BPK,),
    NamaJabatan.ANGGOTA_BPK: (Peran.BPK,),
    NamaJabatan.FASILITATOR: (Peran.FASILITATOR,),
    NamaJabatan.CAMAT: (Peran.STAF,),
    NamaJabatan.KASI_PMK: (Peran.STAF,),
    NamaJabatan.PETUGAS: (Peran.STAF, Peran.ADMIN),
    NamaJabatan.PENGGANTI: (Peran.STAF, Peran.ADMIN),
    NamaJabatan.PEMERIKSA: (Peran.STAF, Peran.ADMIN),
}
# Offices that one person at a time holds in one place.
JABATAN_TUNGGAL = (NamaJabatan.KAKAM, NamaJabatan.SEKRETARIS, NamaJabatan.CAMAT)


class JenisInstansi(models.TextChoices):
    """Levels of government that own projects or answer for them."""

    KAMPUNG = "kampung", "Pemerintah Kampung"
    KECAMATAN = "kecamatan", "Kecamatan"
    KABUPATEN = "kabupaten", "Dinas kabupaten"
    PROVINSI = "provinsi", "Pemerintah provinsi"
    PUSAT = "pusat", "Pemerintah pusat"
    BUMN = "bumn", "BUMN"


# Bodies with a desk in this portal. The kecamatan exchanges letters with any other.
INSTANSI_DALAM = (JenisInstansi.KAMPUNG, JenisInstansi.KECAMATAN)


class ButirKesiapan(models.TextChoices):
    """The things that an office sets right before the public comes, and that the portal cannot see
    by itself."""

    SK_TIM = "sk_tim", "Surat keputusan tim pengelola portal"
    PELINDUNGAN_DATA = "pelindungan_data", "Penanggung jawab pelindungan data pribadi"
    MAKLUMAT = "maklumat", "Maklumat pelayanan"
    INSIDEN = "insiden", "Lembar penanganan insiden data"
    PULIH = "pulih", "Latihan memulihkan cadangan data"
    PENUNJUKAN = "penunjukan", "Surat penunjukan operator dan penggantinya"
    LATIHAN = "latihan", "Latihan satu jam dengan Kampung Contoh"


# Every kampung does these by itself; the others are done once, by the kecamatan.
BUTIR_KAMPUNG = (ButirKesiapan.PENUNJUKAN, ButirKesiapan.LATIHAN)


class TujuanKode(models.TextChoices):
    """The purpose of a printed code."""

    AKTIVASI = "aktivasi", "Membuktikan nomor HP"
    SANDI = "sandi", "Membuat kata sandi baru"


class TujuanPersetujuan(models.TextChoices):
    """The purposes of consent, each given apart (UU 27/2022)."""

    AKUN = "akun", "Menyimpan data akun"
    KIRIMAN = "kiriman", "Menyimpan data kiriman"


class HakBaca(models.TextChoices):
    """The rights to read kiriman that only the kecamatan may read: two flags of an account, and an
    office."""

    PETUGAS_RAHASIA = "petugas_rahasia", "Petugas rahasia"
    PENERIMA_KHUSUS = "penerima_khusus", "Penerima khusus"
    CAMAT = "camat", "Camat"


# The rights that two people give: one asks, another decides.
TANDA_BACA = (HakBaca.PETUGAS_RAHASIA, HakBaca.PENERIMA_KHUSUS)
