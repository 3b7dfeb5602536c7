"""Entering a decision, which may move its project and bring money to it."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from core.berkas import simpan as simpanan
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.jejak.nomor import nomor_baru
from core.models import Berkas
from core.waktu import hari_ini
from proyek.enums import (
    DASAR_KECAMATAN,
    DASAR_MUSYAWARAH,
    PINTU_TAHAP,
    TAHAP_MUSYAWARAH,
    Pencatat,
    Tahap,
)
from proyek.laku import Aksi
from proyek.models import (
    Keputusan,
    Pendanaan,
    PindahTahap,
    PindaianKeputusan,
    Proyek,
    SikapKakam,
)
from proyek.services.kunci import kunci_bersama
from proyek.services.ralat import pastikan_ralat
from proyek.services.tahap import langkah_baru, pindah, simpan_langkah
from proyek.services.uang import PERLU_UANG, kunci_jumlah, tambah_dana
from warga.enums import NamaJabatan
from warga.models import Jabatan, Kampung, Pengguna
from warga.rules import adalah_bpk, adalah_kecamatan

HANYA_MUSYAWARAH = (
    "BPK Kampung mencatat keputusan musyawarah yang diselenggarakannya. Pilih musyawarah atau "
    "berita acara sebagai dasarnya."
)
PERLU_PINDAIAN = (
    "Lampirkan pindaian suratnya: ralat atas keputusan yang sudah terbuka untuk umum, bila dicatat "
    "kecamatan untuk kampung, berlaku hanya bersama suratnya."
)
BUKAN_BPK = (
    "Tahap dan uang ini ditetapkan pemerintah kampung. Catat keputusan musyawarahnya saja; "
    "musyawarah membawa usulan sampai ditelaah dan dibahas."
)


@transaction.atomic
def catat_keputusan(
    *,
    keputusan: Keputusan,
    oleh: Pengguna,
    dokumen: Berkas | None = None,
    pendanaan: Sequence[Pendanaan] = (),
    kampung_lain: Iterable[Kampung] = (),
    lewat: Sequence[str] = (),
    tanya: bool = True,
) -> Keputusan:
    """Enter an unsaved decision. When it names a stage, move its project there.

    `pendanaan` is money that this decision gives to its project; a decision without a project may
    concern `kampung_lain`, too. `lewat` are stages that the same paper passes on the way, of a
    decision that is public at once. `tanya` is False for one of many of the same act, of which one
    asks the kakam for all. One that the kecamatan enters for a kampung without its scan waits for
    the kakam, and so do its stage and its money; a ralat of a public one needs the scan. Raises
    TidakBisa without it, when the stage cannot follow the present one, or needs money that the
    project lacks, and for what a ralat or the BPK may not.
    """
    proyek = _kunci_proyek(keputusan)
    tetap = pastikan_ralat(keputusan, pendanaan)
    langkah, awal = None, []
    if proyek and not tetap:
        awal = [pindah(proyek, satu, lewat_keputusan=True) for satu in lewat]
        langkah = pindahkan(keputusan, proyek, ada_uang=bool(pendanaan))
    siapkan_keputusan(keputusan, oleh, dokumen, pendanaan)
    if tetap and not keputusan.umum:
        raise TidakBisa(PERLU_PINDAIAN)
    berlaku = keputusan.umum and not tetap
    if berlaku and (langkah or pendanaan):
        kunci_jumlah()
    keputusan.nomor = nomor_baru(Keputusan, hari_ini().year)
    lain = proyek.kampung_lain.all() if proyek else kampung_lain
    semua = [*awal, *([langkah] if langkah else [])]
    simpan_keputusan(keputusan, kampung_lain=lain, dokumen=dokumen, langkah=semua, tanya=tanya)
    if proyek and berlaku:
        terapkan(keputusan, proyek, pendanaan)
    return keputusan


def _kunci_proyek(keputusan: Keputusan) -> Proyek | None:
    """Lock the project of a decision, which is then of its kampung; None when there is none."""
    if keputusan.proyek_id is None:
        return None
    proyek = kunci_bersama([keputusan.proyek_id])[0]
    keputusan.kampung_id = proyek.kampung_id
    return proyek


def kunci_keputusan(keputusan: Keputusan) -> Keputusan:
    """Lock a decision behind its project, and return it as it is now, with what hangs on it."""
    if keputusan.proyek_id:
        kunci_bersama([keputusan.proyek_id])
    semua = Keputusan.objects.select_for_update(of=("self",))
    return semua.select_related("sikap", "proyek", "menggantikan").get(pk=keputusan.pk)


def pindahkan(keputusan: Keputusan, proyek: Proyek, *, ada_uang: bool) -> PindahTahap | None:
    """Set the stage of a locked project that a decision names, and return the move to it.

    None for a decision that names no stage. Raises TidakBisa when the project cannot follow.
    """
    if not keputusan.ke_tahap:
        return None
    if _mendirikan(keputusan, proyek):
        langkah = langkah_baru(proyek, proyek.tahap, keputusan.ke_tahap)
        proyek.tahap = keputusan.ke_tahap
    else:
        langkah = pindah(proyek, keputusan.ke_tahap, lewat_keputusan=True)
    if proyek.tahap == Tahap.DIANGGARKAN and not (ada_uang or proyek.pendanaan.exists()):
        raise TidakBisa(PERLU_UANG)
    return langkah


def _mendirikan(keputusan: Keputusan, proyek: Proyek) -> bool:
    """Return whether this is the founding decision of a project that nothing has moved since: it
    may set any stage that a decision opens."""
    pintu = PINTU_TAHAP.get(keputusan.ke_tahap)
    boleh = pintu is not None and pintu.lewat_keputusan and proyek.tahap == Tahap.USULAN
    return keputusan.awal and boleh


def terapkan(keputusan: Keputusan, proyek: Proyek, pendanaan: Sequence[Pendanaan]) -> None:
    """Store the stage and the money that a saved public decision brings to its locked project."""
    oleh = keputusan.dicatat_oleh
    tambah_dana(proyek=proyek, pendanaan=pendanaan, oleh=oleh, keputusan=keputusan)
    if keputusan.ke_tahap:
        proyek.save(update_fields=["tahap"])


def siapkan_keputusan(
    keputusan: Keputusan, oleh: Pengguna, dokumen: Berkas | None, pendanaan: Sequence[Pendanaan]
) -> None:
    """Set who enters it and whether everyone may read it, and publish its scan. Copying takes time,
    so no number is held yet."""
    keputusan.dicatat_oleh = oleh
    keputusan.pencatat = _pencatat(keputusan, oleh)
    keputusan.umum = keputusan.pencatat != Pencatat.UNTUK_KAMPUNG or dokumen is not None
    if not keputusan.dana:
        keputusan.dana = [[baris.sumber, baris.tahun, baris.pagu] for baris in pendanaan]
    if keputusan.pencatat == Pencatat.BPK:
        _pastikan_musyawarah(keputusan)
    if dokumen:
        simpanan.terbitkan(dokumen)


def _pencatat(keputusan: Keputusan, oleh: Pengguna) -> Pencatat:
    if adalah_bpk(oleh):
        return Pencatat.BPK
    if not adalah_kecamatan(oleh):
        return Pencatat.KAMPUNG
    sendiri = keputusan.kampung_id is None or keputusan.dasar in DASAR_KECAMATAN
    return Pencatat.KECAMATAN if sendiri else Pencatat.UNTUK_KAMPUNG


def _pastikan_musyawarah(keputusan: Keputusan) -> None:
    if keputusan.dasar not in DASAR_MUSYAWARAH:
        raise TidakBisa(HANYA_MUSYAWARAH)
    if keputusan.dana or keputusan.ke_tahap not in ("", *TAHAP_MUSYAWARAH):
        raise TidakBisa(BUKAN_BPK)


def simpan_keputusan(
    keputusan: Keputusan,
    *,
    kampung_lain: Iterable[Kampung] = (),
    dokumen: Berkas | None = None,
    langkah: Sequence[PindahTahap] = (),
    tanya: bool = True,
) -> Keputusan:
    """Store a numbered decision with its scan, and its rows in the trails of itself, of its project
    and of the one that it replaces. `langkah` are the moves of its project, if it is public."""
    oleh = keputusan.dicatat_oleh
    keputusan.save(force_insert=True)
    keputusan.kampung_lain.set(kampung_lain)
    if dokumen:
        PindaianKeputusan.objects.create(
            keputusan=keputusan, berkas=dokumen, diunggah_oleh=oleh, diunggah=keputusan.dicatat
        )
    if tanya:
        _tanya_kakam(keputusan, oleh)
    catat(objek=keputusan, aksi=Aksi.DICATAT, oleh=oleh, alasan=keputusan.alasan)
    if keputusan.umum:
        catat_akibat(keputusan, oleh, langkah)
    return keputusan


def _tanya_kakam(keputusan: Keputusan, oleh: Pengguna) -> None:
    """Let the kakam say whether a decision that somebody else entered in that name is right."""
    if not keputusan.atas_nama_kakam:
        return
    jabatan = Jabatan.objects.aktif().filter(
        nama=NamaJabatan.KAKAM, instansi__kampung=keputusan.kampung_id
    )
    kakam = jabatan.values_list("pengguna", flat=True).first()
    if kakam != oleh.pk:
        SikapKakam.objects.create(keputusan=keputusan, kakam_id=kakam)


def catat_akibat(keputusan: Keputusan, oleh: Pengguna, langkah: Sequence[PindahTahap]) -> None:
    """Tell of a decision that has become public in the trail of its project, with the moves that it
    brought, and in the trail of the decision that it replaces."""
    for satu in langkah:
        simpan_langkah(satu, oleh=oleh, tanggal=keputusan.tanggal_surat, keputusan=keputusan)
    if lama := keputusan.menggantikan:
        rincian = {"keputusan": keputusan.nomor}
        sebab = keputusan.sebab_ralat
        catat(objek=lama, aksi=Aksi.DIGANTI, oleh=oleh, alasan=sebab, rincian=rincian)
    if keputusan.proyek is None:
        return
    if lama and lama.umum:
        rincian = {"keputusan": keputusan.nomor, "ralat": lama.nomor}
        proyek, sebab = keputusan.proyek, keputusan.sebab_ralat
        catat(objek=proyek, aksi=Aksi.RALAT, oleh=oleh, alasan=sebab, rincian=rincian)
        return
    catat(
        objek=keputusan.proyek,
        aksi=Aksi.KEPUTUSAN,
        oleh=oleh,
        ke=keputusan.ke_tahap,
        alasan=keputusan.alasan,
        rincian={"keputusan": keputusan.nomor, "dana": keputusan.dana},
    )
