"""Remains of an erased kiriman: every column of words of every table is searched."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from aspirasi.enums import Aksi, Jangkauan, Jenis, JenisTindakLanjut
from aspirasi.models import Aspirasi, Pengirim, PermintaanKeterangan, PertimbanganKeberatan
from aspirasi.services import (
    foto,
    ikut,
    instansi,
    keterangan,
    kiriman,
    kontak,
    penghapusan,
    penilaian,
    tangani,
)
from aspirasi.services.jawab import minta_keterangan, tanggapi, tunda, tutup_negatif
from core.formulir.sekali import kunci_baru
from core.jejak.catat import riwayat
from core.models import Tugas
from core.waktu import hari_ini, pada, sekarang
from forum.models import Ruang, Topik
from tests.alat.meja import menunggu
from tests.pabrik.aspirasi import buat, isian, periksa, surat
from tests.pabrik.berkas import foto as gambar
from tests.pabrik.proyek import buat_keputusan, buat_proyek

pytestmark = pytest.mark.django_db
TANDA = "xurdam"  # no affix, no letter that the search columns write otherwise
NOMOR = "81299988877"
JENIS_KATA = ("text", "character varying", "character", "json", "jsonb", "tsvector", "ARRAY")


def sisa(*tanda: str) -> set[str]:
    """Where one of these is found, as "table.column"."""
    hasil = set()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.table_name, c.column_name FROM information_schema.columns c "
            "JOIN information_schema.tables t USING (table_schema, table_name) "
            "WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' "
            "AND c.data_type = ANY(%s)",
            [list(JENIS_KATA)],
        )
        for tabel, kolom in cursor.fetchall():
            cari = " OR ".join([f'"{kolom}"::text ILIKE %s'] * len(tanda))
            perintah = f'SELECT EXISTS (SELECT 1 FROM "{tabel}" WHERE {cari})'  # noqa: S608 (names of the catalogue)
            cursor.execute(perintah, [f"%{satu}%" for satu in tanda])
            if cursor.fetchone()[0]:
                hasil.add(f"{tabel}.{kolom}")
    return hasil


def isi_semua(pemeran: Any) -> Aspirasi:
    """Return a public kiriman with the marker wherever somebody may write a sender's words."""
    aspirasi = buat(
        pemeran.kampung,
        jenis=Jenis.KEBERATAN,
        isi=f"Selokan {TANDA} mampet.",
        lokasi=f"Depan rumah {TANDA}",
        proyek_disebut=buat_proyek(),
        kontak={"nama": TANDA, "telepon": f"+62{NOMOR}", "email": f"{TANDA}@contoh.id"},
    ).aspirasi
    foto.tambah(aspirasi, [gambar()])
    staf = pemeran.staf
    minta_keterangan(aspirasi=aspirasi, isi=f"Di {TANDA} mana?", oleh=staf)
    kiriman.lengkapi(aspirasi=aspirasi, isi=f"Di {TANDA} ujung.")
    aspirasi = periksa(
        Aspirasi.objects.get(pk=aspirasi.pk),
        staf,
        isi_publik=f"Selokan {TANDA} mampet betul.",
        alasan=f"{TANDA} diperjelas.",
        foto=list(aspirasi.lampiran.all()),
    )
    ikut.bergabung(ke=aspirasi, aspirasi=Aspirasi(), pengirim=Pengirim(), kunci=kunci_baru())
    tangani.teruskan(
        aspirasi=aspirasi,
        ke=pemeran.kampung.instansi,
        oleh=staf,
        catatan=f"Kata {TANDA} gawat.",
    )
    for jawab in (False, True):
        satu = keterangan.minta(
            aspirasi=aspirasi,
            kampung=pemeran.kampung,
            pertanyaan=f"Kapan selokan dikeruk ({jawab})?",
            tenggat=dt.date(2099, 1, 1),
            oleh=staf,
        )
        if jawab:
            keterangan.jawab(permintaan=satu, jawaban="Bulan lalu.", oleh=pemeran.kakam)
    tangani.catat_internal(aspirasi=aspirasi, isi=f"Telepon {TANDA}.", oleh=staf)
    return aspirasi


