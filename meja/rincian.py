"""One kiriman on a desk: the content of its page for this person, and the acts open to them.

Its page shows the kiriman with the form of the usual next step. Every other act has a page of its
own, so that no list is read for a form that nobody opens.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import rules
from django.db.models import (
    Case,
    CharField,
    DateField,
    DecimalField,
    Exists,
    Field,
    OuterRef,
    Prefetch,
    QuerySet,
    When,
)

from aspirasi.bacaan import riwayat
from aspirasi.bacaan.foto import bagikan, dengan_keadaan
from aspirasi.bacaan.letak import letak_tepat
from aspirasi.bacaan.peta import lukis
from aspirasi.enums import Jenis
from aspirasi.models import (
    Aspirasi,
    Lampiran,
    LampiranTertunda,
    PermintaanKeterangan,
    PertimbanganKeberatan,
    SuratInstansi,
    TautanProyek,
)
from core.cari.hiasan import satu_dihias
from core.cari.tumpangan import Tumpangan
from core.models import Jejak
from kabar.bacaan.rekan import untuk_kiriman
from meja import templat
from meja.tindakan.dasar import TindakanForm
from meja.tindakan.gabung import Gabung, yang_mirip
from meja.tindakan.periksa import Periksa
from meja.tindakan.proyek import HubungkanProyek
from meja.tindakan.semua import URUTAN
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

BERIKUT, LAIN, TUTUP = URUTAN_KELOMPOK = (
    "Langkah berikutnya",
    "Langkah lain",
    "Menutup atau mempersempit",
)

# A link to a project knows these of it (`TautanProyekQuerySet.untuk_kartu`).
KARTU: dict[str, "Field[Any, Any]"] = {
    **dict.fromkeys(("keputusan_nomor", "keputusan_judul", "laporan_nomor"), CharField()),
    "laporan_periode": DateField(),
    "laporan_sampai": DateField(),
    "persen": DecimalField(),
}
FOTO = "foto_tumpangan"
# A few rows of each kind stand beside the words, read along with the kiriman.
TUMPANGAN = {
    "surat_tumpangan": Tumpangan(SuratInstansi, kaitan=("instansi", "berkas")),
    "permintaan_tumpangan": Tumpangan(PermintaanKeterangan, kaitan=("kampung",)),
    "pertimbangan_tumpangan": Tumpangan(PertimbanganKeberatan, kaitan=("keputusan",)),
    "tautan_tumpangan": Tumpangan(TautanProyek, kaitan=("proyek",), tambahan=KARTU),
    FOTO: Tumpangan(Lampiran, kaitan=("berkas",)),
}
# Contacts that a sender may leave, in the words of the desk of the kecamatan.
KONTAK = {"telepon": "nomor HP", "email": "e-mail"}


@dataclass(frozen=True)
class Pilihan:
    """An act that may be done now; `form` is set where it stands on the page of the kiriman
    itself."""

    tindakan: type[TindakanForm]
    form: TindakanForm | None

    @property
    def di_sini(self) -> bool:
        return self.form is not None

    @property
    def kelompok(self) -> str:
        """Return its heading: acts that move it on, the rest, acts that end or narrow it."""
        if self.tindakan.negatif:
            return TUTUP
        return BERIKUT if self.tindakan.utama or self.tindakan.dekat else LAIN


def terbaca(oleh: Pengguna, acuan: UUID) -> Aspirasi:
    """Return a kiriman of this person's desk, with photos and everything that its page names; 404
    for any other, whether it exists or not."""
    return satu_dihias(_bernama, _di_meja(oleh, acuan), adalah_kecamatan(oleh))


def lengkap(oleh: Pengguna, acuan: UUID) -> Aspirasi:
    """As `terbaca`, with the rows of `TUMPANGAN` that this person may read, in the same query. The
    photos are among them."""
    return satu_dihias(_bertumpangan, _di_meja(oleh, acuan), adalah_kecamatan(oleh))


def _di_meja(oleh: Pengguna, acuan: UUID) -> Any:
    return Aspirasi.objects.untuk_meja(oleh).filter(acuan=acuan)


def _bernama(meja: Any, kecamatan: bool) -> QuerySet[Aspirasi]:
    kait = meja.dengan_keadaan().select_related(
        *("kampung__instansi", "ditugaskan", "digabung_ke"),
        *("proyek_disebut", "pengirim"),
    )
    kait = kait.defer("pengirim__nama", "pengirim__telepon", "pengirim__email")
    if kecamatan:
        kait = kait.annotate(**{f"ada_{n}": _terisi(f"pengirim__{n}") for n in KONTAK})
    menunggu = LampiranTertunda.objects.menunggu().filter(aspirasi=OuterRef("pk"))
    kait = kait.annotate(foto_diperiksa=Exists(menunggu), **untuk_kiriman())
    foto = Lampiran.objects.select_related("berkas", "jawaban__oleh")
    hasil: QuerySet[Aspirasi] = kait.prefetch_related(Prefetch("lampiran", foto))
    return hasil


def _bertumpangan(meja: Any, kecamatan: bool) -> QuerySet[Aspirasi]:
    milik = OuterRef("pk")
    baris: dict[str, QuerySet[Any]] = {
        FOTO: Lampiran.objects.filter(aspirasi=milik).order_by("dibuat", "pk"),
        "surat_tumpangan": SuratInstansi.objects.filter(aspirasi=milik).order_by("tanggal", "pk"),
        "tautan_tumpangan": TautanProyek.objects.untuk_kartu().filter(aspirasi=milik),
        "pertimbangan_tumpangan": PertimbanganKeberatan.objects.filter(
            keberatan=milik, keputusan__umum=True
        ).order_by("dibuat", "pk"),
    }
    if kecamatan:
        # The kecamatan asked a kampung. No kampung learns that the question was about this.
        baris["permintaan_tumpangan"] = PermintaanKeterangan.objects.filter(aspirasi=milik)
    tumpangan = {nama: TUMPANGAN[nama].anotasi(q) for nama, q in baris.items()}
    return _bernama(meja, kecamatan).prefetch_related(None).annotate(**tumpangan)


def _tumpangan(aspirasi: Aspirasi, nama: str) -> list[Any]:
    """Return the rows of one kind; none where they were not read for this person."""
    return TUMPANGAN[nama].baca(getattr(aspirasi, nama, ()))


def _terisi(kolom: str) -> Case:
    return Case(When(**{f"{kolom}__gt": ""}, then=True), default=False)


def isi_halaman(aspirasi: Aspirasi, oleh: Pengguna) -> dict[str, Any]:
    """Return the content of the page of a kiriman that `lengkap` has read."""
    TUMPANGAN[FOTO].pasang(aspirasi, "lampiran", getattr(aspirasi, FOTO))
    jejak = riwayat.baca(aspirasi)
    keberatan = aspirasi.jenis == Jenis.KEBERATAN
    return _tulisan(aspirasi, oleh, jejak) | {
        "mirip": yang_mirip(aspirasi, oleh) if Periksa.mungkin(aspirasi, oleh) else [],
        "boleh_gabung": Gabung.mungkin(aspirasi, oleh),
        "peristiwa": riwayat.untuk_petugas(jejak, _catatan_sejak(aspirasi, oleh, jejak)),
        "permintaan": _tumpangan(aspirasi, "permintaan_tumpangan"),
        "tautan": _tumpangan(aspirasi, "tautan_tumpangan"),
        "pertimbangan": _tumpangan(aspirasi, "pertimbangan_tumpangan") if keberatan else [],
        "surat": _tumpangan(aspirasi, "surat_tumpangan"),
        "tindakan": pilihan(aspirasi, oleh),
        "boleh_surat": rules.has_perm("aspirasi.teruskan", oleh, aspirasi),
        "boleh_pin": rules.has_perm("aspirasi.ganti_pin", oleh, aspirasi),
        "boleh_identitas": rules.has_perm("aspirasi.baca_pengirim", oleh, aspirasi),
        "boleh_proyek": rules.has_perm("proyek.kelola_proyek", oleh, aspirasi)
        and HubungkanProyek.mungkin(aspirasi, oleh),
    }


def isi_tindakan(aspirasi: Aspirasi, oleh: Pengguna, form: TindakanForm) -> dict[str, Any]:
    """Return the content of the page of one act: its form, and the words that it is about."""
    jejak = [] if adalah_kecamatan(oleh) else riwayat.baca(aspirasi)
    tindakan = {"t": type(form), "form": form, "templat": templat.untuk(type(form))}
    mirip = yang_mirip(aspirasi, oleh) if isinstance(form, Periksa) else []
    saran = {"mirip": mirip, "boleh_gabung": Gabung.mungkin(aspirasi, oleh)}
    return _tulisan(aspirasi, oleh, jejak) | tindakan | saran


def pilihan(aspirasi: Aspirasi, oleh: Pengguna) -> list[Pilihan]:
    """Return all acts that may be done now, by heading. The usual next step brings its form."""
    bisa = [t for t in URUTAN if t.mungkin(aspirasi, oleh)]
    biasanya = next((t for t in bisa if t.utama), None)
    semua = [
        Pilihan(t, t(aspirasi=aspirasi, oleh=oleh) if t is biasanya or t.sekali_tekan() else None)
        for t in bisa
    ]
    return sorted(semua, key=lambda s: (URUTAN_KELOMPOK.index(s.kelompok), not s.di_sini))


def _catatan_sejak(aspirasi: Aspirasi, oleh: Pengguna, jejak: list[Jejak]) -> dt.datetime | None:
    """Return the moment since which this person may read notes and acts among officials; None:
    all."""
    return None if adalah_kecamatan(oleh) else riwayat.dilihat_untuk_kampung(aspirasi, jejak)


def _tulisan(aspirasi: Aspirasi, oleh: Pengguna, jejak: list[Jejak]) -> dict[str, Any]:
    """Return the words of a kiriman.

    A kampung reads none from the time when only the kecamatan might read the kiriman, and no note
    from before the kiriman reached it. A sender who was not sure whether it is about an official
    spoke to the kecamatan alone until then.
    """
    sejak = None if adalah_kecamatan(oleh) else riwayat.dibuka_untuk_kampung(jejak)
    catatan_sejak = _catatan_sejak(aspirasi, oleh, jejak)
    if catatan_sejak and aspirasi.tidak_yakin:
        sejak = max(sejak or catatan_sejak, catatan_sejak)
    tindak_lanjut = list(aspirasi.tindak_lanjut.untuk_petugas(sejak, catatan_sejak))
    return {
        "aspirasi": aspirasi,
        "foto": bagikan(dengan_keadaan(aspirasi.lampiran.all()), tindak_lanjut),
        "kontak": _kontak(aspirasi, oleh),
        "untuk_kecamatan": adalah_kecamatan(oleh),
        "tindak_lanjut": tindak_lanjut,
        "boleh_foto": rules.has_perm("aspirasi.periksa", oleh, aspirasi),
        "peta": lukis(letak_tepat(aspirasi)),
    }


def _kontak(aspirasi: Any, oleh: Pengguna) -> str:
    """Return whether the sender can be reached, not how. A kampung reads "": not even that."""
    if not adalah_kecamatan(oleh):
        return ""
    ada = [kata for nama, kata in KONTAK.items() if getattr(aspirasi, f"ada_{nama}")]
    return f"ada {' dan '.join(ada)}" if ada else "tidak ada"
