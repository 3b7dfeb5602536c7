"""Which kiriman of a desk another one may be merged into."""

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi
from aspirasi.serupa import mirip
from warga.models import Pengguna

TERBANYAK = 5


def calon(aspirasi: Aspirasi, oleh: Pengguna) -> list[Aspirasi]:
    """Return the likeliest goals, best first: open, on this person's desk, of the same kampung
    and for the same readers, and such as `lanjut.gabung` takes."""
    meja = Aspirasi.objects.untuk_meja(oleh).terbuka().exclude(pk=aspirasi.pk)
    sepadan = meja.filter(
        kampung=aspirasi.kampung_id, jangkauan=aspirasi.jangkauan, tentang=aspirasi.tentang
    )
    if aspirasi.bahaya:
        sepadan = sepadan.filter(bahaya=True)
    if aspirasi.jenis == Jenis.KEBERATAN:
        sepadan = sepadan.filter(jenis=Jenis.KEBERATAN, proyek_disebut=aspirasi.proyek_disebut_id)
    return mirip.serupa(
        aspirasi.isi_publik,
        di=sepadan,
        kampung=aspirasi.kampung,
        lintang=aspirasi.lintang,
        bujur=aspirasi.bujur,
        jenis=aspirasi.jenis,
        batas=TERBANYAK,
        ambang=mirip.AMBANG_SELA,
    )
