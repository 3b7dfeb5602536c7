"""Lists stay quick with many rows: the planner's choices among thousands of them."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from core.cari.halaman import halaman
from core.cari.kueri import mirip
from core.waktu import sekarang
from laporan.enums import Status
from laporan.models import LaporanKemajuan, Realisasi
from proyek.bacaan.fungsi import menunggu_kantor
from proyek.filters import tahun_anggaran, tahun_surat
from proyek.models import Gerak, Kegiatan, Keputusan, Pendanaan, Proyek
from proyek.services.uang import tulis
from tests.alat.kunci import tanpa_ringkasan
from tests.pabrik.kampung import instansi_kampung
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import HARI
from warga.models import Kampung, Pengguna

BANYAK = 5000


@pytest.fixture
def banyak(pemeran: Pemeran) -> Iterator[None]:
    """Thousands of projects, each with one source, one decision and one report."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with tanpa_ringkasan():
        isi(pemeran)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for indeks in ("proyek_vektor", "keputusan_vektor", "keputusan_nomor_surat"):
                cursor.execute("SELECT gin_clean_pending_list(%s)", [indeks])
            cursor.execute("ANALYZE")
        yield


def isi(pemeran: Pemeran) -> None:
    proyek = isi_proyek()
    bersama: Any = Proyek.kampung_lain.through
    bersama.objects.bulk_create(
        bersama(proyek=satu, kampung=pemeran.kampung)
        for satu in proyek[::9]
        if satu.kampung_id != pemeran.kampung.pk
    )
    dana = Pendanaan.objects.bulk_create(
        Pendanaan(proyek=p, sumber="dd", tahun=2026) for p in proyek
    )
    tulis(
        [
            Gerak(pendanaan=d, pos=pos, dasar=dasar, jumlah=jumlah, tanggal=HARI)
            for d in dana
            for pos, dasar, jumlah in (("anggaran", "awal", 100), ("dibelanjakan", "laporan", 10))
        ]
    )
    isi_keputusan(proyek, pemeran.kakam)
    isi_laporan(dana, pemeran.kakam)


def isi_proyek() -> list[Proyek]:
    kampung, kegiatan = list(Kampung.objects.resmi()), list(Kegiatan.objects.all())
    pemilik = {k.pk: instansi_kampung(k) for k in kampung}
    return Proyek.objects.bulk_create(
        Proyek(
            nomor=f"PRJ-2020-{n}",
            judul=f"Proyek {n}",
            uraian="Uraian",
            kampung=kampung[n % 17],
            pemilik=pemilik[kampung[n % 17].pk],
            kegiatan=kegiatan[n % len(kegiatan)],
            tahap="berjalan",
            dibuat=sekarang() - datetime.timedelta(minutes=n),
        )
        for n in range(BANYAK)
    )


def isi_keputusan(proyek: list[Proyek], oleh: Pengguna) -> None:
    Keputusan.objects.bulk_create(
        Keputusan(
            nomor=f"KEP-2020-{n}",
            kampung_id=p.kampung_id,
            judul=f"Keputusan {n}",
            isi="Isi",
            alasan="Alasan",
            dasar="muskam",
            tanggal_surat=sekarang().date() - datetime.timedelta(days=n % 900),
            ditetapkan_jabatan="Kepala Kampung",
            dicatat_oleh=oleh,
        )
        for n, p in enumerate(proyek)
    )


def isi_laporan(dana: list[Pendanaan], oleh: Pengguna) -> None:
    bulan = datetime.date(2026, 10, 1)
    laporan = LaporanKemajuan.objects.bulk_create(
        LaporanKemajuan(proyek_id=d.proyek_id, periode=bulan, persen=n % 100, dibuat_oleh=oleh)
        for n, d in enumerate(dana)
    )
    Realisasi.objects.bulk_create(
        Realisasi(laporan=satu, pendanaan=sumber, jumlah=10)
        for satu, sumber in zip(laporan, dana, strict=True)
    )
    LaporanKemajuan.objects.update(
        status=Status.TERBIT,
        nomor=Concat(Value("LAP-2020-"), Cast("pk", CharField())),
        diterbitkan_oleh=oleh,
        diterbitkan_pada=F("dibuat"),
    )


