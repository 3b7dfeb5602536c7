"""The work on a kiriman: routing it, taking it up, a project that answers it, notes.

Each act is one transaction and leaves a Jejak. A kampung may begin before the first look
(docs/keputusan/0014-ditangani-dulu.md): publication, class and negative outcomes stay with the
official of that look, and so does the clock.
"""

from typing import Any

import rules
from django.db import transaction
from django.db.models import Q, QuerySet

from aspirasi.bacaan.riwayat import KAMPUNG_BARU
from aspirasi.enums import Aksi, Jangkauan, JenisTindakLanjut, Status, Tentang
from aspirasi.laku import PINDAH
from aspirasi.models import Aspirasi, Disposisi, TautanProyek, TindakLanjut
from aspirasi.services.alur import kunci_baris, lupakan_sanggahan, pindah, serahkan, tulis
from aspirasi.services.cabut_proyek import potret
from aspirasi.services.langkah import atas_nama, catat_langkah, kantor_dari
from core.galat import TidakBisa
from core.jejak.catat import catat
from proyek.enums import TAHAP_RAMPUNG
from proyek.models import Proyek
from proyek.services.kunci import kunci_proyek
from warga.enums import INSTANSI_DALAM, PERAN_KECAMATAN, NamaJabatan, Peran
from warga.models import Instansi, Jabatan, Kampung, Pengguna
from warga.rules import adalah_kecamatan

LUAR_KECAMATAN = (
    "Untuk instansi di luar kecamatan pakai “Tunggu instansi lain”: kecamatan yang bersurat ke "
    "sana dan tetap menjawab pengirimnya."
)


BUKAN_BAGIAN = (
    "Kiriman ini tidak lagi di meja kampung Anda. Muat ulang halaman untuk melihat keadaan terbaru."
)


PESAN_SUDAH_DITANGANI = (
    "Kiriman ini sudah mulai ditangani kantor lain. Muat ulang halaman untuk melihatnya."
)


@transaction.atomic
def teruskan(*, aspirasi: Aspirasi, ke: Instansi, oleh: Pengguna, catatan: str = "") -> Aspirasi:
    """Route it to a body of government. A kiriman that goes to a kampung belongs to that kampung.

    The same again (a repeated send) stands once. Raises TidakBisa for an instansi outside the
    kecamatan (it has no desk here), and for a kiriman about the aparat of a kampung (it never
    goes there).
    """
    if ke.jenis not in INSTANSI_DALAM:
        raise TidakBisa(LUAR_KECAMATAN)
    aspirasi, dari = pindah(aspirasi, Aksi.TERUSKAN)
    if dari == aspirasi.status and _sudah_diteruskan(aspirasi, ke, catatan):
        return aspirasi
    if ke.kampung and aspirasi.jangkauan == Jangkauan.KECAMATAN:
        raise TidakBisa(
            "Kiriman ini hanya untuk kecamatan, jadi tidak dapat diteruskan ke kampung."
        )
    serahkan(aspirasi, ke)
    rincian = {"ke": ke.nama} | pindahkan(aspirasi, ke.kampung or aspirasi.kampung)
    aspirasi.save()
    Disposisi.objects.create(aspirasi=aspirasi, ke=ke, catatan=catatan, oleh=oleh)
    catat_langkah(aspirasi, Aksi.TERUSKAN, oleh, dari, catatan, rincian)
    return aspirasi


def _sudah_diteruskan(aspirasi: Aspirasi, ke: Instansi, catatan: str) -> bool:
    """Return whether it is there already, with these words or without new ones."""
    terakhir = aspirasi.disposisi.last()
    kata = (terakhir.catatan if terakhir else "", "")
    return aspirasi.ditangani_id == ke.pk and catatan in kata


def pindahkan(aspirasi: Aspirasi, kampung: Kampung | None) -> dict[str, Any]:
    """Set its kampung. Return the details that the trail keeps when it comes to another kampung:
    people there read no note from before (`riwayat.dilihat_untuk_kampung`), and it begins to wait
    for them with this act."""
    lama, aspirasi.kampung = aspirasi.kampung_id, kampung
    if kampung is None or kampung.pk == lama:
        return {}
    aspirasi.menunggu_kampung_sejak = None
    return {KAMPUNG_BARU: True}


@transaction.atomic
def ambil(*, aspirasi: Aspirasi, oleh: Pengguna) -> Aspirasi:
    """Take it up: work has begun. A kiriman that was opened again, or waited for others, belongs to
    this office from now on."""
    aspirasi, dari = pindah(aspirasi, Aksi.AMBIL, oleh=oleh)
    if aspirasi.ditangani is None or dari in PINDAH[Aksi.AMBIL].kecamatan:
        serahkan(aspirasi, kantor_dari(oleh))
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.AMBIL, oleh, dari)
    return aspirasi


