"""Acts in the forum. Hiding and showing again live in `core.moderasi.tampil`."""

from typing import TypeVar

from django.db import transaction

from core.galat import TidakBisa
from core.jejak.catat import catat
from core.moderasi import tampil
from forum.laku import Aksi
from forum.models import Balasan, Topik, Tulisan
from warga.models import Pengguna

T = TypeVar("T", bound=Tulisan)


@transaction.atomic
def tulis_topik(*, topik: Topik, oleh: Pengguna) -> Topik:
    """Post an unsaved topic. It is held when the author's contact is not proven."""
    return _tulis(topik, oleh)


@transaction.atomic
def tulis_balasan(*, balasan: Balasan, oleh: Pengguna) -> Balasan:
    """Post an unsaved reply. Raises TidakBisa when the topic is hidden or held."""
    topik = Topik.objects.select_for_update().get(pk=balasan.topik_id)
    if not topik.terbit:
        raise TidakBisa("Topik ini sedang tidak ditampilkan, jadi belum dapat dibalas.")
    return _tulis(balasan, oleh)


def _tulis(tulisan: T, oleh: Pengguna) -> T:
    tulisan.penulis, tulisan.peran = oleh, oleh.peran_kini
    tulisan.ditahan = not oleh.kontak_terbukti
    tulisan.save(force_insert=True)
    catat(objek=tulisan, aksi=Aksi.DITAHAN if tulisan.ditahan else Aksi.DITULIS, oleh=oleh)
    return tulisan


def loloskan(*, tulisan: T, oleh: Pengguna, dibaca: str | None = None) -> T:
    """Show a held text. `dibaca` is the fingerprint of what was read. Raises TidakBisa when it is
    no longer held, or another text."""
    return tampil.loloskan(tulisan, aksi=Aksi.DILOLOSKAN, oleh=oleh, dibaca=dibaca)
