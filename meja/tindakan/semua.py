"""Every act that a desk offers on a kiriman, in the order of its page."""

from meja.tindakan.bahaya import UmumkanBahaya
from meja.tindakan.dasar import TindakanForm
from meja.tindakan.foto import TampilkanFoto
from meja.tindakan.gabung import Gabung
from meja.tindakan.instansi import CatatNomorLapor, CatatSurat, TungguInstansi
from meja.tindakan.jawab import BeriKabar, Tanggapi
from meja.tindakan.keterangan import TanyaKampung
from meja.tindakan.letak import BulatkanLetak, TepatkanLetak
from meja.tindakan.pembaca import Persempit, TolakUmum, Umumkan
from meja.tindakan.pengirim import BacaBalasan, MintaKeterangan
from meja.tindakan.perbaikan import Perbaiki
from meja.tindakan.periksa import Periksa
from meja.tindakan.proyek import HubungkanProyek
from meja.tindakan.tangani import Ambil, AmbilDulu, Catat, Teruskan, Tugaskan
from meja.tindakan.tarik import TarikAlasan, TarikIsi
from meja.tindakan.tenggat import SetelGolongan, Tunda
from meja.tindakan.tutup import Arsipkan, BukanWewenang, Buktikan, Tolak

# First come acts that the sender waits for, then the usual next steps.
URUTAN: tuple[type[TindakanForm], ...] = (
    Umumkan,
    TolakUmum,
    TepatkanLetak,
    Periksa,
    AmbilDulu,
    Teruskan,
    Ambil,
    Tanggapi,
    TampilkanFoto,
    HubungkanProyek,
    MintaKeterangan,
    BeriKabar,
    CatatSurat,
    TungguInstansi,
    Buktikan,
    Tunda,
    SetelGolongan,
    UmumkanBahaya,
    Tugaskan,
    BacaBalasan,
    Catat,
    CatatNomorLapor,
    Perbaiki,
    BukanWewenang,
    Tolak,
    Gabung,
    Arsipkan,
    TanyaKampung,
    Persempit,
    BulatkanLetak,
    TarikIsi,
    TarikAlasan,
)
TINDAKAN: dict[str, type[TindakanForm]] = {t.nama: t for t in URUTAN}
