"""Words of a decision that are blacked out, and what kiriman and objections repeat of them."""

from collections.abc import Sequence

from django.db import transaction

from aspirasi.models import Aspirasi
from core.jejak.catat import hapus_isi
from core.models import Jejak
from core.moderasi.penarikan import DITARIK, hitamkan
from proyek.models import Keputusan
from proyek.services.penarikan_keputusan import hitamkan_kata, yang_memuat
from warga.models import Pengguna


@transaction.atomic
def hitamkan_keputusan(
    *, keputusan: Keputusan, kata: Sequence[str], alasan: str, oleh: Pengguna
) -> Keputusan:
    """Black out words of a decision; the trails of kiriman that repeat them lose them, too.

    Raises TidakBisa for what `proyek.services.penarikan_keputusan` refuses.
    """
    for acuan, jejak in _pengulang(keputusan, kata).items():
        aspirasi = Aspirasi.objects.select_for_update().get(acuan=acuan)
        hapus_isi(objek=aspirasi, alasan=DITARIK, oleh=oleh, jejak=jejak)
    lain = list(keputusan.pertimbangan.values_list("isi", flat=True))
    keputusan = hitamkan_kata(keputusan=keputusan, kata=kata, alasan=alasan, oleh=oleh, lain=lain)
    for tentang in keputusan.pertimbangan.all():  # what it says of objections stands beside it
        tentang.isi = hitamkan(tentang.isi, kata)
        tentang.save(update_fields=["isi"])
    return keputusan


def _pengulang(keputusan: Keputusan, kata: Sequence[str]) -> dict[str, list[Jejak]]:
    """Return the acts on kiriman that repeat the words, by the key of the kiriman."""
    semua = Jejak.objects.filter(
        objek_jenis=Aspirasi.jenis_jejak, isi__rincian__keputusan=keputusan.nomor
    )
    hasil: dict[str, list[Jejak]] = {}
    for jejak in yang_memuat(semua.select_related("isi").order_by("objek_kunci", "pk"), kata):
        hasil.setdefault(jejak.objek_kunci, []).append(jejak)
    return hasil
