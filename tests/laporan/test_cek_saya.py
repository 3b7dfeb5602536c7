"""The checks of one account, for that account: the list, the copy, and emptying; "belum menjawab"
by a sender with an account and by one without."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.jejak.catat import riwayat
from core.waktu import sekarang
from laporan.enums import Penanggap
from laporan.models import BelumPuas, CekWarga
from laporan.models.tentang import Tentang
from laporan.services.cek_baca import loloskan_cek
from tests.alat.baca import teks
from tests.pabrik.berkas import foto
from tests.pabrik.catatan import jawab
from tests.pabrik.cek import tahan, terbukti, tulis
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.pemeran import SEMUA_PERAN
from warga.services import kosongkan_pengguna

pytestmark = pytest.mark.django_db
SAYA, UNDUH = reverse("laporan:cek_saya"), reverse("laporan:cek_saya_unduh")
KATA = "Kapan selokannya selesai?"


def belum(cek: CekWarga) -> str:
    return reverse("laporan:belum", kwargs={"jenis": "cek", "pk": cek.pk})


def test_an_account_finds_its_own_and_no_other(klien: Any, pemeran: Any, tentang: Tentang) -> None:
    cek = tulis(tentang, terbukti(pemeran))
    tulis(Tentang(tentang.proyek), PenggunaFactory())
    assert SAYA in klien("warga").get(reverse("akun")).text
    isi = klien("warga").get(SAYA)
    assert cek.isi in teks(isi)
    assert "Menunggu dibaca" not in teks(isi)
    for siapa in SEMUA_PERAN[2:]:
        assert cek.isi not in klien(siapa).get(SAYA).text, siapa
    assert "Belum ada cek" in teks(klien("bpk").get(SAYA))


def test_the_copy_holds_all_of_it_and_nobody_elses(
    klien: Any, pemeran: Any, tentang: Tentang
) -> None:
    cek = tulis(tentang, terbukti(pemeran))
    tulis(Tentang(tentang.proyek), PenggunaFactory())
    jawab(cek, pemeran.kakam, "Sudah ditambah.")
    klien("warga").post(belum(cek), {"isi": KATA})
    (satu,) = json.loads(klien("warga").get(UNDUH).content)["cek"]
    assert (satu["isi"], satu["tentang"]) == (cek.isi, tentang.nomor)
    assert [kata["isi"] for kata in satu["tanggapan"]] == ["Sudah ditambah."]
    assert satu["belum_menjawab"] == KATA
    assert json.loads(klien("staf").get(UNDUH).content)["cek"] == []
    assert klien("pengunjung").get(UNDUH).status_code == 302


def test_a_password_from_a_printed_code_opens_none(
    klien: Any, pemeran: Any, tentang: Tentang
) -> None:
    """The office that handed the code out would learn who wrote."""
    warga = terbukti(pemeran)
    cek = tulis(tentang, warga)
    tertahan = tulis(Tentang(tentang.proyek), warga)
    tahan(tertahan)
    warga.sandi_dari_kode_pada = sekarang()
    warga.save()
    orang = klien("warga")
    assert cek.isi not in orang.get(SAYA).text
    assert "kami tutup" in teks(orang.get(SAYA))
    assert json.loads(orang.get(UNDUH).content)["cek"] == []
    assert orang.get(tertahan.get_absolute_url()).status_code == 404
    assert "Perbaiki atau tarik" not in orang.get(cek.get_absolute_url()).text
    alamat = reverse("laporan:cek_tulis", args=[tentang.nomor])
    assert orang.get(alamat).status_code == 302
    jawab(cek, pemeran.kakam)
    assert orang.get(belum(cek)).status_code == 403


def test_an_emptied_account_leaves_only_what_everybody_reads(
    client: Client, pemeran: Any, tentang: Tentang
) -> None:
    """A check that nobody had read goes with its words; what was public stays without a name."""
    warga = terbukti(pemeran)
    umum = tulis(tentang, warga)
    tertahan = tulis(Tentang(tentang.proyek), warga)
    tahan(tertahan)
    kosongkan_pengguna(pengguna=warga, oleh=warga, alasan="Permintaan pemilik akun sendiri.")
    tertahan.refresh_from_db()
    assert (tertahan.isi, tertahan.isi_publik, tertahan.ditahan) == ("", "", False)
    assert tertahan.ditarik_pada
    assert [satu.oleh_id for satu in riwayat(tertahan)] == [None, None]
    assert umum.isi in client.get(umum.get_absolute_url()).text
    assert warga.nama not in client.get(umum.get_absolute_url()).text


def test_a_browser_that_wrote_it_says_once_that_it_is_not_settled(
    pemeran: Any, tentang: Tentang, klien: Any
) -> None:
    """Its words are for the kecamatan alone; that it was said is public."""
    hp, lain = Client(), Client()
    alamat = reverse("laporan:cek_tulis", args=[tentang.nomor])
    hp.post(alamat, {"penilaian": "pertanyaan", "isi": "Kapan selesai?"})
    cek = loloskan_cek(tulisan=CekWarga.objects.get(), oleh=pemeran.staf)
    assert "Tanggapannya belum menjawab" not in hp.get(cek.get_absolute_url()).text
    jawab(cek, pemeran.kakam)
    assert "Tanggapannya belum menjawab" in hp.get(cek.get_absolute_url()).text
    assert "Tanggapannya belum menjawab" not in lain.get(cek.get_absolute_url()).text
    assert lain.post(belum(cek), {"isi": KATA})["Location"].startswith("/akun/masuk/")
    assert "Hanya petugas kecamatan" in teks(hp.get(belum(cek)))
    assert "harus diisi" in teks(hp.post(belum(cek), {"isi": ""}))
    for _ in range(2):
        jawaban = hp.post(belum(cek), {"isi": KATA}, follow=True)
    assert "Kecamatan menanggapinya" in teks(jawaban)
    kata = BelumPuas.objects.get()
    assert (kata.oleh, kata.tertutup) == (None, True)
    cek.refresh_from_db()
    assert cek.penanggap == Penanggap.KECAMATAN
    for siapa in ("pengunjung", "kakam", "bpk"):
        assert KATA not in klien(siapa).get(cek.get_absolute_url()).text
    meja = reverse("meja:tanggapi", kwargs={"jenis": "cek", "pk": cek.pk})
    assert KATA in klien("staf").get(meja).text
    assert KATA not in klien("kakam").get(meja).text


@pytest.mark.parametrize("siapa", [s for s in SEMUA_PERAN if s != "warga"])
def test_nobody_else_says_it(klien: Any, pemeran: Any, tentang: Tentang, siapa: str) -> None:
    cek = tulis(tentang, terbukti(pemeran))
    jawab(cek, pemeran.kakam)
    assert klien(siapa).post(belum(cek), {"isi": KATA}).status_code in (302, 403)
    assert not BelumPuas.objects.exists()
    klien("warga").post(belum(cek), {"isi": KATA})
    assert not BelumPuas.objects.get().tertutup
    assert KATA in klien("pengunjung").get(cek.get_absolute_url()).text


def test_photos_go_with_what_nobody_read(pemeran: Any, tentang: Tentang, klien: Any) -> None:
    alamat = reverse("laporan:cek_tulis", args=[tentang.nomor])
    isian = {"penilaian": "tidak_sesuai", "isi": "Talud baru 3 meter.", "foto": foto()}
    klien("warga").post(alamat, isian)
    cek = CekWarga.objects.get()
    assert (cek.ditahan, cek.foto.count()) == (True, 1)
    kosongkan_pengguna(pengguna=pemeran.warga, oleh=pemeran.admin, alasan="Diminta.")
    assert not cek.foto.exists()
