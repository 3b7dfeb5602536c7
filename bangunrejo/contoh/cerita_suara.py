"""Tells the voices: kiriman and their answers, topics and replies, news."""

import datetime as dt
import secrets
from contextlib import AbstractContextManager
from decimal import Decimal

from django.utils import timezone

from aspirasi.enums import Aksi, Jangkauan
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services.foto_umum import setujui_foto
from aspirasi.services.jawab import tanggapi, tutup_negatif
from aspirasi.services.kiriman import Terkirim, kirim, nyatakan_beres, tambah_foto
from aspirasi.services.periksa import HasilPeriksa, periksa
from aspirasi.services.tangani import ambil, hubungkan_proyek, teruskan
from bangunrejo.contoh.cerita_janji import ceritakan_janji
from bangunrejo.contoh.data import DataKabar, DataKiriman, DataTopik
from bangunrejo.contoh.gambar import foto_contoh
from bangunrejo.contoh.orang import Orang
from bangunrejo.contoh.waktu import Kalender
from core.berkas.kamar_gelap import latar
from core.berkas.simpan import simpan_foto
from core.moderasi.tampil import sembunyikan
from core.waktu import pada
from forum.models import Balasan, Ruang, Topik
from forum.services import tulis_balasan, tulis_topik
from kabar.models import Kabar
from kabar.services.kabar import terbitkan
from proyek.models import Proyek
from warga.models import Kampung

URUTAN = ("kirim", "periksa", "teruskan", "ambil", "jawab", "janji", "beres")


def ceritakan_kiriman(
    data: DataKiriman, proyek: dict[str, Proyek], orang: Orang, kalender: Kalender
) -> Terkirim:
    """Send one kiriman and let officials take it as far as the story says."""
    kampung = Kampung.objects.select_related("instansi").get(nama=data.kampung)
    with pada(kalender.saat(data.kirim, 19)):
        terkirim = _kirim(data, kampung)
    hari = kalender.hari_langkah(kalender.tanggal(data.kirim), _banyak_hari(data.langkah))
    aspirasi = terkirim.aspirasi
    if hari:
        _periksa(aspirasi, hari[0], orang)
    if data.langkah == "bukan_wewenang":
        with _jam(hari[0], 10):
            tutup_negatif(
                aspirasi=aspirasi,
                aksi=Aksi.BUKAN_WEWENANG,
                alasan=data.jawaban,
                oleh=orang["staf"],
            )
        return terkirim
    if URUTAN.index(data.langkah) >= 2:
        with _jam(hari[0], 11):
            teruskan(aspirasi=aspirasi, ke=kampung.instansi, oleh=orang["staf"])
    if URUTAN.index(data.langkah) >= 3:
        _tangani(aspirasi, data, hari, proyek, orang)
    if data.janji:
        with _jam(hari[-1], 13):
            kakam = orang.kakam(kampung)
            ceritakan_janji(aspirasi, data.janji, data.jawaban, kakam, kalender)
    return terkirim


def _banyak_hari(langkah: str) -> int:
    """Return on how many days officials act: they look and pass on, then they answer."""
    return {"kirim": 0, "jawab": 2, "janji": 2, "beres": 2}.get(langkah, 1)


def _jam(hari: dt.date, jam: int) -> AbstractContextManager[None]:
    return pada(timezone.make_aware(dt.datetime.combine(hari, dt.time(jam))))


def _kirim(data: DataKiriman, kampung: Kampung) -> Terkirim:
    lintang, bujur = map(Decimal, data.letak) if data.letak else (None, None)
    aspirasi = Aspirasi(
        jenis=data.jenis,
        isi=data.isi,
        kampung=kampung,
        jangkauan=data.jangkauan,
        bahaya=data.bahaya,
        lintang=lintang,
        bujur=bujur,
        tempat_umum=data.tempat_umum,
        langsung=data.langsung,
    )
    pengirim = Pengirim(nama=data.nama, nama_untuk_kampung=bool(data.nama))
    terkirim = kirim(aspirasi=aspirasi, pengirim=pengirim, kunci=secrets.token_urlsafe(24))
    if data.gambar:
        berkas = simpan_foto(foto_contoh(data.gambar, 0), latar())
        tambah_foto(aspirasi=terkirim.aspirasi, berkas=berkas)
    return terkirim


