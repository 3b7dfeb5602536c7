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


def test_words_that_stand_only_in_what_it_says_of_objections_go_too(klien, pemeran) -> None:
    proyek = buat_proyek(pemeran.kampung, tahap=Tahap.USULAN)
    kirim = {"jenis": "keberatan", "proyek_disebut": proyek}
    terbit(pemeran.kampung, pemeran.staf, isi="Jalannya terlalu sempit.", **kirim)
    kata = {"pertimbangan": f"Tanah {KATA} di tepi jalan tidak dipakai."}
    isian = isian_keputusan(ke_tahap=Tahap.DITELAAH) | isian_dana() | kata
    klien("kakam").post(f"/keputusan/catat/?proyek={proyek.nomor}", isian)
    alamat = Keputusan.objects.get().get_absolute_url()
    pengunjung, tarik = klien("pengunjung"), {"kata": KATA, "alasan": "Memuat nama warga."}
    assert KATA in pengunjung.get(alamat).content.decode()
    assert klien("kakam").post(f"{alamat}tarik/", tarik).status_code == 302
    isi = pengunjung.get(alamat).content.decode()
    assert KATA not in isi
    assert "Sebagian keputusan ini dihitamkan karena memuat nama warga" in isi
