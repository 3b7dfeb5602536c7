"""The queues of a desk: each is a list with its number."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.http import urlencode

from aspirasi.models import Aspirasi, KabarPengirim
from warga.models import Pengguna

# The name of a queue in the address, and its words.
ANTREAN = [
    ("bagian", "Menunggu saya"),
    ("baru", "Baru"),
    ("terlambat", "Terlambat"),
    ("dibuka", "Dibuka kembali"),
    ("bahaya", "Bahaya"),
]
TERBARU = ("-dibuat", "-pk")
# Danger first, then the earliest due day; in one's own part, first what one holds oneself. Danger
# that came while its network sent very much stands behind other danger.
MENDESAK = ("-bahaya", "dari_ramai", "batas", "pk")
URUTAN = {
    "bagian": ("-bahaya", "dari_ramai", "-milik", "batas", "pk"),
    **dict.fromkeys(("baru", "terlambat", "dibuka", "jawab", "bahaya"), MENDESAK),
}


@dataclass(frozen=True)
class Antrean:
    """One queue: how many wait in it, its address, and whether it is the present one."""

    nama: str
    kata: str
    jumlah: int
    alamat: str
    kini: bool


def alamat_antrean(nama: str) -> str:
    """Return the address of the list of a queue."""
    return f"{reverse('meja:aspirasi')}?{urlencode({'keadaan': nama})}"


def judul(nama: str, daftar: str) -> str:
    """Return the title of the list `daftar` in a queue: it begins with the words of the menu."""
    kata = dict(ANTREAN).get(nama)
    return f"{kata}: {daftar[:1].lower()}{daftar[1:]}" if kata else daftar


def ekor(nama: str) -> str:
    """Return the part of an address that a person who works through a queue takes along; "" for
    others."""
    return f"?{urlencode({'antrean': nama})}" if nama in URUTAN else ""


def saring(semua: Any, nama: str, oleh: Pengguna) -> Any:
    """Return the rows of `semua` that wait in a queue, or are open (`terbuka`)."""
    saringan = {
        "bagian": lambda: semua.bagian(oleh),
        "baru": semua.baru,
        "jawab": semua.perlu_jawaban,
        "terlambat": semua.terlambat,
        "dibuka": semua.dibuka_kembali,
        "bahaya": semua.bahaya,
        "terbuka": semua.terbuka,
    }
    return saringan[nama]()


def berikutnya(nama: str, oleh: Pengguna, *, selain: Aspirasi) -> UUID | None:
    """Return the acuan of the first kiriman in a queue other than `selain`; None when there is
    none."""
    meja = Aspirasi.objects.untuk_meja(oleh).milik_dulu(oleh).exclude(pk=selain.pk)
    urut = saring(meja, nama, oleh).order_by(*URUTAN[nama])
    acuan: UUID | None = urut.values_list("acuan", flat=True).first()
    return acuan


def antrean(jumlah: Mapping[str, int], kini: str) -> list[Antrean]:
    """Return all queues of a desk with their numbers, as `hitung_meja` counted them."""
    return [
        Antrean(nama, kata, jumlah[nama], alamat_antrean(nama), nama == kini)
        for nama, kata in ANTREAN
    ]


def belum_dikabari(oleh: Pengguna) -> QuerySet[Aspirasi]:
    """Return the kiriman of this desk whose sender waits for a WhatsApp message.

    `menunggu_sejak` is the moment of the first untold step.
    """
    belum = KabarPengirim.objects.belum().filter(aspirasi=OuterRef("pk")).order_by("dibuat", "pk")
    meja = Aspirasi.objects.untuk_meja(oleh).untuk_kartu().select_related("digabung_ke")
    menunggu: QuerySet[Aspirasi] = meja.filter(Exists(belum)).annotate(
        menunggu_sejak=Subquery(belum.values("dibuat")[:1])
    )
    return menunggu
