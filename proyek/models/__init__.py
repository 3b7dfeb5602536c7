"""Projects, their money and the decisions about them."""

from proyek.models.acuan import Bidang, Kegiatan, SubBidang, TujuanDesa
from proyek.models.butir import ButirPekerjaan
from proyek.models.dokumen import Dokumen
from proyek.models.fungsi import JawabanFungsi
from proyek.models.jumlah import JumlahDana, JumlahProyek
from proyek.models.keputusan import Keputusan
from proyek.models.lestari import Lestari
from proyek.models.lingkungan import Lingkungan
from proyek.models.lpj import KoreksiLpj, Lpj, PindaianLpj
from proyek.models.penerima import PENERIMA
from proyek.models.perubahan import Perubahan
from proyek.models.proyek import KETERANGAN, Proyek
from proyek.models.rencana import RencanaKemajuan
from proyek.models.surat import PindaianKeputusan, SikapKakam
from proyek.models.tahap import PindahTahap
from proyek.models.tim import TimProyek
from proyek.models.uang import Gerak, Pendanaan

__all__ = [
    "KETERANGAN",
    "PENERIMA",
    "Bidang",
    "ButirPekerjaan",
    "Dokumen",
    "Gerak",
    "JawabanFungsi",
    "JumlahDana",
    "JumlahProyek",
    "Kegiatan",
    "Keputusan",
    "KoreksiLpj",
    "Lestari",
    "Lingkungan",
    "Lpj",
    "Pendanaan",
    "Perubahan",
    "PindahTahap",
    "PindaianKeputusan",
    "PindaianLpj",
    "Proyek",
    "RencanaKemajuan",
    "SikapKakam",
    "SubBidang",
    "TimProyek",
    "TujuanDesa",
]
