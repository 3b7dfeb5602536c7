"""Entering a decision, which may move its project and bring money to it."""

from collections.abc import Sequence

from django.db import transaction

from core.berkas import simpan as simpanan
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.jejak.nomor import nomor_baru
from core.models import Berkas
from core.waktu import hari_ini
from proyek.enums import Tahap
from proyek.laku import Aksi
from proyek.models import Keputusan, Pendanaan, PindahTahap, Proyek
from proyek.services.kunci import kunci_bersama
from proyek.services.tahap import pindah, simpan_langkah
from proyek.services.uang import PERLU_UANG, simpan_dana
from warga.models import Pengguna


@transaction.atomic
def catat_keputusan(
    *,
    keputusan: Keputusan,
    oleh: Pengguna,
    dokumen: Berkas | None = None,
    pendanaan: Sequence[Pendanaan] = (),
) -> Keputusan:
    """Enter an unsaved decision. When it names a stage, move its project there.

    `pendanaan` is money that this decision gives to its project. Raises TidakBisa when the stage
    cannot follow the present one, or needs money that the project lacks.
    """
    proyek, langkah = _kunci_proyek(keputusan, pendanaan)
    siapkan_keputusan(keputusan, oleh, dokumen)
    if proyek:
        simpan_dana(proyek, pendanaan)
        if keputusan.ke_tahap:
            proyek.save(update_fields=["tahap"])
    keputusan.nomor = nomor_baru(Keputusan, hari_ini().year)
    return simpan_keputusan(keputusan, pendanaan, langkah)


def _kunci_proyek(
    keputusan: Keputusan, pendanaan: Sequence[Pendanaan]
) -> tuple[Proyek | None, PindahTahap | None]:
    """Lock the project of a decision and return it at the stage that the decision names, with the
    move to it.

    None for a decision that is about no project, or names no stage.
    """
    if keputusan.proyek_id is None:
        return None, None
    langkah = None
    proyek = kunci_bersama([keputusan.proyek_id])[0]
    keputusan.kampung_id = proyek.kampung_id
    if keputusan.ke_tahap:
        langkah = pindah(proyek, keputusan.ke_tahap, lewat_keputusan=True)
        if proyek.tahap == Tahap.DIANGGARKAN and not (pendanaan or proyek.pendanaan.exists()):
            raise TidakBisa(PERLU_UANG)
    return proyek, langkah


def siapkan_keputusan(keputusan: Keputusan, oleh: Pengguna, dokumen: Berkas | None) -> None:
    """Set who enters it, and publish its document. Copying takes time, so no number is held yet."""
    keputusan.dicatat_oleh = oleh
    keputusan.berkas = dokumen
    if dokumen:
        simpanan.terbitkan(dokumen)


def simpan_keputusan(
    keputusan: Keputusan,
    pendanaan: Sequence[Pendanaan],
    langkah: PindahTahap | None,
    *,
    awal: bool = False,
) -> Keputusan:
    """Store a numbered decision, with the move of its project and its rows in both trails. `awal`
    marks the one that a project is opened with."""
    oleh = keputusan.dicatat_oleh
    keputusan.save(force_insert=True)
    if langkah:
        simpan_langkah(langkah, oleh=oleh, tanggal=keputusan.tanggal_surat, keputusan=keputusan)
    catat(objek=keputusan, aksi=Aksi.DICATAT, oleh=oleh, alasan=keputusan.alasan)
    if keputusan.proyek:
        catat(
            objek=keputusan.proyek,
            aksi=Aksi.KEPUTUSAN,
            oleh=oleh,
            ke=keputusan.ke_tahap,
            alasan=keputusan.alasan,
            rincian={
                "keputusan": keputusan.nomor,
                "dana": [[b.sumber, b.tahun, b.pagu] for b in pendanaan],
            }
            | ({"awal": True} if awal else {}),
        )
    return keputusan