def rencana(alamat: str, client: Any) -> str:
    """The plan of the one query that reads the rows of a list."""
    with CaptureQueriesContext(connection) as ctx:
        assert client.get(alamat).status_code == 200
    baris = [q["sql"] for q in ctx.captured_queries if re.search("ORDER BY.*LIMIT 21$", q["sql"])]
    assert len(baris) == 1
    return jelaskan(baris[0])


def jelaskan(perintah: str) -> str:
    """Run a query, and return the plan with what it touched."""
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) " + perintah)
        return "\n".join(satu for (satu,) in cursor.fetchall())


def sentuhan(rencana: str) -> int:
    """How many blocks of memory or disk a plan touched; a whole table here has over 150."""
    return sum(int(n) for n in re.search(r"shared hit=(\d+)(?: read=(\d+))?", rencana).groups("0"))


BATAS = 1000  # blocks: some 25 for each of 21 rows with everything that a card shows


def tidak_membaca_lebih_dari_halamannya(client: Any) -> None:
    for alamat, indeks in (
        ("/proyek/", "proyek_terbaru"),
        ("/proyek/?urut=terlama", "proyek_terbaru"),
        ("/proyek/?urut=nama", "proyek_menurut_nama"),
        ("/proyek/?kampung=sido-rejo", "proyek_(terbaru|per_kampung)"),
        ("/proyek/?sumber=dd&tahun=2026", "proyek_terbaru"),
        ("/keputusan/", "keputusan_terbaru"),
        ("/laporan/", "laporan_terbit"),
    ):
        langkah = rencana(alamat, client)
        assert re.search(f"using {indeks} ", langkah), f"{alamat}\n{langkah}"
        assert sentuhan(langkah) < BATAS, f"{alamat}\n{langkah}"


def halaman_dalam_semurah_yang_pertama(client: Any) -> None:
    for alamat, indeks, himpunan, kunci in (
        ("/proyek/", "proyek_terbaru", Proyek.objects.all(), "-dibuat"),
        ("/keputusan/", "keputusan_terbaru", Keputusan.objects.all(), "-tanggal_surat"),
    ):
        besar = halaman(himpunan, RequestFactory().get(alamat), (kunci, "-pk"), ukuran=5000)
        langkah = rencana(f"{alamat}?setelah={besar.berikut}", client)
        assert f"using {indeks} " in langkah, langkah
        assert sentuhan(langkah) < BATAS, f"{alamat}\n{langkah}"


def pencarian_memakai_indeks(client: Any) -> None:
    Proyek.objects.filter(nomor="PRJ-2020-77").update(judul="Jembatan gantung Way Seputih")
    langkah = rencana("/proyek/?cari=jembatan", client)
    assert "proyek_vektor" in langkah, langkah
    surat = mirip(Keputusan.objects.all(), "140/12", "nomor_surat")
    assert "keputusan_nomor_surat" in surat.explain()


def tahun_pilihan_melompat() -> None:
    """The years of the filters are found without reading their tables."""
    for tahun in (tahun_anggaran, tahun_surat):
        with CaptureQueriesContext(connection) as ctx:
            assert len(tahun()) < 5
        with connection.cursor() as cursor:
            cursor.execute(
                "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) " + ctx.captured_queries[0]["sql"]
            )
            langkah = "\n".join(satu for (satu,) in cursor.fetchall())
        assert "Seq Scan" not in langkah, langkah
        assert sentuhan(langkah) < 100, langkah


def yang_ditanya_setiap_tahun_berindeks() -> None:
    """Whoever is asked "masih berfungsi?" is found among the works that were handed over."""
    lama = HARI - datetime.timedelta(days=800)
    tua = Proyek.objects.filter(nomor__endswith="7")
    tua.update(tahap="serah_terima", selesai_nyata=lama)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE proyek_proyek")
    semua = menunggu_kantor(Proyek.objects.berlaku()).order_by("selesai_nyata", "pk")[:50]
    assert "proyek_ditanya" in semua.explain()
    satu = menunggu_kantor(Proyek.objects.berlaku().filter(kampung=tua[0].kampung_id))
    assert "proyek_ditanya_kampung" in satu.explain()


def test_lists_cost_the_same_with_thousands_of_rows(client, banyak: None) -> None:
    """One test, because filling the tables takes longer than asking."""
    tidak_membaca_lebih_dari_halamannya(client)
    halaman_dalam_semurah_yang_pertama(client)
    pencarian_memakai_indeks(client)
    tahun_pilihan_melompat()
    yang_ditanya_setiap_tahun_berindeks()
