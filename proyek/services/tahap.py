"""The stages of a project: acts of the pelaksana, and the doors that a decision opens."""

import datetime

from django.db import transaction

from core.galat import TidakBisa, berkata
from core.jejak.catat import catat
from core.waktu import hari_ini
from proyek.bacaan.selesai import TETAP_BERALASAN, belum_cocok
from proyek.bacaan.tahap import sudah_berpindah
from proyek.enums import PINTU_TAHAP, Tahap
from proyek.laku import Aksi
from proyek.models import Keputusan, PindahTahap, Proyek
from proyek.services.kunci import kunci_proyek
from warga.models import Pengguna


@transaction.atomic
def ubah_tahap(
    *,
    proyek: Proyek,
    ke: str,
    tanggal: datetime.date,
    oleh: Pengguna,
    alasan: str = "",
    dari: str = "",
) -> Proyek:
    """Record an act of the pelaksana: start, stop, resume, finish, hand over.

    `dari` is the stage that the person saw. Raises TidakBisa when it is another one by now, when
    the act does not fit the stage, the reason is missing, or the date lies in the future or before
    the start. Finishing needs a reason while reports or money say that it is not finished.
    """
    proyek = kunci_proyek(proyek)
    if berpindah := sudah_berpindah(proyek, dari):
        raise TidakBisa(berpindah)
    langkah = pindah(proyek, ke, lewat_keputusan=False, alasan=alasan)
    if ke == Tahap.SELESAI and not berkata(alasan) and belum_cocok(proyek):
        raise TidakBisa(TETAP_BERALASAN)
    _setel_tanggal(proyek, tanggal)
    proyek.save(update_fields=["tahap", "mulai_nyata", "selesai_nyata"])
    simpan_langkah(langkah, oleh=oleh, tanggal=tanggal)
    catat(
        objek=proyek,
        aksi=Aksi.TAHAP,
        oleh=oleh,
        dari=langkah.dari,
        ke=ke,
        alasan=alasan,
        rincian={"tanggal": tanggal.isoformat()},
    )
    return proyek


def pindah(
    proyek: Proyek, ke: str, *, lewat_keputusan: bool, alasan: str | None = None
) -> PindahTahap:
    """Set the next stage of a locked project, and return the move for `simpan_langkah`.

    Raises TidakBisa when the door of that stage is another one.
    """
    pintu = PINTU_TAHAP.get(ke)
    if not pintu or pintu.lewat_keputusan != lewat_keputusan or proyek.tahap not in pintu.dari:
        raise TidakBisa(
            f"Proyek ini berada pada tahap “{proyek.get_tahap_display()}”, jadi tidak dapat "
            "dipindahkan ke tahap itu. Muat ulang halaman untuk melihat keadaan terbaru."
        )
    if pintu.alasan_wajib and alasan is not None and not alasan.strip():
        raise TidakBisa("Tulis alasannya. Warga berhak tahu mengapa pekerjaan berhenti.")
    langkah = langkah_baru(proyek, proyek.tahap, ke)
    proyek.tahap = ke
    return langkah


def langkah_baru(proyek: Proyek, dari: str, ke: str) -> PindahTahap:
    """Return an unsaved move, with the dates of the project as they stand before it."""
    return PindahTahap(
        proyek=proyek,
        dari=dari,
        ke=ke,
        mulai_dulu=proyek.mulai_nyata,
        selesai_dulu=proyek.selesai_nyata,
    )


def simpan_langkah(
    langkah: PindahTahap,
    *,
    oleh: Pengguna,
    tanggal: datetime.date,
    keputusan: Keputusan | None = None,
) -> None:
    """Store a move with its day and the office that sets it, beside its row in the trail."""
    langkah.tanggal, langkah.keputusan = tanggal, keputusan
    langkah.kecamatan = oleh.akun_kecamatan
    langkah.save(force_insert=True)


def _setel_tanggal(proyek: Proyek, tanggal: datetime.date) -> None:
    if tanggal > hari_ini():
        raise TidakBisa("Tanggal tidak boleh sesudah hari ini.")
    if proyek.mulai_nyata and tanggal < proyek.mulai_nyata:
        raise TidakBisa("Tanggal tidak boleh sebelum pekerjaan dimulai.")
    if proyek.tahap == Tahap.BERJALAN and not proyek.mulai_nyata:
        proyek.mulai_nyata = tanggal
    if proyek.tahap == Tahap.SELESAI:
        proyek.selesai_nyata = tanggal
