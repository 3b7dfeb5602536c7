"""Paging by key: the cost of a page never depends on how deep it lies.

One query fetches one row more than is shown; nothing is ever counted or skipped. The position is a
sealed token in `?setelah=` or `?sebelum=`; a token that was not made for this very list, or was cut
on the way, shows the first page. It is sealed because it holds the key and the exact moment of a
row. Both would tell of hidden rows, and of the person who sent one.
"""

import base64
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Generic, TypeVar, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Field, Model, Q, QuerySet
from django.http import HttpRequest

SETELAH, SEBELUM = "setelah", "sebelum"
PANJANG_TANDA = 4000

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Halaman(Generic[M]):
    """One page: its rows, and the tokens for `?setelah=` and `?sebelum=` (None: no such page)."""

    objek: list[M]
    berikut: str | None
    sebelum: str | None

    def __iter__(self) -> Iterator[M]:
        return iter(self.objek)

    def __len__(self) -> int:
        return len(self.objek)


def halaman(
    queryset: QuerySet[M],
    request: HttpRequest,
    kunci: Sequence[str] = ("-dibuat", "-pk"),
    ukuran: int = 20,
) -> Halaman[M]:
    """Return the page of `queryset` that `request` asks for, in one query.

    `kunci` orders the rows ("-" downwards; annotations and `relation__field` too) and ends
    in the primary key, which is added when missing. Keys that may be NULL are refused with
    ValueError. A ranked result of `core.cari.kueri.cari` (sliced, at most 200 rows) is paged by
    its places instead.
    """
    if queryset.query.is_sliced:
        return _berperingkat(queryset, request, ukuran)
    urutan = _Urutan(queryset, kunci)
    mundur = SEBELUM in request.GET
    posisi = urutan.baca(request.GET.get(SEBELUM if mundur else SETELAH, ""))
    mundur = mundur and posisi is not None
    himpunan = queryset.order_by(*urutan.kolom(balik=mundur))
    if posisi is not None:
        himpunan = himpunan.filter(urutan.sesudah(posisi, balik=mundur))
    baris = list(himpunan[: ukuran + 1])
    objek, lebih = baris[:ukuran], len(baris) > ukuran
    if mundur:
        objek.reverse()
    return urutan.halaman(
        objek, posisi, ada_berikut=mundur or lebih, ada_sebelum=not mundur or lebih
    )


class _Urutan:
    """The order of one list, and positions in it."""

    def __init__(self, queryset: QuerySet[Any], kunci: Sequence[str]) -> None:
        self.arah = [(k.lstrip("-"), k.startswith("-")) for k in kunci]
        if self.arah[-1][0] not in ("pk", "id"):
            self.arah.append(("pk", self.arah[-1][1]))
        self.bidang = [_bidang(queryset, nama) for nama, _ in self.arah]
        daftar = f"{queryset.model._meta.label}:{','.join(self.kolom(balik=False))}"
        self.segel = Segel(daftar)

    def kolom(self, *, balik: bool) -> list[str]:
        return [f"-{nama}" if turun != balik else nama for nama, turun in self.arah]

    def sesudah(self, posisi: list[Any], *, balik: bool) -> Q:
        """Return the condition that a row comes after `posisi`, or before it when `balik`."""
        syarat, sama = Q(), Q()
        for (nama, turun), nilai in zip(self.arah, posisi, strict=True):
            lebih = "lt" if turun != balik else "gt"
            syarat |= sama & Q(**{f"{nama}__{lebih}": nilai})
            sama &= Q(**{nama: nilai})
        # This adds no condition, but it lets PostgreSQL start the index at the right place.
        nama, turun = self.arah[0]
        return Q(**{f"{nama}__{'lte' if turun != balik else 'gte'}": posisi[0]}) & syarat

    def tulis(self, objek: Model) -> str:
        nilai = [_nilai(objek, nama) for nama, _ in self.arah]
        if None in nilai:
            raise ValueError(f"Kunci halaman kosong pada {objek!r}.")
        return self.segel.tulis([_teks(n) for n in nilai])

    def baca(self, tanda: str) -> list[Any] | None:
        """Return the position of a token, or None when it is not one of this list."""
        try:
            isi = self.segel.baca(tanda)
            return [b.to_python(n) for b, n in zip(self.bidang, isi, strict=True)]
        except (ValidationError, ValueError, TypeError):
            return None

    def halaman(
        self, objek: list[M], posisi: list[Any] | None, *, ada_berikut: bool, ada_sebelum: bool
    ) -> Halaman[M]:
        ada_sebelum = ada_sebelum and posisi is not None
        if not objek:  # the rows went away meanwhile: only the way back is left
            balik = self.segel.tulis([_teks(n) for n in posisi]) if posisi else None
            return Halaman([], None, balik if ada_sebelum else None)
        return Halaman(
            objek,
            self.tulis(objek[-1]) if ada_berikut else None,
            self.tulis(objek[0]) if ada_sebelum else None,
        )