def jawaban_resmi(aspirasi: Aspirasi, pemeran: Any) -> None:
    """Let officials answer everyone, with the marker in the answer."""
    staf = pemeran.staf
    aspirasi.refresh_from_db()
    sampai = hari_ini() + dt.timedelta(days=40)
    alasan = f"{TANDA} menunggu alat."
    tunda(aspirasi=aspirasi, sampai=sampai, alasan=alasan, oleh=pemeran.kakam)
    assert "aspirasi_aspirasi.alasan_tertunda" in sisa(TANDA)
    ke = surat()
    ke.perihal = f"Perihal {TANDA}"
    instansi.tunggu_instansi(aspirasi=aspirasi, isi=f"Bersurat soal {TANDA}.", surat=ke, oleh=staf)
    tanggapi(aspirasi=aspirasi, isi=f"{TANDA} dikeruk.", oleh=staf)


# Places where it may stay, and why.
TETAP = {
    "aspirasi_tindaklanjut.isi": "what officials answered to everyone",
    "aspirasi_tindaklanjut.vektor": "what officials answered to everyone",
    "core_isijejak.alasan": "why officials delayed or closed it, told to everyone",
    "aspirasi_suratinstansi.perihal": "what a letter of the kecamatan was about",
    "aspirasi_pertimbangankeberatan.isi": "what a decision said of objections",
    "forum_topik.judul": "words of another resident",
    "forum_topik.isi": "words of another resident",
    "forum_topik.vektor": "words of another resident",
}
TERHAPUS = {
    *(f"aspirasi_aspirasi.{k}" for k in ("isi", "isi_publik", "judul", "lokasi")),
    *("aspirasi_aspirasi.vektor", "aspirasi_aspirasi.pokok"),
    *(f"aspirasi_pengirim.{k}" for k in ("nama", "telepon", "email")),
    *("aspirasi_disposisi.catatan", "aspirasi_penilaian.catatan", "core_tugas.argumen"),
}


def tutup(aspirasi: Aspirasi, pemeran: Any) -> None:
    """Opened again, answered, settled and judged, with the marker each time."""
    kiriman.buka_kembali(aspirasi=aspirasi, alasan=f"Masih {TANDA}.")
    tangani.ambil(aspirasi=aspirasi, oleh=pemeran.staf)
    tanggapi(aspirasi=aspirasi, isi=f"{TANDA} dikeruk lagi.", oleh=pemeran.staf)
    putusan = buat_keputusan(pemeran.kakam)
    PertimbanganKeberatan.objects.create(keputusan=putusan, isi=f"Soal {TANDA}.")
    penilaian.beres(aspirasi=aspirasi)
    with pada(sekarang() + penilaian.MENUNGGU):
        penilaian.nilai(aspirasi=aspirasi, masih_beres=True, didengar="ya", catatan=TANDA)


@pytest.mark.parametrize("tertutup", [False, True])
def test_no_column_keeps_a_word_of_it(pemeran: Any, tertutup: bool) -> None:
    aspirasi = isi_semua(pemeran)
    Topik.objects.create(
        ruang=Ruang.objects.all()[0],
        judul=f"Soal {TANDA}",
        isi=f"Menurut saya {TANDA} perlu dibahas.",
        penulis=pemeran.warga,
        aspirasi=aspirasi,
        kunci_sekali=kunci_baru(),
    )
    jawaban_resmi(aspirasi, pemeran)
    if tertutup:
        tutup(aspirasi, pemeran)
    sebelum = sisa(TANDA, NOMOR)
    assert sebelum >= TERHAPUS - (set() if tertutup else {"aspirasi_penilaian.catatan"})
    penghapusan.hapus_semua(aspirasi=Aspirasi.objects.get(pk=aspirasi.pk))
    assert sisa(TANDA, NOMOR) <= set(TETAP)
    tinggal = aspirasi.tindak_lanjut.filter(isi__contains=TANDA)
    assert {t.jenis for t in tinggal} == {JenisTindakLanjut.TANGGAPAN}
    kata = [j.aksi for j in riwayat(aspirasi) if TANDA in j.isi.alasan]
    assert kata == [Aksi.TUNDA]


def halaman_kampung(klien: Any, pemeran: Any) -> list[str]:
    """All that the kampung sees of questions, as bytes but for the tokens of the forms."""
    acuan = PermintaanKeterangan.objects.order_by("pk").values_list("acuan", flat=True)
    jalur = [reverse("meja:permintaan_jawab", args=[a]) for a in acuan]
    client = klien("kakam")
    semua = (client.get(j).content.decode() for j in ("/kerja/", "/kerja/permintaan/", *jalur))
    return [re.sub(r'"csrfmiddlewaretoken" value="[^"]*"', "", isi) for isi in semua]