def _periksa(aspirasi: Aspirasi, hari: dt.date, orang: Orang) -> None:
    with _jam(hari, 9):
        aspirasi = periksa(
            aspirasi=aspirasi, hasil=HasilPeriksa.apa_adanya(aspirasi), oleh=orang["staf"]
        )
        if aspirasi.jangkauan == Jangkauan.PUBLIK:
            for lampiran in aspirasi.lampiran.all():
                setujui_foto(lampiran=lampiran, oleh=orang["staf"])


def _tangani(
    aspirasi: Aspirasi,
    data: DataKiriman,
    hari: list[dt.date],
    proyek: dict[str, Proyek],
    orang: Orang,
) -> None:
    """Let the kampung take it up on the first of these days and answer on the last."""
    assert aspirasi.kampung  # noqa: S101  every kiriman of the story names its kampung
    kakam = orang.kakam(aspirasi.kampung)
    with _jam(hari[0], 14):
        ambil(aspirasi=aspirasi, oleh=kakam)
    if len(hari) > 1 and not data.janji:
        with _jam(hari[1], 13):
            tanggapi(aspirasi=aspirasi, isi=data.jawaban, oleh=kakam)
    if data.proyek:
        satu = proyek[data.proyek]
        with pada(satu.dibuat + dt.timedelta(hours=2)):
            hubungkan_proyek(aspirasi=aspirasi, proyek=satu, oleh=kakam)
    if data.langkah == "beres":
        with pada(_selesai(data, proyek)):
            nyatakan_beres(aspirasi=aspirasi)


def _selesai(data: DataKiriman, proyek: dict[str, Proyek]) -> dt.datetime:
    """Return the moment two days after the last report of its project."""
    laporan = proyek[data.proyek].laporan.order_by("periode").last()
    if laporan is None or laporan.diterbitkan_pada is None:
        raise ValueError(f"{data.kode} tidak dapat beres sebelum proyeknya dilaporkan.")
    return laporan.diterbitkan_pada + dt.timedelta(days=2)


def ceritakan_topik(
    data: DataTopik, proyek: dict[str, Proyek], orang: Orang, kalender: Kalender
) -> None:
    """Open a topic, reply to it, and hide the last reply when the story says so."""
    saat = kalender.saat(data.tanggal, 20)
    with pada(saat):
        topik = Topik(
            ruang=Ruang.objects.get(nama=data.ruang),
            judul=data.judul,
            isi=data.isi,
            proyek=proyek.get(data.proyek),
        )
        tulis_topik(topik=topik, oleh=orang["fasilitator"])
    for nomor, (siapa, isi) in enumerate(data.balasan, start=1):
        with pada(saat + dt.timedelta(days=nomor)):
            balasan = tulis_balasan(balasan=Balasan(topik=topik, isi=isi), oleh=orang[siapa])
            if data.sembunyi and nomor == len(data.balasan):
                sembunyikan(balasan, oleh=orang["staf"], alasan=data.sembunyi)


def ceritakan_kabar(data: DataKabar, orang: Orang, kalender: Kalender) -> None:
    """Publish a piece of news in the name of the office."""
    kampung = Kampung.objects.get(nama=data.kampung) if data.kampung else None
    oleh = orang.kakam(kampung) if kampung else orang["staf"]
    with pada(kalender.saat(data.tanggal, 8)):
        kabar = Kabar(judul=data.judul, isi=data.isi, jenis=data.jenis, kampung=kampung)
        terbitkan(kabar=kabar, oleh=oleh)
