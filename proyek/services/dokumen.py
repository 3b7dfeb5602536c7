"""The papers of a project: shown at once, corrected in words, taken back with a reason."""

from collections.abc import Sequence

from django.db import transaction

from core.berkas import simpan as simpanan
from core.berkas.redaksi import Kotak
from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.models import Berkas, Jejak
from core.moderasi.penarikan import catat_penarikan, tutup_berkas
from core.waktu import sekarang
from proyek.laku import Aksi
from proyek.models import Dokumen, Proyek
from proyek.services.kunci import kunci_proyek
from proyek.services.rencana import PERLU_ALASAN
from warga.models import Pengguna

DOKUMEN_TERBANYAK = 40
SUDAH_DITARIK = "Dokumen ini sudah ditarik. Muat ulang halaman."


@transaction.atomic
def tambah_dokumen(*, dokumen: Dokumen, berkas: Berkas, oleh: Pengguna) -> Dokumen:
    """Add an unsaved paper with its stored file, which becomes public. Raises TidakBisa when the
    project has enough, or the file cannot be published now."""
    proyek = kunci_proyek(dokumen.proyek)
    if proyek.dokumen.count() >= DOKUMEN_TERBANYAK:
        raise TidakBisa(f"Satu proyek paling banyak {DOKUMEN_TERBANYAK} dokumen.")
    dokumen.berkas = berkas
    dokumen.save(force_insert=True)
    simpanan.terbitkan(berkas)
    catat(objek=proyek, aksi=Aksi.DOKUMEN, oleh=oleh, rincian={"dokumen": dokumen.jenis})
    return dokumen


@transaction.atomic
def ubah_dokumen(*, dokumen: Dokumen, alasan: str, oleh: Pengguna) -> Dokumen:
    """Save other words about a paper. Raises TidakBisa without a reason, or when it was taken
    back."""
    proyek = _kunci(dokumen, alasan)
    dokumen.save(update_fields=["jenis", "keterangan", "tanggal", "gerak"])
    rincian = {"dokumen": dokumen.jenis}
    catat(objek=proyek, aksi=Aksi.DOKUMEN_DIUBAH, oleh=oleh, alasan=alasan, rincian=rincian)
    return dokumen


@transaction.atomic
def tarik_dokumen(*, dokumen: Dokumen, alasan: str, oleh: Pengguna) -> None:
    """Take a paper back from everyone: its address dies with the commit, its words go, its place
    stays with the reason. The office and the kecamatan keep the file.

    Raises TidakBisa without a reason, or when it was taken back before.
    """
    proyek = _kunci(dokumen, alasan)
    rincian = {"dokumen": dokumen.jenis}
    jejak = catat(
        objek=proyek, aksi=Aksi.DOKUMEN_DITARIK, oleh=oleh, alasan=alasan, rincian=rincian
    )
    catat_penarikan(jejak=jejak, baris=dokumen, kolom=["berkas", "keterangan"], utuh=True)
    simpanan.tarik(dokumen.berkas)
    Dokumen.objects.filter(pk=dokumen.pk).update(keterangan="", ditarik_pada=sekarang())


def tutup_dokumen(*, dokumen: Dokumen, kotak: Sequence[Kotak], alasan: str, oleh: Pengguna) -> None:
    """Cover parts of a paper that is a photo, for good; the reason stays beside it.

    Raises TidakBisa without a reason, when it was taken back, and when somebody covered it
    meanwhile; FotoDitolak when it cannot be decoded or stored now. Call it outside a transaction.
    """

    def tulis() -> Jejak:
        proyek = _kunci(dokumen, alasan)
        return catat(
            objek=proyek,
            aksi=Aksi.DOKUMEN_DITUTUP,
            oleh=oleh,
            alasan=alasan.strip(),
            rincian={"dokumen": dokumen.jenis},
        )

    tutup_berkas(baris=dokumen, kotak=kotak, alasan=alasan, tulis=tulis)


def _kunci(dokumen: Dokumen, alasan: str) -> Proyek:
    """Lock the project of a paper that is still shown."""
    pastikan_berkata(alasan, PERLU_ALASAN)
    proyek = kunci_proyek(dokumen.proyek)
    if not proyek.dokumen.tampil().filter(pk=dokumen.pk).exists():
        raise TidakBisa(SUDAH_DITARIK)
    return proyek
