"""Acts on projects and decisions. Each is one transaction and leaves a Jejak."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from core.berkas import simpan as simpanan
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.jejak.nomor import nomor_baru, nomor_untuk
from core.models import Berkas
from core.waktu import hari_ini
from proyek.enums import PINTU_TAHAP, Tahap
from proyek.laku import Aksi
from proyek.models import KETERANGAN, Keputusan, Pencairan, Pendanaan, Proyek
from warga.models import Kampung, Pengguna

RINGKASAN = "transparansi_ringkasanproyek"
PERLU_UANG = "Proyek yang sudah dianggarkan harus punya sumber dana. Isi anggarannya."


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
    that a Keputusan opens; without a decision it begins as a usulan. Raises TidakBisa when the
    decision names a stage that only the pelaksana can reach.
    """
    _setel_tahap_awal(proyek, keputusan)
    if proyek.tahap == Tahap.DIANGGARKAN and not pendanaan:
        raise TidakBisa(PERLU_UANG)
    if keputusan:
        _siapkan_keputusan(keputusan, oleh, dokumen)
    if pendanaan:
        kunci_ringkasan()
    _beri_nomor(proyek, keputusan)
    proyek.save(force_insert=True)
    proyek.kampung_lain.set(kampung_lain)
    _simpan_dana(proyek, pendanaan)
    catat(objek=proyek, aksi=Aksi.DIBUKA, oleh=oleh, ke=proyek.tahap)
    if keputusan:
        keputusan.proyek, keputusan.kampung = proyek, proyek.kampung
        _simpan_keputusan(keputusan, pendanaan)
    return proyek


def _beri_nomor(proyek: Proyek, keputusan: Keputusan | None) -> None:
    """Number a project together with its founding decision."""
    tahun = hari_ini().year
    if keputusan:
        keputusan.nomor, proyek.nomor = nomor_untuk(Keputusan, Proyek, tahun=tahun)
    else:
        proyek.nomor = nomor_baru(Proyek, tahun)


