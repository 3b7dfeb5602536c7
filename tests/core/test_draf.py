"""Typed words outlive a session that ended, for their author alone; secrets beside them do not."""

import datetime as dt
import re
import time
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import decrypt
from django.test import Client
from django.urls import get_resolver, reverse

from aspirasi.models import Aspirasi
from aspirasi.services import foto as lampiran
from aspirasi.services.keterangan import minta
from core.formulir import draf
from core.formulir.forms import KunciFormField
from laporan.models import LaporanKemajuan
from proyek.models import Proyek
from tests.alat.formulir import FOTO_SAJA, PER_APLIKASI
from tests.alat.formulir_keputusan import kakam_lama
from tests.alat.formulir_proyek import camat_lama
from tests.alat.klien import masuk
from tests.alat.meja import jawab
from tests.izin.test_alamat import alamat
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.berkas import foto
from tests.pabrik.forum import topik
from tests.pabrik.kampung import instansi_kampung, kampung_resmi
from tests.pabrik.kelengkapan import buat_anggota, buat_dokumen
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.orang import SANDI, pejabat
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_pencairan, buat_proyek
from tests.warga.test_pengaman import angka
from warga.enums import NamaJabatan, Peran
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
KATA = "Rahasia tentang Pak Xylofon."
SIDIK = re.compile(r'<input type="hidden" name="penulis" value="([0-9a-f]{64})">')
MEJA_BERFOTO = ("meja:aspirasi_tindakan", "meja:jawaban_foto")
BERFOTO = ("laporan:tulis", "laporan:ubah", "laporan:foto", "aspirasi:titipan", *MEJA_BERFOTO)
BERFOTO += ("laporan:cek_tulis", "laporan:lapangan_hasil")


@pytest.mark.parametrize(
    ("alamat", "isi"),
    [
        ("/akun/sandi/", {"oldpassword": "Rahasia-Lama-27", "password1": "Rahasia-Baru-27"}),
        ("/akun/hapus/", {"sandi": "Rahasia-Lama-27", "yakin": "on"}),
        ("/akun/pengaman/pasang/", {"code": "Rahasia-27"}),
        ("/kerja/kode/", {"kontak": "+62812Rahasia"}),
    ],
)
def test_no_secret_of_a_late_form_is_stored(client: Client, alamat: str, isi: dict) -> None:
    respons = client.post(alamat, isi | {"penulis": "a" * 64})
    assert respons.url.startswith("/akun/masuk/")
    assert "Rahasia" not in str(dict(client.session))


def test_words_of_a_late_form_are_kept_without_their_token(client: Client) -> None:
    isi = {"judul": "Jalan", "isi": "Becek."}
    client.post("/forum/tulis/", isi | {"kunci": "k" * 32, "penulis": "a" * 64})
    (satu,) = client.session[draf.KUNCI_SESI].values()
    assert satu["isi"] == {nama: [nilai] for nama, nilai in isi.items()}


@pytest.mark.parametrize("penulis", ["", "A" * 64, "a" * 65, "17", "\0"])
def test_a_form_that_the_portal_did_not_make_is_not_kept(client: Client, penulis: str) -> None:
    respons = client.post("/forum/tulis/", {"judul": "Jalan", "isi": KATA, "penulis": penulis})
    assert respons.url.startswith("/akun/masuk/")
    assert KATA not in str(dict(client.session))


def _kiriman(pemeran: Pemeran) -> Aspirasi:
    return terbit(pemeran.kampung, pemeran.staf)


def _permintaan(pemeran: Pemeran) -> Any:
    return minta(
        aspirasi=_kiriman(pemeran),
        kampung=pemeran.kampung,
        pertanyaan="Berapa penerima bantuan?",
        tenggat=dt.date(2027, 1, 4),
        oleh=pemeran.staf,
    )


def _proyek(pemeran: Pemeran) -> Proyek:
    return buat_proyek(pemeran.kampung, pagu=150_000_000)


def _laporan(pemeran: Pemeran) -> LaporanKemajuan:
    return buat_laporan(_proyek(pemeran), pemeran.aparat, terbit=False)


def _pencairan(apa: str, pemeran: Pemeran) -> str:
    proyek = _proyek(pemeran)
    gerak = buat_pencairan(proyek.pendanaan.get(), 5_000_000)
    return f"/proyek/{proyek.nomor}/pencairan/{gerak.pk}/{apa}/"


