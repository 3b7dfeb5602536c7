"""Words, days and photos of checks, notes, answers, looks and letters that only some may read.

They are looked for, with the names of senders, on every page that each of the cast reaches
(tests/meja/test_kerahasiaan_cek.py). Their senders are nobody of the cast.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.test import Client
from django.urls import get_resolver, reverse

from core.formulir.sekali import kunci_baru
from core.models import Berkas
from core.moderasi.tampil import sembunyikan
from core.waktu import pada
from laporan.enums import AlasanCek
from laporan.models import (
    CatatanPengawasan,
    CekWarga,
    FotoCek,
    FotoLapangan,
    Musyawarah,
    PemeriksaanLapangan,
    SuratInspektorat,
    Tanggapan,
)
from laporan.models.tentang import Tentang
from laporan.services import cek as layanan_cek
from laporan.services import (
    cek_baca,
    inspektorat,
    lapangan,
    lapangan_foto,
    penarikan_catatan,
    tanggapan,
)
from laporan.services.catatan import tambah_lampiran
from laporan.services.cek import IsianCek
from proyek.models import Proyek
from tests.alat.jam import saat
from tests.alat.kerahasiaan import CARI
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.catatan import buat_catatan, jawab
from tests.pabrik.lapangan import hasil, musyawarah_baru, surati
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.pemeran import KECAMATAN, Pemeran
from tests.pabrik.proyek import buat_proyek
from warga.enums import Peran
from warga.models import Pengguna

TIADA: set[str] = set()
PEMBACA = {"petugas_rahasia", "camat"}  # marked for what is secret
# Each word stands in one thing; by it who may read it, wherever that is.
KATA: dict[str, set[str]] = {
    "Gabronit": KECAMATAN,  # a check that waits to be read
    "Harzburgit": KECAMATAN,  # a check that was hidden
    "Ignimbrit": TIADA,  # a check that its sender took back
    "Jaspilit": KECAMATAN,  # blacked out in a public check; the admin page of its row keeps it
    "Kimberlit": TIADA,  # blacked out in a note
    "Latit": TIADA,  # a note that was taken back
    "Monzonit": TIADA,  # blacked out in an answer
    "Norit": TIADA,  # an answer that was taken back
    "Obsidian": KECAMATAN,  # not settled, of an account that nobody proved
    "Peridotit": PEMBACA,  # in numbers of letters to the Inspektorat, and why one was taken back
    "Riolit": TIADA,  # blacked out in what was seen in the field
}
SURAT = "Peridotit"
NAMA = "Sienit"  # of each of the senders
# Days that stand in nothing else: those of checks; and of what waits, which is nobody's either
# while another one waits longer.
HARI = {"2026-11-10": TIADA, "2026-11-12": KECAMATAN}
TERLAMA = "2026-11-09"


# Photos and scans, by what they belong to, with those who may open it.
Rahasia = dict[str, tuple[Berkas, set[str]]]
HALAMAN = ("proyek:rincian", "proyek:perjalanan", "laporan:garis")  # of the project
# The rows whose pages an address names by a word of its path.
BARIS: dict[str, type[Model]] = {
    "cek": CekWarga,
    "catatan": CatatanPengawasan,
    "tanggapan": Tanggapan,
    "lapangan": PemeriksaanLapangan,
    "musyawarah": Musyawarah,
    "inspektorat": SuratInspektorat,
}


def isi_rahasia(pemeran: Pemeran) -> Rahasia:
    """Enter one of each into a running project of the cast's kampung."""
    rahasia: Rahasia = {}
    proyek = buat_proyek(pemeran.kampung, tahap="berjalan")
    _tertahan(buat_proyek(pemeran.kampung_lain, tahap="berjalan"), TERLAMA, "Lama.")
    _cek(pemeran, proyek, rahasia)
    _catatan(pemeran, proyek, rahasia)
    _lapangan(pemeran, proyek, rahasia)
    _surat(pemeran, proyek, rahasia)
    return rahasia


