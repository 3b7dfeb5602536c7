"""Before the first look, the desk of a kampung holds only danger and handed-over kiriman. A kiriman
that ended otherwise than settled leaves that desk, and nobody there can tell how."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Aksi, Jangkauan, Jenis, Status, Tentang
from aspirasi.models import Aspirasi
from aspirasi.sampai import SAMPAI, sampai
from aspirasi.services import foto as lampiran
from aspirasi.services import gabung, jawab, keterangan, kiriman, pembaca, pengingat, tangani
from aspirasi.services.keberatan import belum_dijawab
from aspirasi.services.pengingat import kampung_menjawab
from core.models import Tugas
from core.waktu import hari_ini
from tests.alat.baca import teks
from tests.alat.jelajah_orang import AWAL, ambil
from tests.alat.meja import alamat, isian_periksa
from tests.alat.pengirim import kirim
from tests.pabrik.aspirasi import buat, jam_sampai, periksa, terbit
from tests.pabrik.berkas import foto
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
PAK_KADUS = "Selokan depan rumah mampet karena urukan tanah kadusnya."


def meja(klien: Any, siapa: str) -> str:
    client = klien(siapa)
    return "".join(teks(client.get(j)) for j in ("/kerja/", "/kerja/aspirasi/"))


class TestBeforeTheFirstLook:
    """Pages that an aparat could open a second after it was sent."""

    @pytest.mark.parametrize("ragu", [True, False])
    def test_who_was_not_sure_spoke_to_the_kecamatan_alone_until_then(
        self, klien: Any, pemeran: Any, ragu: bool
    ) -> None:
        aspirasi = buat(pemeran.kampung, tidak_yakin=ragu).aspirasi
        jawab.minta_keterangan(aspirasi=aspirasi, isi="Ulah siapa ini?", oleh=pemeran.staf)
        kiriman.balas(aspirasi=aspirasi, isi="Saya takut menyebut namanya.")
        periksa(aspirasi, pemeran.staf)
        halaman = teks(klien("kakam").get(alamat(aspirasi)))
        assert ("Ulah siapa ini?" not in halaman) is ragu
        assert ("Saya takut" not in halaman) is ragu
        assert "Saya takut" in teks(klien("staf").get(alamat(aspirasi)))

    def test_an_ordinary_one_is_the_kecamatans_alone(
        self, klien: Any, pemeran: Any, client: Client
    ) -> None:
        kirim(client, isi=PAK_KADUS, saran_dibaca="1", foto=[foto()])
        aspirasi = Aspirasi.objects.get()
        berkas = aspirasi.lampiran.get().berkas.alamat
        for siapa in ("aparat", "kakam"):
            assert "urukan" not in meja(klien, siapa)
            for jalur in (alamat(aspirasi), alamat(aspirasi, "ambil-dulu"), berkas):
                assert klien(siapa).get(jalur).status_code == 404
        assert "urukan" in meja(klien, "staf")
        periksa(aspirasi, pemeran.staf)
        assert "urukan" in meja(klien, "kakam")
        assert klien("kakam").get(alamat(aspirasi)).status_code == 200

    @pytest.mark.parametrize("tambah", [{"langsung": "on"}, {"bahaya": "on"}])
    def test_what_is_handed_over_and_danger_are_there_at_once(
        self, klien: Any, pemeran: Any, client: Client, tambah: dict[str, str]
    ) -> None:
        kirim(client, **tambah)
        assert "Dusun 3 dirabat" in meja(klien, "kakam")
        assert klien("kakam").get(alamat(Aspirasi.objects.get())).status_code == 200

    def test_danger_of_which_the_sender_is_not_sure_waits_for_the_kecamatan(
        self, klien: Any, pemeran: Any, client: Client
    ) -> None:
        kirim(client, bahaya="on", tentang="tidak_yakin", saran_dibaca="1")
        assert "Dusun 3 dirabat" not in meja(klien, "kakam")
        assert "tidak yakin apakah ini tentang petugas" in teks(
            klien("staf").get(alamat(Aspirasi.objects.get()))
        )

    def test_a_kampung_that_verifies_looks_at_what_reaches_it_alone(
        self, klien: Any, pemeran: Any
    ) -> None:
        pemeran.kampung.verifikasi_didelegasikan = True
        pemeran.kampung.save()
        biasa = buat(pemeran.kampung).aspirasi
        langsung = buat(pemeran.kampung, langsung=True).aspirasi
        kakam = klien("kakam")
        assert kakam.post(alamat(biasa, "periksa"), isian_periksa(biasa)).status_code == 404
        kakam.post(alamat(langsung, "periksa"), isian_periksa(langsung))
        langsung.refresh_from_db()
        assert langsung.status == Status.DIVERIFIKASI
        assert not kampung_menjawab(biasa)
        assert kampung_menjawab(buat(pemeran.kampung, langsung=True).aspirasi)

    def test_nobody_is_reminded_of_what_they_cannot_see(self, pemeran: Any) -> None:
        pemeran.kampung.verifikasi_didelegasikan = True
        pemeran.kampung.save()
        pemeran.kakam.email = "kakam@meja.contoh.id"
        pemeran.kakam.save()
        aspirasi = buat(pemeran.kampung).aspirasi
        Aspirasi.objects.update(**jam_sampai(hari_ini().replace(year=hari_ini().year - 1)))
        pengingat.ingatkan(str(aspirasi.acuan))
        assert not Tugas.objects.filter(argumen__icontains="kakam@meja").exists()

    def test_notes_of_the_kecamatan_from_before_stay_there(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, isi=PAK_KADUS).aspirasi
        tangani.catat_internal(aspirasi=aspirasi, isi="Jangan-jangan kadusnya.", oleh=pemeran.staf)
        keterangan.minta(
            aspirasi=aspirasi,
            kampung=pemeran.kampung,
            pertanyaan="Siapa mengurus selokan?",
            tenggat=hari_ini(),
            oleh=pemeran.staf,
        )
        periksa(aspirasi, pemeran.staf)
        isi = teks(klien("kakam").get(alamat(aspirasi)))
        assert "urukan" in isi
        assert "Jangan-jangan" not in isi
        assert "Keterangan kampung diminta" not in isi
        assert "Jangan-jangan" in teks(klien("staf").get(alamat(aspirasi)))

    @pytest.mark.parametrize("isi", [{"bahaya": True}, {"langsung": True}])
    def test_notes_stay_where_another_kampung_gets_it_at_the_first_look(
        self, klien: Any, pemeran: Any, isi: dict[str, Any]
    ) -> None:
        """Danger whose kampung nobody knew, and a kiriman that was handed over to another
        kampung."""
        semula = pemeran.kampung_lain if "langsung" in isi else None
        aspirasi = buat(semula, isi=PAK_KADUS, **isi).aspirasi
        tangani.catat_internal(aspirasi=aspirasi, isi="Jangan-jangan kadusnya.", oleh=pemeran.staf)
        periksa(aspirasi, pemeran.staf, kampung=pemeran.kampung)
        tangani.catat_internal(aspirasi=aspirasi, isi="Tolong dilihat hari ini.", oleh=pemeran.staf)
        isi_meja = teks(klien("kakam").get(alamat(aspirasi)))
        assert "Jangan-jangan" not in isi_meja
        assert "Tolong dilihat" in isi_meja

    def test_notes_stay_where_it_is_routed_to_another_kampung(
        self, klien: Any, pemeran: Any
    ) -> None:
        aspirasi = periksa(buat(None, isi=PAK_KADUS).aspirasi, pemeran.staf)
        tangani.catat_internal(aspirasi=aspirasi, isi="Jangan-jangan kadusnya.", oleh=pemeran.staf)
        instansi, tolong = pemeran.kampung.instansi, "Tolong dilihat hari ini."
        tangani.teruskan(aspirasi=aspirasi, ke=instansi, catatan=tolong, oleh=pemeran.staf)
        isi_meja = teks(klien("kakam").get(alamat(aspirasi)))
        assert "Jangan-jangan" not in isi_meja
        assert tolong in isi_meja


class TestOneCondition:
    """The three ways to say it agree."""

    def test_of_a_row_and_of_many(self, pemeran: Any) -> None:
        """Over every status, reader, wish and number that the database takes."""
        semua = itertools.product(Status, Jangkauan, *[(False, True)] * 4)
        terbit(pemeran.kampung, pemeran.staf)
        induk = Aspirasi.objects.get()
        for i, (status, j, langsung, bahaya, ragu, bernomor) in enumerate(semua):
            if langsung and (ragu or j == Jangkauan.KECAMATAN):
                continue
            aspirasi = Aspirasi(
                kampung=pemeran.kampung,
                status=status,
                jangkauan=j,
                langsung=langsung,
                bahaya=bahaya,
                tidak_yakin=ragu,
                nomor=f"ASP-2025-{i:05}" if bernomor else None,
            )
            _lengkapi(aspirasi, i, induk)
        ada = set(Aspirasi.objects.filter(SAMPAI).values_list("pk", flat=True))
        assert ada == {a.pk for a in Aspirasi.objects.all() if sampai(a)}
        assert 0 < len(ada) < Aspirasi.objects.count()

    @pytest.mark.parametrize(
        ("isi", "disebut"),
        [({}, False), ({"langsung": True}, True), ({"bahaya": True}, True)],
    )
    def test_a_decision_speaks_of_the_objections_that_its_kampung_sees(
        self, pemeran: Any, isi: dict[str, Any], disebut: bool
    ) -> None:
        """Else the question for words tells that somebody objected."""
        proyek = buat_proyek(pemeran.kampung, pagu=10_000_000)
        buat(pemeran.kampung, jenis=Jenis.KEBERATAN, proyek_disebut=proyek, **isi)
        assert belum_dijawab(proyek).exists() is disebut


def _lengkapi(aspirasi: Aspirasi, i: int, induk: Aspirasi) -> None:
    """Fill in the columns that the database requires in this status, and store the row."""
    aspirasi.kode, aspirasi.kunci_hash = f"K{i:09}", f"{i:064}"
    aspirasi.jenis, aspirasi.judul = Jenis.USULAN, "x"
    aspirasi.digabung_ke = induk if aspirasi.status == Status.DIGABUNG else None
    if not aspirasi.terbuka:
        aspirasi.langkah, aspirasi.ditutup_pada = "nihil", induk.dibuat
    if aspirasi.status == Status.SELESAI:
        aspirasi.cara_selesai = "tanpa_konfirmasi"
    if aspirasi.status == Status.DIJANJIKAN:
        aspirasi.langkah, aspirasi.dijanjikan = "janji", hari_ini()
        for nama, nilai in jam_sampai(hari_ini()).items():
            setattr(aspirasi, nama, nilai)
    aspirasi.save(force_insert=True)


def _tarik(a: Aspirasi, p: Any) -> None:
    kiriman.tarik(aspirasi=a)


def _tutup(aksi: str) -> Callable[[Aspirasi, Any], None]:
    return lambda a, p: jawab.tutup_negatif(
        aspirasi=a, aksi=aksi, alasan="Bukan urusan kami.", oleh=p.staf
    )


def _gabung(a: Aspirasi, p: Any) -> None:
    ke = Aspirasi.objects.get(isi="Yang lebih dulu.", jangkauan=a.jangkauan)
    gabung.gabung(aspirasi=a, ke=ke, alasan="Sama halnya.", oleh=p.staf)


def _persempit(a: Aspirasi, p: Any) -> None:
    pembaca.persempit(
        aspirasi=a,
        jangkauan=Jangkauan.KECAMATAN,
        tentang=Tentang.APARAT_KAMPUNG,
        alasan="Tentang kadus.",
        oleh=p.staf,
    )


def _atur(a: Aspirasi, p: Any) -> None:
    pembaca.atur(aspirasi=a, jangkauan=Jangkauan.KECAMATAN)


AKHIR: dict[str, Callable[[Aspirasi, Any], None]] = {
    "ditarik": _tarik,
    "ditolak": _tutup(Aksi.TOLAK),
    "bukan wewenang": _tutup(Aksi.BUKAN_WEWENANG),
    "diarsipkan": _tutup(Aksi.ARSIPKAN),
    "digabung": _gabung,
    "dipersempit petugas": _persempit,
    "dipersempit pengirim": _atur,
}
# How it was sent, and whether it was looked at.
AWALNYA: dict[str, tuple[dict[str, Any], bool]] = {
    "langsung": ({"langsung": True}, False),
    "bahaya": ({"bahaya": True}, False),
    "petugas": ({"jangkauan": Jangkauan.PETUGAS}, True),
}


def _halaman(client: Client) -> list[Any]:
    """All that an aparat sees without a name: pages, lists, searches, counts."""
    return [ambil(client, jalur) for jalur in AWAL]


def _pintu(client: Client, aspirasi: Aspirasi | None = None) -> list[Any]:
    """Return the answers to the names of a kiriman. Those of one that was there look the same."""
    satu = {jalur: ambil(client, jalur) for jalur in _jalur(aspirasi)}
    # The look-up of a file depends on where it lies.
    return [(s.status, s.kepala, "berkas" in j or s.kueri) for j, s in satu.items()]


def _jalur(aspirasi: Aspirasi | None) -> list[str]:
    acuan, berkas = "00000000-0000-4000-8000-000000000000", f"/berkas/{'a' * 32}.webp"
    if aspirasi:
        acuan, berkas = str(aspirasi.acuan), aspirasi.lampiran.get().berkas.alamat
    dasar = f"/kerja/aspirasi/{acuan}/"
    return [dasar, f"{dasar}tanggapi/", f"{dasar}ambil-dulu/", f"{dasar}identitas/", berkas]


def test_whatever_ended_it_the_kampung_finds_nothing(klien: Any, pemeran: Any) -> None:
    """Withdrawn, refused in any way, merged, narrowed by either side: each leaves the desk as if
    it had never been there, byte for byte and query for query, photos too. Pages are compared
    with all of them behind: what one adds, another cannot take away."""
    for j in Jangkauan:
        lebih_dulu = buat(pemeran.kampung, isi="Yang lebih dulu.", jangkauan=j, bahaya=True)
        periksa(lebih_dulu.aspirasi, pemeran.petugas_rahasia)
    kakam = klien("kakam")
    _halaman(kakam)  # whatever is loaded once is loaded now
    halaman, pintu = _halaman(kakam), _pintu(kakam)
    for awal, (isi, dilihat) in AWALNYA.items():
        for nama, akhir in AKHIR.items():
            if nama == "digabung" and awal != "petugas":
                continue  # the public page of the other one counts it
            aspirasi = buat(pemeran.kampung, isi=PAK_KADUS, **isi).aspirasi
            assert lampiran.tambah(aspirasi, [foto()]).tersimpan == 1
            aspirasi = periksa(aspirasi, pemeran.staf) if dilihat else aspirasi
            assert kakam.get(alamat(aspirasi)).status_code == 200
            akhir(aspirasi, pemeran)
            assert _pintu(kakam, aspirasi) == pintu, (awal, nama)
    assert _halaman(kakam) == halaman


def test_what_was_public_leaves_desk_and_portal_alike(klien: Any, pemeran: Any) -> None:
    kakam = klien("kakam")
    _halaman(kakam)
    halaman, pintu = _halaman(kakam), _pintu(kakam)
    for nama in ("ditarik", "dipersempit petugas", "dipersempit pengirim"):
        aspirasi = buat(pemeran.kampung, isi=PAK_KADUS).aspirasi
        assert lampiran.tambah(aspirasi, [foto()]).tersimpan == 1
        aspirasi = periksa(aspirasi, pemeran.staf, foto=list(aspirasi.lampiran.all()))
        AKHIR[nama](aspirasi, pemeran)
        assert _pintu(kakam, aspirasi) == pintu, nama
        assert kakam.get(aspirasi.get_absolute_url()).status_code == 404, nama
    assert _halaman(kakam) == halaman


def test_what_was_public_and_is_refused_keeps_its_page(klien: Any, pemeran: Any) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    AKHIR["ditolak"](aspirasi, pemeran)
    assert klien("kakam").get(alamat(aspirasi)).status_code == 200
    assert Client().get(aspirasi.get_absolute_url()).status_code == 200