def _massal(pemeran: Pemeran) -> tuple[str, str]:
    _kiriman(pemeran)
    return ("/kerja/aspirasi/massal/?jenis=usulan", "/kerja/aspirasi/massal/")


def _tarik_jawaban(pemeran: Pemeran) -> tuple[str, str]:
    satu = _kiriman(pemeran)
    jawab(pemeran, satu, "Gorong-gorong digali hari Minggu oleh warga kampung.")
    return (reverse("meja:jawaban_tarik", args=[satu.acuan, satu.tindak_lanjut.get().pk]),) * 2


def _foto_jawaban(pemeran: Pemeran) -> tuple[str, str]:
    satu = _kiriman(pemeran)
    jawab(pemeran, satu)
    return (reverse("meja:jawaban_foto", args=[satu.acuan, satu.tindak_lanjut.get().pk]),) * 2


def _tarik_foto(pemeran: Pemeran) -> tuple[str, str]:
    satu = buat(pemeran.kampung).aspirasi
    lampiran.tambah(satu, [foto()])
    satu = periksa(satu, pemeran.staf, foto=list(satu.lampiran.all()))
    return (reverse("meja:foto_tarik", args=[satu.acuan, satu.lampiran.get().pk]),) * 2


def _anggota(pemeran: Pemeran) -> tuple[str, str]:
    anggota = buat_anggota(_proyek(pemeran))
    return (reverse("proyek:tim_ubah", args=[anggota.proyek.nomor, anggota.pk]),) * 2


def _dokumen(pemeran: Pemeran) -> tuple[str, str]:
    satu = buat_dokumen(_proyek(pemeran), pemeran.aparat)
    return (reverse("proyek:dokumen_ubah", args=[satu.proyek.nomor, satu.pk]),) * 2


# The page, its address, where its form is sent, and the field that holds the words.
FORMULIR: dict[str, tuple[str, Callable[[Pemeran], tuple[str, str]], str]] = {
    "forum:tulis": ("warga", lambda p: ("/forum/tulis/",) * 2, "isi"),
    "forum:topik": ("warga", lambda p: (topik(p.staf).get_absolute_url(),) * 2, "isi"),
    "kabar:tulis": ("aparat", lambda p: ("/kabar/tulis/",) * 2, "isi"),
    "meja:aspirasi_tindakan": (
        "aparat",
        lambda p: (a := f"/kerja/aspirasi/{_kiriman(p).acuan}/", f"{a}tanggapi/"),
        "isi",
    ),
    "proyek:ubah": ("aparat", lambda p: (f"/proyek/{_proyek(p).nomor}/ubah/",) * 2, "judul"),
    "proyek:tahap": ("aparat", lambda p: (f"/proyek/{_proyek(p).nomor}/tahap/",) * 2, "alasan"),
    "proyek:pencairan": (
        "aparat",
        lambda p: (f"/proyek/{_proyek(p).nomor}/pencairan/",) * 2,
        "keterangan",
    ),
    "proyek:penerima": (
        "aparat",
        lambda p: (f"/proyek/{_proyek(p).nomor}/penerima/",) * 2,
        "alasan",
    ),
    "proyek:tim": ("aparat", lambda p: (f"/proyek/{_proyek(p).nomor}/tim/",) * 2, "nama"),
    "proyek:tim_ubah": ("aparat", _anggota, "alasan"),
    "proyek:dokumen": (
        "aparat",
        lambda p: (f"/proyek/{_proyek(p).nomor}/dokumen/",) * 2,
        "keterangan",
    ),
    "proyek:dokumen_ubah": ("aparat", _dokumen, "alasan"),
    "proyek:batalkan": ("aparat", lambda p: (_pencairan("batalkan", p),) * 2, "alasan"),
    "proyek:betulkan": ("aparat", lambda p: (_pencairan("betulkan", p),) * 2, "alasan"),
    "proyek:buka": ("aparat", lambda p: ("/proyek/buka/",) * 2, "judul"),
    "keputusan:catat": ("aparat", lambda p: ("/keputusan/catat/",) * 2, "judul"),
    "laporan:tulis": (
        "aparat",
        lambda p: (f"/laporan/tulis/{_proyek(p).nomor}/",) * 2,
        "narasi",
    ),
    "laporan:ubah": ("aparat", lambda p: (f"/laporan/draf/{_laporan(p).pk}/ubah/",) * 2, "narasi"),
    "laporan:foto": (
        "aparat",
        lambda p: ((a := f"/laporan/draf/{_laporan(p).pk}/"), f"{a}foto/"),
        "keterangan",
    ),
    "laporan:cek_tulis": (
        "warga",
        lambda p: (f"/laporan/cek/{buat_proyek(p.kampung, tahap='berjalan').nomor}/tulis/",) * 2,
        "isi",
    ),
    "aspirasi:titipan": ("aparat", lambda p: ("/aspirasi/titipan/",) * 2, "isi"),
    "meja:permintaan_jawab": (
        "aparat",
        lambda p: (f"/kerja/permintaan/{_permintaan(p).acuan}/",) * 2,
        "jawaban",
    ),
    "meja:permintaan_urus": (
        "staf",
        lambda p: (f"/kerja/permintaan/{_permintaan(p).acuan}/urus/",) * 2,
        "pertanyaan",
    ),
    "meja:massal": ("staf", _massal, "catatan"),
    "meja:jawaban_tarik": ("staf", _tarik_jawaban, "alasan"),
    "meja:jawaban_foto": ("staf", _foto_jawaban, "alasan"),
    "meja:foto_tarik": ("staf", _tarik_foto, "alasan"),
}
FORMULIR |= PER_APLIKASI
# Somebody else who may open the same page.
REKAN = {"aparat": "kakam", "staf": "camat", "warga": "aparat_lain"}
LAIN = {"meja:cek_baca": {"tindakan": "sembunyikan"}}  # which of the forms of a page it is
SENDIRI = ("forum:tulis", "forum:topik", "kabar:tulis")  # open pages that ask themselves
setiap_formulir = pytest.mark.parametrize("terlambat", FORMULIR, indirect=True)


