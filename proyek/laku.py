"""Every act on a project and on a decision.

`proyek.enums.PINTU_TAHAP` says which stage may follow which: it has one door per stage, while the
trail has two verbs for them all (docs/keputusan/0025-laku.md).
"""

from enum import StrEnum

from core.laku import MODERASI, Alasan, Kabar, Laku, Oleh, Pembaca, beku, beralasan


class Aksi(StrEnum):
    """The acts on a project or a decision, as their trail names them."""

    DIBUKA = "dibuka"
    KEPUTUSAN = "keputusan"
    TAHAP = "tahap"
    TAHAP_DIBATALKAN = "tahap_dibatalkan"
    PENCAIRAN = "pencairan"
    DIKEMBALIKAN = "dikembalikan"
    PENCAIRAN_BATAL = "pencairan_batal"
    PENCAIRAN_BETUL = "pencairan_betul"
    LAPORAN = "laporan"
    LAPORAN_TERLAMBAT = "laporan_terlambat"
    LAPORAN_DITARIK = "laporan_ditarik"
    BELANJA_DIISI = "belanja_diisi"
    BELANJA_SISKEUDES = "belanja_siskeudes"
    DIUBAH = "diubah"
    RENCANA_KEMAJUAN = "rencana_kemajuan"
    RINCIAN_PEKERJAAN = "rincian_pekerjaan"
    TIM = "tim"
    PENERIMA = "penerima"
    DOKUMEN = "dokumen"
    DOKUMEN_DIUBAH = "dokumen_diubah"
    DOKUMEN_DITUTUP = "dokumen_ditutup"
    DOKUMEN_DITARIK = "dokumen_ditarik"
    DIBETULKAN = "dibetulkan"
    TULISAN_DIHITAMKAN = "tulisan_dihitamkan"
    DICABUT = "dicabut"
    PERUBAHAN = "perubahan"
    DICATAT = "dicatat"
    LESTARI_DIISI = "lestari_diisi"
    LESTARI_DIUBAH = "lestari_diubah"
    FUNGSI_DITANYA = "fungsi_ditanya"
    FUNGSI_DIJAWAB = "fungsi_dijawab"
    EVALUASI = "evaluasi"
    EVALUASI_DIPERBAIKI = "evaluasi_diperbaiki"
    LAPANGAN_DIBUKA = "lapangan_dibuka"
    LAPANGAN_DICATAT = "lapangan_dicatat"
    LAPANGAN_DIPERBAIKI = "lapangan_diperbaiki"
    LAPANGAN_BATAL = "lapangan_batal"
    LAPANGAN_TERLAMBAT = "lapangan_terlambat"
    SEPAKAT_DIJAWAB = "sepakat_dijawab"
    INSPEKTORAT = "inspektorat"
    INSPEKTORAT_DICABUT = "inspektorat_dicabut"
    MUSYAWARAH = "musyawarah"
    MUSYAWARAH_DIUBAH = "musyawarah_diubah"
    MUSYAWARAH_BATAL = "musyawarah_batal"
    MUSYAWARAH_DICATAT = "musyawarah_dicatat"
    RALAT = "ralat"
    TERBIT = "terbit"
    DIGANTI = "diganti"
    PINDAIAN = "pindaian"
    PINDAIAN_DITARIK = "pindaian_ditarik"
    PINDAIAN_DITUTUP = "pindaian_ditutup"
    DIBENARKAN = "dibenarkan"
    DISANGGAH = "disanggah"
    SANGGAHAN_DICABUT = "sanggahan_dicabut"
    KEPUTUSAN_DITARIK = "keputusan_ditarik"


