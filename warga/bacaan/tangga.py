"""The people of each rung of the ladder of reminders (`core.tenggat.tangga`)."""

from django.db.models import Q, QuerySet

from core.tenggat.tangga import CAMAT, KAMPUNG, KASI
from warga.enums import NamaJabatan, Peran
from warga.models import Jabatan, Kampung, Pengguna


def aparat(kampung: Kampung | None = None) -> QuerySet[Pengguna]:
    """Return the active aparat of a kampung, with a mailbox or without; of all for None."""
    semua = Pengguna.objects.filter(is_active=True, peran=Peran.APARAT)
    semua = semua.exclude(pk__in=Pengguna.objects.purna().values("pk"))
    return semua.filter(kampung=kampung) if kampung else semua.filter(kampung__isnull=False)


def pemegang(anak: int, kampung: Kampung | None) -> QuerySet[Pengguna]:
    """Return the active people with a mailbox who hold the office of this rung: the aparat of the
    kampung, its pembina and the kasi, or the camat. Without a kampung nobody stands for it."""
    orang = Pengguna.objects.filter(is_active=True, email__isnull=False)
    if anak == KAMPUNG:
        return orang.filter(peran=Peran.APARAT, kampung=kampung) if kampung else orang.none()
    nama = NamaJabatan.CAMAT if anak == CAMAT else NamaJabatan.KASI_PMK
    syarat = Q(pk__in=Jabatan.objects.aktif().filter(nama=nama).values("pengguna"))
    if anak == KASI and kampung:
        pembina = (kampung.petugas_pembina_id, kampung.pembina_pengganti_id)
        syarat |= Q(pk__in=[pk for pk in pembina if pk])
    return orang.filter(syarat)
