"""A decision says how it treated the objections against its project, answered or not."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.enums import STATUS_TERTUTUP, Aksi, Jangkauan, Jenis, Langkah, Status
from aspirasi.models import Aspirasi, PertimbanganKeberatan
from aspirasi.services import gabung, jawab, keberatan, kiriman, pengingat, tangani
from aspirasi.services import pembaca as layanan_pembaca
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.tenggat import tangga
from core.waktu import hari_ini, pada
from proyek.models import Keputusan, Proyek
from tests.alat.jam import saat
from tests.alat.pengirim import kenal_pengirim
from tests.pabrik.aspirasi import buat, jam_sampai, periksa, terbit
from tests.pabrik.isian_proyek import isian_dana, isian_keputusan
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
KATA = "Lebar jalan dikurangi setengah meter supaya pohon warga tidak ditebang."


def catat(client: Client, proyek: Proyek, **lain: Any) -> Any:
    isi = isian_keputusan() | isian_dana() | lain
    return client.post(f"/keputusan/catat/?proyek={proyek.nomor}", isi)


def menolak(pemeran: Any, proyek: Proyek, **lain: Any) -> Aspirasi:
    """A public objection against a project."""
    isi = {"jenis": Jenis.KEBERATAN, "isi": "Jangan tebang pohon kami.", "proyek_disebut": proyek}
    return terbit(pemeran.kampung, pemeran.staf, **isi | lain)


@pytest.mark.parametrize("dibaca", [True, False])
def test_one_without_an_answer_is_no_veto_and_is_spoken_of(
    klien: Any, pemeran: Any, proyek: Any, dibaca: bool
) -> None:
    """Unread, anonymous, handed to the kampung by its sender; or looked at."""
    isi = {"jenis": Jenis.KEBERATAN, "isi": "Jangan tebang.", "proyek_disebut": proyek}
    terkirim = buat(pemeran.kampung, langsung=True, kontak={"email": "sri@contoh.id"}, **isi)
    aspirasi = periksa(terkirim.aspirasi, pemeran.staf) if dibaca else terkirim.aspirasi
    aspirasi.refresh_from_db()
    kakam = klien("kakam")
    halaman = kakam.get(f"/keputusan/catat/?proyek={proyek.nomor}").content.decode()
    assert "Ada keberatan warga yang belum dijawab" in halaman
    assert aspirasi.judul in halaman
    diam = catat(kakam, proyek, pertimbangan="").content.decode()
    assert "Bagaimana keberatan warga dipertimbangkan" in diam
    assert not Keputusan.objects.exists()
    dulu = (aspirasi.status, aspirasi.langkah, aspirasi.tenggat)
    assert catat(kakam, proyek, pertimbangan=KATA).status_code == 302
    keputusan = Keputusan.objects.get()
    assert KATA in Client().get(keputusan.get_absolute_url()).content.decode()
    # It still waits for its answer, and its sender reads what was said.
    aspirasi.refresh_from_db()
    assert (aspirasi.status, aspirasi.langkah, aspirasi.tenggat) == dulu
    jejak = riwayat(aspirasi).get(aksi=Aksi.DIPERTIMBANGKAN)
    assert jejak.isi.rincian == {"keputusan": keputusan.nomor}
    assert aspirasi.kabar_pengirim.filter(peristiwa=jejak.pk).exists()
    kenal_pengirim(client := Client(), terkirim)
    sendiri = client.get(reverse("aspirasi:kiriman", args=[aspirasi.acuan])).content.decode()
    assert "Dipertimbangkan dalam keputusan" in sendiri
    # The next decision speaks of it again, until it is answered.
    catat(kakam, proyek, pertimbangan="")
    assert Keputusan.objects.count() == 1


def test_one_that_nobody_read_is_due_on_a_desk_and_climbs(pemeran: Any, proyek: Any) -> None:
    with pada(saat("2026-04-06")):
        isi = {"jenis": Jenis.KEBERATAN, "proyek_disebut": proyek, "langsung": True}
        aspirasi = buat(pemeran.kampung, **isi).aspirasi
        for siapa in (pemeran.staf, pemeran.kakam):
            assert list(Aspirasi.objects.bagian(siapa)) == [aspirasi]
    with pada(saat("2026-04-20")):
        assert list(Aspirasi.objects.terlambat()) == [aspirasi]
        pengingat.ingatkan(aspirasi.acuan.hex)
    aspirasi.refresh_from_db()
    assert aspirasi.eskalasi == tangga.CAMAT


def test_the_service_asks_for_the_words_too(pemeran: Any, proyek: Any) -> None:
    menolak(pemeran, proyek)
    keputusan = Keputusan(proyek=proyek)
    with pytest.raises(TidakBisa, match="juga yang belum dijawab"):
        keberatan.putuskan(keputusan=keputusan, pertimbangan=" ", oleh=pemeran.kakam)


def test_the_decision_says_how(klien: Any, pemeran: Any, proyek: Any) -> None:
    aspirasi = menolak(pemeran, proyek)
    jawab.tanggapi(aspirasi=aspirasi, isi="Pohonnya tidak ditebang.", oleh=pemeran.kakam)
    kakam = klien("kakam")
    diam = catat(kakam, proyek, pertimbangan="").content.decode()
    assert "Bagaimana keberatan warga dipertimbangkan" in diam
    assert not Keputusan.objects.exists()
    catat(kakam, proyek, pertimbangan=KATA)
    keputusan = Keputusan.objects.get()
    assert KATA in Client().get(keputusan.get_absolute_url()).content.decode()


def test_it_is_asked_once_until_somebody_objects_again(
    klien: Any, pemeran: Any, proyek: Any
) -> None:
    for banyak in (1, 2):
        aspirasi = menolak(pemeran, proyek)
        jawab.tanggapi(aspirasi=aspirasi, isi="Pohonnya tidak ditebang.", oleh=pemeran.kakam)
        catat(klien("kakam"), proyek, pertimbangan=KATA)
        assert PertimbanganKeberatan.objects.count() == banyak
        assert not keberatan.perlu_dipertimbangkan(proyek)
        catat(klien("kakam"), proyek)
    assert Keputusan.objects.count() == 4


def test_without_objections_nothing_is_asked(klien: Any, pemeran: Any, proyek: Any) -> None:
    terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.USULAN, proyek_disebut=proyek)
    menolak(pemeran, buat_proyek())
    assert catat(klien("kakam"), proyek).status_code == 302
    assert not PertimbanganKeberatan.objects.exists()


def test_one_for_the_kecamatan_alone_betrays_itself_by_nothing(
    klien: Any, pemeran: Any, proyek: Any
) -> None:
    buat(
        pemeran.kampung,
        jenis=Jenis.KEBERATAN,
        proyek_disebut=proyek,
        jangkauan=Jangkauan.KECAMATAN,
    )
    kakam = klien("kakam")
    halaman = kakam.get(f"/keputusan/catat/?proyek={proyek.nomor}").content.decode()
    assert "eberatan" not in halaman
    assert catat(kakam, proyek).status_code == 302


MENAHAN = {
    *(Status.DIAJUKAN, Status.PERLU_PERBAIKAN, Status.DIVERIFIKASI, Status.DITERUSKAN),
    *(Status.DIPROSES, Status.MENUNGGU_INSTANSI, Status.DIBUKA_KEMBALI),
}


def setel(pemeran: Any, aspirasi: Aspirasi, status: str) -> None:
    """Put it into a status, whatever way leads there."""
    lain: dict[str, Any] = {}
    if status == Status.SELESAI:
        lain = {"cara_selesai": "tanpa_konfirmasi"}
    if status == Status.DIGABUNG:
        lain = {"digabung_ke": menolak(pemeran, buat_proyek())}
    if status in STATUS_TERTUTUP:
        lain |= jam_sampai(None) | {"langkah": Langkah.NIHIL}
    if status == Status.DIJANJIKAN:
        lain = jam_sampai(hari_ini()) | {"langkah": Langkah.JANJI, "dijanjikan": hari_ini()}
    tertutup = aspirasi.dibuat if status in STATUS_TERTUTUP else None
    Aspirasi.objects.filter(pk=aspirasi.pk).update(status=status, ditutup_pada=tertutup, **lain)


@pytest.mark.parametrize("status", Status.values)
def test_which_states_have_no_answer(pemeran: Any, proyek: Any, status: str) -> None:
    setel(pemeran, menolak(pemeran, proyek), status)
    assert keberatan.belum_dijawab(proyek).exists() == (status in MENAHAN)


@pytest.mark.parametrize("status", Status.values)
def test_which_states_a_decision_speaks_of(pemeran: Any, proyek: Any, status: str) -> None:
    setel(pemeran, menolak(pemeran, proyek), status)
    gugur = (Status.DITARIK, Status.DIGABUNG)
    assert keberatan.perlu_dipertimbangkan(proyek).exists() == (status not in gugur)


# Whose kampung it is, its readers, whether it was looked at; and whether the kampung may read it.
ASAL = [
    *(("sendiri", "publik", True, True), ("sendiri", "petugas", True, True)),
    *(("sendiri", "publik", False, False), ("sendiri", "petugas", False, False)),
    *(("sendiri", "kecamatan", False, False), ("lain", "publik", True, True)),
    *(("lain", "publik", False, False), ("lain", "petugas", True, False)),
    *(("tanpa", "publik", True, True), ("tanpa", "petugas", True, False)),
    *(("tanpa", "publik", False, False), ("lain", "kecamatan", False, False)),
]


@pytest.mark.parametrize(("siapa", "jangkauan", "diperiksa", "terbaca"), ASAL)
def test_whose_objections_count(
    pemeran: Any, proyek: Any, siapa: str, jangkauan: str, diperiksa: bool, terbaca: bool
) -> None:
    """Objections count that the kampung of the project may read itself."""
    kampung = {"sendiri": pemeran.kampung, "lain": kampung_resmi("Sinar Luas"), "tanpa": None}
    isi = {"jenis": Jenis.KEBERATAN, "jangkauan": jangkauan, "proyek_disebut": proyek}
    aspirasi = buat(kampung[siapa], **isi).aspirasi
    if diperiksa:
        periksa(aspirasi, pemeran.staf)
    Aspirasi.objects.update(kampung=kampung[siapa])
    assert keberatan.terhadap(proyek).exists() == terbaca
    assert keberatan.perlu_dipertimbangkan(proyek).exists() == terbaca


def test_one_from_elsewhere_that_was_narrowed_is_not_asked_about(pemeran: Any, proyek: Any) -> None:
    """It keeps its number, but the kampung of the project may not read it any more."""
    isi = {"jenis": Jenis.KEBERATAN, "proyek_disebut": proyek}
    aspirasi = terbit(kampung_resmi("Sinar Luas"), pemeran.staf, **isi)
    layanan_pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PETUGAS)
    assert aspirasi.nomor
    assert not keberatan.terhadap(proyek).exists()


def test_one_from_elsewhere_is_read_on_its_public_page(
    klien: Any, pemeran: Any, proyek: Any
) -> None:
    isi = {"jenis": Jenis.KEBERATAN, "proyek_disebut": proyek}
    aspirasi = terbit(kampung_resmi("Sinar Luas"), pemeran.staf, **isi)
    halaman = klien("kakam").get(f"/keputusan/catat/?proyek={proyek.nomor}").content.decode()
    assert f'href="{aspirasi.get_absolute_url()}"' in halaman
    assert "Kampung Sinar Luas" in halaman
    assert klien("kakam").get(aspirasi.get_absolute_url()).status_code == 200


def test_a_linked_project_is_spoken_of_too(pemeran: Any, proyek: Any) -> None:
    aspirasi = menolak(pemeran, buat_proyek())
    tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.kakam)
    Aspirasi.objects.filter(pk=aspirasi.pk).update(status=Status.DIBUKA_KEMBALI)
    assert keberatan.belum_dijawab(proyek).exists()


def test_the_form_names_what_the_decision_is_to_speak_of(
    klien: Any, pemeran: Any, proyek: Any
) -> None:
    satu, dua = menolak(pemeran, proyek), menolak(pemeran, proyek, isi="Jangan tutup selokan.")
    for aspirasi in (satu, dua):
        jawab.tanggapi(aspirasi=aspirasi, isi="Tidak jadi.", oleh=pemeran.kakam)
    kakam = klien("kakam")
    alamat = f"/keputusan/catat/?proyek={proyek.nomor}"
    halaman = kakam.get(alamat).content.decode()
    for aspirasi in (satu, dua):
        assert f"{aspirasi.nomor} {aspirasi.judul}" in halaman
    catat(kakam, proyek, pertimbangan=KATA)
    assert set(PertimbanganKeberatan.objects.get().keberatan.all()) == {satu, dua}
    assert satu.judul not in kakam.get(alamat).content.decode()


def test_one_that_was_opened_to_the_kampung_later_is_asked_about_then(
    klien: Any, pemeran: Any, proyek: Any
) -> None:
    tertutup = buat(
        pemeran.kampung,
        jenis=Jenis.KEBERATAN,
        proyek_disebut=proyek,
        jangkauan=Jangkauan.KECAMATAN,
    ).aspirasi
    periksa(tertutup, pemeran.petugas_rahasia)
    jawab.tanggapi(aspirasi=tertutup, isi="Kami periksa.", oleh=pemeran.petugas_rahasia)
    terbuka = menolak(pemeran, proyek)
    jawab.tanggapi(aspirasi=terbuka, isi="Tidak jadi.", oleh=pemeran.kakam)
    catat(klien("kakam"), proyek, pertimbangan=KATA)
    assert Keputusan.objects.count() == 1
    layanan_pembaca.atur(aspirasi=tertutup, jangkauan=Jangkauan.PETUGAS)
    assert list(keberatan.perlu_dipertimbangkan(proyek)) == [tertutup]
    catat(klien("kakam"), proyek, pertimbangan="")
    assert Keputusan.objects.count() == 1
    catat(klien("kakam"), proyek, pertimbangan=KATA)
    assert not keberatan.perlu_dipertimbangkan(proyek)


def test_a_decision_about_another_project_spoke_of_nothing_here(
    klien: Any, pemeran: Any, proyek: Any
) -> None:
    lain = buat_proyek()
    aspirasi = menolak(pemeran, lain)
    tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.kakam)
    catat(klien("kakam"), lain, pertimbangan=KATA)
    assert not keberatan.perlu_dipertimbangkan(lain)
    assert list(keberatan.perlu_dipertimbangkan(proyek)) == [aspirasi]


@pytest.mark.parametrize("publik", [True, False])
def test_who_objected_reads_what_was_said_and_nobody_reads_who_objected(
    client: Client, klien: Any, pemeran: Any, proyek: Any, publik: bool
) -> None:
    pembaca = Jangkauan.PUBLIK if publik else Jangkauan.PETUGAS
    isi = {"jenis": Jenis.KEBERATAN, "proyek_disebut": proyek, "isi": "Jangan tebang Xylofon."}
    terkirim = buat(pemeran.kampung, jangkauan=pembaca, **isi)
    aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
    jawab.tanggapi(aspirasi=aspirasi, isi="Tidak ditebang.", oleh=pemeran.kakam)
    catat(klien("kakam"), proyek, pertimbangan=KATA)
    keputusan = Keputusan.objects.get()
    umum = Client().get(keputusan.get_absolute_url()).content.decode()
    assert KATA in umum
    assert "Xylofon" not in umum
    assert str(aspirasi.acuan) not in umum
    kenal_pengirim(client, terkirim)
    meja = reverse("meja:aspirasi_rincian", args=[aspirasi.acuan])
    sendiri = reverse("aspirasi:kiriman", args=[aspirasi.acuan])
    for orang, alamat in ((client, sendiri), (klien("staf"), meja)):
        halaman = orang.get(alamat).content.decode()
        assert KATA in halaman
        assert keputusan.get_absolute_url() in halaman
    if publik:
        assert KATA in Client().get(aspirasi.get_absolute_url()).content.decode()


@pytest.mark.parametrize("jenis", [Jenis.USULAN, Jenis.KEBERATAN])
def test_it_is_merged_only_into_one_that_holds_up_the_same_decisions(
    pemeran: Any, proyek: Any, jenis: str
) -> None:
    tentang = proyek if jenis == Jenis.USULAN else buat_proyek()
    aspirasi, ke = menolak(pemeran, proyek), menolak(pemeran, tentang, jenis=jenis)
    isi = {"alasan": "Sama dengan yang lain.", "oleh": pemeran.staf}
    with pytest.raises(TidakBisa, match="terhadap proyek yang sama"):
        gabung.gabung(aspirasi=aspirasi, ke=ke, **isi)
    sama = menolak(pemeran, proyek)
    gabung.gabung(aspirasi=aspirasi, ke=sama, **isi)
    assert list(keberatan.belum_dijawab(proyek)) == [sama]


def test_a_linked_project_goes_along_with_a_merge(pemeran: Any, proyek: Any) -> None:
    lain = buat_proyek()
    aspirasi, ke = menolak(pemeran, proyek), menolak(pemeran, proyek)
    tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=lain, oleh=pemeran.kakam)
    assert not keberatan.sama_menolak(aspirasi, ke)
    tangani.hubungkan_proyek(aspirasi=ke, proyek=lain, oleh=pemeran.kakam)
    assert keberatan.sama_menolak(aspirasi, ke)


def test_a_withdrawn_one_asks_for_nothing(klien: Any, pemeran: Any, proyek: Any) -> None:
    kiriman.tarik(aspirasi=menolak(pemeran, proyek))
    assert catat(klien("kakam"), proyek).status_code == 302
