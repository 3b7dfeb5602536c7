"""A kiriman that follows its project repeats the reason of a decision; the black words go there,
too."""

from aspirasi.models import Aspirasi
from aspirasi.services import berkala, tangani
from aspirasi.services.penarikan_keputusan import hitamkan_keputusan
from core.models import Jejak
from proyek.enums import Tahap
from proyek.models import Keputusan
from tests.pabrik.aspirasi import terbit
from tests.pabrik.isian_proyek import isian_dana, isian_keputusan
from tests.pabrik.proyek import buat_proyek

KATA = "Xylofon"


def test_the_trail_of_a_kiriman_loses_them(klien, pemeran) -> None:
    proyek = buat_proyek(pemeran.kampung, tahap=Tahap.DIBAHAS)
    suara = terbit(pemeran.kampung, pemeran.staf, isi="Jalan Dusun 3 becek.", jenis="usulan")
    tangani.hubungkan_proyek(aspirasi=suara, proyek=proyek, oleh=pemeran.staf)
    isian = isian_keputusan(
        ke_tahap=Tahap.TIDAK_DIPRIORITASKAN, alasan=f"Tanah {KATA} belum dihibahkan tahun ini."
    )
    klien("kakam").post(f"/keputusan/catat/?proyek={proyek.nomor}", isian | isian_dana())
    berkala.ikuti_tahap(str(suara.acuan))
    tahu = Jejak.objects.filter(objek_jenis=Aspirasi.jenis_jejak, isi__alasan__contains=KATA)
    assert tahu.exists()
    hitamkan_keputusan(
        keputusan=Keputusan.objects.get(),
        kata=[KATA],
        alasan="Memuat nama warga.",
        oleh=pemeran.staf,
    )
    assert not Jejak.objects.filter(isi__alasan__contains=KATA).exists()
    assert KATA not in klien("pengunjung").get(suara.get_absolute_url()).content.decode()
