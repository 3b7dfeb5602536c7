"""A kampung with all that it needs before the public comes."""

from core.waktu import hari_ini, sekarang
from tests.pabrik.kampung import KantorLayananFactory, instansi_kampung
from tests.pabrik.orang import pejabat
from tests.pabrik.pemeran import Pemeran
from warga.enums import BUTIR_KAMPUNG, NamaJabatan
from warga.models import Jabatan, Kampung, Pengguna
from warga.services.kesiapan import catat_siap


def lengkapi(pemeran: Pemeran) -> Kampung:
    """Give the kampung of the cast an office, an operator with a stand-in, and its papers."""
    kampung, kantor = pemeran.kampung, instansi_kampung(pemeran.kampung)
    Jabatan.objects.get_or_create(
        pengguna=pemeran.aparat,
        nama=NamaJabatan.OPERATOR,
        instansi=kantor,
        defaults={"mulai": hari_ini()},
    )
    pejabat(NamaJabatan.KASI, kantor)
    Pengguna.objects.filter(jabatan__instansi=kantor).update(last_login=sekarang())
    KantorLayananFactory(
        kampung=kampung, alamat="Jalan Raya 1", jam="08.00–15.00", telepon="+62725000001"
    )
    kampung.alamat_pengaduan = "Balai kampung"
    kampung.petugas_pembina, kampung.pembina_pengganti = pemeran.staf, pemeran.camat
    kampung.save()
    for butir in BUTIR_KAMPUNG:
        catat_siap(
            butir=butir, kampung=kampung, tanggal=hari_ini(), surat="140/1/2026", oleh=pemeran.camat
        )
    return kampung
