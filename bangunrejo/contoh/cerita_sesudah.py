"""Tells what came later to a project: a paper that changed it, a payment set right, its upkeep and
whether it still serves; and the surroundings of a kampung."""

from decimal import Decimal

from bangunrejo.contoh.data import DataLingkungan, DataProyek
from bangunrejo.contoh.kertas import lembar
from bangunrejo.contoh.orang import Orang
from bangunrejo.contoh.waktu import Kalender
from core.berkas.simpan import simpan_dokumen
from core.waktu import pada
from proyek.bacaan.versi import versi_banyak
from proyek.models import Keputusan, Proyek, TujuanDesa
from proyek.models.lpj import Lpj
from proyek.models.perubahan import DASAR_UBAH, JenisUbah, KolomUbah
from proyek.services.fungsi import Isian, jawab_kantor, jawab_warga
from proyek.services.lestari import isi_lestari
from proyek.services.lingkungan import isi_lingkungan
from proyek.services.lpj import tetapkan_lpj
from proyek.services.pencairan import batalkan_pencairan, catat_pencairan
from proyek.services.perubahan import Ubahan, catat_perubahan
from warga.models import Kampung, Pengguna

SIANG, SORE = 13, 15


def rawat(proyek: Proyek, data: DataProyek, oleh: Pengguna) -> None:
    """Fill in land, surroundings and upkeep, now, where the story knows them."""
    if data.lestari:
        isi = dict(data.lestari)
        tujuan = TujuanDesa.objects.filter(nomor__in=isi.pop("tujuan"))
        isi_lestari(proyek=proyek, isi=isi, tujuan=tujuan, oleh=oleh)


def salah_catat(proyek: Proyek, data: DataProyek, oleh: Pengguna, kalender: Kalender) -> None:
    """Record a payment twice, and reverse the second one."""
    if data.salah_cair:
        with pada(kalender.saat(data.mulai_nyata, SIANG)):
            gerak = catat_pencairan(
                pendanaan=proyek.pendanaan.with_uang()[0],
                jumlah=data.salah_cair,
                tanggal=kalender.tanggal(data.mulai_nyata),
                oleh=oleh,
            )
        with pada(kalender.saat(data.mulai_nyata, SORE)):
            batalkan_pencairan(gerak=gerak, alasan="Tercatat dua kali.", oleh=oleh)


def ubah(proyek: Proyek, data: DataProyek, oleh: Pengguna, kalender: Kalender) -> None:
    """Change the size and the money of a project by a paper with its scan."""
    if not data.perubahan:
        return
    isi = data.perubahan
    with pada(kalender.saat(isi["tanggal"])):
        dana = proyek.pendanaan.with_uang()[0]
        ubahan = Ubahan(
            proyek=proyek,
            versi=versi_banyak([proyek])[proyek.nomor],
            kolom={KolomUbah.VOLUME: Decimal(isi["volume"])},
            anggaran={dana.pk: isi["anggaran"]},
        )
        surat = _surat(proyek, data, kalender)
        pindaian = simpan_dokumen(lembar("DATA CONTOH: Peraturan Kepala Kampung", surat.judul))
        catat_perubahan(keputusan=surat, ubahan=[ubahan], oleh=oleh, dokumen=pindaian)


def _surat(proyek: Proyek, data: DataProyek, kalender: Kalender) -> Keputusan:
    tanggal = kalender.tanggal(data.perubahan["tanggal"])
    return Keputusan(
        judul=f"Perubahan Penjabaran APB Kampung {data.kampung} tahun {tanggal.year}",
        isi=f"Nilai {data.judul} diubah.",
        alasan=data.perubahan["alasan"],
        dasar=DASAR_UBAH[JenisUbah.PENJABARAN],
        nomor_surat=f"CONTOH/P{data.kode[1:]}/{tanggal.year}",
        tanggal_surat=tanggal,
        ditetapkan_jabatan=f"Kepala Kampung {data.kampung} (contoh)",
        kampung=proyek.kampung,
    )


def tutup_tahun(proyek: Proyek, data: DataProyek, oleh: Pengguna, kalender: Kalender) -> None:
    """Close the year of its money by an LPJ, where the moved days let that year end before."""
    tahun = proyek.pendanaan.values_list("tahun", flat=True)[0]
    if not data.lpj or kalender.tanggal(data.lpj).year <= tahun:
        return
    with pada(kalender.saat(data.lpj)):
        lpj = Lpj(
            kampung=proyek.kampung,
            tahun=tahun,
            nomor=f"CONTOH/LPJ/{tahun}",
            tanggal=kalender.tanggal(data.lpj),
        )
        tetapkan_lpj(lpj=lpj, oleh=oleh)


def tanya_fungsi(proyek: Proyek, data: DataProyek, orang: Orang, kalender: Kalender) -> None:
    """Let the office and residents answer whether it still serves."""
    for siapa, hari, keadaan, kata in data.fungsi:
        isian = Isian(keadaan, kata)
        with pada(kalender.saat(hari)):
            if siapa == "kantor":
                jawab_kantor(proyek=proyek, isian=isian, oleh=orang.kakam(proyek.kampung))
            else:
                jawab_warga(proyek=proyek, isian=isian, oleh=orang[siapa] if siapa else None)


def ceritakan_lingkungan(data: DataLingkungan, orang: Orang, kalender: Kalender) -> None:
    """Fill in one matter of the surroundings of a kampung."""
    kampung = Kampung.objects.get(nama=data.kampung)
    with pada(kalender.saat(data.tanggal)):
        isi_lingkungan(
            kampung=kampung,
            hal=data.hal,
            keadaan=data.keadaan,
            tindakan=data.tindakan,
            oleh=orang.kakam(kampung),
        )
