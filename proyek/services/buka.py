"""Opening a project, with its money and its founding decision."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from core.galat import TidakBisa
from core.jejak.catat import catat
from core.jejak.nomor import nomor_baru, nomor_untuk
from core.models import Berkas
from core.waktu import hari_ini
from proyek.enums import PINTU_TAHAP, Pencatat, Tahap
from proyek.laku import Aksi
from proyek.models import Keputusan, Pendanaan, Proyek
from proyek.services.keputusan import siapkan_keputusan, simpan_keputusan
from proyek.services.tahap import langkah_baru
from proyek.services.uang import PERLU_UANG, kunci_jumlah, tambah_dana
from warga.models import Kampung, Pengguna
from warga.rules import adalah_kecamatan


@transaction.atomic
def buka_proyek(
    *,
    proyek: Proyek,
    pendanaan: Sequence[Pendanaan],
    keputusan: Keputusan | None,
    oleh: Pengguna,
    dokumen: Berkas | None = None,
    kampung_lain: Iterable[Kampung] = (),
) -> Proyek:
    """Register an unsaved project with its money and, if there is one, its founding decision.

    A project may enter the portal late in its life, so the founding Keputusan may set any stage
    that a Keputusan opens; without a decision it begins as a usulan. So it does while its decision
    waits for the kakam, which then brings stage and money. Raises TidakBisa when the decision names
    a stage that only the pelaksana can reach.
    """
    _setel_tahap_awal(proyek, keputusan)
    if proyek.tahap == Tahap.DIANGGARKAN and not pendanaan:
        raise TidakBisa(PERLU_UANG)
    proyek.pembuka = Pencatat.KECAMATAN if adalah_kecamatan(oleh) else Pencatat.KAMPUNG
    if keputusan:
        keputusan.kampung, keputusan.awal = proyek.kampung, True
        siapkan_keputusan(keputusan, oleh, dokumen, pendanaan)
        if not keputusan.umum:
            proyek.tahap, pendanaan = Tahap.USULAN, ()
    if pendanaan:
        kunci_jumlah()
    _beri_nomor(proyek, keputusan)
    proyek.save(force_insert=True)
    kampung_lain = [satu for satu in kampung_lain if satu != proyek.kampung]
    proyek.kampung_lain.set(kampung_lain)
    catat(objek=proyek, aksi=Aksi.DIBUKA, oleh=oleh, ke=proyek.tahap)
    if keputusan:
        keputusan.proyek = proyek
        ke = keputusan.ke_tahap if keputusan.umum else ""
        langkah = [langkah_baru(proyek, Tahap.USULAN, ke)] if ke else []
        simpan_keputusan(keputusan, kampung_lain=kampung_lain, dokumen=dokumen, langkah=langkah)
    tambah_dana(proyek=proyek, pendanaan=pendanaan, oleh=oleh, keputusan=keputusan)
    return proyek


def _beri_nomor(proyek: Proyek, keputusan: Keputusan | None) -> None:
    """Number a project together with its founding decision."""
    tahun = hari_ini().year
    if keputusan:
        keputusan.nomor, proyek.nomor = nomor_untuk(Keputusan, Proyek, tahun=tahun)
    else:
        proyek.nomor = nomor_baru(Proyek, tahun)


def _setel_tahap_awal(proyek: Proyek, keputusan: Keputusan | None) -> None:
    ke = keputusan.ke_tahap if keputusan else ""
    if ke and (ke not in PINTU_TAHAP or not PINTU_TAHAP[ke].lewat_keputusan):
        raise TidakBisa("Tahap ini tidak dapat ditetapkan dengan keputusan. Pilih tahap lain.")
    proyek.tahap = ke or Tahap.USULAN