class Segel:
    """The tokens of one list; nobody can read them or make them up.

    The same position gives the same token (AES-SIV), so that an address stays one address.
    """

    def __init__(self, daftar: str) -> None:
        kunci = hashlib.sha512(f"core.halaman:{settings.SECRET_KEY}".encode()).digest()
        self.sandi, self.daftar = AESSIV(kunci), [daftar.encode()]

    def tulis(self, isi: Any) -> str:
        tertutup = self.sandi.encrypt(json.dumps(isi).encode(), self.daftar)
        return base64.urlsafe_b64encode(tertutup).decode().rstrip("=")

    def baca(self, tanda: str) -> Any:
        """Return what `tulis` was given. Raises ValueError."""
        polos = tanda[:PANJANG_TANDA]
        try:
            tertutup = base64.urlsafe_b64decode(polos + "=" * (-len(polos) % 4))
            return json.loads(self.sandi.decrypt(tertutup, self.daftar))
        except InvalidTag as galat:
            raise ValueError("Tanda ini bukan dari daftar ini.") from galat


def _bidang(queryset: QuerySet[Any], nama: str) -> "Field[Any, Any]":
    """Return the field behind a key. Raises ValueError when it may be NULL."""
    if nama in queryset.query.annotations:
        return queryset.query.annotations[nama].output_field
    model: Any = queryset.model
    bidang: Any = None
    for bagian in nama.split("__"):
        bidang = model._meta.pk if bagian == "pk" else model._meta.get_field(bagian)
        if bidang.null:
            raise ValueError(f"Kunci halaman {nama!r} boleh kosong di basis data.")
        model = bidang.related_model
    return cast("Field[Any, Any]", bidang)


def _nilai(objek: Any, nama: str) -> Any:
    for bagian in nama.split("__"):
        objek = getattr(objek, bagian)
    return objek


def _teks(nilai: Any) -> Any:
    """Return a value that JSON keeps exactly (DjangoJSONEncoder would cut microseconds)."""
    if isinstance(nilai, bool | int | float | str):
        return nilai
    return nilai.isoformat() if isinstance(nilai, date | time) else str(nilai)


def _berperingkat(queryset: QuerySet[M], request: HttpRequest, ukuran: int) -> Halaman[M]:
    segel = Segel("peringkat")
    tanda = request.GET.get(SEBELUM) or request.GET.get(SETELAH) or ""
    try:
        mulai = int(segel.baca(tanda))
    except (ValueError, TypeError):
        mulai = 0
    baris = list(queryset[mulai : mulai + ukuran + 1])
    berikut = segel.tulis(mulai + ukuran) if len(baris) > ukuran else None
    sebelum = segel.tulis(max(0, mulai - ukuran)) if mulai else None
    return Halaman(baris[:ukuran], berikut, sebelum)