def kunci_ringkasan() -> None:
    """Lock the sums of the first page until the commit. Call it before a number is taken.

    The triggers that keep those sums take the same lock at the first change of money. That may be
    too late: the row has its number already, and its counter stays locked. The key is that of
    `transparansi_kunci()` in the database.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [RINGKASAN])


def _simpan_dana(proyek: Proyek, pendanaan: Sequence[Pendanaan]) -> None:
    for baris in pendanaan:
        baris.proyek = proyek
        baris.save(force_insert=True)


def _setel_tahap_awal(proyek: Proyek, keputusan: Keputusan | None) -> None:
    ke = keputusan.ke_tahap if keputusan else ""
    if ke and (ke not in PINTU_TAHAP or not PINTU_TAHAP[ke].lewat_keputusan):
        raise TidakBisa("Tahap ini tidak dapat ditetapkan dengan keputusan. Pilih tahap lain.")
    proyek.tahap = ke or Tahap.USULAN


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
    proyek = _kunci_proyek(keputusan, pendanaan)
    _siapkan_keputusan(keputusan, oleh, dokumen)
    if proyek:
        _simpan_dana(proyek, pendanaan)
        if keputusan.ke_tahap:
            proyek.save(update_fields=["tahap"])
    keputusan.nomor = nomor_baru(Keputusan, hari_ini().year)
    return _simpan_keputusan(keputusan, pendanaan)


def _kunci_proyek(keputusan: Keputusan, pendanaan: Sequence[Pendanaan]) -> Proyek | None:
    """Lock the project of a decision and return it at the stage that the decision names.

    None for a decision that is about no project.
    """
    if keputusan.proyek_id is None:
        return None
    proyek = Proyek.objects.select_for_update().get(pk=keputusan.proyek_id)
    keputusan.kampung_id = proyek.kampung_id
    if keputusan.ke_tahap:
        _pindah(proyek, keputusan.ke_tahap, lewat_keputusan=True)
        if proyek.tahap == Tahap.DIANGGARKAN and not (pendanaan or proyek.pendanaan.exists()):
            raise TidakBisa(PERLU_UANG)
    return proyek


def _siapkan_keputusan(keputusan: Keputusan, oleh: Pengguna, dokumen: Berkas | None) -> None:
    """Set who enters it, and publish its document. Copying takes time, so no number is held yet."""
    keputusan.dicatat_oleh = oleh
    keputusan.berkas = dokumen
    if dokumen:
        simpanan.terbitkan(dokumen)


def _simpan_keputusan(keputusan: Keputusan, pendanaan: Sequence[Pendanaan]) -> Keputusan:
    oleh = keputusan.dicatat_oleh
    keputusan.save(force_insert=True)
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
            },
        )
    return keputusan


@transaction.atomic
def ubah_keterangan(
    *, proyek: Proyek, isi: Mapping[str, Any], alasan: str, oleh: Pengguna
) -> Proyek:
    """Correct words about a project (`isi`: column → new value); old and new stay in its trail.

    Money, time and scope do not change here: they need a decision. Raises ValueError for a column
    outside `KETERANGAN`.
    """
    if asing := set(isi) - set(KETERANGAN):
        raise ValueError(f"{sorted(asing)} are no words about a project")
    proyek = Proyek.objects.select_for_update().get(pk=proyek.pk)
    lama = {nama: getattr(proyek, nama) for nama in isi}
    berubah = {nama: [lama[nama], baru] for nama, baru in isi.items() if lama[nama] != baru}
    if berubah:
        for nama, (_, baru) in berubah.items():
            setattr(proyek, nama, baru)
        proyek.save(update_fields=list(berubah))
        rincian = {"perubahan": berubah}
        catat(objek=proyek, aksi=Aksi.DIUBAH, oleh=oleh, alasan=alasan, rincian=rincian)
    return proyek


@transaction.atomic
def ubah_tahap(
    *, proyek: Proyek, ke: str, tanggal: datetime.date, oleh: Pengguna, alasan: str = ""
) -> Proyek:
    """Record an act of the pelaksana: start, stop, resume, finish, hand over.

    Raises TidakBisa when the act does not fit the stage, the reason is missing, or the
    date lies in the future or before the start.
    """
    proyek = Proyek.objects.select_for_update().get(pk=proyek.pk)
    dari = proyek.tahap
    _pindah(proyek, ke, lewat_keputusan=False, alasan=alasan)
    _setel_tanggal(proyek, tanggal)
    proyek.save(update_fields=["tahap", "mulai_nyata", "selesai_nyata"])
    catat(
        objek=proyek,
        aksi=Aksi.TAHAP,
        oleh=oleh,
        dari=dari,
        ke=ke,
        alasan=alasan,
        rincian={"tanggal": tanggal.isoformat()},
    )
    return proyek


def _pindah(proyek: Proyek, ke: str, *, lewat_keputusan: bool, alasan: str | None = None) -> None:
    pintu = PINTU_TAHAP.get(ke)
    if not pintu or pintu.lewat_keputusan != lewat_keputusan or proyek.tahap not in pintu.dari:
        raise TidakBisa(
            f"Proyek ini berada pada tahap “{proyek.get_tahap_display()}”, jadi tidak dapat "
            "dipindahkan ke tahap itu. Muat ulang halaman untuk melihat keadaan terbaru."
        )
    if pintu.alasan_wajib and alasan is not None and not alasan.strip():
        raise TidakBisa("Tulis alasannya. Warga berhak tahu mengapa pekerjaan berhenti.")
    proyek.tahap = ke


def _setel_tanggal(proyek: Proyek, tanggal: datetime.date) -> None:
    if tanggal > hari_ini():
        raise TidakBisa("Tanggal tidak boleh sesudah hari ini.")
    if proyek.mulai_nyata and tanggal < proyek.mulai_nyata:
        raise TidakBisa("Tanggal tidak boleh sebelum pekerjaan dimulai.")
    if proyek.tahap == Tahap.BERJALAN and not proyek.mulai_nyata:
        proyek.mulai_nyata = tanggal
    if proyek.tahap == Tahap.SELESAI:
        proyek.selesai_nyata = tanggal


@transaction.atomic
def catat_pencairan(*, pencairan: Pencairan, oleh: Pengguna) -> Pencairan:
    """Record money received. Raises ValidationError when it exceeds the pagu of its source."""
    sumber = Pendanaan.objects.select_for_update().get(pk=pencairan.pendanaan_id)
    sudah = sum(sumber.pencairan.values_list("jumlah", flat=True))
    if sudah + pencairan.jumlah > sumber.pagu:
        raise ValidationError({"jumlah": "Jumlah yang diterima melebihi anggaran sumber ini."})
    pencairan.save(force_insert=True)
    catat(
        objek=sumber.proyek,
        aksi=Aksi.PENCAIRAN,
        oleh=oleh,
        rincian={
            "sumber": sumber.sumber,
            "jumlah": pencairan.jumlah,
            "tanggal": pencairan.tanggal,
        },
    )
    return pencairan
