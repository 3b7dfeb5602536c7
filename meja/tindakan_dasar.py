"""What an act on a kiriman is; the acts themselves stand in `tindakan` and beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import rules

from aspirasi.enums import TRANSISI, Aksi
from aspirasi.models import Aspirasi
from meja.forms import TindakanForm
from warga.models import Pengguna

Data = dict[str, Any]
LEWAT = "Langkah itu tidak dapat dilakukan lagi pada kiriman ini. Inilah keadaannya sekarang."


@dataclass(frozen=True)
class Tindakan:
    """One act. `aksi` ties it to the table of transitions; `syarat` is what else must hold.
    Both only decide what is offered: the service behind `jalan` asks again under its lock.

    `utama`: usually the next step, so its form stands open; `dekat`: stands beside those.
    """

    label: str
    tombol: str
    izin: str
    form: type[TindakanForm]
    jalan: Callable[[Aspirasi, Data, Pengguna], object]
    pesan: str
    aksi: Aksi | None = None
    syarat: Callable[[Aspirasi], bool] = lambda aspirasi: True
    utama: bool = False
    dekat: bool = False
    negatif: bool = False

    @property
    def sekali_tekan(self) -> bool:
        """There is nothing to fill in, and nothing to look at before."""
        isian = self.form.base_fields.values()
        return not self.utama and all(satu.widget.is_hidden for satu in isian)

    def boleh(self, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
        """Whether this person may ever do it; whether now as well is said by `mungkin`."""
        return bool(rules.has_perm(self.izin, oleh, aspirasi))

    def mungkin(self, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
        """Whether this person may do it as the kiriman stands now."""
        return self._pas(aspirasi, oleh) and self.syarat(aspirasi)

    def _pas(self, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
        if self.aksi is None:
            return self.boleh(aspirasi, oleh)
        transisi = TRANSISI[self.aksi]
        izin = transisi.izin_pada(aspirasi.status)
        return aspirasi.status in transisi.dari and bool(rules.has_perm(izin, oleh, aspirasi))