def test_every_page_that_gives_words_out_again_is_tried_here() -> None:
    tertanda = {n for n, _, p in alamat(get_resolver()) if hasattr(p.callback, draf.TANDA)}
    assert tertanda | {*SENDIRI} == {*FORMULIR, *FOTO_SAJA}


def _kode(faktor: Any) -> str:
    """A code from the sheet, or what the app shows now."""
    if isinstance(faktor, TOTP):
        return angka(decrypt(faktor.instance.data["secret"]))
    return str(faktor.get_unused_codes()[0])


def rekan(pemeran: Pemeran, orang: Pengguna) -> Pengguna:
    if orang == pemeran.kakam:
        return kakam_lama(pemeran)
    if orang == pemeran.camat:
        return camat_lama(pemeran)
    if orang == pemeran.bpk:
        kantor = instansi_kampung(pemeran.kampung)
        return pejabat(NamaJabatan.ANGGOTA_BPK, kantor, peran=Peran.BPK)
    siapa = next((lain for satu, lain in REKAN.items() if pemeran[satu] == orang), "fasilitator")
    return pemeran[siapa]


@pytest.fixture
def terlambat(request: Any, pemeran: Pemeran, client: Client) -> tuple[Client, str, Pengguna]:
    """A form that its writer sent after the session had ended: browser, address, writer."""
    siapa, buat, bidang = FORMULIR[request.param]
    orang = pemeran[siapa]
    orang.telepon_terbukti_pada = orang.dibuat
    orang.save()
    halaman, tujuan = buat(pemeran)
    masuk(client, orang)
    isi = client.get(halaman).content.decode()
    assert ("data-kecilkan" in isi) == (request.param in BERFOTO)  # each form with photos is known
    (penulis,) = set(SIDIK.findall(isi))
    client.post("/akun/keluar/")
    isian = {bidang: KATA, "penulis": penulis} | LAIN.get(request.param, {})
    respons = client.post(tujuan, isian, follow=True)
    assert "Tulisannya tidak hilang" in respons.content.decode()  # on the page to sign in
    return client, tujuan, orang


class TestSharedPhone:
    """One browser, several people, one after the other."""

    @setiap_formulir
    def test_it_waits_for_its_writer_alone_and_once(self, terlambat: Any, pemeran: Pemeran) -> None:
        """A colleague signs in next, neither sees nor sends it, and goes."""
        client, tujuan, orang = terlambat
        lain = rekan(pemeran, orang)
        client.post(f"/akun/masuk/?next={tujuan}", {"login": lain.telepon, "password": SANDI})
        respons = client.get(tujuan, follow=True)
        assert respons.status_code == 200
        assert respons.wsgi_request.user == lain
        assert KATA not in respons.content.decode()
        client.post("/akun/keluar/")
        client.post("/akun/masuk/", {"login": orang.telepon, "password": SANDI})
        for lembar in Authenticator.objects.filter(user=orang):  # an official's second factor
            client.post("/akun/pengaman/kode/", {"code": _kode(lembar.wrap())})
        assert KATA in client.get(tujuan).content.decode()
        assert KATA not in client.get(tujuan, follow=True).content.decode()

    @pytest.mark.parametrize("terlambat", [*SENDIRI, "proyek:buka"], indirect=True)
    def test_after_an_hour_it_is_gone(self, terlambat: Any, monkeypatch: Any) -> None:
        """One of the pages that `menyimpan_draf` asks for, and those that ask themselves."""
        client, tujuan, orang = terlambat
        masuk(client, orang)
        nanti = time.time() + draf.UMUR + 1
        monkeypatch.setattr(draf.time, "time", lambda: nanti)
        assert KATA not in client.get(tujuan, follow=True).content.decode()