def test_a_kampung_sees_nothing_change_when_a_sender_erases(klien: Any, pemeran: Any) -> None:
    """M1: not in that second, and an open question ends on a day that tells nothing of it."""
    aspirasi = isi_semua(pemeran)
    Aspirasi.objects.filter(pk=aspirasi.pk).update(jangkauan=Jangkauan.KECAMATAN)
    sebelum = halaman_kampung(klien, pemeran)
    assert "Kapan selokan dikeruk (False)?" in sebelum[1]
    penghapusan.hapus_semua(aspirasi=Aspirasi.objects.get(pk=aspirasi.pk))
    assert halaman_kampung(klien, pemeran) == sebelum
    with pada(sekarang() + dt.timedelta(days=3)):
        assert keterangan.tutup_lama() == 0
    with pada(sekarang() + dt.timedelta(days=26)):
        assert keterangan.tutup_lama() == 1
        assert keterangan.tutup_lama() == 0
    assert "Tidak diperlukan lagi" in halaman_kampung(klien, pemeran)[1]


DITINJAU = "pertanyaan tentang kiriman yang dihapus pengirimnya menunggu ditinjau"


def test_the_desk_looks_at_the_words_again_and_says_that_no_answer_is_needed(
    klien: Any, pemeran: Any
) -> None:
    aspirasi = isi_semua(pemeran)
    penghapusan.hapus_semua(aspirasi=aspirasi)
    staf, terbuka = klien("staf"), aspirasi.permintaan_keterangan.menunggu().get()
    assert menunggu(staf)[DITINJAU] == 2
    assert "tinjau kata-katanya" in staf.get("/kerja/permintaan/").content.decode()
    for satu in aspirasi.permintaan_keterangan.all():
        alamat = reverse("meja:permintaan_urus", args=[satu.acuan])
        staf.post(alamat, {"pertanyaan": "Kapan dikeruk?", "tutup": "1"})
        assert klien("kakam").post(alamat, {"pertanyaan": "Lain."}).status_code == 403
    assert not menunggu(staf)[DITINJAU]
    jawab = reverse("meja:permintaan_jawab", args=[terbuka.acuan])
    isi = klien("kakam").post(jawab, {"jawaban": "Tulisan yang panjang."}).content.decode()
    assert "tidak memerlukan jawabannya lagi" in isi
    assert "Tulisan yang panjang." in isi
    assert "Kapan dikeruk?" in isi


HAPUS: dict[str, Callable[[Aspirasi], object]] = {
    "atas permintaan": lambda a: penghapusan.hapus_identitas(aspirasi=a),
    "sesudah lama ditutup": lambda a: penghapusan.kosongkan_kontak(),
}


@pytest.mark.parametrize("cara", HAPUS)
def test_no_column_keeps_who_it_was(klien: Any, pemeran: Any, cara: str) -> None:
    """Neither letters that wait or were given up, nor the helper who brought it in for another."""
    klien("fasilitator").post(
        "/aspirasi/titipan/",
        isian(asal="lisan", nama=TANDA, telepon="081299988877", email=f"{TANDA}@contoh.id"),
    )
    aspirasi = Aspirasi.objects.get()
    kontak.baca_pengirim(aspirasi=aspirasi, oleh=pemeran.staf)
    periksa(aspirasi, pemeran.staf)
    Tugas.objects.update(status=Tugas.Status.GAGAL, galat=f"ditolak: {TANDA}@contoh.id")
    tutup_negatif(
        aspirasi=aspirasi, aksi=Aksi.ARSIPKAN, alasan="Sudah ada di rencana.", oleh=pemeran.staf
    )
    kolom = {f"aspirasi_pengirim.{k}" for k in ("nama", "telepon", "email")}
    assert sisa(TANDA, NOMOR) == kolom | {"core_tugas.argumen", "core_tugas.galat"}
    assert Pengirim.objects.get().lewat == pemeran.fasilitator
    with pada(sekarang() + dt.timedelta(days=3650)):
        HAPUS[cara](aspirasi)
    assert sisa(TANDA, NOMOR) == set()
    assert Pengirim.objects.get().lewat is None
    assert not aspirasi.kabar_pengirim.belum().exists()
