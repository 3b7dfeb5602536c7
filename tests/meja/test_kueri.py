"""Pages of a desk ask the database twelve times at most, however much there is."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.enums import Aksi, Jenis, Status
from aspirasi.laku import LAKU
from aspirasi.models import Aspirasi, SuratInstansi
from core.laku import Oleh
from core.waktu import pada, sekarang
from meja.rincian import TUMPANGAN, lengkap
from tests.alat.alur import perbuatan
from tests.alat.baca import teks
from tests.alat.jam import saat
from tests.alat.meja import alamat
from tests.aspirasi.services.test_alur import jalur, lakukan
from tests.pabrik.aspirasi import buat
from tests.pabrik.penuh import isi_penuh
from warga.sesi import CATATAN, JEDA_CATAT

pytestmark = pytest.mark.django_db
PALING_BANYAK = 12
AWAL, KEMUDIAN = saat("2026-03-02"), saat("2026-06-01")
PETUGAS = ("staf", "aparat")


def kueri(client: Client, jalur_halaman: str, *, baru_datang: bool = False) -> int:
    """How many queries a page costs; with `baru_datang` it is one that writes down, too, that the
    session is in use, as one in five minutes does."""
    if baru_datang:
        session = client.session
        session[CATATAN] = session[CATATAN] | {"saat": session[CATATAN]["saat"] - JEDA_CATAT - 1}
        session.save()
    with CaptureQueriesContext(connection) as tanya:
        assert client.get(jalur_halaman).status_code == 200
    return len(tanya)


def di_status(pemeran: Any, status: str) -> Aspirasi:
    """A kiriman of that status, an objection that somebody holds, with an unread reply."""
    laku = perbuatan(pemeran)
    with pada(AWAL):
        satu = buat(pemeran.kampung, langsung=True).aspirasi
    for aksi in jalur(status):
        with pada(KEMUDIAN if LAKU[Aksi(aksi)].oleh is Oleh.PORTAL else AWAL):
            assert lakukan(laku, aksi, satu)
    Aspirasi.objects.filter(pk=satu.pk).update(
        jenis=Jenis.KEBERATAN, bahaya=True, ditugaskan=pemeran.kakam, balasan_pada=sekarang()
    )
    return Aspirasi.objects.get(pk=satu.pk)


@pytest.mark.parametrize("status", Status.values)
def test_one_kiriman_for_every_role(klien: Any, pemeran: Any, status: str) -> None:
    satu = di_status(pemeran, status)
    isi_penuh(satu, pemeran, 1)
    meja = [s for s in PETUGAS if Aspirasi.objects.untuk_meja(pemeran[s]).filter(pk=satu.pk)]
    assert "staf" in meja
    orang = {siapa: klien(siapa) for siapa in meja}
    sedikit = {siapa: kueri(client, alamat(satu)) for siapa, client in orang.items()}
    isi_penuh(satu, pemeran, 2)
    banyak = {s: kueri(client, alamat(satu), baru_datang=True) for s, client in orang.items()}
    assert {s: n for s, n in banyak.items() if n > PALING_BANYAK} == {}
    ditulis = 4  # the session and its line in the list of sessions, in a savepoint
    assert {s: n + ditulis for s, n in sedikit.items()} == banyak


def test_where_the_look_is_delegated(klien: Any, pemeran: Any) -> None:
    pemeran.kampung.verifikasi_didelegasikan = True
    pemeran.kampung.save()
    satu = isi_penuh(di_status(pemeran, Status.DIAJUKAN), pemeran, 1)
    assert kueri(klien("aparat"), alamat(satu), baru_datang=True) <= PALING_BANYAK


@pytest.mark.parametrize("siapa", ["camat", "petugas_rahasia", "admin"])
def test_for_all_others_of_the_kecamatan(klien: Any, pemeran: Any, siapa: str) -> None:
    satu = isi_penuh(di_status(pemeran, Status.DIPROSES), pemeran, 2)
    assert kueri(klien(siapa), alamat(satu), baru_datang=True) <= PALING_BANYAK


def test_what_was_read_along_is_what_is_stored(pemeran: Any) -> None:
    satu = isi_penuh(di_status(pemeran, Status.DIPROSES), pemeran, 3)
    baca = lengkap(pemeran.staf, satu.acuan)
    dibaca = {nama: satu.baca(getattr(baca, nama)) for nama, satu in TUMPANGAN.items()}
    surat, tautan = dibaca["surat_tumpangan"], dibaca["tautan_tumpangan"]
    assert surat == list(SuratInstansi.objects.filter(aspirasi=satu))
    for kini, asli in zip(surat, SuratInstansi.objects.untuk_halaman(), strict=True):
        kolom = [k.attname for k in SuratInstansi._meta.concrete_fields]
        assert [getattr(kini, k) for k in kolom] == [getattr(asli, k) for k in kolom]
        assert (kini.instansi, kini.berkas) == (asli.instansi, asli.berkas)
        assert (kini.berkas.alamat, kini.berkas.dibuat) == (asli.berkas.alamat, asli.berkas.dibuat)
    for kini, asli in zip(tautan, satu.tautan_proyek.untuk_kartu(), strict=True):
        assert kini == asli
        assert (kini.proyek, kini.proyek.volume) == (asli.proyek, asli.proyek.volume)
        for nama in TUMPANGAN["tautan_tumpangan"].tambahan:
            assert getattr(kini, nama) == getattr(asli, nama), nama
    assert dibaca["permintaan_tumpangan"] == list(satu.permintaan_keterangan.all())
    assert dibaca["pertimbangan_tumpangan"] == list(satu.pertimbangan.order_by("pk"))


def test_a_kampung_is_not_even_sent_what_was_asked_elsewhere(klien: Any, pemeran: Any) -> None:
    satu = isi_penuh(di_status(pemeran, Status.DIPROSES), pemeran, 1)
    assert not hasattr(lengkap(pemeran.aparat, satu.acuan), "permintaan_tumpangan")
    tanya = satu.permintaan_keterangan.get().pertanyaan
    assert tanya not in teks(klien("aparat").get(alamat(satu)))
    assert tanya in teks(klien("staf").get(alamat(satu)))


HALAMAN = ("beranda", "aspirasi", "massal", "kabar", "permintaan", "penilaian", "pin_daftar")


@pytest.mark.parametrize("siapa", ["staf", "admin", "aparat"])
def test_the_other_pages(klien: Any, pemeran: Any, siapa: str) -> None:
    client, hasil = klien(siapa), []
    halaman = [f"{reverse('meja:aspirasi')}?keadaan=bagian"]
    halaman += [a for n in HALAMAN if client.get(a := reverse(f"meja:{n}")).status_code == 200]
    for banyak in (1, 2):
        for _ in range(banyak):
            isi_penuh(di_status(pemeran, Status.DIVERIFIKASI), pemeran, banyak)
        hasil.append({a: kueri(client, a) for a in halaman})
    assert {a: n for a, n in hasil[1].items() if n > PALING_BANYAK} == {}
    assert hasil[0] == hasil[1]
