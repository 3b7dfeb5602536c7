"""Every act on a musrenbang and on its proposals."""

from enum import StrEnum

from core.laku import Alasan, Kabar, Laku, Pembaca, beku

_UMUM = Pembaca.UMUM


class Aksi(StrEnum):
    """The acts on a musrenbang, as the trail names them."""

    DIBUKA = "dibuka"
    DIATUR = "diatur"
    PINDAH = "pindah"
    MUNDUR = "mundur"


LAKU = beku(
    {
        Aksi.DIBUKA: Laku("Musrenbang dibuka", _UMUM),
        Aksi.DIATUR: Laku("Tanggal, tim, atau bobot diatur"),
        Aksi.PINDAH: Laku("Tahap berikutnya", _UMUM),
        Aksi.MUNDUR: Laku("Tahap dibatalkan", _UMUM, Alasan.WAJIB_UMUM),
    }
)


class AksiUsulan(StrEnum):
    """The acts on a proposal, as the trail names them."""

    DITULIS = "ditulis"
    DIPERBAIKI = "usulan_diperbaiki"
    DIFOTO = "usulan_difoto"
    DITARIK = "usulan_ditarik"
    DIUBAH_RAPAT = "usulan_diubah_rapat"
    BATAL_UBAH = "usulan_batal_ubah"
    DIJAWAB = "usulan_dijawab"
    JAWABAN_DIPERBAIKI = "usulan_jawaban_diperbaiki"


LAKU_USULAN = beku(
    {
        AksiUsulan.DITULIS: Laku("Usulan dikirim", _UMUM),
        AksiUsulan.DIPERBAIKI: Laku("Usulan diperbaiki", _UMUM),
        AksiUsulan.DIFOTO: Laku("Foto usulan diganti", _UMUM),
        AksiUsulan.DITARIK: Laku("Usulan ditarik", _UMUM, Alasan.WAJIB_UMUM, Kabar.KAMPUNG),
        AksiUsulan.DIUBAH_RAPAT: Laku("Urutan diubah rapat", _UMUM, Alasan.WAJIB_UMUM),
        AksiUsulan.BATAL_UBAH: Laku("Perubahan urutan dibatalkan", _UMUM, Alasan.WAJIB_UMUM),
        AksiUsulan.DIJAWAB: Laku("Dijawab kabupaten", _UMUM, Alasan.UMUM, Kabar.KAMPUNG),
        AksiUsulan.JAWABAN_DIPERBAIKI: Laku(
            "Jawaban kabupaten diperbaiki", _UMUM, Alasan.WAJIB_UMUM, Kabar.KAMPUNG
        ),
    }
)
