"""Decisions that only the offices concerned may read yet, entered and contested as people do."""

from proyek.enums import Dasar, Pencatat, SumberDana, Tahap
from proyek.models import Keputusan, Pendanaan, PindaianKeputusan, Proyek
from proyek.services.keputusan import catat_keputusan
from proyek.services.pindaian import unggah
from proyek.services.sikap import sanggah
from tests.pabrik.berkas import foto_tersimpan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import HARI

# A stranger, residents, an office of the same kampung, and the same office of another one.
TAK_MEMBACA = {"pengunjung", "warga", "fasilitator", "bpk", "aparat_lain"}


def tutup_keputusan(pemeran: Pemeran, kata: str) -> list[Keputusan]:
    """Let staf enter decisions for the kampung that hold `kata` in all that is written: one that
    waits with stage and money, a ralat of it, and one that the kakam contests, with its scan."""
    proyek = Proyek.objects.berlaku().filter(kampung=pemeran.kampung).order_by("pk").first()
    isi = {"proyek": proyek, "ke_tahap": Tahap.DIBATALKAN}
    dana = [Pendanaan.baru(SumberDana.ADD, 2027, 77_000_000)]
    oleh = pemeran.staf
    satu = catat_keputusan(keputusan=_baru(pemeran, kata, **isi), pendanaan=dana, oleh=oleh)
    ganti = isi | {"menggantikan": satu, "sebab_ralat": f"{kata}."}
    dua = catat_keputusan(keputusan=_baru(pemeran, kata, **ganti), oleh=oleh)
    tiga = catat_keputusan(keputusan=_baru(pemeran, kata), oleh=oleh)
    sanggah(keputusan=tiga, alasan=f"{kata}: bukan saya yang menetapkan.", oleh=pemeran.kakam)
    pindaian = PindaianKeputusan(keputusan=tiga, berkas=foto_tersimpan(), keterangan=kata)
    unggah(pindaian=pindaian, oleh=oleh)
    semua = Keputusan.objects.filter(pk__in=(satu.pk, dua.pk, tiga.pk))
    assert {(k.umum, k.pencatat) for k in semua} == {(False, Pencatat.UNTUK_KAMPUNG)}
    return list(semua)


def _baru(pemeran: Pemeran, kata: str, **lain: object) -> Keputusan:
    isi = f"{kata} ditunda sampai tahun depan, karena uangnya belum cukup."
    dasar = {"dasar": Dasar.MUSKAM, "tanggal_surat": HARI, "nomor_surat": f"140/{kata}"}
    jabatan = {"ditetapkan_jabatan": "Kepala Kampung", "ditetapkan_nama": kata}
    tulisan = {"judul": f"{kata} ditunda", "isi": isi, "alasan": isi}
    return Keputusan(kampung=pemeran.kampung, **tulisan, **dasar, **jabatan, **lain)