@transaction.atomic
def ambil_dulu(*, aspirasi: Aspirasi, oleh: Pengguna) -> Aspirasi:
    """Take up a kiriman that waits for the first look: its kampung works on it, and `oleh` holds
    it.

    The same again (a repeated send, a colleague) stands once. Raises TidakBisa when it was
    looked at or narrowed meanwhile, or is in other hands.
    """
    aspirasi, dari = pindah(aspirasi, Aksi.AMBIL_DULU)
    kantor = kantor_dari(oleh)
    if not rules.has_perm("aspirasi.ambil_dulu", oleh, aspirasi):
        raise TidakBisa(BUKAN_BAGIAN)
    if aspirasi.ditangani == kantor:
        return aspirasi
    if aspirasi.ditangani:
        raise TidakBisa(PESAN_SUDAH_DITANGANI)
    serahkan(aspirasi, kantor)
    aspirasi.ditugaskan = aspirasi.diambil_oleh = oleh
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.AMBIL_DULU, oleh, dari)
    return aspirasi


def semeja(oleh: Pengguna) -> QuerySet[Pengguna]:
    """Return active accounts of the desk of `oleh`, by name, also of former officials: they may
    still hold a kiriman."""
    orang = Pengguna.objects.filter(is_active=True).order_by("nama", "pk")
    if adalah_kecamatan(oleh):
        return orang.filter(peran__in=PERAN_KECAMATAN)
    return orang.filter(peran=Peran.APARAT, kampung=oleh.kampung_id)


def sekantor(aspirasi: Aspirasi, oleh: Pengguna) -> QuerySet[Pengguna]:
    """Return the people of the desk of `oleh` who may work on this kiriman."""
    orang = semeja(oleh).exclude(pk__in=Pengguna.objects.purna().values("pk"))
    if aspirasi.jangkauan != Jangkauan.KECAMATAN or not adalah_kecamatan(oleh):
        return orang
    if aspirasi.tentang != Tentang.PETUGAS_KECAMATAN:
        return orang.filter(peran=Peran.STAF, petugas_rahasia=True)
    camat = Jabatan.objects.aktif().filter(nama=NamaJabatan.CAMAT).values("pengguna")
    return orang.filter(Q(penerima_khusus=True) | Q(pk__in=camat), peran=Peran.STAF)


@transaction.atomic
def tugaskan(*, aspirasi: Aspirasi, kepada: Pengguna | None, oleh: Pengguna) -> Aspirasi:
    """Let one person of the desk hold it; None releases it. The same person again does nothing.

    Raises TidakBisa when that person may not work on it, or it is closed.
    """
    aspirasi = kunci_baris(aspirasi)
    if not aspirasi.terbuka:
        raise TidakBisa("Kiriman ini sudah ditutup, jadi tidak perlu dipegang lagi.")
    if kepada and not rules.has_perm("aspirasi.tangani", kepada, aspirasi):
        raise TidakBisa("Petugas itu tidak boleh membaca kiriman ini. Pilih petugas lain.")
    if aspirasi.ditugaskan != kepada:
        aspirasi.ditugaskan = kepada
        aspirasi.save(update_fields=["ditugaskan"])
        catat(objek=aspirasi, aksi=Aksi.DITUGASKAN if kepada else Aksi.DILEPAS, oleh=oleh)
    return aspirasi


@transaction.atomic
def hubungkan_proyek(*, aspirasi: Aspirasi, proyek: Proyek, oleh: Pengguna) -> TautanProyek:
    """Link the project that answers this kiriman, which waits for the project from now on.

    Raises TidakBisa when they are of different kampung, when it waits for this project already, or
    the kiriman is closed. A second project may be linked without another change of status. One that
    was reopened may wait for the same project again; the sender is then asked anew.
    """
    aspirasi = kunci_baris(aspirasi)
    if aspirasi.kampung_id != proyek.kampung_id:
        raise TidakBisa("Proyek dan kiriman ini dari kampung yang berbeda.")
    lama = TautanProyek.objects.filter(aspirasi=aspirasi, proyek=proyek)
    if lama.exists() and aspirasi.status == Status.DIRENCANAKAN:
        raise TidakBisa("Kiriman ini sudah menunggu proyek itu.")
    sebelum = potret(aspirasi)
    aspirasi, dari = pindah(aspirasi, Aksi.RENCANAKAN, oleh=oleh)
    aspirasi.save()
    proyek = kunci_proyek(proyek)  # it may be taken back at this moment
    lupakan_sanggahan(aspirasi)
    # The sender must still be asked about a project that is finished already.
    tahap = "" if proyek.tahap in TAHAP_RAMPUNG else proyek.tahap
    isi = {"tahap_dikabarkan": tahap, "sebelum": sebelum, "oleh": oleh}
    tautan, _ = TautanProyek.objects.update_or_create(isi, aspirasi=aspirasi, proyek=proyek)
    catat_langkah(aspirasi, Aksi.RENCANAKAN, oleh, dari, rincian={"proyek": proyek.nomor})
    return tautan


@transaction.atomic
def catat_internal(*, aspirasi: Aspirasi, isi: str, oleh: Pengguna) -> TindakLanjut:
    """Leave a note for other officials. No sender and no public page ever shows it."""
    aspirasi = kunci_baris(aspirasi)
    catatan, baru = tulis(
        aspirasi, JenisTindakLanjut.CATATAN, isi, atas_nama=atas_nama(oleh), oleh=oleh
    )
    if baru:
        aspirasi.balasan_pada = None  # an official who writes a note has read what the sender added
        aspirasi.save(update_fields=["balasan_pada"])
        catat(objek=aspirasi, aksi=Aksi.CATATAN_DITULIS, oleh=oleh)
    return catatan
