"""Pages about projects that give typed words out again: who types, where, and in which field."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.urls import reverse

from core.waktu import hari_ini
from laporan.models import JedaLaporan
from laporan.services.menyusul import tunggu
from laporan.services.serah import kirim_draf
from proyek.enums import Tahap
from proyek.models import Lpj, Proyek
from proyek.services.lingkungan import isi_lingkungan
from proyek.services.lpj import tetapkan_lpj
from proyek.services.tahap import ubah_tahap
from tests.pabrik.berkas import dokumen
from tests.pabrik.catatan import buat_catatan, jawab
from tests.pabrik.kampung import instansi_kecamatan
from tests.pabrik.kelengkapan import buat_rencana
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.lestari import buat_serah
from tests.pabrik.orang import JabatanFactory, PenggunaFactory
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import HARI, buat_proyek
from warga.enums import NamaJabatan, Peran
from warga.models import Pengguna


def _proyek(pemeran: Pemeran) -> Proyek:
    return buat_proyek(pemeran.kampung, pagu=150_000_000)


def _di(nama: str, *lain: Any) -> Callable[[Pemeran], tuple[str, str]]:
    """Return the address of a page of a new project, twice."""
    return lambda p: (reverse(nama, args=[_proyek(p).nomor, *lain]),) * 2


def _rencana(pemeran: Pemeran) -> tuple[str, str]:
    proyek = _proyek(pemeran)
    buat_rencana(proyek, pemeran.aparat, (dt.date(2026, 8, 1), 40), (dt.date(2026, 9, 1), 100))
    return (reverse("proyek:rencana", args=[proyek.nomor]),) * 2


def _batal_tahap(pemeran: Pemeran) -> tuple[str, str]:
    proyek = _proyek(pemeran)
    ke = Tahap.DIHENTIKAN_SEMENTARA
    ubah_tahap(proyek=proyek, ke=ke, tanggal=HARI, oleh=pemeran.aparat, alasan="Hujan.")
    return (reverse("proyek:batal_tahap", args=[proyek.nomor]),) * 2


def _lpj(apa: str) -> Callable[[Pemeran], tuple[str, str]]:
    def buat(pemeran: Pemeran) -> tuple[str, str]:
        lpj = Lpj(kampung=pemeran.kampung, tahun=hari_ini().year - 1, nomor="5", tanggal=HARI)
        tetapkan_lpj(lpj=lpj, oleh=pemeran.kakam)
        return (reverse(apa, args=[lpj.pk]),) * 2

    return buat


def _pindaian_lpj(pemeran: Pemeran) -> tuple[str, str]:
    lpj = Lpj(kampung=pemeran.kampung, tahun=hari_ini().year - 1, nomor="5", tanggal=HARI)
    tetapkan_lpj(lpj=lpj, oleh=pemeran.kakam, pindaian=dokumen())
    kunci = [lpj.pk, lpj.pindaian.get().pk]
    return (reverse("proyek:lpj_pindaian_tarik", args=kunci),) * 2


def _laporan_tarik(pemeran: Pemeran) -> tuple[str, str]:
    laporan = buat_laporan(_proyek(pemeran), pemeran.aparat)
    return (reverse("meja:laporan_tarik", args=[laporan.nomor]),) * 2


def _belanja(pemeran: Pemeran) -> tuple[str, str]:
    laporan = buat_laporan(_proyek(pemeran), pemeran.aparat, belanja_menyusul=True)
    tunggu(laporan)
    return (reverse("laporan:belanja", args=[laporan.nomor]),) * 2


def _laporan_tarik_semua(pemeran: Pemeran) -> tuple[str, str]:
    laporan = buat_laporan(_proyek(pemeran), pemeran.aparat)
    return (reverse("meja:laporan_tarik_semua", args=[laporan.nomor]),) * 2


def _laporan_foto(pemeran: Pemeran) -> tuple[str, str]:
    laporan = buat_laporan(_proyek(pemeran), pemeran.aparat, foto=1)
    return (reverse("meja:laporan_foto_tarik", args=[laporan.nomor, laporan.foto.get().pk]),) * 2


def _perubahan(pemeran: Pemeran) -> tuple[str, str]:
    """The table of a year, which the address names."""
    _proyek(pemeran)
    return (reverse("proyek:perubahan") + "?jenis=apb&tahun=2026",) * 2


def _lingkungan(pemeran: Pemeran) -> tuple[str, str]:
    return (reverse("kampung:lingkungan_ubah", args=[pemeran.kampung.slug, "sampah"]),) * 2


def _lingkungan_tarik(pemeran: Pemeran) -> tuple[str, str]:
    kampung, hal = pemeran.kampung, "sampah"
    isi_lingkungan(kampung=kampung, hal=hal, keadaan="Dibakar.", tindakan="", oleh=pemeran.aparat)
    return (reverse("meja:lingkungan_tarik", args=[kampung.slug, hal]),) * 2


def _evaluasi(pemeran: Pemeran) -> tuple[str, str]:
    return (reverse("laporan:evaluasi", args=[buat_serah(kampung=pemeran.kampung).nomor]),) * 2


def camat_lama(pemeran: Pemeran) -> Pengguna:
    """Return the camat whose last day is today: both hold the office."""
    lama = PenggunaFactory(peran=Peran.STAF, kampung=None)
    kantor = instansi_kecamatan()
    JabatanFactory(pengguna=lama, nama=NamaJabatan.CAMAT, instansi=kantor, selesai=hari_ini())
    return lama


def _jeda(pemeran: Pemeran) -> JedaLaporan:
    hari = hari_ini()
    senin = hari + dt.timedelta(days=7 - hari.weekday())
    isi = {"mulai": senin, "akhir": senin, "sebab": "bencana", "keterangan": "Banjir."}
    return JedaLaporan.objects.create(kampung=pemeran.kampung, **isi)


def _urusan_jeda(nama: str) -> Callable[[Pemeran], tuple[str, str]]:
    return lambda p: (reverse("meja:jeda_ubah", args=[_jeda(p).pk, nama]),) * 2


def _jeda_tarik(pemeran: Pemeran) -> tuple[str, str]:
    return (reverse("meja:jeda_tarik", args=[_jeda(pemeran).pk]),) * 2


def _kembalikan(pemeran: Pemeran) -> tuple[str, str]:
    draf = buat_laporan(_proyek(pemeran), pemeran.aparat, foto=1, terbit=False)
    kirim_draf(laporan=draf, oleh=pemeran.aparat)
    return (reverse("laporan:kembalikan", args=[draf.pk]),) * 2


def _catatan(nama: str) -> Callable[[Pemeran], tuple[str, str]]:
    def buat(pemeran: Pemeran) -> tuple[str, str]:
        catatan = buat_catatan(_proyek(pemeran), pemeran.bpk)
        if nama == "meja:tanggapi":
            return (reverse(nama, kwargs={"jenis": "catatan", "pk": catatan.pk}),) * 2
        jawaban = jawab(catatan, pemeran.aparat)
        if nama == "laporan:belum":
            return (reverse(nama, kwargs={"jenis": "catatan", "pk": catatan.pk}),) * 2
        return (reverse(nama, args=[(jawaban if "meja" in nama else catatan).pk]),) * 2

    return buat


def _lampiran_tarik(pemeran: Pemeran) -> tuple[str, str]:
    catatan = buat_catatan(_proyek(pemeran), pemeran.bpk, lampiran=dokumen())
    kunci = [catatan.pk, catatan.lampiran.get().pk]
    return (reverse("laporan:lampiran_tarik", args=kunci),) * 2


FORMULIR_PROYEK: dict[str, tuple[str, Callable[[Pemeran], tuple[str, str]], str]] = {
    "kampung:lingkungan_ubah": ("aparat", _lingkungan, "keadaan"),
    "laporan:belanja": ("aparat", _belanja, "rincian_bahan"),
    "laporan:evaluasi": ("aparat", _evaluasi, "pelajaran"),
    "laporan:kembalikan": ("kakam", _kembalikan, "catatan"),
    "laporan:penulis": ("aparat", _di("laporan:penulis"), "sebutan"),
    "laporan:belum": ("bpk", _catatan("laporan:belum"), "isi"),
    "laporan:catatan_perbaiki": ("bpk", _catatan("laporan:catatan_perbaiki"), "isi"),
    "laporan:catatan_tarik": ("bpk", _catatan("laporan:catatan_tarik"), "alasan"),
    "laporan:catatan_tulis": ("bpk", _di("laporan:catatan_tulis"), "isi"),
    "laporan:lampiran_tarik": ("bpk", _lampiran_tarik, "alasan"),
    "meja:tanggapi": ("aparat", _catatan("meja:tanggapi"), "isi"),
    "meja:tanggapan_perbaiki": ("aparat", _catatan("meja:tanggapan_perbaiki"), "isi"),
    "meja:tanggapan_tarik": ("aparat", _catatan("meja:tanggapan_tarik"), "alasan"),
    "meja:laporan_foto_tarik": ("aparat", _laporan_foto, "alasan"),
    "meja:lingkungan_tarik": ("aparat", _lingkungan_tarik, "alasan"),
    "meja:lpj_tarik": ("aparat", _lpj("meja:lpj_tarik"), "alasan"),
    "meja:laporan_tarik": ("aparat", _laporan_tarik, "alasan"),
    "meja:laporan_tarik_semua": ("aparat", _laporan_tarik_semua, "alasan"),
    "meja:jeda": ("camat", lambda p: (reverse("meja:jeda"),) * 2, "keterangan"),
    "meja:jeda_tarik": ("staf", _jeda_tarik, "alasan"),
    "meja:jeda_ubah": ("camat", _urusan_jeda("perbaiki"), "keterangan"),
    "meja:proyek_tarik": ("aparat", _di("meja:proyek_tarik"), "alasan"),
    "proyek:batal_tahap": ("aparat", _batal_tahap, "alasan"),
    "proyek:betulkan_isian": ("aparat", _di("proyek:betulkan_isian"), "alasan"),
    "proyek:butir": ("aparat", _di("proyek:butir"), "nama_1"),
    "proyek:cabut": ("aparat", _di("proyek:cabut"), "alasan"),
    "proyek:lestari": ("aparat", _di("proyek:lestari"), "mitigasi"),
    "proyek:lpj": ("aparat", lambda p: (reverse("proyek:lpj"),) * 2, "nomor"),
    "proyek:lpj_cabut": ("aparat", _lpj("proyek:lpj_cabut"), "alasan"),
    "proyek:lpj_pindaian_tarik": ("aparat", _pindaian_lpj, "alasan"),
    "proyek:lpj_koreksi": ("aparat", _lpj("proyek:lpj_koreksi"), "alasan"),
    "proyek:perubahan": ("aparat", _perubahan, "alasan"),
    "proyek:perubahan_satu": ("aparat", _di("proyek:perubahan_satu"), "alasan"),
    "proyek:rencana": ("aparat", _rencana, "alasan"),
}
