"""Officials without an e-mail address who have not seen yet that work waits for them, and the
message by which a colleague tells them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Self

from allauth.account.models import EmailAddress
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BigIntegerField,
    Count,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce, JSONObject

from aspirasi.models import Aspirasi
from aspirasi.services.pengabaran import tautan_wa
from core.tenggat.hari_kerja import tanggal_wib
from core.waktu import hari_ini
from kabar.alamat import meja
from kabar.bacaan.kerja import terbaca_rekan
from kabar.bacaan.kerja_kiriman import sebut
from kabar.enums import Lewat
from kabar.models import KabarRekan, PilihanPemberitahuan, belum_diberi_tahu
from warga.enums import PERAN_KAMPUNG, PERAN_KECAMATAN, Peran
from warga.models import Jabatan, KantorLayanan, Pengguna
from warga.models.kantor import kantor_kecamatan
from warga.rules import adalah_aparat, adalah_kecamatan

SEREKAN = 10  # colleagues that the page of one kiriman names
KE_MANA: dict[str, str] = {
    Lewat.SENDIRI: "WhatsApp terbuka ke nomornya sendiri, yang diizinkannya untuk rekan.",
    Lewat.KANTOR: "WhatsApp terbuka ke nomor kantornya. Orang lain di kantor itu dapat membacanya.",
    Lewat.PILIH: "Nomornya tidak kami ketahui. WhatsApp akan bertanya kepada siapa pesan ini "
    "dikirim.",
}


@dataclass(frozen=True)
class Rekan:
    """A colleague who is to be told: the key of the account, and the name."""

    pk: int
    nama: str


@dataclass(frozen=True)
class Dikabari:
    """A colleague who was told: the name, when, and by whom."""

    nama: str
    oleh: str
    waktu: dt.datetime

    @classmethod
    def dari(cls, isi: Any) -> Self:
        """Return it from what the database wrote."""
        return cls(isi["nama"], isi["oleh"], dt.datetime.fromisoformat(isi["waktu"]))

    @property
    def hari(self) -> dt.date:
        return tanggal_wib(self.waktu)


@dataclass(frozen=True)
class Pesan:
    """A message that is ready to send: its text, the kind of number, and the address that opens
    WhatsApp. Without a number WhatsApp asks whom to send it to."""

    teks: str
    lewat: Lewat
    tautan: str

    @property
    def keterangan(self) -> str:
        """Return whose number it goes to, and who may read it there."""
        return KE_MANA[self.lewat]


def pejabat() -> Any:
    """Return everybody who holds a desk, or works for a kampung, today."""
    semua = Pengguna.objects.filter(is_active=True, peran__in=(*PERAN_KAMPUNG, *PERAN_KECAMATAN))
    return semua.exclude(pk__in=Pengguna.objects.purna().values("pk"))


def rekan(oleh: Pengguna) -> Any:
    """Return the officials whom this person may tell (the right `kabar.kabari_rekan`)."""
    lain = pejabat().exclude(pk=oleh.pk)
    if adalah_kecamatan(oleh):
        return lain
    return lain.filter(kampung=oleh.kampung_id) if adalah_aparat(oleh) else lain.none()


def tanpa_email(orang: Any) -> Any:
    """Return those of these people whom no letter reaches."""
    return orang.filter(~Exists(EmailAddress.objects.filter(user=OuterRef("pk"), verified=True)))


def belum_tahu(oleh: Pengguna) -> Any:
    """Return the colleagues whom no letter reaches and for whom work waits that they have not
    opened and nobody told them of, the longest waiting first.

    `banyak` and `sejak` speak only of what `oleh` may read, too; `dikabari_pada` is when they were
    last told.
    """
    baru = belum_diberi_tahu().filter(terbaca_rekan(oleh), pengguna=OuterRef("pk")).order_by()
    banyak = baru.values("pengguna").annotate(n=Count("pk")).values("n")
    kabar = KabarRekan.objects.filter(kepada=OuterRef("pk")).order_by("-waktu")
    semua = tanpa_email(rekan(oleh)).annotate(
        banyak=Coalesce(Subquery(banyak), 0),
        sejak=Subquery(baru.order_by("waktu").values("waktu")[:1]),
        dikabari_pada=Subquery(kabar.values("waktu")[:1]),
    )
    kini = Jabatan.objects.aktif().select_related("instansi").order_by("pk")
    ada = semua.filter(banyak__gt=0).select_related("kampung").order_by("sejak", "pk")
    return ada.prefetch_related(Prefetch("jabatan", kini, to_attr="jabatan_aktif"))


def terakhir(oleh: Pengguna) -> QuerySet[KabarRekan]:
    """Return what colleagues of this person were told, newest first."""
    semua = KabarRekan.objects.filter(kepada__in=rekan(oleh).order_by().values("pk"))
    return semua.select_related("kepada", "oleh").order_by("-waktu", "-pk")


def untuk_kiriman() -> dict[str, ArraySubquery]:
    """Return columns for a queryset of kiriman, which `penunggu` reads: the officials whom no
    letter reaches and for whom it waits now, and the last who were told of it.

    A colleague who holds it works on it; the others have nothing to do then.
    """
    semua = tanpa_email(pejabat()).annotate(
        sejak=ExpressionWrapper(OuterRef("menunggu_kampung_sejak"), DateField()),
        pegang=ExpressionWrapper(OuterRef("ditugaskan"), BigIntegerField()),
    )
    sendiri, bebas = Q(pegang=F("pk")), Q(pegang__isnull=True)
    sekampung = Q(sejak__lte=hari_ini(), peran=Peran.APARAT, kampung=OuterRef("kampung"))
    milik = semua.filter((sekampung & (bebas | sendiri)) | (sendiri & Q(peran__in=PERAN_KECAMATAN)))
    kabar = KabarRekan.objects.filter(aspirasi=OuterRef("pk")).order_by("-waktu", "-pk")
    isi = {"kepada": "kepada", "nama": "kepada__nama", "oleh": "oleh__nama", "waktu": "waktu"}
    return {
        "rekan_menunggu": ArraySubquery(
            milik.order_by("nama", "pk").values(isi=JSONObject(pk="pk", nama="nama"))[:SEREKAN]
        ),
        "rekan_dikabari": ArraySubquery(kabar.values(isi=JSONObject(**isi))[:SEREKAN]),
    }


def penunggu(aspirasi: Any, oleh: Pengguna) -> tuple[list[Rekan], list[Dikabari]]:
    """Return the colleagues to be told of a kiriman, and those who were told since it waits. It was
    read with `untuk_kiriman`, by somebody who may read it."""
    hari = aspirasi.menunggu_kampung_sejak or aspirasi.menunggu_kecamatan_sejak or hari_ini()
    kabar = [(k["kepada"], Dikabari.dari(k)) for k in aspirasi.rekan_dikabari]
    sudah = {kepada: satu for kepada, satu in reversed(kabar) if satu.hari >= hari}
    tunggu = [Rekan(**r) for r in aspirasi.rekan_menunggu if r["pk"] != oleh.pk]
    return [r for r in tunggu if r.pk not in sudah], list(sudah.values())


def pesan(kepada: Pengguna, aspirasi: Aspirasi | None = None) -> Pesan:
    """Return the message to this official. It names a kiriman by its public number alone, and one
    that is not public not at all."""
    nomor = sebut(aspirasi) if aspirasi else ""
    hal = f"Kiriman {nomor} menunggu" if nomor else "Ada pekerjaan yang menunggu"
    teks = (
        f"Untuk Bapak/Ibu {kepada.nama}. {hal} Anda di meja kerja Portal Bangunrejo.\n\n"
        f"Masuk dan buka di sini: {meja()}\n\n"
        "Portal ini tidak pernah meminta kata sandi, PIN, atau uang lewat WhatsApp."
    )
    telepon, lewat = _nomor(kepada)
    return Pesan(teks, lewat, tautan_wa(telepon, teks))


def _nomor(kepada: Pengguna) -> tuple[str, Lewat]:
    """Return the number to use: their own, where they allow it and it is proven theirs; else that
    of their office; "" where neither is known."""
    boleh = PilihanPemberitahuan.objects.filter(pengguna=kepada, wa_rekan=True)
    if kepada.telepon and kepada.telepon_terbukti_pada and boleh.exists():
        return kepada.telepon, Lewat.SENDIRI
    kantor = _kantor(kepada)
    return (kantor.whatsapp, Lewat.KANTOR) if kantor and kantor.whatsapp else ("", Lewat.PILIH)


def _kantor(kepada: Pengguna) -> KantorLayanan | None:
    if kepada.akun_kecamatan:
        return kantor_kecamatan()
    kantor = KantorLayanan.objects.filter(kampung=kepada.kampung_id).exclude(whatsapp="")
    return kantor.order_by("urutan", "pk").first()