def test_two_people_lose_nothing_to_each_other(client: Client, pemeran: Pemeran) -> None:
    for orang in (pemeran.warga, pemeran.bpk):
        isian = {"judul": "Jalan", "isi": f"Oleh {orang.nama}", "penulis": draf.sidik(orang)}
        client.post("/forum/tulis/", isian)
    for orang, lain in ((pemeran.warga, pemeran.bpk), (pemeran.bpk, pemeran.warga)):
        masuk(client, orang)
        isi = client.get("/forum/tulis/").content.decode()
        assert f"Oleh {orang.nama}" in isi
        assert f"Oleh {lain.nama}" not in isi
        client.post("/akun/keluar/")


def test_a_browser_keeps_the_words_of_few(client: Client) -> None:
    for nomor in range(draf.ORANG_TERBANYAK + 3):
        client.post("/forum/tulis/", {"isi": f"Ke-{nomor}", "penulis": f"{nomor:064x}"})
    isi = [satu["isi"]["isi"][0] for satu in client.session[draf.KUNCI_SESI].values()]
    assert len(isi) == draf.ORANG_TERBANYAK
    assert "Ke-7" in isi


def test_the_page_of_another_thing_gives_nothing_out(client: Client, pemeran: Pemeran) -> None:
    tujuan = f"/kerja/aspirasi/{uuid.uuid4()}/tanggapi/"
    client.post(tujuan, {"isi": KATA, "penulis": draf.sidik(pemeran.aparat)})
    masuk(client, pemeran.aparat)
    tanggapi = f"/kerja/aspirasi/{_kiriman(pemeran).acuan}/tanggapi/"
    assert KATA not in client.get(tanggapi, follow=True).content.decode()
    assert KATA in str(dict(client.session))


def test_every_tick_of_several_is_kept_and_the_form_may_be_sent_again(
    client: Client, pemeran: Pemeran
) -> None:
    lain = [pemeran.kampung_lain.pk, kampung_resmi("Sukowaringin").pk]
    isian = {"judul": "Talut Dusun 2", "kampung_lain": lain, "kunci": "k" * 32}
    client.post("/proyek/buka/", isian | {"penulis": draf.sidik(pemeran.aparat)})
    masuk(client, pemeran.aparat)
    respons = client.get("/proyek/buka/")
    form = respons.context["formulir"].proyek
    assert form["kampung_lain"].value() == [str(pk) for pk in lain]
    assert draf.MASIH_ADA in respons.content.decode()
    kunci = form["kunci"].value()
    assert KunciFormField.POLA.fullmatch(kunci)
    assert kunci != "k" * 32


def test_whose_report_it_is_is_not_written_down_beside_it(client: Client, pemeran: Pemeran) -> None:
    isian = {"isi": KATA, "nama": "Mbah Xylofon", "telepon": "08123450000", "email": "x@y.id"}
    client.post("/aspirasi/titipan/", isian | {"penulis": draf.sidik(pemeran.aparat)})
    (satu,) = client.session[draf.KUNCI_SESI].values()
    assert satu["isi"] == {"isi": [KATA]}


def test_nothing_kept_is_sent_by_an_empty_form(client: Client, pemeran: Pemeran) -> None:
    proyek = _proyek(pemeran)
    tujuan = f"/proyek/{proyek.nomor}/tahap/"
    isian = {"ke": "dihentikan_sementara", "tanggal": "2026-11-02", "alasan": KATA}
    client.post(tujuan, isian | {"penulis": draf.sidik(pemeran.aparat)})
    masuk(client, pemeran.aparat)
    client.post(tujuan)
    proyek.refresh_from_db()
    assert proyek.tahap == "berjalan"
    assert KATA in client.get(tujuan).content.decode()
