"""Objections are answered before a decision about their project, and the decision says how."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from aspirasi import keberatan, kiriman, services
from aspirasi.enums import STATUS_TERTUTUP, Jangkauan, Jenis, Status
from aspirasi.models import Aspirasi, PertimbanganKeberatan
from proyek.models import Keputusan, Proyek
from tests.aspirasi.bantu import buat, terbit
from tests.proyek.isian import isian_dana, isian_keputusan
from tests.proyek.pabrik import buat_keputusan, buat_proyek

pytestmark = pytest.mark.django_db
KATA = "Lebar jalan dikurangi setengah meter supaya pohon warga tidak ditebang."


def catat(client: Client, proyek: Proyek, **lain: Any) -> Any:
    isi = isian_keputusan() | isian_dana() | lain
    return client.post(f"/keputusan/catat/?proyek={proyek.nomor}", isi)


def menolak(pemeran: Any, proyek: Proyek, **lain: Any) -> Aspirasi:
    """A public objection against a project."""
    isi = {"jenis": Jenis.KEBERATAN, "isi": "Jangan tebang pohon kami.", "proyek_disebut": proyek}
    return terbit(pemeran.kampung, pemeran.staf, **isi | lain)


def test_no_decision_before_the_answer(klien: Any, pemeran: Any, proyek: Any) -> None:
    aspirasi = menolak(pemeran, proyek)
    kakam = klien("kakam")
    halaman = kakam.get(f"/keputusan/catat/?proyek={proyek.nomor}").content.decode()
    assert "Keberatan warga ini harus dijawab lebih dulu" in halaman
    assert aspirasi.judul in halaman
    respons = catat(kakam, proyek, pertimbangan=KATA)
    assert "1 keberatan warga terhadap proyek ini" in respons.content.decode()
    assert KATA in respons.content.decode()
    assert not Keputusan.objects.exists()


def test_the_decision_says_how(klien: Any, pemeran: Any, proyek: Any) -> None:
    aspirasi = menolak(pemeran, proyek)
    services.tanggapi(aspirasi=aspirasi, isi="Pohonnya tidak ditebang.", oleh=pemeran.kakam)
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
        services.tanggapi(aspirasi=aspirasi, isi="Pohonnya tidak ditebang.", oleh=pemeran.kakam)
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


@pytest.mark.parametrize("status", Status.values)
def test_the_database_holds_the_gate(pemeran: Any, proyek: Any, status: str) -> None:
    """Whatever enters a decision; the list of statuses is the same in both places."""
    lain: dict[str, Any] = {}
    if status == Status.SELESAI:
        lain = {"cara_selesai": "tanpa_konfirmasi"}
    if status == Status.DIGABUNG:
        lain = {"digabung_ke": menolak(pemeran, buat_proyek())}
    aspirasi = menolak(pemeran, proyek)
    tertutup = aspirasi.dibuat if status in STATUS_TERTUTUP else None
    Aspirasi.objects.filter(pk=aspirasi.pk).update(status=status, ditutup_pada=tertutup, **lain)
    if keberatan.belum_dijawab(proyek).exists():
        with pytest.raises(IntegrityError, match="harus dijawab"), transaction.atomic():
            buat_keputusan(pemeran.kakam, proyek=proyek)
    else:
        assert buat_keputusan(pemeran.kakam, proyek=proyek).pk


def test_a_linked_project_is_gated_too(pemeran: Any, proyek: Any) -> None:
    aspirasi = menolak(pemeran, buat_proyek())
    services.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.kakam)
    Aspirasi.objects.filter(pk=aspirasi.pk).update(status=Status.DIBUKA_KEMBALI)
    with pytest.raises(IntegrityError, match="harus dijawab"), transaction.atomic():
        buat_keputusan(pemeran.kakam, proyek=proyek)


def test_a_withdrawn_one_asks_for_nothing(klien: Any, pemeran: Any, proyek: Any) -> None:
    kiriman.tarik(aspirasi=menolak(pemeran, proyek))
    assert catat(klien("kakam"), proyek).status_code == 302


def test_one_that_comes_in_meanwhile_is_a_sentence_and_no_fault(
    klien: Any, pemeran: Any, proyek: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    menolak(pemeran, proyek)
    # What the service saw a moment before: nothing that waits.
    monkeypatch.setattr(keberatan, "belum_dijawab", lambda proyek: Aspirasi.objects.none())
    isi = catat(klien("kakam"), proyek, pertimbangan=KATA).content.decode()
    assert "Baru saja masuk keberatan warga" in isi
    assert KATA in isi
    assert not Keputusan.objects.exists()
