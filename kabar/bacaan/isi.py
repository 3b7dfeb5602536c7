"""What a notice says, asked of the trail and of the aspirasi as they are today."""

from collections.abc import Iterable
from dataclasses import dataclass

import rules

from aspirasi.bacaan.riwayat import untuk_umum
from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi
from aspirasi.services.sanggah import dapat_disanggah
from core.models import Jejak
from kabar.models import Pemberitahuan
from warga.models import Pengguna

# For an act that is no longer among those that everybody reads about.
LAIN = "Ada perkembangan"
BELUM_BERES = "#sanggah"


@dataclass(frozen=True)
class Isi:
    """`kata` is what happened, `oleh` which office did it; `ke` is what it was merged into, if
    everybody may read that; `belum_beres` when its reader may say now that it is not settled.
    """

    pemberitahuan: Pemberitahuan
    kata: str
    oleh: str
    ke: Aspirasi | None
    belum_beres: bool

    @property
    def aspirasi(self) -> Aspirasi:
        return self.pemberitahuan.aspirasi

    @property
    def alamat(self) -> str:
        """Where it is to be read."""
        return self.aspirasi.get_absolute_url() + (BELUM_BERES if self.belum_beres else "")


def susun(daftar: Iterable[Pemberitahuan], orang: Pengguna) -> list[Isi]:
    """Return what each says to this person, in one query; they come from `untuk_baris()`."""
    semua = list(daftar)
    nomor = {p.jejak for p in semua}
    jejak = Jejak.objects.filter(pk__in=nomor).select_related("isi").in_bulk() if nomor else {}
    boleh_menilai = rules.has_perm("aspirasi.sanggah", orang)
    return [_isi(p, jejak[p.jejak], boleh_menilai) for p in semua]


def _isi(pemberitahuan: Pemberitahuan, jejak: Jejak, boleh_menilai: bool) -> Isi:
    aspirasi, ditanya = pemberitahuan.aspirasi, jejak.aksi == Aksi.TANYAI
    peristiwa = next(iter(untuk_umum([jejak])), None)
    kata, oleh = (peristiwa.kata, peristiwa.oleh) if peristiwa else (LAIN, "")
    if peristiwa and peristiwa.tambahan and jejak.aksi != Aksi.GABUNG:
        kata = f"{kata}: {peristiwa.tambahan}"
    return Isi(
        pemberitahuan=pemberitahuan,
        kata=kata,
        oleh=oleh,
        ke=_tujuan(aspirasi) if jejak.aksi == Aksi.GABUNG else None,
        belum_beres=ditanya and boleh_menilai and dapat_disanggah(aspirasi),
    )


def _tujuan(aspirasi: Aspirasi) -> Aspirasi | None:
    """What it was merged into, unless that is not public any more."""
    ke = aspirasi.digabung_ke
    return ke if ke and ke.terbit and not ke.dihapus_pada else None
