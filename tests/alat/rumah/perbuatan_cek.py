"""Acts on checks, notes, answers, looks in the field, letters and musyawarah: each once, ready to
run, for the test of their locks (tests/rumah/test_urutan_kunci_cek.py)."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from core.berkas.redaksi import Kotak
from core.berkas.simpan import simpan_dokumen, terbitkan
from core.formulir.sekali import kunci_baru
from core.models import HariLibur
from core.waktu import hari_ini, pada, sekarang
from laporan.models import CekWarga, FotoCek, PemeriksaanLapangan
from laporan.models.tentang import Tentang
from laporan.services import (
    catatan,
    cek,
    cek_baca,
    cek_berkala,
    cek_foto,
    inspektorat,
    lapangan,
    lapangan_foto,
    musyawarah,
    penarikan_catatan,
    pengingat_lapangan,
    pengingat_tanggapan,
    tanggapan,
)
from laporan.services.cek import IsianCek
from laporan.services.musyawarah import Hasil, Rencana
from tests.alat.kunci import tanpa_kunci
from tests.pabrik.berkas import foto, foto_tersimpan
from tests.pabrik.catatan import buat_catatan, jawab
from tests.pabrik.cek import tulis
from tests.pabrik.isian_proyek import pdf
from tests.pabrik.lapangan import BESOK, buat_warga, hasil
from tests.pabrik.orang import PenggunaFactory
from warga.enums import Peran

Perbuatan = dict[str, Callable[[], object]]  # by the service, with a word where it stands twice
ALASAN = "Memuat nama warga."
KOTAK = [Kotak(0, 0, 0.5, 0.5)]


def _dititip(titipan: Any) -> str:
    """Return the key of a form for which a photo waits."""
    kunci = kunci_baru()
    titipan.titip(kunci=kunci, unggahan=[foto("red")])
    return kunci


def _aparat(b: Any) -> Any:
    return PenggunaFactory(peran=Peran.APARAT, kampung=b.kampung)


def _cek(b: Any) -> Perbuatan:
    dicek, wajib = (Tentang(b.proyek(), None) for _ in range(2))
    siti, *lain = (buat_warga(b, ke) for ke in range(4))
    lama, terbuka, hitam, tertahan = (tulis(dicek, satu) for satu in (siti, lain[1], None, None))
    FotoCek.objects.create(cek=terbuka, berkas=foto_tersimpan())
    baru = PenggunaFactory(peran=Peran.WARGA, kampung=b.kampung)
    tulis(dicek, baru)
    for satu in lain[:2]:
        tulis(wajib, satu)
    kunci = _dititip(cek_foto.TITIPAN)
    return {
        "cek.cek": lambda: tulis(dicek, lain[0]),
        "cek.cek, the third": lambda: tulis(wajib, lain[2], sidik="5a" * 32),
        "cek.cek, again": lambda: tulis(dicek, siti, IsianCek("pertanyaan", "Kapan selesai?")),
        "cek_foto.lekatkan": lambda: cek_foto.lekatkan(kunci=kunci, cek=lama),
        "cek_baca.loloskan_cek": lambda: cek_baca.loloskan_cek(tulisan=tertahan, oleh=b.oleh),
        "cek_baca.hitamkan_cek": lambda: cek_baca.hitamkan_cek(
            cek=hitam, kata=["Talud"], alasan=ALASAN, oleh=b.oleh, loloskan=True
        ),
        "cek_baca.batasi_foto": lambda: cek_baca.batasi_foto(
            cek=terbuka, alasan=ALASAN, oleh=b.oleh
        ),
        "cek.tarik": lambda: cek.tarik(cek=lama),
        "cek.kosongkan_akun": lambda: cek.kosongkan_akun(pengguna=baru, oleh=b.oleh),
    }


def _tanggapan(b: Any) -> Perbuatan:
    siti, aparat = buat_warga(b, 7), _aparat(b)
    lama = tulis(Tentang(b.proyek(), None), siti)
    dijawab = tulis(Tentang(b.proyek(), None), siti)
    pertama = jawab(dijawab, aparat)
    return {
        "tanggapan.tanggapi": lambda: jawab(lama, aparat),
        "tanggapan.perbaiki": lambda: tanggapan.perbaiki(
            tanggapan=pertama, isi="Besok.", alasan="Keliru.", oleh=aparat, kunci=kunci_baru()
        ),
        "tanggapan.nyatakan_belum_puas": lambda: tanggapan.nyatakan_belum_puas(
            hal=lama, isi="Kapan?", oleh=siti
        ),
        "tanggapan.tarik": lambda: tanggapan.tarik(
            tanggapan=lama.tanggapan.get(), kata=[], alasan=ALASAN, oleh=b.oleh
        ),
    }


def _catatan(b: Any) -> Perbuatan:
    bpk = PenggunaFactory(peran=Peran.BPK, kampung=b.kampung)
    proyek = b.proyek()
    lama = buat_catatan(proyek, bpk, lampiran=simpan_dokumen(pdf()))
    pindaian, gambar, tutup = simpan_dokumen(pdf()), foto_tersimpan(), foto_tersimpan()
    berfoto = buat_catatan(proyek, bpk, lampiran=tutup).lampiran.get()
    return {
        "catatan.tulis": lambda: buat_catatan(proyek, bpk, lampiran=pindaian),
        "catatan.perbaiki": lambda: catatan.perbaiki(
            catatan=lama, isi="Papannya miring.", alasan="Salah lihat.", oleh=bpk
        ),
        "catatan.tambah_lampiran": lambda: catatan.tambah_lampiran(
            catatan=lama, berkas=gambar, oleh=bpk, kunci=kunci_baru()
        ),
        "penarikan_catatan.tutup_lampiran": lambda: penarikan_catatan.tutup_lampiran(
            lampiran=berfoto, kotak=KOTAK, alasan=ALASAN, oleh=bpk
        ),
        "penarikan_catatan.tarik_lampiran": lambda: penarikan_catatan.tarik_lampiran(
            lampiran=berfoto, alasan=ALASAN, oleh=bpk
        ),
        "penarikan_catatan.tarik": lambda: penarikan_catatan.tarik(
            catatan=lama, kata=[], alasan=ALASAN, oleh=bpk
        ),
    }


def _lapangan(b: Any) -> Perbuatan:
    dilihat, batal = (
        lapangan.buka(proyek=b.proyek(), alasan="Retak.", oleh=b.oleh, kunci=kunci_baru())
        for _ in range(2)
    )
    baru, milik = b.proyek(), {"pemeriksaan": dilihat, "oleh": b.oleh}
    kunci = _dititip(lapangan_foto.TITIPAN)
    return {
        "lapangan.buka": lambda: lapangan.buka(
            proyek=baru, alasan="Retak.", oleh=b.oleh, kunci=kunci_baru()
        ),
        "lapangan.batalkan": lambda: lapangan.batalkan(
            pemeriksaan=batal, alasan="Salah proyek.", oleh=b.oleh
        ),
        "lapangan.catat_hasil": lambda: lapangan.catat_hasil(isian=hasil(), **milik),
        "lapangan.perbaiki_hasil": lambda: lapangan.perbaiki_hasil(
            isian=hasil(sampai=hari_ini() + BESOK * 2), alasan="Salah hari.", **milik
        ),
        "lapangan_foto.lekatkan": lambda: lapangan_foto.lekatkan(kunci=kunci, **milik),
        "lapangan_foto.tutup_foto": lambda: lapangan_foto.tutup_foto(
            foto=dilihat.foto.get(), kotak=KOTAK, alasan=ALASAN, oleh=b.oleh
        ),
        "lapangan_foto.tarik_foto": lambda: lapangan_foto.tarik_foto(
            foto=dilihat.foto.get(), alasan=ALASAN, oleh=b.oleh
        ),
        "lapangan_foto.tarik_tulisan": lambda: lapangan_foto.tarik_tulisan(
            kata=["Talud"], alasan=ALASAN, **milik
        ),
        "lapangan.jawab_sepakat": lambda: lapangan.jawab_sepakat(
            pemeriksaan=dilihat,
            sudah=False,
            kata="Menunggu semen.",
            sampai=hari_ini() + BESOK,
            oleh=_aparat(b),
            kunci=kunci_baru(),
        ),
    }


def _penyelesaian(b: Any) -> Perbuatan:
    proyek = b.proyek()
    rencana = Rencana(hari_ini(), "Balai kampung", "Sisa talud.")
    isi = {"proyek": proyek, "oleh": b.oleh}
    milik, batal = (
        musyawarah.rencanakan(rencana=rencana, kunci=kunci_baru(), **isi) for _ in range(2)
    )
    surat = {"nomor": "700/1", "tanggal": hari_ini()}
    satu = inspektorat.catat_surat(kunci=kunci_baru(), **isi, **surat)
    perbuatan = {"musyawarah": milik, "oleh": b.oleh}
    return {
        "musyawarah.rencanakan": lambda: musyawarah.rencanakan(
            rencana=rencana, kunci=kunci_baru(), **isi
        ),
        "musyawarah.ubah": lambda: musyawarah.ubah(
            rencana=Rencana(hari_ini(), "Masjid", "Talud."), alasan="Bocor.", **perbuatan
        ),
        "musyawarah.batalkan": lambda: musyawarah.batalkan(
            musyawarah=batal, alasan="Bocor.", oleh=b.oleh
        ),
        "musyawarah.catat_hasil": lambda: musyawarah.catat_hasil(
            hasil=Hasil(True, "Disetujui."), **perbuatan
        ),
        "musyawarah.perbaiki_hasil": lambda: musyawarah.perbaiki_hasil(
            hasil=Hasil(True, "Disetujui semua."), alasan="Kurang.", **perbuatan
        ),
        "musyawarah.tarik_tulisan": lambda: musyawarah.tarik_tulisan(
            kata=["Disetujui"], alasan=ALASAN, **perbuatan
        ),
        "inspektorat.catat_surat": lambda: inspektorat.catat_surat(
            kunci=kunci_baru(), **isi, **surat | {"nomor": "700/2"}
        ),
        "inspektorat.cabut_surat": lambda: inspektorat.cabut_surat(
            surat=satu, alasan=ALASAN, oleh=b.oleh
        ),
    }


def _malam(b: Any) -> Perbuatan:
    """Work that runs by itself, on rows that are late, untold, or not what they should be."""
    orang, bpk = buat_warga(b, 8), PenggunaFactory(peran=Peran.BPK, kampung=b.kampung)
    with pada(sekarang() - dt.timedelta(days=90)):
        dilihat, baru = (
            lapangan.buka(proyek=b.proyek(), alasan="Retak.", oleh=b.oleh, kunci=kunci_baru())
            for _ in range(2)
        )
        dicek = Tentang(b.proyek(), None)
        dijawab, keliru = tulis(dicek, orang), tulis(dicek)
        tulis(dicek, buat_warga(b, 9))
        buat_catatan(dicek.proyek, bpk)
        libur = [hari_ini() + dt.timedelta(days=ke) for ke in range(1, 9)]
    terbitkan(FotoCek.objects.create(cek=keliru, berkas=foto_tersimpan()).berkas)
    for hari in libur:
        HariLibur.objects.create(tanggal=hari, nama="Pemilu", jenis="libur")
    with tanpa_kunci("laporan_pemeriksaanlapangan", "laporan_cekwarga"):
        PemeriksaanLapangan.objects.filter(pk=baru.pk).update(dikabarkan_pada=None)
        CekWarga.objects.filter(pk=dijawab.pk).update(ditanggapi_pada=sekarang())
    return {
        "cek_berkala.kabarkan": cek_berkala.kabarkan,
        "cek_berkala.periksa_malam": cek_berkala.periksa_malam,
        "pengingat_lapangan.hitung_ulang": pengingat_lapangan.hitung_ulang,
        "pengingat_lapangan.ingatkan_satu": lambda: pengingat_lapangan.ingatkan_satu(dilihat.pk),
        "pengingat_lapangan.umumkan_satu": lambda: pengingat_lapangan.umumkan_satu(baru.pk),
        "pengingat_tanggapan.hitung_ulang": pengingat_tanggapan.hitung_ulang,
        "pengingat_tanggapan.ingatkan_kampung": lambda: pengingat_tanggapan.ingatkan_kampung(
            b.kampung.pk
        ),
        "pengingat_tanggapan.periksa_malam": pengingat_tanggapan.periksa_malam,
    }


def semua(b: Any) -> Perbuatan:
    """Return all of them; `b` is the `Bahan` of the test."""
    return _cek(b) | _tanggapan(b) | _catatan(b) | _lapangan(b) | _penyelesaian(b) | _malam(b)
