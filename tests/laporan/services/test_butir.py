"""The items of the work in a report: asked one by one, summed, kept, corrected, locked."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from laporan.bacaan.draf import sidik_draf
from laporan.models import KemajuanButir, LaporanKemajuan
from laporan.models.butir import persen_menurut_butir
from laporan.services.foto import tambah_foto
from laporan.services.terbitkan import terbitkan
from laporan.services.tulis import simpan_draf
from tests.alat.baca import sebaris
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.kelengkapan import buat_butir
from tests.pabrik.laporan import alamat_tulis, buat_laporan, isian
from tests.pabrik.proyek import buat_proyek


@pytest.fixture
def proyek(db):
    return buat_proyek(pagu=10_000_000)


@pytest.fixture
def kunci(proyek, pemeran) -> dict[str, int]:
    return buat_butir(proyek, pemeran.kakam, ("Galian", 25), ("Pasangan batu", 75))


def kirim(proyek, kunci, *nilai: str, **ganti: str) -> dict[str, str]:
    butir = {f"butir_{pk}": satu for pk, satu in zip(kunci.values(), nilai, strict=True)}
    return isian(proyek, **({"persen": ""} | butir | ganti))


def butir(laporan) -> list[tuple[str, int, Decimal]]:
    semua = laporan.kemajuan_butir.select_related("butir")
    return [(b.butir.nama, int(b.bobot), b.persen) for b in semua]


def terbit(kakam, **cari) -> LaporanKemajuan:
    laporan = LaporanKemajuan.objects.get(**cari)
    tambah_foto(laporan=laporan, berkas=buat_berkas())
    return terbitkan(laporan=laporan, oleh=kakam)


def pesan(klien, proyek, data) -> str:
    return sebaris(klien("aparat").post(alamat_tulis(proyek), data))


def test_without_items_nothing_is_asked(klien, proyek) -> None:
    isi = sebaris(klien("aparat").get(alamat_tulis(proyek)))
    assert "selesai berapa persen" not in isi
    assert "Bantu saya menghitung persennya" in isi
    assert "Isi sudah berapa persen" in pesan(klien, proyek, isian(proyek, persen=""))


def test_an_empty_total_is_worked_out_and_everyone_reads_the_items(
    client, klien, proyek, pemeran, kunci
) -> None:
    assert "Galian: selesai berapa persen?" in sebaris(klien("aparat").get(alamat_tulis(proyek)))
    klien("aparat").post(alamat_tulis(proyek), kirim(proyek, kunci, "100", "50"))
    laporan = terbit(pemeran.kakam)
    assert laporan.persen == Decimal("62.5")
    assert butir(laporan) == [("Galian", 25, 100), ("Pasangan batu", 75, 50)]
    isi = sebaris(client.get(laporan.get_absolute_url()))
    assert "<summary>Rincian pekerjaan: 2 bagian</summary>" in isi
    assert "Menurut rincian" not in isi
    assert 'data-label="Selesai">50%' in sebaris(client.get(proyek.get_absolute_url()))


def test_a_typed_total_stands_and_the_preview_says_what_the_items_say(klien, proyek, kunci) -> None:
    data = kirim(proyek, kunci, "100", "50", persen="55")
    isi = sebaris(klien("aparat").post(alamat_tulis(proyek), data, follow=True))
    assert LaporanKemajuan.objects.get().persen == 55
    assert "Menurut rincian pekerjaan jumlahnya 62,5%; penulis laporan menetapkan 55%" in isi


def test_all_items_or_none(klien, proyek, kunci) -> None:
    isi = pesan(klien, proyek, kirim(proyek, kunci, "100", ""))
    assert "Isi juga bagian ini" in isi
    assert "Isi sudah berapa persen" not in isi
    assert "Isi sudah berapa persen" in pesan(klien, proyek, kirim(proyek, kunci, "", ""))
    assert "antara 0 dan 100" in pesan(klien, proyek, kirim(proyek, kunci, "100", "101"))
    assert not LaporanKemajuan.objects.exists()
    klien("aparat").post(alamat_tulis(proyek), kirim(proyek, kunci, "", "", persen="30"))
    laporan = LaporanKemajuan.objects.get()
    assert (laporan.persen, butir(laporan)) == (30, [])


def test_a_changed_item_changes_the_total_of_a_draft(klien, proyek, kunci) -> None:
    aparat = klien("aparat")
    aparat.post(alamat_tulis(proyek), kirim(proyek, kunci, "100", "0"))
    draf = LaporanKemajuan.objects.get()
    form = aparat.get(f"/laporan/draf/{draf.pk}/ubah/").context["form"]
    assert form["persen"].value() is None
    assert "kini 25%" in form["persen"].help_text
    aparat.post(f"/laporan/draf/{draf.pk}/ubah/", kirim(proyek, kunci, "100", "20"))
    draf.refresh_from_db()
    assert draf.persen == 40


def test_other_items_are_another_draft_for_whoever_publishes(klien, proyek, kunci) -> None:
    aparat = klien("aparat")
    aparat.post(alamat_tulis(proyek), kirim(proyek, kunci, "100", "0", persen="25"))
    draf = LaporanKemajuan.objects.get()
    dilihat = sidik_draf(draf)
    ubah = kirim(proyek, kunci, "0", "33", persen="25")
    aparat.post(f"/laporan/draf/{draf.pk}/ubah/", ubah)
    draf.refresh_from_db()
    assert draf.persen == 25
    assert sidik_draf(draf) != dilihat


def test_the_next_report_begins_with_the_last_and_a_falling_total_needs_its_reason(
    klien, proyek, pemeran, kunci
) -> None:
    klien("aparat").post(alamat_tulis(proyek), kirim(proyek, kunci, "100", "50"))
    terbit(pemeran.kakam)
    form = klien("aparat").get(alamat_tulis(proyek)).context["form"]
    assert [satu.value() for satu in form.isian_butir] == [100, 50]
    awal = form.fields["periode"].choices[-1][0]
    data = kirim(proyek, kunci, "100", "40", periode=awal)
    assert "Tulis mengapa persennya turun" in pesan(klien, proyek, data)
    klien("aparat").post(alamat_tulis(proyek), data | {"alasan_turun": "Talud longsor."})
    assert LaporanKemajuan.objects.get(status="draf").persen == 55


def test_a_correction_keeps_the_items_of_its_time(klien, proyek, pemeran, kunci) -> None:
    klien("aparat").post(alamat_tulis(proyek), kirim(proyek, kunci, "100", "50"))
    lama = terbit(pemeran.kakam)
    buat_butir(proyek, pemeran.kakam, ("Galian", 50), ("Rabat", 50))
    jalur = f"{alamat_tulis(proyek)}?perbaiki={lama.nomor}"
    form = klien("aparat").get(jalur).context["form"]
    assert [satu.value() for satu in form.isian_butir] == [100, 50]
    data = kirim(proyek, kunci, "100", "52", alasan_perbaikan="Salah ukur.")
    klien("aparat").post(jalur, data)
    baru = terbit(pemeran.kakam, revisi=2)
    assert butir(baru) == [("Galian", 25, 100), ("Pasangan batu", 75, 52)]
    assert baru.persen == 64
    assert butir(lama) == [("Galian", 25, 100), ("Pasangan batu", 75, 50)]


def test_without_progress_the_percent_stays_as_it_was_typed(klien, proyek, pemeran, kunci) -> None:
    data = kirim(proyek, kunci, "100", "50", persen="55")
    klien("aparat").post(alamat_tulis(proyek), data)
    terbit(pemeran.kakam)
    awal = (
        klien("aparat").get(alamat_tulis(proyek)).context["form"].fields["periode"].choices[-1][0]
    )
    henti = {"tanpa_kemajuan": "on", "alasan_tanpa_kemajuan": "Hujan.", "periode": awal}
    klien("aparat").post(alamat_tulis(proyek), kirim(proyek, kunci, "100", "50", **henti))
    assert LaporanKemajuan.objects.get(status="draf").persen == 55


def test_foreign_items_and_published_ones_are_refused(proyek, pemeran, kunci) -> None:
    lain = buat_proyek(pagu=1)
    laporan = buat_laporan(lain, pemeran.aparat, terbit=False)
    asing = [
        KemajuanButir(butir=satu, bobot=satu.bobot, persen=1)
        for satu in proyek.butir_pekerjaan.all()
    ]
    with pytest.raises(TidakBisa, match="baru saja diubah"):
        simpan_draf(laporan=laporan, realisasi=[], butir=asing, oleh=pemeran.aparat)
    resmi = buat_laporan(proyek, pemeran.kakam)
    with pytest.raises(IntegrityError), transaction.atomic():
        KemajuanButir.objects.create(laporan=resmi, butir=asing[0].butir, bobot=25, persen=1)


def test_a_hundred_means_that_every_item_is_done() -> None:
    hampir = [("99.99", "33.33"), ("100", "66.67")]
    baris = [KemajuanButir(persen=Decimal(p), bobot=Decimal(b)) for p, b in hampir]
    assert persen_menurut_butir(baris) == Decimal("99.99")
