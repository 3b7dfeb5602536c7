"""Everything the portal holds of a sender's kiriman, for the sender (UU 27/2022: a copy).

It exists as a page to read and print, and as JSON for programs. Both say the same.
"""

import datetime as dt
from typing import Any
from urllib.parse import urljoin

from django.utils import timezone

from aspirasi.bacaan import riwayat
from aspirasi.bacaan.foto import milik_pengirim, semua_foto
from aspirasi.bacaan.percakapan import kata_jawaban, percakapan
from aspirasi.bacaan.riwayat import Peristiwa
from aspirasi.bacaan.tulisan import nama_panggilan, tulisan, tulisan_tampil
from aspirasi.enums import Kelompok
from aspirasi.kode import tulis_kode
from aspirasi.models import Aspirasi, Pengirim, Penilaian
from core.templatetags.bentuk import tanggal
from core.waktu import sekarang
from warga.kontak import tulis_telepon


def halaman_kiriman(aspirasi: Aspirasi, akar: str) -> dict[str, Any]:
    """Return it for the page. `akar` is the address of the portal, before those of photos."""
    jejak, orang = riwayat.baca(aspirasi), Pengirim.objects.get(aspirasi=aspirasi)
    semua = semua_foto(aspirasi)
    return {
        "aspirasi": aspirasi,
        "kode": tulis_kode(aspirasi.kode),
        # The sender reads their own identity here, so nothing is logged.
        "orang": orang,
        "nama_panggilan": nama_panggilan(orang, tampil=aspirasi.tampilkan_nama),
        "telepon": tulis_telepon(orang.telepon),
        "terdampak": [Kelompok(k).label for k in aspirasi.kelompok_terdampak],
        "dibuat": sekarang(),
        "foto": [urljoin(akar, f.berkas.alamat) for f in milik_pengirim(semua)],
        "percakapan": percakapan(aspirasi, semua, jejak),
        "penilaian": [_penilaian(n) for n in aspirasi.penilaian.order_by("dibuat")],
        "peristiwa": riwayat.untuk_pengirim(jejak),
        "pembaca": riwayat.pembaca_per_hari(jejak),
    }


def data_kiriman(aspirasi: Aspirasi, akar: str) -> dict[str, Any]:
    """Return it as plain values for JSON. Times are ISO 8601 in WIB, addresses are whole."""
    jejak, semua = riwayat.baca(aspirasi), semua_foto(aspirasi)
    return {
        "keterangan": "Salinan data kiriman Anda di Portal Bangunrejo.",
        "dibuat": _wib(sekarang()),
        "kiriman": _kiriman(aspirasi),
        "pengirim": _pengirim(aspirasi),
        "foto": [
            {
                "alamat": urljoin(akar, f.berkas.alamat),
                "tampil_untuk_umum": f.disetujui_pada is not None,
            }
            for f in milik_pengirim(semua)
        ],
        "jawaban_dan_keterangan": [
            {
                "waktu": _wib(t.dibuat),
                "jenis": t.get_jenis_display(),
                "dari": t.atas_nama,
                "isi": t.isi,
                "jawabannya": kata_jawaban(t),
                "foto": _foto_jawaban(t, akar),
            }
            for t in percakapan(aspirasi, semua, jejak)
        ],
        "penilaian": [
            {
                "waktu": _wib(n.dibuat),
                "saat": n.get_saat_display(),
                "masih_beres": n.masih_beres,
                "merasa_didengar": n.get_didengar_display(),
                "catatan": n.catatan,
            }
            for n in aspirasi.penilaian.order_by("dibuat")
        ],
        "perjalanan": [_peristiwa(p) for p in riwayat.untuk_pengirim(jejak)],
        "identitas_dibuka": [_peristiwa(p) for p in riwayat.pembaca_identitas(jejak)],
    }


def _penilaian(n: Penilaian) -> str:
    beres, saat = "beres" if n.masih_beres else "tidak beres", n.get_saat_display().lower()
    didengar = f"merasa didengar: {n.get_didengar_display().lower()}"
    catatan = f". {n.catatan}" if n.catatan else ""
    return f"{tanggal(n.dibuat)}, {saat}: {beres}, {didengar}{catatan}"


def _foto_jawaban(tindak: Any, akar: str) -> list[str]:
    tampil = [f for f in tindak.foto_tampil if not f.ditarik_pada]
    return [urljoin(akar, f.berkas.alamat) for f in tampil]


def _wib(waktu: dt.datetime) -> str:
    return timezone.localtime(waktu).isoformat(timespec="seconds")


def _kiriman(aspirasi: Aspirasi) -> dict[str, Any]:
    return {
        "kode_lacak": tulis_kode(aspirasi.kode),
        "nomor": aspirasi.nomor,
        "jenis": aspirasi.get_jenis_display(),
        "isi": tulisan(aspirasi),
        "isi_yang_tampil": tulisan_tampil(aspirasi),
        "kampung": aspirasi.kampung.nama if aspirasi.kampung else None,
        "tempat": aspirasi.lokasi,
        "lintang": None if aspirasi.lintang is None else str(aspirasi.lintang),
        "bujur": None if aspirasi.bujur is None else str(aspirasi.bujur),
        "tempat_umum": aspirasi.tempat_umum,
        "yang_boleh_membaca": aspirasi.get_jangkauan_display(),
        "tentang": aspirasi.get_tentang_display(),
        "tidak_yakin_tentang_petugas": aspirasi.tidak_yakin,
        "langsung_ke_kampung": aspirasi.langsung,
        "bahaya": aspirasi.bahaya,
        "belum_18_tahun": aspirasi.anak,
        "yang_terdampak": list(aspirasi.kelompok_terdampak),
        "status": aspirasi.get_status_display(),
        "dikirim": _wib(aspirasi.dibuat),
        "ditutup": _wib(aspirasi.ditutup_pada) if aspirasi.ditutup_pada else None,
    }


def _pengirim(aspirasi: Aspirasi) -> dict[str, Any]:
    """Return the identity. The sender reads their own here, so nothing is logged."""
    orang = Pengirim.objects.get(aspirasi=aspirasi)
    return {
        "nama": orang.nama,
        "nomor_hp": orang.telepon,
        "email": orang.email,
        "nama_tampil_untuk_umum": aspirasi.tampilkan_nama,
        "kampung_boleh_tahu_nama": orang.nama_untuk_kampung,
        "terhubung_ke_akun": orang.pengguna_id is not None,
        "disimpan_di_akun": _wib(orang.disimpan_pada) if orang.disimpan_pada else None,
        "sidik_alamat_email_akun_waktu_mengirim": list(orang.alamat_terbukti),
        "versi_persetujuan": orang.versi_persetujuan,
    }


def _peristiwa(p: Peristiwa) -> dict[str, Any]:
    return {"waktu": _wib(p.waktu), "apa": p.kata, "oleh": p.oleh, "alasan": p.alasan}