def _cek(pemeran: Pemeran, proyek: Proyek, rahasia: Rahasia) -> None:
    tertahan = _tertahan(proyek, "2026-11-12", "Gabronit dipakai, bukan pasir.")
    _foto(tertahan, rahasia, "held", KECAMATAN)
    satu, dua, tiga, empat = (_orang(pemeran, ke) for ke in range(4))
    umum = _tulis(proyek, satu, "Pak Jaspilit membawa pulang semennya.")
    _foto(umum, rahasia, "for the kecamatan alone", KECAMATAN)
    kata = {"kata": ["Jaspilit"], "alasan": "Memuat nama warga."}
    cek_baca.hitamkan_cek(cek=umum, oleh=pemeran.staf, **kata)
    jawaban = jawab(umum, pemeran.kakam, "Pak Monzonit yang menyimpannya.")
    hitam = {"kata": ["Monzonit"], "alasan": "Memuat nama warga."}
    tanggapan.tarik(tanggapan=jawaban, oleh=pemeran.kakam, **hitam)
    tersembunyi = _tulis(proyek, dua, "Harzburgit itu maling.")
    _foto(tersembunyi, rahasia, "hidden", KECAMATAN)
    sembunyikan(tersembunyi, oleh=pemeran.staf, alasan=AlasanCek.ORANG.label)
    ditarik = _tulis(proyek, tiga, "Ignimbrit longsor.")
    with pada(saat("2026-11-10", 15)):
        layanan_cek.tarik(cek=ditarik)
    _belum(pemeran, proyek, empat)


def _belum(pemeran: Pemeran, proyek: Proyek, orang: Pengguna) -> None:
    """Let somebody without a proven number say that the answer does not settle it."""
    orang.telepon_terbukti_pada = None
    orang.save()
    tanya = _tulis(proyek, orang, "Kapan selokannya selesai?", "pertanyaan")
    tanya = cek_baca.loloskan_cek(tulisan=tanya, oleh=pemeran.staf)
    jawaban = jawab(tanya, pemeran.kakam, "Norit yang salah, bukan kami.")
    tanggapan.tarik(tanggapan=jawaban, kata=[], alasan="Menyalahkan orang.", oleh=pemeran.kakam)
    jawab(tanya, pemeran.kakam, "Selesai bulan depan.")
    tanggapan.nyatakan_belum_puas(hal=tanya, isi="Kata Obsidian sudah lewat.", oleh=orang)


def _catatan(pemeran: Pemeran, proyek: Proyek, rahasia: Rahasia) -> None:
    hitam = buat_catatan(proyek, pemeran.bpk, "Pak Kimberlit tidak hadir di lapangan.")
    isi = {"kata": ["Kimberlit"], "alasan": "Memuat nama warga."}
    penarikan_catatan.tarik(catatan=hitam, oleh=pemeran.bpk, **isi)
    ditarik = buat_catatan(proyek, pemeran.bpk, "Latit dipasang terbalik.")
    lampiran = tambah_lampiran(
        catatan=ditarik, berkas=buat_berkas(), oleh=pemeran.bpk, kunci=kunci_baru()
    )
    penarikan_catatan.tarik(catatan=ditarik, kata=[], alasan="Keliru.", oleh=pemeran.bpk)
    _simpan(rahasia, "of a note taken back", lampiran, KECAMATAN | {"bpk"})


def _lapangan(pemeran: Pemeran, proyek: Proyek, rahasia: Rahasia) -> None:
    staf = pemeran.staf
    alasan = {"alasan": "Talud retak.", "oleh": staf}
    periksa = lapangan.buka(proyek=proyek, kunci=kunci_baru(), **alasan)
    isian = hasil(terlihat="Pak Riolit menunjukkan talud 3 meter.")
    lapangan.catat_hasil(pemeriksaan=periksa, isian=isian, oleh=staf)
    hitam = {"kata": ["Riolit"], "alasan": "Memuat nama warga."}
    lapangan_foto.tarik_tulisan(pemeriksaan=periksa, oleh=staf, **hitam)
    foto = FotoLapangan.objects.create(pemeriksaan=periksa, berkas=buat_berkas())
    lapangan_foto.tarik_foto(foto=foto, alasan="Wajah orang.", oleh=staf)
    _simpan(rahasia, "of a look, taken back", foto, KECAMATAN)
    musyawarah_baru(pemeran, proyek)


