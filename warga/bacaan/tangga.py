"""The people of each rung of the ladder of reminders (`core.tenggat.tangga`)."""

from django.db.models import Q, QuerySet

from core.tenggat.tangga import CAMAT, KAMPUNG, KASI
from warga.enums import NamaJabatan
from warga.models import Jabatan, Kampung, Pengguna


def pemegang(anak: int, kampung: Kampung | None) -> QuerySet[Pengguna]:
    """Return the active people with a mailbox who hold the office of this rung: the aparat of the
    kampung, its pembina and the kasi, or the camat. Without a kampung nobody stands for it."""
    orang = Pengguna.objects.filter(is_active=True, email__isnull=False)
    if anak == KAMPUNG:
        return orang.aparat().filter(kampung=kampung) if kampung else orang.none()
    nama = NamaJabatan.CAMAT if anak == CAMAT else NamaJabatan.KASI_PMK
    syarat = Q(pk__in=Jabatan.objects.aktif().filter(nama=nama).values("pengguna"))
    if anak == KASI and kampung:
        pembina = (kampung.petugas_pembina_id, kampung.pembina_pengganti_id)
        syarat |= Q(pk__in=[pk for pk in pembina if pk])
    return orang.filter(syarat)
