"""Everything the portal holds of a sender's kiriman, for the sender (UU 27/2022: a copy)."""

from typing import Any

from aspirasi import riwayat
from aspirasi.kode import tulis_kode
from aspirasi.models import Aspirasi, Pengirim
from core.waktu import sekarang


def data_kiriman(aspirasi: Aspirasi) -> dict[str, Any]:
    """Return it as plain values for JSON; times are ISO 8601 with their offset."""
    jejak = riwayat.baca(aspirasi)
    return {
        "keterangan": "Salinan data kiriman Anda di Portal Bangunrejo.",
        "dibuat": sekarang().isoformat(),
        "kiriman": _kiriman(aspirasi),
        "pengirim": _pengirim(aspirasi),
        "foto": [
            {"alamat": f.berkas.alamat, "tampil_untuk_umum": f.disetujui_pada is not None}
            for f in aspirasi.lampiran.select_related("berkas")
        ],
        "jawaban_dan_keterangan": [
            {
                "waktu": t.dibuat.isoformat(),
                "jenis": t.get_jenis_display(),
                "dari": t.atas_nama,
                "isi": t.isi,
            }
            for t in aspirasi.tindak_lanjut.terbuka()
        ],
        "penilaian": [
            {
                "waktu": n.dibuat.isoformat(),
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


def _kiriman(aspirasi: Aspirasi) -> dict[str, Any]:
    return {
        "kode_lacak": tulis_kode(aspirasi.kode),
        "nomor": aspirasi.nomor,
        "jenis": aspirasi.get_jenis_display(),
        "isi": aspirasi.isi,
        "isi_yang_tampil": aspirasi.isi_publik,
        "kampung": aspirasi.kampung.nama if aspirasi.kampung else None,
        "tempat": aspirasi.lokasi,
        "lintang": None if aspirasi.lintang is None else str(aspirasi.lintang),
        "bujur": None if aspirasi.bujur is None else str(aspirasi.bujur),
        "yang_boleh_membaca": aspirasi.get_jangkauan_display(),
        "tentang": aspirasi.get_tentang_display(),
        "bahaya": aspirasi.bahaya,
        "belum_18_tahun": aspirasi.anak,
        "yang_terdampak": list(aspirasi.kelompok_terdampak),
        "status": aspirasi.get_status_display(),
        "dikirim": aspirasi.dibuat.isoformat(),
        "ditutup": aspirasi.ditutup_pada.isoformat() if aspirasi.ditutup_pada else None,
    }


def _pengirim(aspirasi: Aspirasi) -> dict[str, Any]:
    """The sender reads the own identity here, so nothing is logged."""
    orang = Pengirim.objects.get(aspirasi=aspirasi)
    return {
        "nama": orang.nama,
        "nomor_hp": orang.telepon,
        "email": orang.email,
        "nama_tampil_untuk_umum": aspirasi.tampilkan_nama,
        "kampung_boleh_tahu_nama": orang.nama_untuk_kampung,
        "terhubung_ke_akun": orang.pengguna_id is not None,
        "versi_persetujuan": orang.versi_persetujuan,
    }


def _peristiwa(p: riwayat.Peristiwa) -> dict[str, Any]:
    return {"waktu": p.waktu.isoformat(), "apa": p.kata, "oleh": p.oleh, "alasan": p.alasan}