def _surat(pemeran: Pemeran, proyek: Proyek, rahasia: Rahasia) -> None:
    """A letter that a search would find (`CARI`), and one that was taken back."""
    surat = surati(pemeran, proyek, nomor=f"{CARI}/{SURAT}/12", berkas=buat_berkas())
    _simpan(rahasia, "of a letter to the Inspektorat", surat, PEMBACA)
    salah = surati(pemeran, proyek, nomor=f"{SURAT}/13")
    inspektorat.cabut_surat(surat=salah, alasan=f"Bukan {SURAT}.", oleh=pemeran.camat)


def _orang(pemeran: Pemeran, ke: int) -> Pengguna:
    """Return a proven resident of the cast's kampung whose name is looked for."""
    nama = f"{NAMA} {'ABCD'[ke]}"
    orang: Pengguna = PenggunaFactory(nama=nama, peran=Peran.WARGA, kampung=pemeran.kampung)
    orang.telepon, orang.telepon_terbukti_pada = f"+62813111000{ke:02}", orang.dibuat
    orang.save()
    return orang


def _tulis(proyek: Proyek, oleh: Pengguna, isi: str, penilaian: str = "tidak_sesuai") -> CekWarga:
    with pada(saat("2026-11-10")):
        isian = IsianCek(penilaian, isi)
        return layanan_cek.cek(tentang=Tentang(proyek, None), isian=isian, oleh=oleh)


def _tertahan(proyek: Proyek, hari: str, isi: str) -> CekWarga:
    with pada(saat(hari)):
        isian = IsianCek("tidak_sesuai", isi)
        return layanan_cek.cek(tentang=Tentang(proyek, None), isian=isian, oleh=None)


def _foto(cek: CekWarga, rahasia: Rahasia, nama: str, pembaca: set[str]) -> None:
    _simpan(rahasia, nama, FotoCek.objects.create(cek=cek, berkas=buat_berkas()), pembaca)


def _simpan(rahasia: Rahasia, nama: str, baris: Any, pembaca: set[str]) -> None:
    rahasia[nama] = (baris.berkas, pembaca)


def terbuka(client: Client, rahasia: Rahasia) -> dict[str, list[int]]:
    """Return how each of these answers to `client`, in both sizes."""
    hasil = {}
    for nama, (berkas, _) in rahasia.items():
        berkas.refresh_from_db()  # one that was taken back has another address
        hasil[nama] = [_status(client, j) for j in (berkas.alamat, berkas.alamat_kecil)]
    return hasil


def _status(client: Client, jalur: str) -> int:
    respons: Any = client.get(jalur)
    if respons.streaming:
        b"".join(respons.streaming_content)  # read to its end: the file is closed there
    return int(respons.status_code)


def pintu_rahasia() -> list[str]:
    """Return every address of these rows, whoever may enter it, and those of their project."""
    nomor = CekWarga.objects.latest("pk").proyek.nomor
    return list(
        dict.fromkeys(j for app in ("laporan", "meja", "proyek") for j in _alamat(app, nomor))
    )


def _alamat(app: str, nomor: str) -> Iterator[str]:
    semua: list[Any] = get_resolver().namespace_dict[app][1].url_patterns
    for satu in semua:
        isian, rute = set(satu.pattern.converters), str(satu.pattern)
        model = next((BARIS[kata] for kata in rute.split("/") if kata in BARIS), None)
        if isian == {"nomor"} and (model or f"{app}:{satu.name}" in HALAMAN):
            yield reverse(f"{app}:{satu.name}", args=[nomor])
        elif isian == {"jenis", "pk"}:
            for jenis in ("cek", "catatan"):
                yield from _tiap(f"{app}:{satu.name}", BARIS[jenis], jenis)
        elif isian == {"pk"} and model:
            yield from _tiap(f"{app}:{satu.name}", model)


def _tiap(nama: str, model: type[Model], *isi: str) -> Iterator[str]:
    for pk in model._default_manager.order_by("pk").values_list("pk", flat=True):
        yield reverse(nama, args=[*isi, pk])
