"""Setting right what was mistyped about a young project, without a paper."""

from collections.abc import Collection
from typing import Any

from django.db import transaction

from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.waktu import hari_ini
from proyek.bacaan.muda import pengikat
from proyek.bacaan.versi import SEMENTARA, versi
from proyek.enums import DasarGerak
from proyek.laku import Aksi
from proyek.models import Proyek
from proyek.services.kunci import kunci_proyek
from proyek.services.perubahan import KOSONG, Ubahan
from proyek.services.uang import kunci_dana, tambah_dana, ubah_anggaran
from warga.models import Instansi, Kampung, Pengguna

TERHUBUNG = (
    "Kampungnya tidak dapat diganti, karena proyek ini sudah punya keputusan atau kiriman warga. "
    "Cabut proyek ini karena dibuka keliru, lalu buka yang benar."
)


@transaction.atomic
def betulkan_proyek(
    *,
    ubahan: Ubahan,
    alasan: str,
    oleh: Pengguna,
    kampung: Kampung | None = None,
    jenis: str = "",
    pemilik: Instansi | None = None,
    kampung_lain: Collection[Kampung] | None = None,
) -> Proyek:
    """Correct columns and sources of money of a young project; its kampung, kind, owner and the
    other kampung that it serves, where they are given.

    Old and new stay in its trail with the reason. A decision keeps the kampung that it named.
    Raises TidakBisa without a reason or a change, once others rely on the project
    (`proyek.bacaan.muda`), and when it changed meanwhile.
    """
    pastikan_beralasan(alasan)
    proyek = kunci_proyek(ubahan.proyek)
    _pastikan_boleh(proyek, ubahan)
    dana = kunci_dana(ubahan.anggaran)
    berubah = _sifat(proyek, kampung, jenis, pemilik) | _layani(proyek, kampung_lain)
    berubah |= _kolom(proyek, ubahan)
    uang = [[str(dana[k]), dana[k].pagu, baru] for k, baru in ubahan.anggaran.items()]
    uang += [[str(satu), 0, satu.pagu] for satu in ubahan.dana]
    if not (berubah or uang):
        raise TidakBisa(KOSONG)
    proyek.save(update_fields=[*ubahan.kolom, "kampung", "pemilik", "jenis"])
    tambah_dana(proyek=proyek, pendanaan=ubahan.dana, oleh=oleh)
    ubah_anggaran(
        selisih={k: baru - dana[k].pagu for k, baru in ubahan.anggaran.items()},
        tanggal=hari_ini(),
        dasar=DasarGerak.PERUBAHAN,
        oleh=oleh,
        keterangan=alasan,
    )
    rincian = {"perubahan": berubah, "anggaran": uang}
    catat(objek=proyek, aksi=Aksi.DIBETULKAN, oleh=oleh, alasan=alasan, rincian=rincian)
    return proyek


def _pastikan_boleh(proyek: Proyek, ubahan: Ubahan) -> None:
    if sebab := pengikat(proyek):
        raise TidakBisa(
            f"Isian ini tidak dapat dibetulkan begitu saja lagi: {sebab}. Catat perubahannya "
            "bersama suratnya."
        )
    if versi(proyek) != ubahan.versi:
        raise TidakBisa(SEMENTARA)


def _sifat(
    proyek: Proyek, kampung: Kampung | None, jenis: str, pemilik: Instansi | None
) -> dict[str, list[Any]]:
    """Set kampung, kind and owner, and return what changed."""
    if pemilik == proyek.pemilik:  # left alone: it may follow the kampung
        pemilik = None
    berubah: dict[str, list[Any]] = {}
    if kampung and kampung != proyek.kampung:
        berubah["kampung"] = [str(proyek.kampung), str(kampung)]
        _pindahkan(proyek, kampung)
    if jenis and jenis != proyek.jenis:
        berubah["jenis"] = [proyek.jenis, jenis]
        proyek.jenis = jenis
    if pemilik and pemilik != proyek.pemilik:
        berubah["pemilik"] = [str(proyek.pemilik), str(pemilik)]
        proyek.pemilik = pemilik
    return berubah


def _kolom(proyek: Proyek, ubahan: Ubahan) -> dict[str, list[Any]]:
    berubah = {}
    for nama, nilai in ubahan.kolom.items():
        berubah[nama] = [str(getattr(proyek, nama) or ""), str(nilai)]
        setattr(proyek, nama, nilai)
    return berubah


def _layani(proyek: Proyek, kampung_lain: Collection[Kampung] | None) -> dict[str, list[Any]]:
    """Set the other kampung that it serves (None: as they are), and return what changed."""
    if kampung_lain is None:
        return {}
    lama = set(proyek.kampung_lain.all())
    baru = set(kampung_lain) - {proyek.kampung}
    if lama == baru:
        return {}
    proyek.kampung_lain.set(baru)
    return {"kampung_lain": [_sebut(lama), _sebut(baru)]}


def _sebut(kampung: Collection[Kampung]) -> str:
    return ", ".join(sorted(map(str, kampung)))


def _pindahkan(proyek: Proyek, kampung: Kampung) -> None:
    """Give it to another kampung, with its owner where that was the kampung itself."""
    terhubung: Any = proyek  # links of kiriman come in from an app above
    if proyek.keputusan.exists() or terhubung.tautan_aspirasi.exists():
        raise TidakBisa(TERHUBUNG)
    if proyek.pemilik.kampung_id == proyek.kampung_id:
        proyek.pemilik = Instansi.objects.get(kampung=kampung)
    proyek.kampung = kampung
