"""Kinds and states of plans, the steps of the year, and what each allows."""

from django.db import models


class JenisRencana(models.TextChoices):
    """The two lists of a kampung for one year: its own work, and what it asks of the kabupaten."""

    RKP = "rkp", "Rencana kerja kampung (RKP)"
    DU_RKP = "du_rkp", "Usulan ke kabupaten (DU-RKP)"


# The short name of a kind, in titles.
SINGKATAN = {JenisRencana.RKP: "RKP", JenisRencana.DU_RKP: "DU-RKP"}


class StatusRencana(models.TextChoices):
    """Where a plan stands."""

    DRAF = "draf", "Sedang disusun"
    DIBUKA = "dibuka", "Dibuka untuk warga"
    DITUTUP = "ditutup", "Masa tanya ditutup"
    DITETAPKAN = "ditetapkan", "Sudah ditetapkan"


# Everyone reads a plan in these states.
STATUS_UMUM = (StatusRencana.DIBUKA, StatusRencana.DITUTUP, StatusRencana.DITETAPKAN)


class Hasil(models.TextChoices):
    """The decision of a plan over one row."""

    DIAMBIL = "diambil", "Masuk rencana"
    TIDAK_DIAMBIL = "tidak_diambil", "Belum masuk rencana"


class LangkahTahunan(models.TextChoices):
    """The steps of the planning year, in their order."""

    MUSDUS = "musdus", "Musyawarah dusun"
    MUSYAWARAH = "musyawarah", "Musyawarah kampung"
    RKP = "rkp", "Menyusun dan menetapkan RKP"
    APB = "apb", "Menyusun APB Kampung"
    USULAN = "usulan", "Usulan ke kabupaten (DU-RKP)"
    MUSRENBANG = "musrenbang", "Musrenbang kecamatan"
    JAWABAN = "jawaban", "Jawaban kabupaten"


class Boleh(models.TextChoices):
    """The acts that a step allows. One that no step of a year allows is free all year."""

    SUARA = "suara", "Mencatat daftar suara musyawarah dusun"
    RKP = "rkp", "Membuka dan menetapkan rancangan RKP"
    DU_RKP = "du_rkp", "Membuka dan menetapkan usulan ke kabupaten"
    MUSRENBANG = "musrenbang", "Membahas usulan di musrenbang kecamatan"
    JAWABAN = "jawaban", "Mencatat jawaban kabupaten"


# The acts of opening and setting a plan, by its kind.
BOLEH_JENIS = {JenisRencana.RKP: Boleh.RKP, JenisRencana.DU_RKP: Boleh.DU_RKP}