_DITARIK = Laku(
    "Sebagian kata keputusan ditarik", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
)
_SEKAMPUNG = Kabar.KAMPUNG | Kabar.APARAT
LAKU = beku(
    {
        Aksi.DIBUKA: Laku("Dicatat di portal", Pembaca.UMUM, kabar=Kabar.KAMPUNG),
        Aksi.KEPUTUSAN: Laku("Keputusan", Pembaca.UMUM, Alasan.UMUM, Kabar.KAMPUNG),
        Aksi.TAHAP: Laku("Tahap berganti", Pembaca.UMUM, Alasan.UMUM, Kabar.KAMPUNG),
        Aksi.TAHAP_DIBATALKAN: Laku(
            "Tahap dibatalkan karena keliru", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.KAMPUNG
        ),
        Aksi.PENCAIRAN: Laku("Uang dicairkan", Pembaca.UMUM),
        Aksi.DIKEMBALIKAN: Laku("Uang dikembalikan ke kas", Pembaca.UMUM),
        Aksi.PENCAIRAN_BATAL: Laku("Pencairan dibatalkan", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        Aksi.PENCAIRAN_BETUL: Laku("Pencairan dibetulkan", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        Aksi.LAPORAN: Laku("Laporan kemajuan terbit", Pembaca.UMUM, kabar=Kabar.KAMPUNG),
        Aksi.LAPORAN_TERLAMBAT: Laku(
            "Laporan terlambat, diingatkan",
            Pembaca.UMUM,
            kabar=Kabar.TANPA_APARAT,
            oleh=Oleh.PORTAL,
        ),
        Aksi.LAPORAN_DITARIK: Laku(
            "Laporan kemajuan ditarik", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.KAMPUNG
        ),
        Aksi.BELANJA_DIISI: Laku("Belanja laporan yang menyusul diisi", Pembaca.UMUM),
        Aksi.BELANJA_SISKEUDES: Laku("Belanja diisi", Pembaca.UMUM),
        Aksi.DIUBAH: Laku("Keterangan diubah", Pembaca.UMUM, Alasan.UMUM),
        Aksi.RENCANA_KEMAJUAN: Laku("Rencana kemajuan diisi", Pembaca.UMUM, Alasan.UMUM),
        Aksi.RINCIAN_PEKERJAAN: Laku("Rincian pekerjaan diisi", Pembaca.UMUM, Alasan.UMUM),
        Aksi.TIM: Laku("Tim dan penyedia", Pembaca.UMUM, Alasan.UMUM, Kabar.TANPA_PENGIKUT),
        Aksi.PENERIMA: Laku(
            "Penerima manfaat dicatat", Pembaca.UMUM, Alasan.UMUM, Kabar.TANPA_PENGIKUT
        ),
        Aksi.DOKUMEN: Laku("Dokumen diunggah", Pembaca.UMUM),
        Aksi.DOKUMEN_DIUBAH: Laku(
            "Keterangan dokumen diperbaiki", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
        ),
        Aksi.DOKUMEN_DITARIK: Laku("Dokumen ditarik", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        Aksi.DIBETULKAN: Laku("Salah isi dibetulkan", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        Aksi.PERUBAHAN: Laku("Berubah dengan surat", Pembaca.UMUM, Alasan.UMUM),
        Aksi.TULISAN_DIHITAMKAN: Laku(
            "Sebagian tulisan dihitamkan", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
        ),
        Aksi.DICABUT: Laku(
            "Dicabut karena dibuka keliru",
            Pembaca.UMUM,
            Alasan.WAJIB_UMUM,
            Kabar.TANPA_PENGIKUT,
        ),
        Aksi.LESTARI_DIISI: Laku("Lahan, lingkungan, dan perawatan diisi", Pembaca.UMUM),
        Aksi.LESTARI_DIUBAH: Laku(
            "Lahan, lingkungan, dan perawatan diperbaiki", Pembaca.UMUM, Alasan.WAJIB_UMUM
        ),
        Aksi.FUNGSI_DITANYA: Laku("Ditanyakan: masih berfungsi?", Pembaca.UMUM, oleh=Oleh.PORTAL),
        Aksi.FUNGSI_DIJAWAB: Laku("Kantor kampung menjawab: masih berfungsi?", Pembaca.UMUM),
        Aksi.DOKUMEN_DITUTUP: Laku(
            "Sebagian dokumen ditutup", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
        ),
        Aksi.EVALUASI: Laku("Evaluasi ditulis", Pembaca.UMUM, kabar=Kabar.KAMPUNG),
        Aksi.EVALUASI_DIPERBAIKI: Laku("Evaluasi diperbaiki", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        # Their words stand beside the project (`laporan.laku`), not in its trail.
        Aksi.LAPANGAN_DIBUKA: Laku("Pemeriksaan lapangan dibuka", Pembaca.UMUM, kabar=_SEKAMPUNG),
        Aksi.LAPANGAN_DICATAT: Laku(
            "Hasil pemeriksaan lapangan dicatat", Pembaca.UMUM, kabar=_SEKAMPUNG
        ),
        Aksi.LAPANGAN_DIPERBAIKI: Laku(
            "Hasil pemeriksaan lapangan diperbaiki", Pembaca.UMUM, kabar=Kabar.APARAT
        ),
        Aksi.LAPANGAN_BATAL: Laku(
            "Pemeriksaan lapangan dibatalkan", Pembaca.UMUM, kabar=Kabar.APARAT
        ),
        Aksi.LAPANGAN_TERLAMBAT: Laku(
            "Pemeriksaan lapangan terlambat, diingatkan", Pembaca.UMUM, oleh=Oleh.PORTAL
        ),
        Aksi.SEPAKAT_DIJAWAB: Laku("Aparat kampung menjawab kesepakatan lapangan", Pembaca.UMUM),
        Aksi.INSPEKTORAT: Laku("Kecamatan menyurati Inspektorat", Pembaca.UMUM),
        Aksi.INSPEKTORAT_DICABUT: Laku(
            "Catatan surat ke Inspektorat dicabut karena keliru", Pembaca.UMUM
        ),
        Aksi.MUSYAWARAH: Laku(
            "Musyawarah penyelesaian direncanakan", Pembaca.UMUM, kabar=_SEKAMPUNG
        ),
        Aksi.MUSYAWARAH_DIUBAH: Laku(
            "Rencana musyawarah penyelesaian diubah", Pembaca.UMUM, kabar=Kabar.APARAT
        ),
        Aksi.MUSYAWARAH_BATAL: Laku(
            "Rencana musyawarah penyelesaian dibatalkan", Pembaca.UMUM, kabar=Kabar.APARAT
        ),
        Aksi.MUSYAWARAH_DICATAT: Laku(
            "Hasil musyawarah penyelesaian dicatat", Pembaca.UMUM, kabar=_SEKAMPUNG
        ),
        Aksi.RALAT: Laku("Keputusan diralat", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        Aksi.KEPUTUSAN_DITARIK: _DITARIK,
    }
)
# Acts whose reason everyone reads.
BERALASAN = beralasan(LAKU, Pembaca.UMUM)
# The page of a decision shows the decision itself. Its own rows are for the followers of the
# kampung, who hear of one that stands alone here, of others by the row of their project; and for
# the kakam in whose name it was entered, who is told of each.
LAKU_KEPUTUSAN = beku(
    {
        Aksi.DICATAT: Laku(
            "Keputusan dicatat",
            Pembaca.UMUM,
            kabar=Kabar.KAMPUNG,
            kata_lain={Pembaca.PENGIRIM: "Keputusan dicatat atas nama Anda: benarkah?"},
        ),
        Aksi.TERBIT: Laku("Keputusan terbuka untuk umum", Pembaca.UMUM, kabar=Kabar.KAMPUNG),
        Aksi.DIGANTI: Laku("Diganti oleh ralat", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        Aksi.PINDAIAN: Laku("Pindaian surat diunggah", Pembaca.UMUM),
        Aksi.PINDAIAN_DITARIK: Laku(
            "Pindaian surat ditarik", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
        ),
        Aksi.PINDAIAN_DITUTUP: Laku(
            "Sebagian pindaian surat ditutup",
            Pembaca.UMUM,
            Alasan.WAJIB_UMUM,
            Kabar.TANPA_PENGIKUT,
        ),
        Aksi.DIBENARKAN: Laku("Dibenarkan Kepala Kampung", Pembaca.UMUM),
        Aksi.DISANGGAH: Laku("Disanggah Kepala Kampung", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        Aksi.SANGGAHAN_DICABUT: Laku("Sanggahan dicabut Kepala Kampung", Pembaca.UMUM),
        Aksi.KEPUTUSAN_DITARIK: _DITARIK,
    }
)


class AksiFungsi(StrEnum):
    """The acts on an answer to "Masih berfungsi?"."""

    DIJAWAB = "dijawab"
    DIPERBAIKI = "diperbaiki"
    DILOLOSKAN = "diloloskan"


LAKU_FUNGSI = beku(
    {
        AksiFungsi.DIJAWAB: Laku("Dijawab", Pembaca.PENGIRIM, oleh=Oleh.WARGA),
        AksiFungsi.DIPERBAIKI: Laku("Jawaban diperbaiki", Pembaca.PENGIRIM, oleh=Oleh.WARGA),
        AksiFungsi.DILOLOSKAN: Laku("Ditampilkan sesudah ditahan", Pembaca.PENGIRIM),
    },
    MODERASI,
)


class AksiLingkungan(StrEnum):
    """The acts on the page "Lingkungan" of a kampung."""

    DIISI = "diisi"
    DIPERBAIKI = "diperbaiki"
    DIHITAMKAN = "tulisan_dihitamkan"


LAKU_LINGKUNGAN = beku(
    {
        AksiLingkungan.DIISI: Laku("Diisi", Pembaca.UMUM),
        AksiLingkungan.DIPERBAIKI: Laku("Diperbaiki", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        AksiLingkungan.DIHITAMKAN: Laku("Sebagian dihitamkan", Pembaca.UMUM, Alasan.WAJIB_UMUM),
    }
)


class AksiLpj(StrEnum):
    """The acts on the LPJ of a year."""

    DITETAPKAN = "ditetapkan"
    DIKOREKSI = "dikoreksi"
    DICABUT = "dicabut"
    DIHITAMKAN = "tulisan_dihitamkan"
    PINDAIAN = "pindaian"
    PINDAIAN_DITARIK = "pindaian_ditarik"
    PINDAIAN_DITUTUP = "pindaian_ditutup"


LAKU_LPJ = beku(
    {
        AksiLpj.DITETAPKAN: Laku("LPJ ditetapkan", Pembaca.UMUM),
        AksiLpj.DIKOREKSI: Laku("Koreksi setelah LPJ", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        AksiLpj.DICABUT: Laku("Penetapan LPJ dicabut", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        AksiLpj.DIHITAMKAN: Laku("Sebagian tulisan dihitamkan", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        AksiLpj.PINDAIAN: Laku("Pindaian surat diunggah", Pembaca.UMUM),
        AksiLpj.PINDAIAN_DITARIK: Laku("Pindaian surat ditarik", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        AksiLpj.PINDAIAN_DITUTUP: Laku(
            "Sebagian pindaian surat ditutup", Pembaca.UMUM, Alasan.WAJIB_UMUM
        ),
    }
)
