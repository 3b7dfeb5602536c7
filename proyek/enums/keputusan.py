"""Grounds, offices and papers of decisions."""

from django.db import models

from proyek.enums.tahap import Tahap


class Dasar(models.TextChoices):
    """The grounds of a decision."""

    MUSDUS = "musdus", "Musyawarah dusun"
    MUSKAM = "muskam", "Musyawarah kampung"
    MUSRENBANG_KAMPUNG = "musrenbang_kampung", "Musrenbang kampung"
    MUSRENBANG_KECAMATAN = "musrenbang_kecamatan", "Musrenbang kecamatan"
    PERATURAN_KAMPUNG = "peraturan_kampung", "Peraturan Kampung"
    PERATURAN_KAKAM = "peraturan_kakam", "Peraturan Kepala Kampung"
    KEPUTUSAN_KAKAM = "keputusan_kakam", "Keputusan Kepala Kampung"
    KEPUTUSAN_CAMAT = "keputusan_camat", "Keputusan Camat"
    BERITA_ACARA = "berita_acara", "Berita acara"


# Grounds on which the BPK Kampung may enter what a meeting decided that it hosted, and the stages
# to which a meeting brings a project.
DASAR_MUSYAWARAH = (Dasar.MUSDUS, Dasar.MUSKAM, Dasar.MUSRENBANG_KAMPUNG, Dasar.BERITA_ACARA)
TAHAP_MUSYAWARAH = (Tahap.DITELAAH, Tahap.DIBAHAS)
# Grounds of decisions that the camat makes, and not a kampung.
DASAR_KECAMATAN = (Dasar.KEPUTUSAN_CAMAT, Dasar.MUSRENBANG_KECAMATAN)


class Pencatat(models.TextChoices):
    """The office that entered a decision, and in which name: the kecamatan enters its own, and some
    for a kampung."""

    KAMPUNG = "kampung", "Pemerintah kampung"
    BPK = "bpk", "BPK Kampung"
    KECAMATAN = "kecamatan", "Kecamatan"
    UNTUK_KAMPUNG = "untuk_kampung", "Kecamatan, untuk kampung"


class JenisPindaian(models.TextChoices):
    """The kinds of papers behind a decision."""

    SURAT = "surat", "Surat keputusan"
    BERITA_ACARA = "berita_acara", "Berita acara"
    DAFTAR_HADIR = "daftar_hadir", "Daftar hadir"
    LAMPIRAN = "lampiran", "Lampiran surat"
    LAIN = "lain", "Surat lain"


class KeadaanSikap(models.TextChoices):
    """The word of a Kepala Kampung on a decision that others entered in that name."""

    MENUNGGU = "menunggu", "Menunggu Kepala Kampung"
    BENAR = "benar", "Dibenarkan Kepala Kampung"
    DISANGGAH = "disanggah", "Disanggah Kepala Kampung"
